//! `tm compliance`: the requirements of regimes, where they apply, and what meets them.

use super::{argument, valid};
use crate::args::{Compliance, ComplianceFormat};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::reports;
use crate::terminal::threats::Page;
use crate::terminal::{compliance, summary};
use crate::world::Files;
use std::collections::BTreeMap;
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
        let library = library();
        let in_library = |name: &str| {
            let package = library.get(name)?;
            Some(format!("requirements of `{name}` are in the library: write `use {package}` in the model"))
        };
        let near = || {
            let all = known.iter().chain(library.keys());
            nearest(name, all).map(|near| {
                let further = in_library(&near)
                    .filter(|_| !known.contains(&near))
                    .map_or(String::new(), |further| format!(" {further}"));
                format!("did you mean `{near}`?{further}")
            })
        };
        Failure::new(format!("no requirement that this package uses belongs to a regime `{name}`"))
            .help(in_library(name).or_else(near).unwrap_or_else(|| help(&known)))
    })
}

/// The packages of the library that have requirements, by the names of their regimes. One that uses another has its
/// requirements as well, so of several the one with the fewest regimes is meant.
fn library() -> BTreeMap<String, &'static str> {
    let mut found: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    // Requirements say which regime they are of; what never speaks of one need not be read.
    let speaks = |package: &&str| tm_stdlib::files(package).iter().any(|file| file.text.contains("regime ="));
    for package in tm_stdlib::packages().filter(speaks) {
        let names = tm_compiler::analyse(&Files::new(Path::new(package), None)).regime_names();
        for name in &names {
            let known = found.entry(name.clone()).or_insert((names.len(), package));
            *known = (*known).min((names.len(), package));
        }
    }
    found.into_iter().map(|(name, (_, package))| (name, package)).collect()
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
        let library = library().into_iter();
        let all: Vec<String> = library.map(|(name, package)| format!("{name} (`use {package}`)")).collect();
        return format!("write `regimes = […]` in the model and use a package with requirements: {}", all.join(", "));
    }
    format!(
        "regimes of the packages in use: {}; write `regimes = […]` in the model, or `--regime NAME`",
        list_names(known, 8)
    )
}
