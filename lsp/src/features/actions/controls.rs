//! Controls that stand there already: `apply`, with what that does to the threats of the element.

use super::facts::removed_by;
use super::{Action, control_name};
use crate::insert;
use crate::snapshot::{Edit, Snapshot};
use tm_compiler::assess::{Threat, residual_with};
use tm_compiler::decl::{Decl, ExprKind};
use tm_compiler::evaluate::{Evaluator, Hypothesis};
use tm_compiler::ids::{ControlId, ElementId};
use tm_compiler::model::contradicts;

/// The controls that would help against some threats of an element and may stand on it.
pub fn applied(at: &Snapshot, id: ElementId, decl: &Decl, threats: &[&Threat]) -> Vec<Action> {
    let mut seen: Vec<ControlId> = Vec::new();
    let mut found = Vec::new();
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
            let title = format!("apply `{name}`: it is there already{}", effect(at, id, threats, *control));
            found.push(Action::answer(threat, title, vec![edit]));
        }
    }
    found
}

/// True where the control may stand on the element, and the rule looks for it there.
fn stands_here(at: &Snapshot, id: ElementId, threat: &Threat, control: ControlId) -> bool {
    let library = at.library();
    let on = &library.controls[control].on;
    let ty = at.model().elements[id].ty;
    let may = on.is_empty() || on.iter().any(|wanted| library.is_subtype(ty, *wanted));
    let used = library.rules[threat.instance.rule].mitigated_by.iter().find(|used| used.control == control);
    may && used.is_some_and(|used| used.on.is_none())
}

/// How many threats are gone where what the control establishes is true, and of how many others the risk is lower.
fn effect(at: &Snapshot, id: ElementId, threats: &[&Threat], control: ControlId) -> String {
    let library = at.library();
    let facts = &library.controls[control].facts;
    let facts: Vec<Hypothesis> =
        facts.iter().map(|(prop, value, _)| Hypothesis { element: id, prop: *prop, value: value.clone() }).collect();
    let mut evaluator = Evaluator::new(library, at.model());
    let gone = removed_by(at, &mut evaluator, &facts);
    let removed = gone.len();
    let lower = |threat: &&&Threat| {
        let listed = threat.missing.contains(&control) && !gone.contains(&threat.id.as_str());
        listed && lowered(at, threat, control).is_some()
    };
    let lowers = threats.iter().filter(lower).count();
    let threats = |many| if many == 1 { "1 threat".to_owned() } else { format!("{many} threats") };
    match (removed, lowers) {
        (0, 0) => String::new(),
        (removed, 0) => format!(", removes {}", threats(removed)),
        (0, lowers) => format!(", lowers {}", threats(lowers)),
        (removed, lowers) => format!(", removes {}, lowers {lowers}", threats(removed)),
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
