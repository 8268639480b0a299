//! Threats with their risks and statuses, ranked.

use super::count;
use super::decisions::{self, Decision, DecisionKind};
use super::method::{Figure, Method, Reduction};
use crate::builtins::attribute;
use crate::codes;
use crate::derive::{Derived, Instance, Verdict, short_id};
use crate::diagnostic::Diagnostic;
use crate::evaluate::Evaluator;
use crate::evidence::{self, Claim};
use crate::ids::{ControlId, ElementId, Id, MatrixId};
use crate::library::{Library, Reduces, Site};
use crate::model::{Model, Status as ControlStatus, contradicted};
use crate::package::{Pinned, Release};
use crate::source::Span;
use crate::value::Value;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::sync::Arc;

/// Days before its end from which on a decision is announced as expiring.
const SOON: i64 = 30;

/// What became of a threat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "named after the words that are shown")]
pub enum Status {
    Open,
    Planned,
    Mitigated,
    Accepted,
    Transferred,
    Dismissed,
}

impl Status {
    /// The word that is shown.
    pub fn word(self) -> &'static str {
        match self {
            Status::Open => "open",
            Status::Planned => "planned",
            Status::Mitigated => "mitigated",
            Status::Accepted => "accepted",
            Status::Transferred => "transferred",
            Status::Dismissed => "dismissed",
        }
    }
}

/// A control that counts for a threat.
#[derive(Clone, Debug)]
pub struct CountedControl {
    /// The control.
    pub control: ControlId,
    /// How far it is.
    pub status: ControlStatus,
    /// Share it removes here.
    pub strength: f64,
    /// Of what.
    pub reduces: Reduces,
    /// Who does it.
    pub owner: Arc<str>,
    /// Where the work is tracked.
    pub ticket: Arc<str>,
    /// Checks named as evidence.
    pub verified_by: Vec<Claim>,
    /// Where it was applied or decided.
    pub span: Span,
}

/// A threat with its risk.
#[derive(Clone, Debug)]
pub struct Threat {
    /// The rule on the element.
    pub instance: Instance,
    /// Its id as shown.
    pub id: String,
    /// What became of it.
    pub status: Status,
    /// Risk with no controls.
    pub inherent: Figure,
    /// Risk with what is implemented.
    pub residual: Figure,
    /// Risk when all that is planned is implemented.
    pub target: Figure,
    /// Controls that count.
    pub controls: Vec<CountedControl>,
    /// Controls that the rule lists and that stand nowhere yet.
    pub missing: Arc<[ControlId]>,
    /// The decision that covers it.
    pub decision: Option<usize>,
    /// Definite or assumed (or any, in a strict model), and open or planned; its rule is not too new to count.
    pub counts: bool,
    /// The release of the library from which on its rule counts, where it is too new to count now.
    pub gates_from: Option<Release>,
    /// Its residual risk is above the appetite, it counts, and no decision covers it.
    pub above_appetite: bool,
}

/// The result of this stage.
#[derive(Clone, Debug, Default)]
pub struct Assessed {
    /// The threats: those that count, then possible ones, then those that are settled, each by residual risk.
    pub threats: Vec<Threat>,
    /// The decisions, in order.
    pub decisions: Vec<Decision>,
    /// For each decision the threats it covers.
    pub covered: Vec<Vec<usize>>,
    /// The matrix that risk was measured by.
    pub matrix: Option<MatrixId>,
    /// The appetite, as a place on the scale of risk.
    pub appetite: Option<u16>,
}

