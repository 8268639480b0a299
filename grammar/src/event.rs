//! What the parser reports: one event per node, children before parents.

use crate::kind::SyntaxKind;

/// A node of the tree to come: its kind and the tokens it covers, as indices into the token table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Kind of the node.
    pub kind: SyntaxKind,
    /// Index of its first token.
    pub start: usize,
    /// One past the index of its last token.
    pub end: usize,
}
