//! Members of blocks.

use super::{Lowering, shared};
use crate::codes;
use crate::decl::{Apply, Assign, AttackNode, Body, Carrier, DeclKind, Expectation, Expr, ExprKind, Fix, Literal};
use crate::decl::{Obligation, Path, PropertyDecl, Row, Verdict, Witness};
use crate::diagnostic::Diagnostic;
use std::sync::Arc;
use tm_grammar::SyntaxKind as K;
use tm_grammar::ast::{self, Declaration, Statement};

impl Lowering {
    pub(super) fn member(&mut self, statement: Statement, into: &mut Body, parent: Option<&DeclKind>) {
        match statement {
            Statement::Assign(view) => into.assigns.extend(self.assign(view)),
            Statement::Flag(view) => into.assigns.extend(self.flag(view)),
            Statement::Property(view) => into.properties.extend(self.property(view)),
            Statement::Apply(view) => into.applies.extend(self.apply(view)),
            Statement::On(view) => self.on(view, into),
            Statement::Each(view) => into.witnesses.extend(self.each(view)),
            Statement::When(view) => into.conditions.extend(view.condition().map(|condition| self.expr(condition))),
            Statement::Fix(view) => into.fixes.extend(self.fix(view)),
            Statement::Expect(view) => into.expectations.extend(self.expect(view)),
            Statement::Forbid(view) => {
                let parts = (view.name(), view.ty(), view.condition());
                let span = self.span(view);
                into.obligations.extend(self.obligation(false, parts, span));
            }
            Statement::Require(view) => {
                let parts = (view.name(), view.ty(), view.condition());
                let span = self.span(view);
                into.obligations.extend(self.obligation(true, parts, span));
            }
            Statement::Row(view) => into.rows.extend(self.row(view)),
            Statement::Step(view) => into.attack.extend(self.step(view)),
            Statement::Gate(view) => into.attack.extend(self.gate(view, parent)),
            _ => {}
        }
    }

    fn assign(&mut self, view: ast::Assign) -> Option<Assign> {
        let path = self.path(view.path())?;
        let span = self.span(view);
        let value = self.optional_expr(view.value(), span);
        Some(Assign { path, value, bare: false, title: None, doc: Arc::default() })
    }

    fn flag(&mut self, view: ast::Flag) -> Option<Assign> {
        let name = self.ident(view.name()?);
        let span = name.span;
        let value = Expr { kind: ExprKind::Literal(Literal::Bool(true)), span };
        let title = self.title(view.title());
        Some(Assign { path: name.into(), value, bare: true, title, doc: shared(&view.doc()) })
    }

    fn property(&mut self, view: ast::PropertyDecl) -> Option<PropertyDecl> {
        let name = self.ident(view.name()?);
        let ty = self.property_type(view.ty(), view.list_ty())?;
        let default = view.default().map(|default| self.expr(default));
        Some(PropertyDecl { name, ty, inherited: view.inherited().is_some(), default, doc: shared(&view.doc()) })
    }

    fn apply(&mut self, view: ast::Apply) -> Option<Apply> {
        let span = self.span(view);
        let controls = self.expr(view.controls()?);
        let mut body = Body::default();
        for statement in view.block().into_iter().flat_map(|block| block.statements()) {
            self.statement(statement, &mut body, None);
        }
        self.only_assigns(&body, span, "an `apply`");
        Some(Apply { controls, assigns: body.assigns, span })
    }

    fn on(&mut self, view: ast::On, into: &mut Body) {
        let span = self.span(view);
        let carrier = match self.name(view.name()) {
            Some(name) => self.type_ref(view.ty()).map(|ty| Carrier::Each(name, ty)),
            None => self.path(view.path()).map(Carrier::One),
        };
        into.carriers.extend(carrier.map(|carrier| (carrier, span)));
    }

    fn each(&mut self, view: ast::Each) -> Option<Witness> {
        let name = self.name(view.name())?;
        Some(Witness { name, list: self.expr(view.list()?) })
    }

    fn fix(&mut self, view: ast::Fix) -> Option<Fix> {
        let title = self.title(view.title())?;
        let mut body = Body::default();
        for statement in view.members() {
            self.statement(statement, &mut body, None);
        }
        let span = self.span(view);
        self.only_assigns(&body, span, "a `fix`");
        Some(Fix { title, assigns: body.assigns })
    }

    fn expect(&mut self, view: ast::Expect) -> Option<Expectation> {
        let span = self.span(view);
        let subject = self.expr(view.subject()?);
        let Some(target) = self.target(view.target()) else {
            return Some(Expectation::Condition(subject));
        };
        let verdict = match view.verdict().map(|word| word.kind()) {
            Some(K::PossibleKw) => Verdict::Possible,
            Some(K::AssumedKw) => Verdict::Assumed,
            Some(K::NoKw) => Verdict::Absent,
            _ => Verdict::Definite,
        };
        let Some(rule) = path_of(&subject) else {
            let at = subject.span;
            self.report(Diagnostic::new(codes::MISPLACED_MEMBER, at, "the name of a threat goes before `on`"));
            return None;
        };
        Some(Expectation::Threat { verdict, rule, target, span })
    }

    fn obligation(
        &mut self,
        require: bool,
        (name, ty, condition): (Option<ast::Name>, Option<ast::TypeRef>, Option<ast::Expr>),
        span: crate::source::Span,
    ) -> Option<Obligation> {
        let (name, ty) = (self.name(name)?, self.type_ref(ty)?);
        Some(Obligation { require, name, ty, condition: self.expr(condition?), span })
    }

    fn row(&mut self, view: ast::Row) -> Option<Row> {
        let level = self.ident(view.level()?);
        Some(Row { level, cells: view.cells().iter().map(|cell| self.ident(*cell)).collect() })
    }

    fn step(&mut self, view: ast::Step) -> Option<AttackNode> {
        if let Some(inside) = view.block().and_then(|block| block.statements().next()) {
            let span = self.span(inside);
            let message = "nothing stands in the block of a step";
            self.report(Diagnostic::new(codes::MISPLACED_MEMBER, span, message).label("remove it or move it"));
        }
        if let Some(title) = self.title(view.title()) {
            return Some(AttackNode::Step(title));
        }
        let mut paths = view.paths().into_iter().filter_map(|path| self.path(Some(path)));
        Some(AttackNode::Threat(paths.next()?, paths.next()?))
    }

    fn gate(&mut self, view: ast::Gate, parent: Option<&DeclKind>) -> Option<AttackNode> {
        let mut body = Body::default();
        for statement in view.members() {
            self.statement(statement, &mut body, parent);
        }
        let span = self.span(view);
        match view.word()?.kind() {
            K::AnyKw => {
                self.only_steps(&body, span, "`any`");
                Some(AttackNode::Any(std::mem::take(&mut body.attack), span))
            }
            _ => {
                self.only_steps(&body, span, "`all`");
                Some(AttackNode::All(std::mem::take(&mut body.attack), span))
            }
        }
    }
}

/// A chain of fields as a path.
pub(crate) fn path_of(expr: &Expr) -> Option<Path> {
    match &expr.kind {
        ExprKind::Name(name) => {
            let ident = crate::decl::Ident { name: name.clone(), span: expr.span };
            Some(ident.into())
        }
        ExprKind::Field(base, field) => {
            let mut path = path_of(base)?;
            path.segments.push(field.clone());
            path.span = expr.span;
            Some(path)
        }
        _ => None,
    }
}
