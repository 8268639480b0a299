//! Glue between the document and the templates: which templates there are, and what they are fed.

use crate::bounds::Bounds;
use crate::diagrams::Scope;
use crate::evidence;
use crate::exit::Failure;
use std::fs;
use std::path::Path;
use tm_compiler::document::Document;
use tm_compiler::emit::{Picture, Prepared, TemplateError, Templates};

/// The largest template that is read.
const LARGEST: u64 = 16 << 20;

/// A user's own templates: name below their folder, text.
pub type Own = Vec<(String, String)>;

/// Reads a folder of templates; names use `/` on every system.
///
/// # Errors
/// Where the folder or a file cannot be read or is not text.
pub fn read_own(folder: &Path) -> Result<Own, Failure> {
    let mut own = Own::new();
    let bounds = Bounds::inside(folder);
    let mut waiting = vec![String::new()];
    while let Some(inner) = waiting.pop() {
        let here = if inner.is_empty() { folder.to_owned() } else { folder.join(&inner) };
        let entries = fs::read_dir(&here).map_err(|error| Failure::io("read", &here, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| Failure::io("read", &here, &error))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let (path, name) = (entry.path(), join(&inner, &name));
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if hidden {
                continue;
            } else if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                waiting.push(name);
            } else {
                bounds.check(&path)?;
                let text = String::from_utf8(evidence::bytes(&path, LARGEST)?)
                    .map_err(|_| Failure::new(format!("cannot read `{}`: it is not UTF-8 text", path.display())))?;
                own.push((name, text));
            }
        }
    }
    own.sort();
    Ok(own)
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// All templates: the built-in ones, and a user's in their place or beside them.
///
/// # Errors
/// Where a template has a mistake.
pub fn templates(own: &Own, folder: &Path) -> Result<Templates, Failure> {
    let builtin = tm_stdlib::templates().iter();
    let builtin = builtin.map(|file| (file.path, file.text));
    Templates::new(builtin, own).map_err(|error| mistake(&error, folder))
}

/// A mistake in a template, in the user's own folder where it is there.
pub fn mistake(error: &TemplateError, folder: &Path) -> Failure {
    let path = folder.join(&error.template);
    let name = if path.is_file() { path.display().to_string() } else { error.template.clone() };
    let place = match error.line {
        0 => name,
        line => format!("{name}:{line}:{}", error.column),
    };
    Failure::new(format!("template `{place}`: {}", error.message)).help(error.help.clone())
}

/// The text of the whole diagram in one of the languages for diagrams: `dot` or `mmd`.
///
/// # Errors
/// Where the template fails, which is a defect of the library.
pub fn diagram_text(document: &Document, ending: &str) -> Result<String, Failure> {
    let name = format!("diagram.{ending}");
    let builtin = tm_stdlib::templates().iter();
    let wanted = builtin.filter(|file| file.path == name).map(|file| (file.path, file.text));
    let rendered =
        Templates::new(wanted, &[]).and_then(|templates| templates.render(&name, &Prepared::new(document, &[])?));
    rendered.map_err(|error| mistake(&error, Path::new("")))
}

/// A document with pictures, ready for the templates of reports.
///
/// # Errors
/// Where the diagram's text cannot be made, which is a defect of the library.
pub fn prepare(document: &Document, pictures: &[Picture], mermaid: &str) -> Result<Prepared, Failure> {
    let prepared = Prepared::new(document, pictures);
    let mut prepared = prepared.map_err(|error| mistake(&error, Path::new("")))?;
    prepared.set_mermaid(mermaid);
    Ok(prepared)
}

/// The part of a document that a scope shows: its elements, the boundaries around them, the flows between them.
pub fn part(document: &Document, scope: &Scope) -> Document {
    let shown = scope.elements();
    let mut part = document.clone();
    part.elements.retain(|element| shown.contains(element.id.as_str()));
    part.flows.retain(|flow| shown.contains(flow.source.as_str()) && shown.contains(flow.target.as_str()));
    let mut around: Vec<String> = part.elements.iter().map(|element| element.boundary.clone()).collect();
    around.extend(scope.empty().iter().map(|id| (*id).to_owned()));
    // Outer boundaries stand before inner ones, so one pass from the back finds all parents.
    for boundary in document.boundaries.iter().rev() {
        if around.contains(&boundary.id) {
            around.push(boundary.parent.clone());
        }
    }
    part.boundaries.retain(|boundary| around.contains(&boundary.id));
    part
}
