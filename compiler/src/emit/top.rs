//! The top risks: what a manager reads first.

use std::collections::BTreeMap;

use serde::Serialize;

use super::groups::Link;
use crate::document::{Document, Threat};

/// Lines among the top risks, and elements named on each.
const LINES: usize = 5;
const NAMED: usize = 4;

/// One rule among the top risks.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct TopRisk {
    rule: String,
    title: String,
    level: String,
    tone: u8,
    rank: usize,
    count: usize,
    /// The first threats of it.
    threats: Vec<Link>,
    /// How many more there are.
    more: usize,
}

/// Rules with the highest residual risk among threats that count, several elements on one line.
pub(super) fn top(document: &Document) -> Vec<TopRisk> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out: Vec<TopRisk> = Vec::new();
    for threat in document.threats.iter().filter(|threat| threat.counts) {
        let at = *places.entry(&threat.rule).or_insert(out.len());
        if at == out.len() {
            out.push(TopRisk {
                rule: threat.rule.clone(),
                title: threat.title.clone(),
                level: threat.residual.title.clone(),
                tone: threat.residual.tone,
                rank: threat.residual.rank,
                ..TopRisk::default()
            });
        }
        if let Some(risk) = out.get_mut(at) {
            risk.add(threat);
        }
    }
    out.sort_by_key(|risk| std::cmp::Reverse((risk.rank, risk.count)));
    out.truncate(LINES);
    out
}

impl TopRisk {
    fn add(&mut self, threat: &Threat) {
        let place = Link::to(threat);
        if self.threats.iter().any(|known| known.is_at(&place)) {
            return; // of its data one stands for all
        }
        self.count += 1;
        // Only elements as badly off as the worst: the line states their level.
        if self.threats.len() < NAMED && threat.residual.rank == self.rank {
            self.threats.push(place);
        }
        self.more = self.count - self.threats.len();
    }
}
