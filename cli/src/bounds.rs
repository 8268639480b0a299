//! What is checked may come from a stranger: links in it lead nowhere but to what came with it, and to what is seen there.

use crate::exit::Failure;
use crate::world::slashes;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The tree that was handed over: the repository around a package, or the package where it is in none.
#[derive(Clone, Debug)]
pub struct Bounds(Option<PathBuf>);

impl Bounds {
    /// The bounds of a package, or of a file that is one.
    pub fn of(path: &Path) -> Self {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        // A file belongs to the folder that its name stands in, also where it is a link.
        let folder = if path.is_dir() { fs::canonicalize(path).ok() } else { fs::canonicalize(parent(path)).ok() };
        // A package that is a link itself is a part of what it stands in.
        Bounds(folder.map(|folder| beside(path).or_else(|| repository(&folder)).unwrap_or(folder)))
    }

    /// The bounds of a folder that nothing leads out of, not even into the repository around it.
    pub fn inside(folder: &Path) -> Self {
        Bounds(fs::canonicalize(folder).ok())
    }

    /// The link within the tree by which a path leaves it. Links outside of it are the user's own.
    pub fn left_by<'p>(&self, path: &'p Path) -> Option<&'p Path> {
        let bounds = self.0.as_deref()?;
        let mut steps: Vec<&Path> = path.ancestors().filter(|step| !step.as_os_str().is_empty()).collect();
        steps.reverse();
        let mut links = steps.into_iter().filter(|step| is_link(step) && within(bounds, parent(step)));
        let first = links.next()?;
        let out = std::iter::once(first).chain(links).find(|step| !within(bounds, step));
        out.or_else(|| is_hidden(bounds, path).then_some(first))
    }

    /// Refuses what leaves the tree.
    ///
    /// # Errors
    /// Where a path does.
    pub fn check(&self, path: &Path) -> Result<(), Failure> {
        match self.left_by(path) {
            Some(link) => Err(Failure::new(format!("cannot read `{}`: {}", path.display(), told(link)))),
            None => Ok(()),
        }
    }
}

/// Refuses a file of a repository that is a link out of it. What stands in none is the user's own.
///
/// # Errors
/// Where it is one.
pub fn check(file: &Path) -> Result<(), Failure> {
    Bounds(beside(file)).check(file)
}

/// The link by which a path leaves the repository that it stands in.
pub fn leaving(file: &Path) -> Option<PathBuf> {
    Bounds(beside(file)).left_by(file).map(Path::to_owned)
}

/// Why a link is not followed.
pub fn told(link: &Path) -> String {
    let alone = is_link(link) && beside(link).is_none();
    let left = if alone { "package, and there is no repository around it" } else { "repository" };
    format!("`{}` is a link that leads out of the {left}", slashes(link))
}

/// The repository that a path stands in, by its name.
fn beside(path: &Path) -> Option<PathBuf> {
    path.file_name()?;
    repository(&fs::canonicalize(parent(path)).ok()?)
}

fn repository(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().find(|outer| outer.join(".git").exists()).map(Path::to_owned)
}

fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink())
}

fn parent(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What leads nowhere shows nothing.
fn within(bounds: &Path, path: &Path) -> bool {
    fs::canonicalize(path).map_or(true, |real| real.starts_with(bounds))
}

/// True for a link to what nobody sees who reads a change, such as the credentials in `.git`, or to a file of another
/// kind than its name says.
fn is_hidden(bounds: &Path, path: &Path) -> bool {
    let Ok(real) = fs::canonicalize(path) else {
        return false;
    };
    let hidden = |part: Component<'_>| part.as_os_str().to_string_lossy().starts_with('.');
    let inner = real.strip_prefix(bounds).unwrap_or(&real);
    inner.components().any(hidden) || (real.is_file() && real.extension() != path.extension())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_out_of_the_tree_are_found_wherever_they_stand_in_a_path() {
        let (dir, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let tree = dir.path().join("tree");
        fs::create_dir_all(tree.join("inner/deep")).unwrap();
        fs::write(tree.join("inner/a.tm"), "").unwrap();
        fs::write(other.path().join("far.tm"), "").unwrap();
        symlink(other.path(), tree.join("out")).unwrap();
        symlink(other.path().join("far.tm"), tree.join("far.tm")).unwrap();
        symlink("inner", tree.join("in")).unwrap();
        symlink("/nowhere", tree.join("gone.tm")).unwrap();
        symlink(&tree, dir.path().join("alias")).unwrap();
        let bounds = Bounds::of(&tree);
        let left = |path: &str| bounds.left_by(&tree.join(path)).map(Path::to_owned);
        assert_eq!(left("out/far.tm"), Some(tree.join("out")));
        assert_eq!(left("far.tm"), Some(tree.join("far.tm")));
        for path in ["in/a.tm", "inner/a.tm", "gone.tm", "not/there.tm"] {
            assert_eq!(left(path), None, "{path}");
        }
        // The user's own link, and what the user names outside of the tree.
        assert_eq!(bounds.left_by(&dir.path().join("alias/in/a.tm")), None);
        assert_eq!(bounds.left_by(&other.path().join("far.tm")), None);
        assert!(bounds.left_by(&dir.path().join("alias/out/far.tm")).is_some());
        // In a repository all of it came together.
        fs::create_dir(dir.path().join(".git")).unwrap();
        symlink(dir.path().join("beside.tm"), tree.join("beside.tm")).unwrap();
        fs::write(dir.path().join("beside.tm"), "").unwrap();
        assert!(bounds.left_by(&tree.join("beside.tm")).is_some());
        assert_eq!(Bounds::of(&tree).left_by(&tree.join("beside.tm")), None);
    }

    #[test]
    fn links_to_hidden_files_and_to_files_of_another_kind_are_not_followed() {
        let dir = tempfile::tempdir().unwrap();
        let (root, out) = (dir.path(), tempfile::tempdir().unwrap());
        for folder in [".git", "shop", "shared.d"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        for file in [".git/config", "secret", ".env.tm", "shared.d/b.tm"] {
            fs::write(root.join(file), "").unwrap();
        }
        for (target, name) in [
            (".git/config", "shop/config.tm"),
            ("secret", "shop/secret.tm"),
            (".env.tm", "shop/env.tm"),
            ("shared.d", "shop/in"),
        ] {
            symlink(root.join(target), root.join(name)).unwrap();
        }
        symlink(out.path(), root.join("whole")).unwrap();
        let left = |path: &str| Bounds::of(&root.join("shop")).left_by(&root.join(path)).is_some();
        assert!(["shop/config.tm", "shop/secret.tm", "shop/env.tm"].into_iter().all(left));
        assert!(!["shop/in/b.tm", "shop/none.tm", "shop"].into_iter().any(left));
        let whole = root.join("whole");
        assert_eq!(Bounds::of(&whole).left_by(&whole.join("a.tm")), Some(whole.as_path()));
        assert!(Bounds::inside(&root.join("shop")).check(&root.join("shop/in")).is_err());
        assert!(check(&root.join("shop/secret.tm")).is_err() && check(&root.join("secret")).is_ok());
    }
}
