//! Diagnostics with the source under them, drawn by ariadne.

use super::style::{Ink, Style};
use super::text::{clean, wrap};
use ariadne::{Color, Config, IndexType, Label, Report, ReportKind, Source};
use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::ops::Range;
use tm_compiler::diagnostic::{Diagnostic, Severity};
use tm_compiler::source::{FileId, SourceFile, Sources, Span};

/// Lines longer than this are shown in part.
const LONGEST_LINE: usize = 400;
/// Characters around the place in a long line.
const AROUND: usize = 30;
/// Errors of one code that are shown unless all are asked for.
const MOST: usize = 20;
/// Warnings and notes of one code that are shown unless all are asked for.
const FEW: usize = 3;

/// Renders diagnostics one below the other.
pub struct Renderer<'a> {
    files: Files<'a>,
    style: Style,
    width: usize,
}

impl<'a> Renderer<'a> {
    /// A renderer over the files of an analysis.
    pub fn new(sources: &'a Sources, style: Style, width: usize) -> Self {
        let drawn = BTreeMap::new();
        Renderer { files: Files { sources, drawn }, style, width }
    }

    /// Diagnostics, errors before warnings before notes; unless all are asked for, of many only the
    /// first, and of warnings and notes a few of each code.
    pub fn list(&mut self, diagnostics: &[Diagnostic], all: bool) -> String {
        let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
        sorted.sort_by_key(|diagnostic| diagnostic.severity);
        let mut seen: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
        let mut out = String::new();
        for diagnostic in sorted {
            let most = most(diagnostic.severity);
            let number = seen.entry((diagnostic.severity, diagnostic.code)).or_default();
            *number += 1;
            if all || *number <= most {
                out.push_str(&self.one(diagnostic));
                out.push('\n');
            }
        }
        if !all {
            out.push_str(&self.folded(&seen));
        }
        out
    }

    /// One line for each code of which not all were shown.
    fn folded(&self, seen: &BTreeMap<(Severity, &str), usize>) -> String {
        let mut out = String::new();
        for ((severity, code), number) in seen {
            let most = most(*severity);
            if *number > most {
                let more = number - most;
                let line = format!("… and {more} more {}[{code}] (`--all` shows them)", severity.word());
                let _ = writeln!(out, "{}", self.style.paint(Ink::Quiet, &line));
            }
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out
    }

    /// One diagnostic: the message, the source under it, what is known, what to do.
    pub fn one(&mut self, diagnostic: &Diagnostic) -> String {
        let mut out = self.header(diagnostic);
        let drawn = if self.fits(diagnostic) { self.drawn(diagnostic) } else { None };
        out.push_str(&drawn.unwrap_or_else(|| self.excerpts(diagnostic)));
        if let Some(help) = diagnostic.help.as_ref().filter(|_| said(diagnostic).is_none()) {
            self.remark(&mut out, "help:", help);
        }
        let edits = diagnostic.edits.iter();
        for edit in edits.filter(|_| diagnostic.help.is_none()) {
            self.remark(&mut out, "fix:", &edit.title);
        }
        for note in &diagnostic.notes {
            self.remark(&mut out, "note:", note);
        }
        out
    }

    fn header(&self, diagnostic: &Diagnostic) -> String {
        let ink = match diagnostic.severity {
            Severity::Error => Ink::Error,
            Severity::Warning => Ink::Warning,
            Severity::Note => Ink::Note,
        };
        let kind = format!("{}[{}]:", diagnostic.severity.word(), diagnostic.code);
        let message = wrap(&format!("{kind} {}", clean(&diagnostic.message)), self.width);
        let text = message.join("\n");
        let rest = text.strip_prefix(&kind).unwrap_or_default();
        format!("{}{}\n", self.style.paint(ink, &kind), self.style.paint(Ink::Strong, rest))
    }

    /// Whether the source is there and its lines are short enough to be drawn.
    fn fits(&self, diagnostic: &Diagnostic) -> bool {
        !diagnostic.labels.is_empty()
            && diagnostic.labels.iter().all(|label| {
                let file = self.files.sources.file(label.span.file);
                file.is_some_and(|file| !file.text.is_empty() && line(file, label.span).len() <= LONGEST_LINE)
            })
    }

    /// The source with its labels, without the title that ariadne puts over it.
    fn drawn(&mut self, diagnostic: &Diagnostic) -> Option<String> {
        let config = Config::default().with_index_type(IndexType::Byte).with_color(self.style.color);
        let main = self.place(diagnostic.span());
        let mut report = Report::build(ReportKind::Custom("", Color::Primary), main).with_config(config);
        let mut labels: Vec<(usize, &tm_compiler::diagnostic::Label)> = diagnostic.labels.iter().enumerate().collect();
        labels.sort_by_key(|(_, label)| label.span);
        for (index, label) in labels {
            let color = if index == 0 { color(diagnostic.severity) } else { Color::Blue };
            let text = match (index, label.text.as_str()) {
                (0, "") => said(diagnostic).unwrap_or("here"),
                (_, text) => text,
            };
            let drawn = Label::new(self.place(label.span)).with_color(color);
            report = report.with_label(drawn.with_message(clean(text)));
        }
        let mut bytes = Vec::new();
        report.finish().write(&mut self.files, &mut bytes).ok()?;
        Some(trimmed(&String::from_utf8_lossy(&bytes)))
    }

    /// Without a drawing: the places, and of a long line what is around them.
    fn excerpts(&self, diagnostic: &Diagnostic) -> String {
        let mut out = String::new();
        for label in &diagnostic.labels {
            let file = self.files.sources.file(label.span.file);
            if let Some(file) = file.filter(|file| !file.text.is_empty()) {
                out.push_str(&self.excerpt(file, label.span, &label.text));
            }
        }
        out
    }

    fn excerpt(&self, file: &SourceFile, span: Span, text: &str) -> String {
        let (row, column) = file.position(span.start as usize);
        let place = format!("{}:{row}:{column}", clean(&file.path));
        let range = clamped(file, span);
        let start = floor(&file.text, range.start.saturating_sub(AROUND));
        let end = floor(&file.text, range.end.min(range.start + AROUND).saturating_add(AROUND));
        let around = clean(file.text.get(start..end).unwrap_or_default());
        let text = if text.is_empty() { String::new() } else { format!("  {}", clean(text)) };
        format!("  {}{text}\n    … {} …\n", self.style.paint(Ink::Quiet, &place), around.trim())
    }

    fn place(&self, span: Span) -> (FileId, Range<usize>) {
        let range = match self.files.sources.file(span.file) {
            Some(file) => clamped(file, span),
            None => 0..0,
        };
        (span.file, range)
    }

    fn remark(&self, out: &mut String, word: &str, text: &str) {
        let ink = if word == "note:" { Ink::Quiet } else { Ink::Note };
        let indent = word.len() + 3;
        let lines = wrap(&clean(text), self.width.saturating_sub(indent));
        for (index, line) in lines.iter().enumerate() {
            let head = if index == 0 { format!("  {} ", self.style.paint(ink, word)) } else { " ".repeat(indent) };
            let _ = writeln!(out, "{head}{line}");
        }
    }
}

/// How many of one code are shown.
fn most(severity: Severity) -> usize {
    match severity {
        Severity::Error => MOST,
        Severity::Warning | Severity::Note => FEW,
    }
}

fn color(severity: Severity) -> Color {
    match severity {
        Severity::Error => Color::Red,
        Severity::Warning => Color::Yellow,
        Severity::Note => Color::Cyan,
    }
}

/// The help, where it is what the main place has to say.
fn said(diagnostic: &Diagnostic) -> Option<&str> {
    let silent = diagnostic.labels.first().is_some_and(|label| label.text.is_empty());
    let help = diagnostic.help.as_deref();
    help.filter(|help| silent && help.starts_with("did you mean"))
}

/// The source of each file, made once.
struct Files<'a> {
    sources: &'a Sources,
    drawn: BTreeMap<u32, Source<String>>,
}

