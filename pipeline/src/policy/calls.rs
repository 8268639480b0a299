//! What policies are made of, before any of them is asked: functions that call themselves would end the process, and a
//! policy that can never say anything would pass whatever it was meant to stop.

use super::{BadPolicy, level};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// Looks through the syntax trees of policies, which come in the order of their files.
///
/// # Errors
/// The first thing that is wrong.
pub(super) fn check(trees: &str, sources: &[(String, String)]) -> Result<(), BadPolicy> {
    let trees: Vec<Json> = serde_json::from_str(trees).unwrap_or_default();
    let modules: Vec<Module<'_>> = trees.iter().zip(sources).map(|(tree, (file, _))| Module::of(tree, file)).collect();
    recursion(&modules)?;
    silence(&modules, sources)
}

struct Module<'a> {
    file: &'a str,
    /// `data.main`.
    package: String,
    /// Names of what is imported, with where it is.
    imports: BTreeMap<String, String>,
    /// Names of rules.
    rules: BTreeSet<String>,
    /// Functions by name, each with what it calls.
    functions: BTreeMap<String, BTreeSet<String>>,
}

impl<'a> Module<'a> {
    fn of(tree: &Json, file: &'a str) -> Self {
        let ast = &tree["ast"];
        let mut module = Module {
            file,
            package: format!("data.{}", name(&ast["package"]["refr"])),
            imports: BTreeMap::new(),
            rules: BTreeSet::new(),
            functions: BTreeMap::new(),
        };
        for import in ast["imports"].as_array().into_iter().flatten() {
            let path = name(&import["refr"]);
            let last = path.rsplit('.').next().unwrap_or_default().to_owned();
            module.imports.insert(last, path);
        }
        for rule in ast["rules"].as_array().into_iter().flatten() {
            module.rule(rule);
        }
        module
    }

    fn rule(&mut self, rule: &Json) {
        let spec = &rule["Spec"];
        let head = spec["head"].as_object().and_then(|head| head.iter().next());
        let (sort, refr) = match head {
            Some((sort, head)) => (sort.as_str(), &head["refr"]),
            None => ("Default", &rule["Default"]["refr"]),
        };
        let called = name(refr);
        self.rules.insert(called.split('.').next().unwrap_or_default().to_owned());
        if sort == "Func" {
            calls(spec, self.functions.entry(called).or_default());
        }
    }

    /// The functions that a call may mean.
    fn meant<'m>(&self, call: &str, all: &'m BTreeMap<String, BTreeSet<String>>) -> Vec<&'m String> {
        let (first, rest) = call.split_once('.').unwrap_or((call, ""));
        let own = format!("{}.{call}", self.package);
        let imported = self.imports.get(first).map(|path| format!("{path}.{rest}").trim_end_matches('.').to_owned());
        let known = [Some(own), imported, Some(call.to_owned())].into_iter().flatten();
        let exact: Vec<&String> = known.filter_map(|name| all.get_key_value(&name)).map(|(name, _)| name).collect();
        if !exact.is_empty() || rest.is_empty() {
            return exact;
        }
        // Under an alias: whatever of another package ends so.
        let end = format!(".{}", call.rsplit('.').next().unwrap_or_default());
        let other = |name: &&String| name.ends_with(&end) && !name.starts_with(&format!("{}.", self.package));
        all.keys().filter(other).collect()
    }
}

/// Refuses functions that lead back to themselves, as OPA does.
fn recursion(modules: &[Module<'_>]) -> Result<(), BadPolicy> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut files: BTreeMap<String, &str> = BTreeMap::new();
    for module in modules {
        for function in module.functions.keys() {
            all.entry(format!("{}.{function}", module.package)).or_default();
            files.insert(format!("{}.{function}", module.package), module.file);
        }
    }
    let known = all.clone();
    for module in modules {
        for (function, called) in &module.functions {
            let meant = called.iter().flat_map(|call| module.meant(call, &known)).cloned();
            all.entry(format!("{}.{function}", module.package)).or_default().extend(meant);
        }
    }
    let circle = all.keys().find(|start| reaches(&all, start));
    circle.map_or(Ok(()), |function| {
        let shown = function.strip_prefix("data.").unwrap_or(function);
        Err(BadPolicy {
            place: files.get(function).map_or_else(String::new, |file| (*file).to_owned()),
            message: format!("the function `{shown}` calls itself, and Rego knows no recursion"),
        })
    })
}

/// True where a function leads back to itself.
fn reaches(all: &BTreeMap<String, BTreeSet<String>>, start: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut next: Vec<&String> = all.get(start).into_iter().flatten().collect();
    while let Some(function) = next.pop() {
        if function == start {
            return true;
        }
        if seen.insert(function) {
            next.extend(all.get(function).into_iter().flatten());
        }
    }
    false
}

/// Refuses a file that says nothing of anything and helps no other to.
fn silence(modules: &[Module<'_>], sources: &[(String, String)]) -> Result<(), BadPolicy> {
    let speaks = |module: &Module<'_>| module.rules.iter().any(|rule| level(rule).is_some());
    let speaking: BTreeSet<&str> = modules.iter().filter(|one| speaks(one)).map(|one| one.package.as_str()).collect();
    let silent = modules.iter().find(|module| {
        let used = |(file, text): &(String, String)| file != module.file && text.contains(&module.package);
        !speaking.contains(module.package.as_str()) && !sources.iter().any(used)
    });
    silent.map_or(Ok(()), |module| {
        Err(BadPolicy {
            place: module.file.to_owned(),
            message:
                "it can never say anything: it has no rule `deny`, `violation` or `warn`, and no other policy uses \
                      its package"
                    .to_owned(),
        })
    })
}

/// The names on a path: `data.lib.f`, `deny` of `deny[x]`.
fn name(expr: &Json) -> String {
    if let Some(var) = expr.get("Var") {
        return text(&var["value"]);
    }
    if let Some(dot) = expr.get("RefDot") {
        return format!("{}.{}", name(&dot["refr"]), text(&dot["field"][1]));
    }
    let Some(brack) = expr.get("RefBrack") else { return String::new() };
    let index = brack["index"].get("String").map(|key| text(&key["value"]));
    let base = name(&brack["refr"]);
    index.map_or(base.clone(), |key| format!("{base}.{key}"))
}

fn text(value: &Json) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// What is called anywhere below.
fn calls(tree: &Json, found: &mut BTreeSet<String>) {
    match tree {
        Json::Object(members) => {
            if let Some(call) = members.get("Call") {
                found.insert(name(&call["fcn"]));
            }
            members.values().for_each(|inner| calls(inner, found));
        }
        Json::Array(items) => items.iter().for_each(|inner| calls(inner, found)),
        _ => {}
    }
}
