//! Checkov's JSON: one report, or a list of them.

use super::collect::{Collector, Found};
use super::tree::{at, line, list, number, text};
use serde_json::Value;

/// True for a list of reports.
pub(super) fn is_list(value: &Value) -> bool {
    value.as_array().is_some_and(|all| all.iter().any(|one| one.get("check_type").is_some()))
}

pub(super) fn read(document: &Value, collector: &mut Collector) {
    let scan = collector.scan("checkov", &["checkov"]);
    let reports = document.as_array().map_or(std::slice::from_ref(document), Vec::as_slice);
    for report in reports {
        let Some(results) = report.get("results") else {
            collector.skip("a report without results");
            continue;
        };
        for one in list(results, "passed_checks") {
            let id = text(one, &["check_id"]);
            if collector.ran(scan, &[id, text(one, &["bc_check_id"])]).is_none() && id.is_empty() {
                collector.skip("a check without an id");
            }
        }
        for one in list(results, "failed_checks") {
            failed(one, scan, collector);
        }
        for _ in list(results, "parsing_errors") {
            collector.skip("a file that checkov could not read");
        }
    }
}

fn failed(one: &Value, scan: usize, collector: &mut Collector) {
    let path = ["repo_file_path", "file_path"].map(|key| text(one, &[key]));
    // Checkov's paths begin at the folder that it scanned, with a slash.
    let path = path.into_iter().find(|path| !path.is_empty()).unwrap_or_default().trim_start_matches('/');
    let first = at(one, &["file_line_range"]).and_then(|range| number(range.get(0)));
    let code = if path.is_empty() { Vec::new() } else { vec![line(path, first)] };
    let names = vec![text(one, &["check_id"]), text(one, &["bc_check_id"])];
    let resource = text(one, &["resource"]);
    collector.found(scan, Found { names, text: text(one, &["check_name"]), code, resource, ..Found::default() });
}
