//! What programs read is as its schema says: JSON of `tm check`, `tm diff` and `tm drift` as the binary prints it, Code
//! Quality and JUnit by the facts that their readers publish.
//!
//! Where `TM_SCHEMAS` names a folder with published schemas, JUnit is checked by the one that Jenkins has, too.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use roxmltree::Node;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use tm_tests::schema::offences;

const OLD: &str = "use std.web\nmodel shop \"Shop\" { appetite = Moderate }\n\
    boundary net: Internet \"Net\" { actor customer \"C\" }\n\
    boundary own: PrivateNetwork \"Own\" {\nprocess api: WebService \"API\" { resource = \"services.api\" }\n\
    store orders: Postgres \"O\" { resource = \"services.db\" }\n}\n\
    data Card \"Card\" { confidentiality = High }\n\
    flow pay: customer -> api over Https \"Pay\" { sends = Card }\nflow api -> orders\n";
const COMPOSE: &str = "services:\n  api: {image: nginx, ports: ['80:80']}\n  db: {image: 'postgres:16', ports: ['5432:5432'], environment: {POSTGRES_PASSWORD: postgres}}\n  new: {image: redis}\nvolumes: {a: {}}\n";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A shop, what becomes of it, what is built.
fn shop() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let new = OLD.replace("over Https", "over Http").replace("appetite = Moderate", "appetite = High");
    let new =
        new.replace("store orders: Postgres", "store ledger: Postgres").replace("\"O\" {", "\"O\" { was = \"orders\",");
    let new = new.replace("-> orders", "-> ledger")
        + "external process bank \"Bank\"\nflow api -> bank { sends = Card }\naccept CleartextTransport on pay until 2026-12-31 { by = \"a@example.org\", reason = \"Trial.\" }\n";
    for (name, text) in [("old.tm", OLD), ("new.tm", &new), ("empty.tm", ""), ("compose.yml", COMPOSE)] {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    dir
}

/// What the binary prints.
fn said(dir: &Path, line: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tm-case"));
    let output = command.args(line.split(' ')).current_dir(dir).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code().is_some_and(|code| code < 2), "{line}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

fn kept(schema: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(root().join(schema)).unwrap()).unwrap()
}

fn holds(schema: &Value, text: &str, of: &str) -> Value {
    let value: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{of}: {error}"));
    let found = offences(schema, &value);
    assert!(found.is_empty(), "{of}: {} offences, first {:#?}", found.len(), &found[..found.len().min(3)]);
    value
}

#[test]
fn comparisons_are_as_their_schema_says() {
    let (dir, schema) = (shop(), kept("docs/diff.schema.json"));
    let mut classes = BTreeSet::new();
    for sides in ["old.tm new.tm", "new.tm old.tm", "empty.tm new.tm", "old.tm old.tm"] {
        let line = format!("diff {sides} --format json --today 2026-06-01");
        let value = holds(&schema, &said(dir.path(), &line), &line);
        let all = value["changes"].as_array().unwrap();
        classes.extend(all.iter().map(|one| one["class"].as_str().unwrap().to_owned()));
    }
    assert_eq!(classes.len(), 5, "every class is seen: {classes:?}");
}

#[test]
fn drift_is_as_its_schema_says() {
    let (dir, schema) = (shop(), kept("docs/drift.schema.json"));
    let line = "drift new.tm --compose compose.yml --format json --today 2026-06-01";
    let value = holds(&schema, &said(dir.path(), line), line);
    assert!(value["findings"].as_array().unwrap().len() >= 2, "{value:#}");
}

#[test]
fn documents_are_as_their_schema_says() {
    let (dir, schema) = (shop(), kept("docs/analysis.schema.json"));
    for file in ["old.tm", "new.tm", "empty.tm"] {
        let line = format!("check {file} --format json --today 2026-06-01");
        holds(&schema, &said(dir.path(), &line), &line);
    }
    let line = "check bookshop --format json --today 2026-06-01";
    holds(&schema, &said(&root().join("examples"), line), line);
}

/// A checker that finds nothing wrong with anything would pass all of the above.
#[test]
fn what_a_schema_does_not_allow_is_found() {
    let schema = kept("docs/diff.schema.json");
    let good = json!({"format": "1", "old": "a", "new": "b", "title": "", "changes": [],
        "counts": {"risk": 0, "exposure": 0, "identity": 0, "governance": 0, "other": 0}});
    assert_eq!(offences(&schema, &good), [""; 0]);
    let change = json!([{"class": "grave", "sort": "", "what": "added", "id": "", "was": "", "text": "", "details": [], "causes": []}]);
    for (member, value) in [
        ("title", json!(null)),
        ("more", json!(1)),
        ("counts", json!({})),
        ("counts", json!({"risk": -1, "exposure": 0, "identity": 0, "governance": 0, "other": 0})),
        ("changes", change),
    ] {
        let mut bad = good.clone();
        bad[member] = value.clone();
        assert_eq!(offences(&schema, &bad).len(), 1, "{member} {value}");
    }
}

