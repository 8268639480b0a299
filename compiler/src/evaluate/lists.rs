//! Comprehensions, counts and extremes over lists whose members may be unknown.

use super::compare::{range, rank};
use super::distinct::Distinct;
use super::{Evaluator, FactKind, Origin};
use crate::check::{Ex, ExKind};
use crate::value::{Type, Value};

/// A list with members that are certainly in it and members that may be.
pub(super) enum Members {
    /// Nothing is known of the list.
    Unknown,
    /// Its members.
    Known { sure: Vec<Value>, maybe: Vec<Value> },
}

impl Members {
    /// The list as a value; unknown where a member may or may not be in it.
    pub(super) fn closed(self) -> Value {
        match self {
            Members::Known { sure, maybe } if maybe.is_empty() => Value::List(sure.into()),
            _ => Value::Unknown,
        }
    }
}

impl Evaluator<'_> {
    /// A comprehension drops duplicates, as a dot on a list does.
    pub(super) fn comprehension(&mut self, ex: &Ex) -> Members {
        let ExKind::Comprehension { item, slot, list, condition } = &ex.kind else {
            return Members::Unknown;
        };
        let list = self.eval(list);
        if list == Value::Unknown {
            return Members::Unknown;
        }
        let (mut sure, mut maybe) = (Distinct::default(), Distinct::default());
        for member in list.members() {
            if !self.may_look(1) {
                return Members::Unknown;
            }
            self.set(*slot, member.clone());
            let truth = condition.as_deref().map_or(Some(true), |condition| self.truth(condition));
            if truth == Some(false) {
                continue;
            }
            let value = self.eval(item);
            let into = if truth == Some(true) { &mut sure } else { &mut maybe };
            if value == Value::Unknown || !into.contains(&value) {
                into.push(value);
            }
        }
        let mut maybe = maybe.into_vec();
        maybe.retain(|value| !sure.contains(value));
        Members::Known { sure: sure.into_vec(), maybe }
    }

    fn members(&mut self, ex: &Ex) -> Members {
        if matches!(ex.kind, ExKind::Comprehension { .. }) {
            return self.comprehension(ex);
        }
        match self.eval(ex) {
            Value::Unknown => Members::Unknown,
            value => Members::Known { sure: value.members().to_vec(), maybe: Vec::new() },
        }
    }

    pub(super) fn count(&mut self, list: &Ex) -> Value {
        let size = self.size(list);
        if let ExKind::Nav(base, nav) = &list.kind
            && self.trace.is_some()
            && let Value::Element(of) = self.eval(base)
        {
            self.note(of, FactKind::Navigation(*nav), &size, Origin::Structure);
        }
        size
    }

    fn size(&mut self, list: &Ex) -> Value {
        match self.members(list) {
            Members::Unknown => range(Value::Int(0), Value::Int(i64::MAX)),
            Members::Known { sure, maybe } => {
                let size = |count: usize| Value::Int(i64::try_from(count).unwrap_or(i64::MAX));
                let unknown = sure.iter().filter(|value| **value == Value::Unknown).count();
                let least = (sure.len() - unknown).max(usize::from(!sure.is_empty()));
                range(size(least), size(sure.len() + maybe.len()))
            }
        }
    }

    /// The greatest or least member; of an empty list the lowest level of the scale.
    pub(super) fn extreme(&mut self, list: &Ex, greatest: bool) -> Value {
        let member = match &list.ty {
            Type::List(member) => (**member).clone(),
            other => other.clone(),
        };
        let whole = self.whole_range(&member);
        match self.members(list) {
            Members::Unknown => whole,
            Members::Known { sure, maybe } => {
                let lowest = whole.ends().0.clone();
                if sure.is_empty() && maybe.is_empty() {
                    return lowest;
                }
                let spread = |value: &Value| {
                    if *value == Value::Unknown { whole.clone() } else { value.clone() }
                };
                let sure: Vec<Value> = sure.iter().map(spread).collect();
                let all: Vec<Value> = sure.iter().cloned().chain(maybe.iter().map(spread)).collect();
                bounds(&sure, &all, greatest, lowest)
            }
        }
    }
}

/// The range of a maximum (minimum) over members that are sure and members that may be missing.
fn bounds(sure: &[Value], all: &[Value], greatest: bool, lowest: Value) -> Value {
    let pick = |values: &mut dyn Iterator<Item = Value>, largest: bool| {
        values.fold(None::<Value>, |best, value| match (best.as_ref().and_then(rank), rank(&value)) {
            (Some(held), Some(new)) if (new > held) != largest || new == held => best,
            _ => Some(value),
        })
    };
    let lows = |values: &[Value]| values.iter().map(|value| value.ends().0.clone()).collect::<Vec<_>>();
    let highs = |values: &[Value]| values.iter().map(|value| value.ends().1.clone()).collect::<Vec<_>>();
    let (low, high) = if greatest {
        (pick(&mut lows(sure).into_iter(), true), pick(&mut highs(all).into_iter(), true))
    } else {
        (
            pick(&mut lows(all).into_iter(), false),
            pick(&mut highs(if sure.is_empty() { all } else { sure }).into_iter(), false),
        )
    };
    match (low.or(Some(lowest)), high) {
        (Some(low), Some(high)) => range(low, high),
        _ => Value::Unknown,
    }
}
