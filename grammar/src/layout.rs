//! Tokens to statements: where lines end, which brackets belong together, what a block contains.
//!
//! Each statement is handed to the grammar on its own, its nested blocks already read and replaced by
//! one token. So a mistake stays inside its statement, and a missing brace is found by the layout alone.

use crate::error::{MAX_ERRORS, SyntaxError, code};
use crate::event::Event;
use crate::kind::SyntaxKind as K;
use crate::lexer::Token;
use crate::statement;
use crate::tree::{MAX_DEPTH, deep_error};
use std::ops::Range;

/// Reads all statements of a file: reports their nodes and their errors.
pub(crate) fn read(text: &str, tokens: &[Token]) -> (Vec<Event>, Vec<SyntaxError>) {
    let first = Layout::run(text, tokens, false);
    if !first.unclosed {
        return (first.events, first.errors);
    }
    // Some `{` is never closed. Read again, trusting indentation: a declaration at the margin ends all blocks.
    let second = Layout::run(text, tokens, true);
    (second.events, second.errors)
}

/// One token as the grammar sees it: first index, kind, one past the last index.
pub(crate) type Piece = (usize, K, usize);

struct Layout<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    depth: usize,
    margin_closes: bool,
    unclosed: bool,
    events: Vec<Event>,
    errors: Vec<SyntaxError>,
    /// A mistake that was reported, and the rest of its line.
    quiet: Range<usize>,
    /// What `peek` found last: from where, and what.
    peeked: Range<usize>,
    /// Where the next `>>>>>>>` stands, or the end: markers before it have been passed.
    next_conflict_end: usize,
}

/// The statement being collected.
#[derive(Default)]
struct Pending {
    pieces: Vec<Piece>,
    /// First token of the documentation right above it.
    doc: Option<usize>,
    /// Open `(` and `[`, as token indices.
    open: Vec<usize>,
}

impl<'a> Layout<'a> {
    fn run(text: &'a str, tokens: &'a [Token], margin_closes: bool) -> Self {
        let mut layout = Self {
            text,
            tokens,
            at: 0,
            depth: 0,
            margin_closes,
            unclosed: false,
            events: Vec::with_capacity(tokens.len()),
            errors: Vec::new(),
            quiet: 0..0,
            peeked: 0..0,
            next_conflict_end: 0,
        };
        while layout.at < tokens.len() {
            layout.statements();
            if layout.at < tokens.len() {
                layout.stray_closer();
            }
        }
        layout
    }

    /// Reads statements up to the end of the block (its `}` is left to the caller) or of the file.
    fn statements(&mut self) {
        let mut now = Pending::default();
        while let Some(token) = self.tokens.get(self.at) {
            match token.kind {
                K::RBrace => break,
                K::Newline => self.newline(&mut now),
                K::DocComment if now.pieces.is_empty() => now.doc = now.doc.or(Some(self.at)),
                K::FileDoc => now.doc = None,
                K::ConflictMarker => self.skip_their_side(),
                kind if kind.is_trivia() => {}
                kind => {
                    if self.begins_declaration_line(kind) {
                        self.finish(&mut now);
                        if self.margin_closes && self.depth > 0 && self.at_margin() {
                            return;
                        }
                    } else if self.begins_member_line(kind) {
                        self.finish(&mut now);
                    }
                    self.significant(kind, &mut now);
                }
            }
            self.at += 1;
        }
        self.finish(&mut now);
    }

    fn significant(&mut self, kind: K, now: &mut Pending) {
        match kind {
            K::LBrace => self.block(now),
            K::Comma if now.open.is_empty() => self.finish(now),
            K::UnterminatedString => now.pieces.push((self.at, K::String, self.at + 1)),
            K::LParen | K::LBracket => {
                now.open.push(self.at);
                now.pieces.push((self.at, kind, self.at + 1));
            }
            K::RParen | K::RBracket if now.open.is_empty() => self.stray(self.at),
            K::RParen | K::RBracket => {
                let opening = now.open.last().map(|index| self.tokens[*index].kind);
                if (opening == Some(K::LParen)) == (kind == K::RParen) {
                    now.open.pop();
                    now.pieces.push((self.at, kind, self.at + 1));
                } else {
                    self.stray(self.at);
                }
            }
            _ => now.pieces.push((self.at, kind, self.at + 1)),
        }
    }

