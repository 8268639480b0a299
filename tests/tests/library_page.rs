//! The library's own pages. `docs/library.md`, the list of what it has, is made from it: `UPDATE=1 cargo test -p tm-tests --test library_page`.
//!
//! It is read from the text, not from the compiled library: the formatter keeps each head on a line of its own.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use tm_compiler::emit::{Prepared, Templates};
use tm_compiler::handbook::{self, Page};
use tm_compiler::study::study;
use tm_tests::world::Memory;

const HEAD: &str = "# The library

What the embedded packages declare. Made from `stdlib/`; read there how each threat is found, how to check it by hand, and what a false positive looks like.
`std.core` is always visible; the others want a `use`. How rules are written: [writing threats](writing-threats.md).
";

/// A declaration at the margin of a file, or a property inside an `extend`.
struct Entry {
    word: String,
    name: String,
    /// What stands behind the colon.
    of: String,
    title: String,
    doc: String,
    strength: String,
}

#[test]
fn the_list_is_that_of_the_library() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/library.md");
    let fresh = page();
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        fs::write(&path, &fresh).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        fresh == kept.replace("\r\n", "\n"),
        "docs/library.md is of an older library; `UPDATE=1 cargo test -p tm-tests --test library_page` writes it anew"
    );
}

#[test]
fn everything_in_the_library_says_what_it_is() {
    let mut bare = Vec::new();
    for package in tm_stdlib::packages() {
        for entry in entries(package) {
            let titled = !matches!(entry.word.as_str(), "threat" | "type" | "control");
            if entry.doc.is_empty() || (entry.title.is_empty() && !titled) {
                bare.push(format!("{package}: {} {}", entry.word, entry.name));
            }
        }
    }
    assert!(bare.is_empty(), "without title or documentation: {bare:#?}");
}

fn page() -> String {
    let mut out = HEAD.to_owned();
    for package in tm_stdlib::packages() {
        writeln!(out, "\n## {package}").unwrap();
        let all = entries(package);
        table(&mut out, &all, "threat", "Threats", "category");
        table(&mut out, &all, "type", "Types", "of");
        table(&mut out, &all, "property", "Properties", "of");
        table(&mut out, &all, "control", "Controls", "stands on");
        table(&mut out, &all, "matrix", "Matrices", "from and to");
        table(&mut out, &all, "scale", "Scales", "");
        table(&mut out, &all, "enum", "Enums", "");
        table(&mut out, &all, "fn", "Functions", "");
    }
    out
}

fn table(out: &mut String, all: &[Entry], word: &str, heading: &str, second: &str) {
    let mut rows: Vec<&Entry> = all.iter().filter(|entry| entry.word == word).collect();
    if rows.is_empty() {
        return;
    }
    rows.sort_by(|one, other| (&one.of, &one.name).cmp(&(&other.of, &other.name)));
    let number = rows.len();
    write!(out, "\n### {heading} ({number})\n\n| | {second} | |\n| --- | --- | --- |\n").unwrap();
    for entry in rows {
        let doc = entry.doc.replace('|', "\\|");
        let title = match entry.title.as_str() {
            "" => String::new(),
            title => format!("**{title}.** "),
        };
        let name = &entry.name;
        writeln!(out, "| `{name}` | {} | {title}{doc}{} |", entry.of, entry.strength).unwrap();
    }
}

fn entries(package: &str) -> Vec<Entry> {
    let mut found = Vec::new();
    let files = tm_stdlib::files(package).iter();
    for file in files.filter(|file| file.path.ends_with(".tm") && !file.path.ends_with(".test.tm")) {
        read(file.text, &mut found);
    }
    found
}

fn read(text: &str, found: &mut Vec<Entry>) {
    let mut doc: Vec<&str> = Vec::new();
    let mut extended: Option<&str> = None;
    for line in text.lines() {
        let inside = line.starts_with("  ");
        let line = line.trim();
        if let Some(said) = line.strip_prefix("///") {
            doc.push(said.trim());
            continue;
        }
        let said = std::mem::take(&mut doc).join(" ");
        match (extended, inside) {
            (Some(kind), true) => found.extend(property(line, kind, said)),
            (_, true) => {
                if let Some(entry) = found.last_mut() {
                    member(line, entry);
                }
            }
            _ => {
                extended = line.strip_prefix("extend ").and_then(|rest| rest.strip_suffix(" {"));
                found.extend(declaration(line, said));
                let short = line.split_once(" { ").and_then(|(_, rest)| rest.strip_suffix(" }"));
                let valued = found.last_mut().filter(|entry| matches!(entry.word.as_str(), "enum" | "scale"));
                if let (Some(entry), Some(values)) = (valued, short) {
                    values_of(values, entry);
                }
            }
        }
    }
}

