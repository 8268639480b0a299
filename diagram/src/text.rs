//! Measuring, cleaning and wrapping text.
//!
//! The widths come from a table of our own (the advances of the font that PNG
//! pictures embed), so a layout never depends on the fonts of a machine.

mod widths;

use widths::{BOLD, REGULAR};

/// A size and weight of text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Size in pixels.
    pub size: f64,
    /// Semi-bold rather than regular.
    pub bold: bool,
}

impl Font {
    /// Distance from one line to the next.
    pub fn line(self) -> f64 {
        (self.size * 1.25).round()
    }
}

/// Width of a line of text in pixels.
///
/// Five per cent are added: a viewer without the font draws with one slightly wider.
pub fn width(text: &str, font: Font) -> f64 {
    let thousandths: f64 = text.chars().map(|c| advance(c, font.bold)).sum();
    thousandths * font.size * 1.05 / 1000.0
}

/// Replaces what cannot be seen: control characters and line breaks become
/// blanks, marks that turn the direction of writing go, blanks are joined.
pub fn clean(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().filter(|c| !turns_direction(*c)) {
        let c = if c.is_control() || c.is_whitespace() { ' ' } else { c };
        if !(c == ' ' && (out.is_empty() || out.ends_with(' '))) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Breaks `text` into at most `lines` lines of at most `limit` pixels; what does
/// not fit ends in an ellipsis. Empty text gives no line.
pub fn wrap(text: &str, font: Font, limit: f64, lines: usize) -> Vec<String> {
    let text = shortest(clean(text));
    let mut rows: Vec<String> = Vec::new();
    let mut row = String::new();
    for piece in pieces(&text) {
        for part in split_to_fit(piece, font, limit) {
            if !row.is_empty() && width(&format!("{row}{}", part.trim_end()), font) > limit {
                rows.push(std::mem::take(&mut row));
                if rows.len() > lines {
                    return shortened(rows, font, limit, lines);
                }
            }
            row.push_str(part);
        }
    }
    rows.push(row);
    shortened(rows, font, limit, lines)
}

/// One line of at most `limit` pixels.
pub fn fit(text: &str, font: Font, limit: f64) -> String {
    wrap(text, font, limit, 1).pop().unwrap_or_default()
}

/// No picture shows a thousand characters of one label; cutting them here keeps
/// the work bounded for any input.
fn shortest(mut text: String) -> String {
    if let Some((at, _)) = text.char_indices().nth(1000) {
        text.truncate(at);
        text.push('…');
    }
    text
}

fn shortened(rows: Vec<String>, font: Font, limit: f64, lines: usize) -> Vec<String> {
    let too_many = rows.len() > lines;
    let mut rows: Vec<String> =
        rows.into_iter().take(lines).map(|row| row.trim().to_owned()).filter(|row| !row.is_empty()).collect();
    if too_many && let Some(last) = rows.last_mut() {
        while !last.is_empty() && width(&format!("{last}…"), font) > limit {
            last.pop();
        }
        last.truncate(last.trim_end().len());
        last.push('…');
    }
    rows
}

/// Text cut where a line may break: after a blank or a joint, around wide characters.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if before.is_some_and(|b| may_break(b, c)) {
            out.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    out.push(&text[start..]);
    out
}

fn may_break(before: char, after: char) -> bool {
    if is_mark(after) || after == ' ' {
        return false;
    }
    before == ' '
        || matches!(before, '-' | '/' | '_' | '.' | ',' | ':') && after.is_alphabetic()
        || is_wide(before)
        || is_wide(after)
}

/// Cuts a word that is longer than a line.
fn split_to_fit(word: &str, font: Font, limit: f64) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut used = 0.0;
    for (at, c) in word.char_indices() {
        let wide = advance(c, font.bold) * font.size * 1.05 / 1000.0;
        if used + wide > limit && at > start && !is_mark(c) && c != ' ' {
            out.push(&word[start..at]);
            start = at;
            used = 0.0;
        }
        used += wide;
    }
    out.push(&word[start..]);
    out
}

/// Advance of a character in thousandths of the font size.
fn advance(c: char, bold: bool) -> f64 {
    let table = if bold { &BOLD } else { &REGULAR };
    let ascii = (c as usize).checked_sub(32).and_then(|at| table.get(at));
    if let Some(known) = ascii {
        return f64::from(*known);
    }
    if is_mark(c) {
        return 0.0;
    }
    if is_wide(c) {
        return 1000.0;
    }
    let middle = match c as u32 {
        0x2014 | 0x2026 | 0x2190..=0x23ff => 1000.0,
        0x2000..=0x206f => 560.0,
        0x370..=0x52f => 720.0,
        0x590..=0x5ff => 620.0,
        0x600..=0x8ff => 700.0,
        0xa0..=0x36f => 650.0,
        _ => 800.0,
    };
    if bold { middle * 1.06 } else { middle }
}

/// Combining marks and joiners take no room of their own.
fn is_mark(c: char) -> bool {
    matches!(c as u32,
        0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0x5bf..=0x5c7 | 0x610..=0x61a
        | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x6df..=0x6e4 | 0x900..=0x902 | 0x93c
        | 0x941..=0x948 | 0x94d | 0xe31 | 0xe34..=0xe3a | 0xe47..=0xe4e | 0x1ab0..=0x1aff
        | 0x1dc0..=0x1dff | 0x200b..=0x200d | 0x2060 | 0x20d0..=0x20ff | 0xfe00..=0xfe0f
        | 0xfe20..=0xfe2f | 0xfeff | 0x1f3fb..=0x1f3ff | 0xe0100..=0xe01ef)
}

/// East Asian wide characters and emoji fill a square.
fn is_wide(c: char) -> bool {
    matches!(c as u32,
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xa960..=0xa97f
        | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60
        | 0xffe0..=0xffe6 | 0x1f000..=0x1faff | 0x20000..=0x3fffd)
}

/// Marks that change the direction of all that follows; a label must not reach out of its box.
fn turns_direction(c: char) -> bool {
    matches!(c as u32, 0x61c | 0x200e | 0x200f | 0x202a..=0x202e | 0x2066..=0x2069)
}

#[cfg(test)]
mod tests;
