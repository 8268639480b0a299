//! Functions: abbreviations, checked once, never recursive.

use super::FnInfo;
use super::build::{Built, Site};
use super::scopes::Def;
use super::types::property_type;
use crate::check::{Checker, Ex, ExKind};
use crate::codes;
use crate::decl::{DeclKind, Expr, ExprKind, Name, Over, Param};
use crate::diagnostic::Diagnostic;
use crate::ids::FnId;
use rustc_hash::FxHashMap;

/// Checks all functions, those that others call first.
pub(super) fn build(built: &mut Built<'_>) {
    let waiting: Vec<(FnId, Site<'_>)> = built
        .open()
        .iter()
        .filter_map(|site| match site.def {
            Some(Def::Fn(id)) => Some((id, *site)),
            _ => None,
        })
        .collect();
    for at in order(built, &waiting) {
        let (id, site) = waiting[at];
        if let DeclKind::Fn { params, body } = &site.decl.kind {
            function(built, id, &site, params, body);
        }
    }
}

/// Positions of the functions, callees first. Of those in a circle one comes before what it calls:
/// checking it reports the call.
fn order(built: &Built<'_>, functions: &[(FnId, Site<'_>)]) -> Vec<usize> {
    let places: FxHashMap<FnId, usize> = functions.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
    let callees = |at: usize| {
        let site = &functions[at].1;
        let mut found = Vec::new();
        if let DeclKind::Fn { body, .. } = &site.decl.kind {
            each_call(body, &mut |name| {
                if let Ok((Def::Fn(id), _)) = built.library.scopes.lookup_name(site.package, name) {
                    found.extend(places.get(&id));
                }
            });
        }
        found
    };
    let mut order = Vec::with_capacity(functions.len());
    let mut seen = vec![false; functions.len()];
    for start in 0..functions.len() {
        let mut stack = vec![(start, None::<Vec<usize>>)];
        while let Some((at, rest)) = stack.pop() {
            let mut rest = match rest {
                Some(rest) => rest,
                None if std::mem::replace(&mut seen[at], true) => continue,
                None => callees(at),
            };
            match rest.pop() {
                Some(next) => stack.extend([(at, Some(rest)), (next, None)]),
                None => order.push(at),
            }
        }
    }
    order
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
    let name = site.decl.name.as_ref().map_or_else(|| "".into(), |name| name.name.clone());
    let (steps, depth) = size(built, &body);
    let sound = steps <= MOST_STEPS && depth <= MOST_DEPTH;
    let told = |found: &Diagnostic| found.code == codes::TOO_DEEP;
    if !sound && !built.diagnostics.iter().any(told) {
        let message = format!("`{name}` unfolds too far");
        let span = site.decl.head();
        built.diagnostics.push(
            Diagnostic::new(codes::TOO_DEEP, span, message)
                .label(format!("more than {MOST_STEPS} steps, or calls {MOST_DEPTH} deep"))
                .help("let it call fewer functions that call others"),
        );
    }
    let walks = walks(built, &body);
    built.library.functions[id] = Some(FnInfo {
        name,
        package: site.package,
        params: checked,
        body: if sound { body } else { Checker::error(body.span) },
        slots,
        walks,
        steps: if sound { steps } else { 1 },
        depth: if sound { depth } else { 1 },
    });
}

/// A function unfolds to at most so many expressions, and calls others at most so deep: functions are
/// abbreviations, and without an end to their growth a short text could keep the compiler busy for years.
const MOST_STEPS: u64 = 20_000;
const MOST_DEPTH: u32 = 64;

/// How many expressions a checked body unfolds to, and how deep its calls go.
fn size(built: &Built<'_>, body: &Ex) -> (u64, u32) {
    let (mut steps, mut depth) = (0_u64, 0);
    body.walk(&mut |ex| {
        steps = steps.saturating_add(1);
        if let ExKind::Call { function, .. } = &ex.kind
            && let Some(called) = built.library.functions.get(*function).and_then(Option::as_ref)
        {
            steps = steps.saturating_add(called.steps);
            depth = depth.max(called.depth);
        }
    });
    (steps, depth + 1)
}

/// True for a body that goes through a list or searches, or calls a function that does.
fn walks(built: &Built<'_>, body: &Ex) -> bool {
    let mut found = false;
    body.walk(&mut |ex| {
        found |= match &ex.kind {
            ExKind::Quantified { .. } | ExKind::Comprehension { .. } | ExKind::Reaches { .. } => true,
            ExKind::Call { function, .. } => {
                let called = built.library.functions.get(*function).and_then(Option::as_ref);
                called.is_some_and(|called| called.walks)
            }
            _ => false,
        }
    });
    found
}

/// The names that an expression calls.
fn each_call(expr: &Expr, visit: &mut dyn FnMut(&Name)) {
    match &expr.kind {
        ExprKind::Call(callee, args) => {
            if let ExprKind::Name(name) = &callee.kind {
                visit(name);
            }
            args.iter().for_each(|arg| each_call(&arg.value, visit));
        }
        ExprKind::Error | ExprKind::Name(_) | ExprKind::Literal(_) => {}
        ExprKind::List(items) | ExprKind::And(items) | ExprKind::Or(items) => {
            items.iter().for_each(|item| each_call(item, visit));
        }
        ExprKind::Comprehension { item, list, condition, .. } => {
            each_call(item, visit);
            each_call(list, visit);
            condition.iter().for_each(|inner| each_call(inner, visit));
        }
        ExprKind::Field(inner, _) | ExprKind::Neg(inner) | ExprKind::Not(inner) => {
            each_call(inner, visit);
        }
        ExprKind::Is { operand, .. } => each_call(operand, visit),
        ExprKind::Compare(_, left, right) => {
            each_call(left, visit);
            each_call(right, visit);
        }
        ExprKind::Arith(first, rest) => {
            each_call(first, visit);
            rest.iter().for_each(|(_, operand)| each_call(operand, visit));
        }
        ExprKind::If(a, b, c) => [a, b, c].into_iter().for_each(|part| each_call(part, visit)),
        ExprKind::Quantified { over, condition, .. } => {
            if let Over::List(list) = over {
                each_call(list, visit);
            }
            each_call(condition, visit);
        }
        ExprKind::Reaches { from, to, carrying, along, through } => {
            each_call(from, visit);
            each_call(to, visit);
            carrying.iter().for_each(|data| each_call(data, visit));
            let clauses = along.iter().chain(through);
            clauses.for_each(|clause| each_call(&clause.condition, visit));
        }
    }
}
