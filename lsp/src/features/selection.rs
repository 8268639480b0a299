//! Selections that grow: a word, its expression, its statement, its block, the file.

use crate::features::folding::bytes;
use crate::snapshot::Snapshot;
use std::ops::Range;
use tm_compiler::source::FileId;

/// The ranges around a byte, each inside the next.
pub fn selections(at: &Snapshot, file: FileId, byte: usize) -> Vec<Range<usize>> {
    let root = at.tree(file).root();
    let end: usize = root.text_range().end().into();
    let offset = u32::try_from(byte.min(end)).unwrap_or(u32::MAX);
    let Some(token) = root.token_at_offset(offset.into()).right_biased() else {
        return std::iter::once(0..end).collect();
    };
    let range = token.text_range();
    let mut found: Vec<Range<usize>> = Vec::new();
    found.push(range.start().into()..range.end().into());
    for node in token.parent_ancestors() {
        let range = bytes(&node);
        if found.last() != Some(&range) {
            found.push(range);
        }
    }
    found
}
