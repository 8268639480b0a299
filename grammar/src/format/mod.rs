//! The formatter: the same tokens, with the gaps between them made regular.
//!
//! ```text
//! tree ──items──▶ tokens and comments, each with the form of the gap before it (rules), and the groups
//!                 that break as one ──print──▶ text, and the edits that lead there
//! ```
//! It only ever rewrites the white space between tokens, so comments cannot get lost. Three things within
//! tokens change: blanks at the end of a comment go, line ends in a text of several lines become `\n`, and
//! a byte order mark goes. Commas stay where the author put them. Inside a statement with a mistake, and
//! inside a block that is never closed, the gaps stay as they are.

mod guard;
mod items;
mod print;
mod rows;
mod rules;

use crate::cursor::SyntaxNode;
use crate::kind::SyntaxKind as K;
use std::ops::Range;

/// Lines are broken, where the language allows it, so that they are no longer than this.
pub const WIDTH: usize = 100;
/// Blanks for each level of nesting.
pub const INDENT: usize = 2;

/// A formatted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formatted {
    /// The whole text.
    pub text: String,
    /// The changes that lead to it: in order, apart from each other.
    pub edits: Vec<Edit>,
    /// The result says the same as the source. If it did not, the source is returned as it was
    /// and this is false, which is a defect of the formatter.
    pub faithful: bool,
}

/// One change of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the source that go.
    pub range: Range<usize>,
    /// What stands there instead.
    pub text: String,
}

/// Formats the text of a file.
pub fn format(text: &str) -> Formatted {
    let before = crate::parse(text);
    let plan = items::collect(text, &before.root());
    let (formatted, edits) = print::print(text, &plan);
    if guard::same(&before, &crate::parse(&formatted)) {
        return Formatted { text: formatted, edits, faithful: true };
    }
    Formatted { text: text.to_owned(), edits: Vec::new(), faithful: false }
}

/// The edits that format the statements which `range` touches, and nothing else.
pub fn format_range(text: &str, range: Range<usize>) -> Vec<Edit> {
    let root = crate::parse(text).root();
    let touched = touched(text, &root, range);
    let mut edits = format(text).edits;
    edits.retain(|edit| touched.start <= edit.range.start && edit.range.end <= touched.end);
    edits
}

/// Bytes of the innermost statements that hold a range, with the white space before them.
fn touched(text: &str, root: &SyntaxNode, range: Range<usize>) -> Range<usize> {
    let mut holder = root.clone();
    loop {
        let mut inside = None;
        let mut found: Option<Range<usize>> = None;
        for child in holder.children() {
            let bytes = usize::from(child.text_range().start())..usize::from(child.text_range().end());
            if bytes.end < range.start || bytes.start > range.end {
                continue;
            }
            if bytes.start <= range.start && range.end <= bytes.end {
                inside = inner_block(&child, &range);
            }
            let start = found.map_or(bytes.start, |before| before.start);
            found = Some(start..bytes.end);
        }
        match (inside, found) {
            (Some(block), _) => holder = block,
            (None, Some(found)) => return text[..found.start].trim_end().len()..found.end,
            (None, None) => return range.start..range.start,
        }
    }
}

/// The block of a statement, if it holds the range within its braces.
fn inner_block(statement: &SyntaxNode, range: &Range<usize>) -> Option<SyntaxNode> {
    statement.children().find(|node| {
        node.kind() == K::Block
            && usize::from(node.text_range().start()) < range.start
            && range.end < usize::from(node.text_range().end())
            && node.children().next().is_some()
    })
}
