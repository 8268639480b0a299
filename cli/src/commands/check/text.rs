//! A check on a screen.

use super::super::{argument, first_error, tally};
use super::Listing;
use crate::args::Check;
use crate::console::Console;
use crate::terminal::diagnostics::Renderer;
use crate::terminal::summary::Size;
use crate::terminal::text::{clean, count};
use crate::terminal::threats::{self, Page};
use crate::terminal::{evidence, questions, summary};
use crate::world::below;
use std::collections::BTreeMap;
use tm_compiler::compose::Extent;
use tm_compiler::document::{Document, Gate, Threat};
use tm_compiler::{Analysis, Outcome};

/// Packages below one without elements that are named.
const NAMED: usize = 5;

/// What is shown where nothing is judged: of many threats the first, and by level how many more there are.
pub(super) fn listing(analysis: &Analysis, all: bool) -> Listing {
    let threats = &analysis.assessed.threats;
    if threats.iter().any(|threat| threat.gates_from.is_some()) {
        return Listing::whole(analysis, Extent::listing(usize::MAX));
    }
    let counting = threats.iter().filter(|threat| threat.counts).count();
    let shown = threats::shown(counting, all);
    let positions = threats.iter().enumerate();
    let mut counting = positions.filter(|(_, threat)| threat.counts);
    let last = shown.checked_sub(1).and_then(|last| counting.nth(last));
    let extent = match all {
        true => Extent { questions: usize::MAX, ..Extent::listing(usize::MAX) },
        false => Extent::listing(last.map_or(0, |(at, _)| at + 1)),
    };
    let document = analysis.document_of(extent);
    let ranks = counting.map(|(_, threat)| usize::from(threat.residual.level.1));
    Listing {
        hidden: by_level(&document, ranks),
        size: Size::of(analysis),
        document,
        appetite: None,
        remarks: Vec::new(),
    }
}

/// How many there are of each level, highest first.
fn by_level(document: &Document, ranks: impl Iterator<Item = usize>) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for rank in ranks {
        *counts.entry(rank).or_default() += 1;
    }
    let title = |rank: usize| document.risk.risk.get(rank).map_or(String::new(), |level| level.title.clone());
    counts.into_iter().rev().map(|(rank, number)| (title(rank), number)).collect()
}

pub(super) fn render(analysis: &Analysis, listing: &Listing, args: &Check, console: &Console) -> String {
    let (style, document) = (console.style, &listing.document);
    let mut renderer = Renderer::new(analysis.sources(), style, console.width);
    let mut out = renderer.list(analysis.diagnostics(), args.all);
    let counts = tally(analysis.diagnostics(), style);
    if analysis.outcome() == Outcome::Invalid {
        return out + &counts + &first_error(analysis.diagnostics(), style);
    }
    let page = Page { style, width: console.width };
    let counting: Vec<&Threat> = document.threats.iter().filter(|one| one.counts).collect();
    if listing.size.nodes == 0 && counting.is_empty() {
        return out + &counts + &library(document, args, page, console);
    }
    let path = argument(&args.model.path);
    out.push_str(&summary::heading(document, listing.size, style));
    out.push('\n');
    out.push_str(&lists(&counting, listing, args, page));
    out.push_str(&threats::upcoming(document, args.all, page));
    if args.all {
        let open =
            |one: &&Threat| !one.counts && one.verdict == "possible" && matches!(&*one.status, "open" | "planned");
        let possible: Vec<&Threat> = document.threats.iter().filter(open).collect();
        out.push_str(&threats::list("Possible, as long as facts are missing", &possible, &[], &document.risk, page));
    }
    out.push_str(&questions::best(document, page, args.all, &format!("tm questions{path}")));
    out.push_str(&evidence::render(document, args.all, page));
    out.push_str(&counts);
    out.push_str(&summary::standing(document, listing.appetite.as_deref(), page));
    out.push_str(&summary::remarks(&listing.remarks, page));
    if args.terms.asked() {
        out.push_str(&judged(document, page));
    } else if let Some(gate) = refuted(document) {
        out.push_str(&summary::verdict(&gate, page));
    }
    if !args.terms.asked() && analysis.outcome() == Outcome::Findings {
        return out + &first_error(analysis.diagnostics(), style);
    }
    out + &next(document, &path, console)
}

