//! What a picture says in words, to those who point at a part of it or hear it read.

use crate::terminal::text::count;
use tm_compiler::document::{Element, Level};

/// What is in a part of the model, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Actors, processes and stores.
    pub elements: usize,
    /// Flows with both ends inside.
    pub flows: usize,
    /// Threats that count.
    pub threats: usize,
    /// Place on the scale of the highest residual risk among them.
    pub worst: Option<usize>,
}

impl Tally {
    /// Counts a threat.
    pub fn threat(&mut self, rank: usize) {
        self.threats += 1;
        self.worst = self.worst.max(Some(rank));
    }

    /// Counts what is in another part as well.
    pub fn add(&mut self, other: Tally) {
        self.elements += other.elements;
        self.flows += other.flows;
        self.threats += other.threats;
        self.worst = self.worst.max(other.worst);
    }

    /// The level of the worst of its threats.
    pub fn level<'l>(&self, levels: &'l [Level]) -> Option<&'l Level> {
        levels.get(self.worst?)
    }

    /// Number of threats and highest risk.
    fn risk(&self, levels: &[Level]) -> String {
        let threats = count(self.threats, "threat", "threats");
        match self.level(levels) {
            Some(level) if level.title.trim().is_empty() => format!("{threats}, highest risk {}", level.name),
            Some(level) => format!("{threats}, highest risk {}", level.title),
            None => "no threat counts".to_owned(),
        }
    }
}

/// What is said of a node.
pub fn node(label: &str, element: &Element, tally: Tally, levels: &[Level]) -> String {
    let outside = if element.external { ", outside our control" } else { "" };
    let ty = if element.type_title.is_empty() { String::new() } else { format!(", {}", element.type_title) };
    format!("{label} · {}{ty}{outside} · {}", element.kind, tally.risk(levels))
}

/// What is said of a boundary.
pub fn boundary(label: &str, tally: Tally, levels: &[Level]) -> String {
    let (elements, flows) =
        (count(tally.elements, "element", "elements"), count(tally.flows, "flow inside", "flows inside"));
    format!("{label} · trust boundary, {elements}, {flows} · {}", tally.risk(levels))
}

/// What is said of what stands in another picture.
pub fn stub(label: &str) -> String {
    format!("{label} · in another picture")
}

/// What is said of a line: `label` of the flow or number of flows, and the names of its ends.
pub fn line(label: &str, (source, arrow, target): (&str, &str, &str), tally: Tally, levels: &[Level]) -> String {
    let gap = if label.is_empty() { "" } else { ": " };
    format!("{label}{gap}{source} {arrow} {target} · flow · {}", tally.risk(levels))
}
