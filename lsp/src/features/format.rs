//! Formatting: a file, a range, and what was just typed.

use std::ops::Range;
use tm_grammar::format::Edit;

/// The edits that format a text.
pub fn document(text: &str) -> Vec<Edit> {
    tm_grammar::format(text).edits
}

/// The edits that format what a range touches.
pub fn range(text: &str, range: Range<usize>) -> Vec<Edit> {
    tm_grammar::format_range(text, range)
}

/// The edits after a character was typed at a byte: of the statement that a `}` ends, or of the line that was left.
pub fn typed(text: &str, byte: usize, character: char) -> Vec<Edit> {
    let byte = byte.min(text.len());
    let before = text[..byte].trim_end_matches([' ', '\t']);
    let (anchor, limit) = match character {
        '}' => (before.len(), byte),
        _ => {
            let line = before.trim_end_matches(['\n', '\r']);
            (line.len(), line.len())
        }
    };
    if anchor == 0 {
        return Vec::new();
    }
    let mut edits = tm_grammar::format_range(text, anchor - last_len(text, anchor)..anchor);
    edits.retain(|edit| edit.range.end <= limit); // nothing moves under the cursor
    edits
}

fn last_len(text: &str, end: usize) -> usize {
    text[..end].chars().next_back().map_or(0, char::len_utf8)
}
