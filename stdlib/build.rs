//! Writes the tables that embed the library: every folder with a `tm.toml` is a package, and
//! everything below `templates/` is a template.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed=build.rs");
    let mut packages = Vec::new();
    for folder in entries(&root)?.into_iter().filter(|path| path.is_dir()) {
        find_packages(&root, &folder, &mut packages)?;
    }
    let mut templates = Vec::new();
    find_files(&root.join("templates"), &|_| true, &mut templates)?;
    fs::write(out.join("packages.rs"), packages_table(&root, &packages)?)?;
    fs::write(out.join("templates.rs"), files_table(&root.join("templates"), "", &templates))
}

/// Folders with a `tm.toml`, at any depth, in the order of their paths.
fn find_packages(root: &Path, folder: &Path, packages: &mut Vec<PathBuf>) -> io::Result<()> {
    let name = relative(root, folder);
    if matches!(name.as_str(), "src" | "templates" | "target") || name.starts_with('.') {
        return Ok(());
    }
    println!("cargo::rerun-if-changed={}", folder.display());
    if folder.join("tm.toml").is_file() {
        packages.push(folder.to_owned());
    }
    for inner in entries(folder)?.into_iter().filter(|path| path.is_dir()) {
        find_packages(root, &inner, packages)?;
    }
    Ok(())
}

/// The `.tm` files, tables and icons of one package; a folder with a `tm.toml` of its own is another package.
fn package_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in entries(folder)? {
        if path.is_dir() && !path.join("tm.toml").is_file() {
            files.extend(package_files(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "tm" || ending == "tsv" || ending == "svg") {
            files.push(path);
        }
    }
    Ok(files)
}

fn find_files(folder: &Path, wanted: &dyn Fn(&Path) -> bool, files: &mut Vec<PathBuf>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for path in entries(folder)? {
        if path.is_dir() {
            find_files(&path, wanted, files)?;
        } else if wanted(&path) {
            files.push(path);
        }
    }
    Ok(())
}

/// What a folder holds, sorted, without hidden entries; nothing where there is no such folder.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if !hidden {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn packages_table(root: &Path, packages: &[PathBuf]) -> io::Result<String> {
    let mut rows = Vec::new();
    for folder in packages {
        let path = relative(root, folder);
        let name = format!("std.{}", path.replace('/', "."));
        let files = files_table(folder, &format!("std/{path}/"), &package_files(folder)?);
        rows.push((name, files));
    }
    rows.sort();
    let mut table = String::from("&[\n");
    for (name, files) in rows {
        let _ = writeln!(table, "    Package {{ name: {name:?}, files: {files} }},");
    }
    table.push_str("]\n");
    Ok(table)
}

fn files_table(root: &Path, prefix: &str, files: &[PathBuf]) -> String {
    let mut rows: Vec<(String, String)> =
        files.iter().map(|path| (format!("{prefix}{}", relative(root, path)), path.display().to_string())).collect();
    rows.sort();
    let mut table = String::from("&[\n");
    for (name, path) in rows {
        let _ = writeln!(table, "    File {{ path: {name:?}, text: include_str!({path:?}) }},");
    }
    table.push(']');
    table
}

/// A path below a root, with `/` on every system.
fn relative(root: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inner.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    parts.join("/")
}
