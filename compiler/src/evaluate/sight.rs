//! What an evaluation looks at. An answer about an element follows from what is in its sight and from nothing else: where
//! nothing of that has changed, the answer is the same.

use super::Evaluator;
use crate::builtins::Nav;
use crate::check::{Domain, Ex, ExKind};
use crate::ids::{ControlId, ElementId, FnId, PropId};
use crate::library::{Library, Rule};
use crate::value::Value;
use rustc_hash::FxHashSet;

/// So many elements are told apart; who looks at more is taken to look at all.
const MOST: usize = 64;

/// Parts of an element that answers rest on, as a set: who only asks what a kind of data is worth does not care which
/// flows carry it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Aspects(u8);

impl Aspects {
    /// What is stated about it, its type, its ends, its place and what is around it.
    pub(crate) const ITSELF: Self = Self(1);
    /// The flows opened to it.
    pub(crate) const INFLOWS: Self = Self(1 << 1);
    /// The flows that it opens.
    pub(crate) const OUTFLOWS: Self = Self(1 << 2);
    /// The flows that carry it.
    pub(crate) const CARRIED: Self = Self(1 << 3);
    /// The nodes that hold it.
    pub(crate) const HELD: Self = Self(1 << 4);
    /// What is inside it.
    pub(crate) const CONTENTS: Self = Self(1 << 5);
    /// All of it.
    pub(crate) const ALL: Self = Self(u8::MAX);

    /// What is part of either.
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These where a condition holds, else none.
    pub(crate) fn when(self, holds: bool) -> Self {
        if holds { self } else { Self::default() }
    }

    /// True where something is part of both.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What an answer to a word of navigation rests on. The flows themselves are looked at where more of them is read
    /// than that they are there.
    pub(super) fn of(nav: Nav) -> Self {
        match nav {
            Nav::Inflows => Self::INFLOWS,
            Nav::Outflows => Self::OUTFLOWS,
            Nav::Inputs | Nav::Outputs | Nav::Neighbours => Self::INFLOWS.and(Self::OUTFLOWS),
            Nav::CarriedBy => Self::CARRIED,
            Nav::HeldBy => Self::HELD,
            Nav::Children | Nav::Elements => Self::CONTENTS,
            Nav::Name
            | Nav::Title
            | Nav::Source
            | Nav::Target
            | Nav::Data
            | Nav::Protocol
            | Nav::CrossesBoundary
            | Nav::Entered
            | Nav::Left
            | Nav::Boundary
            | Nav::Parent
            | Nav::Boundaries
            | Nav::Controls => Self::ITSELF,
        }
    }
}

/// The elements that were looked at, each with what of it.
#[derive(Clone, Debug)]
pub(crate) enum Sight {
    /// These.
    These(Vec<(ElementId, Aspects)>),
    /// So many that every change is one of them.
    All,
}

impl Default for Sight {
    fn default() -> Self {
        Sight::These(Vec::new())
    }
}

impl Sight {
    fn add(&mut self, id: ElementId, aspects: Aspects) {
        let Sight::These(seen) = self else { return };
        if let Some((_, known)) = seen.iter_mut().find(|(known, _)| *known == id) {
            *known = known.and(aspects);
        } else if seen.len() < MOST {
            seen.push((id, aspects));
        } else {
            *self = Sight::All;
        }
    }

    /// Adds what another has seen.
    pub(super) fn join(&mut self, other: &Self) {
        match other {
            Sight::These(seen) => seen.iter().for_each(|(id, aspects)| self.add(*id, *aspects)),
            Sight::All => *self = Sight::All,
        }
    }
}

impl Evaluator<'_> {
    /// Notes that an answer rests on an element itself.
    pub(super) fn look(&mut self, id: ElementId) {
        self.look_at(id, Aspects::ITSELF);
    }

    /// Notes that an answer rests on something of an element.
    pub(super) fn look_at(&mut self, id: ElementId, aspects: Aspects) {
        if let Some(sight) = &mut self.sight {
            sight.add(id, aspects);
        }
    }
}

/// What the text of a rule reads.
#[derive(Debug, Default)]
pub(crate) struct Reads {
    /// True where it asks for all elements of a type or searches paths, so that any element may decide.
    pub(crate) everywhere: bool,
    /// The properties.
    pub(crate) props: FxHashSet<PropId>,
    /// The controls that it names.
    pub(crate) controls: FxHashSet<ControlId>,
}

impl Reads {
    /// What a rule reads, wherever that stands.
    pub(crate) fn of(library: &Library, rule: &Rule) -> Self {
        let mut reads = Self::default();
        let parts = rule.conditions.iter().chain(&rule.witnesses).chain(&rule.likelihood).chain(&rule.impact);
        parts.for_each(|ex| reads.add(library, ex));
        reads
    }

    /// What a function reads.
    pub(super) fn of_function(library: &Library, function: FnId) -> Self {
        let mut reads = Self::default();
        let body = library.functions.get(function).and_then(Option::as_ref).map(|function| &function.body);
        body.into_iter().for_each(|body| reads.add(library, body));
        reads
    }

    /// Adds what an expression reads, and the functions that it calls. Functions are not recursive.
    pub(crate) fn add(&mut self, library: &Library, ex: &Ex) {
        ex.walk(&mut |ex| match &ex.kind {
            ExKind::Const(Value::Control(id)) => drop(self.controls.insert(*id)),
            ExKind::Prop(_, prop) => drop(self.props.insert(*prop)),
            ExKind::Nav(_, nav) => self.props.extend(nav.rests_on()),
            ExKind::Quantified { domain: Domain::Type(_), .. } => self.everywhere = true,
            ExKind::Reaches { carrying, .. } => {
                self.everywhere = true;
                if carrying.is_some() {
                    self.props.extend(Nav::Data.rests_on());
                }
            }
            ExKind::Call { function, .. } => {
                if let Some(function) = library.functions.get(*function).and_then(Option::as_ref) {
                    self.add(library, &function.body);
                }
            }
            _ => {}
        });
    }
}
