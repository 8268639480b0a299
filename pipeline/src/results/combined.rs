//! The results of several packages as one: each function takes the packages' paths with what was made of each alone.

use serde_json::{Value, json};
use std::fmt::Write as _;

/// Annotations of one kind that a step may make.
const MOST: usize = 10;
/// Bytes of a summary: GitHub takes no more than a mebibyte.
const LARGEST: usize = 900_000;

/// A SARIF log with a run for each package.
pub fn sarif(parts: &[(&str, &str)]) -> String {
    let mut logs = read(parts);
    let runs: Vec<Value> = logs
        .iter_mut()
        .flat_map(|(path, log)| {
            let mut runs: Vec<Value> = log["runs"].as_array_mut().map(std::mem::take).unwrap_or_default();
            for run in &mut runs {
                // Runs of one log are told apart by this id.
                run["automationDetails"]["id"] = json!(format!("tm/{path}/"));
            }
            runs
        })
        .collect();
    let mut log = logs.into_iter().next().map_or_else(|| json!({ "version": "2.1.0" }), |(_, log)| log);
    log["runs"] = Value::Array(runs);
    format!("{log:#}\n")
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
