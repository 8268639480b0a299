//! `tm watch`: the check, again after each save.

use super::check;
use crate::args::{Check, Watch};
use crate::changes::Changes;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::terminal::style::Ink;
use crate::terminal::text::{clean, count};
use std::io::Write as _;
use std::path::PathBuf;
use tm_compiler::Analysis;

/// Empties the screen and what was scrolled out of it.
const CLEAR: &str = "\x1b[2J\x1b[3J\x1b[H";
/// Changed files that are named.
const NAMED: usize = 3;

pub(super) fn run(args: &Watch, console: &mut Console) -> Result<Exit, Failure> {
    let path = &args.model.path;
    if !path.exists() {
        return Err(Failure::new(format!("there is nothing at `{}` to watch", path.display())));
    }
    // Nothing is ever half written here, so there is nothing to tidy up.
    ctrlc::set_handler(farewell).map_err(|error| Failure::new(format!("cannot listen for Ctrl-C: {error}")))?;
    let args = &Check::of(&args.model, &args.terms, args.all);
    let mut changes = Changes::of(asked(args));
    while console.listened() {
        let failed = show(args, &mut changes, console);
        if let Err(failure) = failed {
            console.fail(&failure);
        }
        let files = count(changes.len(), "file", "files");
        console.print(&console.style.paint(Ink::Quiet, &format!("\nwatching {files}; Ctrl-C ends\n")));
        if !console.listened() {
            break;
        }
        let changed = changes.wait(|| true);
        begin(&changed, console);
    }
    Ok(Exit::Clean)
}

fn farewell() {
    let mut out = std::io::stdout();
    // A screen that is gone needs no last line.
    let _ = out.write_all(b"\n").and_then(|()| out.flush());
    std::process::exit(0);
}

/// What the arguments name.
fn asked(args: &Check) -> Vec<PathBuf> {
    let terms = &args.terms;
    let others = args.model.evidence.iter().chain(&terms.baseline).chain(&terms.policy);
    std::iter::once(&args.model.path).chain(others).cloned().collect()
}

fn show(args: &Check, changes: &mut Changes, console: &mut Console) -> Result<(), Failure> {
    let (_, analysis) = check::once(args, console)?;
    changes.also(analysis.iter().flat_map(|analysis| read(analysis)).collect());
    Ok(())
}

/// The files that were read: those of packages elsewhere belong to the check, too.
fn read(analysis: &Analysis) -> Vec<PathBuf> {
    let own = analysis.sources().iter().filter(|(_, file)| !file.embedded);
    own.map(|(_, file)| PathBuf::from(&file.path)).collect()
}

/// Makes room for the next answer.
fn begin(changed: &[String], console: &mut Console) {
    let mut named: Vec<String> = changed.iter().take(NAMED).map(|path| clean(path)).collect();
    if changed.len() > NAMED {
        named.push(format!("{} more", changed.len() - NAMED));
    }
    let line = console.style.paint(Ink::Quiet, &format!("changed: {}\n\n", named.join(", ")));
    let clear = if console.out_is_screen { CLEAR } else { "\n" };
    console.print(&format!("{clear}{line}"));
}
