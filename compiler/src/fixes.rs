//! What a fix would change in the source: a fact that is stated, or another type where the type denies the fact.

use crate::decl::Kind;
use crate::evaluate::{Evaluator, Hypothesis};
use crate::ids::{ElementId, PropId, TypeId};
use crate::library::{FixInfo, Library};
use crate::model::Model;
use crate::value::Value;

/// One change of a fix.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The element states a fact.
    State(Hypothesis),
    /// Every element of its type has another value: it becomes one of a type that has the value.
    Retype(Hypothesis, TypeId),
}

impl Change {
    /// The fact that is true afterwards.
    pub fn fact(&self) -> &Hypothesis {
        match self {
            Change::State(fact) | Change::Retype(fact, _) => fact,
        }
    }

    /// The change as one would write it: `shop.encrypted = true`, `order over Https`, `cache: Redis`.
    pub fn words(&self, library: &Library, model: &Model) -> String {
        match self {
            Change::State(fact) => {
                let id = model.roster.id_of(fact.element);
                let value = fact.value.show(library, &model.roster);
                format!("{id}.{} = {value}", library.props.name(fact.prop))
            }
            Change::Retype(fact, ty) => {
                let name = &library.types[*ty].name;
                let flow = model.elements[fact.element].kind == Kind::Flow;
                let target = model.target_words(fact.element);
                if flow { format!("{target} over {name}") } else { format!("{target}: {name}") }
            }
        }
    }
}

/// The changes of a fix for the instance that is bound; nothing where it says something that cannot be written. What is
/// so already is no change.
pub fn changes(evaluator: &mut Evaluator<'_>, fix: &FixInfo) -> Option<Vec<Change>> {
    let mut found = Vec::new();
    for fact in &fix.facts {
        let (element, value) = (evaluator.eval(&fact.element).element()?, evaluator.eval(&fact.value));
        if evaluator.look_up(element, fact.property).0 == value {
            continue;
        }
        let fact = (value != Value::Unknown).then_some(Hypothesis { element, prop: fact.property, value })?;
        found.push(change(evaluator.library, evaluator.model, fact)?);
    }
    (!found.is_empty()).then_some(found)
}

fn change(library: &Library, model: &Model, fact: Hypothesis) -> Option<Change> {
    match denied_by_type(library, model, fact.element, fact.prop, &fact.value) {
        false => Some(Change::State(fact)),
        true => kindred(library, model.elements[fact.element].ty, &fact).map(|ty| Change::Retype(fact, ty)),
    }
}

/// True where every element of the type has another value.
fn denied_by_type(library: &Library, model: &Model, element: ElementId, prop: PropId, value: &Value) -> bool {
    let ty = &library.types[model.elements[element].ty];
    ty.facts.get(&prop).is_some_and(|(known, _)| known != value)
}

/// The type that is a type's counterpart with another fact: `Https` for `Http`, `SecureWebSocket` for `WebSocket`. The
/// name of the one holds the name of the other.
fn kindred(library: &Library, ty: TypeId, fact: &Hypothesis) -> Option<TypeId> {
    let own = &library.types[ty];
    let name = own.name.to_lowercase();
    let fits = |(id, other): &(TypeId, &crate::library::TypeInfo)| {
        let has = other.facts.get(&fact.prop).is_some_and(|(value, _)| *value == fact.value);
        *id != ty && other.kind == own.kind && has && other.name.to_lowercase().contains(&name)
    };
    let found = library.types.iter().filter(fits);
    found.min_by_key(|(id, other)| (other.name.len(), other.name.clone(), *id)).map(|(id, _)| id)
}
