//! What the page asks for, from one state of the model.

use super::live::Shown;
use crate::commands::build;
use crate::diagrams;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use tm_compiler::Outcome;
use tm_compiler::diagnostic::{Diagnostic, Severity};
use tm_lsp::features::preview::preview;

/// So many mistakes are listed; who has more mends these first.
const MOST: usize = 200;

/// The picture, where each thing in it is declared, and what is wrong.
pub fn state(shown: &Shown, view: Option<&str>) -> Value {
    let at = &*shown.snapshot;
    let sources = &at.analysis().sources;
    let found = preview(at, |document| diagrams::preview(document, view));
    let places = found.iter().flat_map(|found| &found.places).filter_map(|(id, place)| {
        let file = sources.file(at.file(&place.path)?)?;
        let (start, end) = (file.position(place.range.start).0, file.position(place.range.end).0);
        Some((id.clone(), json!({ "path": place.path, "start": start, "end": end })))
    });
    let mut diagnostics: Vec<&Diagnostic> = at.analysis().diagnostics().iter().collect();
    diagnostics.sort_by_key(|one| one.severity);
    let problem = |one: &&Diagnostic| {
        let (path, line, _) = sources.locate(one.span());
        let (severity, help) = (one.severity.word(), one.help.as_deref().unwrap_or_default());
        json!({ "severity": severity, "code": one.code, "message": one.message, "help": help, "path": path, "line": line })
    };
    json!({
        "revision": shown.revision,
        "title": title(shown),
        "trouble": shown.trouble,
        "threats": at.analysis().assessed.threats.iter().filter(|threat| threat.counts).count(),
        "valid": at.analysis().outcome() != Outcome::Invalid,
        "view": found.as_ref().map(|found| &found.picture.view),
        "views": found.as_ref().map(|found| &found.picture.views),
        "svg": found.as_ref().map(|found| &found.picture.svg),
        "places": places.collect::<Map<String, Value>>(),
        "errors": diagnostics.iter().filter(|one| one.severity == Severity::Error).count(),
        "problems": diagnostics.iter().take(MOST).map(problem).collect::<Vec<Value>>(),
        "unlisted": diagnostics.len().saturating_sub(MOST),
    })
}

fn title(shown: &Shown) -> String {
    let model = shown.snapshot.model();
    let title = model.model.map(|id| model.elements[id].title.to_string()).filter(|title| !title.is_empty());
    title.unwrap_or_else(|| shown.snapshot.entry.clone())
}

/// The text of a file that the model is made of.
pub fn source(shown: &Shown, path: &str) -> Option<Arc<str>> {
    let at = &*shown.snapshot;
    Some(Arc::clone(&at.analysis().sources.file(at.file(path)?)?.text))
}

/// The report.
///
/// # Errors
/// A sentence that says why there is none.
pub fn report(shown: &Shown) -> Result<String, String> {
    let analysis = shown.snapshot.analysis();
    if analysis.outcome() == Outcome::Invalid {
        return Err("the model has mistakes; once they are mended, its report stands here\n".to_owned());
    }
    build::report(&analysis.document()).map_err(|failure| format!("{}\n", failure.message))
}
