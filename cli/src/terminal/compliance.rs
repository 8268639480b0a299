//! The report on a regime for people.

use super::style::{Ink, Style};
use super::text::{clean, count, pad, width, wrap};
use super::threats::Page;
use std::fmt::Write as _;
use tm_compiler::document::{Fact, Regime, Requirement, RequirementPlace};

/// Where the texts of a requirement begin, behind its status.
const COLUMN: usize = 15;
/// The least room in which reasons stand beside a place.
const LEAST: usize = 36;

/// A regime: each requirement with its places, then what is missing and what is not judged.
pub fn render(regime: &Regime, page: Page) -> String {
    let style = page.style;
    let declared = if regime.declared { "" } else { ", which the model does not declare" };
    let mut out =
        format!("{}  {}\n\n", style.paint(Ink::Strong, &clean(&regime.title)), standing(regime, declared, style));
    for requirement in &regime.requirements {
        one(&mut out, requirement, page);
    }
    further(&mut out, regime, page);
    if !regime.missing.is_empty() {
        let _ = writeln!(out, "{}", style.paint(Ink::Strong, "State first"));
        paragraph(&mut out, &regime.missing.join(", "), 2, page);
        out.push('\n');
    }
    if !regime.unjudged.is_empty() {
        let many = count(regime.unjudged.len(), "entry of its catalogue is", "entries of its catalogue are");
        let text = format!("{many} not judged: a model does not show them. `--format markdown` lists them.");
        paragraph(&mut out, &text, 0, page);
    }
    out
}

/// How many requirements fare how.
fn standing(regime: &Regime, declared: &str, style: Style) -> String {
    let words = ["met", "planned", "open", "unknown", "not applicable"];
    let number = |word: &str| regime.requirements.iter().filter(|one| one.status == word).count();
    let some = words.iter().map(|word| (number(word), word)).filter(|(number, _)| *number > 0);
    let parts: Vec<String> = some.map(|(number, word)| style.paint(ink(word), &format!("{number} {word}"))).collect();
    format!("{}{declared}", parts.join(", "))
}

fn ink(status: &str) -> Ink {
    match status {
        "met" => Ink::Good,
        "open" => Ink::Error,
        "planned" | "unknown" => Ink::Warning,
        _ => Ink::Quiet,
    }
}

fn one(out: &mut String, requirement: &Requirement, page: Page) {
    let style = page.style;
    let status = style.paint(ink(&requirement.status), &pad(&requirement.status, 14));
    let _ = writeln!(out, "{status} {}", style.paint(Ink::Strong, &clean(&requirement.title)));
    for reference in &requirement.references {
        let text = format!("{}  {}", reference.id, reference.title);
        for line in wrap(&clean(&text), page.width.saturating_sub(COLUMN)) {
            let _ = writeln!(out, "{}{}", " ".repeat(COLUMN), style.paint(Ink::Quiet, line.trim_end()));
        }
    }
    let column = requirement.places.iter().map(|place| width(&clean(&place.element))).max().unwrap_or(0).min(32);
    for place in &requirement.places {
        let status = style.paint(ink(&place.status), &pad(&place.status, 8));
        let head = format!("{}{} {status}", " ".repeat(COLUMN), pad(&clean(&place.element), column));
        out.push_str(&beside(&head, COLUMN + column + 9, &clean(&why(place, requirement)), page.width));
    }
    out.push('\n');
}

/// A text beside a head that is so wide, or below it where there is no room.
fn beside(head: &str, wide: usize, text: &str, width: usize) -> String {
    let below = wide + 1 + LEAST > width;
    let indent = if below { COLUMN + 2 } else { wide + 1 };
    let gap = if below { format!("\n{}", " ".repeat(indent)) } else { " ".to_owned() };
    let lines = wrap(text, width.saturating_sub(indent)).join(&format!("\n{}", " ".repeat(indent)));
    let line = if lines.is_empty() { head.to_owned() } else { format!("{head}{gap}{lines}") };
    format!("{}\n", line.trim_end())
}

/// What meets a requirement in a place, or what is missing.
fn why(place: &RequirementPlace, requirement: &Requirement) -> String {
    let controls = place.controls.iter().map(|one| {
        let evidence =
            if one.verified_by.is_empty() { String::new() } else { format!(", {}", one.verified_by.join(", ")) };
        format!("{} ({}{evidence}) {}:{}", one.title, one.status, one.location.file, one.location.line)
    });
    let because = place.because.iter().filter(|_| place.status == "unknown");
    let facts = because.chain(&place.facts).filter(|fact| (fact.origin == "unknown") == (place.status == "unknown"));
    let facts = facts.filter(|fact| fact.origin != "structure").map(shown);
    let parts: Vec<String> = controls.chain(facts).take(3).collect();
    if parts.is_empty() && place.status == "open" { lacking(requirement) } else { parts.join("; ") }
}

/// Of a requirement that only controls meet, where none of them stands.
fn lacking(requirement: &Requirement) -> String {
    const SHOWN: usize = 3;
    let known: Vec<&str> = requirement.helping.iter().map(String::as_str).take(SHOWN).collect();
    let more = if requirement.helping.len() > SHOWN { ", …" } else { "" };
    if known.is_empty() {
        String::new()
    } else {
        format!("no control for it stands there ({}{more})", known.join(", "))
    }
}

fn shown(fact: &Fact) -> String {
    format!("{}.{} = {}", fact.subject, fact.property, fact.value)
}

fn further(out: &mut String, regime: &Regime, page: Page) {
    if regime.further.is_empty() {
        return;
    }
    let _ = writeln!(out, "{}", page.style.paint(Ink::Strong, "Controls of this model also serve"));
    for one in &regime.further {
        let by: Vec<&str> = one.controls.iter().map(|id| id.rsplit('.').next().unwrap_or(id)).collect();
        paragraph(out, &format!("{} {}: {}", one.reference.id, one.reference.title, by.join(", ")), 2, page);
    }
    out.push('\n');
}

fn paragraph(out: &mut String, text: &str, indent: usize, page: Page) {
    for line in wrap(&clean(text), page.width.saturating_sub(indent)) {
        let _ = writeln!(out, "{}{line}", " ".repeat(indent));
    }
}
