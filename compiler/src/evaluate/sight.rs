//! What an evaluation looks at. An answer about an element follows from the elements in its sight and from nothing else:
//! where none of them has changed, the answer is the same.

use super::Evaluator;
use crate::check::{Domain, Ex, ExKind};
use crate::ids::{ElementId, PropId};
use crate::library::{Library, Rule};
use rustc_hash::FxHashSet;

/// So many elements are told apart; who looks at more is taken to look at all.
const MOST: usize = 64;

/// The elements that were looked at.
#[derive(Clone, Debug)]
pub(crate) enum Sight {
    /// These.
    These(Vec<ElementId>),
    /// So many that every change is one of them.
    All,
}

impl Default for Sight {
    fn default() -> Self {
        Sight::These(Vec::new())
    }
}

impl Sight {
    fn add(&mut self, id: ElementId) {
        match self {
            Sight::These(seen) if seen.contains(&id) => {}
            Sight::These(seen) if seen.len() < MOST => seen.push(id),
            _ => *self = Sight::All,
        }
    }

    /// Adds what another has seen.
    pub(super) fn join(&mut self, other: &Self) {
        match other {
            Sight::These(seen) => seen.iter().for_each(|id| self.add(*id)),
            Sight::All => *self = Sight::All,
        }
    }
}

impl Evaluator<'_> {
    /// Notes that an answer rests on an element: on what is stated there, on its type, its place and its flows. What is
    /// around an element counts as part of it.
    pub(super) fn look(&mut self, id: ElementId) {
        if let Some(sight) = &mut self.sight {
            sight.add(id);
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
}

impl Reads {
    /// What a rule reads, wherever that stands.
    pub(crate) fn of(library: &Library, rule: &Rule) -> Self {
        let mut reads = Self::default();
        let parts = rule.conditions.iter().chain(&rule.witnesses).chain(&rule.likelihood).chain(&rule.impact);
        parts.for_each(|ex| reads.add(library, ex));
        reads
    }

    /// Adds what an expression reads, and the functions that it calls. Functions are not recursive.
    pub(crate) fn add(&mut self, library: &Library, ex: &Ex) {
        ex.walk(&mut |ex| match &ex.kind {
            ExKind::Prop(_, prop) => drop(self.props.insert(*prop)),
            ExKind::Nav(_, nav) => self.props.extend(nav.rests_on()),
            ExKind::Quantified { domain: Domain::Type(_), .. } => self.everywhere = true,
            ExKind::Reaches { carrying, .. } => {
                self.everywhere = true;
                if carrying.is_some() {
                    self.props.extend(crate::builtins::Nav::Data.rests_on());
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
