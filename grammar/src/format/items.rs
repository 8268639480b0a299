//! The tree as the formatter needs it: a row of tokens and comments, the gaps before them, the groups.

use super::rows;
use super::rules::{self, Form, Place};
use crate::cursor::{SyntaxNode, SyntaxToken};
use crate::kind::SyntaxKind as K;
use rowan::{NodeOrToken, WalkEvent};
use std::borrow::Cow;
use std::ops::Range;

/// A token or a comment, and the gap before it.
pub(super) struct Item {
    pub(super) kind: K,
    pub(super) range: Range<usize>,
    /// Columns it takes, or those of its last line.
    pub(super) width: usize,
    pub(super) several_lines: bool,
    pub(super) form: Form,
    /// A statement has begun before the gap and goes on after it: the first item of that statement.
    pub(super) goes_on_from: Option<usize>,
}

/// Items whose inner gaps break together or not at all.
pub(super) struct Group {
    /// First item, or `usize::MAX` for none.
    pub(super) first: usize,
    pub(super) last: usize,
    /// A bracket's group ends with the closing bracket, which stands as far left as the line of the opening one.
    pub(super) bracket: bool,
}

/// A file, ready to be printed. Groups are in the order of their beginnings, outer before inner.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) items: Vec<Item>,
    pub(super) groups: Vec<Group>,
}

/// An item's text: as in the source, but for blanks at the end of comments and line ends in strings.
pub(super) fn shown(kind: K, text: &str) -> Cow<'_, str> {
    match kind {
        K::Comment | K::DocComment | K::FileDoc => Cow::Borrowed(text.trim_end_matches([' ', '\t', '\x0B', '\x0C'])),
        K::String if text.contains('\r') => Cow::Owned(line_ends(text)),
        _ => Cow::Borrowed(text),
    }
}

/// The text with each line end as `\n`.
pub(super) fn line_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Reads the tree from its first to its last token.
pub(super) fn collect(text: &str, root: &SyntaxNode) -> Plan {
    let mut walk = Walk {
        text,
        plan: Plan::default(),
        frames: Vec::new(),
        shared: 0,
        newlines: 0,
        broken_line: false,
        previous: None,
    };
    for event in root.preorder_with_tokens() {
        match event {
            WalkEvent::Enter(NodeOrToken::Node(node)) => walk.enter(&node),
            WalkEvent::Enter(NodeOrToken::Token(token)) => walk.token(&token),
            WalkEvent::Leave(NodeOrToken::Node(_)) => walk.leave(),
            WalkEvent::Leave(NodeOrToken::Token(_)) => {}
        }
    }
    walk.plan
}

/// A node that is being read.
struct Frame {
    kind: K,
    verbatim: bool,
    /// Nothing within it may be touched, blocks neither.
    sealed: bool,
    group: Option<usize>,
    owns_group: bool,
    /// Of an `if`: the group of what stands before its `else`.
    head: Option<usize>,
    first: Option<usize>,
    after_else: bool,
    rows: Vec<Vec<usize>>,
}

impl Frame {
    /// Groups that begin and end with the node.
    fn owned(&self) -> impl Iterator<Item = usize> + use<> {
        let group = self.group.filter(|_| self.owns_group);
        group.into_iter().chain(self.head)
    }
}

struct Walk<'a> {
    text: &'a str,
    plan: Plan,
    frames: Vec<Frame>,
    /// How many of the open nodes hold both the previous item and the place reached.
    shared: usize,
    newlines: usize,
    /// A string without its end stands in the line.
    broken_line: bool,
    previous: Option<Previous>,
}

#[derive(Clone, Copy)]
struct Previous {
    kind: K,
    depth: usize,
    raw: bool,
}

