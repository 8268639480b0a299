//! Places of a document as SARIF locations.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use tm_compiler::document::{Document, Flow, Location, Threat};

/// Steps of one path; more are of no help to a reader.
const MOST: usize = 500;

/// Where the parts of a model are.
pub(super) struct Places<'a> {
    parts: BTreeMap<&'a str, (&'a str, &'a str, &'a Location)>,
    flows: BTreeMap<&'a str, &'a Flow>,
}

impl<'a> Places<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        let elements = document.elements.iter().map(|one| (&*one.id, (&*one.kind, &*one.title, &one.location)));
        let boundaries = document.boundaries.iter().map(|one| (&*one.id, ("boundary", &*one.title, &one.location)));
        let flows = document.flows.iter().map(|one| (&*one.id, ("flow", &*one.title, &one.location)));
        let data = document.data.iter().map(|one| (&*one.id, ("data", &*one.title, &one.location)));
        Places {
            parts: elements.chain(boundaries).chain(flows).chain(data).collect(),
            flows: document.flows.iter().map(|flow| (&*flow.id, flow)).collect(),
        }
    }

    /// A place, where it is in a file of the reader's.
    pub(super) fn at(&self, location: &Location) -> Option<Value> {
        physical(location).map(|place| json!({ "physicalLocation": place }))
    }

    /// The element of a threat.
    pub(super) fn of_threat(&self, threat: &Threat) -> Value {
        let kind = self.parts.get(threat.element.as_str()).map_or("model", |(kind, ..)| kind);
        let mut place = json!({
            "logicalLocations": [{ "fullyQualifiedName": threat.element, "name": threat.element_title, "kind": kind }],
        });
        if let Some(physical) = physical(&threat.location) {
            place["physicalLocation"] = physical;
        }
        place
    }

    /// What a reader of a threat wants to see beside it: the ends of a flow, the boundaries it crosses, the rule.
    pub(super) fn related(&self, document: &Document, threat: &Threat) -> Vec<Value> {
        let mut found: Vec<(&Location, String)> = Vec::new();
        if let Some(flow) = self.flows.get(threat.element.as_str()) {
            let ends = [(&flow.source, "source"), (&flow.target, "target")];
            let crossed = flow.entered.iter().map(|id| (id, "boundary entered"));
            let left = flow.left.iter().map(|id| (id, "boundary left"));
            for (id, role) in ends.into_iter().chain(crossed).chain(left) {
                found.extend(self.parts.get(id.as_str()).map(|(_, title, at)| (*at, format!("{title} ({role})"))));
            }
        }
        let facts = threat.proof.iter().flat_map(|step| &step.facts);
        found.extend(facts.filter_map(|fact| {
            let text = format!("{}.{} = {}", fact.subject, fact.property, fact.value);
            fact.location.as_ref().map(|at| (at, text))
        }));
        found.extend(
            document.rules.iter().filter(|rule| rule.id == threat.rule).map(|rule| (&rule.location, "the rule".into())),
        );
        let mut out: Vec<Value> = Vec::new();
        for (location, text) in found {
            let Some(place) = physical(location) else { continue };
            if out.len() < 50 && !out.iter().any(|known| known["physicalLocation"] == place) {
                out.push(json!({ "id": out.len() + 1, "physicalLocation": place, "message": { "text": text } }));
            }
        }
        out
    }

    /// The paths of a threat's proof.
    pub(super) fn flows(&self, threat: &Threat) -> Vec<Value> {
        let paths = threat.proof.iter().filter(|step| step.path.len() > 1);
        let flow = |path: &[String]| -> Option<Value> {
            let steps: Vec<Value> = path.iter().take(MOST).filter_map(|id| self.step(id)).collect();
            (!steps.is_empty()).then(|| json!({ "threadFlows": [{ "locations": steps }] }))
        };
        paths.filter_map(|step| flow(&step.path)).collect()
    }

    fn step(&self, id: &str) -> Option<Value> {
        let (kind, title, location) = self.parts.get(id)?;
        let place = physical(location)?;
        let text = format!("{kind} {title}");
        Some(json!({ "location": { "physicalLocation": place, "message": { "text": text } } }))
    }
}

/// File and region; nothing for files of the embedded library, which no reader has.
pub(super) fn physical(location: &Location) -> Option<Value> {
    if location.file.is_empty() || location.embedded || location.line == 0 {
        return None;
    }
    let mut region = json!({ "startLine": location.line, "startColumn": location.column });
    let last = (location.end_line, location.end_column);
    if last > (location.line, location.column) {
        region["endLine"] = json!(last.0);
        region["endColumn"] = json!(last.1);
    }
    Some(json!({ "artifactLocation": artifact(&location.file), "region": region }))
}

pub(super) fn artifact(file: &str) -> Value {
    let file = file.strip_prefix("./").unwrap_or(file);
    let absolute = file.starts_with('/') || file.as_bytes().get(1) == Some(&b':');
    match (absolute, file.starts_with('/')) {
        (false, _) => json!({ "uri": uri(file), "uriBaseId": "%SRCROOT%" }),
        (true, true) => json!({ "uri": format!("file://{}", uri(file)) }),
        (true, false) => json!({ "uri": format!("file:///{}", uri(file)) }),
    }
}

/// A path as part of a URI: what has a meaning there is written as numbers.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=@".contains(&byte);
    let mut out = String::new();
    for byte in path.bytes() {
        match plain(byte) {
            true => out.push(char::from(byte)),
            false => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
