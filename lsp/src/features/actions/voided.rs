//! Decisions that an action leaves with nothing to decide: they go in the same edit, or the package would not pass its
//! check any more.

use super::Action;
use super::arrange::gone;
use crate::snapshot::{Edit, Snapshot};
use tm_compiler::derive::judge_with;
use tm_compiler::evaluate::{Evaluator, Hypothesis};

/// So many decisions are looked at.
const MOST: usize = 2_000;

impl Action {
    /// The same, with the edits that take decisions away.
    pub fn without(mut self, decisions: Vec<Edit>) -> Self {
        self.edits.extend(decisions);
        self.edits.sort();
        self
    }
}

/// The edits that take away the decisions whose last threat is gone where some facts hold.
pub fn voided<'a>(at: &'a Snapshot, evaluator: &mut Evaluator<'a>, facts: &[Hypothesis]) -> Vec<Edit> {
    let assessed = &at.analysis().assessed;
    let mut is_gone = |index: &usize| judge_with(evaluator, &assessed.threats[*index].instance, facts) == Some(false);
    let known = assessed.decisions.iter().zip(&assessed.covered).take(if facts.is_empty() { 0 } else { MOST });
    let void = known.filter(|(_, covered)| !covered.is_empty() && covered.iter().all(&mut is_gone));
    void.map(|(decision, _)| gone(at, decision.span)).collect()
}

/// What an action takes away, as its title says it: `, removes 2 threats and 1 decision`.
pub fn removed(threats: usize, decisions: usize) -> String {
    let many = |many: usize, what: &str| if many == 1 { format!("1 {what}") } else { format!("{many} {what}s") };
    match (threats, decisions) {
        (0, 0) => String::new(),
        (0, decisions) => format!(", removes {}", many(decisions, "decision")),
        (threats, 0) => format!(", removes {}", many(threats, "threat")),
        (threats, decisions) => format!(", removes {} and {}", many(threats, "threat"), many(decisions, "decision")),
    }
}
