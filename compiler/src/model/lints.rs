//! Warnings about models that mean something, but perhaps not what was meant.

use super::Model;
use crate::builtins::attribute;
use crate::codes;
use crate::decl::Kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::ids::{ElementId, Id};
use crate::library::Library;
use crate::value::Value;

/// Looks at the root package's elements.
pub(super) fn lint(library: &Library, model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    if diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        return; // what seems odd may follow from a mistake
    }
    let stores = model.elements.iter().filter(|(_, element)| element.kind == Kind::Store);
    stores.for_each(|(store, _)| opened_flows(model, store, diagnostics));
    let named = named(model);
    for (id, element) in model.elements.iter().filter(|(id, _)| model.is_own(*id)) {
        match element.kind {
            Kind::Store => uncarried(model, id, diagnostics),
            Kind::Data if named.as_ref().is_some_and(|named| !named[id.index()]) => {
                unused_data(model, id, diagnostics);
            }
            _ => {}
        }
    }
    empty_model(model, diagnostics);
    if library.rules.is_empty() {
        without_rules(model, diagnostics);
    }
}

/// Flows cross boundaries, and no package in use has a rule that would look at them.
fn without_rules(model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    let crossing = model.elements.iter().find(|(id, element)| {
        let ends = element.ends.filter(|_| model.is_own(*id));
        ends.is_some_and(|(from, to)| model.elements[from].parent != model.elements[to].parent)
    });
    if let Some((_, flow)) = crossing {
        let message = "no threat can be found: no package in use has rules";
        diagnostics.push(
            Diagnostic::new(codes::NO_RULES, flow.span, message)
                .label("crosses a boundary, and no rule looks at it")
                .help("add a `use` of a package with threats at the top; `tm doc` lists those of the library"),
        );
    }
}

/// Flows that a store opens, although somebody asks it.
fn opened_flows(model: &Model, store: ElementId, diagnostics: &mut Vec<Diagnostic>) {
    let from = &model.elements[store];
    for id in model.structure.outflows[store.index()].iter().filter_map(Value::element) {
        let flow = &model.elements[id];
        let Some(to) = flow.ends.map(|(_, target)| &model.elements[target]).filter(|_| model.is_own(id)) else {
            continue;
        };
        if to.kind == Kind::Store {
            continue;
        }
        diagnostics.push(
            Diagnostic::new(codes::STORE_OPENS_FLOW, flow.span, format!("the store `{}` opens this flow", from.id))
                .label("a flow points from who opens the conversation")
                .help(format!(
                    "where `{}` asks for the data, write `{} -> {}` and put them into `receives`",
                    to.id, to.id, from.id
                )),
        );
    }
}

/// Data that is kept although no flow could have brought it.
fn uncarried(model: &Model, id: ElementId, diagnostics: &mut Vec<Diagnostic>) {
    let element = &model.elements[id];
    let Some(stated) = element.stated(attribute::HOLDS) else {
        return;
    };
    let index = id.0 as usize;
    let flows = model.structure.inflows[index].iter().chain(model.structure.outflows[index].iter());
    let silent = flows
        .clone()
        .any(|flow| matches!(flow, Value::Element(id) if model.structure.data[id.0 as usize] == Value::Unknown));
    if silent {
        return;
    }
    for data in element.elements(attribute::HOLDS).unwrap_or_default() {
        if model.structure.carried_by[data.0 as usize].is_empty() {
            let name = &model.elements[data].id;
            diagnostics.push(
                Diagnostic::new(
                    codes::UNCARRIED_DATA,
                    stated.span,
                    format!("`{}` holds `{name}`, but no flow ever carries it", element.id),
                )
                .label("how does it get there?")
                .help(format!("add `{name}` to what a flow `sends` or `receives`")),
            );
        }
    }
}

/// For each element whether an own one names it in its values, where there are any nodes. Packages without them declare
/// data for others.
fn named(model: &Model) -> Option<Vec<bool>> {
    let own = || model.elements.iter().filter(|(id, _)| model.is_own(*id));
    own().find(|(_, element)| element.kind.is_node())?;
    let stated = own().flat_map(|(_, element)| &element.stated);
    let values = stated.flat_map(|stated| stated.value.members());
    let mut named = vec![false; model.elements.len()];
    values.filter_map(Value::element).for_each(|id| named[id.index()] = true);
    Some(named)
}

/// Data that nothing in the model has to do with.
fn unused_data(model: &Model, id: ElementId, diagnostics: &mut Vec<Diagnostic>) {
    if !model.structure.carried_by[id.0 as usize].is_empty() {
        return;
    }
    let element = &model.elements[id];
    diagnostics.push(
        Diagnostic::new(codes::UNUSED, element.span, format!("nothing holds or carries `{}`", element.id))
            .label("declared, but not part of the model")
            .help("put it into `holds` of a store, or into `sends` or `receives` of a flow"),
    );
}

fn empty_model(model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    let own = model.elements.iter().any(|(id, element)| model.is_own(id) && element.kind.is_node());
    if let Some(id) = model.model.filter(|_| !own) {
        let element = &model.elements[id];
        diagnostics.push(
            Diagnostic::new(
                codes::EMPTY_MODEL,
                element.span,
                format!("the model `{}` has no elements yet", element.id),
            )
            .help("add an `actor`, a `process` or a `store`, and a `flow` between them"),
        );
    }
}
