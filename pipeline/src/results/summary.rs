//! A summary in Markdown: what a job shows on its page.

use super::{Choice, ticked, told};
use std::fmt::Write as _;
use tm_compiler::document::{Document, Threat};
use tm_compiler::emit::escape::{markdown as escaped, markdown_code as code};

/// Rows of a table.
const MOST: usize = 20;

/// The verdict, what speaks against passing, the threats with the highest risk, and what to ask.
pub fn summary(document: &Document) -> String {
    let model = &document.model;
    let title = if model.title.is_empty() { &model.name } else { &model.title };
    let mut out = format!(
        "## Threat model{}\n\n",
        if title.is_empty() { String::new() } else { format!(": {}", escaped(title)) }
    );
    verdict(&mut out, document);
    counts(&mut out, document);
    let threats: Vec<&Threat> = told(document, Choice { omit_decided: true, ..Choice::default() }).collect();
    table(&mut out, &threats);
    questions(&mut out, document);
    out
}

fn verdict(out: &mut String, document: &Document) {
    let gate = &document.summary.gate;
    let _ = match gate.verdict.as_str() {
        "fail" => writeln!(out, "❌ **Does not pass**: {}.\n", escaped(&gate.reasons.join(", "))),
        "pass" => writeln!(out, "✅ **Passes.**\n"),
        _ => writeln!(out, "**No verdict**: the model states no appetite.\n"),
    };
    for one in gate.against.iter().take(MOST) {
        let _ = writeln!(out, "- {}: {}", code(&one.subject), ticked(&one.text));
    }
    if gate.against.len() > MOST {
        let _ = writeln!(out, "- … and {} more", gate.against.len() - MOST);
    }
    if !gate.against.is_empty() {
        out.push('\n');
    }
    weaker(out, &gate.weaker);
}

/// Facts that speak against nothing, and of which a reviewer should know.
fn weaker(out: &mut String, facts: &[String]) {
    if facts.is_empty() {
        return;
    }
    out.push_str("Guards or weighs less than before; who reviews the change should know why:\n\n");
    for one in facts.iter().take(MOST) {
        let _ = writeln!(out, "- {}", ticked(one));
    }
    if facts.len() > MOST {
        let _ = writeln!(out, "- … and {} more", facts.len() - MOST);
    }
    out.push('\n');
}

fn counts(out: &mut String, document: &Document) {
    let summary = &document.summary;
    let all = [
        ("Open", summary.open),
        ("Planned", summary.planned),
        ("Mitigated", summary.mitigated),
        ("Accepted", summary.accepted),
        ("Transferred", summary.transferred),
        ("Dismissed", summary.dismissed),
        ("Possible", summary.possible),
    ];
    let cells = |cell: &dyn Fn(&(&str, usize)) -> String| all.iter().map(cell).collect::<Vec<_>>().join(" | ");
    let _ = writeln!(out, "| {} |", cells(&|(name, _)| (*name).to_owned()));
    let _ = writeln!(out, "| {} |", cells(&|_| "--:".to_owned()));
    let _ = writeln!(out, "| {} |\n", cells(&|(_, number)| number.to_string()));
}

fn table(out: &mut String, threats: &[&Threat]) {
    if threats.is_empty() {
        return;
    }
    out.push_str("| Risk | Threat | Where |\n| --- | --- | --- |\n");
    for threat in threats.iter().take(MOST) {
        let standing = match threat.standing.as_str() {
            "" | "known" => String::new(),
            other => format!(" ({other})"),
        };
        let standing = match threat.gates_from.as_str() {
            "" => standing,
            release => format!("{standing} (counts from library {release} on)"),
        };
        let place = format!("{}:{}", threat.location.file, threat.location.line);
        let (risk, id) = (escaped(&threat.residual.title), code(&threat.id));
        let _ = writeln!(out, "| {risk}{standing} | {id}<br>{} | {} |", ticked(&threat.message), code(&place));
    }
    if threats.len() > MOST {
        let _ = writeln!(out, "\n… and {} more.", threats.len() - MOST);
    }
    out.push('\n');
}

fn questions(out: &mut String, document: &Document) {
    if document.questions.is_empty() {
        return;
    }
    out.push_str("What would settle most:\n\n");
    for question in document.questions.iter().take(3) {
        let id = format!("{}.{}", question.subject, question.property);
        let _ = writeln!(out, "- {} {}", code(&id), ticked(&question.text));
    }
}
