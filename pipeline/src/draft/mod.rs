//! A first model of what is built: elements, boundaries and flows as far as plans and manifests tell, known facts stated,
//! all others `unknown`. It compiles, it is formatted, and `tm drift` finds no difference to what it was made from.

mod names;
mod parts;
mod write;

use parts::Parts;
use std::collections::BTreeSet;
use std::sync::Arc;
use tm_compiler::drift::{Infrastructure, Surveyed, survey};
use tm_compiler::evidence::Evidence;
use tm_compiler::world::{EmbeddedFile, ReadError, World};

/// Name under which the draft's own line of `use` is read.
const ENTRY: &str = "draft.tm";

/// A drafted model.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The text of its file.
    pub text: String,
    /// Elements in it.
    pub elements: usize,
    /// Boundaries in it.
    pub boundaries: usize,
    /// Flows in it.
    pub flows: usize,
    /// Facts that it states as unknown.
    pub unknown: usize,
    /// What is not in it, and why.
    pub skipped: Vec<String>,
}

/// Drafts a model of what is built; the World supplies the library alone.
pub fn draft(world: &dyn World, infrastructure: &Infrastructure, name: &str) -> Draft {
    let tables = surveyed(world, String::new()).tables;
    let rows = infrastructure.resources.iter().filter_map(|resource| tables.row(resource));
    let packages: BTreeSet<&str> = rows.map(|row| row.package.as_str()).collect();
    let uses: String = packages.iter().map(|package| format!("use {package}\n")).collect();
    let surveyed = surveyed(world, uses);
    let parts = Parts::new(&surveyed, infrastructure);
    write::write(&parts, infrastructure, name)
}

fn surveyed(world: &dyn World, uses: String) -> Surveyed {
    survey(&Uses { world, text: uses })
}

/// A World of a single file over another one's library.
struct Uses<'a> {
    world: &'a dyn World,
    text: String,
}

impl World for Uses<'_> {
    fn entry(&self) -> String {
        ENTRY.to_owned()
    }

    fn today(&self) -> jiff::civil::Date {
        self.world.today()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        if path == ENTRY { Ok(self.text.clone().into_bytes()) } else { Err(ReadError::Missing) }
    }

    fn list(&self, _: &str) -> Result<Vec<String>, ReadError> {
        Err(ReadError::Missing)
    }

    fn is_folder(&self, _: &str) -> bool {
        false
    }

    fn embedded(&self, package: &str) -> Vec<EmbeddedFile> {
        self.world.embedded(package)
    }

    fn embedded_packages(&self) -> Vec<String> {
        self.world.embedded_packages()
    }

    fn library_version(&self) -> String {
        self.world.library_version()
    }

    fn evidence(&self) -> Arc<Evidence> {
        Arc::default()
    }
}
