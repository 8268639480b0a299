//! Elements that somebody declared and forgot: nothing leads to them, and no rule has anything to say about them.

use super::{Element, Model};
use crate::builtins::attribute;
use crate::codes;
use crate::derive::Derived;
use crate::diagnostic::Diagnostic;
use crate::goals::Aims;
use crate::ids::{ElementId, Id};
use crate::library::Library;
use crate::value::Value;
use crate::views::View;

/// Reports nodes of our own without a flow that nothing is found at and nothing names, where there are flows at all.
/// Where there are no rules that is told instead. What stands for a resource is there because the infrastructure has it:
/// whoever leaves it out is asked for it by drift.
pub(crate) fn untouched(
    library: &Library,
    model: &Model,
    derived: &Derived,
    (views, aims): (&[View], &Aims),
    diagnostics: &mut Vec<Diagnostic>,
) {
    let own = || model.elements.iter().filter(|(id, _)| model.is_own(*id));
    if library.rules.is_empty() || !own().any(|(_, element)| element.ends.is_some()) {
        return;
    }
    let lone = |id: ElementId| {
        model.structure.inflows[id.index()].is_empty() && model.structure.outflows[id.index()].is_empty()
    };
    let drawn = |element: &Element| element.kind.is_node() && element.stated(attribute::RESOURCE).is_none();
    let mut forgotten = own().filter(|(id, element)| drawn(element) && lone(*id)).peekable();
    if forgotten.peek().is_none() {
        return;
    }
    let spoken_of = spoken_of(model, derived, views, aims);
    for (_, element) in forgotten.filter(|(id, _)| !spoken_of[id.index()]) {
        let what = format!("no flow leads to or from `{}`, and no rule finds anything there", element.id);
        diagnostics.push(Diagnostic::new(codes::UNTOUCHED, element.span, what).label("was a flow forgotten?").help(
            "add a `flow`, name it where it belongs (in a property of another element, in a `view`), or leave it out",
        ));
    }
}

/// For each element whether something is found there or names it.
fn spoken_of(model: &Model, derived: &Derived, views: &[View], aims: &Aims) -> Vec<bool> {
    let mut found = vec![false; model.elements.len()];
    let mut add = |id: ElementId| found[id.index()] = true;
    let stated = model.elements.values().flat_map(|element| &element.stated);
    stated.flat_map(|stated| stated.value.members()).filter_map(Value::element).for_each(&mut add);
    for instance in derived.instances.iter().chain(&derived.absent_by_default) {
        add(instance.carrier);
        instance.witnesses.iter().filter_map(Value::element).for_each(&mut add);
    }
    views.iter().flat_map(|view| &view.include).copied().for_each(&mut add);
    // Attackers who start in a place are whoever is there.
    let starts = aims.attackers.iter().flat_map(|attacker| &attacker.starts_at);
    for place in starts.copied().chain(aims.goals.iter().map(|goal| goal.target)) {
        add(place);
        model.structure.contents[place.index()].iter().filter_map(Value::element).for_each(&mut add);
    }
    found
}
