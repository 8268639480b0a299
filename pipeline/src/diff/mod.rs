//! What changed between two models: parts, exposure, threats and risk, what they are judged by, and the lines that did it.
//!
//! ```text
//! parts ─┐
//! threats ├──▶ changes, each with its class and the changed source lines that caused it ──▶ Markdown · JSON (text: in the command)
//! governance ┘
//! ```

mod exposure;
mod governed;
mod lines;
mod markdown;
mod parts;
mod threats;
mod words;

pub(crate) use governed::called;
pub use markdown::markdown;
pub use words::{heading, tally};

use lines::Lines;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::document::Document;

/// One side of a comparison.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    /// What a reader calls it: a path, or `git:REV`.
    pub name: String,
    /// The analysis, with the proofs of its threats.
    pub document: &'a Document,
    /// Name of its root package; ids of its own rules begin with it.
    pub package: String,
    /// Texts of the root package's files, by path.
    pub files: BTreeMap<String, &'a str>,
    /// Texts of all other files that are no part of the embedded library: manifests, libraries of one's own.
    pub others: BTreeMap<String, &'a str>,
    /// Where findings about a part are, in words, by the id of the part: its `code`, `image` and `resource`.
    pub places: BTreeMap<String, String>,
    /// Names of types that libraries declare.
    pub foreign: BTreeSet<String>,
    /// Beginning of the paths that differs between the sides though the files are the same; may be empty.
    pub root: String,
}

impl Side<'_> {
    /// A path without what differs between the sides.
    fn path<'p>(&self, path: &'p str) -> &'p str {
        path.strip_prefix(self.root.as_str()).unwrap_or(path)
    }

    /// The id of a rule or a threat without the name of the root package, which a renamed file changes.
    fn own<'p>(&self, id: &'p str) -> &'p str {
        let rest = id.strip_prefix(self.package.as_str());
        rest.and_then(|rest| rest.strip_prefix('.')).unwrap_or(id)
    }
}

/// How much a change matters. The first three are nested: what fails for `risk` fails for `exposure`, and that for `identity`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Class {
    /// A score rose, a threat is new.
    Risk,
    /// A boundary went, a flow crosses a new one, data goes to a new place, a control went.
    Exposure,
    /// An id that tickets refer to is another, or went.
    Identity,
    /// What the model is judged by is another.
    Governance,
    /// None of these.
    Other,
}

impl Class {
    /// All of them, in the order of their weight.
    pub const ALL: [Class; 5] = [Class::Risk, Class::Exposure, Class::Identity, Class::Governance, Class::Other];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Class::Risk => "risk",
            Class::Exposure => "exposure",
            Class::Identity => "identity",
            Class::Governance => "governance",
            Class::Other => "other",
        }
    }

    /// True where somebody who fails for `asked` fails for this.
    pub fn within(self, asked: Class) -> bool {
        match asked {
            Class::Governance | Class::Other => self == asked,
            asked => self <= asked,
        }
    }
}

/// What happened to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// It was not there.
    Added,
    /// It is no longer there.
    Removed,
    /// It is in another boundary.
    Moved,
    /// It has another name.
    Renamed,
    /// It is otherwise.
    Changed,
}

impl What {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            What::Added => "added",
            What::Removed => "removed",
            What::Moved => "moved",
            What::Renamed => "renamed",
            What::Changed => "changed",
        }
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Change {
    /// How much it matters.
    pub class: Class,
    /// `actor`, `process`, `store`, `boundary`, `flow`, `data`, `crossing`, `exposure`, `control`, `threat`, `model`, what is said beside the system: `attacker`, `goal`, `attack`, `objective`, `assumption`, `view`, `test`, or what a model is judged by: `decision`, `policy`, `change`, `rule`, `use`, `attribute`, `located`, `library`.
    pub sort: String,
    /// What happened.
    pub what: What,
    /// Its id, in the new model where it is there.
    pub id: String,
    /// Its id in the old model, where that was another.
    pub was: String,
    /// In words.
    pub text: String,
    /// What is otherwise, one by one.
    pub details: Vec<Detail>,
    /// The changed lines that did it; empty where no line of the model did (a newer library, another day).
    pub causes: Vec<Line>,
    /// Place on the scale of risk, for threats.
    #[serde(skip)]
    pub rank: usize,
}

/// A value that is another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Detail {
    /// Of what.
    pub name: String,
    /// Value in the old model.
    pub old: String,
    /// Value in the new model.
    pub new: String,
}

/// A line of the source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Line {
    /// Path of the file.
    pub file: String,
    /// Number of the line, from 1.
    pub line: usize,
    /// True for a line of the old model that is no longer there.
    pub removed: bool,
    /// The line.
    pub text: String,
}

