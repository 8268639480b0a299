//! Requirements of a regime: policies that say what they are about (`on`), where they apply (`when`) and what meets them.

use super::build::{Built, Site};
use super::controls::texts;
use super::rules::{Union, flatten_and, reads_external, union_carrier};
use super::types::constant;
use super::{PolicyInfo, RequirementInfo};
use crate::check::{Checker, Ex, ExKind};
use crate::codes;
use crate::decl::{Assign, Carrier};
use crate::diagnostic::{Diagnostic, list_names};
use crate::ids::{EnumId, PolicyId};
use crate::source::Span;
use crate::value::{Type, Value};
use std::sync::Arc;

/// The attributes of a policy that is a requirement.
const ATTRIBUTES: &[&str] = &["regime", "references", "met"];

/// True for policies that are requirements of a regime.
pub(super) fn is_requirement(site: &Site<'_>) -> bool {
    let body = &site.decl.body;
    let named = |assign: &Assign| ATTRIBUTES.contains(&assign.path.text().as_str());
    !body.carriers.is_empty() || !body.conditions.is_empty() || body.assigns.iter().any(named)
}

/// Reads one requirement.
pub(super) fn build(built: &mut Built<'_>, id: PolicyId, site: &Site<'_>) {
    let union = union_carrier(built, site);
    let references = references(built, site);
    let mut reader = Reader { checker: Checker::new(&built.library, &built.roster, site.package), site: *site };
    let requirement = reader.requirement(union, references, &built.library.policies[id]);
    let mut diagnostics = reader.checker.diagnostics;
    built.diagnostics.append(&mut diagnostics);
    built.library.policies[id].requirement = requirement;
}

fn references(built: &mut Built<'_>, site: &Site<'_>) -> Vec<Arc<str>> {
    let named = site.decl.body.assigns.iter().filter(|assign| assign.path.text() == "references");
    let values: Vec<_> = named.map(|assign| &assign.value).collect();
    let lists = values.into_iter().filter_map(|value| constant(built, site.package, value, &Type::Text.list()));
    lists.flat_map(|value| texts(&value)).collect()
}

struct Reader<'b, 'a> {
    checker: Checker<'b>,
    site: Site<'a>,
}

impl Reader<'_, '_> {
    fn bad(&mut self, span: Span, message: impl Into<String>, label: &str, help: &str) {
        self.checker.report(Diagnostic::new(codes::BAD_TEST, span, message).label(label).help(help));
    }

    fn requirement(
        &mut self,
        union: Option<Union>,
        references: Vec<Arc<str>>,
        policy: &PolicyInfo,
    ) -> Option<RequirementInfo> {
        let body = &self.site.decl.body;
        self.unknown_attributes();
        if let Some(obligation) = body.obligations.first() {
            let message = format!("policy `{}` is a requirement with an obligation besides", policy.name);
            self.bad(obligation.span, message, "belongs into a policy of its own", "make two policies of it");
        }
        let regime = self.regime(policy);
        if references.is_empty() && !body.assigns.iter().any(|assign| assign.path.text() == "references") {
            let message = format!("requirement `{}` does not say where it is written", policy.name);
            self.bad(policy.span, message, "has no `references`", "add `references = [\"…\"]` with ids of a catalogue");
        }
        let union = self.carrier(union, policy)?;
        let mut conditions = Vec::new();
        for condition in &body.conditions {
            let checked = self.checker.condition(condition);
            self.checker.narrow_by(&checked, false);
            flatten_and(checked, &mut conditions);
        }
        let met = body.assigns.iter().find(|assign| assign.path.text() == "met");
        let met = met.map(|assign| self.checker.condition(&assign.value));
        let broken = conditions.iter().chain(&met).any(Ex::is_broken);
        self.checker.mark_used(0);
        self.checker.unbind();
        let (regime, slots) = (regime?, self.checker.slots.max(1));
        let sees_external = conditions.iter().any(reads_external);
        (!broken && !references.is_empty()).then_some(RequirementInfo {
            regime,
            references,
            carriers: union.members,
            conditions,
            sees_external,
            met,
            slots,
        })
    }

    fn unknown_attributes(&mut self) {
        for assign in &self.site.decl.body.assigns {
            let name = assign.path.text();
            if !ATTRIBUTES.contains(&name.as_str()) {
                let message = format!("a requirement has no attribute `{name}`");
                let diagnostic = Diagnostic::new(codes::BAD_TEST, assign.path.span, message)
                    .label("unknown here")
                    .note(format!("requirements have: {}", list_names(ATTRIBUTES, 12)))
                    .did_you_mean(&name, ATTRIBUTES);
                self.checker.report(diagnostic);
            }
        }
    }

    /// `regime = Regime.Name`: a value of any enum.
    fn regime(&mut self, policy: &PolicyInfo) -> Option<(EnumId, u16)> {
        let help = "add `regime = Regime.NAME`, a value of the enum that lists the regimes";
        let Some(assign) = self.site.decl.body.assigns.iter().find(|assign| assign.path.text() == "regime") else {
            let message = format!("requirement `{}` belongs to no regime", policy.name);
            self.bad(policy.span, message, "has no `regime`", help);
            return None;
        };
        let value = self.checker.infer(&assign.value);
        match value.kind {
            ExKind::Const(Value::Enum(id, index)) => Some((id, index)),
            ExKind::Error => None,
            _ => {
                self.bad(assign.value.span, "a regime is a value of an enum", "something else", help);
                None
            }
        }
    }

    fn carrier(&mut self, union: Option<Union>, policy: &PolicyInfo) -> Option<Union> {
        let help = "add one line such as `on s: store`";
        let [(Carrier::Each(name, ty), _)] = self.site.decl.body.carriers.as_slice() else {
            let message = format!("requirement `{}` does not say what it is about", policy.name);
            self.bad(policy.span, message, "needs one `on` with a kind or a type", help);
            return None;
        };
        let union = match union {
            Some(union) => union,
            None => self.checker.one_type(ty).map(|ty| Union { ty, members: vec![ty] })?,
        };
        self.checker.bind(name, Type::Element(union.ty));
        Some(union)
    }
}
