//! Requirements of the regimes that a model declares: where they apply, what meets them there, what is open.

use crate::assess::Assessed;
use crate::catalog::Catalogs;
use crate::codes;
use crate::decl::Kind;
use crate::diagnostic::{Diagnostic, list_names};
use crate::evaluate::{self, Evaluator, Fact, Hypothesis, Origin, Reads, Truth};
use crate::evidence::Claim;
use crate::explain::fact_words;
use crate::ids::{ControlId, ElementId, EnumId, PolicyId, PropId, TypeId};
use crate::library::{ControlInfo, Library, RequirementInfo};
use crate::model::{Model, Status};
use crate::source::Span;
use crate::value::Value;
use std::collections::BTreeSet;

/// A regime: a value of an enum of the library.
pub type RegimeId = (EnumId, u16);

/// How a requirement fares in one place, or over all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fulfilment {
    /// It applies nowhere.
    NotApplicable,
    /// Something implemented meets it.
    Met,
    /// It is not known whether it applies.
    Unclear,
    /// It applies; it is not known whether it is met.
    Unknown,
    /// What would meet it is planned.
    Planned,
    /// Nothing meets it.
    Open,
}

impl Fulfilment {
    /// The word that is shown.
    pub fn word(self) -> &'static str {
        match self {
            Fulfilment::NotApplicable => "not applicable",
            Fulfilment::Met => "met",
            Fulfilment::Unclear | Fulfilment::Unknown => "unknown",
            Fulfilment::Planned => "planned",
            Fulfilment::Open => "open",
        }
    }
}

/// A control that serves a requirement where it stands.
#[derive(Clone, Debug)]
pub struct Serving {
    /// The control.
    pub control: ControlId,
    /// How far it is.
    pub status: Status,
    /// What it was applied to.
    pub on: ElementId,
    /// Checks named as evidence.
    pub verified_by: Vec<Claim>,
    /// Where it was applied or decided.
    pub span: Span,
}

/// A place where a requirement applies, or may apply.
#[derive(Clone, Debug)]
pub struct Place {
    /// The element, flow, data or model.
    pub element: ElementId,
    /// How it fares.
    pub fulfilment: Fulfilment,
    /// Controls that serve it.
    pub controls: Vec<Serving>,
    /// The facts by which it applies here, or for want of which that is not known.
    pub because: Vec<Fact>,
    /// The facts that decided whether it is met, or that are missing.
    pub facts: Vec<Fact>,
}

impl Place {
    /// The facts for want of which it cannot be judged here: first whether it applies.
    pub fn missing(&self) -> impl Iterator<Item = &Fact> {
        let waits = matches!(self.fulfilment, Fulfilment::Unclear | Fulfilment::Unknown);
        let facts = self.because.iter().chain(&self.facts).filter(move |_| waits);
        facts.filter(|fact| matches!(fact.origin, Origin::Unknown))
    }
}

/// A requirement with the places where it applies.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// The policy that states it.
    pub policy: PolicyId,
    /// The places.
    pub places: Vec<Place>,
}

impl Requirement {
    /// The worst over all places.
    pub fn fulfilment(&self) -> Fulfilment {
        self.places.iter().map(|place| place.fulfilment).max().unwrap_or(Fulfilment::NotApplicable)
    }
}

/// The regimes that some requirement belongs to.
pub fn regimes(library: &Library) -> BTreeSet<RegimeId> {
    library.policies.values().filter_map(|policy| policy.requirement.as_ref()).map(|one| one.regime).collect()
}

/// The regimes that the model declares: a property of the model holds them.
pub fn declared(library: &Library, model: &Model) -> Vec<(RegimeId, Span)> {
    let Some(element) = model.model.map(|id| &model.elements[id]) else {
        return Vec::new();
    };
    let known = regimes(library);
    let values = element.stated.iter().flat_map(|stated| stated.value.members().iter().map(|one| (one, stated.span)));
    let regimes = values.filter_map(|(value, span)| match value {
        Value::Enum(set, index) => Some(((*set, *index), span)),
        _ => None,
    });
    regimes.filter(|(regime, _)| known.contains(regime)).collect()
}