/// How often each class occurs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[expect(missing_docs, reason = "named after the classes")]
pub struct Counts {
    pub risk: usize,
    pub exposure: usize,
    pub identity: usize,
    pub governance: usize,
    pub other: usize,
}

/// What changed between two models.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Diff {
    /// Version of this format.
    pub format: &'static str,
    /// Name of the old model.
    pub old: String,
    /// Name of the new model.
    pub new: String,
    /// Title of the new model.
    pub title: String,
    /// How often each class occurs.
    pub counts: Counts,
    /// The changes, those that matter most first.
    pub changes: Vec<Change>,
}

/// Compares two models.
pub fn diff(old: &Side<'_>, new: &Side<'_>) -> Diff {
    let lines = Lines::between(old, new);
    let pairs = parts::pairs(old.document, new.document);
    let context = Context { old, new, lines: &lines, pairs: &pairs };
    let mut changes = parts::changes(&context);
    changes.extend(exposure::changes(&context));
    changes.extend(threats::changes(&context));
    changes.extend(governed::changes(old, new, &pairs, &lines));
    changes.extend(governed::aims(old, new, &pairs, &lines));
    sort(&mut changes);
    let model = &new.document.model;
    let title = if model.title.is_empty() { model.name.clone() } else { model.title.clone() };
    Diff { format: "1", old: old.name.clone(), new: new.name.clone(), title, counts: counts(&changes), changes }
}

fn sort(changes: &mut [Change]) {
    changes.sort_by(|a, b| {
        (a.class, std::cmp::Reverse(a.rank))
            .cmp(&(b.class, std::cmp::Reverse(b.rank)))
            .then_with(|| (&a.sort, a.what, &a.id, &a.text).cmp(&(&b.sort, b.what, &b.id, &b.text)))
    });
}

impl Change {
    /// A policy in another language than that of models, by the name of its file.
    pub fn of_policy(file: &str, what: What) -> Self {
        governed::change(Class::Governance, "policy", what, file, Vec::new())
    }
}

impl Diff {
    /// Adds changes that are not of the models themselves.
    pub fn also(&mut self, changes: Vec<Change>) {
        self.changes.extend(changes);
        sort(&mut self.changes);
        self.counts = counts(&self.changes);
    }

    /// True where a change of one of these classes (or of one within them) is there.
    pub fn fails(&self, asked: &[Class]) -> bool {
        self.changes.iter().any(|change| asked.iter().any(|class| change.class.within(*class)))
    }

    /// The changes of one class.
    pub fn of(&self, class: Class) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.class == class)
    }
}

fn counts(changes: &[Change]) -> Counts {
    let count = |class: Class| changes.iter().filter(|change| change.class == class).count();
    Counts {
        risk: count(Class::Risk),
        exposure: count(Class::Exposure),
        identity: count(Class::Identity),
        governance: count(Class::Governance),
        other: count(Class::Other),
    }
}

/// What models are judged by: the differences alone, without those of the models.
pub fn governance(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let pairs = parts::pairs(old.document, new.document);
    let mut changes = governed::changes(old, new, &pairs, &Lines::between(old, new));
    changes.retain(|change| change.class == Class::Governance);
    changes
}

/// What has another name: the present one by the earlier one.
pub fn renamed<'a>(old: &'a Document, new: &'a Document) -> BTreeMap<&'a str, &'a str> {
    let pairs = parts::pairs(old, new);
    pairs.to_new.into_iter().filter(|(was, now)| was != now).collect()
}

/// Flows that lead from or to something else than before, by the ids that they had: what was known or decided about them
/// was about other conversations.
pub fn rerouted(old: &Document, new: &Document) -> BTreeSet<String> {
    parts::rerouted(&parts::pairs(old, new)).map(str::to_owned).collect()
}

/// Facts of which less follows than before: guards that are gone or unknown, data that weighs less, what is external, of
/// another type or in another boundary now.
pub fn weakened(old: &Side<'_>, new: &Side<'_>) -> Vec<Change> {
    let lines = Lines::between(old, new);
    let pairs = parts::pairs(old.document, new.document);
    let mut changes = parts::changes(&Context { old, new, lines: &lines, pairs: &pairs });
    // Of what another type is, rules ask other things.
    let retyped = |one: &Change| one.details.iter().any(|detail| detail.name == "type");
    changes.retain(|one| {
        one.what == What::Changed && (one.class == Class::Exposure && one.sort != "control" || retyped(one))
            || one.what == What::Moved
    });
    changes.extend(governed::founded(old, new, &lines));
    changes
}

/// What all comparisons need.
struct Context<'a> {
    old: &'a Side<'a>,
    new: &'a Side<'a>,
    lines: &'a Lines,
    pairs: &'a parts::Pairs<'a>,
}
