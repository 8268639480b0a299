//! Texts that are open in the editor, and the World that reads them before the disk.

use crate::position::{Encoding, Lines, Place};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;
use tm_compiler::world::{EmbeddedFile, ReadError, World};

/// An open text.
#[derive(Clone, Debug)]
pub struct Buffer {
    /// The editor's number for this state of it.
    pub version: i32,
    /// The text with its lines.
    pub lines: Lines,
}

/// A change of a text: all of it, or what stands between two places.
#[derive(Clone, Debug)]
pub struct Change {
    /// Where; the whole text where absent.
    pub range: Option<(Place, Place)>,
    /// The new text.
    pub text: String,
}

impl Buffer {
    /// The text after changes, each of which is about the result of those before it.
    #[must_use]
    pub fn after(&self, version: i32, changes: &[Change], encoding: Encoding) -> Self {
        let mut lines = self.lines.clone();
        for change in changes {
            let text: Arc<str> = match change.range {
                None => change.text.as_str().into(),
                Some((start, end)) => {
                    let range = lines.range(start, end, encoding);
                    let old = lines.text();
                    [&old[..range.start], &change.text, &old[range.end..]].concat().into()
                }
            };
            lines = Lines::new(text);
        }
        Self { version, lines }
    }
}

/// All open texts by path.
pub type Buffers = BTreeMap<String, Buffer>;

/// Open texts before those of another World; the package to analyse is chosen here.
pub struct Overlay<'a> {
    /// The World below.
    pub below: &'a dyn World,
    /// The open texts.
    pub buffers: &'a Buffers,
    /// What to analyse.
    pub entry: String,
}

impl Overlay<'_> {
    /// True where a `tm.toml` below a folder makes what stands there another package.
    fn is_elsewhere(&self, folder: &str, path: &str) -> bool {
        let inner = path.strip_prefix(folder).unwrap_or(path).trim_start_matches('/');
        let mut ends = inner.match_indices('/').map(|(at, _)| at);
        ends.any(|at| {
            let manifest = join(folder, &format!("{}/tm.toml", &inner[..at]));
            !matches!(self.read(&manifest), Err(ReadError::Missing))
        })
    }
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{}/{name}", folder.trim_end_matches('/')) }
}

impl World for Overlay<'_> {
    fn entry(&self) -> String {
        self.entry.clone()
    }

    fn today(&self) -> Date {
        self.below.today()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        match self.buffers.get(path) {
            Some(buffer) => Ok(buffer.lines.text().as_bytes().to_vec()),
            None => self.below.read(path),
        }
    }

    /// Open texts count as files, also those that are not on the disk yet.
    fn list(&self, folder: &str) -> Result<Vec<String>, ReadError> {
        let prefix = join(folder, "");
        let inside = |path: &&String| path.starts_with(&prefix) && path.ends_with(".tm");
        let listed = self.below.list(folder);
        if let Err(ReadError::Failed(_)) = listed {
            return listed;
        }
        let mut paths = listed.clone().unwrap_or_default();
        for path in self.buffers.keys().filter(inside) {
            if paths.binary_search(path).is_err() && !self.is_elsewhere(folder, path) {
                paths.push(path.clone());
                paths.sort();
            }
        }
        if paths.is_empty() { listed } else { Ok(paths) }
    }

    fn is_folder(&self, path: &str) -> bool {
        self.below.is_folder(path)
    }

    fn embedded(&self, package: &str) -> Vec<EmbeddedFile> {
        self.below.embedded(package)
    }

    fn embedded_packages(&self) -> Vec<String> {
        self.below.embedded_packages()
    }

    fn library_version(&self) -> String {
        self.below.library_version()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(line: u32, column: u32) -> Place {
        Place { line, column }
    }

    #[test]
    fn changes_apply_in_order() {
        let buffer = Buffer { version: 1, lines: Lines::new("one\ntwo\n".into()) };
        let changes = [
            Change { range: Some((place(1, 0), place(1, 3))), text: "zwei".into() },
            Change { range: Some((place(1, 4), place(1, 4))), text: "!\n".into() },
            Change { range: Some((place(0, 0), place(1, 0))), text: String::new() },
        ];
        let after = buffer.after(2, &changes, Encoding::Utf16);
        assert_eq!(&**after.lines.text(), "zwei!\n\n");
        let whole = after.after(3, &[Change { range: None, text: "all".into() }], Encoding::Utf16);
        assert_eq!(&**whole.lines.text(), "all");
    }
}
