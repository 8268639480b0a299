//! Which resource names which, as the configuration in a plan says it: through variables and outputs of modules.

use crate::evidence::tree::{at, list, text};
use serde_json::Value;
use std::cell::Cell;
use std::collections::BTreeMap;
use tm_compiler::evidence::without_keys;

/// Modules and references followed one after the other.
const DEEPEST: usize = 16;
/// References of one resource that are followed.
const MOST: usize = 500;
/// Expressions of one plan that are looked into: variables and outputs can lead to each other in many ways.
const STEPS: usize = 5_000_000;

/// The modules of a configuration, by their path without keys: `module.a.module.b.`, empty for the root.
pub(super) struct Modules<'a> {
    modules: BTreeMap<String, &'a Value>,
    /// Resources by module and address.
    resources: BTreeMap<String, (&'a Value, String)>,
    /// Steps that are left.
    steps: Cell<usize>,
}

impl<'a> Modules<'a> {
    pub(super) fn new(document: &'a Value) -> Self {
        let mut modules = Modules { modules: BTreeMap::new(), resources: BTreeMap::new(), steps: Cell::new(STEPS) };
        if let Some(root) = at(document, &["configuration", "root_module"]) {
            modules.add(root, String::new(), 0);
        }
        modules
    }

    fn add(&mut self, module: &'a Value, path: String, depth: usize) {
        for one in list(module, "resources") {
            let address = format!("{path}{}", text(one, &["address"]));
            self.resources.insert(address, (one, path.clone()));
        }
        for (name, call) in module.get("module_calls").and_then(Value::as_object).into_iter().flatten() {
            if let Some(inner) = call.get("module").filter(|_| depth < DEEPEST) {
                self.add(inner, format!("{path}module.{name}."), depth + 1);
            }
        }
        self.modules.insert(path, module);
    }

    /// The attributes of a resource that name others, with the addresses of these, without keys.
    pub(super) fn references(&self, address: &str) -> Vec<(String, String)> {
        let Some((one, path)) = self.resources.get(address) else { return Vec::new() };
        let mut found = Vec::new();
        for (attribute, expression) in one.get("expressions").and_then(Value::as_object).into_iter().flatten() {
            self.within(attribute, expression, path, &mut found, 0);
        }
        for other in list(one, "depends_on").iter().filter_map(Value::as_str) {
            self.follow("depends_on", other, path, &mut found, 0);
        }
        found.sort();
        found.dedup();
        found
    }

    fn within(&self, way: &str, value: &Value, path: &str, found: &mut Vec<(String, String)>, depth: usize) {
        if depth > DEEPEST || found.len() >= MOST || self.is_tired() {
            return;
        }
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.within(way, item, path, found, depth + 1)),
            Value::Object(members) => {
                for (key, inner) in members {
                    match (key.as_str(), inner) {
                        ("references", Value::Array(all)) => {
                            for one in all.iter().filter_map(Value::as_str) {
                                self.follow(way, one, path, found, depth + 1);
                            }
                        }
                        ("constant_value", _) => {}
                        (key, inner) => self.within(&format!("{way}.{key}"), inner, path, found, depth + 1),
                    }
                }
            }
            _ => {}
        }
    }

    fn is_tired(&self) -> bool {
        self.steps.set(self.steps.get().saturating_sub(1));
        self.steps.get() == 0
    }

    /// What a reference in a module leads to.
    fn follow(&self, way: &str, reference: &str, path: &str, found: &mut Vec<(String, String)>, depth: usize) {
        if depth > DEEPEST || found.len() >= MOST || self.is_tired() {
            return;
        }
        let reference = without_keys(reference);
        let parts: Vec<&str> = reference.split('.').collect();
        match parts[..] {
            ["var", name, ..] => {
                let Some((outer, module)) = outer(path) else { return };
                let calls =
                    self.modules.get(&outer).and_then(|one| at(one, &["module_calls", &module, "expressions", name]));
                if let Some(expression) = calls {
                    self.again(way, expression, &outer, found, depth);
                }
            }
            ["module", module, output, ..] => {
                let inner = format!("{path}module.{module}.");
                let said = self.modules.get(&inner).and_then(|one| at(one, &["outputs", output, "expression"]));
                if let Some(expression) = said {
                    self.again(way, expression, &inner, found, depth);
                }
            }
            ["data" | "local" | "each" | "count" | "path" | "terraform" | "self", ..] => {}
            [kind, name, ..] => {
                found.push((way.to_owned(), format!("{path}{kind}.{name}")));
            }
            _ => {}
        }
    }

    /// References of another module's expression are followed under the first attribute's name.
    fn again(&self, way: &str, expression: &Value, path: &str, found: &mut Vec<(String, String)>, depth: usize) {
        let mut inner = Vec::new();
        self.within("", expression, path, &mut inner, depth + 1);
        found.extend(inner.into_iter().map(|(_, target)| (way.to_owned(), target)));
    }
}

/// `module.a.module.b.` is called `b` in `module.a.`.
fn outer(path: &str) -> Option<(String, String)> {
    let inner = path.strip_suffix('.')?;
    let (outer, name) = match inner.rsplit_once(".module.") {
        Some((outer, name)) => (format!("{outer}."), name),
        None => (String::new(), inner.strip_prefix("module.")?),
    };
    Some((outer, name.to_owned()))
}
