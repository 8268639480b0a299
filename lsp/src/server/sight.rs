//! What one request sees, and plain data in the words of the protocol.

use super::Settings;
use super::names::Names;
use crate::buffers::{Buffer, Buffers, Overlay};
use crate::features::capture::Texts;
use crate::features::{diagnostics, symbols};
use crate::owner::{Host, STACK, Seen};
use crate::position::{Encoding, Lines, Place};
use crate::snapshot::{Edit, Location, Snapshot, View};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range as Bytes;
use std::sync::Arc;
use std::thread;
use tm_compiler::source::FileId;
use tm_compiler::study::{Study, study};
use tower_lsp_server::ls_types as lsp;

/// A request's file, its package, and how to word the answer.
pub struct Sight {
    /// The packages.
    pub view: View,
    /// The texts that are open.
    pub buffers: Arc<Buffers>,
    /// The file that is asked about.
    pub path: String,
    /// How columns are counted.
    pub encoding: Encoding,
    /// How paths become addresses.
    pub names: Arc<Names>,
    /// The client wants to know of which state of a text an edit is.
    versioned: bool,
    /// The client can make files.
    pub creates: bool,
    lines: RefCell<BTreeMap<String, Lines>>,
}

impl Sight {
    /// A sight, where there is anything to see.
    pub fn new(seen: Seen, path: String, settings: Settings, names: Arc<Names>) -> Option<Self> {
        let Settings { encoding, versioned, creates, .. } = settings;
        let view = seen.view?;
        Some(Self { view, buffers: seen.buffers, path, encoding, names, versioned, creates, lines: RefCell::default() })
    }

    /// A sight of one package alone.
    pub fn on(snapshot: &Arc<Snapshot>, buffers: &Arc<Buffers>, encoding: Encoding, names: Arc<Names>) -> Self {
        let (view, buffers) = (View::of(Arc::clone(snapshot)), Arc::clone(buffers));
        Self {
            view,
            buffers,
            path: String::new(),
            encoding,
            names,
            versioned: false,
            creates: false,
            lines: RefCell::default(),
        }
    }

    /// The package.
    pub fn at(&self) -> &Snapshot {
        &self.view.main
    }

    /// The file.
    pub fn file(&self) -> Option<FileId> {
        self.at().file(&self.path)
    }

    /// Studies packages where some texts are others than those that are open or on the disk.
    pub fn again(&self, host: &dyn Host) -> impl Fn(&str, &Texts) -> Study {
        move |entry, texts| {
            let mut buffers = Buffers::clone(&self.buffers);
            let opened = |text: &String| Buffer { version: 0, lines: Lines::new(text.as_str().into()) };
            buffers.extend(texts.iter().map(|(path, text)| (path.clone(), opened(text))));
            let work = || study(&Overlay { below: &*host.world(), buffers: &buffers, entry: entry.to_owned() });
            deeply(&work)
        }
    }

    /// The lines of a text as the snapshots have it.
    pub fn lines(&self, path: &str) -> Lines {
        let mut known = self.lines.borrow_mut();
        let read = || {
            let found = self.view.snapshots().find_map(|at| at.file(path).map(|file| at.text(file)));
            Lines::new(found.unwrap_or_default().into())
        };
        known.entry(path.to_owned()).or_insert_with(read).clone()
    }

    /// The byte of a position in the file.
    pub fn byte(&self, position: lsp::Position) -> usize {
        self.lines(&self.path).byte(place(position), self.encoding)
    }

    /// The bytes of a range of the file.
    pub fn bytes(&self, range: lsp::Range) -> Bytes<usize> {
        self.lines(&self.path).range(place(range.start), place(range.end), self.encoding)
    }

    /// A range of the file.
    pub fn range(&self, bytes: &Bytes<usize>) -> lsp::Range {
        range(&self.lines(&self.path), bytes, self.encoding)
    }

    /// A place in any file.
    pub fn location(&self, at: &Location) -> Option<lsp::Location> {
        let range = range(&self.lines(&at.path), &at.range, self.encoding);
        Some(lsp::Location { uri: self.names.uri(&at.path)?, range })
    }

    /// Places in any files.
    pub fn locations(&self, all: &[Location]) -> Vec<lsp::Location> {
        all.iter().filter_map(|at| self.location(at)).collect()
    }

    /// Edits of any files.
    pub fn workspace_edit(&self, edits: &[Edit]) -> lsp::WorkspaceEdit {
        let mut by_file: BTreeMap<&str, (lsp::Uri, Vec<lsp::TextEdit>)> = BTreeMap::new();
        for edit in edits {
            if let Some(at) = self.location(&edit.at) {
                let (_, edits) = by_file.entry(&edit.at.path).or_insert_with(|| (at.uri, Vec::new()));
                edits.push(lsp::TextEdit { range: at.range, new_text: edit.text.clone() });
            }
        }
        if !self.versioned {
            let changes = Some(by_file.into_values().collect());
            return lsp::WorkspaceEdit { changes, ..lsp::WorkspaceEdit::default() };
        }
        let document = |(path, (uri, edits)): (&str, (lsp::Uri, Vec<lsp::TextEdit>))| {
            let version = self.buffers.get(path).map(|buffer| buffer.version);
            lsp::TextDocumentEdit {
                text_document: lsp::OptionalVersionedTextDocumentIdentifier { uri, version },
                edits: edits.into_iter().map(lsp::OneOf::Left).collect(),
            }
        };
        let changes = lsp::DocumentChanges::Edits(by_file.into_iter().map(document).collect());
        lsp::WorkspaceEdit { document_changes: Some(changes), ..lsp::WorkspaceEdit::default() }
    }

