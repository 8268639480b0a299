//! What models are judged by: what came, went or is otherwise.

use super::lines::{Lines, place};
use super::parts::{Pairs, Part, is_another};
use super::{Change, Class, Line, Side, What};
use crate::governance::{self, Entry, by_key};
use std::collections::{BTreeMap, BTreeSet};

/// Entries by their keys, each with the path of its file.
type Entries<'a> = BTreeMap<String, (&'a str, Entry)>;

pub(super) fn changes(old: &Side<'_>, new: &Side<'_>, pairs: &Pairs<'_>, lines: &Lines) -> Vec<Change> {
    let before = entries(old);
    let now = as_before(entries(new), pairs);
    let mut found = Vec::new();
    for Difference { key, what, one, other, entry } in differences(&before, &now) {
        let shadows = |side: &Side<'_>| side.foreign.contains(entry.key.trim_start_matches("type "));
        if entry.sort == "shape" && !(shadows(old) || shadows(new)) {
            continue; // types describe, unless their names hide those that rules of a library ask for
        }
        // More words to write with, and more checks that may refute: neither makes a judgement milder.
        let harmless = ["use", "evidence"].contains(&entry.sort) && what == What::Added;
        let class = if harmless { Class::Other } else { Class::Governance };
        let mut causes = causes((old, one), (new, other), lines);
        if causes.is_empty() {
            causes = around(key, old, new, pairs, lines);
        }
        found.push(change(class, entry.sort, what, key, causes));
    }
    found.extend(carried(old, new, &before, pairs, lines));
    found.extend(located(old, new, claims(old, &before), pairs, lines));
    found.extend(libraries(old, new, lines));
    found.extend(founded(old, new, lines));
    found
}

/// Types of the model that are special cases of something else than before: rules ask other things of all that have them.
pub(super) fn founded(old: &Side<'_>, new: &Side<'_>, lines: &Lines) -> Vec<Change> {
    let (before, now) = (entries(old), entries(new));
    let base =
        |entry: &Entry| entry.words.split(" {").next().unwrap_or_default().rsplit(" : ").next().map(str::to_owned);
    let both = differences(&before, &now).into_iter().filter_map(|one| Some((one.key, one.one?, one.other?)));
    let types = both.filter(|(_, one, other)| one.1.sort == "shape" && base(&one.1) != base(&other.1));
    let told = types.map(|(key, one, other)| {
        let causes = causes((old, Some(one)), (new, Some(other)), lines);
        let said = |entry: &Entry| base(entry).unwrap_or_default();
        let text =
            format!("type `{}`: base was {}, is {}", key.trim_start_matches("type "), said(&one.1), said(&other.1));
        Change { text, ..change(Class::Other, "type", What::Changed, key, causes) }
    });
    told.collect()
}

/// An entry that came, went or is otherwise.
struct Difference<'e> {
    key: &'e str,
    what: What,
    one: Option<&'e (&'e str, Entry)>,
    other: Option<&'e (&'e str, Entry)>,
    /// That of the new model, or of the old one where it has gone.
    entry: &'e Entry,
}

fn differences<'e>(before: &'e Entries<'_>, now: &'e Entries<'_>) -> Vec<Difference<'e>> {
    let keys: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    let difference = |key: &'e String| {
        let (one, other) = (before.get(key), now.get(key));
        let what = match (one, other) {
            (Some((_, one)), Some((_, other))) if one.words == other.words => return None,
            (Some(_), Some(_)) => What::Changed,
            (Some(_), None) => What::Removed,
            (None, _) => What::Added,
        };
        let (_, entry) = other.or(one)?;
        Some(Difference { key, what, one, other, entry })
    };
    keys.into_iter().filter_map(difference).collect()
}

