//! Expressions to values, in Kleene's three-valued logic, with a trace of the facts that decided.
//!
//! A condition is evaluated once with defaults and, where a default was read, once with defaults unknown:
//! what changes is *assumed*. Unknown is a value; a comparison of ranges is decided where it can be.

mod calls;
mod compare;
mod distinct;
mod lists;
mod navigate;
mod never;
mod quantify;
mod reach;
mod read;
mod sight;
mod trouble;
mod work;

pub(crate) use compare::rank;
pub use never::never_true;
pub use quantify::MemberCache;
pub use reach::ReachCache;
pub use read::{Fact, FactKind, Origin};
pub(crate) use sight::{Aspects, Reads, Sight};
pub use trouble::{Operand, Trouble, TroubleKind};
pub(crate) use work::{bound, too_much};

use crate::check::{Builtin, Ex, ExKind};
use crate::ids::{ElementId, PropId, TypeId};
use crate::library::Library;
use crate::model::Model;
use crate::value::{Type, Value};
use rustc_hash::FxHashSet;

/// Kleene's third value is `None`.
pub type Truth = Option<bool>;

/// A fact assumed for the sake of a question: what if this were so?
#[derive(Clone, Debug, PartialEq)]
pub struct Hypothesis {
    /// The element.
    pub element: ElementId,
    /// The property.
    pub prop: PropId,
    /// The value it would have.
    pub value: Value,
}

/// The risks that `residual(e)` and its like ask for.
pub trait Risks {
    /// The highest level among the open threats of an element.
    fn risk_of(&self, which: Builtin, element: ElementId) -> Value;
}

/// Evaluates expressions over one model.
pub struct Evaluator<'a> {
    /// What is known.
    pub library: &'a Library,
    /// The elements.
    pub model: &'a Model,
    /// False: defaults count as unknown.
    pub defaults: bool,
    /// True once a default was read.
    pub read_default: bool,
    /// Facts assumed for the sake of a question.
    pub assumed: Vec<Hypothesis>,
    /// Risks, in tests.
    pub risks: Option<&'a dyn Risks>,
    /// Values of the variables: those of the functions that are entered stand after those of their callers.
    slots: Vec<Value>,
    /// Where those begin that can be seen.
    frame: usize,
    /// Results of paths that do not depend on other variables.
    pub reached: ReachCache,
    members: MemberCache,
    calls: calls::CallCache,
    trace: Option<Vec<Fact>>,
    /// What was looked at, where somebody wants to know.
    pub(crate) sight: Option<Sight>,
    /// The path that the last traced search found, nodes and flows in turn.
    path: Vec<ElementId>,
    /// The members of lists that decided the last trace.
    witnesses: Vec<ElementId>,
    /// What could not be computed, where that is asked for.
    troubles: Option<Vec<Trouble>>,
    /// How much may still be looked at.
    work: u64,
}

impl<'a> Evaluator<'a> {
    /// An evaluator with defaults.
    pub fn new(library: &'a Library, model: &'a Model) -> Self {
        Self {
            library,
            model,
            defaults: true,
            read_default: false,
            assumed: Vec::new(),
            risks: None,
            slots: Vec::new(),
            frame: 0,
            reached: ReachCache::default(),
            members: MemberCache::default(),
            calls: calls::CallCache::default(),
            trace: None,
            sight: None,
            path: Vec::new(),
            witnesses: Vec::new(),
            troubles: None,
            work: work::wide_bound(model),
        }
    }

    /// Makes room for the variables of a rule.
    pub fn prepare(&mut self, slots: usize) {
        self.frame = 0;
        self.slots.clear();
        self.slots.resize(slots, Value::Unknown);
    }

