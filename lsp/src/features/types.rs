//! What a type inherits from, and what inherits from it.

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

/// The type at a byte, or that of the element there.
pub fn prepare(at: &Snapshot, file: FileId, byte: usize) -> Option<Item> {
    let id = match at.reference_at(file, byte).map(|reference| &reference.meaning) {
        Some(Meaning::Def(Def::Type(id))) => *id,
        Some(Meaning::Def(Def::Element(id))) => at.model().elements.get(*id)?.ty,
        _ => {
            let element = calls::prepare(at, file, byte)?;
            at.model().elements[calls::find(at, &element)?].ty
        }
    };
    item(at, id)
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
