//! `tm check`: mistakes, threats that count, questions, how it stands, what to do next.

mod against;
mod text;
mod verdict;

use super::analyse;
use crate::args::{Check, CheckFormat};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::terminal::summary::Size;
use tm_compiler::compose::Extent;
use tm_compiler::document::Document;
use tm_compiler::{Analysis, Outcome};

pub(super) fn run(args: &Check, console: &mut Console) -> Result<Exit, Failure> {
    let analysis = analyse(&args.model, console);
    let mut listing = match args.format {
        CheckFormat::Text => Listing::new(&analysis, args),
        CheckFormat::Json => Listing::whole(&analysis, Extent::FULL),
    };
    let judged = args.terms.asked() && analysis.outcome() != Outcome::Invalid;
    if judged {
        match &args.terms.against {
            Some(revision) => against::against(revision, args, &analysis, &mut listing.document)?,
            None => verdict::judge(&mut listing.document, &args.terms)?,
        }
    }
    match args.format {
        CheckFormat::Json => super::json(&listing.document, console)?,
        CheckFormat::Text => {
            let text = text::render(&analysis, &mut listing, args, console);
            console.print(&text);
        }
    }
    Ok(match analysis.outcome() {
        Outcome::Invalid => Exit::Invalid,
        _ if judged && listing.document.summary.gate.fails() => Exit::Findings,
        _ if judged => Exit::Clean,
        outcome => Exit::from(outcome),
    })
}

/// What is listed of an analysis: proofs and inventories of large models take longer than the analysis.
struct Listing {
    document: Document,
    size: Size,
    /// Threats that count and are not in the document: level and how many.
    hidden: Vec<(String, usize)>,
}

impl Listing {
    fn whole(analysis: &Analysis, extent: Extent) -> Self {
        Listing { document: analysis.document_of(extent), size: Size::of(analysis), hidden: Vec::new() }
    }

    /// What a screen shows; all threats where they are judged one by one.
    fn new(analysis: &Analysis, args: &Check) -> Self {
        if args.terms.asked() {
            return Self::whole(analysis, Extent { elements: true, ..Extent::listing(usize::MAX) });
        }
        text::listing(analysis, args.all)
    }
}
