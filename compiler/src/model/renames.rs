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
            if !was_a_name(&name) {
                diagnostics.push(no_name(stated.span, &name));
                continue;
            }
            let first = called.get(&*name).or_else(|| earlier.get(&name)).copied();
            if let Some(other) = first {
                if other == id {
                    diagnostics.push(match *element.id == *name {
                        true => still_called(element, stated.span, &name),
                        false => twice(stated.span, &name),
                    });
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

/// True for what an id may have been: words of letters, digits and `_`, with two dots between the ends of a flow, and
/// one behind the name of another package.
fn was_a_name(text: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.chars().all(|one| one.is_alphanumeric() || one == '_');
    text.split("..").all(|end| end.split('.').all(word))
}

/// A text in a `was` that nothing can have been called.
fn no_name(stated: Span, text: &str) -> Diagnostic {
    Diagnostic::new(codes::DISPUTED_NAME, stated, format!("nothing can have been called `{text}`"))
        .label("`was` holds names of the past")
        .help("write the earlier name as it stood there, such as `was = \"api\"`; a flow without a name was `\"from..to\"`")
}

/// A name that stands in a `was` twice.
fn twice(stated: Span, name: &str) -> Diagnostic {
    Diagnostic::new(codes::DISPUTED_NAME, stated, format!("`{name}` stands here twice"))
        .label("`was` holds each name of the past once")
        .help(format!("leave out one `\"{name}\"`"))
}

/// A name that stands in its own `was`.
fn still_called(element: &Element, stated: Span, name: &str) -> Diagnostic {
    Diagnostic::new(codes::DISPUTED_NAME, stated, format!("`{name}` is called that still"))
        .label("`was` holds names of the past")
        .also(element.span, "this is its name")
        .help(format!("leave out `\"{name}\"`"))
}

#[cfg(test)]
mod tests {
    use super::was_a_name;

    #[test]
    fn ids_of_all_forms_may_have_been() {
        assert!(["api", "Überweisung_2", "api..db", "api..pay.gateway"].into_iter().all(was_a_name));
        assert!(["", "a b", "api..", "a...b", ".a", "a<b"].into_iter().all(|text| !was_a_name(text)));
    }
}
