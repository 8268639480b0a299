//! From an analysis to the document.

mod aims;
mod compliance;
mod elements;
mod evidence;
mod gate;
mod threats;

use crate::analysis::Analysis;
use crate::assess::{Decision as Decided, DecisionKind, Threat as Assessed, days_between};
use crate::builtins::attribute;
use crate::decl::Kind;
use crate::derive::Verdict;
use crate::document::*;
use crate::ids::{ElementId, EnumId};
use crate::source::Span;
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How much of the analysis goes into the document.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// At most so many threats.
    pub threats: usize,
    /// With the proofs of the threats, and what catalogues say about what rules and controls refer to.
    pub proofs: bool,
    /// At most so many questions.
    pub questions: usize,
    /// With elements, flows, data and boundaries.
    pub elements: bool,
}

impl Extent {
    /// Everything; of the questions the two hundred best, more than anybody answers at once.
    pub const FULL: Extent = Extent { threats: usize::MAX, proofs: true, questions: 200, elements: true };

    /// What a list on a terminal shows.
    pub fn listing(threats: usize) -> Self {
        Extent { threats, proofs: false, questions: 3, elements: false }
    }
}

/// The threats of one element.
#[derive(Clone, Default)]
pub(super) struct Found {
    /// Their ids.
    pub(super) threats: Vec<String>,
    /// The highest residual level among those that count.
    pub(super) worst: Option<u16>,
}

impl Analysis {
    /// The whole analysis as a document.
    pub fn document(&self) -> Document {
        self.document_of(Extent::FULL)
    }

    /// A part of the analysis as a document; the summary is always about all of it.
    pub fn document_of(&self, extent: Extent) -> Document {
        let threats = self.threats(extent);
        let (questions, total) = self.questions(extent.questions);
        let kind = |wanted: fn(Kind) -> bool| -> Vec<ElementId> {
            let own = self.model.elements.iter().filter(|_| extent.elements);
            own.filter(|(_, element)| wanted(element.kind)).map(|(id, _)| id).collect()
        };
        let by_element = self.threats_by_element();
        let found = |id: ElementId| by_element.get(&id).cloned().unwrap_or_default();
        Document {
            format: "1".into(),
            tool: Tool {
                name: "tm".into(),
                version: env!("CARGO_PKG_VERSION").into(),
                language: crate::package::manifest::LANGUAGE.into(),
                pinned: self.pinned.pin.map_or_else(String::new, |pin| pin.to_string()),
            },
            today: self.today.to_string(),
            model: self.document_model(),
            summary: self.summary(total),
            risk: self.risk_method(),
            boundaries: kind(|kind| kind == Kind::Boundary).into_iter().map(|id| self.boundary(id)).collect(),
            elements: kind(Kind::is_node).into_iter().map(|id| self.element(id, found(id))).collect(),
            icons: if extent.elements { self.document_icons() } else { Vec::new() },
            flows: kind(|kind| kind == Kind::Flow).into_iter().filter_map(|id| self.flow(id, found(id))).collect(),
            data: kind(|kind| kind == Kind::Data).into_iter().map(|id| self.data(id)).collect(),
            rules: self.rules(&threats, extent),
            controls: self.controls(&threats, extent),
            threats,
            decisions: self.decisions(),
            questions,
            regimes: if extent.elements { self.declared_regimes() } else { Vec::new() },
            evidence: self.document_evidence(),
            policies: self.document_policies(),
            policy_findings: Vec::new(),
            assumptions: self.document_assumptions(),
            objectives: self.document_objectives(),
            attackers: self.document_attackers(),
            goals: self.document_goals(),
            attacks: self.document_attacks(),
            vulnerabilities: self.document_vulnerabilities(),
            views: self.document_views(),
            library_changes: self.library_changes(),
            diagnostics: self.document_diagnostics(),
        }
    }

    /// A span as a place in the document.
    pub fn location(&self, span: Span) -> Location {
        Location::of(&self.sources, span)
    }

    pub(super) fn id(&self, element: ElementId) -> String {
        self.model.roster.id_of(element).to_owned()
    }

    pub(super) fn ids(&self, value: &Value) -> Vec<String> {
        value.members().iter().map(|member| member.show(&self.library, &self.model.roster)).collect()
    }

