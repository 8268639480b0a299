//! A World in memory, with faults on demand, and what the compiler says about it as plain text.

use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fmt::Write;
use tm_compiler::Outcome;
use tm_compiler::diagnostic::{Diagnostic, Severity};
use tm_compiler::source::{Sources, Span};
use tm_compiler::world::{EmbeddedFile, ReadError, World};

/// The day on which all cases are judged.
pub const TODAY: Date = Date::constant(2026, 6, 1);

/// Files in memory over the embedded library.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    entry: String,
    files: BTreeMap<String, Result<Vec<u8>, String>>,
    today: Option<Date>,
    library: Option<Release>,
}

/// A release of the library that is not out yet: its version, and one more package.
#[derive(Clone, Debug)]
struct Release {
    version: String,
    package: String,
    text: String,
}

impl Memory {
    /// A World of one file, `main.tm`.
    pub fn of(text: impl Into<Vec<u8>>) -> Self {
        Self::at("main.tm").file("main.tm", text)
    }

    /// An empty World that is entered at a path.
    pub fn at(entry: &str) -> Self {
        Self { entry: entry.into(), ..Self::default() }
    }

    /// Adds a file.
    #[must_use]
    pub fn file(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.into(), Ok(bytes.into()));
        self
    }

    /// Adds a file or folder that cannot be read.
    #[must_use]
    pub fn fault(mut self, path: &str, why: &str) -> Self {
        self.files.insert(path.into(), Err(why.into()));
        self
    }

    /// Another day.
    #[must_use]
    pub fn on(mut self, today: Date) -> Self {
        self.today = Some(today);
        self
    }

    /// A release of the library to come, with one more package.
    #[must_use]
    pub fn library(mut self, version: &str, package: &str, text: &str) -> Self {
        self.library = Some(Release { version: version.into(), package: package.into(), text: text.into() });
        self
    }

    fn below<'a>(&'a self, folder: &str) -> impl Iterator<Item = &'a String> {
        let prefix = match folder {
            "" | "." => String::new(),
            folder => format!("{}/", folder.trim_end_matches('/')),
        };
        self.files.keys().filter(move |path| path.starts_with(&prefix))
    }

    /// True where a folder between `folder` and the file is a package of its own.
    fn in_other_package(&self, path: &str, folder: &str) -> bool {
        let own = folder.trim_end_matches('/').len();
        path.match_indices('/')
            .map(|(at, _)| &path[..at])
            .any(|inner| inner.len() > own && self.files.contains_key(&format!("{inner}/tm.toml")))
    }
}

impl World for Memory {
    fn entry(&self) -> String {
        self.entry.clone()
    }

    fn today(&self) -> Date {
        self.today.unwrap_or(TODAY)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        match self.files.get(path) {
            Some(Ok(bytes)) => Ok(bytes.clone()),
            Some(Err(why)) => Err(ReadError::Failed(why.clone())),
            None => Err(ReadError::Missing),
        }
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, ReadError> {
        if let Some(Err(why)) = self.files.get(folder) {
            return Err(ReadError::Failed(why.clone()));
        }
        if self.below(folder).next().is_none() {
            return Err(ReadError::Missing);
        }
        Ok(self
            .below(folder)
            .filter(|path| path.ends_with(".tm") && !self.in_other_package(path, folder))
            .cloned()
            .collect())
    }

    fn is_folder(&self, path: &str) -> bool {
        !self.files.contains_key(path) && self.below(path).next().is_some()
    }

    fn embedded(&self, package: &str) -> Vec<EmbeddedFile> {
        if let Some(release) = self.library.as_ref().filter(|release| release.package == package) {
            let path = format!("{}.tm", package.replace('.', "/"));
            return vec![EmbeddedFile { path: path.into(), text: release.text.clone().into() }];
        }
        let files = tm_stdlib::files(package).iter();
        files.map(|file| EmbeddedFile { path: file.path.into(), text: file.text.into() }).collect()
    }

    fn embedded_packages(&self) -> Vec<String> {
        let more = self.library.iter().map(|release| release.package.clone());
        let mut names: Vec<String> = tm_stdlib::packages().map(String::from).chain(more).collect();
        names.sort();
        names
    }

    fn library_version(&self) -> String {
        self.library.as_ref().map_or_else(|| tm_stdlib::VERSION.to_owned(), |release| release.version.clone())
    }
}

/// Everything said about a World: what checking finds, then what its tests find.
#[derive(Debug)]
pub struct Said {
    /// The files.
    pub sources: Sources,
    /// The messages.
    pub diagnostics: Vec<Diagnostic>,
}

/// Checks a World and runs its tests.
pub fn say(world: &dyn World) -> Said {
    let report = tm_compiler::run_tests(world);
    let mut diagnostics = report.analysis.diagnostics().to_vec();
    // Where the source is invalid, that a test fails says nothing; mistakes in the test itself are among the others.
    if report.analysis.outcome() != Outcome::Invalid {
        diagnostics.extend(report.results.into_iter().flat_map(|test| test.failures));
    }
    Said { sources: report.sources, diagnostics }
}

impl Said {
    /// The codes, in order.
    pub fn codes(&self) -> Vec<&'static str> {
        self.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
    }

