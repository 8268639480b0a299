//! `tm doc`: the reference of the library, or of a package of one's own, as pages for a browser.

use crate::args::Doc;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::progress::Progress;
use crate::reports;
use crate::terminal::summary;
use crate::terminal::text::count;
use crate::world::Files;
use crate::write::{Output, RealDisk, write_folder};
use std::path::Path;
use tm_compiler::Outcome;
use tm_compiler::emit::{Prepared, TemplateError};
use tm_compiler::handbook::{Page, page};
use tm_compiler::package::PackageId;
use tm_compiler::study::{Study, study};

pub(super) fn run(args: &Doc, console: &mut Console) -> Result<Exit, Failure> {
    let mut pages = library(console);
    if let Some(path) = &args.path {
        let world = Files::new(path, None);
        let read = study(&world);
        if read.analysis.outcome() == Outcome::Invalid {
            super::say_errors(&read.analysis, console);
            return Ok(Exit::Invalid);
        }
        pages.splice(0..0, own(&world, &read));
    }
    let files = files(&pages)?;
    write_folder(&mut RealDisk, &args.out, &files)?;
    let first = args.out.join("index.html");
    let (written, about) = (count(files.len(), "page", "pages"), count(pages.len(), "package", "packages"));
    console.print(&format!("wrote {written} about {about}\n"));
    console.print(&summary::next(&format!("open {}", first.display()), "shows them, with a search", console.style));
    Ok(Exit::Clean)
}

/// The pages of the library.
pub(super) fn library(console: &Console) -> Vec<Page> {
    pages_of(console, tm_stdlib::packages())
}

/// Those of the packages of the library that declare one of these names: they are few, and reading all takes seconds.
pub(super) fn library_with(console: &Console, names: &[&str]) -> Vec<Page> {
    const WORDS: &[&str] = &["type", "control", "threat", "enum", "scale", "matrix", "fn", "policy", "catalog"];
    let here = |line: &str| {
        let mut words = line.split([' ', ':', '(']);
        words.next().is_some_and(|word| WORDS.contains(&word)) && words.next().is_some_and(|name| names.contains(&name))
    };
    let declares = |package: &&str| tm_stdlib::files(package).iter().any(|file| file.text.lines().any(here));
    pages_of(console, tm_stdlib::packages().filter(declares))
}

fn pages_of(console: &Console, packages: impl Iterator<Item = &'static str>) -> Vec<Page> {
    let _progress = Progress::start(console, "reading");
    let pages = packages.filter_map(|package| {
        let world = Files::new(Path::new(package), None);
        let read = study(&world);
        page(&world, &read, read.analysis.package)
    });
    pages.collect()
}

/// The pages of a package and of what it uses beside the library.
pub(super) fn own(world: &Files, read: &Study) -> Vec<Page> {
    let ids = (0..read.packages.list.len()).filter_map(|at| u32::try_from(at).ok()).map(PackageId);
    let foreign = ids.filter(|id| read.packages.get(*id).is_some_and(|package| !package.embedded));
    foreign.filter_map(|id| page(world, read, id)).collect()
}

/// The first page and one for each package.
fn files(pages: &[Page]) -> Result<Vec<Output>, Failure> {
    let folder = Path::new("");
    let templates = reports::templates(&reports::Own::new(), folder)?;
    let write = |name: &str, template: &str, prepared: Result<Prepared, TemplateError>| -> Result<Output, Failure> {
        let text = prepared.and_then(|prepared| templates.render(template, &prepared));
        let text = text.map_err(|error| reports::mistake(&error, folder))?;
        Ok((format!("{name}.html"), text.into_bytes()))
    };
    let first = write("index", "doc/index.html", Prepared::of("pages", pages));
    let rest = pages.iter().map(|page| write(&page.name, "doc/package.html", Prepared::of("page", page)));
    std::iter::once(first).chain(rest).collect()
}
