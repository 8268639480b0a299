//! What a threat of the library offers as its repair repairs it: in each world of the library's own tests and in each
//! example, a fix that is made leaves nothing of the threat that it is offered for, be it certain or possible. And what
//! a fix states can be planned: a control that the rule lists does it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use tm_compiler::assess::{Status, Threat};
use tm_compiler::derive::{bind, judge_with};
use tm_compiler::evaluate::{Evaluator, Hypothesis};
use tm_compiler::fixes::changes;
use tm_compiler::library::ControlUse;
use tm_compiler::study::Memory as Known;
use tm_compiler::{Analysis, analyse};
use tm_tests::examples::examples;
use tm_tests::world::Memory;

#[test]
fn each_fix_of_the_library_mends_its_threat() {
    let (mut tried, mut left) = (BTreeSet::new(), Vec::new());
    in_the_worlds_of_the_library(|place, analysis| {
        left.extend(unmended(analysis, &mut tried).into_iter().map(|fix| format!("{place}: {fix}")));
    });
    assert!(left.is_empty(), "{} fixes leave their threat:\n{}", left.len(), left.join("\n"));
    assert!(tried.len() > 300, "only {} rules have a fix that was tried", tried.len());
}

#[test]
fn each_fix_mends_its_threat_in_the_examples() {
    let (mut tried, mut left) = (BTreeSet::new(), Vec::new());
    for (name, files) in examples() {
        let world = files.iter().fold(Memory::at("ws"), |world, (path, text)| world.file(path, text.as_str()));
        let fixes = unmended(&analyse(&world), &mut tried);
        left.extend(fixes.into_iter().map(|fix| format!("{name}: {fix}")));
    }
    assert!(left.is_empty(), "{} fixes leave their threat:\n{}", left.len(), left.join("\n"));
    assert!(tried.len() > 30, "only {} rules have a fix that was tried", tried.len());
}

#[test]
fn each_fix_of_the_library_can_be_planned() {
    let (mut offered, mut planned) = (BTreeSet::new(), BTreeSet::new());
    in_the_worlds_of_the_library(|_, analysis| plannable(analysis, &mut offered, &mut planned));
    let left: Vec<&String> = offered.difference(&planned).collect();
    assert!(left.is_empty(), "no control that the rule lists establishes {} fixes: {left:#?}", left.len());
    assert!(offered.len() > 300, "only {} fixes were offered", offered.len());
}

/// Looks at the world of each test of each package.
fn in_the_worlds_of_the_library(mut look: impl FnMut(&str, &Analysis)) {
    for package in tm_stdlib::packages() {
        let mut memory = Known::default();
        for file in tm_stdlib::files(package).iter().filter(|file| file.path.ends_with(".test.tm")) {
            for (name, world) in worlds(package, file.text) {
                look(&format!("{}: {name}", file.path), &memory.analyse(&Memory::of(world)));
            }
        }
    }
}

/// Each test of a file as a model of its own, without what it expects.
fn worlds(package: &str, text: &str) -> Vec<(String, String)> {
    let (mut shared, mut found, mut kept) = (format!("use {package}\n"), Vec::new(), true);
    let mut inside: Option<(String, String)> = None;
    for line in text.lines() {
        match &mut inside {
            None if line.starts_with("test \"") => {
                let name = line.split('"').nth(1).unwrap_or_default();
                inside = Some((name.to_owned(), String::new()));
                kept = true;
            }
            None => shared.push_str(&format!("{line}\n")),
            Some(_) if line == "}" => found.extend(inside.take()),
            Some((_, world)) => {
                let depth = line.len() - line.trim_start().len();
                kept = if depth > 2 { kept } else { !line.trim_start().starts_with("expect ") };
                if kept {
                    world.push_str(&format!("{line}\n"));
                }
            }
        }
    }
    found.into_iter().map(|(name, world)| (name, format!("{shared}{world}"))).collect()
}

/// The fixes that leave a threat as it is that no control answers. The rules whose fixes were tried are noted.
fn unmended(analysis: &Analysis, tried: &mut BTreeSet<String>) -> Vec<String> {
    let mut evaluator = Evaluator::new(&analysis.library, &analysis.model);
    let mut left = Vec::new();
    let unanswered = |threat: &&Threat| threat.status != Status::Mitigated;
    for threat in analysis.assessed.threats.iter().filter(unanswered) {
        let rule = &analysis.library.rules[threat.instance.rule];
        for fix in &rule.fixes {
            bind(&mut evaluator, &threat.instance);
            let Some(made) = changes(&mut evaluator, fix) else { continue };
            let facts: Vec<Hypothesis> = made.iter().map(|change| change.fact().clone()).collect();
            if judge_with(&mut evaluator, &threat.instance, &facts) != Some(false) {
                let words: Vec<String> = made.iter().map(|it| it.words(&analysis.library, &analysis.model)).collect();
                left.push(format!("{}: {}", threat.id, words.join(", ")));
            }
            tried.insert(rule.name.to_string());
        }
    }
    left
}

/// Notes the fixes that are offered, and those whose facts a control establishes that the rule lists. One world is enough
/// for that: a fix that only takes what is weak out of a list leaves another list in each.
fn plannable(analysis: &Analysis, offered: &mut BTreeSet<String>, planned: &mut BTreeSet<String>) {
    let mut evaluator = Evaluator::new(&analysis.library, &analysis.model);
    for threat in &analysis.assessed.threats {
        let rule = &analysis.library.rules[threat.instance.rule];
        for fix in &rule.fixes {
            bind(&mut evaluator, &threat.instance);
            let Some(made) = changes(&mut evaluator, fix) else { continue };
            let name = format!("{}: {}", rule.name, fix.title);
            let does = |used: &ControlUse| made.iter().all(|it| establishes(analysis, used, it.fact()));
            if rule.mitigated_by.iter().any(does) {
                planned.insert(name.clone());
            }
            offered.insert(name);
        }
    }
}

fn establishes(analysis: &Analysis, used: &ControlUse, fact: &Hypothesis) -> bool {
    let known = &analysis.library.controls[used.control].facts;
    known.iter().any(|(prop, value, _)| *prop == fact.prop && *value == fact.value)
}
