//! Semgrep's own JSON. It lists findings; which rules ran it says only when it was asked for times.

use super::collect::{Collector, Found};
use super::tree::{at, line, list, number, text};
use serde_json::Value;

/// True for a document of Semgrep.
pub(super) fn is_report(value: &Value) -> bool {
    let results = value.get("results").is_some_and(Value::is_array);
    let named = list(value, "results").iter().any(|one| one.get("check_id").is_some() && one.get("path").is_some());
    results && (named || ["errors", "paths", "interfile_languages_used"].iter().any(|key| value.get(key).is_some()))
}

pub(super) fn read(document: &Value, collector: &mut Collector) {
    let scan = collector.scan("semgrep", &["semgrep"]);
    for rule in at(document, &["time"]).map(|time| list(time, "rules")).unwrap_or_default() {
        let id = rule.as_str().unwrap_or_else(|| text(rule, &["id"]));
        collector.ran(scan, &names(id));
    }
    for one in list(document, "results") {
        let id = text(one, &["check_id"]);
        let ignored = at(one, &["extra", "is_ignored"]) == Some(&Value::Bool(true));
        if ignored && !id.is_empty() {
            collector.ran(scan, &names(id));
            continue;
        }
        let path = text(one, &["path"]);
        let code = if path.is_empty() { Vec::new() } else { vec![line(path, number(at(one, &["start", "line"])))] };
        collector
            .found(scan, Found { names: names(id), text: text(one, &["extra", "message"]), code, ..Found::default() });
    }
    for _ in list(document, "errors") {
        collector.lose("a file or a rule that semgrep could not get through");
    }
}

/// The whole id begins with the folder of the rule; its last part is the name that people use.
fn names(id: &str) -> Vec<&str> {
    vec![id, id.rsplit('.').next().unwrap_or_default()]
}
