//! What a type inherits from, and what inherits from it.

use crate::describe::declared_types;
use crate::features::calls;
use crate::snapshot::{Location, Snapshot};
use std::ops::Range;
use tm_compiler::ids::TypeId;
use tm_compiler::library::Def;
use tm_compiler::references::Meaning;
use tm_compiler::source::FileId;

/// A type in the hierarchy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// Its title.
    pub detail: String,
    /// The whole declaration.
    pub whole: Location,
    /// Its name.
    pub name_range: Range<usize>,
}

/// The type at a byte, or those of the element there.
pub fn prepare(at: &Snapshot, file: FileId, byte: usize) -> Vec<Item> {
    let of = |id| at.model().elements.get(id).map(|element| element.ty);
    let id = match at.reference_at(file, byte).map(|reference| &reference.meaning) {
        Some(Meaning::Def(Def::Type(id))) => Some(*id),
        Some(Meaning::Def(Def::Element(id))) => of(*id),
        _ => calls::prepare(at, file, byte).and_then(|element| of(calls::find(at, &element)?)),
    };
    let types = id.map(|id| declared_types(at, id)).unwrap_or_default();
    types.into_iter().filter_map(|id| item(at, id)).collect()
}

fn item(at: &Snapshot, id: TypeId) -> Option<Item> {
    let info = &at.library().types[id];
    let span = info.span?;
    let decl = at.decl(span)?;
    let (name, detail) = (info.name.to_string(), info.title.to_string());
    Some(Item { name, detail, whole: at.location(decl.span), name_range: span.range() })
}

/// The type that an item means in a snapshot.
pub fn find(at: &Snapshot, item: &Item) -> Option<TypeId> {
    let wanted = Location { path: item.whole.path.clone(), range: item.name_range.clone() };
    let span = at.span(&wanted)?;
    at.library().types.iter().find(|(_, info)| info.span == Some(span) && *info.name == *item.name).map(|(id, _)| id)
}

/// What a type inherits from directly; kinds have no place in a file and are left out.
pub fn supertypes(at: &Snapshot, id: TypeId) -> Vec<Item> {
    at.library().types[id].bases.iter().filter_map(|base| item(at, *base)).collect()
}

/// What inherits from a type directly.
pub fn subtypes(at: &Snapshot, id: TypeId) -> Vec<Item> {
    let all = at.library().types.iter();
    all.filter(|(_, info)| info.bases.contains(&id)).filter_map(|(id, _)| item(at, id)).collect()
}