/// Judges all requirements of a regime, in the order of their declaration.
pub fn requirements(library: &Library, model: &Model, assessed: &Assessed, regime: RegimeId) -> Vec<Requirement> {
    let policies = library.policies.iter();
    let own = policies.filter(|(_, policy)| policy.requirement.as_ref().is_some_and(|one| one.regime == regime));
    own.map(|(id, _)| requirement(library, model, assessed, id)).collect()
}

/// Judges one requirement; a policy that is none applies nowhere.
pub fn requirement(library: &Library, model: &Model, assessed: &Assessed, policy: PolicyId) -> Requirement {
    let mut places = Vec::new();
    if let Some(info) = &library.policies[policy].requirement {
        let mut judge = Judge {
            evaluator: Evaluator::new(library, model),
            assessed,
            info,
            trial: Trial::new(library, model, info),
        };
        judge.evaluator.allow(evaluate::bound(model));
        places.extend(judge.carriers().into_iter().filter_map(|id| judge.place(id)));
    }
    Requirement { policy, places }
}

struct Judge<'a> {
    evaluator: Evaluator<'a>,
    assessed: &'a Assessed,
    info: &'a RequirementInfo,
    trial: Trial<'a>,
}

impl Judge<'_> {
    /// Our own elements of the wanted types; external ones where a condition asks for them.
    fn carriers(&self) -> Vec<ElementId> {
        let model = self.evaluator.model;
        let all = self.info.carriers.iter();
        let all = all.flat_map(|ty| model.structure.by_type.get(ty).map(Vec::as_slice).unwrap_or_default());
        let judged = |id: &ElementId| {
            let element = &model.elements[*id];
            let hidden = element.external && element.kind.is_node() && !self.info.sees_external;
            model.is_own(*id) && !hidden && (element.kind != Kind::Flow || element.ends.is_some())
        };
        let found: BTreeSet<ElementId> = all.copied().filter(judged).collect();
        found.into_iter().collect()
    }

    fn place(&mut self, element: ElementId) -> Option<Place> {
        self.evaluator.prepare(self.info.slots);
        self.evaluator.set(0, Value::Element(element));
        let (mut applies, mut because): (Truth, Vec<Fact>) = (Some(true), Vec::new());
        for condition in &self.info.conditions {
            let (truth, read) = self.evaluator.trace(condition);
            match truth {
                Some(true) => {}
                Some(false) => return None,
                None => applies = None,
            }
            because.extend(read.into_iter().filter(|fact| fact.kind.tells_more_than_type()));
        }
        let controls = self.serving(element);
        let mut facts = Vec::new();
        // What is said to meet it decides; where nothing is, a control that satisfies its ids does.
        let met = match &self.info.met {
            Some(met) => {
                let (truth, read) = self.evaluator.trace(met);
                // Where it is not known whether it applies, that is what is to be asked first.
                let read = read.into_iter().filter(|fact| fact.kind.tells_more_than_type());
                facts.extend(read.filter(|_| applies.is_some() || truth == Some(true)));
                truth
            }
            None => Some(controls.iter().any(|one| one.status == Status::Implemented)),
        };
        let planned = controls.iter().filter(|one| one.status == Status::Planned).map(|one| one.control);
        let planned: Vec<ControlId> = planned.collect();
        let fulfilment = match (met, applies) {
            (Some(true), _) => Fulfilment::Met,
            (_, None) => Fulfilment::Unclear,
            (Some(false), _) if self.trial.meet(element, &planned) => Fulfilment::Planned,
            (None, _) => Fulfilment::Unknown,
            (Some(false), _) => Fulfilment::Open,
        };
        Some(Place { element, fulfilment, controls, because, facts })
    }

    /// Controls on the element, around it, or decided for a threat to it, that satisfy one of the ids.
    fn serving(&self, element: ElementId) -> Vec<Serving> {
        let (library, model) = (self.evaluator.library, self.evaluator.model);
        let serves = |control: ControlId| serves(&library.controls[control].satisfies, &self.info.references);
        // What stands around it counts where it is a control for such elements, not only for places.
        let meant = |control: ControlId, on: ElementId| {
            on == element || may_protect(library, &library.controls[control], model.elements[element].ty)
        };
        let standing = model.structure.controls_on(element, &model.elements);
        let standing = standing.filter(|(applied, on)| meant(applied.control, *on)).map(|(applied, on)| Serving {
            control: applied.control,
            status: applied.status,
            on,
            verified_by: applied.verified_by.clone(),
            span: applied.span,
        });
        let mut found: Vec<Serving> = standing.filter(|one| serves(one.control)).collect();
        let threats = self.assessed.threats.iter().filter(|threat| threat.instance.carrier == element);
        for counted in threats.flat_map(|threat| &threat.controls).filter(|one| serves(one.control)) {
            let one = Serving {
                control: counted.control,
                status: counted.status,
                on: element,
                verified_by: counted.verified_by.clone(),
                span: counted.span,
            };
            if !found.iter().any(|known| known.control == one.control && known.status >= one.status) {
                found.push(one);
            }
        }
        found
    }
}