/// What GitLab's page on Code Quality asks of a finding, and what Code Climate's specification adds.
fn code_quality() -> Value {
    let begin = json!({"type": "integer", "minimum": 1});
    json!({"type": "array", "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location", "type", "categories"],
        "properties": {
            "type": {"const": "issue"},
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 16},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "categories": {"type": "array", "items": {"enum": ["Bug Risk", "Clarity", "Compatibility", "Complexity", "Duplication", "Performance", "Security", "Style"]}},
            "location": {"type": "object", "required": ["path", "lines"], "properties": {
                "path": {"type": "string", "minLength": 1},
                "lines": {"type": "object", "required": ["begin"], "properties": {"begin": begin, "end": begin}},
            }},
        },
    }})
}

#[test]
fn code_quality_is_as_its_readers_ask() {
    let dir = shop();
    for file in ["old.tm", "new.tm", "empty.tm"] {
        let line = format!("check {file} --gate --format codequality --today 2027-06-01");
        let line = if file == "empty.tm" { line.replace(" --gate", "") } else { line };
        let value = holds(&code_quality(), &said(dir.path(), &line), &line);
        assert!(file != "new.tm" || !value.as_array().unwrap().is_empty(), "an order in clear is a finding");
    }
}

/// An element of JUnit: what it must say, what it may say, what may stand in it.
#[derive(Default, Debug)]
struct Element {
    required: BTreeSet<String>,
    attributes: BTreeSet<String>,
    children: BTreeSet<String>,
}

/// What the readers of JUnit's XML have in common: build servers take suites of cases, and fail where a case holds a failure.
fn junit() -> BTreeMap<String, Element> {
    let rows = [
        ("testsuites", "", "name tests failures errors", "testsuite"),
        ("testsuite", "name tests failures errors", "skipped", "testcase"),
        ("testcase", "name classname", "time", "failure skipped"),
        ("failure", "", "message type", ""),
        ("skipped", "", "message", ""),
    ];
    let set = |words: &str| words.split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>();
    let element = |(name, required, optional, children): (&str, &str, &str, &str)| {
        let attributes = set(required).union(&set(optional)).cloned().collect();
        (name.to_owned(), Element { required: set(required), attributes, children: set(children) })
    };
    rows.into_iter().map(element).collect()
}

/// The elements that a published schema declares.
fn published() -> Option<BTreeMap<String, Element>> {
    let Some(folder) = std::env::var_os("TM_SCHEMAS") else {
        println!("TM_SCHEMAS is not set: JUnit is not checked against the published schema");
        return None;
    };
    let text = std::fs::read_to_string(PathBuf::from(folder).join("junit/jenkins-junit-10.xsd")).unwrap();
    let read = roxmltree::Document::parse(&text).unwrap();
    let declared = read.root_element().children().filter(|one| one.has_tag_name(XSD_ELEMENT));
    let mut found = BTreeMap::new();
    for one in declared {
        let mut element = Element::default();
        for part in one.descendants().filter(Node::is_element) {
            match (part.tag_name().name(), part.attribute("name"), part.attribute("ref")) {
                ("attribute", Some(name), _) => {
                    element.attributes.insert(name.to_owned());
                    if part.attribute("use") == Some("required") {
                        element.required.insert(name.to_owned());
                    }
                }
                ("element", _, Some(name)) => {
                    element.children.insert(name.to_owned());
                }
                _ => {}
            }
        }
        found.insert(one.attribute("name").unwrap().to_owned(), element);
    }
    assert!(found["testsuite"].required.contains("tests"), "{found:?}");
    Some(found)
}

const XSD_ELEMENT: (&str, &str) = ("http://www.w3.org/2001/XMLSchema", "element");

fn wrong(node: Node<'_, '_>, elements: &BTreeMap<String, Element>, found: &mut Vec<String>) {
    let name = node.tag_name().name();
    let Some(element) = elements.get(name) else {
        found.push(format!("there is no element `{name}`"));
        return;
    };
    let said: BTreeSet<String> = node.attributes().map(|one| one.name().to_owned()).collect();
    found.extend(element.required.difference(&said).map(|one| format!("`{name}` does not say its `{one}`")));
    found.extend(said.difference(&element.attributes).map(|one| format!("`{name}` has no `{one}`")));
    for child in node.children().filter(Node::is_element) {
        if !element.children.contains(child.tag_name().name()) {
            found.push(format!("`{}` may not stand in `{name}`", child.tag_name().name()));
        }
        wrong(child, elements, found);
    }
    for number in ["tests", "failures", "errors", "skipped", "time"] {
        if node.attribute(number).is_some_and(|text| text.parse::<f64>().is_err()) {
            found.push(format!("`{number}` of `{name}` is no number"));
        }
    }
}

#[test]
fn junit_is_as_its_readers_ask() {
    let dir = shop();
    let all = [Some(junit()), published()];
    for line in ["check old.tm", "check new.tm --gate", "check new.tm --gate --today 2027-06-01", "check empty.tm"] {
        let line = format!("{line} --format junit");
        let text = said(dir.path(), &line);
        let read = roxmltree::Document::parse(&text).unwrap();
        for elements in all.iter().flatten() {
            let mut found = Vec::new();
            wrong(read.root_element(), elements, &mut found);
            assert_eq!(found, [""; 0], "{line}\n{text}");
        }
        assert_eq!(text.contains("<failure "), line.contains("2027"), "{line}\n{text}");
    }
}
