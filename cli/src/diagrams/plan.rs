//! Which pictures a model gets: one where that is readable, else an overview and one per boundary.

use super::map::{self, Map};
use super::picture::{Wishes, draw};
use super::scope::Scope;
use std::collections::BTreeSet;
use tm_compiler::document::{Boundary, View};
use tm_diagram::{Diagram, Direction, Engine, Rendered, render_svg};

/// The name of the picture that a reader sees first.
const OVERVIEW: &str = "overview";
/// Nodes that one picture shows without losing its reader.
pub const READABLE: usize = 40;
/// Nodes beyond which the full picture is drawn without text on its flows.
const LABELLED: usize = 500;
/// Nodes beyond which there is no full picture.
pub const DRAWABLE: usize = 5_000;
/// Lines in a picture beyond which it is collapsed further, and beyond which lines carry no text.
const LINES: usize = 60;
/// Lines beyond which a layered layout takes minutes and shows nothing.
const TANGLE: usize = 150;
/// Pictures of single boundaries in one report.
const MOST_PICTURES: usize = 60;
/// Boxes and lines in all pictures of boundaries together, in models beyond [`LABELLED`].
const MOST_WORK: usize = 900;

/// A picture to draw.
pub struct Planned<'a> {
    /// File name without ending, and name in reports: `overview`, or the id of a boundary or view.
    pub name: String,
    /// Heading.
    pub title: String,
    /// What it shows.
    pub scope: Scope<'a>,
}

impl<'a> Planned<'a> {
    fn boundary(map: &Map<'a>, boundary: &'a Boundary) -> Self {
        let full = Scope::boundary(map, &boundary.id, READABLE);
        // Few boxes with many lines are no more readable than many boxes.
        let scope = if full.lines(map) > LINES { Scope::boundary(map, &boundary.id, 0) } else { full };
        Planned { name: boundary.id.clone(), title: map::named(&boundary.title, &boundary.id).to_owned(), scope }
    }

    fn view(map: &Map<'a>, view: &'a View) -> Self {
        Planned {
            name: view.name.clone(),
            title: map::named(&view.title, &view.name).to_owned(),
            scope: Scope::some(map, &view.include),
        }
    }

    /// Draws it as far as it can be drawn in good time.
    pub fn render(&self, map: &Map, direction: Direction) -> Rendered {
        render(map, &self.scope, &self.title, direction)
    }
}

/// Draws a scope: without text on lines where there are many. Where they would tangle, between boxes of whole boundaries
/// only those with the highest risk are drawn, and else all of them as a list.
pub fn render(map: &Map, scope: &Scope, title: &str, direction: Direction) -> Rendered {
    let mut rendered = picture(map, scope, title, direction);
    if scope.left_out() > 0 {
        let told = format!("{} more boundaries have nothing in them", scope.left_out());
        rendered.note = Some(rendered.note.map_or(told.clone(), |note| format!("{note}; {told}")));
    }
    rendered
}

fn picture(map: &Map, scope: &Scope, title: &str, direction: Direction) -> Rendered {
    let lines = scope.lines(map);
    let wishes = Wishes {
        title: title.to_owned(),
        direction,
        bare: lines > LINES && scope.size() > READABLE || lines > TANGLE || scope.size() > LABELLED,
    };
    let mut diagram = draw(map, scope, &wishes);
    if lines <= TANGLE || scope.size() > LABELLED || lines <= 2 * scope.size() {
        return render_svg(&diagram, Engine::Elk);
    }
    let (engine, told) = if scope.boxes().is_empty() {
        (Engine::List, format!("{lines} connections would tangle; drawn as a list"))
    } else {
        keep_worst(&mut diagram);
        (
            Engine::Elk,
            format!("of {lines} connections the {LINES} with the highest risk; the pictures of boundaries show theirs"),
        )
    };
    let mut rendered = render_svg(&diagram, engine);
    let before = rendered.note.map_or(String::new(), |note| format!("; {note}"));
    rendered.note = Some(told + &before);
    rendered
}

/// Keeps the lines with the highest risk, of equal ones those that stand for more flows, in their order.
fn keep_worst(diagram: &mut Diagram) {
    let mut ranked: Vec<usize> = (0..diagram.flows.len()).collect();
    ranked.sort_by_key(|at| {
        std::cmp::Reverse(diagram.flows.get(*at).map(|flow| (flow.tone.level(), flow.members.len())))
    });
    ranked.truncate(LINES);
    let mut index = 0;
    diagram.flows.retain(|_| {
        index += 1;
        ranked.contains(&(index - 1))
    });
}

