//! The system as it is: plans and manifests against the model.
//!
//! ```text
//! files ──(tm-pipeline)──▶ resources + tables of libraries ──claims──▶ who is what ──compare──▶ diagnostics
//! ```
//! Which attribute of which resource speaks about which property stands in tables beside the library's sources
//! (`resources.tsv`), never here. Texts of plans may be secrets: none is shown but names and addresses.

mod answer;
mod check;
mod claims;
mod compare;
mod doors;
mod infrastructure;
mod networks;
pub mod selector;
mod statements;
pub(crate) mod table;
#[cfg(test)]
mod tests;
mod tree;

pub use answer::{Answer, Finding, Unstated};
pub use check::{property, types};
pub use compare::{Drift, compare};
pub use doors::{Door, doors};
pub use infrastructure::{Format, Infrastructure, Links, Read, Resource};
pub use statements::{Statement, opened, statement};
pub use table::{FILE, Row, Sort, Tables};
pub use tree::{Data, Tree};

use crate::analysis::{Analysis, analyse_packages, sort};
use crate::diagnostic::Diagnostic;
use crate::library::Library;
use crate::package::{Packages, load};
use crate::source::Sources;
use crate::world::World;
use std::sync::Arc;

/// A model with the tables that its libraries have.
pub struct Surveyed {
    /// The analysis.
    pub analysis: Arc<Analysis>,
    /// The rules about resources.
    pub tables: Tables,
}

/// Analyses the World's entry, with the tables of resources.
pub fn survey(world: &dyn World) -> Surveyed {
    let mut packages = load(world);
    let (tables, mut mistakes) = table::read(world, &mut packages);
    let mut analysis = analyse_packages(&packages, world.today());
    mistakes.extend(own_mistakes(&packages, &analysis.library, &tables));
    keep_own(&analysis.sources, &mut mistakes);
    analysis.diagnostics.append(&mut mistakes);
    sort(&mut analysis.diagnostics);
    Surveyed { analysis: Arc::new(analysis), tables }
}

/// Checks the table of the package being analysed, where it has one.
pub(crate) fn lint(world: &dyn World, packages: &Packages, analysis: &mut Analysis) {
    let Some(root) = packages.get(packages.root()) else { return };
    let Some((path, text)) = table::text(world, root) else { return };
    let file = analysis.sources.add(path, text.as_str(), root.embedded);
    let mut mistakes = Vec::new();
    let tables = Tables { rows: table::parse(&root.name, file, &text, &mut mistakes) };
    mistakes.extend(own_mistakes(packages, &analysis.library, &tables));
    analysis.diagnostics.append(&mut mistakes);
    sort(&mut analysis.diagnostics);
}

fn own_mistakes(packages: &Packages, library: &Library, tables: &Tables) -> Vec<Diagnostic> {
    let own = packages.iter().filter(|(id, package)| *id == packages.root() || !package.embedded);
    own.flat_map(|(id, _)| check::check(library, id, tables)).collect()
}

/// Tables of the library are looked at by its tests, not by every run.
fn keep_own(sources: &Sources, mistakes: &mut Vec<Diagnostic>) {
    mistakes.retain(|found| sources.file(found.span().file).is_none_or(|file| !file.embedded));
}
