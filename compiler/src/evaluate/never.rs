//! Rules that can never fire: found by evaluating their conditions for *any* element.

use super::{Evaluator, rank};
use crate::check::{Ex, ExKind};
use crate::decl::Op;
use crate::library::{Library, Rule, RuleCarrier};
use crate::model::Model;
use crate::source::Span;
use crate::value::{Type, Value};
use std::cmp::Ordering;

/// The condition of a rule that is false whatever the element, if there is one.
pub fn never_true(library: &Library, rule: &Rule) -> Option<Span> {
    let model = Model::default();
    let mut evaluator = Evaluator::new(library, &model);
    evaluator.prepare(rule.slots + rule.witnesses.len() + 1);
    if let RuleCarrier::Each(types) = &rule.carrier
        && let [ty] = types.as_slice()
    {
        evaluator.set(0, Value::Abstract(*ty));
    }
    for (index, witness) in rule.witnesses.iter().enumerate() {
        if let Type::List(member) = &witness.ty
            && let Type::Element(ty) = **member
        {
            evaluator.set(index + 1, Value::Abstract(ty));
        }
    }
    let constant = |ex: &Ex| {
        let mut elements = false;
        ex.walk(&mut |ex| elements |= matches!(ex.kind, ExKind::Const(Value::Element(_))));
        !elements
    };
    let mut judged = rule.conditions.iter().filter(|ex| constant(ex));
    let alone = judged.find(|condition| evaluator.truth(condition) == Some(false));
    alone.map(|condition| condition.span).or_else(|| contradiction(&conjuncts(&rule.conditions))).or_else(|| {
        let mut found = None;
        let inner = |ex: &Ex| match &ex.kind {
            ExKind::And(parts) => contradiction(&conjuncts(parts)),
            _ => None,
        };
        rule.conditions.iter().for_each(|condition| condition.walk(&mut |ex| found = found.or_else(|| inner(ex))));
        found
    })
}

/// All that must hold at once: conditions, and the parts of those that are conjunctions themselves.
fn conjuncts(conditions: &[Ex]) -> Vec<&Ex> {
    let mut all = Vec::new();
    for condition in conditions {
        match &condition.kind {
            ExKind::And(parts) => all.extend(conjuncts(parts)),
            _ => all.push(condition),
        }
    }
    all
}

/// Two conjuncts that exclude each other: `a == X and a == Y`, `p and not p`.
fn contradiction(conditions: &[&Ex]) -> Option<Span> {
    for (index, second) in conditions.iter().enumerate() {
        if conditions[..index].iter().any(|first| exclude(first, second)) {
            return Some(second.span);
        }
    }
    None
}

fn exclude(first: &Ex, second: &Ex) -> bool {
    match (&first.kind, &second.kind) {
        (ExKind::Not(inner), _) => same(inner, second) || apart(first, second),
        (_, ExKind::Not(inner)) => same(first, inner) || apart(first, second),
        (ExKind::Compare(Op::Eq, a, x), ExKind::Compare(Op::Eq, b, y)) => {
            let constants = matches!((&x.kind, &y.kind), (ExKind::Const(x), ExKind::Const(y)) if x != y);
            same(a, b) && constants
        }
        _ => apart(first, second) || opposed(first, second),
    }
}

/// True where two comparisons of the same two things agree on no order of them: `a > b and a < b`.
fn opposed(first: &Ex, second: &Ex) -> bool {
    let (ExKind::Compare(op, a, b), ExKind::Compare(other, c, d)) = (&first.kind, &second.kind) else { return false };
    let other = match (same(a, c) && same(b, d), same(a, d) && same(b, c)) {
        (true, _) => *other,
        (false, true) => turned(*other),
        (false, false) => return false,
    };
    let allowed = orders(*op).zip(orders(other));
    allowed.is_some_and(|(one, other)| !one.iter().any(|order| other.contains(order)))
}

/// The orders of its two sides for which a comparison is true.
fn orders(op: Op) -> Option<&'static [Ordering]> {
    Some(match op {
        Op::Lt => &[Ordering::Less],
        Op::LtEq => &[Ordering::Less, Ordering::Equal],
        Op::Gt => &[Ordering::Greater],
        Op::GtEq => &[Ordering::Greater, Ordering::Equal],
        Op::Eq => &[Ordering::Equal],
        Op::NotEq => &[Ordering::Less, Ordering::Greater],
        _ => return None,
    })
}

/// The values that a comparison with a constant leaves: what is compared, and the least and the greatest, both included
/// where values are counted and else only where nothing is said of their being left out.
struct Bounds<'a> {
    of: &'a Ex,
    least: (f64, bool),
    greatest: (f64, bool),
}

