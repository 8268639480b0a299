//! Threats of the document, with their proofs.

use super::{Extent, tone};
use crate::analysis::Analysis;
use crate::assess::{Figure, Method, Threat as Assessed};
use crate::builtins::attribute;
use crate::check::Ex;
use crate::derive::{Instance, Verdict};
use crate::diagnostic::a_kind;
use crate::document::levels::range;
use crate::document::{Condition, Fix, LevelStep, MitigatingControl, ProofStep, Risk, Threat};
use crate::evaluate::Evaluator;
use crate::explain::{self, one_line, truth_word};
use crate::ids::{ElementId, EnumId, RuleId};
use crate::library::{Piece, Rule};
use crate::value::{Type, Value};
use rustc_hash::FxHashSet;

/// In a document of more threats than this, what made their levels is left out where no default had a say, and a fact
/// stands at the first condition that rests on it; a true condition that has none is left out: `tm explain` tells all
/// of each, and the rule has the expressions.
const DETAILED: usize = 2_000;

/// How much is told of a threat.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// What it is.
    Listed,
    /// Its proof, too; each fact once.
    Proved,
    /// And what made its likelihood and its impact.
    Whole,
}

/// Facts stay with the first condition that rests on them. What type a thing has stands with the thing.
fn once(mut steps: Vec<explain::Step>) -> Vec<explain::Step> {
    let mut seen = FxHashSet::default();
    for step in &mut steps {
        step.facts.retain(|fact| fact.kind.tells_more_than_type() && seen.insert((fact.kind.clone(), fact.element)));
    }
    steps
}

impl Analysis {
    pub(super) fn threats(&self, extent: Extent) -> Vec<Threat> {
        let mut evaluator = Evaluator::new(&self.library, &self.model);
        let detail = match extent.proofs {
            false => Detail::Listed,
            true if self.assessed.threats.len().min(extent.threats) > DETAILED => Detail::Proved,
            true => Detail::Whole,
        };
        self.assessed
            .threats
            .iter()
            .take(extent.threats)
            .map(|threat| self.threat(&mut evaluator, threat, detail))
            .collect()
    }

    /// A threat with its proof, as in the document.
    pub(crate) fn document_threat(&self, threat: &Assessed) -> Threat {
        self.threat(&mut Evaluator::new(&self.library, &self.model), threat, Detail::Whole)
    }

    pub(super) fn threat(&self, evaluator: &mut Evaluator<'_>, threat: &Assessed, detail: Detail) -> Threat {
        let instance = &threat.instance;
        let rule = &self.library.rules[instance.rule];
        let element = &self.model.elements[instance.carrier];
        let levels = explain::levels(evaluator, instance, detail != Detail::Whole);
        let proof = match detail {
            Detail::Listed => Vec::new(),
            Detail::Proved => self.telling_steps(&once(explain::proof(evaluator, instance))),
            Detail::Whole => self.steps(&explain::proof(evaluator, instance)),
        };
        let message = self.said(evaluator, threat);
        let full_id = self.library.qualified(rule.package, &threat.id);
        Threat {
            id: threat.id.clone(),
            was: self.earlier_ids(instance, &full_id),
            full_id,
            rule: self.library.rule_id(rule),
            title: rule.title.to_string(),
            category: self.library.category(rule.category).0,
            element: self.id(instance.carrier),
            element_title: element.title.to_string(),
            witnesses: instance
                .witnesses
                .iter()
                .map(|witness| witness.show(&self.library, &self.model.roster))
                .collect(),
            message,
            verdict: instance.verdict.word().into(),
            status: threat.status.word().into(),
            counts: threat.counts,
            gates_from: threat.gates_from.map_or_else(String::new, |release| release.to_string()),
            inherent: self.risk(threat.inherent),
            residual: self.risk(threat.residual),
            target: self.risk(threat.target),
            above_appetite: threat.above_appetite,
            standing: String::new(),
            stood_at: String::new(),
            proof,
            levels: levels.iter().map(|level| self.level_step(level)).collect(),
            controls: threat.controls.iter().map(|control| self.mitigating(control)).collect(),
            missing_controls: threat.missing.iter().map(|id| self.control_id(*id)).collect(),
            fixes: self.fixes(evaluator, rule),
            decision: threat.decision,
            location: self.location(element.span),
        }
    }

