//! JSON that may end too early, and ways to read fields that may be anything.

use super::collect::Collector;
use serde_json::Value;
use serde_json::error::Category;
use tm_compiler::evidence::Line;

/// The document; of one that ends too early what is whole.
pub(crate) fn parse(text: &str, collector: &mut Collector) -> Option<Value> {
    let mut documents = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let first = documents.next()?;
    let trouble = match first {
        Ok(value) => {
            if !text.get(documents.byte_offset()..).unwrap_or_default().trim().is_empty() {
                collector.skip("text behind the end of the document");
            }
            return Some(value);
        }
        Err(trouble) => trouble,
    };
    if trouble.classify() == Category::Eof
        && let Some(value) = closed(text).and_then(|text| serde_json::from_str(&text).ok())
    {
        collector.lose("the end of the file: it was cut off");
        return Some(value);
    }
    collector.skip(&format!("everything: it is no JSON ({trouble})"));
    None
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

/// The members of a list; one that is no list is taken for the only member.
pub(crate) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    match value.get(key) {
        Some(Value::Array(members)) => members,
        None | Some(Value::Null) => &[],
        Some(one) => std::slice::from_ref(one),
    }
}

/// A text along a path of keys; empty where there is none.
pub(crate) fn text<'a>(value: &'a Value, path: &[&str]) -> &'a str {
    at(value, path).and_then(Value::as_str).unwrap_or_default()
}

/// What stands at the end of a path of keys.
pub(crate) fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, key| value.get(key))
}

/// A number, also where it is written as a text.
pub(crate) fn number(value: Option<&Value>) -> Option<u64> {
    match value? {
        Value::Number(number) => number.as_u64().or_else(|| number.as_f64().map(|number| number.max(0.0) as u64)),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// A place in a file; `%20` and the like are read as what they stand for.
pub(crate) fn line(path: &str, line: Option<u64>) -> Line {
    const LONGEST: usize = 4_096;
    let path: String = plain(path).replace('\\', "/").chars().take(LONGEST).collect();
    Line { path, line: line.unwrap_or(0) }
}

fn plain(path: &str) -> String {
    let bytes = path.as_bytes();
    let (mut out, mut at): (Vec<u8>, usize) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let pair = bytes.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        let coded = pair.filter(|_| *byte == b'%').and_then(|pair| u8::from_str_radix(pair, 16).ok());
        out.push(coded.unwrap_or(*byte));
        at += if coded.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
}
