//! `tm baseline`: what stands today, one line each, for checks that judge what is new.

use super::valid;
use crate::args::{Baseline as Args, Model};
use crate::bounds;
use crate::console::Console;
use crate::evidence;
use crate::exit::{Exit, Failure};
use crate::terminal::summary;
use crate::terminal::text::count;
use crate::world::packages;
use crate::write::{RealDisk, write_file};
use std::path::{Path, PathBuf};
use tm_compiler::compose::Extent;
use tm_pipeline::baseline::Baseline;

/// Baselines larger than this are not read.
const LARGEST: u64 = 256 * 1024 * 1024;

pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let packages = packages(&args.model.path);
    let packages = packages.map_err(|error| Failure::io("read the folder", &args.model.path, &error))?;
    if !packages.is_empty() {
        return many(args, &packages, console);
    }
    let Some(analysis) = valid(&args.model, console)? else {
        return Ok(Exit::Invalid);
    };
    let baseline = Baseline::of(&analysis.document_of(Extent::listing(usize::MAX)));
    let Some(path) = &args.out else {
        console.print(&baseline.write());
        return Ok(Exit::Clean);
    };
    write_file(&mut RealDisk, path, baseline.write().as_bytes())?;
    let known = count(baseline.len(), "open threat is known", "open threats are known");
    let shown = path.display();
    let check = super::argument(&args.model.path);
    let next =
        summary::next(&format!("tm check{check} --baseline {shown}"), "fails for what is new or worse", console.style);
    console.print(&format!("{shown}: {known}\n{next}"));
    Ok(Exit::Clean)
}

/// A baseline in each package of a folder.
fn many(args: &Args, packages: &[PathBuf], console: &mut Console) -> Result<Exit, Failure> {
    let name = args.out.as_deref().filter(|name| name.components().count() == 1);
    let Some(name) = name else {
        return Err(Failure::new("this folder holds several packages, and each gets a baseline of its own")
            .help("name the file that is written into each: `--out known.txt`"));
    };
    let mut exit = Exit::Clean;
    for package in packages {
        let model = Model { path: package.clone(), ..args.model.clone() };
        let one = Args { model, out: Some(package.join(name)) };
        let Some(analysis) = valid(&one.model, console)? else {
            exit = Exit::Invalid;
            continue;
        };
        let baseline = Baseline::of(&analysis.document_of(Extent::listing(usize::MAX)));
        let file = package.join(name);
        write_file(&mut RealDisk, &file, baseline.write().as_bytes())?;
        let known = count(baseline.len(), "open threat is known", "open threats are known");
        console.print(&format!("{}: {known}\n", file.display()));
    }
    Ok(exit)
}

/// Reads a baseline.
///
/// # Errors
/// Where it cannot be read, or is none.
pub(super) fn read(path: &Path) -> Result<Baseline, Failure> {
    let missing = |error: std::io::Error| error.kind() == std::io::ErrorKind::NotFound;
    if std::fs::metadata(path).is_err_and(missing) {
        let message = format!("cannot read the baseline `{}`: no such file or directory", path.display());
        return Err(Failure::new(message).help(format!("`tm baseline --out {}` writes one", path.display())));
    }
    bounds::check(path)?;
    let bytes = evidence::bytes(path, LARGEST)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::new(format!("the baseline `{}` is not UTF-8 text", path.display())))?;
    Baseline::read(&text)
        .map_err(|bad| Failure::new(format!("the baseline `{}` cannot be read: {bad}", path.display())))
}
