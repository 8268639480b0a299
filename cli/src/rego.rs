//! Policies in Rego, read from disk or from the revision that judges, and held against documents.

use crate::args::Terms;
use crate::bounds;
use crate::evidence;
use crate::exit::Failure;
use crate::git::{self, Held, Revision};
use crate::guard::within;
use crate::sides::{Place, no_revision};
use crate::terminal::text::clean;
use crate::world::{Files, slashes};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tm_compiler::document::{Against, Document, Gate, Location};
use tm_pipeline::diff::{Change, What};
use tm_pipeline::policy::{BadPolicy, Limits, Policies, hold};

/// Files larger than this are no policies.
const LARGEST: u64 = 1 << 20;

/// Reading policies, or asking them about one model, may take so long.
const PATIENCE: Duration = Duration::from_secs(15);

/// What judges beside the models.
#[derive(Clone, Default)]
pub struct Judges {
    /// The policies; none where nobody named any.
    policies: Option<Arc<Policies>>,
    /// Policies of the revision that judges which the change changes.
    changed: Vec<Against>,
}

/// Texts of policies, by the names of their files.
type Texts = BTreeMap<String, String>;

/// Reads policies: files, and the `.rego` files right in folders but for their tests. Where a change is judged, those that
/// its revision holds are read from there: what judges a change is no part of it.
///
/// # Errors
/// Where one cannot be read, or is wrong.
pub fn read(terms: &Terms, model: &Path) -> Result<Judges, Failure> {
    let mut judges = Judges::default();
    if terms.policy.is_empty() {
        return Ok(judges);
    }
    let earlier = Earlier::of(terms, model)?;
    let mut sources = Vec::new();
    for path in &terms.policy {
        match earlier.as_ref().map_or(Ok(None), |earlier| earlier.texts(path, &mut judges.changed))? {
            Some(texts) => sources.extend(texts),
            None => sources.extend(texts(path)?),
        }
    }
    let policies = asked(move || Policies::read(sources, Limits::default()))?;
    Ok(Judges { policies: Some(Arc::new(policies)), ..judges })
}

/// Policies that are otherwise than in a revision.
///
/// # Errors
/// Where the text names no revision, or one of them cannot be read.
pub fn changes(policies: &[PathBuf], text: &str, model: &Path) -> Result<Vec<Change>, Failure> {
    let earlier = Earlier::at(text, model)?;
    let mut changed = Vec::new();
    for path in policies {
        if earlier.texts(path, &mut changed)?.is_none() {
            changed.extend(texts(path)?.into_iter().map(|(name, _)| against(&name, What::Added.word(), true)));
        }
    }
    let what = |one: &Against| {
        let begins = |what: &What| one.text.starts_with(what.word());
        [What::Added, What::Removed].into_iter().find(begins).unwrap_or(What::Changed)
    };
    Ok(changed.iter().map(|one| Change::of_policy(&one.subject, what(one))).collect())
}

impl Judges {
    /// What policies say of a document; it becomes part of it.
    ///
    /// # Errors
    /// Where a policy fails.
    pub fn judge(&self, document: &mut Document) -> Result<(), Failure> {
        let Some(policies) = &self.policies else { return Ok(()) };
        judge(policies, document)?;
        if !self.changed.is_empty() {
            let against = std::mem::take(&mut document.summary.gate.against);
            document.summary.gate = Gate::of(against.into_iter().chain(self.changed.iter().cloned()).collect(), true);
        }
        Ok(())
    }
}

/// The repository whose revision judges.
struct Earlier {
    revision: String,
    root: PathBuf,
    world: Revision,
}

impl Earlier {
    fn of(terms: &Terms, model: &Path) -> Result<Option<Self>, Failure> {
        let text = terms.against.as_deref().filter(|_| !terms.allow_governance);
        text.map(|text| Self::at(text, model)).transpose()
    }

    fn at(text: &str, model: &Path) -> Result<Self, Failure> {
        let Place::Revision(revision, _) = Place::read(text) else { return Err(no_revision(text)) };
        let root = git::root(model)?;
        let world = Revision::at(&revision, &root, "", Box::new(Files::new(model, None)))?;
        Ok(Earlier { revision, root, world })
    }

