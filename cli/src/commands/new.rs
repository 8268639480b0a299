//! `tm new`: a small commented model to start from, or a draft of what is built.

use super::argument;
use crate::args::{Built, New};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::infrastructure;
use crate::terminal::summary;
use crate::terminal::text::{clean, count};
use crate::world::Files;
use crate::write::{Output, RealDisk, write_folder};
use std::path::{Path, PathBuf};
use tm_pipeline::draft::{self, Draft};

const MANIFEST: &str = include_str!("../../starter/tm.toml");
const MODEL: &str = include_str!("../../starter/model.tm");
const TESTS: &str = include_str!("../../starter/model.test.tm");

pub(super) fn run(args: &New, console: &mut Console) -> Result<Exit, Failure> {
    let name = name(&args.folder);
    let built = args.built();
    let draft = if infrastructure::is_empty(&built) { None } else { Some(drafted(args, &built, &name)?) };
    let files = match &draft {
        None => files(&name),
        Some(draft) => vec![
            ("tm.toml".to_owned(), MANIFEST.replace("NAME", &name).into_bytes()),
            ("model.tm".to_owned(), draft.text.clone().into_bytes()),
        ],
    };
    for (file, _) in &files {
        let path = inside(&args.folder, file);
        if path.symlink_metadata().is_ok() {
            return Err(Failure::new(format!("`{}` is there already", path.display()))
                .help("choose another folder; nothing was written"));
        }
    }
    write_folder(&mut RealDisk, &args.folder, &files)?;
    let mut text = String::new();
    for (file, _) in &files {
        text.push_str(&format!("  {}\n", inside(&args.folder, file).display()));
    }
    if let Some(draft) = &draft {
        text.push_str(&told(draft));
    }
    let (command, why) = match draft {
        None => ("check", "lists the threats to it"),
        Some(_) => ("questions", "tells what nobody could know from there"),
    };
    let command = format!("tm {command}{}", argument(&args.folder));
    text.push_str(&summary::next(&command, why, console.style));
    console.print(&text);
    Ok(Exit::Clean)
}

/// The draft of what is built; nothing is written where there is nothing to draw.
fn drafted(args: &New, built: &Built, name: &str) -> Result<Draft, Failure> {
    let infrastructure = infrastructure::read(built)?;
    let draft = draft::draft(&Files::new(&args.folder, None), &infrastructure, name);
    if draft.elements == 0 {
        let skipped: Vec<String> = draft.skipped.iter().map(|what| clean(what)).collect();
        let why = if skipped.is_empty() { String::new() } else { format!(": {}", skipped.join("; ")) };
        let message = format!("nothing in these files is an element of a model{why}");
        return Err(Failure::new(message).help("nothing was written; `tm new` without them starts with an example"));
    }
    Ok(draft)
}

/// What the draft holds, and what is not in it.
fn told(draft: &Draft) -> String {
    let mut text = format!(
        "{}, {}, {}; {} unknown\n",
        count(draft.elements, "element", "elements"),
        count(draft.boundaries, "boundary", "boundaries"),
        count(draft.flows, "flow", "flows"),
        count(draft.unknown, "fact is", "facts are"),
    );
    for what in &draft.skipped {
        text.push_str(&format!("{}\n", clean(what)));
    }
    text
}

/// A path as the user would write it.
fn inside(folder: &Path, file: &str) -> PathBuf {
    if folder == Path::new(".") { PathBuf::from(file) } else { folder.join(file) }
}

fn files(name: &str) -> Vec<Output> {
    let manifest = MANIFEST.replace("NAME", name);
    [("tm.toml", manifest.as_str()), ("model.tm", MODEL), ("model.test.tm", TESTS)]
        .map(|(file, text)| (file.to_owned(), text.as_bytes().to_vec()))
        .to_vec()
}

/// The folder's own name, as far as a package may have it.
fn name(folder: &Path) -> String {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let name = folder.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
    let name = name.trim_matches('_');
    match name.chars().next() {
        Some(first) if !first.is_ascii_digit() => name.to_owned(),
        _ => "model".to_owned(),
    }
}
