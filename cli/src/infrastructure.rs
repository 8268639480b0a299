//! Plans, manifests and templates, read from disk.

use crate::args::Built;
use crate::bounds;
use crate::evidence::bytes;
use crate::exit::Failure;
use crate::world::slashes;
use std::fs;
use std::path::{Path, PathBuf};
use tm_compiler::drift::{Format, Infrastructure};
use tm_pipeline::infrastructure as formats;

/// Folders nested deeper than this are not looked into.
const DEEPEST: usize = 32;
/// Files of one folder beyond which it is refused.
const MOST: usize = 20_000;

/// Reads everything that the arguments name.
///
/// # Errors
/// Where nothing is named, or a file cannot be read. What is wrong inside of a file is no failure: the answer says it.
pub fn read(built: &Built) -> Result<Infrastructure, Failure> {
    let given = [
        (Format::Terraform, &built.terraform),
        (Format::Compose, &built.compose),
        (Format::Kubernetes, &built.kubernetes),
        (Format::Cloudformation, &built.cloudformation),
    ];
    let mut infrastructure = Infrastructure::default();
    for (format, paths) in given {
        for path in paths {
            let files = if path.is_dir() { folder(format, path)? } else { vec![path.clone()] };
            for file in files {
                bounds::check(&file)?;
                let content = bytes(&file, formats::LARGEST)?;
                formats::read(format, &slashes(&file), &content, &mut infrastructure);
            }
        }
    }
    Ok(infrastructure)
}

/// The files of a folder and of those in it, sorted; only manifests are kept in folders.
fn folder(format: Format, path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if format != Format::Kubernetes {
        let message = format!("`{}` is a folder, and one file is asked for", path.display());
        return Err(Failure::new(message).help("name the file; folders are for `--kubernetes`"));
    }
    let mut found = Vec::new();
    walk(path, 0, &mut found)?;
    found.sort();
    if found.is_empty() {
        let message = format!("there is no manifest in `{}`", path.display());
        return Err(Failure::new(message).help("manifests end in .yaml, .yml or .json"));
    }
    Ok(found)
}

fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let trouble = |error: std::io::Error| Failure::io("read", folder, &error);
    for entry in fs::read_dir(folder).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if found.len() >= MOST {
            return Err(Failure::new(format!("more than {MOST} manifests in `{}`", folder.display())));
        }
        // Links are not followed: where they lead to is not the folder that was named.
        let kind = entry.file_type().map_err(trouble)?;
        let manifest = [".yaml", ".yml", ".json"].iter().any(|ending| name.ends_with(ending));
        if kind.is_dir() && !name.starts_with('.') && depth < DEEPEST {
            walk(&path, depth + 1, found)?;
        } else if kind.is_file() && manifest && !name.starts_with('.') {
            found.push(path);
        }
    }
    Ok(())
}

/// True where the arguments name nothing.
pub fn is_empty(built: &Built) -> bool {
    [&built.terraform, &built.compose, &built.kubernetes, &built.cloudformation].iter().all(|paths| paths.is_empty())
}
