//! What is checked may come from a stranger: links in it lead nowhere but to what came with it.

use std::fs;
use std::path::{Path, PathBuf};

/// The tree that was handed over: the repository around a package, or the package where it is in none.
#[derive(Clone, Debug)]
pub struct Bounds(Option<PathBuf>);

impl Bounds {
    /// The bounds of a package, or of a file that is one.
    pub fn of(path: &Path) -> Self {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        let real = fs::canonicalize(path).ok();
        let folder = real.and_then(|real| if real.is_dir() { Some(real) } else { real.parent().map(Path::to_owned) });
        Bounds(folder.map(|folder| {
            let repository = folder.ancestors().find(|outer| outer.join(".git").exists()).map(Path::to_owned);
            repository.unwrap_or(folder)
        }))
    }

    /// The link within the tree by which a path leaves it. Links outside of it are the user's own.
    pub fn left_by<'p>(&self, path: &'p Path) -> Option<&'p Path> {
        let bounds = self.0.as_deref()?;
        let mut steps: Vec<&Path> = path.ancestors().filter(|step| !step.as_os_str().is_empty()).collect();
        steps.reverse();
        steps.into_iter().find(|step| is_link(step) && within(bounds, parent(step)) && !within(bounds, step))
    }
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
}
