//! `tm check --against git:REV`: what a change makes new or worse, judged by what held before it.

use crate::args::Check;
use crate::exit::Failure;
use crate::judged::{self, Verdict};
use crate::sides::{Loaded, Place, world};
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
use tm_pipeline::gate::{Terms, judge};

/// Judges a document against a revision; the verdict becomes that of its summary.
///
/// # Errors
/// Where the revision cannot be read, or a level means nothing to the model.
pub(super) fn against(
    text: &str,
    args: &Check,
    analysis: &Arc<Analysis>,
    document: &mut Document,
) -> Result<(), Failure> {
    let place = Place::read(text);
    let Place::Revision(revision, _) = &place else {
        return Err(Failure::new(format!("`{text}` is no revision")).help("write `--against git:main`"));
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
        _ => Baseline::of(&old.document),
    };
    baseline.mark(document);
    let allowed = args.terms.allow_governance;
    let mut found: Vec<Against> = match allowed || old.analysis.outcome() == Outcome::Invalid {
        true => judged_by(document, args, &baseline)?.against,
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
    Ok(())
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
    found.extend(judged_by(document, args, baseline)?.against.into_iter().filter(lapsed));
    Ok(found)
}

fn judged_by(document: &Document, args: &Check, baseline: &Baseline) -> Result<Gate, Failure> {
    let terms = super::verdict::terms(document, &args.terms)?;
    Ok(judge(document, &Terms { baseline: Some(baseline), ..terms }))
}

fn changed(change: Change) -> Against {
    let location = change.causes.first().map(|line| Location {
        file: line.file.clone(),
        line: line.line,
        column: 1,
        end_line: line.line,
        end_column: 1 + line.text.chars().count(),
        embedded: false,
    });
    Against {
        kind: "governance".into(),
        subject: change.id,
        text: format!("{}; `--allow-governance` lets it count", change.what.word()),
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