/// The control is one for elements of this type.
fn may_protect(library: &Library, control: &ControlInfo, ty: TypeId) -> bool {
    control.on.is_empty() || control.on.iter().any(|on| library.is_subtype(ty, *on))
}

/// True where one of the ids that a control satisfies is wanted, or a part of one that is.
fn serves<T: AsRef<str>>(satisfied: &[T], wanted: &[T]) -> bool {
    let part =
        |id: &str, of: &str| id.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '(']));
    satisfied.iter().any(|id| wanted.iter().any(|of| part(id.as_ref(), of.as_ref())))
}

/// What is not met, and what cannot be judged, of the regimes that the model declares.
pub fn gaps(
    library: &Library,
    model: &Model,
    assessed: &Assessed,
    catalogs: &Catalogs,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (regime, span) in declared(library, model) {
        let judged = requirements(library, model, assessed, regime);
        let title = &library.enums[regime.0].values[regime.1 as usize].title;
        diagnostics.extend(judged.iter().filter_map(|one| unmet(library, model, catalogs, one, title)));
        diagnostics.extend(undecided(library, model, &judged, title, span));
    }
}

fn unmet(
    library: &Library,
    model: &Model,
    catalogs: &Catalogs,
    judged: &Requirement,
    regime: &str,
) -> Option<Diagnostic> {
    const SHOWN: usize = 4;
    let missing = |place: &&Place| matches!(place.fulfilment, Fulfilment::Open | Fulfilment::Planned);
    let places: Vec<&Place> = judged.places.iter().filter(missing).collect();
    let first = &model.elements[places.first()?.element];
    let policy = &library.policies[judged.policy];
    let count = if places.len() == 1 { format!("for `{}`", first.id) } else { format!("in {} places", places.len()) };
    let message = format!("{regime}: `{}` is not met {count}: {}", policy.name, policy.title);
    let word = |place: &Place| format!("{} here", place.fulfilment.word());
    let mut diagnostic = Diagnostic::new(codes::UNMET_REQUIREMENT, first.span, message)
        .label(places.first().map_or_else(String::new, |one| word(one)));
    for place in places.iter().skip(1).take(SHOWN - 1) {
        diagnostic = diagnostic.also(model.elements[place.element].span, word(place));
    }
    for id in policy.requirement.iter().flat_map(|info| &info.references) {
        let title = catalogs.entry(id).map(|entry| entry.title).filter(|title| !title.is_empty());
        diagnostic = diagnostic.note(format!("`{id}`{}", title.map(|title| format!(": {title}")).unwrap_or_default()));
    }
    Some(match helping(library, model, judged) {
        names if names.is_empty() => diagnostic.help("state what is done about it; `tm compliance` shows what counts"),
        names => diagnostic.help(format!("apply one of {}, or state what meets it", list_names(names, 4))),
    })
}