/// The changed lines of an entry, on both sides.
fn causes(
    old: (&Side<'_>, Option<&(&str, Entry)>),
    new: (&Side<'_>, Option<&(&str, Entry)>),
    lines: &Lines,
) -> Vec<Line> {
    let placed =
        |(side, found): (&Side<'_>, Option<&(&str, Entry)>)| found.map(|(path, entry)| rows(side, path, entry));
    let (before, now) = (placed(old), placed(new));
    fn lent(place: &Option<(String, usize, usize)>) -> Vec<(&str, usize, usize)> {
        place.iter().map(|(file, first, last)| (file.as_str(), *first, *last)).collect()
    }
    // Those of the new model first, each list as long as it may be.
    let mut causes = lines.causes(&lent(&now), &[]);
    causes.extend(lines.causes(&[], &lent(&before)));
    causes
}

/// The changed lines of the parts that the key of an entry names: what stands unchanged in a part of another name is
/// another entry.
fn around(key: &str, old: &Side<'_>, new: &Side<'_>, pairs: &Pairs<'_>, lines: &Lines) -> Vec<Line> {
    let words: BTreeSet<&str> = key.split([' ', ',', '[', ']', '`']).collect();
    fn rows<'a>(
        side: &Side<'_>,
        parts: &BTreeMap<&'a str, Part<'a>>,
        words: &BTreeSet<&str>,
    ) -> Vec<(&'a str, usize, usize)> {
        let named = words.iter().filter_map(|word| parts.get(word));
        named.map(|part| (place(side, part.location).0, part.lines().0, part.lines().1)).collect()
    }
    let (news, olds) = (rows(new, &pairs.new, &words), rows(old, &pairs.old, &words));
    lines.causes(&news, &olds)
}

/// Who is after what, what is assumed, shown and tested: no judgement, and no part of the system. What is at stake and who
/// is after it is exposure where less is said of it.
pub(super) fn aims(old: &Side<'_>, new: &Side<'_>, pairs: &Pairs<'_>, lines: &Lines) -> Vec<Change> {
    fn all<'a>(side: &'a Side<'_>) -> Entries<'a> {
        by_key(side.files.iter().map(|(path, text)| (path.as_str(), *text)), governance::aims)
    }
    let (before, now) = (all(old), as_before(all(new), pairs));
    let changed = differences(&before, &now).into_iter().map(|Difference { key, what, one, other, entry }| {
        let told = ["assumption", "view", "test", "attribute"].contains(&entry.sort) || what == What::Added;
        let class = if told { Class::Other } else { Class::Exposure };
        change(class, entry.sort, what, key, causes((old, one), (new, other), lines))
    });
    changed.collect()
}

/// Decisions and policies about a part that took the name of another and is otherwise, too: it is not what they were about.
fn carried(old: &Side<'_>, new: &Side<'_>, before: &Entries<'_>, pairs: &Pairs<'_>, lines: &Lines) -> Vec<Change> {
    let mut found = Vec::new();
    let renamed = pairs.to_old.iter().filter(|(now, was)| now != was);
    for (now, was) in renamed {
        let (Some(part), Some(earlier)) = (pairs.new.get(now), pairs.old.get(was)) else { continue };
        if !is_another(earlier, part, pairs) {
            continue;
        }
        let about = |key: &str, entry: &Entry| match entry.sort {
            "decision" => named(key, was),
            "policy" => named(&entry.words, was),
            _ => false,
        };
        for (key, (_, entry)) in before.iter().filter(|(key, (_, entry))| about(key, entry)) {
            let (file, ..) = place(new, part.location);
            let (from, to) = part.lines();
            let (gone, ..) = place(old, earlier.location);
            let causes = lines.causes(&[(file, from, to)], &[(gone, earlier.lines().0, earlier.lines().1)]);
            let text = format!("`{key}` now speaks of `{now}`, which has another name and is otherwise, too");
            found.push(Change { text, ..change(Class::Governance, entry.sort, What::Moved, key, causes) });
        }
    }
    found
}

/// True where words name a part.
fn named(words: &str, part: &str) -> bool {
    words.split([' ', '.', ',', '[', ']']).any(|word| word == part)
}

/// The entries of the new model, with what has another name called as it was: to rename it changes no judgement.
fn as_before<'a>(now: Entries<'a>, pairs: &Pairs<'_>) -> Entries<'a> {
    let named = |(key, (path, entry)): (String, (&'a str, Entry))| {
        let before = |text: &str| called(text, entry.sort, &pairs.to_old);
        (before(&key), (path, Entry { key: before(&entry.key), words: before(&entry.words), ..entry }))
    };
    now.into_iter().map(named).collect()
}

/// A text with other names for parts. What stands in quotes names no part, and what follows a dot is a property, unless it
/// is a decision that says so: to write another is no renaming.
pub(crate) fn called(text: &str, sort: &str, names: &BTreeMap<&str, &str>) -> String {
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
        let other = names.get(word).copied().filter(|_| !member);
        out.push_str(other.unwrap_or(word));
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

/// Parts about which findings are looked for elsewhere: a finding that is about nothing any more refutes nothing. Which
/// claims a part is about is a long story (boundaries around it, flows at it), so any claim makes it governance.
fn located(old: &Side<'_>, new: &Side<'_>, claimed: bool, pairs: &Pairs<'_>, lines: &Lines) -> Vec<Change> {
    let class = if claimed { Class::Governance } else { Class::Other };
    let otherwise = pairs.to_old.iter().filter(|(now, was)| old.places.get(**was) != new.places.get(**now));
    let parts = otherwise.filter_map(|(now, was)| Some((pairs.old.get(was)?, pairs.new.get(now)?)));
    parts
        .map(|(was, now)| {
            let rows = |side: &Side<'_>, part: &Part<'_>| (place(side, part.location).0.to_owned(), part.lines());
            let (one, other) = (rows(old, was), rows(new, now));
            let mut causes = lines.causes(&[(&other.0, other.1.0, other.1.1)], &[(&one.0, one.1.0, one.1.1)]);
            if causes.is_empty() {
                causes = lines.few(); // a type that says it
            }
            change(class, "located", What::Changed, &format!("code, image and resource of {}", was.id), causes)
        })
        .collect()
}

/// True where something claims that checks verify a control.
fn claims(old: &Side<'_>, before: &Entries<'_>) -> bool {
    const CLAIM: &str = "verified_by";
    before.values().any(|(_, entry)| entry.words.contains(CLAIM))
        || old.others.values().any(|text| text.contains(CLAIM))
}

pub(super) fn change(class: Class, sort: &str, what: What, id: &str, causes: Vec<Line>) -> Change {
    let text = format!("`{id}` {}", what.word());
    let (sort, id, was, details) = (sort.to_owned(), id.to_owned(), String::new(), Vec::new());
    Change { class, sort, what, id, was, text, details, causes, rank: 0 }
}

fn entries<'a>(side: &'a Side<'_>) -> Entries<'a> {
    by_key(side.files.iter().map(|(path, text)| (path.as_str(), *text)), governance::entries)
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
    // A manifest that cannot be read says what it says.
    let Ok(mut table) = text.parse::<toml::Table>() else { return text.to_owned() };
    for describing in ["name", "version", "description", "language"] {
        table.remove(describing);
    }
    table.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renaming_reaches_names_alone() {
        let names = [("web", "api"), ("safe", "encrypted")].into();
        let before = |text: &str, sort: &str| called(text, sort, &names);
        assert_eq!(before("accept X on web..db", "decision"), "accept X on api..db");
        assert_eq!(
            before("accept X on pay.web { reason = \"web\" }", "decision"),
            "accept X on pay.api { reason = \"web\" }"
        );
        assert_eq!(before("verified_by = [ \"web/**\" ]", "evidence"), "verified_by = [ \"web/**\" ]");
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

    #[test]
    fn manifests_say_what_they_mean_however_written() {
        let said = |text: &str| said("a/tm.toml", text);
        assert_eq!(said("name = \"a\"\nversion = \"1\" # first\n"), "");
        assert_eq!(said("policy='p'\n\n# why\nname = \"b\""), said("name = \"a\"\npolicy = \"p\"\n"));
        let hidden = "description = \"\"\"\npolicy = \"p\"\nversion = \"\"\"\n";
        assert_ne!(said(hidden), said("policy = \"p\"\n"));
        assert_ne!(said("policy = "), said(""), "what cannot be read is not nothing");
    }
}
