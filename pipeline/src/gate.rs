//! The gate: what of a document speaks against passing, on the terms that somebody set.

use crate::baseline::Baseline;
use std::collections::BTreeMap;
use tm_compiler::document::{Against, Document, Gate, Level, Location, Policy, Threat};

/// The sort of what speaks against passing where a decision covers more than it was about.
pub const OUTGROWN: &str = "outgrown";

/// Where a residual risk becomes too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Above the appetite of the model.
    Appetite,
    /// At this rank of the scale of risk, or above.
    Rank(usize),
}

/// What passes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Terms<'a> {
    /// For threats that count.
    pub limit: Option<Limit>,
    /// For possible threats: facts that nobody stated are no way around the gate.
    pub unknown: Option<Limit>,
    /// What is known already and passes.
    pub baseline: Option<&'a Baseline>,
}

/// Why a limit means nothing to a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadLimit {
    /// The model states no appetite.
    NoAppetite,
    /// Its scale of risk has no such level; these are there.
    NoLevel(Vec<String>),
}

impl Limit {
    /// The limit that a word names: a level of the document's scale in any case, or `appetite`.
    ///
    /// # Errors
    /// Where the model has no such level, or no appetite.
    pub fn named(word: &str, document: &Document) -> Result<Self, BadLimit> {
        if word.eq_ignore_ascii_case("appetite") {
            let stated = !document.model.appetite.is_empty();
            return if stated { Ok(Limit::Appetite) } else { Err(BadLimit::NoAppetite) };
        }
        let levels = &document.risk.risk;
        let found = levels.iter().find(|level| level.name.eq_ignore_ascii_case(word));
        let names = || levels.iter().map(|level| level.name.clone()).collect();
        found.map(|level| Limit::Rank(level.rank)).ok_or_else(|| BadLimit::NoLevel(names()))
    }

    /// The lowest rank that is too much.
    fn rank(self, document: &Document) -> usize {
        match self {
            Limit::Rank(rank) => rank,
            Limit::Appetite => appetite(document).map_or(0, |level| level.rank + 1),
        }
    }

    fn text(self, document: &Document) -> String {
        match self {
            Limit::Appetite => format!("above the appetite ({})", document.risk.risk_title(&document.model.appetite)),
            Limit::Rank(rank) => {
                let level = document.risk.risk.get(rank);
                format!("and {} or more fails", level.map_or("this", |level| level.title.as_str()))
            }
        }
    }
}

/// The limit of a comparison for which nobody named one: the appetite, and where the model has none, any risk.
pub fn default_limit(document: &Document) -> Limit {
    appetite(document).map_or(Limit::Rank(0), |_| Limit::Appetite)
}

fn appetite(document: &Document) -> Option<&Level> {
    document.risk.risk.iter().find(|level| level.name == document.model.appetite)
}

/// The verdict on these terms over a document with all of its threats, marked where there is a baseline.
pub fn judge(document: &Document, terms: &Terms<'_>) -> Gate {
    let errors: Vec<Against> = of_kind(document, "error").cloned().collect();
    if !errors.is_empty() {
        return Gate::of(errors, true);
    }
    let mut against = threats(document, terms);
    let names = earlier_names(document);
    let known = |word: &str, policy: &Policy, element: &String| {
        let names = names.get(element.as_str()).into_iter().flat_map(|names| names.iter());
        let mut names = std::iter::once(element).chain(names);
        terms.baseline.is_some_and(|known| names.any(|name| known.knows_policy(word, &policy.name, name)))
    };
    against.extend(document.policies.iter().filter_map(|policy| {
        let by = named(&policy.broken_by, |element| !known("policy", policy, element));
        by.map(|by| of_policy("policy", policy, format!("broken by {by}")))
    }));
    // Facts that nobody stated are no way around a policy either. What broke it and is only unknown now is no better.
    let undecided = document.policies.iter().filter(|_| terms.unknown.is_some());
    against.extend(undecided.filter_map(|policy| {
        let new = |element: &String| !known("undecided", policy, element) && !known("policy", policy, element);
        named(&policy.undecided_for, new).map(|by| of_policy("undecided", policy, format!("undecided for {by}")))
    }));
    let lapsed = of_kind(document, "expired").chain(of_kind(document, "unmatched"));
    let known = |one: &&Against| {
        let subjects = subjects(document, &one.subject);
        terms.baseline.is_some_and(|known| subjects.iter().any(|subject| known.knows_lapsed(&one.kind, subject)))
    };
    against.extend(lapsed.filter(|one| !known(one)).cloned());
    against.extend(of_kind(document, "failing").cloned());
    Gate::of(against, true)
}

/// A decision as it is written (`accept Phishing on staff`), and as it would be with earlier names of its rule.
fn subjects(document: &Document, subject: &str) -> Vec<String> {
    let mut words = subject.splitn(3, ' ');
    let (word, name, rest) = (words.next().unwrap_or_default(), words.next().unwrap_or_default(), words.next());
    let rules = document.rules.iter().filter(|rule| rule.name == name);
    let earlier = rules.flat_map(|rule| &rule.was).filter_map(|id| id.rsplit('.').next());
    let other = earlier.map(|name| format!("{word} {name} {}", rest.unwrap_or_default()));
    std::iter::once(subject.to_owned()).chain(other).collect()
}

fn of_kind<'a>(document: &'a Document, kind: &'a str) -> impl Iterator<Item = &'a Against> {
    document.summary.gate.against.iter().filter(move |one| one.kind == kind)
}

