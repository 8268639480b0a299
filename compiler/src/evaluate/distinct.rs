//! Values without duplicates, in the order in which they came.

use crate::ids::ElementId;
use crate::value::Value;
use rustc_hash::FxHashSet;

/// Among so many it is quicker to look at each than to keep a set.
const FEW: usize = 16;

/// Values, each once.
#[derive(Default)]
pub(super) struct Distinct {
    values: Vec<Value>,
    /// The elements among them, once there are more than a few.
    elements: FxHashSet<ElementId>,
}

impl Distinct {
    /// Adds a value, or the members of a list.
    pub(super) fn add(&mut self, value: Value) {
        match value {
            Value::List(members) => members.iter().for_each(|member| self.add(member.clone())),
            value if self.contains(&value) => {}
            value => self.push(value),
        }
    }

    /// Adds a value, whatever it is and whether it is there or not.
    pub(super) fn push(&mut self, value: Value) {
        self.values.push(value);
        if self.values.len() > FEW {
            let new =
                if self.values.len() == FEW + 1 { &self.values[..] } else { &self.values[self.values.len() - 1..] };
            self.elements.extend(new.iter().filter_map(Value::element));
        }
    }

    /// True for a value that is there.
    pub(super) fn contains(&self, value: &Value) -> bool {
        match value.element() {
            Some(id) if self.values.len() > FEW => self.elements.contains(&id),
            _ => self.values.contains(value),
        }
    }

    /// The values.
    pub(super) fn into_vec(self) -> Vec<Value> {
        self.values
    }

    /// The values as a list.
    pub(super) fn into_list(self) -> Value {
        Value::List(self.values.into())
    }
}
