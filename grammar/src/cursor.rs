//! The tree of a file as rowan's nodes, which know their parents: for editors and the formatter.

use crate::kind::{ALL, SyntaxKind as K};
use crate::tree::Tree;
use rowan::{GreenNode, GreenNodeBuilder};

/// rowan's view of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tm {}

impl rowan::Language for Tm {
    type Kind = K;

    fn kind_from_raw(raw: rowan::SyntaxKind) -> K {
        ALL.get(raw.0 as usize).copied().unwrap_or(K::Error)
    }

    fn kind_to_raw(kind: K) -> rowan::SyntaxKind {
        kind.into()
    }
}

/// A node of the tree.
pub type SyntaxNode = rowan::SyntaxNode<Tm>;
/// A token of the tree.
pub type SyntaxToken = rowan::SyntaxToken<Tm>;
/// A node or a token of the tree.
pub type SyntaxElement = rowan::SyntaxElement<Tm>;

/// A lossless tree that owns its text: to be kept, and to be shared between threads.
#[derive(Clone, Debug)]
pub struct Lossless(GreenNode);

impl Lossless {
    pub(crate) fn of(tree: &Tree<'_>) -> Self {
        let mut nodes = tree.nodes.iter().peekable();
        let mut builder = GreenNodeBuilder::new();
        let mut open: Vec<u32> = Vec::new(); // end token of each open node
        let close = |builder: &mut GreenNodeBuilder<'_>, open: &mut Vec<u32>, at: u32| {
            while open.pop_if(|end| *end <= at).is_some() {
                builder.finish_node();
            }
        };
        for (at, token) in (0..).zip(&tree.tokens) {
            close(&mut builder, &mut open, at);
            while let Some(node) = nodes.next_if(|node| node.first == at) {
                open.push(node.end);
                builder.start_node(node.kind.into());
            }
            builder.token(token.kind.into(), &tree.text[token.range.clone()]);
        }
        if tree.tokens.is_empty() {
            open.push(0);
            builder.start_node(K::File.into());
        }
        close(&mut builder, &mut open, u32::MAX);
        Self(builder.finish())
    }

    /// The root of the tree.
    pub fn root(&self) -> SyntaxNode {
        SyntaxNode::new_root(self.0.clone())
    }
}
