//! A change judged by what held before it: the new model's world, with what judges it as in a revision.

use crate::world::Files;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;
use tm_compiler::decl::Name;
use tm_compiler::diagnostic::Severity;
use tm_compiler::evidence::Evidence;
use tm_compiler::package::{Place, default_name, locate};
use tm_compiler::world::{EmbeddedFile, ReadError, World};
use tm_compiler::{Analysis, Outcome, analyse};
use tm_pipeline::governance::Entry;
use tm_pipeline::judged::{Judged, Texts, judged};

/// Times that statements which no longer fit are dropped, before giving up.
const ROUNDS: usize = 100;

/// The new model, judged by the old one's appetite, policies, decisions, rules and libraries, in which what is `renamed` is
/// called as it is now.
///
/// # Errors
/// The analysis with its errors, where the new model means nothing under the old rules.
pub fn judge(
    revision: &str,
    old: (&dyn World, &Analysis),
    new: (&Files, &Analysis),
    renamed: &BTreeMap<&str, &str>,
) -> Result<Verdict, Arc<Analysis>> {
    let (before, now) = (texts(old.1), texts(new.1));
    let texts = judged(&before, &now, renamed);
    let place = locate(new.0, &new.0.entry());
    let alone = matches!(place, Place::File(_)).then(|| default_name(&place, true));
    let entry = match place {
        Place::File(path) => path.trim_end_matches(".tm").to_owned(),
        Place::Folder(path) | Place::Embedded(path) => path,
    };
    let mut world =
        Mixed { entry, alone, revision: revision.to_owned(), texts, dropped: Vec::new(), old: old.0, new: new.0 };
    let mut analysis = analyse(&world);
    for _ in 0..ROUNDS {
        if analysis.outcome() != Outcome::Invalid {
            return Ok(Verdict { analysis, dropped: world.dropped });
        }
        if !world.fit(&analysis) {
            break;
        }
        analysis = analyse(&world);
    }
    Err(analysis)
}

/// The new model under the old rules.
pub struct Verdict {
    /// What came out.
    pub analysis: Arc<Analysis>,
    /// Statements of the revision that mean nothing in the new model: decisions about what is gone, and policies that name
    /// it.
    pub dropped: Vec<Entry>,
}

fn texts(analysis: &Analysis) -> Texts<'_> {
    let own = analysis.root_files.iter().filter_map(|id| analysis.sources().file(*id));
    own.map(|file| (file.path.as_str(), &*file.text)).collect()
}

/// The new model's description and what judged the old one, as one package.
struct Mixed<'a> {
    entry: String,
    /// The name of a package that is one file: it becomes a folder of this name that holds it and what judges it.
    alone: Option<Name>,
    revision: String,
    texts: Judged,
    /// Statements of the revision that mean nothing in the new model.
    dropped: Vec<Entry>,
    old: &'a dyn World,
    new: &'a Files,
}

impl Mixed<'_> {
    /// The path by which a file of the revision goes here.
    fn shown(&self, path: &str) -> String {
        format!("git:{}:{path}", self.revision)
    }

    fn judging<'p>(&self, path: &'p str) -> Option<&'p str> {
        path.strip_prefix("git:")?.strip_prefix(self.revision.as_str())?.strip_prefix(':')
    }

    /// Drops what no longer fits the model; true where there was something.
    fn fit(&mut self, analysis: &Analysis) -> bool {
        let errors = analysis.diagnostics().iter().filter(|one| one.severity == Severity::Error);
        let before = self.dropped.len();
        for error in errors {
            let Some(file) = analysis.sources().file(error.span().file) else { continue };
            if let Some(path) = self.judging(&file.path).map(str::to_owned) {
                self.dropped.extend(self.texts.drop_at(&path, error.span().start as usize));
            }
        }
        self.dropped.len() > before
    }
}

impl World for Mixed<'_> {
    fn entry(&self) -> String {
        self.entry.clone()
    }

    fn today(&self) -> Date {
        self.new.today()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        if let Some(text) = self.judging(path).and_then(|path| self.texts.judging.get(path)) {
            return Ok(text.clone().into_bytes());
        }
        if let Some(text) = self.texts.described.get(path) {
            return Ok(text.clone().into_bytes());
        }
        if let Some(name) = self.alone.as_ref().filter(|_| path.ends_with("tm.toml")) {
            let own = path.strip_prefix(self.entry.as_str()) == Some("/tm.toml");
            return if own { Ok(format!("name = \"{name}\"\n").into_bytes()) } else { Err(ReadError::Missing) };
        }
        self.old.read(path)
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, ReadError> {
        if folder != self.entry {
            return self.old.list(folder);
        }
        let judging = self.texts.judging.keys().map(|path| self.shown(path));
        Ok(self.texts.described.keys().cloned().chain(judging).collect())
    }

    fn is_folder(&self, path: &str) -> bool {
        path == self.entry || self.old.is_folder(path)
    }

    fn embedded(&self, package: &str) -> Vec<EmbeddedFile> {
        self.new.embedded(package)
    }

    fn embedded_packages(&self) -> Vec<String> {
        self.new.embedded_packages()
    }

    fn library_version(&self) -> String {
        self.new.library_version()
    }

    fn evidence(&self) -> Arc<Evidence> {
        self.new.evidence()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_revision_go_by_its_name() {
        let files = Files::new(std::path::Path::new("shop.tm"), None);
        let mixed = Mixed {
            entry: "shop".into(),
            alone: Some("shop".into()),
            revision: "main".into(),
            texts: Judged {
                described: BTreeMap::from([("shop.tm".into(), "a".into())]),
                judging: BTreeMap::from([("shop.tm".into(), "b".into())]),
            },
            dropped: Vec::new(),
            old: &files,
            new: &files,
        };
        assert_eq!(mixed.list("shop"), Ok(vec!["shop.tm".to_owned(), "git:main:shop.tm".to_owned()]));
        assert_eq!(mixed.read("git:main:shop.tm"), Ok(b"b".to_vec()));
        assert_eq!(mixed.read("shop.tm"), Ok(b"a".to_vec()));
        assert_eq!(mixed.read("shop/tm.toml"), Ok(b"name = \"shop\"\n".to_vec()));
        assert_eq!(mixed.read("tm.toml"), Err(ReadError::Missing));
    }
}