impl Walk<'_> {
    fn enter(&mut self, node: &SyntaxNode) {
        let kind = node.kind();
        let outer = self.frames.last();
        let sealed = outer.is_some_and(|frame| frame.sealed) || is_unclosed(node);
        let verbatim = sealed || kind == K::Error || (kind != K::Block && outer.is_some_and(|frame| frame.verbatim));
        let joined = outer
            .filter(|frame| kind == K::IfExpr && frame.kind == K::IfExpr && frame.after_else)
            .and_then(|frame| frame.group);
        if kind == K::Block {
            self.end_header();
        }
        if matches!(kind, K::Row)
            && let Some(frame) = self.frames.last_mut()
        {
            frame.rows.push(Vec::new());
        }
        let group = joined.or_else(|| self.open_group(kind));
        let head = (kind == K::IfExpr).then(|| self.new_group(false));
        self.frames.push(Frame {
            kind,
            verbatim,
            sealed,
            group,
            owns_group: joined.is_none(),
            head,
            first: None,
            after_else: false,
            rows: Vec::new(),
        });
    }

    fn open_group(&mut self, kind: K) -> Option<usize> {
        let bracket = rules::is_bracket(kind);
        (bracket || rules::is_chain(kind)).then(|| self.new_group(bracket))
    }

    fn new_group(&mut self, bracket: bool) -> usize {
        self.plan.groups.push(Group { first: usize::MAX, last: usize::MAX, bracket });
        self.plan.groups.len() - 1
    }

    /// The line that a block stands behind is a group of its own.
    fn end_header(&mut self) {
        let last = self.plan.items.len().saturating_sub(1);
        if let Some(frame) = self.frames.last().filter(|frame| frame.kind == K::FlowDecl)
            && let Some(group) = frame.group
        {
            self.plan.groups[group].last = last;
        }
    }

    fn leave(&mut self) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        self.shared = self.shared.min(self.frames.len());
        let last = self.plan.items.len().saturating_sub(1);
        for group in frame.owned() {
            let group = &mut self.plan.groups[group];
            group.last = group.last.min(last);
        }
        rows::align(&mut self.plan.items, &frame.rows, frame.group);
    }

    fn token(&mut self, token: &SyntaxToken) {
        match token.kind() {
            K::Newline => self.newlines += 1,
            K::Space | K::Bom => {}
            kind => self.item(token, kind),
        }
    }

    fn item(&mut self, token: &SyntaxToken, kind: K) {
        let bytes = token.text_range();
        let range = usize::from(bytes.start())..usize::from(bytes.end());
        let raw = self.is_raw(token, kind);
        let form = self.form(kind, raw);
        self.broken_line &= self.newlines == 0;
        let goes_on_from = self.goes_on_from();
        let shown = shown(kind, &self.text[range.clone()]);
        let last_line = shown.rsplit('\n').next().unwrap_or_default();
        self.plan.items.push(Item {
            kind,
            range,
            width: last_line.chars().count(),
            several_lines: last_line.len() < shown.len(),
            form,
            goes_on_from,
        });
        if kind == K::UnterminatedString {
            self.keep_line();
        }
        if !rules::is_comment(kind) {
            self.significant(kind);
        }
        self.previous = Some(Previous { kind, depth: self.frames.len(), raw });
        self.shared = self.frames.len();
        self.newlines = 0;
    }

    /// Where a string without its end stops depends on the brackets before it in its line, so they stay there.
    fn keep_line(&mut self) {
        for index in (0..self.plan.items.len()).rev() {
            let before = index.checked_sub(1).map_or(0, |before| self.plan.items[before].range.end);
            let item = &mut self.plan.items[index];
            item.form = Form::Verbatim;
            if self.text[before..item.range.start].contains(['\n', '\r']) {
                break;
            }
        }
        self.broken_line = true;
    }

    fn form(&self, kind: K, raw: bool) -> Form {
        let Some(previous) = self.previous else {
            return if raw { Form::Verbatim } else { Form::None };
        };
        let Some(holder) = self.shared.checked_sub(1).and_then(|at| self.frames.get(at)) else {
            return Form::Verbatim;
        };
        if holder.verbatim || previous.raw || raw || self.broken_line {
            return Form::Verbatim;
        }
        rules::form(&Place {
            holder: holder.kind,
            group: if kind == K::ThenKw { holder.head } else { holder.group },
            previous: previous.kind,
            previous_direct: previous.depth == self.shared,
            next: kind,
            next_direct: self.frames.len() == self.shared,
            next_parent: self.frames.last().map_or(K::File, |frame| frame.kind),
            newlines: self.newlines,
        })
    }

    /// The statement that the gap stands in the middle of.
    fn goes_on_from(&self) -> Option<usize> {
        let holder = self.frames.get(self.shared.checked_sub(1)?)?;
        if matches!(holder.kind, K::File | K::Block) {
            return None;
        }
        let outer = self.frames[..self.shared].iter().rposition(|frame| matches!(frame.kind, K::File | K::Block))?;
        self.frames.get(outer + 1)?.first
    }

    fn significant(&mut self, kind: K) {
        let index = self.plan.items.len() - 1;
        for frame in self.frames.iter_mut().rev() {
            if frame.first.is_some() {
                break;
            }
            frame.first = Some(index);
            for group in frame.owned() {
                self.plan.groups[group].first = index;
            }
        }
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        if let Some(head) = frame.head.filter(|_| kind == K::ElseKw) {
            frame.after_else = true;
            self.plan.groups[head].last = index - 1;
        }
        if matches!(frame.kind, K::Row | K::Cells) {
            let block = self.frames.iter_mut().rev().find(|frame| !frame.rows.is_empty());
            if let Some(row) = block.and_then(|frame| frame.rows.last_mut()) {
                row.push(index);
            }
        }
    }

    /// True for tokens outside the grammar: what surrounds them is left alone.
    fn is_raw(&self, token: &SyntaxToken, kind: K) -> bool {
        let Some(frame) = self.frames.last() else {
            return true;
        };
        match kind {
            K::Unexpected | K::ConflictMarker => true,
            K::Comment | K::DocComment | K::FileDoc => false,
            K::RParen | K::RBracket => !rules::has_round_or_square(frame.kind),
            K::LBrace if frame.kind == K::Block => frame.first.is_some(),
            K::RBrace if frame.kind == K::Block => token.next_sibling_or_token().is_some(),
            K::Comma => false,
            _ => matches!(frame.kind, K::File | K::Block),
        }
    }
}

/// True for a block whose closing brace is missing.
fn is_unclosed(node: &SyntaxNode) -> bool {
    node.kind() == K::Block && node.last_child_or_token().is_none_or(|last| last.kind() != K::RBrace)
}
