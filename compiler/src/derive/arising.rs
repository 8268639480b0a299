//! What would be found besides where some facts held: who states them should know.

use super::{Derived, Deriver, Instance, Plan, mentions_foreign};
use crate::analysis::Analysis;
use crate::evaluate::{Hypothesis, Reads};
use crate::ids::{ElementId, PropId, RuleId};

/// The rules in scope with the properties that they read, by property.
pub fn readers(analysis: &Analysis) -> Vec<(PropId, RuleId)> {
    let scope = crate::analysis::scope(&analysis.model);
    let (library, model) = (&analysis.library, &analysis.model);
    let asked = library.rules.iter().filter(|(_, rule)| scope.includes(rule) && !mentions_foreign(rule, model));
    let mut found = Vec::new();
    for (id, rule) in asked {
        found.extend(Reads::of(library, rule).props.into_iter().map(|prop| (prop, id)));
    }
    found.sort_unstable();
    found
}

/// What rules would find at some elements, which are in order, where facts held and do not find now, not even perhaps.
/// `readers` are those of the same analysis.
pub fn arising(
    analysis: &Analysis,
    readers: &[(PropId, RuleId)],
    elements: &[ElementId],
    facts: &[Hypothesis],
) -> Vec<Instance> {
    let reads = |(prop, _): &&(PropId, RuleId)| facts.iter().any(|fact| fact.prop == *prop);
    let mut rules: Vec<RuleId> = readers.iter().filter(reads).map(|(_, rule)| *rule).collect();
    rules.sort_unstable();
    rules.dedup();
    let plans: Vec<Plan<'_>> = rules.into_iter().map(|id| Plan::new(id, &analysis.library.rules[id])).collect();
    let mut deriver = Deriver::new(&analysis.library, &analysis.model);
    deriver.evaluator.assumed = facts.to_vec();
    deriver.sweep(&plans, elements);
    let (mut found, _) = deriver.finish();
    found.instances.retain(|one| !is_known(&analysis.derived, one));
    found.instances
}

fn is_known(found: &Derived, one: &Instance) -> bool {
    let place = |other: &Instance| (other.carrier, other.rule);
    let first = found.instances.partition_point(|other| place(other) < place(one));
    let mut same = found.instances[first..].iter().take_while(|other| place(other) == place(one));
    same.any(|other| other.witnesses == one.witnesses)
}
