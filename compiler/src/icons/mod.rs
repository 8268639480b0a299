//! Icons of types: which file a name means, and what is drawn in it.
//!
//! A type says `icon = "vault"`; the drawing is `icons/vault.svg` in the folder of its package or, where that has none,
//! in the prelude. A drawing is read into lines and areas when something shows it, so that a check pays for none.

mod drawing;
mod path;

pub use drawing::{Drawing, Mistake};

use crate::codes;
use crate::decl::{DeclKind, Expr, ExprKind, Literal};
use crate::diagnostic::{Diagnostic, list_names, nearest};
use crate::package::{PRELUDE, Package, PackageId, Packages};
use crate::source::Span;
use crate::world::{ReadError, World};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The folder of a package in which its icons lie.
const FOLDER: &str = "icons";

/// The files of icons that the types of an analysis may mean.
#[derive(Clone, Debug, Default)]
pub struct Icons {
    files: BTreeMap<(PackageId, String), Cow<'static, str>>,
    prelude: PackageId,
}

impl Icons {
    /// The drawing that a name means for the types of a package, by the package that it lies in; nothing where there
    /// is none that can be used.
    pub fn drawing(&self, package: PackageId, name: &str) -> Option<(PackageId, Drawing)> {
        let (home, text) = self.find(package, name)?;
        Drawing::read(text).ok().map(|drawing| (home, drawing))
    }

    /// The package in which the icon lies that a name means for the types of a package.
    pub fn home(&self, package: PackageId, name: &str) -> Option<PackageId> {
        self.find(package, name).map(|(home, _)| home)
    }

