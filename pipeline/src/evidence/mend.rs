//! JSON that is not quite JSON: what tools write that join texts by hand, or were stopped.

use super::collect::Collector;
use super::twice::Once;
use serde::de::DeserializeSeed;
use serde_json::error::Category;
use serde_json::{Deserializer, Error, Value};
use std::cell::RefCell;

/// Values nested deeper than this are left out; the parser takes 128.
const DEEPEST: usize = 100;

/// The document. Of one with mistakes what can be read, and of one that ends too early what is whole.
pub(crate) fn parse(text: &str, collector: &mut Collector) -> Option<Value> {
    if let Ok(value) = document(text, collector)? {
        return Some(value);
    }
    let mended = Mender::mend(text, collector);
    let trouble = match document(&mended, collector)? {
        Ok(value) => return Some(value),
        Err(trouble) => trouble,
    };
    let end = place(&mended, &trouble);
    let value = closed(mended.get(..end)?).and_then(|text| serde_json::from_str(&text).ok());
    match (&value, trouble.classify()) {
        (None, _) => collector.skip(&format!("everything: it is no JSON ({trouble})")),
        (_, Category::Eof) => collector.lose("the end of the file: it was cut off"),
        _ => collector.lose(&format!("all from line {} on: it is no JSON ({trouble})", trouble.line())),
    }
    value
}

/// The first document of a text; none where there is nothing.
fn document(text: &str, collector: &mut Collector) -> Option<Result<Value, Error>> {
    if text.trim().is_empty() {
        return None;
    }
    let twice = RefCell::default();
    let mut parser = Deserializer::from_str(text);
    let first = Once(&twice).deserialize(&mut parser);
    if first.is_ok() && parser.end().is_err() {
        collector.lose("text behind the end of the document");
    }
    for key in twice.into_inner().iter().filter(|_| first.is_ok()) {
        collector.lose(&format!("one of two members of one name: `{key}`"));
    }
    Some(first)
}

/// The byte at which a parser stopped.
fn place(text: &str, trouble: &Error) -> usize {
    if trouble.classify() == Category::Eof {
        return text.len();
    }
    let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
    let line = std::iter::once(0).chain(breaks).nth(trouble.line().saturating_sub(1)).unwrap_or(0);
    let end = (line + trouble.column().saturating_sub(1)).min(text.len());
    (0..=end).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Replaces what a parser refuses: characters and escapes that may not be, words that are no values, what is too deep.
struct Mender<'t> {
    rest: &'t str,
    out: String,
    replaced: bool,
}

impl<'t> Mender<'t> {
    fn mend(text: &'t str, collector: &mut Collector) -> String {
        let mut mender = Mender { rest: text, out: String::with_capacity(text.len()), replaced: false };
        let (mut depth, mut deep) = (0_usize, false);
        // Where a value that is too deep begins; it is taken back when it ends.
        let mut mark = 0;
        while let Some(c) = mender.next() {
            match c {
                '"' => mender.string(),
                '{' | '[' => {
                    depth += 1;
                    if depth == DEEPEST + 1 {
                        (mark, deep) = (mender.out.len(), true);
                    }
                    mender.out.push(c);
                }
                '}' | ']' => {
                    mender.out.push(c);
                    if depth == DEEPEST + 1 {
                        mender.out.truncate(mark);
                        mender.out.push_str("null");
                    }
                    depth = depth.saturating_sub(1);
                }
                'N' | 'I' | '-' => mender.word(c),
                _ => mender.out.push(c),
            }
        }
        if depth > DEEPEST {
            mender.out.truncate(mark);
            mender.out.push_str("null");
        }
        if deep {
            collector.lose(&format!("values nested deeper than {DEEPEST}"));
        }
        if mender.replaced {
            collector.skip("characters and words that JSON does not know");
        }
        mender.out
    }

    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    /// The rest of a text in quotes.
    fn string(&mut self) {
        self.out.push('"');
        while let Some(c) = self.next() {
            match c {
                '"' => {
                    self.out.push('"');
                    return;
                }
                '\\' => self.escape(),
                c if c < ' ' => self.replace("\u{fffd}"),
                c => self.out.push(c),
            }
        }
    }

