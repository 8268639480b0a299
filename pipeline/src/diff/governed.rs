//! What models are judged by: what came, went or is otherwise.

use super::lines::{Lines, place};
use super::parts::{Pairs, is_another};
use super::{Change, Class, Line, Side, What};
use crate::governance::{Entry, by_key};
use std::collections::{BTreeMap, BTreeSet};

/// Entries by their keys, each with the path of its file.
type Entries<'a> = BTreeMap<String, (&'a str, Entry)>;

pub(super) fn changes(old: &Side<'_>, new: &Side<'_>, pairs: &Pairs<'_>, lines: &Lines) -> Vec<Change> {
    let before = entries(old);
    let now = as_before(entries(new), pairs);
    let claimed = |element: &str| claims(old, &before, element);
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
        let shadows = |side: &Side<'_>| side.foreign.contains(entry.key.trim_start_matches("type "));
        if entry.sort == "shape" && !(shadows(old) || shadows(new)) {
            continue; // types describe, unless their names hide those that rules of a library ask for
        }
        if entry.sort == "located" && what != What::Changed {
            continue; // the element came or went, and that is told
        }
        // More words to write with, and more checks that may refute: neither makes a judgement milder.
        let harmless = ["use", "evidence"].contains(&entry.sort) && what == What::Added;
        let harmless = harmless || entry.located().is_some_and(|element| !claimed(element));
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
    found.extend(carried(old, new, &before, pairs, lines));
    found.extend(libraries(old, new, lines));
    found
}

/// Decisions about a part that took the name of another and is otherwise, too: it is not what they were about.
fn carried(old: &Side<'_>, new: &Side<'_>, before: &Entries<'_>, pairs: &Pairs<'_>, lines: &Lines) -> Vec<Change> {
    let mut found = Vec::new();
    let renamed = pairs.to_old.iter().filter(|(now, was)| now != was);
    for (now, was) in renamed {
        let (Some(part), Some(earlier)) = (pairs.new.get(now), pairs.old.get(was)) else { continue };
        if !is_another(earlier, part, pairs) {
            continue;
        }
        let names = |key: &str| key.split([' ', '.', ',', '[', ']']).any(|word| word == *was);
        for (key, _) in before.iter().filter(|(key, (_, entry))| entry.sort == "decision" && names(key)) {
            let (file, ..) = place(new, part.location);
            let (from, to) = part.lines();
            let (gone, ..) = place(old, earlier.location);
            let causes = lines.causes(&[(file, from, to)], &[(gone, earlier.lines().0, earlier.lines().1)]);
            let text = format!("`{key}` now speaks of `{now}`, which has another name and is otherwise, too");
            found.push(Change { text, ..change(Class::Governance, "decision", What::Moved, key, causes) });
        }
    }
    found
}

/// The entries of the new model, with what has another name called as it was: to rename it changes no judgement.
fn as_before<'a>(now: Entries<'a>, pairs: &Pairs<'_>) -> Entries<'a> {
    let named = |(key, (path, entry)): (String, (&'a str, Entry))| {
        let before = |text: &str| called_before(text, entry.sort, pairs);
        (before(&key), (path, Entry { key: before(&entry.key), words: before(&entry.words), ..entry }))
    };
    now.into_iter().map(named).collect()
}

/// A text with the present names of renamed parts replaced by the earlier ones. What stands in quotes names no part, and
/// what follows a dot is a property, unless it is a decision that says so: to write another is no renaming.
fn called_before(text: &str, sort: &str, pairs: &Pairs<'_>) -> String {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '"' => quoted(rest),
            _ => rest.find(|c: char| is_name(c) != is_name(first) || c == '"').unwrap_or(rest.len()),
        };
        let (word, before) = (&rest[..end], out.trim_end());
        let member = before.ends_with('.') && !before.ends_with("..") && sort != "decision";
        let earlier = pairs.to_old.get(word).copied().filter(|_| !member);
        out.push_str(earlier.unwrap_or(word));
        rest = &rest[end..];
    }
    out
}

/// Bytes of the text in quotes at the beginning, with these.
fn quoted(text: &str) -> usize {
    let fence = if text.starts_with("\"\"\"") { "\"\"\"" } else { "\"" };
    let mut escaped = false;
    let inside = text[fence.len()..].char_indices();
    let ends = |(at, c): &(usize, char)| {
        let here = !escaped && text[fence.len() + at..].starts_with(fence);
        escaped = *c == '\\' && !escaped;
        here
    };
    { inside }.find(ends).map_or(text.len(), |(at, _)| at + 2 * fence.len())
}

/// True where something claims that checks verify a control on an element.
fn claims(old: &Side<'_>, before: &Entries<'_>, element: &str) -> bool {
    const CLAIM: &str = "verified_by";
    let used = format!(" on {element}");
    let of_entry = |entry: &Entry| match entry.sort {
        "evidence" => entry.key.ends_with(&used),
        "decision" => {
            let wide = entry.key.contains(':');
            entry.words.contains(CLAIM) && (wide || entry.words.split(' ').any(|word| word == element))
        }
        // A control of one's own may stand anywhere.
        "rule" => entry.words.contains(CLAIM),
        _ => false,
    };
    before.values().any(|(_, entry)| of_entry(entry)) || old.others.values().any(|text| text.contains(CLAIM))
}

fn change(class: Class, sort: &str, what: What, id: &str, causes: Vec<Line>) -> Change {
    let text = format!("`{id}` {}", what.word());
    let (sort, id, was, details) = (sort.to_owned(), id.to_owned(), String::new(), Vec::new());
    Change { class, sort, what, id, was, text, details, causes, rank: 0 }
}

fn entries<'a>(side: &'a Side<'_>) -> Entries<'a> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renaming_reaches_names_alone() {
        let pairs = Pairs { to_old: [("web", "api"), ("safe", "encrypted")].into(), ..Pairs::default() };
        let before = |text: &str, sort: &str| called_before(text, sort, &pairs);
        assert_eq!(before("accept X on web..db", "decision"), "accept X on api..db");
        assert_eq!(
            before("accept X on pay.web { reason = \"web\" }", "decision"),
            "accept X on pay.api { reason = \"web\" }"
        );
        assert_eq!(before("code = [ \"web/**\" ]", "located"), "code = [ \"web/**\" ]");
        assert_eq!(
            before("when not f . safe and f . source == web", "policy"),
            "when not f . safe and f . source == api"
        );
        assert_eq!(
            before("\"\"\"web \"q\" web\"\"\" web \"a\\\" web\" web", "policy"),
            "\"\"\"web \"q\" web\"\"\" api \"a\\\" web\" api"
        );
        assert_eq!(before("\"web", "policy"), "\"web");
    }
}
