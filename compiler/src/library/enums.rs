//! Enums and scales.

use super::{EnumInfo, EnumValue};
use crate::codes;
use crate::decl::{Assign, Decl, DeclKind, Expr, ExprKind, Literal, Name};
use crate::diagnostic::Diagnostic;
use crate::package::PackageId;
use std::sync::Arc;

/// Reads an enum or a scale; its values need nothing but themselves.
pub(super) fn of_decl(decl: &Decl, package: PackageId, diagnostics: &mut Vec<Diagnostic>) -> EnumInfo {
    let name: Name = decl.name.as_ref().map_or_else(|| "".into(), |name| name.name.clone());
    let scale = matches!(decl.kind, DeclKind::Scale);
    let mut info = EnumInfo {
        title: decl.title.as_ref().map_or_else(|| name.clone(), |title| title.value.clone()),
        name,
        doc: decl.doc.clone(),
        package,
        scale,
        values: Vec::new(),
        partial: decl.body.refused,
        span: decl.head(),
    };
    for assign in &decl.body.assigns {
        value(&mut info, assign, diagnostics);
    }
    if info.values.is_empty() && !decl.body.refused {
        diagnostics.push(Diagnostic::new(codes::BAD_SCALE, info.span, format!("`{}` has no values", info.name)));
    }
    if let Some(assign) = decl.body.assigns.last().filter(|_| scale && !decl.body.refused) {
        ends_low(&info, assign, diagnostics);
    }
    info
}

/// The highest level of a scale goes up to the whole: a value above it would be in no level.
fn ends_low(info: &EnumInfo, assign: &Assign, diagnostics: &mut Vec<Diagnostic>) {
    let Some(upper) = share(&assign.value).filter(|upper| *upper < 1.0 - 1e-9) else { return };
    if info.values.last().is_some_and(|last| last.upper == upper) {
        let message = format!("`{}` ends below the whole", info.name);
        diagnostics.push(
            Diagnostic::new(codes::BAD_SCALE, assign.value.span, message)
                .label("a value above this is in no level")
                .help(format!("write `{} = 100%`", assign.path.text())),
        );
    }
}

fn value(info: &mut EnumInfo, assign: &Assign, diagnostics: &mut Vec<Diagnostic>) {
    let [name] = assign.path.segments.as_slice() else {
        diagnostics.push(Diagnostic::new(codes::BAD_SCALE, assign.path.span, "a value is a single name"));
        return;
    };
    if let Some(earlier) = info.values.iter().find(|value| value.name == name.name) {
        diagnostics.push(
            Diagnostic::new(codes::DUPLICATE_NAME, name.span, format!("`{}` has `{}` twice", info.name, name.name))
                .also(earlier.span, "first here"),
        );
        return;
    }
    let upper = if info.scale { upper(info, assign, diagnostics) } else { 0.0 };
    let title: Arc<str> = assign.title.as_ref().map_or_else(|| in_words(&name.name), |title| title.value.clone());
    info.values.push(EnumValue { name: name.name.clone(), title, upper, doc: assign.doc.clone(), span: name.span });
}

/// The upper end of a level; the ends must rise.
fn upper(info: &EnumInfo, assign: &Assign, diagnostics: &mut Vec<Diagnostic>) -> f64 {
    let least = info.values.last().map_or(0.0, |value| value.upper);
    let number = share(&assign.value);
    match number {
        Some(number) if number > least => number,
        Some(number) => {
            diagnostics.push(
                Diagnostic::new(
                    codes::BAD_SCALE,
                    assign.value.span,
                    "the levels of a scale rise from the lowest to the highest",
                )
                .label("not above the level before it"),
            );
            number.max(least)
        }
        None => {
            diagnostics.push(
                Diagnostic::new(codes::BAD_SCALE, assign.path.span, "a level of a scale needs its upper end")
                    .label("as in `Low = 20%`"),
            );
            least
        }
    }
}

fn share(value: &Expr) -> Option<f64> {
    match &value.kind {
        ExprKind::Literal(Literal::Percent(share) | Literal::Number(share)) => Some(*share),
        ExprKind::Literal(Literal::Int(number)) => Some(*number as f64),
        _ => None,
    }
}

/// A name in words: `VeryHigh` reads "Very high".
fn in_words(name: &str) -> Arc<str> {
    let mut text = String::with_capacity(name.len() + 2);
    let mut before = ' ';
    for c in name.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            text.push(' ');
            text.extend(c.to_lowercase());
        } else {
            text.push(if c == '_' { ' ' } else { c });
        }
        before = c;
    }
    text.into()
}
