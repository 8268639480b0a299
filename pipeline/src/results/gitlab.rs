//! Reports that GitLab reads: code quality, and static application security testing.

use super::{Choice, fingerprint, gate_meaning, gate_rule, hash, short, step, told, unique, unseen, uuid};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::document::{Against, Document, Location, Rule, Threat};

/// Version of GitLab's schema for security reports.
const SCHEMA: &str = "15.2.1";
/// Findings of one report.
const MOST: usize = 5_000;

/// The report for code quality: threats that count, and diagnostics, each with a fingerprint of its own.
pub fn code_quality(document: &Document) -> String {
    let mut given = BTreeSet::new();
    let mut issues = Vec::new();
    for threat in told(document, Choice { omit_decided: true, ..Choice::default() }) {
        let severity = ["info", "minor", "major", "critical", "blocker"][step(&threat.residual) - 1];
        let text = format!("{}: {} ({}, {})", threat.title, threat.message, threat.residual.title, threat.id);
        let print = unique(fingerprint(threat), &mut given);
        issues.push(issue(&threat.rule, &text, severity, &threat.location, print));
    }
    for one in &document.diagnostics {
        let severity = match one.severity.as_str() {
            "error" => "critical",
            "warning" => "minor",
            _ => "info",
        };
        let print = unique(hash(&format!("{} {} {}", one.code, one.location.file, one.message)), &mut given);
        issues.push(issue(&one.code, &one.message, severity, &one.location, print));
    }
    for one in unseen(document) {
        let rule = gate_rule(&one.kind);
        let print = unique(hash(&format!("{rule} {} {}", one.subject, one.text)), &mut given);
        let place = if one.location.file.is_empty() { document.model.location.as_ref() } else { Some(&one.location) };
        let text = format!("{}: {}", one.subject, one.text);
        issues.push(issue(&rule, &text, "critical", place.unwrap_or(&one.location), print));
    }
    issues.truncate(MOST);
    pretty(&Value::Array(issues))
}

fn issue(check: &str, text: &str, severity: &str, location: &Location, fingerprint: String) -> Value {
    json!({
        "type": "issue",
        "check_name": check,
        "description": short(text, 500),
        "categories": ["Security"],
        "severity": severity,
        "fingerprint": fingerprint,
        "location": {
            "path": path(location),
            "lines": { "begin": location.line.max(1), "end": location.end_line.max(location.line).max(1) },
        },
    })
}

/// The security report: threats that count, and what else speaks against passing.
pub fn sast(document: &Document) -> String {
    let rules: BTreeMap<&str, &Rule> = document.rules.iter().map(|rule| (rule.id.as_str(), rule)).collect();
    let mut given = BTreeSet::new();
    let threats = told(document, Choice { omit_decided: true, ..Choice::default() }).take(MOST);
    let mut vulnerabilities: Vec<Value> =
        threats.map(|threat| vulnerability(threat, rules.get(threat.rule.as_str()).copied(), &mut given)).collect();
    let threats: BTreeSet<&str> = document.threats.iter().filter(|one| one.counts).map(|one| one.id.as_str()).collect();
    let others =
        document.summary.gate.against.iter().filter(|one| one.kind != "error" && !threats.contains(&*one.subject));
    vulnerabilities.extend(others.map(|one| verdict(one, document, &mut given)));
    vulnerabilities.truncate(MOST);
    let tool = json!({
        "id": "tm",
        "name": "tm",
        "version": document.tool.version,
        "vendor": { "name": "tm" },
    });
    // The day is all that is known of the time: the same model gives the same report.
    let time = format!("{}T00:00:00", document.today);
    let failed = document.summary.gate.against.iter().any(|one| one.kind == "error");
    pretty(&json!({
        "version": SCHEMA,
        "scan": {
            "analyzer": tool,
            "scanner": tool,
            "type": "sast",
            "start_time": time,
            "end_time": time,
            "status": if failed { "failure" } else { "success" },
        },
        "vulnerabilities": vulnerabilities,
    }))
}

fn vulnerability(threat: &Threat, rule: Option<&Rule>, given: &mut BTreeSet<String>) -> Value {
    let severity = ["Info", "Low", "Medium", "High", "Critical"][step(&threat.residual) - 1];
    let mut identifiers = vec![json!({ "type": "tm_rule", "name": threat.rule, "value": threat.rule })];
    identifiers.extend(rule.into_iter().flat_map(|rule| &rule.references).take(19).map(|reference| {
        let (kind, value) = reference.id.split_once('-').unwrap_or((&reference.catalog, &reference.id));
        let kind: String = kind.chars().filter(char::is_ascii_alphabetic).collect();
        let kind = if kind.is_empty() { "reference".to_owned() } else { kind.to_lowercase() };
        let mut identifier = json!({ "type": kind, "name": reference.id, "value": value });
        if !reference.url.is_empty() {
            identifier["url"] = json!(reference.url);
        }
        identifier
    }));
    let mut description = threat.message.clone();
    if let Some(rule) = rule.filter(|rule| !rule.doc.is_empty()) {
        description = format!("{description}\n\n{}", rule.doc);
    }
    json!({
        "id": uuid(&unique(fingerprint(threat), given)),
        "name": short(&format!("{}: {}", threat.title, threat.element_title), 255),
        "description": description,
        "severity": severity,
        "solution": short(&rule.map_or(String::new(), |rule| rule.remedy.clone()), 7_000),
        "identifiers": identifiers,
        "location": {
            "file": path(&threat.location),
            "start_line": threat.location.line.max(1),
            "end_line": threat.location.end_line.max(threat.location.line).max(1),
        },
        "details": {
            "threat": { "type": "text", "name": "Threat", "value": threat.id },
            "risk": { "type": "text", "name": "Residual risk", "value": threat.residual.title },
            "status": { "type": "text", "name": "Status", "value": format!("{}, {}", threat.verdict, threat.status) },
        },
    })
}

/// What else speaks against passing: policies, controls that evidence refutes, what a model is judged by.
fn verdict(one: &Against, document: &Document, given: &mut BTreeSet<String>) -> Value {
    let rule = gate_rule(&one.kind);
    let place = if one.location.file.is_empty() { document.model.location.as_ref() } else { Some(&one.location) };
    let place = place.unwrap_or(&one.location);
    let policy = document.policies.iter().find(|own| own.name == one.subject).map(|own| own.title.as_str());
    let meaning = policy.filter(|title| !title.is_empty()).or(gate_meaning(&rule));
    json!({
        "id": uuid(&unique(hash(&format!("{rule} {} {}", one.subject, one.text)), given)),
        "name": short(&format!("{}: {}", one.subject, one.text), 255),
        "description": meaning.unwrap_or("It speaks against passing."),
        "severity": "High",
        "identifiers": [{ "type": "tm_rule", "name": rule, "value": rule }],
        "location": {
            "file": path(place),
            "start_line": place.line.max(1),
            "end_line": place.end_line.max(place.line).max(1),
        },
    })
}

fn path(location: &Location) -> &str {
    location.file.strip_prefix("./").unwrap_or(&location.file)
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
