//! The two sides of a comparison: files, folders, or revisions (`git:REV`, `git:REV:path`).

use crate::exit::Failure;
use crate::git::{self, Revision};
use crate::world::{Files, slashes};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tm_compiler::builtins::attribute;
use tm_compiler::compose::Extent;
use tm_compiler::document::Document;
use tm_compiler::model::Element;
use tm_compiler::world::World;
use tm_compiler::{Analysis, analyse};
use tm_pipeline::diff::Side;

/// What an argument names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file or a folder.
    Path(PathBuf),
    /// A revision, and a path in it where one is named.
    Revision(String, Option<String>),
}

impl Place {
    /// Reads an argument: `git:REV`, `git:REV:path`, or a path.
    pub fn read(text: &str) -> Self {
        match text.strip_prefix("git:") {
            None => Place::Path(text.into()),
            Some(rest) => match rest.split_once(':') {
                Some((revision, path)) => Place::Revision(revision.to_owned(), Some(path.to_owned())),
                None => Place::Revision(rest.to_owned(), None),
            },
        }
    }
}

/// One side, read and analysed.
pub struct Loaded {
    name: String,
    entry: String,
    /// The analysis.
    pub analysis: Arc<Analysis>,
    /// What of the analysis is compared.
    pub document: Document,
}

impl Loaded {
    /// Reads a side. A revision without a path is read at `other`, where the other side is.
    ///
    /// # Errors
    /// Where a revision cannot be read.
    pub fn new(text: &str, place: &Place, other: &Path, today: Option<Date>) -> Result<Self, Failure> {
        let world = world(place, other, today)?;
        Ok(Self::of(text, &*world, Extent::FULL))
    }

    /// The side that a world holds.
    pub fn of(name: &str, world: &dyn World, extent: Extent) -> Self {
        let analysis = analyse(world);
        let document = analysis.document_of(extent);
        Loaded { name: name.to_owned(), entry: world.entry(), analysis, document }
    }

    /// A side that is analysed already, for comparing its sources.
    pub fn with(name: &str, entry: String, analysis: &Arc<Analysis>) -> Self {
        let document = analysis.document_of(Extent { elements: true, ..Extent::listing(0) });
        Loaded { name: name.to_owned(), entry, analysis: Arc::clone(analysis), document }
    }

    /// The side, for comparison.
    pub fn side(&self) -> Side<'_> {
        let analysis = &self.analysis;
        let (mut files, mut others) = (BTreeMap::new(), BTreeMap::new());
        for (id, file) in analysis.sources().iter().filter(|(_, file)| !file.embedded && !file.text.is_empty()) {
            let group = if analysis.root_files.contains(&id) { &mut files } else { &mut others };
            group.insert(file.path.clone(), &*file.text);
        }
        let package = analysis.library.packages.last().map(ToString::to_string);
        let (name, document) = (self.name.clone(), &self.document);
        let root = match self.entry.as_str() {
            "" | "." => String::new(),
            // Of a package in one file its name is what may differ.
            entry if files.len() == 1 && files.contains_key(entry) => entry.to_owned(),
            entry => format!("{}/", entry.trim_end_matches('/')),
        };
        let own = analysis.package;
        let types = analysis.library.types.values().filter(|ty| ty.package != own);
        let foreign = types.map(|ty| ty.name.to_string()).collect();
        let package = package.unwrap_or_default();
        Side { name, document, package, files, others, places: places(analysis), foreign, root }
    }
}

/// What elements state of where findings about them are, themselves or in their types.
fn places(analysis: &Analysis) -> BTreeMap<String, String> {
    let model = &analysis.model;
    let said = |element: &Element| -> String {
        let named = attribute::PLACES.map(|prop| (analysis.library.props.name(prop), element.texts(prop)));
        let named = named.iter().filter(|(_, texts)| !texts.is_empty());
        named.map(|(name, texts)| format!("{name} {texts:?}")).collect::<Vec<_>>().join("; ")
    };
    let all = model.elements.iter().map(|(id, element)| (model.roster.id_of(id).to_owned(), said(element)));
    all.filter(|(_, said)| !said.is_empty()).collect()
}

/// The world of a place.
///
/// # Errors
/// Where a revision cannot be read.
pub fn world(place: &Place, other: &Path, today: Option<Date>) -> Result<Box<dyn World + Send + Sync>, Failure> {
    let files = |path: &Path| Box::new(Files::new(path, today));
    let (revision, path) = match place {
        Place::Path(path) => return Ok(files(path)),
        Place::Revision(revision, path) => (revision, path),
    };
    let (base, entry) = match path {
        None => (git::base(other)?, slashes(other)),
        Some(path) => match path.strip_prefix("./") {
            Some(path) => (PathBuf::from("."), path.to_owned()),
            None => return top(revision, path, files(Path::new("."))),
        },
    };
    Ok(Box::new(Revision::at(revision, &base, &entry, files(other))?))
}

/// The packages below a folder in a revision.
///
/// # Errors
/// Where the argument is no revision, or it cannot be read.
pub fn packages(text: &str, folder: &Path, today: Option<Date>) -> Result<Vec<String>, Failure> {
    let Some(revision) = revision(text, folder, today)? else { return Ok(Vec::new()) };
    Ok(revision.packages())
}

/// The folder, where it is a package itself in a revision.
///
/// # Errors
/// Where the argument is no revision, or it cannot be read.
pub fn is_package(text: &str, folder: &Path, today: Option<Date>) -> Result<Option<String>, Failure> {
    let revision = revision(text, folder, today)?;
    let own = revision.is_some_and(|revision| revision.list(&revision.entry()).is_ok_and(|files| !files.is_empty()));
    Ok(own.then(|| folder.display().to_string()))
}

/// A revision at a folder; none where the argument names another place in it.
fn revision(text: &str, folder: &Path, today: Option<Date>) -> Result<Option<Revision>, Failure> {
    let Place::Revision(revision, path) = Place::read(text) else {
        return Err(no_revision(text));
    };
    if path.is_some() {
        return Ok(None);
    }
    let files = Box::new(Files::new(folder, today));
    Revision::at(&revision, &git::base(folder)?, &slashes(folder), files).map(Some)
}

/// Why an argument names no revision.
pub fn no_revision(text: &str) -> Failure {
    let meant = if Path::new(text).exists() || text.is_empty() { "main" } else { text };
    Failure::new(format!("`{text}` is no revision")).help(format!("write `--against git:{meant}`"))
}

/// A path from the top of the repository.
fn top(
    revision: &str,
    path: &str,
    library: Box<dyn World + Send + Sync>,
) -> Result<Box<dyn World + Send + Sync>, Failure> {
    let entry = if path.is_empty() { "." } else { path };
    Ok(Box::new(Revision::at(revision, Path::new("."), entry, library)?.at_top()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_name_places() {
        let revision = |revision: &str, path: Option<&str>| Place::Revision(revision.into(), path.map(str::to_owned));
        assert_eq!(Place::read("shop"), Place::Path("shop".into()));
        assert_eq!(Place::read("git:HEAD~1"), revision("HEAD~1", None));
        assert_eq!(Place::read("git:main:models/shop.tm"), revision("main", Some("models/shop.tm")));
        assert_eq!(Place::read("git:main:"), revision("main", Some("")));
    }
}
