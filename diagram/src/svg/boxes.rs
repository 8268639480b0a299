//! Painting nodes and boundaries.

use crate::geometry::{Point, Rect};
use crate::model::{Boundary, Node, Shape, Tone};
use crate::scene::{BoundaryBox, HEADER, ICON, NAME, NodeBox, PLATE_HEIGHT, SMALL, SMALL_ICON, Stack, badge_width};
use crate::svg::pen::{Anchor, Pen};
use crate::text;
use crate::xml::number;

/// Roundest corner of a process.
pub const ROUNDEST: f64 = 32.0;

const LINE: (&str, &str) = ("stroke-width", "1.5");

/// Paints a node.
pub fn node(pen: &mut Pen, node: &Node, own: &NodeBox, rect: Rect) {
    pen.tone = node.tone;
    let title = spoken(&node.about, &[&node.label, &node.subtitle, &node.badge], &node.id);
    pen.open_element("node", &node.id, &[], &title, node.href.as_deref());
    shape(pen, node.shape, node.external, rect);
    let name = if node.shape == Shape::Stub { "stub-name" } else { "name" };
    pen.icon(node.icon.as_ref(), icon_place(&own.text, rect), ICON);
    stack(pen, name, &own.text, &node.badge, rect);
    pen.close_element(node.href.as_deref());
    pen.tone = Tone::None;
}

/// Radius of the corners of a node's outline.
pub fn corner(shape: Shape, rect: Rect) -> f64 {
    match shape {
        Shape::Process => (rect.height.min(rect.width) / 2.0).min(ROUNDEST),
        Shape::Stub => 6.0,
        Shape::Actor | Shape::Store => 0.0,
    }
}

/// Paints the outline alone, as the legend shows it too.
pub fn shape(pen: &mut Pen, shape: Shape, external: bool, rect: Rect) {
    let round = corner(shape, rect);
    match (shape, external) {
        (Shape::Process, false) => pen.rect("shape process", rect, round, &[LINE]),
        (Shape::Actor, false) => pen.rect("shape actor", rect, 1.0, &[LINE]),
        (Shape::Process | Shape::Actor, true) => {
            pen.rect("shape outside", rect, round.max(1.0), &[LINE]);
            pen.rect("outline", rect.inset(3.5), (round - 3.5).max(0.0), &[("stroke-width", "1")]);
        }
        (Shape::Stub, _) => {
            pen.rect("shape stub", rect, round, &[("stroke-width", "1"), ("stroke-dasharray", "2 3")]);
        }
        (Shape::Store, _) => store(pen, external, rect),
    }
}

fn store(pen: &mut Pen, external: bool, rect: Rect) {
    pen.rect("store", rect, 0.0, &[]);
    let mut lines = vec![rect.y, rect.bottom()];
    if external {
        lines.extend([rect.y + 3.5, rect.bottom() - 3.5]);
    }
    let rails: Vec<String> =
        lines.iter().map(|y| format!("M{} {}H{}", number(rect.x), number(*y), number(rect.right()))).collect();
    pen.path("shape rail", &rails.join(""), &[("stroke-width", "2")]);
}

/// Where the icon of a box goes: before the texts, with which it is in the middle together.
fn icon_place(stack: &Stack, rect: Rect) -> Point {
    let middle = rect.center();
    Point::new(middle.x - stack.size().width / 2.0, middle.y - ICON / 2.0)
}

/// Paints the texts in the middle of a box, or of what an icon leaves of it.
fn stack(pen: &mut Pen, class: &str, stack: &Stack, badge: &str, rect: Rect) {
    let middle = rect.center().plus(Point::new(stack.icon / 2.0, 0.0));
    let mut y = middle.y - stack.texts_height() / 2.0;
    for words in &stack.name {
        pen.line(class, NAME, Anchor::Middle, Point::new(middle.x, y), words);
        y += NAME.line();
    }
    for words in &stack.subtitle {
        pen.line("small", SMALL, Anchor::Middle, Point::new(middle.x, y), words);
        y += SMALL.line();
    }
    pen.badge(Point::new(middle.x - stack.badge / 2.0, y + 4.0), badge);
}

