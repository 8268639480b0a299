//! Policies: broken, undecided or kept, for each element.

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::evaluate::{self, Evaluator};
use crate::ids::{ElementId, PolicyId};
use crate::library::{Library, ObligationInfo, PolicyInfo};
use crate::model::Model;
use crate::value::Value;

/// How a policy fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyVerdict {
    /// It holds for every element.
    Holds,
    /// Some element breaks it.
    Broken,
    /// No element breaks it, but for some it is unknown.
    Undecided,
}

impl PolicyVerdict {
    /// The word that is shown.
    pub fn word(self) -> &'static str {
        match self {
            PolicyVerdict::Holds => "holds",
            PolicyVerdict::Broken => "broken",
            PolicyVerdict::Undecided => "undecided",
        }
    }
}

/// A policy with its verdict.
#[derive(Clone, Debug)]
pub struct PolicyResult {
    /// The policy.
    pub policy: PolicyId,
    /// How it fares.
    pub verdict: PolicyVerdict,
    /// Who breaks it.
    pub broken_by: Vec<ElementId>,
    /// For whom it is unknown.
    pub undecided_for: Vec<ElementId>,
}

/// Judges all policies; broken ones are errors, undecided ones warnings.
pub fn policies(library: &Library, model: &Model, diagnostics: &mut Vec<Diagnostic>) -> Vec<PolicyResult> {
    let mut evaluator = Evaluator::new(library, model);
    let mut results = Vec::new();
    for (id, policy) in library.policies.iter().filter(|(_, policy)| policy.requirement.is_none()) {
        let mut result = PolicyResult {
            policy: id,
            verdict: PolicyVerdict::Holds,
            broken_by: Vec::new(),
            undecided_for: Vec::new(),
        };
        evaluator.allow(evaluate::bound(model));
        for obligation in &policy.obligations {
            judge(&mut evaluator, policy, obligation, &mut result, diagnostics);
        }
        if evaluator.left() == 0 {
            diagnostics.push(evaluate::too_much("policy", &policy.name, policy.span, model));
        }
        result.verdict = match (result.broken_by.is_empty(), result.undecided_for.is_empty()) {
            (false, _) => PolicyVerdict::Broken,
            (true, false) => PolicyVerdict::Undecided,
            (true, true) => PolicyVerdict::Holds,
        };
        results.push(result);
    }
    results
}

fn judge(
    evaluator: &mut Evaluator<'_>,
    policy: &PolicyInfo,
    obligation: &ObligationInfo,
    result: &mut PolicyResult,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let model = evaluator.model;
    let ids = model.structure.by_type.get(&obligation.ty).map(Vec::as_slice).unwrap_or_default();
    for id in ids.iter().copied().filter(|id| model.is_own(*id)) {
        evaluator.prepare(obligation.slots);
        evaluator.set(0, Value::Element(id));
        let truth = evaluator.truth(&obligation.condition);
        if truth == Some(obligation.require) {
            continue;
        }
        if evaluator.left() == 0 {
            result.undecided_for.push(id);
            return;
        }
        evaluator.prepare(obligation.slots);
        evaluator.set(0, Value::Element(id));
        let (_, mut facts) = evaluator.trace(&obligation.condition);
        facts.retain(|fact| fact.kind.tells_more_than_type());
        let broken = truth.is_some();
        let list = if broken { &mut result.broken_by } else { &mut result.undecided_for };
        if !list.contains(&id) {
            list.push(id);
            diagnostics.push(report(evaluator, policy, obligation, id, broken, &facts));
        }
    }
}

fn report(
    evaluator: &Evaluator<'_>,
    policy: &PolicyInfo,
    obligation: &ObligationInfo,
    id: ElementId,
    broken: bool,
    facts: &[crate::evaluate::Fact],
) -> Diagnostic {
    let element = &evaluator.model.elements[id];
    let (code, verb) = if broken { (codes::BROKEN_POLICY, "breaks") } else { (codes::UNDECIDED_POLICY, "may break") };
    let mut diagnostic = Diagnostic::new(
        code,
        element.span,
        format!("`{}` {verb} the policy `{}`: {}", element.id, policy.name, policy.title),
    )
    .label(match (obligation.require, broken) {
        (true, true) => "required of this",
        (true, false) => "required of this; nobody knows whether it holds",
        (false, true) => "forbidden for this",
        (false, false) => "forbidden for this; nobody knows whether it is so",
    })
    .also(obligation.span, "the policy");
    for fact in facts.iter().take(4) {
        let (subject, property, value) = crate::explain::fact_words(evaluator.library, evaluator.model, fact);
        diagnostic = diagnostic.note(format!("`{subject}.{property}` is {value}"));
        if broken && let Some(span) = fact.origin.span().filter(|span| *span != element.span) {
            diagnostic = diagnostic.also(span, "because of this");
        }
    }
    if broken { diagnostic } else { diagnostic.help("state what is unknown, one way or the other") }
}
