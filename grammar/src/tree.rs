//! Tokens and events to the tree of a file: two tables, no allocation for each node.
//!
//! Nodes stand in the order of the text, outer before inner, so that the subtree of a node is the run of
//! entries behind it. This is what the compiler reads; `cursor.rs` makes rowan's tree of it for editors.

use crate::error::{SyntaxError, code};
use crate::event::Event;
use crate::kind::SyntaxKind as K;
use crate::lexer::Token;
use std::ops::Range;

/// Nodes nested deeper than this stay flat: a bound on every later recursion.
pub const MAX_DEPTH: usize = 256;

/// The tree of a file.
#[derive(Clone, Debug)]
pub(crate) struct Tree<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: Vec<Token>,
    pub(crate) nodes: Vec<Entry>,
}

/// A node: its kind, the tokens it covers, and where the entries behind its subtree begin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) kind: K,
    pub(crate) first: u32,
    pub(crate) end: u32,
    next: u32,
}

impl<'t> Tree<'t> {
    /// Puts all tokens in order under the nodes that the events name.
    pub(crate) fn build(text: &'t str, tokens: Vec<Token>, events: &[Event], errors: &mut Vec<SyntaxError>) -> Self {
        let order = Order::new(tokens.len(), events);
        let entry = |kind, first, end| Entry { kind, first: index(first), end: index(end), next: 0 };
        let mut nodes = Vec::with_capacity(events.len() + 1);
        nodes.push(entry(K::File, 0, tokens.len()));
        let mut open = vec![0];
        let mut too_deep = None;
        for (at, token) in tokens.iter().enumerate().filter(|(at, _)| order.begins(*at)) {
            close(&mut nodes, &mut open, index(at));
            for event in order.starting_at(at, events) {
                if open.len() > MAX_DEPTH {
                    too_deep.get_or_insert(token.range.clone());
                    continue;
                }
                open.push(nodes.len());
                nodes.push(entry(event.kind, event.start, event.end));
            }
        }
        close(&mut nodes, &mut open, u32::MAX);
        errors.extend(too_deep.map(|range| deep_error(range, "", MAX_DEPTH)));
        Self { text, tokens, nodes }
    }

    fn word(&self, at: u32) -> Word<'_> {
        let Token { kind, range } = &self.tokens[at as usize];
        Word { kind: *kind, text: &self.text[range.clone()], start: range.start }
    }

    /// The node of the whole file.
    pub(crate) fn root(&self) -> Node<'_> {
        Node { tree: self, at: 0 }
    }
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Ends the open nodes that do not reach behind a token; their subtrees are complete.
fn close(nodes: &mut [Entry], open: &mut Vec<usize>, token: u32) {
    let next = index(nodes.len());
    while let Some(last) = open.last().and_then(|last| nodes.get_mut(*last)).filter(|last| last.end <= token) {
        last.next = next;
        open.pop();
    }
}

/// The error for anything nested too deeply.
pub(crate) fn deep_error(range: Range<usize>, what: &str, levels: usize) -> SyntaxError {
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
        for (at, event) in events.iter().enumerate() {
            if event.end > event.start && event.start < tokens {
                order.next[at] = order.first[event.start];
                order.first[event.start] = index(at);
            }
        }
        order
    }

    fn begins(&self, token: usize) -> bool {
        self.first[token] != NONE
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

/// A node of the tree.
#[derive(Clone, Copy, Debug)]
pub struct Node<'t> {
    tree: &'t Tree<'t>,
    at: u32,
}

/// A token of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'t> {
    kind: K,
    text: &'t str,
    start: usize,
}

impl<'t> Word<'t> {
    /// Its kind.
    pub fn kind(self) -> K {
        self.kind
    }

    /// Its text.
    pub fn text(self) -> &'t str {
        self.text
    }

    /// Bytes of the source it covers.
    pub fn range(self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }
}

/// A node or a token.
#[derive(Clone, Copy, Debug)]
pub enum Part<'t> {
    /// A node.
    Node(Node<'t>),
    /// A token.
    Word(Word<'t>),
}

impl<'t> Node<'t> {
    fn entry(self) -> &'t Entry {
        &self.tree.nodes[self.at as usize]
    }

    /// Its kind.
    pub fn kind(self) -> K {
        self.entry().kind
    }

    /// Bytes of the source it covers.
    pub fn range(self) -> Range<usize> {
        let entry = self.entry();
        let tokens = &self.tree.tokens[entry.first as usize..entry.end as usize];
        tokens.first().map_or(0, |first| first.range.start)..tokens.last().map_or(0, |last| last.range.end)
    }

    /// The nodes right below it.
    pub fn children(self) -> impl Iterator<Item = Node<'t>> {
        let (mut at, end) = (self.at + 1, self.entry().next);
        std::iter::from_fn(move || {
            let child = (at < end).then_some(Node { tree: self.tree, at })?;
            at = child.entry().next;
            Some(child)
        })
    }

    /// Nodes and tokens right below it, in the order of the text.
    pub fn parts(self) -> impl Iterator<Item = Part<'t>> {
        let mut children = self.children().peekable();
        let (mut at, end) = (self.entry().first, self.entry().end);
        std::iter::from_fn(move || {
            if let Some(child) = children.next_if(|child| child.entry().first == at) {
                at = child.entry().end;
                return Some(Part::Node(child));
            }
            let word = (at < end).then(|| self.tree.word(at))?;
            at += 1;
            Some(Part::Word(word))
        })
    }

    /// All tokens in it, at any depth.
    pub fn all_words(self) -> impl Iterator<Item = Word<'t>> {
        (self.entry().first..self.entry().end).map(|at| self.tree.word(at))
    }

    /// Its text.
    pub fn text(self) -> &'t str {
        &self.tree.text[self.range()]
    }

    /// The tokens right below it.
    pub fn words(self) -> impl Iterator<Item = Word<'t>> {
        self.parts().filter_map(|part| match part {
            Part::Word(word) => Some(word),
            Part::Node(_) => None,
        })
    }
}
