//! What a model says about one of its parts: what it is, what is stated about it, and the threats to it, as Markdown.

use std::fmt::Write as _;
use tm_compiler::document::{AppliedControl, Document, Fact, Location, Threat};

/// What all parts have.
struct Part<'a> {
    word: &'a str,
    id: &'a str,
    was: &'a [String],
    title: &'a str,
    doc: &'a str,
    is: String,
    properties: &'a [Fact],
    controls: &'a [AppliedControl],
    location: &'a Location,
}

/// The entry of an element, a flow, a boundary or data, by its name or one that it had.
pub fn entry(document: &Document, name: &str) -> Option<String> {
    let called = |part: &Part<'_>| part.id == name || part.was.iter().any(|earlier| earlier == name);
    let part = parts(document).find(called)?;
    let title =
        if part.title.is_empty() || part.title == part.id { String::new() } else { format!(": {}", part.title) };
    let mut text = format!("# {} `{}`{title}\n\n", part.word, part.id);
    let mut paragraph = |words: &str| {
        if !words.is_empty() {
            let _ = writeln!(text, "{words}\n");
        }
    };
    paragraph(part.doc);
    paragraph(&format!("Declared: {}:{}", part.location.file, part.location.line));
    paragraph(&part.is);
    list(&mut text, "Known", part.properties.iter().map(|one| format!("`{} = {}`", one.property, one.value)));
    list(&mut text, "Controls", part.controls.iter().map(|one| format!("`{}` {}", one.control, one.status)));
    let threats = || document.threats.iter().filter(|one| is_about(one, part.id));
    list(&mut text, "Threats to it", threats().map(shown));
    if let Some(first) = threats().next() {
        let _ = writeln!(text, "`tm explain {}` shows why.", first.id);
    }
    Some(text)
}

/// The names of all parts.
pub fn names(document: &Document) -> impl Iterator<Item = &str> {
    parts(document).map(|part| part.id)
}

fn parts(document: &Document) -> impl Iterator<Item = Part<'_>> {
    let elements = document.elements.iter().map(|one| Part {
        word: &one.kind,
        id: &one.id,
        was: &one.was,
        title: &one.title,
        doc: &one.doc,
        is: of_type(&one.r#type),
        properties: &one.properties,
        controls: &one.controls,
        location: &one.location,
    });
    let flows = document.flows.iter().map(|one| Part {
        word: "flow",
        id: &one.id,
        was: &one.was,
        title: &one.title,
        doc: &one.doc,
        is: format!("From `{}` to `{}`", one.source, one.target),
        properties: &one.properties,
        controls: &one.controls,
        location: &one.location,
    });
    let boundaries = document.boundaries.iter().map(|one| Part {
        word: "boundary",
        id: &one.id,
        was: &one.was,
        title: &one.title,
        doc: &one.doc,
        is: of_type(&one.r#type),
        properties: &one.properties,
        controls: &one.controls,
        location: &one.location,
    });
    let data = document.data.iter().map(|one| Part {
        word: "data",
        id: &one.id,
        was: &one.was,
        title: &one.title,
        doc: &one.doc,
        is: of_type(&one.r#type),
        properties: &one.properties,
        controls: &[],
        location: &one.location,
    });
    elements.chain(flows).chain(boundaries).chain(data)
}

fn of_type(ty: &str) -> String {
    if ty.is_empty() { String::new() } else { format!("Is: `{ty}`") }
}

/// True for threats that stand at a part, and for those that it is a witness of.
fn is_about(threat: &Threat, id: &str) -> bool {
    threat.element == id || threat.witnesses.iter().any(|witness| witness == id)
}

fn shown(threat: &Threat) -> String {
    let sure = if threat.verdict == "possible" { ", possible" } else { "" };
    format!("`{}` {} ({}{sure})", threat.id, threat.residual.title, threat.status)
}

fn list(text: &mut String, label: &str, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.collect();
    if !items.is_empty() {
        let _ = writeln!(text, "{label}:\n");
        for item in items {
            let _ = writeln!(text, "- {}", item.replace('\n', " "));
        }
        text.push('\n');
    }
}
