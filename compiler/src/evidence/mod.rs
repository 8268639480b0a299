//! What scanners and tests found, as plain facts, and what it says about controls.
//!
//! The formats of tools are read elsewhere; a `World` supplies what they said. A control that a tool refutes gets the
//! status `failing`, before threats are derived: it establishes no fact and removes no risk.

mod claim;
mod judge;
mod places;
#[cfg(test)]
mod tests;

pub use claim::{Claim, Pattern};
pub use judge::{Judged, Verdict};
pub use places::{Line, Place, Places, without_keys};

use crate::analysis::Analysis;
use crate::assess::{Decision, DecisionKind};
use crate::ids::{ControlId, ElementId};
use crate::library::Library;
use crate::model::{Model, Status, Structure};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The format of a file that could not be read.
pub const UNKNOWN: &str = "unknown";

/// Everything that tools said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Runs of tools, in the order in which they were given.
    pub scans: Vec<Scan>,
}

/// One run of one tool.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// Format that it was read from; the word of claims, `sarif`.
    pub format: String,
    /// Names that claims may use: that of the tool first, then of the suite, of the file without its ending.
    pub names: Vec<String>,
    /// File that it was read from.
    pub file: String,
    /// Day on which it ran, where the file says so.
    pub day: Option<Date>,
    /// Checks that it speaks of: rules, test cases.
    pub checks: Vec<Check>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// Where checks ran and found nothing.
    pub passes: Vec<Pass>,
    /// Where checks did not run, or what they found was suppressed.
    pub omissions: Vec<Omission>,
    /// The files that it looked at; none where it does not say.
    pub scanned: Vec<Line>,
    /// Part of what it found may be missing: it can refute, but not verify.
    pub cut: bool,
    /// What could not be read, in words.
    pub skipped: Vec<String>,
}

impl Scan {
    /// How many checks it shows to have run.
    pub fn ran(&self) -> usize {
        let listed = self.checks.iter().enumerate().filter(|(_, check)| check.listed).map(|(at, _)| at);
        let seen = self.findings.iter().map(|one| one.check).chain(self.passes.iter().map(|one| one.check));
        listed.chain(seen).collect::<BTreeSet<usize>>().len()
    }

    /// The first name of a check; empty where it has none.
    pub fn check_name(&self, check: usize) -> &str {
        self.checks.get(check).and_then(|check| check.names.first()).map_or("", String::as_str)
    }

    /// An omission in words.
    pub fn told(&self, omission: &Omission) -> String {
        let check = omission.check.map(|at| self.check_name(at)).filter(|name| !name.is_empty());
        let place = omission.place.subject();
        match (check, place.as_str()) {
            (Some(check), "") => format!("{check}: {}", omission.why),
            (Some(check), place) => format!("{check} at {place}: {}", omission.why),
            (None, "") => omission.why.clone(),
            (None, place) => format!("{place}: {}", omission.why),
        }
    }
}

/// A rule or a test case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// Its names, that which is shown first.
    pub names: Vec<String>,
    /// The tool lists it as one that ran over all that was scanned.
    pub listed: bool,
}

/// A check that found nothing at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pass {
    /// The check, as an index into those of the scan.
    pub check: usize,
    /// Where.
    pub place: Place,
}

/// Something that a tool did not do, or found and does not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Omission {
    /// The check, as an index into those of the scan; none where it is about all of them.
    pub check: Option<usize>,
    /// Why, in words.
    pub why: String,
    /// Where; empty where it is so everywhere.
    pub place: Place,
}

/// Something wrong that a tool found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// The check, as an index into those of the scan.
    pub check: usize,
    /// What the tool says.
    pub text: String,
    /// Where.
    pub place: Place,
    /// CVSS vectors that it was rated with, that which counts first.
    pub cvss: Vec<String>,
}

/// A use of a control that names evidence.
#[derive(Clone, Debug)]
pub struct Use<'a> {
    /// The control.
    pub control: ControlId,
    /// Where it stands, where that is one element.
    pub on: Option<ElementId>,
    /// Its claims, and those that the control makes for all of its uses.
    pub claims: Vec<&'a Claim>,
}

