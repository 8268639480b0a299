//! What the readers make of small files, clean and dirty.

use super::read;
use tm_compiler::evidence::{Finding, Scan};

mod formats;

const SARIF: &str = r#"{"version": "2.1.0", "runs": [{
  "tool": {"driver": {"name": "semgrep", "rules": [{"id": "sql-injection"}, {"id": "xss"}, {"id": "off", "defaultConfiguration": {"enabled": false}}]}},
  "invocations": [{"executionSuccessful": true, "endTimeUtc": "2026-05-30T10:00:00Z"}],
  "results": [
    {"ruleId": "xss", "message": {"text": "unescaped"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop/my%20page.html"}, "region": {"startLine": "7"}}}]},
    {"ruleIndex": 0, "message": {"text": "fine"}, "kind": "pass"},
    {"ruleId": "xss", "message": {"text": "old"}, "suppressions": [{"kind": "inSource"}]}
  ]}]}"#;

const JUNIT: &str = r#"<?xml version="1.0"?><testsuites name="all"><testsuite name="api-tests" timestamp="2026-05-01T00:00:00">
<testcase classname="api.Login" name="sqli_login"/>
<testcase classname="api.Login" name="sqli_search"><failure message="got &lt;200&gt;">trace</failure></testcase>
<testcase classname="api.Login" name="sqli_later"><skipped/></testcase>
</testsuite></testsuites>"#;

fn one(bytes: impl AsRef<[u8]>) -> Scan {
    let mut scans = read("out/scan.x", bytes.as_ref());
    assert_eq!(scans.len(), 1, "{scans:?}");
    scans.remove(0)
}

fn checks(scan: &Scan) -> Vec<&str> {
    scan.checks.iter().map(|check| check.names[0].as_str()).collect()
}

fn omissions(scan: &Scan) -> Vec<String> {
    scan.omissions.iter().map(|one| scan.told(one)).collect()
}

fn places(scan: &Scan) -> Vec<String> {
    let shown =
        |found: &Finding| found.place.code.iter().map(|at| format!("{}:{}", at.path, at.line)).collect::<Vec<_>>();
    scan.findings.iter().flat_map(shown).collect()
}

#[test]
fn sarif_shows_which_rules_ran_and_what_they_found() {
    let scan = one(SARIF);
    assert_eq!(
        (scan.format.as_str(), scan.names.as_slice()),
        ("sarif", &["semgrep".to_owned(), "scan".to_owned()][..])
    );
    assert_eq!(checks(&scan), ["sql-injection", "xss"]);
    assert_eq!(places(&scan), ["shop/my page.html:7"]);
    assert_eq!(scan.day.map(|day| day.to_string()).as_deref(), Some("2026-05-30"));
    assert_eq!((scan.skipped.as_slice(), scan.cut), (&["a rule that is switched off".to_owned()][..], false));
    assert_eq!(omissions(&scan), ["xss: a finding that a comment in the code suppresses"]);
}

#[test]
fn a_run_that_failed_shows_nothing_but_its_results() {
    let scan = one(SARIF.replace("\"executionSuccessful\": true", "\"executionSuccessful\": false"));
    assert_eq!(checks(&scan), ["xss", "sql-injection"], "those with results");
    assert_eq!(scan.checks.iter().filter(|check| check.listed).count(), 0);
    let without = SARIF
        .replace("\"executionSuccessful\": true", "\"executionSuccessful\": false")
        .replace("\"ruleIndex\": 0", "\"ruleIndex\": 9, \"ruleId\": \"other\"");
    assert_eq!(checks(&one(without)), ["xss", "other"]);
}

#[test]
fn a_finding_without_a_rule_may_be_of_any() {
    let scan = one(SARIF.replace(
        "\"ruleId\": \"xss\", \"message\": {\"text\": \"unescaped\"}",
        "\"message\": {\"text\": \"unescaped\"}",
    ));
    assert!(scan.cut);
    assert!(scan.skipped.contains(&"a finding that names no rule".to_owned()));
}

