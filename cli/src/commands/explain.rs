//! `tm explain`: the page of a code, the proof of a threat or why there is none, an entry of a catalogue, what a name means.

use super::{argument, doc, files, valid};
use crate::args::Explain;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::terminal::threats::Page as Layout;
use crate::terminal::{catalog, explanation, markdown, part, reference, summary};
use tm_compiler::catalog::Found;
use tm_compiler::codes;
use tm_compiler::compose::Extent;
use tm_compiler::diagnostic::nearest;
use tm_compiler::handbook::Page;
use tm_compiler::package;
use tm_compiler::study::study;

pub(super) fn run(args: &Explain, console: &mut Console) -> Result<Exit, Failure> {
    if !args.what.contains('@') {
        return page(args, console);
    }
    let Some(analysis) = valid(&args.model, console)? else {
        return Ok(Exit::Invalid);
    };
    let explained = if args.not { analysis.explain_not(&args.what) } else { analysis.explain(&args.what) };
    let path = argument(&args.model.path);
    let explanation = explained.map_err(|why| match args.not || analysis.explain_not(&args.what).is_err() {
        true => Failure::new(why),
        false => Failure::new(why).help(format!("`tm explain --not {}{path}` says why", args.what)),
    })?;
    let (style, width) = (console.style, console.width);
    let mut text = explanation::render(&explanation, &analysis.risk_method(), Layout { style, width });
    let next = summary::next(&format!("tm check{path}"), "after a change, checks again", style);
    text.push_str(&format!("\n{next}"));
    console.print(&text);
    Ok(Exit::Clean)
}

/// The page of a code.
fn page(args: &Explain, console: &mut Console) -> Result<Exit, Failure> {
    let code = args.what.to_uppercase();
    if args.not {
        return Err(Failure::new("`--not` is about a threat").help("write `tm explain --not Rule@element`"));
    }
    if !codes::ALL.contains(&code.as_str()) {
        let text = match entry(args, console)? {
            Some(text) => text,
            None => name(args, console)?,
        };
        console.print(&text);
        return Ok(Exit::Clean);
    }
    let text = codes::page(&code).ok_or_else(|| Failure::new(format!("no page is written for `{code}` yet")))?;
    let text = markdown::render(text, console.style, console.width);
    console.print(&text);
    Ok(Exit::Clean)
}

/// What a package says about a threat, a control, a type, a property: those of the model's own packages first.
fn name(args: &Explain, console: &Console) -> Result<String, Failure> {
    let world = files(&args.model)?;
    let read = study(&world);
    let own = doc::own(&world, &read);
    let render = |text: &str| markdown::render(text, console.style, console.width);
    if let Some(text) = declared(&own, &args.what) {
        return Ok(render(&text));
    }
    let document = read.analysis.document_of(Extent { proofs: false, questions: 0, ..Extent::FULL });
    if let Some(text) = part::entry(&document, &args.what) {
        return Ok(render(&text));
    }
    let likely = doc::library_with(console, &args.what.split('.').collect::<Vec<_>>());
    if let Some(text) = declared(&likely, &args.what) {
        return Ok(render(&text));
    }
    let library = doc::library(console);
    if let Some(text) = declared(&library, &args.what) {
        return Ok(render(&text));
    }
    let entries = own.iter().chain(&library).flat_map(reference::entries);
    let names: Vec<&str> = entries.map(|(name, _)| name).collect();
    let known = codes::ALL.iter().copied().chain(names).chain(part::names(&document));
    let ids = package::load(&world).catalogs.alike(&args.what);
    let near = ids.first().cloned().or_else(|| nearest(&args.what, known));
    let near = near.map(|name| format!("did you mean `{name}`? "));
    let help = "codes read like E0302, threats of a model like Rule@element (`tm check` shows both)";
    Err(Failure::new(format!("`{}` is no code, no id of a catalogue, and nothing has this name", args.what))
        .help(near.unwrap_or_default() + help))
}

/// The entry of a name in the pages of packages; it may stand behind that of its package or its enum.
fn declared(pages: &[Page], what: &str) -> Option<String> {
    let find = |name: &str, package: Option<&str>| {
        let pages = pages.iter().filter(|page| package.is_none_or(|package| page.name == package));
        let mut entries = pages.flat_map(reference::entries);
        entries.find(|(known, _)| *known == name).map(|(_, text)| text)
    };
    let (before, last) = what.rsplit_once('.').unwrap_or_default();
    find(what, None).or_else(|| find(last, Some(before))).or_else(|| find(before, None))
}

/// What a catalogue says about an id; nothing where it has the form of no catalogue's ids.
fn entry(args: &Explain, console: &Console) -> Result<Option<String>, Failure> {
    let packages = package::load(&files(&args.model)?);
    let (style, width) = (console.style, console.width);
    match packages.catalogs.find(&args.what) {
        Found::Entry(entry) => Ok(Some(catalog::render(&packages.catalogs, &entry, Layout { style, width }))),
        Found::Unknown(known) => {
            let near = known.nearest(&args.what).map(|id| format!("did you mean `{id}`?"));
            Err(Failure::new(format!("`{}` is not in {}", args.what, known.source())).help(near.unwrap_or_default()))
        }
        Found::Strange => Ok(None),
    }
}
