//! Names of the standard library that are written without their package's `use` line.

use super::PRELUDE;
use super::uses::{Bringing, UseLines};
use crate::codes;
use crate::decl::{Decl, DeclKind, Kind, Name};
use crate::diagnostic::{Diagnostic, Edit, nearest};
use crate::lower::lower;
use crate::source::{FileId, Sources, Span};
use crate::world::World;
use std::collections::BTreeMap;
use std::sync::Arc;
use tm_grammar::SyntaxKind;
use tm_grammar::lexer::lex;

/// Adds to unknown names the package that has them.
pub fn hint(world: &dyn World, sources: &Sources, diagnostics: &mut [Diagnostic]) {
    Hints::default().give(world, sources, diagnostics);
}

/// A name that a package of the library declares.
#[derive(Clone, Debug)]
pub struct Known {
    /// The package.
    pub package: Arc<str>,
    /// The name.
    pub name: Name,
    /// The word that its declaration begins with.
    pub word: SyntaxKind,
    /// The first type behind its colon.
    pub base: Option<Name>,
}

impl Known {
    /// The kind that a type inherits from, through the types of a list.
    pub fn kind(&self, all: &[Known]) -> Option<Kind> {
        const DEEPEST: usize = 32;
        let mut base = self.base.clone()?;
        for _ in 0..DEEPEST {
            if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.word() == &*base) {
                return Some(kind);
            }
            let next = all.iter().find(|known| known.name == base && known.word == SyntaxKind::TypeKw)?;
            base = next.base.clone()?;
        }
        None
    }
}

/// What the packages of the library declare, once somebody asked.
#[derive(Debug, Default)]
pub struct Hints(Option<Arc<[Known]>>);

impl Hints {
    /// Adds hints to diagnostics about unknown names.
    pub fn give(&mut self, world: &dyn World, sources: &Sources, diagnostics: &mut [Diagnostic]) {
        let mut uses: BTreeMap<FileId, Uses> = BTreeMap::new();
        let unknown = |diagnostic: &&mut Diagnostic| diagnostic.code == codes::UNKNOWN_NAME;
        // A misspelt name in a `use` line, once it is mended, brings what the rest of the file means.
        let mended: Vec<(FileId, String)> = diagnostics
            .iter()
            .filter(|found| found.code == codes::UNKNOWN_NAME)
            .flat_map(|found| found.edits.iter().map(|edit| (edit.span.file, edit.replacement.clone())))
            .collect();
        for diagnostic in diagnostics.iter_mut().filter(unknown) {
            let name = sources.text(diagnostic.span());
            let known = self.names(world);
            let mut having = known.iter().filter(|known| &*known.name == name).map(|known| &known.package);
            if let Some(package) = having.next() {
                let choice = having.any(|other| other != package);
                let span = diagnostic.span();
                let uses = uses.entry(span.file).or_insert_with(|| Uses::of(sources, span.file));
                if **package == *PRELUDE {
                    diagnostic.help =
                        Some(format!("`{package}` has it, which is visible everywhere: leave `{name}` out"));
                    continue;
                }
                let (edit, how) = uses.bring(sources, span, package);
                diagnostic.help = Some(format!("`{package}` has it: {how}"));
                let mended = mended.iter().any(|(file, mended)| *file == span.file && mended == name);
                diagnostic.edits = edit.filter(|_| !choice && !mended).into_iter().collect();
            } else if diagnostic.edits.is_empty() {
                // What is nearly the name helps more than that one could declare it.
                let span = diagnostic.span();
                let uses = uses.entry(span.file).or_insert_with(|| Uses::of(sources, span.file));
                let wanted = Wanted { name, kind: uses.kind_at(span), known: &known };
                diagnostic.help = wanted.near(&diagnostic.message).or_else(|| diagnostic.help.take());
            }
        }
    }

    /// The names that the packages of the library declare, package by package.
    pub fn names(&mut self, world: &dyn World) -> Arc<[Known]> {
        Arc::clone(
            self.0.get_or_insert_with(|| world.embedded_packages().iter().flat_map(|it| declared(world, it)).collect()),
        )
    }
}

/// A name that begins with fewer letters than these begins like too many others.
const FEWEST_LETTERS: usize = 5;

