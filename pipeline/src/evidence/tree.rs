//! Ways to read fields that may be anything.

use serde_json::Value;
use tm_compiler::evidence::{Line, Place};

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

/// A file, or a line of it; nowhere without a path.
pub(crate) fn file(path: &str, at: Option<u64>) -> Place {
    let code = if path.is_empty() { Vec::new() } else { vec![line(path, at)] };
    Place { code, ..Place::default() }
}

/// A place in a file; `%20` and the like are read as what they stand for.
pub(crate) fn line(path: &str, line: Option<u64>) -> Line {
    const LONGEST: usize = 4_096;
    let path: String = plain(path).replace('\\', "/").chars().take(LONGEST).collect();
    Line { path: direct(&path), line: line.unwrap_or(0) }
}

/// A path without its detours: `web/../api/./db.py` is `api/db.py`. What leads out of where it begins stays.
fn direct(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        let back = parts.last().is_some_and(|last| !["", ".", ".."].contains(last) && !last.ends_with(':'));
        match part {
            "." if !parts.is_empty() => {}
            ".." if back => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
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

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn paths_lose_their_detours() {
        let of = |path| line(path, None).path;
        for same in ["api/db.py", "web/../api/db.py", "api/./db.py", "a/b/../../api/db.py", "api\\x\\..\\db.py"] {
            assert_eq!(of(same), "api/db.py", "{same}");
        }
        for stays in ["../api/db.py", "./../api", "/../x", "file:///../x", "C:/../x", "", "api/", "file:///a//b", "./x"]
        {
            assert_eq!(of(stays), stays);
        }
        assert_eq!((of("file:///a/../b"), of("/a/%2e%2e/b")), ("file:///b".to_owned(), "/b".to_owned()));
    }
}
