//! `std.mstmt` against the rules it stands for: the same diagram, judged by the original filters and by tm,
//! must give the same pairs of flow and threat type.
//!
//! `tests/cases/mstmt/` has the filters, the element types and how both are written in tm; `docs/coverage/mstmt.md`
//! says which threat stands for which rule. Besides, where `TM_CORPUS` names a folder with `mstmt/*.flows.tsv`, what the
//! original tool generated for these diagrams is compared too.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod convert;
mod diagram;
mod filter;
mod random;
mod tables;

use diagram::{Diagram, Found};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use tables::Tables;
use tm_compiler::derive::Verdict;
use tm_compiler::{Outcome, analyse};
use tm_tests::world::{Memory, say};

/// What tm derives, in the original's words.
fn derived(tables: &Tables, diagram: &Diagram) -> Found {
    let world = Memory::of(convert::text(tables, diagram));
    let analysis = analyse(&world);
    assert_ne!(analysis.outcome(), Outcome::Invalid, "{}", say(&world).draw());
    let threats = analysis.assessed.threats.iter();
    threats
        .filter(|threat| matches!(threat.instance.verdict, Verdict::Definite | Verdict::Assumed))
        .map(|threat| {
            let (rule, flow) = threat.id.split_once('@').unwrap();
            (flow.to_owned(), tables.rule_of(rule).to_owned())
        })
        .collect()
}

fn same(left: &Found, right: &Found, what: &str) {
    let only = |a: &Found, b: &Found| a.difference(b).take(10).cloned().collect::<Vec<_>>();
    let (missed, wrong) = (only(left, right), only(right, left));
    assert!(missed.is_empty() && wrong.is_empty(), "{what}: tm misses {missed:?}, and has too much {wrong:?}");
}

#[test]
fn each_rule_has_its_threat_and_each_threat_its_rule() {
    let tables = Tables::read();
    let named: BTreeSet<&str> = tables.threats.values().map(String::as_str).collect();
    let raised = tables.rules.iter().filter(|rule| !rule.stub()).count();
    assert_eq!(named.len(), raised);
    let written: BTreeSet<String> = tm_stdlib::files("std.mstmt")
        .iter()
        .flat_map(|file| file.text.lines())
        .filter_map(|line| line.strip_prefix("threat ")?.split(':').next().map(String::from))
        .collect();
    assert_eq!(written.iter().map(String::as_str).collect::<BTreeSet<_>>(), named);
}

#[test]
fn random_diagrams_give_the_same_threats() {
    let tables = Tables::read();
    let (mut hits, mut misses) = (BTreeMap::new(), BTreeMap::new());
    for seed in 1..=12 {
        let diagram = random::diagram(&tables, seed);
        let expected = diagram::judge(&tables, &diagram);
        same(&expected, &derived(&tables, &diagram), &format!("diagram {seed}"));
        for rule in tables.rules.iter().filter(|rule| !rule.stub()) {
            let count = expected.iter().filter(|(_, id)| *id == rule.id).count();
            *hits.entry(rule.id.clone()).or_insert(0) += count;
            *misses.entry(rule.id.clone()).or_insert(0) += diagram::excluded(&tables, &diagram, rule);
        }
    }
    for rule in tables.rules.iter().filter(|rule| !rule.stub()) {
        assert!(hits[&rule.id] >= 5, "the diagrams hardly reach {}", rule.id);
        let excludes = rule.exclude.is_some();
        assert!(!excludes || misses[&rule.id] >= 5, "the diagrams hardly reach the exception of {}", rule.id);
    }
}

#[test]
fn what_the_original_generated() {
    let Some(folder) = std::env::var_os("TM_CORPUS") else {
        eprintln!("TM_CORPUS is not set: nothing compared with the original's own output");
        return;
    };
    let folder = Path::new(&folder).join("mstmt");
    let tables = Tables::read();
    let mut compared = 0;
    for entry in std::fs::read_dir(&folder).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".flows.tsv") else {
            continue;
        };
        let read = |ending: &str| std::fs::read_to_string(folder.join(format!("{stem}.{ending}.tsv"))).unwrap();
        let diagram = diagram::of_files(&tables, &read("elements"), &read("flows"));
        let generated: Found = tables::rows(&read("threats"))
            .iter()
            .map(|row| (row["flow"].clone(), row["threat_type"].clone()))
            .collect();
        same(&generated, &diagram::judge(&tables, &diagram), &format!("{stem}, judged by the filters"));
        same(&generated, &derived(&tables, &diagram), stem);
        compared += 1;
    }
    assert!(compared > 0, "no diagrams in {}", folder.display());
}
