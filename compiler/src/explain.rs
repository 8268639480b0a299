//! Why a threat is there, and why another is not: the proof, condition by condition.

use crate::analysis::Analysis;
use crate::assess::Threat;
use crate::check::{Ex, ExKind};
use crate::derive::{Instance, bind, carries};
use crate::evaluate::{Evaluator, Fact, FactKind, Origin, Truth};
use crate::ids::{ElementId, RuleId, TypeId};
use crate::library::{Library, Reduces, TypeInfo};
use crate::model::Model;
use crate::source::Span;
use crate::value::Value;

/// A condition with its outcome and the facts that decided it.
#[derive(Clone, Debug)]
pub struct Step {
    /// Where the condition is written.
    pub span: Span,
    /// Its outcome.
    pub outcome: Truth,
    /// What decided it.
    pub facts: Vec<Fact>,
    /// The path that was found, nodes and flows in turn.
    pub path: Vec<ElementId>,
    /// The members of lists that it rests on, as `exists` and its like name them.
    pub witnesses: Vec<ElementId>,
}

/// Where the outcome is unknown, more members than this are not named.
const MOST_WITNESSES: usize = 12;

/// The proof of an instance: its conditions in order.
pub fn proof(evaluator: &mut Evaluator<'_>, instance: &Instance) -> Vec<Step> {
    let library = evaluator.library;
    let mut steps = Vec::new();
    for condition in &library.rules[instance.rule].conditions {
        bind(evaluator, instance);
        let (outcome, mut facts) = evaluator.trace(condition);
        let (path, mut witnesses) = (evaluator.take_path(), evaluator.take_witnesses());
        witnesses.truncate(MOST_WITNESSES);
        if outcome.is_none() && facts.iter().all(|fact| fact.value != Value::Unknown) {
            facts.extend(unknown_lists(evaluator, instance));
        }
        steps.push(Step { span: condition.span, outcome, facts, path, witnesses });
    }
    steps
}

/// What nobody knows of the lists whose members would be the witnesses.
fn unknown_lists(evaluator: &mut Evaluator<'_>, instance: &Instance) -> Vec<Fact> {
    let lists = evaluator.library.rules[instance.rule].witnesses.iter().zip(&instance.witnesses);
    let unknown: Vec<_> = lists.filter(|(_, witness)| **witness == Value::Unknown).map(|(list, _)| list).collect();
    let mut facts = Vec::new();
    for list in unknown {
        bind(evaluator, instance);
        facts.extend(evaluator.trace(list).1.into_iter().filter(|fact| fact.value == Value::Unknown));
    }
    facts
}

/// How the likelihood or the impact of an instance came about.
#[derive(Clone, Debug)]
pub struct Level {
    /// Which of the two.
    pub of: Reduces,
    /// The level, or a range.
    pub value: Value,
    /// True where it would be another, or not be known, without a default.
    pub assumed: bool,
    /// What decided it.
    pub facts: Vec<Fact>,
}

/// How the likelihood and the impact of an instance came about, where facts had a say; `defaults` leaves only levels
/// that rest on a default, with these.
pub fn levels(evaluator: &mut Evaluator<'_>, instance: &Instance, defaults: bool) -> Vec<Level> {
    let rule = &evaluator.library.rules[instance.rule];
    let rated = [(Reduces::Likelihood, &rule.likelihood), (Reduces::Impact, &rule.impact)];
    let written = rated.into_iter().filter_map(|(of, ex)| Some((of, ex.as_ref()?)));
    let computed = written.filter(|(_, ex)| !matches!(ex.kind, ExKind::Const(_)));
    computed.filter_map(|(of, ex)| level(evaluator, instance, of, ex, defaults)).collect()
}

fn level(evaluator: &mut Evaluator<'_>, instance: &Instance, of: Reduces, ex: &Ex, defaults: bool) -> Option<Level> {
    bind(evaluator, instance);
    evaluator.read_default = false;
    let value = evaluator.eval(ex);
    let mut assumed = evaluator.read_default;
    if assumed {
        evaluator.defaults = false;
        assumed = evaluator.eval(ex) != value;
        evaluator.defaults = true;
    }
    if defaults && !assumed {
        return None;
    }
    let (_, mut facts) = evaluator.trace_value(ex);
    facts.retain(|fact| !defaults || matches!(fact.origin, Origin::Default(..)));
    let value = if value == Value::Unknown { evaluator.whole_range(&ex.ty) } else { value };
    (!facts.is_empty()).then_some(Level { of, value, assumed, facts })
}

