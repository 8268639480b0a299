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
pub use places::Places;

use crate::assess::{Decision, DecisionKind};
use crate::ids::{ControlId, ElementId};
use crate::library::Library;
use crate::model::{Model, Status, Structure};
use jiff::civil::Date;
use std::sync::Arc;

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
    /// Checks that ran: rules, test cases.
    pub checks: Vec<Check>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// Part of what it found may be missing: it can refute, but not verify.
    pub cut: bool,
    /// What could not be read, in words.
    pub skipped: Vec<String>,
}

/// A rule or a test case that the tool shows to have run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// Its names, that which is shown first.
    pub names: Vec<String>,
}

/// Something wrong that a tool found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// The check, as an index into those of the scan.
    pub check: usize,
    /// What the tool says.
    pub text: String,
    /// Places in source files.
    pub code: Vec<Line>,
    /// The image that it is in; empty where none is named.
    pub image: String,
    /// The resource of infrastructure that it is about; empty where none is named.
    pub resource: String,
    /// CVSS vectors that it was rated with, that which counts first.
    pub cvss: Vec<String>,
}

/// A place in a source file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Path as the tool wrote it, with `/`.
    pub path: String,
    /// Line, counted from 1; 0 where not known.
    pub line: u64,
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
        let places = self.on.map(|on| Places::around(model, on));
        let judge = |claim: &&Claim| judge::judge(claim, &model.evidence, places.as_ref(), today);
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
