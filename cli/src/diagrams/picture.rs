//! One picture: the boxes and lines of a scope, with their risk, and a legend of what occurs.

use super::map::{Map, named};
use super::scope::{Scope, Shown};
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::document::{Element, Flow, Threat};
use tm_diagram::{Boundary, Diagram, Direction, End, Icon, LegendEntry, LegendKey, Node, Shape, Tone};

/// How a picture is to be.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Heading.
    pub title: String,
    /// Direction of flows.
    pub direction: Direction,
    /// Without text on flows.
    pub bare: bool,
}

/// Draws a scope.
pub fn draw(map: &Map, scope: &Scope, wishes: &Wishes) -> Diagram {
    let mut drawing = Drawing::new(map, scope);
    drawing.boxes();
    drawing.flows(wishes.bare);
    let mut diagram = drawing.diagram;
    diagram.title.clone_from(&wishes.title);
    diagram.direction = wishes.direction;
    diagram.legend = legend(&diagram, map);
    diagram
}

struct Drawing<'m, 'a> {
    map: &'m Map<'a>,
    scope: &'m Scope<'a>,
    diagram: Diagram,
    /// Ends of flows, by what stands for an element.
    ends: BTreeMap<Shown<'a>, End>,
    boundaries: BTreeMap<&'a str, usize>,
    /// Number of threats that count, by element.
    counts: BTreeMap<&'a str, usize>,
}

impl<'m, 'a> Drawing<'m, 'a> {
    fn new(map: &'m Map<'a>, scope: &'m Scope<'a>) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let counting = map.document.threats.iter().filter(|threat: &&Threat| threat.counts);
        for threat in counting {
            *counts.entry(&threat.element).or_default() += 1;
        }
        Drawing { map, scope, diagram: Diagram::default(), ends: BTreeMap::new(), boundaries: BTreeMap::new(), counts }
    }

    fn boxes(&mut self) {
        for element in &self.map.document.elements {
            match self.scope.of(&element.id) {
                shown @ Shown::Itself(_) => {
                    let parent = self.boundary(&element.boundary, false);
                    let node = self.node(element, parent);
                    self.end(shown, node);
                }
                shown @ Shown::Within(id) => {
                    if let Some(index) = self.boundary(id, true) {
                        self.gather(index, element);
                        self.ends.insert(shown, End::Boundary(index));
                    }
                }
                shown @ Shown::Stub(id) if !self.ends.contains_key(&shown) => {
                    let node = self.stub(id);
                    self.end(shown, node);
                }
                Shown::Stub(_) | Shown::Hidden => {}
            }
        }
    }

    fn end(&mut self, shown: Shown<'a>, node: Node) {
        self.diagram.nodes.push(node);
        self.ends.insert(shown, End::Node(self.diagram.nodes.len() - 1));
    }

    fn node(&self, element: &Element, parent: Option<usize>) -> Node {
        Node {
            id: element.id.clone(),
            label: named(&element.title, &element.id).to_owned(),
            subtitle: element.type_title.clone(),
            shape: match element.kind.as_str() {
                "actor" => Shape::Actor,
                "store" => Shape::Store,
                _ => Shape::Process,
            },
            parent,
            tone: tone(element.tone),
            badge: badge(self.counts.get(element.id.as_str()).copied()),
            external: element.external,
            icon: self.icon(&element.icon),
            href: None,
        }
    }

    fn icon(&self, id: &str) -> Option<Icon> {
        let icons = &self.map.document.icons;
        let at = icons.binary_search_by(|icon| icon.id.as_str().cmp(id)).ok()?;
        icons.get(at).map(|icon| Icon { lines: icon.lines.clone(), areas: icon.areas.clone() })
    }

    fn stub(&self, id: &str) -> Node {
        let element = self.map.element(id).map(|one| named(&one.title, &one.id));
        let boundary = self.map.boundary(id).map(|one| named(&one.title, &one.id));
        Node {
            id: id.to_owned(),
            label: element.or(boundary).unwrap_or(id).to_owned(),
            shape: Shape::Stub,
            ..Node::default()
        }
    }

    /// The index of a boundary, drawn with all that are around it; none at the top.
    fn boundary(&mut self, id: &str, collapsed: bool) -> Option<usize> {
        let boundary = self.map.boundary(id)?;
        let mut chain = self.map.around(id);
        chain.insert(0, boundary);
        let mut parent = None;
        for boundary in chain.into_iter().rev() {
            let index = match self.boundaries.get(boundary.id.as_str()) {
                Some(index) => *index,
                None => {
                    self.diagram.boundaries.push(Boundary {
                        id: boundary.id.clone(),
                        label: named(&boundary.title, &boundary.id).to_owned(),
                        parent,
                        collapsed: collapsed && boundary.id == id,
                        icon: self.icon(&boundary.icon),
                        ..Boundary::default()
                    });
                    self.diagram.boundaries.len() - 1
                }
            };
            self.boundaries.insert(&boundary.id, index);
            parent = Some(index);
        }
        parent
    }

    /// Adds an element to the box that stands for it.
    fn gather(&mut self, index: usize, element: &Element) {
        let count = self.counts.get(element.id.as_str()).copied().unwrap_or(0);
        let Some(boundary) = self.diagram.boundaries.get_mut(index) else {
            return;
        };
        boundary.tone = worse(boundary.tone, tone(element.tone));
        let so_far: usize = boundary.badge.parse().unwrap_or(0);
        boundary.badge = badge(Some(so_far + count));
        let members: usize = boundary.subtitle.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0);
        boundary.subtitle = super::super::terminal::text::count(members + 1, "element", "elements");
    }

    /// Flows between what is drawn; those between the same boxes become one.
    fn flows(&mut self, bare: bool) {
        let mut merged: BTreeMap<(Shown, Shown), usize> = BTreeMap::new();
        let mut counts: Vec<usize> = Vec::new();
        for flow in &self.map.document.flows {
            let (source, target) = (self.shown(&flow.source), self.shown(&flow.target));
            let ends = self.ends.get(&source).zip(self.ends.get(&target));
            let Some((from, to)) = ends.map(|(from, to)| (*from, *to)) else {
                continue;
            };
            if !worth_drawing(source, target) {
                continue;
            }
            let single = matches!((source, target), (Shown::Itself(_), Shown::Itself(_)));
            let key = if source <= target { (source, target) } else { (target, source) };
            if let Some(index) = merged.get(&key).copied().filter(|_| !single) {
                counts[index] += 1;
                join(&mut self.diagram.flows[index], flow, from, counts[index]);
                continue;
            }
            merged.insert(key, counts.len());
            counts.push(1);
            self.diagram.flows.push(line(flow, from, to));
        }
        if bare {
            for flow in &mut self.diagram.flows {
                flow.label.clear();
            }
        }
    }

    fn shown(&self, id: &str) -> Shown<'a> {
        self.scope.of(id)
    }
}