#[test]
fn junit_cases_that_ran_are_checks() {
    let scan = one(JUNIT);
    assert_eq!(scan.names, ["api-tests", "all", "scan"]);
    assert_eq!(checks(&scan), ["api.Login.sqli_login", "api.Login.sqli_search", "api.Login.sqli_later"]);
    assert_eq!(scan.ran(), 2);
    assert_eq!(scan.checks[0].names[1], "sqli_login");
    assert_eq!(scan.findings.len(), 1);
    assert_eq!(scan.findings[0].text, "got <200>");
    assert_eq!(omissions(&scan), ["api.Login.sqli_later: the test case did not run"]);
}

#[test]
fn junit_cases_pass_that_say_nothing_else() {
    let of = |inside: &str| one(format!("<testsuite name='s'><testcase name='t'>{inside}</testcase></testsuite>"));
    assert_eq!((of("<Failure/>").findings.len(), of("<flakyFailure/>").ran()), (1, 1));
    for bad in ["<aborted/>", "<Skipped/>", "<rerunFailure/>", "<inconclusive/>"] {
        assert_eq!((of(bad).ran(), omissions(&of(bad)).len()), (0, 1), "{bad}");
    }
}

#[test]
fn checkov_passes_and_fails() {
    let text = r#"[{"check_type": "terraform", "results": {
      "passed_checks": [{"check_id": "CKV_1", "file_path": "/a.tf"}],
      "failed_checks": [{"check_id": "CKV_2", "check_name": "Open", "file_path": "/b.tf", "file_line_range": [3, 9], "resource": "bucket.x"}],
      "skipped_checks": [{"check_id": "CKV_3"}], "parsing_errors": ["c.tf"]}}]"#;
    let scan = one(text);
    assert_eq!(checks(&scan), ["CKV_1", "CKV_2", "CKV_3"]);
    assert_eq!(places(&scan), ["b.tf:3"]);
    assert_eq!(scan.findings[0].place.resource, "bucket.x");
    assert_eq!(omissions(&scan), ["CKV_3: the check was skipped", "c.tf: checkov could not read it"]);
}

#[test]
fn lists_of_vulnerabilities_speak_by_name_alone() {
    let trivy = r#"{"ArtifactName": "shop:1", "ArtifactType": "container_image", "CreatedAt": "2026-01-02T00:00:00Z", "Results": [
      {"Target": "shop:1 (debian 12)", "Class": "os-pkgs", "Vulnerabilities": [{"VulnerabilityID": "CVE-1", "Title": "t"}]},
      {"Target": "Dockerfile", "Misconfigurations": [{"ID": "DS1", "Status": "PASS"}, {"ID": "DS2", "Status": "FAIL"}]}]}"#;
    let scan = one(trivy);
    assert_eq!(checks(&scan), ["CVE-1", "DS1", "DS2"]);
    assert_eq!((scan.findings.len(), scan.findings[0].place.images.as_slice()), (2, &["shop:1".to_owned()][..]));
    let grype = r#"{"matches": [{"vulnerability": {"id": "GHSA-1"}, "relatedVulnerabilities": [{"id": "CVE-2"}]}], "source": {"target": {"userInput": "shop:2"}}, "descriptor": {"timestamp": "2026-02-03T00:00:00Z"}}"#;
    let scan = one(grype);
    assert_eq!(
        (scan.checks[0].names.as_slice(), scan.findings[0].place.images[0].as_str()),
        (&["GHSA-1".to_owned(), "CVE-2".to_owned()][..], "shop:2")
    );
    let bom = r#"{"bomFormat": "CycloneDX", "vulnerabilities": [{"id": "CVE-3", "analysis": {"state": "not_affected"}}, {"id": "CVE-4"}]}"#;
    let scan = one(bom);
    assert_eq!((checks(&scan), scan.findings.len()), (vec!["CVE-3", "CVE-4"], 1));
    let vex = r#"{"statements": [{"vulnerability": {"name": "CVE-5"}, "status": "fixed"}, {"vulnerability": "CVE-6", "status": "affected"}, {"vulnerability": "CVE-7", "status": "under_investigation"}]}"#;
    let scan = one(vex);
    assert_eq!((checks(&scan), scan.findings.len()), (vec!["CVE-5", "CVE-6", "CVE-7"], 1));
    let gitlab = r#"{"version": "15.0.0", "scan": {"scanner": {"id": "semgrep"}, "status": "success", "primary_identifiers": [{"value": "a.rule"}]}, "vulnerabilities": [{"identifiers": [{"value": "b.rule"}], "location": {"file": "x.py", "start_line": 4}}]}"#;
    let scan = one(gitlab);
    assert_eq!((checks(&scan), places(&scan)), (vec!["a.rule", "b.rule"], vec!["x.py:4".to_owned()]));
}

