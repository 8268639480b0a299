//! A model as it is, judged as it was: the sources of a change with what judges them taken from an earlier state.
//!
//! It is done in the texts: every byte of the new files keeps its line and column, so places in what is found are those of
//! the files. In these, what judges is blanked out; the old files come in beside them with all else blanked out, and call
//! what was renamed as it is called now.

use crate::diff::called;
use crate::governance::{Entry, entries};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use tm_grammar::ast::{AstNode as _, Declaration as _, Statement};

/// Files of a package, by path.
pub type Texts<'a> = BTreeMap<&'a str, &'a str>;

/// The texts of a package to be judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judged {
    /// The new files, without what judges them.
    pub described: BTreeMap<String, String>,
    /// What judges them, by the paths of the old files.
    pub judging: BTreeMap<String, String>,
}

/// Puts the texts together. What is renamed has its present names by the earlier ones.
pub fn judged(old: &Texts<'_>, new: &Texts<'_>, renamed: &BTreeMap<&str, &str>) -> Judged {
    let read = |texts: &Texts<'_>| -> BTreeMap<String, Vec<Entry>> {
        texts.iter().map(|(path, text)| ((*path).to_owned(), entries(text))).collect()
    };
    let (before, now) = (read(old), read(new));
    let keys: BTreeSet<&str> = before.values().flatten().map(|entry| entry.key.as_str()).collect();
    let used: BTreeSet<&str> = now.values().flatten().filter(is_use).map(|entry| entry.words.as_str()).collect();
    let attributes: Vec<&str> =
        before.values().flatten().filter(|entry| entry.sort == "attribute").map(|entry| entry.words.as_str()).collect();
    let has_model = new.values().any(|text| model(text).is_some());
    let mut out = Judged::default();
    for (path, text) in new {
        let found = now.get(*path).map_or(&[][..], Vec::as_slice);
        let gone = found.iter().filter(|entry| match entry.sort {
            "use" | "type" | "evidence" | "shape" => false,
            "rule" => keys.contains(entry.key.as_str()),
            _ => true,
        });
        let gone: Vec<Range<usize>> = gone.map(|entry| with_comma(text, entry)).collect();
        out.described.insert((*path).to_owned(), stated(&blanked(text, &gone), &attributes));
    }
    for (path, text) in old {
        let found = before.get(*path).map_or(&[][..], Vec::as_slice);
        let kept = found.iter().filter(|entry| match entry.sort {
            "use" => !used.contains(entry.words.as_str()),
            "attribute" | "type" | "evidence" | "shape" => false,
            _ => true,
        });
        let mut kept: Vec<(Range<usize>, &str)> = kept.map(|entry| (entry.range.clone(), entry.sort)).collect();
        if !has_model {
            kept.extend(model(text).map(|range| (range, "model")));
        }
        let text = alone(text, &kept, renamed);
        if !text.trim().is_empty() {
            out.judging.insert((*path).to_owned(), text);
        }
    }
    out
}

fn is_use(entry: &&Entry) -> bool {
    entry.sort == "use"
}

impl Judged {
    /// Takes away the statement of an old file that holds a byte, where that leaves the rules whole: a decision about
    /// something that is gone, say. What was dropped, where there was something.
    pub fn drop_at(&mut self, path: &str, byte: usize) -> Option<Entry> {
        let text = self.judging.get_mut(path)?;
        let found = entries(text)
            .into_iter()
            .find(|entry| ["decision", "policy", "change"].contains(&entry.sort) && entry.range.contains(&byte));
        if let Some(entry) = &found {
            *text = blanked(text, std::slice::from_ref(&entry.range));
        }
        found
    }
}

/// The bytes of an entry; of an attribute with the comma behind it.
fn with_comma(text: &str, entry: &Entry) -> Range<usize> {
    let rest = text.get(entry.range.end..).unwrap_or_default();
    let comma = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let comma = (entry.sort == "attribute" && rest[comma..].starts_with(',')).then_some(comma + 1);
    entry.range.start..entry.range.end + comma.unwrap_or(0)
}

