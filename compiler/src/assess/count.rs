//! Which controls count for a threat.

use super::decisions::{Decision, DecisionKind};
use super::threats::{CountedControl, Threat};
use crate::derive::{Instance, bind};
use crate::evaluate::Evaluator;
use crate::ids::{ControlId, ElementId};
use crate::library::{ControlUse, Library};
use crate::model::Model;
use crate::value::Value;
use std::sync::Arc;

/// The controls that count for an instance, each once, and those that the rule lists but that stand nowhere. For most
/// threats these are all that it lists (`listed`), in one list for all of them.
pub(super) fn controls(
    library: &Library,
    model: &Model,
    evaluator: &mut Evaluator<'_>,
    instance: &Instance,
    (decisions, listed): (&[&Decision], &Arc<[ControlId]>),
) -> (Vec<CountedControl>, Arc<[ControlId]>) {
    let mut counted: Vec<CountedControl> = Vec::new();
    for decision in decisions {
        if let DecisionKind::Mitigate { controls, details } = &decision.kind {
            for used in controls {
                let listed =
                    library.rules[instance.rule].mitigated_by.iter().find(|known| known.control == used.control);
                let strength = used.strength.or_else(|| listed.and_then(|listed| listed.strength));
                add(&mut counted, decided(library, used.control, strength, details, decision));
            }
        }
    }
    let applied = |used: &&ControlUse| model.structure.is_applied(used.control);
    for used in library.rules[instance.rule].mitigated_by.iter().filter(applied) {
        if !counts(&counted, used.control) {
            let mut places = places(evaluator, instance, used).into_iter();
            counted.extend(places.find_map(|place| standing(library, model, place, used)));
        }
    }
    let missing = match counted.is_empty() {
        true => Arc::clone(listed),
        false => listed.iter().copied().filter(|control| !counts(&counted, *control)).collect(),
    };
    (counted, missing)
}

/// The controls that each rule lists, each once.
pub(super) fn listed(library: &Library) -> Vec<Arc<[ControlId]>> {
    let of = |uses: &[ControlUse]| {
        let again = |at: usize| uses[..at].iter().any(|earlier| earlier.control == uses[at].control);
        (0..uses.len()).filter(|at| !again(*at)).map(|at| uses[at].control).collect()
    };
    library.rules.values().map(|rule| of(&rule.mitigated_by)).collect()
}

fn counts(counted: &[CountedControl], control: ControlId) -> bool {
    counted.iter().any(|known| known.control == control)
}

fn add(counted: &mut Vec<CountedControl>, control: CountedControl) {
    if !counts(counted, control.control) {
        counted.push(control);
    }
}

/// Where a control must stand: where the rule says, or on the carrier.
pub(super) fn places(evaluator: &mut Evaluator<'_>, instance: &Instance, used: &ControlUse) -> Vec<ElementId> {
    let Some(on) = &used.on else {
        return vec![instance.carrier];
    };
    bind(evaluator, instance);
    let value = evaluator.eval(on);
    value.members().iter().filter_map(Value::element).collect()
}

/// True where a control that is missing would count for a threat if it stood on an element.
pub fn would_count(evaluator: &mut Evaluator<'_>, threat: &Threat, control: ControlId, element: ElementId) -> bool {
    if !threat.missing.contains(&control) {
        return false;
    }
    let (library, model) = (evaluator.library, evaluator.model);
    let listed = library.rules[threat.instance.rule].mitigated_by.iter().filter(|used| used.control == control);
    let stands = |place: ElementId| place == element || model.structure.around(place).any(|around| around == element);
    { listed }.any(|used| places(evaluator, &threat.instance, used).into_iter().any(stands))
}

/// A control on an element or on a boundary around it.
fn standing(library: &Library, model: &Model, place: ElementId, used: &ControlUse) -> Option<CountedControl> {
    let mut found =
        model.structure.controls_on(place, &model.elements).filter(|(applied, _)| applied.control == used.control);
    let (applied, _) = found.next()?;
    let info = &library.controls[used.control];
    Some(CountedControl {
        control: used.control,
        status: applied.status,
        strength: used.strength.unwrap_or(info.strength),
        reduces: info.reduces,
        owner: applied.owner.clone(),
        ticket: applied.ticket.clone(),
        verified_by: applied.verified_by.clone(),
        span: applied.span,
    })
}

fn decided(
    library: &Library,
    control: ControlId,
    strength: Option<f64>,
    details: &crate::model::Details,
    decision: &Decision,
) -> CountedControl {
    let info = &library.controls[control];
    CountedControl {
        control,
        status: details.status,
        strength: strength.unwrap_or(info.strength),
        reduces: info.reduces,
        owner: details.owner.clone(),
        ticket: details.ticket.clone(),
        verified_by: details.verified_by.clone(),
        span: decision.span,
    }
}