    pub(super) fn stated_ids(&self, element: ElementId, prop: crate::ids::PropId) -> Vec<String> {
        self.model.elements[element].stated(prop).map(|stated| self.ids(&stated.value)).unwrap_or_default()
    }

    fn stated_text(&self, prop: crate::ids::PropId) -> String {
        let stated = self.model.model.and_then(|id| self.model.elements[id].stated(prop));
        match stated.map(|stated| &stated.value) {
            Some(Value::Text(text)) => text.to_string(),
            Some(value) => value.show(&self.library, &self.model.roster),
            None => String::new(),
        }
    }

    fn document_model(&self) -> Model {
        let Some(id) = self.model.model else {
            return Model::default();
        };
        let element = &self.model.elements[id];
        Model {
            name: element.id.to_string(),
            was: element.texts(attribute::WAS).iter().map(ToString::to_string).collect(),
            title: element.title.to_string(),
            doc: element.doc.to_string(),
            owner: self.stated_text(attribute::OWNER),
            scope: self.stated_text(attribute::SCOPE),
            methods: self.stated_ids(id, attribute::METHODS),
            appetite_title: self.risk_method().risk_title(&self.stated_text(attribute::APPETITE)),
            appetite: self.stated_text(attribute::APPETITE),
            location: Some(self.location(element.span)),
        }
    }

    fn summary(&self, questions: usize) -> Summary {
        use crate::assess::Status;
        let threats = &self.assessed.threats;
        let stands = |threat: &Assessed| matches!(threat.status, Status::Open | Status::Planned);
        let upcoming = |threat: &&Assessed| stands(threat) && self.is_sure(threat) && threat.gates_from.is_some();
        let counted = |threat: &&Assessed| self.is_sure(threat) && !upcoming(threat);
        let count = |status: Status| threats.iter().filter(|one| one.status == status && counted(one)).count();
        let undecided = |threat: &&Assessed| stands(threat) && !self.is_sure(threat);
        let levels = self.method().map(|method| self.levels(method.matrix.risk)).unwrap_or_default();
        let highest = threats.iter().filter(|threat| threat.counts).map(|threat| threat.residual.level.1).max();
        let highest = highest.and_then(|rank| levels.get(rank as usize));
        Summary {
            open: count(Status::Open),
            planned: count(Status::Planned),
            mitigated: count(Status::Mitigated),
            accepted: count(Status::Accepted),
            transferred: count(Status::Transferred),
            dismissed: count(Status::Dismissed),
            possible: threats.iter().filter(undecided).count(),
            upcoming: threats.iter().filter(upcoming).count(),
            above_appetite: threats.iter().filter(|threat| threat.above_appetite).count(),
            highest: highest.map(|level| level.name.clone()).unwrap_or_default(),
            highest_title: highest.map(|level| level.title.clone()).unwrap_or_default(),
            by_severity: self.by_severity(&levels),
            by_category: self.by_category(),
            questions,
            policies_broken: self.policies.iter().filter(|policy| !policy.broken_by.is_empty()).count(),
            gate: self.gate(),
        }
    }

    fn is_sure(&self, threat: &Assessed) -> bool {
        threat.counts || threat.instance.verdict != Verdict::Possible
    }

    fn by_severity(&self, levels: &[Level]) -> Vec<Count> {
        let counted: Vec<&Assessed> = self.assessed.threats.iter().filter(|threat| threat.counts).collect();
        let mut counts: Vec<Count> = levels
            .iter()
            .map(|level| Count {
                name: level.name.clone(),
                title: level.title.clone(),
                count: counted.iter().filter(|threat| threat.residual.level.1 as usize == level.rank).count(),
                rank: level.rank,
            })
            .collect();
        counts.reverse();
        counts
    }

    fn by_category(&self) -> Vec<Count> {
        let mut counts: BTreeMap<(EnumId, u16), usize> = BTreeMap::new();
        for threat in self.assessed.threats.iter().filter(|threat| threat.counts) {
            if let Some(category) = self.library.rules[threat.instance.rule].category {
                *counts.entry(category).or_default() += 1;
            }
        }
        counts
            .into_iter()
            .map(|(category, count)| {
                let (name, title) = self.library.category(Some(category));
                Count { name, title, count, rank: 0 }
            })
            .collect()
    }

