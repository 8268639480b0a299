//! Questions: the unknown facts, ranked by how many possible threats one answer settles.

use crate::analysis::Analysis;
use crate::builtins::attribute;
use crate::check::{Ex, ExKind};
use crate::decl::Kind;
use crate::derive::{Instance, bind, judge_with};
use crate::document::{Answer, Question};
use crate::evaluate::{Evaluator, Fact, FactKind, Hypothesis, Origin};
use crate::ids::{ElementId, Id, PolicyId, PropId};
use crate::value::{Type, Value};
use crate::verify::requirements;
use std::collections::{BTreeMap, BTreeSet};

/// More values of an enum than this are not offered as answers.
const MOST_ANSWERS: usize = 16;

/// A threat that rests on more unknown facts than this is settled by no single answer, so none is tried.
const MOST_UNKNOWNS: usize = 8;

/// In a model with more elements than this no answer is tried on rules that search for paths: each would search anew.
const MOST_SEARCHED: usize = 1_000;

/// Questions that are weighed against each other where only a few are wanted.
const MOST_WEIGHED: usize = 200;

/// An unknown fact with the threats that depend on it.
#[derive(Default)]
struct Asked<'a> {
    instances: Vec<&'a Instance>,
    /// Those of them that a single answer may settle.
    within_reach: Vec<&'a Instance>,
    /// How many threats that are sure have a range of risk because of it.
    narrows: usize,
    /// Requirements of declared regimes that wait for it.
    requirements: BTreeSet<PolicyId>,
    assumed: bool,
}

impl<'a> Asked<'a> {
    fn add(&mut self, other: Asked<'a>) {
        self.instances.extend(other.instances);
        self.within_reach.extend(other.within_reach);
        self.narrows += other.narrows;
        self.requirements.extend(other.requirements);
        self.assumed |= other.assumed;
    }

    /// Each threat once, also where it rests on the same unknown fact of several elements.
    fn once(&mut self) {
        let mut seen = BTreeSet::new();
        self.instances.retain(|instance| seen.insert(std::ptr::from_ref(*instance)));
        seen.clear();
        self.within_reach.retain(|instance| seen.insert(std::ptr::from_ref(*instance)));
    }
}

/// All unknown facts, by element and property.
type Unknowns<'a> = BTreeMap<(ElementId, PropId), Asked<'a>>;

