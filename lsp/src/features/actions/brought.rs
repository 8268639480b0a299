//! What an action brings along: threats that nobody sees now and that its facts make true, or possible.

use crate::snapshot::Snapshot;
use tm_compiler::derive::{Instance, Verdict, arising};
use tm_compiler::evaluate::Hypothesis;
use tm_compiler::ids::ElementId;

/// In larger models only what is near is looked at.
const LARGE: usize = 150;
/// A longer title is not read.
const MOST_NAMED: usize = 3;

/// As a title says it: `, brings `X`, may bring `Y` and 2 more`; nothing where nothing comes.
pub fn brought(at: &Snapshot, facts: &[Hypothesis]) -> String {
    let found = arising(at.analysis(), at.readers(), &near(at, facts), facts);
    let (possible, certain): (Vec<_>, Vec<_>) = found.iter().partition(|one| one.verdict == Verdict::Possible);
    format!("{}{}", words(at, "brings", &certain), words(at, "may bring", &possible))
}

fn words(at: &Snapshot, verb: &str, found: &[&Instance]) -> String {
    let mut names: Vec<String> = Vec::new();
    for one in found {
        let name = format!("`{}`", super::rule_name(at, one.rule));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(MOST_NAMED);
    names.truncate(MOST_NAMED);
    match (names.as_slice(), more) {
        ([], _) => String::new(),
        (names, 0) => format!(", {verb} {}", names.join(", ")),
        (names, more) => format!(", {verb} {} and {more} more", names.join(", ")),
    }
}

/// The elements that rules about the facts are about: all, or what the facts are about with flows and their ends, and
/// the model.
fn near(at: &Snapshot, facts: &[Hypothesis]) -> Vec<ElementId> {
    let model = at.model();
    let all = model.elements.iter();
    if model.elements.len() <= LARGE {
        return all.map(|(id, _)| id).collect();
    }
    let about: Vec<ElementId> = facts.iter().map(|fact| fact.element).chain(model.model).collect();
    let mut found = about.clone();
    for (id, element) in all {
        if let Some((source, target)) = element.ends
            && [id, source, target].iter().any(|one| about.contains(one))
        {
            found.extend([id, source, target]);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}
