//! A proof for people: conditions, the facts that decided them, and where each fact was written.

use super::markdown;
use super::style::{Ink, Style, meter};
use super::text::{clean, cut, pad, width, wrap};
use super::threats::Page;
use std::fmt::Write as _;
use tm_compiler::document::{Fact, ProofStep, Reference, Risk, RiskMethod, Threat};
use tm_compiler::explain::Explanation;

/// An explanation on a page.
pub fn render(explanation: &Explanation, method: &RiskMethod, page: Page) -> String {
    let style = page.style;
    let mut out = format!(
        "{}  {}\n",
        style.paint(Ink::Strong, &clean(&explanation.id)),
        style.paint(Ink::Quiet, &clean(&explanation.title)),
    );
    paragraph(&mut out, &explanation.summary, 0, page);
    if !explanation.doc.is_empty() {
        let _ = write!(out, "\n{}", markdown::render(&explanation.doc, style, page.width));
    }
    if !explanation.proof.is_empty() {
        section(&mut out, "Why", style);
        for step in &explanation.proof {
            let condition = explanation.conditions.get(step.condition);
            proof_step(&mut out, condition.map_or("", |condition| &condition.text), step, page);
        }
    }
    if let Some(threat) = &explanation.threat {
        section(&mut out, "Risk", style);
        risk(&mut out, threat, method, style);
        levels(&mut out, explanation, method, page);
        controls(&mut out, threat, page);
        fixes(&mut out, threat, page);
    }
    references(&mut out, &explanation.references, page);
    if !explanation.next.is_empty() {
        section(&mut out, "What can be done", style);
        for step in &explanation.next {
            advice(&mut out, step, page);
        }
    }
    out
}

fn section(out: &mut String, title: &str, style: Style) {
    let _ = writeln!(out, "\n{}", style.paint(Ink::Strong, title));
}

fn paragraph(out: &mut String, text: &str, indent: usize, page: Page) {
    for line in wrap(&clean(text), page.width.saturating_sub(indent)) {
        let _ = writeln!(out, "{}{line}", " ".repeat(indent));
    }
}

fn item(out: &mut String, text: &str, page: Page) {
    for (index, line) in wrap(&clean(text), page.width.saturating_sub(4)).iter().enumerate() {
        let _ = writeln!(out, "  {} {line}", if index == 0 { "•" } else { " " });
    }
}

/// What can be done; what is to be typed stands on lines of its own.
fn advice(out: &mut String, text: &str, page: Page) {
    let typed = text.split_once(": `").and_then(|(what, typed)| Some((what, typed.strip_suffix('`')?)));
    let Some((what, typed)) = typed else {
        return item(out, text, page);
    };
    item(out, what, page);
    for line in wrap(&clean(typed), page.width.saturating_sub(6)) {
        let _ = writeln!(out, "      {}", page.style.paint(Ink::Typed, &line));
    }
}

/// A condition with its outcome, and below it what decided it.
fn proof_step(out: &mut String, condition: &str, step: &ProofStep, page: Page) {
    let style = page.style;
    let (mark, ink) = match step.outcome.as_str() {
        "true" => ("✓", Ink::Good),
        "false" => ("✗", Ink::Error),
        _ => ("?", Ink::Warning),
    };
    for (index, line) in wrap(&clean(condition), page.width.saturating_sub(4)).iter().enumerate() {
        let mark = if index == 0 { style.paint(ink, mark) } else { " ".to_owned() };
        let _ = writeln!(out, "  {mark} {}", style.paint(Ink::Typed, line));
    }
    if !step.witnesses.is_empty() {
        paragraph(out, &format!("with {}", step.witnesses.join(", ")), 6, page);
    }
    facts(out, &step.facts, page);
    if !step.path.is_empty() {
        paragraph(out, &format!("path: {}", step.path.join(" → ")), 6, page);
    }
}