/// The conditions of a rule on an element where it finds nothing, without paths: for the first of the witnesses that there
/// could be; where there can be none, with the list that is empty.
pub fn conditions(library: &Library, model: &Model, rule: RuleId, element: ElementId) -> Vec<Step> {
    let evaluator = &mut Evaluator::new(library, model);
    let verdict = crate::derive::Verdict::Possible;
    let (likelihood, impact) = (Value::Unknown, Value::Unknown);
    let mut instance = Instance { rule, carrier: element, witnesses: Vec::new(), verdict, likelihood, impact };
    let mut empty = Vec::new();
    for list in &library.rules[rule].witnesses {
        bind(evaluator, &instance);
        let (members, facts) = evaluator.trace_value(list);
        let none = members != Value::Unknown && members.members().is_empty();
        empty.extend(facts.into_iter().filter(|_| none));
        let first = members.members().first().filter(|_| members != Value::Unknown);
        instance.witnesses.push(first.cloned().unwrap_or(Value::Unknown));
    }
    let mut steps = proof(evaluator, &instance);
    for step in &mut steps {
        step.path.clear();
        step.facts.extend(empty.iter().filter(|_| step.outcome.is_none()).cloned());
    }
    steps
}

/// `true`, `false` or `unknown`.
pub fn truth_word(truth: Truth) -> &'static str {
    match truth {
        Some(true) => "true",
        Some(false) => "false",
        None => "unknown",
    }
}

/// A fact in words: whose it is, what it is about, its value.
pub fn fact_words(library: &Library, model: &Model, fact: &Fact) -> (String, String, String) {
    let subject = model.roster.id_of(fact.element).to_owned();
    let property = match &fact.kind {
        FactKind::Property(prop) => library.props.name(*prop).to_owned(),
        FactKind::Type => "type".to_owned(),
        FactKind::Witness => String::new(),
        FactKind::Navigation(nav) => {
            crate::builtins::NAVIGATION.iter().find(|info| info.nav == *nav).map_or("", |info| info.name).to_owned()
        }
    };
    (subject, property, fact.value.show(library, &model.roster))
}

/// Where a fact comes from: a word for machines and words for people.
pub fn origin_words(library: &Library, model: &Model, origin: &Origin) -> (&'static str, String) {
    match origin {
        Origin::Stated(_) => ("stated", "stated".into()),
        Origin::Type(ty, span) => {
            let named = |info: &TypeInfo| info.facts.values().any(|(_, at)| at == span);
            ("type", format!("a fact of every `{}`", whose(library, *ty, named)))
        }
        Origin::Default(ty, span) => {
            let named = |info: &TypeInfo| info.defaults.values().any(|(_, at)| at == span);
            ("default", format!("assumed: the default of `{}`", whose(library, *ty, named)))
        }
        Origin::Boundary(id, _) => ("inherited", format!("from boundary `{}`", model.roster.id_of(*id))),
        Origin::Control(id, _) => ("control", format!("established by the control `{}`", library.controls[*id].name)),
        Origin::Structure => ("structure", "from the structure of the model".into()),
        Origin::Unknown => ("unknown", "nobody has stated it".into()),
    }
}

/// The name of a type, or of that among the types which `A + B` joins that says something.
fn whose(library: &Library, ty: TypeId, says: impl Fn(&TypeInfo) -> bool) -> &str {
    let info = &library.types[ty];
    let says = |id: &&TypeId| **id != ty && !is_joined(&library.types[**id]) && says(&library.types[**id]);
    let mut found: Vec<TypeId> =
        if is_joined(info) { info.ancestors.iter().filter(says).copied().collect() } else { Vec::new() };
    found.sort_by_key(|id| std::cmp::Reverse(library.types[*id].ancestors.len()));
    found.first().map_or(&info.name, |id| &library.types[*id].name)
}

/// True for what stands for `A + B` and is declared nowhere.
fn is_joined(info: &TypeInfo) -> bool {
    info.name.contains('+')
}