/// True where two comparisons of the same thing with constants leave nothing between them.
fn apart(first: &Ex, second: &Ex) -> bool {
    let (Some(a), Some(b)) = (bounds(first, false), bounds(second, false)) else { return false };
    let below = |(high, ends): (f64, bool), (low, starts): (f64, bool)| high < low || high == low && !(ends && starts);
    same(a.of, b.of) && (below(a.greatest, b.least) || below(b.greatest, a.least))
}

fn bounds(ex: &Ex, negated: bool) -> Option<Bounds<'_>> {
    let (op, of, constant) = match &ex.kind {
        ExKind::Not(inner) => return bounds(inner, !negated),
        ExKind::Compare(op, left, right) => match (&left.kind, &right.kind) {
            (_, ExKind::Const(value)) => (*op, &**left, value),
            (ExKind::Const(value), _) => (turned(*op), &**right, value),
            _ => return None,
        },
        _ => return None,
    };
    let (at, counted) = (rank(constant)?, matches!(of.ty, Type::Int | Type::Enum(_)));
    // What is counted and compared with a part of a whole begins at the next whole: `> 3.5` is `>= 4`.
    let (below, above) = if counted { (at.ceil() - 1.0, at.floor() + 1.0) } else { (at, at) };
    let (floor, ceiling) = if counted { (at.floor(), at.ceil()) } else { (at, at) };
    let (least, greatest) = match (op, negated) {
        (Op::Lt, false) | (Op::GtEq, true) => (None, Some((below, counted))),
        (Op::LtEq, false) | (Op::Gt, true) => (None, Some((floor, true))),
        (Op::Gt, false) | (Op::LtEq, true) => (Some((above, counted)), None),
        (Op::GtEq, false) | (Op::Lt, true) => (Some((ceiling, true)), None),
        (Op::Eq, false) | (Op::NotEq, true) => (Some((at, true)), Some((at, true))),
        _ => return None,
    };
    let (least, greatest) = (least.unwrap_or((f64::MIN, true)), greatest.unwrap_or((f64::MAX, true)));
    Some(Bounds { of, least, greatest })
}

/// The comparison with its sides exchanged.
fn turned(op: Op) -> Op {
    match op {
        Op::Lt => Op::Gt,
        Op::LtEq => Op::GtEq,
        Op::Gt => Op::Lt,
        Op::GtEq => Op::LtEq,
        other => other,
    }
}

/// True where two expressions compute the same. Variables bound inside have the same slot where they stand at the same
/// depth; of searches and choices nothing is said.
fn same(a: &Ex, b: &Ex) -> bool {
    let all = |a: &[Ex], b: &[Ex]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b));
    match (&a.kind, &b.kind) {
        (ExKind::Var(a), ExKind::Var(b)) => a == b,
        (ExKind::Const(a), ExKind::Const(b)) => a == b,
        (ExKind::Prop(a, p), ExKind::Prop(b, q)) => p == q && same(a, b),
        (ExKind::Nav(a, p), ExKind::Nav(b, q)) => p == q && same(a, b),
        (ExKind::Builtin(one, a), ExKind::Builtin(other, b)) => one == other && same(a, b),
        (ExKind::Not(a), ExKind::Not(b)) | (ExKind::Neg(a), ExKind::Neg(b)) => same(a, b),
        (ExKind::Compare(op, a, b), ExKind::Compare(other, c, d)) => op == other && same(a, c) && same(b, d),
        (ExKind::And(a), ExKind::And(b)) | (ExKind::Or(a), ExKind::Or(b)) | (ExKind::List(a), ExKind::List(b)) => {
            all(a, b)
        }
        (ExKind::Call { function, args }, ExKind::Call { function: other, args: theirs }) => {
            function == other && all(args, theirs)
        }
        (ExKind::Arith(a, more), ExKind::Arith(b, rest)) => {
            let operations = more.iter().zip(rest).all(|((op, a), (other, b))| op == other && same(a, b));
            same(a, b) && more.len() == rest.len() && operations
        }
        (ExKind::Is { operand: a, types, negated }, ExKind::Is { operand: b, types: others, negated: other }) => {
            types == others && negated == other && same(a, b)
        }
        (
            ExKind::Comprehension { item: a, slot, list: xs, condition: c },
            ExKind::Comprehension { item: b, slot: other, list: ys, condition: d },
        ) => {
            let filters = match (c, d) {
                (Some(c), Some(d)) => same(c, d),
                (None, None) => true,
                _ => false,
            };
            slot == other && same(a, b) && same(xs, ys) && filters
        }
        _ => false,
    }
}
