//! A layout that cannot fail: one column of boxes, and to its right one lane for
//! every flow.
//!
//! Every end of a flow has a height of its own (a row reserved on its box), every
//! flow a lane of its own. So no line runs through a box, no two lines share a
//! stretch, and no two labels meet, whatever the graph looks like.

use crate::geometry::{Placed, Point, Rect, Route, Size, round};
use crate::layout::{Layout, LayoutError};
use crate::model::End;
use crate::scene::{HEADER_HEIGHT, Scene, outside_in};

const INDENT: f64 = 18.0;
const GAP: f64 = 16.0;
const LANE: f64 = 12.0;
const ROW: f64 = 14.0;

/// The column layout.
#[derive(Clone, Copy, Debug, Default)]
pub struct List;

impl Layout for List {
    fn layout(&self, scene: &Scene) -> Result<Placed, LayoutError> {
        Ok(self.place(scene))
    }
}

impl List {
    /// Places the scene; unlike [`Layout::layout`] it says that it cannot fail.
    pub fn place(self, scene: &Scene) -> Placed {
        let mut column = Column::new(scene);
        column.measure_rows();
        column.stack();
        column.widen_boundaries();
        column.finish()
    }
}

/// The column while it grows.
struct Column<'s, 'a> {
    scene: &'s Scene<'a>,
    children: Vec<Vec<End>>,
    /// Heights of the rows at each box's right side: flow, whether its source, height.
    node_rows: Vec<Vec<Row>>,
    boundary_rows: Vec<Vec<Row>>,
    nodes: Vec<Option<Rect>>,
    boundaries: Vec<Option<Rect>>,
    /// Heights of source and target of each flow, and where their box ends.
    starts: Vec<Option<Point>>,
    ends: Vec<Option<Point>>,
    bottom: f64,
}

struct Row {
    flow: usize,
    source: bool,
    height: f64,
}

impl<'s, 'a> Column<'s, 'a> {
    fn new(scene: &'s Scene<'a>) -> Self {
        Column {
            scene,
            children: scene.children(),
            node_rows: scene.nodes.iter().map(|_| Vec::new()).collect(),
            boundary_rows: scene.boundaries.iter().map(|_| Vec::new()).collect(),
            nodes: vec![None; scene.nodes.len()],
            boundaries: vec![None; scene.boundaries.len()],
            starts: vec![None; scene.flows.len()],
            ends: vec![None; scene.flows.len()],
            bottom: 0.0,
        }
    }

    /// Reserves a row on both boxes of every flow.
    fn measure_rows(&mut self) {
        for (flow, line) in self.scene.flows.iter().enumerate() {
            let Some((source, target)) = line.ends else {
                continue;
            };
            let label = line.size.map_or(0.0, |size| size.height + 4.0);
            self.reserve(source, flow, true, label.max(ROW));
            self.reserve(target, flow, false, ROW);
        }
    }

    fn reserve(&mut self, end: End, flow: usize, source: bool, height: f64) {
        let rows = match end {
            End::Node(at) => &mut self.node_rows[at],
            End::Boundary(at) => &mut self.boundary_rows[at],
        };
        rows.push(Row { flow, source, height });
    }

    /// Puts the boxes under each other, boundaries around their content. A stack
    /// of our own instead of recursion: depth is the caller's to choose.
    fn stack(&mut self) {
        let mut todo: Vec<Step> = vec![Step::Inside(0)];
        while let Some(step) = todo.pop() {
            match step {
                Step::Inside(slot) => {
                    let inside = self.children[slot].iter().rev();
                    todo.extend(inside.map(|child| Step::Box(*child)));
                }
                Step::Box(End::Node(at)) => self.put_node(at),
                Step::Box(End::Boundary(at)) => {
                    self.open_boundary(at);
                    todo.push(Step::Close(at));
                    todo.push(Step::Inside(at + 1));
                }
                Step::Close(at) => self.close_boundary(at),
            }
        }
    }

    fn indent(&self, parent: Option<usize>) -> f64 {
        let depth = parent.map_or(0, |at| self.scene.boundaries[at].depth + 1);
        depth as f64 * INDENT
    }

    fn put_node(&mut self, at: usize) {
        let node = &self.scene.nodes[at];
        let rows: f64 = self.node_rows[at].iter().map(|row| row.height).sum();
        let size = Size::new(node.size.width, node.size.height.max(rows + 12.0));
        let rect = Rect::new(Point::new(self.indent(node.parent), self.bottom), size);
        self.nodes[at] = Some(rect);
        let top = rect.y + (rect.height - rows) / 2.0;
        let rows = std::mem::take(&mut self.node_rows[at]);
        self.fix_rows(&rows, rect.right(), top);
        self.bottom = rect.bottom() + GAP;
    }

