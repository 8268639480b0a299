//! `docs/recall.md`: what it says of each published finding is what the models derive, and its sums are those of its rows.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A published finding: its row of a table.
struct Finding {
    id: String,
    first: String,
    now: String,
    why: String,
}

/// One system: its name, the folder of its model, its findings.
struct System {
    name: String,
    model: String,
    findings: Vec<Finding>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn page() -> String {
    fs::read_to_string(root().join("docs/recall.md")).unwrap().replace("\r\n", "\n")
}

fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().trim_start_matches('|').trim_end_matches('|');
    inner.split(" | ").map(|cell| cell.trim().to_owned()).collect()
}

/// The words of a text that stand between back-ticks.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

fn systems(page: &str) -> Vec<System> {
    let mut found: Vec<System> = Vec::new();
    for line in page.lines() {
        if let Some(name) = line.strip_prefix("## ") {
            found.push(System { name: name.to_owned(), model: String::new(), findings: Vec::new() });
        }
        let Some(system) = found.last_mut() else { continue };
        if line.starts_with("Model: ") {
            system.model = code(line).next().unwrap().to_owned();
        }
        let row = cells(line);
        if line.starts_with("| ") && !system.model.is_empty() && row.len() == 5 && row[0] != "id" && row[0] != "---" {
            let [id, _, first, now, why] = row.try_into().unwrap();
            system.findings.push(Finding { id, first, now, why });
        }
    }
    found.retain(|system| !system.model.is_empty());
    found
}

/// The threats of a model, `Rule@element`, with their verdicts.
fn derived(model: &str) -> BTreeMap<String, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tm-case"));
    command.args(["check", model, "--format", "json", "--today", "2026-06-01"]).current_dir(root());
    let document: Value = serde_json::from_slice(&command.output().unwrap().stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let threats = document["threats"].as_array().unwrap().iter();
    threats.map(|threat| (text(&threat["id"]), text(&threat["verdict"]))).collect()
}

#[test]
fn each_finding_is_derived_as_the_page_says() {
    let systems = systems(&page());
    assert_eq!(systems.len(), 7);
    for system in systems {
        let threats = derived(&system.model);
        for finding in &system.findings {
            let place = format!("{}: {}", system.name, finding.id);
            let wanted = match finding.now.as_str() {
                "found" => "definite",
                "possible" => "possible",
                _ => {
                    assert_eq!(finding.now, "missed", "{place}");
                    assert!(!finding.why.is_empty(), "{place}");
                    continue;
                }
            };
            let named: Vec<&str> = code(&finding.why).filter(|word| word.contains('@')).collect();
            assert!(!named.is_empty(), "{place} names no threat");
            for threat in named {
                assert_eq!(threats.get(threat).map(String::as_str), Some(wanted), "{place}: {threat}");
            }
        }
    }
}

#[test]
fn sums_are_those_of_the_rows() {
    let page = page();
    for System { name, findings, .. } in systems(&page) {
        let now = |verdict| findings.iter().filter(|finding| finding.now == verdict).count();
        let first = |verdict| findings.iter().filter(|finding| finding.first == verdict).count();
        let code = findings.iter().filter(|finding| finding.why.starts_with("code")).count();
        let sums =
            [findings.len(), now("found"), now("possible"), now("missed"), code, first("found"), first("possible")];
        let sums = sums.map(|sum| sum.to_string());
        let row = page.lines().map(cells).find(|row| row.len() == 8 && row[0].starts_with(&name)).unwrap();
        assert_eq!(row[1..], sums, "{name}");
    }
}