    /// Reads a `{ … }` and leaves it as one piece of the statement.
    fn block(&mut self, now: &mut Pending) {
        let start = self.at;
        let levels = MAX_DEPTH / 4; // each block is several levels of the tree
        if self.depth >= levels {
            self.skip_block();
            let range = self.tokens[start].range.clone();
            self.report(range.start, |_| deep_error(range, "blocks ", levels));
        } else {
            self.depth += 1;
            self.at += 1;
            self.statements();
            self.depth -= 1;
        }
        let closed = self.tokens.get(self.at).is_some_and(|token| token.kind == K::RBrace);
        let end = if closed { self.at + 1 } else { self.last_significant() + 1 };
        if !closed {
            self.never_closed(start);
            self.at = self.at.saturating_sub(1); // the caller steps on
        }
        let end = end.max(start + 1);
        self.events.push(Event { kind: K::Block, start, end });
        now.pieces.push((start, K::BlockToken, end));
    }

    /// Passes over a block without reading it.
    fn skip_block(&mut self) {
        let mut depth = 0usize;
        while let Some(token) = self.tokens.get(self.at) {
            match token.kind {
                K::LBrace => depth += 1,
                K::RBrace if depth == 1 => return,
                K::RBrace => depth -= 1,
                _ => {}
            }
            self.at += 1;
        }
    }

    fn newline(&mut self, now: &mut Pending) {
        if now.pieces.is_empty() {
            return;
        }
        let goes_on = !now.open.is_empty()
            || (self.line_asks_for_more(now) && !self.next_line_gives_a_value(now))
            || self.next_line_goes_on();
        if !goes_on {
            self.finish(now);
        }
    }

    fn line_asks_for_more(&self, now: &Pending) -> bool {
        now.pieces.last().is_some_and(|(_, kind, _)| kind.asks_for_more())
    }

    fn next_line_goes_on(&mut self) -> bool {
        let Some(index) = self.peek(self.at + 1) else {
            return false;
        };
        let kind = self.tokens[index].kind;
        kind.goes_on() && !(kind == K::OverKw && self.is_assigned(index))
    }

    /// True where the line lacks its end and the next one is `name = …`, which no expression goes on with.
    fn next_line_gives_a_value(&mut self, now: &Pending) -> bool {
        let last = now.pieces.last().map(|piece| piece.1);
        if matches!(last, Some(K::Colon | K::Pipe | K::Arrow)) {
            return false;
        }
        let next = self.peek(self.at + 1);
        next.is_some_and(|next| {
            let after = self.tokens[next + 1..].iter().find(|token| token.kind != K::Space);
            self.tokens[next].kind == K::Ident
                && after.is_some_and(|token| token.kind == K::Eq)
                && (last != Some(K::Dot) || now.pieces.iter().any(|piece| piece.1 == K::Eq))
        })
    }

    /// True where a word stands before `=` or `:`, that is, names a property.
    fn is_assigned(&mut self, index: usize) -> bool {
        self.peek(index + 1).is_some_and(|next| matches!(self.tokens[next].kind, K::Eq | K::Colon))
    }

    /// Index of the next token the grammar would see.
    fn peek(&mut self, from: usize) -> Option<usize> {
        if !self.peeked.contains(&from) {
            let found = (from..self.tokens.len()).find(|at| !self.tokens[*at].kind.is_trivia());
            self.peeked = from..found.unwrap_or(self.tokens.len()) + 1;
        }
        Some(self.peeked.end - 1).filter(|found| *found < self.tokens.len())
    }

    /// True at the first word of a line when it is a declaration's word followed by what it declares.
    fn begins_declaration_line(&self, kind: K) -> bool {
        kind.begins_declaration() && self.first_on_line() && {
            let next = self.tokens[self.at + 1..].iter().find(|token| token.kind != K::Space);
            next.is_some_and(|token| matches!(token.kind, K::Ident | K::String) || token.kind.begins_declaration())
        }
    }

    /// True at the first word of a line when it is a member's word followed by what the member is about.
    fn begins_member_line(&self, kind: K) -> bool {
        let member =
            matches!(kind, K::WhenKw | K::EachKw | K::FixKw | K::ApplyKw | K::ExpectKw | K::ForbidKw | K::RequireKw);
        member && self.first_on_line() && {
            let mut rest = self.tokens[self.at + 1..].iter();
            let next = rest.find(|token| token.kind != K::Space);
            next.is_some_and(|token| {
                use K::{AllKw, ExistsKw, Ident, IfKw, LBracket, LParen, NoneKw, NotKw, String};
                match token.kind {
                    Ident | String | NotKw | IfKw | ExistsKw | AllKw | NoneKw => true,
                    LBracket => kind == K::ApplyKw,
                    LParen => kind == K::WhenKw,
                    _ => false,
                }
            })
        }
    }