/// Measures, decides and ranks.
pub fn assess(
    library: &Library,
    model: &Model,
    derived: &Derived,
    sites: &[Site<'_>],
    (today, pinned): (Date, Pinned),
    diagnostics: &mut Vec<Diagnostic>,
) -> Assessed {
    let mut decisions = decisions::resolve(library, model, sites, diagnostics);
    evidence::decide(library, model, &mut decisions, today);
    let matrix = Method::chosen(library, model);
    let appetite = appetite(model);
    let mut assessor = Assessor {
        library,
        model,
        method: matrix.and_then(|id| Method::new(library, id)),
        appetite,
        today,
        pinned,
        by_rule: group(&decisions),
        listed: count::listed(library),
        decisions: &decisions,
        evaluator: Evaluator::new(library, model),
    };
    let mut threats = Vec::with_capacity(derived.instances.len());
    threats.extend(derived.instances.iter().filter_map(|instance| assessor.threat(instance)));
    rank(library, &mut threats);
    let covered = assessor.covered(&threats);
    assessor.judge_decisions(&covered, diagnostics);
    assessor.contradictions(&covered, &threats, diagnostics);
    Assessed { threats, covered, decisions, matrix, appetite }
}

fn appetite(model: &Model) -> Option<u16> {
    let stated = model.elements[model.model?].stated(attribute::APPETITE)?;
    match stated.value {
        Value::Enum(_, index) => Some(index),
        _ => None,
    }
}

/// What is open or planned first, and of that what counts; then the highest residual risk; then by id, so that the order
/// is stable.
fn rank(library: &Library, threats: &mut [Threat]) {
    let names = places_by_name(library);
    let key = |threat: &Threat| {
        let covered = !matches!(threat.status, Status::Open | Status::Planned);
        let (residual, inherent) = (Reverse(threat.residual.level.1), Reverse(threat.inherent.level.1));
        let name = names[threat.instance.rule.index()];
        let beginning = beginning(&threat.id[library.rules[threat.instance.rule].name.len()..]);
        (covered, !threat.counts, residual, threat.instance.verdict, inherent, name, beginning)
    };
    threats.sort_by_cached_key(key);
    let alike = threats.chunk_by_mut(|a, b| key(a) == key(b));
    alike.for_each(|alike| alike.sort_by(|a, b| a.id.cmp(&b.id)));
}

/// For each rule the place of its name among all names. Ids begin with it: where two differ in the rule, it decides.
fn places_by_name(library: &Library) -> Vec<usize> {
    let ids = || library.rules.values().map(|rule| format!("{}@", rule.name));
    let mut sorted: Vec<String> = ids().collect();
    sorted.sort();
    ids().map(|id| sorted.partition_point(|other| *other < id)).collect()
}

/// The first bytes of a text as a number that sorts like it: most ids differ in them, and need not be read.
fn beginning(text: &str) -> u128 {
    let mut bytes = [0; 16];
    text.bytes().zip(&mut bytes).for_each(|(byte, place)| *place = byte);
    u128::from_be_bytes(bytes)
}

fn group(decisions: &[Decision]) -> FxHashMap<crate::ids::RuleId, Vec<usize>> {
    let mut by_rule: FxHashMap<_, Vec<usize>> = FxHashMap::default();
    for (index, decision) in decisions.iter().enumerate() {
        by_rule.entry(decision.rule).or_default().push(index);
    }
    by_rule
}

struct Assessor<'a> {
    library: &'a Library,
    model: &'a Model,
    method: Option<Method<'a>>,
    appetite: Option<u16>,
    today: Date,
    pinned: Pinned,
    decisions: &'a [Decision],
    by_rule: FxHashMap<crate::ids::RuleId, Vec<usize>>,
    listed: Vec<Arc<[ControlId]>>,
    evaluator: Evaluator<'a>,
}

impl<'a> Assessor<'a> {
    fn threat(&mut self, instance: &Instance) -> Option<Threat> {
        let method = self.method?;
        let covering = self.covering(instance);
        let held: Vec<&Decision> = covering.iter().map(|index| &self.decisions[*index]).collect();
        let known = (&*held, &self.listed[instance.rule.index()]);
        let (controls, missing) = count::controls(self.library, self.model, &mut self.evaluator, instance, known);
        let measure = |least: Option<ControlStatus>| {
            let reduction = least.map_or_else(Reduction::default, |least| reduction(&controls, least));
            measured(self.library, method, instance, reduction)
        };
        let (inherent, residual, target) =
            (measure(None), measure(Some(ControlStatus::Implemented)), measure(Some(ControlStatus::Planned)));
        let decision = covering
            .iter()
            .copied()
            .find(|index| !matches!(self.decisions[*index].kind, DecisionKind::Mitigate { .. }));
        let decision = decision.or_else(|| covering.first().copied());
        let status = self.status(decision, &controls, residual, target);
        let strict = self.is_strict();
        let sure = strict || instance.verdict != Verdict::Possible;
        let gates_from = self.pinned.gates_from(self.library.rules[instance.rule].since);
        let counts = sure && gates_from.is_none() && matches!(status, Status::Open | Status::Planned);
        Some(Threat {
            id: short_id(self.library, self.model, instance),
            instance: instance.clone(),
            status,
            inherent,
            residual,
            target,
            controls,
            missing,
            decision,
            counts,
            gates_from,
            above_appetite: counts && self.appetite.is_some_and(|appetite| residual.level.1 > appetite),
        })
    }