/// Why a threat is there, or is not.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The id that was asked about.
    pub id: String,
    /// One sentence: the answer.
    pub summary: String,
    /// The rule's title.
    pub title: String,
    /// The rule's documentation.
    pub doc: String,
    /// The conditions of the rule.
    pub conditions: Vec<crate::document::Condition>,
    /// What its likelihood is computed by.
    pub likelihood: Option<crate::document::Condition>,
    /// What its impact is computed by.
    pub impact: Option<crate::document::Condition>,
    /// What became of the conditions, with their facts.
    pub proof: Vec<crate::document::ProofStep>,
    /// What can be done, or where to look next.
    pub next: Vec<String>,
    /// Entries of catalogues that the rule refers to.
    pub references: Vec<crate::document::Reference>,
    /// The threat as in the document, where it is there.
    pub threat: Option<crate::document::Threat>,
}

impl Analysis {
    /// Explains a threat by its id.
    ///
    /// # Errors
    /// A sentence that says why there is nothing to explain, with the nearest id.
    pub fn explain(&self, id: &str) -> Result<Explanation, String> {
        let threat = self.threat_called(id)?;
        let document = self.document_threat(threat);
        let rule = &self.library.rules[threat.instance.rule];
        let summary = format!("`{}` is {} and {}: {}", threat.id, document.verdict, document.status, document.message);
        let next = self.next_steps(threat);
        Ok(Explanation {
            id: threat.id.clone(),
            summary,
            title: rule.title.to_string(),
            doc: rule.doc.to_string(),
            conditions: self.document_conditions(rule),
            likelihood: self.document_rating(rule.likelihood.as_ref()),
            impact: self.document_rating(rule.impact.as_ref()),
            proof: document.proof.clone(),
            next,
            references: self.references(rule),
            threat: Some(document),
        })
    }

    /// The threat with an id, a former one included; the witness may be left out where there is one alone.
    fn threat_called(&self, id: &str) -> Result<&Threat, String> {
        let threats = || self.assessed.threats.iter();
        let called = threats().find(|threat| self.is_called(threat, id));
        if let Some(threat) = called.or_else(|| threats().find(|threat| self.was_called(threat, id))) {
            return Ok(threat);
        }
        let found: Vec<&Threat> = threats().filter(|threat| is_called_with_witness(threat, id)).collect();
        match found.as_slice() {
            [only] => Ok(only),
            [first, second, rest @ ..] => {
                let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
                Err(format!("`{id}` means several threats: `{}`, `{}`{more}; name one of them", first.id, second.id))
            }
            [] => Err(match self.parse_id(id) {
                Ok(_) => format!("`{id}` is not a threat of this model"),
                Err(why) => why,
            }),
        }
    }

    fn is_called(&self, threat: &Threat, id: &str) -> bool {
        let rule = &self.library.rules[threat.instance.rule];
        let package = self.library.packages.get(rule.package.0 as usize);
        threat.id == id
            || package.is_some_and(|package| {
                id.strip_prefix(&**package).and_then(|rest| rest.strip_prefix('.')) == Some(&threat.id)
            })
    }

    /// True for an id that a threat had under earlier names of its rule, its element or its witness.
    fn was_called(&self, threat: &Threat, id: &str) -> bool {
        let rule = &self.library.rules[threat.instance.rule];
        let full = self.library.qualified(rule.package, id);
        let now = self.library.qualified(rule.package, &threat.id);
        self.earlier_ids(&threat.instance, &now).iter().any(|earlier| *earlier == full || earlier == id)
    }

    fn next_steps(&self, threat: &Threat) -> Vec<String> {
        let mut next = Vec::new();
        let rule = &self.library.rules[threat.instance.rule];
        let element = self.model.target_words(threat.instance.carrier);
        for control in threat.missing.iter().take(3) {
            next.push(format!(
                "apply the control `{}`: `mitigate {} on {element} with {0} {{ status = planned }}`",
                self.library.controls[*control].name, rule.name
            ));
        }
        if threat.decision.is_none() {
            next.push(format!(
                "decide: `accept {} on {element} until DATE {{ by = \"…\", reason = \"…\" }}`",
                rule.name
            ));
        }
        next
    }