/// Facts in columns: what, its value, where from.
fn facts(out: &mut String, facts: &[Fact], page: Page) {
    let names: Vec<String> = facts.iter().map(|fact| clean(&format!("{}.{}", fact.subject, fact.property))).collect();
    let half = page.width / 2;
    let name = names.iter().map(|name| width(name)).max().unwrap_or(0).min(half);
    let value = facts.iter().map(|fact| width(&fact.value)).max().unwrap_or(0).min(24);
    for (fact, text) in facts.iter().zip(&names) {
        let place = fact.location.as_ref().map(|at| format!(", {}:{}", at.file, at.line));
        let origin = clean(&format!("{}{}", fact.origin_text, place.unwrap_or_default()));
        let line = format!("      {} = {}", pad(text, name), pad(&cut(&clean(&fact.value), 40), value));
        let room = page.width.saturating_sub(width(&line) + 2);
        if width(&origin) <= room {
            let _ = writeln!(out, "{line}  {}", page.style.paint(Ink::Quiet, &origin));
        } else {
            let _ = writeln!(out, "{}", line.trim_end());
            for part in wrap(&origin, page.width.saturating_sub(8)) {
                let _ = writeln!(out, "        {}", page.style.paint(Ink::Quiet, &part));
            }
        }
    }
}

fn risk(out: &mut String, threat: &Threat, method: &RiskMethod, style: Style) {
    let rows = [
        ("inherent", &threat.inherent, "no control"),
        ("residual", &threat.residual, "what is implemented"),
        ("target", &threat.target, "what is planned, too"),
    ];
    let shown = rows.iter().enumerate().filter(|(index, (_, risk, _))| {
        *index == 0
            || rows.get(index - 1).is_some_and(|(_, before, _)| {
                before.range != risk.range || before.likelihood != risk.likelihood || before.impact != risk.impact
            })
    });
    let range = |risk: &Risk| clean(&method.risk_title(&risk.range));
    let level = rows.iter().map(|(_, risk, _)| width(&range(risk))).max().unwrap_or(0);
    for (_, (name, risk, with)) in shown {
        let (likelihood, impact) = (method.likelihood_title(&risk.likelihood), method.impact_title(&risk.impact));
        let how = format!("likelihood {likelihood}, impact {impact} · {with}");
        let shown = format!("{} {}", meter(risk.tone), pad(&range(risk), level));
        let _ = writeln!(
            out,
            "  {} {}  {}",
            pad(name, 8),
            style.paint(Ink::Tone(risk.tone), &shown),
            style.paint(Ink::Quiet, &clean(&how)),
        );
    }
}

/// What made the likelihood and the impact, where facts had a say.
fn levels(out: &mut String, explanation: &Explanation, method: &RiskMethod, page: Page) {
    for step in explanation.threat.iter().flat_map(|threat| &threat.levels) {
        let (of, level) = match step.of.as_str() {
            "impact" => (&explanation.impact, method.impact_title(&step.level)),
            _ => (&explanation.likelihood, method.likelihood_title(&step.level)),
        };
        let written = of.as_ref().map_or("", |written| &written.text);
        let default = if step.assumed { ", which rests on a default" } else { "" };
        item(out, &format!("{} {level}{default}: {written}", step.of), page);
        facts(out, &step.facts, page);
    }
}

fn controls(out: &mut String, threat: &Threat, page: Page) {
    if threat.controls.is_empty() {
        return;
    }
    section(out, "Controls", page.style);
    for control in &threat.controls {
        let place = format!("{}:{}", control.location.file, control.location.line);
        let text = format!(
            "{}, {}: takes {:.0}% off the {} ({place})",
            control.title,
            control.status,
            control.strength * 100.0,
            control.reduces,
        );
        item(out, &text, page);
    }
}

fn references(out: &mut String, references: &[Reference], page: Page) {
    if references.is_empty() {
        return;
    }
    section(out, "See also", page.style);
    for one in references {
        item(out, format!("{}  {}", one.id, one.title).trim_end(), page);
    }
}

fn fixes(out: &mut String, threat: &Threat, page: Page) {
    if threat.fixes.is_empty() {
        return;
    }
    section(out, "If it is so already, state it", page.style);
    for fix in &threat.fixes {
        item(out, &format!("{}: {}", fix.title, fix.edits.join("; ")), page);
    }
}
