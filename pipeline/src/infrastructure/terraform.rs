//! What `terraform show -json` (or `tofu show -json`) says of a plan or a state.

use super::Found;
use super::modules::Modules;
use crate::evidence::collect::Collector;
use crate::evidence::mend;
use crate::evidence::tree::{list, text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::drift::{Data, Resource, Tree};
use tm_compiler::evidence::without_keys;

/// Modules nested deeper than this are not read.
const DEEPEST: usize = 32;
/// Attributes by which other resources may name one that is there already.
const IDS: &[&str] = &["id", "arn", "self_link"];

pub(super) fn read(content: &str, found: &mut Found, collector: &mut Collector) {
    let Some(document) = mend::parse(content.trim_start(), collector) else { return };
    let planned = ["planned_values", "values"]
        .into_iter()
        .find_map(|key| document.get(key)?.get("root_module").map(|root| (key, root)));
    let changes: BTreeMap<&str, &Value> = list(&document, "resource_changes")
        .iter()
        .filter_map(|change| Some((text(change, &["address"]), change.get("change")?)))
        .collect();
    match planned {
        Some((key, root)) => {
            let mut reader = Reader { changes: &changes, found, collector };
            reader.module(root, &format!("/{key}/root_module"), 0);
        }
        None if !changes.is_empty() => {
            collector.skip("planned values: they are not in it, and what is to change stands for them");
            from_changes(&document, found, collector);
        }
        None => collector.skip("everything: it is no plan and no state of Terraform (`terraform show -json`)"),
    }
    if document.get("errored") == Some(&Value::Bool(true)) || document.get("complete") == Some(&Value::Bool(false)) {
        collector.lose("what is missing in a plan that is not complete");
    }
    refer(&document, found);
    placed(content, found);
}

/// Notes the lines of resources where somebody has laid the file out; Terraform itself writes it on one line.
fn placed(content: &str, found: &mut Found) {
    const KEY: &str = "\"address\"";
    let mut lines: BTreeMap<String, u32> = BTreeMap::new();
    if content.trim().lines().nth(1).is_none() {
        return;
    }
    for (line, text) in (1..).zip(content.lines()) {
        for (at, _) in text.match_indices(KEY) {
            let value = text[at + KEY.len()..].trim_start().strip_prefix(':').unwrap_or_default();
            if let Some(Ok(address)) = serde_json::Deserializer::from_str(value).into_iter::<String>().next() {
                // Planned values come first; what else is said of a resource stands behind them.
                lines.entry(address).or_insert(line);
            }
        }
    }
    for resource in &mut found.resources {
        resource.line = lines.get(resource.name()).copied().unwrap_or(0);
    }
}

struct Reader<'a> {
    changes: &'a BTreeMap<&'a str, &'a Value>,
    found: &'a mut Found,
    collector: &'a mut Collector,
}

impl Reader<'_> {
    fn module(&mut self, module: &Value, path: &str, depth: usize) {
        if depth > DEEPEST {
            self.collector.lose("modules that are nested too deep");
            return;
        }
        for (at, one) in list(module, "resources").iter().enumerate() {
            if !self.found.has_room() {
                return;
            }
            let null = Value::Null;
            let change = self.changes.get(text(one, &["address"])).copied().unwrap_or(&null);
            let values = Values {
                values: one.get("values").or_else(|| change.get("after")).unwrap_or(&null),
                secret: one.get("sensitive_values").unwrap_or(&null),
                secret_too: change.get("after_sensitive").unwrap_or(&null),
                later: change.get("after_unknown").unwrap_or(&null),
            };
            add(one, &values, format!("{path}/resources/{at}/values"), self.found, self.collector);
        }
        for (at, one) in list(module, "child_modules").iter().enumerate() {
            self.module(one, &format!("{path}/child_modules/{at}"), depth + 1);
        }
    }
}

fn from_changes(document: &Value, found: &mut Found, collector: &mut Collector) {
    for (at, one) in list(document, "resource_changes").iter().enumerate() {
        let null = Value::Null;
        let change = one.get("change").unwrap_or(&null);
        let values = Values {
            values: change.get("after").unwrap_or(&null),
            secret: change.get("after_sensitive").unwrap_or(&null),
            secret_too: &null,
            later: change.get("after_unknown").unwrap_or(&null),
        };
        // What goes has no state afterwards.
        if !values.values.is_null() {
            add(one, &values, format!("/resource_changes/{at}/change/after"), found, collector);
        }
    }
}

/// The values of a resource, and what says which of them may not be seen.
struct Values<'a> {
    values: &'a Value,
    secret: &'a Value,
    secret_too: &'a Value,
    later: &'a Value,
}

