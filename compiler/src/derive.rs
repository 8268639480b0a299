//! Rules × elements to threat instances: one per rule and carrier, or per witness where `each` asks for it.

mod arising;

pub use arising::{arising, readers};

use crate::check::Ex;
use crate::evaluate::{self, Evaluator, Hypothesis, Reads, Sight, Truth};
use crate::ids::{ElementId, EnumId, Id, PropId, RuleId, TypeId};
use crate::library::{Library, Rule, RuleCarrier};
use crate::model::Model;
use crate::value::Value;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// How sure a threat is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// True, whatever the defaults.
    Definite,
    /// True only because of a default.
    Assumed,
    /// Depends on facts nobody stated.
    Possible,
}

impl Verdict {
    /// The word that is shown.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Definite => "definite",
            Verdict::Assumed => "assumed",
            Verdict::Possible => "possible",
        }
    }
}

/// A rule on an element.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    /// The rule.
    pub rule: RuleId,
    /// What carries the threat.
    pub carrier: ElementId,
    /// What `each` bound, in order; unknown where the list is.
    pub witnesses: Vec<Value>,
    /// How sure it is.
    pub verdict: Verdict,
    /// Its likelihood: a level, or a range of levels.
    pub likelihood: Value,
    /// Its impact: a level, or a range of levels.
    pub impact: Value,
}

/// What the rules find.
#[derive(Clone, Debug, Default)]
pub struct Derived {
    /// The threats, by carrier, rule and witness.
    pub instances: Vec<Instance>,
    /// Instances that are absent only because of a default.
    pub absent_by_default: Vec<Instance>,
    /// Rules that ask for more than can be looked at: nothing of theirs is kept.
    pub unfinished: Vec<RuleId>,
}

impl Derived {
    /// By carrier and rule, so that who goes through them stays with one element; witnesses stay in the order in which
    /// they were bound.
    fn sort(&mut self) {
        self.instances.sort_by_key(|instance| (instance.carrier, instance.rule));
        self.absent_by_default.sort_by_key(|instance| (instance.carrier, instance.rule));
    }
}

/// Which rules count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scope {
    /// The category sets of the model's methods; all where `None`.
    pub methods: Option<Vec<EnumId>>,
}

impl Scope {
    /// True for rules that are not disabled and belong to one of the methods.
    pub fn includes(&self, rule: &Rule) -> bool {
        let method = match (&self.methods, rule.category) {
            (Some(methods), Some((set, _))) => methods.contains(&set),
            _ => true,
        };
        rule.disabled.is_none() && method
    }
}

/// Applies all rules in scope to the model's own elements.
pub fn derive(library: &Library, model: &Model, scope: &Scope) -> Derived {
    let plans: Vec<Plan<'_>> = in_scope(library, model, scope).map(|(id, rule)| Plan::new(id, rule)).collect();
    let mut deriver = Deriver::new(library, model);
    let all: Vec<ElementId> = model.elements.ids().collect();
    deriver.sweep(&plans, &all);
    deriver.finish().0
}

/// For each element all that the rules about it looked at. Rules that look everywhere are not part of it.
pub(crate) type Sights = Vec<Sight>;

/// What can be kept of an earlier run, with the ids of the present model.
#[derive(Default)]
pub(crate) struct Kept {
    /// What the rules found.
    pub(crate) found: Derived,
    /// What they looked at.
    pub(crate) sights: Sights,
    /// The elements that must be judged again, in order.
    pub(crate) stale: Vec<ElementId>,
    /// Properties that differ; `None` where more than properties differs.
    pub(crate) props: Option<FxHashSet<PropId>>,
}

