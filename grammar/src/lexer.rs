//! Text to tokens: total, lossless, never fails.

use crate::error::{MAX_ERRORS, SyntaxError, code};
use crate::kind::SyntaxKind as K;
use logos::Logos;
use std::ops::Range;

/// One token: its kind and the bytes it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Kind of the token.
    pub kind: K,
    /// Bytes of the source it covers.
    pub range: Range<usize>,
}

/// Cuts `text` into tokens that cover every byte of it, and reports what no token may contain.
pub fn lex(text: &str) -> (Vec<Token>, Vec<SyntaxError>) {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 4);
    let mut next_free = 0;
    for (kind, range) in K::lexer(text).spanned() {
        if range.end <= next_free {
            continue; // inside an unterminated `"""`, which took its whole line
        }
        let range = range.start.max(next_free)..range.end;
        let before = tokens.last().map(|token| token.kind);
        let token = classify(text, kind.unwrap_or(K::Unexpected), range, before);
        next_free = token.range.end;
        push(&mut tokens, token);
    }
    let errors = complaints(text, &tokens);
    (tokens, errors)
}

/// Gives comments and broken strings their proper kind.
fn classify(text: &str, kind: K, range: Range<usize>, before: Option<K>) -> Token {
    let slice = &text[range.clone()];
    match kind {
        K::Comment if slice.starts_with("///") && !slice.starts_with("////") => Token {
            kind: K::DocComment,
            range,
        },
        K::Comment if slice.starts_with("//!") => Token {
            kind: K::FileDoc,
            range,
        },
        K::ConflictMarker if !matches!(before, None | Some(K::Newline | K::Bom)) => Token {
            kind: K::Unexpected,
            range,
        },
        K::Bom if !matches!(before, None | Some(K::Bom)) => Token {
            kind: K::Unexpected,
            range,
        },
        K::Unexpected if slice.starts_with('"') => {
            let line_end = text[range.start..]
                .find(['\n', '\r'])
                .map_or(text.len(), |len| range.start + len);
            Token {
                kind: K::UnterminatedString,
                range: range.start..line_end,
            }
        }
        _ => Token { kind, range },
    }
}

/// Adds a token; runs of unexpected characters become one token and so one error.
fn push(tokens: &mut Vec<Token>, token: Token) {
    match tokens.last_mut() {
        Some(last) if last.kind == K::Unexpected && token.kind == K::Unexpected => {
            last.range.end = token.range.end
        }
        _ => tokens.push(token),
    }
}

fn complaints(text: &str, tokens: &[Token]) -> Vec<SyntaxError> {
    let mut errors = Vec::new();
    for token in tokens {
        if errors.len() >= MAX_ERRORS {
            break;
        }
        let slice = &text[token.range.clone()];
        match token.kind {
            K::Unexpected => errors.push(unexpected(slice, token.range.clone())),
            K::UnterminatedString => errors.push(unterminated(slice, token.range.clone())),
            K::ConflictMarker if slice.starts_with("<<<<<<<") => {
                errors.push(conflict(token.range.clone()))
            }
            K::Comment | K::DocComment | K::FileDoc | K::String => {
                bidi(slice, token.range.start, &mut errors)
            }
            _ => {}
        }
    }
    errors
}

fn unexpected(slice: &str, range: Range<usize>) -> SyntaxError {
    if let Some(at) = slice.find(is_bidi_control) {
        return bidi_error(range.start + at, &slice[at..]);
    }
    let help = match slice {
        "&&" => "write `and`",
        "||" => "write `or`",
        "!" => "write `not`",
        ";" => "members end with the line or a comma, so leave it out",
        "#" => "a comment begins with `//`",
        "'" => "text stands in double quotes: `\"…\"`",
        "=>" | "→" => "a flow points with `->`",
        _ => "remove it, or put it inside a string",
    };
    let shown: String = slice
        .chars()
        .take(20)
        .map(|c| if c.is_control() { '\u{FFFD}' } else { c })
        .collect();
    SyntaxError::new(
        code::UNEXPECTED_CHARACTER,
        range,
        format!("`{shown}` means nothing here"),
    )
    .label("not part of the language")
    .help(help)
}

fn unterminated(slice: &str, range: Range<usize>) -> SyntaxError {
    let quotes = if slice.starts_with("\"\"\"") {
        "\"\"\""
    } else {
        "\""
    };
    let end = range.end;
    SyntaxError::new(
        code::UNTERMINATED_STRING,
        range,
        "this text has no closing quote",
    )
    .label(format!("begins here and never ends with `{quotes}`"))
    .help(format!(
        "close it with `{quotes}`; text of several lines stands between `\"\"\"`"
    ))
    .fix(end..end, quotes)
}

fn conflict(range: Range<usize>) -> SyntaxError {
    SyntaxError::new(
        code::CONFLICT_MARKER,
        range,
        "this file has an unresolved merge conflict",
    )
    .label("the conflict begins here")
    .help("keep one of the two sides and delete the marker lines")
}

/// Characters that reorder what a reader sees, so that text can mean something else than it shows.
fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{061C}')
}

fn bidi(slice: &str, start: usize, errors: &mut Vec<SyntaxError>) {
    if slice.is_ascii() {
        return;
    }
    if let Some(at) = slice.find(is_bidi_control) {
        errors.push(bidi_error(start + at, &slice[at..]));
    }
}

fn bidi_error(at: usize, rest: &str) -> SyntaxError {
    let c = rest.chars().next().unwrap_or(' ');
    SyntaxError::new(
        code::BIDI_CONTROL,
        at..at + c.len_utf8(),
        format!(
            "an invisible character (U+{:04X}) changes the direction of the text",
            c as u32
        ),
    )
    .label("what follows may read differently from what it means")
    .help("remove it; text in right-to-left scripts needs no such character")
    .fix(at..at + c.len_utf8(), "")
}
