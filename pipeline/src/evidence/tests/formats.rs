//! What each format states of a check: that it ran, where it passed, that it was left out or suppressed.

use super::{omissions, one, places};
use tm_compiler::evidence::Scan;

/// A run of SARIF with one rule and these fields.
fn sarif(fields: &str) -> Scan {
    one(format!(
        r#"{{"runs": [{{"tool": {{"driver": {{"name": "Semgrep OSS", "rules": [{{"id": "sql"}}, {{"id": "xss"}}]}}}}, {fields}}}]}}"#
    ))
}

fn listed(scan: &Scan) -> Vec<&str> {
    scan.checks.iter().filter(|check| check.listed).map(|check| check.names[0].as_str()).collect()
}

fn passes(scan: &Scan) -> Vec<String> {
    scan.passes.iter().map(|pass| format!("{} {}", scan.checks[pass.check].names[0], pass.place)).collect()
}

#[test]
fn a_tool_goes_by_its_first_word_too() {
    assert_eq!(sarif(r#""results": []"#).names, ["Semgrep OSS", "Semgrep", "scan"]);
}

#[test]
fn rules_of_a_run_without_results_did_not_run() {
    for fields in [r#""results": null"#, r#""columnKind": "unicodeCodePoints""#] {
        assert_eq!(listed(&sarif(fields)), [""; 0], "{fields}");
    }
    assert_eq!(listed(&sarif(r#""results": []"#)), ["sql", "xss"]);
    assert!(sarif(r#""results": [], "externalPropertyFileReferences": {"results": [{}]}"#).cut);
}

#[test]
fn kinds_of_results_say_where_a_rule_passed() {
    let at = r#""locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.py"}}}]"#;
    let of = |kind: &str| sarif(&format!(r#""results": [{{"ruleId": "sql", "kind": "{kind}", {at}}}]"#));
    assert_eq!((passes(&of("pass")), listed(&of("pass"))), (vec!["sql a.py".to_owned()], vec!["xss"]));
    assert_eq!(passes(&of("informational")), ["sql a.py"]);
    assert_eq!((passes(&of("notApplicable")).len(), listed(&of("notApplicable"))), (0, vec!["xss"]));
    assert_eq!(omissions(&of("open")), ["sql at a.py: the tool could not decide"]);
    assert_eq!(places(&of("review")), ["a.py:0"]);
    let none = sarif(&format!(r#""results": [{{"ruleId": "sql", "level": "none", {at}}}]"#));
    assert_eq!(omissions(&none), ["sql at a.py: a result that is given no level"]);
}

#[test]
fn rules_are_switched_on_and_off_for_a_run() {
    let off = r#""invocations": [{"executionSuccessful": true, "ruleConfigurationOverrides": [{"descriptor": {"index": 0}, "configuration": {"enabled": false}}]}], "results": []"#;
    assert_eq!(listed(&sarif(off)), ["xss"]);
    assert_eq!(omissions(&sarif(off)), ["sql: the rule was switched off for this run"]);
}

#[test]
fn trouble_of_the_tool_leaves_files_out() {
    let trouble = r#""results": [], "invocations": [{"executionSuccessful": true, "toolExecutionNotifications": [
      {"level": "error", "message": {"text": "syntax error"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.py"}}}]},
      {"level": "note", "message": {"text": "fine"}}, {"associatedRule": {"id": "xss"}, "message": {"text": "timeout"}}]}]"#;
    assert_eq!(
        omissions(&sarif(trouble)),
        ["a.py: the tool had trouble: syntax error", "xss: the tool had trouble: timeout"]
    );
}

#[test]
fn paths_stand_below_their_bases() {
    let of = |base: &str, bases: &str| {
        sarif(&format!(
            r#""originalUriBaseIds": {bases}, "results": [{{"ruleId": "sql", "locations": [{{"physicalLocation": {{"artifactLocation": {{"uri": "db.py", "uriBaseId": "{base}"}}}}}}]}}]"#
        ))
    };
    let bases = r#"{"SRC": {"uri": "api/", "uriBaseId": "ROOT"}, "ROOT": {"uri": "file:///builds/shop/"}, "ALL": {"uri": "file:///"}, "LOOP": {"uri": "x", "uriBaseId": "LOOP"}}"#;
    assert_eq!(places(&of("SRC", bases)), ["file:///builds/shop/api/db.py:0"]);
    assert_eq!(places(&of("ALL", bases)), ["file:/db.py:0"]);
    assert_eq!(places(&of("%SRCROOT%", "{}")), ["db.py:0"]);
    for (base, vague) in [("SRC", false), ("%SRCROOT%", false), ("LOOP", true), ("OTHER", true)] {
        assert_eq!(of(base, bases).findings[0].place.vague, vague, "{base}");
    }
}

#[test]
fn semgrep_says_what_it_looked_at_and_what_it_left_out() {
    let scan = one(
        r#"{"results": [{"check_id": "r.sql", "path": "a.py", "extra": {"is_ignored": true}}], "errors": [{"path": "b.py"}],
        "skipped_rules": [{"rule_id": "r.xss"}], "time": {"rules": ["r.sql"]},
        "paths": {"scanned": ["a.py"], "skipped": [{"path": "c.py", "reason": "too_big"}, {"path": "t.py", "reason": "semgrepignore_patterns_match"},
          {"path": "api/old", "reason": "cli_exclude_flags_match"}, {"path": "x.png", "reason": "wrong_language"}]}}"#,
    );
    assert_eq!(scan.scanned[0].path, "a.py");
    assert_eq!(
        omissions(&scan),
        [
            "r.sql at a.py: a finding that a comment in the code suppresses",
            "b.py: semgrep could not get through a file or a rule",
            "r.xss: the rule was skipped",
            "c.py: semgrep did not get through it",
            "t.py: semgrep was told to leave it out",
            "api/old/: semgrep was told to leave it out"
        ]
    );
    assert_eq!(scan.skipped, ["a file about which no rule of semgrep says anything"]);
}

#[test]
fn what_looked_at_nothing_verified_nothing() {
    let semgrep = r#"{"results": [], "errors": [], "time": {"rules": ["r.sql"]}, "paths": {"scanned": []}}"#;
    assert_eq!(omissions(&one(semgrep)), ["semgrep looked at no file"]);
    let gitlab = r#"{"version": "15.0.0", "vulnerabilities": [], "scan": {"scanner": {"id": "s"}, "status": "success",
        "primary_identifiers": [{"value": "sql"}], "partial_scan": {"mode": "differential"}}}"#;
    assert_eq!(omissions(&one(gitlab)), ["only a part was scanned, what had changed"]);
    for ended in [r#""exitSignalName": "SIGKILL""#, r#""processStartFailureMessage": "no such file""#] {
        let run = format!(r#""results": [], "invocations": [{{"executionSuccessful": true, {ended}}}]"#);
        assert_eq!(listed(&sarif(&run)), [""; 0], "{ended}");
    }
    let setup = r#""results": [], "invocations": [{"executionSuccessful": true, "toolConfigurationNotifications": [
      {"message": {"text": "deprecated"}}, {"associatedRule": {"id": "sql"}, "message": {"text": "cannot be loaded"}}]}]"#;
    assert_eq!(omissions(&sarif(setup)), ["sql: the tool had trouble: cannot be loaded"]);
}

#[test]
fn a_case_passed_where_it_says_so_or_nothing() {
    let suite = |counts: &str, case: &str| {
        one(format!(r#"<testsuite name="t" {counts}><testcase name="a" {case}/><testcase name="b"/></testsuite>"#))
    };
    for passed in ["", r#"status="run""#, r#"status="run" result="completed""#, r#"result="Passed""#] {
        assert_eq!(listed(&suite("", passed)), ["a", "b"], "{passed}");
    }
    for unclear in [r#"status="timeout""#, r#"result="inconclusive""#, r#"status="todo""#] {
        let scan = suite("", unclear);
        assert_eq!(
            (listed(&scan), omissions(&scan)),
            (vec!["b"], vec!["a: the test case does not say that it passed".to_owned()])
        );
    }
    assert_eq!(suite("", r#"outcome="failed""#).findings.len(), 1);
    assert!(suite(r#"tests="2" skipped="1""#, "").cut, "which of them did not run is not said");
    for whole in [r#"tests="3" skipped="1""#, r#"tests="2" disabled="0""#] {
        assert!(!suite(whole, "").cut, "{whole}");
    }
    assert!(!suite(r#"tests="2" skipped="1""#, r#"status="notrun""#).cut);
}

#[test]
fn what_passed_says_where() {
    let checkov = r#"{"check_type": "terraform", "results": {"passed_checks": [{"check_id": "C1", "file_path": "/a.tf", "resource": "db.x"}], "failed_checks": []}}"#;
    assert_eq!(one(checkov).passes[0].place.resource, "db.x");
    let trivy = r#"{"ArtifactName": "infra", "ArtifactType": "filesystem", "Results": [{"Target": "a.tf", "Misconfigurations": [
      {"ID": "T1", "Status": "PASS"}, {"ID": "T2", "Status": "FAIL"}, {"ID": "T3", "Status": "EXCEPTION"}],
      "ExperimentalModifiedFindings": [{"Source": ".trivyignore", "Finding": {"ID": "T4"}}]}]}"#;
    let scan = one(trivy);
    assert_eq!((passes(&scan), places(&scan)), (vec!["T1 infra/a.tf".to_owned()], vec!["infra/a.tf:0".to_owned()]));
    assert_eq!(
        omissions(&scan),
        ["T3 at infra/a.tf: left out as an exception", "T4 at infra/a.tf: suppressed (.trivyignore)"]
    );
    let unknown =
        r#"{"ArtifactName": "shop:1", "Results": [{"Target": "shop:1", "Misconfigurations": [{"ID": "T1"}]}]}"#;
    assert!(one(unknown).findings[0].place.vague);
    let grype = r#"{"matches": [], "ignoredMatches": [{"vulnerability": {"id": "CVE-1"}}], "source": {"target": {"userInput": "shop:2"}}}"#;
    assert_eq!(omissions(&one(grype)), ["CVE-1 at shop:2: suppressed by a rule of what to ignore"]);
    let vex = r#"{"statements": [{"vulnerability": "CVE-5", "status": "fixed", "products": ["pkg:oci/api?tag=1"]}]}"#;
    assert_eq!(passes(&one(vex)), ["CVE-5 api:1"]);
}

#[test]
fn cyclonedx_says_which_image() {
    let bom = r#"{"bomFormat": "CycloneDX", "metadata": {"component": {"type": "application", "name": "shop"}},
      "components": [{"bom-ref": "c1", "type": "container", "name": "shop/api", "version": "1"}, {"bom-ref": "c2", "type": "library", "name": "log4j"}],
      "vulnerabilities": [{"id": "CVE-1", "affects": [{"ref": "c1"}]}, {"id": "CVE-2", "affects": [{"ref": "urn:cdx:x/1#c2"}]}, {"id": "CVE-3"}]}"#;
    let scan = one(bom);
    let shown: Vec<(&str, bool)> =
        scan.findings.iter().map(|one| (one.place.images[0].as_str(), one.place.vague)).collect();
    assert_eq!(shown, [("shop/api:1", false), ("shop", true), ("shop", true)]);
    assert!(one("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\"/>").skipped[0].contains("only that in JSON"));
}

#[test]
fn one_bad_character_loses_nothing() {
    let with = |text: &str| {
        sarif(&format!(
            r#""results": [{{"ruleId": "sql", "message": {{"text": "{text}"}}}}, {{"ruleId": "xss", "rank": 1}}]"#
        ))
    };
    for text in ["a \\ud83d b", "a \\udc00", "a \u{1} b", "\\x", "\\u12", "\\ud83d\\u0041"] {
        let scan = with(text);
        assert_eq!((scan.findings.len(), scan.cut), (2, false), "{text:?} {:?}", scan.skipped);
        assert!(scan.skipped.contains(&"characters and words that JSON does not know".to_owned()), "{text:?}");
    }
    assert_eq!(with("\\ud83d\\ude00 \\\\ \\n").findings[0].text, "\u{1f600} \\ \n");
    let deep = format!("{}1{}", "{\"p\": [".repeat(100), "]}".repeat(100));
    let scan =
        sarif(&format!(r#""results": [{{"ruleId": "sql", "properties": {deep}}}, {{"ruleId": "xss", "rank": NaN}}]"#));
    assert_eq!((scan.findings.len(), scan.cut), (2, true));
    let broken = sarif(r#""results": [{"ruleId": "sql"}, {"ruleId" "xss"}]"#);
    assert_eq!((broken.findings.len(), broken.cut), (1, true), "{:?}", broken.skipped);
    assert!(one("{\"runs\": []} {\"runs\": []}").cut);
}

#[test]
fn junit_says_it_in_many_ways() {
    let xml = |encoding: &str| {
        format!(
            "<?xml version='1.0' encoding='{encoding}'?><testsuite name='\u{e9}t\u{e9}'><testcase name='a' status='failed'/><testcase name='b' result='ignored'/></testsuite>"
        )
    };
    let latin: Vec<u8> = xml("ISO-8859-1").chars().map(|c| c as u32 as u8).collect();
    for scan in [one(xml("UTF-8")), one(latin)] {
        assert_eq!((scan.names[0].as_str(), scan.findings.len()), ("\u{e9}t\u{e9}", 1));
        assert_eq!((omissions(&scan).len(), scan.skipped.len()), (1, 0));
    }
    let scan = one("<testsuite name='s'><error message='no database'/><testcase name='a'/></testsuite>");
    assert!(scan.cut);
}

#[test]
fn checkov_says_the_outcome_of_each_check_and_counts_them() {
    let of = |passed: &str, summary: &str| {
        one(format!(
            r#"{{"check_type": "terraform", "results": {{"passed_checks": [{{"check_id": "C1"{passed}}}], "failed_checks": []}}{summary}}}"#
        ))
    };
    assert_eq!(of(r#", "check_result": {"result": "PASSED"}"#, "").passes.len(), 1);
    assert_eq!(of(r#", "check_result": {"result": "FAILED"}"#, "").findings.len(), 1);
    let unknown = of(r#", "check_result": {"result": "UNKNOWN"}"#, "");
    assert_eq!((unknown.passes.len(), omissions(&unknown)), (0, vec!["C1: checkov could not decide".to_owned()]));
    let counted = of("", r#", "summary": {"passed": 1, "failed": 1}"#);
    assert!(counted.cut);
    assert_eq!(counted.skipped, ["what is counted and not listed: 1 failed, 0 of them listed"]);
    assert!(!of("", r#", "summary": {"passed": 1, "failed": 0}"#).cut);
}

#[test]
fn junit_counts_what_it_lists() {
    let suite = |counts: &str, inside: &str| {
        one(format!("<testsuites><testsuite name='s' {counts}>{inside}</testsuite></testsuites>"))
    };
    let passed = "<testcase name='a'/>";
    let failed = "<testcase name='a'><failure/></testcase>";
    let lost = suite("tests='5' failures='2' errors='1'", passed);
    assert!(lost.cut);
    assert_eq!(
        lost.skipped,
        [
            "test cases of the suite `s`: it counts 5 and lists 1",
            "what the suite `s` counts and does not list: 3 failures, 0 of them listed"
        ]
    );
    let fine = suite("tests='1' failures='0'", passed);
    assert!(!fine.cut && fine.skipped.is_empty());
    assert!(!suite("tests='2' failures='0'", passed).cut, "what did not fail refutes nothing");
    assert!(!suite("tests='1' failures='1'", failed).cut);
    assert!(!suite("failures='1'", "<testcase name='a' status='failed'/>").cut);
    assert!(!suite("failures='1'", &format!("<testsuite name='t' failures='1'>{failed}</testsuite>")).cut);
}

#[test]
fn sarif_names_rules_by_their_guids_too() {
    let scan = one(
        r#"{"runs": [{"tool": {"driver": {"name": "t", "rules": [{"id": "sql", "guid": "g-1"}, {"name": "nameless"}]}},
        "results": [{"rule": {"guid": "g-1"}}, {"message": {"text": "of no rule"}}]}]}"#,
    );
    assert_eq!((scan.checks[0].names[0].as_str(), scan.findings.len(), scan.cut), ("sql", 1, true));
}

#[test]
fn of_two_lists_of_one_name_both_count() {
    let scan = sarif(r#""results": [{"ruleId": "sql"}], "results": []"#);
    assert_eq!((scan.findings.len(), scan.cut), (1, true));
    assert_eq!(scan.skipped[0], "one of two members of one name: `results`");
}

#[test]
fn a_log_before_the_document_is_passed_over() {
    let of = |before: &str| {
        one(format!(
            "{before}{}",
            r#"{"runs": [{"tool": {"driver": {"name": "t", "rules": [{"id": "sql"}]}}, "results": []}]}"#
        ))
    };
    for log in ["Scanning...\n", "[INFO] scanning\n\n[INFO] done\n", "[2027-01-01] a\n"] {
        let scan = of(log);
        assert_eq!((scan.checks.len(), scan.skipped[0].as_str()), (1, "lines before the document"), "{log}");
    }
    assert!(of("").skipped.is_empty());
    assert_eq!(one("hello\nworld").skipped, ["it is neither JSON nor XML"]);
    assert_eq!(one("note\n<testsuite name='s'><testcase name='a'/></testsuite>").checks.len(), 1);
}

#[test]
fn the_newest_statement_about_a_product_counts() {
    let vex = |statements: &str| {
        one(format!(
            r#"{{"@context": "https://openvex.dev/ns/v0.2.0", "timestamp": "2026-11-02T00:00:00Z", "statements": [{statements}]}}"#
        ))
    };
    let said = |status: &str, day: &str, product: &str| {
        format!(
            r#"{{"vulnerability": {{"name": "CVE-1"}}, "status": "{status}", "timestamp": "2026-{day}T00:00:00Z", "products": [{{"@id": "{product}"}}]}}"#
        )
    };
    let found = |statements: &[String]| {
        let scan = vex(&statements.join(","));
        (scan.findings.len(), scan.passes.len())
    };
    let (affected, fixed) = (said("affected", "10-01", "a"), said("fixed", "11-01", "a"));
    assert_eq!(found(&[affected.clone(), fixed.clone()]), (0, 1));
    assert_eq!(found(&[fixed.clone(), affected.clone()]), (0, 1), "wherever they stand");
    assert_eq!(found(&[said("not_affected", "09-01", "a"), affected.clone()]), (1, 0));
    assert_eq!(found(&[affected.clone(), said("fixed", "11-01", "b")]), (1, 1), "another product");
    assert_eq!(found(&[affected.clone(), said("fixed", "10-01", "a")]), (1, 1), "of one time both count");
    let both = r#"{"vulnerability": {"name": "CVE-1"}, "status": "affected", "timestamp": "2026-10-01T00:00:00Z", "products": [{"@id": "a"}, {"@id": "b"}]}"#;
    let scan = vex(&format!("{both},{fixed}"));
    assert_eq!((scan.findings[0].place.images.as_slice(), scan.passes.len()), (&["b".to_owned()][..], 1));
    let open =
        one(r#"{"bomFormat": "CycloneDX", "vulnerabilities": [{"id": "CVE-1", "analysis": {"state": "in_triage"}}]}"#);
    assert_eq!(
        omissions(&open),
        omissions(&one(r#"{"statements": [{"vulnerability": "CVE-1", "status": "under_investigation"}]}"#))
    );
}
