//! The lines that open and close a check: what was read, how it stands, what to do next.

use super::style::{Ink, Style};
use super::text::{clean, count, width, wrap};
use super::threats::Page;
use tm_compiler::Analysis;
use tm_compiler::decl::Kind;
use tm_compiler::document::{Document, Gate};

/// How large a model is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Size {
    /// Actors, processes and stores.
    pub nodes: usize,
    /// Flows.
    pub flows: usize,
    /// Boundaries.
    pub boundaries: usize,
}

impl Size {
    /// Counts the elements of a model.
    pub fn of(analysis: &Analysis) -> Self {
        let mut size = Size::default();
        for element in analysis.model.elements.values() {
            match element.kind {
                Kind::Flow => size.flows += 1,
                Kind::Boundary => size.boundaries += 1,
                kind if kind.is_node() => size.nodes += 1,
                _ => {}
            }
        }
        size
    }
}

/// The model in one line.
pub fn heading(document: &Document, size: Size, style: Style) -> String {
    let model = &document.model;
    let title = if model.title.is_empty() { &model.name } else { &model.title };
    let size = [
        count(size.nodes, "element", "elements"),
        count(size.flows, "flow", "flows"),
        count(size.boundaries, "boundary", "boundaries"),
    ];
    let size = style.paint(Ink::Quiet, &size.join(", "));
    if title.is_empty() {
        return format!("{size}\n");
    }
    format!("{}  {size}\n", style.paint(Ink::Strong, &clean(title)))
}

/// How the model stands: counts by level, by status, and against the appetite; `before` is one that judges instead.
pub fn standing(document: &Document, before: Option<&str>, page: Page) -> String {
    let style = page.style;
    let summary = &document.summary;
    let counting: usize = summary.open + summary.planned;
    let mut first = match counting {
        0 => "no threat stands open".to_owned(),
        number => count(number, "threat counts", "threats count"),
    };
    let levels = summary.by_severity.iter().filter(|one| one.count > 0);
    let levels: Vec<String> = levels.map(|one| format!("{} {}", one.count, clean(&one.title))).collect();
    if counting > 0 && !levels.is_empty() {
        first.push_str(&format!(" ({})", levels.join(", ")));
    }
    let room = page.width.saturating_sub(width(&first) + 3);
    let first = if counting == 0 { style.paint(Ink::Good, &first) } else { first };
    let rest = statuses(document).join(" · ");
    let out = if rest.is_empty() {
        format!("{first}\n")
    } else if width(&rest) <= room {
        format!("{first}{}\n", style.paint(Ink::Quiet, &format!(" · {rest}")))
    } else {
        let rest = wrap(&rest, page.width.saturating_sub(2)).into_iter();
        rest.fold(format!("{first}\n"), |out, line| format!("{out}  {}\n", style.paint(Ink::Quiet, &line)))
    };
    let gate = match before {
        Some(before) => Some(style.paint(Ink::Warning, &judged_by(&document.model.appetite_title, before))),
        None => gate(document, style),
    };
    out + &gate.map_or_else(String::new, |gate| gate + "\n")
}

fn statuses(document: &Document) -> Vec<String> {
    let summary = &document.summary;
    let all = [
        (summary.mitigated, "mitigated"),
        (summary.accepted, "accepted"),
        (summary.transferred, "transferred"),
        (summary.dismissed, "dismissed"),
        (summary.possible, "possible"),
        (summary.upcoming, "too new to count"),
    ];
    let some = all.iter().filter(|(number, _)| *number > 0);
    some.map(|(number, word)| format!("{number} {word}")).collect()
}

/// Where a change states another appetite, what the check goes by.
fn judged_by(now: &str, before: &str) -> String {
    match (clean(now), clean(before)) {
        (now, before) if now.is_empty() => format!("judged by the appetite before the change ({before})"),
        (now, before) if before.is_empty() => format!("the appetite is new ({now}); judged without it"),
        (now, before) => format!("the appetite is {now} now; judged by that before the change ({before})"),
    }
}

fn gate(document: &Document, style: Style) -> Option<String> {
    let appetite = &document.model.appetite_title;
    if appetite.is_empty() {
        return None;
    }
    Some(match document.summary.above_appetite {
        0 => style.paint(Ink::Good, &format!("nothing is above the appetite ({})", clean(appetite))),
        number => {
            let threats = count(number, "threat is", "threats are");
            style.paint(Ink::Warning, &format!("{threats} above the appetite ({})", clean(appetite)))
        }
    })
}

/// Things against passing that are named one by one.
const NAMED: usize = 10;

/// What a reviewer should know and no verdict says; lines that begin with blanks belong to the one above.
pub fn remarks(lines: &[String], page: Page) -> String {
    let mut out = String::new();
    for line in lines {
        let margin = line.len() - line.trim_start().len();
        for (at, part) in wrap(&clean(line), page.width.saturating_sub(margin + 2)).iter().enumerate() {
            let indent = " ".repeat(margin + if at == 0 { 0 } else { 2 });
            let ink = if margin == 0 { Ink::Warning } else { Ink::Quiet };
            out.push_str(&format!("{indent}{}\n", page.style.paint(ink, part.trim_start())));
        }
    }
    out
}

/// What policies beside the model warn of.
pub fn warned(document: &Document, page: Page) -> String {
    let style = page.style;
    let mut out = String::new();
    let warnings: Vec<_> = document.policy_findings.iter().filter(|one| one.level == "warn").collect();
    for one in warnings.iter().take(NAMED) {
        let lines =
            wrap(&clean(&format!("{}.{}: {}", one.package, one.rule, one.message)), page.width.saturating_sub(9));
        for (at, line) in lines.iter().enumerate() {
            let head = if at == 0 { style.paint(Ink::Warning, "warning:") } else { " ".repeat(8) };
            out.push_str(&format!("{head} {line}\n"));
        }
    }
    if warnings.len() > NAMED {
        let more = format!("  … and {} more", warnings.len() - NAMED);
        out.push_str(&format!("{}\n", style.paint(Ink::Quiet, &more)));
    }
    out
}

/// Whether a check passes, and what speaks against it.
pub fn verdict(gate: &Gate, page: Page) -> String {
    let style = page.style;
    if !gate.fails() {
        return format!("{}\n", style.paint(Ink::Good, "the check passes"));
    }
    let mut out = String::new();
    for (at, line) in wrap(&format!("the check fails: {}", gate.reasons.join(", ")), page.width).iter().enumerate() {
        let margin = if at == 0 { "" } else { "  " };
        out.push_str(&format!("{margin}{}\n", style.paint(Ink::Error, line)));
    }
    for one in gate.against.iter().take(NAMED) {
        let lines = wrap(&clean(&format!("{}: {}", one.subject, one.text)), page.width.saturating_sub(4));
        for (at, line) in lines.iter().enumerate() {
            out.push_str(&format!("{}{line}\n", if at == 0 { "  " } else { "    " }));
        }
    }
    if gate.against.len() > NAMED {
        let more = format!("  … and {} more", gate.against.len() - NAMED);
        out.push_str(&format!("{}\n", style.paint(Ink::Quiet, &more)));
    }
    out
}

/// The last line: what to type next, and why.
pub fn next(command: &str, why: &str, style: Style) -> String {
    let head = style.paint(Ink::Note, "next:");
    let why = style.paint(Ink::Quiet, why);
    format!("{head} {}  {why}\n", style.paint(Ink::Typed, command))
}
