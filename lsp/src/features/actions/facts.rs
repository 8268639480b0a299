//! "It is so already": what a threat's fixes state, written into the source, with what that changes.

use super::Action;
use super::brought::brought;
use super::voided::{removed, voided};
use crate::insert;
use crate::snapshot::{Edit, Snapshot};
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::assess::Threat;
use tm_compiler::derive::{bind, judge_with};
use tm_compiler::evaluate::{Evaluator, Hypothesis};
use tm_compiler::fixes::{Change, changes};
use tm_compiler::ids::{ElementId, TypeId};
use tm_compiler::library::FixInfo;

/// So many threats are judged again to say what a fact changes.
pub const MOST_JUDGED: usize = 2_000;

/// A fix with its facts about the elements of an instance.
pub struct Resolved<'a> {
    /// The fix.
    pub fix: &'a FixInfo,
    /// What it changes; empty where it says something that cannot be written.
    pub changes: Vec<Change>,
}

/// The fixes that a threat offers.
pub fn fixes<'a>(at: &'a Snapshot, evaluator: &mut Evaluator<'a>, threat: &Threat) -> Vec<Resolved<'a>> {
    let rule = &at.library().rules[threat.instance.rule];
    let mut found = Vec::new();
    for fix in &rule.fixes {
        bind(evaluator, &threat.instance);
        found.push(Resolved { fix, changes: changes(evaluator, fix).unwrap_or_default() });
    }
    found
}

/// The facts that would answer some threats, each once.
pub fn facts(at: &Snapshot, threats: &[&Threat]) -> Vec<Action> {
    let mut evaluator = Evaluator::new(at.library(), at.model());
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    for threat in threats {
        for resolved in fixes(at, &mut evaluator, threat) {
            let Some(edits) = stated(at, &resolved.changes) else { continue };
            let facts: Vec<Hypothesis> = resolved.changes.iter().map(|change| change.fact().clone()).collect();
            if !seen.insert(edits.clone()) {
                continue;
            }
            let void = voided(at, &mut evaluator, &facts);
            let effect = removed(removed_by(at, &mut evaluator, &facts).len(), void.len());
            let comes = brought(at, &facts);
            let said = said(at, threat.instance.carrier, &resolved.changes);
            let title = format!("{}: it is so already ({said}){effect}{comes}", resolved.fix.title);
            found.push(Action::answer(threat, title, edits).without(void));
        }
    }
    found
}

/// The edits that state facts in the source; nothing where one of them is not ours to state.
fn stated(at: &Snapshot, changes: &[Change]) -> Option<Vec<Edit>> {
    let mut by_element: BTreeMap<ElementId, Vec<(String, String)>> = BTreeMap::new();
    let mut edits = Vec::new();
    for change in changes {
        match change {
            Change::State(fact) => {
                let value = fact.value.show(at.library(), &at.model().roster);
                let name = at.library().props.name(fact.prop).to_owned();
                by_element.entry(fact.element).or_default().push((name, value));
            }
            Change::Retype(fact, ty) => edits.push(retyped(at, fact.element, *ty)?),
        }
    }
    for (id, facts) in by_element {
        if !at.model().is_own(id) {
            return None;
        }
        edits.extend(insert::facts(at, at.decl(at.model().elements[id].span)?, &facts)?);
    }
    edits.sort();
    (!edits.is_empty()).then_some(edits)
}

/// The edit that names another type in the place of the only one that an element has.
fn retyped(at: &Snapshot, id: ElementId, ty: TypeId) -> Option<Edit> {
    let stated = at.model().is_own(id).then(|| at.decl(at.model().elements[id].span))??.ty.as_ref()?;
    match stated.paths.as_slice() {
        [only] => Some(Edit { at: at.location(only.span), text: at.library().types[ty].name.to_string() }),
        _ => None,
    }
}

/// Changes in words; whose they are is said where that is not what carries the threat.
fn said(at: &Snapshot, carrier: ElementId, changes: &[Change]) -> String {
    let one = |change: &Change| {
        let fact = match change {
            Change::State(fact) => fact,
            Change::Retype(..) => return format!("`{}`", change.words(at.library(), at.model())),
        };
        let value = fact.value.show(at.library(), &at.model().roster);
        let whose = if fact.element == carrier {
            String::new()
        } else {
            format!(" on `{}`", at.model().target_words(fact.element))
        };
        format!("`{} = {value}`{whose}", at.library().props.name(fact.prop))
    };
    changes.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The threats that count and are gone where the facts hold, by their ids.
pub fn removed_by<'a>(at: &'a Snapshot, evaluator: &mut Evaluator<'a>, facts: &[Hypothesis]) -> Vec<&'a str> {
    let counting = at.analysis().assessed.threats.iter().filter(|threat| threat.counts).take(MOST_JUDGED);
    let mut gone = |threat: &&Threat| judge_with(evaluator, &threat.instance, facts) == Some(false);
    counting.filter(|threat| gone(threat)).map(|threat| threat.id.as_str()).collect()
}
