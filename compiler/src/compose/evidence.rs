//! The table of evidence: which control claims what, and what came of it.

use crate::analysis::Analysis;
use crate::assess::{Decision, DecisionKind, days_between};
use crate::builtins::attribute;
use crate::document::{Against, Evidence, EvidenceCandidate, EvidenceClaim, EvidenceFinding, EvidenceSource};
use crate::evidence::{Judged, Places, Scan, Use, Verdict};
use crate::ids::ElementId;
use crate::library::RuleCarrier;
use crate::model::Status;
use crate::source::Span;
use cvss::Cvss;
use std::collections::{BTreeMap, BTreeSet};

/// Findings without a claim that are listed.
const LISTED: usize = 500;
/// Findings that are listed for a claim.
const FOR_CLAIM: usize = 20;
/// What a tool left out or suppressed that is listed of a run.
const OMITTED: usize = 20;
/// Letters of a message that are kept.
const TEXT: usize = 300;

impl Analysis {
    pub(super) fn document_evidence(&self) -> Evidence {
        let (mut claims, mut claimed) = (Vec::new(), BTreeSet::new());
        let located = self.located();
        let claiming = self.claiming();
        for (one, place) in &claiming {
            for judged in one.judge(&self.model, self.today) {
                claimed.extend(judged.findings.iter().copied());
                claims.push((judged, one, place));
            }
        }
        claims.sort_by_key(|(judged, ..)| std::cmp::Reverse(judged.verdict));
        let texts = self.model.evidence.scans.iter().enumerate();
        let findings = texts.flat_map(|(at, scan)| (0..scan.findings.len()).map(move |index| (at, index)));
        let rest: Vec<(usize, usize)> = findings.filter(|place| !claimed.contains(place)).collect();
        Evidence {
            claims: claims.iter().map(|(judged, one, place)| self.claim(judged, one, place, &located)).collect(),
            sources: self.model.evidence.scans.iter().map(source).collect(),
            unclaimed: rest.len(),
            findings: rest.iter().take(LISTED).filter_map(|place| self.finding(*place, &located)).collect(),
            candidates: self.candidates(&rest, &located),
        }
    }

    /// Findings with a CVSS vector, each once for each element that it is about.
    fn candidates(&self, rest: &[(usize, usize)], located: &[(ElementId, Places)]) -> Vec<EvidenceCandidate> {
        let known = self.known_vulnerabilities();
        let mut found: BTreeMap<(String, String), EvidenceCandidate> = BTreeMap::new();
        for (scan, at) in rest {
            let Some(scan) = self.model.evidence.scans.get(*scan) else { continue };
            let Some(finding) = scan.findings.get(*at).filter(|finding| !finding.cvss.is_empty()) else { continue };
            let rated = finding.cvss.iter().find_map(|vector| Some((vector, vector.parse::<Cvss>().ok()?.score())));
            let names = scan.checks.get(finding.check).map(|one| one.names.as_slice()).unwrap_or_default();
            let (Some((vector, score)), Some(check)) = (rated, names.first()) else { continue };
            let holding = located.iter().filter(|(_, places)| places.hold(&finding.place));
            let mut elements: Vec<String> = holding.map(|(id, _)| self.id(*id)).collect();
            if elements.is_empty() {
                elements.push(String::new());
            }
            for element in elements {
                let is_known = |name: &String| known.contains(&(element.clone(), name.to_uppercase()));
                if names.iter().any(is_known) {
                    continue;
                }
                let key = (element.clone(), check.clone());
                found.entry(key).or_insert_with(|| EvidenceCandidate {
                    element,
                    check: check.clone(),
                    text: finding.text.chars().take(TEXT).collect(),
                    cvss: vector.clone(),
                    score,
                    place: finding.place.to_string(),
                    tool: scan.names.first().cloned().unwrap_or_default(),
                });
            }
        }
        let mut all: Vec<EvidenceCandidate> = found.into_values().collect();
        all.sort_by(|one, other| other.score.total_cmp(&one.score));
        all.truncate(LISTED);
        all
    }

    /// Vulnerabilities that the model states, open or fixed: element and id.
    fn known_vulnerabilities(&self) -> BTreeSet<(String, String)> {
        let rules = self.library.rules.iter().filter_map(|(_, rule)| match rule.carrier {
            RuleCarrier::One(element) => Some((element, rule)),
            RuleCarrier::Each(_) => None,
        });
        rules
            .flat_map(|(element, rule)| rule.references.iter().map(move |id| (self.id(element), id.to_uppercase())))
            .collect()
    }