/// The same, noting what was looked at; where something is kept, only what can differ is judged.
pub(crate) fn derive_noting(library: &Library, model: &Model, scope: &Scope, kept: Option<Kept>) -> (Derived, Sights) {
    let all: Vec<ElementId> = model.elements.ids().collect();
    let Kept { found, sights, stale, props } = kept.unwrap_or_else(|| Kept { stale: all.clone(), ..Kept::default() });
    let mut deriver = Deriver::new(library, model);
    deriver.sights = sights;
    deriver.sights.resize_with(all.len(), Sight::default);
    stale.iter().for_each(|id| deriver.sights[id.index()] = Sight::default());
    // Rules that look near judge the elements that changed; those that look everywhere judge all or none.
    let (mut near, mut far, mut settled) = (Vec::new(), Vec::new(), FxHashSet::default());
    for (id, rule) in in_scope(library, model, scope) {
        let reads = Reads::of(library, rule);
        match props.as_ref().is_some_and(|props| reads.props.is_disjoint(props)) {
            _ if !reads.everywhere => near.push(Plan::new(id, rule)),
            true => drop(settled.insert(id)),
            false => far.push(Plan::new(id, rule)),
        }
    }
    let far_ids: FxHashSet<RuleId> = far.iter().map(|plan| plan.id).collect();
    let keeps = |one: &Instance| {
        settled.contains(&one.rule) || (!far_ids.contains(&one.rule) && stale.binary_search(&one.carrier).is_err())
    };
    deriver.found = found;
    deriver.found.instances.retain(keeps);
    deriver.found.absent_by_default.retain(keeps);
    deriver.sweep(&far, &all);
    deriver.notes = true;
    deriver.sweep(&near, &stale);
    deriver.finish()
}

fn in_scope<'a>(library: &'a Library, model: &'a Model, scope: &'a Scope) -> impl Iterator<Item = (RuleId, &'a Rule)> {
    library.rules.iter().filter(move |(_, rule)| scope.includes(rule) && !mentions_foreign(rule, model))
}

/// All rules look at this many elements before the next are looked at: few enough to stay in the processor's cache.
const BLOCK: usize = 64;

/// True where a condition names an element that is not in the world of a test.
fn mentions_foreign(rule: &Rule, model: &Model) -> bool {
    let mut foreign = false;
    for ex in rule.conditions.iter().chain(&rule.witnesses).filter(|_| model.roster.shared.is_some()) {
        ex.walk(&mut |ex| {
            if let crate::check::ExKind::Const(Value::Element(id)) = ex.kind {
                foreign |= model.roster.is_foreign(id);
            }
        });
    }
    foreign
}

/// True where a rule is applied to an element.
pub fn carries(model: &Model, rule: &Rule, id: ElementId) -> bool {
    carriers(model, rule, &(id..ElementId(id.0.saturating_add(1)))).contains(&id)
}

/// The elements among some that a rule is applied to, in their order.
fn carriers(model: &Model, rule: &Rule, among: &Range<ElementId>) -> Vec<ElementId> {
    match rule.carrier {
        RuleCarrier::One(id) if model.roster.is_foreign(id) || !among.contains(&id) => Vec::new(),
        RuleCarrier::One(id) => {
            let element = model.elements.get(id).filter(|_| rule.package == model.root || model.is_own(id));
            element.map(|_| id).into_iter().collect()
        }
        RuleCarrier::Each(ref types) => {
            let all = types.iter().flat_map(|ty| of_type(model, *ty, among));
            let mut found: Vec<ElementId> = all.copied().filter(|id| judged(model, rule, *id)).collect();
            if types.len() > 1 {
                found.sort();
                found.dedup();
            }
            found
        }
    }
}

fn of_type<'m>(model: &'m Model, ty: TypeId, among: &Range<ElementId>) -> &'m [ElementId] {
    let all = model.structure.by_type.get(&ty).map(Vec::as_slice).unwrap_or_default();
    let rest = &all[all.partition_point(|id| *id < among.start)..];
    &rest[..rest.partition_point(|id| *id < among.end)]
}

