//! Tokens and events to the lossless tree.

use crate::error::{SyntaxError, code};
use crate::event::Event;
use crate::kind::{ALL, SyntaxKind as K};
use crate::lexer::Token;
use rowan::{GreenNode, GreenNodeBuilder};

/// Nodes nested deeper than this stay flat: a bound on every later recursion.
pub const MAX_DEPTH: usize = 256;

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

/// Builds the tree of a file: all tokens in order, wrapped in the nodes that the events name.
pub(crate) fn build(text: &str, tokens: &[Token], events: &[Event], errors: &mut Vec<SyntaxError>) -> GreenNode {
    let order = Order::new(tokens.len(), events);
    let mut builder = GreenNodeBuilder::new();
    let mut open: Vec<usize> = Vec::new(); // end token of each open node
    let mut too_deep = None;
    builder.start_node(K::File.into());
    for (index, token) in tokens.iter().enumerate() {
        while open.last().is_some_and(|end| *end <= index) {
            open.pop();
            builder.finish_node();
        }
        for event in order.starting_at(index, events) {
            if open.len() >= MAX_DEPTH {
                too_deep.get_or_insert(token.range.clone());
                continue;
            }
            open.push(event.end);
            builder.start_node(event.kind.into());
        }
        builder.token(token.kind.into(), &text[token.range.clone()]);
    }
    for _ in open {
        builder.finish_node();
    }
    builder.finish_node();
    errors.extend(too_deep.map(|range| deep_error(range, "", MAX_DEPTH)));
    builder.finish()
}

/// The error for anything nested too deeply.
pub(crate) fn deep_error(range: std::ops::Range<usize>, what: &str, levels: usize) -> SyntaxError {
    SyntaxError::new(code::TOO_DEEP, range, format!("{what}nested more than {levels} levels deep"))
        .label("too deep from here on")
        .help("split it: name parts with `fn`, or move declarations out; boundaries need not nest to belong together")
}

/// Events by the token they start at, outer before inner, in linear time.
struct Order {
    first: Vec<u32>,
    next: Vec<u32>,
}

const NONE: u32 = u32::MAX;

impl Order {
    fn new(tokens: usize, events: &[Event]) -> Self {
        let mut order = Self { first: vec![NONE; tokens], next: vec![NONE; events.len()] };
        for (index, event) in events.iter().enumerate() {
            if event.end > event.start && event.start < tokens {
                order.next[index] = order.first[event.start];
                order.first[event.start] = index as u32;
            }
        }
        order
    }

    /// Later events are outer ones, since the parser reports children first.
    fn starting_at<'a>(&'a self, token: usize, events: &'a [Event]) -> impl Iterator<Item = &'a Event> {
        let mut at = self.first[token];
        std::iter::from_fn(move || {
            let event = events.get(at as usize)?;
            at = self.next[at as usize];
            Some(event)
        })
    }
}