    fn is_strict(&self) -> bool {
        let stated = self.model.model.and_then(|id| self.model.elements[id].stated(attribute::STRICT));
        stated.is_some_and(|stated| stated.value == Value::Bool(true))
    }

    /// The decisions about an instance that still hold, in order.
    fn covering(&mut self, instance: &Instance) -> Vec<usize> {
        let Some(candidates) = self.by_rule.get(&instance.rule) else {
            return Vec::new();
        };
        let candidates = candidates.clone();
        let mut found = Vec::new();
        for index in candidates {
            let decision = &self.decisions[index];
            if !decision.expired(self.today) && decision.covers(&mut self.evaluator, instance) {
                found.push(index);
            }
        }
        found
    }

    fn status(&self, decision: Option<usize>, controls: &[CountedControl], residual: Figure, target: Figure) -> Status {
        match decision.map(|index| &self.decisions[index].kind) {
            Some(DecisionKind::Accept) => return Status::Accepted,
            Some(DecisionKind::Dismiss) => return Status::Dismissed,
            Some(DecisionKind::Transfer(_)) => return Status::Transferred,
            _ => {}
        }
        let has = |status| controls.iter().any(|control| control.status == status && control.strength > 0.0);
        let appetite = self.appetite.unwrap_or(0);
        if has(ControlStatus::Implemented) && residual.level.1 <= appetite {
            Status::Mitigated
        } else if has(ControlStatus::Planned) && target.level.1 <= appetite {
            Status::Planned
        } else {
            Status::Open
        }
    }

    fn covered(&mut self, threats: &[Threat]) -> Vec<Vec<usize>> {
        let mut covered: Vec<Vec<usize>> = vec![Vec::new(); self.decisions.len()];
        for (at, threat) in threats.iter().enumerate() {
            let candidates = self.by_rule.get(&threat.instance.rule).cloned().unwrap_or_default();
            for index in candidates {
                if self.decisions[index].covers(&mut self.evaluator, &threat.instance) {
                    covered[index].push(at);
                }
            }
        }
        covered
    }

    fn judge_decisions(&self, covered: &[Vec<usize>], diagnostics: &mut Vec<Diagnostic>) {
        for (index, decision) in self.decisions.iter().enumerate() {
            if covered[index].is_empty() {
                diagnostics.push(self.unmatched(decision));
            } else if decision.expired(self.today) {
                diagnostics.push(self.expired(decision, covered[index].len()));
            } else {
                diagnostics.extend(self.expires_soon(decision));
            }
            diagnostics.extend(self.conflict(index, covered));
        }
    }

    fn unmatched(&self, decision: &Decision) -> Diagnostic {
        let rule = &self.library.rules[decision.rule];
        let word = decision.kind.word();
        let message = format!("this `{word}` matches no threat: `{}` is not found on `{}`", rule.name, decision.target);
        let mut diagnostic =
            Diagnostic::new(codes::UNMATCHED_DECISION, decision.span, message).label("decides nothing");
        diagnostic = match (rule.disabled, decision.element()) {
            (Some(span), _) => diagnostic.also(span, "the rule is disabled here"),
            (None, Some(element)) => {
                let id = format!("{}@{}", rule.name, self.model.roster.id_of(element));
                diagnostic.help(format!("remove it; `tm explain --not {id}` says why the threat is not there"))
            }
            (None, None) if decision.has_condition() => diagnostic.help("remove it, or widen its condition"),
            (None, None) => diagnostic.help("remove it: the rule finds nothing on elements of this type"),
        };
        diagnostic
    }

    fn expired(&self, decision: &Decision, threats: usize) -> Diagnostic {
        let until = decision.until.map(|date| date.to_string()).unwrap_or_default();
        let many = if threats == 1 {
            "one threat is open again".to_owned()
        } else {
            format!("{threats} threats are open again")
        };
        Diagnostic::new(
            codes::EXPIRED_DECISION,
            decision.span,
            format!("this `{}` expired on {until}", decision.kind.word()),
        )
        .label(many)
        .help("decide again: set a new date, or treat the risk")
    }

