//! `tm check --against git:REV`: what a change makes new or worse, judged by what held before it.

use super::orphans::orphans;
use crate::args::Check;
use crate::exit::Failure;
use crate::judged::{self, Verdict};
use crate::sides::{self, Loaded, Place, no_revision, world};
use crate::world::{Files, packages};
use std::collections::BTreeSet;
use std::sync::Arc;
use tm_compiler::compose::Extent;
use tm_compiler::diagnostic::Severity;
use tm_compiler::document::{Against, Document, Gate, Location};
use tm_compiler::world::World;
use tm_compiler::{Analysis, Outcome};
use tm_pipeline::baseline::Baseline;
use tm_pipeline::diff::{Change, governance, renamed, rerouted, weakened};
use tm_pipeline::gate::{OUTGROWN, Terms, judge, place_of};
use tm_pipeline::governance::{Entry, entries};

/// How paths of a revision begin.
const REVISION: &str = "git:";

/// What came of judging by a revision.
#[derive(Default)]
pub(super) struct Compared {
    /// The appetite of the revision, where that judges and is not the model's own.
    pub appetite: Option<String>,
    /// Facts that guard or weigh less than in the revision.
    pub weaker: Vec<String>,
}

/// Judges a document against a revision; the verdict becomes that of its summary. What is `known` counts for a model that
/// the revision does not have.
///
/// # Errors
/// Where the revision cannot be read, or a level means nothing to the model.
pub(super) fn against(
    text: &str,
    args: &Check,
    analysis: &Arc<Analysis>,
    document: &mut Document,
    known: Baseline,
) -> Result<Compared, Failure> {
    let place = Place::read(text);
    let Place::Revision(revision, named) = &place else {
        return Err(no_revision(text));
    };
    let path = &args.model.path;
    let today = args.model.day.today;
    let world = world(&place, path, today)?;
    let old = Loaded::of(text, &*world, Extent { elements: true, ..Extent::listing(usize::MAX) });
    let new = Loaded::with(path.to_string_lossy().as_ref(), Files::new(path, today).entry(), analysis);
    let invalid = old.analysis.outcome() == Outcome::Invalid;
    let (mut governed, mut compared) = (Vec::new(), Compared::default());
    if invalid {
        governed.push(match is_there(&*world) {
            true => unjudged(&old.analysis, &format!("in `{text}` there is no valid model to judge by")),
            false => first(text, document),
        });
    } else {
        governed.extend(governance(&old.side(), &new.side()).into_iter().map(changed));
        governed.extend(orphans(&old.analysis, analysis));
        governed.extend(disguised(analysis));
        compared.weaker = weakened(&old.side(), &new.side()).into_iter().map(|change| change.text).collect();
    }
    if named.is_none() {
        governed.extend(taken_in(text, args, &*world)?);
    }
    let baseline = match invalid {
        true if is_there(&*world) => Baseline::default(),
        true => known,
        false => Baseline::with_decided(&old.document, &rerouted(&old.document, &new.document)),
    };
    baseline.mark(document);
    let allowed = args.terms.allow_governance;
    let mut found: Vec<Against> = match allowed || invalid {
        true => {
            let mut found = judged_by(document, args, &baseline)?.against;
            let fresh: BTreeSet<&str> = governed.iter().map(|one| one.subject.as_str()).collect();
            found.retain(|one| one.kind != OUTGROWN || !is_fresh(document, &one.subject, &fresh));
            found
        }
        false => {
            let files = Files::new(path, today).with(Arc::clone(&analysis.model.evidence));
            let names = renamed(&old.document, &new.document);
            match judged::judge(revision, (&*world, &old.analysis), (&files, analysis), &names) {
                Ok(verdict) => {
                    // To take away a decision that decides nothing any more loosens nothing.
                    let idle = idle(&verdict, &old.analysis);
                    governed.retain(|one| !(one.text.starts_with("removed") && idle.contains(&one.subject)));
                    governed.extend(unheard(&verdict, &governed));
                    by_old_rules(&verdict.analysis, document, args, &baseline)?
                }
                Err(judged) => {
                    vec![unjudged(&judged, &format!("judged by what holds in `{text}`, the model is not valid"))]
                }
            }
        }
    };
    if !allowed {
        found.extend(governed);
    }
    let sides = Sides { revision, old: &*world, new: analysis, document };
    for one in &mut found {
        sides.place(one);
    }
    document.summary.gate = Gate::of(found, true);
    let before = &old.document.model.appetite;
    let title = &old.document.model.appetite_title;
    let judges = !allowed && args.terms.fail_on.is_none() && !invalid;
    compared.appetite = (judges && *before != document.model.appetite).then(|| title.clone());
    Ok(compared)
}