    fn open_boundary(&mut self, at: usize) {
        let own = &self.scene.boundaries[at];
        let x = self.indent(own.parent);
        let top = self.bottom;
        self.boundaries[at] = Some(Rect::new(Point::new(x, top), own.size));
        let rows = std::mem::take(&mut self.boundary_rows[at]);
        let header = if own.leaf { 10.0 } else { HEADER_HEIGHT };
        let taken: f64 = rows.iter().map(|row| row.height).sum();
        // The right edge is not known before the content is; see `widen_boundaries`.
        self.fix_rows(&rows, 0.0, top + header);
        let least = if own.leaf { own.size.height } else { 0.0 };
        self.bottom = top + (header + taken + 4.0).max(least);
    }

    fn close_boundary(&mut self, at: usize) {
        let leaf = self.scene.boundaries[at].leaf;
        let pad = if leaf { 0.0 } else { INDENT - GAP };
        if let Some(rect) = &mut self.boundaries[at] {
            rect.height = self.bottom + pad - rect.y;
        }
        self.bottom += pad + GAP;
    }

    fn fix_rows(&mut self, rows: &[Row], x: f64, top: f64) {
        let mut y = top;
        for row in rows {
            let at = Some(Point::new(x, y + row.height / 2.0));
            if row.source {
                self.starts[row.flow] = at;
            } else {
                self.ends[row.flow] = at;
            }
            y += row.height;
        }
    }

    /// Gives every boundary the width of its content, from the inside out.
    fn widen_boundaries(&mut self) {
        let mut order = outside_in(&self.scene.boundaries);
        order.reverse();
        for at in order {
            let inside = self.children[at + 1].iter();
            let content = inside.filter_map(|child| self.rect(*child)).map(|rect| rect.right() + INDENT);
            let right = content.fold(0.0, f64::max);
            if let Some(rect) = &mut self.boundaries[at] {
                rect.width = rect.width.max(right - rect.x);
            }
        }
    }

    fn rect(&self, end: End) -> Option<Rect> {
        match end {
            End::Node(at) => self.nodes[at],
            End::Boundary(at) => self.boundaries[at],
        }
    }

    fn finish(self) -> Placed {
        let boxes = self.nodes.iter().chain(&self.boundaries).flatten();
        let right = boxes.map(Rect::right).fold(0.0, f64::max);
        let sizes = self.scene.flows.iter().filter_map(|flow| flow.size);
        let labels = sizes.map(|size| size.width).fold(0.0, f64::max);
        let lanes = right + GAP + labels + GAP;
        let shown = self.scene.flows.iter().filter(|flow| flow.ends.is_some());
        let width = lanes + shown.count() as f64 * LANE;
        let flows = self.routes(right + GAP, lanes);
        Placed {
            size: Size::new(round(width), round((self.bottom - GAP).max(0.0))),
            nodes: self.nodes.iter().map(|rect| rect.map(rounded)).collect(),
            boundaries: self.boundaries.iter().map(|rect| rect.map(rounded)).collect(),
            flows,
        }
    }

    fn routes(&self, labels: f64, lanes: f64) -> Vec<Option<Route>> {
        let mut lane = lanes;
        let mut out = Vec::new();
        for (flow, line) in self.scene.flows.iter().enumerate() {
            let heights = self.starts[flow].zip(self.ends[flow]);
            let Some(((source, target), (start, end))) = line.ends.zip(heights) else {
                out.push(None);
                continue;
            };
            let from = Point::new(self.right_of(source), start.y);
            let to = Point::new(self.right_of(target), end.y);
            let turn = [Point::new(lane, from.y), Point::new(lane, to.y)];
            let label = line.size.map(|size| rounded(Rect::new(Point::new(labels, from.y - size.height / 2.0), size)));
            let points = [from, turn[0], turn[1], to];
            out.push(Some(Route { points: points.map(|p| Point::new(round(p.x), round(p.y))).to_vec(), label }));
            lane += LANE;
        }
        out
    }

    fn right_of(&self, end: End) -> f64 {
        self.rect(end).map_or(0.0, |rect| rect.right())
    }
}

enum Step {
    Inside(usize),
    Box(End),
    Close(usize),
}

fn rounded(rect: Rect) -> Rect {
    Rect { x: round(rect.x), y: round(rect.y), width: round(rect.width), height: round(rect.height) }
}
