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
            fn cast(node: crate::tree::SyntaxNode) -> Option<Self> {
                (node.kind() == crate::kind::SyntaxKind::$kind).then_some(Self(node))
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
        self.0.text().to_string()
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

/// The first child that a view shows.
pub(crate) fn child<N: AstNode>(node: &SyntaxNode) -> Option<N> {
    node.children().find_map(N::cast)
}

/// All children that a view shows.
pub(crate) fn children<N: AstNode>(node: &SyntaxNode) -> impl Iterator<Item = N> + use<N> {
    node.children().filter_map(N::cast)
}

/// The first token of a kind.
pub(crate) fn token(node: &SyntaxNode, kind: K) -> Option<SyntaxToken> {
    tokens(node).find(|token| token.kind() == kind)
}

/// The tokens that are direct children.
pub(crate) fn tokens(node: &SyntaxNode) -> impl Iterator<Item = SyntaxToken> + use<> {
    node.children_with_tokens().filter_map(rowan::NodeOrToken::into_token)
}

/// The words (names and words of the language) among the direct tokens.
pub(crate) fn words(node: &SyntaxNode) -> impl Iterator<Item = SyntaxToken> + use<> {
    tokens(node).filter(|token| token.kind() == K::Ident || token.kind().is_keyword())
}

/// Bytes from the first to the last token that is not trivia.
fn significant_range(node: &SyntaxNode) -> Range<usize> {
    let mut first = None;
    for element in node.children_with_tokens() {
        if !element.kind().is_trivia() {
            first = Some(element.text_range().start());
            break;
        }
    }
    let whole = node.text_range();
    usize::from(first.unwrap_or(whole.start()))..usize::from(whole.end())
}

/// Documentation comments of a kind among the direct tokens, markers and common indentation removed.
pub(crate) fn doc_text(node: &SyntaxNode, kind: K) -> String {
    let mut lines = Vec::new();
    for comment in tokens(node).filter(|token| token.kind() == kind) {
        let line = comment.text().get(3..).unwrap_or_default();
        lines.push(line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned());
    }
    lines.join("\n")
}
