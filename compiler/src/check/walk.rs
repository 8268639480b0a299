//! Visiting all parts of an expression.

use super::{Domain, Ex, ExKind};

impl Ex {
    /// Visits this expression and all in it, outer before inner.
    pub fn walk(&self, visit: &mut dyn FnMut(&Ex)) {
        visit(self);
        match &self.kind {
            ExKind::Error | ExKind::Const(_) | ExKind::Var(_) => {}
            ExKind::Prop(inner, _) | ExKind::Nav(inner, _) | ExKind::Not(inner) | ExKind::Neg(inner) => {
                inner.walk(visit)
            }
            ExKind::Builtin(_, inner) => inner.walk(visit),
            ExKind::Is { operand, .. } => operand.walk(visit),
            ExKind::List(items) | ExKind::And(items) | ExKind::Or(items) | ExKind::Call { args: items, .. } => {
                items.iter().for_each(|item| item.walk(visit));
            }
            ExKind::Comprehension { item, list, condition, .. } => {
                list.walk(visit);
                item.walk(visit);
                condition.iter().for_each(|condition| condition.walk(visit));
            }
            ExKind::Compare(_, left, right) => {
                left.walk(visit);
                right.walk(visit);
            }
            ExKind::Arith(first, rest) => {
                first.walk(visit);
                rest.iter().for_each(|(_, operand)| operand.walk(visit));
            }
            ExKind::If(a, b, c) => [a, b, c].into_iter().for_each(|part| part.walk(visit)),
            ExKind::Quantified { domain, condition, .. } => {
                if let Domain::List(list) = domain {
                    list.walk(visit);
                }
                condition.walk(visit);
            }
            ExKind::Reaches { from, to, carrying, along, through } => {
                from.walk(visit);
                to.walk(visit);
                carrying.iter().for_each(|data| data.walk(visit));
                along.iter().chain(through).for_each(|clause| clause.condition.walk(visit));
            }
        }
    }
}