impl Analysis {
    /// The questions, the one that settles most first, and how many there are in all;
    /// at most `limit` of them are worked out.
    pub fn questions(&self, limit: usize) -> (Vec<Question>, usize) {
        let mut asked = Unknowns::default();
        let mut evaluator = Evaluator::new(&self.library, &self.model);
        evaluator.defaults = false;
        for instance in self.open_possible() {
            self.unknowns(&mut evaluator, instance, &mut asked);
        }
        evaluator.defaults = true;
        for instance in self.open_ranges() {
            self.widening(&mut evaluator, instance, &mut asked);
        }
        self.awaited(&mut asked);
        let asked = self.gathered(asked);
        let total = asked.len();
        let mut ranked: Vec<((ElementId, PropId), Asked<'_>)> = asked.into_iter().collect();
        ranked.sort_by_key(|(key, asked)| {
            let weight = (asked.within_reach.len(), asked.instances.len(), asked.narrows, asked.requirements.len());
            (std::cmp::Reverse(weight), *key)
        });
        // Which are best shows only once they are worked out: the first few are chosen among many, unless these are too many.
        let small = self.model.elements.len() <= MOST_SEARCHED;
        ranked.truncate(if small { limit.max(MOST_WEIGHED) } else { limit });
        let worked_out = ranked.iter();
        let mut questions: Vec<Question> =
            worked_out.map(|((element, prop), asked)| self.question(&mut evaluator, *element, *prop, asked)).collect();
        questions.sort_by_key(|question| {
            let (threats, requirements) = (question.threats.len(), question.requirements.len());
            let weight = std::cmp::Reverse((question.settles, threats, question.narrows, requirements));
            (weight, question.subject.clone(), question.property.clone())
        });
        questions.truncate(limit);
        (questions, total)
    }

    /// The questions about one element that threats to it, to what is inside it or holds it, or to flows from and
    /// to it rest on; those with answers alone. First those that settle most.
    pub fn questions_about(&self, element: ElementId) -> Vec<Question> {
        let structure = &self.model.structure;
        let at = element.index();
        let linked: Vec<ElementId> =
            structure.carried_by[at].iter().chain(structure.held_by[at].iter()).filter_map(Value::element).collect();
        let inside = |id: ElementId| {
            id == element || linked.contains(&id) || structure.around(id).any(|around| around == element)
        };
        let near = |instance: &&Instance| {
            let ends = self.model.elements[instance.carrier].ends;
            let witness = instance.witnesses.iter().any(|witness| witness.element() == Some(element));
            inside(instance.carrier) || witness || ends.is_some_and(|(from, to)| inside(from) || inside(to))
        };
        let mut asked = Unknowns::default();
        let mut evaluator = Evaluator::new(&self.library, &self.model);
        evaluator.defaults = false;
        for instance in self.open_possible().filter(near) {
            self.unknowns(&mut evaluator, instance, &mut asked);
        }
        evaluator.defaults = true;
        for instance in self.open_ranges().filter(near) {
            self.widening(&mut evaluator, instance, &mut asked);
        }
        if self.model.elements[element].kind == Kind::Boundary {
            asked = self.gathered(asked);
        }
        asked.retain(|(of, _), _| *of == element);
        asked.values_mut().for_each(Asked::once);
        let asked = asked.iter();
        let mut questions: Vec<Question> =
            asked.map(|((of, prop), asked)| self.question(&mut evaluator, *of, *prop, asked)).collect();
        questions.retain(|question| !question.answers.is_empty());
        questions.sort_by_key(|question| {
            let weight = std::cmp::Reverse((question.settles, question.threats.len(), question.narrows));
            (weight, question.property.clone())
        });
        questions
    }

    /// Asks once, for the innermost boundary around them all, what several elements would read through it.
    fn gathered<'a>(&self, asked: Unknowns<'a>) -> Unknowns<'a> {
        let mut common: BTreeMap<(PropId, ElementId), Vec<ElementId>> = BTreeMap::new();
        for (element, prop) in asked.keys().filter(|(_, prop)| self.library.is_inherited(*prop)) {
            let places = self.places(*element);
            let around = common.entry((*prop, outermost(*element, &places))).or_insert_with(|| places.clone());
            around.retain(|place| places.contains(place));
        }
        let mut gathered = Unknowns::default();
        for ((element, prop), here) in asked {
            let around = common.get(&(prop, outermost(element, &self.places(element))));
            let place = around.and_then(|around| around.first()).unwrap_or(&element);
            gathered.entry((*place, prop)).or_default().add(here);
        }
        gathered.values_mut().for_each(Asked::once);
        gathered
    }

    /// An element and the boundaries of this package around it, from the inside out: where a fact about it can be stated.
    fn places(&self, element: ElementId) -> Vec<ElementId> {
        let around = self.model.structure.around(element).filter(|place| self.model.is_own(*place));
        std::iter::once(element).chain(around).collect()
    }

    /// Possible threats that no decision settles, and absences that rest on a default.
    fn open_possible(&self) -> impl Iterator<Item = &Instance> {
        let possible = self.assessed.threats.iter().filter(|threat| {
            threat.instance.verdict == crate::derive::Verdict::Possible
                && matches!(threat.status, crate::assess::Status::Open | crate::assess::Status::Planned)
        });
        possible.map(|threat| &threat.instance).chain(&self.derived.absent_by_default)
    }

    /// Threats that are sure, with a risk that is not.
    fn open_ranges(&self) -> impl Iterator<Item = &Instance> {
        let sure = self
            .assessed
            .threats
            .iter()
            .filter(|threat| threat.counts && threat.instance.verdict != crate::derive::Verdict::Possible);
        sure.filter(|threat| threat.residual.level.0 != threat.residual.level.1).map(|threat| &threat.instance)
    }

    /// Notes the unknown facts that the likelihood and the impact of an instance rest on.
    fn widening<'a>(&'a self, evaluator: &mut Evaluator<'a>, instance: &Instance, asked: &mut Unknowns<'a>) {
        let rule = &self.library.rules[instance.rule];
        let mut found = BTreeSet::new();
        for rating in [&rule.likelihood, &rule.impact].into_iter().flatten() {
            bind(evaluator, instance);
            let (_, facts) = evaluator.trace(rating);
            let unknown = facts.iter().filter(|fact| fact.value == Value::Unknown);
            found.extend(unknown.filter_map(|fact| self.askable(fact)));
        }
        for key in found {
            asked.entry(key).or_default().narrows += 1;
        }
    }

    /// Notes the unknown facts that requirements of the declared regimes wait for.
    fn awaited(&self, asked: &mut Unknowns<'_>) {
        for (regime, _) in requirements::declared(&self.library, &self.model) {
            for judged in requirements::requirements(&self.library, &self.model, &self.assessed, regime) {
                let missing = judged.places.iter().flat_map(requirements::Place::missing);
                for key in missing.filter_map(|fact| self.askable(fact)) {
                    asked.entry(key).or_default().requirements.insert(judged.policy);
                }
            }
        }
    }

    /// Notes the unknown facts that the unknown conditions of an instance rest on.
    fn unknowns<'a>(&'a self, evaluator: &mut Evaluator<'a>, instance: &'a Instance, asked: &mut Unknowns<'a>) {
        let mut found: BTreeMap<(ElementId, PropId), bool> = BTreeMap::new();
        for condition in &self.library.rules[instance.rule].conditions {
            bind(evaluator, instance);
            if evaluator.truth(condition).is_some() {
                continue;
            }
            let (_, facts) = evaluator.trace(condition);
            let open = facts.iter().filter(|fact| fact.value == Value::Unknown);
            for (key, fact) in open.filter_map(|fact| Some((self.askable(fact)?, fact))) {
                *found.entry(key).or_default() |= matches!(fact.origin, Origin::Default(..));
            }
        }
        for (list, witness) in self.library.rules[instance.rule].witnesses.iter().zip(&instance.witnesses) {
            if *witness == Value::Unknown {
                bind(evaluator, instance);
                let (_, facts) = evaluator.trace_value(list);
                let open = facts.iter().filter(|fact| fact.value == Value::Unknown);
                open.filter_map(|fact| self.askable(fact)).for_each(|key| *found.entry(key).or_default() |= false);
            }
        }
        let within_reach = found.len() <= MOST_UNKNOWNS && !self.searches_far(instance);
        for (key, assumed) in found {
            let entry = asked.entry(key).or_default();
            entry.assumed |= assumed;
            entry.instances.push(instance);
            entry.within_reach.extend(Some(instance).filter(|_| within_reach));
        }
    }

    /// True where trying an answer would search for paths through a large model.
    fn searches_far(&self, instance: &Instance) -> bool {
        let mut searches = false;
        for condition in &self.library.rules[instance.rule].conditions {
            condition.walk(&mut |ex| searches |= matches!(ex.kind, crate::check::ExKind::Reaches { .. }));
        }
        searches && self.model.elements.len() > MOST_SEARCHED
    }

    /// The fact that somebody could state: a property of an element of this package.
    fn askable(&self, fact: &Fact) -> Option<(ElementId, PropId)> {
        match fact.kind {
            FactKind::Property(prop) if self.model.is_own(fact.element) => Some((fact.element, prop)),
            _ => None,
        }
    }

    fn question<'a>(
        &'a self,
        evaluator: &mut Evaluator<'a>,
        element: ElementId,
        prop: PropId,
        asked: &Asked<'_>,
    ) -> Question {
        let info = &self.model.elements[element];
        let property = self.library.types[info.ty].properties.get(&prop);
        let boundary = &self.library.types[crate::library::roots::BOUNDARY].properties;
        let property = property.or_else(|| boundary.get(&prop));
        let ty = property.map_or(Type::Any, |property| property.ty.clone());
        let answers = self.answers(evaluator, element, prop, &ty, &asked.within_reach);
        let settles = answers.iter().map(|answer| answer.removes + answer.confirms).max().unwrap_or(0);
        let name = self.library.props.name(prop).to_owned();
        Question {
            subject: info.id.to_string(),
            subject_title: info.title.to_string(),
            text: wording(&info.id, &name, prop, &ty),
            property: name,
            doc: property.map(|property| property.doc.to_string()).unwrap_or_default(),
            r#type: ty.show(&self.library),
            answers,
            settles,
            threats: asked
                .instances
                .iter()
                .map(|instance| crate::derive::short_id(&self.library, &self.model, instance))
                .collect(),
            narrows: asked.narrows,
            requirements: asked.requirements.iter().map(|id| self.library.policies[*id].name.to_string()).collect(),
            assumed: asked.assumed,
            location: self.location(info.span),
        }
    }

    fn answers<'a>(
        &'a self,
        evaluator: &mut Evaluator<'a>,
        element: ElementId,
        prop: PropId,
        ty: &Type,
        instances: &[&Instance],
    ) -> Vec<Answer> {
        let values: Vec<Value> = match ty {
            Type::Bool => vec![Value::Bool(true), Value::Bool(false)],
            Type::Enum(id) => {
                let count = self.library.enums[*id].values.len().min(MOST_ANSWERS);
                (0..count).map(|index| Value::Enum(*id, u16::try_from(index).unwrap_or(0))).collect()
            }
            Type::List(_) => vec![Value::List(Vec::new().into())],
            Type::Duration => self.around_limits(prop, instances),
            _ => Vec::new(),
        };
        values.into_iter().map(|value| self.answer(evaluator, element, prop, value, instances)).collect()
    }

    /// Spans of time on both sides of those that rules compare the property with.
    fn around_limits(&self, prop: PropId, instances: &[&Instance]) -> Vec<Value> {
        let mut limits = BTreeSet::new();
        let rules: BTreeSet<_> = instances.iter().map(|instance| instance.rule).collect();
        for condition in rules.iter().flat_map(|rule| &self.library.rules[*rule].conditions) {
            condition.walk(&mut |ex| limits.extend(limit_of(ex, prop)));
        }
        let sides = limits.into_iter().flat_map(|limit| [limit / 2, limit.saturating_mul(2)]);
        let sides: BTreeSet<i64> = sides.take(MOST_ANSWERS).collect();
        sides.into_iter().map(Value::Duration).collect()
    }

    /// True where an answer leaves nothing that an unknown witness could be.
    fn without_witness<'a>(
        &'a self,
        evaluator: &mut Evaluator<'a>,
        instance: &Instance,
        hypothesis: &Hypothesis,
    ) -> bool {
        let lists = self.library.rules[instance.rule].witnesses.iter().zip(&instance.witnesses);
        let unknown: Vec<&Ex> = lists.filter(|(_, bound)| **bound == Value::Unknown).map(|(list, _)| list).collect();
        if unknown.is_empty() {
            return false;
        }
        bind(evaluator, instance);
        evaluator.assumed = vec![hypothesis.clone()];
        let none =
            unknown.iter().any(|list| matches!(evaluator.eval(list), Value::List(members) if members.is_empty()));
        evaluator.assumed.clear();
        none
    }

    fn answer<'a>(
        &'a self,
        evaluator: &mut Evaluator<'a>,
        element: ElementId,
        prop: PropId,
        value: Value,
        instances: &[&Instance],
    ) -> Answer {
        let hypothesis = Hypothesis { element, prop, value };
        let (mut removes, mut confirms) = (0, 0);
        for instance in instances {
            match judge_with(evaluator, instance, std::slice::from_ref(&hypothesis)) {
                _ if self.without_witness(evaluator, instance, &hypothesis) => removes += 1,
                Some(false) => removes += 1,
                Some(true) => confirms += 1,
                None => {}
            }
        }
        Answer { value: hypothesis.value.show(&self.library, &self.model.roster), removes, confirms }
    }
}

/// The span of time that an expression compares the property with.
fn limit_of(ex: &Ex, prop: PropId) -> Option<i64> {
    let ExKind::Compare(_, left, right) = &ex.kind else { return None };
    let sides = [(left, right), (right, left)];
    sides.into_iter().find_map(|(side, other)| match (&side.kind, &other.kind) {
        (ExKind::Prop(_, read), ExKind::Const(Value::Duration(seconds))) if *read == prop => Some(*seconds),
        _ => None,
    })
}

/// The last of an element's places.
fn outermost(element: ElementId, places: &[ElementId]) -> ElementId {
    places.last().copied().unwrap_or(element)
}

fn wording(id: &str, name: &str, prop: PropId, ty: &Type) -> String {
    match (prop, ty) {
        (attribute::SENDS | attribute::RECEIVES, _) => format!("What does `{id}` carry?"),
        (attribute::HOLDS, _) => format!("What does `{id}` hold?"),
        (_, Type::Bool) => format!("Is `{id}.{name}` true?"),
        _ => format!("What is `{id}.{name}`?"),
    }
}
