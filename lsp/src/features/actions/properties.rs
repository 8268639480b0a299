//! What an element leaves open and threats rest on: each property with each value that it can have, and what that settles.

use super::Action;
use crate::insert;
use crate::snapshot::Snapshot;
use tm_compiler::decl::Decl;
use tm_compiler::document::{Answer, Question};
use tm_compiler::ids::ElementId;

/// Properties that are offered: a longer menu is not read.
const MOST: usize = 4;

/// The values that an element's missing properties can have, those first that settle most.
pub fn missing(at: &Snapshot, id: ElementId, decl: &Decl) -> Vec<Action> {
    let mut found = Vec::new();
    for question in at.analysis().questions_about(id).iter().take(MOST) {
        // That a list is empty is seldom what is meant: its members are for completion.
        let sensible = question.answers.iter().filter(|answer| answer.value != "[]");
        found.extend(sensible.filter_map(|answer| stated(at, decl, question, answer)));
    }
    found
}

fn stated(at: &Snapshot, decl: &Decl, question: &Question, answer: &Answer) -> Option<Action> {
    let (name, value) = (&question.property, &answer.value);
    let edits = insert::facts(at, decl, &[(name.clone(), value.clone())])?;
    let effect = match effect(answer.removes, answer.confirms) {
        effect if effect.is_empty() && question.narrows > 0 => {
            format!(", narrows the risk of {}", threats(question.narrows))
        }
        effect => effect,
    };
    let title = format!("state `{name} = {value}`{effect}");
    Some(Action { title, edits, ..Action::default() })
}

fn effect(removes: usize, confirms: usize) -> String {
    match (removes, confirms) {
        (0, 0) => String::new(),
        (removes, 0) => format!(", rules out {}", threats(removes)),
        (0, confirms) => format!(", confirms {}", threats(confirms)),
        (removes, confirms) => format!(", rules out {}, confirms {confirms}", threats(removes)),
    }
}

fn threats(many: usize) -> String {
    if many == 1 { "1 threat".to_owned() } else { format!("{many} threats") }
}
