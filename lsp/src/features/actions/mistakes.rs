//! Repairs of mistakes: the edits that they come with, and the declaration of what is missing.

use super::Action;
use super::arrange::gone;
use super::choices::choices;
use crate::features::unused::{CODE, unused};
use crate::insert;
use crate::snapshot::{Edit, Snapshot};
use std::collections::BTreeSet;
use std::ops::Range;
use tm_compiler::codes;
use tm_compiler::decl::{Decl, DeclKind, Kind};
use tm_compiler::diagnostic::Diagnostic;
use tm_compiler::source::{FileId, Span};

/// Attributes whose values are kinds of data.
const OF_DATA: [&str; 3] = ["holds", "sends", "receives"];

/// How far a mitigation can be, what is decided most often first.
const STATUSES: [&str; 3] = ["planned", "implemented", "proposed"];

/// What repairs the mistakes that some bytes touch.
pub fn repairs(at: &Snapshot, file: FileId, range: &Range<usize>) -> Vec<Action> {
    let touched = |found: &&Diagnostic| {
        let span = found.span();
        span.file == file && span.start as usize <= range.end && range.start <= span.end as usize
    };
    let mut actions = Vec::new();
    for found in at.analysis().diagnostics().iter().filter(touched) {
        actions.extend(offered(at, found));
        actions.extend(choices(at, found));
        match found.code {
            codes::UNKNOWN_NAME => actions.extend(declarations(at, found)),
            codes::INCOMPLETE_DECISION => actions.extend(needed(at, found)),
            _ => {}
        }
    }
    actions.extend(removals(at, file, range));
    let mut seen = BTreeSet::new();
    actions.retain(|action| seen.insert(action.title.clone()));
    actions
}

/// Takes away what nothing needs.
fn removals(at: &Snapshot, file: FileId, range: &Range<usize>) -> Vec<Action> {
    let touched =
        |span: Span| span.file == file && span.start as usize <= range.end && range.start <= span.end as usize;
    let idle = unused(at).into_iter().filter(|idle| touched(idle.at));
    let action = |span: Span| Action {
        title: format!(
            "remove `{}`",
            insert::rest_of_line(at.analysis().sources.text(span), 0).trim_end_matches([' ', '{'])
        ),
        about: CODE.to_owned(),
        edits: vec![gone(at, span)],
        ..Action::default()
    };
    idle.filter_map(|idle| idle.whole).map(action).collect()
}

fn offered<'a>(at: &'a Snapshot, found: &'a Diagnostic) -> impl Iterator<Item = Action> + 'a {
    found.edits.iter().map(|edit| Action {
        title: edit.title.clone(),
        preferred: found.edits.len() == 1,
        about: found.code.to_owned(),
        edits: vec![Edit { at: at.location(edit.span), text: edit.replacement.clone() }],
        ..Action::default()
    })
}

/// Adds what a decision must say: how far a mitigation is; who decided, and why, to be filled in.
fn needed(at: &Snapshot, found: &Diagnostic) -> Vec<Action> {
    let span = found.span();
    let around = at.around(span.file, span.start as usize);
    let Some(decl) = around.into_iter().find(|decl| decl.span == span) else {
        return Vec::new();
    };
    let lacks = |name: &&str| !decl.body.assigns.iter().any(|assign| assign.path.text() == **name);
    let filled_in = |names: &[&str]| -> Vec<Vec<String>> {
        let missing: Vec<String> =
            names.iter().filter(|name| lacks(name)).map(|name| format!("{name} = \"\"")).collect();
        if missing.is_empty() { Vec::new() } else { vec![missing] }
    };
    let choices = match &decl.kind {
        DeclKind::Mitigate { .. } => STATUSES.iter().map(|word| vec![format!("status = {word}")]).collect(),
        DeclKind::Accept { .. } => filled_in(&["by", "reason"]),
        _ => filled_in(&["reason"]),
    };
    let action = |members: Vec<String>| {
        let edits = vec![insert::members(at, decl, &members)?];
        let title = format!("add `{}`", members.join(", "));
        Some(Action { title, about: found.code.to_owned(), edits, ..Action::default() })
    };
    choices.into_iter().filter_map(action).collect()
}

/// Declares what a name could mean where it stands.
fn declarations(at: &Snapshot, found: &Diagnostic) -> Vec<Action> {
    let span = found.span();
    let name = at.analysis().sources.text(span);
    let around = at.around(span.file, span.start as usize);
    let (Some(outermost), Some(innermost)) = (around.first(), around.last()) else {
        return Vec::new();
    };
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    let forms = if is_name { forms(innermost, span, name) } else { Vec::new() };
    let action = |form: String| Action {
        title: format!("declare `{form}`"),
        about: found.code.to_owned(),
        edits: vec![insert::behind(at, outermost, &form)],
        ..Action::default()
    };
    forms.into_iter().map(action).collect()
}

/// The declarations that give a name in a declaration a meaning.
fn forms(decl: &Decl, span: Span, name: &str) -> Vec<String> {
    let of_kinds = |kinds: &[Kind]| kinds.iter().map(|kind| format!("{} {name}", kind.word())).collect();
    if let DeclKind::Flow { source, target, .. } = &decl.kind
        && (source.span == span || target.span == span)
    {
        return of_kinds(&[Kind::Process, Kind::Actor, Kind::Store]);
    }
    let holds = |outer: Span| outer.start <= span.start && span.end <= outer.end;
    let mut assigns = decl.body.assigns.iter();
    if assigns.any(|assign| OF_DATA.contains(&assign.path.text().as_str()) && holds(assign.value.span)) {
        return of_kinds(&[Kind::Data]);
    }
    match (&decl.kind, &decl.ty) {
        (DeclKind::Element { kind, .. }, Some(ty)) if holds(ty.span) => vec![format!("type {name}: {}", kind.word())],
        (DeclKind::Flow { .. }, Some(ty)) if holds(ty.span) => vec![format!("type {name}: {}", Kind::Flow.word())],
        _ => Vec::new(),
    }
}
