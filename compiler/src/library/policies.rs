//! Policies.

use super::build::{Built, Site};
use super::requirements::{self, is_requirement};
use super::scopes::Def;
use super::{ObligationInfo, PolicyInfo};
use crate::check::Checker;
use crate::codes;
use crate::decl::{Decl, Name};
use crate::diagnostic::Diagnostic;
use crate::ids::PolicyId;
use crate::package::PackageId;
use crate::value::Type;

/// The head of a policy.
pub(super) fn of_decl(decl: &Decl, package: PackageId) -> PolicyInfo {
    let name: Name = decl.name.as_ref().map_or_else(|| "".into(), |name| name.name.clone());
    let title = decl.title.as_ref().map_or_else(|| name.clone(), |title| title.value.clone());
    PolicyInfo {
        name,
        title,
        doc: decl.doc.clone(),
        package,
        obligations: Vec::new(),
        requirement: None,
        span: decl.head(),
    }
}

/// Checks all policies.
pub(super) fn build(built: &mut Built<'_>) {
    for site in built.open() {
        match site.def {
            Some(Def::Policy(id)) if is_requirement(&site) => requirements::build(built, id, &site),
            Some(Def::Policy(id)) => policy(built, id, &site),
            _ => {}
        }
    }
}

fn policy(built: &mut Built<'_>, id: PolicyId, site: &Site<'_>) {
    for assign in &site.decl.body.assigns {
        built.diagnostics.push(
            Diagnostic::new(codes::BAD_TEST, assign.path.span, "a policy has no attributes")
                .label("only `forbid` and `require` stand here"),
        );
    }
    if site.decl.body.obligations.is_empty() && !site.decl.body.refused {
        let name = &built.library.policies[id].name;
        let diagnostic = Diagnostic::new(codes::BAD_TEST, site.decl.head(), format!("policy `{name}` asks nothing"));
        built.diagnostics.push(diagnostic.help("add `forbid e: KIND when …` or `require e: KIND when …`"));
    }
    for obligation in &site.decl.body.obligations {
        let mut checker = Checker::new(&built.library, &built.roster, site.package);
        let Some(ty) = checker.one_type(&obligation.ty) else {
            built.diagnostics.append(&mut checker.diagnostics);
            continue;
        };
        checker.bind(&obligation.name, Type::Element(ty));
        let condition = checker.condition(&obligation.condition);
        let sound = checker.diagnostics.is_empty() && !condition.is_broken();
        checker.unbind();
        let slots = checker.slots;
        built.diagnostics.append(&mut checker.diagnostics);
        if !sound {
            continue;
        }
        let info = ObligationInfo { require: obligation.require, ty, condition, slots, span: obligation.span };
        built.library.policies[id].obligations.push(info);
    }
}