/// Paints the box of a boundary; the header of an open one comes later, on top.
pub fn boundary(pen: &mut Pen, boundary: &Boundary, own: &BoundaryBox, rect: Rect) {
    pen.tone = boundary.tone;
    let title = spoken(&boundary.about, &[&boundary.label, &boundary.subtitle, &boundary.badge], &boundary.id);
    let href = boundary.href.as_deref();
    pen.open_element("boundary", &boundary.id, &[], &title, href);
    if boundary.collapsed {
        collapsed(pen, rect);
        pen.icon(boundary.icon.as_ref(), icon_place(&own.text, front(rect)), ICON);
        stack(pen, "name", &own.text, &boundary.badge, front(rect));
    } else {
        open(pen, own.depth, rect);
    }
    pen.close_element(href);
    pen.tone = Tone::None;
}

/// Paints the dashed box of an open boundary.
pub fn open(pen: &mut Pen, depth: usize, rect: Rect) {
    let class = format!("shape boundary-{}", depth.min(3));
    pen.rect(&class, rect, 8.0, &[("stroke-width", "1.3"), ("stroke-dasharray", "7 4")]);
}

/// Paints a collapsed boundary: a sheet with another behind it.
pub fn collapsed(pen: &mut Pen, rect: Rect) {
    let mut back = front(rect);
    back.x += 5.0;
    back.y += 5.0;
    pen.rect("collapsed", back, 8.0, &[("stroke-width", "1")]);
    pen.rect("shape collapsed", front(rect), 8.0, &[LINE]);
}

fn front(rect: Rect) -> Rect {
    Rect { width: rect.width - 5.0, height: rect.height - 5.0, ..rect }
}

/// Paints name, subtitle and badge in the top left corner of an open boundary.
pub fn header(pen: &mut Pen, boundary: &Boundary, own: &BoundaryBox, rect: Rect) {
    pen.tone = boundary.tone;
    let gap = |wide: f64| if wide > 0.0 { wide + 8.0 } else { 0.0 };
    let badge = badge_width(boundary.tone, &boundary.badge);
    let icon = boundary.icon.as_ref().map_or(0.0, |_| SMALL_ICON);
    // Engines need not keep to the least width; texts give way before they stick out.
    let room = rect.width - 20.0 - gap(badge) - gap(icon);
    let words = text::fit(&own.name, HEADER, room);
    let name = text::width(&words, HEADER);
    let rest = room - gap(name);
    let small = if rest < 24.0 { String::new() } else { text::fit(&own.subtitle, SMALL, rest) };
    let subtitle = text::width(&small, SMALL);
    let wide = gap(icon) + gap(name) + gap(subtitle) + gap(badge);
    if wide > 0.0 {
        let plate = Rect { x: rect.x + 8.0, y: rect.y + 6.0, width: wide, height: PLATE_HEIGHT };
        pen.rect(&format!("plate-{}", own.depth.min(3)), plate, 4.0, &[]);
    }
    let mut at = Point::new(rect.x + 12.0, rect.y + 9.5);
    pen.icon(boundary.icon.as_ref(), at, SMALL_ICON);
    at.x += gap(icon);
    pen.line("name", HEADER, Anchor::Start, at, &words);
    at.x += gap(name);
    let lower = Point::new(at.x, at.y + 1.0);
    pen.line("small", SMALL, Anchor::Start, lower, &small);
    at.x += gap(subtitle);
    pen.badge(Point::new(at.x, rect.y + 8.0), &boundary.badge);
    pen.tone = Tone::None;
}

/// What is to be said, or the texts that are there, or the identity when there are none.
fn spoken(about: &str, texts: &[&str], id: &str) -> String {
    let texts = if about.is_empty() { texts } else { &[about] };
    let there: Vec<&str> = texts.iter().copied().filter(|text| !text.trim().is_empty()).collect();
    if there.is_empty() { id.to_owned() } else { there.join(" · ") }
}
