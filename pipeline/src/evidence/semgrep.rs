//! Semgrep's own JSON. It lists findings; which rules ran it says only when it was asked for times.

use super::collect::{Collector, Found};
use super::tree::{at, file, line, list, number, text};
use serde_json::Value;
use tm_compiler::evidence::Place;

/// Why files are not scanned, of which the rules say something all the same.
const LOST: &[&str] = &["analysis_failed", "exceeded_size_limit", "too_many_matches", "minified"];

/// True for a document of Semgrep.
pub(super) fn is_report(value: &Value) -> bool {
    let results = value.get("results").is_some_and(Value::is_array);
    let named = list(value, "results").iter().any(|one| one.get("check_id").is_some() && one.get("path").is_some());
    results && (named || ["errors", "paths", "interfile_languages_used"].iter().any(|key| value.get(key).is_some()))
}

pub(super) fn read(document: &Value, collector: &mut Collector) {
    let scan = collector.scan("semgrep", &["semgrep"]);
    for rule in at(document, &["time"]).map(|time| list(time, "rules")).unwrap_or_default() {
        collector.listed(scan, &names(rule.as_str().unwrap_or_else(|| text(rule, &["id"]))));
    }
    for one in list(document, "results") {
        let names = names(text(one, &["check_id"]));
        let place = file(text(one, &["path"]), number(at(one, &["start", "line"])));
        if at(one, &["extra", "is_ignored"]) == Some(&Value::Bool(true)) {
            collector.omitted(scan, &names, place, "a finding that a comment in the code suppresses");
        } else {
            collector.found(scan, Found { names, text: text(one, &["extra", "message"]), place, ..Found::default() });
        }
    }
    for one in list(document, "errors") {
        let place = file(text(one, &["path"]), None);
        collector.omitted(scan, &[], place, "semgrep could not get through a file or a rule");
    }
    for one in list(document, "skipped_rules") {
        collector.omitted(scan, &names(text(one, &["rule_id"])), Place::default(), "the rule was skipped");
    }
    paths(document.get("paths").unwrap_or(&Value::Null), scan, collector);
}

fn paths(paths: &Value, scan: usize, collector: &mut Collector) {
    for one in list(paths, "scanned").iter().filter_map(Value::as_str) {
        collector.scanned(scan, line(one, None));
    }
    for one in list(paths, "skipped") {
        let why = text(one, &["reason"]);
        if LOST.iter().any(|start| why.starts_with(start)) {
            collector.omitted(scan, &[], file(text(one, &["path"]), None), "semgrep did not get through it");
        } else {
            collector.skip("a file that semgrep was told to leave out");
        }
    }
}

/// The whole id begins with the folder of the rule; its last part is the name that people use.
fn names(id: &str) -> Vec<&str> {
    vec![id, id.rsplit('.').next().unwrap_or_default()]
}