    /// Controls that evidence refutes.
    pub(super) fn failing_controls(&self) -> Vec<Against> {
        let mut found: Vec<Against> = Vec::new();
        for (one, place) in self.claiming().into_iter().filter(|(_, place)| place.status == Status::Failing) {
            let judged = one.judge(&self.model, self.today);
            let failing = judged.into_iter().filter(|one| one.verdict == Verdict::Failing);
            found.extend(failing.map(|judged| Against {
                kind: "failing".into(),
                subject: format!("{} on {}", self.library.controls[one.control].name, place.on),
                text: judged.because,
                location: self.location(place.span),
            }));
        }
        found
    }

    /// The uses of controls in this package that claim something.
    fn claiming(&self) -> Vec<(Use<'_>, Place)> {
        let own = self.model.elements.iter().filter(|(id, _)| self.model.is_own(*id));
        let applied = own.flat_map(|(id, element)| element.applied.iter().map(move |one| (id, one)));
        let applied = applied.map(|(id, one)| {
            let place = Place { on: self.id(id), rule: String::new(), status: one.status, span: one.span };
            (Use::new(&self.library, one.control, Some(id), &one.verified_by), place)
        });
        let decided = self.assessed.decisions.iter().flat_map(|decision| self.decided(decision));
        applied.chain(decided).filter(|(one, _)| !one.claims.is_empty()).collect()
    }

    fn decided<'a>(&'a self, decision: &'a Decision) -> Vec<(Use<'a>, Place)> {
        let DecisionKind::Mitigate { controls, details } = &decision.kind else {
            return Vec::new();
        };
        let rule = self.library.rule_id(&self.library.rules[decision.rule]);
        let place = Place { on: decision.target.clone(), rule, status: details.status, span: decision.span };
        let on = decision.element();
        let one = |used: &crate::library::ControlUse| Use::new(&self.library, used.control, on, &details.verified_by);
        controls.iter().map(|used| (one(used), place.clone())).collect()
    }

    fn claim(&self, judged: &Judged, one: &Use<'_>, place: &Place, located: &[(ElementId, Places)]) -> EvidenceClaim {
        let findings = judged.findings.iter().take(FOR_CLAIM);
        EvidenceClaim {
            control: self.control_id(one.control),
            title: self.library.controls[one.control].title.to_string(),
            on: place.on.clone(),
            rule: place.rule.clone(),
            claim: judged.claim.clone(),
            verdict: judged.verdict.word().into(),
            because: judged.because.clone(),
            files: judged.files.clone(),
            day: judged.day.map_or_else(String::new, |day| day.to_string()),
            age: judged.day.map(|day| days_between(day, self.today)).filter(|age| *age >= 0),
            checks: judged.ran,
            findings: findings.filter_map(|at| self.finding(*at, located)).collect(),
            location: self.location(place.span),
        }
    }

    fn finding(&self, (scan, at): (usize, usize), located: &[(ElementId, Places)]) -> Option<EvidenceFinding> {
        let scan = self.model.evidence.scans.get(scan)?;
        let finding = scan.findings.get(at)?;
        let holding: Vec<_> = located.iter().filter(|(_, places)| places.hold(&finding.place)).collect();
        let place = holding.first().map_or_else(|| finding.place.to_string(), |(_, first)| first.shown(&finding.place));
        Some(EvidenceFinding {
            tool: scan.names.first().cloned().unwrap_or_default(),
            check: scan.check_name(finding.check).to_owned(),
            text: finding.text.chars().take(TEXT).collect(),
            place,
            elements: holding.iter().map(|(id, _)| self.id(*id)).collect(),
        })
    }

    /// The elements that say where they are built and run.
    fn located(&self) -> Vec<(ElementId, Places)> {
        let some = !self.model.evidence.scans.is_empty();
        let all = self.model.elements.iter().filter(|(id, _)| some && self.model.is_own(*id));
        let stated = all.filter(|(_, element)| attribute::PLACES.iter().any(|prop| element.stated(*prop).is_some()));
        stated.map(|(id, _)| (id, Places::of(&self.model, id))).collect()
    }
}

/// Where a control is claimed to work.
#[derive(Clone)]
struct Place {
    on: String,
    rule: String,
    status: Status,
    span: Span,
}

fn source(scan: &Scan) -> EvidenceSource {
    EvidenceSource {
        file: scan.file.clone(),
        format: scan.format.clone(),
        tool: scan.names.first().cloned().unwrap_or_default(),
        day: scan.day.map_or_else(String::new, |day| day.to_string()),
        checks: scan.ran(),
        findings: scan.findings.len(),
        skipped: skipped(scan),
    }
}

/// What was not read, and what the tool left out or suppressed.
fn skipped(scan: &Scan) -> Vec<String> {
    let left = scan.omissions.iter().take(OMITTED).map(|one| scan.told(one));
    let more = scan.omissions.len().saturating_sub(OMITTED);
    let more = (more > 0).then(|| format!("and {more} more that the tool left out or suppressed"));
    scan.skipped.iter().cloned().chain(left).chain(more).collect()
}
