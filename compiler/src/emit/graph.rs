//! The data-flow diagram as a flat list of events, so that a text template needs no recursion.
//!
//! The sketch is the same diagram with boundaries drawn as single nodes, the innermost first, until it is one
//! that readers with little room can show.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::escape::word;
use super::labels::Labels;
use crate::document::{Boundary, Document, Element, Flow, RiskMethod};

/// Largest diagram that is still readable, and that GitHub still draws, in full.
const NODES: usize = 120;
const FLOWS: usize = 300;
/// Flows that are drawn where even whole boundaries as nodes have too many between them.
const WORST: usize = 60;

/// A diagram as text templates draw it.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Graph {
    /// Boundaries opening and closing around nodes, in drawing order.
    events: Vec<Event>,
    /// Flows between the keys of nodes.
    flows: Vec<Edge>,
    /// True where boundaries are drawn as nodes.
    collapsed: bool,
    /// How many lines are left out, where only those with the highest risk are drawn.
    left_out: usize,
}

/// A boundary that opens or closes, or a node.
#[derive(Clone, Debug, Default, Serialize)]
struct Event {
    /// `open`, `close`, `node`, or `empty`: a boundary without anything in it.
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
        Drawing::new(document).draw()
    }

    /// The diagram, in outline where the whole of it would be too large.
    pub(super) fn sketch(document: &Document) -> Self {
        let mut drawing = Drawing::new(document);
        if document.elements.len() <= NODES && document.flows.len() <= FLOWS {
            return drawing.draw();
        }
        while drawing.collapse() {
            let (nodes, lines) = drawing.size();
            if nodes <= NODES && lines <= FLOWS {
                return drawing.draw();
            }
        }
        drawing.draw().of_worst_lines()
    }

    /// The lines with the highest risk, of equal ones those that stand for more flows, with their ends.
    fn of_worst_lines(mut self) -> Self {
        let mut ranked: Vec<usize> = (0..self.flows.len()).collect();
        ranked.sort_by_key(|at| std::cmp::Reverse(self.flows.get(*at).map(|line| (line.tone, line.count))));
        let kept: BTreeSet<usize> = ranked.into_iter().take(WORST).collect();
        self.left_out = self.flows.len() - kept.len();
        let lines = std::mem::take(&mut self.flows).into_iter().enumerate();
        self.flows = lines.filter(|(at, _)| kept.contains(at)).map(|(_, line)| line).collect();
        let nodes = self.events.iter().filter(|event| event.event == "node").count();
        if nodes > NODES {
            self.keep_ends();
        }
        self
    }

    /// Takes out the nodes that no line leads to, and the boundaries that have nothing left in them.
    fn keep_ends(&mut self) {
        let ends: BTreeSet<&str> =
            self.flows.iter().flat_map(|line| [line.source.as_str(), line.target.as_str()]).collect();
        let mut kept: Vec<Event> = Vec::new();
        for event in std::mem::take(&mut self.events) {
            match event.event {
                "open" => kept.push(event),
                "close" if kept.last().is_some_and(|last| last.event == "open") => drop(kept.pop()),
                "close" => kept.push(event),
                _ if ends.contains(event.key.as_str()) => kept.push(event),
                _ => {}
            }
        }
        self.events = kept;
    }
}

/// The lookups that drawing needs.
struct Drawing<'a> {
    document: &'a Document,
    keys: BTreeMap<&'a str, String>,
    /// The node that stands for an element: itself or the boundary drawn in its place.
    stands_for: BTreeMap<&'a str, &'a str>,
    /// Boundaries drawn as nodes, and those in them.
    whole: BTreeSet<&'a str>,
    parents: BTreeMap<&'a str, &'a str>,
    inner: BTreeMap<&'a str, Vec<&'a Boundary>>,
    members: BTreeMap<&'a str, Vec<&'a Element>>,
}

impl<'a> Drawing<'a> {
    fn new(document: &'a Document) -> Self {
        let mut inner: BTreeMap<&str, Vec<&Boundary>> = BTreeMap::new();
        for boundary in &document.boundaries {
            inner.entry(&boundary.parent).or_default().push(boundary);
        }
        let mut members: BTreeMap<&str, Vec<&Element>> = BTreeMap::new();
        for element in &document.elements {
            members.entry(&element.boundary).or_default().push(element);
        }
        let stands_for = document.elements.iter().map(|element| (element.id.as_str(), element.id.as_str()));
        let parents = document.boundaries.iter().map(|one| (one.id.as_str(), one.parent.as_str()));
        Drawing {
            keys: keys(document),
            stands_for: stands_for.collect(),
            whole: BTreeSet::new(),
            parents: parents.collect(),
            document,
            inner,
            members,
        }
    }

