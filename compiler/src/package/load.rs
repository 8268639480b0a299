//! Reading packages through the World, dependencies first.

use super::manifest::{self, Manifest};
use super::{Package, PackageId, Packages, Pinned, Release, Use, taken};
use crate::catalog;
use crate::codes;
use crate::decl::{DeclKind, Ident, Name, Path};
use crate::diagnostic::{Diagnostic, list_names};
use crate::icons;
use crate::lower::{Lowered, lower};
use crate::source::{FileId, Span};
use crate::world::{ReadError, World};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The package whose names every other sees without `use`.
pub(crate) const PRELUDE: &str = "std.core";
/// Files that are read only when the tests of their package run.
const TEST_SUFFIX: &str = ".test.tm";

/// Reads the World's entry and everything it uses.
pub fn load(world: &dyn World) -> Packages {
    load_with(world, &mut Lowerings::default())
}

/// The same; files that have not changed since the last time are not parsed again.
pub fn load_with(world: &dyn World, lowerings: &mut Lowerings) -> Packages {
    let mut loader = Loader { world, packages: Packages::default(), loading: Vec::new(), done: Vec::new(), lowerings };
    let place = locate(world, &world.entry());
    loader.package(&place, None, true);
    let mut packages = loader.packages;
    packages.evidence = world.evidence();
    catalog::read(world, &mut packages);
    icons::read(world, &mut packages);
    packages
}

/// Where a package is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A folder, with or without a `tm.toml`.
    Folder(String),
    /// A single file.
    File(String),
    /// A package of the embedded library.
    Embedded(String),
}

/// The entry of the package that a file belongs to: its folder, or the file itself.
pub fn entry_of(world: &dyn World, file: &str) -> String {
    match locate(world, file) {
        Place::Folder(path) | Place::File(path) => path,
        Place::Embedded(name) => format!("embedded:{name}"),
    }
}

/// A file or folder below a folder with a `tm.toml` means that package; otherwise it is a package of its own.
pub fn locate(world: &dyn World, entry: &str) -> Place {
    if let Some(package) = entry.strip_prefix("embedded:") {
        return Place::Embedded(package.to_owned());
    }
    let whole = entry.trim_end_matches('/');
    let is_folder = world.is_folder(entry) || !entry.ends_with(".tm");
    let alone = || if is_folder { Place::Folder(whole.to_owned()) } else { Place::File(entry.to_owned()) };
    let mut folder = if is_folder { whole } else { parent(entry) };
    loop {
        if !matches!(world.read(&join(folder, "tm.toml")), Err(ReadError::Missing)) {
            return Place::Folder(folder.to_owned());
        }
        if folder.is_empty() || folder == "/" || folder == "." || folder.ends_with("..") {
            return alone();
        }
        folder = parent(folder);
    }
}