/// Rules on elements skip external ones unless they ask; rules on flows see them; other packages judge their own.
fn judged(model: &Model, rule: &Rule, id: ElementId) -> bool {
    let element = &model.elements[id];
    let hidden = element.external && element.kind.is_node() && !rule.sees_external;
    model.is_own(id) && !hidden && (element.kind != crate::decl::Kind::Flow || element.ends.is_some())
}

struct Deriver<'a> {
    evaluator: Evaluator<'a>,
    found: Derived,
    sights: Sights,
    /// True where what rules look at is noted.
    notes: bool,
    /// For each rule what it may still look at.
    work: Vec<u64>,
}

impl<'a> Deriver<'a> {
    fn new(library: &'a Library, model: &'a Model) -> Self {
        let evaluator = Evaluator::new(library, model);
        let work = vec![evaluate::bound(model); library.rules.len()];
        Self { evaluator, found: Derived::default(), sights: Sights::new(), notes: false, work }
    }

    /// What was found, without the rules that could not be judged to the end.
    fn finish(mut self) -> (Derived, Sights) {
        let work = &self.work;
        let finished = |one: &Instance| work[one.rule.index()] > 0;
        self.found.instances.retain(finished);
        self.found.absent_by_default.retain(finished);
        self.found.unfinished = (0..work.len()).filter(|at| work[*at] == 0).map(RuleId::from_index).collect();
        self.found.sort();
        (self.found, self.sights)
    }

    /// Has rules judge some elements, which are in order, block by block.
    fn sweep(&mut self, plans: &[Plan<'_>], elements: &[ElementId]) {
        let mut rest = elements;
        while let [first, ..] = rest {
            let many = rest.iter().zip(first.0..).take(BLOCK).take_while(|(id, number)| id.0 == *number).count();
            let block = *first..ElementId::from_index(first.index() + many);
            for plan in plans {
                self.rule(plan, &block);
            }
            rest = &rest[many..];
        }
    }

    fn rule(&mut self, plan: &Plan<'_>, among: &Range<ElementId>) {
        let work = self.work[plan.id.index()];
        if work == 0 {
            return;
        }
        self.evaluator.allow(work);
        self.evaluator.prepare(plan.rule.slots);
        for carrier in carriers(self.evaluator.model, plan.rule, among) {
            if self.notes {
                self.evaluator.sight = Some(std::mem::take(&mut self.sights[carrier.index()]));
            }
            self.carrier(plan, carrier);
            if let Some(sight) = self.evaluator.sight.take() {
                self.sights[carrier.index()] = sight;
            }
        }
        self.work[plan.id.index()] = self.evaluator.left();
    }

    fn carrier(&mut self, plan: &Plan<'_>, carrier: ElementId) {
        self.evaluator.set(0, Value::Element(carrier));
        if plan.rule.witnesses.is_empty() {
            self.instance(plan, carrier, Vec::new());
        } else if self.quick(&plan.first) != Some(false) || self.evaluator.read_default {
            self.witnesses(plan, carrier, Vec::new());
        }
    }

    fn quick(&mut self, conditions: &[&Ex]) -> Truth {
        self.evaluator.read_default = false;
        conjunction(&mut self.evaluator, conditions)
    }

    fn witnesses(&mut self, plan: &Plan<'_>, carrier: ElementId, bound: Vec<Value>) {
        let Some(list) = plan.rule.witnesses.get(bound.len()) else {
            self.instance(plan, carrier, bound);
            return;
        };
        let value = self.evaluator.eval(list);
        let members = if value == Value::Unknown { vec![Value::Unknown] } else { value.members().to_vec() };
        for member in members {
            self.evaluator.set(bound.len() + 1, member.clone());
            let mut bound = bound.clone();
            bound.push(member);
            self.witnesses(plan, carrier, bound);
        }
    }

    /// Judges one binding: with defaults, and where a default was read, without.
    fn instance(&mut self, plan: &Plan<'_>, carrier: ElementId, witnesses: Vec<Value>) {
        self.evaluator.read_default = false;
        let with = self.judge(plan);
        if with == Some(false) && !self.evaluator.read_default {
            return;
        }
        let without = if self.evaluator.read_default {
            self.evaluator.defaults = false;
            let truth = self.judge(plan);
            self.evaluator.defaults = true;
            truth
        } else {
            with
        };
        let verdict = match (with, without) {
            (Some(true), Some(true)) => Verdict::Definite,
            (Some(true), _) => Verdict::Assumed,
            (None, _) | (Some(false), None) => Verdict::Possible,
            (Some(false), _) => return,
        };
        let (likelihood, impact) = (self.level(plan.rule.likelihood.as_ref()), self.level(plan.rule.impact.as_ref()));
        let instance = Instance { rule: plan.id, carrier, witnesses, verdict, likelihood, impact };
        match with {
            Some(false) => self.found.absent_by_default.push(instance),
            _ => self.found.instances.push(instance),
        }
    }

    fn judge(&mut self, plan: &Plan<'_>) -> Truth {
        match conjunction(&mut self.evaluator, &plan.first) {
            Some(false) => Some(false),
            first => match conjunction(&mut self.evaluator, &plan.rest) {
                Some(true) => first,
                other => other,
            },
        }
    }

    fn level(&mut self, ex: Option<&Ex>) -> Value {
        let Some(ex) = ex else { return Value::Unknown };
        match self.evaluator.eval(ex) {
            Value::Unknown => self.evaluator.whole_range(&ex.ty),
            value => value,
        }
    }
}

/// A rule, its conditions split by whether they read witnesses: what does not is decided before they are looked at.
struct Plan<'p> {
    id: RuleId,
    rule: &'p Rule,
    first: Vec<&'p Ex>,
    rest: Vec<&'p Ex>,
}