    /// Draws boundaries as nodes in which all others are drawn so; false where that is no more of a picture.
    fn collapse(&mut self) -> bool {
        let all = self.document.boundaries.iter().map(|boundary| boundary.id.as_str());
        let closed = |id: &str| {
            let inner = self.inner.get(id).map(Vec::as_slice).unwrap_or_default();
            inner.iter().all(|one| self.whole.contains(one.id.as_str()))
        };
        let next: Vec<&str> = all.filter(|id| !self.whole.contains(id) && closed(id)).collect();
        let before = (self.stands_for.clone(), self.whole.clone());
        self.whole.extend(&next);
        for element in &self.document.elements {
            let around = std::iter::successors(Some(element.boundary.as_str()), |id| self.parents.get(id).copied());
            // Outer boundaries are drawn as nodes only where inner ones are.
            let outermost = around.take_while(|id| self.whole.contains(id)).last();
            self.stands_for.insert(&element.id, outermost.unwrap_or(&element.id));
        }
        let nodes = self.stands_for.values().collect::<BTreeSet<_>>().len();
        if next.is_empty() || nodes < 2 {
            (self.stands_for, self.whole) = before; // all in one box says nothing
            return false;
        }
        true
    }

    /// How many nodes and lines there are to draw.
    fn size(&self) -> (usize, usize) {
        let nodes: BTreeSet<&&str> = self.stands_for.values().collect();
        let of = |id: &String| self.stands_for.get(id.as_str());
        let lines = self.document.flows.iter().map(|flow| (of(&flow.source), of(&flow.target)));
        let lines: BTreeSet<_> = lines.filter(|(source, target)| source != target).collect();
        (nodes.len(), lines.len())
    }

    fn draw(&self) -> Graph {
        Graph { events: self.events(), flows: self.edges(), collapsed: !self.whole.is_empty(), left_out: 0 }
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
                    let elements = self.held(child);
                    if self.whole.contains(child.id.as_str()) && !elements.is_empty() {
                        out.push(self.outline(child, &elements, depth + 1));
                    } else if self.is_empty(child) {
                        out.push(self.edge_of(child, "empty", depth + 1));
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
            risk: self.document.risk.risk_title(&element.risk),
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

    /// True for a boundary with nothing in it, neither elements nor boundaries.
    fn is_empty(&self, boundary: &Boundary) -> bool {
        let id = boundary.id.as_str();
        !self.members.contains_key(id) && !self.inner.contains_key(id)
    }

    /// The elements in a boundary that is drawn as one node, at any depth.
    fn held(&self, boundary: &Boundary) -> Vec<&'a Element> {
        let mut found = Vec::new();
        let mut left = vec![boundary.id.as_str()];
        while let Some(id) = left.pop().filter(|_| self.whole.contains(boundary.id.as_str())) {
            found.extend(self.members.get(id).into_iter().flatten());
            left.extend(self.inner.get(id).into_iter().flatten().map(|one| one.id.as_str()));
        }
        found
    }

    /// A boundary drawn as one node.
    fn outline(&self, boundary: &Boundary, elements: &[&Element], depth: usize) -> Event {
        let count = elements.len();
        let worst = elements.iter().max_by_key(|element| element.tone);
        Event {
            subtitle: format!("{count} element{}", if count == 1 { "" } else { "s" }),
            risk: worst.map_or_else(String::new, |element| self.document.risk.risk_title(&element.risk)),
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
            if self.whole.is_empty() {
                out.push(edge(flow, (source, target), &labels, &self.document.risk));
            } else if source != target {
                let at = drawn.entry((source.clone(), target.clone())).or_insert(out.len());
                match out.get_mut(*at) {
                    Some(edge) => edge.join(flow, &self.document.risk),
                    None => out.push(edge(flow, (source, target), &labels, &self.document.risk)),
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
    fn join(&mut self, flow: &Flow, titles: &RiskMethod) {
        self.count += 1;
        self.title = format!("{} flows", self.count);
        self.carries = Vec::new();
        self.both_ways |= !flow.receives.is_empty();
        self.crosses_boundary |= flow.crosses_boundary;
        if flow.tone > self.tone {
            self.tone = flow.tone;
            self.risk = titles.risk_title(&flow.risk);
        }
    }
}

fn edge(flow: &Flow, (source, target): (String, String), labels: &Labels<'_>, titles: &RiskMethod) -> Edge {
    Edge {
        id: flow.id.clone(),
        source,
        target,
        title: labels.of(flow),
        carries: flow.sends.iter().chain(&flow.receives).map(|id| labels.data(id).to_owned()).collect(),
        both_ways: !flow.receives.is_empty(),
        crosses_boundary: flow.crosses_boundary,
        count: 1,
        risk: titles.risk_title(&flow.risk),
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
