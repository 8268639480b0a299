//! Actions of the editor over the examples: after any of them the package is no worse by itself than before.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::codes;
use tm_compiler::study::Memory as Studies;
use tm_lsp::Snapshot;
use tm_lsp::features::actions::{Action, actions};
use tm_lsp::features::unused::unused;
use tm_tests::examples::examples;
use tm_tests::world::Memory;

type Files = BTreeMap<String, String>;

#[test]
fn what_is_so_already_leaves_no_decision_without_a_threat() {
    let (mut tried, mut bad) = (0, Vec::new());
    for (name, files) in examples() {
        let mut studies = Studies::default();
        let at = Snapshot::new("ws".into(), studies.study(&world(&files)));
        let before = mistakes(&at);
        for action in all(&at) {
            tried += 1;
            let after = Snapshot::new("ws".into(), studies.study(&world(&applied(&files, &action))));
            let new: Vec<String> = mistakes(&after).difference(&before).cloned().collect();
            if !new.is_empty() {
                bad.push(format!("{name}: {}\n  {}", action.title, new.join("\n  ")));
            }
        }
    }
    assert!(tried > 200, "{tried} actions");
    assert!(bad.is_empty(), "{} of {tried}\n{}", bad.len(), bad.join("\n"));
}

#[test]
fn the_examples_declare_nothing_in_vain() {
    let mut found = Vec::new();
    for (name, files) in examples() {
        let at = Snapshot::new("ws".into(), Studies::default().study(&world(&files)));
        found.extend(unused(&at).into_iter().map(|idle| format!("{name} {}: {}", at.path(idle.at.file), idle.why)));
    }
    assert_eq!(found, [""; 0]);
}

/// The facts that actions state; decisions are made to be filled in, and so are mistakes at first.
fn all(at: &Snapshot) -> Vec<Action> {
    let mut seen = BTreeSet::new();
    let elements = at.model().elements.iter().filter(|(id, _)| at.model().is_own(*id));
    let places = elements.map(|(_, element)| (element.span.file, element.span.start as usize));
    let found = places.flat_map(|(file, byte)| actions(at, file, &(byte..byte)));
    let facts = ["it is so already", "it is there already", "state `"];
    let wanted = |action: &Action| facts.iter().any(|fact| action.title.contains(fact));
    found.filter(wanted).filter(|action| seen.insert(action.edits.clone())).collect()
}

/// Errors but for those of the model's goals: tests and policies may well say otherwise than a changed model.
fn mistakes(at: &Snapshot) -> BTreeSet<String> {
    let ours = |code: &str| code.starts_with('E') && ![codes::FAILED_TEST, codes::BROKEN_POLICY].contains(&code);
    let found = at.analysis().diagnostics().iter().filter(|found| ours(found.code));
    found.map(|found| format!("{} {}", found.code, found.message)).collect()
}

fn applied(files: &Files, action: &Action) -> Files {
    let mut files = files.clone();
    for edit in action.edits.iter().rev() {
        let text = files.get_mut(&edit.at.path).expect("a file of the package");
        text.replace_range(edit.at.range.clone(), &edit.text);
    }
    files
}

fn world(files: &Files) -> Memory {
    files.iter().fold(Memory::at("ws"), |world, (path, text)| world.file(path, text.as_str()))
}