/// True where the revision has anything at the path of the model.
fn is_there(world: &dyn World) -> bool {
    let entry = world.entry();
    world.read(&entry).is_ok() || world.list(&entry).is_ok_and(|files| !files.is_empty())
}

/// The first model: with it comes all that it is judged by.
fn first(text: &str, document: &Document) -> Against {
    Against {
        kind: "governance".into(),
        subject: "the whole model".into(),
        text: format!(
            "`{text}` has no model here, so all that it is judged by is new; `--allow-governance` judges it by its own \
             appetite, policies and decisions, and by a `--baseline` that is named"
        ),
        location: document.model.location.clone().unwrap_or_default(),
    }
}

/// Files that are called as those of a revision are: judged by the old rules, what stands in them would be taken for its.
fn disguised(analysis: &Analysis) -> Vec<Against> {
    let files = analysis.root_files.iter().filter_map(|id| analysis.sources().file(*id));
    let called = files.filter(|file| file.path.starts_with(REVISION));
    let against = called.map(|file| Against {
        kind: "governance".into(),
        subject: file.path.clone(),
        text: format!("names that begin with `{REVISION}` are those of files of a revision; give it another"),
        location: Location::default(),
    });
    against.collect()
}

/// Packages that the revision judges each by itself, and nobody looks at any more: the folder around them is one now.
fn taken_in(text: &str, args: &Check, world: &dyn World) -> Result<Vec<Against>, Failure> {
    let path = &args.model.path;
    let one = world.read(&format!("{}/tm.toml", world.entry())).is_ok();
    if one || !path.is_dir() || packages(path).is_ok_and(|packages| !packages.is_empty()) {
        return Ok(Vec::new());
    }
    let before = sides::packages(text, path, args.model.day.today)?;
    let taken = before.into_iter().map(|package| Against {
        kind: "governance".into(),
        text: format!("not checked any more: `{}` is one package now; `--allow-governance` lets it be", path.display()),
        subject: package,
        location: Location::default(),
    });
    Ok(taken.collect())
}

/// True where the decision about a threat is one that the change makes or changes.
fn is_fresh(document: &Document, threat: &str, fresh: &BTreeSet<&str>) -> bool {
    let threat = document.threats.iter().find(|one| one.id == threat);
    let decision = threat.and_then(|threat| document.decisions.get(threat.decision?));
    decision.is_some_and(|one| {
        let written = format!("{} {} on {}", one.kind, one.rule, one.target);
        let longer = format!("{written} ");
        fresh.iter().any(|subject| *subject == written || subject.starts_with(&longer))
    })
}

/// Decisions of the revision that match nothing in the new model, but for those that name checks or weak points: what a
/// check would refute, or what is weak, is there under another name, perhaps.
fn idle(verdict: &Verdict, old: &Analysis) -> BTreeSet<String> {
    let gate = verdict.analysis.document_of(Extent::listing(0)).summary.gate;
    let unmatched = gate.against.into_iter().filter(|one| one.kind == "unmatched").map(|one| one.subject);
    let dropped = verdict.dropped.iter().filter(|entry| entry.sort == "decision").map(|entry| entry.key.clone());
    let files = old.root_files.iter().filter_map(|id| old.sources().file(*id));
    let loosens = |entry: &Entry| entry.words.contains("verified_by") || entry.key.starts_with("vulnerability ");
    let kept = files.flat_map(|file| entries(&file.text)).filter(loosens);
    let kept: BTreeSet<String> = kept.map(|entry| entry.key).collect();
    unmatched.chain(dropped).filter(|key| !kept.contains(key)).collect()
}

/// What of the revision no longer judges, since it names what is gone, where nothing else of the change tells of it.
fn unheard(verdict: &Verdict, governed: &[Against]) -> Vec<Against> {
    let told = |key: &String| governed.iter().any(|one| one.subject == *key);
    let dropped = verdict.dropped.iter().filter(|entry| entry.sort != "decision" && !told(&entry.key));
    let against = dropped.map(|entry| Against {
        kind: "governance".into(),
        subject: entry.key.clone(),
        text: "names what is not in the model any more, so it cannot judge; `--allow-governance` lets it be".into(),
        location: Location::default(),
    });
    against.collect()
}

