//! `tm diagram`: one picture, as SVG, PNG, or text for Graphviz and Mermaid.

use super::valid;
use crate::args::{Diagram, Engine, Picture, Way};
use crate::console::Console;
use crate::diagrams::{Map, Scope, graphviz, plan};
use crate::exit::{Exit, Failure};
use crate::progress::Progress;
use crate::reports;
use crate::write::{RealDisk, write_file};
use std::io::Write as _;
use tm_compiler::compose::Extent;
use tm_compiler::document::Document;
use tm_diagram::{Direction, Png, PngError, render_png};

pub(super) fn run(args: &Diagram, console: &mut Console) -> Result<Exit, Failure> {
    let format = format(args)?;
    if format == Picture::Png && args.output.is_none() && console.out_is_screen {
        return Err(Failure::new("a PNG is not for a terminal").help("name a file with `-o`"));
    }
    let Some(analysis) = valid(&args.model, console)? else {
        return Ok(Exit::Invalid);
    };
    let document = analysis.document_of(Extent { elements: true, ..Extent::listing(usize::MAX) });
    let (bytes, note) = {
        let _progress = Progress::start(console, "drawing");
        picture(args, format, &document)?
    };
    if let Some(note) = note {
        console.say(&format!("note: {note}\n"));
    }
    match &args.output {
        Some(path) => {
            write_file(&mut RealDisk, path, &bytes)?;
            console.say(&format!("wrote {}\n", path.display()));
        }
        None => {
            // The console keeps what went wrong and says so at the end.
            let _ = console.write_all(&bytes);
        }
    }
    Ok(Exit::Clean)
}

/// The format asked for, or the one that the file's ending means.
fn format(args: &Diagram) -> Result<Picture, Failure> {
    let ending = args.output.as_ref().and_then(|path| path.extension());
    let ending = ending.map(|ending| ending.to_string_lossy().to_lowercase());
    match (args.format, ending.as_deref()) {
        (Some(format), _) => Ok(format),
        (None, None | Some("svg")) => Ok(Picture::Svg),
        (None, Some("png")) => Ok(Picture::Png),
        (None, Some("dot" | "gv")) => Ok(Picture::Dot),
        (None, Some("mmd" | "mermaid")) => Ok(Picture::Mermaid),
        (None, Some(other)) => Err(Failure::new(format!("no kind of picture goes with `.{other}`"))
            .help("endings are .svg, .png, .dot and .mmd; or say `--format`")),
    }
}

fn picture(args: &Diagram, format: Picture, document: &Document) -> Result<(Vec<u8>, Option<String>), Failure> {
    let map = Map::new(document);
    let (scope, title) = scope(args, &map)?;
    let text = |ending| reports::diagram_text(&reports::part(document, &scope), ending);
    match (format, args.engine) {
        (Picture::Dot, _) => Ok((text("dot")?.into_bytes(), None)),
        (Picture::Mermaid, _) => Ok((text("mmd")?.into_bytes(), None)),
        (Picture::Svg | Picture::Png, Engine::Dot) => {
            let text = turned(&text("dot")?, args.direction);
            let kind = if format == Picture::Svg { "svg" } else { "png" };
            Ok((graphviz::run("dot", kind, &text, graphviz::PATIENCE)?, None))
        }
        (Picture::Svg | Picture::Png, Engine::Elk) => {
            let direction = match args.direction {
                Way::Down => Direction::Down,
                Way::Right => Direction::Right,
            };
            let rendered = plan::render(&map, &scope, &title, direction);
            if format == Picture::Svg {
                return Ok((rendered.svg.into_bytes(), rendered.note));
            }
            let png = pixels(&rendered.svg, args.scale)?;
            let notes: Vec<String> = rendered.note.into_iter().chain(unreadable(&png.missing)).collect();
            Ok((png.bytes, (!notes.is_empty()).then(|| notes.join("; "))))
        }
    }
}

/// That a PNG shows empty boxes in the place of some letters.
fn unreadable(missing: &[char]) -> Option<String> {
    let first: String = missing.iter().take(8).collect();
    let more = if missing.len() > 8 { format!(" and {} more", missing.len() - 8) } else { String::new() };
    (!missing.is_empty()).then(|| {
        format!("the PNG shows empty boxes for letters that its font lacks ({first}{more}); SVG shows them all")
    })
}

/// A PNG at the scale asked for; otherwise at the largest that a PNG may have.
fn pixels(svg: &str, scale: Option<f32>) -> Result<Png, Failure> {
    let failed = |error: PngError| Failure::new(error.to_string());
    if let Some(scale) = scale {
        return render_png(svg, scale).map_err(failed);
    }
    let mut scale = 2.0;
    loop {
        match render_png(svg, scale) {
            Err(PngError::TooLarge { .. }) if scale > 0.1 => scale /= 2.0,
            other => return other.map_err(failed),
        }
    }
}

/// What to draw, and its heading.
fn scope<'a>(args: &Diagram, map: &Map<'a>) -> Result<(Scope<'a>, String), Failure> {
    let document = map.document;
    let model = plan::first(map);
    if let Some(name) = &args.view {
        let view = document.views.iter().find(|view| view.name == *name);
        let names = document.views.iter().map(|view| view.name.as_str());
        let view = view.ok_or_else(|| unknown("view", name, names))?;
        return Ok((Scope::some(map, &view.include), view.title.clone()));
    }
    if let Some(name) = &args.boundary {
        let names = document.boundaries.iter().map(|boundary| boundary.id.as_str());
        let boundary = map.boundary(name).ok_or_else(|| unknown("boundary", name, names))?;
        return Ok((Scope::boundary(map, name, plan::READABLE), boundary.title.clone()));
    }
    if !args.full {
        return Ok((model.scope, model.title));
    }
    let size = document.elements.len();
    if size > plan::DRAWABLE {
        let most = plan::DRAWABLE;
        return Err(Failure::new(format!("{size} elements are more than one picture can show ({most})"))
            .help("leave out `--full` for an overview, or draw a part with `--view` or `--boundary`"));
    }
    Ok((Scope::whole(map), model.title))
}

pub(super) fn unknown<'n>(what: &str, name: &str, known: impl Iterator<Item = &'n str>) -> Failure {
    let known: Vec<&str> = known.collect();
    let near = tm_compiler::diagnostic::nearest(name, &known);
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => format!("the model declares no {what}"),
        None => format!("there is {}", tm_compiler::diagnostic::list_names(known, 8)),
    };
    Failure::new(format!("there is no {what} `{name}`")).help(help)
}

/// The direction is the first thing a text for Graphviz says.
fn turned(text: &str, direction: Way) -> String {
    match direction {
        Way::Down => text.to_owned(),
        Way::Right => text.replacen("rankdir=TB", "rankdir=LR", 1),
    }
}
