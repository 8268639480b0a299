//! The tables of `docs/coverage` name threats, controls and types that the library has.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::PathBuf;

/// What the library declares under a name of its own.
fn declared() -> BTreeSet<&'static str> {
    let words = ["threat", "control", "type", "enum", "scale", "matrix"];
    let lines = tm_stdlib::packages().flat_map(tm_stdlib::files).flat_map(|file| file.text.lines());
    lines
        .filter_map(|line| line.split_once(' '))
        .filter(|(word, _)| words.contains(word))
        .map(|(_, rest)| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default())
        .collect()
}

/// Names in back-ticks that could be declared.
fn named(page: &str) -> impl Iterator<Item = &str> {
    let quoted = page.split('`').skip(1).step_by(2);
    quoted.filter(|name| name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphanumeric))
}

#[test]
fn tables_of_coverage_name_what_is_there() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/coverage");
    let declared = declared();
    let mut unknown = Vec::new();
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let page = std::fs::read_to_string(entry.path()).unwrap();
        for name in named(&page) {
            seen += 1;
            if !declared.contains(name) {
                unknown.push(format!("{}: {name}", entry.file_name().to_string_lossy()));
            }
        }
    }
    unknown.sort();
    assert!(seen > 100 && unknown.is_empty(), "{unknown:#?}");
}
