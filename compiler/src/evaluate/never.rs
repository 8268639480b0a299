//! Rules that can never fire: found by evaluating their conditions for *any* element.

use super::Evaluator;
use crate::check::{Ex, ExKind};
use crate::decl::Op;
use crate::library::{Library, Rule, RuleCarrier};
use crate::model::Model;
use crate::source::Span;
use crate::value::{Type, Value};

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
    alone.map(|condition| condition.span).or_else(|| contradiction(&rule.conditions))
}

/// Two conjuncts that exclude each other: `a == X and a == Y`, `p and not p`.
fn contradiction(conditions: &[Ex]) -> Option<Span> {
    for (index, second) in conditions.iter().enumerate() {
        if conditions[..index].iter().any(|first| exclude(first, second)) {
            return Some(second.span);
        }
    }
    None
}

fn exclude(first: &Ex, second: &Ex) -> bool {
    match (&first.kind, &second.kind) {
        (ExKind::Not(inner), _) => same(inner, second),
        (_, ExKind::Not(inner)) => same(first, inner),
        (ExKind::Compare(Op::Eq, a, x), ExKind::Compare(Op::Eq, b, y)) => {
            let constants = matches!((&x.kind, &y.kind), (ExKind::Const(x), ExKind::Const(y)) if x != y);
            same(a, b) && constants
        }
        _ => false,
    }
}

/// True where two expressions read the same thing.
fn same(a: &Ex, b: &Ex) -> bool {
    match (&a.kind, &b.kind) {
        (ExKind::Var(a), ExKind::Var(b)) => a == b,
        (ExKind::Const(a), ExKind::Const(b)) => a == b,
        (ExKind::Prop(a, p), ExKind::Prop(b, q)) => p == q && same(a, b),
        (ExKind::Nav(a, p), ExKind::Nav(b, q)) => p == q && same(a, b),
        (ExKind::Compare(op, a, b), ExKind::Compare(other, c, d)) => op == other && same(a, c) && same(b, d),
        _ => false,
    }
}
