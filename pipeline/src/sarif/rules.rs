//! The rules of a SARIF run, and the taxonomies that they refer to.

use crate::results::{Choice, gate_meaning, short, step, told};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::codes;
use tm_compiler::document::{Document, Rule};

/// Tags of one rule; GitHub takes 20 and counts more than 10 as too many.
const TAGS: usize = 10;
/// Security severities for steps of risk: GitHub calls more than 9 critical, from 7 high, from 4 medium.
const SEVERITIES: [&str; 5] = ["1.0", "3.0", "5.5", "8.0", "9.5"];

/// The rules of a run, in the order in which they were asked for.
pub(super) struct Rules<'a> {
    known: BTreeMap<&'a str, &'a Rule>,
    /// The highest step of risk among each rule's threats.
    steps: BTreeMap<&'a str, usize>,
    order: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl<'a> Rules<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        let mut steps: BTreeMap<&str, usize> = BTreeMap::new();
        for threat in told(document, Choice { possible: true, omit_decided: false }) {
            let held = steps.entry(&threat.rule).or_default();
            *held = (*held).max(step(&threat.residual));
        }
        let known = document.rules.iter().map(|rule| (rule.id.as_str(), rule)).collect();
        Rules { known, steps, order: Vec::new(), places: BTreeMap::new() }
    }

    /// The place of a rule in the run.
    pub(super) fn index(&mut self, id: &str) -> usize {
        if let Some(at) = self.places.get(id) {
            return *at;
        }
        self.order.push(id.to_owned());
        self.places.insert(id.to_owned(), self.order.len() - 1);
        self.order.len() - 1
    }

    /// The tool with its rules.
    pub(super) fn driver(&self, document: &Document) -> Value {
        let taxonomies: Vec<Value> =
            self.taxa().keys().enumerate().map(|(at, name)| json!({ "name": name, "index": at })).collect();
        json!({
            "name": "tm",
            "fullName": format!("tm {}, a compiler for threat models", document.tool.version),
            "semanticVersion": document.tool.version,
            "informationUri": "https://github.com/tm-lang/tm",
            "rules": self.order.iter().map(|id| self.rule(id)).collect::<Vec<_>>(),
            "supportedTaxonomies": taxonomies,
        })
    }

    /// The catalogues that rules of this run refer to, with the entries that they name.
    pub(super) fn taxonomies(&self) -> Vec<Value> {
        self.taxa().iter().map(|(name, (version, taxa))| taxonomy(name, version, taxa)).collect()
    }

    /// Catalogues by name, with ids and titles; categories stand in the catalogue of their set.
    fn taxa(&self) -> BTreeMap<String, Taxa> {
        let mut found: BTreeMap<String, Taxa> = BTreeMap::new();
        for rule in self.order.iter().filter_map(|id| self.known.get(id.as_str())) {
            for one in related(rule) {
                let entry = found.entry(one.catalog).or_insert_with(|| (one.version, BTreeMap::new()));
                entry.1.insert(one.id, one.title);
            }
        }
        found
    }

    fn rule(&self, id: &str) -> Value {
        match self.known.get(id) {
            Some(rule) => self.threat(rule),
            None => code(id),
        }
    }

    fn threat(&self, rule: &Rule) -> Value {
        let step = self.steps.get(rule.id.as_str()).copied().unwrap_or(1).clamp(1, 5);
        let title = format!("{}.", rule.title.trim_end_matches('.'));
        let level = ["note", "note", "warning", "error", "error"][step - 1];
        let related = related(rule);
        let target = |one: &Related| json!({ "id": one.id, "toolComponent": { "name": one.catalog } });
        let relationships: Vec<Value> =
            related.iter().map(|one| json!({ "target": target(one), "kinds": ["relevant"] })).collect();
        let mut tags: Vec<String> = vec!["security".into()];
        tags.extend((!rule.category_title.is_empty()).then(|| rule.category_title.to_lowercase()));
        let dashed = rule.references.iter().filter_map(|one| Some((one.id.split_once('-')?.0, &one.id)));
        let named = dashed.filter(|(_, id)| !id.contains([' ', '/', ':']));
        tags.extend(named.map(|(catalog, id)| format!("external/{catalog}/{id}").to_lowercase()));
        let mut seen = BTreeSet::new();
        tags.retain(|tag| seen.insert(tag.clone()));
        tags.truncate(TAGS);
        let mut out = json!({
            "id": rule.id,
            "name": rule.name,
            "shortDescription": { "text": title },
            "fullDescription": { "text": if rule.doc.is_empty() { title.clone() } else { short(&rule.doc, 1_000) } },
            "help": help(rule),
            "defaultConfiguration": { "level": level },
            "properties": { "tags": tags, "security-severity": SEVERITIES[step - 1], "precision": "high" },
        });
        if !relationships.is_empty() {
            out["relationships"] = Value::Array(relationships);
        }
        out
    }
}

