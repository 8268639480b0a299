//! Which lines of the sources changed, and which of them caused something.

use super::{Line, Side};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::document::Location;

/// Lines that are told as the cause of one change.
const MOST: usize = 5;
/// Pairs of files with more lines than this that differ are taken to differ wholly.
const LARGEST: usize = 20_000;

/// The changed lines of all files, by path without what differs between the sides.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    added: BTreeMap<String, Changed>,
    removed: BTreeMap<String, Changed>,
}

#[derive(Clone, Debug, Default)]
struct Changed {
    path: String,
    lines: BTreeMap<usize, String>,
}

impl Lines {
    pub(super) fn between(old: &Side<'_>, new: &Side<'_>) -> Self {
        let mut lines = Lines::default();
        let (olds, news) = (texts(old), texts(new));
        let keys: BTreeSet<&str> = olds.keys().chain(news.keys()).copied().collect();
        for key in keys {
            let (before, after) = (olds.get(key), news.get(key));
            let (gone, come) = compare(before.map_or("", |(_, text)| text), after.map_or("", |(_, text)| text));
            if let Some((path, text)) = before {
                lines.removed.insert(key.to_owned(), Changed::new(path, text, &gone));
            }
            if let Some((path, text)) = after {
                lines.added.insert(key.to_owned(), Changed::new(path, text, &come));
            }
        }
        lines
    }

    /// The changed lines among some places, in the order of the places: of the new model first, then of the old one.
    pub(super) fn causes(&self, new: &[(&str, usize, usize)], old: &[(&str, usize, usize)]) -> Vec<Line> {
        let mut found: Vec<Line> = Vec::new();
        for (places, files, removed) in [(new, &self.added, false), (old, &self.removed, true)] {
            for (file, first, last) in places {
                let Some(changed) = files.get(*file) else { continue };
                for (line, text) in changed.lines.range(*first..=(*last).max(*first)) {
                    let line = Line { file: changed.path.clone(), line: *line, removed, text: text.clone() };
                    if !found.contains(&line) && found.len() < 2 * MOST {
                        found.push(line);
                    }
                }
            }
        }
        found.truncate(MOST);
        found
    }
}

impl Lines {
    /// All changed lines where they are few: one of them did it.
    pub(super) fn few(&self) -> Vec<Line> {
        fn whole(files: &BTreeMap<String, Changed>) -> Vec<(&str, usize, usize)> {
            files.keys().map(|file| (file.as_str(), 1, usize::MAX)).collect()
        }
        let size = self.added.values().chain(self.removed.values()).map(|file| file.lines.len()).sum::<usize>();
        if size > MOST { Vec::new() } else { self.causes(&whole(&self.added), &whole(&self.removed)) }
    }
}

impl Changed {
    fn new(path: &str, text: &str, numbers: &BTreeSet<usize>) -> Self {
        let says = |line: &str| line.chars().any(char::is_alphanumeric) && !line.starts_with("//");
        let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
        let lines = lines.filter(|(at, line)| numbers.contains(at) && says(line));
        Changed { path: path.to_owned(), lines: lines.map(|(at, line)| (at, cut(line))).collect() }
    }
}

/// A line that fits into a comment.
fn cut(line: &str) -> String {
    match line.char_indices().nth(200) {
        Some((at, _)) => format!("{} …", &line[..at]),
        None => line.to_owned(),
    }
}

/// The place of a location, for [`Lines::causes`]; embedded files do not change.
pub(super) fn place<'a>(side: &Side<'_>, location: &'a Location) -> (&'a str, usize, usize) {
    if location.embedded {
        return ("", 0, 0);
    }
    (side.path(&location.file), location.line, location.end_line)
}

fn texts<'a>(side: &'a Side<'_>) -> BTreeMap<&'a str, (&'a str, &'a str)> {
    let all = side.files.iter().chain(&side.others);
    all.map(|(path, text)| (side.path(path), (path.as_str(), *text))).collect()
}

/// Numbers of the lines that went, and of those that came.
fn compare(old: &str, new: &str) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let room = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(room).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let mut found = (BTreeSet::new(), BTreeSet::new());
    if old.len().max(new.len()) > LARGEST {
        found.0.extend((1..=old.len()).map(|line| line + head));
        found.1.extend((1..=new.len()).map(|line| line + head));
        return found;
    }
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        if !matches!(op, DiffOp::Equal { .. }) {
            found.0.extend(op.old_range().map(|line| line + head + 1));
            found.1.extend(op.new_range().map(|line| line + head + 1));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_went_and_came() {
        let sets = |old: &str, new: &str| {
            let (gone, come) = compare(old, new);
            (gone.into_iter().collect::<Vec<_>>(), come.into_iter().collect::<Vec<_>>())
        };
        assert_eq!(sets("a\nb\nc", "a\nb\nc"), (vec![], vec![]));
        assert_eq!(sets("a\nb\nc", "a\nx\nc"), (vec![2], vec![2]));
        assert_eq!(sets("a\nc", "a\nb\nc"), (vec![], vec![2]));
        assert_eq!(sets("a\na\na", "a\na"), (vec![3], vec![]));
        assert_eq!(sets("", "a"), (vec![], vec![1]));
    }
}
