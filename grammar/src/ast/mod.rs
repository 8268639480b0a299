//! Typed views over the syntax tree. Every part may be missing, since any text has a tree.

mod decl;
mod expr;
mod member;

pub use decl::*;
pub use expr::*;
pub use member::*;

use crate::kind::SyntaxKind as K;
use crate::tree::{SyntaxNode, SyntaxToken};
use std::ops::Range;

/// A view of a node of one kind (or of one of several kinds).
pub trait AstNode: Sized {
    /// True for the kinds of node that it shows.
    fn shows(kind: K) -> bool;
    /// The view, if the node is of a kind that it shows.
    fn cast(node: SyntaxNode) -> Option<Self>;
    /// The node it shows.
    fn syntax(&self) -> &SyntaxNode;

    /// Bytes of the source from its first to its last significant token, documentation left out.
    fn range(&self) -> Range<usize> {
        significant_range(self.syntax())
    }
}

/// Declares views of single kinds.
macro_rules! views {
    ($($(#[$doc:meta])* $name:ident = $kind:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name(crate::tree::SyntaxNode);

        impl crate::ast::AstNode for $name {
            fn shows(kind: crate::kind::SyntaxKind) -> bool {
                kind == crate::kind::SyntaxKind::$kind
            }
            fn cast(node: crate::tree::SyntaxNode) -> Option<Self> {
                Self::shows(node.kind()).then_some(Self(node))
            }
            fn syntax(&self) -> &crate::tree::SyntaxNode {
                &self.0
            }
        }
    )*};
}
pub(crate) use views;

views! {
    /// A declared name.
    Name = Name;
    /// The text in quotes behind a name.
    Title = Title;
    /// Words joined by dots.
    Path = Path;
    /// One type, or several joined by `+`.
    TypeRef = TypeRef;
    /// The type of a list, `[T]`.
    ListType = ListType;
    /// What stands between `{` and `}`.
    Block = Block;
    /// The whole file.
    File = File;
}

impl File {
    pub(crate) fn of_root(root: SyntaxNode) -> Self {
        Self(root)
    }

    /// The statements of the file, those with mistakes too.
    pub fn statements(&self) -> impl Iterator<Item = Statement> + use<> {
        children(&self.0)
    }

    /// The `//!` documentation, without its markers.
    pub fn doc(&self) -> String {
        doc_text(&self.0, K::FileDoc)
    }
}

impl Block {
    /// The statements of the block, those with mistakes too.
    pub fn statements(&self) -> impl Iterator<Item = Statement> + use<> {
        children(&self.0)
    }
}

impl Name {
    /// The name as written.
    pub fn text(&self) -> String {
        self.token().map(|token| token.text().to_owned()).unwrap_or_default()
    }
    /// The word.
    pub fn token(&self) -> Option<SyntaxToken> {
        words(&self.0).next()
    }
}

impl Title {
    /// The string token.
    pub fn token(&self) -> Option<SyntaxToken> {
        token(&self.0, K::String)
    }
}

impl Path {
    /// The words of the path.
    pub fn segments(&self) -> impl Iterator<Item = SyntaxToken> + use<> {
        words(&self.0)
    }
}

impl TypeRef {
    /// The types that are joined.
    pub fn paths(&self) -> impl Iterator<Item = Path> + use<> {
        children(&self.0)
    }
}

impl ListType {
    /// Type of the members.
    pub fn member(&self) -> Option<TypeRef> {
        child(&self.0)
    }
}

// A child is made only once its kind is known to be wanted: making all of them costs half the time of reading a file.

/// The first child that a view shows.
pub(crate) fn child<N: AstNode>(node: &SyntaxNode) -> Option<N> {
    node.first_child_by_kind(&N::shows).and_then(N::cast)
}

/// All children that a view shows.
pub(crate) fn children<N: AstNode>(node: &SyntaxNode) -> impl Iterator<Item = N> + use<N> {
    node.children().by_kind(N::shows).filter_map(N::cast)
}

/// The first token of a kind.
pub(crate) fn token(node: &SyntaxNode, kind: K) -> Option<SyntaxToken> {
    tokens(node, move |found| found == kind).next()
}

/// The direct children that are tokens of the wanted kinds.
pub(crate) fn tokens<W: Fn(K) -> bool>(node: &SyntaxNode, wanted: W) -> impl Iterator<Item = SyntaxToken> + use<W> {
    node.children_with_tokens().by_kind(wanted).filter_map(rowan::NodeOrToken::into_token)
}

/// The words (names and words of the language) among the direct tokens.
pub(crate) fn words(node: &SyntaxNode) -> impl Iterator<Item = SyntaxToken> + use<> {
    tokens(node, |kind| kind == K::Ident || kind.is_keyword())
}

/// Bytes from the first to the last token that is not trivia.
fn significant_range(node: &SyntaxNode) -> Range<usize> {
    let whole = node.text_range();
    let first = node.first_child_or_token_by_kind(&|kind| !kind.is_trivia()).map(|first| first.text_range().start());
    usize::from(first.unwrap_or(whole.start()))..usize::from(whole.end())
}

/// Documentation comments of a kind among the direct tokens, markers and common indentation removed.
pub(crate) fn doc_text(node: &SyntaxNode, kind: K) -> String {
    let mut lines = Vec::new();
    for comment in tokens(node, move |found| found == kind) {
        let line = comment.text().get(3..).unwrap_or_default();
        lines.push(line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned());
    }
    lines.join("\n")
}
