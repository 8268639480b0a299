//! Releases of the library: rules that are newer than the pin warn for one release, and renamed rules keep their history.
//!
//! `stdlib/released.txt` lists the rules of all releases; after one, `UPDATE=1 cargo test -p tm-tests --test releases`
//! writes it anew. Until the first release there is no such file; an empty one begins it.

#![expect(clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use tm_compiler::analyse;
use tm_compiler::document::Document;
use tm_pipeline::baseline::Baseline;
use tm_pipeline::gate::{Limit, Terms, judge};
use tm_pipeline::jira::{Step, plan};
use tm_pipeline::results::{self, Choice};
use tm_pipeline::sarif::sarif;
use tm_tests::world::{Memory, say};

/// A package of the library with a rule that release 0.2 brought.
const NEXT: &str = "//! What comes next.\n\
    threat Unwatched \"Nobody watches it\" {\n  on p: process\n  when not p.external\n  likelihood = High\n  impact = High\n  \
    since = \"0.2\"\n}\n";
const MODEL: &str = "use std.next\nmodel shop \"Shop\" { appetite = Low }\nprocess api \"API\"\n";

fn world(manifest: &str, version: &str) -> Memory {
    let manifest = format!("name = \"shop\"\n{manifest}\n");
    Memory::at("shop").file("shop/tm.toml", manifest).file("shop/shop.tm", MODEL).library(version, "std.next", NEXT)
}

fn document(manifest: &str, version: &str) -> Document {
    let analysis = analyse(&world(manifest, version));
    assert!(analysis.diagnostics().iter().all(|one| one.severity.word() != "error"), "{:?}", analysis.diagnostics());
    analysis.document()
}

fn verdict(document: &Document) -> String {
    let all = Some(Limit::Rank(0));
    judge(document, &Terms { limit: all, unknown: all, baseline: None }).verdict
}

#[test]
fn a_rule_that_is_newer_than_the_pin_warns_and_does_not_count() {
    let document = document("std = \"0.1\"", "0.2.3");
    let [threat] = document.threats.as_slice() else { panic!("{:?}", document.threats) };
    assert_eq!((threat.status.as_str(), threat.counts, threat.above_appetite), ("open", false, false));
    assert_eq!((threat.gates_from.as_str(), document.tool.pinned.as_str()), ("0.3", "0.1"));
    assert_eq!((document.summary.open, document.summary.upcoming), (0, 1));
    assert_eq!((document.summary.gate.verdict.as_str(), verdict(&document).as_str()), ("pass", "pass"));
    assert_eq!(document.rules[0].since, "0.2");
    let log: serde_json::Value = serde_json::from_str(&sarif(&document, Choice::default())).unwrap();
    let result = &log["runs"][0]["results"][0];
    assert_eq!((&result["kind"], &result["level"]), (&"review".into(), &"none".into()));
    let text = result["message"]["text"].as_str().unwrap();
    assert!(text.ends_with("Its rule is new: it counts from library 0.3 on."), "{text}");
    assert!(results::summary(&document).contains("counts from library 0.3 on"));
    assert!(results::annotations(&document).contains("::warning") && plan(&document, &[]).steps.is_empty());
}

#[test]
fn it_counts_where_the_pin_moved_or_is_not_there_or_one_release_went_by() {
    for (manifest, version) in [("std = \"0.2\"", "0.2.0"), ("", "0.2.0"), ("std = \"0.1\"", "0.3.0")] {
        let document = document(manifest, version);
        assert_eq!((document.summary.open, document.summary.upcoming), (1, 0), "{manifest} {version}");
        assert_eq!(verdict(&document), "fail", "{manifest} {version}");
        assert!(document.threats[0].counts && document.threats[0].gates_from.is_empty());
    }
}

#[test]
fn figures_of_tests_leave_out_what_does_not_count() {
    let test = "test \"calm\" {\n  process p\n  expect residual(p) <= VeryLow\n}\n";
    let failed = |manifest: &str| {
        let report = tm_compiler::run_tests(&world(manifest, "0.2.0").file("shop/shop.test.tm", test));
        let failures = report.results.into_iter().flat_map(|one| one.failures);
        failures.map(|one| one.message).collect::<Vec<_>>()
    };
    assert_eq!(failed("std = \"0.1\""), Vec::<String>::new());
    assert_eq!(failed("std = \"0.2\"").len(), 1);
}

#[test]
fn a_pin_is_a_version_of_a_library_that_is_there() {
    for (pin, word) in [("\"0.3\"", "judged by the library 0.3"), ("\"new\"", "no version"), ("2", "must be a text")] {
        let said = say(&world(&format!("std = {pin}"), "0.2.0"));
        let message = &said.diagnostics[0].message;
        assert!(said.errors().len() == 1 && message.contains(word), "{message}");
    }
}