    pub(super) fn levels(&self, scale: EnumId) -> Vec<Level> {
        let info = &self.library.enums[scale];
        let count = info.values.len();
        let level = |(rank, value): (usize, &crate::library::EnumValue)| Level {
            name: value.name.to_string(),
            title: value.title.to_string(),
            rank,
            upper: value.upper,
            tone: tone(rank, count),
        };
        info.values.iter().enumerate().map(level).collect()
    }

    /// The scales and the matrix that risk is judged by.
    pub fn risk_method(&self) -> RiskMethod {
        let Some(method) = self.method() else {
            return RiskMethod::default();
        };
        let risk = self.levels(method.matrix.risk);
        let name = |rank: &u16| risk.get(*rank as usize).map(|level| level.name.clone()).unwrap_or_default();
        RiskMethod {
            matrix: method.matrix.name.to_string(),
            title: method.matrix.title.to_string(),
            likelihood: self.levels(method.matrix.likelihood),
            impact: self.levels(method.matrix.impact),
            cells: method.matrix.cells.iter().map(|row| row.iter().map(name).collect()).collect(),
            risk,
        }
    }

    fn threats_by_element(&self) -> BTreeMap<ElementId, Found> {
        let mut all: BTreeMap<ElementId, Found> = BTreeMap::new();
        for threat in &self.assessed.threats {
            let found = all.entry(threat.instance.carrier).or_default();
            found.threats.push(threat.id.clone());
            if threat.counts {
                found.worst = found.worst.max(Some(threat.residual.level.1));
            }
        }
        all
    }

    /// The references of a rule.
    pub(crate) fn references(&self, rule: &crate::library::Rule) -> Vec<Reference> {
        rule.references.iter().map(|id| self.reference(id)).collect()
    }

    /// A reference with what its catalogue says; a web address is its own page.
    pub(crate) fn reference(&self, id: &str) -> Reference {
        match self.catalogs.entry(id) {
            Some(entry) => Reference { id: entry.id, title: entry.title, catalog: entry.source, url: entry.url },
            None => {
                let url = if id.starts_with("http") { id.to_owned() } else { String::new() };
                Reference { id: id.to_owned(), title: String::new(), catalog: String::new(), url }
            }
        }
    }

    fn rules(&self, threats: &[Threat], extent: Extent) -> Vec<Rule> {
        let wanted: BTreeSet<&str> = threats.iter().map(|threat| &*threat.rule).collect();
        let mut rules: Vec<Rule> = self
            .library
            .rules
            .values()
            .map(|rule| (self.library.rule_id(rule), rule))
            .filter(|(id, _)| wanted.contains(id.as_str()))
            .map(|(id, rule)| {
                let (category, category_title) = self.library.category(rule.category);
                Rule {
                    id,
                    name: rule.name.to_string(),
                    title: rule.title.to_string(),
                    category,
                    category_title,
                    doc: rule.doc.to_string(),
                    detection: rule.detection.to_string(),
                    false_positives: rule.false_positives.to_string(),
                    remedy: rule.remedy.to_string(),
                    references: if extent.proofs { self.references(rule) } else { Vec::new() },
                    mitigated_by: rule.mitigated_by.iter().map(|used| self.control_id(used.control)).collect(),
                    was: self.library.earlier_ids(rule),
                    since: rule.since.map_or_else(String::new, |since| since.to_string()),
                    conditions: self.document_conditions(rule),
                    likelihood: self.document_rating(rule.likelihood.as_ref()),
                    impact: self.document_rating(rule.impact.as_ref()),
                    location: self.location(rule.span),
                }
            })
            .collect();
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        rules
    }

    fn controls(&self, threats: &[Threat], extent: Extent) -> Vec<Control> {
        let mut wanted: BTreeSet<String> = threats
            .iter()
            .flat_map(|threat| {
                threat
                    .controls
                    .iter()
                    .map(|control| control.control.clone())
                    .chain(threat.missing_controls.iter().cloned())
            })
            .collect();
        wanted.extend(
            self.model
                .elements
                .values()
                .flat_map(|element| element.applied.iter().map(|applied| self.control_id(applied.control))),
        );
        let mut controls: Vec<Control> = self
            .library
            .controls
            .iter()
            .map(|(id, control)| (self.control_id(id), control))
            .filter(|(id, _)| wanted.contains(id))
            .map(|(id, control)| Control {
                id,
                name: control.name.to_string(),
                title: control.title.to_string(),
                doc: control.doc.to_string(),
                strength: control.strength,
                reduces: control.reduces.word().into(),
                satisfies: control.satisfies.iter().filter(|_| extent.proofs).map(|id| self.reference(id)).collect(),
                cost: control
                    .cost
                    .as_ref()
                    .map(|cost| cost.show(&self.library, &self.model.roster))
                    .unwrap_or_default(),
            })
            .collect();
        controls.sort_by(|a, b| a.id.cmp(&b.id));
        controls
    }

