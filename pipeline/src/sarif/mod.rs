//! SARIF 2.1.0: threats and diagnostics for code scanning.
//!
//! Threats that count are failures; possible ones ask for review; decided ones are suppressed. Fingerprints come from
//! ids, not from lines, so alerts survive any edit that leaves the threat's identity alone.

mod drift;
mod places;
mod rules;

pub use drift::drift;

use crate::results::{Choice, decided, fingerprint, gate_rule, hash, short, step, told, unseen, unturned};
use places::Places;
use rules::Rules;
use serde_json::{Map, Value, json};
use tm_compiler::document::{Against, Diagnostic, Document, Threat};

/// Results of one run; GitHub shows 5,000 and refuses more than 25,000.
const MOST: usize = 5_000;
/// The published schema of these logs.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// Characters of a message.
const LONGEST: usize = 1_000;

/// The document as a SARIF log.
pub fn sarif(document: &Document, choice: Choice) -> String {
    let threats: Vec<&Threat> = told(document, choice).collect();
    let mut rules = Rules::new(document);
    let places = Places::new(document);
    let mut results: Vec<Value> = document.diagnostics.iter().map(|one| diagnostic(one, &mut rules, &places)).collect();
    results.extend(unseen(document).map(|one| against(one, document, &mut rules, &places)));
    results.truncate(MOST);
    let room = MOST - results.len();
    results.extend(threats.iter().take(room).map(|threat| self::threat(document, threat, &mut rules, &places)));
    let name = if document.model.name.is_empty() { "model" } else { &document.model.name };
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": rules.driver(document) },
            "automationDetails": { "id": format!("tm/{name}/") },
            "originalUriBaseIds": {
                "%SRCROOT%": { "description": { "text": "The folder in which tm was started." } },
            },
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation(document, threats.len().saturating_sub(room))],
            "taxonomies": rules.taxonomies(),
            "results": results,
        }],
    });
    unturned(&format!("{log:#}\n"))
}

/// How the run went; what did not fit is told.
fn invocation(document: &Document, left_out: usize) -> Value {
    let valid = !document.summary.gate.against.iter().any(|one| one.kind == "error");
    let mut invocation = json!({ "executionSuccessful": valid });
    if left_out > 0 {
        let text = format!("{left_out} threats of the lowest risk are left out: a run holds {MOST} results.");
        invocation["toolExecutionNotifications"] = json!([{ "level": "warning", "message": { "text": text } }]);
    }
    invocation
}

fn threat(document: &Document, threat: &Threat, rules: &mut Rules<'_>, places: &Places<'_>) -> Value {
    let review = !threat.counts && !decided(threat);
    let (kind, level) = match (review, step(&threat.residual)) {
        (true, _) => ("review", "none"),
        (false, 4..) => ("fail", "error"),
        (false, 3) => ("fail", "warning"),
        (false, _) => ("fail", "note"),
    };
    let mut result = json!({
        "ruleId": threat.rule,
        "ruleIndex": rules.index(&threat.rule),
        "kind": kind,
        "level": level,
        "message": { "text": message(threat) },
        "locations": [places.of_threat(threat)],
        "partialFingerprints": {
            "primaryLocationLineHash": format!("{}:1", fingerprint(threat)),
            "threatId/v1": threat.full_id,
        },
        "rank": (step(&threat.residual) * 20) as f64,
        "properties": properties(threat),
    });
    let mut add = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            result[name] = value;
        }
    };
    add("relatedLocations", some(places.related(document, threat)));
    add("codeFlows", some(places.flows(threat)));
    add("suppressions", suppression(document, threat, places).map(|one| json!([one])));
    add("baselineState", state(&threat.standing).map(Value::from));
    result
}

fn some(list: Vec<Value>) -> Option<Value> {
    (!list.is_empty()).then_some(Value::Array(list))
}

fn message(threat: &Threat) -> String {
    let sure = match threat.verdict.as_str() {
        "assumed" => " It rests on a default that nobody has stated.",
        "possible" => " It depends on facts that nobody has stated.",
        _ => "",
    };
    let text = threat.message.trim_end_matches('.');
    let new = match threat.gates_from.as_str() {
        "" => String::new(),
        release => format!(" Its rule is new: it counts from library {release} on."),
    };
    short(&format!("{text}. Residual risk: {}.{sure}{new}", threat.residual.title), LONGEST)
}

fn properties(threat: &Threat) -> Map<String, Value> {
    let all = [
        ("threat", &threat.id),
        ("element", &threat.element),
        ("verdict", &threat.verdict),
        ("status", &threat.status),
        ("inherentRisk", &threat.inherent.level),
        ("residualRisk", &threat.residual.level),
    ];
    all.into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect()
}

fn suppression(document: &Document, threat: &Threat, places: &Places<'_>) -> Option<Value> {
    if !decided(threat) {
        return None;
    }
    let decision = document.decisions.get(threat.decision?)?;
    let until = if decision.until.is_empty() { String::new() } else { format!(" until {}", decision.until) };
    let by = if decision.by.is_empty() { String::new() } else { format!(" by {}", decision.by) };
    let why = format!("{}{by}{until}: {}", threat.status, decision.reason);
    Some(json!({
        "kind": "inSource",
        "status": "accepted",
        "justification": short(&why, LONGEST),
        "location": places.at(&decision.location)?,
    }))
}

fn state(standing: &str) -> Option<&'static str> {
    match standing {
        "new" => Some("new"),
        "worse" => Some("updated"),
        "known" => Some("unchanged"),
        _ => None,
    }
}

/// What fails the gate and is neither a threat nor a diagnostic; it stands where it was found, else at the model.
fn against(one: &Against, document: &Document, rules: &mut Rules<'_>, places: &Places<'_>) -> Value {
    let id = gate_rule(&one.kind);
    let print = hash(&format!("{id} {} {}", one.subject, one.text));
    let mut result = json!({
        "ruleId": id,
        "ruleIndex": rules.index(&id),
        "kind": "fail",
        "level": "error",
        "message": { "text": short(&format!("{}: {}.", one.subject, one.text.trim_end_matches('.')), LONGEST) },
        "partialFingerprints": { "primaryLocationLineHash": format!("{print}:1") },
    });
    let place = places.at(&one.location).or_else(|| places.at(document.model.location.as_ref()?));
    result["locations"] = json!(place.into_iter().collect::<Vec<_>>());
    result
}

fn diagnostic(one: &Diagnostic, rules: &mut Rules<'_>, places: &Places<'_>) -> Value {
    let help = if one.help.is_empty() { String::new() } else { format!(" Help: {}.", one.help.trim_end_matches('.')) };
    let text = short(&format!("{}.{help}", one.message), LONGEST);
    let print = hash(&format!("{} {} {}", one.code, one.location.file, one.message));
    let mut result = json!({
        "ruleId": one.code,
        "ruleIndex": rules.index(&one.code),
        "kind": "fail",
        "level": one.severity,
        "message": { "text": text },
        "partialFingerprints": { "primaryLocationLineHash": format!("{print}:1") },
    });
    result["locations"] = json!(places.at(&one.location).into_iter().collect::<Vec<_>>());
    result
}
