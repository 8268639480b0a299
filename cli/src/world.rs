//! The compiler's window to this machine: files as the user named them, the embedded library, today.

use crate::bounds::{Bounds, told};
use crate::exit::reason;
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tm_compiler::evidence::Evidence;
use tm_compiler::world::{EmbeddedFile, ReadError, World};

/// Folders that hold what tools made, never models.
const SKIPPED: &[&str] = &["target", "node_modules"];
/// Folders nested deeper than this are not looked into.
const DEEPEST: usize = 64;

/// The file system below the folder the user stands in.
pub struct Files {
    entry: String,
    today: Date,
    evidence: Arc<Evidence>,
    bounds: Bounds,
    /// Real paths of names that are not text, by the text that stands for them.
    unprintable: Mutex<BTreeMap<String, PathBuf>>,
}

impl Files {
    /// A world that analyses the package at a path, as of a day.
    pub fn new(path: &Path, today: Option<Date>) -> Self {
        let mut files = Files {
            entry: String::new(),
            today: today.unwrap_or_else(|| Timestamp::now().to_zoned(TimeZone::UTC).date()),
            evidence: Arc::default(),
            bounds: Bounds::of(path),
            unprintable: Mutex::default(),
        };
        let entry = files.shown(path);
        let library = tm_stdlib::packages().any(|name| name == entry) && !path.exists();
        files.entry = if library { format!("embedded:{entry}") } else { entry };
        files
    }

    /// The same world, with what scanners and tests found.
    #[must_use]
    pub fn with(mut self, evidence: Arc<Evidence>) -> Self {
        self.evidence = evidence;
        self
    }

    /// A path as text, with `/` on every system; a name that is not text gets a stand-in.
    fn shown(&self, path: &Path) -> String {
        let text = slashes(path);
        if path.to_str().is_some() {
            return text;
        }
        let mut table = self.unprintable.lock().unwrap_or_else(PoisonError::into_inner);
        let mut name = text.clone();
        let mut times = 1;
        while table.get(&name).is_some_and(|known| known != path) {
            times += 1;
            name = match text.strip_suffix(".tm") {
                Some(stem) => format!("{stem}~{times}.tm"),
                None => format!("{text}~{times}"),
            };
        }
        table.insert(name.clone(), path.to_owned());
        name
    }

    fn real(&self, path: &str) -> PathBuf {
        let table = self.unprintable.lock().unwrap_or_else(PoisonError::into_inner);
        let known = table.get(path).cloned();
        known.unwrap_or_else(|| PathBuf::from(if path.is_empty() { "." } else { path }))
    }
}

impl World for Files {
    fn entry(&self) -> String {
        self.entry.clone()
    }

