//! Comparisons and arithmetic over values and ranges.

use super::trouble::TroubleKind;
use super::{Evaluator, Truth};
use crate::check::{Ex, ExKind};
use crate::decl::Op;
use crate::value::Value;
use std::sync::Arc;

impl Evaluator<'_> {
    pub(super) fn compare(&mut self, op: Op, left: &Ex, right: &Ex) -> Truth {
        let (a, b) = (self.ranged(left), self.ranged(right));
        if !same_currency(a.ends().0, b.ends().0) {
            self.trouble(TroubleKind::Currencies, left, right);
        }
        match op {
            Op::Eq => equal(&a, &b),
            Op::NotEq => equal(&a, &b).map(|value| !value),
            Op::In => contains(&b, &a),
            Op::Has => contains(&a, &b),
            Op::Lt => less(&a, &b, false),
            Op::LtEq => less(&a, &b, true),
            Op::Gt => less(&b, &a, false),
            Op::GtEq => less(&b, &a, true),
            Op::Add | Op::Sub | Op::Mul | Op::Div => None,
        }
    }

    /// A value; an unknown level is the range of its whole scale.
    fn ranged(&mut self, ex: &Ex) -> Value {
        match self.eval(ex) {
            Value::Unknown => self.whole_range(&ex.ty),
            value => value,
        }
    }

    pub(super) fn arith(&mut self, first: &Ex, rest: &[(Op, Ex)]) -> Value {
        let mut value = self.eval(first);
        for (op, ex) in rest {
            let operand = self.eval(ex);
            if !same_currency(&value, &operand) {
                self.trouble(TroubleKind::Currencies, first, ex);
            } else if *op == Op::Div && rank(&operand) == Some(0.0) && !matches!(ex.kind, ExKind::Const(_)) {
                self.trouble(TroubleKind::Zero, first, ex);
            }
            value = combine(*op, &value, &operand);
        }
        value
    }
}

/// A number by which values of one type are ordered.
pub(crate) fn rank(value: &Value) -> Option<f64> {
    Some(match value {
        Value::Int(number) => *number as f64,
        Value::Number(number) | Value::Percent(number) | Value::Money(number, _) => *number,
        Value::Duration(seconds) => *seconds as f64,
        Value::Enum(_, index) => f64::from(*index),
        Value::Date(date) => f64::from(date.year()) * 372.0 + f64::from(date.month()) * 31.0 + f64::from(date.day()),
        _ => return None,
    })
}

/// A range, or the value itself where both ends are the same.
pub(crate) fn range(low: Value, high: Value) -> Value {
    if low == high { low } else { Value::Range(Arc::new((low, high))) }
}

/// What is left when one of two values is the right one.
pub(super) fn join(a: Value, b: Value) -> Value {
    if a == b {
        return a;
    }
    let ((a_low, a_high), (b_low, b_high)) = (a.ends(), b.ends());
    match (rank(a_low), rank(b_low), rank(a_high), rank(b_high)) {
        (Some(al), Some(bl), Some(ah), Some(bh)) => {
            let low = if al <= bl { a_low } else { b_low };
            let high = if ah >= bh { a_high } else { b_high };
            range(low.clone(), high.clone())
        }
        _ => Value::Unknown,
    }
}

fn same_currency(a: &Value, b: &Value) -> bool {
    !matches!((a, b), (Value::Money(_, a), Value::Money(_, b)) if a != b)
}

fn less(a: &Value, b: &Value, or_equal: bool) -> Truth {
    let ((a_low, a_high), (b_low, b_high)) = (a.ends(), b.ends());
    if !same_currency(a_low, b_low) {
        return None;
    }
    let before = |x: f64, y: f64| if or_equal { x <= y } else { x < y };
    if before(rank(a_high)?, rank(b_low)?) {
        return Some(true);
    }
    if !before(rank(a_low)?, rank(b_high)?) {
        return Some(false);
    }
    None
}

fn equal(a: &Value, b: &Value) -> Truth {
    match (a, b) {
        (Value::Unknown | Value::Abstract(_), _) | (_, Value::Unknown | Value::Abstract(_)) => None,
        (Value::Range(_), _) | (_, Value::Range(_)) => {
            let ((a_low, a_high), (b_low, b_high)) = (a.ends(), b.ends());
            let apart = rank(a_high)? < rank(b_low)? || rank(b_high)? < rank(a_low)?;
            if apart { Some(false) } else { None }
        }
        (Value::List(a), Value::List(b)) => {
            if a.len() != b.len() {
                return Some(false);
            }
            let mut unknown = false;
            for (a, b) in a.iter().zip(b.iter()) {
                match equal(a, b) {
                    Some(true) => {}
                    Some(false) => return Some(false),
                    None => unknown = true,
                }
            }
            if unknown { None } else { Some(true) }
        }
        (
            Value::Int(_) | Value::Number(_) | Value::Percent(_),
            Value::Int(_) | Value::Number(_) | Value::Percent(_),
        ) => Some((rank(a)? - rank(b)?).abs() < 1e-9),
        (Value::Money(..), Value::Money(..)) if !same_currency(a, b) => None,
        (a, b) => Some(a == b),
    }
}

fn contains(list: &Value, member: &Value) -> Truth {
    if matches!(list, Value::Unknown | Value::Abstract(_)) {
        return None;
    }
    let mut unknown = false;
    for item in list.members() {
        match equal(item, member) {
            Some(true) => return Some(true),
            Some(false) => {}
            None => unknown = true,
        }
    }
    if unknown { None } else { Some(false) }
}

fn combine(op: Op, a: &Value, b: &Value) -> Value {
    if let (Value::Int(a), Value::Int(b)) = (a, b) {
        let whole = match op {
            Op::Add => a.checked_add(*b),
            Op::Sub => a.checked_sub(*b),
            Op::Mul => a.checked_mul(*b),
            _ => None,
        };
        if let Some(whole) = whole {
            return Value::Int(whole);
        }
    }
    let (Some(x), Some(y)) = (rank(a), rank(b)) else {
        return Value::Unknown;
    };
    if !same_currency(a, b) {
        return Value::Unknown;
    }
    let result = match op {
        Op::Add => x + y,
        Op::Sub => x - y,
        Op::Mul => x * y,
        Op::Div if y != 0.0 => x / y,
        _ => return Value::Unknown,
    };
    if !result.is_finite() {
        return Value::Unknown;
    }
    match (a, b) {
        (Value::Money(_, currency), _) | (_, Value::Money(_, currency)) => Value::Money(result, *currency),
        (Value::Duration(_), _) | (_, Value::Duration(_)) => Value::Duration(result as i64),
        (Value::Percent(_), Value::Percent(_)) => Value::Percent(result),
        _ => Value::Number(result),
    }
}
