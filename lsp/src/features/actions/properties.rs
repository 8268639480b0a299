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
        found.extend(question.answers.iter().filter_map(|answer| stated(at, decl, question, answer)));
    }
    found
}

fn stated(at: &Snapshot, decl: &Decl, question: &Question, answer: &Answer) -> Option<Action> {
    let (name, value) = (&question.property, &answer.value);
    let edits = insert::facts(at, decl, &[(name.clone(), value.clone())])?;
    let title = format!("state `{name} = {value}`{}", effect(answer.removes, answer.confirms));
    Some(Action { title, edits, ..Action::default() })
}

fn effect(removes: usize, confirms: usize) -> String {
    let threats = |many| if many == 1 { "1 threat".to_owned() } else { format!("{many} threats") };
    match (removes, confirms) {
        (0, 0) => String::new(),
        (removes, 0) => format!(", rules out {}", threats(removes)),
        (0, confirms) => format!(", confirms {}", threats(confirms)),
        (removes, confirms) => format!(", rules out {}, confirms {confirms}", threats(removes)),
    }
}
