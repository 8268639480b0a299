//! The ranked list of threats that count.

use super::style::{Ink, Style, meter};
use super::text::{clean, count, pad, width, wrap};
use std::fmt::Write as _;
use tm_compiler::document::{Document, Threat};

/// Threats shown unless all are asked for; a list that is hardly longer is shown whole.
const MOST: usize = 10;
const SLACK: usize = 3;
/// Columns before the text of a threat: the meter and its level.
const METER: usize = 8;

/// How a list is laid out.
#[derive(Clone, Copy)]
pub struct Page {
    /// Colours.
    pub style: Style,
    /// Columns.
    pub width: usize,
    /// Nothing is left out.
    pub all: bool,
}

/// Threats that count, highest risk first; empty where there are none.
pub fn list(document: &Document, page: Page) -> String {
    let counting: Vec<&Threat> = document
        .threats
        .iter()
        .filter(|threat| threat.counts)
        .collect();
    if counting.is_empty() {
        return String::new();
    }
    let shown = if page.all || counting.len() <= MOST + SLACK {
        counting.len()
    } else {
        MOST
    };
    let level = counting
        .iter()
        .map(|threat| width(&threat.residual.title))
        .max();
    let mut out = format!(
        "{}\n\n",
        page.style.paint(Ink::Strong, "Threats, highest risk first")
    );
    for threat in counting.iter().take(shown) {
        out.push_str(&one(threat, page, level.unwrap_or(0)));
    }
    if let Some(rest) = counting.get(shown..).filter(|rest| !rest.is_empty()) {
        let _ = writeln!(out, "  {}", page.style.paint(Ink::Quiet, &more(rest)));
        out.push('\n');
    }
    out
}

/// One threat: meter, level, id, place; below it what it is about.
fn one(threat: &Threat, page: Page, level: usize) -> String {
    let style = page.style;
    let indent = METER + level + 2;
    let columns = page.width.saturating_sub(indent);
    let risk = format!(
        "{} {}",
        meter(threat.residual.tone),
        pad(&clean(&threat.residual.title), level)
    );
    let ink = Ink::Tone(threat.residual.tone);
    let id = clean(&threat.id);
    let place = format!("{}:{}", clean(&threat.location.file), threat.location.line);
    let gap = columns.saturating_sub(width(&id) + width(&place));
    let mut out = format!(
        "  {}  {}",
        style.paint(ink, &risk),
        style.paint(Ink::Strong, &id)
    );
    if gap >= 2 {
        let _ = write!(
            out,
            "{}{}",
            " ".repeat(gap),
            style.paint(Ink::Quiet, &place)
        );
    }
    out.push('\n');
    let lead = " ".repeat(indent);
    for line in wrap(&clean(&threat.message), columns) {
        let _ = writeln!(out, "{lead}{line}");
    }
    let mut tail = remarks(threat);
    if gap < 2 {
        tail.push(place);
    }
    if !tail.is_empty() {
        let _ = writeln!(out, "{lead}{}", style.paint(Ink::Quiet, &tail.join(" · ")));
    }
    out.push('\n');
    out
}

/// What is special about a threat; nothing for a definite and open one.
fn remarks(threat: &Threat) -> Vec<String> {
    let mut out = Vec::new();
    if threat.verdict == "assumed" {
        out.push("rests on a default".to_owned());
    }
    if threat.verdict == "possible" {
        out.push("possible: a fact is missing".to_owned());
    }
    if threat.status == "planned" {
        out.push(format!(
            "controls are planned, then {}",
            threat.target.title
        ));
    } else if threat.residual.rank < threat.inherent.rank {
        out.push(format!("{} without its controls", threat.inherent.title));
    }
    out
}

/// What is left out, by level.
fn more(rest: &[&Threat]) -> String {
    let mut levels: Vec<(&str, usize)> = Vec::new();
    for threat in rest {
        match levels.last_mut() {
            Some((title, number)) if *title == threat.residual.title => *number += 1,
            _ => levels.push((&threat.residual.title, 1)),
        }
    }
    let levels: Vec<String> = levels
        .iter()
        .map(|(title, number)| format!("{number} {}", clean(title)))
        .collect();
    let number = count(rest.len(), "more", "more");
    format!("… and {number}: {} (`--all` shows them)", levels.join(", "))
}
