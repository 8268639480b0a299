//! A diagnostic as plain data; terminal, JSON, SARIF and the editor are renderers of it.

use crate::source::Span;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The source is wrong, or a finding that fails the check.
    Error,
    /// Suspicious, but the model still means something.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word that is shown.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// A marked place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// Why this place.
    pub text: String,
}

/// An edit that repairs the mistake and can be applied as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What it does.
    pub title: String,
    /// What it replaces.
    pub span: Span,
    /// By what.
    pub replacement: String,
}

/// One message to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code with a page of its own.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong: one line, lower case, no full stop, user text in back-ticks.
    pub message: String,
    /// The marked places, the main one first.
    pub labels: Vec<Label>,
    /// What is known about it.
    pub notes: Vec<String>,
    /// What to type.
    pub help: Option<String>,
    /// Edits that repair it.
    pub edits: Vec<Edit>,
}

impl Diagnostic {
    /// A diagnostic whose code says how bad it is: `E…` an error, `W…` a warning, else a note.
    pub fn new(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        let severity = match code.as_bytes().first() {
            Some(b'E') => Severity::Error,
            Some(b'W') => Severity::Warning,
            _ => Severity::Note,
        };
        let labels = vec![Label { span, text: String::new() }];
        Self { code, severity, message: message.into(), labels, notes: Vec::new(), help: None, edits: Vec::new() }
    }

    /// The main place.
    pub fn span(&self) -> Span {
        self.labels.first().map(|label| label.span).unwrap_or_default()
    }

    /// Says why the main place is marked.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        if let Some(first) = self.labels.first_mut() {
            first.text = text.into();
        }
        self
    }

    /// Marks another place.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// Adds what is known.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// Says what to type.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// Offers an edit.
    #[must_use]
    pub fn edit(mut self, title: impl Into<String>, span: Span, replacement: impl Into<String>) -> Self {
        self.edits.push(Edit { title: title.into(), span, replacement: replacement.into() });
        self
    }

    /// "did you mean": the nearest of some names, as help and as an edit on the main place.
    #[must_use]
    pub fn did_you_mean(self, written: &str, known: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let span = self.span();
        match nearest(written, known) {
            Some(best) => self.help(format!("did you mean `{best}`?")).edit(format!("change to `{best}`"), span, best),
            None => self,
        }
    }
}

/// The name closest to what was written, if any is close: at most a third of its length away.
pub fn nearest(written: &str, known: impl IntoIterator<Item = impl AsRef<str>>) -> Option<String> {
    let limit = written.chars().count() / 3;
    let folded = written.to_lowercase().replace('_', "");
    let counts = letters(written);
    let mut best: Option<(usize, String)> = None;
    for name in known {
        let name = name.as_ref();
        if name.len().abs_diff(written.len()) > 4 * limit.max(1) {
            continue; // each edit adds or removes four bytes at most
        }
        let apart = unlike(&counts, &letters(name));
        let each = if written.is_ascii() && name.is_ascii() { 2 } else { 8 };
        if apart > each * limit.max(3) {
            continue; // further away than the letters alone allow
        }
        let distance = strsim::damerau_levenshtein(&folded, &name.to_lowercase().replace('_', ""));
        let better = best.as_ref().is_none_or(|(least, held)| (distance, name) < (*least, held.as_str()));
        if distance <= limit && better && name != written {
            best = Some((distance, name.to_owned()));
        }
    }
    best.map(|(_, name)| name)
}

/// How often each letter occurs, roughly: a cheap bound for the distance of two names.
fn letters(name: &str) -> [u8; 32] {
    let mut counts = [0_u8; 32];
    for byte in name.bytes() {
        let count = &mut counts[usize::from(byte % 32)];
        *count = count.saturating_add(1);
    }
    counts
}

/// How much the counts differ. One edit changes two of them at most, or eight where letters have several bytes.
fn unlike(a: &[u8; 32], b: &[u8; 32]) -> usize {
    a.iter().zip(b).map(|(a, b)| usize::from(a.abs_diff(*b))).sum()
}

/// A kind or a word of the language with its article: `a process`, `an actor`, `data`.
pub fn a_kind(word: &str) -> String {
    match word {
        "data" => word.into(),
        _ if word.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("an {word}"),
        _ => format!("a {word}"),
    }
}

/// Joins names for a note: at most `most` of them, in back-ticks.
pub fn list_names<T: AsRef<str>>(names: impl IntoIterator<Item = T>, most: usize) -> String {
    let names: Vec<T> = names.into_iter().collect();
    let shown: Vec<String> = names.iter().take(most).map(|name| format!("`{}`", name.as_ref())).collect();
    let more = if names.len() > most { format!(", … ({} in all)", names.len()) } else { String::new() };
    format!("{}{more}", shown.join(", "))
}