    /// Explains why a threat is not there.
    ///
    /// # Errors
    /// A sentence that says what is wrong with the id, or that the threat is there.
    pub fn explain_not(&self, id: &str) -> Result<Explanation, String> {
        let (rule_id, element) = self.parse_id(id)?;
        let rule = &self.library.rules[rule_id];
        let there = || {
            let all = self.assessed.threats.iter();
            all.filter(|threat| threat.instance.rule == rule_id && threat.instance.carrier == element)
        };
        let found = match self.witness_of(id, element) {
            None => there().next(),
            Some(witness) => {
                let found = there().find(|threat| threat.id.ends_with(&format!(".{witness}")));
                if let (None, Some(other)) = (found, there().next()) {
                    return Err(self.without(rule_id, element, witness, &other.id));
                }
                found
            }
        };
        if let Some(threat) = found {
            let covered = threat.decision.map(|index| &self.assessed.decisions[index]);
            return match covered {
                Some(decision) if !threat.counts => Ok(Explanation {
                    id: threat.id.clone(),
                    summary: settled_by(&threat.id, decision.kind.word(), &decision.reason),
                    title: rule.title.to_string(),
                    doc: rule.doc.to_string(),
                    conditions: self.document_conditions(rule),
                    likelihood: self.document_rating(rule.likelihood.as_ref()),
                    impact: self.document_rating(rule.impact.as_ref()),
                    proof: self.document_threat(threat).proof,
                    next: Vec::new(),
                    references: self.references(rule),
                    threat: Some(self.document_threat(threat)),
                }),
                _ => Err(format!("`{}` is there; `tm explain {0}` shows its proof", threat.id)),
            };
        }
        let applies = carries(&self.model, rule, element);
        let proof = if applies { self.document_steps(rule_id, element) } else { Vec::new() };
        Ok(Explanation {
            id: id.to_owned(),
            summary: self.absence(rule_id, element),
            title: rule.title.to_string(),
            doc: rule.doc.to_string(),
            conditions: self.document_conditions(rule),
            likelihood: self.document_rating(rule.likelihood.as_ref()),
            impact: self.document_rating(rule.impact.as_ref()),
            proof,
            next: Vec::new(),
            references: self.references(rule),
            threat: None,
        })
    }

