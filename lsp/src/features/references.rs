//! Where a name is used: in all packages, or in one file for highlighting.

use crate::snapshot::{Location, Snapshot, View};
use std::ops::Range;
use tm_compiler::references::Reference;
use tm_compiler::source::{FileId, Span};

/// The places that mean the same as the name at a byte, in the order of paths and texts.
pub fn references(view: &View, file: FileId, byte: usize, with_declaration: bool) -> Vec<Location> {
    let Some(declared) = view.main.reference_at(file, byte).and_then(|reference| reference.declared) else {
        return Vec::new();
    };
    let mut found = all(view, &view.main.location(declared));
    if !with_declaration {
        found.retain(|at| *at != view.main.location(declared));
    }
    found
}

/// All places that mean what is declared at a location.
pub fn all(view: &View, declared: &Location) -> Vec<Location> {
    let mut found = Vec::new();
    for at in view.snapshots() {
        if let Some(span) = at.span(declared) {
            found.extend(to(at, span).map(|reference| at.location(reference.span)));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The references of a snapshot to what is declared at a span.
pub fn to(at: &Snapshot, declared: Span) -> impl Iterator<Item = &Reference> {
    at.study.references.iter().filter(move |reference| reference.declared == Some(declared))
}

/// A place to highlight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Where.
    pub range: Range<usize>,
    /// True where it is declared.
    pub declares: bool,
}

/// The places in the file that mean the same as the name at a byte.
pub fn highlights(at: &Snapshot, file: FileId, byte: usize) -> Vec<Highlight> {
    let Some(reference) = at.reference_at(file, byte) else {
        return Vec::new();
    };
    let same = |other: &&Reference| match reference.declared {
        Some(declared) => other.declared == Some(declared),
        None => other.meaning == reference.meaning,
    };
    let own = at.references_in(file).iter().filter(same);
    own.map(|other| Highlight { range: other.span.range(), declares: other.declared == Some(other.span) }).collect()
}
