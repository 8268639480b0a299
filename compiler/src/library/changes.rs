//! What the root package changes in the libraries it uses.

use super::LibraryChange;
use super::build::{Built, Site};
use super::controls::texts;
use super::rules::control_uses;
use super::types::constant;
use crate::check::Checker;
use crate::codes;
use crate::decl::DeclKind;
use crate::diagnostic::Diagnostic;
use crate::ids::RuleId;
use crate::package::Packages;
use crate::value::{Type, Value};
use std::sync::Arc;

/// `disable` and `extend threat`: those of the root package count, and those of packages that it names as its policy.
pub(super) fn apply(built: &mut Built<'_>, packages: &Packages) {
    for site in built.open() {
        let (path, disable) = match &site.decl.kind {
            DeclKind::Disable(path) => (path, true),
            DeclKind::ExtendThreat(path) => (path, false),
            _ => continue,
        };
        let mut checker = Checker::new(&built.library, &built.roster, site.package);
        let rule = checker.rule(path);
        built.diagnostics.append(&mut checker.diagnostics);
        let Some(rule) = rule else { continue };
        if !packages.governs(site.package) {
            built.diagnostics.push(
                Diagnostic::new(codes::BAD_RULE, site.decl.span, "only the package being checked changes rules")
                    .label("has no effect in a package that is used by another")
                    .help("or name this package in the `tm.toml` of the package being checked: `policy = \"…\"`"),
            );
            continue;
        }
        if disable { disable_rule(built, rule, &site) } else { extend_rule(built, rule, &site) }
    }
}

fn reason(built: &mut Built<'_>, site: &Site<'_>) -> Arc<str> {
    let mut reason: Arc<str> = "".into();
    for assign in &site.decl.body.assigns {
        if assign.path.text() == "reason" {
            if let Some(Value::Text(text)) = constant(built, site.package, &assign.value, &Type::Text) {
                reason = text;
            }
        } else if matches!(site.decl.kind, DeclKind::Disable(_)) {
            built.diagnostics.push(
                Diagnostic::new(
                    codes::INCOMPLETE_DECISION,
                    assign.path.span,
                    format!("`disable` has no attribute `{}`", assign.path.text()),
                )
                .note("it has: `reason`"),
            );
        }
    }
    reason
}

fn disable_rule(built: &mut Built<'_>, rule: RuleId, site: &Site<'_>) {
    let reason = reason(built, site);
    let subject = built.library.rule_id(&built.library.rules[rule]);
    if reason.is_empty() {
        built.diagnostics.push(
            Diagnostic::new(
                codes::INCOMPLETE_DECISION,
                site.decl.span,
                format!("`{subject}` is disabled without a reason"),
            )
            .help("add `{ reason = \"…\" }`"),
        );
    }
    built.library.rules[rule].disabled = Some(site.decl.span);
    built.library.changes.push(LibraryChange {
        kind: "disable",
        subject,
        added: Vec::new(),
        reason,
        span: site.decl.span,
    });
}

fn extend_rule(built: &mut Built<'_>, rule: RuleId, site: &Site<'_>) {
    let mut added_references: Vec<Arc<str>> = Vec::new();
    let mut added: Vec<String> = Vec::new();
    for assign in &site.decl.body.assigns {
        match assign.path.text().as_str() {
            "mitigated_by" => {
                let mut checker = Checker::new(&built.library, &built.roster, site.package);
                let uses = control_uses(&mut checker, &assign.value);
                built.diagnostics.append(&mut checker.diagnostics);
                added.extend(uses.iter().map(|used| built.library.controls[used.control].name.to_string()));
                built.library.rules[rule].mitigated_by.extend(uses);
            }
            "references" => {
                let value = constant(built, site.package, &assign.value, &Type::Text.list());
                added_references.extend(value.map(|value| texts(&value)).unwrap_or_default());
            }
            "reason" => {}
            other => built.diagnostics.push(
                Diagnostic::new(codes::BAD_RULE, assign.path.span, format!("`extend threat` cannot change `{other}`"))
                    .note("it adds to `mitigated_by` and `references`"),
            ),
        }
    }
    added.extend(added_references.iter().map(ToString::to_string));
    built.library.rules[rule].references.extend(added_references);
    let reason = reason(built, site);
    let subject = built.library.rule_id(&built.library.rules[rule]);
    built.library.changes.push(LibraryChange { kind: "extend threat", subject, added, reason, span: site.decl.span });
}
