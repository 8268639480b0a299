//! Expressions.

use super::{Lowering, literal};
use crate::codes;
use crate::decl::{Arg, Clause, Expr, ExprKind, Ident, Op, Over, Quantifier};
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use tm_grammar::ast::{self, Suffix};
use tm_grammar::{SyntaxKind as K, Word};

/// More fields and calls behind one name than any model needs; a bound on recursion.
const MAX_SUFFIXES: usize = 64;

impl Lowering {
    pub(super) fn expr(&mut self, view: ast::Expr) -> Expr {
        let span = self.span(view);
        let kind = match view {
            ast::Expr::NameRef(view) => view.token().map(|token| ExprKind::Name(self.intern(token.text()))),
            ast::Expr::Literal(view) => self.literal(view, span),
            ast::Expr::Money(view) => self.money(view, span),
            ast::Expr::Paren(view) => {
                return view.inner().map_or(error(span), |inner| self.expr(inner));
            }
            ast::Expr::List(view) => Some(ExprKind::List(view.items().map(|item| self.expr(item)).collect())),
            ast::Expr::Comprehension(view) => self.comprehension(view),
            ast::Expr::Postfix(view) => return self.postfix(view, span),
            ast::Expr::Unary(view) => self.boxed(view.operand()).map(ExprKind::Neg),
            ast::Expr::Binary(view) => self.binary(view),
            ast::Expr::Not(view) => self.boxed(view.operand()).map(ExprKind::Not),
            ast::Expr::If(view) => self.if_expr(view),
            ast::Expr::Is(view) => self.is_expr(view),
            ast::Expr::Quantifier(view) => self.quantifier(view),
            ast::Expr::Reaches(view) => self.reaches(view),
        };
        Expr { kind: kind.unwrap_or(ExprKind::Error), span }
    }

    fn boxed(&mut self, view: Option<ast::Expr>) -> Option<Box<Expr>> {
        view.map(|view| Box::new(self.expr(view)))
    }

    fn literal(&mut self, view: ast::Literal, span: Span) -> Option<ExprKind> {
        let token = view.token()?;
        literal::value(token.kind(), token.text(), span, &mut self.diagnostics).map(ExprKind::Literal)
    }

    fn money(&mut self, view: ast::Money, span: Span) -> Option<ExprKind> {
        let (amount, currency) = (view.amount()?, view.currency()?);
        literal::money(amount.text(), currency.text(), span, &mut self.diagnostics).map(ExprKind::Literal)
    }

    fn comprehension(&mut self, view: ast::Comprehension) -> Option<ExprKind> {
        let (item, list) = (self.boxed(view.item())?, self.boxed(view.source())?);
        let condition = self.boxed(view.condition());
        Some(ExprKind::Comprehension { item, name: self.name(view.name())?, list, condition })
    }

    fn postfix(&mut self, view: ast::PostfixExpr, span: Span) -> Expr {
        let Some(base) = view.base() else {
            return error(span);
        };
        let mut expr = self.expr(base);
        for (index, suffix) in view.suffixes().enumerate() {
            if index == MAX_SUFFIXES {
                self.report(Diagnostic::new(codes::TOO_DEEP, span, "this path is too long to mean anything"));
                return error(span);
            }
            expr = self.suffix(expr, suffix);
        }
        expr
    }

    fn suffix(&mut self, base: Expr, suffix: Suffix) -> Expr {
        match suffix {
            Suffix::Field(field) => {
                let span = base.span.to(self.span(field));
                match field.name() {
                    Some(name) => Expr { kind: ExprKind::Field(Box::new(base), self.ident(name)), span },
                    None => error(span),
                }
            }
            Suffix::Call(call) => {
                let span = base.span.to(self.span(call));
                let args = call.args().filter_map(|arg| self.arg(arg)).collect();
                Expr { kind: ExprKind::Call(Box::new(base), args), span }
            }
        }
    }

    fn arg(&mut self, arg: ast::Arg) -> Option<Arg> {
        let name = arg.name().map(|name| self.ident(name));
        Some(Arg { name, value: self.expr(arg.value()?) })
    }

    fn binary(&mut self, view: ast::BinaryExpr) -> Option<ExprKind> {
        let operators: Vec<Word<'_>> = view.operators().collect();
        let mut operands = view.operands().map(|operand| self.expr(operand)).collect::<Vec<_>>().into_iter();
        match operators.first()?.kind() {
            K::AndKw => Some(ExprKind::And(operands.collect())),
            K::OrKw => Some(ExprKind::Or(operands.collect())),
            first => {
                let left = Box::new(operands.next()?);
                let op = operator(first)?;
                if matches!(op, Op::Add | Op::Sub | Op::Mul | Op::Div) {
                    let rest = operators.iter().filter_map(|token| operator(token.kind())).zip(operands).collect();
                    return Some(ExprKind::Arith(left, rest));
                }
                Some(ExprKind::Compare(op, left, Box::new(operands.next()?)))
            }
        }
    }

    fn if_expr(&mut self, view: ast::IfExpr) -> Option<ExprKind> {
        let [condition, then, otherwise] = view.parts().map(|part| self.boxed(part));
        Some(ExprKind::If(condition?, then?, otherwise?))
    }

    fn is_expr(&mut self, view: ast::IsExpr) -> Option<ExprKind> {
        let operand = self.boxed(view.operand())?;
        Some(ExprKind::Is { operand, ty: self.type_ref(view.ty())?, negated: view.negated() })
    }

    fn quantifier(&mut self, view: ast::QuantifierExpr) -> Option<ExprKind> {
        let quantifier = match view.quantifier()?.kind() {
            K::ExistsKw => Quantifier::Exists,
            K::AllKw => Quantifier::All,
            _ => Quantifier::None,
        };
        let over = match view.ty() {
            Some(ty) => Over::Type(self.type_ref(Some(ty))?),
            None => Over::List(self.boxed(view.list())?),
        };
        let name = self.name(view.name())?;
        Some(ExprKind::Quantified { quantifier, name, over, condition: self.boxed(view.condition())? })
    }

    fn reaches(&mut self, view: ast::ReachesExpr) -> Option<ExprKind> {
        let (from, to) = (self.boxed(view.from())?, self.boxed(view.to())?);
        let carrying = self.boxed(view.carrying());
        let along = view.along().and_then(|clause| {
            let name = self.name(clause.name());
            self.clause(name, clause.condition())
        });
        let through = view.through().and_then(|clause| {
            let name = self.name(clause.name());
            self.clause(name, clause.condition())
        });
        Some(ExprKind::Reaches { from, to, carrying, along, through })
    }

    fn clause(&mut self, name: Option<Ident>, condition: Option<ast::Expr>) -> Option<Box<Clause>> {
        let condition = condition.map(|condition| self.expr(condition))?;
        Some(Box::new(Clause { name: name?, condition }))
    }
}

fn error(span: Span) -> Expr {
    Expr { kind: ExprKind::Error, span }
}

fn operator(kind: K) -> Option<Op> {
    Some(match kind {
        K::EqEq => Op::Eq,
        K::NotEq => Op::NotEq,
        K::Lt => Op::Lt,
        K::LtEq => Op::LtEq,
        K::Gt => Op::Gt,
        K::GtEq => Op::GtEq,
        K::InKw => Op::In,
        K::HasKw => Op::Has,
        K::Plus => Op::Add,
        K::Minus => Op::Sub,
        K::Star => Op::Mul,
        K::Slash => Op::Div,
        _ => return None,
    })
}
