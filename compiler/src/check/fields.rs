//! `e.name`: properties of the library and navigation of the language.

use super::{Checker, Ex, ExKind};
use crate::builtins;
use crate::codes;
use crate::decl::{Expr, Ident, Kind};
use crate::diagnostic::{Diagnostic, list_names};
use crate::ids::{PropId, TypeId};
use crate::library::roots;
use crate::lower::path_of;
use crate::references::Meaning;
use crate::source::Span;
use crate::value::Type;

impl Checker<'_> {
    pub(super) fn field(&mut self, whole: &Expr, base: &Expr, field: &Ident, span: Span) -> Ex {
        if let Some(ex) = path_of(whole).and_then(|path| self.qualified(&path)) {
            return ex;
        }
        let base = self.infer(base);
        self.select(base, field, span)
    }

    /// A property or navigation of a checked expression; on a list it maps.
    pub fn select(&mut self, base: Ex, field: &Ident, span: Span) -> Ex {
        let (ty, list) = match self.narrowed_type(&base) {
            Type::List(member) => ((*member).clone(), true),
            other => (other, false),
        };
        let owner = match ty {
            Type::Element(owner) => owner,
            Type::Error | Type::Any => return Self::error(span),
            other => {
                let shown = other.show(self.library);
                self.report(
                    Diagnostic::new(
                        codes::UNKNOWN_PROPERTY,
                        field.span,
                        format!("{} has no properties", super::quoted(&shown)),
                    )
                    .label("only elements have properties"),
                );
                return Self::error(span);
            }
        };
        let owner = self.holder(&base, owner, &field.name);
        let Some((kind, ty)) = self.member(owner, field, base) else {
            return Self::error(span);
        };
        let ty = match (list, ty) {
            (true, ty @ Type::List(_)) => ty,
            (true, ty) => ty.list(),
            (false, ty) => ty,
        };
        Ex { kind, ty, span }
    }

    /// The narrowest of the types of an expression that has a member of this name; without one, the narrowest.
    fn holder(&self, base: &Ex, narrowest: TypeId, name: &str) -> TypeId {
        let types = self.types_of(base).into_iter();
        let mut elements = types.filter_map(|ty| match ty {
            Type::Element(ty) => Some(ty),
            _ => None,
        });
        elements.find(|ty| self.leads_on(*ty, name) || self.property(*ty, name).is_some()).unwrap_or(narrowest)
    }

    /// True where the language navigates from elements of a type by this name.
    pub(crate) fn leads_on(&self, owner: TypeId, name: &str) -> bool {
        let kinds = self.kinds_of(owner);
        builtins::navigation(name).is_some_and(|info| kinds.iter().all(|kind| info.kinds.contains(kind)))
    }

    fn member(&mut self, owner: TypeId, field: &Ident, base: Ex) -> Option<(ExKind, Type)> {
        if let Some(info) = builtins::navigation(&field.name).filter(|_| self.leads_on(owner, &field.name)) {
            self.library.recorder.note(field.span, Meaning::Nav(info.nav), None);
            return Some((ExKind::Nav(Box::new(base), info.nav), (info.ty)()));
        }
        if let Some((prop, ty)) = self.property(owner, &field.name) {
            self.library.note_property(field.span, owner, prop);
            return Some((ExKind::Prop(Box::new(base), prop), ty));
        }
        self.unknown_property(owner, field);
        None
    }

    fn kinds_of(&self, owner: TypeId) -> Vec<Kind> {
        match self.library.types[owner].kind {
            Some(kind) => vec![kind],
            None => vec![Kind::Actor, Kind::Process, Kind::Store],
        }
    }

    /// A property that a type has: its own, its kind's, one inherited from boundaries, or one that all nodes have.
    pub fn property(&self, owner: TypeId, name: &str) -> Option<(PropId, Type)> {
        let prop = self.library.props.get(name)?;
        let info = &self.library.types[owner];
        if let Some(property) = info.properties.get(&prop) {
            return Some((prop, property.ty.clone()));
        }
        let kinds = self.kinds_of(owner);
        if kinds.iter().all(|kind| kind.is_node()) {
            let boundary = &self.library.types[roots::BOUNDARY].properties;
            if let Some(property) = boundary.get(&prop).filter(|property| property.inherited) {
                return Some((prop, property.ty.clone()));
            }
        }
        let shared: Option<Vec<&Type>> = kinds
            .iter()
            .map(|kind| self.library.types[roots::of(*kind)].properties.get(&prop).map(|property| &property.ty))
            .collect();
        let shared = shared?;
        let first = (*shared.first()?).clone();
        shared.iter().all(|ty| **ty == first).then_some((prop, first))
    }

    /// Reports a property that a type does not have, with what it has.
    pub fn unknown_property(&mut self, owner: TypeId, field: &Ident) {
        let info = &self.library.types[owner];
        let known = self.property_names(owner);
        let mut diagnostic = Diagnostic::new(
            codes::UNKNOWN_PROPERTY,
            field.span,
            format!("`{}` has no property `{}`", info.name, field.name),
        )
        .did_you_mean(&field.name, &known);
        if diagnostic.help.is_none() {
            diagnostic = self.suggest_narrowing(diagnostic, owner, &field.name);
        }
        if let (None, Some(way)) = (&diagnostic.help, other_way(&field.name)) {
            diagnostic = diagnostic.help(way);
        }
        let mut shown = known;
        shown.sort_by_key(|name| crate::builtins::is_of_language(name));
        self.report(diagnostic.note(format!("`{}` has: {}", info.name, list_names(&shown, 12))));
    }

    /// Names subtypes that do have the property.
    fn suggest_narrowing(&self, diagnostic: Diagnostic, owner: TypeId, name: &str) -> Diagnostic {
        let Some(prop) = self.library.props.get(name) else {
            return diagnostic;
        };
        let holders: Vec<&str> = self
            .library
            .types
            .values()
            .filter(|info| {
                info.properties
                    .get(&prop)
                    .is_some_and(|property| std::ptr::eq(*info, &self.library.types[property.declared_in]))
            })
            .filter(|info| info.is(owner) || self.library.types[owner].kind.is_none())
            .map(|info| &*info.name)
            .collect();
        match holders.as_slice() {
            [] => diagnostic,
            [holder, ..] => diagnostic.help(format!(
                "`{holder}` has it: {}",
                if self.slots == 0 {
                    format!("give the element that type, as in `NAME: {holder}`")
                } else {
                    format!("test the type first, as in `e is {holder} and …`")
                }
            )),
        }
    }

    /// Names of all properties and navigation of a type, most specific first.
    pub fn property_names(&self, owner: TypeId) -> Vec<String> {
        let info = &self.library.types[owner];
        let mut names: Vec<String> =
            info.property_order.iter().map(|prop| self.library.props.name(*prop).to_owned()).collect();
        let kinds = self.kinds_of(owner);
        if let [first, others @ ..] = kinds.as_slice()
            && !others.is_empty()
        {
            let of = |kind: &crate::decl::Kind| &self.library.types[roots::of(*kind)];
            let shared = of(first)
                .property_order
                .iter()
                .filter(|prop| others.iter().all(|kind| of(kind).properties.contains_key(*prop)));
            names.extend(shared.map(|prop| self.library.props.name(*prop).to_owned()));
        }
        let boundary = &self.library.types[roots::BOUNDARY];
        if self.kinds_of(owner).iter().all(|kind| kind.is_node()) {
            let inherited = boundary.property_order.iter().filter(|prop| boundary.properties[*prop].inherited);
            names.extend(inherited.map(|prop| self.library.props.name(*prop).to_owned()));
        }
        let kinds = self.kinds_of(owner);
        let navigation = builtins::NAVIGATION.iter().filter(|nav| kinds.iter().all(|kind| nav.kinds.contains(kind)));
        names.extend(navigation.map(|nav| nav.name.to_owned()));
        names
    }
}

/// What the language has for words that are properties elsewhere.
fn other_way(name: &str) -> Option<&'static str> {
    Some(match name {
        "apply" => "a control is put in place without `=`: `apply CONTROL`",
        "description" | "desc" | "comment" | "note" => "what stands behind `///` above a declaration describes it",
        "length" | "size" | "len" => "`count(LIST)` says how many there are",
        _ => return None,
    })
}
