//! In which repository a revision is looked up, and which commit a name means there.

use super::{asked, told};
use crate::exit::{Failure, reason};
use std::path::{Component, Path, PathBuf};

/// The folder from which git looks at a path: where the command runs, if the path is in that repository by its name. What
/// stands there may be another repository now, and its revisions are no judges of this one's changes.
///
/// # Errors
/// Where the folder is not known, or the path leads into a submodule of a repository that is not this one.
pub fn base(path: &Path) -> Result<PathBuf, Failure> {
    let here = here()?;
    if let Some(top) = top(&here)?
        && straight(&here.join(path)).starts_with(&top)
    {
        return Ok(if path.is_absolute() { here } else { PathBuf::from(".") });
    }
    let folder = folder(path);
    let outer = asked(&folder, &["rev-parse", "--show-superproject-working-tree"])?;
    if outer.answer.trim().is_empty() {
        return Ok(folder);
    }
    Err(Failure::new(format!("`{}` is in a submodule: which repository judges it is not clear", path.display()))
        .help("run the command in the repository whose revision judges"))
}

/// Refuses a name as the judge of a change where the command runs in a submodule: which repository stands there is part of
/// a change, too, and its branches may be those of anybody. An id of a commit is there or it is not.
///
/// # Errors
/// Where it is a name.
pub fn settled(revision: &str) -> Result<(), Failure> {
    let outer = asked(Path::new("."), &["rev-parse", "--show-superproject-working-tree"])?;
    if outer.answer.trim().is_empty() || is_id(revision) {
        return Ok(());
    }
    Err(Failure::new(format!(
        "this folder is in a submodule, and `{revision}` is a name of whatever repository stands here"
    ))
    .help("name the commit by its id, which `git rev-parse` prints, or run the command in the repository around it"))
}

/// The top of the repository in which revisions are looked up for a path, by its whole name.
///
/// # Errors
/// As for [`base`], and where there is no repository.
pub fn root(path: &Path) -> Result<PathBuf, Failure> {
    let folder = whole(&base(path)?)?;
    match top(&folder)? {
        Some(top) => Ok(top),
        None => told(&folder, &["rev-parse", "--show-cdup"]).map(PathBuf::from),
    }
}

/// A path from the root of the file system, as it is written.
///
/// # Errors
/// Where the folder in which the command runs is not known.
pub fn whole(path: &Path) -> Result<PathBuf, Failure> {
    Ok(straight(&here()?.join(path)))
}

fn here() -> Result<PathBuf, Failure> {
    std::env::current_dir().map_err(|error| Failure::new(format!("the folder is not known: {}", reason(&error))))
}

/// The folder at the top of the repository that a folder is in; none where it is in no repository.
pub(super) fn top(folder: &Path) -> Result<Option<PathBuf>, Failure> {
    let said = asked(folder, &["rev-parse", "--show-cdup"])?;
    if said.well {
        return Ok(Some(straight(&folder.join(said.answer.trim_end_matches(['\n', '\r'])))));
    }
    if !said.remarks.contains("not a git repository") {
        // To look elsewhere for what git does not want to say here would be another answer.
        told(folder, &["rev-parse", "--show-cdup"])?;
    }
    Ok(None)
}

/// A path without `.` and `..`, as it is written: links are not followed.
fn straight(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(out.pop()),
            part => out.push(part),
        }
    }
    out
}

/// The nearest folder that is there: the path may be gone from the work tree.
fn folder(path: &Path) -> PathBuf {
    let there = path.ancestors().find(|path| path.is_dir());
    match there {
        Some(path) if !path.as_os_str().is_empty() => path.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// A revision as the id of its commit.
///
/// # Errors
/// Where there is none of this name, or several things have it: of these git would take a tag, which others may set.
pub(super) fn commit(revision: &str, folder: &Path) -> Result<String, Failure> {
    if revision.is_empty() || revision.starts_with('-') || revision.contains(['\n', '\0']) {
        return Err(
            Failure::new(format!("`{revision}` is no revision")).help("name a branch, a tag or a commit: `git:main`")
        );
    }
    let wanted = format!("{revision}^{{commit}}");
    let warned = ["-c", "core.warnAmbiguousRefs=true", "rev-parse", "--verify", "--end-of-options", &wanted];
    let said = asked(folder, &warned)?;
    if said.well && said.remarks.contains("is ambiguous") && !is_id(revision) {
        return Err(Failure::new(format!("`{revision}` is ambiguous: more than one branch or tag has this name"))
            .help(
                "write the whole name, such as `git:refs/remotes/origin/main` or `git:refs/heads/main`, or a commit",
            ));
    }
    if said.well {
        if !is_id(revision) {
            meant(revision, folder)?;
        }
        return Ok(said.answer.trim().to_owned());
    }
    if said.remarks.contains("not a git repository") || said.remarks.contains("dubious ownership") {
        return told(folder, &["rev-parse", "--git-dir"]);
    }
    Err(none(revision))
}

fn none(revision: &str) -> Failure {
    Failure::new(format!("this repository has no revision `{revision}`"))
        .help("fetch it first; pipelines often clone only the newest commit (`fetch-depth: 0`, `GIT_DEPTH: 0`)")
}

/// Refuses a name that only a tag has here and that is meant for a branch: clones of pipelines hold all tags, which others
/// may set, and few branches.
fn meant(revision: &str, folder: &Path) -> Result<(), Failure> {
    let name = revision.split(['~', '^', '@']).next().unwrap_or_default();
    if name.starts_with("refs/") {
        // Git would look for it among tags and branches, too.
        let exact = asked(folder, &["show-ref", "--verify", "--quiet", name])?.well;
        return if exact { Ok(()) } else { Err(none(revision)) };
    }
    let whole = asked(folder, &["rev-parse", "--symbolic-full-name", "--verify", "--end-of-options", name])?.answer;
    if whole.trim().strip_prefix("refs/tags/") != Some(name) {
        return Ok(());
    }
    let remotes = told(folder, &["remote"])?;
    let branches = told(folder, &["for-each-ref", "--format=%(refname)", "refs/remotes"])?;
    let mut named = remotes.lines().map(|remote| format!("refs/remotes/{remote}/{name}"));
    let is_branch = named.any(|whole| branches.lines().any(|branch| branch == whole));
    let begins = |start: &str| name.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if is_branch || remotes.lines().chain(["heads", "remotes"]).any(begins) {
        return Err(Failure::new(format!("`{revision}` is a tag here, and the name of a branch elsewhere")).help(
            format!("write the whole name, such as `git:refs/remotes/origin/main`, or `git:refs/tags/{revision}`"),
        ));
    }
    Ok(())
}

/// True for a whole id of a commit, which no name comes before.
fn is_id(revision: &str) -> bool {
    [40, 64].contains(&revision.len()) && revision.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_an_option_is_no_revision() {
        for bad in ["-x", "--upload-pack=sh", "", "a\nb"] {
            assert!(commit(bad, Path::new(".")).is_err(), "{bad}");
        }
    }

    #[test]
    fn paths_are_taken_as_written() {
        let shown = |path: &str| straight(Path::new(path)).to_string_lossy().into_owned();
        assert_eq!(shown("/a/./b/../c"), "/a/c");
        assert_eq!(shown("/a/b/../.."), "/");
    }
}
