//! The formats of code hosts keep their rules, for the examples, for random models and for hostile names.
//!
//! Rules that a program can state are checked here. Where `TM_SCHEMAS` names a folder with the published schemas
//! (`sarif-schema-2.1.0.json`) and Python has `jsonschema`, the logs are checked against these, too.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tm_compiler::document::Document;
use tm_compiler::drift::{Format, Infrastructure, compare, survey};
use tm_compiler::{Analysis, analyse};
use tm_pipeline::infrastructure::read;
use tm_pipeline::results::{Choice, annotations, badge, code_quality, combined, junit, sast, summary};
use tm_pipeline::sarif::{self, sarif};
use tm_tests::plan::{Layout, plans};
use tm_tests::world::Memory;

const ALL: Choice = Choice { possible: true, omit_decided: false };

/// Names and texts that formats must survive; `%` and `::` mean something to GitHub, `]]>` to XML.
const HOSTILE: &str = r#"
model hostile "<b>&amp; %0A::error::x ]]> `code` | \u{1} ﷺ" { appetite = VeryLow }
data Card "Ca\"rd, \n second: line" { confidentiality = High }
boundary net: Internet "@everyone #1" { actor customer "</svg><script>" }
process api "數據, a:b::c" { input_validation = false }
flow pay: customer -> api "%25" { sends = Card, encrypted = false }
threat Open: Stride.Tampering "Broken | pipe <!-- -->" {
  on f: flow
  when not f.encrypted
  likelihood = High
  impact = High
  message = "{f.source} %0A::warning::]]> `{f}` \"quoted\""
  references = ["https://example.org/?a=b&c=d"]
}
policy NoFlow "Nothing, at all: <never>" { forbid f: flow when not f.encrypted }
"#;

fn texts() -> Vec<(String, String)> {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    let mut found = vec![
        ("hostile".to_owned(), HOSTILE.to_owned()),
        ("empty".to_owned(), String::new()),
        ("invalid".to_owned(), "process api { input_validaton }\nflow a -> b\n}".to_owned()),
    ];
    for path in sources(&examples) {
        found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
    }
    assert!(found.len() > 4, "no examples in {}", examples.display());
    found
}

/// Examples in one file each.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "tm") && !path.to_string_lossy().contains(".test.") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn check(analysis: &Analysis) {
    let document = analysis.document();
    check_sarif(analysis, &document);
    check_code_quality(&document);
    check_sast(&document);
    check_junit(&document);
    check_badge(&document);
    check_annotations(&document);
    assert!(!summary(&document).contains('\u{1}'));
}