    /// What a threat says about what it was found on: its rule's message, else the rule's title.
    pub fn said(&self, evaluator: &mut Evaluator<'_>, threat: &Assessed) -> String {
        let instance = &threat.instance;
        let rule = &self.library.rules[instance.rule];
        crate::derive::bind(evaluator, instance);
        hedged(self.message(evaluator, &rule.message, &rule.title), instance.verdict)
    }

    /// Ids that an instance had under earlier names of its rule, its carrier and its witnesses. The first is the oldest:
    /// fingerprints are made of it, and stay the same whatever is renamed after what.
    pub(crate) fn earlier_ids(&self, instance: &Instance, now: &str) -> Vec<String> {
        let rule = &self.library.rules[instance.rule];
        let mut rules = self.library.earlier_ids(rule);
        rules.push(self.library.rule_id(rule));
        let mut ids = combined(&rules, "@", &self.names(instance.carrier));
        for witness in instance.witnesses.iter().filter_map(Value::element) {
            ids = combined(&ids, ".", &self.names(witness));
        }
        ids.retain(|id| id != now);
        ids
    }

    /// Earlier names of an element and the present one, which is the last; an unnamed flow is called after its ends.
    pub(crate) fn names(&self, id: ElementId) -> Vec<String> {
        let element = &self.model.elements[id];
        let mut names: Vec<String> = element.texts(attribute::WAS).iter().map(ToString::to_string).collect();
        match element.ends {
            Some((source, target)) if self.id(id) == format!("{}..{}", self.id(source), self.id(target)) => {
                names.extend(combined(&self.names(source), "..", &self.names(target)));
            }
            _ => names.push(self.id(id)),
        }
        names
    }

    pub(super) fn message(&self, evaluator: &mut Evaluator<'_>, pieces: &[Piece], title: &str) -> String {
        if pieces.is_empty() {
            return title.to_owned();
        }
        let mut text = String::new();
        for piece in pieces {
            match piece {
                Piece::Text(plain) => text.push_str(plain),
                Piece::Value(ex) => match evaluator.eval(ex) {
                    Value::Element(id) => text.push_str(self.model.title(id)),
                    Value::Text(plain) => text.push_str(&plain),
                    Value::Unknown => text.push_str(&self.unnamed(&ex.ty)),
                    Value::List(members) => {
                        let shown: Vec<String> = members
                            .iter()
                            .map(|member| match member {
                                Value::Element(id) => self.model.title(*id).to_owned(),
                                value => value.show(&self.library, &self.model.roster),
                            })
                            .collect();
                        text.push_str(&shown.join(", "));
                    }
                    value => text.push_str(&value.show(&self.library, &self.model.roster)),
                },
            }
        }
        text
    }

    /// Words for something of a type that a message is about and nobody has named.
    fn unnamed(&self, ty: &Type) -> String {
        let kind = if let Type::Element(id) = ty { self.library.types[*id].kind } else { None };
        kind.map_or_else(|| "(not stated)".into(), |kind| format!("{} that nobody has named", a_kind(kind.word())))
    }

    pub(super) fn risk(&self, figure: Figure) -> Risk {
        let Some(method) = self.method() else {
            return Risk::default();
        };
        let show = |scale: EnumId, (low, high): (u16, u16)| {
            let info = &self.library.enums[scale];
            if low == high {
                info.value_name(high).to_owned()
            } else {
                range(info.value_name(low), info.value_name(high))
            }
        };
        let Method { matrix, .. } = method;
        let (rank, levels) = (figure.level.1 as usize, &self.library.enums[matrix.risk].values);
        Risk {
            likelihood: show(matrix.likelihood, figure.likelihood),
            impact: show(matrix.impact, figure.impact),
            level: levels.get(rank).map(|level| level.name.to_string()).unwrap_or_default(),
            title: levels.get(rank).map(|level| level.title.to_string()).unwrap_or_default(),
            range: show(matrix.risk, figure.level),
            rank,
            tone: tone(rank, levels.len()),
        }
    }

