//! Packages: finding them, reading their files, following their `use` lines.

mod hint;
mod load;
pub mod manifest;
mod release;
mod taken;
mod uses;

pub use hint::{Hints, Known, hint};
pub(crate) use load::PRELUDE;
pub use load::{Lowerings, Place, default_name, entry_of, load, load_with, locate};
pub use release::{Pinned, Release};
pub use uses::UseLines;

use crate::catalog::{Catalogs, Pin};
use crate::decl::{Decl, Ident, Name};
use crate::diagnostic::Diagnostic;
use crate::evidence::Evidence;
use crate::icons::Icons;
use crate::lower::Lowered;
use crate::source::{FileId, Sources, Span};
use std::sync::Arc;

/// Index of a package; dependencies come before what uses them, the root package comes last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackageId(pub u32);

/// A `use` line, resolved to a package.
#[derive(Clone, Debug)]
pub struct Use {
    /// The package.
    pub package: PackageId,
    /// The name it goes by here.
    pub alias: Option<Ident>,
    /// The names it brings in; all of them where `None`.
    pub names: Option<Vec<Ident>>,
    /// The line.
    pub span: Span,
}

/// One package.
#[derive(Clone, Debug, Default)]
pub struct Package {
    /// Its name.
    pub name: Name,
    /// True for packages of the embedded library.
    pub embedded: bool,
    /// Its `//!` documentation, of all files.
    pub doc: String,
    /// What it uses.
    pub uses: Vec<Use>,
    /// What its files declare, in order.
    pub parts: Vec<Arc<Lowered>>,
    /// Its files.
    pub files: Vec<FileId>,
    /// The folder that its paths are relative to; empty for where the user stands.
    pub folder: String,
    /// Versions of catalogues that its `tm.toml` chooses.
    pub pins: Vec<Pin>,
}

impl Package {
    /// Its declarations, in order.
    pub fn decls(&self) -> impl Iterator<Item = &Decl> {
        self.parts.iter().flat_map(|part| &part.decls)
    }
}

/// All packages of an analysis.
#[derive(Clone, Debug, Default)]
pub struct Packages {
    /// The packages, dependencies first.
    pub list: Vec<Package>,
    /// The packages that the root package names as `policy`: they may change rules, as it may itself.
    pub policy: Vec<PackageId>,
    /// Their files.
    pub sources: Sources,
    /// The catalogues that they declare.
    pub catalogs: Arc<Catalogs>,
    /// The library that the root package pins, and the one that is there.
    pub pinned: Pinned,
    /// The icons that their types may mean.
    pub icons: Arc<Icons>,
    /// What scanners and tests found.
    pub evidence: Arc<Evidence>,
    /// Mistakes of reading, text, syntax and packages.
    pub diagnostics: Vec<Diagnostic>,
}

impl Packages {
    /// The package being analysed.
    pub fn root(&self) -> PackageId {
        PackageId(u32::try_from(self.list.len().saturating_sub(1)).unwrap_or(0))
    }

    /// True for packages that may disable and extend rules.
    pub fn governs(&self, id: PackageId) -> bool {
        id == self.root() || self.policy.contains(&id)
    }

    /// A package by its id.
    pub fn get(&self, id: PackageId) -> Option<&Package> {
        self.list.get(id.0 as usize)
    }

    /// All packages with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (PackageId, &Package)> {
        self.list
            .iter()
            .enumerate()
            .map(|(index, package)| (PackageId(u32::try_from(index).unwrap_or(u32::MAX)), package))
    }
}
