//! Files that change while somebody works on them: what a package is made of, looked at again and again.
//!
//! Looking beats being told here: it works on every disk (network shares, containers), an editor that saves by renaming
//! is nothing special, and a thousand files cost a few milliseconds.

use crate::world::{all_sources, slashes};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// Time between two looks.
const BEAT: Duration = Duration::from_millis(200);
/// Files that nobody touched for so long are whole: an editor writes several times for one save.
const QUIET: Duration = Duration::from_millis(60);
/// Somebody who never stops writing is not waited for longer than this.
const LONGEST: Duration = Duration::from_secs(2);

/// What tells one state of a file from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    changed: Option<SystemTime>,
    size: u64,
}

/// The files below some paths, as they were seen last.
#[derive(Debug)]
pub struct Changes {
    roots: Vec<PathBuf>,
    seen: BTreeMap<PathBuf, Stamp>,
}

impl Changes {
    /// Watches files, and in folders the sources and manifests at any depth.
    pub fn of(roots: Vec<PathBuf>) -> Self {
        let seen = look(&roots);
        Changes { roots, seen }
    }

    /// Watches these, too, from now on; what is watched already stays as it was seen.
    pub fn also(&mut self, roots: Vec<PathBuf>) {
        let new: Vec<PathBuf> = roots.into_iter().filter(|path| !self.roots.contains(path)).collect();
        for (path, stamp) in look(&new) {
            self.seen.entry(path).or_insert(stamp);
        }
        self.roots.extend(new);
    }

    /// How many files are watched.
    pub fn len(&self) -> usize {
        self.seen.len()
    }

    /// What came, went or changed since the last look.
    pub fn poll(&mut self) -> Vec<String> {
        let now = look(&self.roots);
        let came = now.iter().filter(|(path, stamp)| self.seen.get(*path) != Some(stamp)).map(|(path, _)| path);
        let went = self.seen.keys().filter(|path| !now.contains_key(*path));
        let mut changed: Vec<String> = came.chain(went).map(|path| slashes(path)).collect();
        changed.sort();
        self.seen = now;
        changed
    }

    /// Waits until something changed and is quiet again. Empty where `go_on` says to stop.
    pub fn wait(&mut self, go_on: impl Fn() -> bool) -> Vec<String> {
        while go_on() {
            let mut changed = self.poll();
            if !changed.is_empty() {
                self.settle(&mut changed);
                return changed;
            }
            thread::sleep(BEAT);
        }
        Vec::new()
    }

    fn settle(&mut self, changed: &mut Vec<String>) {
        let mut waited = Duration::ZERO;
        while waited < LONGEST {
            thread::sleep(QUIET);
            waited += QUIET;
            let more = self.poll();
            if more.is_empty() {
                break;
            }
            changed.extend(more);
        }
        changed.sort();
        changed.dedup();
    }
}

fn look(roots: &[PathBuf]) -> BTreeMap<PathBuf, Stamp> {
    let mut seen = BTreeMap::new();
    for root in roots {
        if !root.is_dir() {
            note(root, &mut seen);
            continue;
        }
        // A folder that cannot be read has nothing to see; the check itself says why.
        for source in all_sources(root).unwrap_or_default() {
            let start = if root == Path::new(".") { Path::new("") } else { root };
            for folder in source.ancestors().skip(1).take_while(|folder| folder.starts_with(start)) {
                note(&folder.join("tm.toml"), &mut seen);
            }
            note(&source, &mut seen);
        }
        note(&root.join("tm.toml"), &mut seen);
    }
    seen
}

fn note(path: &Path, seen: &mut BTreeMap<PathBuf, Stamp>) {
    if let Ok(about) = fs::metadata(path) {
        seen.insert(path.to_owned(), Stamp { changed: about.modified().ok(), size: about.len() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn what_comes_goes_and_changes_is_told_once() {
        let dir = tempfile::tempdir().unwrap();
        let path = |name: &str| dir.path().join(name);
        fs::create_dir(path("in")).unwrap();
        for name in ["a.tm", "in/b.tm", "notes.txt"] {
            fs::write(path(name), "x").unwrap();
        }
        let mut changes = Changes::of(vec![dir.path().to_owned()]);
        assert_eq!((changes.len(), changes.poll().len()), (2, 0));
        fs::write(path("a.tm"), "longer").unwrap();
        fs::write(path("notes.txt"), "longer").unwrap();
        fs::write(path("in/tm.toml"), "").unwrap();
        fs::remove_file(path("in/b.tm")).unwrap();
        fs::write(path("in/c.tm"), "").unwrap();
        let told = |names: &[&str]| names.iter().map(|name| slashes(&path(name))).collect::<Vec<_>>();
        assert_eq!(changes.poll(), told(&["a.tm", "in/b.tm", "in/c.tm", "in/tm.toml"]));
        assert_eq!(changes.poll().len(), 0);
        changes.also(vec![path("notes.txt"), path("gone.txt")]);
        assert_eq!(changes.poll().len(), 0);
        fs::write(path("notes.txt"), "").unwrap();
        fs::write(path("gone.txt"), "").unwrap();
        assert_eq!(changes.poll(), told(&["gone.txt", "notes.txt"]));
    }

    #[test]
    fn waiting_ends_when_all_is_quiet_or_nobody_wants_more() {
        let dir = tempfile::tempdir().unwrap();
        let (first, second) = (dir.path().join("a.tm"), dir.path().join("b.tm"));
        let mut changes = Changes::of(vec![dir.path().to_owned()]);
        fs::write(&first, "one").unwrap();
        let late = second.clone();
        let writer = thread::spawn(move || {
            thread::sleep(QUIET / 3);
            fs::write(late, "two").unwrap();
        });
        let changed = changes.wait(|| true);
        writer.join().unwrap();
        assert_eq!(changed, [slashes(&first), slashes(&second)]);
        let looks = Cell::new(0);
        let stop = || {
            looks.set(looks.get() + 1);
            looks.get() < 3
        };
        assert_eq!(changes.wait(stop), Vec::<String>::new());
    }
}
