//! The typed model: elements, flows and boundaries as arenas, with what follows from their structure.

mod apply;
mod body;
mod brackets;
mod build;
mod lints;
mod renames;
mod structure;
pub(crate) mod targets;
mod untouched;

pub use apply::{Details, contradicts};
pub(crate) use apply::{contradicted, misplaced, text};
pub use build::{build, build_test};
pub use structure::Structure;
pub(crate) use untouched::untouched;

use crate::decl::{Kind, Name};
use crate::evidence::{Claim, Evidence, Places};
use crate::ids::{Arena, ControlId, ElementId, PropId, TypeId};
use crate::package::PackageId;
use crate::roster::Roster;
use crate::source::Span;
use crate::value::Value;
use std::sync::Arc;

/// How far a control is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// It is there, and evidence shows that it does not do what it should. Nothing states this; it is found out.
    Failing,
    /// Somebody suggested it.
    Proposed,
    /// It is going to be done.
    Planned,
    /// It is there.
    Implemented,
}

impl Status {
    /// The word of the language.
    pub fn word(self) -> &'static str {
        match self {
            Status::Failing => "failing",
            Status::Proposed => "proposed",
            Status::Planned => "planned",
            Status::Implemented => "implemented",
        }
    }

    /// The status that a word of the language names.
    pub fn of_word(word: &str) -> Option<Self> {
        [Status::Proposed, Status::Planned, Status::Implemented].into_iter().find(|status| status.word() == word)
    }
}

/// A control where it stands.
#[derive(Clone, Debug)]
pub struct Applied {
    /// The control.
    pub control: ControlId,
    /// How far it is.
    pub status: Status,
    /// Who does it.
    pub owner: Arc<str>,
    /// Where the work is tracked.
    pub ticket: Arc<str>,
    /// Checks named as evidence.
    pub verified_by: Vec<Claim>,
    /// Where it was applied.
    pub span: Span,
}

/// A stated fact.
#[derive(Clone, Debug)]
pub struct Stated {
    /// The property.
    pub prop: PropId,
    /// Its value.
    pub value: Value,
    /// Where it is stated.
    pub span: Span,
}

/// An element, boundary, flow, kind of data, or the model.
#[derive(Clone, Debug)]
pub struct Element {
    /// Its id as shown.
    pub id: Name,
    /// The text behind its name, or the id.
    pub title: Arc<str>,
    /// Its documentation.
    pub doc: Arc<str>,
    /// Its kind.
    pub kind: Kind,
    /// Its type.
    pub ty: TypeId,
    /// The boundary right around it.
    pub parent: Option<ElementId>,
    /// Its package.
    pub package: PackageId,
    /// Outside of our control.
    pub external: bool,
    /// What is stated about it, by property.
    pub stated: Vec<Stated>,
    /// Controls applied to it.
    pub applied: Vec<Applied>,
    /// Ends of a flow.
    pub ends: Option<(ElementId, ElementId)>,
    /// Where its name is written.
    pub span: Span,
    /// Its whole declaration.
    pub whole: Span,
}

impl Element {
    /// What is stated about a property.
    pub fn stated(&self, prop: PropId) -> Option<&Stated> {
        self.stated.iter().find(|stated| stated.prop == prop)
    }

    /// The texts stated for a property.
    pub fn texts(&self, prop: PropId) -> Vec<Arc<str>> {
        let members = self.stated(prop).map(|stated| stated.value.members()).unwrap_or_default();
        members
            .iter()
            .filter_map(|member| match member {
                Value::Text(text) => Some(Arc::clone(text)),
                _ => None,
            })
            .collect()
    }

    /// The elements stated for a property; `None` where it is not stated.
    pub fn elements(&self, prop: PropId) -> Option<Vec<ElementId>> {
        let value = &self.stated(prop)?.value;
        if *value == Value::Unknown {
            return None;
        }
        Some(value.members().iter().filter_map(Value::element).collect())
    }
}

/// A world of elements: the model's, or one test's.
#[derive(Debug, Default)]
pub struct Model {
    /// Names and heads.
    pub roster: Arc<Roster>,
    /// The elements.
    pub elements: Arena<ElementId, Element>,
    /// What follows from their structure.
    pub structure: Structure,
    /// The model element, where there is one.
    pub model: Option<ElementId>,
    /// The root package: only its elements' threats are judged.
    pub root: PackageId,
    /// What scanners and tests found.
    pub evidence: Arc<Evidence>,
    /// Where all elements together are built and run; empty without evidence.
    pub places: Places,
}

impl Model {
    /// True for elements whose threats are this package's affair.
    pub fn is_own(&self, id: ElementId) -> bool {
        self.elements[id].package == self.root
    }

    /// How decisions name an element: a flow without a name of its own by its ends.
    pub fn target_words(&self, id: ElementId) -> String {
        match self.elements.get(id).map(|element| (element, element.ends)) {
            Some((element, Some((from, to)))) if element.span == element.whole => {
                format!("{} -> {}", self.roster.id_of(from), self.roster.id_of(to))
            }
            _ => self.roster.id_of(id).to_owned(),
        }
    }

    /// The title of an element.
    pub fn title(&self, id: ElementId) -> &str {
        self.elements.get(id).map_or("?", |element| &element.title)
    }
}