#[test]
fn encodings_make_no_difference() {
    for text in [SARIF, JUNIT] {
        let plain = one(text);
        let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let marked = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
        let all = [
            marked(b"\xEF\xBB\xBF", text.into()),
            marked(b"\xFF\xFE", wide(u16::to_le_bytes)),
            marked(b"\xFE\xFF", wide(u16::to_be_bytes)),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
        ];
        for bytes in all {
            assert_eq!(one(bytes), plain);
        }
    }
}

#[test]
fn what_is_cut_off_is_read_as_far_as_it_goes_and_said() {
    for text in [SARIF, JUNIT] {
        let whole = one(text);
        for end in 0..text.trim_end().len() {
            let scans = read("out/scan.x", &text.as_bytes()[..end]);
            assert!(scans.iter().any(|scan| !scan.skipped.is_empty()), "{end}: {scans:?}");
            assert!(scans.iter().all(|scan| scan.checks.is_empty() || scan.cut), "{end}: {scans:?}");
            assert!(scans[0].findings.len() <= whole.findings.len());
        }
    }
    let most = read("out/scan.x", &SARIF.as_bytes()[..SARIF.len() - 4]);
    assert_eq!(most[0].findings.len(), 1);
}

#[test]
fn deep_strange_and_empty_files_are_refused_in_words() {
    let deep = ["[".repeat(100_000), "<a>".repeat(100_000), "{\"runs\":".repeat(50_000)];
    let strange = [
        "",
        "  ",
        "hello",
        "{}",
        "[]",
        "null",
        "{\"runs\": 5}",
        "{\"runs\": [[], 1, {\"results\": [3]}]}",
        "<html/>",
        "{\"a\": \"\u{0}",
        "\u{0}\u{0}",
    ];
    for text in deep.iter().map(String::as_str).chain(strange) {
        let scans = read("x", text.as_bytes());
        assert!(!scans[0].skipped.is_empty(), "{}", &text[..text.len().min(40)]);
    }
    assert!(!read("x", &[0xFF, 0xFE, 0x00]).is_empty());
    assert!(!read("x", &[0xC0, 0x80, b'{']).is_empty());
}

/// Files that real tools wrote, where `TM_CORPUS` names a folder with them.
#[test]
fn all_of_the_corpus_is_read() {
    let Some(corpus) = std::env::var_os("TM_CORPUS") else {
        eprintln!("TM_CORPUS is not set: no corpus is read");
        return;
    };
    let mut folders = vec![std::path::PathBuf::from(corpus).join("scans")];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let scans = read(&path.to_string_lossy(), &std::fs::read(&path).unwrap());
            let silent = scans.iter().all(|scan| scan.checks.is_empty() && scan.skipped.is_empty());
            let (ran, found): (usize, usize) = scans
                .iter()
                .map(|scan| (scan.checks.len(), scan.findings.len()))
                .fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
            let skipped: Vec<&String> = scans.iter().flat_map(|scan| &scan.skipped).collect();
            eprintln!("{}: {} {ran} checks, {found} findings; {skipped:?}", path.display(), scans[0].format);
            assert!(!silent || scans[0].format != "unknown", "{}", path.display());
            files += 1;
        }
    }
    assert!(files > 10, "the corpus has scans");
}