/// The text with blanks where the ranges are; line ends stay.
fn blanked(text: &str, ranges: &[Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for range in ranges {
        for byte in bytes.get_mut(range.clone()).into_iter().flatten() {
            if *byte != b'\n' && *byte != b'\r' {
                *byte = b' ';
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The text with blanks everywhere but in the ranges, in which names are those of today.
fn alone(text: &str, ranges: &[(Range<usize>, &str)], renamed: &BTreeMap<&str, &str>) -> String {
    let mut sorted: Vec<&(Range<usize>, &str)> = ranges.iter().collect();
    sorted.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::new();
    let mut at = 0;
    for (range, sort) in sorted {
        let Some(kept) = text.get(range.start.max(at)..range.end) else { continue };
        out.push_str(&blank(text.get(at..range.start).unwrap_or_default()));
        out.push_str(&called(kept, sort, renamed));
        at = range.end;
    }
    out.push_str(&blank(text.get(at..).unwrap_or_default()));
    out
}

fn blank(text: &str) -> String {
    blanked(text, std::slice::from_ref(&(0..text.len())))
}

/// The declaration of the model in a text.
fn model(text: &str) -> Option<Range<usize>> {
    tm_grammar::parse(text).file().statements().find_map(|statement| match statement {
        Statement::Model(model) => Some(model.range()),
        _ => None,
    })
}

/// States attributes in the model of a text, on the line on which it is declared.
fn stated(text: &str, attributes: &[&str]) -> String {
    if attributes.is_empty() {
        return text.to_owned();
    }
    let found = tm_grammar::parse(text).file().statements().find_map(|statement| match statement {
        Statement::Model(model) => Some((model.range().end, model.block().map(|block| block.range().start))),
        _ => None,
    });
    let Some((end, block)) = found else { return text.to_owned() };
    // Text over several lines would move the lines below it.
    let said = attributes.join(", ").replace(['\n', '\r'], " ");
    match block {
        Some(block) => format!("{}{{ {said}, {}", &text[..block], &text[block + 1..]),
        None => format!("{} {{ {said} }}{}", &text[..end], &text[end..]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(old: &str, new: &str) -> (String, String) {
        let judged = judged(&Texts::from([("a.tm", old)]), &Texts::from([("a.tm", new)]), &BTreeMap::new());
        assert!(tm_grammar::parse(&judged.described["a.tm"]).errors.is_empty(), "{judged:?}");
        (judged.described["a.tm"].clone(), judged.judging.get("a.tm").cloned().unwrap_or_default())
    }

    #[test]
    fn the_old_judges_the_new() {
        let old = "use std.web\nmodel m { appetite = Low, strict }\naccept X on api until 2027-01-01 { by = \"a\" }\nprocess api\n";
        let new = "model m {\n  appetite = High\n  owner = \"o\"\n}\naccept X on api until 2030-01-01 {}\nprocess api\nprocess other\n";
        let (described, judging) = judge(old, new);
        let said = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        assert_eq!(
            said(&described),
            "model m { appetite = Low, strict,\n\n  owner = \"o\"\n}\n\nprocess api\nprocess other"
        );
        assert_eq!(said(&judging), "use std.web\n\naccept X on api until 2027-01-01 { by = \"a\" }\n");
    }

    #[test]
    fn models_without_braces_and_with_commas() {
        assert_eq!(judge("model m { appetite = Low }", "model m \"M\"").0, "model m \"M\" { appetite = Low }");
        assert_eq!(
            judge("model m", "model m { appetite = High, owner = \"o\" }").0,
            "model m {                  owner = \"o\" }"
        );
        let (described, judging) = judge("model m { appetite = Low }", "process api");
        assert_eq!((described.as_str(), judging.trim()), ("process api", "model m { appetite = Low }"));
    }

    #[test]
    fn rules_that_are_new_stay_and_old_ones_win() {
        let old = "threat X: C { on p: process\n likelihood = High }\ncontrol A: process { strength = 10% }\n";
        let new = "control A: process { strength = 99% }\ncontrol B: process { strength = 50% }\nextend threat X { mitigated_by = B }\n";
        let (described, judging) = judge(old, new);
        assert!(described.contains("control B") && !described.contains("99%") && !described.contains("extend"));
        assert!(judging.contains("10%") && judging.contains("threat X"));
    }

    #[test]
    fn what_no_longer_fits_is_dropped() {
        let old = "accept X on gone until 2027-01-01 { by = \"a\" }\npolicy P { forbid f: flow when f.a }\ncontrol A: process";
        let mut judged = judged(&Texts::from([("a.tm", old)]), &Texts::from([("a.tm", "")]), &BTreeMap::new());
        assert_eq!(judged.drop_at("a.tm", 12).unwrap().key, "accept X on gone");
        assert!(judged.drop_at("a.tm", 12).is_none() && judged.drop_at("b.tm", 12).is_none());
        assert!(!judged.judging["a.tm"].contains("accept") && judged.judging["a.tm"].contains("policy P"));
        assert_eq!(judged.drop_at("a.tm", old.len() - 3), None, "rules stay");
    }
}
