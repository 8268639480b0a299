//! `tm build`: the report, the pictures and the analysis, all of them or none.

use super::{argument, tally, valid};
use crate::args::Build;
use crate::console::Console;
use crate::diagrams::{Map, plan};
use crate::exit::{Exit, Failure};
use crate::guard::within;
use crate::progress::Progress;
use crate::reports;
use crate::stale;
use crate::terminal::style::Ink;
use crate::terminal::summary;
use crate::terminal::text::count;
use crate::write::{Output, RealDisk, write_folder};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;
use tm_compiler::document::Document;
use tm_compiler::emit::Picture;
use tm_diagram::Direction;

/// Reports that every build writes.
const REPORTS: [&str; 2] = ["report.html", "report.md"];
/// Names that no template may have: builds write them without one.
const TAKEN: [&str; 2] = ["analysis.json", "diagrams"];
/// Writing with templates of a user's own may take so long.
const PATIENCE: Duration = Duration::from_secs(120);
/// Files named one by one in the list of what was written.
const LISTED: usize = 12;

pub(super) fn run(args: &Build, console: &mut Console) -> Result<Exit, Failure> {
    let own = match &args.template {
        Some(folder) => reports::read_own(folder)?,
        None => Vec::new(),
    };
    let Some(analysis) = valid(&args.model, console)? else {
        return Ok(Exit::Invalid);
    };
    let files = {
        let _progress = Progress::start(console, "drawing and writing");
        let folder = args.template.as_deref().unwrap_or(Path::new(""));
        let files = written(analysis.document(), own, folder)?;
        write_folder(&mut RealDisk, &args.out, &files)?;
        stale::remove(&args.out, &files);
        files
    };
    let mut text = tally(analysis.diagnostics(), console.style);
    if !text.is_empty() {
        let path = argument(&args.model.path);
        text = format!("{} (`tm check{path}` shows them)\n", text.trim_end());
    }
    text.push_str(&listing(&args.out, &files, console));
    console.print(&text);
    Ok(analysis.outcome().into())
}

/// The report for browsers.
///
/// # Errors
/// Where a template fails, which is a defect of the library.
pub(crate) fn report(document: &Document) -> Result<String, Failure> {
    let (own, folder) = (Vec::new(), Path::new(""));
    let templates = reports::templates(&own, folder)?;
    let render =
        |name: &str, prepared: &_| templates.render(name, prepared).map_err(|error| reports::mistake(&error, folder));
    let mermaid = render("diagram.mmd", &reports::prepare(document, &[], "")?)?;
    render(REPORTS[0], &reports::prepare(document, &pictures(document), &mermaid)?)
}

/// Everything that a build writes. Templates of a user's own may loop, so they get only so much time.
fn written(document: Document, own: reports::Own, folder: &Path) -> Result<Vec<Output>, Failure> {
    if own.is_empty() {
        return files(&document, &own, folder);
    }
    let folder = folder.to_owned();
    within(PATIENCE, "writing with these templates", move || files(&document, &own, &folder))
}

/// Everything that a build writes.
fn files(document: &Document, own: &reports::Own, folder: &Path) -> Result<Vec<Output>, Failure> {
    let templates = reports::templates(own, folder)?;
    if let Some(name) = templates.own_reports().iter().find(|name| TAKEN.contains(&name.as_str())) {
        let message =
            format!("`{}` is no name for a template: every build writes `{name}`", folder.join(name).display());
        return Err(Failure::new(message).help("give it another name"));
    }
    let pictures = pictures(document);
    let bare = reports::prepare(document, &[], "")?;
    let render =
        |name: &str, prepared| templates.render(name, prepared).map_err(|error| reports::mistake(&error, folder));
    let (dot, mermaid) = (render("diagram.dot", &bare)?, render("diagram.mmd", &bare)?);
    let prepared = reports::prepare(document, &pictures, &mermaid)?;
    let names = REPORTS.into_iter().chain(templates.own_reports().iter().map(String::as_str));
    let mut out: Vec<Output> = Vec::new();
    for name in names {
        out.push((name.to_owned(), render(name, &prepared)?.into_bytes()));
    }
    out.push(("diagram.dot".to_owned(), dot.into_bytes()));
    out.push(("diagram.mmd".to_owned(), mermaid.into_bytes()));
    let mut taken = BTreeSet::new();
    for picture in pictures {
        out.push((format!("diagrams/{}.svg", file_name(&picture.name, &mut taken)), picture.svg.into_bytes()));
    }
    let mut json = Vec::new();
    let written = crate::json::write(&mut json, document);
    written.map_err(|error| Failure::new(format!("cannot write JSON: {error}")))?;
    out.push(("analysis.json".to_owned(), json));
    Ok(out)
}

fn pictures(document: &Document) -> Vec<Picture> {
    let map = Map::new(document);
    let (planned, left_out) = plan::all(&map);
    let mut pictures: Vec<Picture> = planned
        .into_iter()
        .map(|planned| {
            let rendered = planned.render(&map, Direction::Down);
            Picture {
                name: planned.name,
                title: planned.title,
                svg: rendered.svg,
                note: rendered.note.unwrap_or_default(),
            }
        })
        .collect();
    if let (Some(first), Some(left_out)) = (pictures.first_mut(), left_out) {
        let gap = if first.note.is_empty() { "" } else { "; " };
        first.note = format!("{}{gap}{left_out}", first.note);
    }
    pictures
}

/// A name for a file system that takes `A` and `a` for the same.
fn file_name(name: &str, taken: &mut BTreeSet<String>) -> String {
    let plain: String = name.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '-' }).collect();
    let mut out = plain.clone();
    let mut times = 1;
    while !taken.insert(out.to_lowercase()) {
        times += 1;
        out = format!("{plain}-{times}");
    }
    out
}

fn listing(folder: &Path, files: &[Output], console: &Console) -> String {
    let style = console.style;
    let mut out = String::new();
    for (name, bytes) in files.iter().take(LISTED) {
        let size = style.paint(Ink::Quiet, &size(bytes.len()));
        let _ = writeln!(out, "  {}  {size}", folder.join(name).display());
    }
    if files.len() > LISTED {
        let more = count(files.len() - LISTED, "more file", "more files");
        let _ = writeln!(out, "  {}", style.paint(Ink::Quiet, &format!("… and {more}")));
    }
    let report = folder.join("report.html");
    out.push_str(&summary::next(&format!("open {}", report.display()), "in a browser", style));
    out
}

fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}
