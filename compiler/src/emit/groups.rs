//! What a report counts and groups: the verdict, facets to filter by, findings by rule and control.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::document::{AppliedControl, Count, Document, Threat};

/// Kinds of status in the order a reader cares about them.
const STATUSES: [&str; 8] = ["open", "planned", "mitigated", "accepted", "transferred", "dismissed", POSSIBLE, SETTLED];
/// Possible threats are counted apart from those that are sure, as in the summary.
const POSSIBLE: &str = "possible";
const SETTLED: &str = "settled";
const VERDICTS: [&str; 3] = ["definite", "assumed", "possible"];

/// What the threat table can be narrowed by, with counts over all threats.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Facets {
    statuses: Vec<Count>,
    verdicts: Vec<Count>,
    /// Residual levels, highest first.
    levels: Vec<Count>,
    categories: Vec<Count>,
    carriers: Vec<Count>,
    /// True where controls or decisions settle possible threats.
    settled: bool,
}

impl Facets {
    pub(super) fn new(document: &Document) -> Self {
        let tally = |key: fn(&Threat) -> &str| {
            let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
            for threat in &document.threats {
                *counts.entry(key(threat)).or_default() += 1;
            }
            counts
        };
        let words = |names: &[&str], counts: &BTreeMap<&str, usize>| {
            let some = names.iter().filter_map(|name| Some((*name, *counts.get(name)?)));
            some.map(|(name, count)| counted(name, &shown(name), count)).collect()
        };
        let titles: BTreeMap<&str, &str> =
            document.rules.iter().map(|rule| (rule.category.as_str(), rule.category_title.as_str())).collect();
        let elements: BTreeMap<&str, &str> =
            document.threats.iter().map(|threat| (threat.element.as_str(), threat.element_title.as_str())).collect();
        Facets {
            settled: document.threats.iter().any(|threat| status(threat) == SETTLED),
            statuses: words(&STATUSES, &tally(status)),
            verdicts: words(&VERDICTS, &tally(|threat| &threat.verdict)),
            levels: levels(document),
            categories: titled(&tally(|threat| &threat.category), &titles),
            carriers: titled(&tally(|threat| &threat.element), &elements),
        }
    }
}

fn levels(document: &Document) -> Vec<Count> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for threat in &document.threats {
        *counts.entry(threat.residual.rank).or_default() += 1;
    }
    let highest_first = document.risk.risk.iter().rev();
    highest_first
        .filter_map(|level| Some((level, *counts.get(&level.rank)?)))
        .map(|(level, count)| Count { name: level.name.clone(), title: level.title.clone(), count, rank: level.rank })
        .collect()
}

fn titled(counts: &BTreeMap<&str, usize>, titles: &BTreeMap<&str, &str>) -> Vec<Count> {
    let mut out: Vec<Count> = counts
        .iter()
        .filter(|(name, _)| !name.is_empty())
        .map(|(name, count)| {
            let title = titles.get(name).filter(|title| !title.is_empty());
            counted(name, title.unwrap_or(name), *count)
        })
        .collect();
    out.sort_by(|a, b| a.title.cmp(&b.title).then_with(|| a.name.cmp(&b.name)));
    out
}

fn counted(name: &str, title: &str, count: usize) -> Count {
    Count { name: name.to_owned(), title: title.to_owned(), count, rank: 0 }
}

/// The status of a threat that is sure; of one that is only possible, whether anything settles it.
fn status(threat: &Threat) -> &str {
    match (threat.verdict.as_str(), threat.status.as_str()) {
        ("possible", "open" | "planned") if !threat.counts => POSSIBLE,
        ("possible", _) if !threat.counts => SETTLED,
        (_, status) => status,
    }
}

fn shown(name: &str) -> String {
    if name == SETTLED { "Possible, settled".to_owned() } else { capital(name) }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Places of threats: neighbours in the list that one rule found, alike in risk and status, are together.
pub(super) fn runs(document: &Document) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = Vec::new();
    let mut last = None;
    for (at, threat) in document.threats.iter().enumerate() {
        let own = Some((&threat.rule, threat.residual.rank, &threat.status, &threat.verdict));
        match out.last_mut().filter(|_| own == last) {
            Some(run) => run.push(at),
            None => out.push(vec![at]),
        }
        last = own;
    }
    out
}

/// A threat to point at.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Link {
    id: String,
    element: String,
    element_title: String,
    tone: u8,
    level: String,
    /// Found for certain, or by a default.
    sure: bool,
}

impl Link {
    pub(super) fn to(threat: &Threat) -> Self {
        Link {
            id: threat.id.clone(),
            element: threat.element.clone(),
            element_title: threat.element_title.clone(),
            tone: threat.residual.tone,
            level: threat.residual.title.clone(),
            sure: threat.counts || threat.verdict != POSSIBLE,
        }
    }

    /// True where both lead to threats of one element.
    pub(super) fn is_at(&self, other: &Self) -> bool {
        self.element == other.element
    }
}

/// Threats of each rule.
pub(super) fn by_rule(document: &Document) -> BTreeMap<&str, Vec<Link>> {
    let mut out: BTreeMap<&str, Vec<Link>> = BTreeMap::new();
    for threat in &document.threats {
        out.entry(&threat.rule).or_default().push(Link::to(threat));
    }
    out
}

/// Where each control stands: ids of what it was applied to.
pub(super) fn control_places(document: &Document) -> BTreeMap<&str, BTreeSet<&str>> {
    let boundaries = document.boundaries.iter().map(|boundary| &boundary.controls);
    let elements = document.elements.iter().map(|element| &element.controls);
    let flows = document.flows.iter().map(|flow| &flow.controls);
    let mut out: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let applied = boundaries.chain(elements).chain(flows).flatten();
    for AppliedControl { control, on, .. } in applied {
        out.entry(control).or_default().insert(on);
    }
    out
}

/// How many threats each control counts against, in place or not yet.
pub(super) fn control_threats(document: &Document) -> BTreeMap<&str, usize> {
    let mut out: BTreeMap<&str, usize> = BTreeMap::new();
    for control in document.threats.iter().flat_map(|threat| &threat.controls) {
        *out.entry(&control.control).or_default() += 1;
    }
    out
}
