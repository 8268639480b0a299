//! Controls: where they may stand, what they remove, which facts they establish.

use super::build::{Built, Site};
use super::scopes::Def;
use super::types::constant;
use super::{ControlInfo, Reduces};
use crate::check::Checker;
use crate::codes;
use crate::decl::{Assign, Decl, ExprKind, Name};
use crate::diagnostic::Diagnostic;
use crate::evidence::Claim;
use crate::ids::ControlId;
use crate::package::PackageId;
use crate::source::Span;
use crate::value::{Type, Value};
use std::sync::Arc;

/// The attributes of a control that the language knows.
const ATTRIBUTES: &[&str] = &["strength", "reduces", "satisfies", "references", "cost", "verified_by"];

/// The head of a control.
pub(super) fn of_decl(decl: &Decl, package: PackageId) -> ControlInfo {
    let name: Name = decl.name.as_ref().map_or_else(|| "".into(), |name| name.name.clone());
    ControlInfo {
        title: decl.title.as_ref().map_or_else(|| name.clone(), |title| title.value.clone()),
        name,
        doc: decl.doc.clone(),
        package,
        on: Vec::new(),
        strength: 0.0,
        reduces: Reduces::Likelihood,
        satisfies: Vec::new(),
        cost: None,
        verified_by: Vec::new(),
        facts: Vec::new(),
        span: decl.head(),
    }
}

fn sites<'a>(built: &Built<'a>) -> Vec<(ControlId, Site<'a>)> {
    built
        .open()
        .iter()
        .filter_map(|site| match site.def {
            Some(Def::Control(id)) => Some((id, *site)),
            _ => None,
        })
        .collect()
}

/// Where controls may stand, and their attributes.
pub(super) fn build(built: &mut Built<'_>) {
    for (id, site) in sites(built) {
        if let Some(ty) = &site.decl.ty {
            let mut checker = Checker::new(&built.library, &built.roster, site.package);
            let on = checker.types(ty);
            built.diagnostics.append(&mut checker.diagnostics);
            built.library.controls[id].on = on;
        }
        for assign in &site.decl.body.assigns {
            if ATTRIBUTES.contains(&assign.path.text().as_str()) {
                attribute(built, id, &site, assign);
            }
        }
    }
}

fn attribute(built: &mut Built<'_>, id: ControlId, site: &Site<'_>, assign: &Assign) {
    match assign.path.text().as_str() {
        "strength" => {
            let value = constant(built, site.package, &assign.value, &Type::Percent);
            if let Some(share) = value.as_ref().and_then(share_of) {
                if !(0.0..=1.0).contains(&share) {
                    built.diagnostics.push(no_share(assign.value.span));
                }
                built.library.controls[id].strength = share.clamp(0.0, 1.0);
            }
        }
        "reduces" => match &assign.value.kind {
            ExprKind::Name(name) if &**name == "Likelihood" => built.library.controls[id].reduces = Reduces::Likelihood,
            ExprKind::Name(name) if &**name == "Impact" => built.library.controls[id].reduces = Reduces::Impact,
            _ => built.diagnostics.push(
                Diagnostic::new(codes::UNKNOWN_VALUE, assign.value.span, "a control reduces `Likelihood` or `Impact`")
                    .label("neither of the two"),
            ),
        },
        "satisfies" => {
            let value = constant(built, site.package, &assign.value, &Type::Text.list());
            built.library.controls[id].satisfies = value.map(|value| texts(&value)).unwrap_or_default();
        }
        "cost" => {
            let value = constant(built, site.package, &assign.value, &Type::Money);
            built.library.controls[id].cost = value;
        }
        "verified_by" => built.library.controls[id].verified_by = Claim::read(&assign.value),
        _ => {
            constant(built, site.package, &assign.value, &Type::Text.list());
        }
    }
}

/// A number as a share.
pub(super) fn share_of(value: &Value) -> Option<f64> {
    match value {
        Value::Percent(share) | Value::Number(share) => Some(*share),
        Value::Int(number) => Some(*number as f64),
        _ => None,
    }
}

/// A strength that is none.
pub(super) fn no_share(span: Span) -> Diagnostic {
    Diagnostic::new(codes::BAD_NUMBER, span, "a strength is a share of the whole")
        .label("lies between 0% and 100%")
        .help("write `strength = 60%`")
}

/// The texts of a list.
pub(super) fn texts(value: &Value) -> Vec<Arc<str>> {
    value
        .members()
        .iter()
        .filter_map(|member| match member {
            Value::Text(text) => Some(Arc::clone(text)),
            _ => None,
        })
        .collect()
}

/// The facts that controls establish: any other assignment names a property of where the control stands.
pub(super) fn facts(built: &mut Built<'_>) {
    for (id, site) in sites(built) {
        for assign in &site.decl.body.assigns {
            if !ATTRIBUTES.contains(&assign.path.text().as_str()) {
                fact(built, id, &site, assign);
            }
        }
    }
}

fn fact(built: &mut Built<'_>, id: ControlId, site: &Site<'_>, assign: &Assign) {
    let Some(name) = assign.path.segments.first().filter(|_| assign.path.segments.len() == 1) else {
        return;
    };
    let checker = Checker::new(&built.library, &built.roster, site.package);
    let owners = &built.library.controls[id].on;
    let found: Option<Vec<_>> = owners.iter().map(|owner| checker.property(*owner, &name.name)).collect();
    let Some((prop, ty)) = found.and_then(|found| found.into_iter().next()) else {
        let shown = built.library.controls[id].name.clone();
        let diagnostic = Diagnostic::new(
            codes::UNKNOWN_PROPERTY,
            name.span,
            format!("control `{shown}` has no attribute `{}`", name.name),
        )
        .note(format!("controls have {}, and the properties of what they stand on", ATTRIBUTES.join(", ")))
        .did_you_mean(&name.name, ATTRIBUTES);
        built.diagnostics.push(diagnostic);
        return;
    };
    if let Some(owner) = built.library.controls[id].on.first() {
        built.library.note_property(name.span, *owner, prop);
    }
    if let Some(value) = constant(built, site.package, &assign.value, &ty) {
        built.library.controls[id].facts.push((prop, value, assign.path.span));
    }
}
