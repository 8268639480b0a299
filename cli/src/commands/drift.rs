//! `tm drift`: the model against what is built.

use super::{files, say_errors, tally};
use crate::args::{Drift as Args, DriftFormat};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::infrastructure;
use crate::terminal::diagnostics::Renderer;
use crate::terminal::threats::Page;
use crate::terminal::{drift, summary};
use tm_compiler::drift::{compare, survey};
use tm_compiler::{Analysis, Outcome};
use tm_pipeline::sarif;

pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    if infrastructure::is_empty(&args.built) {
        return Err(Failure::new("nothing is named that the model could be compared with")
            .help("add `--terraform plan.json`, `--compose FILE`, `--kubernetes DIR` or `--cloudformation FILE`"));
    }
    let built = infrastructure::read(&args.built)?;
    let surveyed = survey(&files(&args.model)?);
    if surveyed.analysis.outcome() == Outcome::Invalid {
        say_errors(&surveyed.analysis, console);
        return Ok(Exit::Invalid);
    }
    let found = compare(&surveyed.analysis, &surveyed.tables, &built);
    let exit = match found.answer.verdict {
        "clean" => Exit::Clean,
        "unread" => Exit::Invalid,
        _ => Exit::Findings,
    };
    match args.format {
        DriftFormat::Json => {
            super::json(&found.answer, console)?;
            return Ok(exit);
        }
        DriftFormat::Sarif => {
            console.print(&sarif::drift(&found.answer, &model_name(&surveyed.analysis)));
            return Ok(exit);
        }
        DriftFormat::Text => {}
    }
    let (style, width) = (console.style, console.width);
    let mut renderer = Renderer::new(surveyed.analysis.sources(), style, width);
    let mut text = renderer.list(&found.diagnostics, args.all);
    text.push_str(&drift::render(&found.answer, args.all, Page { style, width }));
    text.push_str(&tally(&found.diagnostics, style));
    if let Some(first) = found.diagnostics.first() {
        let command = format!("tm explain {}", first.code);
        text.push_str(&summary::next(&command, "tells what it means and how to mend it", style));
    }
    console.print(&text);
    Ok(exit)
}

/// The name by which code scanning tells one model from another.
fn model_name(analysis: &Analysis) -> String {
    let model = analysis.model.model.filter(|id| analysis.model.is_own(*id));
    model.map_or_else(String::new, |id| analysis.model.roster.id_of(id).to_owned())
}