    fn today(&self) -> Date {
        self.today
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        let path = self.real(path);
        if let Some(link) = self.bounds.left_by(&path) {
            return Err(ReadError::Failed(told(link)));
        }
        let about = fs::metadata(&path).map_err(|error| trouble(&error))?;
        if !about.is_file() {
            return Err(ReadError::Failed("it is not a file".to_owned()));
        }
        if about.len() > u64::from(u32::MAX) {
            return Err(ReadError::Failed("it is larger than 4 GiB".to_owned()));
        }
        fs::read(&path).map_err(|error| trouble(&error))
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, ReadError> {
        let path = self.real(folder);
        if path.is_file() {
            return Err(ReadError::Failed("it is a file whose name does not end in `.tm`".to_owned()));
        }
        let found = sources(&path).map_err(|error| trouble(&error))?;
        let mut paths: Vec<String> = found.iter().map(|path| self.shown(path)).collect();
        paths.sort();
        Ok(paths)
    }

    fn is_folder(&self, path: &str) -> bool {
        self.real(path).is_dir()
    }

    fn embedded(&self, package: &str) -> Vec<EmbeddedFile> {
        let files = tm_stdlib::files(package).iter();
        let file =
            |file: &tm_stdlib::File| EmbeddedFile { path: Cow::Borrowed(file.path), text: Cow::Borrowed(file.text) };
        files.map(file).collect()
    }

    fn embedded_packages(&self) -> Vec<String> {
        tm_stdlib::packages().map(str::to_owned).collect()
    }

    fn library_version(&self) -> String {
        tm_stdlib::VERSION.to_owned()
    }

    fn evidence(&self) -> Arc<Evidence> {
        Arc::clone(&self.evidence)
    }
}

/// A path as text, with `/` on every system.
pub fn slashes(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

fn trouble(error: &io::Error) -> ReadError {
    match error.kind() {
        // `shop.tm/x`: a path that leads through a file leads nowhere.
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ReadError::Missing,
        _ => ReadError::Failed(reason(error)),
    }
}

/// The `.tm` files of the package at a folder, in no particular order.
///
/// # Errors
/// Where a folder cannot be read.
pub fn sources(root: &Path) -> io::Result<Vec<PathBuf>> {
    walk(root, Reach::Package)
}

/// The `.tm` files below a folder, those of other packages too.
///
/// # Errors
/// Where a folder cannot be read.
pub fn all_sources(root: &Path) -> io::Result<Vec<PathBuf>> {
    walk(root, Reach::All)
}

/// The same, without folders that cannot be read: the folders of an editor hold more than models.
///
/// # Errors
/// Where the folder itself cannot be read.
pub fn readable_sources(root: &Path) -> io::Result<Vec<PathBuf>> {
    walk(root, Reach::Readable)
}

/// The packages below a folder that is none itself: folders with a `tm.toml` that hold sources, and the folder itself
/// where it holds sources beside them. None where no package is below it.
///
/// # Errors
/// Where a folder cannot be read.
pub fn packages(root: &Path) -> io::Result<Vec<PathBuf>> {
    if root.join("tm.toml").is_file() {
        return Ok(Vec::new());
    }
    let found = owners(root)?;
    let alone = found.iter().all(|package| package == root);
    Ok(if alone { Vec::new() } else { found.into_iter().collect() })
}

/// The packages below a folder, whatever it is itself.
///
/// # Errors
/// Where a folder cannot be read.
pub fn below(root: &Path) -> io::Result<Vec<PathBuf>> {
    Ok(owners(root)?.into_iter().filter(|package| package != root).collect())
}

/// The packages to which the sources below a folder belong, the folder itself for those that are in no other.
fn owners(root: &Path) -> io::Result<BTreeSet<PathBuf>> {
    if !root.is_dir() {
        return Ok(BTreeSet::new());
    }
    let mut manifests: BTreeMap<PathBuf, bool> = BTreeMap::new();
    let mut found: BTreeSet<PathBuf> = BTreeSet::new();
    for source in all_sources(root)? {
        let start = if root == Path::new(".") { Path::new("") } else { root };
        let inner = source.ancestors().skip(1).take_while(|folder| *folder != start && folder.starts_with(start));
        let mut has =
            |folder: &&Path| *manifests.entry(folder.to_path_buf()).or_insert_with(|| folder.join("tm.toml").is_file());
        let package = { inner }.find(&mut has);
        found.insert(package.map_or_else(|| root.to_owned(), Path::to_path_buf));
    }
    Ok(found)
}

/// Which folders a walk enters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Those of one package: not those with a `tm.toml`.
    Package,
    /// All.
    All,
    /// All that can be read.
    Readable,
}

fn walk(root: &Path, reach: Reach) -> io::Result<Vec<PathBuf>> {
    let (bounds, root_path) = (Bounds::of(root), fs::canonicalize(root)?);
    let mut walk = Walk { root: root_path, bounds, reach, seen: BTreeSet::new(), found: Vec::new() };
    let start = if root == Path::new(".") { PathBuf::new() } else { root.to_owned() };
    walk.folder(&start, 0)?;
    Ok(walk.found)
}

struct Walk {
    root: PathBuf,
    bounds: Bounds,
    reach: Reach,
    /// Folders reached through links.
    seen: BTreeSet<PathBuf>,
    found: Vec<PathBuf>,
}

impl Walk {
    fn folder(&mut self, folder: &Path, depth: usize) -> io::Result<()> {
        let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        if depth > DEEPEST {
            return Ok(());
        }
        let entries = match fs::read_dir(here) {
            Err(_) if depth > 0 && self.reach == Reach::Readable => return Ok(()),
            Err(error) if depth > 0 => return Err(within(folder, &error)),
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let path = folder.join(entry.file_name());
            let kind = entry.file_type()?;
            if kind.is_symlink() {
                self.link(&path, depth)?;
            } else if kind.is_dir() {
                self.inner(&path, depth)?;
            } else if is_source(&path) {
                self.found.push(path);
            }
        }
        Ok(())
    }

