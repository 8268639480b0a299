//! What an element leaves open and threats rest on: each property with each value that it can have, and what that settles.

use super::brought::brought;
use super::voided::{removed, voided};
use super::{Action, threats};
use crate::insert;
use crate::snapshot::Snapshot;
use tm_compiler::decl::Decl;
use tm_compiler::document::{Answer, Question};
use tm_compiler::evaluate::{Evaluator, Hypothesis};
use tm_compiler::ids::ElementId;
use tm_compiler::value::{Type, Value};

/// Properties that are offered: a longer menu is not read.
const MOST: usize = 4;

/// The values that an element's missing properties can have, those first that settle most.
pub fn missing(at: &Snapshot, id: ElementId, decl: &Decl) -> Vec<Action> {
    let mut found = Vec::new();
    let mut evaluator = Evaluator::new(at.library(), at.model());
    for question in at.analysis().questions_about(id).iter().take(MOST) {
        // That a list is empty is seldom what is meant: its members are for completion.
        let sensible = question.answers.iter().filter(|answer| answer.value != "[]");
        for answer in sensible {
            let fact = fact(at, id, question, answer);
            let facts = fact.as_slice();
            let void = voided(at, &mut evaluator, facts);
            let comes = brought(at, facts);
            let action = stated(at, decl, question, answer, &format!("{}{comes}", removed(0, void.len())));
            found.extend(action.map(|action| action.without(void)));
        }
    }
    found
}

/// The fact that an answer states.
fn fact(at: &Snapshot, element: ElementId, question: &Question, answer: &Answer) -> Option<Hypothesis> {
    let library = at.library();
    let prop = library.props.get(&question.property)?;
    let property = library.types[at.model().elements[element].ty].properties.get(&prop);
    let value = match property.map(|property| &property.ty) {
        Some(Type::Enum(id)) => Value::Enum(*id, library.enums[*id].position(&answer.value)?),
        _ => Value::Bool(answer.value.parse().ok()?),
    };
    Some(Hypothesis { element, prop, value })
}

fn stated(at: &Snapshot, decl: &Decl, question: &Question, answer: &Answer, besides: &str) -> Option<Action> {
    let (name, value) = (&question.property, &answer.value);
    let edits = insert::facts(at, decl, &[(name.clone(), value.clone())])?;
    let effect = match effect(answer.removes, answer.confirms) {
        effect if effect.is_empty() && question.narrows > 0 => {
            format!(", narrows the risk of {}", threats(question.narrows))
        }
        effect => effect,
    };
    let title = format!("state `{name} = {value}`{effect}{besides}");
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
