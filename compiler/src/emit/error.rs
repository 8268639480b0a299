//! Mistakes in templates, with the place in the user's own text.

use std::fmt;

use tera::{Error, ErrorKind, ReportError};

/// What is wrong with a template, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// Name of the template.
    pub template: String,
    /// Line, from 1; 0 where the mistake has no place.
    pub line: usize,
    /// Column in characters, from 1; 0 where the mistake has no place.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do; may be empty.
    pub help: String,
}

impl TemplateError {
    /// From the engine's error; `template` is the one being added or rendered.
    pub(super) fn new(template: &str, error: &Error) -> Self {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => Self::placed(template, report),
            kind => Self::unplaced(template, kind),
        }
    }

    /// A template that nobody supplied.
    pub(super) fn missing(template: &str) -> Self {
        TemplateError {
            template: template.to_owned(),
            line: 0,
            column: 0,
            message: "there is no such template".to_owned(),
            help: "templates are named by their path inside the template folder".to_owned(),
        }
    }

    /// A template that writes and writes.
    pub(super) fn large(template: &str, limit: usize) -> Self {
        let message = format!("it writes more than {limit} MiB");
        TemplateError { message, help: "loops inside of loops multiply".to_owned(), ..Self::missing(template) }
    }

    fn placed(template: &str, report: &ReportError) -> Self {
        let named = report.filename();
        let message = sentence(report.message());
        TemplateError {
            template: if named.is_empty() { template } else { named }.to_owned(),
            line: report.span().start_line,
            column: report.span().start_col + 1,
            help: help(&message),
            message,
        }
    }

    fn unplaced(template: &str, kind: &ErrorKind) -> Self {
        let owner = match kind {
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => tpl,
            ErrorKind::MissingParent { current, .. } => current,
            _ => template,
        };
        let text = kind.to_string();
        if let Some(found) = Self::reported(&text) {
            return found;
        }
        let message = sentence(&text);
        TemplateError { template: owner.to_owned(), line: 0, column: 0, help: help(&message), message }
    }

    /// The first of several mistakes that the engine hands over as one text with pictures:
    /// `error: …`, then `--> name:line:column`.
    fn reported(text: &str) -> Option<Self> {
        let message = text.lines().next()?.strip_prefix("error: ")?;
        let place = text.lines().find_map(|line| line.trim_start().strip_prefix("--> "))?;
        let mut parts = place.rsplitn(3, ':');
        let column = parts.next()?.parse().ok()?;
        let line = parts.next()?.parse().ok()?;
        let message = sentence(message);
        Some(TemplateError { template: parts.next()?.to_owned(), line, column, help: help(&message), message })
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.template)?;
        if self.line > 0 {
            write!(f, ":{}:{}", self.line, self.column)?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for TemplateError {}

/// The engine's message as this project writes messages: no capital, no full stop.
fn sentence(message: &str) -> String {
    let message = message.trim().trim_end_matches('.');
    let mut letters = message.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => message.to_owned(),
    }
}

/// Advice by what the message speaks of.
fn help(message: &str) -> String {
    let lower = message.to_lowercase();
    let advice = if lower.contains("unknown filter") {
        "besides Tera's own filters there are: anchor, code, csp_hash, dot, inline_markdown, json, \
         markdown, markdown_block, md, mermaid, percent, plural, ticks, web_url"
    } else if lower.contains("circular") {
        "a template must not include or extend itself, not even through others"
    } else if lower.contains("unknown template") {
        "a template sees the templates that share its ending (.html with .html, .md with .md)"
    } else if lower.contains("not found")
        || lower.contains("undefined")
        || lower.contains("not defined")
        || lower.contains("does not exist")
    {
        "the fields are those of analysis.json; ask with `is defined`, or read with `?.`"
    } else {
        ""
    };
    advice.to_owned()
}