#[test]
fn formats_keep_their_rules() {
    for (name, text) in texts() {
        println!("{name}");
        check(&analyse(&Memory::of(text)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn formats_of_random_models_keep_their_rules(plan in plans(true)) {
        check(&analyse(&Memory::of(format!("use std.stride\n{}", plan.text(&Layout::default())))));
    }

    #[test]
    fn fingerprints_are_those_of_threats_not_of_lines(plan in plans(true)) {
        let prints = |layout: &Layout| -> BTreeSet<String> {
            let document = analyse(&Memory::of(format!("use std.stride\n{}", plan.text(layout)))).document();
            let log: Value = serde_json::from_str(&sarif(&document, ALL)).unwrap();
            let results = log["runs"][0]["results"].as_array().unwrap().clone();
            let own = results.iter().filter(|result| !result["partialFingerprints"]["threatId/v1"].is_null());
            own.map(|result| result["partialFingerprints"]["primaryLocationLineHash"].to_string()).collect()
        };
        let other = Layout { reversed: true, airy: true, ..Layout::default() };
        prop_assert_eq!(prints(&Layout::default()), prints(&other));
    }
}

/// What differs from what is built, told to code scanning: at the place in the model, with that in the file beside it.
#[test]
fn drift_is_told_by_the_rules_of_sarif() {
    let model = "model shop \"a \\u{1} b\"\nprocess api { resource = \"services.api\" }\nprocess old { resource = \"services.old\" }\n";
    let compose = "services:\n  api:\n    ports: ['80:80']\n  other: {}\n";
    let mut built = Infrastructure::default();
    read(Format::Compose, "deploy/com pose.yml", compose.as_bytes(), &mut built);
    read(Format::Kubernetes, "chart.yaml", b"kind: {{ .Values.kind }}", &mut built);
    let surveyed = survey(&Memory::of(model));
    let answer = compare(&surveyed.analysis, &surveyed.tables, &built).answer;
    let log: Value = serde_json::from_str(&sarif::drift(&answer, "shop")).unwrap();
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    let codes: BTreeSet<&str> = results.iter().map(|one| one["ruleId"].as_str().unwrap()).collect();
    assert_eq!(codes, BTreeSet::from(["E0801", "E0802", "E0804"]), "{answer:#?}");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let mut prints = BTreeSet::new();
    for result in results {
        let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[at]["id"], result["ruleId"]);
        assert!(prints.insert(result["partialFingerprints"]["primaryLocationLineHash"].to_string()));
        regions(result, &mut |uri, _| assert!(["main.tm", "deploy/com%20pose.yml"].contains(&uri), "{uri}"));
    }
    let opened = results.iter().find(|one| one["ruleId"] == "E0804").unwrap();
    assert_eq!(opened["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], 3);
    assert_eq!(
        run["invocations"][0]["toolExecutionNotifications"].as_array().map(Vec::len),
        Some(1),
        "what was skipped"
    );
    against_schema(&log.to_string());
}

/// Code hosts take few runs in a file: those of several packages become one, whose rules and fingerprints hold.
#[test]
fn several_packages_are_one_run() {
    let models = ["process a { internet_facing = true }", "process b\nflow b -> b over Http", HOSTILE];
    let logs: Vec<String> = models
        .iter()
        .map(|text| sarif(&analyse(&Memory::of(format!("use std.web\n{text}"))).document(), ALL))
        .collect();
    let parts: Vec<(&str, &str)> = ["m/a", "m/b", "m/c"].into_iter().zip(logs.iter().map(String::as_str)).collect();
    let log: Value = serde_json::from_str(&combined::sarif(&parts)).unwrap();
    assert_eq!(log["runs"].as_array().map(Vec::len), Some(1));
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let ids: BTreeSet<String> = rules.iter().map(|rule| rule["id"].to_string()).collect();
    assert_eq!(ids.len(), rules.len(), "each rule once");
    let mut prints = BTreeSet::new();
    let count = |text: &String| {
        let log: Value = serde_json::from_str(text).unwrap();
        log["runs"][0]["results"].as_array().map_or(0, Vec::len)
    };
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), logs.iter().map(count).sum::<usize>());
    for result in results {
        let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[at]["id"], result["ruleId"]);
        prints.insert(result["partialFingerprints"]["primaryLocationLineHash"].to_string());
    }
    assert_eq!(prints.len(), results.len());
    against_schema(&log.to_string());
}

fn check_sarif(analysis: &Analysis, document: &Document) {
    let log: Value = serde_json::from_str(&sarif(document, ALL)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let mut prints = BTreeSet::new();
    for result in run["results"].as_array().unwrap() {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        let level = result["level"].as_str().unwrap();
        assert_eq!(result["kind"] == "review", level == "none", "{result}");
        assert!(["none", "note", "warning", "error"].contains(&level));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        if !result["partialFingerprints"]["threatId/v1"].is_null() {
            assert!(prints.insert(result["partialFingerprints"]["primaryLocationLineHash"].to_string()), "{result}");
        }
        regions(result, &mut |uri, region| inside(analysis, uri, region));
    }
    let taxa: BTreeMap<&str, BTreeSet<&str>> = run["taxonomies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["name"].as_str().unwrap(),
                one["taxa"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect(),
            )
        })
        .collect();
    for rule in rules {
        for one in rule["relationships"].as_array().into_iter().flatten() {
            let catalog = one["target"]["toolComponent"]["name"].as_str().unwrap();
            assert!(taxa[catalog].contains(one["target"]["id"].as_str().unwrap()));
        }
        if let Some(severity) = rule["properties"]["security-severity"].as_str() {
            assert!((0.0..=10.0).contains(&severity.parse::<f64>().unwrap()));
        }
        assert!(rule["properties"]["tags"].as_array().is_none_or(|tags| tags.len() <= 10));
    }
    against_schema(&log.to_string());
}

/// Finds all places in a value.
fn regions(value: &Value, told: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Object(map) => {
            if let (Some(artifact), Some(region)) = (map.get("artifactLocation"), map.get("region")) {
                told(artifact["uri"].as_str().unwrap(), region);
            }
            map.values().for_each(|value| regions(value, told));
        }
        Value::Array(list) => list.iter().for_each(|value| regions(value, told)),
        _ => {}
    }
}

/// A region lies in the text of its file.
fn inside(analysis: &Analysis, uri: &str, region: &Value) {
    assert!(!uri.contains(' ') && uri.is_ascii(), "{uri}");
    let (_, file) = analysis.sources().iter().find(|(_, file)| file.path == uri).unwrap();
    let lines: Vec<&str> = file.text.split('\n').collect();
    for (line, column) in [("startLine", "startColumn"), ("endLine", "endColumn")] {
        let (Some(line), Some(column)) = (region[line].as_u64(), region[column].as_u64()) else { continue };
        let text = lines.get(usize::try_from(line).unwrap() - 1).unwrap();
        assert!(column >= 1 && usize::try_from(column).unwrap() <= text.chars().count() + 1, "{region}");
    }
}

