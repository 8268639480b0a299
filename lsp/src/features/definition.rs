//! Going to where a name is declared, to its type, and to what implements it.

use crate::describe::declared_types;
use crate::snapshot::{Location, Snapshot, View};
use tm_compiler::ids::{ControlId, RuleId, TypeId};
use tm_compiler::library::Def;
use tm_compiler::package::PackageId;
use tm_compiler::references::Meaning;
use tm_compiler::source::{FileId, Span};
use tm_compiler::value::Type;

/// Where the name at a byte is declared.
pub fn definition(at: &Snapshot, file: FileId, byte: usize) -> Option<Location> {
    let reference = at.reference_at(file, byte)?;
    match (&reference.meaning, reference.declared) {
        (_, Some(declared)) => Some(at.location(declared)),
        (Meaning::Package(id), None) => package(at, *id),
        _ => None,
    }
}

/// The beginning of a package's first file.
pub fn package(at: &Snapshot, id: PackageId) -> Option<Location> {
    let first = at.study.packages.get(id)?.files.first()?;
    Some(at.location(Span::new(*first, &(0..0))))
}

/// Where the type of the thing at a byte is declared, or its types.
pub fn type_definition(at: &Snapshot, file: FileId, byte: usize) -> Vec<Location> {
    let spans = at.reference_at(file, byte).map(|reference| spans_of(at, &reference.meaning)).unwrap_or_default();
    spans.into_iter().map(|span| at.location(span)).collect()
}

fn spans_of(at: &Snapshot, meaning: &Meaning) -> Vec<Span> {
    let library = at.library();
    match meaning {
        Meaning::Def(Def::Element(id)) => {
            at.model().elements.get(*id).map(|element| type_spans(at, element.ty)).unwrap_or_default()
        }
        Meaning::Def(Def::Type(id)) => type_spans(at, *id),
        Meaning::Value(id, _) => library.enums.get(*id).map(|info| info.span).into_iter().collect(),
        Meaning::Variable(ty) => spans_of_type(at, ty),
        Meaning::Property(owner, prop) => {
            let property = library.types[*owner].properties.get(prop);
            property.map(|property| spans_of_type(at, &property.ty)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

fn type_spans(at: &Snapshot, id: TypeId) -> Vec<Span> {
    declared_types(at, id).into_iter().filter_map(|id| at.library().types[id].span).collect()
}

fn spans_of_type(at: &Snapshot, ty: &Type) -> Vec<Span> {
    match ty {
        Type::Element(id) => type_spans(at, *id),
        Type::Enum(id) => at.library().enums.get(*id).map(|info| info.span).into_iter().collect(),
        Type::List(member) => spans_of_type(at, member),
        _ => Vec::new(),
    }
}

/// The elements of a type, the elements that a threat hits, the places where a control is applied.
pub fn implementations(view: &View, file: FileId, byte: usize) -> Vec<Location> {
    let main = &view.main;
    let Some(reference) = main.reference_at(file, byte) else {
        return Vec::new();
    };
    let Some(declared) = reference.declared.map(|span| main.location(span)) else {
        return Vec::new();
    };
    everywhere(view, &declared)
}

/// The places that implement what is declared somewhere, in all packages.
pub fn everywhere(view: &View, declared: &Location) -> Vec<Location> {
    let mut found = Vec::new();
    for at in view.snapshots() {
        let Some(def) = at.span(declared).and_then(|span| def_at(at, span)) else {
            continue;
        };
        found.extend(places(at, def));
    }
    found.sort();
    found.dedup();
    found
}

/// The places that implement something declared, in one package.
pub fn places(at: &Snapshot, def: Def) -> Vec<Location> {
    let spans = match def {
        Def::Type(id) => elements_of(at, id),
        Def::Rule(id) => carriers(at, id),
        Def::Control(id) => applied(at, id),
        _ => Vec::new(),
    };
    spans.into_iter().map(|span| at.location(span)).collect()
}

/// What is declared at a span.
pub fn def_at(at: &Snapshot, declared: Span) -> Option<Def> {
    let own = at.references_in(declared.file);
    let index = own.binary_search_by_key(&declared, |reference| reference.span).ok()?;
    match own[index].meaning {
        Meaning::Def(def) => Some(def),
        _ => None,
    }
}

fn elements_of(at: &Snapshot, id: TypeId) -> Vec<Span> {
    let elements = at.model().elements.values();
    elements.filter(|element| at.library().is_subtype(element.ty, id)).map(|element| element.span).collect()
}

fn carriers(at: &Snapshot, id: RuleId) -> Vec<Span> {
    let threats = at.analysis().assessed.threats.iter().filter(|threat| threat.instance.rule == id);
    threats.map(|threat| at.model().elements[threat.instance.carrier].span).collect()
}

fn applied(at: &Snapshot, id: ControlId) -> Vec<Span> {
    let all = at.model().elements.values().flat_map(|element| &element.applied);
    all.filter(|applied| applied.control == id).map(|applied| applied.span).collect()
}
