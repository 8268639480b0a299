//! The diagram made safe and measured: who contains whom, what is hidden, how
//! large every box and label is. Layout and painting both start from here.

use crate::geometry::Size;
use crate::model::{Diagram, End, Icon, Shape, Tone};
use crate::text::{self, Font};

/// Font of a node's name.
pub const NAME: Font = Font { size: 13.0, bold: true };
/// Font of subtitles, flow labels, badges and the legend.
pub const SMALL: Font = Font { size: 11.0, bold: false };
/// Font of a boundary's name.
pub const HEADER: Font = Font { size: 12.0, bold: true };
/// Font of the count beside a meter.
pub const BADGE: Font = Font { size: 11.0, bold: true };
/// Room for the header of an open boundary, with space for an arrow head below it.
pub const HEADER_HEIGHT: f64 = 46.0;
/// Height of the plate behind the texts of a header.
pub const PLATE_HEIGHT: f64 = 22.0;
/// Width of the five bars of a meter.
pub const METER: f64 = 16.0;
/// Side of the icon before a stack of texts.
pub const ICON: f64 = 22.0;
/// Side of the icon in the header of a boundary.
pub const SMALL_ICON: f64 = 15.0;
/// Room between an icon and what it stands before.
pub const ICON_GAP: f64 = 8.0;
/// Height of a row with a badge.
pub const BADGE_HEIGHT: f64 = 18.0;

const NAME_LIMIT: f64 = 150.0;
const LABEL_LIMIT: f64 = 128.0;
const HEADER_LIMIT: f64 = 260.0;

/// A diagram ready for layout.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    /// What the caller gave.
    pub diagram: &'a Diagram,
    /// Boxes, parallel to the diagram's nodes.
    pub nodes: Vec<NodeBox>,
    /// Boxes, parallel to the diagram's boundaries.
    pub boundaries: Vec<BoundaryBox>,
    /// Lines, parallel to the diagram's flows.
    pub flows: Vec<FlowLine>,
    /// What could not be understood, in words.
    pub notes: Vec<String>,
}

/// A node with its text broken into lines.
#[derive(Clone, Debug, Default)]
pub struct NodeBox {
    /// Not shown: inside a collapsed boundary.
    pub hidden: bool,
    /// The open boundary that contains it.
    pub parent: Option<usize>,
    /// The stack of texts.
    pub text: Stack,
    /// Room taken.
    pub size: Size,
}

/// A boundary with its header measured.
#[derive(Clone, Debug, Default)]
pub struct BoundaryBox {
    /// Not shown: inside a collapsed boundary.
    pub hidden: bool,
    /// The open boundary around it.
    pub parent: Option<usize>,
    /// How many open boundaries are around it.
    pub depth: usize,
    /// Contains nothing that is shown.
    pub leaf: bool,
    /// The stack of texts of a collapsed one.
    pub text: Stack,
    /// Name in the header of an open one.
    pub name: String,
    /// Subtitle in the header of an open one.
    pub subtitle: String,
    /// Least room taken.
    pub size: Size,
}

/// A flow with its ends checked and its label measured.
#[derive(Clone, Debug, Default)]
pub struct FlowLine {
    /// Ends after collapsing; none when the flow is not shown.
    pub ends: Option<(End, End)>,
    /// Lines of the label.
    pub lines: Vec<String>,
    /// Room for the label with its meter; none when there is neither.
    pub size: Option<Size>,
}

/// Texts under each other in the middle of a box.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stack {
    /// Lines of the name.
    pub name: Vec<String>,
    /// Lines of the subtitle.
    pub subtitle: Vec<String>,
    /// Width of the badge with its meter; zero without one.
    pub badge: f64,
    /// Room for an icon before the texts; zero without one.
    pub icon: f64,
}

impl Stack {
    /// Breaks the texts into lines.
    fn new(name: &str, subtitle: &str, tone: Tone, badge: &str, icon: Option<&Icon>) -> Self {
        Stack {
            icon: if icon.is_some() { ICON + ICON_GAP } else { 0.0 },
            name: text::wrap(name, NAME, NAME_LIMIT, 3),
            subtitle: text::wrap(subtitle, SMALL, NAME_LIMIT, 2),
            badge: badge_width(tone, badge),
        }
    }

    /// Room taken by the icon and all lines.
    pub fn size(&self) -> Size {
        let wide = |lines: &[String], font| {
            let widths = lines.iter().map(|line| text::width(line, font));
            widths.fold(0.0, f64::max)
        };
        let width = wide(&self.name, NAME).max(wide(&self.subtitle, SMALL));
        let tall = if self.icon > 0.0 { ICON } else { 0.0 };
        Size::new(width.max(self.badge) + self.icon, self.texts_height().max(tall))
    }