/// The pictures of a model, the one to see first in front; and what was left out.
pub fn all<'a>(map: &Map<'a>) -> (Vec<Planned<'a>>, Option<String>) {
    let mut out = vec![first(map)];
    let mut left_out = None;
    if map.document.elements.len() > READABLE {
        let filled = map.filled();
        let parts = parts(map, &filled, &out[0].scope.boxes());
        if parts.len() < filled.len() {
            left_out = Some(format!(
                "with pictures of the {} of {} boundaries that matter most; `tm diagram --boundary NAME` draws any other",
                parts.len(),
                filled.len()
            ));
        }
        out.extend(parts);
    }
    out.extend(map.document.views.iter().map(|view| Planned::view(map, view)));
    (out, left_out)
}

/// The names of all pictures of a model, the one to see first in front. Drawing one costs, naming it does not.
pub fn names(map: &Map) -> Vec<String> {
    let crowded = map.document.elements.len() > READABLE;
    let filled = if crowded { map.filled() } else { Vec::new() };
    let parts = filled.into_iter().map(|boundary| boundary.id.clone());
    let views = map.document.views.iter().map(|view| view.name.clone());
    std::iter::once(OVERVIEW.to_owned()).chain(parts).chain(views).collect()
}

/// The picture with a name.
pub fn named<'a>(map: &Map<'a>, name: &str) -> Option<Planned<'a>> {
    let view = map.document.views.iter().find(|view| view.name == name);
    let view = view.map(|view| Planned::view(map, view));
    view.or_else(|| map.boundary(name).map(|boundary| Planned::boundary(map, boundary)))
}

/// Pictures of boundaries: all where that is not too much work, else first those that the overview shows as boxes,
/// then those with the highest risks.
fn parts<'a>(map: &Map<'a>, filled: &[&'a Boundary], boxes: &BTreeSet<&str>) -> Vec<Planned<'a>> {
    let mut ranked: Vec<usize> = (0..filled.len()).collect();
    ranked.sort_by_key(|index| {
        let id = filled.get(*index).map_or("", |one| one.id.as_str());
        std::cmp::Reverse((boxes.contains(id), map.inner(id).is_empty(), map.tally(id).worst))
    });
    ranked.truncate(MOST_PICTURES);
    let large = map.document.elements.len() > LABELLED;
    let mut work = 0;
    let mut chosen: Vec<(usize, Planned)> = Vec::new();
    for index in ranked {
        let Some(boundary) = filled.get(index) else {
            continue;
        };
        let planned = Planned::boundary(map, boundary);
        let cost = planned.scope.size() + planned.scope.lines(map);
        if large && work + cost > MOST_WORK {
            continue;
        }
        work += cost;
        chosen.push((index, planned));
    }
    chosen.sort_by_key(|(index, _)| *index);
    chosen.into_iter().map(|(_, planned)| planned).collect()
}

/// The picture a reader sees first.
pub fn first<'a>(map: &Map<'a>) -> Planned<'a> {
    let model = &map.document.model;
    let scope = if map.document.elements.len() <= READABLE { Scope::whole(map) } else { overview(map) };
    Planned { name: OVERVIEW.to_owned(), title: map::named(&model.title, &model.name).to_owned(), scope }
}

/// Collapses leaf boundaries, then what is around them, until the picture is readable.
fn overview<'a>(map: &Map<'a>) -> Scope<'a> {
    let mut collapsed: BTreeSet<&str> = map.leaves().iter().map(|one| one.id.as_str()).collect();
    loop {
        let scope = Scope::outline(map, &collapsed);
        if scope.size() < 2 && map.document.elements.len() <= LABELLED {
            return Scope::whole(map); // all in one box says nothing
        }
        let next: BTreeSet<&str> = map
            .document
            .boundaries
            .iter()
            .filter(|one| !collapsed.contains(one.id.as_str()) && closed(map, &one.id, &collapsed))
            .map(|one| one.id.as_str())
            .collect();
        let readable = scope.size() <= READABLE && scope.lines(map) <= LINES;
        if readable || next.is_empty() {
            return scope;
        }
        collapsed.extend(next);
    }
}

/// Whether all boundaries inside are collapsed, so that this one may be.
fn closed(map: &Map, id: &str, collapsed: &BTreeSet<&str>) -> bool {
    let inner = map.inner(id);
    !inner.is_empty() && inner.iter().all(|one| collapsed.contains(one.id.as_str()))
}
