//! JSON with a line for each thing that is listed: a change shows as the lines that changed, and nothing is spent on
//! indentation further in.

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;
use std::io::{self, Write};

/// Values nested deeper than this stay on the line of what they belong to.
const DEPTH: usize = 2;

/// Writes a value.
///
/// # Errors
/// Where the writer refuses.
pub fn write(out: impl Write, value: &impl Serialize) -> serde_json::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Lines { depth: 0, filled: false }))
}

struct Lines {
    depth: usize,
    /// True where the innermost list or object has something in it.
    filled: bool,
}

impl Lines {
    fn line<W: Write + ?Sized>(&self, out: &mut W) -> io::Result<()> {
        if self.depth > DEPTH {
            return Ok(());
        }
        out.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| out.write_all(b"  "))
    }

    fn open<W: Write + ?Sized>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.filled = false;
        out.write_all(bracket)
    }

    fn close<W: Write + ?Sized>(&mut self, out: &mut W, bracket: &[u8]) -> io::Result<()> {
        let own_line = self.filled && self.depth <= DEPTH;
        self.depth -= 1;
        self.filled = true;
        if own_line {
            self.line(out)?;
        }
        out.write_all(bracket)
    }

    fn item<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        self.filled = true;
        self.line(out)
    }
}

impl Formatter for Lines {
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }
    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }
    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.item(out, first)
    }
    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }
    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }
    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.item(out, first)
    }
    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(if self.depth > DEPTH { b":" } else { b": " })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn what_is_listed_has_a_line_each() {
        let value = json!({ "empty": [], "list": [{ "a": 1, "b": [1, 2] }, {}], "one": { "x": { "y": null } } });
        let mut out = Vec::new();
        write(&mut out, &value).unwrap();
        let text = String::from_utf8(out).unwrap();
        let wanted = [
            "{",
            "  \"empty\": [],",
            "  \"list\": [",
            "    {\"a\":1,\"b\":[1,2]},",
            "    {}",
            "  ],",
            "  \"one\": {",
            "    \"x\": {\"y\":null}",
            "  }",
            "}",
        ];
        assert_eq!(text, wanted.join("\n"));
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