/// A name that no package has.
struct Wanted<'a> {
    name: &'a str,
    /// The kind that a type has to be of, where one is.
    kind: Option<Kind>,
    known: &'a [Known],
}

impl Wanted<'_> {
    /// What somebody may have meant: something of the wanted sort that is called nearly so, or whose name begins so.
    fn near(&self, message: &str) -> Option<String> {
        let sort = message.strip_prefix("there is no ")?.split(' ').next()?;
        let of_sort = |known: &&Known| known.word.spelling() == Some(sort);
        let of_kind = |known: &&Known| self.kind.is_none() || known.kind(self.known) == self.kind;
        let fitting = || self.known.iter().filter(of_sort).filter(of_kind).map(|known| &*known.name);
        let begins = |name: &&str| self.name.len() >= FEWEST_LETTERS && name.starts_with(self.name);
        let shortest = || fitting().filter(begins).min_by_key(|name| (name.len(), *name));
        let name = nearest(self.name, fitting()).or_else(|| shortest().map(str::to_owned))?;
        let package = &self.known.iter().filter(of_sort).filter(of_kind).find(|known| *known.name == *name)?.package;
        Some(match **package == *PRELUDE {
            true => format!("did you mean `{name}`?"),
            false => format!("did you mean `{name}` of `{package}`? it needs the line `use {package}`"),
        })
    }
}

/// The `use` lines of a file.
struct Uses {
    spans: Vec<Span>,
    lines: UseLines,
    /// Where types of elements and flows are named, with the kind that they have to be of.
    types: Vec<(Span, Kind)>,
}

impl Uses {
    fn of(sources: &Sources, file: FileId) -> Self {
        let text = sources.file(file).map_or("", |file| &file.text);
        let decls = lower(file, text).decls;
        let uses = decls.iter().filter(|decl| matches!(decl.kind, DeclKind::Use { .. }));
        let spans = uses.map(|decl| decl.span).collect();
        let mut types = Vec::new();
        typed(&decls, &mut types);
        Uses { spans, lines: UseLines::read(text, &lex(text).0), types }
    }

    /// The kind that a type named at a place has to be of.
    fn kind_at(&self, span: Span) -> Option<Kind> {
        let inside = |place: &Span| place.start <= span.start && span.end <= place.end;
        self.types.iter().find(|(place, _)| inside(place)).map(|(_, kind)| *kind)
    }

    /// The edit that brings a name of a package, and the same in words. A name in a `use` line itself is helped by no
    /// other line.
    fn bring(&self, sources: &Sources, name: Span, package: &str) -> (Option<Edit>, String) {
        let Bringing { byte, text, title } = self.lines.bring(package, sources.text(name));
        let how = title.replace("add `use", "add the line `use");
        let inside = self.spans.iter().any(|line| line.contains(name));
        let span = Span::new(name.file, &(byte..byte));
        ((!inside).then_some(Edit { title, span, replacement: text }), how)
    }
}

/// Where a file names types of elements and flows.
fn typed(decls: &[Decl], found: &mut Vec<(Span, Kind)>) {
    for decl in decls {
        let kind = match &decl.kind {
            DeclKind::Element { kind, .. } => Some(*kind),
            DeclKind::Flow { .. } => Some(Kind::Flow),
            _ => None,
        };
        found.extend(decl.ty.as_ref().zip(kind).map(|(ty, kind)| (ty.span, kind)));
        typed(&decl.body.decls, found);
    }
}

/// The names that a package of the library declares.
fn declared(world: &dyn World, package: &str) -> Vec<Known> {
    let name: Arc<str> = package.into();
    let files = world.embedded(package);
    let sources = files.iter().filter(|file| file.path.ends_with(".tm") && !file.path.ends_with(".test.tm"));
    let decls = sources.flat_map(|file| lower(FileId::default(), &file.text).decls);
    let known = decls.filter_map(|decl| {
        let base = decl.ty.as_ref().and_then(|ty| ty.paths.first()).and_then(|path| path.segments.last());
        let base = base.map(|ident| ident.name.clone());
        Some(Known { package: Arc::clone(&name), name: decl.name?.name, word: decl.word, base })
    });
    known.collect()
}
