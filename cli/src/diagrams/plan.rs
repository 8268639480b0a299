//! Which pictures a model gets: one where that is readable, else an overview and one per boundary.

use super::map::{Map, named};
use super::scope::Scope;
use std::collections::BTreeSet;

/// Nodes that one picture shows without losing its reader.
pub const READABLE: usize = 40;
/// Nodes beyond which the full picture is drawn without text on its flows.
pub const LABELLED: usize = 500;
/// Nodes beyond which there is no full picture.
pub const DRAWABLE: usize = 5_000;
/// Pictures of single boundaries in one report.
const MOST_PICTURES: usize = 60;

/// A picture to draw.
pub struct Planned<'a> {
    /// File name without ending, and name in reports: `overview`, or the id of a boundary or view.
    pub name: String,
    /// Heading.
    pub title: String,
    /// What it shows.
    pub scope: Scope<'a>,
}

/// The pictures of a model, the one to see first in front; and what was left out.
pub fn all<'a>(map: &Map<'a>) -> (Vec<Planned<'a>>, Option<String>) {
    let mut out = vec![first(map)];
    let mut left_out = None;
    if map.document.elements.len() > READABLE {
        let leaves = map.leaves();
        let parts = leaves.iter().take(MOST_PICTURES);
        out.extend(parts.map(|boundary| Planned {
            name: boundary.id.clone(),
            title: named(&boundary.title, &boundary.id).to_owned(),
            scope: Scope::boundary(map, &boundary.id, READABLE),
        }));
        if leaves.len() > MOST_PICTURES {
            left_out = Some(format!(
                "pictures of {MOST_PICTURES} of {} boundaries; `tm diagram --boundary NAME` draws any other",
                leaves.len()
            ));
        }
    }
    out.extend(map.document.views.iter().map(|view| Planned {
        name: view.name.clone(),
        title: named(&view.title, &view.name).to_owned(),
        scope: Scope::some(map, &view.include),
    }));
    (out, left_out)
}

/// The picture a reader sees first.
pub fn first<'a>(map: &Map<'a>) -> Planned<'a> {
    let model = &map.document.model;
    let scope = if map.document.elements.len() <= READABLE {
        Scope::whole(map)
    } else {
        overview(map)
    };
    Planned {
        name: "overview".to_owned(),
        title: named(&model.title, &model.name).to_owned(),
        scope,
    }
}

/// Collapses leaf boundaries, then what is around them, until the picture is readable.
fn overview<'a>(map: &Map<'a>) -> Scope<'a> {
    let mut collapsed: BTreeSet<&str> = map.leaves().iter().map(|one| one.id.as_str()).collect();
    loop {
        let scope = Scope::outline(map, &collapsed);
        let next: BTreeSet<&str> = map
            .document
            .boundaries
            .iter()
            .filter(|one| !collapsed.contains(one.id.as_str()) && closed(map, &one.id, &collapsed))
            .map(|one| one.id.as_str())
            .collect();
        if scope.size() <= READABLE || next.is_empty() {
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
