//! Who is in a world of elements: the head of each, before its body is read.

use crate::decl::{Kind, Name};
use crate::ids::{Arena, ElementId, TypeId};
use crate::package::PackageId;
use crate::source::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// The head of an element.
#[derive(Clone, Debug)]
pub struct Head {
    /// Its id as shown: the name, or `a..b` for an unnamed flow.
    pub id: Name,
    /// Its kind.
    pub kind: Kind,
    /// Its type; the kind's root where none is stated.
    pub ty: TypeId,
    /// The boundary it stands in.
    pub parent: Option<ElementId>,
    /// Its package.
    pub package: PackageId,
    /// Where its name is written.
    pub span: Span,
}

/// The elements of the model, or of one test's world.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// The heads; data come first, so that they are the same in every world.
    pub heads: Arena<ElementId, Head>,
    /// Names that are declared in this world only.
    pub local: FxHashMap<Name, ElementId>,
    /// In a test's world: how many heads it shares with the package (its data come first). Names of the package's
    /// other elements mean nothing in it.
    pub shared: Option<usize>,
    suggestions: Arc<AtomicU32>,
}

/// So many unknown names get a suggestion. Where there are more they have one cause, and to look through all names for
/// each of them takes as long as there are elements.
const SUGGESTIONS: u32 = 200;

impl Roster {
    /// True for elements of the package that do not belong to a test's world.
    pub fn is_foreign(&self, element: ElementId) -> bool {
        self.shared.is_some_and(|shared| element.0 as usize >= shared)
    }

    /// The same for another analysis, which has its own suggestions to give.
    pub(crate) fn afresh(&self) -> Self {
        let asked = self.suggestions.load(Ordering::Relaxed);
        Self { suggestions: Arc::new(AtomicU32::new(asked)), ..self.clone() }
    }

    /// True while unknown names get suggestions; each question counts as one.
    pub(crate) fn may_suggest(&self) -> bool {
        self.suggestions.fetch_add(1, Ordering::Relaxed) < SUGGESTIONS
    }

    /// The id of an element as shown.
    pub fn id_of(&self, element: ElementId) -> &str {
        self.heads.get(element).map_or("?", |head| &head.id)
    }
}
