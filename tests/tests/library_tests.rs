//! The library's own tests pass and leave nothing untried: each rule fires in one and is silent in another, each property
//! is read by something, each control helps against something.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use tm_compiler::verify::{idle, unread};
use tm_compiler::{analyse, run_tests};
use tm_tests::world::Memory;

#[test]
fn every_rule_fires_in_a_test_and_is_silent_in_another() {
    let mut wrong = String::new();
    for package in tm_stdlib::packages() {
        let report = run_tests(&Memory::at(&format!("embedded:{package}")));
        for result in report.results.iter().filter(|result| !result.failures.is_empty()) {
            writeln!(wrong, "{package}: `{}` fails", result.name).unwrap();
        }
        for (names, what) in [(&report.silent_rules, "never fires"), (&report.loud_rules, "is never silent")] {
            names.iter().for_each(|name| writeln!(wrong, "{package}: `{name}` {what}").unwrap());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Many properties and controls are declared in one package for the rules of another, so all are looked at together.
#[test]
fn nothing_of_the_library_is_there_for_nothing() {
    let uses: String = tm_stdlib::packages().map(|package| format!("use {package}\n")).collect();
    let analysis = analyse(&Memory::of(uses));
    let library = &analysis.library;
    let known_to_drift = properties_of_tables();
    let by_rules = |name: &String| !known_to_drift.contains(&name.rsplit('.').next().unwrap_or_default());
    let unread: Vec<String> = unread(library).into_iter().map(|(_, name)| name).filter(by_rules).collect();
    assert!(unread.is_empty(), "read by nothing: {unread:?}");
    let idle: Vec<&str> = idle(library).into_iter().map(|id| &*library.controls[id].name).collect();
    assert!(idle.is_empty(), "help against nothing: {idle:?}");
    assert!(library.controls.len() > 200 && library.rules.len() > 400);
}

/// Properties that the tables of resources read of a model: those in which a flow says its ports.
fn properties_of_tables() -> Vec<&'static str> {
    let tables = tm_stdlib::packages().flat_map(tm_stdlib::files).filter(|file| file.path.ends_with(".tsv"));
    let rows = tables.flat_map(|file| file.text.lines()).filter(|row| row.starts_with("port\t*\t"));
    rows.filter_map(|row| row.rsplit('\t').next()).collect()
}
