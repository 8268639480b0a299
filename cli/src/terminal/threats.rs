//! The ranked list of threats that count.

use super::style::{Ink, Style, meter};
use super::text::{clean, count, pad, width, wrap};
use std::fmt::Write as _;
use tm_compiler::document::{Document, RiskMethod, Threat};

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
}

/// How many of so many threats are shown.
pub fn shown(counting: usize, all: bool) -> usize {
    if all || counting <= MOST + SLACK { counting } else { MOST }
}

/// Threats under a title; `hidden` says by level how many more there are.
pub fn list(title: &str, threats: &[&Threat], hidden: &[(String, usize)], method: &RiskMethod, page: Page) -> String {
    if threats.is_empty() {
        return String::new();
    }
    let level = threats.iter().map(|threat| width(&threat.residual.title)).max();
    let title = page.style.paint(Ink::Strong, title);
    let mut out = format!("{title}\n\n");
    for threat in threats {
        out.push_str(&one(threat, method, page, level.unwrap_or(0)));
    }
    if !hidden.is_empty() {
        let _ = writeln!(out, "  {}\n", page.style.paint(Ink::Quiet, &more(hidden)));
    }
    out
}

/// Threats of rules that are newer than the library that the package pins: they are told, and do not count yet.
pub fn upcoming(document: &Document, all: bool, page: Page) -> String {
    let stands = |threat: &&Threat| threat.verdict != "possible" && ["open", "planned"].contains(&&*threat.status);
    let new = document.threats.iter().filter(|threat| !threat.gates_from.is_empty()).filter(stands);
    let new: Vec<&Threat> = new.collect();
    let Some(first) = new.first() else { return String::new() };
    let rule = document.rules.iter().find(|rule| rule.id == first.rule);
    let (release, since) = (clean(&first.gates_from), rule.map(|rule| clean(&rule.since)).unwrap_or_default());
    let title = format!("By rules newer than the library {}, which tm.toml pins", clean(&document.tool.pinned));
    let mut out = list(&title, &new[..shown(new.len(), all)], &[], &document.risk, page);
    let count = count(new.len(), "threat counts", "threats count");
    let hint = format!("{count} from library {release} on; `std = \"{since}\"` in tm.toml has them count now");
    for line in wrap(&hint, page.width.saturating_sub(2)) {
        let _ = writeln!(out, "  {}", page.style.paint(Ink::Warning, &line));
    }
    out + "\n"
}

/// One threat: meter, level, id, place; below it what it is about.
fn one(threat: &Threat, method: &RiskMethod, page: Page, level: usize) -> String {
    let style = page.style;
    let indent = METER + level + 2;
    let columns = page.width.saturating_sub(indent);
    let risk = format!("{} {}", meter(threat.residual.tone), pad(&clean(&threat.residual.title), level));
    let ink = Ink::Tone(threat.residual.tone);
    let id = clean(&threat.id);
    let place = format!("{}:{}", clean(&threat.location.file), threat.location.line);
    let gap = columns.saturating_sub(width(&id) + width(&place));
    let mut out = format!("  {}  {}", style.paint(ink, &risk), style.paint(Ink::Strong, &id));
    if gap >= 2 {
        let _ = write!(out, "{}{}", " ".repeat(gap), style.paint(Ink::Quiet, &place));
    }
    out.push('\n');
    let lead = " ".repeat(indent);
    for line in wrap(&clean(&threat.message), columns) {
        let _ = writeln!(out, "{lead}{line}");
    }
    let mut tail = vec![remarks(threat, method).join(" · ")];
    if gap < 2 {
        tail.push(place);
    }
    for line in tail.iter().filter(|line| !line.is_empty()) {
        for line in wrap(line, columns) {
            let _ = writeln!(out, "{lead}{}", style.paint(Ink::Quiet, &line));
        }
    }
    out.push('\n');
    out
}

/// What is special about a threat; nothing for a definite and open one.
fn remarks(threat: &Threat, method: &RiskMethod) -> Vec<String> {
    let mut out = Vec::new();
    if threat.standing == "worse" && threat.stood_at == threat.residual.level {
        out.push("was only possible".to_owned());
    } else if threat.standing == "worse" {
        out.push(format!("was {}", clean(&method.risk_title(&threat.stood_at))));
    }
    if threat.verdict == "assumed" {
        out.push("rests on a default".to_owned());
    }
    if threat.verdict != "assumed" && threat.levels.iter().any(|step| step.assumed) {
        out.push("its risk rests on a default".to_owned());
    }
    if threat.verdict != "possible" && threat.residual.range != threat.residual.level {
        out.push(format!("{}, as long as a fact is missing", clean(&method.risk_title(&threat.residual.range))));
    }
    if threat.verdict == "possible" {
        out.push("possible: a fact is missing".to_owned());
    }
    if threat.status == "planned" {
        out.push(format!("controls are planned, then {}", threat.target.title));
    } else if threat.residual.rank < threat.inherent.rank {
        out.push(format!("{} without its controls", threat.inherent.title));
    }
    out
}

/// What is left out, by level.
fn more(hidden: &[(String, usize)]) -> String {
    let number: usize = hidden.iter().map(|(_, number)| number).sum();
    let levels: Vec<String> = hidden.iter().map(|(title, number)| format!("{number} {}", clean(title))).collect();
    format!("… and {number} more: {} (`--all` shows them)", levels.join(", "))
}
