//! Errors of the front end as plain text: code, place, message, the line with the place marked, the help.

use std::fmt::Write;
use std::ops::Range;
use tm_grammar::SyntaxError;

/// Draws errors one below the other.
pub fn draw(text: &str, errors: &[SyntaxError]) -> String {
    let mut out = String::new();
    for error in errors {
        let (line, column) = place(text, error.range.start);
        let _ = writeln!(out, "{line}:{column} {}: {}", error.code, error.message);
        mark(text, &error.range, &error.label, &mut out);
        for (range, label) in &error.related {
            mark(text, range, label, &mut out);
        }
        if let Some(help) = &error.help {
            let _ = writeln!(out, "  help: {help}");
        }
        if let Some((range, with)) = &error.fix {
            let (line, column) = place(text, range.start);
            let _ = writeln!(out, "  edit: {line}:{column} {:?} -> {with:?}", &text[range.clone()]);
        }
        out.push('\n');
    }
    if errors.is_empty() {
        out.push_str("no mistakes\n");
    }
    out
}

/// Line and column of a byte, both from one; columns count characters.
fn place(text: &str, at: usize) -> (usize, usize) {
    let start = line_start(text, at);
    let lines = text[..start].matches(['\n', '\r']).count() - text[..start].matches("\r\n").count();
    (lines + 1, text[start..at].chars().count() + 1)
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// The line, and a line with marks and a label below it.
fn mark(text: &str, range: &Range<usize>, label: &str, out: &mut String) {
    let start = line_start(text, range.start);
    let rest = &text[start..];
    let line = &rest[..rest.find(['\n', '\r']).unwrap_or(rest.len())];
    let number = place(text, range.start).0;
    let before = text[start..range.start].chars().count();
    let end = range.end.min(start + line.len());
    let marks = text.get(range.start..end).map_or(1, |marked| marked.chars().count().max(1));
    let _ = writeln!(out, "{number:>4} | {}", shown(line));
    let _ = writeln!(out, "     | {}{} {label}", " ".repeat(before), "^".repeat(marks));
}

/// The line without characters that a terminal would obey.
fn shown(line: &str) -> String {
    let visible = |c: char| {
        if c.is_control() || is_format(c) { '\u{FFFD}' } else { c }
    };
    line.chars().map(visible).collect()
}

fn is_format(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}