/// What is new or worse by the rules of the revision; of decisions only those of the change can be at fault.
fn by_old_rules(
    judged: &Analysis,
    document: &Document,
    args: &Check,
    baseline: &Baseline,
) -> Result<Vec<Against>, Failure> {
    let mut before = judged.document_of(Extent { elements: true, ..Extent::listing(usize::MAX) });
    baseline.mark(&mut before);
    let lapsed = |one: &Against| one.kind == "unmatched" || one.kind == "expired";
    let mut found = judged_by(&before, args, baseline)?.against;
    found.retain(|one| !lapsed(one));
    for one in &mut found {
        one.location = there(one, &before);
    }
    found.extend(judged_by(document, args, baseline)?.against.into_iter().filter(lapsed));
    Ok(found)
}

/// A policy of the revision stands in no file of the change: what it speaks against does.
fn there(one: &Against, judged: &Document) -> Location {
    let of_revision = |place: &Location| place.file.starts_with(REVISION);
    let policy = judged.policies.iter().find(|policy| of_revision(&one.location) && policy.name == one.subject);
    let Some(policy) = policy else { return one.location.clone() };
    let parts = policy.broken_by.iter().chain(&policy.undecided_for);
    let named = parts.filter(|part| one.text.contains(&format!("`{part}`")));
    let mut places = named.filter_map(|part| place_of(judged, part));
    places.find(|place| !of_revision(place)).unwrap_or(&one.location).clone()
}

/// What the places of a revision have to do with those of the change.
struct Sides<'a> {
    revision: &'a str,
    old: &'a dyn World,
    new: &'a Analysis,
    document: &'a Document,
}

impl Sides<'_> {
    /// Puts what stands in a file of the revision to where it stands now: the same line of the same file, else the part
    /// that it names, else the model. No tool finds a file of another revision.
    fn place(&self, one: &mut Against) {
        let Some(rest) = one.location.file.strip_prefix(REVISION) else { return };
        let path = rest.strip_prefix(self.revision).and_then(|rest| rest.strip_prefix(':')).unwrap_or(rest).to_owned();
        let ticked = one.text.split('`').skip(1).step_by(2);
        let words: Vec<&str> = ticked.chain(one.subject.split([' ', ':', '@'])).collect();
        let named = || words.iter().rev().find_map(|word| place_of(self.document, word));
        let part = || named().or(self.document.model.location.as_ref());
        one.location = self.line(&path, &one.location).or_else(|| part().cloned()).unwrap_or_default();
    }

    /// The line of the change that reads as a line of the revision; of several the nearest.
    fn line(&self, path: &str, old: &Location) -> Option<Location> {
        let before = String::from_utf8(self.old.read(path).ok()?).ok()?;
        let wanted = before.lines().nth(old.line.checked_sub(1)?)?.trim();
        let (_, file) = self.new.sources().iter().find(|(_, file)| file.path == path)?;
        let lines = file.text.lines().enumerate().filter(|(_, line)| line.trim() == wanted);
        let (at, line) = lines.min_by_key(|(at, _)| (at + 1).abs_diff(old.line))?;
        let start = line.chars().count() - line.trim_start().chars().count() + 1;
        Some(Location {
            file: path.to_owned(),
            line: at + 1,
            column: start,
            end_line: at + 1,
            end_column: line.chars().count() + 1,
            embedded: false,
        })
    }
}

fn judged_by(document: &Document, args: &Check, baseline: &Baseline) -> Result<Gate, Failure> {
    let terms = super::verdict::terms(document, &args.terms)?;
    Ok(judge(document, &Terms { baseline: Some(baseline), ..terms }))
}

fn changed(change: Change) -> Against {
    // A line that is gone has no place in the files as they are.
    let location = change.causes.iter().find(|line| !line.removed).map(|line| Location {
        file: line.file.clone(),
        line: line.line,
        column: 1,
        end_line: line.line,
        end_column: 1 + line.text.chars().count(),
        embedded: false,
    });
    let named = format!("`{}` ", change.id);
    let said = change.text.strip_prefix(&named).unwrap_or(&change.text);
    Against {
        kind: "governance".into(),
        text: format!("{said}; `--allow-governance` lets it count"),
        subject: change.id,
        location: location.unwrap_or_default(),
    }
}

/// Why nothing can be judged; passing would be a way around.
fn unjudged(analysis: &Analysis, why: &str) -> Against {
    let first = analysis.diagnostics().iter().find(|one| one.severity == Severity::Error);
    let said = first.map(|error| format!("{}: {}", error.code, error.message));
    Against {
        kind: "governance".into(),
        subject: "the whole model".into(),
        text: format!("{why} ({}); `--allow-governance` judges it by its own", said.unwrap_or_default()),
        location: first.map(|error| analysis.location(error.span())).unwrap_or_default(),
    }
}
