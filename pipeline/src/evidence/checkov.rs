//! Checkov's JSON: one report, or a list of them.

use super::collect::{Collector, Found, short};
use super::tree::{at, file, list, number, text};
use serde_json::Value;
use tm_compiler::evidence::Place;

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
            // Each says its own outcome, whatever list it stands in.
            match text(one, &["check_result", "result"]).to_ascii_uppercase().as_str() {
                "" | "PASSED" => collector.passed(scan, &names(one), place(one)),
                "FAILED" => failed(one, scan, collector),
                _ => collector.omitted(scan, &names(one), place(one), "checkov could not decide"),
            }
        }
        for one in list(results, "failed_checks") {
            failed(one, scan, collector);
        }
        for one in list(results, "skipped_checks") {
            collector.omitted(scan, &names(one), place(one), "the check was skipped");
        }
        for one in list(results, "parsing_errors") {
            let place = file(one.as_str().unwrap_or_default().trim_start_matches('/'), None);
            collector.omitted(scan, &[], place, "checkov could not read it");
        }
        counted(report, results, collector);
    }
}

fn failed(one: &Value, scan: usize, collector: &mut Collector) {
    let text = text(one, &["check_name"]);
    collector.found(scan, Found { names: names(one), text, place: place(one), ..Found::default() });
}

/// What the summary counts has to be there.
fn counted(report: &Value, results: &Value, collector: &mut Collector) {
    for (count, members) in [("failed", "failed_checks"), ("parsing_errors", "parsing_errors")] {
        let (said, listed) =
            (number(at(report, &["summary", count])).unwrap_or(0), list(results, members).len() as u64);
        if said > listed {
            collector.lose(&format!("what is counted and not listed: {said} {count}, {listed} of them listed"));
        }
    }
}

fn names(one: &Value) -> Vec<&str> {
    vec![text(one, &["check_id"]), text(one, &["bc_check_id"])]
}

fn place(one: &Value) -> Place {
    let path = ["repo_file_path", "file_path"].map(|key| text(one, &[key]));
    // Checkov's paths begin at the folder that it scanned, with a slash.
    let path = path.into_iter().find(|path| !path.is_empty()).unwrap_or_default().trim_start_matches('/');
    let first = at(one, &["file_line_range"]).and_then(|range| number(range.get(0)));
    Place { resource: short(text(one, &["resource"])), ..file(path, first) }
}
