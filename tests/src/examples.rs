//! The examples as texts in memory, for tests that change them.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::Path;

/// The examples: name, and files by path, each in a folder `ws`.
///
/// # Panics
/// Where they cannot be read.
pub fn examples() -> Vec<(String, BTreeMap<String, String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root).expect("examples").flatten() {
        let mut files = BTreeMap::new();
        collect(&entry.path(), &entry.path(), &mut files);
        if files.contains_key("ws/tm.toml") {
            found.push((entry.file_name().to_string_lossy().into_owned(), files));
        }
    }
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|ending| ending == "tm" || ending == "toml") {
            let inner = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
            files.insert(format!("ws/{inner}"), std::fs::read_to_string(&path).expect("text"));
        }
    }
}
