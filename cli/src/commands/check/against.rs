//! `tm check --against git:REV`: what a change makes new or worse, judged by what held before it.

use crate::args::Check;
use crate::exit::Failure;
use crate::judged::{self, Verdict};
use crate::sides::{Loaded, Place, no_revision, world};
use crate::world::Files;
use std::collections::BTreeSet;
use std::sync::Arc;
use tm_compiler::compose::Extent;
use tm_compiler::diagnostic::Severity;
use tm_compiler::document::{Against, Document, Gate, Location};
use tm_compiler::world::World as _;
use tm_compiler::{Analysis, Outcome};
use tm_pipeline::baseline::Baseline;
use tm_pipeline::diff::{Change, governance};
use tm_pipeline::gate::{OUTGROWN, Terms, judge, place_of};

/// Judges a document against a revision; the verdict becomes that of its summary. The answer is the appetite of the
/// revision, where that judges and is not the model's own.
///
/// # Errors
/// Where the revision cannot be read, or a level means nothing to the model.
pub(super) fn against(
    text: &str,
    args: &Check,
    analysis: &Arc<Analysis>,
    document: &mut Document,
) -> Result<Option<String>, Failure> {
    let place = Place::read(text);
    let Place::Revision(revision, _) = &place else {
        return Err(no_revision(text));
    };
    let path = &args.model.path;
    let today = args.model.day.today;
    let world = world(&place, path, today)?;
    let old = Loaded::of(text, &*world, Extent { elements: true, ..Extent::listing(usize::MAX) });
    let new = Loaded::with(path.to_string_lossy().as_ref(), Files::new(path, today).entry(), analysis);
    let mut governed: Vec<Against> = match old.analysis.outcome() {
        Outcome::Invalid => vec![unjudged(&old.analysis, &format!("in `{text}` there is no valid model to judge by"))],
        _ => governance(&old.side(), &new.side()).into_iter().map(changed).collect(),
    };
    let baseline = match old.analysis.outcome() {
        Outcome::Invalid => Baseline::default(),
        _ => Baseline::with_decided(&old.document),
    };
    baseline.mark(document);
    let allowed = args.terms.allow_governance;
    let mut found: Vec<Against> = match allowed || old.analysis.outcome() == Outcome::Invalid {
        true => {
            let mut found = judged_by(document, args, &baseline)?.against;
            let fresh: BTreeSet<&str> = governed.iter().map(|one| one.subject.as_str()).collect();
            found.retain(|one| one.kind != OUTGROWN || !is_fresh(document, &one.subject, &fresh));
            found
        }
        false => {
            let files = Files::new(path, today).with(Arc::clone(&analysis.model.evidence));
            match judged::judge(revision, (&*world, &old.analysis), (&files, analysis)) {
                Ok(verdict) => {
                    // To take away a decision that decides nothing any more loosens nothing.
                    let idle = idle(&verdict);
                    governed.retain(|one| !(one.text.starts_with("removed") && idle.contains(&one.subject)));
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
    document.summary.gate = Gate::of(found, true);
    let before = &old.document.model.appetite;
    let judges = !allowed && args.terms.fail_on.is_none() && old.analysis.outcome() != Outcome::Invalid;
    let title = &old.document.model.appetite_title;
    Ok((judges && *before != document.model.appetite).then(|| title.clone()))
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

/// Decisions of the revision that match nothing in the new model.
fn idle(verdict: &Verdict) -> BTreeSet<String> {
    let gate = verdict.analysis.document_of(Extent::listing(0)).summary.gate;
    let unmatched = gate.against.into_iter().filter(|one| one.kind == "unmatched").map(|one| one.subject);
    unmatched.chain(verdict.dropped.iter().cloned()).collect()
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
    let of_revision = |place: &Location| place.file.starts_with("git:");
    let policy = judged.policies.iter().find(|policy| of_revision(&one.location) && policy.name == one.subject);
    let Some(policy) = policy else { return one.location.clone() };
    let parts = policy.broken_by.iter().chain(&policy.undecided_for);
    let named = parts.filter(|part| one.text.contains(&format!("`{part}`")));
    let places = named.filter_map(|part| place_of(judged, part)).chain(&judged.model.location);
    places.into_iter().find(|place| !of_revision(place)).cloned().unwrap_or_default()
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
