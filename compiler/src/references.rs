//! Which name in the text means what: recorded while names are resolved, where somebody asks for it.

use crate::builtins::Nav;
use crate::decl::{Kind, Path};
use crate::ids::{EnumId, PropId, TypeId};
use crate::library::{Def, Library};
use crate::package::PackageId;
use crate::source::Span;
use crate::value::Type;
use std::sync::{Arc, Mutex, PoisonError};

/// What a name in the text means.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// Something declared under a name of its own.
    Def(Def),
    /// A kind of the language.
    Kind(Kind),
    /// A value of an enum or a level of a scale.
    Value(EnumId, u16),
    /// A property, with the type that declares it.
    Property(TypeId, PropId),
    /// A word of navigation.
    Nav(Nav),
    /// A package.
    Package(PackageId),
    /// A variable of its type.
    Variable(Type),
}

/// A name where it is written, and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The name.
    pub span: Span,
    /// What it means.
    pub meaning: Meaning,
    /// Where that is declared; the same as `span` at the declaration itself, absent for what the language gives.
    pub declared: Option<Span>,
}

/// Where references are noted; nowhere unless asked for.
#[derive(Clone, Debug, Default)]
pub struct Recorder(Option<Arc<Mutex<Vec<Reference>>>>);

impl Recorder {
    /// A recorder that keeps what it is told.
    pub fn keeping() -> Self {
        Self(Some(Arc::default()))
    }

    /// True where references are kept.
    pub fn is_keeping(&self) -> bool {
        self.0.is_some()
    }

    /// Notes a reference.
    pub fn note(&self, span: Span, meaning: Meaning, declared: Option<Span>) {
        if let Some(kept) = &self.0 {
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.push(Reference { span, meaning, declared });
        }
    }

    /// What was noted so far and what was known before, in the order of the text, each once.
    pub fn references(&self, known: &[Reference]) -> Vec<Reference> {
        let Some(kept) = &self.0 else {
            return Vec::new();
        };
        let mut found = known.to_vec();
        found.append(&mut kept.lock().unwrap_or_else(PoisonError::into_inner));
        found.sort_by_key(|reference| (reference.span, reference.declared != Some(reference.span)));
        found.dedup_by(|later, earlier| later.span == earlier.span);
        found
    }
}

impl Library {
    /// Notes what a path means: its last word, and the package before it.
    pub(crate) fn note_path(&self, package: PackageId, path: &Path, def: Def, declared: Span) {
        if !self.recorder.is_keeping() {
            return;
        }
        let Some((last, before)) = path.segments.split_last() else {
            return;
        };
        if let (Some(first), Some(end)) = (before.first(), before.last()) {
            let words: Vec<&str> = before.iter().map(|ident| &*ident.name).collect();
            if let Some((owner, alias)) = self.scopes.prefix(package, &words.join(".")) {
                self.recorder.note(first.span.to(end.span), Meaning::Package(owner), alias);
            }
        }
        self.recorder.note(last.span, Meaning::Def(def), Some(declared));
    }

    /// Notes a value of an enum.
    pub(crate) fn note_value(&self, span: Span, id: EnumId, index: u16) {
        if self.recorder.is_keeping() {
            let declared = self.enums.get(id).and_then(|info| info.values.get(index as usize)).map(|value| value.span);
            self.recorder.note(span, Meaning::Value(id, index), declared);
        }
    }

    /// Notes a property of a type.
    pub(crate) fn note_property(&self, span: Span, owner: TypeId, prop: PropId) {
        if self.recorder.is_keeping() {
            let (owner, declared) = self.declaring(owner, prop);
            self.recorder.note(span, Meaning::Property(owner, prop), declared);
        }
    }

    /// The type that declares a property which another type has, and where.
    pub fn declaring(&self, owner: TypeId, prop: PropId) -> (TypeId, Option<Span>) {
        let info = &self.types[owner];
        let kinds = match info.kind {
            Some(kind) => vec![kind, Kind::Boundary],
            None => vec![Kind::Actor, Kind::Process, Kind::Store, Kind::Boundary],
        };
        let kinds = kinds.into_iter().map(|kind| &self.types[crate::library::roots::of(kind)]);
        let found = std::iter::once(info).chain(kinds).find_map(|info| info.properties.get(&prop));
        found.map_or((owner, None), |property| (property.declared_in, property.span))
    }
}

/// Notes where values of enums and properties are declared.
pub(crate) fn note_members(library: &Library) {
    if !library.recorder.is_keeping() {
        return;
    }
    for (id, info) in library.enums.iter() {
        for (index, value) in info.values.iter().enumerate() {
            library.note_value(value.span, id, u16::try_from(index).unwrap_or(u16::MAX));
        }
    }
    for (id, info) in library.types.iter() {
        for prop in &info.property_order {
            let property = &info.properties[prop];
            if let Some(span) = property.span.filter(|_| property.declared_in == id) {
                library.recorder.note(span, Meaning::Property(id, *prop), Some(span));
            }
        }
    }
}