    /// Height of all lines.
    pub fn texts_height(&self) -> f64 {
        let rows = self.name.len() as f64 * NAME.line() + self.subtitle.len() as f64 * SMALL.line();
        let badge = if self.badge > 0.0 { BADGE_HEIGHT + 4.0 } else { 0.0 };
        rows + badge
    }
}

/// Width of the pill that holds meter and badge; zero without either.
pub fn badge_width(tone: Tone, badge: &str) -> f64 {
    let words = badge_text(badge);
    let meter = if tone.level().is_some() { METER } else { 0.0 };
    match (meter > 0.0, words.is_empty()) {
        (false, true) => 0.0,
        (true, true) => meter + 12.0,
        (_, false) => meter + text::width(&words, BADGE) + 16.0,
    }
}

/// The badge as it is drawn.
pub fn badge_text(badge: &str) -> String {
    text::fit(badge, BADGE, 90.0)
}

impl<'a> Scene<'a> {
    /// Checks and measures `diagram`.
    pub fn new(diagram: &'a Diagram) -> Self {
        let mut notes = Vec::new();
        let boundaries = boundary_boxes(diagram, &mut notes);
        let shown = Shown::new(diagram, &boundaries);
        let nodes = node_boxes(diagram, &boundaries, &shown, &mut notes);
        let flows = flow_lines(diagram, &shown, &mut notes);
        let mut scene = Scene { diagram, nodes, boundaries, flows, notes };
        scene.mark_leaves();
        scene
    }

    /// Boxes directly inside `parent` (or at the top), nodes before boundaries.
    pub fn children(&self) -> Vec<Vec<End>> {
        let mut out = vec![Vec::new(); self.boundaries.len() + 1];
        let slot = |parent: Option<usize>| parent.map_or(0, |at| at + 1);
        for (at, node) in self.nodes.iter().enumerate().filter(|(_, n)| !n.hidden) {
            out[slot(node.parent)].push(End::Node(at));
        }
        for (at, inner) in self.boundaries.iter().enumerate() {
            if !inner.hidden {
                out[slot(inner.parent)].push(End::Boundary(at));
            }
        }
        out
    }

    /// Whether `at` is drawn as one box of fixed size.
    pub fn is_leaf(&self, at: usize) -> bool {
        self.boundaries[at].leaf
    }

    fn mark_leaves(&mut self) {
        let mut filled = vec![false; self.boundaries.len()];
        let shown = self.nodes.iter().filter(|n| !n.hidden);
        let inner = self.boundaries.iter().filter(|b| !b.hidden);
        let parents = shown.map(|n| n.parent).chain(inner.map(|b| b.parent));
        for at in parents.flatten() {
            filled[at] = true;
        }
        for (inner, filled) in self.boundaries.iter_mut().zip(filled) {
            inner.leaf = !filled;
        }
    }
}

/// Where an element appears once boundaries are collapsed.
struct Shown {
    /// For each boundary, the outermost collapsed one around it or itself.
    cover: Vec<Option<usize>>,
    /// For each node, the collapsed boundary that hides it.
    node_cover: Vec<Option<usize>>,
}

impl Shown {
    fn new(diagram: &Diagram, boxes: &[BoundaryBox]) -> Self {
        let mut cover = vec![None; boxes.len()];
        for at in outside_in(boxes) {
            let above = boxes[at].parent.and_then(|parent| cover[parent]);
            cover[at] = above.or(diagram.boundaries[at].collapsed.then_some(at));
        }
        let of = |parent: Option<usize>| parent.and_then(|at| cover.get(at).copied().flatten());
        let node_cover = diagram.nodes.iter().map(|node| of(node.parent)).collect();
        Shown { cover, node_cover }
    }

    fn end(&self, end: End) -> Option<End> {
        Some(match end {
            End::Node(at) => self.node_cover.get(at)?.map_or(end, End::Boundary),
            End::Boundary(at) => self.cover.get(at)?.map_or(end, End::Boundary),
        })
    }
}

/// Indices of the boundaries, every one after its parent.
pub fn outside_in(boxes: &[BoundaryBox]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..boxes.len()).collect();
    order.sort_by_key(|at| boxes[*at].depth);
    order
}

fn boundary_boxes(diagram: &Diagram, notes: &mut Vec<String>) -> Vec<BoundaryBox> {
    let (parents, depths) = boundary_tree(diagram, notes);
    let mut boxes: Vec<BoundaryBox> = diagram
        .boundaries
        .iter()
        .zip(parents.iter().zip(depths))
        .map(|(boundary, (parent, depth))| BoundaryBox {
            parent: *parent,
            depth,
            text: Stack::new(
                &boundary.label,
                &boundary.subtitle,
                boundary.tone,
                &boundary.badge,
                boundary.icon.as_ref(),
            ),
            name: text::fit(&boundary.label, HEADER, HEADER_LIMIT),
            subtitle: text::fit(&boundary.subtitle, SMALL, HEADER_LIMIT / 2.0),
            ..BoundaryBox::default()
        })
        .collect();
    for at in outside_in(&boxes) {
        let above = boxes[at].parent;
        boxes[at].hidden = above.is_some_and(|up| boxes[up].hidden || diagram.boundaries[up].collapsed);
        boxes[at].size = boundary_size(&boxes[at], &diagram.boundaries[at]);
    }
    boxes
}