    pub(super) fn steps(&self, steps: &[explain::Step]) -> Vec<ProofStep> {
        steps
            .iter()
            .enumerate()
            .map(|(condition, step)| ProofStep {
                condition,
                outcome: truth_word(step.outcome).into(),
                facts: step.facts.iter().map(|fact| self.fact(fact)).collect(),
                path: step.path.iter().map(|id| self.id(*id)).collect(),
                witnesses: step.witnesses.iter().map(|id| self.id(*id)).collect(),
            })
            .collect()
    }

    /// The same without conditions that are true for no fact that is told here.
    fn telling_steps(&self, steps: &[explain::Step]) -> Vec<ProofStep> {
        let mut steps = self.steps(steps);
        steps.retain(|step| {
            let silent = step.facts.is_empty() && step.path.is_empty() && step.witnesses.is_empty();
            !silent || step.outcome != truth_word(Some(true))
        });
        steps
    }

    fn level_step(&self, level: &explain::Level) -> LevelStep {
        LevelStep {
            of: level.of.word().into(),
            level: level.value.show(&self.library, &self.model.roster),
            assumed: level.assumed,
            facts: level.facts.iter().map(|fact| self.fact(fact)).collect(),
        }
    }

    /// The conditions of a rule, as in the document.
    pub(crate) fn document_conditions(&self, rule: &Rule) -> Vec<Condition> {
        rule.conditions.iter().map(|condition| self.written(condition)).collect()
    }

    /// What a likelihood or an impact is computed by, as in the document.
    pub(crate) fn document_rating(&self, rating: Option<&Ex>) -> Option<Condition> {
        rating.map(|rating| self.written(rating))
    }

    fn written(&self, ex: &Ex) -> Condition {
        Condition { text: one_line(self.sources.text(ex.span)), location: self.location(ex.span) }
    }

    /// The conditions of a rule on an element, whether or not they hold.
    pub(crate) fn document_steps(&self, rule: RuleId, element: ElementId) -> Vec<ProofStep> {
        self.steps(&explain::conditions(&self.library, &self.model, rule, element))
    }

    pub(super) fn mitigating(&self, control: &crate::assess::CountedControl) -> MitigatingControl {
        MitigatingControl {
            control: self.control_id(control.control),
            title: self.library.controls[control.control].title.to_string(),
            status: control.status.word().into(),
            strength: control.strength,
            reduces: control.reduces.word().into(),
            owner: control.owner.to_string(),
            ticket: control.ticket.to_string(),
            verified_by: control.verified_by.iter().map(|claim| claim.text.clone()).collect(),
            location: self.location(control.span),
        }
    }

    /// The fixes of a rule that can be written; those that would write the same, once.
    fn fixes(&self, evaluator: &mut Evaluator<'_>, rule: &Rule) -> Vec<Fix> {
        let mut found: Vec<Fix> = Vec::new();
        for fix in rule.fixes.iter().filter_map(|fix| self.fix(evaluator, fix)) {
            if found.iter().all(|known| known.edits != fix.edits) {
                found.push(fix);
            }
        }
        found
    }

    /// A fix as one would write it; nothing where it cannot be written.
    fn fix(&self, evaluator: &mut Evaluator<'_>, fix: &crate::library::FixInfo) -> Option<Fix> {
        let changes = crate::fixes::changes(evaluator, fix)?;
        let edits = changes.iter().map(|change| change.words(&self.library, &self.model)).collect();
        Some(Fix { title: fix.title.to_string(), edits })
    }
}

/// Names that a threat had: more than this, from elements renamed again and again, are not told.
const MOST_NAMES: usize = 64;

/// Each of the first with each of the second, the earliest names first.
fn combined(first: &[String], between: &str, second: &[String]) -> Vec<String> {
    let pairs = first.iter().flat_map(|one| second.iter().map(move |other| format!("{one}{between}{other}")));
    pairs.take(MOST_NAMES).collect()
}

/// What a threat says, told as open where a fact is missing: nobody has stated it of the system.
fn hedged(message: String, verdict: Verdict) -> String {
    let open = [" may ", " might ", "perhaps"].iter().any(|word| message.contains(word));
    if verdict == Verdict::Possible && !open { format!("Perhaps: {message}") } else { message }
}