/// Version of a catalogue, and titles of its entries by their ids.
type Taxa = (String, BTreeMap<String, String>);

fn taxonomy(name: &str, version: &str, taxa: &BTreeMap<String, String>) -> Value {
    let taxon = |(id, title): (&String, &String)| match title.is_empty() {
        true => json!({ "id": id }),
        false => json!({ "id": id, "shortDescription": { "text": format!("{}.", title.trim_end_matches('.')) } }),
    };
    let taxa: Vec<Value> = taxa.iter().map(taxon).collect();
    let mut out = json!({ "name": name, "shortDescription": { "text": format!("{name}.") }, "isComprehensive": false });
    if !version.is_empty() {
        out["version"] = json!(version);
    }
    out["taxa"] = Value::Array(taxa);
    out
}

/// An entry of a catalogue that a rule refers to.
struct Related {
    catalog: String,
    version: String,
    id: String,
    title: String,
}

/// What a rule refers to; its category is an entry of the set that has it.
fn related(rule: &Rule) -> Vec<Related> {
    let references = rule.references.iter().filter(|one| !one.catalog.is_empty());
    let mut found: Vec<Related> = references
        .map(|one| {
            let (catalog, version) = versioned(&one.catalog);
            Related { catalog, version, id: one.id.clone(), title: one.title.clone() }
        })
        .collect();
    if let Some((set, category)) = rule.category.rsplit_once('.') {
        let catalog = set.rsplit('.').next().unwrap_or(set).to_owned();
        let (id, title) = (category.to_owned(), rule.category_title.clone());
        found.push(Related { catalog, version: String::new(), id, title });
    }
    found
}

/// The name of a catalogue and its version, which may stand behind it.
fn versioned(catalog: &str) -> (String, String) {
    let last = catalog.rsplit_once(' ');
    let split = last.filter(|(_, last)| last.contains('.') && last.starts_with(|c: char| c.is_ascii_digit()));
    let (name, version) = split.unwrap_or((catalog, ""));
    (name.to_owned(), version.to_owned())
}

/// What to know and to do, as text and as Markdown.
fn help(rule: &Rule) -> Value {
    let parts = [
        ("", &rule.doc),
        ("How to check", &rule.detection),
        ("False positives", &rule.false_positives),
        ("What to do", &rule.remedy),
    ];
    let (mut text, mut markdown) = (String::new(), String::new());
    for (head, part) in parts.iter().filter(|(_, part)| !part.is_empty()) {
        if !head.is_empty() {
            text.push_str(&format!("{head}:\n"));
            markdown.push_str(&format!("#### {head}\n\n"));
        }
        text.push_str(&format!("{part}\n\n"));
        markdown.push_str(&format!("{part}\n\n"));
    }
    if !rule.references.is_empty() {
        markdown.push_str("#### References\n\n");
        for one in &rule.references {
            let title = if one.title.is_empty() { String::new() } else { format!(" {}", one.title) };
            markdown.push_str(&match one.url.is_empty() {
                true => format!("- {}{title}\n", one.id),
                false => format!("- [{}]({}){title}\n", one.id, one.url),
            });
        }
    }
    if text.is_empty() {
        text = format!("{}.", rule.title.trim_end_matches('.'));
    }
    if markdown.is_empty() {
        markdown.clone_from(&text);
    }
    json!({ "text": text.trim_end(), "markdown": markdown.trim_end() })
}

/// A code of the compiler.
pub(super) fn code(id: &str) -> Value {
    if let Some(meaning) = gate_meaning(id) {
        let page = format!("{meaning} See docs/ci.md.");
        return json!({
            "id": id,
            "shortDescription": { "text": meaning },
            "help": { "text": page, "markdown": page },
            "defaultConfiguration": { "level": "error" },
        });
    }
    let page = codes::page(id).unwrap_or_default();
    let body: Vec<&str> = page.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).collect();
    let first = body.first().copied().unwrap_or("A mistake in the model.");
    let level = match id.as_bytes().first() {
        Some(b'E') => "error",
        Some(b'W') => "warning",
        _ => "note",
    };
    json!({
        "id": id,
        "shortDescription": { "text": short(first, 200) },
        "help": { "text": format!("tm explain {id}"), "markdown": if page.is_empty() { first } else { page } },
        "defaultConfiguration": { "level": level },
    })
}
