//! `tm test`: the tests of a package, and what they leave untried.

use super::{argument, files, first_error, tally};
use crate::args::Test;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::progress::Progress;
use crate::terminal::diagnostics::Renderer;
use crate::terminal::style::{Ink, Style};
use crate::terminal::summary;
use crate::terminal::text::{clean, count, wrap};
use std::fmt::Write as _;
use tm_compiler::diagnostic::{Diagnostic, Severity};
use tm_compiler::{Outcome, TestReport, run_tests};

pub(super) fn run(args: &Test, console: &mut Console) -> Result<Exit, Failure> {
    let files = files(&args.model)?;
    let report = {
        let _progress = Progress::start(console, "testing");
        run_tests(&files)
    };
    let style = console.style;
    let broken: Vec<Diagnostic> =
        report.analysis.diagnostics().iter().filter(|one| one.severity == Severity::Error).cloned().collect();
    let invalid = report.analysis.outcome() == Outcome::Invalid;
    let mut out = String::new();
    if invalid {
        let mut renderer = Renderer::new(report.analysis.sources(), style, console.width);
        out.push_str(&renderer.list(&broken, false));
        out.push_str(&tally(&broken, style));
        console.print(&(out + &first_error(&broken, style)));
        return Ok(Exit::Invalid);
    }
    results(&mut out, &report, style, console.width);
    coverage(&mut out, &report, args.coverage, style, console.width);
    let failed = report.results.iter().filter(|result| !result.failures.is_empty()).count();
    out.push_str(&ending(&report, failed, &argument(&args.model.path), style));
    console.print(&out);
    Ok(if failed > 0 { Exit::Findings } else { Exit::Clean })
}

/// The tests that failed, each with what it expected.
fn results(out: &mut String, report: &TestReport, style: Style, width: usize) {
    let mut renderer = Renderer::new(&report.sources, style, width);
    for result in report.results.iter().filter(|result| !result.failures.is_empty()) {
        let place = format!("{}:{}", result.location.file, result.location.line);
        let _ = writeln!(
            out,
            "{} {}  {}",
            style.paint(Ink::Error, "✗"),
            style.paint(Ink::Strong, &clean(&result.name)),
            style.paint(Ink::Quiet, &clean(&place)),
        );
        out.push_str(&renderer.list(&result.failures, false));
    }
}

fn coverage(out: &mut String, report: &TestReport, all: bool, style: Style, width: usize) {
    let lists = [
        (&report.silent_rules, "rule is never fired by a test", "rules are never fired by a test"),
        (&report.loud_rules, "rule is never expected to be silent", "rules are never expected to be silent"),
        (&report.unread_properties, "property is read by no rule", "properties are read by no rule"),
        (&report.idle_controls, "control mitigates nothing", "controls mitigate nothing"),
    ];
    if all && !report.results.is_empty() && lists.iter().all(|(names, ..)| names.is_empty()) {
        out.push_str("every rule is tried both ways, every property is read, every control mitigates something\n");
    }
    for (names, one, many) in lists.iter().filter(|(names, ..)| !names.is_empty()) {
        let more = if all { ":" } else { " (`--coverage` lists them)" };
        let head = format!("{}{more}", count(names.len(), one, many));
        let _ = writeln!(out, "{}", style.paint(Ink::Warning, &head));
        if all {
            for line in wrap(&clean(&names.join("  ")), width.saturating_sub(2)) {
                let _ = writeln!(out, "  {line}");
            }
        }
    }
}

fn ending(report: &TestReport, failed: usize, path: &str, style: Style) -> String {
    let passed = report.results.len() - failed;
    if report.results.is_empty() {
        let text = "no test: write `test \"…\" { … }` in a file whose name ends in `.test.tm`\n";
        return format!("{text}{}", summary::next(&format!("tm check{path}"), "lists the threats", style));
    }
    let passed = style
        .paint(if failed == 0 { Ink::Good } else { Ink::Quiet }, &format!("{} passed", count(passed, "test", "tests")));
    let failures =
        if failed == 0 { String::new() } else { format!(", {}", style.paint(Ink::Error, &format!("{failed} failed"))) };
    let next = if failed == 0 {
        summary::next(&format!("tm check{path}"), "lists the threats", style)
    } else {
        summary::next(&format!("tm test{path}"), "after a change, runs them again", style)
    };
    format!("{passed}{failures}\n{next}")
}