#[test]
fn only_the_library_says_since_when_a_rule_is_there() {
    for (since, word) in [("0.2", "only rules of the standard library"), ("soon", "a release of the library")] {
        let text = NEXT.replace("\"0.2\"", &format!("\"{since}\""));
        let said = say(&Memory::of(text));
        assert!(said.diagnostics.iter().any(|one| one.message.contains(word)), "{}", said.draw());
    }
}

/// A model whose rule and element have had other names.
fn renamed(rule: &str, rule_was: &str, element: &str, element_was: &str, more: &str) -> Document {
    let text = format!(
        "model shop \"Shop\" {{ appetite = Low }}\nprocess {element} \"API\" {{ {element_was} }}\n\
         threat {rule} \"Nobody watches it\" {{\n  on p: process\n  when not p.external\n  likelihood = High\n  \
         impact = High\n  {rule_was}\n}}\n{more}"
    );
    let analysis = analyse(&Memory::of(text));
    let errors: Vec<_> = analysis.diagnostics().iter().filter(|one| one.code.starts_with("E02")).collect();
    assert!(errors.is_empty(), "{errors:?}");
    analysis.document()
}

fn label(document: &Document) -> String {
    let plan = plan(document, &[]);
    let [Step::Create(wanted)] = plan.steps.as_slice() else { panic!("{:?}", plan.steps) };
    wanted.labels.iter().find(|label| label.len() == 35).unwrap().clone()
}

fn fingerprint(document: &Document) -> String {
    let log: serde_json::Value = serde_json::from_str(&sarif(document, Choice::default())).unwrap();
    log["runs"][0]["results"][0]["partialFingerprints"]["primaryLocationLineHash"].as_str().unwrap().to_owned()
}

#[test]
fn tickets_alerts_and_baselines_know_a_rule_and_an_element_by_their_oldest_names() {
    let first = renamed("Unwatched", "", "api", "", "");
    let baseline = Baseline::read(&Baseline::of(&first).write()).unwrap();
    let (rule, element) = ("was = \"Unwatched\"", "was = \"api\"");
    let both = ["Unwatched", "Unlogged"].map(|name| format!("\"{name}\"")).join(", ");
    for mut next in [
        renamed("Unlogged", rule, "api", "", ""),
        renamed("Unwatched", "", "orders", element, ""),
        renamed("Unlogged", rule, "orders", element, ""),
        renamed("Unseen", &format!("was = [{both}]"), "orders", element, ""),
    ] {
        assert_eq!(label(&next), label(&first), "{}", next.threats[0].full_id);
        assert_eq!(fingerprint(&next), fingerprint(&first), "{}", next.threats[0].full_id);
        assert!(!next.threats[0].was.contains(&next.threats[0].full_id));
        baseline.mark(&mut next);
        assert_eq!(next.threats[0].standing, "known", "{}", next.threats[0].full_id);
    }
}

#[test]
fn a_rule_that_came_from_another_package_keeps_its_history() {
    let next = renamed(
        "Unwatched",
        "was = \"std.old.Unwatched\"",
        "api",
        "",
        "accept std.old.Unwatched on api until 2027-01-01 { by = \"me\", reason = \"why\" }",
    );
    assert_eq!(
        (next.threats[0].was.as_slice(), next.threats[0].status.as_str()),
        (&["std.old.Unwatched@api".to_owned()][..], "accepted")
    );
}

#[test]
fn decisions_under_an_earlier_name_of_the_rule_hold() {
    let by = "by = \"me\", reason = \"why\"";
    for (more, status) in [
        (format!("accept Unwatched on api until 2027-01-01 {{ {by} }}"), "accepted"),
        ("dismiss Unwatched on p: process { reason = \"why\" }".to_owned(), "dismissed"),
        (format!("accept Unwatched on api until 2020-01-01 {{ {by} }}"), "open"),
    ] {
        let document = renamed("Unlogged", "was = \"Unwatched\"", "api", "", &more);
        assert_eq!(document.threats[0].status, status, "{more}");
    }
    let disabled = renamed("Unlogged", "was = \"Unwatched\"", "api", "", "disable Unwatched { reason = \"why\" }");
    assert!(disabled.threats.is_empty());
}

