//! Baselines: what is known today, one line each and sorted, so that it merges well.
//!
//! ```text
//! tm-baseline 1
//! expired accept Phishing on staff
//! policy NoClearCards checkout
//! threat std.web.CleartextTransport@checkout 3 High definite
//! ```
//! Nothing else stands in it: no date, no count, nothing that changes when something else does.

use crate::gate::earlier_names;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use tm_compiler::document::{Document, Threat};

/// First line of every baseline; the number rises when old programs could no longer read it.
pub const HEAD: &str = "tm-baseline 1";
/// Baselines with more lines than this are refused.
const MOST_LINES: usize = 1_000_000;

/// What is known of a threat.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    rank: usize,
    level: String,
    verdict: String,
}

/// What stood already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    threats: BTreeMap<String, Known>,
    /// Other things that speak against passing, as they are written: a word and what it is about.
    others: BTreeSet<String>,
    /// Threats that decisions covered, at the risk that they had; a file does not know these.
    decided: Option<BTreeMap<String, Known>>,
}

/// Why a baseline cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadBaseline {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for BadBaseline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl Baseline {
    /// What stands in a document with all of its threats: those that are open or planned, and what else is against passing.
    pub fn of(document: &Document) -> Self {
        let stands = |threat: &&Threat| threat.status == "open" || threat.status == "planned";
        let mut baseline = Baseline { threats: known(document, stands), ..Baseline::default() };
        for policy in &document.policies {
            baseline.others.extend(policy.broken_by.iter().map(|element| policy_line("policy", &policy.name, element)));
            let undecided = policy.undecided_for.iter();
            baseline.others.extend(undecided.map(|element| policy_line("undecided", &policy.name, element)));
        }
        let decisions = document.summary.gate.against.iter();
        let lapsed = decisions.filter(|one| one.kind == "expired" || one.kind == "unmatched");
        baseline.others.extend(lapsed.map(|one| decision_line(&one.kind, &one.subject)));
        baseline
    }

    /// What stands in a document, and what its decisions covered: they were about these threats as they were. Nothing is
    /// known of parts that are others now, though they are called so.
    pub fn with_decided(document: &Document, others: &BTreeSet<String>) -> Self {
        let all = Baseline { decided: Some(known(document, |threat| is_decided(threat))), ..Self::of(document) };
        let lost = document.threats.iter().filter(|threat| {
            others.contains(&threat.element) || threat.witnesses.iter().any(|witness| others.contains(witness))
        });
        let lost: BTreeSet<&String> = lost.map(|threat| &threat.full_id).collect();
        let kept = |threats: BTreeMap<String, Known>| -> BTreeMap<String, Known> {
            threats.into_iter().filter(|(id, _)| !lost.contains(id)).collect()
        };
        let ends = |line: &String| line.rsplit(' ').next().is_some_and(|part| others.contains(part));
        let about = |line: &String| ["policy ", "undecided "].iter().any(|word| line.starts_with(word)) && ends(line);
        Baseline {
            threats: kept(all.threats),
            decided: all.decided.map(kept),
            others: all.others.into_iter().filter(|line| !about(line)).collect(),
        }
    }

    /// Reads what [`Baseline::write`] wrote. Of lines about the same threat, which merges leave behind, the lowest risk counts.
    ///
    /// # Errors
    /// Where a line is not one of a baseline.
    pub fn read(text: &str) -> Result<Self, BadBaseline> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut baseline = Baseline::default();
        let mut lines = text.lines().enumerate();
        let first = lines.next().map_or("", |(_, line)| line.trim());
        let bad = |at: usize, message: &str| Err(BadBaseline { line: at + 1, message: message.to_owned() });
        if first != HEAD {
            let message = if first.starts_with("tm-baseline ") {
                "this baseline was written by another version of tm; write it anew with `tm baseline`".to_owned()
            } else {
                format!("a baseline begins with `{HEAD}`")
            };
            return bad(0, &message);
        }
        for (at, line) in lines {
            if at >= MOST_LINES {
                return bad(at, "the baseline is too long");
            }
            if let Err(message) = baseline.line(line.trim()) {
                return bad(at, message);
            }
        }
        Ok(baseline)
    }

    fn line(&mut self, line: &str) -> Result<(), &'static str> {
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark)) {
            return Err("a merge was left unfinished here: keep the lines of both sides");
        }
        if line.is_empty() || line.starts_with('#') {
            return Ok(());
        }
        match line.split_once(' ') {
            Some(("threat", rest)) => self.threat(rest).ok_or("a threat's line is `threat ID RANK LEVEL VERDICT`"),
            Some(("policy" | "undecided" | "expired" | "unmatched", _)) => {
                self.others.insert(line.to_owned());
                Ok(())
            }
            _ => Err("a line begins with `threat`, `policy`, `undecided`, `expired` or `unmatched`"),
        }
    }

    fn threat(&mut self, rest: &str) -> Option<()> {
        let mut words = rest.split(' ');
        let (id, rank, level, verdict) = (words.next()?, words.next()?, words.next()?, words.next()?);
        let sure = ["definite", "assumed", "possible"].contains(&verdict);
        if words.next().is_some() || !id.contains('@') || !sure {
            return None;
        }
        let known = Known { rank: rank.parse().ok()?, level: level.to_owned(), verdict: verdict.to_owned() };
        let held = self.threats.entry(id.to_owned()).or_insert_with(|| known.clone());
        if (known.rank, known.verdict == "definite") < (held.rank, held.verdict == "definite") {
            *held = known;
        }
        Some(())
    }

    /// The text of the baseline.
    pub fn write(&self) -> String {
        let mut lines: BTreeSet<String> = self.others.clone();
        lines.extend(
            self.threats
                .iter()
                .map(|(id, known)| format!("threat {id} {} {} {}", known.rank, known.level, known.verdict)),
        );
        let mut out = format!("{HEAD}\n");
        for line in lines {
            out.push_str(&line);
            out.push('\n');
        }
        out
    }

    /// How many threats it knows.
    pub fn len(&self) -> usize {
        self.threats.len()
    }

    /// True where it knows none.
    pub fn is_empty(&self) -> bool {
        self.threats.is_empty()
    }

    /// Says of each threat whether it is new, worse or known.
    pub fn mark(&self, document: &mut Document) {
        for threat in &mut document.threats {
            let decided = self.decided.as_ref().filter(|_| is_decided(threat));
            let ids = std::iter::once(&threat.full_id).chain(&threat.was);
            let known = ids.filter_map(|id| decided.and_then(|all| all.get(id)).or(self.threats.get(id))).next();
            threat.standing = match known {
                None => "new",
                Some(known) if known.rank < threat.residual.rank => "worse",
                Some(known) if known.verdict == "possible" && threat.verdict != "possible" => "worse",
                Some(_) => "known",
            }
            .to_owned();
            threat.stood_at = known.map(|known| known.level.clone()).unwrap_or_default();
        }
    }

    /// How much of what it knows stands no more in a document with all of its threats, and how much it knows. Whatever
    /// comes back of that is known already, and passes.
    pub fn gone(&self, document: &Document) -> (usize, usize) {
        let now = Self::of(document);
        let stands = document.threats.iter().filter(|threat| now.threats.contains_key(&threat.full_id));
        let names: BTreeSet<&String> = stands.flat_map(|one| std::iter::once(&one.full_id).chain(&one.was)).collect();
        let threats = self.threats.keys().filter(|id| !names.contains(id)).count();
        let earlier = earlier_names(document);
        let names = |element: &String| earlier.get(element.as_str()).into_iter().flat_map(|names| names.iter());
        let mut others = now.others;
        for policy in &document.policies {
            for (word, elements) in [("policy", &policy.broken_by), ("undecided", &policy.undecided_for)] {
                others.extend(elements.iter().flat_map(names).map(|name| policy_line(word, &policy.name, name)));
            }
        }
        let others = self.others.difference(&others).count();
        (threats + others, self.threats.len() + self.others.len())
    }

    /// True where a decision covers a threat, and did not cover it as it is now.
    pub(crate) fn outgrew(&self, threat: &Threat) -> bool {
        self.decided.is_some() && is_decided(threat) && threat.standing != "known"
    }

    /// True where it was known already that this element breaks this policy (`policy`), or may (`undecided`).
    pub(crate) fn knows_policy(&self, word: &str, policy: &str, element: &str) -> bool {
        self.others.contains(&policy_line(word, policy, element))
    }

    /// True where it was known already that a decision lapsed.
    pub(crate) fn knows_lapsed(&self, kind: &str, subject: &str) -> bool {
        self.others.contains(&decision_line(kind, subject))
    }
}

