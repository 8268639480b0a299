//! What cannot be computed whatever else is stated: amounts of unlike currencies, and division by zero. An evaluation
//! calls both unknown; here is noted why, with the facts.

use super::{Evaluator, Fact};
use crate::check::Ex;
use crate::source::Span;
use crate::value::Value;

/// Why something has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// Two amounts of unlike currencies.
    Currencies,
    /// The second operand is zero.
    Zero,
}

/// An operand with its value and what it was computed from.
#[derive(Clone, Debug)]
pub struct Operand {
    /// Where it is written.
    pub span: Span,
    /// Its value.
    pub value: Value,
    /// The facts that it rests on.
    pub facts: Vec<Fact>,
}

/// A computation without a result.
#[derive(Clone, Debug)]
pub struct Trouble {
    /// Why.
    pub kind: TroubleKind,
    /// What was computed from what.
    pub operands: [Operand; 2],
}

impl Evaluator<'_> {
    /// Notes from now on what cannot be computed.
    pub fn note_troubles(&mut self) {
        self.troubles = Some(Vec::new());
    }

    /// What could not be computed since the last time.
    pub fn take_troubles(&mut self) -> Vec<Trouble> {
        self.troubles.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// Notes a computation without a result, where that is asked for.
    pub(super) fn trouble(&mut self, kind: TroubleKind, first: &Ex, second: &Ex) {
        let Some(mut troubles) = self.troubles.take() else { return };
        let operands = [self.operand(first), self.operand(second)];
        troubles.push(Trouble { kind, operands });
        self.troubles = Some(troubles);
    }

    fn operand(&mut self, ex: &Ex) -> Operand {
        let (value, facts) = self.trace_value(ex);
        Operand { span: ex.span, value, facts }
    }
}
