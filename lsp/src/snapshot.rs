//! What is known about one package at one moment, and how to ask about places in its text.

use rustc_hash::FxHashMap;
use std::cmp::Ordering;
use std::ops::Range;
use std::sync::{Arc, OnceLock};
use tm_compiler::Analysis;
use tm_compiler::assess::Threat;
use tm_compiler::decl::Decl;
use tm_compiler::ids::{ElementId, PropId, RuleId};
use tm_compiler::library::{Def, Library};
use tm_compiler::model::{Element, Model};
use tm_compiler::package::{Package, PackageId};
use tm_compiler::references::{Meaning, Reference};
use tm_compiler::source::{FileId, Span};
use tm_compiler::study::Study;
use tm_grammar::Lossless;
use tm_grammar::lexer::{Token, lex};

/// Bytes of a file by its path: the same in every snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub path: String,
    /// The bytes.
    pub range: Range<usize>,
}

impl Ord for Location {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |at: &Self| (at.range.start, at.range.end);
        self.path.cmp(&other.path).then_with(|| key(self).cmp(&key(other)))
    }
}

impl PartialOrd for Location {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A replacement of some text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What goes.
    pub at: Location,
    /// What comes.
    pub text: String,
}

/// A part of a file, from some byte on, after edits of it that come in the order of the text.
pub fn edited<'e>(part: &str, from: usize, edits: impl DoubleEndedIterator<Item = &'e Edit>) -> String {
    let mut text = part.to_owned();
    for edit in edits.rev() {
        text.replace_range(edit.at.range.start - from..edit.at.range.end - from, &edit.text);
    }
    text
}

/// One package with what was found out about it.
#[derive(Debug)]
pub struct Snapshot {
    /// Its folder or file.
    pub entry: String,
    /// Declarations, analysis, references.
    pub study: Study,
    /// True where another package of the workspace uses it: what it declares may be meant for that.
    pub shared: bool,
    syntax: Vec<Syntax>,
    /// Elements by their declarations.
    declared: OnceLock<FxHashMap<Span, ElementId>>,
    /// Threats by what carries them.
    threats: OnceLock<FxHashMap<ElementId, Vec<usize>>>,
    /// The rules that read each property.
    readers: OnceLock<Vec<(PropId, RuleId)>>,
}

/// What is read from a file's text where somebody asks.
#[derive(Debug, Default)]
struct Syntax {
    tree: OnceLock<Lossless>,
    tokens: OnceLock<Vec<Token>>,
}

/// Several packages; requests are about a place in the first.
#[derive(Clone, Debug)]
pub struct View {
    /// The package of the file that is asked about.
    pub main: Arc<Snapshot>,
    /// All packages of the workspace.
    pub all: Vec<Arc<Snapshot>>,
}

impl Snapshot {
    /// Wraps a study.
    pub fn new(entry: String, study: Study) -> Self {
        let syntax = study.analysis.sources.iter().map(|_| Syntax::default()).collect();
        Self {
            entry,
            study,
            shared: false,
            syntax,
            declared: OnceLock::new(),
            threats: OnceLock::new(),
            readers: OnceLock::new(),
        }
    }

    /// The analysis.
    pub fn analysis(&self) -> &Analysis {
        &self.study.analysis
    }

    /// True where it uses the package of an entry.
    pub fn uses(&self, entry: &str) -> bool {
        let packages = &self.study.packages;
        let others = packages.iter().filter(|(id, package)| *id != packages.root() && !package.embedded);
        { others }.any(|(_, package)| package.folder == entry)
    }

    /// Types, rules, controls.
    pub fn library(&self) -> &Library {
        &self.study.analysis.library
    }

    /// Elements.
    pub fn model(&self) -> &Model {
        &self.study.analysis.model
    }