/// The verdict over controls that evidence refutes: they fail a check that asks for nothing.
fn refuted(document: &Document) -> Option<Gate> {
    let failing = document.summary.gate.against.iter().filter(|one| one.kind == "failing");
    let gate = Gate::of(failing.cloned().collect(), true);
    gate.fails().then_some(gate)
}

/// The threats that count; where they are compared, first what is new or worse.
fn lists(counting: &[&Threat], listing: &Listing, args: &Check, page: Page) -> String {
    const RANKED: &str = "Threats, highest risk first";
    let (document, hidden) = (&listing.document, &listing.hidden);
    if !hidden.is_empty() {
        return threats::list(RANKED, counting, hidden, &document.risk, page);
    }
    let known = |threat: &&&Threat| threat.standing == "known";
    let (old, new): (Vec<&Threat>, Vec<&Threat>) = counting.iter().partition(known);
    let compared = counting.iter().any(|threat| !threat.standing.is_empty());
    let title = if compared { "New or worse, highest risk first" } else { RANKED };
    let mut out = some(title, &new, document, args.all, page);
    let known = if args.terms.against.is_some() { "There before the change" } else { "Known from the baseline" };
    out.push_str(&some(known, &old, document, args.all, page));
    out
}

/// Of many threats the first.
fn some(title: &str, threats: &[&Threat], document: &Document, all: bool, page: Page) -> String {
    let (shown, rest) = threats.split_at(threats::shown(threats.len(), all));
    let hidden = by_level(document, rest.iter().map(|threat| threat.residual.rank));
    threats::list(title, shown, &hidden, &document.risk, page)
}

/// The verdict that was asked for, with what policies warn of.
fn judged(document: &Document, page: Page) -> String {
    summary::warned(document, page) + &summary::verdict(&document.summary.gate, page)
}

/// A package that describes no system: what can be done with it is to test it.
fn library(document: &Document, args: &Check, page: Page, console: &Console) -> String {
    let errors = document.diagnostics.iter().any(|one| one.severity == "error");
    let mut out = if errors {
        String::new()
    } else {
        "the package is valid; it declares no elements, so there is nothing to find threats in\n".to_owned()
    };
    // A `tm.toml` around packages makes one of them, and nobody looks at the others any more.
    let inner = below(&args.model.path).unwrap_or_default();
    if !inner.is_empty() {
        let names: Vec<String> = inner.iter().take(NAMED).map(|path| path.display().to_string()).collect();
        let more = if inner.len() > NAMED { ", …" } else { "" };
        let number = count(inner.len(), "package below it is", "packages below it are");
        out.push_str(&format!("{number} not checked: {}{more}\n", clean(&names.join(", "))));
    }
    if args.terms.asked() {
        out.push_str(&judged(document, page));
    }
    out + &summary::next(&format!("tm test{}", argument(&args.model.path)), "runs its tests", console.style)
}

fn next(document: &Document, path: &str, console: &Console) -> String {
    let top = document.threats.iter().filter(|threat| threat.counts);
    let top = top.min_by_key(|threat| threat.standing == "known");
    let (command, why) = match top {
        Some(top) => (format!("tm explain {}{path}", top.id), "shows why, and what helps"),
        None if document.summary.possible > 0 && !document.questions.is_empty() => {
            (format!("tm questions{path}"), "lists the facts that settle most")
        }
        None => (format!("tm build{path} --out tm-out"), "writes the report and the diagram"),
    };
    summary::next(&command, why, console.style)
}
