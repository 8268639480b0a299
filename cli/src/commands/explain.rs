//! `tm explain`: the page of a code, the proof of a threat or why there is none, an entry of a catalogue.

use super::{argument, files, valid};
use crate::args::Explain;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::terminal::threats::Page;
use crate::terminal::{catalog, explanation, markdown, summary};
use tm_compiler::catalog::Found;
use tm_compiler::codes;
use tm_compiler::diagnostic::nearest;
use tm_compiler::package;

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
    let mut text = explanation::render(&explanation, Page { style, width });
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
        if let Some(text) = entry(args, console)? {
            console.print(&text);
            return Ok(Exit::Clean);
        }
        let near = nearest(&code, codes::ALL).map(|name| format!("did you mean `{name}`? "));
        return Err(Failure::new(format!("`{}` is no code, no id of a threat and no id of a catalogue", args.what))
            .help(format!(
                "{}codes read like E0302, threats like Rule@element (`tm check` shows both)",
                near.unwrap_or_default()
            )));
    }
    let text = codes::page(&code).ok_or_else(|| Failure::new(format!("no page is written for `{code}` yet")))?;
    let text = markdown::render(text, console.style, console.width);
    console.print(&text);
    Ok(Exit::Clean)
}

/// What a catalogue says about an id; nothing where it has the form of no catalogue's ids.
fn entry(args: &Explain, console: &Console) -> Result<Option<String>, Failure> {
    let packages = package::load(&files(&args.model)?);
    let (style, width) = (console.style, console.width);
    match packages.catalogs.find(&args.what) {
        Found::Entry(entry) => Ok(Some(catalog::render(&packages.catalogs, &entry, Page { style, width }))),
        Found::Unknown(known) => {
            let near = known.nearest(&args.what).map(|id| format!("did you mean `{id}`?"));
            Err(Failure::new(format!("`{}` is not in {}", args.what, known.source())).help(near.unwrap_or_default()))
        }
        Found::Strange => Ok(None),
    }
}
