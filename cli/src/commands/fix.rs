//! `tm fix`: applies the edits that mistakes come with and that leave no choice.

use super::{analyse, argument, fmt, tally};
use crate::args::Fix;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::terminal::text::{clean, count};
use crate::write::{Output, RealDisk, write_folder};
use std::fs;
use std::path::Path;
use tm_compiler::diagnostic::Edit;
use tm_compiler::source::{FileId, SourceFile};
use tm_compiler::{Analysis, Outcome};

pub(super) fn run(args: &Fix, console: &mut Console) -> Result<Exit, Failure> {
    let mut left = analyse(&args.model, console)?;
    if args.dry_run {
        console.print(&would_be(&left, console));
        return Ok(Exit::Clean);
    }
    let mut text = String::new();
    for _ in 0..ROUNDS {
        let edits = edits(&left);
        if edits.is_empty() {
            break;
        }
        let repaired = repaired(&left, &edits);
        text.push_str(&listing(&left, &edits, "made", repaired.len()));
        write(&repaired)?;
        left = analyse(&args.model, console)?;
    }
    if text.is_empty() {
        text.push_str(NOTHING);
    }
    let tally = tally(left.diagnostics(), console.style);
    if !tally.is_empty() {
        text.push_str(&format!("left: {} (`tm check{}` shows them)\n", tally.trim_end(), argument(&args.model.path)));
    }
    console.print(&text);
    Ok(if left.outcome() == Outcome::Invalid { Exit::Invalid } else { Exit::Clean })
}

/// What is mended can show the next mistake; after this many rounds the rest is left.
const ROUNDS: usize = 8;

const NOTHING: &str = "nothing to repair that leaves no choice\n";

/// The edits of the first round, with the lines that they change.
fn would_be(analysis: &Analysis, console: &Console) -> String {
    let edits = edits(analysis);
    let repaired = repaired(analysis, &edits);
    if edits.is_empty() {
        return NOTHING.to_owned();
    }
    let changes = repaired.iter().map(|(file, new)| fmt::diff(&clean(&file.path), &file.text, new, console.style));
    listing(analysis, &edits, "would be made", repaired.len()) + &changes.collect::<String>()
}

/// The edits of the user's files, in the order of the text. Of those that would touch each other the first is made;
/// where a mistake has several ways out, people choose.
fn edits(analysis: &Analysis) -> Vec<&Edit> {
    let certain = analysis.diagnostics().iter().filter_map(|found| match found.edits.as_slice() {
        [only] => Some(only),
        _ => None,
    });
    let own = |edit: &&Edit| analysis.sources().file(edit.span.file).is_some_and(|file| !file.embedded);
    let mut all: Vec<&Edit> = certain.filter(own).collect();
    all.sort_by(|a, b| (a.span, &a.replacement).cmp(&(b.span, &b.replacement)));
    all.dedup_by(|a, b| a.span == b.span && a.replacement == b.replacement);
    let mut chosen: Vec<&Edit> = Vec::new();
    for edit in all {
        let before = chosen.last().filter(|before| before.span.file == edit.span.file);
        if before.is_none_or(|before| before.span.end <= edit.span.start) {
            chosen.push(edit);
        }
    }
    chosen
}

/// The files that edits change, as they will be.
fn repaired<'a>(analysis: &'a Analysis, edits: &[&Edit]) -> Vec<(&'a SourceFile, String)> {
    let mut files: Vec<FileId> = edits.iter().map(|edit| edit.span.file).collect();
    files.dedup();
    let repair = |id: FileId| {
        let file = analysis.sources().file(id)?;
        let mut text = file.text.to_string();
        for edit in edits.iter().rev().filter(|edit| edit.span.file == id) {
            text.replace_range(edit.span.range(), &edit.replacement);
        }
        Some((file, text))
    };
    files.into_iter().filter_map(repair).collect()
}

fn listing(analysis: &Analysis, edits: &[&Edit], done: &str, files: usize) -> String {
    let mut text = String::new();
    for edit in edits {
        let (path, line, column) = analysis.sources().locate(edit.span);
        text.push_str(&format!("{}:{line}:{column}: {}\n", clean(path), clean(&edit.title)));
    }
    let (edits, files) = (count(edits.len(), "edit", "edits"), count(files, "file", "files"));
    text.push_str(&format!("{edits} {done} in {files}\n"));
    text
}

/// Writes all files or none, and none that somebody changed in the meantime.
fn write(repaired: &[(&SourceFile, String)]) -> Result<(), Failure> {
    let mut files: Vec<Output> = Vec::new();
    for (file, new) in repaired {
        let path = Path::new(&file.path);
        let now = fs::read(path).map_err(|error| Failure::io("read", path, &error))?;
        if now != file.text.as_bytes() {
            let message = format!("`{}` is not what was read a moment ago; nothing is written", clean(&file.path));
            return Err(Failure::new(message).help("run `tm fix` again"));
        }
        // A link stays a link: what it points to is written.
        let place = fs::canonicalize(path).map_err(|error| Failure::io("read", path, &error))?;
        // A folder whose name is not text is reached from where we stand.
        let place = place.to_str().unwrap_or(&file.path);
        files.push((place.to_owned(), new.clone().into_bytes()));
    }
    write_folder(&mut RealDisk, Path::new(""), &files)
}
