//! `tm compliance`: the requirements of regimes, where they apply, and what meets them.

use super::{argument, valid};
use crate::args::{Compliance, ComplianceFormat};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::reports;
use crate::terminal::threats::Page;
use crate::terminal::{compliance, summary};
use std::path::Path;
use tm_compiler::Analysis;
use tm_compiler::compose::Extent;
use tm_compiler::diagnostic::{list_names, nearest};
use tm_compiler::document::{Document, Regime};
use tm_compiler::emit::Prepared;

pub(super) fn run(args: &Compliance, console: &mut Console) -> Result<Exit, Failure> {
    let Some(analysis) = valid(&args.model, console)? else {
        return Ok(Exit::Invalid);
    };
    let regimes = match &args.regime {
        Some(name) => vec![named(&analysis, name)?],
        None => declared(&analysis)?,
    };
    let text = match args.format {
        ComplianceFormat::Text => shown(&regimes, args, console),
        ComplianceFormat::Markdown => page("compliance.md", &analysis, &regimes)?,
        ComplianceFormat::Html => page("compliance.html", &analysis, &regimes)?,
        ComplianceFormat::Json => {
            let text = serde_json::to_string_pretty(&regimes);
            text.map_err(|error| Failure::new(format!("cannot write JSON: {error}")))? + "\n"
        }
    };
    console.print(&text);
    Ok(Exit::Clean)
}

/// The regimes for the terminal.
fn shown(regimes: &[Regime], args: &Compliance, console: &Console) -> String {
    let (style, width) = (console.style, console.width);
    let mut text: String = regimes.iter().map(|regime| compliance::render(regime, Page { style, width })).collect();
    let path = argument(&args.model.path);
    text.push_str(&summary::next(&format!("tm check{path}"), "lists what is open among the warnings", style));
    text
}

/// The regimes by a template of the library, in a document that says nothing else.
fn page(template: &str, analysis: &Analysis, regimes: &[Regime]) -> Result<String, Failure> {
    let folder = Path::new("");
    let document = Document { regimes: regimes.to_vec(), ..analysis.document_of(Extent::listing(0)) };
    let templates = reports::templates(&reports::Own::new(), folder)?;
    let rendered = Prepared::new(&document, &[]).and_then(|prepared| templates.render(template, &prepared));
    rendered.map_err(|error| reports::mistake(&error, folder))
}

fn named(analysis: &Analysis, name: &str) -> Result<Regime, Failure> {
    let known = analysis.regime_names();
    analysis.regime_named(name).ok_or_else(|| {
        let near = nearest(name, &known).map(|name| format!("did you mean `{name}`?"));
        Failure::new(format!("no requirement that this package uses belongs to a regime `{name}`"))
            .help(near.unwrap_or_else(|| help(&known)))
    })
}

fn declared(analysis: &Analysis) -> Result<Vec<Regime>, Failure> {
    let regimes = analysis.document().regimes;
    if regimes.is_empty() {
        let known = analysis.regime_names();
        return Err(Failure::new("the model declares no regime").help(help(&known)));
    }
    Ok(regimes)
}

fn help(known: &[String]) -> String {
    if known.is_empty() {
        return "use a package with requirements, such as `use std.gdpr`, and write `regimes = [Gdpr]` in the model"
            .into();
    }
    format!(
        "regimes of the packages in use: {}; write `regimes = […]` in the model, or `--regime NAME`",
        list_names(known, 8)
    )
}
