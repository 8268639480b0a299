//! Expressions that bind a variable: comprehensions, quantifiers, paths.

use super::{Checker, Domain, Ex, ExKind, PathClause, fits};
use crate::decl::{Clause, Expr, Ident, Over, Quantifier};
use crate::source::Span;
use crate::value::Type;

impl Checker<'_> {
    pub(super) fn comprehension(
        &mut self,
        item: &Expr,
        name: &Ident,
        list: &Expr,
        condition: Option<&Expr>,
        span: Span,
    ) -> Ex {
        let list = self.infer(list);
        let member = self.member_type(&list);
        let slot = self.bind(name, member);
        let condition = condition.map(|condition| Box::new(self.condition(condition)));
        let item = self.infer(item);
        self.unbind();
        let ty = item.ty.clone().list();
        Ex { kind: ExKind::Comprehension { item: Box::new(item), slot, list: Box::new(list), condition }, ty, span }
    }

    pub(super) fn quantified(
        &mut self,
        quantifier: Quantifier,
        name: &Ident,
        over: &Over,
        condition: &Expr,
        span: Span,
    ) -> Ex {
        let (domain, member) = match over {
            Over::List(list) => {
                let list = self.infer(list);
                let member = self.member_type(&list);
                (Domain::List(Box::new(list)), member)
            }
            Over::Type(ty) => match self.one_type(ty) {
                Some(id) => (Domain::Type(id), Type::Element(id)),
                None => return Self::error(span),
            },
        };
        let slot = self.bind(name, member);
        let condition = Box::new(self.condition(condition));
        self.unbind();
        Ex { kind: ExKind::Quantified { quantifier, slot, domain, condition }, ty: Type::Bool, span }
    }

    pub(super) fn reaches(
        &mut self,
        from: &Expr,
        to: &Expr,
        carrying: Option<&Expr>,
        [along, through]: [Option<&Clause>; 2],
        span: Span,
    ) -> Ex {
        use crate::library::roots;
        let node = Type::Element(roots::NODE);
        let from = Box::new(self.end_of_path(from));
        let to = Box::new(self.end_of_path(to));
        let carrying = carrying.map(|data| Box::new(self.expect(data, &Type::Element(roots::DATA))));
        let along = along.map(|clause| Box::new(self.clause(clause, Type::Element(roots::FLOW))));
        let through = through.map(|clause| Box::new(self.clause(clause, node)));
        Ex { kind: ExKind::Reaches { from, to, carrying, along, through }, ty: Type::Bool, span }
    }

    /// An end of a path: a node, a boundary (any node in it) or a list of them.
    fn end_of_path(&mut self, expr: &Expr) -> Ex {
        use crate::library::roots;
        let ex = self.infer(expr);
        let member = match &ex.ty {
            Type::List(member) => (**member).clone(),
            other => other.clone(),
        };
        let node = fits(self.library, &member, &Type::Element(roots::NODE));
        if node || fits(self.library, &member, &Type::Element(roots::BOUNDARY)) {
            return ex;
        }
        self.mismatch(&ex, &Type::Element(roots::NODE));
        Self::error(expr.span)
    }

    fn clause(&mut self, clause: &Clause, ty: Type) -> PathClause {
        let slot = self.bind(&clause.name, ty);
        let condition = self.condition(&clause.condition);
        self.unbind();
        PathClause { slot, condition }
    }
}