    /// A file by its path.
    pub fn file(&self, path: &str) -> Option<FileId> {
        self.analysis().sources.iter().find(|(_, file)| file.path == path).map(|(id, _)| id)
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> &str {
        self.analysis().sources.file(file).map_or("", |file| &file.text)
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> &str {
        self.analysis().sources.file(file).map_or("", |file| &file.path)
    }

    /// The tree of a file.
    pub fn tree(&self, file: FileId) -> &Lossless {
        static NOTHING: OnceLock<Lossless> = OnceLock::new();
        match self.syntax.get(file.0 as usize) {
            Some(syntax) => syntax.tree.get_or_init(|| tm_grammar::parse(self.text(file)).lossless()),
            None => NOTHING.get_or_init(|| tm_grammar::parse("").lossless()),
        }
    }

    /// The tokens of a file.
    pub fn tokens(&self, file: FileId) -> &[Token] {
        let syntax = self.syntax.get(file.0 as usize);
        syntax.map_or(&[], |syntax| syntax.tokens.get_or_init(|| lex(self.text(file)).0))
    }

    /// A span as a location.
    pub fn location(&self, span: Span) -> Location {
        Location { path: self.path(span.file).to_owned(), range: span.range() }
    }

    /// A location as a span, where the file belongs to this snapshot.
    pub fn span(&self, at: &Location) -> Option<Span> {
        Some(Span::new(self.file(&at.path)?, &at.range))
    }

    /// The references in a file, in the order of the text.
    pub fn references_in(&self, file: FileId) -> &[Reference] {
        let all = &self.study.references;
        let start = all.partition_point(|reference| reference.span.file < file);
        let end = all.partition_point(|reference| reference.span.file <= file);
        &all[start..end]
    }

    /// The reference at a byte: the one around it, or the one that ends there.
    pub fn reference_at(&self, file: FileId, byte: usize) -> Option<&Reference> {
        let own = self.references_in(file);
        let next = own.partition_point(|reference| reference.span.start as usize <= byte);
        let before = own[..next].iter().rev().take(8);
        let around = before.filter(|reference| byte <= reference.span.end as usize);
        around.min_by_key(|reference| (reference.span.end as usize == byte, reference.span.end - reference.span.start))
    }

    /// The package that a file belongs to.
    pub fn package_of(&self, file: FileId) -> Option<(PackageId, &Package)> {
        self.study.packages.iter().find(|(_, package)| package.files.contains(&file))
    }

    /// The package that a file belongs to, or the root.
    pub fn package_at(&self, file: FileId) -> PackageId {
        self.package_of(file).map_or(self.analysis().package, |(id, _)| id)
    }

    /// The outermost declarations of a file.
    pub fn decls(&self, file: FileId) -> &[Decl] {
        let part = self.study.packages.list.iter().find_map(|package| {
            let at = package.files.iter().position(|known| *known == file)?;
            package.parts.get(at)
        });
        part.map_or(&[], |part| &part.decls)
    }

    /// The declaration whose name (or whose beginning, where it has none) stands at a span.
    pub fn decl(&self, name: Span) -> Option<&Decl> {
        find(self.decls(name.file), name)
    }

    /// The declarations around a byte, from the outside in.
    pub fn around(&self, file: FileId, byte: usize) -> Vec<&Decl> {
        let mut found = Vec::new();
        let mut decls = self.decls(file);
        while let Some(decl) = holder(decls, byte) {
            found.push(decl);
            decls = &decl.body.decls;
        }
        found
    }

    /// What a declaration declares.
    pub fn def_of(&self, decl: &Decl) -> Option<Def> {
        let name = decl.name.as_ref()?;
        let own = self.references_in(name.span.file);
        let at = own.binary_search_by_key(&name.span, |reference| reference.span).ok()?;
        match own[at].meaning {
            Meaning::Def(def) => Some(def),
            _ => None,
        }
    }

    /// The element that a declaration declares, also an unnamed flow.
    pub fn element_of(&self, decl: &Decl) -> Option<(ElementId, &Element)> {
        let known = self.declared.get_or_init(|| {
            let all = self.model().elements.iter().rev(); // of several that clash the first counts
            all.map(|(id, element)| (element.whole, id)).collect()
        });
        let id = *known.get(&decl.span)?;
        Some((id, &self.model().elements[id]))
    }

    /// The properties that rules read, each with one of those rules.
    pub fn readers(&self) -> &[(PropId, RuleId)] {
        self.readers.get_or_init(|| tm_compiler::derive::readers(self.analysis()))
    }

    /// The threats to an element, highest first.
    pub fn threats_on(&self, id: ElementId) -> impl Iterator<Item = &Threat> {
        let threats = &self.analysis().assessed.threats;
        let known = self.threats.get_or_init(|| {
            let mut known: FxHashMap<ElementId, Vec<usize>> = FxHashMap::default();
            for (at, threat) in threats.iter().enumerate() {
                known.entry(threat.instance.carrier).or_default().push(at);
            }
            known
        });
        known.get(&id).into_iter().flatten().filter_map(|at| threats.get(*at))
    }
}

impl View {
    /// A view of one package.
    pub fn of(main: Arc<Snapshot>) -> Self {
        Self { all: vec![Arc::clone(&main)], main }
    }

    /// All packages, the asked one first.
    pub fn snapshots(&self) -> impl Iterator<Item = &Arc<Snapshot>> {
        let others = self.all.iter().filter(|other| !Arc::ptr_eq(other, &self.main));
        std::iter::once(&self.main).chain(others)
    }
}

fn find(decls: &[Decl], name: Span) -> Option<&Decl> {
    let after = decls.partition_point(|decl| decl.span.start <= name.start);
    let decl = decls[..after].last().filter(|decl| name.end <= decl.span.end)?;
    if decl.head() == name {
        return Some(decl);
    }
    find(&decl.body.decls, name)
}

/// The declaration around a byte, or the one that ends there.
fn holder(decls: &[Decl], byte: usize) -> Option<&Decl> {
    let after = decls.partition_point(|decl| decl.span.start as usize <= byte);
    decls[..after].last().filter(|decl| byte <= decl.span.end as usize)
}