/// The controls that would meet a requirement in the places where it is not met, or anywhere if there are none.
pub fn helping<'l>(library: &'l Library, model: &Model, judged: &Requirement) -> Vec<&'l str> {
    let Some(info) = &library.policies[judged.policy].requirement else {
        return Vec::new();
    };
    let unmet = judged.places.iter().filter(|place| place.fulfilment > Fulfilment::Met);
    let mut types: BTreeSet<TypeId> = unmet.map(|place| model.elements[place.element].ty).collect();
    if types.is_empty() {
        types.extend(&info.carriers);
    }
    let fits = |control: &ControlInfo| types.iter().any(|ty| may_protect(library, control, *ty));
    let mut trial = Trial::new(library, model, info);
    let unmet = judged.places.iter().filter(|place| place.fulfilment > Fulfilment::Met);
    let unmet: Vec<ElementId> = unmet.map(|place| place.element).collect();
    let mut meets = |id| match unmet.is_empty() {
        true => trial.may_meet(id),
        false => unmet.iter().any(|element| trial.meet(*element, &[id])),
    };
    let controls = library.controls.iter().filter(|(_, one)| fits(one) && serves(&one.satisfies, &info.references));
    controls.filter(|(id, _)| meets(*id)).map(|(_, control)| &*control.name).collect()
}

/// Whether a requirement would be met where controls stood. Where nothing is said about what meets it, one that satisfies
/// its ids does; otherwise one that is asked for by its name, or the facts that they establish.
struct Trial<'a> {
    evaluator: Evaluator<'a>,
    info: &'a RequirementInfo,
    /// What the text reads that says what meets it.
    reads: Reads,
}

impl<'a> Trial<'a> {
    fn new(library: &'a Library, model: &'a Model, info: &'a RequirementInfo) -> Self {
        let mut reads = Reads::default();
        info.met.iter().for_each(|met| reads.add(library, met));
        let mut evaluator = Evaluator::new(library, model);
        evaluator.allow(evaluate::bound(model));
        Self { evaluator, info, reads }
    }

    /// True where it would be met at an element with these controls, of which each satisfies its ids.
    fn meet(&mut self, element: ElementId, controls: &[ControlId]) -> bool {
        let Some(met) = &self.info.met else { return !controls.is_empty() };
        if controls.iter().any(|id| self.reads.controls.contains(id)) {
            return true;
        }
        let library = self.evaluator.library;
        let facts = controls.iter().flat_map(|id| &library.controls[*id].facts);
        let so = |(prop, value, _): &(PropId, Value, Span)| Hypothesis { element, prop: *prop, value: value.clone() };
        self.evaluator.assumed = facts.map(so).collect();
        self.evaluator.prepare(self.info.slots);
        self.evaluator.set(0, Value::Element(element));
        !self.evaluator.assumed.is_empty() && self.evaluator.truth(met) == Some(true)
    }

    /// True for a control that what is said about meeting it has to do with.
    fn may_meet(&self, control: ControlId) -> bool {
        let facts = &self.evaluator.library.controls[control].facts;
        self.info.met.is_none()
            || self.reads.controls.contains(&control)
            || facts.iter().any(|(prop, ..)| self.reads.props.contains(prop))
    }
}

fn undecided(library: &Library, model: &Model, judged: &[Requirement], regime: &str, span: Span) -> Option<Diagnostic> {
    let unclear = |place: &&Place| matches!(place.fulfilment, Fulfilment::Unclear | Fulfilment::Unknown);
    let open = |one: &&Requirement| one.places.iter().any(|place| unclear(&place));
    let count = judged.iter().filter(open).count();
    if count == 0 {
        return None;
    }
    let missing = unknown_facts(library, model, judged);
    let many = if count == 1 {
        "one requirement cannot be judged".into()
    } else {
        format!("{count} requirements cannot be judged")
    };
    let diagnostic = Diagnostic::new(codes::UNDECIDED_REQUIREMENT, span, format!("{regime}: {many}"))
        .label("declared here")
        .help("state what is unknown, one way or the other; `tm compliance` lists what hangs on it");
    Some(diagnostic.note(format!("not known: {}", list_names(missing, 6))))
}

/// The facts that requirements wait for, `element.property`, each once.
pub fn unknown_facts(library: &Library, model: &Model, judged: &[Requirement]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let places = judged.iter().flat_map(|one| &one.places);
    for fact in places.flat_map(Place::missing) {
        let (subject, property, _) = fact_words(library, model, fact);
        let name = format!("{subject}.{property}");
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