    /// Evaluates a condition.
    pub fn truth(&mut self, ex: &Ex) -> Truth {
        match self.eval(ex) {
            Value::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// Evaluates a condition and returns the facts that decided it. The path that it found, if any, is left in
    /// [`Evaluator::take_path`].
    pub fn trace(&mut self, ex: &Ex) -> (Truth, Vec<Fact>) {
        self.path.clear();
        let (value, facts) = self.trace_value(ex);
        let truth = if let Value::Bool(value) = value { Some(value) } else { None };
        (truth, facts)
    }

    /// Evaluates an expression and returns the facts that it was computed from.
    pub fn trace_value(&mut self, ex: &Ex) -> (Value, Vec<Fact>) {
        let outer = self.trace.replace(Vec::new());
        let value = self.eval(ex);
        let mut facts = std::mem::replace(&mut self.trace, outer).unwrap_or_default();
        let mut seen: FxHashSet<(FactKind, ElementId)> = FxHashSet::default();
        facts.retain(|fact| seen.insert((fact.kind.clone(), fact.element)));
        let witnesses = facts.extract_if(.., |fact| fact.kind == FactKind::Witness);
        self.witnesses = witnesses.map(|fact| fact.element).collect();
        (value, facts)
    }

    /// The path that the last trace found, nodes and flows in turn.
    pub fn take_path(&mut self) -> Vec<ElementId> {
        std::mem::take(&mut self.path)
    }

    /// The members of lists that quantifiers of the last trace rest on, outer before inner.
    pub fn take_witnesses(&mut self) -> Vec<ElementId> {
        std::mem::take(&mut self.witnesses)
    }

    /// Evaluates an expression.
    pub fn eval(&mut self, ex: &Ex) -> Value {
        match &ex.kind {
            ExKind::Error => Value::Unknown,
            ExKind::Const(Value::Element(id)) if self.model.elements.get(*id).is_none() => Value::Unknown, // of another world
            ExKind::Const(value) => value.clone(),
            ExKind::Var(slot) => self.slots.get(self.frame + slot).cloned().unwrap_or(Value::Unknown),
            ExKind::Prop(base, prop) => self.property(base, *prop),
            ExKind::Nav(base, nav) => self.navigation(base, *nav),
            ExKind::List(items) => Value::List(items.iter().map(|item| self.eval(item)).collect()),
            ExKind::Comprehension { .. } => self.comprehension(ex).closed(),
            ExKind::Not(inner) => bool_value(self.truth(inner).map(|value| !value)),
            ExKind::And(parts) => bool_value(self.decide(parts, false, Self::truth)),
            ExKind::Or(parts) => bool_value(self.decide(parts, true, Self::truth)),
            ExKind::Compare(op, left, right) => bool_value(self.compare(*op, left, right)),
            ExKind::Arith(first, rest) => self.arith(first, rest),
            ExKind::Neg(inner) => match self.eval(inner) {
                Value::Int(number) => number.checked_neg().map_or(Value::Unknown, Value::Int),
                Value::Number(number) => Value::Number(-number),
                Value::Percent(share) => Value::Percent(-share),
                Value::Money(amount, currency) => Value::Money(-amount, currency),
                Value::Duration(seconds) => Value::Duration(seconds.saturating_neg()),
                _ => Value::Unknown,
            },
            ExKind::Is { operand, types, negated } => {
                bool_value(self.is(operand, types).map(|value| value != *negated))
            }
            ExKind::If(condition, then, otherwise) => self.choose(condition, then, otherwise),
            ExKind::Quantified { quantifier, slot, domain, condition } => {
                bool_value(self.quantified(*quantifier, *slot, domain, condition))
            }
            ExKind::Reaches { .. } => bool_value(self.reaches(ex)),
            ExKind::Builtin(builtin, inner) => self.builtin(*builtin, inner),
            ExKind::Call { function, args } => self.call(*function, args),
        }
    }

    /// Whether one of some things is decisive (`true`, or `false` where that decides): the first that is ends it, and
    /// only its facts stay in the trace.
    fn decide<T>(
        &mut self,
        things: impl IntoIterator<Item = T>,
        decisive: bool,
        mut ask: impl FnMut(&mut Self, T) -> Truth,
    ) -> Truth {
        let start = self.noted();
        let (mut unknown, mut settled) = (false, Vec::new());
        for thing in things {
            if !self.may_look(1) {
                return None;
            }
            let before = self.noted();
            match ask(self, thing) {
                Some(value) if value == decisive => {
                    if let Some(trace) = &mut self.trace {
                        trace.drain(start..before);
                    }
                    return Some(decisive);
                }
                Some(_) if self.trace.is_some() => settled.push(before..self.noted()),
                Some(_) => {}
                None => unknown = true,
            }
        }
        if unknown {
            self.forget_unknown(&settled);
            return None;
        }
        Some(!decisive)
    }

    /// What of the choice is settled all the same asks for nothing, as in `decide`.
    fn choose(&mut self, condition: &Ex, then: &Ex, otherwise: &Ex) -> Value {
        let start = self.noted();
        let chosen = self.truth(condition);
        let decided = self.noted();
        if let Some(holds) = chosen {
            let value = self.eval(if holds { then } else { otherwise });
            if is_open(&value) {
                self.forget_unknown(std::slice::from_ref(&(start..decided)));
            }
            return value;
        }
        let one = self.eval(then);
        let middle = self.noted();
        let other = self.eval(otherwise);
        if is_open(&one) != is_open(&other) {
            let settled = if is_open(&one) { middle..self.noted() } else { decided..middle };
            self.forget_unknown(std::slice::from_ref(&settled));
        }
        compare::join(one, other)
    }

    fn is(&mut self, operand: &Ex, types: &[TypeId]) -> Truth {
        let ty = match self.eval(operand) {
            Value::Element(id) => {
                self.look(id);
                let element = self.model.elements.get(id)?;
                self.note(id, FactKind::Type, &Value::Type(element.ty), Origin::Stated(element.span));
                element.ty
            }
            Value::Type(ty) => ty,
            Value::Abstract(ty) => {
                let certain = types.iter().all(|want| self.library.is_subtype(ty, *want));
                return certain.then_some(true);
            }
            _ => return None,
        };
        Some(types.iter().all(|want| self.library.is_subtype(ty, *want)))
    }

    /// Binds a variable.
    pub fn set(&mut self, slot: usize, value: Value) {
        let slot = self.frame + slot;
        if self.slots.len() <= slot {
            self.slots.resize(slot + 1, Value::Unknown);
        }
        self.slots[slot] = value;
    }

    fn builtin(&mut self, builtin: Builtin, inner: &Ex) -> Value {
        match builtin {
            Builtin::Count => self.count(inner),
            Builtin::Max => self.extreme(inner, true),
            Builtin::Min => self.extreme(inner, false),
            Builtin::Known => match self.eval(inner) {
                // A rule examined on its own: nobody can tell yet.
                Value::Unknown if self.model.elements.is_empty() => Value::Unknown,
                value => Value::Bool(!matches!(value, Value::Unknown | Value::Range(_))),
            },
            Builtin::Inherent | Builtin::Residual | Builtin::Target => match (self.eval(inner), self.risks) {
                (Value::Element(id), Some(risks)) => risks.risk_of(builtin, id),
                _ => Value::Unknown,
            },
        }
    }

    /// The lowest and the highest value of a type that has such: an unknown level is anything between.
    pub(crate) fn whole_range(&self, ty: &Type) -> Value {
        match ty {
            Type::Enum(id) if self.library.enums[*id].scale => {
                let last = self.library.enums[*id].values.len().saturating_sub(1);
                compare::range(Value::Enum(*id, 0), Value::Enum(*id, u16::try_from(last).unwrap_or(u16::MAX)))
            }
            _ => Value::Unknown,
        }
    }
}

fn is_open(value: &Value) -> bool {
    matches!(value, Value::Unknown | Value::Range(_))
}

fn bool_value(truth: Truth) -> Value {
    truth.map_or(Value::Unknown, Value::Bool)
}
