//! What a package says about one of its names: the entry of `tm doc` as Markdown for a terminal.

use std::fmt::Write as _;
use tm_compiler::handbook::{ControlEntry, Link, Page, PropertyEntry, SetEntry, ThreatEntry, TypeEntry};

/// The entries of a page, each with its name and its text.
pub fn entries(page: &Page) -> Vec<(&str, String)> {
    let types = page.types.iter().map(|one| (one.name.as_str(), ty(one)));
    let properties = page.properties.iter().map(|one| (one.name.as_str(), property(one)));
    let sets = page.sets.iter().map(|one| (one.name.as_str(), set(one)));
    let controls = page.controls.iter().map(|one| (one.name.as_str(), control(one)));
    let threats = page.threats.iter().map(|one| (one.name.as_str(), threat(one)));
    let others = page.others.iter().map(|one| {
        let text = format!("# {} `{}`\n\n{}\n\n```\n{}\n```\n", one.word, one.name, one.doc, one.text);
        (one.name.as_str(), text)
    });
    let own = page.types.iter().flat_map(|ty| &ty.properties).map(|one| (one.name.as_str(), property(one)));
    types.chain(properties).chain(sets).chain(controls).chain(threats).chain(others).chain(own).collect()
}

fn ty(one: &TypeEntry) -> String {
    let bases = if one.bases.is_empty() { one.kind.clone() } else { names(&one.bases) };
    let mut text = headed("type", &one.name, &one.title, &one.doc);
    line(&mut text, "Is", &bases);
    line(&mut text, "Always", &ticked(&one.facts));
    list(&mut text, "Properties", one.properties.iter().map(with_type));
    line(&mut text, "Threats to it", &names(&one.threats));
    text
}

fn property(one: &PropertyEntry) -> String {
    let mut text = format!("# property `{}`\n\n{}\n\n", one.name, one.doc);
    line(&mut text, "Of", &format!("`{}`", one.of.name));
    line(&mut text, "Type", &format!("`{}`", one.r#type));
    line(&mut text, "Assumed where nothing is stated", &ticked(std::slice::from_ref(&one.default)));
    text
}

fn with_type(one: &PropertyEntry) -> String {
    format!("`{}: {}` {}", one.name, one.r#type, one.doc)
}

fn set(one: &SetEntry) -> String {
    let mut text = headed(if one.scale { "scale" } else { "enum" }, &one.name, "", &one.doc);
    list(&mut text, "Values", one.values.iter().map(|value| format!("`{}` {}", value.name, value.doc)));
    text
}

fn control(one: &ControlEntry) -> String {
    let mut text = headed("control", &one.name, &one.title, &one.doc);
    line(&mut text, "May stand on", &names(&one.on));
    line(&mut text, "Takes off", &format!("{:.0}% of the {}", one.strength * 100.0, one.reduces));
    line(&mut text, "Makes true", &ticked(&one.facts));
    line(&mut text, "Helps against", &names(&one.mitigates));
    line(&mut text, "Satisfies", &ticked(&ids(one.satisfies.iter().map(|one| &one.id))));
    text
}

fn threat(one: &ThreatEntry) -> String {
    let mut text = headed("threat", &one.name, &one.title, &one.doc);
    line(&mut text, "Category", &one.category_title);
    line(&mut text, "On", &names(&one.on));
    list(&mut text, "Where", one.conditions.iter().map(|one| format!("`{one}`")));
    line(&mut text, "Likelihood", &ticked(std::slice::from_ref(&one.likelihood)));
    line(&mut text, "Impact", &ticked(std::slice::from_ref(&one.impact)));
    line(&mut text, "Controls", &names(&one.mitigated_by));
    line(&mut text, "Remedy", &one.remedy);
    line(&mut text, "How to check", &one.detection);
    line(&mut text, "False positives", &one.false_positives);
    line(&mut text, "See", &ticked(&ids(one.references.iter().map(|one| &one.id))));
    text
}

fn headed(word: &str, name: &str, title: &str, doc: &str) -> String {
    let title = if title.is_empty() || title == name { String::new() } else { format!(": {title}") };
    format!("# {word} `{name}`{title}\n\n{doc}\n\n")
}

/// `Label: words`, unless there are none.
fn line(text: &mut String, label: &str, words: &str) {
    if !words.trim().is_empty() {
        let _ = writeln!(text, "{label}: {}\n", words.trim());
    }
}

fn list(text: &mut String, label: &str, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.collect();
    if !items.is_empty() {
        let _ = writeln!(text, "{label}:\n");
        for item in items {
            let _ = writeln!(text, "- {}", item.replace('\n', " ").trim());
        }
        text.push('\n');
    }
}

fn ids<'a>(all: impl Iterator<Item = &'a String>) -> Vec<String> {
    all.cloned().collect()
}

fn names(links: &[Link]) -> String {
    ticked(&ids(links.iter().map(|link| &link.name)))
}

fn ticked(all: &[String]) -> String {
    let shown = all.iter().filter(|one| !one.is_empty()).map(|one| format!("`{one}`"));
    shown.collect::<Vec<_>>().join(", ")
}
