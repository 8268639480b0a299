//! Calls of functions. Many rules ask the same of the same elements: what a function says is remembered for a while.

use super::{Evaluator, Reads, Sight};
use crate::check::Ex;
use crate::ids::{ElementId, FnId};
use crate::library::FnInfo;
use crate::value::Value;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// So many answers are remembered: those about a block of elements and what is around them, within the processor's cache.
const MOST: usize = 4096;

/// A function and the elements it is asked about; whether defaults count, and whether what is looked at is noted. In two
/// words, since that is hashed faster than its parts.
type Key = (u64, u64);

fn key(function: FnId, one: ElementId, other: Option<ElementId>, [defaults, noted]: [bool; 2]) -> Key {
    let other = other.map_or(0, |id| u64::from(id.0) + 1);
    (u64::from(function.0) << 32 | u64::from(one.0), other << 2 | u64::from(defaults) << 1 | u64::from(noted))
}

/// What a function says, and what that rests on.
#[derive(Debug)]
struct Answer {
    value: Value,
    read_default: bool,
    sight: Option<Sight>,
}

/// Answers of functions about one or two elements.
#[derive(Debug, Default)]
pub(super) struct CallCache {
    known: FxHashMap<Key, Answer>,
    /// What functions read, where it was asked.
    reads: FxHashMap<FnId, Reads>,
}

impl Evaluator<'_> {
    pub(super) fn call(&mut self, function: FnId, args: &[Ex]) -> Value {
        let values: SmallVec<[Value; 2]> = args.iter().map(|arg| self.eval(arg)).collect();
        let Some(info) = self.library.functions.get(function).and_then(Option::as_ref) else {
            return Value::Unknown;
        };
        let Some(key) = info.walks.then(|| self.key(function, &values)).flatten() else {
            return self.enter(info, values);
        };
        if let Some(known) = self.calls.known.get(&key) {
            self.read_default |= known.read_default;
            if let (Some(sight), Some(seen)) = (&mut self.sight, &known.sight) {
                sight.join(seen);
            }
            return known.value.clone();
        }
        let outer_default = std::mem::replace(&mut self.read_default, false);
        let outer_sight = self.sight.as_mut().map(std::mem::take);
        let value = self.enter(info, values);
        let answer = Answer { value: value.clone(), read_default: self.read_default, sight: self.sight.take() };
        self.read_default |= outer_default;
        self.sight = outer_sight.map(|mut sight| {
            answer.sight.iter().for_each(|seen| sight.join(seen));
            sight
        });
        if self.calls.known.len() >= MOST {
            self.calls.known.clear();
        }
        if self.left() > 0 {
            self.calls.known.insert(key, answer);
        }
        value
    }

    /// What an answer is remembered by. Nothing where it may be another next time, or where its facts are wanted.
    fn key(&mut self, function: FnId, values: &[Value]) -> Option<Key> {
        let plain = self.trace.is_none() && self.risks.is_none() && self.troubles.is_none();
        let (one, other) = match values {
            [Value::Element(one)] => (*one, None),
            [Value::Element(one), Value::Element(other)] => (*one, Some(*other)),
            _ => return None,
        };
        let plain = plain && !self.rests_on_assumed(function);
        plain.then(|| key(function, one, other, [self.defaults, self.sight.is_some()]))
    }

    /// True where a fact that is assumed may change what a function says.
    fn rests_on_assumed(&mut self, function: FnId) -> bool {
        if self.assumed.is_empty() {
            return false;
        }
        let library = self.library;
        let reads = self.calls.reads.entry(function).or_insert_with(|| Reads::of_function(library, function));
        self.assumed.iter().any(|fact| reads.props.contains(&fact.prop))
    }

    /// Evaluates a function with a frame of its own on top of the variables.
    fn enter(&mut self, function: &FnInfo, values: SmallVec<[Value; 2]>) -> Value {
        let frame = self.slots.len();
        self.slots.extend(values);
        self.slots.resize(self.slots.len().max(frame + function.slots), Value::Unknown);
        let outer = std::mem::replace(&mut self.frame, frame);
        let result = self.eval(&function.body);
        self.frame = outer;
        self.slots.truncate(frame);
        result
    }
}
