//! `tm fmt`: formats files in place, or shows what would change.

use crate::args::Fmt;
use crate::bounds::Bounds;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::terminal::style::{Ink, Style};
use crate::terminal::text::{clean, count};
use crate::world;
use crate::write::{RealDisk, write_file};
use similar::TextDiff;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use tm_grammar::format;

pub(super) fn run(args: &Fmt, console: &mut Console) -> Result<Exit, Failure> {
    if args.paths.iter().any(|path| path == Path::new("-")) {
        return standard_input(args, console);
    }
    let mut tally = Tally::default();
    for path in files(&args.paths)? {
        one(&path, args, console, &mut tally)?;
    }
    console.print(&tally.line(args, console.style));
    Ok(tally.exit(args))
}

/// What happened to the files.
#[derive(Default)]
struct Tally {
    files: usize,
    changed: usize,
    mistaken: usize,
    unfaithful: usize,
}

impl Tally {
    fn line(&self, args: &Fmt, style: Style) -> String {
        let files = count(self.files, "file", "files");
        let mut text = match (self.changed, args.check || args.diff) {
            (0, _) => format!("{files}, all formatted already\n"),
            (number, true) => format!("{number} of {files} would change\n"),
            (number, false) => format!("{number} of {files} changed\n"),
        };
        if self.mistaken > 0 {
            let mistaken = count(self.mistaken, "file has", "files have");
            let line = format!("{mistaken} mistakes; what is around them stays as it is (`tm check` shows them)");
            text.push_str(&format!("{}\n", style.paint(Ink::Warning, &line)));
        }
        if self.changed > 0 && (args.check || args.diff) {
            text.push_str(&crate::terminal::summary::next("tm fmt", "formats them", style));
        }
        text
    }

    fn exit(&self, args: &Fmt) -> Exit {
        if self.unfaithful > 0 {
            Exit::Internal
        } else if args.check && self.changed > 0 {
            Exit::Findings
        } else {
            Exit::Clean
        }
    }
}

fn standard_input(args: &Fmt, console: &mut Console) -> Result<Exit, Failure> {
    if args.paths.len() > 1 {
        return Err(Failure::new("`-` stands alone").help("format standard input or files, not both"));
    }
    let mut bytes = Vec::new();
    let read = std::io::stdin().read_to_end(&mut bytes);
    read.map_err(|error| Failure::io("read", Path::new("-"), &error))?;
    let text = String::from_utf8(bytes).map_err(|_| Failure::new("standard input is not UTF-8 text"))?;
    let formatted = format(&text);
    let differs = formatted.text != text;
    if args.diff {
        let shown = diff("standard input", &text, &formatted.text, console.style);
        console.print(&shown);
    } else if !args.check {
        console.print(&formatted.text);
    }
    Ok(match (formatted.faithful, args.check && differs) {
        (false, _) => Exit::Internal,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Clean,
    })
}

fn one(path: &Path, args: &Fmt, console: &mut Console, tally: &mut Tally) -> Result<(), Failure> {
    let shown = clean(&path.to_string_lossy());
    Bounds::of(path).check(path)?;
    let bytes = fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| Failure::new(format!("`{shown}` is not UTF-8 text")))?;
    if text.contains('\0') {
        return Err(Failure::new(format!("`{shown}` is not a text file")));
    }
    let formatted = format(&text);
    tally.files += 1;
    if !formatted.faithful {
        tally.unfaithful += 1;
        console.say(&format!("internal error: formatting `{shown}` would change its meaning; it stays as it is\n"));
        return Ok(());
    }
    if !tm_grammar::parse(&text).errors.is_empty() {
        tally.mistaken += 1;
    }
    if formatted.text == text {
        return Ok(());
    }
    tally.changed += 1;
    if args.diff {
        let shown = diff(&shown, &text, &formatted.text, console.style);
        console.print(&shown);
    } else {
        console.print(&format!("{shown}\n"));
    }
    if !args.check && !args.diff {
        write_file(&mut RealDisk, path, formatted.text.as_bytes())?;
    }
    Ok(())
}

/// The files of some arguments: files as they are, folders with all that is below them, other packages too.
fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut out = Vec::new();
    for path in paths {
        if path.is_dir() {
            let found = world::all_sources(path);
            out.extend(found.map_err(|error| Failure::io("read", path, &error))?);
        } else if path.is_file() && !world::is_source(path) {
            let shown = clean(&path.to_string_lossy());
            return Err(Failure::new(format!("`{shown}` is no `.tm` file")).help("only `.tm` files are formatted"));
        } else {
            out.push(path.clone());
        }
    }
    out.sort();
    out.dedup();
    Ok(out)
}

/// What changed, line by line.
pub(super) fn diff(name: &str, old: &str, new: &str, style: Style) -> String {
    let diff = TextDiff::from_lines(old, new);
    let text = diff.unified_diff().context_radius(2).header(name, name).to_string();
    let paint = |line: &str| {
        let ink = match line.as_bytes().first() {
            Some(b'+') => Ink::Good,
            Some(b'-') => Ink::Error,
            Some(b'@') => Ink::Note,
            _ => return format!("{line}\n"),
        };
        format!("{}\n", style.paint(ink, line))
    };
    text.lines().map(paint).collect()
}