    /// Names that the types of a package may use, sorted: those of the prelude, and its own as far as they are read.
    pub fn names(&self, package: PackageId) -> Vec<&str> {
        let files = self.files.keys().filter(|(home, _)| *home == package || *home == self.prelude);
        let mut names: Vec<&str> = files.map(|(_, name)| name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn find(&self, package: PackageId, name: &str) -> Option<(PackageId, &str)> {
        let at = |home: PackageId| self.files.get(&(home, name.to_owned())).map(|text| (home, &**text));
        at(package).or_else(|| at(self.prelude))
    }
}

/// The name that an expression gives an icon.
pub(crate) fn name_of(value: &Expr) -> Option<&Arc<str>> {
    match &value.kind {
        ExprKind::Literal(Literal::Text(name)) => Some(name),
        _ => None,
    }
}

/// Finds the files of the icons that types name, and checks those of packages beside the library.
pub fn read(world: &dyn World, packages: &mut Packages) {
    let mut reader = Reader { world, icons: Icons::default(), diagnostics: Vec::new() };
    let mut asked = Vec::new();
    for (id, package) in packages.iter() {
        let named = named(package);
        if *package.name == *PRELUDE {
            reader.icons.prelude = id;
        }
        if package.embedded && (*package.name == *PRELUDE || !named.is_empty()) {
            reader.embedded(id, package);
        }
        if !package.embedded || id == packages.root() {
            asked.push((id, named));
        }
    }
    for (id, named) in asked {
        for (name, span) in named {
            reader.asked(packages, id, &name, span);
        }
    }
    packages.diagnostics.append(&mut reader.diagnostics);
    packages.icons = Arc::new(reader.icons);
}

/// The icons that the types of a package name, each where it is named first.
fn named(package: &Package) -> BTreeMap<Arc<str>, Span> {
    let types = package.decls().filter(|decl| matches!(decl.kind, DeclKind::Type));
    let assigns =
        types.flat_map(|decl| &decl.body.assigns).filter(|assign| assign.path.text() == crate::builtins::ICON);
    let mut found = BTreeMap::new();
    for assign in assigns {
        if let Some(name) = name_of(&assign.value) {
            found.entry(Arc::clone(name)).or_insert(assign.value.span);
        }
    }
    found
}

struct Reader<'w> {
    world: &'w dyn World,
    icons: Icons,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn embedded(&mut self, id: PackageId, package: &Package) {
        let start = format!("{}/{FOLDER}/", package.folder);
        for file in self.world.embedded(&package.name) {
            if let Some(name) = file.path.strip_prefix(&start).and_then(|rest| rest.strip_suffix(".svg")) {
                self.icons.files.insert((id, name.to_owned()), file.text);
            }
        }
    }

    /// Reads and checks an icon that a package names.
    fn asked(&mut self, packages: &mut Packages, id: PackageId, name: &str, span: Span) {
        if !is_name(name) {
            let found = Diagnostic::new(codes::UNKNOWN_ICON, span, format!("`{name}` is no name of an icon"))
                .label("names are of small letters, digits and `-`")
                .help("name the file without folder and ending: `icon = \"database\"` is `icons/database.svg`");
            self.diagnostics.push(found);
            return;
        }
        let folder = packages.get(id).filter(|package| !package.embedded).map(|package| package.folder.clone());
        let file = folder.map(|folder| if folder.is_empty() { String::new() } else { format!("{folder}/") });
        let file = file.map(|folder| format!("{folder}{FOLDER}/{name}.svg"));
        match file.as_ref().map(|file| (file, self.text(file))) {
            Some((_, Ok(text))) => {
                self.icons.files.insert((id, name.to_owned()), text.into());
            }
            Some((file, Err(Some(why)))) => self.unreadable(file, &why, span),
            Some((_, Err(None))) | None => {}
        }
        match self.icons.find(id, name).map(|(home, text)| (home, Drawing::read(text))) {
            None => self.unknown(id, name, file.as_deref(), span),
            Some((home, Err(mistake))) if home == id => {
                let text = self.icons.find(id, name).map(|(_, text)| text.to_owned()).unwrap_or_default();
                let path = file.unwrap_or_else(|| format!("{name}.svg"));
                self.unusable(packages, &path, text, &mistake, span);
            }
            Some(_) => {}
        }
    }

    /// The text of a file; `None` where there is no such file, else why it cannot be read.
    fn text(&self, path: &str) -> Result<String, Option<String>> {
        match self.world.read(path) {
            Ok(bytes) => String::from_utf8(bytes).map_err(|_| Some("it is not UTF-8 text".into())),
            Err(ReadError::Missing) => Err(None),
            Err(ReadError::Failed(why)) => Err(Some(why)),
        }
    }

    fn unreadable(&mut self, file: &str, why: &str, span: Span) {
        let message = format!("cannot read the icon `{file}`: {why}");
        self.diagnostics.push(Diagnostic::new(codes::BAD_ICON, span, message).label("asks for it"));
    }

    fn unknown(&mut self, id: PackageId, name: &str, file: Option<&str>, span: Span) {
        if self.diagnostics.last().is_some_and(|last| last.code == codes::BAD_ICON && last.span() == span) {
            return; // it is there, and told why it cannot be read
        }
        let known = self.icons.names(id);
        let found =
            Diagnostic::new(codes::UNKNOWN_ICON, span, format!("there is no icon `{name}`")).label("unknown here");
        let listed = |found: Diagnostic| found.note(format!("there are: {}", list_names(&known, 100)));
        self.diagnostics.push(match (nearest(name, &known), file) {
            (Some(near), _) => found.help(format!("did you mean `{near}`?")).edit(
                format!("change to `{near}`"),
                span,
                format!("\"{near}\""),
            ),
            (None, Some(file)) => listed(found).help(format!("draw your own as `{file}`")),
            (None, None) => listed(found),
        });
    }

    fn unusable(&mut self, packages: &mut Packages, path: &str, text: String, mistake: &Mistake, asked: Span) {
        let length = text.len();
        let file = packages.sources.add(path, text, false);
        let start = mistake.at.start.min(length);
        let place = Span::new(file, &(start..mistake.at.end.clamp(start, length)));
        let mut found = Diagnostic::new(codes::BAD_ICON, place, mistake.message.clone())
            .label(mistake.label)
            .also(asked, "asked for here");
        if !mistake.help.is_empty() {
            found = found.help(mistake.help.clone());
        }
        self.diagnostics.push(found);
    }
}

/// Names of icons are names of files on every system, and lead nowhere else.
fn is_name(name: &str) -> bool {
    let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    (1..=64).contains(&name.len()) && name.chars().all(plain)
}
