//! Semgrep's own JSON. It lists findings; which rules ran it says only when it was asked for times.

use super::collect::{Collector, Found};
use super::tree::{at, file, line, list, number, text};
use serde_json::Value;
use tm_compiler::evidence::Place;

/// Why files are passed over of which no rule would say anything.
const NOTHING: &[&str] = &["always_skipped", "binary", "irrelevant_rule", "nonexistent_file", "wrong_language"];

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
    if paths.get("scanned").and_then(Value::as_array).is_some_and(Vec::is_empty) {
        collector.omitted(scan, &[], Place::default(), "semgrep looked at no file");
    }
    for one in list(paths, "scanned").iter().filter_map(Value::as_str) {
        collector.scanned(scan, line(one, None));
    }
    for one in list(paths, "skipped") {
        let why = text(one, &["reason"]);
        if NOTHING.contains(&why) {
            collector.skip("a file about which no rule of semgrep says anything");
            continue;
        }
        let told = if is_told(why) { "semgrep was told to leave it out" } else { "semgrep did not get through it" };
        collector.omitted(scan, &[], left_out(text(one, &["path"])), told);
    }
}

/// True for reasons that people give, in a list of what to ignore or on the command line.
fn is_told(why: &str) -> bool {
    ["patterns_match", "flags_match", "flags_do_not_match", "dotfile", "by_config"].iter().any(|end| why.ends_with(end))
}

/// A file, or a folder: with a slash behind it, as all in it is meant.
fn left_out(path: &str) -> Place {
    let is_folder = !path.is_empty() && path.rsplit('/').next().is_some_and(|last| !last.contains('.'));
    if is_folder { file(&format!("{}/", path.trim_end_matches('/')), None) } else { file(path, None) }
}

/// The whole id begins with the folder of the rule; its last part is the name that people use.
fn names(id: &str) -> Vec<&str> {
    vec![id, id.rsplit('.').next().unwrap_or_default()]
}
