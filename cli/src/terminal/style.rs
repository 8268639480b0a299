//! Colours, by meaning. The sixteen of every terminal, so that they fit its theme.

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// A heading, a name.
    Strong,
    /// What can be skipped.
    Quiet,
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// A note, a help.
    Note,
    /// Good news.
    Good,
    /// What can be typed.
    Typed,
    /// A level of risk, from 1 (lowest) to 5.
    Tone(u8),
}

/// Whether there is colour at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// Colour is wanted.
    pub color: bool,
}

impl Style {
    /// A style with or without colour.
    pub fn new(color: bool) -> Self {
        Style { color }
    }

    /// The text in its colour.
    pub fn paint(self, ink: Ink, text: &str) -> String {
        if !self.color || text.is_empty() {
            return text.to_owned();
        }
        format!("\x1b[{}m{text}\x1b[0m", code(ink))
    }

    /// A line whose beginning has another colour than its rest, where it begins so.
    pub fn led(self, line: &str, head: &str, (first, rest): (Ink, Option<Ink>)) -> String {
        let (head, tail) = line.strip_prefix(head).map_or(("", line), |tail| (head, tail));
        let tail = rest.map_or_else(|| tail.to_owned(), |ink| self.paint(ink, tail));
        format!("{}{tail}", self.paint(first, head))
    }
}

fn code(ink: Ink) -> &'static str {
    match ink {
        Ink::Strong => "1",
        Ink::Quiet => "2",
        Ink::Error => "1;31",
        Ink::Warning => "1;33",
        Ink::Note => "1;36",
        Ink::Good | Ink::Tone(1 | 2) => "32",
        Ink::Typed => "36",
        Ink::Tone(3) => "33",
        Ink::Tone(4) => "31",
        Ink::Tone(5..) => "1;31",
        Ink::Tone(0) => "0",
    }
}

/// A meter of five cells, so that risk is never told by colour alone.
pub fn meter(tone: u8) -> String {
    let full = usize::from(tone.min(5));
    format!("{}{}", "■".repeat(full), "□".repeat(5 - full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_led_by_another_colour_only_where_it_begins_so() {
        let led = |line: &str| Style::new(true).led(line, "a:", (Ink::Good, None));
        assert_eq!(led("a: b"), "\x1b[32ma:\x1b[0m b");
        assert_eq!(led("b a:"), "b a:");
        assert_eq!(Style::default().led("a: b", "a:", (Ink::Good, Some(Ink::Error))), "a: b");
    }
}
