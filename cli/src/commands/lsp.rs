//! `tm lsp`: the language server, which an editor starts.

use crate::args::Lsp;
use crate::diagrams;
use crate::exit::{Exit, Failure, reason};
use crate::world::{Files, readable_sources, slashes};
use crate::write::{Output, RealDisk, write_folder};
use jiff::civil::Date;
use std::env;
use std::fs::File;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;
use tm_compiler::document::Document;
use tm_compiler::world::World;
use tm_lsp::{Host, Picture};
use tm_pipeline::baseline::HEAD;

pub(super) fn run(args: &Lsp) -> Result<Exit, Failure> {
    let host = Machine { today: args.day.today };
    tm_lsp::serve(Arc::new(host))
        .map_err(|error| Failure::new(format!("cannot start the server: {}", reason(&error))))?;
    Ok(Exit::Clean)
}

/// This machine, as the server sees it.
struct Machine {
    today: Option<Date>,
}

impl Host for Machine {
    fn world(&self) -> Box<dyn World> {
        Box::new(Files::new(Path::new("."), self.today))
    }

    fn sources(&self, folder: &str) -> Vec<String> {
        let found = readable_sources(Path::new(folder)).unwrap_or_default();
        let mut paths: Vec<String> = found.iter().map(|path| slashes(path)).collect();
        paths.sort();
        paths
    }

    fn baselines(&self, package: &str) -> Vec<String> {
        baselines(Path::new(package))
    }

    fn library(&self) -> Option<String> {
        let folder = cache()?.join("tm").join(library_id());
        if folder.join("std").is_dir() {
            return Some(slashes(&folder));
        }
        lay_out(&folder).ok()?;
        clear(folder.parent()?, MOST_LIBRARIES);
        Some(slashes(&folder))
    }

    fn picture(&self, document: &Document, view: Option<&str>) -> Option<Picture> {
        diagrams::preview(document, view)
    }
}

/// Folders above a package in which baselines are looked for, up to that of the repository.
const MOST_ABOVE: usize = 8;
/// Files of one folder that are looked at, and how large a baseline may be.
const MOST_FILES: usize = 2_000;
const LARGEST: u64 = 16 << 20;

/// The texts of the baselines in a package's folder and above it.
fn baselines(package: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for folder in package.ancestors().take(MOST_ABOVE).filter(|folder| folder.is_dir()) {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten().take(MOST_FILES);
        let mut paths: Vec<PathBuf> = files.map(|file| file.path()).filter(|path| path.is_file()).collect();
        paths.sort();
        found.extend(paths.iter().filter_map(|path| baseline(path)));
        if folder.join(".git").exists() {
            break;
        }
    }
    found
}

/// The text of a file that begins like a baseline.
fn baseline(path: &Path) -> Option<String> {
    let mut file = File::open(path).ok()?.take(LARGEST);
    let mut head = [0; HEAD.len()];
    file.read_exact(&mut head).ok()?;
    let mut text = String::new();
    (head == *HEAD.as_bytes()).then(|| file.read_to_string(&mut text).ok())??;
    Some(text)
}

/// Where programs keep what they can make again.
fn cache() -> Option<PathBuf> {
    let folder = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let home = || folder("HOME").or_else(|| folder("USERPROFILE"));
    folder("XDG_CACHE_HOME").or_else(|| folder("LOCALAPPDATA")).or_else(|| home().map(|home| home.join(".cache")))
}

/// A name that changes whenever a file of the library does.
fn library_id() -> String {
    let mut hasher = DefaultHasher::new();
    for package in tm_stdlib::packages() {
        for file in tm_stdlib::files(package) {
            (file.path, file.text).hash(&mut hasher);
        }
    }
    format!("{LIBRARY}{}-{:016x}", tm_stdlib::VERSION, hasher.finish())
}

/// How the folders of libraries begin.
const LIBRARY: &str = "library-";

/// So many libraries are kept: servers of other versions may be running.
const MOST_LIBRARIES: usize = 6;

/// Takes away the oldest libraries. What cannot be taken away stays.
fn clear(cache: &Path, kept: usize) {
    let entries = std::fs::read_dir(cache).into_iter().flatten().flatten();
    let libraries = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(LIBRARY));
    let mut found: Vec<(SystemTime, PathBuf)> =
        libraries.filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path()))).collect();
    found.sort();
    for (_, path) in found.iter().rev().skip(kept) {
        let _ = std::fs::remove_dir_all(path);
    }
}

/// Writes the library's files for editors to open. They are read-only: what somebody types there would be lost.
fn lay_out(folder: &Path) -> Result<(), Failure> {
    let packages = tm_stdlib::packages();
    let files: Vec<Output> =
        packages.flat_map(tm_stdlib::files).map(|file| (file.path.to_owned(), file.text.as_bytes().to_vec())).collect();
    write_folder(&mut RealDisk, folder, &files)?;
    for (path, _) in &files {
        let path = folder.join(path);
        if let Ok(about) = std::fs::metadata(&path) {
            let mut rights = about.permissions();
            rights.set_readonly(true);
            // Where the disk knows no such thing, the file stays as it is.
            let _ = std::fs::set_permissions(&path, rights);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[cfg(unix)]
    #[test]
    fn only_the_newest_libraries_are_kept() {
        let cache = tempfile::tempdir().unwrap();
        for (days, name) in ["library-a", "library-b", "library-c", "others"].into_iter().enumerate() {
            let folder = cache.path().join(name);
            std::fs::create_dir_all(folder.join("std")).unwrap();
            let then = SystemTime::UNIX_EPOCH + Duration::from_secs(86_400 * days as u64);
            File::open(&folder).unwrap().set_modified(then).unwrap();
        }
        clear(cache.path(), 2);
        let left = |name: &str| cache.path().join(name).is_dir();
        assert_eq!(["library-a", "library-b", "library-c", "others"].map(left), [false, true, true, true]);
    }
}