/// What a line inside a declaration adds to its row: the strength of a control, the values of an enum or a scale.
fn member(line: &str, entry: &mut Entry) {
    match (entry.word.as_str(), line.strip_prefix("strength = ")) {
        ("control", Some(share)) => entry.strength = format!(" Removes {share}."),
        ("enum" | "scale", _) => values_of(line, entry),
        _ => {}
    }
}

fn values_of(line: &str, entry: &mut Entry) {
    let bare: String = line.split('"').step_by(2).collect(); // titles may hold commas
    for value in bare.split("//").next().unwrap_or_default().split(',') {
        let name: String = value.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if !name.is_empty() {
            entry.strength.push_str(if entry.strength.is_empty() { " Values: " } else { ", " });
            entry.strength.push_str(&format!("`{name}`"));
        }
    }
}

fn property(line: &str, kind: &str, doc: String) -> Option<Entry> {
    let (name, ty) = line.split_once(": ")?;
    let name = name.trim_start_matches("inherited ");
    Some(Entry {
        word: "property".into(),
        name: format!("{name}: {ty}"),
        of: kind.into(),
        title: String::new(),
        doc,
        strength: String::new(),
    })
}

fn declaration(line: &str, doc: String) -> Option<Entry> {
    let (word, rest) = line.split_once(' ')?;
    if !["threat", "type", "control", "matrix", "scale", "enum", "fn"].contains(&word) {
        return None;
    }
    let head = rest.split(" {").next().unwrap_or(rest);
    let (head, title) = match head.split_once(" \"") {
        Some((head, title)) => (head, title.trim_end_matches('"')),
        None => (head, ""),
    };
    let (name, of) = match word {
        "fn" => (head.split(" =").next().unwrap_or(head), ""),
        _ => head.split_once(": ").unwrap_or((head, "")),
    };
    Some(Entry {
        word: word.into(),
        name: name.into(),
        of: of.into(),
        title: title.into(),
        doc,
        strength: String::new(),
    })
}

/// The reference that `tm doc` writes about the library.
fn reference() -> Vec<(String, String)> {
    let read = |package: &str| {
        let world = Memory::at(&format!("embedded:{package}"));
        let read = study(&world);
        (world, read)
    };
    let pages: Vec<Page> = tm_stdlib::packages()
        .map(read)
        .map(|read| handbook::page(&read.0, &read.1, read.1.analysis.package).unwrap())
        .collect();
    let builtin = tm_stdlib::templates().iter().map(|file| (file.path, file.text));
    let templates = Templates::new(builtin, &[]).unwrap();
    let index = templates.render("doc/index.html", &Prepared::of("pages", &pages).unwrap()).unwrap();
    let page = |page: &Page| templates.render("doc/package.html", &Prepared::of("page", page).unwrap()).unwrap();
    let rest = pages.iter().map(|one| (format!("{}.html", one.name), page(one)));
    std::iter::once(("index.html".to_owned(), index)).chain(rest).collect()
}

/// The values of an attribute.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    html.split(&begin).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_link_of_the_reference_leads_somewhere() {
    let pages = reference();
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(name, html)| (name.as_str(), values(html, "id").into_iter().collect())).collect();
    for (name, html) in &pages {
        assert_eq!(values(html, "id").len(), ids[name.as_str()].len(), "{name} has an id twice");
        for link in values(html, "href").into_iter().filter(|link| !link.starts_with("http")) {
            let (page, id) = link.split_once('#').unwrap_or((link, ""));
            let target = ids.get(if page.is_empty() { name.as_str() } else { page });
            assert!(target.is_some_and(|target| id.is_empty() || target.contains(id)), "{name}: {link}");
        }
    }
    let missing = tm_stdlib::packages().flat_map(|package| {
        let page = &ids[format!("{package}.html").as_str()];
        let told = ["threat", "type", "control", "enum", "scale", "fn", "matrix"];
        let declared = entries(package).into_iter().filter(move |entry| told.contains(&entry.word.as_str()));
        let names = declared.map(|entry| entry.name.split('(').next().unwrap_or_default().to_owned());
        names.filter(|name| !page.contains(name.as_str())).map(move |name| format!("{package}.{name}"))
    });
    assert_eq!(missing.collect::<Vec<_>>(), [""; 0], "declared, but not in the reference");
}
