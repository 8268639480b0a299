//! What is said about the name under the cursor.

use crate::describe;
use crate::features::{definition, words};
use crate::snapshot::{Location, Snapshot, View};
use std::collections::BTreeSet;
use std::ops::Range;
use tm_compiler::library::Def;
use tm_compiler::references::{Meaning, Reference};
use tm_compiler::source::FileId;
use tm_grammar::SyntaxKind as K;
use tm_grammar::lexer::Token;

/// Markdown about some bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// What it is about.
    pub range: Range<usize>,
    /// What is said.
    pub markdown: String,
}

/// What is said about a byte of a file.
pub fn hover(view: &View, file: FileId, byte: usize) -> Option<Hover> {
    let at = &view.main;
    let found = at.reference_at(file, byte).and_then(|reference| of_reference(view, reference));
    let found = found.or_else(|| of_catalogue(at, file, byte));
    found
        .or_else(|| of_attribute(at, file, byte))
        .or_else(|| of_flow(at, file, byte))
        .or_else(|| of_word(at, file, byte))
}

fn of_reference(view: &View, reference: &Reference) -> Option<Hover> {
    let at = &view.main;
    let mut markdown = describe::reference(at, reference);
    if let Some(said) = elsewhere(view, reference) {
        markdown = format!("{markdown}\n\n{said}");
    }
    if let Some(fact) = stated_here(at, reference) {
        markdown = format!("{markdown}\n\n---\n\n{fact}");
    }
    let markdown = markdown.trim().to_owned();
    (!markdown.is_empty()).then(|| Hover { range: reference.span.range(), markdown })
}

/// Where the workspace's other packages have a threat or a control that this one only declares.
fn elsewhere(view: &View, reference: &Reference) -> Option<String> {
    let declared = view.main.location(reference.declared?);
    let others = view.snapshots().skip(1);
    let known = others.filter_map(|at| Some((at, definition::def_at(at, at.span(&declared)?)?)));
    match reference.meaning {
        Meaning::Def(Def::Rule(_)) => {
            let found: BTreeSet<String> = known.flat_map(|(at, def)| describe::found(at, def)).collect();
            describe::section("Found in other packages", found.into_iter().collect())
        }
        Meaning::Def(Def::Control(_)) => {
            let here = definition::places(&view.main, definition::def_at(&view.main, reference.declared?)?);
            let places: BTreeSet<Location> = known.flat_map(|(at, def)| definition::places(at, def)).collect();
            match places.iter().filter(|place| !here.contains(place)).count() {
                0 => None,
                1 => Some("Applied in one place of other packages".to_owned()),
                many => Some(format!("Applied in {many} places of other packages")),
            }
        }
        _ => None,
    }
}

/// For a property in an element's block: what it is there.
fn stated_here(at: &Snapshot, reference: &Reference) -> Option<String> {
    let Meaning::Property(_, prop) = reference.meaning else {
        return None;
    };
    let around = at.around(reference.span.file, reference.span.start as usize);
    let decl = around.last()?;
    decl.body.assigns.iter().find(|assign| assign.path.span == reference.span)?;
    let (id, _) = at.element_of(decl)?;
    Some(describe::fact(at, id, prop))
}

/// A text that is an id of a catalogue.
fn of_catalogue(at: &Snapshot, file: FileId, byte: usize) -> Option<Hover> {
    let inside = |token: &&Token| token.kind == K::String && token.range.start < byte && byte < token.range.end;
    let token = at.tokens(file).iter().find(inside)?;
    let id = at.text(file)[token.range.clone()].trim_matches('"');
    let entry = at.analysis().catalogs.entry(id)?;
    Some(Hover { range: token.range.clone(), markdown: describe::entry(&entry) })
}

/// What the language itself gives to decisions, threats and others: the word and what it means.
fn of_attribute(at: &Snapshot, file: FileId, byte: usize) -> Option<Hover> {
    let decl = *at.around(file, byte).last()?;
    let holds = |assign: &&tm_compiler::decl::Assign| {
        let range = assign.path.span.range();
        range.start <= byte && byte <= range.end
    };
    let assign = decl.body.assigns.iter().find(holds)?;
    let word = decl.word.spelling()?;
    let name = assign.path.text();
    let doc = crate::features::completion::attributes(decl.word).iter().find(|known| known.name == name)?.doc;
    Some(Hover { range: assign.path.span.range(), markdown: format!("`{name}` of `{word}`\n\n{doc}") })
}

/// An unnamed flow answers at its first word.
fn of_flow(at: &Snapshot, file: FileId, byte: usize) -> Option<Hover> {
    let decl = *at.around(file, byte).last()?;
    let start = decl.span.start as usize;
    let end = start + decl.word.spelling()?.len();
    let (id, _) = at.element_of(decl).filter(|_| (start..=end).contains(&byte))?;
    let def = Def::Element(id);
    Some(Hover { range: start..end, markdown: describe::definition(at, def, Some(decl)) })
}

/// A word of the language.
fn of_word(at: &Snapshot, file: FileId, byte: usize) -> Option<Hover> {
    let tokens = at.tokens(file);
    let index = tokens.iter().position(|token| token.range.start <= byte && byte < token.range.end)?;
    let next = tokens[index + 1..].iter().map(|token| token.kind).find(|kind| !kind.is_trivia());
    let meaning = words::meaning(at.text(file), &tokens[index], next)?;
    let range = tokens[index].range.clone();
    Some(Hover { markdown: format!("`{}`: {}", &at.text(file)[range.clone()], lowered(meaning)), range })
}

/// A sentence behind a colon.
fn lowered(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().collect::<String>() + chars.as_str())
}
