//! References of the package being analysed: ids that do not exist, that are retired, or that fit nothing.

use super::read::texts;
use super::{Catalog, Catalogs, Entry, Found, folded};
use crate::codes;
use crate::decl::{Decl, DeclKind};
use crate::diagnostic::{Diagnostic, Severity, list_names};
use crate::source::Span;

/// The attributes that hold ids.
const HOLDERS: &[&str] = &["references", "satisfies", "cve", "cwe"];

/// Checks the ids in some declarations and in what they contain.
pub(super) fn references(catalogs: &Catalogs, decls: &[Decl], diagnostics: &mut Vec<Diagnostic>) {
    for decl in decls {
        if holds_ids(&decl.kind) {
            let assigns = decl.body.assigns.iter().filter(|assign| HOLDERS.contains(&assign.path.text().as_str()));
            let ids = assigns.flat_map(|assign| texts(&assign.value));
            diagnostics.extend(ids.filter_map(|(id, span)| reference(catalogs, &id, span)));
        }
        references(catalogs, &decl.body.decls, diagnostics);
    }
}

fn holds_ids(kind: &DeclKind) -> bool {
    matches!(
        kind,
        DeclKind::Threat
            | DeclKind::ExtendThreat(_)
            | DeclKind::Control
            | DeclKind::Policy
            | DeclKind::Vulnerability(_)
    )
}

fn reference(catalogs: &Catalogs, id: &str, span: Span) -> Option<Diagnostic> {
    if id.starts_with("https://") || id.starts_with("http://") {
        return None;
    }
    match catalogs.find(id) {
        Found::Entry(entry) => advice(&entry, span),
        Found::Unknown(catalog) => Some(unknown(catalog, id, span)),
        Found::Strange => Some(strange(catalogs, id, span)),
    }
}

fn unknown(catalog: &Catalog, id: &str, span: Span) -> Diagnostic {
    let message = format!("`{id}` is not in the table of {}", catalog.source());
    let mut diagnostic = Diagnostic::new(codes::UNKNOWN_REFERENCE, span, message).label("no entry has this id");
    if !catalog.doc.is_empty() {
        diagnostic = diagnostic.note(format!("it holds: {}", catalog.doc.trim()));
    }
    match catalog.nearest(id) {
        Some(near) if folded(&near) == folded(id) => propose(diagnostic, vec![near]),
        // Another number is another thing: people choose.
        Some(near) => {
            let title = catalog.entry(&near).map(|entry| entry.title).filter(|title| !title.is_empty());
            let title = title.map(|title| format!(" ({title})")).unwrap_or_default();
            diagnostic.help(format!("the nearest id is `{near}`{title}; is that the one?"))
        }
        None => diagnostic,
    }
}

fn strange(catalogs: &Catalogs, id: &str, span: Span) -> Diagnostic {
    let message = format!("`{id}` has the form of no catalogue's ids");
    let diagnostic = Diagnostic::new(codes::STRANGE_REFERENCE, span, message)
        .label("nothing is known about it")
        .help("write an id of a catalogue or a web address, or declare a `catalog` with ids of this form");
    propose(diagnostic, catalogs.alike(id))
}

/// Offers ids to be written instead.
fn propose(mut diagnostic: Diagnostic, ids: Vec<String>) -> Diagnostic {
    if !ids.is_empty() {
        diagnostic.help = Some(format!("did you mean {}?", list_names(&ids, 4)));
    }
    let span = diagnostic.span();
    for id in ids.iter().take(4) {
        diagnostic = diagnostic.edit(format!("change to `{id}`"), span, format!("\"{id}\""));
    }
    diagnostic
}

/// What a catalogue itself advises about an id.
fn advice(entry: &Entry, span: Span) -> Option<Diagnostic> {
    let Entry { id, source, title, successors, .. } = entry;
    let retired = |what: String| Diagnostic::new(codes::RETIRED_REFERENCE, span, what).label(title.clone());
    let unsuited = |what: String| Diagnostic::new(codes::UNSUITED_REFERENCE, span, what).label(title.clone());
    Some(match entry.status.as_str() {
        "retired" if successors.is_empty() => {
            retired(format!("`{id}` is retired in {source}")).note("the catalogue names no successor")
        }
        "retired" => {
            let found = propose(retired(format!("`{id}` is retired in {source}")), successors.clone());
            found.help(format!("name its successor, {}", list_names(successors, 4)))
        }
        "prohibited" => unsuited(format!("{source} forbids to name `{id}` as the cause of a vulnerability"))
            .help("name the entry that says what an attacker makes use of"),
        "discouraged" => {
            let found = unsuited(format!("{source} advises against `{id}`, which says too little"));
            let found = found.help("name a more specific entry, where one fits");
            Diagnostic { severity: Severity::Note, ..found }
        }
        _ => return None,
    })
}
