//! The engine's answer, brought from coordinates inside each container to
//! coordinates of the whole picture, and checked for completeness.

use serde_json::Value;

use crate::geometry::{Placed, Point, Rect, Route, Size, round};
use crate::scene::Scene;

const LEAN: f64 = 1.2;

/// Reads the answer; everything the scene shows must have got a place.
pub fn read(scene: &Scene, answer: &Value) -> Result<Placed, String> {
    let mut placed = super::nothing(scene);
    placed.size = size(answer)?;
    collect(answer, Point::default(), &mut placed)?;
    check(scene, &placed)?;
    Ok(placed)
}

fn collect(container: &Value, origin: Point, placed: &mut Placed) -> Result<(), String> {
    for edge in list(container, "edges") {
        let (kind, at) = name(edge)?;
        let slot = placed.flows.get_mut(at).filter(|_| kind == 'f');
        *slot.ok_or("unknown flow in the answer")? = Some(route(edge, origin)?);
    }
    for child in list(container, "children") {
        let rect = rect(child, origin)?;
        let (kind, at) = name(child)?;
        let slots = match kind {
            'n' => &mut placed.nodes,
            _ => &mut placed.boundaries,
        };
        *slots.get_mut(at).ok_or("unknown box in the answer")? = Some(rect);
        collect(child, Point::new(rect.x, rect.y), placed)?;
    }
    Ok(())
}

fn check(scene: &Scene, placed: &Placed) -> Result<(), String> {
    let nodes = scene.nodes.iter().zip(&placed.nodes);
    let boundaries = scene.boundaries.iter().zip(&placed.boundaries);
    let flows = scene.flows.iter().zip(&placed.flows);
    let complete = nodes.into_iter().all(|(want, got)| want.hidden || got.is_some())
        && boundaries.into_iter().all(|(want, got)| want.hidden || got.is_some())
        && flows.into_iter().all(|(want, got)| want.ends.is_some() == got.is_some());
    if complete { Ok(()) } else { Err("parts of the diagram are missing from its answer".to_owned()) }
}

fn route(edge: &Value, origin: Point) -> Result<Route, String> {
    let mut points = Vec::new();
    for section in list(edge, "sections") {
        points.push(point(&section["startPoint"], origin)?);
        for bend in list(section, "bendPoints") {
            points.push(point(bend, origin)?);
        }
        points.push(point(&section["endPoint"], origin)?);
    }
    straighten(&mut points);
    if points.len() < 2 {
        return Err("a flow without a line".to_owned());
    }
    let label = list(edge, "labels").first();
    let label = label.map(|label| rect(label, origin)).transpose()?;
    Ok(Route { points, label })
}

/// The engine lets a line lean by up to a pixel; nothing looks more like a mistake.
fn straighten(points: &mut [Point]) {
    for at in 1..points.len() {
        let (before, here) = (points[at - 1], &mut points[at]);
        let (across, along) = ((here.x - before.x).abs(), (here.y - before.y).abs());
        if across <= LEAN && across < along {
            here.x = before.x;
        } else if along <= LEAN && along < across {
            here.y = before.y;
        }
    }
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// `n3` names node 3.
fn name(value: &Value) -> Result<(char, usize), String> {
    let id = value["id"].as_str().unwrap_or_default();
    let mut chars = id.chars();
    let kind = chars.next();
    kind.zip(chars.as_str().parse().ok()).ok_or_else(|| format!("unknown name `{id}` in the answer"))
}

fn point(value: &Value, origin: Point) -> Result<Point, String> {
    let at = Point::new(number(value, "x")?, number(value, "y")?).plus(origin);
    Ok(Point::new(round(at.x), round(at.y)))
}

fn size(value: &Value) -> Result<Size, String> {
    Ok(Size::new(round(number(value, "width")?), round(number(value, "height")?)))
}

fn rect(value: &Value, origin: Point) -> Result<Rect, String> {
    Ok(Rect::new(point(value, origin)?, size(value)?))
}

fn number(value: &Value, key: &str) -> Result<f64, String> {
    let number = value[key].as_f64().filter(|number| number.is_finite());
    number.ok_or_else(|| format!("no `{key}` in the answer"))
}