impl<'a> Use<'a> {
    /// A use with what the control itself claims.
    pub fn new(library: &'a Library, control: ControlId, on: Option<ElementId>, own: &'a [Claim]) -> Self {
        Use { control, on, claims: own.iter().chain(&library.controls[control].verified_by).collect() }
    }

    /// The verdicts of its claims.
    pub fn judge(&self, model: &Model, today: Date) -> Vec<Judged> {
        self.judge_by(&model.evidence, model, &model.places, today)
    }

    fn judge_by(&self, evidence: &Evidence, model: &Model, everywhere: &Places, today: Date) -> Vec<Judged> {
        let places = self.on.map(|on| Places::around(model, on));
        let known = judge::Known { evidence, here: places.as_ref(), everywhere };
        let judge = |claim: &&Claim| judge::judge(claim, &known, today);
        self.claims.iter().map(judge).collect()
    }

    fn fails(&self, model: &Model, today: Date) -> bool {
        self.judge(model, today).iter().any(|one| one.verdict == Verdict::Failing)
    }
}

/// Gives the model its evidence: what stands and is refuted is failing.
pub fn hold(library: &Library, model: &mut Model, evidence: &Arc<Evidence>, today: Date) {
    model.evidence = Arc::clone(evidence);
    if evidence.scans.is_empty() {
        return;
    }
    model.places = Places::of_all(model);
    let failing: Vec<(ElementId, usize)> = refuted(library, model, today);
    for (element, index) in &failing {
        if let Some(applied) = model.elements[*element].applied.get_mut(*index) {
            applied.status = Status::Failing;
        }
    }
    if !failing.is_empty() {
        model.structure = Structure::new(library, &model.elements);
    }
}

/// The findings of some evidence that refute a claim of an analysis, whatever the state of the control: indices of the scan
/// and of the finding in it.
pub fn refuting(analysis: &Analysis, evidence: &Evidence) -> BTreeSet<(usize, usize)> {
    let (library, model) = (&analysis.library, &analysis.model);
    let everywhere = Places::of_all(model);
    let standing = model.elements.iter().flat_map(|(id, element)| {
        element.applied.iter().map(move |one| Use::new(library, one.control, Some(id), &one.verified_by))
    });
    let decided = analysis.assessed.decisions.iter().flat_map(|decision| {
        let on = decision.element();
        let (controls, claims) = match &decision.kind {
            DecisionKind::Mitigate { controls, details } => (&controls[..], &details.verified_by[..]),
            _ => (&[][..], &[][..]),
        };
        controls.iter().map(move |one| Use::new(library, one.control, on, claims))
    });
    let judged = standing.chain(decided).flat_map(|one| one.judge_by(evidence, model, &everywhere, analysis.today));
    judged.flat_map(|one| one.findings).collect()
}

fn refuted(library: &Library, model: &Model, today: Date) -> Vec<(ElementId, usize)> {
    let mut found = Vec::new();
    for (id, element) in model.elements.iter() {
        let standing = element.applied.iter().enumerate().filter(|(_, one)| one.status == Status::Implemented);
        for (index, one) in standing {
            if Use::new(library, one.control, Some(id), &one.verified_by).fails(model, today) {
                found.push((id, index));
            }
        }
    }
    found
}

/// Decided mitigations that are implemented, and refuted, are failing.
pub fn decide(library: &Library, model: &Model, decisions: &mut [Decision], today: Date) {
    if model.evidence.scans.is_empty() {
        return;
    }
    for decision in decisions {
        let on = decision.element();
        if let DecisionKind::Mitigate { controls, details } = &mut decision.kind {
            let fails = |control| Use::new(library, control, on, &details.verified_by).fails(model, today);
            if details.status == Status::Implemented && controls.iter().any(|one| fails(one.control)) {
                details.status = Status::Failing;
            }
        }
    }
}