fn threats(document: &Document, terms: &Terms<'_>) -> Vec<Against> {
    let mut found = Vec::new();
    let judged = |threat: &&Threat| threat.standing != "known" && threat.gates_from.is_empty();
    for threat in document.threats.iter().filter(judged) {
        let stands = threat.status == "open" || threat.status == "planned";
        let outgrown = terms.baseline.is_some_and(|baseline| baseline.outgrew(threat));
        let sure = threat.counts || outgrown && threat.verdict != "possible";
        let limit = if sure { terms.limit } else { terms.unknown.filter(|_| stands || outgrown) };
        let limit = limit.filter(|limit| threat.residual.rank >= limit.rank(document));
        found.extend(limit.map(|limit| too_much(threat, outgrown, limit, document)));
    }
    found
}

fn too_much(threat: &Threat, outgrown: bool, limit: Limit, document: &Document) -> Against {
    let kind = match (threat.counts, limit) {
        _ if outgrown => OUTGROWN,
        (false, _) => "possible",
        (true, Limit::Appetite) => "threat",
        (true, Limit::Rank(_)) => "level",
    };
    let change = match (threat.standing.as_str(), threat.stood_at == threat.residual.level) {
        ("new", _) => "it is new; ".to_owned(),
        ("worse", true) => "it was only possible; ".to_owned(),
        ("worse", false) => format!("it was {}; ", document.risk.risk_title(&threat.stood_at)),
        _ => String::new(),
    };
    let change = if outgrown { format!("{change}the decision was not about that; ") } else { change };
    let text = format!("{change}its residual risk is {}, {}", threat.residual.title, limit.text(document));
    Against { kind: kind.into(), subject: threat.id.clone(), text, location: threat.location.clone() }
}

/// Where a part of a model is declared.
pub fn place_of<'a>(document: &'a Document, id: &str) -> Option<&'a Location> {
    let elements = document.elements.iter().map(|one| (&one.id, &one.location));
    let flows = document.flows.iter().map(|one| (&one.id, &one.location));
    let boundaries = document.boundaries.iter().map(|one| (&one.id, &one.location));
    let data = document.data.iter().map(|one| (&one.id, &one.location));
    elements.chain(flows).chain(boundaries).chain(data).find(|(own, _)| *own == id).map(|(_, location)| location)
}

/// What things were called before, by their ids.
pub(crate) fn earlier_names(document: &Document) -> BTreeMap<&str, &[String]> {
    let elements = document.elements.iter().map(|one| (one.id.as_str(), one.was.as_slice()));
    let flows = document.flows.iter().map(|one| (one.id.as_str(), one.was.as_slice()));
    let boundaries = document.boundaries.iter().map(|one| (one.id.as_str(), one.was.as_slice()));
    let data = document.data.iter().map(|one| (one.id.as_str(), one.was.as_slice()));
    elements.chain(flows).chain(boundaries).chain(data).collect()
}

/// Some of the elements, as words; nothing where there are none.
fn named(elements: &[String], wanted: impl Fn(&String) -> bool) -> Option<String> {
    let names: Vec<String> = elements.iter().filter(|one| wanted(one)).map(|one| format!("`{one}`")).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

fn of_policy(kind: &str, policy: &Policy, text: String) -> Against {
    Against { kind: kind.into(), subject: policy.name.clone(), text, location: Location::clone(&policy.location) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn reasons(document: &Document, terms: Terms<'_>) -> Vec<String> {
        judge(document, &terms).against.into_iter().map(|one| format!("{} {}", one.kind, one.subject)).collect()
    }

    #[test]
    fn each_term_counts_what_it_says() {
        let document = sample::document();
        let others = ["policy NoClearCards", "expired accept Phishing on staff"];
        let with = |first: &[&'static str]| [first, &others].concat();
        let terms = Terms::default();
        assert_eq!(reasons(&document, terms), with(&[]));
        let limit = Limit::named("high", &document).ok();
        assert_eq!(reasons(&document, Terms { limit, ..terms }), with(&["level Loose@pay"]));
        let limit = Limit::named("VeryHigh", &document).ok();
        assert_eq!(reasons(&document, Terms { limit, ..terms }), with(&[]));
        let (limit, unknown) = (Some(Limit::Appetite), Some(Limit::Rank(1)));
        assert_eq!(
            reasons(&document, Terms { limit, unknown, ..terms }),
            with(&["threat Loose@pay", "possible Slow@api"])
        );
    }

    #[test]
    fn what_stands_in_the_baseline_passes() {
        let mut document = sample::document();
        let baseline = Baseline::of(&document);
        baseline.mark(&mut document);
        let all = Some(Limit::Rank(0));
        let terms = Terms { limit: all, unknown: all, baseline: Some(&baseline) };
        assert_eq!(reasons(&document, terms), Vec::<String>::new());
        assert_eq!(judge(&document, &terms).verdict, "pass");
        document.policies[0].broken_by.push("other".into());
        assert_eq!(judge(&document, &terms).against[0].text, "broken by `other`");
    }

    #[test]
    fn limits_are_named_by_the_scale() {
        let mut document = sample::document();
        assert_eq!(
            Limit::named("dreadful", &document),
            Err(BadLimit::NoLevel(sample::LEVELS.map(String::from).to_vec()))
        );
        assert_eq!(default_limit(&document), Limit::Appetite);
        document.model.appetite.clear();
        assert_eq!(Limit::named("appetite", &document), Err(BadLimit::NoAppetite));
        assert_eq!(default_limit(&document), Limit::Rank(0));
    }
}
