//! Names of the standard library that are written without their package's `use` line.

use crate::codes;
use crate::decl::{Kind, Name};
use crate::diagnostic::Diagnostic;
use crate::lower::lower;
use crate::source::{FileId, Sources};
use crate::world::World;
use std::sync::Arc;
use tm_grammar::SyntaxKind;

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
        let unknown = |diagnostic: &&mut Diagnostic| diagnostic.code == codes::UNKNOWN_NAME;
        for diagnostic in diagnostics.iter_mut().filter(unknown) {
            let name = sources.text(diagnostic.span());
            let known = self.names(world);
            if let Some(Known { package, .. }) = known.iter().find(|known| &*known.name == name) {
                diagnostic.help = Some(format!("`{package}` has it: add the line `use {package}`"));
                diagnostic.edits.clear();
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
