//! "It is so already": what a threat's fixes state, written into the source, with what that changes.

use super::Action;
use crate::insert;
use crate::snapshot::{Edit, Snapshot};
use std::collections::BTreeMap;
use tm_compiler::assess::Threat;
use tm_compiler::derive::{bind, judge_with};
use tm_compiler::evaluate::{Evaluator, Hypothesis};
use tm_compiler::ids::ElementId;
use tm_compiler::library::FixInfo;
use tm_compiler::value::Value;

/// So many threats are judged again to say what a fact changes.
const MOST_JUDGED: usize = 2_000;

/// A fix with its facts about the elements of an instance.
pub struct Resolved<'a> {
    /// The fix.
    pub fix: &'a FixInfo,
    /// What it states; empty where it says something that cannot be written.
    pub facts: Vec<Hypothesis>,
}

/// The fixes that a threat offers.
pub fn fixes<'a>(at: &'a Snapshot, evaluator: &mut Evaluator<'a>, threat: &Threat) -> Vec<Resolved<'a>> {
    let rule = &at.library().rules[threat.instance.rule];
    let mut found = Vec::new();
    for fix in &rule.fixes {
        bind(evaluator, &threat.instance);
        let facts: Option<Vec<Hypothesis>> = fix
            .facts
            .iter()
            .map(|fact| {
                let (element, value) = (evaluator.eval(&fact.element).element()?, evaluator.eval(&fact.value));
                let known = value != Value::Unknown;
                known.then_some(Hypothesis { element, prop: fact.property, value })
            })
            .collect();
        found.push(Resolved { fix, facts: facts.unwrap_or_default() });
    }
    found
}

/// The facts that would answer some threats, each once.
pub fn facts(at: &Snapshot, threats: &[&Threat]) -> Vec<Action> {
    let mut evaluator = Evaluator::new(at.library(), at.model());
    let mut found: Vec<Action> = Vec::new();
    for threat in threats {
        for resolved in fixes(at, &mut evaluator, threat) {
            let Some(edits) = stated(at, &resolved.facts) else { continue };
            if found.iter().any(|known| known.edits == edits) {
                continue;
            }
            let effect = match removed_by(at, &mut evaluator, &resolved.facts).len() {
                0 => String::new(),
                1 => ", removes 1 threat".to_owned(),
                many => format!(", removes {many} threats"),
            };
            let said = said(at, threat.instance.carrier, &resolved.facts);
            let title = format!("{}: it is so already ({said}){effect}", resolved.fix.title);
            found.push(Action::answer(threat, title, edits));
        }
    }
    found
}

/// The edits that state facts in the source; nothing where one of them is not ours to state.
fn stated(at: &Snapshot, facts: &[Hypothesis]) -> Option<Vec<Edit>> {
    let mut by_element: BTreeMap<ElementId, Vec<(String, String)>> = BTreeMap::new();
    for fact in facts {
        let value = fact.value.show(at.library(), &at.model().roster);
        let name = at.library().props.name(fact.prop).to_owned();
        by_element.entry(fact.element).or_default().push((name, value));
    }
    let mut edits = Vec::new();
    for (id, facts) in by_element {
        if !at.model().is_own(id) {
            return None;
        }
        edits.extend(insert::facts(at, at.decl(at.model().elements[id].span)?, &facts)?);
    }
    edits.sort();
    (!edits.is_empty()).then_some(edits)
}

/// Facts in words; whose they are is said where that is not what carries the threat.
fn said(at: &Snapshot, carrier: ElementId, facts: &[Hypothesis]) -> String {
    let one = |fact: &Hypothesis| {
        let value = fact.value.show(at.library(), &at.model().roster);
        let whose = if fact.element == carrier {
            String::new()
        } else {
            format!(" on `{}`", at.model().target_words(fact.element))
        };
        format!("`{} = {value}`{whose}", at.library().props.name(fact.prop))
    };
    facts.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The threats that count and are gone where one of the facts holds, by their ids.
pub fn removed_by<'a>(at: &'a Snapshot, evaluator: &mut Evaluator<'a>, facts: &[Hypothesis]) -> Vec<&'a str> {
    let counting = at.analysis().assessed.threats.iter().filter(|threat| threat.counts).take(MOST_JUDGED);
    let mut gone =
        |threat: &&Threat| facts.iter().any(|fact| judge_with(evaluator, &threat.instance, fact) == Some(false));
    counting.filter(|threat| gone(threat)).map(|threat| threat.id.as_str()).collect()
}
