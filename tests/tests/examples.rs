//! The examples: clean, formatted, their own tests pass, every report is written; and what is found in them, in `tests/cases/examples/`.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The packages under `examples/`, by their path from there.
fn packages() -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![folder()];
    while let Some(here) = waiting.pop() {
        for entry in fs::read_dir(&here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.ends_with("tm.toml") {
                let inner = here.strip_prefix(folder()).unwrap();
                found.push(inner.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty());
    found
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples")
}

fn tm(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tm-case"));
    command.args(arguments).current_dir(folder());
    command.env("NO_COLOR", "1").output().unwrap()
}

/// All is well, and nothing is remarked on.
fn clean(arguments: &[&str]) -> String {
    let output = tm(arguments);
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}\n{said}");
    assert!(!said.contains("warning["), "{arguments:?}\n{said}");
    said
}

#[test]
fn examples_are_clean_formatted_and_tested() {
    for package in packages() {
        clean(&["check", &package, "--today", "2026-06-01"]);
        clean(&["test", &package, "--today", "2026-06-01"]);
        clean(&["fmt", "--check", &package]);
    }
}

#[test]
fn examples_make_reports() {
    for package in packages() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().to_str().unwrap();
        clean(&["build", &package, "--out", out, "--today", "2026-06-01"]);
        for file in ["report.html", "report.md", "diagram.dot", "analysis.json"] {
            let written = fs::metadata(dir.path().join(file)).unwrap();
            assert!(written.len() > 0, "{package}: {file}");
        }
    }
}

#[test]
fn what_is_found_in_the_examples() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(tm_tests::folder("examples"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    for package in packages() {
        let json = tm(&["check", &package, "--format", "json", "--today", "2026-06-01"]);
        let document: Value = serde_json::from_slice(&json.stdout).unwrap();
        insta::assert_snapshot!(package.replace('/', "_"), outline(&document));
    }
}

/// A line for each threat and each question: what must not change unnoticed, whatever the words of reports.
fn outline(document: &Value) -> String {
    let mut out = String::new();
    for threat in document["threats"].as_array().unwrap() {
        let text = |key: &str| threat[key].as_str().unwrap_or_default().to_owned();
        let level = |key: &str| threat[key]["range"].as_str().unwrap_or_default().to_owned();
        writeln!(
            out,
            "{}: {}, {}, {} -> {} -> {}",
            text("full_id"),
            text("verdict"),
            text("status"),
            level("inherent"),
            level("residual"),
            level("target"),
        )
        .unwrap();
    }
    for question in document["questions"].as_array().unwrap() {
        let text = |key: &str| question[key].as_str().unwrap_or_default().to_owned();
        writeln!(out, "? {}.{} settles {}", text("subject"), text("property"), question["settles"]).unwrap();
    }
    out
}

/// Packages that are checked together share what is built of the libraries; nothing of it may show.
#[test]
fn together_they_give_what_each_gives_alone() {
    let day = ["--today", "2026-06-01", "--format", "json"];
    let together = tm(&[&["check", "."][..], &day].concat());
    let together = String::from_utf8(together.stdout).unwrap();
    let lines: Vec<Value> = together.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), packages().len());
    for line in lines {
        let package = line["package"].as_str().unwrap();
        let alone = tm(&[&["check", package][..], &day].concat());
        assert_eq!(serde_json::from_slice::<Value>(&alone.stdout).unwrap(), line["document"], "{package}");
    }
}