    fn expires_soon(&self, decision: &Decision) -> Option<Diagnostic> {
        let until = decision.until?;
        let days = days_between(self.today, until);
        (days <= SOON).then(|| {
            let when = match days {
                0 => "today".to_owned(),
                1 => "tomorrow".to_owned(),
                days => format!("in {days} days"),
            };
            Diagnostic::new(
                codes::EXPIRES_SOON,
                decision.span,
                format!("this `{}` expires {when}", decision.kind.word()),
            )
            .label(format!("holds until {until}"))
        })
    }

    /// Controls that are said to hold off a threat, and facts that say that they are not there.
    fn contradictions(&mut self, covered: &[Vec<usize>], threats: &[Threat], diagnostics: &mut Vec<Diagnostic>) {
        for (decision, covered) in self.decisions.iter().zip(covered) {
            let DecisionKind::Mitigate { controls, details } = &decision.kind else { continue };
            if details.status != ControlStatus::Implemented {
                continue;
            }
            let mut places: Vec<(ControlId, Span, ElementId)> = Vec::new();
            for instance in covered.iter().map(|index| &threats[*index].instance) {
                for used in controls {
                    let mut listed = self.library.rules[instance.rule].mitigated_by.iter().rev();
                    let listed = listed.find(|known| known.control == used.control).unwrap_or(used);
                    let standing = count::places(&mut self.evaluator, instance, listed);
                    places.extend(standing.into_iter().map(|place| (used.control, used.span, place)));
                }
            }
            places.sort();
            places.dedup();
            for (control, span, place) in places {
                diagnostics.extend(contradicted(self.library, self.model, control, place, span));
            }
        }
    }

    /// Two decisions of different kinds about one threat contradict each other.
    fn conflict(&self, index: usize, covered: &[Vec<usize>]) -> Option<Diagnostic> {
        let own = &self.decisions[index];
        let settles = |decision: &Decision| {
            !matches!(decision.kind, DecisionKind::Mitigate { .. }) && !decision.expired(self.today)
        };
        let earlier = (0..index).find(|other| {
            let other_decision = &self.decisions[*other];
            settles(own)
                && settles(other_decision)
                && covered[*other].iter().any(|threat| covered[index].contains(threat))
        })?;
        let other = &self.decisions[earlier];
        Some(
            Diagnostic::new(codes::CONFLICTING_DECISIONS, own.span, "two decisions about the same threat")
                .label(format!("this one says `{}`", own.kind.word()))
                .also(other.span, format!("this one says `{}`", other.kind.word()))
                .help("keep one of them"),
        )
    }
}

/// What controls of at least a status leave of likelihood and impact.
fn reduction(controls: &[CountedControl], least: ControlStatus) -> Reduction {
    let mut left = Reduction::default();
    for control in controls.iter().filter(|control| control.status >= least) {
        match control.reduces {
            Reduces::Likelihood => left.likelihood *= 1.0 - control.strength,
            Reduces::Impact => left.impact *= 1.0 - control.strength,
        }
    }
    left
}

fn measured(library: &Library, method: Method<'_>, instance: &Instance, reduction: Reduction) -> Figure {
    match library.rules[instance.rule].rated {
        Some(share) => method.rated(share * reduction.likelihood * reduction.impact),
        None => method.figure(&instance.likelihood, &instance.impact, reduction),
    }
}

/// The residual risk of a threat if one more control stood where its rule looks for it.
pub fn residual_with(library: &Library, method: Method<'_>, threat: &Threat, control: ControlId) -> Figure {
    let info = &library.controls[control];
    let used = library.rules[threat.instance.rule].mitigated_by.iter().find(|used| used.control == control);
    let left = 1.0 - used.and_then(|used| used.strength).unwrap_or(info.strength);
    let mut reduction = reduction(&threat.controls, ControlStatus::Implemented);
    match info.reduces {
        Reduces::Likelihood => reduction.likelihood *= left,
        Reduces::Impact => reduction.impact *= left,
    }
    measured(library, method, &threat.instance, reduction)
}

/// Days from one date to another.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map(|span| i64::from(span.get_days())).unwrap_or(i64::MAX)
}
