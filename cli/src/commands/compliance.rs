//! `tm compliance`: the requirements of regimes, where they apply, and what meets them.

use super::{argument, valid};
use crate::args::{CheckFormat, Compliance};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::terminal::threats::Page;
use crate::terminal::{compliance, summary};
use tm_compiler::Analysis;
use tm_compiler::diagnostic::{list_names, nearest};
use tm_compiler::document::Regime;

pub(super) fn run(args: &Compliance, console: &mut Console) -> Result<Exit, Failure> {
    let Some(analysis) = valid(&args.model, console)? else {
        return Ok(Exit::Invalid);
    };
    let regimes = match &args.regime {
        Some(name) => vec![named(&analysis, name)?],
        None => declared(&analysis)?,
    };
    if args.format == CheckFormat::Json {
        let text = serde_json::to_string_pretty(&regimes)
            .map_err(|error| Failure::new(format!("cannot write JSON: {error}")))?;
        console.print(&format!("{text}\n"));
        return Ok(Exit::Clean);
    }
    let (style, width) = (console.style, console.width);
    let mut text: String = regimes.iter().map(|regime| compliance::render(regime, Page { style, width })).collect();
    let path = argument(&args.model.path);
    text.push_str(&summary::next(&format!("tm check{path}"), "lists what is open among the warnings", style));
    console.print(&text);
    Ok(Exit::Clean)
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