fn boundary_size(own: &BoundaryBox, boundary: &crate::model::Boundary) -> Size {
    if boundary.collapsed {
        let inner = own.text.size();
        return Size::new((inner.width + 36.0).max(96.0), (inner.height + 28.0).max(52.0));
    }
    let texts = text::width(&own.name, HEADER) + text::width(&own.subtitle, SMALL);
    let badge = badge_width(boundary.tone, &boundary.badge);
    let icon = if boundary.icon.is_some() { SMALL_ICON + ICON_GAP } else { 0.0 };
    Size::new((texts + badge + icon + 46.0).max(96.0), HEADER_HEIGHT + 18.0)
}

/// Parents and depths of the boundaries, with loops cut.
fn boundary_tree(diagram: &Diagram, notes: &mut Vec<String>) -> (Vec<Option<usize>>, Vec<usize>) {
    let count = diagram.boundaries.len();
    let given = diagram.boundaries.iter().map(|b| b.parent);
    let mut parents: Vec<Option<usize>> = given.map(|p| p.filter(|at| *at < count)).collect();
    let mut depths: Vec<Option<usize>> = vec![None; count];
    let mut seen_from = vec![usize::MAX; count];
    for start in 0..count {
        let mut chain: Vec<usize> = Vec::new();
        let mut at = Some(start);
        while let Some(here) = at.filter(|here| depths[*here].is_none()) {
            if seen_from[here] == start {
                let last = chain.last().copied().unwrap_or(here);
                notes.push(format!("boundary {last} lies inside itself"));
                parents[last] = None;
                at = None;
                break;
            }
            seen_from[here] = start;
            chain.push(here);
            at = parents[here];
        }
        let base = at.and_then(|here| depths[here]).map_or(0, |above| above + 1);
        for (step, here) in chain.iter().rev().enumerate() {
            depths[*here] = Some(base + step);
        }
    }
    (parents, depths.into_iter().flatten().collect())
}

fn node_boxes(diagram: &Diagram, boundaries: &[BoundaryBox], shown: &Shown, notes: &mut Vec<String>) -> Vec<NodeBox> {
    let mut out = Vec::new();
    for (at, node) in diagram.nodes.iter().enumerate() {
        let parent = node.parent.filter(|up| *up < boundaries.len());
        if parent != node.parent {
            notes.push(format!("node {at} names a boundary that does not exist"));
        }
        let text = Stack::new(&node.label, &node.subtitle, node.tone, &node.badge, node.icon.as_ref());
        out.push(NodeBox { hidden: shown.node_cover[at].is_some(), parent, size: node_size(node.shape, &text), text });
    }
    out
}

/// A process is round at its ends, so its text needs more room at the sides.
fn node_size(shape: Shape, text: &Stack) -> Size {
    let inner = text.size();
    let height = (inner.height + 22.0).max(44.0);
    let width = match shape {
        Shape::Process => inner.width + 30.0 + height * 0.3,
        Shape::Actor | Shape::Store => inner.width + 32.0,
        Shape::Stub => inner.width + 28.0,
    };
    Size::new(width.max(84.0).ceil(), height.ceil())
}

fn flow_lines(diagram: &Diagram, shown: &Shown, notes: &mut Vec<String>) -> Vec<FlowLine> {
    let mut out = Vec::new();
    for (at, flow) in diagram.flows.iter().enumerate() {
        let ends = shown.end(flow.source).zip(shown.end(flow.target));
        if ends.is_none() {
            notes.push(format!("flow {at} has an end that does not exist"));
        }
        let inside =
            flow.source != flow.target && ends.is_some_and(|(a, b)| a == b && (a != flow.source || b != flow.target));
        let lines = text::wrap(&flow.label, SMALL, LABEL_LIMIT, 2);
        out.push(FlowLine { ends: ends.filter(|_| !inside), size: label_size(&lines, flow.tone), lines });
    }
    out
}

fn label_size(lines: &[String], tone: Tone) -> Option<Size> {
    let meter = if tone.level().is_some() { METER + 4.0 } else { 0.0 };
    let widths = lines.iter().map(|line| text::width(line, SMALL));
    let wide = widths.fold(0.0, f64::max);
    let rows = lines.len().max(1) as f64;
    let size = Size::new((wide + meter + 8.0).ceil(), rows * SMALL.line() + 4.0);
    (wide + meter > 0.0).then_some(size)
}
