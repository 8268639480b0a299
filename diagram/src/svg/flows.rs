//! Painting flows: lines with rounded bends, arrow heads, labels.

use std::fmt::Write as _;

use crate::geometry::{Point, Rect, Route};
use crate::model::{Flow, Tone};
use crate::scene::{FlowLine, METER, SMALL};
use crate::svg::pen::{Anchor, Pen};
use crate::xml::number;

const BEND: f64 = 7.0;

/// Paints the line of a flow.
pub fn wire(pen: &mut Pen, flow: &Flow, title: &str, points: &[Point]) {
    pen.tone = flow.tone;
    pen.open_element("flow", &flow.id, &flow.members, title, None);
    line(pen, points, flow.both_ways, flow.dashed);
    pen.close_element(None);
    pen.tone = Tone::None;
}

/// Paints line and arrow heads, as the legend shows them too.
pub fn line(pen: &mut Pen, points: &[Point], both_ways: bool, dashed: bool) {
    let level = f64::from(pen.tone.level().unwrap_or(0));
    let thick = 1.5 + level * 0.25;
    let long = 8.0 + level * 0.5;
    let mut shaft = points.to_vec();
    let mut heads = vec![pull_back(&mut shaft, long)];
    if both_ways {
        shaft.reverse();
        heads.push(pull_back(&mut shaft, long));
        shaft.reverse();
    }
    let data = rounded(&shaft);
    let width = number(thick);
    let mut looks = vec![("stroke-width", width.as_str()), ("stroke-linejoin", "round")];
    if dashed {
        looks.push(("stroke-dasharray", "6 4"));
    }
    // A wide line that is not seen, for the mouse.
    let hit = [("stroke", "#000"), ("stroke-opacity", "0"), ("stroke-width", "12"), ("pointer-events", "stroke")];
    pen.path("hit", &data, &hit);
    pen.path("wire", &data, &looks);
    for (tip, base) in heads.into_iter().flatten() {
        pen.path("head", &head(tip, base), &[]);
    }
}

/// Shortens a line by an arrow head and tells where the head goes.
fn pull_back(points: &mut [Point], long: f64) -> Option<(Point, Point)> {
    let [.., before, tip] = points else {
        return None;
    };
    let all = before.distance(*tip);
    if all <= f64::EPSILON {
        return None;
    }
    let end = *tip;
    // The shaft reaches a little into the head, so that no gap shows.
    *tip = end.towards(*before, (long - 1.0).min(all * 0.9));
    Some((end, end.towards(*before, long)))
}

/// A slightly waisted triangle.
fn head(tip: Point, base: Point) -> String {
    let (dx, dy) = (base.x - tip.x, base.y - tip.y);
    let side = |sign: f64| Point::new(base.x - sign * dy * 0.46, base.y + sign * dx * 0.46);
    let (left, right) = (side(1.0), side(-1.0));
    let waist = base.towards(tip, tip.distance(base) * 0.22);
    let mut out = String::new();
    for (at, point) in [tip, left, waist, right].iter().enumerate() {
        let _ = write!(out, "{}{} {}", if at == 0 { "M" } else { "L" }, number(point.x), number(point.y));
    }
    out.push('Z');
    out
}

/// A path through `points` whose bends are rounded.
fn rounded(points: &[Point]) -> String {
    let mut out = String::new();
    for (at, point) in points.iter().enumerate() {
        let around = at.checked_sub(1).and_then(|before| points.get(before)).zip(points.get(at + 1));
        match around {
            Some((before, after)) => bend(&mut out, *before, *point, *after),
            None => step(&mut out, if at == 0 { "M" } else { "L" }, *point),
        }
    }
    out
}

fn bend(out: &mut String, before: Point, at: Point, after: Point) {
    let shortest = before.distance(at).min(at.distance(after)) / 2.0;
    let round = BEND.min(shortest);
    step(out, "L", at.towards(before, round));
    step(out, "Q", at);
    step(out, " ", at.towards(after, round));
}

fn step(out: &mut String, letter: &str, point: Point) {
    let _ = write!(out, "{letter}{} {}", number(point.x), number(point.y));
}

/// Paints a flow's label on its backing.
pub fn label(pen: &mut Pen, flow: &Flow, own: &FlowLine, route: &Route) {
    let Some(rect) = route.label else {
        return;
    };
    pen.tone = flow.tone;
    let class = format!("flow-label {}", super::style::tone_class(flow.tone));
    let all = flow.members.join(" ");
    let mut attributes = vec![("class", class.trim_end()), ("data-id", flow.id.as_str())];
    if !all.is_empty() {
        attributes.push(("data-all", &all));
    }
    pen.xml.open("g", &attributes);
    pen.rect("backing", rect.inset(0.5), 4.0, &[]);
    let meter = if flow.tone.level().is_some() { METER + 4.0 } else { 0.0 };
    pen.meter(Point::new(rect.x + 5.0, rect.center().y - 5.5));
    let middle = rect.x + meter + (rect.width - meter) / 2.0;
    let mut y = rect.center().y - own.lines.len() as f64 * SMALL.line() / 2.0;
    for words in &own.lines {
        pen.line("label", SMALL, Anchor::Middle, Point::new(middle, y), words);
        y += SMALL.line();
    }
    pen.xml.close();
    pen.tone = Tone::None;
}

/// Moves the end of a line that stops at the box around a round shape onto the
/// shape itself. `round` is the radius of its corners.
pub fn touch(end: Point, rect: Rect, round: f64) -> Point {
    let across = beyond(end.x, rect.x + round, rect.right() - round);
    let along = beyond(end.y, rect.y + round, rect.bottom() - round);
    let gap = |off: f64| round - (round * round - off * off).max(0.0).sqrt();
    let near = |a: f64, b: f64| (a - b).abs() < 1.0;
    if near(end.y, rect.y) {
        Point::new(end.x, end.y + gap(across))
    } else if near(end.y, rect.bottom()) {
        Point::new(end.x, end.y - gap(across))
    } else if near(end.x, rect.x) {
        Point::new(end.x + gap(along), end.y)
    } else if near(end.x, rect.right()) {
        Point::new(end.x - gap(along), end.y)
    } else {
        end
    }
}

/// How far `value` is outside of the range.
fn beyond(value: f64, low: f64, high: f64) -> f64 {
    (low - value).max(value - high).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_move_onto_round_corners() {
        let rect = Rect { x: 0.0, y: 0.0, width: 100.0, height: 40.0 };
        assert_eq!(touch(Point::new(50.0, 0.0), rect, 20.0), Point::new(50.0, 0.0));
        assert_eq!(touch(Point::new(0.0, 20.0), rect, 20.0), Point::new(0.0, 20.0));
        let corner = touch(Point::new(4.0, 40.0), rect, 20.0);
        assert!((corner.distance(Point::new(20.0, 20.0)) - 20.0).abs() < 1e-9);
    }

    #[test]
    fn a_line_without_length_has_no_head() {
        let mut points = [Point::default(), Point::default()];
        assert!(pull_back(&mut points, 8.0).is_none());
        assert_eq!(rounded(&points), "M0 0L0 0");
    }
}
