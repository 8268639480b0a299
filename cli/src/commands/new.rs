//! `tm new`: a small commented model to start from.

use super::argument;
use crate::args::New;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::terminal::summary;
use crate::write::{Output, RealDisk, write_folder};
use std::path::{Path, PathBuf};

const MANIFEST: &str = include_str!("../../starter/tm.toml");
const MODEL: &str = include_str!("../../starter/model.tm");
const TESTS: &str = include_str!("../../starter/model.test.tm");

pub(super) fn run(args: &New, console: &mut Console) -> Result<Exit, Failure> {
    let files = files(&name(&args.folder));
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
    let command = format!("tm check{}", argument(&args.folder));
    text.push_str(&summary::next(&command, "lists the threats to it", console.style));
    console.print(&text);
    Ok(Exit::Clean)
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