    fn inner(&mut self, path: &Path, depth: usize) -> io::Result<()> {
        let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        let skipped = name.starts_with('.') || SKIPPED.contains(&&*name);
        if skipped || (self.reach == Reach::Package && path.join("tm.toml").is_file()) {
            return Ok(());
        }
        self.folder(path, depth + 1)
    }

    /// Follows a link unless it leads into the package itself, around it, or nowhere. One that leads out of the repository
    /// stands for what is behind it: reading it says why it is not followed.
    fn link(&mut self, path: &Path, depth: usize) -> io::Result<()> {
        if self.bounds.left_by(path).is_some() {
            if is_source(path) || path.is_dir() {
                self.found.push(path.to_owned());
            }
            return Ok(());
        }
        let Ok(target) = fs::canonicalize(path) else {
            if is_source(path) {
                self.found.push(path.to_owned());
            }
            return Ok(());
        };
        if target.starts_with(&self.root) || self.root.starts_with(&target) {
            return Ok(());
        }
        if target.is_dir() {
            return if self.seen.insert(target) { self.inner(path, depth) } else { Ok(()) };
        }
        if is_source(path) {
            self.found.push(path.to_owned());
        }
        Ok(())
    }
}

/// That a folder inside cannot be read: which one, or nobody finds it.
fn within(folder: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("`{}` inside it: {}", slashes(folder), reason(error)))
}

