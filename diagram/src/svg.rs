//! Painting a placed diagram as SVG.
//!
//! Order matters: boundaries at the back, then lines, nodes, labels, and the
//! headers of boundaries on top. Every element is a group with `data-id`,
//! `tabindex` and a title, so that a page can make it live.

mod boxes;
mod flows;
mod legend;
mod pen;
pub mod style;

use crate::geometry::{Placed, Point, Rect, Route, Size};
use crate::model::{End, Tone};
use crate::scene::{Scene, outside_in};
use crate::text::{self, Font};
use crate::xml::{Xml, number};
use legend::Legend;
use pen::{Anchor, Pen};
use style::Theme;

const MARGIN: f64 = 24.0;
const TITLE: Font = Font { size: 17.0, bold: true };
const TITLE_HEIGHT: f64 = 38.0;
/// Fonts by name, the one that PNG pictures embed first.
pub const FONTS: &str = "'Noto Sans','Segoe UI',Roboto,'Helvetica Neue',Arial,'DejaVu Sans',sans-serif";

/// Paints the picture.
pub fn paint(scene: &Scene, placed: &Placed, theme: Theme) -> String {
    let page = Page::new(scene, placed);
    let mut pen = Pen { xml: Xml::default(), theme, tone: Tone::None };
    page.open(&mut pen, scene);
    boundaries(&mut pen, scene, placed);
    wires(&mut pen, scene, placed);
    nodes(&mut pen, scene, placed);
    labels(&mut pen, scene, placed);
    headers(&mut pen, scene, placed);
    pen.xml.close();
    page.legend.paint(&mut pen, page.legend_at, page.inner);
    pen.xml.finish()
}

/// Where title, picture and legend go.
struct Page {
    size: Size,
    inner: f64,
    title: String,
    picture_at: Point,
    legend: Legend,
    legend_at: Point,
}

impl Page {
    fn new(scene: &Scene, placed: &Placed) -> Self {
        let diagram = scene.diagram;
        let title = text::fit(&diagram.title, TITLE, 640.0);
        let legend_width = Legend::least_width(&diagram.legend);
        let least = text::width(&title, TITLE).max(legend_width);
        let comfortable = if diagram.legend.is_empty() { 0.0 } else { 500.0 };
        let inner = placed.size.width.max(least).max(comfortable).ceil();
        let legend = Legend::new(&diagram.legend, inner);
        let top = MARGIN + if title.is_empty() { 0.0 } else { TITLE_HEIGHT };
        let picture_at = Point::new(MARGIN + (inner - placed.size.width) / 2.0, top);
        let below = top + placed.size.height;
        let legend_room = if legend.height > 0.0 { legend.height + 26.0 } else { 0.0 };
        let height = (below + legend_room + MARGIN).ceil();
        Page {
            size: Size::new(inner + 2.0 * MARGIN, height),
            inner,
            title,
            picture_at,
            legend,
            legend_at: Point::new(MARGIN, below + 30.0),
        }
    }

    /// Writes all that comes before the elements, and opens their group.
    fn open(&self, pen: &mut Pen, scene: &Scene) {
        let (width, height) = (number(self.size.width), number(self.size.height));
        let view = format!("0 0 {width} {height}");
        let attributes = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", "tm-diagram"),
            ("viewBox", &view),
            ("width", &width),
            ("height", &height),
            ("role", "graphics-document"),
            ("font-family", FONTS),
        ];
        pen.xml.open("svg", &attributes);
        let title = text::clean(&scene.diagram.title);
        if !title.is_empty() {
            pen.xml.text("title", &[], &title);
        }
        pen.xml.text("style", &[], &style::sheet(pen.theme));
        pen.rect("page", Rect::new(Point::default(), self.size), 0.0, &[]);
        pen.line("name", TITLE, Anchor::Start, Point::new(MARGIN, MARGIN - 4.0), &self.title);
        let at = self.picture_at;
        let shift = format!("translate({} {})", number(at.x), number(at.y));
        pen.xml.open("g", &[("class", "picture"), ("transform", &shift)]);
    }
}

fn boundaries(pen: &mut Pen, scene: &Scene, placed: &Placed) {
    for at in outside_in(&scene.boundaries) {
        if let Some(rect) = placed.boundaries[at] {
            boxes::boundary(pen, &scene.diagram.boundaries[at], &scene.boundaries[at], rect);
        }
    }
}

fn headers(pen: &mut Pen, scene: &Scene, placed: &Placed) {
    for at in outside_in(&scene.boundaries) {
        let boundary = &scene.diagram.boundaries[at];
        let Some(rect) = placed.boundaries[at].filter(|_| !boundary.collapsed) else {
            continue;
        };
        let tone = style::tone_class(boundary.tone);
        let class = format!("boundary-header {tone}");
        pen.xml.open("g", &[("class", class.trim_end()), ("data-id", &boundary.id)]);
        boxes::header(pen, boundary, &scene.boundaries[at], rect);
        pen.xml.close();
    }
}

fn nodes(pen: &mut Pen, scene: &Scene, placed: &Placed) {
    let all = scene.diagram.nodes.iter().zip(&scene.nodes).zip(&placed.nodes);
    for ((node, own), rect) in all {
        if let Some(rect) = rect {
            boxes::node(pen, node, own, *rect);
        }
    }
}

fn wires(pen: &mut Pen, scene: &Scene, placed: &Placed) {
    let all = scene.diagram.flows.iter().zip(&scene.flows).zip(&placed.flows);
    for ((flow, own), route) in all {
        let Some((route, (source, target))) = route.as_ref().zip(own.ends) else {
            continue;
        };
        let points = touching(scene, placed, route, source, target);
        let title = if flow.about.is_empty() { spoken(scene, flow, source, target) } else { flow.about.clone() };
        flows::wire(pen, flow, &title, &points);
    }
}

/// Label and ends of a flow in a line of text.
fn spoken(scene: &Scene, flow: &crate::model::Flow, source: End, target: End) -> String {
    let arrow = if flow.both_ways { "↔" } else { "→" };
    let ends = format!("{} {arrow} {}", name(scene, source), name(scene, target));
    let label = flow.label.trim();
    if label.is_empty() { ends } else { format!("{label}: {ends}") }
}

fn labels(pen: &mut Pen, scene: &Scene, placed: &Placed) {
    let all = scene.diagram.flows.iter().zip(&scene.flows).zip(&placed.flows);
    for ((flow, own), route) in all {
        if let Some(route) = route {
            flows::label(pen, flow, own, route);
        }
    }
}

/// The line with its ends on the outlines rather than on the boxes around them.
fn touching(scene: &Scene, placed: &Placed, route: &Route, source: End, target: End) -> Vec<Point> {
    let mut points = route.points.clone();
    let onto = |end: End, point: Point| match end {
        End::Node(at) => placed.nodes[at]
            .map_or(point, |rect| flows::touch(point, rect, boxes::corner(scene.diagram.nodes[at].shape, rect))),
        End::Boundary(_) => point,
    };
    if let Some(first) = points.first_mut() {
        *first = onto(source, *first);
    }
    if let Some(last) = points.last_mut() {
        *last = onto(target, *last);
    }
    points
}

fn name<'a>(scene: &'a Scene, end: End) -> &'a str {
    let (label, id) = match end {
        End::Node(at) => (&scene.diagram.nodes[at].label, &scene.diagram.nodes[at].id),
        End::Boundary(at) => (&scene.diagram.boundaries[at].label, &scene.diagram.boundaries[at].id),
    };
    if label.trim().is_empty() { id } else { label }
}
