//! Typed views over the syntax tree. Every part may be missing, since any text has a tree.

mod decl;
mod expr;
mod member;

pub use decl::*;
pub use expr::*;
pub use member::*;

use crate::kind::SyntaxKind as K;
use crate::tree::{Node, Part, Word};
use std::ops::Range;

/// A view of a node of one kind (or of one of several kinds).
pub trait AstNode<'t>: Copy {
    /// The view, if the node is of a kind that it shows.
    fn cast(node: Node<'t>) -> Option<Self>;
    /// The node it shows.
    fn syntax(self) -> Node<'t>;

    /// Bytes of the source from its first to its last significant token, documentation left out.
    fn range(self) -> Range<usize> {
        significant_range(self.syntax())
    }
}

/// Declares views of single kinds.
macro_rules! views {
    ($($(#[$doc:meta])* $name:ident = $kind:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'t>(crate::tree::Node<'t>);

        impl<'t> crate::ast::AstNode<'t> for $name<'t> {
            fn cast(node: crate::tree::Node<'t>) -> Option<Self> {
                (node.kind() == crate::kind::SyntaxKind::$kind).then_some(Self(node))
            }
            fn syntax(self) -> crate::tree::Node<'t> {
                self.0
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

impl<'t> File<'t> {
    pub(crate) fn of_root(root: Node<'t>) -> Self {
        Self(root)
    }

    /// The statements of the file, those with mistakes too.
    pub fn statements(self) -> impl Iterator<Item = Statement<'t>> {
        children(self.0)
    }

    /// The `//!` documentation, without its markers.
    pub fn doc(self) -> String {
        doc_text(self.0, K::FileDoc)
    }
}

impl<'t> Block<'t> {
    /// The statements of the block, those with mistakes too.
    pub fn statements(self) -> impl Iterator<Item = Statement<'t>> {
        children(self.0)
    }
}

impl<'t> Name<'t> {
    /// The name as written.
    pub fn text(self) -> String {
        self.token().map(|token| token.text().to_owned()).unwrap_or_default()
    }
    /// The word.
    pub fn token(self) -> Option<Word<'t>> {
        words(self.0).next()
    }
}

impl<'t> Title<'t> {
    /// The string token.
    pub fn token(self) -> Option<Word<'t>> {
        token(self.0, K::String)
    }
}

impl<'t> Path<'t> {
    /// The words of the path.
    pub fn segments(self) -> impl Iterator<Item = Word<'t>> {
        words(self.0)
    }
}

impl<'t> TypeRef<'t> {
    /// The types that are joined.
    pub fn paths(self) -> impl Iterator<Item = Path<'t>> {
        children(self.0)
    }
}

impl<'t> ListType<'t> {
    /// Type of the members.
    pub fn member(self) -> Option<TypeRef<'t>> {
        child(self.0)
    }
}

/// The first child that a view shows.
pub(crate) fn child<'t, N: AstNode<'t>>(node: Node<'t>) -> Option<N> {
    children(node).next()
}

/// All children that a view shows.
pub(crate) fn children<'t, N: AstNode<'t>>(node: Node<'t>) -> impl Iterator<Item = N> {
    node.children().filter_map(N::cast)
}

/// The first token of a kind.
pub(crate) fn token(node: Node<'_>, kind: K) -> Option<Word<'_>> {
    node.words().find(|word| word.kind() == kind)
}

/// The words (names and words of the language) among the direct tokens.
pub(crate) fn words(node: Node<'_>) -> impl Iterator<Item = Word<'_>> {
    node.words().filter(|word| word.kind() == K::Ident || word.kind().is_keyword())
}

/// Bytes from the first to the last token that is not trivia.
fn significant_range(node: Node<'_>) -> Range<usize> {
    let whole = node.range();
    let first = node.parts().find_map(|part| match part {
        Part::Word(word) => (!word.kind().is_trivia()).then(|| word.range().start),
        Part::Node(node) => Some(node.range().start),
    });
    first.unwrap_or(whole.start)..whole.end
}

/// Documentation comments of a kind among the direct tokens, markers and common indentation removed.
pub(crate) fn doc_text(node: Node<'_>, kind: K) -> String {
    let mut lines = Vec::new();
    for comment in node.words().filter(|word| word.kind() == kind) {
        let line = comment.text().get(3..).unwrap_or_default();
        lines.push(line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned());
    }
    lines.join("\n")
}
