//! Functions: abbreviations, checked once, never recursive.

use super::FnInfo;
use super::build::{Built, Site};
use super::scopes::Def;
use super::types::property_type;
use crate::check::Checker;
use crate::decl::{DeclKind, Expr, ExprKind, Name, Over, Param};
use crate::ids::FnId;

/// Checks all functions, those that others call first.
pub(super) fn build(built: &mut Built<'_>) {
    let mut waiting: Vec<(FnId, Site<'_>)> = built
        .sites
        .iter()
        .filter_map(|site| match site.def {
            Some(Def::Fn(id)) => Some((id, *site)),
            _ => None,
        })
        .collect();
    while !waiting.is_empty() {
        let names: Vec<Name> = waiting
            .iter()
            .filter_map(|(_, site)| Some(site.decl.name.as_ref()?.name.clone()))
            .collect();
        let ready = waiting.iter().position(|(_, site)| match &site.decl.kind {
            DeclKind::Fn { body, .. } => !calls_any(body, &names),
            _ => true,
        });
        // Where none is ready they call each other in a circle: checking any of them reports the call.
        let (id, site) = waiting.remove(ready.unwrap_or(0));
        if let DeclKind::Fn { params, body } = &site.decl.kind {
            function(built, id, &site, params, body);
        }
    }
}

fn function(built: &mut Built<'_>, id: FnId, site: &Site<'_>, params: &[Param], body: &Expr) {
    let mut checker = Checker::new(&built.library, &built.roster, site.package);
    let mut checked = Vec::with_capacity(params.len());
    for param in params {
        let ty = property_type(&mut checker, &param.ty);
        checker.bind(&param.name, ty.clone());
        checked.push((param.name.name.clone(), ty));
    }
    let body = checker.infer(body);
    for _ in params {
        checker.unbind();
    }
    let slots = checker.slots;
    let mut diagnostics = checker.diagnostics;
    built.diagnostics.append(&mut diagnostics);
    let name = site
        .decl
        .name
        .as_ref()
        .map_or_else(|| "".into(), |name| name.name.clone());
    built.library.functions[id] = Some(FnInfo {
        name,
        package: site.package,
        params: checked,
        body,
        slots,
    });
}

/// True where an expression calls one of the named functions.
fn calls_any(expr: &Expr, names: &[Name]) -> bool {
    let any = |expr: &Expr| calls_any(expr, names);
    match &expr.kind {
        ExprKind::Call(callee, args) => {
            let named = matches!(&callee.kind, ExprKind::Name(name) if names.contains(name));
            named || args.iter().any(|arg| any(&arg.value))
        }
        ExprKind::Error | ExprKind::Name(_) | ExprKind::Literal(_) => false,
        ExprKind::List(items) | ExprKind::And(items) | ExprKind::Or(items) => items.iter().any(any),
        ExprKind::Comprehension {
            item,
            list,
            condition,
            ..
        } => any(item) || any(list) || condition.as_deref().is_some_and(any),
        ExprKind::Field(inner, _) | ExprKind::Neg(inner) | ExprKind::Not(inner) => any(inner),
        ExprKind::Is { operand, .. } => any(operand),
        ExprKind::Compare(_, left, right) => any(left) || any(right),
        ExprKind::Arith(first, rest) => any(first) || rest.iter().any(|(_, operand)| any(operand)),
        ExprKind::If(a, b, c) => any(a) || any(b) || any(c),
        ExprKind::Quantified {
            over, condition, ..
        } => any(condition) || matches!(over, Over::List(list) if any(list)),
        ExprKind::Reaches {
            from,
            to,
            carrying,
            along,
            through,
        } => {
            let clauses = along
                .iter()
                .chain(through)
                .any(|clause| any(&clause.condition));
            any(from) || any(to) || carrying.as_deref().is_some_and(any) || clauses
        }
    }
}
