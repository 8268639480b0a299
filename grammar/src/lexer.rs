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

/// What is said of a file that is no text.
pub(crate) const NOT_TEXT: &str = "this is not a text file";

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
        if token.kind == K::UnterminatedString {
            broken_string(text, token, &mut tokens);
        } else {
            push(&mut tokens, token);
        }
    }
    let errors = complaints(text, &tokens);
    (tokens, errors)
}

/// Gives comments and broken strings their proper kind.
fn classify(text: &str, kind: K, range: Range<usize>, before: Option<K>) -> Token {
    let slice = &text[range.clone()];
    match kind {
        K::Comment if slice.starts_with("///") && !slice.starts_with("////") => Token { kind: K::DocComment, range },
        K::Comment if slice.starts_with("//!") => Token { kind: K::FileDoc, range },
        K::ConflictMarker if !matches!(before, None | Some(K::Newline | K::Bom)) => {
            Token { kind: K::Unexpected, range }
        }
        K::Bom if !matches!(before, None | Some(K::Bom)) => Token { kind: K::Unexpected, range },
        K::Unexpected if slice.starts_with('"') => {
            let line_end = text[range.start..].find(['\n', '\r']).map_or(text.len(), |len| range.start + len);
            Token { kind: K::UnterminatedString, range: range.start..line_end }
        }
        _ => Token { kind, range },
    }
}

/// A string without its end takes the rest of its line, except for the brackets at the end of the line
/// that close what the line opened: so a missing quote is one mistake and not two.
fn broken_string(text: &str, token: Token, tokens: &mut Vec<Token>) {
    let on_line = tokens.iter().rev().take_while(|token| token.kind != K::Newline);
    let mut open = 0usize;
    let mut closed = 0usize;
    for before in on_line {
        match before.kind {
            K::RBrace | K::RParen | K::RBracket => closed += 1,
            K::LBrace | K::LParen | K::LBracket if closed > 0 => closed -= 1,
            K::LBrace | K::LParen | K::LBracket => open += 1,
            _ => {}
        }
    }
    let slice = &text[token.range.clone()];
    let mut end = slice.len();
    for (at, c) in slice.char_indices().rev() {
        match c {
            '}' | ')' | ']' if open > 0 => (open, end) = (open - 1, at),
            ' ' | '\t' => {}
            _ => break,
        }
    }
    let quotes = slice.len() - slice.trim_start_matches('"').len();
    let end = match end {
        whole if whole == slice.len() => whole,
        cut => slice[..cut.max(quotes)].trim_end_matches([' ', '\t']).len(),
    };
    let start = token.range.start;
    tokens.push(Token { kind: K::UnterminatedString, range: start..start + end });
    for (at, c) in slice.char_indices().skip_while(|(at, _)| *at < end) {
        let kind = match c {
            '}' => K::RBrace,
            ')' => K::RParen,
            ']' => K::RBracket,
            _ => K::Space,
        };
        let range = start + at..start + at + c.len_utf8();
        match tokens.last_mut() {
            Some(last) if last.kind == K::Space && kind == K::Space => last.range.end = range.end,
            _ => tokens.push(Token { kind, range }),
        }
    }
}

/// Adds a token; runs of unexpected characters become one token and so one error.
fn push(tokens: &mut Vec<Token>, token: Token) {
    match tokens.last_mut() {
        Some(last) if last.kind == K::Unexpected && token.kind == K::Unexpected => last.range.end = token.range.end,
        _ => tokens.push(token),
    }
}

fn complaints(text: &str, tokens: &[Token]) -> Vec<SyntaxError> {
    let mut errors = Vec::new();
    for token in tokens {
        if errors.len() >= MAX_ERRORS {
            errors.push(SyntaxError::too_many(token.range.clone()));
            break;
        }
        let slice = &text[token.range.clone()];
        match token.kind {
            K::Unexpected => errors.push(unexpected(slice, token.range.clone())),
            K::UnterminatedString => errors.push(unterminated(slice, token.range.clone())),
            K::ConflictMarker if slice.starts_with("<<<<<<<") => errors.push(conflict(token.range.clone())),
            K::Comment | K::DocComment | K::FileDoc | K::String => bidi(slice, token.range.start, &mut errors),
            _ => {}
        }
    }
    errors
}

fn unexpected(slice: &str, range: Range<usize>) -> SyntaxError {
    if let Some(at) = slice.find(is_bidi_control) {
        return bidi_error(range.start + at, &slice[at..]);
    }
    if slice.contains('\0') {
        return SyntaxError::new(code::UNEXPECTED_CHARACTER, range, NOT_TEXT)
            .label("contains bytes that no text has")
            .help("a tm file is text in UTF-8");
    }
    let first = slice.chars().next().unwrap_or(' ');
    if first.is_control() || is_invisible(first) || first == '\u{FFFD}' {
        let end = range.start + first.len_utf8();
        let message = format!("a character that cannot be shown (U+{:04X}) stands here", first as u32);
        return SyntaxError::new(code::UNEXPECTED_CHARACTER, range.start..end, message)
            .label("not part of the language")
            .help("remove it")
            .fix(range.start..end, "");
    }
    if slice.starts_with('#') || slice.starts_with("/*") {
        return foreign_comment(slice, range);
    }
    let help = match slice {
        "&&" => "write `and`",
        "||" => "write `or`",
        "!" => "write `not`",
        ";" => "members end with the line or a comma, so leave it out",
        "=>" | "→" => "a flow points with `->`",
        "@" => "an id such as `Rule@element` is written `RULE on ELEMENT` here",
        "≥" => "write `>=`",
        "≤" => "write `<=`",
        "≠" => "write `!=`",
        _ if "'‘’“”„«»`".contains(first) => "text stands in double quotes: `\"…\"`",
        _ => "remove it, or put it inside a string",
    };
    let shown: String = slice.chars().take(20).collect();
    let message = format!("`{shown}` means nothing here");
    SyntaxError::new(code::UNEXPECTED_CHARACTER, range, message).label("not part of the language").help(help)
}

/// `# …` and `/* … */`.
fn foreign_comment(slice: &str, range: Range<usize>) -> SyntaxError {
    let sign = if slice.starts_with('#') { "#" } else { "/*" };
    let start = range.start..range.start + sign.len();
    let error =
        SyntaxError::new(code::UNEXPECTED_CHARACTER, start.clone(), format!("a comment does not begin with `{sign}`"))
            .label("`//` goes here");
    if sign == "#" {
        error.help("write `//`").fix(start, "//")
    } else {
        error.help("begin each line of a comment with `//`")
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

fn unterminated(slice: &str, range: Range<usize>) -> SyntaxError {
    let quotes = if slice.starts_with("\"\"\"") { "\"\"\"" } else { "\"" };
    let end = range.end;
    SyntaxError::new(code::UNTERMINATED_STRING, range, "this text has no closing quote")
        .label(format!("begins here and never ends with `{quotes}`"))
        .help(format!("close it with `{quotes}`; text of several lines stands between `\"\"\"`"))
        .fix(end..end, quotes)
}

fn conflict(range: Range<usize>) -> SyntaxError {
    SyntaxError::new(code::CONFLICT_MARKER, range, "this file has an unresolved merge conflict")
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
        format!("an invisible character (U+{:04X}) changes the direction of the text", c as u32),
    )
    .label("what follows may read differently from what it means")
    .help("remove it; text in right-to-left scripts needs no such character")
    .fix(at..at + c.len_utf8(), "")
}
