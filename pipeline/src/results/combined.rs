//! The results of several packages as one: each function takes the packages' paths with what was made of each alone.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Annotations of one kind that a step may make.
const MOST: usize = 10;
/// Bytes of a summary: GitHub takes no more than a mebibyte.
const LARGEST: usize = 900_000;

/// A SARIF log of one run for all packages: code hosts take few runs in a file, and many results in a run.
pub fn sarif(parts: &[(&str, &str)]) -> String {
    let mut logs = read(parts);
    let mut all = Run::default();
    for (path, log) in &mut logs {
        for run in log["runs"].as_array_mut().into_iter().flatten() {
            all.add(path, run);
        }
    }
    let mut log = logs.into_iter().next().map_or_else(|| json!({ "version": "2.1.0" }), |(_, log)| log);
    log["runs"] = json!([all.finish()]);
    format!("{log:#}\n")
}

/// Results of one run; code hosts show no more.
const MOST_RESULTS: usize = 5_000;

/// The runs of several packages, as one.
#[derive(Default)]
struct Run {
    /// The first run, which gives what all have in common.
    first: Option<Value>,
    rules: Vec<Value>,
    at: BTreeMap<String, usize>,
    taxonomies: BTreeMap<String, Value>,
    results: Vec<Value>,
    notes: Vec<Value>,
    failed: bool,
}

impl Run {
    fn add(&mut self, path: &str, run: &mut Value) {
        for rule in taken(&mut run["tool"]["driver"]["rules"]) {
            let id = rule["id"].as_str().unwrap_or_default().to_owned();
            if !self.at.contains_key(&id) {
                self.at.insert(id, self.rules.len());
                self.rules.push(rule);
            }
        }
        for taxonomy in taken(&mut run["taxonomies"]) {
            self.taxonomy(taxonomy);
        }
        for mut result in taken(&mut run["results"]) {
            let at = self.at.get(result["ruleId"].as_str().unwrap_or_default()).copied();
            result["ruleIndex"] = json!(at.unwrap_or_default());
            // Packages of the same name would have the same fingerprints.
            let print = &mut result["partialFingerprints"]["primaryLocationLineHash"];
            let old = print.as_str().unwrap_or_default();
            *print = json!(format!("{}:1", super::hash(&format!("{path} {old}"))));
            self.results.push(result);
        }
        for mut invocation in taken(&mut run["invocations"]) {
            self.failed |= invocation["executionSuccessful"] == json!(false);
            self.notes.append(&mut taken(&mut invocation["toolExecutionNotifications"]));
        }
        self.first.get_or_insert_with(|| run.take());
    }

    /// The entries of a catalogue, those of other packages too.
    fn taxonomy(&mut self, mut taxonomy: Value) {
        let name = taxonomy["name"].as_str().unwrap_or_default().to_owned();
        let Some(known) = self.taxonomies.get_mut(&name) else {
            self.taxonomies.insert(name, taxonomy);
            return;
        };
        let mut taxa = taken(&mut known["taxa"]);
        for taxon in taken(&mut taxonomy["taxa"]) {
            if !taxa.iter().any(|one| one["id"] == taxon["id"]) {
                taxa.push(taxon);
            }
        }
        known["taxa"] = Value::Array(taxa);
    }

    fn finish(mut self) -> Value {
        let weight = |result: &Value| {
            let level = ["error", "warning", "note"].iter().position(|level| result["level"] == **level).unwrap_or(3);
            (level, std::cmp::Reverse(result["rank"].as_f64().unwrap_or(0.0) as u64))
        };
        if self.results.len() > MOST_RESULTS {
            let left_out = self.results.len() - MOST_RESULTS;
            self.results.sort_by_key(weight);
            self.results.truncate(MOST_RESULTS);
            let text = format!("{left_out} results of the lowest risk are left out: a run holds {MOST_RESULTS}.");
            self.notes.push(json!({ "level": "warning", "message": { "text": text } }));
        }
        let mut run = self.first.unwrap_or_else(|| json!({ "tool": { "driver": { "name": "tm" } } }));
        let names = self.taxonomies.keys().enumerate().map(|(at, name)| json!({ "name": name, "index": at }));
        run["tool"]["driver"]["supportedTaxonomies"] = names.collect();
        run["tool"]["driver"]["rules"] = Value::Array(self.rules);
        run["taxonomies"] = self.taxonomies.into_values().collect();
        run["results"] = Value::Array(self.results);
        run["automationDetails"] = json!({ "id": "tm/" });
        let mut invocation = json!({ "executionSuccessful": !self.failed });
        if !self.notes.is_empty() {
            invocation["toolExecutionNotifications"] = Value::Array(self.notes);
        }
        run["invocations"] = json!([invocation]);
        run
    }
}

