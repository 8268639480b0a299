//! What can be done about a place: repairs of mistakes, and answers to threats.

mod arrange;
mod brought;
mod choices;
mod controls;
mod decisions;
mod facts;
mod mistakes;
mod properties;
mod tidy;
mod voided;

use crate::features::references::to;
use crate::features::rename::rename;
use crate::snapshot::{Edit, Snapshot, View};
use std::ops::Range;
use tm_compiler::assess::Threat;
use tm_compiler::codes;
use tm_compiler::decl::Decl;
use tm_compiler::ids::{ControlId, ElementId, RuleId};
use tm_compiler::library::{Def, conventional};
use tm_compiler::source::FileId;

/// Threats of one element for which decisions are offered: a longer menu is not read.
const MOST_THREATS: usize = 6;

/// What an action is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// An answer to a mistake, a threat or an open question.
    #[default]
    Fix,
    /// Something is put into a declaration of its own.
    Extract,
    /// Something goes elsewhere.
    Move,
    /// The same in other words.
    Rewrite,
}

/// Something that can be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    /// What it is.
    pub sort: Sort,
    /// What it does, and what that changes.
    pub title: String,
    /// The one thing to do about the mistake.
    pub preferred: bool,
    /// The code of the mistake, or the id of the threat, as among the diagnostics; may be empty.
    pub about: String,
    /// What it changes.
    pub edits: Vec<Edit>,
    /// The file that it makes first.
    pub creates: Option<String>,
}

impl Action {
    fn answer(threat: &Threat, title: String, edits: Vec<Edit>) -> Self {
        Self { title, about: threat.id.clone(), edits, ..Self::default() }
    }
}

/// What can be done about some bytes of a file. The library is not ours to change.
pub fn actions(at: &Snapshot, file: FileId, range: &Range<usize>) -> Vec<Action> {
    if at.analysis().sources.file(file).is_none_or(|file| file.embedded) {
        return Vec::new();
    }
    let mut found = mistakes::repairs(at, file, range);
    if let Some((id, decl)) = element(at, file, range.start) {
        let threats: Vec<&Threat> = at.threats_on(id).filter(|threat| threat.counts).collect();
        found.extend(facts::facts(at, &threats));
        found.extend(controls::applied(at, id, decl, &threats));
        found.extend(properties::missing(at, id, decl));
        for threat in threats.iter().take(MOST_THREATS) {
            found.extend(decisions::decisions(at, file, threat));
        }
    }
    for action in &mut found {
        action.edits = tidy::tidy(at, std::mem::take(&mut action.edits));
    }
    found.extend(arrange::arrangements(at, file, range));
    found
}

/// A name that does not follow the convention, renamed: where no other package knows it, since of those only the last
/// state is known here.
pub fn naming(
    view: &View,
    file: FileId,
    range: &Range<usize>,
    baselines: impl FnOnce() -> Vec<String>,
) -> Option<Action> {
    let at = &view.main;
    let decl = at.around(file, range.start).into_iter().next_back()?;
    let head = decl.head();
    let new = conventional(decl).filter(|_| head.start as usize <= range.end && range.start <= head.end as usize)?;
    let elsewhere = view.snapshots().skip(1).any(|other| {
        let here = other.span(&at.location(head));
        here.is_some_and(|here| to(other, here).any(|reference| reference.span != here))
    });
    let edits = rename(view, file, head.start as usize, &new, &baselines()).ok().filter(|_| !elsewhere)?;
    Some(Action {
        title: format!("rename to `{new}`"),
        about: codes::NAME_STYLE.to_owned(),
        edits,
        ..Action::default()
    })
}

/// The innermost element of this package around a byte.
fn element(at: &Snapshot, file: FileId, byte: usize) -> Option<(ElementId, &Decl)> {
    let around = at.around(file, byte);
    let found = around.iter().rev().find_map(|decl| Some((at.element_of(decl)?.0, *decl)));
    found.filter(|(id, _)| at.model().is_own(*id))
}

/// A rule's name as it can be written in the package.
fn rule_name(at: &Snapshot, id: RuleId) -> String {
    let rule = &at.library().rules[id];
    let found = at.library().scopes.lookup_name(at.analysis().package, &rule.name);
    let plain = matches!(found, Ok((Def::Rule(known), _)) if known == id);
    if plain { rule.name.to_string() } else { at.library().rule_id(rule) }
}

/// A control's name as it can be written in the package.
fn control_name(at: &Snapshot, id: ControlId) -> String {
    let library = at.library();
    let info = &library.controls[id];
    let found = library.scopes.lookup_name(at.analysis().package, &info.name);
    let plain = matches!(found, Ok((Def::Control(known), _)) if known == id);
    if plain { info.name.to_string() } else { library.qualified(info.package, &info.name) }
}

/// So many threats, in words.
fn threats(many: usize) -> String {
    if many == 1 { "1 threat".to_owned() } else { format!("{many} threats") }
}