    fn first_on_line(&self) -> bool {
        let before = self.tokens[..self.at].iter().rev().find(|token| !matches!(token.kind, K::Space | K::Bom));
        before.is_none_or(|token| token.kind == K::Newline)
    }

    fn at_margin(&self) -> bool {
        self.at == 0 || self.tokens[self.at - 1].kind == K::Newline
    }

    fn last_significant(&self) -> usize {
        (0..self.at).rev().find(|index| !self.tokens[*index].kind.is_trivia()).unwrap_or(0)
    }

    /// Of a merge conflict only our side is read, or everything in it would be declared twice.
    fn skip_their_side(&mut self) {
        if self.marker(self.at, "=======") || self.marker(self.at, "|||||||") {
            let from = self.next_conflict_end.max(self.at);
            let end = (from..self.tokens.len()).find(|index| self.marker(*index, ">>>>>>>"));
            self.next_conflict_end = end.unwrap_or(self.tokens.len());
            if let Some(end) = end {
                self.events.push(Event { kind: K::Error, start: self.at, end: end + 1 });
                self.at = end;
            }
        }
    }

    fn marker(&self, index: usize, mark: &str) -> bool {
        let token = &self.tokens[index];
        token.kind == K::ConflictMarker && self.text[token.range.clone()].starts_with(mark)
    }

    /// Hands the collected statement to the grammar.
    fn finish(&mut self, now: &mut Pending) {
        if now.pieces.is_empty() {
            return; // documentation that waits for its declaration stays
        }
        let done = std::mem::take(now);
        let (Some((first, ..)), Some((.., end))) = (done.pieces.first(), done.pieces.last()) else {
            return;
        };
        let source = statement::Source { text: self.text, tokens: self.tokens, top: self.depth == 0 };
        let start = done.doc.unwrap_or(*first);
        let before = self.events.len();
        let outcome = match self.errors.len() {
            MAX_ERRORS.. => Err(None),
            _ => statement::parse(start, &done.pieces, &mut self.events).map_err(Some),
        };
        let Err(mistake) = outcome else { return };
        if let Some(mistake) = mistake {
            let place = statement::place(&source, &done.pieces, &done.open, &mistake);
            let error = statement::explain(&source, &done.pieces, &done.open, &mistake);
            let renamed = statement::with_name(&source, &done.pieces, &error);
            self.report(place, |_| error);
            if let Some(pieces) = renamed {
                let found = self.events.split_off(before);
                if statement::parse(start, &pieces, &mut self.events).is_ok() {
                    return;
                }
                self.events.truncate(before);
                self.events.extend(found);
            }
        }
        self.events.push(Event { kind: K::Error, start, end: *end });
    }

    /// Words an error and keeps it, unless its line has one or there are too many.
    fn report(&mut self, at: usize, word: impl FnOnce(&Self) -> SyntaxError) {
        let error = match self.errors.len() {
            MAX_ERRORS.. => return,
            _ if self.quiet.contains(&at) => return,
            _ => word(self),
        };
        if error.code != code::UNCLOSED {
            let rest = &self.text[at..];
            self.quiet = at..at + rest.find(['\n', '\r']).unwrap_or(rest.len());
        }
        self.errors.push(error);
        if self.errors.len() == MAX_ERRORS {
            let from = &self.tokens[self.at.min(self.tokens.len() - 1)];
            self.errors.push(SyntaxError::too_many(from.range.clone()));
        }
    }

    fn never_closed(&mut self, open: usize) {
        self.unclosed = true;
        let mut error = SyntaxError::new(code::UNCLOSED, self.tokens[open].range.clone(), "this block is never closed")
            .label("opened here")
            .help("add the missing `}`");
        if let Some(next) = self.tokens.get(self.at) {
            error = error.related(next.range.clone(), "the next declaration begins here");
        }
        self.report(usize::MAX, |_| error);
    }

    fn stray_closer(&mut self) {
        self.stray(self.at);
        self.at += 1;
    }

    fn stray(&mut self, index: usize) {
        let range = self.tokens[index].range.clone();
        self.report(range.start, |layout| {
            let shown = &layout.text[range.clone()];
            let message = format!("this `{shown}` closes nothing");
            SyntaxError::new(code::STRAY_CLOSER, range.clone(), message)
                .label("nothing was opened before it")
                .help("remove it")
                .fix(range, "")
        });
    }
}
