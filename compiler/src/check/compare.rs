//! Comparisons and arithmetic: like with like.

use super::{Checker, Ex, ExKind, fits, quoted};
use crate::codes;
use crate::decl::{Expr, ExprKind, Op};
use crate::diagnostic::Diagnostic;
use crate::evaluate::rank;
use crate::source::Span;
use crate::value::{Type, Value};

impl Checker<'_> {
    pub(super) fn compare(&mut self, op: Op, left: &Expr, right: &Expr, span: Span) -> Ex {
        let (before, mistakes) = (self.diagnostics.len(), self.mistakes);
        let (left, right) = match op {
            Op::In => self.membership(left, right),
            Op::Has => {
                let (member, list) = self.membership(right, left);
                (list, member)
            }
            _ => self.both(left, right),
        };
        let told = self.diagnostics.len() > before; // one mistake, one message
        if matches!(op, Op::Lt | Op::LtEq | Op::Gt | Op::GtEq) && !told {
            let _ = self.ordered(&left) && self.ordered(&right);
        }
        self.one_currency(&left, &right);
        if self.mistakes > mistakes {
            return Self::error(span); // whether it can be true is nothing to tell of what is no comparison
        }
        Ex { kind: ExKind::Compare(op, Box::new(left), Box::new(right)), ty: Type::Bool, span }
    }

    /// A member and the list it may be in.
    fn membership(&mut self, member: &Expr, list: &Expr) -> (Ex, Ex) {
        if let ExprKind::List(_) = list.kind {
            let member = self.infer(member);
            let wanted = member.ty.clone().list();
            let list = self.expect(list, &wanted);
            return (member, list);
        }
        let list = self.infer(list);
        let wanted = self.member_type(&list);
        let member = self.expr(member, Some(&wanted));
        self.like(&member, &wanted, list.span);
        (member, list)
    }

    /// Two operands; a bare name of an enum's value is read in the type of the other.
    fn both(&mut self, left: &Expr, right: &Expr) -> (Ex, Ex) {
        let bare = |expr: &Expr| matches!(expr.kind, ExprKind::Name(_));
        if bare(left) && !bare(right) {
            let right = self.infer(right);
            let left = self.beside(left, &right);
            self.like(&left, &right.ty, right.span);
            return (left, right);
        }
        let left = self.infer(left);
        let right = self.beside(right, &left);
        self.like(&right, &left.ty, left.span);
        (left, right)
    }

    /// An operand beside another; a bare name beside a mistake could mean anything.
    fn beside(&mut self, expr: &Expr, other: &Ex) -> Ex {
        let before = self.diagnostics.len();
        let ex = self.expr(expr, Some(&other.ty));
        if other.is_broken() && matches!(expr.kind, ExprKind::Name(_)) {
            self.diagnostics.truncate(before);
        }
        ex
    }

    fn like(&mut self, ex: &Ex, other: &Type, other_span: Span) {
        let related = match (&ex.ty, other) {
            (Type::Element(a), Type::Element(b)) => {
                let (a, b) = (&self.library.types[*a], &self.library.types[*b]);
                a.kind.is_none() || b.kind.is_none() || a.kind == b.kind
            }
            // A single value serves as a list where one is assigned; here it would never be equal to one.
            (Type::List(_), single) | (single, Type::List(_)) if !matches!(single, Type::List(_)) => {
                matches!(single, Type::Any | Type::Error)
            }
            (have, want) => fits(self.library, have, want) || fits(self.library, want, have),
        };
        if !related {
            let (a, b) = (ex.ty.show(self.library), other.show(self.library));
            let message = format!("{} and {} cannot be compared", quoted(&a), quoted(&b));
            let found = Diagnostic::new(codes::UNLIKE_COMPARED, ex.span, message)
                .label(format!("this is {a}"))
                .also(other_span, format!("this is {b}"));
            let mixed = matches!(ex.ty, Type::List(_)) != matches!(other, Type::List(_));
            self.report(match mixed {
                true => found.help(
                    "`LIST has VALUE` or `VALUE in LIST` asks whether it is among them, `max(LIST)` takes the highest",
                ),
                false => found,
            });
        }
    }

    fn ordered(&mut self, ex: &Ex) -> bool {
        let ordered = match &ex.ty {
            Type::Enum(id) => self.library.enums[*id].scale,
            Type::Error
            | Type::Any
            | Type::Int
            | Type::Number
            | Type::Percent
            | Type::Date
            | Type::Duration
            | Type::Money => true,
            _ => false,
        };
        if !ordered {
            let shown = ex.ty.show(self.library);
            self.report(
                Diagnostic::new(codes::UNLIKE_COMPARED, ex.span, format!("{} has no order", quoted(&shown)))
                    .label("cannot be compared with `<` or `>`")
                    .help(order_help(&ex.ty)),
            );
        }
        ordered
    }

    pub(super) fn arith(&mut self, first: &Expr, rest: &[(Op, Expr)], span: Span) -> Ex {
        let first = self.infer(first);
        let mut sound = self.numeric(&first);
        let mut ty = first.ty.clone();
        let mut checked = Vec::with_capacity(rest.len());
        for (op, operand) in rest {
            let operand = self.infer(operand);
            sound &= self.numeric(&operand);
            self.one_currency(&first, &operand);
            if *op == Op::Div && matches!(&operand.kind, ExKind::Const(value) if rank(value) == Some(0.0)) {
                let diagnostic = Diagnostic::new(codes::DIVISION_BY_ZERO, operand.span, "this divides by zero");
                self.report(diagnostic.label("zero, always").help("divide by something else"));
            }
            if ty == Type::Int && operand.ty != Type::Int || *op == Op::Div {
                ty = if operand.ty == Type::Int { Type::Number } else { operand.ty.clone() };
            }
            checked.push((*op, operand));
        }
        if !sound {
            return Self::error(span);
        }
        Ex { kind: ExKind::Arith(Box::new(first), checked), ty, span }
    }

    /// Amounts in unlike currencies cannot be compared or added: nobody says here what one is worth in the other.
    pub(super) fn one_currency(&mut self, left: &Ex, right: &Ex) {
        let (Some((first, here)), Some((second, there))) = (currency(left), currency(right)) else { return };
        if first != second {
            let shown = |currency: &[u8; 3]| String::from_utf8_lossy(currency).into_owned();
            let (first, second) = (shown(&first), shown(&second));
            self.report(
                Diagnostic::new(codes::UNLIKE_COMPARED, there, format!("{first} and {second} do not go together"))
                    .label(format!("this is an amount of {second}"))
                    .also(here, format!("this is an amount of {first}"))
                    .help(format!("write both in {first}, or both in {second}")),
            );
        }
    }

    pub(super) fn numeric(&mut self, ex: &Ex) -> bool {
        let numeric = matches!(
            ex.ty,
            Type::Error | Type::Any | Type::Int | Type::Number | Type::Percent | Type::Duration | Type::Money
        );
        if !numeric {
            let shown = ex.ty.show(self.library);
            self.report(
                Diagnostic::new(codes::TYPE_MISMATCH, ex.span, format!("expected a number, found {}", quoted(&shown)))
                    .label("not a number"),
            );
        }
        numeric
    }
}

/// What to write instead of comparing what has no order.
fn order_help(ty: &Type) -> &'static str {
    match ty {
        Type::List(_) => "take one of the list, `max(…)` or `min(…)`, or ask `exists x in … where x > …`",
        _ => "scales, numbers, dates, durations and money have an order; enums do not",
    }
}

/// The currency that an expression's literals say it is in, and where.
fn currency(ex: &Ex) -> Option<([u8; 3], Span)> {
    match &ex.kind {
        ExKind::Const(Value::Money(_, currency)) => Some((*currency, ex.span)),
        ExKind::Neg(inner) | ExKind::Builtin(_, inner) if ex.ty == Type::Money => currency(inner),
        ExKind::Arith(first, rest) => {
            std::iter::once(&**first).chain(rest.iter().map(|(_, operand)| operand)).find_map(currency)
        }
        ExKind::If(_, then, otherwise) => currency(then).or_else(|| currency(otherwise)),
        ExKind::List(items) => items.iter().find_map(currency),
        _ => None,
    }
}