    /// The witness that an id names behind its element.
    fn witness_of<'i>(&self, id: &'i str, element: ElementId) -> Option<&'i str> {
        let (_, target) = id.split_once('@')?;
        let names = self.names(element);
        let whole = names.iter().any(|name| name == target);
        if whole { None } else { target.rsplit_once('.').map(|(_, witness)| witness) }
    }

    /// Why a threat that is there for other witnesses is not there for one.
    fn without(&self, rule_id: RuleId, element: ElementId, witness: &str, other: &str) -> String {
        let (rule, id) = (&self.library.rules[rule_id].name, self.model.roster.id_of(element));
        let known = self.model.elements.values().any(|element| &*element.id == witness);
        let why = if known { "is not among what the rule finds there" } else { "is nothing in this model" };
        format!("`{rule}` is not found on `{id}` for `{witness}`: `{witness}` {why}; `{other}` is there")
    }

    /// The first reason why a rule finds nothing on an element.
    fn absence(&self, rule_id: RuleId, element: ElementId) -> String {
        let rule = &self.library.rules[rule_id];
        let id = self.model.roster.id_of(element);
        if let Some(span) = rule.disabled {
            let (name, at) = (&rule.name, self.location(span));
            let change = self.library.changes.iter().find(|change| change.span == span);
            let why = change.filter(|change| !change.reason.is_empty());
            let why = why.map_or_else(String::new, |change| format!(": {}", change.reason));
            return format!("`{name}` is disabled in this package ({}:{}){why}", at.file, at.line);
        }
        if !crate::analysis::scope(&self.model).includes(rule) {
            return format!("`{}` belongs to a method that the model does not use (see `methods`)", rule.name);
        }
        if !carries(&self.model, rule, element) {
            return self.no_carrier(rule_id, element);
        }
        let steps = conditions(&self.library, &self.model, rule_id, element);
        match steps.iter().find(|step| step.outcome == Some(false)) {
            Some(Step { span, facts, .. }) => {
                let because: Vec<String> = facts
                    .iter()
                    .map(|fact| {
                        let (subject, property, value) = fact_words(&self.library, &self.model, fact);
                        format!(
                            "`{subject}.{property}` is {value} ({})",
                            origin_words(&self.library, &self.model, &fact.origin).1
                        )
                    })
                    .collect();
                let condition = one_line(self.sources.text(*span));
                let why = if because.is_empty() { String::new() } else { format!(", since {}", because.join(" and ")) };
                format!("`{}` does not apply to `{id}`: `{condition}` is false{why}", rule.name)
            }
            None => format!(
                "`{}` finds no witness on `{id}`: the list of its `each` is empty, or no member satisfies the conditions",
                rule.name
            ),
        }
    }

    fn no_carrier(&self, rule_id: RuleId, element: ElementId) -> String {
        let (rule, element) = (&self.library.rules[rule_id], &self.model.elements[element]);
        let wanted = match rule.carrier {
            crate::library::RuleCarrier::Each(ref types)
                if !types.iter().any(|ty| self.library.is_subtype(element.ty, *ty)) =>
            {
                let names: Vec<&str> = types.iter().map(|ty| &*self.library.types[*ty].name).collect();
                format!(
                    "it is about `{}`, and `{}` is a `{}`",
                    names.join("` or `"),
                    element.id,
                    self.library.types[element.ty].name
                )
            }
            _ if element.external => format!("`{}` is external, and the rule is about what we control", element.id),
            _ => format!("`{}` belongs to another package, which judges its own threats", element.id),
        };
        format!("`{}` does not apply: {wanted}", rule.name)
    }

    /// The element that once had a name.
    fn formerly(&self, name: &str) -> Option<ElementId> {
        let mut own = self.model.elements.ids().filter(|id| self.model.is_own(*id));
        own.find(|id| self.names(*id).iter().any(|known| known == name))
    }

    fn parse_id(&self, id: &str) -> Result<(RuleId, ElementId), String> {
        let Some((rule, target)) = id.split_once('@') else {
            return Err(format!("`{id}` is no id of a threat; one reads `Rule@element`"));
        };
        let short = rule.rsplit('.').next().unwrap_or(rule);
        let rules = || self.library.rules.iter();
        let named = rules().find(|(_, known)| &*known.name == short);
        let named = named.or_else(|| rules().find(|(_, known)| known.was.iter().any(|name| &**name == short)));
        let Some((rule_id, _)) = named else {
            let names: Vec<&str> = self.library.rules.values().map(|rule| &*rule.name).collect();
            let near = crate::diagnostic::nearest(short, names)
                .map(|name| format!("; did you mean `{name}`?"))
                .unwrap_or_default();
            return Err(format!("no rule is called `{short}` here{near}"));
        };
        let by_id =
            |wanted: &str| self.model.elements.iter().find(|(_, element)| &*element.id == wanted).map(|(id, _)| id);
        let by_name = |wanted: &str| by_id(wanted).or_else(|| self.formerly(wanted));
        let element = by_name(target).or_else(|| target.rsplit_once('.').and_then(|(element, _)| by_name(element)));
        match element {
            Some(element) => Ok((rule_id, element)),
            None => {
                let names: Vec<&str> = self.model.elements.values().map(|element| &*element.id).collect();
                let near = |word: &str| crate::diagnostic::nearest(word, &names);
                let carrier = || {
                    let (carrier, witness) = target.rsplit_once('.')?;
                    near(carrier).map(|carrier| format!("{carrier}.{witness}"))
                };
                let near = near(target).or_else(carrier).map(|name| format!("; did you mean `{name}`?"));
                Err(format!("nothing is called `{target}` in this model{}", near.unwrap_or_default()))
            }
        }
    }
}

/// That a decision settles a threat, with its reason where it has one.
fn settled_by(threat: &str, decision: &str, reason: &str) -> String {
    let because = if reason.is_empty() { String::new() } else { format!(": {reason}") };
    format!("`{threat}` is found, but a decision (`{decision}`) settles it{because}")
}

/// Source text on one line.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True where an id leaves out the witness.
fn is_called_with_witness(threat: &Threat, id: &str) -> bool {
    !threat.instance.witnesses.is_empty() && threat.id.strip_prefix(id).is_some_and(|rest| rest.starts_with('.'))
}
