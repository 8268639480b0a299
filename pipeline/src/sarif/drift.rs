//! What differs between a model and what is built, as a SARIF log.
//!
//! A finding stands at the place in the model that says otherwise, with the place in the plan or manifest beside it;
//! where the model says nothing, it stands in the plan. Values of texts are in no answer, so they are in no log either.

use super::places::{artifact, physical};
use super::rules::code;
use crate::results::{hash, short, unique};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use tm_compiler::drift::{Answer, Finding};

/// An answer as a SARIF log.
pub fn drift(answer: &Answer, model: &str) -> String {
    let codes: BTreeSet<&str> = answer.findings.iter().map(|one| one.code).collect();
    let codes: Vec<&str> = codes.into_iter().collect();
    let mut given = BTreeSet::new();
    let results = answer.findings.iter().take(super::MOST).map(|one| finding(one, &codes, &mut given));
    let results: Vec<Value> = results.collect();
    let version = env!("CARGO_PKG_VERSION");
    let log = json!({
        "$schema": super::SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "tm",
                "fullName": format!("tm {version}, a compiler for threat models"),
                "semanticVersion": version,
                "informationUri": "https://github.com/tm-lang/tm",
                "rules": codes.iter().map(|id| code(id)).collect::<Vec<_>>(),
            } },
            "automationDetails": { "id": format!("tm-drift/{}/", if model.is_empty() { "model" } else { model }) },
            "originalUriBaseIds": {
                "%SRCROOT%": { "description": { "text": "The folder in which tm was started." } },
            },
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation(answer)],
            "results": results,
        }],
    });
    crate::results::unturned(&format!("{log:#}\n"))
}

/// How the run went; what could not be read is told, for nothing was compared with it.
fn invocation(answer: &Answer) -> Value {
    let skipped = answer.files.iter().flat_map(|file| file.skipped.iter().map(move |what| (file, what)));
    let mut notes: Vec<String> =
        skipped.take(100).map(|(file, what)| format!("{}: skipped {what}.", file.file)).collect();
    if answer.findings.len() > super::MOST {
        notes.push(format!(
            "{} findings are left out: a run holds {}.",
            answer.findings.len() - super::MOST,
            super::MOST
        ));
    }
    let mut invocation = json!({ "executionSuccessful": true });
    if !notes.is_empty() {
        let note = |text: &String| json!({ "level": "warning", "message": { "text": text } });
        invocation["toolExecutionNotifications"] = notes.iter().map(note).collect();
    }
    invocation
}

fn finding(one: &Finding, codes: &[&str], given: &mut BTreeSet<String>) -> Value {
    let (model, built) = (one.location.as_ref().and_then(physical), resource(one));
    let named = json!([{ "fullyQualifiedName": one.resource, "kind": "resource" }]);
    let id = [one.code, &one.element, &one.resource, &one.property].join(" ");
    let mut result = json!({
        "ruleId": one.code,
        "ruleIndex": codes.iter().position(|known| *known == one.code).unwrap_or(0),
        "kind": "fail",
        "level": "error",
        "message": { "text": short(&format!("{}.", one.message), super::LONGEST) },
        "partialFingerprints": { "primaryLocationLineHash": format!("{}:1", unique(hash(&id), given)) },
        "properties": properties(one),
    });
    let first = match (&model, &built) {
        (Some(place), _) | (None, Some(place)) => json!({ "physicalLocation": place, "logicalLocations": named }),
        (None, None) => json!({ "logicalLocations": named }),
    };
    result["locations"] = json!([first]);
    if let (Some(_), Some(built)) = (model, built) {
        let text = if one.attribute.is_empty() { one.resource.clone() } else { format!("`{}`", one.attribute) };
        result["relatedLocations"] = json!([{ "id": 1, "physicalLocation": built, "message": { "text": text } }]);
    }
    result
}

/// The file in which a resource is, with its line where lines say something.
fn resource(one: &Finding) -> Option<Value> {
    if one.file.is_empty() {
        return None;
    }
    let mut place = json!({ "artifactLocation": artifact(&one.file) });
    if one.line > 0 {
        place["region"] = json!({ "startLine": one.line });
    }
    Some(place)
}

fn properties(one: &Finding) -> Map<String, Value> {
    let all = [
        ("element", &one.element),
        ("resource", &one.resource),
        ("resourceKind", &one.kind),
        ("property", &one.property),
        ("stated", &one.stated),
        ("built", &one.built),
        ("attribute", &one.attribute),
        ("path", &one.path),
    ];
    let said = all.into_iter().filter(|(_, value)| !value.is_empty());
    said.map(|(name, value)| (name.to_owned(), json!(value))).collect()
}