impl ariadne::Cache<FileId> for Files<'_> {
    type Storage = String;

    fn fetch(&mut self, id: &FileId) -> Result<&Source<String>, impl fmt::Debug> {
        let sources = self.sources;
        let source = self.drawn.entry(id.0).or_insert_with(|| {
            let text = sources.file(*id).map_or("", |file| &file.text);
            Source::from(harmless(text))
        });
        Ok::<_, String>(&*source)
    }

    fn display<'b>(&self, id: &'b FileId) -> Option<impl fmt::Display + 'b> {
        self.sources.file(*id).map(|file| clean(&file.path))
    }
}

/// The text with what could steer a terminal, or break lines elsewhere than at line ends, masked;
/// every character keeps its number of bytes.
fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '\n' | '\t' => out.push(c),
            '\r' if letters.peek() == Some(&'\n') => out.push(c),
            '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                out.push('\u{fffd}');
            }
            c if c.is_control() => out.push(if c.len_utf8() == 1 { '?' } else { '·' }),
            c => out.push(c),
        }
    }
    out
}

/// The bytes of a span on its first line, between whole characters, inside the text.
fn clamped(file: &SourceFile, span: Span) -> Range<usize> {
    let start = floor(&file.text, span.start as usize);
    let end = floor(&file.text, (span.end as usize).max(start));
    let first = file.text[start..end].lines().next().unwrap_or_default();
    start..start + first.trim_end().len()
}

fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// The line on which a span starts.
fn line(file: &SourceFile, span: Span) -> &str {
    let at = floor(&file.text, span.start as usize);
    let start = file.text[..at].rfind('\n').map_or(0, |before| before + 1);
    let length = file.text[start..].find('\n').unwrap_or(file.text.len() - start);
    &file.text[start..start + length]
}

/// Without the title, and without blanks at the ends of lines.
fn trimmed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines().skip(1) {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn render(text: &str, range: Range<usize>) -> String {
        let mut sources = Sources::default();
        let file = sources.add("a.tm", text, false);
        let span = Span::new(file, &range);
        let diagnostic = Diagnostic::new("E0302", span, "`Https` has no property `x`")
            .label("not here")
            .also(Span::new(file, &(0..1)), "declared here")
            .note("a note")
            .help("do this");
        Renderer::new(&sources, Style::new(false), 80).one(&diagnostic)
    }

    #[test]
    fn the_source_is_under_the_message() {
        let text = render("one two\nthree\n", 4..7);
        assert!(text.starts_with("error[E0302]: `Https` has no property `x`\n"), "{text}");
        for part in ["a.tm:1:5", "one two", "not here", "  help: do this\n", "  note: a note\n"] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
    }

    #[test]
    fn any_span_of_any_text_is_drawn() {
        let texts = ["", "a", "é数\r\n\u{2028}x\ry\u{85}\x1b[31m\u{202e}z", "\n\n\n", "\u{feff}a\tb"];
        for text in texts {
            for start in 0..text.len() + 2 {
                for end in 0..text.len() + 2 {
                    let shown = render(text, start..end);
                    assert!(!shown.contains('\x1b') && !shown.contains('\u{202e}'));
                }
            }
        }
    }

    #[test]
    fn long_lines_are_shown_in_part() {
        let text = render(&"x".repeat(10_000_000), 5_000_000..5_000_010);
        assert!(text.len() < 1000 && text.contains("a.tm:1:5000001"), "{text}");
    }
}
