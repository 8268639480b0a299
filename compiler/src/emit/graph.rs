//! The data-flow diagram as a flat list of events, so that a text template needs no recursion.
//!
//! The sketch is the same diagram with its innermost boundaries drawn as single nodes, for
//! readers that cannot show a large one.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::escape::word;
use super::labels::Labels;
use crate::document::{Boundary, Document, Element, Flow};

/// Largest diagram that is still readable, and that GitHub still draws, in full.
const NODES: usize = 120;
const FLOWS: usize = 300;

/// A diagram as text templates draw it.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Graph {
    /// Boundaries opening and closing around nodes, in drawing order.
    events: Vec<Event>,
    /// Flows between the keys of nodes.
    flows: Vec<Edge>,
    /// True where innermost boundaries are drawn as nodes.
    collapsed: bool,
}

/// A boundary that opens or closes, or a node.
#[derive(Clone, Debug, Default, Serialize)]
struct Event {
    /// `open`, `close` or `node`.
    event: &'static str,
    /// Spaces that indent it.
    indent: String,
    /// Id in the model.
    id: String,
    /// Id in the diagram, a bare word.
    key: String,
    /// Text to show.
    title: String,
    /// Title of its type, or what was drawn together.
    subtitle: String,
    /// `actor`, `process`, `store` or `boundary`.
    kind: String,
    external: bool,
    /// Highest level of risk and its colour step.
    risk: String,
    tone: u8,
}

/// A flow, or several drawn as one.
#[derive(Clone, Debug, Default, Serialize)]
struct Edge {
    id: String,
    source: String,
    target: String,
    /// What stands on the line; may be empty.
    title: String,
    /// Titles of the data that travels along.
    carries: Vec<String>,
    both_ways: bool,
    crosses_boundary: bool,
    /// How many flows it stands for.
    count: usize,
    risk: String,
    tone: u8,
}

impl Graph {
    /// The whole diagram.
    pub(super) fn full(document: &Document) -> Self {
        Drawing::new(document, false).draw()
    }

    /// The diagram, in outline where the whole of it would be too large.
    pub(super) fn sketch(document: &Document) -> Self {
        let large = document.elements.len() > NODES || document.flows.len() > FLOWS;
        Drawing::new(document, large).draw()
    }
}

/// The lookups that drawing needs.
struct Drawing<'a> {
    document: &'a Document,
    keys: BTreeMap<&'a str, String>,
    /// The node that stands for an element: itself or the boundary drawn in its place.
    stands_for: BTreeMap<&'a str, &'a str>,
    leaves: BTreeSet<&'a str>,
    inner: BTreeMap<&'a str, Vec<&'a Boundary>>,
    members: BTreeMap<&'a str, Vec<&'a Element>>,
}

impl<'a> Drawing<'a> {
    fn new(document: &'a Document, collapsed: bool) -> Self {
        let mut inner: BTreeMap<&str, Vec<&Boundary>> = BTreeMap::new();
        for boundary in &document.boundaries {
            inner.entry(&boundary.parent).or_default().push(boundary);
        }
        let mut members: BTreeMap<&str, Vec<&Element>> = BTreeMap::new();
        for element in &document.elements {
            members.entry(&element.boundary).or_default().push(element);
        }
        let ids = document.boundaries.iter().map(|boundary| boundary.id.as_str());
        let leaves: BTreeSet<&str> =
            ids.filter(|id| collapsed && !inner.contains_key(id) && members.contains_key(id)).collect();
        let stands_for = document.elements.iter().map(|element| {
            let whole = leaves.get(element.boundary.as_str()).copied();
            (element.id.as_str(), whole.unwrap_or(&element.id))
        });
        Drawing { keys: keys(document), stands_for: stands_for.collect(), document, leaves, inner, members }
    }

    fn draw(&self) -> Graph {
        Graph { events: self.events(), flows: self.edges(), collapsed: !self.leaves.is_empty() }
    }

    fn events(&self) -> Vec<Event> {
        let mut out = Vec::new();
        // A stack instead of recursion: boundaries may be nested as deep as anyone writes.
        let mut open: Vec<(Option<&Boundary>, usize)> = vec![(None, 0)];
        while let Some((boundary, next)) = open.pop() {
            let id = boundary.map_or("", |boundary| boundary.id.as_str());
            let depth = open.len();
            if next == 0 {
                let members = self.members.get(id).into_iter().flatten();
                out.extend(members.map(|element| self.node(element, depth + 1)));
            }
            match self.inner.get(id).and_then(|inner| inner.get(next)) {
                Some(child) => {
                    open.push((boundary, next + 1));
                    if self.leaves.contains(child.id.as_str()) {
                        out.push(self.outline(child, depth + 1));
                    } else {
                        out.push(self.edge_of(child, "open", depth + 1));
                        open.push((Some(child), 0));
                    }
                }
                None => out.extend(boundary.map(|boundary| self.edge_of(boundary, "close", depth))),
            }
        }
        out
    }

