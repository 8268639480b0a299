//! Annotations of GitHub's workflows: lines that a runner takes from the output of a step.

use super::{Choice, step, told};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use tm_compiler::analysis::is_finding;
use tm_compiler::document::{Document, Location};

/// Annotations of one kind that a step may make; what is more is dropped by the runner, so it is not sent.
const MOST: usize = 10;
/// Characters of a message.
const LONGEST: usize = 4_000;

/// What speaks against passing as errors, other threats by their risk as warnings and notices, diagnostics as they are.
pub fn annotations(document: &Document) -> String {
    let mut sheet = Sheet::default();
    let gate = &document.summary.gate;
    let messages: BTreeMap<&str, &str> =
        document.threats.iter().map(|threat| (threat.id.as_str(), threat.message.as_str())).collect();
    let mut failing: BTreeSet<&str> = BTreeSet::new();
    for one in gate.against.iter().filter(|one| one.kind != "error") {
        failing.insert(&one.subject);
        let message = messages.get(one.subject.as_str());
        let text = message.map_or_else(|| one.text.clone(), |message| format!("{message} ({})", one.text));
        sheet.add("error", &one.location, &one.subject, &text);
    }
    for one in &gate.weaker {
        sheet.add("notice", &Location::default(), "guards or weighs less than before", one);
    }
    for one in &document.diagnostics {
        let told = is_finding(&one.code);
        let kind = match one.severity.as_str() {
            "error" if told && gate.fails() => continue,
            "error" => "error",
            "warning" => "warning",
            _ => "notice",
        };
        let text = if one.help.is_empty() { one.message.clone() } else { format!("{}\n{}", one.message, one.help) };
        sheet.add(kind, &one.location, &one.code, &text);
    }
    for one in document.policy_findings.iter().filter(|one| one.level == "warn") {
        let title = format!("{}.{}", one.package, one.rule);
        sheet.add("warning", &one.location.clone().unwrap_or_default(), &title, &one.message);
    }
    for threat in told(document, Choice { omit_decided: true, ..Choice::default() }) {
        if threat.standing != "known" && !failing.contains(threat.id.as_str()) {
            let kind = if step(&threat.residual) >= 3 { "warning" } else { "notice" };
            let title = format!("{} ({})", threat.id, threat.residual.title);
            sheet.add(kind, &threat.location, &title, &threat.message);
        }
    }
    sheet.finish()
}

#[derive(Default)]
struct Sheet {
    out: String,
    counts: [usize; 3],
}

impl Sheet {
    fn add(&mut self, kind: &str, location: &Location, title: &str, text: &str) {
        let at = ["error", "warning", "notice"].iter().position(|known| *known == kind).unwrap_or(2);
        self.counts[at] += 1;
        if self.counts[at] > MOST {
            return;
        }
        let place = match location.file.is_empty() || location.embedded {
            true => String::new(),
            false => format!(
                "file={},line={},endLine={},col={},endColumn={},",
                property(&location.file),
                location.line,
                location.end_line.max(location.line),
                location.column,
                location.end_column.max(location.column),
            ),
        };
        let text: String = text.chars().take(LONGEST).collect();
        let _ = writeln!(self.out, "::{kind} {place}title={}::{}", property(title), data(&text));
    }

    fn finish(mut self) -> String {
        let more: usize = self.counts.iter().map(|count| count.saturating_sub(MOST)).sum();
        if more > 0 {
            let _ = writeln!(self.out, "{more} more are not shown: GitHub takes {MOST} of each kind");
        }
        self.out
    }
}

/// A log is shown on terminals, too: what a model or a scanner says must not steer them.
fn data(text: &str) -> String {
    let steers = |c: char| super::turns(c) || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
    let text: String = text.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).collect();
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