#[test]
fn a_lapsed_decision_is_known_under_an_earlier_name_of_its_rule() {
    let lapsed = |rule: &str| format!("accept {rule} on api until 2020-01-01 {{ by = \"me\", reason = \"why\" }}");
    let before = renamed("Unwatched", "", "api", "", &lapsed("Unwatched"));
    let baseline = Baseline::read(&Baseline::of(&before).write()).unwrap();
    for written in ["Unwatched", "Unlogged"] {
        let mut after = renamed("Unlogged", "was = \"Unwatched\"", "api", "", &lapsed(written));
        baseline.mark(&mut after);
        let gate = judge(&after, &Terms { limit: Some(Limit::Rank(0)), unknown: None, baseline: Some(&baseline) });
        assert_eq!(gate.verdict, "pass", "{written}: {:?}", gate.against);
    }
}

#[test]
fn decisions_know_the_ends_of_a_flow_by_earlier_names() {
    let text = "model m { appetite = Low }\nprocess post { was = \"mailer\" }\nprocess relay { was = \"mail_service\" }\n\
        flow post -> relay\nthreat Lost \"Lost\" {\n  on f: flow\n  likelihood = High\n  impact = High\n}\n\
        accept Lost on mailer -> mail_service until 2027-01-01 { by = \"me\", reason = \"why\" }\n";
    let analysis = analyse(&Memory::of(text));
    let document = analysis.document();
    assert_eq!(document.threats[0].status, "accepted", "{:?}", analysis.diagnostics());
}

/// A rule of the library: its ids, the present one first, and since when it is there.
type Known = (Vec<String>, Option<String>);

/// What rules say wrongly of when they came, given the rules of all releases and the version that is to come.
fn misdated(released: &BTreeMap<String, String>, rules: &[Known], version: &str) -> Vec<String> {
    let release = |version: &str| version.split('.').take(2).collect::<Vec<_>>().join(".");
    let first = released.values().map(|version| release(version)).min();
    let expected = |ids: &[String]| match ids.iter().find_map(|id| released.get(id)) {
        Some(known) => Some(release(known)),
        None => Some(release(version)),
    };
    // What the first release brings says nothing: it was there from the first.
    let expected = |ids: &[String]| expected(ids).filter(|since| first.as_ref().is_some_and(|first| first != since));
    let wrong = rules.iter().filter(|(ids, since)| *since != expected(ids));
    wrong.map(|(ids, since)| format!("{}: since {since:?}, not {:?}", ids[0], expected(ids))).collect()
}

fn rules_of_the_library() -> Vec<Known> {
    let mut rules = BTreeMap::new();
    for package in tm_stdlib::packages() {
        let library = &analyse(&Memory::at(&format!("embedded:{package}"))).library;
        for rule in library.rules.values() {
            let mut ids = vec![library.rule_id(rule)];
            ids.extend(library.earlier_ids(rule));
            rules.insert(ids[0].clone(), (ids, rule.since.map(|since| since.to_string())));
        }
    }
    rules.into_values().collect()
}

#[test]
fn rules_of_the_library_say_since_when_they_are_there() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../stdlib/released.txt");
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    let lines = written.lines().filter_map(|line| line.split_once(' '));
    let mut released: BTreeMap<String, String> =
        lines.map(|(id, version)| (id.to_owned(), version.to_owned())).collect();
    let rules = rules_of_the_library();
    assert!(rules.len() > 300, "{}", rules.len());
    assert_eq!(misdated(&released, &rules, tm_stdlib::VERSION), Vec::<String>::new());
    if std::env::var_os("UPDATE").is_some() && path.exists() {
        for (ids, _) in &rules {
            released.entry(ids[0].clone()).or_insert_with(|| tm_stdlib::VERSION.to_owned());
        }
        let lines: Vec<String> = released.iter().map(|(id, version)| format!("{id} {version}\n")).collect();
        std::fs::write(path, lines.concat()).unwrap();
    }
}

#[test]
fn a_rule_without_its_release_is_found() {
    let released: BTreeMap<String, String> = [("std.a.Old", "0.1.0"), ("std.a.Mid", "0.2.1")]
        .map(|(id, version)| (id.to_owned(), version.to_owned()))
        .into();
    let rule = |ids: &[&str], since: Option<&str>| {
        (ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>(), since.map(str::to_owned))
    };
    let right = [
        rule(&["std.a.Old"], None),
        rule(&["std.a.Renamed", "std.a.Old"], None),
        rule(&["std.a.Mid"], Some("0.2")),
        rule(&["std.a.New"], Some("0.3")),
    ];
    assert_eq!(misdated(&released, &right, "0.3.0"), Vec::<String>::new());
    let wrong = [rule(&["std.a.New"], None), rule(&["std.a.Mid"], Some("0.3")), rule(&["std.a.Old"], Some("0.1"))];
    assert_eq!(misdated(&released, &wrong, "0.3.0").len(), 3);
    assert_eq!(misdated(&BTreeMap::new(), &[rule(&["std.a.New"], None)], "0.1.0"), Vec::<String>::new());
}
