//! What can be done about a place: repairs of mistakes, and answers to threats.

mod decisions;
mod facts;
mod mistakes;

use crate::snapshot::{Edit, Snapshot};
use std::ops::Range;
use tm_compiler::assess::Threat;
use tm_compiler::ids::{ElementId, RuleId};
use tm_compiler::library::Def;
use tm_compiler::source::FileId;

/// Threats of one element for which decisions are offered: a longer menu is not read.
const MOST_THREATS: usize = 6;

/// Something that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What it does, and what that changes.
    pub title: String,
    /// The one thing to do about the mistake.
    pub preferred: bool,
    /// The code of the mistake, or the id of the threat, as among the diagnostics.
    pub about: String,
    /// What it changes.
    pub edits: Vec<Edit>,
}

impl Action {
    fn answer(threat: &Threat, title: String, edits: Vec<Edit>) -> Self {
        Self { title, preferred: false, about: threat.id.clone(), edits }
    }
}

/// What can be done about some bytes of a file. The library is not ours to change.
pub fn actions(at: &Snapshot, file: FileId, range: &Range<usize>) -> Vec<Action> {
    if at.analysis().sources.file(file).is_none_or(|file| file.embedded) {
        return Vec::new();
    }
    let mut found = mistakes::repairs(at, file, range);
    let threats = threats(at, file, range.start);
    found.extend(facts::facts(at, &threats));
    for threat in threats.iter().take(MOST_THREATS) {
        found.extend(decisions::decisions(at, file, threat));
    }
    found
}

/// The threats that count of the innermost element around a byte, highest first.
fn threats(at: &Snapshot, file: FileId, byte: usize) -> Vec<&Threat> {
    let around = at.around(file, byte);
    let element = around.iter().rev().find_map(|decl| at.element_of(decl));
    let own = element.filter(|(id, _)| at.model().is_own(*id));
    own.map_or_else(Vec::new, |(id, _)| at.threats_on(id).filter(|threat| threat.counts).collect())
}

/// A rule's name as it can be written in the package.
fn rule_name(at: &Snapshot, id: RuleId) -> String {
    let rule = &at.library().rules[id];
    let found = at.library().scopes.lookup_name(at.analysis().package, &rule.name);
    let plain = matches!(found, Ok((Def::Rule(known), _)) if known == id);
    if plain { rule.name.to_string() } else { at.library().rule_id(rule) }
}

/// An element as decisions name it: an unnamed flow by its ends.
fn target(at: &Snapshot, id: ElementId) -> String {
    let model = at.model();
    match model.elements[id].ends {
        Some((from, to)) if model.elements[id].span == model.elements[id].whole => {
            format!("{} -> {}", model.roster.id_of(from), model.roster.id_of(to))
        }
        _ => model.roster.id_of(id).to_owned(),
    }
}
