//! What decisions and expectations are about: elements, flows and witnesses, also by names that they had before.

use super::Model;
use crate::builtins::attribute;
use crate::check::Checker;
use crate::codes;
use crate::decl::{Ident, Kind, Name, Path};
use crate::diagnostic::Diagnostic;
use crate::ids::ElementId;
use smallvec::SmallVec;

/// An element, by its name or by one that it had.
pub(crate) fn element(checker: &mut Checker<'_>, model: &Model, path: &Path) -> Option<ElementId> {
    match path.segments.as_slice() {
        [name] => match renamed(checker, model, &name.name) {
            Some(id) => Some(id),
            None => checker.element(path),
        },
        _ => checker.element(path),
    }
}

/// `checkout` or `checkout.Card`: an element, and a witness where one is named.
pub(crate) fn place(checker: &mut Checker<'_>, model: &Model, path: &Path) -> Option<(ElementId, Option<ElementId>)> {
    let many = path.segments.len();
    if many < 2 || is_element(checker, model, path) {
        return Some((element(checker, model, path)?, None));
    }
    let cut = (1..many).find(|cut| is_element(checker, model, &part(path, 0, *cut))).unwrap_or(many - 1);
    let carrier = element(checker, model, &part(path, 0, cut))?;
    Some((carrier, Some(witness(checker, model, &part(path, cut, many))?)))
}

/// A flow by its ends, which may have had other names; or one that was called after such ends. A witness may follow.
pub(crate) fn flow(
    checker: &mut Checker<'_>,
    model: &Model,
    from: &Path,
    to: &Path,
) -> Option<(ElementId, Option<ElementId>)> {
    let (source, target) = (from.text(), to.text());
    if let Some(id) = renamed(checker, model, &format!("{source}..{target}").into()) {
        return Some((id, None));
    }
    let (opener, (opened, witness)) = (element(checker, model, from)?, place(checker, model, to)?);
    let ends = Some((opener, opened));
    let found = model.elements.iter().find(|(_, element)| element.ends == ends).map(|(id, _)| (id, witness));
    if found.is_none() {
        let message = format!("there is no flow from `{source}` to `{target}`");
        let diagnostic = Diagnostic::new(codes::UNKNOWN_NAME, from.span.to(to.span), message);
        checker.diagnostics.push(diagnostic.label("nothing flows this way"));
    }
    found
}

/// A witness; data of another package are called as they are in the ids of threats, too.
fn witness(checker: &mut Checker<'_>, model: &Model, path: &Path) -> Option<ElementId> {
    if let [name] = path.segments.as_slice()
        && !is_element(checker, model, path)
    {
        let shown = |(_, element): &(ElementId, &super::Element)| element.kind == Kind::Data && element.id == name.name;
        let mut found = model.elements.iter().filter(shown);
        if let (Some((id, _)), None) = (found.next(), found.next()) {
            return Some(id);
        }
    }
    element(checker, model, path)
}

fn is_element(checker: &Checker<'_>, model: &Model, path: &Path) -> bool {
    let local = |name: &Name| checker.roster.local.contains_key(name) || renamed(checker, model, name).is_some();
    checker.library.scopes.lookup(checker.package, path).is_ok()
        || matches!(path.segments.as_slice(), [name] if local(&name.name))
}

fn part(path: &Path, from: usize, to: usize) -> Path {
    let segments: SmallVec<[Ident; 1]> = SmallVec::from(path.segments.get(from..to).unwrap_or_default());
    let ends = segments.first().zip(segments.last());
    Path { span: ends.map_or(path.span, |(first, last)| first.span.to(last.span)), segments }
}

/// The element that once had this name, where nothing has it now.
fn renamed(checker: &Checker<'_>, model: &Model, name: &Name) -> Option<ElementId> {
    let known =
        checker.roster.local.contains_key(name) || checker.library.scopes.lookup_name(checker.package, name).is_ok();
    let mut own = model.elements.iter().filter(|(id, _)| !known && model.is_own(*id));
    own.find(|(_, element)| element.texts(attribute::WAS).contains(name)).map(|(id, _)| id)
}
