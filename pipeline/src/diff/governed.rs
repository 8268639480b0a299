//! What models are judged by: what came, went or is otherwise.

use super::lines::Lines;
use super::{Change, Class, Line, Side, What};
use crate::governance::{Entry, by_key};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn changes(old: &Side<'_>, new: &Side<'_>, lines: &Lines) -> Vec<Change> {
    let (before, now) = (entries(old), entries(new));
    let keys: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    let mut found = Vec::new();
    for key in keys {
        let (one, other) = (before.get(key), now.get(key));
        let what = match (one, other) {
            (Some((_, one)), Some((_, other))) if one.words == other.words => continue,
            (Some(_), Some(_)) => What::Changed,
            (Some(_), None) => What::Removed,
            (None, _) => What::Added,
        };
        let Some((_, entry)) = other.or(one) else { continue };
        // More words to write with, and more checks that may refute: neither makes a judgement milder.
        let harmless = ["use", "evidence"].contains(&entry.sort) && what == What::Added;
        let class = if harmless { Class::Other } else { Class::Governance };
        let places = |side: &Side<'_>, found: Option<&(&str, Entry)>| {
            found.map(|(path, entry)| rows(side, path, entry)).into_iter().collect::<Vec<_>>()
        };
        let (news, olds) = (places(new, other), places(old, one));
        let as_places = |all: &[(String, usize, usize)]| -> Vec<Line> {
            let all: Vec<(&str, usize, usize)> =
                all.iter().map(|(file, first, last)| (file.as_str(), *first, *last)).collect();
            lines.causes(&all, &[])
        };
        let mut causes = as_places(&news);
        let olds: Vec<(&str, usize, usize)> =
            olds.iter().map(|(file, first, last)| (file.as_str(), *first, *last)).collect();
        causes.extend(lines.causes(&[], &olds));
        found.push(change(class, entry.sort, what, key, causes));
    }
    found.extend(libraries(old, new, lines));
    found
}

fn change(class: Class, sort: &str, what: What, id: &str, causes: Vec<Line>) -> Change {
    let text = format!("`{id}` {}", what.word());
    let (sort, id, was, details) = (sort.to_owned(), id.to_owned(), String::new(), Vec::new());
    Change { class, sort, what, id, was, text, details, causes, rank: 0 }
}

fn entries<'a>(side: &'a Side<'_>) -> BTreeMap<String, (&'a str, Entry)> {
    by_key(side.files.iter().map(|(path, text)| (path.as_str(), *text)))
}

/// The lines of an entry.
fn rows(side: &Side<'_>, path: &str, entry: &Entry) -> (String, usize, usize) {
    let text = side.files.get(path).copied().unwrap_or_default();
    let line = |byte: usize| text.as_bytes().iter().take(byte).filter(|byte| **byte == b'\n').count() + 1;
    (side.path(path).to_owned(), line(entry.range.start), line(entry.range.end))
}

/// Manifests, and libraries of one's own that a package uses.
fn libraries(old: &Side<'_>, new: &Side<'_>, lines: &Lines) -> Vec<Change> {
    let texts = |side: &Side<'_>| -> BTreeMap<String, String> {
        side.others.iter().map(|(path, text)| (side.path(path).to_owned(), said(path, text))).collect()
    };
    let (before, now) = (texts(old), texts(new));
    let keys: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    let mut found = Vec::new();
    for key in keys {
        let what = match (before.get(key), now.get(key)) {
            (Some(one), Some(other)) if one == other => continue,
            (Some(one), None) if one.is_empty() => continue,
            (None, Some(other)) if other.is_empty() => continue,
            (Some(_), Some(_)) => What::Changed,
            (Some(_), None) => What::Removed,
            (None, _) => What::Added,
        };
        let whole = [(key.as_str(), 1, usize::MAX)];
        found.push(change(Class::Governance, "library", what, key, lines.causes(&whole, &whole)));
    }
    found
}

/// What a file says: without comments and blanks, and of a manifest without what names and describes.
fn said(path: &str, text: &str) -> String {
    if !path.ends_with(".toml") {
        return tm_grammar::words(text);
    }
    let names = |line: &str| {
        let key = line.split('=').next().unwrap_or_default().trim();
        line.is_empty() || line.starts_with('#') || ["name", "version", "description", "language"].contains(&key)
    };
    text.lines().map(str::trim).filter(|line| !names(line)).collect::<Vec<_>>().join("\n")
}
