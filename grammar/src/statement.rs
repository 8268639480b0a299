//! One statement to the events of its nodes, or to one well-worded error.

use crate::error::{SyntaxError, code};
use crate::event::Event;
use crate::expected;
use crate::grammar;
use crate::hints::{self, Stop};
use crate::kind::SyntaxKind as K;
use crate::layout::Piece;
use crate::lexer::Token;
use lalrpop_util::ParseError;
use std::ops::Range;

/// The file a statement stands in.
pub(crate) struct Source<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    /// It stands outside all blocks.
    pub(crate) top: bool,
}

impl Source<'_> {
    /// Bytes from the first to the last of the tokens `from..to`.
    pub(crate) fn range(&self, from: usize, to: usize) -> Range<usize> {
        self.tokens[from].range.start..self.tokens[to - 1].range.end
    }
}

/// What stopped the grammar.
pub(crate) type Mistake = ParseError<usize, K, ()>;

/// Parses one statement whose tree begins at token `start` (its documentation, if any).
/// On a mistake the nodes found so far stay.
pub(crate) fn parse(start: usize, pieces: &[Piece], events: &mut Vec<Event>) -> Result<(), Mistake> {
    grammar::StatementParser::new().parse(events, pieces.iter().copied())?;
    if let Some(statement) = events.last_mut() {
        statement.start = start;
    }
    Ok(())
}

/// Byte at which `explain` will point.
pub(crate) fn place(source: &Source<'_>, pieces: &[Piece], open: &[usize], mistake: &Mistake) -> usize {
    let token = match (open.last(), mistake) {
        (Some(bracket), _) => *bracket,
        (None, ParseError::UnrecognizedToken { token, .. } | ParseError::ExtraToken { token }) => token.0,
        (None, _) => pieces.last().map_or(0, |piece| piece.0),
    };
    source.tokens[token].range.start
}

/// Words a mistake.
pub(crate) fn explain(source: &Source<'_>, pieces: &[Piece], open: &[usize], mistake: &Mistake) -> SyntaxError {
    if let Some(bracket) = open.last() {
        return unclosed(source, *bracket);
    }
    match mistake {
        ParseError::UnrecognizedToken { token, expected } => found(source, pieces, *token, expected),
        ParseError::UnrecognizedEof { expected, .. } => line_ends(source, pieces, expected),
        ParseError::ExtraToken { token } => found(source, pieces, *token, &[]),
        ParseError::InvalidToken { .. } | ParseError::User { .. } => line_ends(source, pieces, &[]),
    }
}

/// The statement with a word of the language taken as the name that it stands for, where that is the mistake: what is
/// declared so is known, and all that speaks of it finds it.
pub(crate) fn with_name(source: &Source<'_>, pieces: &[Piece], error: &SyntaxError) -> Option<Vec<Piece>> {
    let mut pieces = pieces.to_vec();
    let at = |piece: &&mut Piece| source.tokens[piece.0].range.start == error.range.start;
    let word = pieces.iter_mut().find(at).filter(|_| error.code == code::RESERVED_NAME)?;
    word.1 = K::Ident;
    Some(pieces)
}

fn unclosed(source: &Source<'_>, bracket: usize) -> SyntaxError {
    let range = source.tokens[bracket].range.clone();
    let closer = if source.tokens[bracket].kind == K::LParen { ")" } else { "]" };
    SyntaxError::new(code::UNCLOSED, range, format!("this `{}` is never closed", spelling(source, bracket)))
        .label("opened here")
        .help(format!("add the missing `{closer}`"))
}

fn found(source: &Source<'_>, pieces: &[Piece], token: Piece, expected: &[String]) -> SyntaxError {
    let (start, kind, end) = token;
    let range = if kind == K::BlockToken { source.tokens[start].range.clone() } else { source.range(start, end) };
    let index = pieces.iter().position(|piece| piece.0 == start).unwrap_or(0);
    let stop = Stop { source, pieces, index, expected };
    if let Some(error) = hints::hint(&stop) {
        return with_form(error, pieces);
    }
    let wants = expected::describe(expected, first_word(pieces, index));
    if kind.is_keyword() && wants.names && !wants.values {
        return hints::reserved(source, start);
    }
    let word = spelling(source, start);
    let message = match previous(source, pieces, index) {
        Some(before) => format!("expected {} after `{before}`, found `{word}`", wants.text),
        None => format!("`{word}` does not begin a declaration or a member"),
    };
    let label = match (index, wants.ends) {
        (0, _) => "a declaration or a member begins with a word".into(),
        (_, true) => "the statement is complete before this".into(),
        _ if kind == K::String && wants.names && !wants.values => "a name goes here, without quotes".into(),
        _ => format!("{} goes here", wants.text),
    };
    with_form(SyntaxError::new(code::SYNTAX, range, message).label(label), pieces)
}

/// The word of the language a statement begins with, if the mistake is right behind it.
fn first_word(pieces: &[Piece], index: usize) -> Option<K> {
    let first = pieces.first().map(|piece| piece.1)?;
    (index == 1 && first.is_keyword()).then_some(first)
}

fn line_ends(source: &Source<'_>, pieces: &[Piece], expected: &[String]) -> SyntaxError {
    let end = pieces.last().map_or(0, |piece| source.tokens[piece.2 - 1].range.end);
    let start = pieces.last().map_or(0, |piece| source.tokens[piece.0].range.start);
    if let Some(error) = hints::hint(&Stop { source, pieces, index: pieces.len(), expected }) {
        return with_form(error, pieces);
    }
    let wants = expected::describe(expected, first_word(pieces, pieces.len()));
    let before = previous(source, pieces, pieces.len()).unwrap_or_default();
    let error = SyntaxError::new(
        code::SYNTAX,
        start..end,
        format!("expected {} after `{before}`, but the statement ends here", wants.text),
    )
    .label(format!("{} goes after this", wants.text));
    with_form(error, pieces)
}

/// Adds how such a statement reads, where its first word says which it is.
fn with_form(mut error: SyntaxError, pieces: &[Piece]) -> SyntaxError {
    let form = pieces.first().and_then(|piece| expected::form(piece.1));
    error.help = error.help.or_else(|| form.map(|form| format!("it reads {form}")));
    error
}

fn previous(source: &Source<'_>, pieces: &[Piece], index: usize) -> Option<String> {
    let before = pieces.get(index.checked_sub(1)?)?;
    Some(match before.1 {
        K::BlockToken => "}".to_owned(),
        _ => spelling(source, before.0),
    })
}

/// The token's text, cut to a length that fits a message.
pub(crate) fn spelling(source: &Source<'_>, index: usize) -> String {
    let text = &source.text[source.tokens[index].range.clone()];
    let line = text.lines().next().unwrap_or_default();
    let mut shown: String = line.chars().take(30).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}
