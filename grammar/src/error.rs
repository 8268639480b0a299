//! Errors of lexing and parsing, as plain data: where, what, and the way out.

use std::ops::Range;

/// Codes of the errors this crate reports (stage 1: text and syntax).
pub mod code {
    /// A character that is not part of the language.
    pub const UNEXPECTED_CHARACTER: &str = "E0101";
    /// A string without its closing quote.
    pub const UNTERMINATED_STRING: &str = "E0102";
    /// An invisible character that changes the direction of the text.
    pub const BIDI_CONTROL: &str = "E0103";
    /// A marker that a version control system left behind.
    pub const CONFLICT_MARKER: &str = "E0104";
    /// A bracket that is never closed.
    pub const UNCLOSED: &str = "E0105";
    /// A closing bracket that nothing opened.
    pub const STRAY_CLOSER: &str = "E0106";
    /// Blocks or expressions nested too deeply.
    pub const TOO_DEEP: &str = "E0107";
    /// So many mistakes that the rest of the file is not read.
    pub const TOO_MANY: &str = "E0108";
    /// A statement that cannot be read.
    pub const SYNTAX: &str = "E0110";
    /// A word of the language where a name is needed.
    pub const RESERVED_NAME: &str = "E0111";
}

/// After so many mistakes the rest of a file is not read: nobody would read the list.
pub const MAX_ERRORS: usize = 1000;

/// One mistake in the text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Stable code, a page of which explains the mistake at length.
    pub code: &'static str,
    /// Bytes of the source it is about.
    pub range: Range<usize>,
    /// What is wrong, in one line, lower case, no full stop.
    pub message: String,
    /// Why this place, next to the marked text.
    pub label: String,
    /// Other places that belong to it, each with what it has to do with it.
    pub related: Vec<(Range<usize>, String)>,
    /// What to type.
    pub help: Option<String>,
    /// An edit that repairs it: what to replace, and by what.
    pub fix: Option<(Range<usize>, String)>,
}

impl SyntaxError {
    /// An error with a code, a place and a message.
    pub fn new(code: &'static str, range: Range<usize>, message: impl Into<String>) -> Self {
        Self { code, range, message: message.into(), label: String::new(), related: Vec::new(), help: None, fix: None }
    }

    /// The last error of a file with very many of them.
    pub(crate) fn too_many(range: Range<usize>) -> Self {
        let message = format!("more than {MAX_ERRORS} mistakes in this file");
        Self::new(code::TOO_MANY, range, message)
            .label("not listed from here on")
            .help("mend the first ones; if this is no tm file, give it another ending than `.tm`")
    }

    /// Says why this place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Says what to type.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Marks another place that belongs to the mistake.
    #[must_use]
    pub fn related(mut self, range: Range<usize>, label: impl Into<String>) -> Self {
        self.related.push((range, label.into()));
        self
    }

    /// Offers an edit that repairs it.
    #[must_use]
    pub fn fix(mut self, range: Range<usize>, replacement: impl Into<String>) -> Self {
        self.fix = Some((range, replacement.into()));
        self
    }
}