fn add(one: &Value, values: &Values<'_>, path: String, found: &mut Found, collector: &mut Collector) {
    let (address, kind) = (text(one, &["address"]), text(one, &["type"]));
    if text(one, &["mode"]) == "data" {
        return;
    }
    if address.is_empty() || kind.is_empty() {
        collector.lose("a resource without an address or a type");
        return;
    }
    let hidden = [values.secret, values.secret_too, values.later];
    let tree = seen(values.values, &hidden);
    let plain = without_keys(address);
    let mut names = vec![address.to_owned()];
    if plain != address {
        names.push(plain);
    }
    let handles = IDS.iter().map(|key| tree.text_at(&[key]).to_owned()).filter(|id| !id.is_empty());
    found.add(Resource {
        kind: kind.to_owned(),
        names,
        label: label(one, address),
        handles: handles.collect(),
        scope: "terraform".to_owned(),
        tree,
        path,
        ..Resource::default()
    });
}

/// The name of a resource, with that of its module where it says nothing, and its key where it is one of many.
fn label(one: &Value, address: &str) -> String {
    let name = text(one, &["name"]);
    let module = address.rsplit_once("module.").map(|(_, rest)| rest.split(['.', '[']).next().unwrap_or_default());
    let name = match (module, name) {
        (Some(module), "this" | "main" | "default" | "") => module.to_owned(),
        (_, name) => name.to_owned(),
    };
    match one.get("index") {
        Some(Value::String(key)) => format!("{name}_{key}"),
        Some(Value::Number(key)) if key.as_u64() != Some(0) => format!("{name}_{key}"),
        _ => name,
    }
}

/// The values as a tree; what is secret, or known only after it is built, is hidden.
fn seen(value: &Value, hidden: &[&Value; 3]) -> Tree {
    if hidden.iter().any(|one| **one == Value::Bool(true)) {
        return Tree::new(Data::Hidden);
    }
    let null = Value::Null;
    Tree::new(match value {
        Value::Null => Data::Null,
        Value::Bool(truth) => Data::Bool(*truth),
        Value::Number(number) => Data::Number(number.to_string()),
        Value::String(text) => return said(text),
        Value::Array(items) => {
            let item = |(at, item): (usize, &Value)| seen(item, &hidden.map(|one| one.get(at).unwrap_or(&null)));
            Data::List(items.iter().enumerate().map(item).collect())
        }
        Value::Object(members) => {
            let member = |key: &str, value: &Value| seen(value, &hidden.map(|one| one.get(key).unwrap_or(&null)));
            let mut all: Vec<(String, Tree)> =
                members.iter().map(|(key, value)| (key.clone(), member(key, value))).collect();
            // What is not known yet is left out of the values.
            for (key, later) in
                hidden[2].as_object().into_iter().flatten().filter(|(key, _)| !members.contains_key(*key))
            {
                if *later == Value::Bool(true) {
                    all.push((key.clone(), Tree::new(Data::Hidden)));
                }
            }
            Data::Map(all)
        }
    })
}

/// A text; policies are JSON within JSON, and read as what they are.
fn said(text: &str) -> Tree {
    const LONGEST: usize = 1 << 20;
    let inner = text.trim_start().starts_with(['{', '[']) && text.len() < LONGEST;
    let inner: Option<Value> = if inner { serde_json::from_str(text).ok() } else { None };
    let null = Value::Null;
    inner.map_or_else(|| super::text(text), |value| plain(&value, &[&null, &null, &null]))
}

/// Like `seen`, for JSON that stood in a text: texts in it are texts.
fn plain(value: &Value, hidden: &[&Value; 3]) -> Tree {
    match value {
        Value::String(text) => super::text(text),
        Value::Array(items) => Tree::new(Data::List(items.iter().map(|item| plain(item, hidden)).collect())),
        Value::Object(members) => {
            Tree::new(Data::Map(members.iter().map(|(key, value)| (key.clone(), plain(value, hidden))).collect()))
        }
        value => seen(value, hidden),
    }
}

/// Notes which attributes name which resources: the configuration tells, values mostly do not.
fn refer(document: &Value, found: &mut Found) {
    let modules = Modules::new(document);
    let names: BTreeSet<String> = found.resources.iter().flat_map(|one| one.names.iter().cloned()).collect();
    for resource in &mut found.resources {
        let address = resource.name().to_owned();
        let plain = without_keys(&address);
        let key = address.rfind('[').filter(|_| address.ends_with(']')).map_or("", |at| &address[at..]);
        for (attribute, target) in modules.references(&plain) {
            let same = format!("{target}{key}");
            let target = if names.contains(&same) { same } else { target };
            resource.references.push((attribute, target));
        }
    }
}