fn check_code_quality(document: &Document) {
    let issues: Value = serde_json::from_str(&code_quality(document)).unwrap();
    let mut prints = BTreeSet::new();
    for issue in issues.as_array().unwrap() {
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&issue["severity"].as_str().unwrap()));
        assert!(prints.insert(issue["fingerprint"].as_str().unwrap()), "{issue}");
        let path = issue["location"]["path"].as_str().unwrap();
        assert!(!path.starts_with('/') && !path.starts_with("./"));
        assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() >= 1);
        assert!(!issue["description"].as_str().unwrap().contains('\n') && issue["check_name"].is_string());
    }
}

fn check_sast(document: &Document) {
    let report: Value = serde_json::from_str(&sast(document)).unwrap();
    let scan = &report["scan"];
    assert_eq!((&scan["type"], scan["start_time"].as_str().unwrap().len()), (&Value::from("sast"), 19));
    assert!(["success", "failure"].contains(&scan["status"].as_str().unwrap()));
    for tool in ["analyzer", "scanner"] {
        assert!(scan[tool]["id"].is_string() && scan[tool]["vendor"]["name"].is_string());
    }
    let mut ids = BTreeSet::new();
    for one in report["vulnerabilities"].as_array().unwrap() {
        assert!(["Info", "Unknown", "Low", "Medium", "High", "Critical"].contains(&one["severity"].as_str().unwrap()));
        let id = one["id"].as_str().unwrap();
        assert!(id.len() == 36 && ids.insert(id));
        let identifiers = one["identifiers"].as_array().unwrap();
        assert!((1..=20).contains(&identifiers.len()));
        for identifier in identifiers {
            assert!(["type", "name", "value"].iter().all(|key| !identifier[key].as_str().unwrap().is_empty()));
        }
        assert!(one["name"].as_str().unwrap().chars().count() <= 256 && one["location"]["file"].is_string());
    }
}

fn check_junit(document: &Document) {
    let text = junit(document);
    let read = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let root = read.root_element();
    let count = |node: roxmltree::Node<'_, '_>, name: &str| {
        node.descendants().filter(|one| one.has_tag_name(name)).count().to_string()
    };
    for suite in std::iter::once(root).chain(root.children().filter(roxmltree::Node::is_element)) {
        assert_eq!(suite.attribute("tests").unwrap(), count(suite, "testcase"));
        assert_eq!(suite.attribute("failures").unwrap(), count(suite, "failure"));
        assert!(suite.attribute("skipped").is_none_or(|skipped| skipped == count(suite, "skipped")));
        assert!(suite.attribute("name").is_some());
    }
    let fails = document.summary.gate.against.len();
    assert_eq!(root.attribute("failures").unwrap(), fails.to_string(), "{text}");
}

fn check_badge(document: &Document) {
    let text = badge(document);
    let read = roxmltree::Document::parse(&text).unwrap();
    let root = read.root_element();
    assert!(root.has_tag_name(("http://www.w3.org/2000/svg", "svg")) && root.attribute("aria-label").is_some());
}

fn check_annotations(document: &Document) {
    let text = annotations(document);
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("::")).collect();
    assert!(text.lines().count() <= lines.len() + 1);
    for kind in ["error", "warning", "notice"] {
        assert!(lines.iter().filter(|line| line.starts_with(&format!("::{kind} "))).count() <= 10);
    }
    for line in lines {
        let (head, message) = line[2..].split_once("::").unwrap();
        let (kind, properties) = head.split_once(' ').unwrap();
        assert!(["error", "warning", "notice"].contains(&kind) && !message.is_empty(), "{line}");
        assert!(
            properties
                .split(',')
                .all(|one| one.split_once('=').is_some_and(|(name, _)| name.chars().all(char::is_alphabetic))),
            "{line}"
        );
    }
}

/// Checks a log against the published schema, where it is at hand.
fn against_schema(log: &str) {
    let Some(folder) = std::env::var_os("TM_SCHEMAS") else {
        println!("TM_SCHEMAS is not set: not checked against the published schema");
        return;
    };
    let schema = PathBuf::from(folder).join("sarif/sarif-schema-2.1.0.json");
    let program = "import json,sys,jsonschema\ns=json.load(open(sys.argv[1]))\njsonschema.validators.validator_for(s)(s,format_checker=jsonschema.FormatChecker()).validate(json.load(sys.stdin))";
    let mut child = Command::new("python3")
        .args(["-W", "ignore", "-c", program])
        .arg(schema)
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), log.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