    /// What stands behind a backslash.
    fn escape(&mut self) {
        match self.next() {
            Some('u') => {
                let first = self.unit(0);
                let second = self.unit(6).filter(|_| self.rest.get(4..6) == Some("\\u"));
                let length = match (first, second) {
                    (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 10,
                    (Some(0xD800..=0xDFFF), _) => return self.drop(4),
                    (Some(_), _) => 4,
                    (None, _) => return self.drop(0),
                };
                self.out.push_str("\\u");
                self.out.push_str(self.rest.get(..length).unwrap_or_default());
                self.rest = self.rest.get(length..).unwrap_or_default();
            }
            Some(c @ ('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't')) => self.out.extend(['\\', c]),
            Some(c) => {
                self.replace("\\\\");
                self.out.push(if c < ' ' { '\u{fffd}' } else { c });
            }
            None => {}
        }
    }

    /// Four hexadecimal digits ahead.
    fn unit(&self, at: usize) -> Option<u16> {
        let digits = self.rest.get(at..at + 4)?;
        digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok())?
    }

    fn drop(&mut self, length: usize) {
        self.rest = self.rest.get(length..).unwrap_or_default();
        self.replace("\u{fffd}");
    }

    fn replace(&mut self, by: &str) {
        self.out.push_str(by);
        self.replaced = true;
    }

    /// `NaN` and `Infinity`, which some libraries write for numbers.
    fn word(&mut self, first: char) {
        let rest = match first {
            'N' => self.rest.strip_prefix("aN"),
            'I' => self.rest.strip_prefix("nfinity"),
            _ => self.rest.strip_prefix("Infinity"),
        };
        match rest {
            Some(rest) => {
                self.rest = rest;
                self.replace("null");
            }
            None => self.out.push(first),
        }
    }
}

/// Lists of things that mean something else when their end is missing: a result without what suppresses it.
const RECORDS: &[&str] = &[
    "\"results\"",
    "\"rules\"",
    "\"passed_checks\"",
    "\"failed_checks\"",
    "\"Vulnerabilities\"",
    "\"Misconfigurations\"",
    "\"matches\"",
    "\"vulnerabilities\"",
    "\"statements\"",
    "\"resources\"",
];

/// A bracket that is open.
struct Open {
    closing: char,
    /// A list of which only whole members count.
    records: bool,
    /// Where its last whole member ends.
    end: usize,
}

/// The text up to its last whole value, with all brackets closed.
fn closed(text: &str) -> Option<String> {
    let open = open_at_end(text);
    let records = open.iter().position(|one| one.records);
    let last = records.or_else(|| open.len().checked_sub(1))?;
    let brackets = open.get(..=last)?.iter().rev().map(|one| one.closing);
    Some(text.get(..open.get(last)?.end)?.chars().chain(brackets).collect())
}

fn open_at_end(text: &str) -> Vec<Open> {
    let (mut open, mut quoted, mut escaped): (Vec<Open>, bool, bool) = (Vec::new(), false, false);
    // The last text in quotes: before a bracket it is the key.
    let (mut start, mut key) = (0, "");
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => {
                if quoted {
                    key = text.get(start..=at).unwrap_or_default();
                }
                (quoted, start) = (!quoted, at);
            }
            _ if quoted => {}
            '{' => open.push(Open { closing: '}', records: false, end: at + 1 }),
            '[' => open.push(Open { closing: ']', records: RECORDS.contains(&key), end: at + 1 }),
            '}' | ']' => {
                open.pop();
                if let Some(around) = open.last_mut() {
                    around.end = at + 1;
                }
            }
            ',' => {
                if let Some(around) = open.last_mut() {
                    around.end = at;
                }
            }
            _ => {}
        }
    }
    open
}
