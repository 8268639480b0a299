//! Flows as calls: into an element come flows, into a flow comes its source.

use crate::snapshot::{Location, Snapshot};
use std::ops::Range;
use tm_compiler::decl::Kind;
use tm_compiler::ids::ElementId;
use tm_compiler::library::Def;
use tm_compiler::references::Meaning;
use tm_compiler::source::FileId;
use tm_compiler::value::Value;

/// An element or a flow in the hierarchy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub name: String,
    /// Its title.
    pub detail: String,
    /// Its kind.
    pub kind: Kind,
    /// The whole declaration.
    pub whole: Location,
    /// Its name.
    pub name_range: Range<usize>,
}

/// The item at a byte: an element, or the flow that is declared there.
pub fn prepare(at: &Snapshot, file: FileId, byte: usize) -> Option<Item> {
    let named = at.reference_at(file, byte).and_then(|reference| match reference.meaning {
        Meaning::Def(Def::Element(id)) => Some(id),
        _ => None,
    });
    let around = || {
        let decl = *at.around(file, byte).last()?;
        at.element_of(decl).map(|(id, _)| id)
    };
    let id = named.or_else(around)?;
    let joins = at.model().elements.get(id)?.kind;
    (joins.is_node() || joins == Kind::Flow).then(|| item(at, id))
}

fn item(at: &Snapshot, id: ElementId) -> Item {
    let element = &at.model().elements[id];
    let whole = at.location(element.whole);
    let name_range = at.decl(element.span).map_or(element.span.range(), |decl| decl.head().range());
    let name_range = if element.span == element.whole { whole.range.clone() } else { name_range };
    Item { name: element.id.to_string(), detail: element.title.to_string(), kind: element.kind, whole, name_range }
}

/// The element that an item means in a snapshot.
pub fn find(at: &Snapshot, item: &Item) -> Option<ElementId> {
    let span = at.span(&item.whole)?;
    at.model().elements.iter().find(|(_, element)| element.whole == span).map(|(id, _)| id)
}

/// What comes into an item: flows into an element, the source of a flow.
pub fn incoming(at: &Snapshot, id: ElementId) -> Vec<Item> {
    joined(at, id, true)
}

/// What goes out of an item: flows from an element, the target of a flow.
pub fn outgoing(at: &Snapshot, id: ElementId) -> Vec<Item> {
    joined(at, id, false)
}

fn joined(at: &Snapshot, id: ElementId, incoming: bool) -> Vec<Item> {
    let structure = &at.model().structure;
    if let Some((source, target)) = at.model().elements[id].ends {
        return vec![item(at, if incoming { source } else { target })];
    }
    let flows = if incoming { &structure.inflows } else { &structure.outflows };
    let flows = flows.get(id.0 as usize).map(|list| &list[..]).unwrap_or_default();
    flows.iter().filter_map(Value::element).map(|flow| item(at, flow)).collect()
}
