//! Places that are typed in together: a variable and all its uses in its declaration.
//!
//! Variables alone: they are short, stand close together, and nothing else knows them. Other names may stand in other
//! files, or be known to decisions: for them there is renaming, which sees to that.

use crate::snapshot::Snapshot;
use std::ops::Range;
use tm_compiler::references::Meaning;
use tm_compiler::source::FileId;

/// The places that change with the name at a byte; none where it stands alone.
pub fn linked(at: &Snapshot, file: FileId, byte: usize) -> Vec<Range<usize>> {
    let Some(reference) = at.reference_at(file, byte) else {
        return Vec::new();
    };
    if !matches!(reference.meaning, Meaning::Variable(_)) || reference.declared.is_none() {
        return Vec::new();
    }
    let text = at.text(file);
    let name = &text[reference.span.range()];
    let same = at.references_in(file).iter().filter(|other| other.declared == reference.declared);
    let ranges: Vec<Range<usize>> = same.map(|other| other.span.range()).collect();
    // Where a reference covers more than the name, the rest of it would be typed over.
    let plain = ranges.iter().all(|range| &text[range.clone()] == name);
    if plain && ranges.len() > 1 { ranges } else { Vec::new() }
}
