//! Bytes of a text to lines and columns of the protocol, and back. Nothing else converts positions.

use std::ops::Range;
use std::sync::Arc;

/// What columns count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes of UTF-8.
    Utf8,
    /// Units of UTF-16.
    #[default]
    Utf16,
}

/// A line and a column, both from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column, counted as was agreed.
    pub column: u32,
}

/// A text with the starts of its lines.
#[derive(Clone, Debug)]
pub struct Lines {
    text: Arc<str>,
    starts: Arc<[u32]>,
}

impl Lines {
    /// Finds the lines of a text. A line ends with `\n`, `\r\n` or `\r`.
    pub fn new(text: Arc<str>) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| clamp(at + 1))).collect();
        Self { text, starts }
    }

    /// The text.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// How many lines there are; an empty text has one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The place of a byte; inside a character it is that of the character.
    pub fn place(&self, byte: usize, encoding: Encoding) -> Place {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let line = self.starts.partition_point(|start| *start as usize <= byte).max(1) - 1;
        let before = &self.text[self.starts[line] as usize..byte];
        let column = match encoding {
            Encoding::Utf8 => before.len(),
            Encoding::Utf16 => before.chars().map(char::len_utf16).sum(),
        };
        Place { line: clamp(line), column: clamp(column) }
    }

    /// The byte at a place. What lies behind the end of a line or of the text means that end.
    pub fn byte(&self, place: Place, encoding: Encoding) -> usize {
        let Some(start) = self.starts.get(place.line as usize).map(|start| *start as usize) else {
            return self.text.len();
        };
        let line = &self.text[start..self.line_end(place.line as usize)];
        let mut left = place.column as usize;
        for (at, c) in line.char_indices() {
            let width = match encoding {
                Encoding::Utf8 => c.len_utf8(),
                Encoding::Utf16 => c.len_utf16(),
            };
            if left < width {
                return start + at;
            }
            left -= width;
        }
        start + line.len()
    }

    /// The first byte of a line.
    pub fn line_start(&self, line: usize) -> usize {
        self.starts.get(line).map_or(self.text.len(), |start| *start as usize)
    }

    /// The end of a line, without its line break.
    pub fn line_end(&self, line: usize) -> usize {
        let next = self.line_start(line + 1);
        let start = self.line_start(line);
        start + self.text[start..next].trim_end_matches(['\n', '\r']).len()
    }

    /// The line of a byte.
    pub fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= byte).max(1) - 1
    }

    /// The bytes between two places; empty where they are the wrong way round.
    pub fn range(&self, start: Place, end: Place, encoding: Encoding) -> Range<usize> {
        let start = self.byte(start, encoding);
        start..self.byte(end, encoding).max(start)
    }
}

fn clamp(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, column: u32) -> Place {
        Place { line, column }
    }

    #[test]
    fn columns_count_what_was_agreed() {
        let lines = Lines::new("aé😀b\r\nx\ry".into());
        assert_eq!(lines.place(7, Encoding::Utf16), at(0, 4));
        assert_eq!(lines.place(7, Encoding::Utf8), at(0, 7));
        assert_eq!(lines.byte(at(0, 4), Encoding::Utf16), 7);
        assert_eq!(lines.byte(at(0, 7), Encoding::Utf8), 7);
        assert_eq!(lines.byte(at(2, 1), Encoding::Utf16), 13);
        assert_eq!(lines.count(), 3);
    }

    #[test]
    fn every_place_leads_back_to_its_byte() {
        let text = "é\n\n😀x\r\nlast";
        let lines = Lines::new(text.into());
        for (byte, _) in text.char_indices() {
            for encoding in [Encoding::Utf8, Encoding::Utf16] {
                let place = lines.place(byte, encoding);
                let inside_break = text[byte..].starts_with("\n") && text[..byte].ends_with('\r');
                assert!(inside_break || lines.byte(place, encoding) == byte, "{byte} {place:?}");
            }
        }
    }

    #[test]
    fn places_outside_are_brought_inside() {
        let lines = Lines::new("ab\n😀".into());
        assert_eq!(lines.byte(at(0, 99), Encoding::Utf16), 2);
        assert_eq!(lines.byte(at(9, 0), Encoding::Utf16), 7);
        assert_eq!(lines.byte(at(1, 1), Encoding::Utf16), 3, "the middle of a character is its start");
        assert_eq!(lines.place(99, Encoding::Utf16), at(1, 2));
    }
}
