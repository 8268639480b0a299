//! Earlier names (`was`): each belongs to one element, and to none that is still called so.

use super::{Element, Model};
use crate::builtins::attribute;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::ids::ElementId;
use crate::source::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Checks the root package's elements.
pub(super) fn check(model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    let own = || model.elements.iter().filter(|(id, _)| model.is_own(*id));
    if own().all(|(_, element)| element.stated(attribute::WAS).is_none()) {
        return;
    }
    let called: FxHashMap<&str, ElementId> = own().map(|(id, element)| (&*element.id, id)).collect();
    let mut earlier: FxHashMap<Arc<str>, ElementId> = FxHashMap::default();
    for (id, element) in own() {
        let Some(stated) = element.stated(attribute::WAS) else { continue };
        for name in element.texts(attribute::WAS) {
            let first = called.get(&*name).or_else(|| earlier.get(&name)).copied();
            if let Some(other) = first {
                if other == id {
                    diagnostics.push(still_called(element, stated.span, &name));
                    continue;
                }
                let other = &model.elements[other];
                let message = match *other.id == *name {
                    true => format!("`{}` was not called `{name}`: something else is", element.id),
                    false => format!("`{}` and `{}` cannot both have been `{name}`", other.id, element.id),
                };
                diagnostics.push(
                    Diagnostic::new(codes::DISPUTED_NAME, stated.span, message)
                        .label("decisions about this name would mean two things")
                        .also(other.span, format!("`{}` is declared here", other.id))
                        .help("keep the earlier name with the one that the decisions were about"),
                );
            }
            earlier.entry(name).or_insert(id);
        }
    }
}

/// A name that stands in its own `was`.
fn still_called(element: &Element, stated: Span, name: &str) -> Diagnostic {
    Diagnostic::new(codes::DISPUTED_NAME, stated, format!("`{name}` is called that still"))
        .label("`was` holds names of the past")
        .also(element.span, "this is its name")
        .help(format!("leave out `\"{name}\"`"))
}