fn known(document: &Document, which: impl Fn(&&Threat) -> bool) -> BTreeMap<String, Known> {
    let all = document.threats.iter().filter(which).map(|threat| {
        let (rank, level, verdict) = (threat.residual.rank, threat.residual.level.clone(), threat.verdict.clone());
        (threat.full_id.clone(), Known { rank, level, verdict })
    });
    all.collect()
}

/// True where somebody decided that it may stay.
fn is_decided(threat: &Threat) -> bool {
    ["accepted", "transferred", "dismissed"].contains(&threat.status.as_str())
}

fn policy_line(word: &str, policy: &str, element: &str) -> String {
    one_line(&format!("{word} {policy} {element}"))
}

fn decision_line(kind: &str, subject: &str) -> String {
    one_line(&format!("{kind} {subject}"))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn what_is_written_is_read_and_sorted() {
        let mut document = sample::document();
        let text = Baseline::of(&document).write();
        assert_eq!(
            text,
            "tm-baseline 1\nexpired accept Phishing on staff\npolicy NoClearCards pay\n\
             threat lib.Loose@pay 3 High definite\nthreat lib.Slow@api 1 Low possible\n"
        );
        let baseline = Baseline::read(&text).unwrap();
        assert_eq!(baseline, Baseline::of(&document));
        baseline.mark(&mut document);
        assert!(document.threats.iter().all(|one| one.standing == "known" || one.status == "accepted"));
    }

    #[test]
    fn what_is_gone_is_counted() {
        let mut document = sample::document();
        let baseline = Baseline::of(&document);
        assert_eq!(baseline.gone(&document), (0, 4));
        document.threats[0].status = "mitigated".into();
        document.policies[0].broken_by.clear();
        assert_eq!(baseline.gone(&document), (2, 4));
        document.threats[1].was = vec![std::mem::replace(&mut document.threats[1].full_id, "lib.Slow@other".into())];
        assert_eq!(baseline.gone(&document), (2, 4), "what has another name is there");
    }

    #[test]
    fn new_and_worse_and_renamed_are_told_apart() {
        let mut document = sample::document();
        let baseline = Baseline::read(
            "tm-baseline 1\n# a remark\n\nthreat lib.Loose@purchase 2 Moderate definite\nthreat lib.Slow@api 1 Low possible\n",
        )
        .unwrap();
        document.threats[0].was = vec!["lib.Loose@purchase".into()];
        baseline.mark(&mut document);
        let standing = |at: usize| (document.threats[at].standing.as_str(), document.threats[at].stood_at.as_str());
        assert_eq!((standing(0), standing(1), standing(2)), (("worse", "Moderate"), ("known", "Low"), ("new", "")));
        document.threats[1].verdict = "definite".into();
        baseline.mark(&mut document);
        assert_eq!(document.threats[1].standing, "worse", "it was only possible");
    }

    #[test]
    fn bad_lines_are_told_with_their_place() {
        for (text, line, word) in [
            ("", 1, "begins with"),
            ("tm-baseline 9\n", 1, "another version"),
            ("tm-baseline 1\nthreat X@y\n", 2, "ID RANK"),
            ("tm-baseline 1\nthreat X@y three High definite\n", 2, "ID RANK"),
            ("tm-baseline 1\nthreat X@y 3 High sure\n", 2, "ID RANK"),
            ("tm-baseline 1\n\n<<<<<<< HEAD\n", 3, "merge"),
            ("tm-baseline 1\nnonsense\n", 2, "begins with"),
        ] {
            let bad = Baseline::read(text).unwrap_err();
            assert_eq!(bad.line, line, "{text}");
            assert!(bad.message.contains(word), "{bad}");
        }
    }

    #[test]
    fn of_two_lines_that_a_merge_left_the_lower_counts() {
        let text = "tm-baseline 1\nthreat a.X@y 3 High definite\nthreat a.X@y 1 Low possible\nthreat a.X@y 2 Moderate definite\n";
        let baseline = Baseline::read(text).unwrap();
        assert!(baseline.write().ends_with("threat a.X@y 1 Low possible\n"));
    }
}