    fn node(&self, element: &Element, depth: usize) -> Event {
        Event {
            event: "node",
            indent: indent(depth),
            id: element.id.clone(),
            key: self.key(&element.id),
            title: named(&element.title, &element.id),
            subtitle: element.type_title.clone(),
            kind: element.kind.clone(),
            external: element.external,
            risk: element.risk.clone(),
            tone: element.tone,
        }
    }

    fn edge_of(&self, boundary: &Boundary, event: &'static str, depth: usize) -> Event {
        Event {
            event,
            indent: indent(depth),
            id: boundary.id.clone(),
            key: self.key(&boundary.id),
            title: named(&boundary.title, &boundary.id),
            kind: "boundary".to_owned(),
            ..Event::default()
        }
    }

    /// A boundary drawn as one node.
    fn outline(&self, boundary: &Boundary, depth: usize) -> Event {
        let members = self.members.get(boundary.id.as_str());
        let count = members.map_or(0, Vec::len);
        let worst = members.into_iter().flatten().max_by_key(|element| element.tone);
        Event {
            subtitle: format!("{count} element{}", if count == 1 { "" } else { "s" }),
            risk: worst.map_or_else(String::new, |element| element.risk.clone()),
            tone: worst.map_or(0, |element| element.tone),
            ..self.edge_of(boundary, "node", depth)
        }
    }

    fn edges(&self) -> Vec<Edge> {
        let mut out: Vec<Edge> = Vec::new();
        let mut drawn: BTreeMap<(String, String), usize> = BTreeMap::new();
        let labels = Labels::new(self.document);
        for flow in &self.document.flows {
            let ends = (self.end(&flow.source), self.end(&flow.target));
            let (Some(source), Some(target)) = ends else {
                continue;
            };
            if self.leaves.is_empty() {
                out.push(edge(flow, source, target, &labels));
            } else if source != target {
                let at = drawn.entry((source.clone(), target.clone())).or_insert(out.len());
                match out.get_mut(*at) {
                    Some(edge) => edge.join(flow),
                    None => out.push(edge(flow, source, target, &labels)),
                }
            }
        }
        out
    }

    fn end(&self, id: &str) -> Option<String> {
        self.stands_for.get(id).map(|id| self.key(id))
    }

    fn key(&self, id: &str) -> String {
        self.keys.get(id).cloned().unwrap_or_default()
    }
}

impl Edge {
    /// Draws one more flow with this line.
    fn join(&mut self, flow: &Flow) {
        self.count += 1;
        self.title = format!("{} flows", self.count);
        self.carries = Vec::new();
        self.both_ways |= !flow.receives.is_empty();
        self.crosses_boundary |= flow.crosses_boundary;
        if flow.tone > self.tone {
            self.tone = flow.tone;
            self.risk.clone_from(&flow.risk);
        }
    }
}

fn edge(flow: &Flow, source: String, target: String, labels: &Labels<'_>) -> Edge {
    Edge {
        id: flow.id.clone(),
        source,
        target,
        title: labels.of(flow),
        carries: flow.sends.iter().chain(&flow.receives).map(|id| labels.data(id).to_owned()).collect(),
        both_ways: !flow.receives.is_empty(),
        crosses_boundary: flow.crosses_boundary,
        count: 1,
        risk: flow.risk.clone(),
        tone: flow.tone,
    }
}

/// A bare word for each id: the id itself as far as possible, numbered where two fall together.
fn keys(document: &Document) -> BTreeMap<&str, String> {
    let boundaries = document.boundaries.iter().map(|boundary| ("b", boundary.id.as_str()));
    let elements = document.elements.iter().map(|element| ("n", element.id.as_str()));
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut out = BTreeMap::new();
    for (prefix, id) in boundaries.chain(elements) {
        let base = format!("{prefix}_{}", word(id));
        let mut key = base.clone();
        let mut times = 1;
        while taken.contains(&key) {
            times += 1;
            key = format!("{base}_{times}");
        }
        taken.insert(key.clone());
        out.insert(id, key);
    }
    out
}

fn named(title: &str, id: &str) -> String {
    if title.trim().is_empty() { id } else { title }.to_owned()
}

/// Two spaces a level, to a depth at which nobody looks at indentation any more.
fn indent(depth: usize) -> String {
    "  ".repeat(depth.min(20))
}