impl<'p> Plan<'p> {
    fn new(id: RuleId, rule: &'p Rule) -> Self {
        let (first, rest) = rule.conditions.iter().partition(|ex| !reads_witness(ex, rule.witnesses.len()));
        Self { id, rule, first, rest }
    }
}

fn reads_witness(ex: &Ex, witnesses: usize) -> bool {
    let mut found = false;
    ex.walk(&mut |ex| found |= matches!(ex.kind, crate::check::ExKind::Var(slot) if (1..=witnesses).contains(&slot)));
    found
}

fn conjunction(evaluator: &mut Evaluator<'_>, conditions: &[&Ex]) -> Truth {
    let mut unknown = false;
    for condition in conditions {
        match evaluator.truth(condition) {
            Some(true) => {}
            Some(false) => return Some(false),
            None => unknown = true,
        }
    }
    if unknown { None } else { Some(true) }
}

/// Binds the variables of an instance in an evaluator.
pub fn bind(evaluator: &mut Evaluator<'_>, instance: &Instance) {
    let slots = evaluator.library.rules[instance.rule].slots;
    evaluator.prepare(slots);
    evaluator.set(0, Value::Element(instance.carrier));
    for (index, witness) in instance.witnesses.iter().enumerate() {
        evaluator.set(index + 1, witness.clone());
    }
}

/// Judges an instance again, with facts assumed: what would the answer to a question change?
pub fn judge_with(evaluator: &mut Evaluator<'_>, instance: &Instance, assumed: &[Hypothesis]) -> Truth {
    evaluator.assumed = assumed.to_vec();
    bind(evaluator, instance);
    let conditions: Vec<&Ex> = evaluator.library.rules[instance.rule].conditions.iter().collect();
    let truth = conjunction(evaluator, &conditions);
    evaluator.assumed.clear();
    truth
}

/// The id of an instance as shown: `Rule@element`, `Rule@element.Witness`.
pub fn short_id(library: &Library, model: &Model, instance: &Instance) -> String {
    let mut id = format!("{}@{}", library.rules[instance.rule].name, model.roster.id_of(instance.carrier));
    for witness in &instance.witnesses {
        if let Value::Element(witness) = witness {
            id.push('.');
            id.push_str(model.roster.id_of(*witness));
        }
    }
    id
}