    /// What is said about the files of the package, by path; nothing about those of which nothing is said.
    pub fn diagnostics(&self, threats: diagnostics::Threats) -> BTreeMap<String, Vec<lsp::Diagnostic>> {
        let worded = |(file, found): (FileId, Vec<diagnostics::Message>)| {
            let path = self.at().path(file).to_owned();
            let lines = self.lines(&path);
            (path, found.into_iter().map(|message| self.diagnostic(&lines, message)).collect())
        };
        diagnostics::by_file(self.at(), threats).into_iter().map(worded).collect()
    }

    fn diagnostic(&self, lines: &Lines, message: diagnostics::Message) -> lsp::Diagnostic {
        let related: Vec<lsp::DiagnosticRelatedInformation> = message
            .related
            .iter()
            .filter_map(|(at, text)| {
                Some(lsp::DiagnosticRelatedInformation { location: self.location(at)?, message: text.clone() })
            })
            .collect();
        let page = match &message.about {
            diagnostics::About::Code => page(&message.code),
            diagnostics::About::Declaration => None,
            diagnostics::About::Threat(rule) => self.page_of(rule),
        };
        lsp::Diagnostic {
            range: range(lines, &message.range, self.encoding),
            severity: Some(match message.level {
                diagnostics::Level::Error => lsp::DiagnosticSeverity::ERROR,
                diagnostics::Level::Warning => lsp::DiagnosticSeverity::WARNING,
                diagnostics::Level::Information => lsp::DiagnosticSeverity::INFORMATION,
                diagnostics::Level::Hint => lsp::DiagnosticSeverity::HINT,
            }),
            code: Some(lsp::NumberOrString::String(message.code)),
            code_description: page.map(|href| lsp::CodeDescription { href }),
            source: Some("tm".to_owned()),
            message: message.text,
            related_information: (!related.is_empty()).then_some(related),
            tags: message.unused.then(|| vec![lsp::DiagnosticTag::UNNECESSARY]),
            data: None,
        }
    }

    /// A place as an address alone: its file, and the line as editors understand it.
    fn page_of(&self, at: &Location) -> Option<lsp::Uri> {
        let place = self.location(at)?;
        format!("{}#L{}", place.uri.as_str(), place.range.start.line + 1).parse().ok()
    }

    /// A symbol with those inside it.
    pub fn symbol(&self, symbol: symbols::Symbol) -> lsp::DocumentSymbol {
        let children: Vec<lsp::DocumentSymbol> = symbol.children.into_iter().map(|inner| self.symbol(inner)).collect();
        #[expect(deprecated, reason = "the protocol's type has the field")]
        lsp::DocumentSymbol {
            name: if symbol.name.is_empty() { "?".to_owned() } else { symbol.name },
            detail: (!symbol.detail.is_empty()).then_some(symbol.detail),
            kind: symbol_kind(symbol.sort),
            tags: None,
            deprecated: None,
            range: self.range(&symbol.range),
            selection_range: self.range(&symbol.selection),
            children: (!children.is_empty()).then_some(children),
        }
    }
}

/// The page of a code.
fn page(code: &str) -> Option<lsp::Uri> {
    format!("{}/blob/main/docs/errors/{code}.md", env!("CARGO_PKG_REPOSITORY")).parse().ok()
}

/// A position as a place.
pub fn place(position: lsp::Position) -> Place {
    Place { line: position.line, column: position.character }
}

/// Bytes of a text as a range.
pub fn range(lines: &Lines, bytes: &Bytes<usize>, encoding: Encoding) -> lsp::Range {
    lsp::Range { start: position(lines, bytes.start, encoding), end: position(lines, bytes.end, encoding) }
}

/// A byte of a text as a position.
pub fn position(lines: &Lines, byte: usize, encoding: Encoding) -> lsp::Position {
    let place = lines.place(byte, encoding);
    lsp::Position { line: place.line, character: place.column }
}

/// What a declaration is, in the protocol's words.
pub fn symbol_kind(sort: symbols::Sort) -> lsp::SymbolKind {
    use lsp::SymbolKind as Kind;
    use symbols::Sort;
    match sort {
        Sort::Model => Kind::MODULE,
        Sort::Actor => Kind::OBJECT,
        Sort::Process | Sort::Type => Kind::CLASS,
        Sort::Store => Kind::STRUCT,
        Sort::Boundary => Kind::NAMESPACE,
        Sort::Flow => Kind::EVENT,
        Sort::Data => Kind::CONSTANT,
        Sort::Property => Kind::PROPERTY,
        Sort::Enum => Kind::ENUM,
        Sort::Value => Kind::ENUM_MEMBER,
        Sort::Control => Kind::INTERFACE,
        Sort::Threat => Kind::KEY,
        Sort::Function => Kind::FUNCTION,
        Sort::Decision => Kind::BOOLEAN,
        Sort::Test => Kind::METHOD,
        Sort::Other => Kind::VARIABLE,
    }
}

/// Markdown for the client.
pub fn markdown(value: String) -> lsp::MarkupContent {
    lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value }
}

/// The result of some work, on a thread with room for deep models where there is one to be had.
fn deeply<T: Send>(work: &(dyn Fn() -> T + Sync)) -> T {
    thread::scope(|scope| {
        let there = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        there.ok().and_then(|thread| thread.join().ok())
    })
    .unwrap_or_else(work)
}
