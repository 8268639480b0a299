//! One picture: the boxes and lines of a scope, with their risk, and a legend of what occurs.

use super::map::{Map, named};
use super::scope::{Scope, Shown};
use super::told::{self, Tally};
use crate::terminal::text::count;
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::document::{self, Element, Flow};
use tm_compiler::emit::Labels;
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
}

impl<'m, 'a> Drawing<'m, 'a> {
    fn new(map: &'m Map<'a>, scope: &'m Scope<'a>) -> Self {
        Drawing { map, scope, diagram: Diagram::default(), ends: BTreeMap::new(), boundaries: BTreeMap::new() }
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
        let scope = self.scope;
        for id in scope.empty() {
            self.boundary(id, false);
        }
    }

    fn end(&mut self, shown: Shown<'a>, node: Node) {
        self.diagram.nodes.push(node);
        self.ends.insert(shown, End::Node(self.diagram.nodes.len() - 1));
    }

    fn node(&self, element: &Element, parent: Option<usize>) -> Node {
        let tally = self.map.tally(&element.id);
        let label = named(&element.title, &element.id);
        Node {
            about: told::node(label, element, tally, &self.map.document.risk.risk),
            id: element.id.clone(),
            label: label.to_owned(),
            subtitle: element.type_title.clone(),
            shape: match element.kind.as_str() {
                "actor" => Shape::Actor,
                "store" => Shape::Store,
                _ => Shape::Process,
            },
            parent,
            tone: tone(element.tone),
            badge: badge(tally.threats),
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
        let label = element.or(boundary).unwrap_or(id);
        Node {
            id: id.to_owned(),
            label: label.to_owned(),
            about: told::stub(label),
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
                    let whole = collapsed && boundary.id == id;
                    let drawn = self.enclosure(boundary, parent, whole);
                    self.diagram.boundaries.push(drawn);
                    self.diagram.boundaries.len() - 1
                }
            };
            self.boundaries.insert(&boundary.id, index);
            parent = Some(index);
        }
        parent
    }

    /// A boundary as a frame around its contents, or as a box that stands for them.
    fn enclosure(&self, boundary: &document::Boundary, parent: Option<usize>, collapsed: bool) -> Boundary {
        let tally = self.map.tally(&boundary.id);
        let label = named(&boundary.title, &boundary.id);
        let frame = Boundary {
            id: boundary.id.clone(),
            label: label.to_owned(),
            about: told::boundary(label, tally, &self.map.document.risk.risk),
            parent,
            collapsed,
            icon: self.icon(&boundary.icon),
            ..Boundary::default()
        };
        if !collapsed {
            return frame;
        }
        let subtitle = count(tally.elements, "element", "elements");
        Boundary { subtitle, tone: self.tone(tally), badge: badge(tally.threats), ..frame }
    }

    /// Flows between what is drawn; those between the same boxes become one.
    fn flows(&mut self, bare: bool) {
        let labels = Labels::new(self.map.document);
        let mut merged: BTreeMap<(Shown, Shown), usize> = BTreeMap::new();
        let mut lines: Vec<Line> = Vec::new();
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
            let known = merged.get(&key).copied().filter(|_| !single);
            match known.and_then(|index| lines.get_mut(index)) {
                Some(line) => line.join(flow, from),
                None => {
                    merged.insert(key, lines.len());
                    lines.push(Line::new(flow, from, to));
                }
            }
        }
        self.diagram.flows = lines.into_iter().map(|line| self.drawn(&line, &labels, bare)).collect();
    }

    fn drawn(&self, line: &Line<'a>, labels: &Labels, bare: bool) -> tm_diagram::Flow {
        let mut tally = Tally::default();
        line.flows.iter().for_each(|flow| tally.add(self.map.tally(&flow.id)));
        let (id, label, members) = match line.flows.as_slice() {
            [one] => (one.id.clone(), labels.of(one), Vec::new()),
            many => {
                let ids: Vec<String> = many.iter().map(|flow| flow.id.clone()).collect();
                (ids.first().cloned().unwrap_or_default(), count(many.len(), "flow", "flows"), ids)
            }
        };
        let arrow = if line.both_ways { "↔" } else { "→" };
        let ends = (self.name(line.source), arrow, self.name(line.target));
        tm_diagram::Flow {
            id,
            source: line.source,
            target: line.target,
            tone: self.tone(tally),
            both_ways: line.both_ways,
            dashed: false,
            about: told::line(&label, ends, tally, &self.map.document.risk.risk),
            label: if bare { String::new() } else { label },
            members,
        }
    }

    fn tone(&self, tally: Tally) -> Tone {
        tally.level(&self.map.document.risk.risk).map_or(Tone::None, |level| tone(level.tone))
    }

    fn name(&self, end: End) -> &str {
        let label = match end {
            End::Node(at) => self.diagram.nodes.get(at).map(|node| &node.label),
            End::Boundary(at) => self.diagram.boundaries.get(at).map(|boundary| &boundary.label),
        };
        label.map_or("", String::as_str)
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

/// The flows drawn as one line.
struct Line<'a> {
    source: End,
    target: End,
    both_ways: bool,
    flows: Vec<&'a Flow>,
}

impl<'a> Line<'a> {
    fn new(flow: &'a Flow, source: End, target: End) -> Self {
        Line { source, target, both_ways: !flow.receives.is_empty(), flows: vec![flow] }
    }

    fn join(&mut self, flow: &'a Flow, from: End) {
        self.both_ways |= self.source != from || !flow.receives.is_empty();
        self.flows.push(flow);
    }
}

fn tone(tone: u8) -> Tone {
    if tone == 0 { Tone::None } else { Tone::Level(tone) }
}

fn badge(count: usize) -> String {
    if count == 0 { String::new() } else { count.to_string() }
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
