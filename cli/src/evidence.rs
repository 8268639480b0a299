//! The files that scanners and tests wrote, read from disk.

use crate::exit::Failure;
use crate::world::slashes;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tm_compiler::evidence::{Evidence, Scan, UNKNOWN};
use tm_pipeline::evidence as formats;

/// Reads files, and the files right in folders.
///
/// # Errors
/// Where one cannot be read, or is too large. What is wrong inside of a file is no failure: the evidence says it.
pub fn read(paths: &[PathBuf]) -> Result<Arc<Evidence>, Failure> {
    let mut evidence = Evidence::default();
    for path in paths {
        evidence.scans.extend(unread(path)?);
        for file in files(path)? {
            let bytes = bytes(&file, formats::LARGEST)?;
            evidence.scans.extend(formats::read(&slashes(&file), &bytes));
        }
    }
    Ok(Arc::new(evidence))
}

/// What of a folder is not read: the folders in it.
fn unread(path: &Path) -> Result<Option<Scan>, Failure> {
    if !path.is_dir() {
        return Ok(None);
    }
    let trouble = |error: std::io::Error| Failure::io("read", path, &error);
    let (mut inner, mut files) = (0_usize, 0_usize);
    for entry in fs::read_dir(path).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        inner += usize::from(!hidden && entry.path().is_dir());
        files += usize::from(!hidden && entry.path().is_file());
    }
    let what = match (inner, files) {
        (0, 0) => "the folder: there is no file in it".to_owned(),
        (0, _) => return Ok(None),
        (1, _) => "1 folder in it: name it to have it read".to_owned(),
        (inner, _) => format!("{inner} folders in it: name them to have them read"),
    };
    let skipped = vec![what];
    Ok(Some(Scan { format: UNKNOWN.to_owned(), file: slashes(path), skipped, ..Scan::default() }))
}

/// The files of a folder that are not hidden, sorted; or the file itself.
///
/// # Errors
/// Where the folder cannot be read.
pub(crate) fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let trouble = |error: std::io::Error| Failure::io("read", path, &error);
    let mut found = Vec::new();
    for entry in fs::read_dir(path).map_err(trouble)? {
        let file = entry.map_err(trouble)?.path();
        let hidden = file.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if file.is_file() && !hidden {
            found.push(file);
        }
    }
    found.sort();
    Ok(found)
}

/// The bytes of a file that was named.
///
/// # Errors
/// Where it cannot be read, or is too large.
pub(crate) fn bytes(file: &Path, largest: u64) -> Result<Vec<u8>, Failure> {
    let trouble = |error: std::io::Error| Failure::io("read", file, &error);
    let about = fs::metadata(file).map_err(trouble)?;
    if !about.is_file() {
        return Err(Failure::new(format!("cannot read `{}`: it is not a file", file.display())));
    }
    if about.len() > largest {
        let limit = largest >> 20;
        return Err(Failure::new(format!("cannot read `{}`: it is larger than {limit} MiB", file.display()))
            .help("let the tool write less, or a file for each part"));
    }
    // What has no length may have no end.
    let (mut bytes, opened) = (Vec::new(), File::open(file).map_err(trouble)?);
    opened.take(largest).read_to_end(&mut bytes).map_err(trouble)?;
    Ok(bytes)
}