/// Flows inside one box, and between two stand-ins, say nothing.
fn worth_drawing(source: Shown, target: Shown) -> bool {
    match (source, target) {
        (Shown::Stub(_), Shown::Stub(_)) => false,
        (Shown::Within(a), Shown::Within(b)) => a != b,
        _ => true,
    }
}

fn line(flow: &Flow, source: End, target: End) -> tm_diagram::Flow {
    // An unnamed flow has the id of its ends, which the picture shows already.
    let unnamed = flow.title.is_empty() || flow.title == flow.id;
    tm_diagram::Flow {
        id: flow.id.clone(),
        source,
        target,
        label: if unnamed { flow.protocol.clone() } else { flow.title.clone() },
        tone: tone(flow.tone),
        both_ways: !flow.receives.is_empty(),
        dashed: false,
    }
}

/// Adds a flow to the line between two boxes.
fn join(drawn: &mut tm_diagram::Flow, flow: &Flow, from: End, count: usize) {
    drawn.tone = worse(drawn.tone, tone(flow.tone));
    drawn.both_ways |= drawn.source != from || !flow.receives.is_empty();
    drawn.label = format!("{count} flows");
}

fn tone(tone: u8) -> Tone {
    if tone == 0 { Tone::None } else { Tone::Level(tone) }
}

fn worse(one: Tone, other: Tone) -> Tone {
    if other.level() > one.level() { other } else { one }
}

fn badge(count: Option<usize>) -> String {
    match count {
        None | Some(0) => String::new(),
        Some(count) => count.to_string(),
    }
}

/// Only what occurs in the picture.
fn legend(diagram: &Diagram, map: &Map) -> Vec<LegendEntry> {
    let mut out = Vec::new();
    let shapes = [
        (Shape::Actor, "Actor"),
        (Shape::Process, "Process"),
        (Shape::Store, "Store"),
        (Shape::Stub, "In another picture"),
    ];
    for (shape, label) in shapes {
        if diagram.nodes.iter().any(|node| node.shape == shape) {
            out.push(LegendEntry::new(LegendKey::Shape(shape), label));
        }
    }
    let occurs = [
        (diagram.nodes.iter().any(|node| node.external), LegendKey::External, "Outside our control"),
        (diagram.boundaries.iter().any(|one| !one.collapsed), LegendKey::Boundary, "Trust boundary"),
        (diagram.boundaries.iter().any(|one| one.collapsed), LegendKey::Collapsed, "Boundary with its contents"),
        (diagram.flows.iter().any(|flow| flow.both_ways), LegendKey::BothWays, "Data both ways"),
    ];
    for (_, key, label) in occurs.into_iter().filter(|(occurs, _, _)| *occurs) {
        out.push(LegendEntry::new(key, label));
    }
    out.extend(tones(diagram, map));
    out
}

/// Levels of risk that occur, lowest first, by the titles of the model's own scale.
fn tones(diagram: &Diagram, map: &Map) -> Vec<LegendEntry> {
    let nodes = diagram.nodes.iter().map(|node| node.tone);
    let boundaries = diagram.boundaries.iter().map(|one| one.tone);
    let flows = diagram.flows.iter().map(|flow| flow.tone);
    let used: BTreeSet<u8> = nodes.chain(boundaries).chain(flows).filter_map(Tone::level).collect();
    let levels = map.document.risk.risk.iter().filter(|level| used.contains(&level.tone));
    levels
        .map(|level| {
            let label = format!("{} risk", named(&level.title, &level.name));
            LegendEntry::new(LegendKey::Tone(Tone::Level(level.tone)), label)
        })
        .collect()
}
