//! Controls that stand there already: `apply`, with what that does to the threats of the element.

use super::facts::{MOST_JUDGED, removed_by};
use super::voided::{removed, voided};
use super::{Action, control_name, threats};
use crate::insert;
use crate::snapshot::{Edit, Snapshot};
use tm_compiler::assess::{Threat, residual_with, would_count};
use tm_compiler::decl::{Decl, ExprKind};
use tm_compiler::evaluate::{Evaluator, Hypothesis};
use tm_compiler::ids::{ControlId, ElementId};
use tm_compiler::model::contradicts;

/// Controls that are offered, those that do most: a longer menu is not read.
const MOST: usize = 4;

/// The controls that would help against some threats of an element and may stand on it.
pub fn applied(at: &Snapshot, id: ElementId, decl: &Decl, own: &[&Threat]) -> Vec<Action> {
    let mut seen: Vec<ControlId> = Vec::new();
    let mut found: Vec<(usize, Action)> = Vec::new();
    for threat in own {
        for control in threat.missing.iter() {
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
            let helps = helps(at, &mut evaluator, id, *control, &gone);
            let title = format!("apply `{name}`: it is there already{}", effect((gone.len(), void.len()), helps));
            found.push((
                gone.len() + helps.mitigates + helps.lowers,
                Action::answer(threat, title, vec![edit]).without(void),
            ));
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

/// What a control does to threats that are not gone.
#[derive(Clone, Copy, Default)]
struct Helps {
    /// So many are mitigated by it.
    mitigates: usize,
    /// Of so many others the risk is lower.
    lowers: usize,
}

/// What a control on an element does, also to threats of others: rules look for it in front of what they are about.
fn helps<'a>(
    at: &'a Snapshot,
    evaluator: &mut Evaluator<'a>,
    id: ElementId,
    control: ControlId,
    gone: &[&str],
) -> Helps {
    let assessed = &at.analysis().assessed;
    let bearable = assessed.appetite.unwrap_or(0);
    let counting = assessed.threats.iter().filter(|threat| threat.counts).take(MOST_JUDGED);
    let mut helps = Helps::default();
    for threat in counting.filter(|threat| !gone.contains(&threat.id.as_str())) {
        if would_count(evaluator, threat, control, id)
            && let Some((before, after)) = levels(at, threat, control)
        {
            match after <= bearable {
                true => helps.mitigates += 1,
                false => helps.lowers += usize::from(after < before),
            }
        }
    }
    helps
}

/// What an action does, behind its title.
fn effect((gone, void): (usize, usize), helps: Helps) -> String {
    let mut said = removed(gone, void);
    let mut named = gone > 0;
    for (word, many) in [("mitigates", helps.mitigates), ("lowers", helps.lowers)] {
        let what = match (many, named) {
            (0, _) => continue,
            (many, true) => many.to_string(),
            (many, false) => threats(many),
        };
        said.push_str(&format!(", {word} {what}"));
        named = true;
    }
    said
}

/// The risk of a threat before and after one more control, where that lowers it.
pub fn lowered(at: &Snapshot, threat: &Threat, control: ControlId) -> Option<(String, String)> {
    let (before, after) = levels(at, threat, control)?;
    let risk = at.analysis().method()?.matrix.risk;
    let name = |level| at.library().enums[risk].value_name(level).to_owned();
    (after < before).then(|| (name(before), name(after)))
}

/// The same as places on the scale, whether it lowers it or not.
fn levels(at: &Snapshot, threat: &Threat, control: ControlId) -> Option<(u16, u16)> {
    let after = residual_with(at.library(), at.analysis().method()?, threat, control);
    Some((threat.residual.level.1, after.level.1))
}

/// The edit that names a control in an `apply` that is there, or adds one.
pub fn application(at: &Snapshot, decl: &Decl, name: &str) -> Option<Edit> {
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