/// True for `.tm` files that are not hidden.
pub fn is_source(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy());
    name.is_some_and(|name| !name.starts_with('.') && Path::new(&*name).extension().is_some_and(|it| it == "tm"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world(folder: &Path) -> Files {
        Files::new(folder, Some(Date::constant(2027, 1, 1)))
    }

    fn names(folder: &Path) -> Vec<String> {
        let prefix = format!("{}/", folder.display());
        let all = world(folder).list(&folder.to_string_lossy()).unwrap();
        all.iter().map(|path| path.strip_prefix(&prefix).unwrap().to_owned()).collect()
    }

    #[test]
    fn a_package_is_its_folder_without_other_packages_and_hidden_places() {
        let dir = tempfile::tempdir().unwrap();
        for folder in ["a/b", "other/deep", ".git", "target", "node_modules/x", "dir.tm"] {
            fs::create_dir_all(dir.path().join(folder)).unwrap();
        }
        for file in [
            "z.tm",
            "a/b/c.tm",
            "a/x.txt",
            "other/tm.toml",
            "other/deep/o.tm",
            ".git/g.tm",
            "target/t.tm",
            "node_modules/x/n.tm",
            ".hidden.tm",
            "dir.tm/in.tm",
        ] {
            fs::write(dir.path().join(file), "").unwrap();
        }
        assert_eq!(names(dir.path()), ["a/b/c.tm", "dir.tm/in.tm", "z.tm"]);
    }

    #[cfg(unix)]
    /// Whoever may read everything sees nothing of it.
    #[cfg(unix)]
    #[test]
    fn a_folder_that_cannot_be_read_is_named_and_hides_nothing_from_editors() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let closed = dir.path().join("data");
        fs::create_dir(&closed).unwrap();
        fs::write(dir.path().join("a.tm"), "").unwrap();
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read_dir(&closed).is_ok() {
            println!("left out: this user may read everything");
            return;
        }
        assert_eq!(readable_sources(dir.path()).unwrap(), [dir.path().join("a.tm")]);
        let told = all_sources(dir.path()).unwrap_err().to_string();
        assert_eq!(told, format!("`{}` inside it: permission denied", closed.display()));
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
    }

    #[test]
    fn links_in_circles_end_and_read_nothing_twice() {
        use std::os::unix::fs::symlink;
        let (dir, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(dir.path().join("a.tm"), "").unwrap();
        fs::write(other.path().join("far.tm"), "").unwrap();
        symlink(dir.path(), dir.path().join("loop")).unwrap();
        symlink(dir.path().join("a.tm"), dir.path().join("again.tm")).unwrap();
        symlink(other.path(), dir.path().join("far")).unwrap();
        symlink(other.path(), dir.path().join("far2")).unwrap();
        symlink(other.path(), other.path().join("self")).unwrap();
        symlink("/nowhere", dir.path().join("gone.tm")).unwrap();
        let found = names(dir.path());
        assert_eq!(found, ["a.tm", "far", "far2", "gone.tm"], "what is far is named, and not entered");
        let far = world(dir.path()).read(&dir.path().join("far").to_string_lossy());
        assert!(matches!(far, Err(ReadError::Failed(why)) if why.contains("leads out of the package")));
        // In one repository, links lead to what came with them.
        let (here, there) = (dir.path().join("here"), dir.path().join("there"));
        fs::create_dir_all(dir.path().join(".git")).unwrap();
        fs::create_dir_all(&here).unwrap();
        fs::create_dir_all(&there).unwrap();
        fs::write(there.join("near.tm"), "").unwrap();
        symlink(&there, here.join("near")).unwrap();
        symlink(&there, here.join("near2")).unwrap();
        assert_eq!(names(&here).len(), 1, "{:?}", names(&here));
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_not_text_are_read_through_a_stand_in() {
        use std::os::unix::ffi::OsStrExt as _;
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in [(&b"\xff.tm"[..], "one"), (&b"\xfe.tm"[..], "two")] {
            let path = dir.path().join(std::ffi::OsStr::from_bytes(name));
            fs::write(path, text).unwrap();
        }
        let world = world(dir.path());
        let paths = world.list(&dir.path().to_string_lossy()).unwrap();
        let mut texts: Vec<_> = paths.iter().map(|path| world.read(path).unwrap()).collect();
        texts.sort();
        assert_eq!(texts, [b"one".to_vec(), b"two".to_vec()]);
    }

    #[test]
    fn what_is_missing_is_told_from_what_cannot_be_read() {
        let dir = tempfile::tempdir().unwrap();
        let world = world(dir.path());
        let inside = |name: &str| dir.path().join(name).to_string_lossy().into_owned();
        fs::write(dir.path().join("a.tm"), "x").unwrap();
        assert_eq!(world.read(&inside("b.tm")), Err(ReadError::Missing));
        assert_eq!(world.read(&inside("a.tm/tm.toml")), Err(ReadError::Missing));
        assert!(matches!(world.read(&inside("")), Err(ReadError::Failed(_))));
        assert_eq!(world.list(&inside("c")), Err(ReadError::Missing));
    }

    #[test]
    fn a_package_of_the_library_goes_by_its_name() {
        assert_eq!(world(Path::new("std.web")).entry(), "embedded:std.web");
        assert_eq!(world(Path::new("shop.tm")).entry(), "shop.tm");
    }
}