    /// The codes of errors, in order.
    pub fn errors(&self) -> Vec<&'static str> {
        let errors = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        errors.map(|diagnostic| diagnostic.code).collect()
    }

    /// The messages as text: every part of them, with the marked lines.
    pub fn draw(&self) -> String {
        let mut out = String::new();
        for diagnostic in &self.diagnostics {
            draw(&self.sources, diagnostic, &mut out);
            out.push('\n');
        }
        if self.diagnostics.is_empty() {
            out.push_str("no mistakes\n");
        }
        out
    }
}

fn draw(sources: &Sources, diagnostic: &Diagnostic, out: &mut String) {
    let (word, code) = (diagnostic.severity.word(), diagnostic.code);
    let _ = writeln!(out, "{word}[{code}] {}", diagnostic.message);
    for label in &diagnostic.labels {
        mark(sources, label.span, &label.text, out);
    }
    for note in &diagnostic.notes {
        let _ = writeln!(out, "  note: {note}");
    }
    if let Some(help) = &diagnostic.help {
        let _ = writeln!(out, "  help: {help}");
    }
    for edit in &diagnostic.edits {
        let (_, line, column) = sources.locate(edit.span);
        let (old, new) = (sources.text(edit.span), &edit.replacement);
        let _ = writeln!(out, "  edit: {line}:{column} {old:?} -> {new:?} ({})", edit.title);
    }
}

/// The place, its line, and marks below it; lines of the library are not shown, since they change.
fn mark(sources: &Sources, span: Span, label: &str, out: &mut String) {
    let (path, line, column) = sources.locate(span);
    let Some(file) = sources.file(span.file) else {
        return;
    };
    if file.embedded {
        let _ = writeln!(out, "  {path}: {label}");
        return;
    }
    let written = file.text.lines().nth(line - 1).unwrap_or_default();
    let rest = written.chars().count() + 1 - column.min(written.chars().count() + 1);
    let width = sources.text(span).lines().next().unwrap_or_default();
    let width = width.chars().count().clamp(1, rest.max(1));
    let _ = writeln!(out, "  {path}:{line}:{column}");
    let _ = writeln!(out, "{line:>4} | {}", shorten(&visible(written)));
    if column < 200 {
        let marks = "^".repeat(width.min(100));
        let _ = writeln!(out, "     | {}{marks} {label}", " ".repeat(column - 1));
    }
}

fn shorten(line: &str) -> String {
    match line.char_indices().nth(200) {
        Some((at, _)) => format!("{} …", &line[..at]),
        None => line.to_owned(),
    }
}

/// The line without characters that a terminal would obey.
fn visible(line: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
    };
    line.chars().map(|c| if hidden(c) { '\u{FFFD}' } else { c }).collect()
}