/// The members of a list, which is empty from then on.
fn taken(list: &mut Value) -> Vec<Value> {
    list.as_array_mut().map(std::mem::take).unwrap_or_default()
}

/// GitLab's report of code quality.
pub fn code_quality(parts: &[(&str, &str)]) -> String {
    let issues = read(parts).into_iter().flat_map(|(path, issues)| {
        let mut issues = match issues {
            Value::Array(issues) => issues,
            _ => Vec::new(),
        };
        for issue in &mut issues {
            distinct(issue, "fingerprint", path);
        }
        issues
    });
    format!("{:#}\n", Value::Array(issues.collect()))
}

/// GitLab's report of security testing.
pub fn sast(parts: &[(&str, &str)]) -> String {
    let mut reports = read(parts);
    let mut all = Vec::new();
    for (path, report) in &mut reports {
        let mut found = report["vulnerabilities"].as_array_mut().map(std::mem::take).unwrap_or_default();
        for one in &mut found {
            let id = one["id"].as_str().unwrap_or_default();
            one["id"] = json!(super::uuid(&super::hash(&format!("{path} {id}"))));
        }
        all.append(&mut found);
    }
    let mut report = reports.into_iter().next().map_or_else(|| json!({}), |(_, report)| report);
    report["vulnerabilities"] = Value::Array(all);
    format!("{report:#}\n")
}

/// Packages of the same name would have the same fingerprints.
fn distinct(value: &mut Value, name: &str, path: &str) {
    let old = value[name].as_str().unwrap_or_default();
    value[name] = json!(super::hash(&format!("{path} {old}")));
}

fn read<'a>(parts: &[(&'a str, &str)]) -> Vec<(&'a str, Value)> {
    parts.iter().filter_map(|(path, part)| Some((*path, serde_json::from_str(part).ok()?))).collect()
}

/// JUnit's XML: the suites of all packages, each called after its own.
pub fn junit(parts: &[(&str, &str)]) -> String {
    let mut suites = String::new();
    for (path, part) in parts {
        let name = format!("<testsuite name=\"{} ", super::xml(path));
        for line in part.lines().filter(|line| line.starts_with("  ")) {
            suites.push_str(&line.replacen("<testsuite name=\"", &name, 1));
            suites.push('\n');
        }
    }
    let (tests, failures) = (suites.matches("<testcase ").count(), suites.matches("<failure ").count());
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"tm\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n{suites}</testsuites>\n"
    )
}

/// Annotations, as many of each kind as a runner takes; errors of all packages come before warnings.
pub fn annotations(parts: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut more = 0;
    for kind in ["error", "warning", "notice"] {
        let start = format!("::{kind} ");
        let lines: Vec<&str> =
            parts.iter().flat_map(|(_, part)| part.lines()).filter(|line| line.starts_with(&start)).collect();
        for line in lines.iter().take(MOST) {
            let _ = writeln!(out, "{line}");
        }
        more += lines.len().saturating_sub(MOST);
    }
    if more > 0 {
        let _ = writeln!(out, "{more} more are not shown: GitHub takes {MOST} of each kind");
    }
    out
}

/// Summaries, one below the other.
pub fn summaries(parts: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut left_out = 0;
    for (_, part) in parts {
        if out.len() + part.len() > LARGEST {
            left_out += 1;
        } else {
            out.push_str(part);
            out.push('\n');
        }
    }
    if left_out > 0 {
        let _ = writeln!(out, "… and {left_out} more packages.");
    }
    out
}
