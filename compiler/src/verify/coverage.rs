//! What the tests of a package leave untouched.

use crate::check::{Ex, ExKind};
use crate::derive::{Derived, Verdict};
use crate::ids::{PropId, RuleId};
use crate::library::Library;
use crate::package::PackageId;
use std::collections::BTreeSet;

/// The rules that some test fired.
#[derive(Debug, Default)]
pub(super) struct Coverage {
    fired: BTreeSet<RuleId>,
}

impl Coverage {
    /// Counts the rules that found something certain.
    pub(super) fn fired(&mut self, derived: &Derived) {
        let sure = derived.instances.iter().filter(|instance| instance.verdict != Verdict::Possible);
        self.fired.extend(sure.map(|instance| instance.rule));
    }

    /// Rules of a package that no test fired, by name; what is about one element of the model needs no test.
    pub(super) fn silent_rules(&self, library: &Library, package: PackageId) -> Vec<String> {
        let own = library.rules.iter().filter(|(_, rule)| {
            rule.package == package && matches!(rule.carrier, crate::library::RuleCarrier::Each(_))
        });
        own.filter(|(id, _)| !self.fired.contains(id)).map(|(_, rule)| rule.name.to_string()).collect()
    }
}

/// Properties that types of a package declare and that no rule, policy or function reads.
pub(super) fn unread_properties(library: &Library, package: PackageId) -> Vec<String> {
    let mut read: BTreeSet<PropId> = BTreeSet::new();
    for rule in library.rules.values() {
        let levels = rule.likelihood.iter().chain(&rule.impact);
        rule.conditions.iter().chain(levels).chain(&rule.witnesses).for_each(|ex| note(ex, &mut read));
    }
    for policy in library.policies.values() {
        policy.obligations.iter().for_each(|obligation| note(&obligation.condition, &mut read));
        let asked = policy.requirement.iter().flat_map(|info| info.conditions.iter().chain(&info.met));
        asked.for_each(|ex| note(ex, &mut read));
    }
    for function in library.functions.values().flatten() {
        note(&function.body, &mut read);
    }
    let mut unread = Vec::new();
    for (id, info) in library.types.iter().filter(|(_, info)| info.package == package) {
        for prop in &info.property_order {
            let own = info.properties[prop].declared_in == id && info.properties[prop].span.is_some();
            let special = info.properties[prop].ty == crate::value::Type::Matrix;
            if own && !special && !read.contains(prop) {
                unread.push(format!("{}.{}", info.name, library.props.name(*prop)));
            }
        }
    }
    unread
}

fn note(ex: &Ex, read: &mut BTreeSet<PropId>) {
    ex.walk(&mut |ex| {
        if let ExKind::Prop(_, prop) = ex.kind {
            read.insert(prop);
        }
    });
}
