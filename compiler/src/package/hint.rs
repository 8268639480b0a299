//! Names of the standard library that are written without their package's `use` line.

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::lower::lower;
use crate::source::{FileId, Sources};
use crate::world::World;

/// Adds to unknown names the package that has them.
pub fn hint(world: &dyn World, sources: &Sources, diagnostics: &mut [Diagnostic]) {
    let mut library: Option<Vec<(String, Vec<String>)>> = None;
    let unknown = |diagnostic: &&mut Diagnostic| diagnostic.code == codes::UNKNOWN_NAME;
    for diagnostic in diagnostics.iter_mut().filter(unknown) {
        let name = sources.text(diagnostic.span());
        let known = library.get_or_insert_with(|| declared(world));
        let owner = known.iter().find(|(_, names)| names.iter().any(|known| known == name));
        if let Some((package, _)) = owner {
            diagnostic.help = Some(format!("`{package}` has it: add the line `use {package}`"));
            diagnostic.edits.clear();
        }
    }
}

/// The names that each package of the library declares. Read only where something is unknown.
fn declared(world: &dyn World) -> Vec<(String, Vec<String>)> {
    let names = |package: &str| {
        let files = world.embedded(package);
        let sources = files.iter().filter(|file| file.path.ends_with(".tm") && !file.path.ends_with(".test.tm"));
        let decls = sources.flat_map(|file| lower(FileId::default(), &file.text).decls);
        decls.filter_map(|decl| decl.name.map(|name| name.name.to_string())).collect()
    };
    let packages = world.embedded_packages();
    packages.into_iter().map(|package| (package.clone(), names(&package))).collect()
}