    fn decisions(&self) -> Vec<Decision> {
        let assessed = &self.assessed;
        assessed
            .decisions
            .iter()
            .zip(&assessed.covered)
            .map(|(decision, covered)| Decision {
                threats: covered.iter().map(|index| assessed.threats[*index].id.clone()).collect(),
                ..self.decision(decision)
            })
            .collect()
    }

    /// A decision, but for the threats that it covers.
    fn decision(&self, decision: &Decided) -> Decision {
        let shown = Decision {
            kind: decision.kind.word().into(),
            rule: self.library.rules[decision.rule].name.to_string(),
            rule_id: self.library.rule_id(&self.library.rules[decision.rule]),
            target: decision.target.clone(),
            reason: decision.reason.to_string(),
            by: decision.by.to_string(),
            until: decision.until.map(|date| date.to_string()).unwrap_or_default(),
            expired: decision.expired(self.today),
            days_left: decision.until.map(|until| days_between(self.today, until)),
            location: self.location(decision.span),
            ..Decision::default()
        };
        match &decision.kind {
            DecisionKind::Accept | DecisionKind::Dismiss => shown,
            DecisionKind::Transfer(to) => Decision { to: self.id(*to), ..shown },
            DecisionKind::Mitigate { controls, details } => Decision {
                controls: controls.iter().map(|used| self.control_id(used.control)).collect(),
                status: details.status.word().into(),
                owner: details.owner.to_string(),
                ticket: details.ticket.to_string(),
                verified_by: details.verified_by.iter().map(|claim| claim.text.clone()).collect(),
                ..shown
            },
        }
    }

    fn document_policies(&self) -> Vec<Policy> {
        self.policies
            .iter()
            .map(|result| {
                let policy = &self.library.policies[result.policy];
                Policy {
                    name: policy.name.to_string(),
                    title: policy.title.to_string(),
                    doc: policy.doc.to_string(),
                    verdict: result.verdict.word().into(),
                    broken_by: result.broken_by.iter().map(|id| self.id(*id)).collect(),
                    undecided_for: result.undecided_for.iter().map(|id| self.id(*id)).collect(),
                    location: self.location(policy.span),
                }
            })
            .collect()
    }

    fn document_assumptions(&self) -> Vec<Assumption> {
        self.assumptions
            .iter()
            .map(|(name, title, doc, span)| Assumption {
                name: name.clone(),
                title: title.clone(),
                doc: doc.clone(),
                location: self.location(*span),
            })
            .collect()
    }

    fn document_views(&self) -> Vec<View> {
        self.views
            .iter()
            .map(|view| View {
                name: view.name.clone(),
                title: view.title.clone(),
                include: view.include.iter().map(|id| self.id(*id)).collect(),
            })
            .collect()
    }

    fn library_changes(&self) -> Vec<LibraryChange> {
        self.library
            .changes
            .iter()
            .map(|change| LibraryChange {
                kind: change.kind.into(),
                subject: change.subject.clone(),
                added: change.added.clone(),
                reason: change.reason.to_string(),
                location: self.location(change.span),
            })
            .collect()
    }

    fn document_diagnostics(&self) -> Vec<Diagnostic> {
        self.diagnostics
            .iter()
            .map(|diagnostic| Diagnostic {
                code: diagnostic.code.into(),
                severity: diagnostic.severity.word().into(),
                message: diagnostic.message.clone(),
                help: diagnostic.help.clone().unwrap_or_default(),
                location: self.location(diagnostic.span()),
            })
            .collect()
    }
}

/// The colour step of a level: 1 for the lowest to 5 for the highest, spread evenly.
pub(super) fn tone(rank: usize, levels: usize) -> u8 {
    let last = levels.saturating_sub(1).max(1);
    u8::try_from(1 + (rank * 4 + last / 2) / last).unwrap_or(5).min(5)
}
