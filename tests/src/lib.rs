//! What the tests of cases share: finding the cases, keeping their snapshots beside them, drawing errors.
//!
//! A case is a file under `tests/cases/FOLDER/`. What the compiler says about it is kept beside it in
//! `NAME.snap`; `INSTA_UPDATE=always cargo test -p tm-tests` writes the snapshots anew.

mod draw;
pub mod examples;
mod git;
pub mod pages;
pub mod plan;
pub mod schema;
pub mod server;
pub mod world;

pub use draw::draw;
pub use git::git;
use std::path::PathBuf;

/// Folder of the cases of one kind.
pub fn folder(kind: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("cases").join(kind)
}

/// The `.tm` files of a folder: name without its ending, and text. Bytes that are no text are replaced.
pub fn cases(kind: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for entry in std::fs::read_dir(folder(kind)).into_iter().flatten().flatten() {
        let path = entry.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        if path.extension().is_some_and(|ending| ending == "tm") {
            let bytes = std::fs::read(&path).unwrap_or_default();
            found.push((stem.into_owned(), String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    found.sort();
    found
}

/// Compares what `answer` says about each case of a folder with its snapshot; all cases run, then it fails.
///
/// # Panics
/// If a case differs from its snapshot, or if there are none.
#[expect(clippy::panic, reason = "this is how a test fails")]
pub fn check_cases(kind: &str, answer: impl Fn(&str) -> String) {
    let cases = cases(kind);
    assert!(!cases.is_empty(), "no cases in {}", folder(kind).display());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder(kind));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    let mut failed = Vec::new();
    for (name, text) in cases {
        let said = answer(&text);
        let check = std::panic::AssertUnwindSafe(|| insta::assert_snapshot!(name.clone(), said));
        if std::panic::catch_unwind(check).is_err() {
            failed.push(name);
        }
    }
    if !failed.is_empty() {
        panic!("these cases differ from their snapshots: {failed:?}");
    }
}
