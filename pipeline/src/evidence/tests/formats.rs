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
        "paths": {"scanned": ["a.py"], "skipped": [{"path": "c.py", "reason": "exceeded_size_limit"}, {"path": "t.py", "reason": "semgrepignore_patterns_match"}]}}"#,
    );
    assert_eq!(scan.scanned[0].path, "a.py");
    assert_eq!(
        omissions(&scan),
        [
            "r.sql at a.py: a finding that a comment in the code suppresses",
            "b.py: semgrep could not get through a file or a rule",
            "r.xss: the rule was skipped",
            "c.py: semgrep did not get through it"
        ]
    );
    assert_eq!(scan.skipped, ["a file that semgrep was told to leave out"]);
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
