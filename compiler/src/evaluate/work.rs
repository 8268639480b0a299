//! How much an evaluation may look at. Conditions come with pull requests, and a few words of them can ask for more
//! combinations of elements than any machine goes through: what a rule or a policy asks for in all is bounded.

use super::Evaluator;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::model::Model;
use crate::source::Span;

/// A rule or a policy may look at so many things for each element of the model: in a model of 10,000 processes each can
/// be compared with each other, and 600 people who reach 600 programs through one relay are followed to each of them.
const FOR_EACH_ELEMENT: u64 = 100_000;

/// A small model counts as one of so many elements.
const LEAST_ELEMENTS: u64 = 20;

/// What looks at the results of many rules may look at so many times as much as one of them.
const TIMES: u64 = 100;

/// What a rule or a policy may look at in a model.
pub(crate) fn bound(model: &Model) -> u64 {
    (model.elements.len() as u64).max(LEAST_ELEMENTS) * FOR_EACH_ELEMENT
}

/// The bound where nothing else is said.
pub(super) fn wide_bound(model: &Model) -> u64 {
    bound(model) * TIMES
}

impl Evaluator<'_> {
    /// From now on so much may be looked at.
    pub(crate) fn allow(&mut self, work: u64) {
        self.work = work;
    }

    /// What may still be looked at.
    pub(crate) fn left(&self) -> u64 {
        self.work
    }

    /// Counts what is looked at; false where it is too much: what depends on it is unknown then, and is not remembered
    /// for others, who may look still.
    pub(super) fn may_look(&mut self, things: usize) -> bool {
        self.work = self.work.saturating_sub(things as u64);
        self.work > 0
    }
}

/// A rule or a policy that asked for too much.
pub(crate) fn too_much(what: &str, name: &str, span: Span, model: &Model) -> Diagnostic {
    let millions = bound(model) / 1_000_000;
    let message = format!("the {what} `{name}` looks at more than {millions} million combinations");
    Diagnostic::new(codes::TOO_MUCH, span, message)
        .label("was not judged to the end")
        .help("let `exists` and `all` go over what belongs to an element (`p.inflows`, `b.elements`) instead of all elements, or nest fewer of them")
}
