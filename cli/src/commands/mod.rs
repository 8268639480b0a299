//! One file per command.

mod baseline;
pub(crate) mod build;
mod check;
mod completions;
mod compliance;
mod diagram;
mod diff;
mod doc;
mod drift;
mod explain;
mod fix;
mod fmt;
mod lsp;
mod new;
mod notify;
mod questions;
mod serve;
mod sync;
mod test;
mod version;
mod watch;

use crate::args::{Cli, Command, Model};
use crate::console::Console;
use crate::evidence;
use crate::exit::{Exit, Failure};
use crate::progress::Progress;
use crate::terminal::diagnostics::Renderer;
use crate::terminal::style::Ink;
use crate::terminal::summary;
use crate::terminal::text::count;
use crate::world::Files;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use tm_compiler::diagnostic::{Diagnostic, Severity};
use tm_compiler::{Analysis, Outcome};

/// Runs the command that the arguments name.
///
/// # Errors
/// Where the command cannot do its work.
pub fn run(cli: Cli, console: &mut Console) -> Result<Exit, Failure> {
    let Some(command) = cli.command else {
        return Ok(version::run(console));
    };
    match command {
        Command::Check(args) => check::run(&args, console),
        Command::Watch(args) => watch::run(&args, console),
        Command::Build(args) => build::run(&args, console),
        Command::Baseline(args) => baseline::run(&args, console),
        Command::Diff(args) => diff::run(&args, console),
        Command::Notify(args) => notify::run(&args, console),
        Command::Sync(args) => sync::run(&args, console),
        Command::Drift(args) => drift::run(&args, console),
        Command::Diagram(args) => diagram::run(&args, console),
        Command::Doc(args) => doc::run(&args, console),
        Command::Explain(args) => explain::run(&args, console),
        Command::Questions(args) => questions::run(&args, console),
        Command::Compliance(args) => compliance::run(&args, console),
        Command::Test(args) => test::run(&args, console),
        Command::Fmt(args) => fmt::run(&args, console),
        Command::Fix(args) => fix::run(&args, console),
        Command::New(args) => new::run(&args, console),
        Command::Serve(args) => serve::run(&args, console),
        Command::Lsp(args) => lsp::run(&args),
        Command::Completions(args) => Ok(completions::run(&args, console)),
    }
}

/// Analyses the package that the arguments name.
fn analyse(model: &Model, console: &Console) -> Result<Arc<Analysis>, Failure> {
    let analysis = study(model, console)?;
    // The process ends with the command: taking a large analysis apart piece by piece would only take time.
    std::mem::forget(Arc::clone(&analysis));
    Ok(analysis)
}

/// The same, for a process that goes on.
fn study(model: &Model, console: &Console) -> Result<Arc<Analysis>, Failure> {
    let files = files(model)?;
    let _progress = Progress::start(console, "checking");
    Ok(tm_compiler::analyse(&files))
}

/// The world that the arguments name.
fn files(model: &Model) -> Result<Files, Failure> {
    Ok(Files::new(&model.path, model.day.today).with(evidence::read(&model.evidence)?))
}

/// The analysis, unless the source is invalid: then its errors are said, and nothing else is done.
fn valid(model: &Model, console: &mut Console) -> Result<Option<Arc<Analysis>>, Failure> {
    let analysis = analyse(model, console)?;
    if analysis.outcome() != Outcome::Invalid {
        return Ok(Some(analysis));
    }
    say_errors(&analysis, console);
    Ok(None)
}

/// Says the errors of an invalid model.
fn say_errors(analysis: &Analysis, console: &mut Console) {
    let style = console.err_style;
    let errors = analysis.diagnostics().iter();
    let errors: Vec<Diagnostic> = errors.filter(|one| one.severity == Severity::Error).cloned().collect();
    let mut renderer = Renderer::new(analysis.sources(), style, console.width);
    let mut text = renderer.list(&errors, false);
    text.push_str(&tally(&errors, style));
    text.push_str(&first_error(&errors, style));
    console.say(&text);
}

/// Prints something as JSON.
fn json(what: &impl serde::Serialize, console: &mut Console) -> Result<(), Failure> {
    let written = crate::json::write(&mut *console, what);
    written.map_err(|error| Failure::new(format!("cannot write JSON: {error}")))?;
    console.write_all(b"\n").map_err(|error| Failure::new(error.to_string()))
}

/// How many errors, warnings and notes.
fn tally(diagnostics: &[Diagnostic], style: crate::terminal::style::Style) -> String {
    let number = |severity| diagnostics.iter().filter(|one| one.severity == severity).count();
    let all = [
        (number(Severity::Error), "error", "errors", Ink::Error),
        (number(Severity::Warning), "warning", "warnings", Ink::Warning),
        (number(Severity::Note), "note", "notes", Ink::Note),
    ];
    let some = all.iter().filter(|(number, ..)| *number > 0);
    let parts: Vec<String> =
        some.map(|(number, one, many, ink)| style.paint(*ink, &count(*number, one, many))).collect();
    if parts.is_empty() { String::new() } else { format!("{}\n", parts.join(", ")) }
}

/// What to do about the first error.
fn first_error(diagnostics: &[Diagnostic], style: crate::terminal::style::Style) -> String {
    let first = diagnostics.iter().find(|one| one.severity == Severity::Error);
    match first {
        Some(first) => {
            summary::next(&format!("tm explain {}", first.code), "tells what it means and how to mend it", style)
        }
        None => String::new(),
    }
}

/// The path as an argument of a further command; nothing for the folder the user stands in.
fn argument(path: &Path) -> String {
    if path == Path::new(".") {
        return String::new();
    }
    let text = path.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "-_./~+:@".contains(c);
    if text.chars().all(plain) { format!(" {text}") } else { format!(" '{}'", text.replace('\'', r"'\''")) }
}
