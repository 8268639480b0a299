//! What a picture shows of a model: each node as itself, inside a collapsed boundary, as a stub, or not.

use super::map::Map;
use std::collections::{BTreeMap, BTreeSet};

/// Frames with nothing in them that one picture has room for.
const MOST_EMPTY: usize = 40;

/// How a node of the model appears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown<'a> {
    /// As itself.
    Itself(&'a str),
    /// Inside this boundary, which is drawn as one box.
    Within(&'a str),
    /// As a grey stand-in for an element or a boundary.
    Stub(&'a str),
    /// Not at all.
    Hidden,
}

/// What a picture shows.
pub struct Scope<'a> {
    shown: BTreeMap<&'a str, Shown<'a>>,
    /// Boundaries with nothing in them, which nothing else brings into the picture.
    empty: Vec<&'a str>,
}

impl<'a> Scope<'a> {
    /// Everything.
    pub fn whole(map: &Map<'a>) -> Self {
        let all = map.document.elements.iter();
        let shown = all.map(|element| (element.id.as_str(), Shown::Itself(&element.id)));
        Scope { shown: shown.collect(), empty: empty(map, |_| true) }
    }

    /// Everything, with some boundaries drawn as boxes.
    pub fn outline(map: &Map<'a>, collapsed: &BTreeSet<&'a str>) -> Self {
        let shown = map.document.elements.iter().map(|element| {
            let around = map.around(&element.id);
            let outermost = around.iter().rev().find(|boundary| collapsed.contains(boundary.id.as_str()));
            let shown = outermost.map_or(Shown::Itself(&element.id), |boundary| Shown::Within(&boundary.id));
            (element.id.as_str(), shown)
        });
        let apart = |id: &str| !map.around(id).iter().any(|outer| collapsed.contains(outer.id.as_str()));
        Scope { shown: shown.collect(), empty: empty(map, apart) }
    }

    /// One boundary with its contents, and stubs for what they talk to.
    pub fn boundary(map: &Map<'a>, boundary: &str, most: usize) -> Self {
        let all = map.document.elements.iter();
        let inside: BTreeSet<&str> =
            all.filter(|element| map.is_inside(&element.id, boundary)).map(|element| element.id.as_str()).collect();
        let crowded = inside.len() > most;
        let place = |id: &'a str| match crowded.then(|| child_around(map, id, boundary)).flatten() {
            Some(child) => Shown::Within(child),
            None => Shown::Itself(id),
        };
        let mut shown: BTreeMap<&str, Shown> = map
            .document
            .elements
            .iter()
            .filter(|element| inside.contains(element.id.as_str()))
            .map(|element| (element.id.as_str(), place(&element.id)))
            .collect();
        let outside = neighbours(map, &inside);
        let many = outside.len() > most;
        for id in outside {
            let outer = if many { outermost_apart(map, id, boundary) } else { None };
            shown.insert(id, Shown::Stub(outer.unwrap_or(id)));
        }
        let near = |id: &str| id == boundary || !crowded && map.is_inside(id, boundary);
        Scope { shown, empty: empty(map, near) }
    }

    /// Some elements, and what is in some boundaries.
    pub fn some(map: &Map<'a>, ids: &[String]) -> Self {
        let wanted: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
        let ends = map.document.flows.iter().filter(|flow| wanted.contains(flow.id.as_str()));
        let ends: BTreeSet<&str> = ends.flat_map(|flow| [flow.source.as_str(), flow.target.as_str()]).collect();
        let all = map.document.elements.iter().filter(|element| {
            let id = element.id.as_str();
            let around = map.around(id);
            wanted.contains(id)
                || ends.contains(id)
                || around.iter().any(|boundary| wanted.contains(boundary.id.as_str()))
        });
        let shown = all.map(|element| (element.id.as_str(), Shown::Itself(&element.id)));
        let named = |id: &str| wanted.contains(id) || map.around(id).iter().any(|one| wanted.contains(one.id.as_str()));
        Scope { shown: shown.collect(), empty: empty(map, named) }
    }

    /// How an element appears.
    pub fn of(&self, id: &str) -> Shown<'a> {
        self.shown.get(id).copied().unwrap_or(Shown::Hidden)
    }

    /// Ids of the elements that appear in any form but as stubs.
    pub fn elements(&self) -> BTreeSet<&'a str> {
        let drawn = self.shown.iter();
        drawn.filter(|(_, shown)| !matches!(shown, Shown::Stub(_) | Shown::Hidden)).map(|(id, _)| *id).collect()
    }

    /// Ids of the boundaries with nothing in them that appear as frames, as many as one can take in.
    pub fn empty(&self) -> &[&'a str] {
        &self.empty[..self.empty.len().min(MOST_EMPTY)]
    }

    /// How many boundaries with nothing in them do not appear.
    pub fn left_out(&self) -> usize {
        self.empty.len() - self.empty().len()
    }

    /// Ids of the boundaries that appear as boxes.
    pub fn boxes(&self) -> BTreeSet<&'a str> {
        let boxes = self.shown.values().filter_map(|shown| match shown {
            Shown::Within(id) => Some(*id),
            _ => None,
        });
        boxes.collect()
    }

    /// How many lines the picture has, those between the same two boxes counted once.
    pub fn lines(&self, map: &Map<'a>) -> usize {
        let ends = map.document.flows.iter().map(|flow| {
            let (source, target) = (self.of(&flow.source), self.of(&flow.target));
            (source.min(target), source.max(target))
        });
        let drawn = ends.filter(|(one, other)| one != other && *other != Shown::Hidden);
        drawn.collect::<BTreeSet<_>>().len()
    }

    /// How many boxes the picture has.
    pub fn size(&self) -> usize {
        let distinct: BTreeSet<&Shown> = self.shown.values().collect();
        distinct.iter().filter(|shown| ***shown != Shown::Hidden).count()
    }
}

/// Boundaries with neither elements nor boundaries in them.
fn empty<'a>(map: &Map<'a>, wanted: impl Fn(&str) -> bool) -> Vec<&'a str> {
    let all = map.document.boundaries.iter().map(|one| one.id.as_str());
    all.filter(|id| map.inner(id).is_empty() && map.members(id).is_empty() && wanted(id)).collect()
}

/// Outside ends of the flows of some elements.
fn neighbours<'a>(map: &Map<'a>, inside: &BTreeSet<&str>) -> BTreeSet<&'a str> {
    let mut out = BTreeSet::new();
    for flow in &map.document.flows {
        let ends = (inside.contains(flow.source.as_str()), inside.contains(flow.target.as_str()));
        match ends {
            (true, false) => out.insert(flow.target.as_str()),
            (false, true) => out.insert(flow.source.as_str()),
            _ => false,
        };
    }
    out
}

/// The boundary directly inside `outer` that an element is in.
fn child_around<'a>(map: &Map<'a>, id: &str, outer: &str) -> Option<&'a str> {
    let around = map.around(id);
    let at = around.iter().position(|boundary| boundary.id == outer)?;
    let child = around.get(at.checked_sub(1)?)?;
    Some(&child.id)
}

/// The outermost boundary around an element that is not around the other as well.
fn outermost_apart<'a>(map: &Map<'a>, id: &str, other: &str) -> Option<&'a str> {
    let shared: BTreeSet<&str> = map.around(other).iter().map(|boundary| boundary.id.as_str()).collect();
    let around = map.around(id);
    let apart = around.iter().rev().find(|boundary| !shared.contains(boundary.id.as_str()) && boundary.id != other);
    apart.map(|boundary| boundary.id.as_str())
}