    /// The policies of the revision at a path, and what of them is otherwise now. None where the path is not in the
    /// repository, or the revision has nothing there.
    fn texts(&self, path: &Path, changed: &mut Vec<Against>) -> Result<Option<Vec<(String, String)>>, Failure> {
        let whole = git::whole(path)?;
        if !whole.starts_with(&self.root) {
            return Ok(None);
        }
        let before = match self.world.policies(&slashes(&whole))? {
            Held::Nothing => return Ok(None),
            Held::Module { folder, commit } => {
                if git::commit_of(&self.root.join(&folder)).as_deref() != Some(commit.as_str()) {
                    changed.push(against(&slashes(path), "the submodule that holds it is at another commit", false));
                }
                return Ok(None);
            }
            Held::Texts(texts) => texts,
        };
        let start = slashes(&whole);
        let shown = |name: String| {
            name.strip_prefix(&start)
                .map(|rest| format!("{}{rest}", slashes(path).trim_end_matches('/')))
                .unwrap_or(name)
        };
        let before: Texts = before.into_iter().map(|(name, text)| (shown(name), text)).collect();
        let now: Texts =
            if path.exists() { texts(path).unwrap_or_default().into_iter().collect() } else { Texts::new() };
        let names: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
        changed.extend(names.into_iter().filter_map(|name| {
            let what = match (before.get(name), now.get(name)) {
                (Some(one), Some(other)) if one == other => return None,
                (Some(_), Some(_)) => "changed",
                (Some(_), None) => "removed",
                (None, _) => "added",
            };
            Some(against(name, what, now.contains_key(name)))
        }));
        Ok(Some(before.into_iter().map(|(name, text)| (format!("git:{}:{name}", self.revision), text)).collect()))
    }
}

fn against(subject: &str, what: &str, there: bool) -> Against {
    let file = if there { subject.to_owned() } else { String::new() };
    let line = usize::from(there);
    Against {
        kind: "governance".into(),
        subject: subject.to_owned(),
        text: format!("{what}; `--allow-governance` lets it count"),
        location: Location { file, line, column: line, end_line: line, end_column: line, embedded: false },
    }
}

fn texts(path: &Path) -> Result<Vec<(String, String)>, Failure> {
    files(path)?.iter().map(|file| Ok((slashes(file), text(file)?))).collect()
}

/// What policies say of a document; it becomes part of it.
///
/// # Errors
/// Where a policy fails.
fn judge(policies: &Arc<Policies>, document: &mut Document) -> Result<(), Failure> {
    let input = serde_json::to_string(document).map_err(|error| Failure::new(format!("cannot write JSON: {error}")))?;
    let policies = Arc::clone(policies);
    let said = asked(move || policies.judge(&input))?;
    for line in &said.prints {
        eprintln!("{}", clean(line));
    }
    hold(said.findings, document);
    Ok(())
}

/// The engine looks at the clock while it evaluates, but not while it reads, and a few dozen brackets are enough to keep
/// its parser busy for ever.
fn asked<T: Send + 'static>(work: impl FnOnce() -> Result<T, BadPolicy> + Send + 'static) -> Result<T, Failure> {
    within(PATIENCE, "reading and asking the policies", move || work().map_err(|bad| mistake(&bad)))
}

fn mistake(bad: &BadPolicy) -> Failure {
    Failure::new(format!("a policy is wrong: {bad}"))
}

fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = evidence::files(path)?;
    if path.is_dir() {
        let name = |file: &Path| file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        found.retain(|file| name(file).ends_with(".rego") && !name(file).ends_with("_test.rego"));
    }
    if found.is_empty() {
        return Err(Failure::new(format!("there is no `.rego` file in `{}`", path.display())));
    }
    Ok(found)
}

fn text(file: &Path) -> Result<String, Failure> {
    bounds::check(file)?;
    String::from_utf8(evidence::bytes(file, LARGEST)?)
        .map_err(|_| Failure::new(format!("the policy `{}` is not UTF-8 text", file.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policies_that_take_for_ever_are_left_alone() {
        let nested = format!("package p\nx := {}1{}\n", "[".repeat(30), "]".repeat(30));
        let read =
            move || Policies::read(vec![("a.rego".into(), nested)], Limits::default()).map_err(|bad| mistake(&bad));
        let failed = within(Duration::from_secs(1), "reading", read);
        assert_eq!(failed.err().unwrap().message, "reading takes longer than 1 s");
        let broken = within(Duration::from_secs(60), "reading", || -> Result<(), Failure> { panic!("lost") });
        assert!(broken.unwrap_err().message.contains("broke down"));
    }
}
