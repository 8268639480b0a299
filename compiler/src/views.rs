//! Views and assumptions.

use crate::check::Checker;
use crate::codes;
use crate::decl::{DeclKind, Expr, ExprKind};
use crate::diagnostic::Diagnostic;
use crate::ids::ElementId;
use crate::library::{Library, Site};
use crate::lower::path_of;
use crate::model::Model;
use crate::package::PackageId;
use crate::source::Span;

/// Some elements of the model, to be drawn together.
#[derive(Clone, Debug)]
pub struct View {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What it includes.
    pub include: Vec<ElementId>,
}

/// The views of the root package.
pub fn resolve(library: &Library, model: &Model, sites: &[Site<'_>], diagnostics: &mut Vec<Diagnostic>) -> Vec<View> {
    let mut views = Vec::new();
    for site in sites.iter().filter(|site| site.package == model.root && matches!(site.decl.kind, DeclKind::View)) {
        let Some(name) = &site.decl.name else {
            continue;
        };
        let mut checker = Checker::new(library, &model.roster, site.package);
        let mut include = Vec::new();
        for assign in &site.decl.body.assigns {
            match assign.path.text().as_str() {
                "include" => include.extend(elements(&mut checker, &assign.value)),
                other => diagnostics.push(unknown(assign.path.span, "a view", other, "include")),
            }
        }
        diagnostics.append(&mut checker.diagnostics);
        let title = site.decl.title.as_ref().map_or_else(|| name.name.to_string(), |title| title.value.to_string());
        views.push(View { name: name.name.to_string(), title, include });
    }
    views
}

/// An attribute that a declaration does not have.
pub(crate) fn unknown(span: Span, owner: &str, name: &str, known: &str) -> Diagnostic {
    Diagnostic::new(codes::UNKNOWN_PROPERTY, span, format!("{owner} has no attribute `{name}`"))
        .note(format!("it has: {known}"))
        .did_you_mean(name, known.split(", "))
}

/// The elements that a list names.
pub(crate) fn elements(checker: &mut Checker<'_>, value: &Expr) -> Vec<ElementId> {
    match &value.kind {
        ExprKind::List(items) => items.iter().flat_map(|item| elements(checker, item)).collect(),
        ExprKind::Error => Vec::new(),
        _ => match path_of(value) {
            Some(path) => checker.element(&path).into_iter().collect(),
            None => {
                checker.diagnostics.push(Diagnostic::new(
                    codes::WRONG_SORT,
                    value.span,
                    "names of elements are needed here",
                ));
                Vec::new()
            }
        },
    }
}

/// Assumptions of the root package: name, title, documentation, place.
pub fn assumptions(
    sites: &[Site<'_>],
    root: PackageId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(String, String, String, Span)> {
    let mut found = Vec::new();
    for site in sites.iter().filter(|site| site.package == root && matches!(site.decl.kind, DeclKind::Assumption)) {
        let Some(name) = &site.decl.name else {
            continue;
        };
        for assign in &site.decl.body.assigns {
            diagnostics.push(
                Diagnostic::new(codes::UNKNOWN_PROPERTY, assign.path.span, "an assumption has no attributes")
                    .help("say more in its `///` documentation"),
            );
        }
        let title = site.decl.title.as_ref().map_or_else(|| name.name.to_string(), |title| title.value.to_string());
        found.push((name.name.to_string(), title, site.decl.doc.to_string(), name.span));
    }
    found
}
