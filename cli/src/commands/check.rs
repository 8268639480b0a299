//! `tm check`: mistakes, threats that count, questions, how it stands, what to do next.

use super::{analyse, argument, first_error, tally};
use crate::args::{Check, CheckFormat};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::terminal::diagnostics::Renderer;
use crate::terminal::style::Ink;
use crate::terminal::summary::Size;
use crate::terminal::threats::{self, Page};
use crate::terminal::{questions, summary};
use std::collections::BTreeMap;
use std::io::Write as _;
use tm_compiler::compose::Extent;
use tm_compiler::document::{Document, Threat};
use tm_compiler::{Analysis, Outcome};

pub(super) fn run(args: &Check, console: &mut Console) -> Result<Exit, Failure> {
    let analysis = analyse(&args.model, console);
    let invalid = analysis.outcome() == Outcome::Invalid;
    let listing = match args.format {
        CheckFormat::Text => Listing::new(&analysis, args.all),
        CheckFormat::Json => Listing::whole(&analysis),
    };
    let gate = match &args.fail_on {
        Some(level) if !invalid => passes(&listing.document, level)?,
        _ => true,
    };
    match args.format {
        CheckFormat::Json => json(&listing.document, console)?,
        CheckFormat::Text => {
            let text = text(&analysis, &listing, args, gate, console);
            console.print(&text);
        }
    }
    let exit = Exit::from(analysis.outcome());
    Ok(if gate { exit } else { exit.max(Exit::Findings) })
}

/// What is listed of an analysis: proofs and inventories of large models take longer than the analysis.
struct Listing {
    document: Document,
    size: Size,
    /// Threats that count and are not in the document: level and how many.
    hidden: Vec<(String, usize)>,
}

impl Listing {
    fn whole(analysis: &Analysis) -> Self {
        Listing { document: analysis.document(), size: Size::of(analysis), hidden: Vec::new() }
    }

    fn new(analysis: &Analysis, all: bool) -> Self {
        let threats = &analysis.assessed.threats;
        let counting = threats.iter().filter(|threat| threat.counts).count();
        let shown = threats::shown(counting, all);
        let positions = threats.iter().enumerate();
        let mut counting = positions.filter(|(_, threat)| threat.counts);
        let last = shown.checked_sub(1).and_then(|last| counting.nth(last));
        let document = analysis.document_of(Extent::listing(last.map_or(0, |(at, _)| at + 1)));
        let mut ranks: BTreeMap<u32, usize> = BTreeMap::new();
        for (_, threat) in counting {
            *ranks.entry(u32::from(threat.residual.level.1)).or_default() += 1;
        }
        let title = |rank: u32| {
            let level = document.risk.risk.get(rank as usize);
            level.map_or(String::new(), |level| level.title.clone())
        };
        Listing {
            hidden: ranks.iter().rev().map(|(rank, number)| (title(*rank), *number)).collect(),
            size: Size::of(analysis),
            document,
        }
    }
}

fn json(document: &Document, console: &mut Console) -> Result<(), Failure> {
    let written = serde_json::to_writer_pretty(&mut *console, document);
    written.map_err(|error| Failure::new(format!("cannot write JSON: {error}")))?;
    console.write_all(b"\n").map_err(|error| Failure::new(error.to_string()))
}

/// Whether all threats that count are below a level.
fn passes(document: &Document, level: &str) -> Result<bool, Failure> {
    if level.eq_ignore_ascii_case("appetite") {
        return if document.model.appetite.is_empty() {
            Err(Failure::new("the model states no appetite")
                .help("add `appetite = LEVEL` to the model, or name a level"))
        } else {
            Ok(document.summary.above_appetite == 0)
        };
    }
    let levels = &document.risk.risk;
    let found = levels.iter().find(|known| known.name.eq_ignore_ascii_case(level));
    let Some(found) = found else {
        let names: Vec<&str> = levels.iter().map(|known| known.name.as_str()).collect();
        return Err(Failure::new(format!("there is no level of risk `{level}`"))
            .help(format!("levels are {}, or `appetite` for the model's own", names.join(", "))));
    };
    let highest = levels.iter().find(|known| known.name == document.summary.highest);
    Ok(highest.is_none_or(|highest| highest.rank < found.rank))
}

fn text(analysis: &Analysis, listing: &Listing, args: &Check, gate: bool, console: &Console) -> String {
    let (style, all, document) = (console.style, args.all, &listing.document);
    let mut renderer = Renderer::new(analysis.sources(), style, console.width);
    let mut out = renderer.list(analysis.diagnostics(), all);
    let counts = tally(analysis.diagnostics(), style);
    if analysis.outcome() == Outcome::Invalid {
        return out + &counts + &first_error(analysis.diagnostics(), style);
    }
    let path = argument(&args.model.path);
    let page = Page { style, width: console.width };
    let counting: Vec<&Threat> = document.threats.iter().filter(|one| one.counts).collect();
    if listing.size.nodes == 0 && counting.is_empty() {
        return out + &counts + &library(document, &path, console);
    }
    out.push_str(&summary::heading(document, listing.size, style));
    out.push('\n');
    out.push_str(&threats::list(&counting, &listing.hidden, page));
    out.push_str(&questions::best(document, page, &format!("tm questions{path}")));
    out.push_str(&counts);
    out.push_str(&summary::standing(document, style));
    if !gate {
        let level = args.fail_on.as_deref().unwrap_or_default();
        let line = format!("the check fails: `--fail-on {level}`");
        out.push_str(&format!("{}\n", style.paint(Ink::Error, &line)));
    }
    if analysis.outcome() == Outcome::Findings {
        return out + &first_error(analysis.diagnostics(), style);
    }
    out + &next(document, &path, console)
}

/// A package that describes no system: what can be done with it is to test it.
fn library(document: &Document, path: &str, console: &Console) -> String {
    let errors = document.diagnostics.iter().any(|one| one.severity == "error");
    let head = if errors {
        ""
    } else {
        "the package is valid; it declares no elements, so there is nothing to find threats in\n"
    };
    format!("{head}{}", summary::next(&format!("tm test{path}"), "runs its tests", console.style))
}

fn next(document: &Document, path: &str, console: &Console) -> String {
    let top = document.threats.iter().find(|threat| threat.counts);
    let (command, why) = match top {
        Some(top) => (format!("tm explain {}{path}", top.id), "shows why, and what helps"),
        None if document.summary.possible > 0 && !document.questions.is_empty() => {
            (format!("tm questions{path}"), "lists the facts that settle most")
        }
        None => (format!("tm build{path} --out tm-out"), "writes the report and the diagram"),
    };
    summary::next(&command, why, console.style)
}
