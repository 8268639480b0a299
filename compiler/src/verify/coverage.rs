//! What the tests of a package leave untouched.

use super::requirements::{Fulfilment, requirement};
use crate::assess::Assessed;
use crate::check::{Ex, ExKind};
use crate::decl::{Decl, Expectation, Verdict as Wanted};
use crate::derive::{Derived, Verdict};
use crate::ids::{ControlId, PolicyId, PropId, RuleId};
use crate::library::{Def, Library, Rule, RuleCarrier};
use crate::model::Model;
use crate::package::PackageId;
use crate::source::{FileId, Span};
use crate::value::Type;
use std::collections::{BTreeMap, BTreeSet};

/// What the tests of a package have shown.
#[derive(Debug, Default)]
pub(super) struct Coverage {
    fired: BTreeSet<RuleId>,
    absent: BTreeSet<RuleId>,
    open: BTreeSet<PolicyId>,
    closed: BTreeSet<PolicyId>,
    met: BTreeSet<PolicyId>,
}

impl Coverage {
    /// Counts the rules that found something certain.
    pub(super) fn fired(&mut self, derived: &Derived) {
        let sure = derived.instances.iter().filter(|instance| instance.verdict != Verdict::Possible);
        self.fired.extend(sure.map(|instance| instance.rule));
    }

    /// Counts the requirements of a package that something meets in a test: where one does not apply, nothing is shown.
    pub(super) fn met(&mut self, library: &Library, package: PackageId, model: &Model, assessed: &Assessed) {
        let own = library.policies.iter().filter(|(_, one)| one.package == package && one.requirement.is_some());
        let judged = own.map(|(id, _)| requirement(library, model, assessed, id));
        let met = judged.filter(|one| one.places.iter().any(|place| place.fulfilment == Fulfilment::Met));
        self.met.extend(met.map(|one| one.policy));
    }

    /// Counts what a test expects to be absent, and requirements that it expects to be open or not.
    pub(super) fn expected(&mut self, library: &Library, package: PackageId, decl: &Decl) {
        for expectation in &decl.body.expectations {
            let Expectation::Threat { verdict, rule, .. } = expectation else { continue };
            let absent = *verdict == Wanted::Absent;
            match library.scopes.lookup(package, rule) {
                Ok((Def::Rule(id), _)) if absent => drop(self.absent.insert(id)),
                Ok((Def::Policy(id), _)) if absent => drop(self.closed.insert(id)),
                Ok((Def::Policy(id), _)) if *verdict != Wanted::Possible => drop(self.open.insert(id)),
                _ => {}
            }
        }
    }

    /// Rules and requirements of a package that no test fires, by name; what is about one element of the model needs no test.
    pub(super) fn silent_rules(&self, library: &Library, package: PackageId) -> Vec<String> {
        named(library, package, |id| self.fired.contains(&id), |id| self.open.contains(&id))
    }

    /// Rules and requirements of a package that no test shows to be silent where nothing is wrong, or to be met, by name.
    pub(super) fn loud_rules(&self, library: &Library, package: PackageId) -> Vec<String> {
        let met = |id| self.closed.contains(&id) && self.met.contains(&id);
        named(library, package, |id| self.absent.contains(&id), met)
    }
}

/// The rules of a package, and its requirements, that are not tried in some way.
fn named(
    library: &Library,
    package: PackageId,
    rule_tried: impl Fn(RuleId) -> bool,
    requirement_tried: impl Fn(PolicyId) -> bool,
) -> Vec<String> {
    let rules = library.rules.iter().filter(|(_, rule)| rule.package == package && is_general(rule));
    let rules = rules.filter(|(id, _)| !rule_tried(*id)).map(|(_, rule)| rule.name.to_string());
    let policies = library.policies.iter().filter(|(_, one)| one.package == package && one.requirement.is_some());
    let policies = policies.filter(|(id, _)| !requirement_tried(*id)).map(|(_, policy)| policy.name.to_string());
    rules.chain(policies).collect()
}

fn is_general(rule: &Rule) -> bool {
    matches!(rule.carrier, RuleCarrier::Each(_))
}

/// Properties that a package declares and that nothing reads. A package without rules of its own declares them for others.
pub(super) fn unread_properties(library: &Library, package: PackageId, files: &[FileId]) -> Vec<String> {
    let all = if has_rules(library, package) { unread(library) } else { Vec::new() };
    all.into_iter().filter(|(span, _)| files.contains(&span.file)).map(|(_, name)| name).collect()
}

/// Controls that a package declares and that no rule lists. A package without rules of its own declares them for others.
pub(super) fn idle_controls(library: &Library, package: PackageId) -> Vec<String> {
    let all = if has_rules(library, package) { idle(library) } else { Vec::new() };
    let own = all.into_iter().map(|id| &library.controls[id]).filter(|control| control.package == package);
    own.map(|control| control.name.to_string()).collect()
}

/// Properties that no rule, policy or function reads: where they are declared, and their names.
pub fn unread(library: &Library) -> Vec<(Span, String)> {
    let read = read_properties(library);
    let mut unread = BTreeMap::new();
    for (id, info) in library.types.iter() {
        for prop in info.property_order.iter().filter(|prop| !read.contains(*prop)) {
            let property = &info.properties[prop];
            let written = property.span.filter(|_| property.declared_in == id);
            if let Some(span) = written.filter(|_| !read_by_compiler(library, &property.ty)) {
                unread.insert(span, format!("{}.{}", info.name, library.props.name(*prop)));
            }
        }
    }
    unread.into_iter().collect()
}

/// Controls that no rule lists.
pub fn idle(library: &Library) -> Vec<ControlId> {
    let uses = library.rules.values().flat_map(|rule| &rule.mitigated_by);
    let used: BTreeSet<ControlId> = uses.map(|used| used.control).collect();
    library.controls.iter().map(|(id, _)| id).filter(|id| !used.contains(id)).collect()
}

fn has_rules(library: &Library, package: PackageId) -> bool {
    library.rules.values().any(|rule| rule.package == package && is_general(rule))
}

fn read_properties(library: &Library) -> BTreeSet<PropId> {
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
    read
}

/// The matrix of a model, and the regimes that it declares.
fn read_by_compiler(library: &Library, ty: &Type) -> bool {
    match ty {
        Type::Matrix => true,
        Type::List(member) => read_by_compiler(library, member),
        Type::Enum(id) => super::requirements::regimes(library).iter().any(|(set, _)| set == id),
        _ => false,
    }
}

fn note(ex: &Ex, read: &mut BTreeSet<PropId>) {
    ex.walk(&mut |ex| {
        if let ExKind::Prop(_, prop) = ex.kind {
            read.insert(prop);
        }
    });
}
