//! Controls that stand there already: `apply`, with what that does to the threats of the element.

use super::facts::removed_by;
use super::voided::{removed, voided};
use super::{Action, control_name};
use crate::insert;
use crate::snapshot::{Edit, Snapshot};
use tm_compiler::assess::{Threat, residual_with};
use tm_compiler::decl::{Decl, ExprKind};
use tm_compiler::evaluate::{Evaluator, Hypothesis};
use tm_compiler::ids::{ControlId, ElementId};
use tm_compiler::model::contradicts;

/// Controls that are offered, those that do most: a longer menu is not read.
const MOST: usize = 4;

/// The controls that would help against some threats of an element and may stand on it.
pub fn applied(at: &Snapshot, id: ElementId, decl: &Decl, threats: &[&Threat]) -> Vec<Action> {
    let mut seen: Vec<ControlId> = Vec::new();
    let mut found: Vec<(usize, Action)> = Vec::new();
    for threat in threats {
        for control in &threat.missing {
            if seen.contains(control)
                || !stands_here(at, id, threat, *control)
                || contradicts(at.library(), at.model(), *control, id)
            {
                continue;
            }
            seen.push(*control);
            let name = control_name(at, *control);
            let Some(edit) = application(at, decl, &name) else { continue };
            let mut evaluator = Evaluator::new(at.library(), at.model());
            let facts = established(at, id, *control);
            let void = voided(at, &mut evaluator, &facts);
            let gone = removed_by(at, &mut evaluator, &facts);
            let lowers = lowers(at, threats, *control, &gone);
            let effect = removed(gone.len(), void.len()) + &lowering(lowers, gone.is_empty());
            let title = format!("apply `{name}`: it is there already{effect}");
            found.push((gone.len() + lowers, Action::answer(threat, title, vec![edit]).without(void)));
        }
    }
    found.sort_by_key(|(does, _)| std::cmp::Reverse(*does));
    found.into_iter().take(MOST).map(|(_, action)| action).collect()
}

/// True where the control may stand on the element, and the rule looks for it there.
pub fn stands_here(at: &Snapshot, id: ElementId, threat: &Threat, control: ControlId) -> bool {
    let library = at.library();
    let on = &library.controls[control].on;
    let ty = at.model().elements[id].ty;
    let may = on.is_empty() || on.iter().any(|wanted| library.is_subtype(ty, *wanted));
    let used = library.rules[threat.instance.rule].mitigated_by.iter().find(|used| used.control == control);
    may && used.is_some_and(|used| used.on.is_none())
}

/// What the control establishes where it stands on an element.
fn established(at: &Snapshot, element: ElementId, control: ControlId) -> Vec<Hypothesis> {
    let facts = at.library().controls[control].facts.iter();
    facts.map(|(prop, value, _)| Hypothesis { element, prop: *prop, value: value.clone() }).collect()
}

/// Of how many threats that are not gone the risk is lower.
fn lowers(at: &Snapshot, threats: &[&Threat], control: ControlId, gone: &[&str]) -> usize {
    let lower = |threat: &&&Threat| {
        let listed = threat.missing.contains(&control) && !gone.contains(&threat.id.as_str());
        listed && lowered(at, threat, control).is_some()
    };
    threats.iter().filter(lower).count()
}

/// The same as a title says it, behind what it removes, where it removes something.
fn lowering(lowers: usize, alone: bool) -> String {
    match (lowers, alone) {
        (0, _) => String::new(),
        (1, true) => ", lowers 1 threat".to_owned(),
        (many, true) => format!(", lowers {many} threats"),
        (many, false) => format!(", lowers {many}"),
    }
}

/// The risk of a threat before and after one more control, where that lowers it.
pub fn lowered(at: &Snapshot, threat: &Threat, control: ControlId) -> Option<(String, String)> {
    let method = at.analysis().method()?;
    let (before, after) = (threat.residual.level.1, residual_with(at.library(), method, threat, control).level.1);
    let name = |level| at.library().enums[method.matrix.risk].value_name(level).to_owned();
    (after < before).then(|| (name(before), name(after)))
}

/// The edit that names a control in an `apply` that is there, or adds one.
fn application(at: &Snapshot, decl: &Decl, name: &str) -> Option<Edit> {
    let plain = decl.body.applies.iter().filter(|apply| apply.assigns.is_empty());
    for apply in plain {
        if let ExprKind::List(listed) = &apply.controls.kind
            && let Some(last) = listed.last()
        {
            let mut place = at.location(last.span);
            place.range.start = place.range.end;
            return Some(Edit { at: place, text: format!(", {name}") });
        }
    }
    insert::members(at, decl, &[format!("apply {name}")])
}