fn parent(path: &str) -> &str {
    match path.rfind('/') {
        Some(0) => "/",
        Some(at) => &path[..at],
        None => "",
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() || folder == "." {
        name.to_owned()
    } else {
        format!("{}/{name}", folder.trim_end_matches('/'))
    }
}

/// Resolves `..` and `.` in a relative path.
fn normalise(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            "" if !parts.is_empty() => {}
            ".." if parts.last().is_some_and(|last| *last != ".." && !last.is_empty()) => {
                parts.pop();
            }

            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What files gave when they were read last.
#[derive(Debug, Default)]
pub struct Lowerings(FxHashMap<FileId, (String, Arc<Lowered>)>);

impl Lowerings {
    fn lower(&mut self, file: FileId, text: String) -> Arc<Lowered> {
        if let Some((known, lowered)) = self.0.get(&file)
            && *known == text
        {
            return Arc::clone(lowered);
        }
        let lowered = Arc::new(lower(file, &text));
        self.0.insert(file, (text, Arc::clone(&lowered)));
        lowered
    }
}

struct Loader<'a> {
    world: &'a dyn World,
    lowerings: &'a mut Lowerings,
    packages: Packages,
    loading: Vec<(Place, Name)>,
    done: Vec<(Place, PackageId)>,
}

impl Loader<'_> {
    /// Reads a package and what it uses; the span is the `use` line that asked for it.
    fn package(&mut self, place: &Place, asked_by: Option<Span>, root: bool) -> Option<PackageId> {
        if let Some((_, id)) = self.done.iter().find(|(known, _)| known == place) {
            return Some(*id);
        }
        if let Some(at) = self.loading.iter().position(|(known, _)| known == place) {
            self.cycle(at, asked_by);
            return None;
        }
        let (manifest, files) = self.files(place, asked_by, root);
        let name = self.name(place, (&manifest, &files), asked_by, root);
        let mut package = Package {
            name: name.clone(),
            embedded: matches!(place, Place::Embedded(_)),
            folder: folder_of(place),
            pins: manifest.pins.clone(),
            ..Package::default()
        };
        for (id, text) in files {
            let lowered = self.lowerings.lower(id, text);
            package.files.push(id);
            if !package.doc.is_empty() && !lowered.doc.is_empty() {
                package.doc.push_str("\n\n");
            }
            package.doc.push_str(&lowered.doc);
            self.packages.diagnostics.extend(lowered.diagnostics.iter().cloned());
            package.parts.push(lowered);
        }
        self.loading.push((place.clone(), name));
        package.uses = self.uses(&package, place, &manifest);
        if root {
            self.pin(&manifest);
            package.uses.extend(self.policies(place, &manifest));
        }
        self.loading.pop();
        let id = PackageId(u32::try_from(self.packages.list.len()).unwrap_or(u32::MAX));
        self.packages.list.push(package);
        self.done.push((place.clone(), id));
        Some(id)
    }

    /// What a package is called. The name of another is refused: their ids would be the same.
    fn name(
        &mut self,
        place: &Place,
        (manifest, files): (&Manifest, &[(FileId, String)]),
        asked_by: Option<Span>,
        root: bool,
    ) -> Name {
        let (name, written) = match &manifest.name {
            Some((name, span)) => (name.clone(), Some(*span)),
            None => (default_name(place, root), None),
        };
        if matches!(place, Place::Embedded(_)) || (root && self.is_library(&name, files)) {
            return name;
        }
        let first = files.first().map(|(file, _)| Span::new(*file, &(0..0)));
        let span = written.or(asked_by).or(first).unwrap_or_default();
        let found = if taken::is_of_library(&name) {
            taken::by_library(&name, span)
        } else if let Some(folder) = self.folder_called(&name) {
            taken::by_another(&name, &folder, span)
        } else {
            return name;
        };
        self.packages.diagnostics.push(found);
        default_name(&Place::Folder(String::new()), false)
    }

    /// Where a package of this name is that was met before.
    fn folder_called(&self, name: &str) -> Option<String> {
        let read = self.packages.list.iter().find(|other| *other.name == *name);
        let begun = || self.loading.iter().find(|(_, other)| **other == *name);
        read.map(|other| other.folder.clone()).or_else(|| begun().map(|(place, _)| folder_of(place)))
    }

    /// True for the sources of a package of the library, checked as they lie in their folder.
    fn is_library(&self, name: &str, files: &[(FileId, String)]) -> bool {
        let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let there: Vec<String> = files
            .iter()
            .filter_map(|(file, _)| self.packages.sources.file(*file))
            .map(|file| last(&file.path))
            .collect();
        let texts = self.world.embedded(name).into_iter().filter(|file| file.path.ends_with(".tm"));
        let mut names = texts.map(|file| last(&file.path)).peekable();
        names.peek().is_some() && names.all(|name| there.contains(&name))
    }

    fn uses(&mut self, package: &Package, place: &Place, manifest: &Manifest) -> Vec<Use> {
        let mut uses = Vec::new();
        if *package.name != *PRELUDE {
            let prelude = self.package(&Place::Embedded(PRELUDE.into()), None, false);
            let span = Span::default();
            uses.extend(prelude.map(|package| Use { package, alias: None, names: None, span }));
        }
        for decl in package.decls() {
            if let DeclKind::Use { package: path, alias, names } = &decl.kind
                && let Some(package) = self.used(path, place, manifest)
            {
                uses.push(Use { package, alias: alias.clone(), names: names.clone(), span: decl.span });
            }
        }
        uses
    }

    /// The library that the root package pins. One that is newer than what is there cannot be judged by.
    fn pin(&mut self, manifest: &Manifest) {
        let library = Release::read(&self.world.library_version());
        self.packages.pinned = Pinned { pin: manifest.std.map(|(release, _)| release), library };
        if let (Some((wanted, span)), Some(there)) = (manifest.std, library)
            && wanted > there
        {
            let message = format!("this package is judged by the library {wanted}, and this tm has {there}");
            let help = format!("take a newer tm, or write `std = \"{there}\"`");
            self.packages.diagnostics.push(Diagnostic::new(codes::BAD_MANIFEST, span, message).help(help));
        }
    }

    /// Packages named as `policy`: their rules and policies count, their names stay their own.
    fn policies(&mut self, place: &Place, manifest: &Manifest) -> Vec<Use> {
        let mut uses = Vec::new();
        for (name, span) in &manifest.policy {
            let path = Path::from(Ident { name: name.clone(), span: *span });
            if let Some(package) = self.used(&path, place, manifest) {
                self.packages.policy.push(package);
                uses.push(Use { package, alias: None, names: Some(Vec::new()), span: *span });
            }
        }
        uses
    }

    fn used(&mut self, path: &Path, place: &Place, manifest: &Manifest) -> Option<PackageId> {
        let wanted = path.text();
        if let Some((_, folder)) = manifest.dependencies.iter().find(|(name, _)| **name == *wanted) {
            let base = match place {
                Place::Folder(folder) => folder.as_str(),
                Place::File(file) => parent(file),
                Place::Embedded(_) => "",
            };
            let target = normalise(&join(base, folder));
            return self.package(&Place::Folder(target), Some(path.span), false);
        }
        if self.world.embedded_packages().contains(&wanted) {
            return self.package(&Place::Embedded(wanted), Some(path.span), false);
        }
        self.unknown_package(path, &wanted, manifest);
        None
    }

    fn unknown_package(&mut self, path: &Path, wanted: &str, manifest: &Manifest) {
        let mut known = self.world.embedded_packages();
        known.extend(manifest.dependencies.iter().map(|(name, _)| name.to_string()));
        let diagnostic = Diagnostic::new(codes::UNKNOWN_PACKAGE, path.span, format!("there is no package `{wanted}`"))
            .label("neither in the standard library nor among the dependencies in `tm.toml`")
            .note(format!("packages: {}", list_names(&known, 12)))
            .did_you_mean(wanted, &known);
        let of_library = known.iter().find(|name| name.rsplit('.').next() == Some(wanted));
        let diagnostic = match of_library.filter(|_| diagnostic.help.is_none()) {
            Some(name) => diagnostic.help(format!("did you mean `{name}`?")),
            None => diagnostic,
        };
        self.packages.diagnostics.push(diagnostic);
    }

    fn cycle(&mut self, from: usize, asked_by: Option<Span>) {
        let mut names: Vec<&str> = self.loading[from..].iter().map(|(_, name)| &**name).collect();
        names.extend(names.first().copied());
        let message = format!("packages use each other in a circle: {}", names.join(" → "));
        let diagnostic = Diagnostic::new(codes::IMPORT_CYCLE, asked_by.unwrap_or_default(), message)
            .label("this closes the circle")
            .help("move what both need into a package that uses neither");
        self.packages.diagnostics.push(diagnostic);
    }

    /// The manifest and the texts of a package's files.
    fn files(&mut self, place: &Place, asked_by: Option<Span>, root: bool) -> (Manifest, Vec<(FileId, String)>) {
        match place {
            Place::Embedded(name) => (Manifest::default(), self.embedded(name, root)),
            Place::File(path) => (Manifest::default(), self.read(path, asked_by).into_iter().collect()),
            Place::Folder(folder) => {
                let manifest = self.manifest(folder);
                (manifest, self.folder(folder, asked_by, root))
            }
        }
    }

    fn embedded(&mut self, package: &str, with_tests: bool) -> Vec<(FileId, String)> {
        let files = self.world.embedded(package);
        let wanted = files
            .into_iter()
            .filter(|file| file.path.ends_with(".tm") && (with_tests || !file.path.ends_with(TEST_SUFFIX)));
        wanted.map(|file| (self.packages.sources.add(file.path, &*file.text, true), file.text.into_owned())).collect()
    }

    fn manifest(&mut self, folder: &str) -> Manifest {
        let path = join(folder, "tm.toml");
        match self.world.read(&path) {
            Err(ReadError::Missing) => Manifest::default(),
            Err(ReadError::Failed(why)) => {
                self.unreadable(&path, &why, None);
                Manifest::default()
            }
            Ok(bytes) => match self.decode(&path, bytes) {
                Some((id, text)) => manifest::read(id, &text, &mut self.packages.diagnostics),
                None => Manifest::default(),
            },
        }
    }

    fn folder(&mut self, folder: &str, asked_by: Option<Span>, root: bool) -> Vec<(FileId, String)> {
        match self.world.list(folder) {
            Ok(paths) if paths.is_empty() => {
                self.unreadable(folder, "it holds no `.tm` file", asked_by);
                if let Some(told) = self.packages.diagnostics.last_mut() {
                    told.help = Some("name a `.tm` file, or one of the folders below that have a `tm.toml`".into());
                }
                Vec::new()
            }
            Ok(paths) => {
                let wanted = paths.iter().filter(|path| root || !path.ends_with(TEST_SUFFIX));
                wanted.filter_map(|path| self.read(path, None)).collect()
            }
            Err(ReadError::Missing) => {
                self.unreadable(folder, "there is no such file or folder", asked_by);
                Vec::new()
            }
            Err(ReadError::Failed(why)) => {
                self.unreadable(folder, &why, asked_by);
                Vec::new()
            }
        }
    }

    fn read(&mut self, path: &str, asked_by: Option<Span>) -> Option<(FileId, String)> {
        match self.world.read(path) {
            Ok(bytes) => self.decode(path, bytes),
            Err(ReadError::Missing) => {
                self.unreadable(path, "there is no such file", asked_by);
                None
            }
            Err(ReadError::Failed(why)) => {
                self.unreadable(path, &why, asked_by);
                None
            }
        }
    }

    /// Bytes to text; what is not UTF-8 is refused with the place where it stops being so.
    fn decode(&mut self, path: &str, bytes: Vec<u8>) -> Option<(FileId, String)> {
        match String::from_utf8(bytes) {
            Ok(text) => Some((self.packages.sources.add(path, text.as_str(), false), text)),
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let id = self.packages.sources.add(path, text.as_str(), false);
                let end = text[good.min(text.len())..].chars().next().map_or(good, |c| good + c.len_utf8());
                self.packages.diagnostics.push(
                    Diagnostic::new(
                        codes::NOT_TEXT,
                        Span::new(id, &(good..end)),
                        format!("`{path}` is not UTF-8 text"),
                    )
                    .label("not UTF-8 from here on")
                    .help("save the file as UTF-8"),
                );
                None
            }
        }
    }

    fn unreadable(&mut self, path: &str, why: &str, asked_by: Option<Span>) {
        let shown = if path.is_empty() { "." } else { path };
        let span = asked_by.unwrap_or_else(|| Span::new(self.packages.sources.add(shown, "", false), &(0..0)));
        self.packages.diagnostics.push(Diagnostic::new(
            codes::UNREADABLE,
            span,
            format!("cannot read `{shown}`: {why}"),
        ));
    }
}

/// The folder that a package's paths are relative to.
fn folder_of(place: &Place) -> String {
    match place {
        Place::Embedded(name) => name.replace('.', "/"),
        Place::Folder(path) if path == "." => String::new(),
        Place::Folder(path) => path.clone(),
        Place::File(path) => parent(path).to_owned(),
    }
}

/// The name of a package whose manifest has none. The one that is checked is not called after its folder: its ids would
/// be others wherever it lies, and however its path is typed.
pub fn default_name(place: &Place, root: bool) -> Name {
    let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let text = match place {
        Place::Embedded(name) => return name.as_str().into(),
        Place::Folder(_) if root => String::new(),
        Place::Folder(path) => last(path),
        Place::File(path) => last(path).trim_end_matches(".tm").to_owned(),
    };
    manifest::as_name(&text).into()
}
