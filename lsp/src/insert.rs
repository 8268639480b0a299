//! Edits that add something to a text: a member to a declaration, a declaration to a file.

use crate::snapshot::{Edit, Location, Snapshot};
use std::ops::Range;
use tm_compiler::decl::Decl;
use tm_compiler::source::{FileId, Span};
use tm_grammar::SyntaxKind as K;
use tm_grammar::lexer::lex;

/// The edit that puts members first in a declaration's block, which it gets where it has none.
pub fn members(at: &Snapshot, decl: &Decl, members: &[String]) -> Option<Edit> {
    let path = at.path(decl.span.file).to_owned();
    let place = |byte: usize| Location { path: path.clone(), range: byte..byte };
    let text = at.analysis().sources.text(decl.span);
    if !decl.has_block {
        return Some(Edit { at: place(decl.span.end as usize), text: format!(" {{ {} }}", members.join(", ")) });
    }
    let brace = block(text)?;
    let rest = &text[brace + 1..];
    let indent: String =
        rest.trim_start_matches(['\n', '\r']).chars().take_while(|c| matches!(c, ' ' | '\t')).collect();
    let text = match rest.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']) {
        true => members.iter().map(|member| format!("\n{indent}{member}")).collect(),
        false if rest.trim_start().starts_with('}') => format!(" {}", members.join(", ")),
        false => format!(" {},", members.join(", ")),
    };
    Some(Edit { at: place(decl.span.start as usize + brace + 1), text })
}

/// The edit that takes a member out of a declaration's block, which goes where nothing else stands in it.
pub fn without(at: &Snapshot, decl: &Decl, member: Span) -> Edit {
    let text = at.text(member.file);
    let (start, end) = (with_comments(text, member.start as usize), member.end as usize);
    let path = at.path(member.file).to_owned();
    let gone = |range: Range<usize>| Edit { at: Location { path: path.clone(), range }, text: String::new() };
    let before = text[..start].trim_end();
    let behind = end + (text[end..].len() - text[end..].trim_start().len());
    if before.ends_with('{') && behind + 1 == decl.span.end as usize {
        return gone(before[..before.len() - 1].trim_end().len()..behind + 1);
    }
    let (line, rest) = (line_start(text, start), rest_of_line(text, end));
    if text[line..start].trim().is_empty() && rest.trim().trim_matches(',').is_empty() {
        let next = next_line(text, end);
        // Empty lines above go along where nothing follows.
        let last = text[next..].trim_start().starts_with('}');
        return gone(if last { next_line(text, before.len()) } else { line }..next);
    }
    let comma = rest.len() - rest.trim_start().len();
    match (rest[comma..].strip_prefix(','), before.strip_suffix(',')) {
        (Some(more), _) => gone(start..end + rest.len() - more.trim_start().len()),
        (None, Some(before)) => gone(before.len()..end),
        (None, None) => gone(start..end),
    }
}

/// Where the line after that of a byte begins.
pub fn next_line(text: &str, byte: usize) -> usize {
    text[byte..].find('\n').map_or(text.len(), |at| byte + at + 1)
}

/// The edits that state properties, each in place of what is stated or as a new member, in the order of the text.
pub fn facts(at: &Snapshot, decl: &Decl, facts: &[(String, String)]) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    let mut new = Vec::new();
    for (name, value) in facts {
        let text = if value == "true" { name.clone() } else { format!("{name} = {value}") };
        match decl.body.assigns.iter().find(|assign| assign.path.text() == *name) {
            Some(assign) if assign.bare => edits.push(Edit { at: at.location(assign.path.span), text }),
            Some(assign) => edits.push(Edit { at: at.location(assign.value.span), text: value.clone() }),
            None => new.push(text),
        }
    }
    if !new.is_empty() {
        edits.push(members(at, decl, &new)?);
    }
    edits.sort();
    Some(edits)
}

/// The edit that adds a declaration at the end of a file.
pub fn at_end(at: &Snapshot, file: FileId, declaration: &str) -> Edit {
    let text = at.text(file);
    let gap = if text.is_empty() || text.ends_with('\n') { "\n" } else { "\n\n" };
    let place = Location { path: at.path(file).to_owned(), range: text.len()..text.len() };
    Edit { at: place, text: format!("{gap}{declaration}\n") }
}

/// The edit that adds a declaration behind another.
pub fn behind(at: &Snapshot, decl: &Decl, declaration: &str) -> Edit {
    let end = decl.span.end as usize;
    let place = Location { path: at.path(decl.span.file).to_owned(), range: end..end };
    Edit { at: place, text: format!("\n{declaration}") }
}

/// Where the comments begin that stand right above what begins at a byte, with nothing else on its line before it.
pub fn with_comments(text: &str, start: usize) -> usize {
    let mut found = start;
    let mut line = line_start(text, start);
    if !text[line..start].trim().is_empty() {
        return start;
    }
    while line > 0 {
        let above = line_start(text, line - 1);
        let written = text[above..line].trim();
        if !written.starts_with("//") || written.starts_with("//!") {
            break;
        }
        found = above + text[above..line].len() - text[above..line].trim_start().len();
        line = above;
    }
    found
}

/// Where the line of a byte begins.
pub fn line_start(text: &str, byte: usize) -> usize {
    text[..byte].rfind('\n').map_or(0, |at| at + 1)
}

/// What stands between a byte and the end of its line.
pub fn rest_of_line(text: &str, byte: usize) -> &str {
    let rest = &text[byte..];
    rest.find(['\n', '\r']).map_or(rest, |end| &rest[..end])
}

/// The first brace outside of strings.
fn block(text: &str) -> Option<usize> {
    lex(text).0.iter().find(|token| token.kind == K::LBrace).map(|token| token.range.start)
}
