//! `tm check`: mistakes, threats that count, questions, how it stands, what to do next.

use super::{analyse, argument, first_error, tally};
use crate::args::{Check, CheckFormat};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::terminal::diagnostics::Renderer;
use crate::terminal::style::Ink;
use crate::terminal::threats::{self, Page};
use crate::terminal::{questions, summary};
use std::io::Write as _;
use tm_compiler::document::Document;
use tm_compiler::{Analysis, Outcome};

pub(super) fn run(args: &Check, console: &mut Console) -> Result<Exit, Failure> {
    let analysis = analyse(&args.model, console);
    let document = analysis.document();
    let gate = match &args.fail_on {
        Some(level) => passes(&document, level)?,
        None => true,
    };
    match args.format {
        CheckFormat::Json => json(&document, console)?,
        CheckFormat::Text => {
            let text = text(&analysis, &document, args, gate, console);
            console.print(&text);
        }
    }
    let exit = Exit::from(analysis.outcome());
    Ok(if gate { exit } else { exit.max(Exit::Findings) })
}

fn json(document: &Document, console: &mut Console) -> Result<(), Failure> {
    let written = serde_json::to_writer_pretty(&mut *console, document);
    written.map_err(|error| Failure::new(format!("cannot write JSON: {error}")))?;
    console
        .write_all(b"\n")
        .map_err(|error| Failure::new(error.to_string()))
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
    let found = levels
        .iter()
        .find(|known| known.name.eq_ignore_ascii_case(level));
    let Some(found) = found else {
        let names: Vec<&str> = levels.iter().map(|known| known.name.as_str()).collect();
        return Err(
            Failure::new(format!("there is no level of risk `{level}`")).help(format!(
                "levels are {}, or `appetite` for the model's own",
                names.join(", ")
            )),
        );
    };
    let counting = document.threats.iter().filter(|threat| threat.counts);
    Ok(!counting
        .clone()
        .any(|threat| threat.residual.rank >= found.rank))
}

fn text(
    analysis: &Analysis,
    document: &Document,
    args: &Check,
    gate: bool,
    console: &Console,
) -> String {
    let (style, all) = (console.style, args.all);
    let mut renderer = Renderer::new(analysis.sources(), style, console.width);
    let mut out = renderer.list(analysis.diagnostics(), all);
    let counts = tally(analysis.diagnostics(), style);
    if analysis.outcome() == Outcome::Invalid {
        return out + &counts + &first_error(analysis.diagnostics(), style);
    }
    let path = argument(&args.model.path);
    let page = Page {
        style,
        width: console.width,
        all,
    };
    if document.elements.is_empty() {
        return out + &counts + &library(document, &path, console);
    }
    out.push_str(&summary::heading(document, style));
    out.push('\n');
    out.push_str(&threats::list(document, page));
    out.push_str(&questions::best(
        document,
        page,
        &format!("tm questions{path}"),
    ));
    out.push_str(&counts);
    out.push_str(&summary::standing(document, style));
    if !gate {
        let level = args.fail_on.as_deref().unwrap_or_default();
        let line = format!("the check fails: `--fail-on {level}`");
        out.push_str(&format!("{}\n", style.paint(Ink::Error, &line)));
    }
    out + &next(document, &path, console)
}

/// A package that describes no system: what can be done with it is to test it.
fn library(document: &Document, path: &str, console: &Console) -> String {
    let errors = document
        .diagnostics
        .iter()
        .any(|one| one.severity == "error");
    let head = if errors {
        ""
    } else {
        "the package is valid; it declares no elements, so there is nothing to find threats in\n"
    };
    format!(
        "{head}{}",
        summary::next(&format!("tm test{path}"), "runs its tests", console.style)
    )
}

fn next(document: &Document, path: &str, console: &Console) -> String {
    let top = document.threats.iter().find(|threat| threat.counts);
    let (command, why) = match top {
        Some(top) => (
            format!("tm explain {}{path}", top.id),
            "shows why, and what helps",
        ),
        None if document.summary.possible > 0 && !document.questions.is_empty() => (
            format!("tm questions{path}"),
            "lists the facts that settle most",
        ),
        None => (
            format!("tm build{path} --out tm-out"),
            "writes the report and the diagram",
        ),
    };
    summary::next(&command, why, console.style)
}
