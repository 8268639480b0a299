//! What can be folded: blocks, lists and texts of several lines, runs of comments and of `use` lines.

use crate::position::Lines;
use crate::snapshot::Snapshot;
use std::ops::Range;
use tm_compiler::source::FileId;
use tm_grammar::{SyntaxKind as K, SyntaxNode};

/// What is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// A block or a list.
    Region,
    /// Comments.
    Comment,
    /// `use` lines.
    Uses,
}

/// Lines that fold into the first of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// The bytes.
    pub range: Range<usize>,
    /// What they are.
    pub sort: Sort,
}

/// What can be folded in a file.
pub fn folds(at: &Snapshot, file: FileId) -> Vec<Fold> {
    let text = at.text(file);
    let lines = Lines::new(text.into());
    let mut found = Vec::new();
    nested(&at.tree(file).root(), &mut found);
    comments(at, file, &mut found);
    uses(at, file, &mut found);
    found.retain(|fold| lines.line_of(fold.range.start) < lines.line_of(fold.range.end));
    found.sort_by_key(|fold| (fold.range.start, fold.range.end));
    found.dedup();
    found
}

fn nested(root: &SyntaxNode, found: &mut Vec<Fold>) {
    let nodes = root.descendants().filter(|node| matches!(node.kind(), K::Block | K::ListExpr));
    found.extend(nodes.map(|node| Fold { range: bytes(&node), sort: Sort::Region }));
    let tokens = root.descendants_with_tokens().filter_map(|element| element.into_token());
    let strings = tokens.filter(|token| token.kind() == K::String);
    found.extend(strings.map(|token| {
        let range = token.text_range();
        Fold { range: range.start().into()..range.end().into(), sort: Sort::Region }
    }));
}

/// The bytes of a node.
pub fn bytes(node: &SyntaxNode) -> Range<usize> {
    let range = node.text_range();
    range.start().into()..range.end().into()
}

/// Comments that follow each other line by line.
fn comments(at: &Snapshot, file: FileId, found: &mut Vec<Fold>) {
    let mut run: Option<Range<usize>> = None;
    let mut breaks = 0;
    for token in at.tokens(file) {
        match token.kind {
            K::Comment | K::DocComment | K::FileDoc => {
                let start = run.take_if(|_| breaks <= 1).map_or(token.range.start, |run| run.start);
                found.extend(run.take().map(|range| Fold { range, sort: Sort::Comment }));
                run = Some(start..token.range.end);
                breaks = 0;
            }
            K::Newline => breaks += 1,
            K::Space => {}
            _ => {
                found.extend(run.take().map(|range| Fold { range, sort: Sort::Comment }));
                breaks = 0;
            }
        }
    }
    found.extend(run.map(|range| Fold { range, sort: Sort::Comment }));
}

fn uses(at: &Snapshot, file: FileId, found: &mut Vec<Fold>) {
    let root = at.tree(file).root();
    let mut run: Option<Range<usize>> = None;
    for node in root.children() {
        if node.kind() == K::UseDecl {
            let range = bytes(&node);
            run = Some(run.map_or(range.start, |run| run.start)..range.end);
        } else {
            found.extend(run.take().map(|range| Fold { range, sort: Sort::Uses }));
        }
    }
    found.extend(run.map(|range| Fold { range, sort: Sort::Uses }));
}
