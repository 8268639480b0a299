//! Types: bases, properties, facts and defaults.

use super::build::{Built, Site};
use super::scopes::Def;
use super::{Library, Property, TypeInfo, roots};
use crate::builtins::ATTRIBUTES;
use crate::check::{Checker, Ex, ExKind};
use crate::codes;
use crate::decl::{Decl, DeclKind, Expr, Kind, Name, PropertyDecl, TypeRef};
use crate::diagnostic::Diagnostic;
use crate::ids::{PropId, TypeId};
use crate::package::PackageId;
use crate::source::Span;
use crate::value::{Type, Value};
use rustc_hash::FxHashMap;
use std::sync::Arc;

impl TypeInfo {
    /// A type that exists before any library.
    pub(super) fn root(name: &str, kind: Option<Kind>) -> Self {
        Self {
            name: name.into(),
            title: name.into(),
            doc: "".into(),
            package: PackageId(0),
            kind,
            bases: Vec::new(),
            ancestors: Vec::new(),
            properties: FxHashMap::default(),
            property_order: Vec::new(),
            facts: FxHashMap::default(),
            defaults: FxHashMap::default(),
            icon: None,
            span: None,
        }
    }

    /// The head of a declared type.
    pub(super) fn of_decl(decl: &Decl, package: PackageId) -> Self {
        let name: Name = decl.name.as_ref().map_or_else(|| "".into(), |name| name.name.clone());
        let title = decl.title.as_ref().map_or_else(|| name.clone(), |title| title.value.clone());
        Self { title, doc: decl.doc.clone(), package, span: Some(decl.head()), ..Self::root(&name, None) }
    }

    /// Adds a property; it comes before those that the type had.
    fn add(&mut self, prop: PropId, property: Property) {
        if self.properties.insert(prop, property).is_none() {
            self.property_order.push(prop);
        }
    }
}

/// Gives the kinds the attributes of the language.
pub(super) fn add_attributes(library: &mut Library) {
    for attribute in ATTRIBUTES {
        let Some(prop) = library.props.get(attribute.name) else {
            continue;
        };
        for kind in attribute.kinds {
            let declared_in = roots::of(*kind);
            let property =
                Property { ty: (attribute.ty)(), inherited: false, declared_in, span: None, doc: attribute.doc.into() };
            library.types[declared_in].add(prop, property);
        }
    }
    for id in library.types.ids() {
        let node = library.types[id].kind.is_some_and(Kind::is_node);
        library.types[id].ancestors = if node { vec![id, roots::NODE] } else { vec![id] };
    }
}

/// Resolves bases and properties of all types, and the types of all elements.
pub(super) fn resolve(built: &mut Built<'_>) {
    resolve_bases(built);
    extend_kinds(built);
    let order = inheritance_order(built);
    for id in order {
        flatten(built, id);
    }
    resolve_elements(built);
}

/// All declared types with their declarations.
pub(super) fn declared<'a>(built: &Built<'a>) -> Vec<(TypeId, Site<'a>)> {
    built
        .open()
        .iter()
        .filter_map(|site| match site.def {
            Some(Def::Type(id)) => Some((id, *site)),
            _ => None,
        })
        .collect()
}

fn resolve_bases(built: &mut Built<'_>) {
    for (id, site) in declared(built) {
        let mut checker = Checker::new(&built.library, &built.roster, site.package);
        let bases = match &site.decl.ty {
            Some(ty) => checker.types(ty),
            None => {
                let name = &built.library.types[id].name;
                checker.report(
                    Diagnostic::new(
                        codes::WRONG_KIND,
                        site.decl.head(),
                        format!("`{name}` does not say what it is a type of"),
                    )
                    .label("needs a base")
                    .help(format!(
                        "write `type {name}: process` (or actor, store, boundary, flow, data, another type)"
                    )),
                );
                Vec::new()
            }
        };
        built.diagnostics.extend(checker.diagnostics);
        built.library.types[id].bases = bases;
    }
}

/// Bases before what inherits from them; types in a circle are reported and lose their bases.
fn inheritance_order(built: &mut Built<'_>) -> Vec<TypeId> {
    let count = built.library.types.len();
    let mut state = vec![0u8; count];
    let mut order = Vec::with_capacity(count);
    for id in built.library.types.ids() {
        visit(built, id, &mut state, &mut order);
    }
    order
}

fn visit(built: &mut Built<'_>, start: TypeId, state: &mut [u8], order: &mut Vec<TypeId>) {
    let mut stack = vec![(start, 0usize)];
    while let Some((id, next)) = stack.pop() {
        let at = id.0 as usize;
        if state[at] == 2 {
            continue;
        }
        state[at] = 1;
        let base = built.library.types[id].bases.get(next).copied();
        match base {
            Some(base) if state[base.0 as usize] == 1 => {
                inheritance_cycle(built, id, base);
                built.library.types[id].bases.clear();
                stack.push((id, 0));
            }
            Some(base) => {
                stack.push((id, next + 1));
                stack.push((base, 0));
            }
            None => {
                state[at] = 2;
                order.push(id);
            }
        }
    }
}

fn inheritance_cycle(built: &mut Built<'_>, id: TypeId, base: TypeId) {
    let (info, other) = (&built.library.types[id], &built.library.types[base]);
    let message = if id == base {
        format!("`{}` inherits from itself", info.name)
    } else {
        format!("`{}` and `{}` inherit from each other", info.name, other.name)
    };
    let mut diagnostic = Diagnostic::new(codes::INHERITANCE_CYCLE, info.span.unwrap_or_default(), message)
        .label("this closes the circle");
    if let Some(span) = other.span.filter(|_| id != base) {
        diagnostic = diagnostic.also(span, "through this");
    }
    built.diagnostics.push(diagnostic);
}

/// Takes over from the bases: kind, ancestors, properties, facts, defaults; then adds the type's own properties.
fn flatten(built: &mut Built<'_>, id: TypeId) {
    if built.library.types[id].span.is_none() || (id.0 as usize) < built.before.types {
        return; // a kind, or done already
    }
    let bases = built.library.types[id].bases.clone();
    let mut info = built.library.types[id].clone();
    info.ancestors = vec![id];
    for base in &bases {
        redeclared(built, &info, id, *base);
        merge(built, &mut info, *base);
    }
    info.ancestors.sort();
    info.ancestors.dedup();
    built.library.types[id] = info;
}

/// A property that a base has already.
fn redeclared(built: &mut Built<'_>, info: &TypeInfo, id: TypeId, base: TypeId) {
    let from = &built.library.types[base];
    let mut again: Vec<Diagnostic> = Vec::new();
    for prop in &info.property_order {
        let own = info.properties.get(prop).filter(|own| own.declared_in == id);
        if let (Some(own), Some(known)) = (own, from.properties.get(prop)) {
            let name = built.library.props.name(*prop);
            let message = format!("`{}` has `{name}` already, from `{}`", info.name, from.name);
            let diagnostic = Diagnostic::new(codes::DUPLICATE_PROPERTY, own.span.unwrap_or_default(), message)
                .label("declared again here")
                .help("leave it out; to state a value, write `=` instead of `:`");
            again.push(match known.span {
                Some(span) => diagnostic.also(span, "declared here"),
                None => diagnostic.note("it is an attribute of the language"),
            });
        }
    }
    built.diagnostics.append(&mut again);
}

fn merge(built: &mut Built<'_>, info: &mut TypeInfo, base: TypeId) {
    let from = built.library.types[base].clone();
    match info.kind {
        None => info.kind = from.kind,
        Some(kind) if Some(kind) != from.kind && from.kind.is_some() => {
            built.diagnostics.push(
                Diagnostic::new(
                    codes::CONFLICTING_BASES,
                    info.span.unwrap_or_default(),
                    format!("`{}` has bases of different kinds", info.name),
                )
                .label(format!(
                    "a {} and `{}`, which is a {}",
                    kind.word(),
                    from.name,
                    from.kind.map_or("node", Kind::word)
                )),
            );
        }
        Some(_) => {}
    }
    info.ancestors.extend(&from.ancestors);
    for prop in &from.property_order {
        let property = from.properties[prop].clone();
        let clash = info.properties.get(prop).filter(|known| known.ty != property.ty);
        if let Some(known) = clash {
            let name = built.library.props.name(*prop).to_owned();
            let (a, b) = (&built.library.types[known.declared_in].name, &from.name);
            built.diagnostics.push(
                Diagnostic::new(
                    codes::CONFLICTING_BASES,
                    info.span.unwrap_or_default(),
                    format!("`{}` inherits two different `{name}`", info.name),
                )
                .label(format!("one from `{a}`, another from `{b}`")),
            );
        }
        if !info.properties.contains_key(prop) {
            info.add(*prop, property);
        }
    }
}

/// Properties that `extend` gives to kinds and types, and those that types declare: resolved before flattening.
fn extend_kinds(built: &mut Built<'_>) {
    let sites: Vec<Site<'_>> = built.open();
    for site in sites {
        let owner = match (&site.decl.kind, site.def) {
            (DeclKind::Type, Some(Def::Type(id))) => Some(id),
            (DeclKind::Extend(path), _) => {
                let mut checker = Checker::new(&built.library, &built.roster, site.package);
                let id = checker.type_path(path);
                built.diagnostics.extend(checker.diagnostics);
                id
            }
            _ => None,
        };
        let Some(owner) = owner else { continue };
        for declared in &site.decl.body.properties {
            add_property(built, site.package, owner, declared);
        }
    }
}

fn add_property(built: &mut Built<'_>, package: PackageId, owner: TypeId, declared: &PropertyDecl) {
    let mut checker = Checker::new(&built.library, &built.roster, package);
    let ty = property_type(&mut checker, &declared.ty);
    built.diagnostics.append(&mut checker.diagnostics);
    let prop = built.library.props.add(&declared.name.name);
    if crate::builtins::navigation(&declared.name.name).is_some() || &*declared.name.name == crate::builtins::ICON {
        built.diagnostics.push(
            Diagnostic::new(
                codes::DUPLICATE_PROPERTY,
                declared.name.span,
                format!("`{}` belongs to the language", declared.name.name),
            )
            .label("choose another name"),
        );
        return;
    }
    if let Some(known) = built.library.types[owner].properties.get(&prop) {
        let mut diagnostic = Diagnostic::new(
            codes::DUPLICATE_PROPERTY,
            declared.name.span,
            format!("`{}` has `{}` already", built.library.types[owner].name, declared.name.name),
        );
        diagnostic = match known.span {
            Some(span) => diagnostic.also(span, "declared here"),
            None => diagnostic.note("it is an attribute of the language"),
        };
        let diagnostic = diagnostic.label("declared again here");
        built.diagnostics.push(diagnostic);
        return;
    }
    let property = Property {
        ty,
        inherited: declared.inherited,
        declared_in: owner,
        span: Some(declared.name.span),
        doc: declared.doc.clone(),
    };
    built.library.types[owner].add(prop, property);
}

/// The type that a property's declaration names.
pub(crate) fn property_type(checker: &mut Checker<'_>, ty: &TypeRef) -> Type {
    let member = member_type(checker, ty);
    if ty.list { member.list() } else { member }
}

fn member_type(checker: &mut Checker<'_>, ty: &TypeRef) -> Type {
    let Some(path) = ty.paths.first().filter(|_| ty.paths.len() == 1) else {
        return Type::Error;
    };
    if let [word] = path.segments.as_slice() {
        let builtin = match &*word.name {
            "Bool" => Some(Type::Bool),
            "Int" => Some(Type::Int),
            "Number" => Some(Type::Number),
            "Percent" => Some(Type::Percent),
            "String" => Some(Type::Text),
            "Date" => Some(Type::Date),
            "Duration" => Some(Type::Duration),
            "Money" => Some(Type::Money),
            "Matrix" => Some(Type::Matrix),
            "tag" => Some(Type::Tag),
            _ => None,
        };
        if let Some(ty) = builtin {
            return ty;
        }
    }
    let is_enum = matches!(checker.library.scopes.lookup(checker.package, path), Ok((Def::Enum(_), _)));
    if is_enum {
        return match checker.lookup(path, "type") {
            Some(Def::Enum(id)) => Type::Enum(id),
            _ => Type::Error,
        };
    }
    checker.type_path(path).map_or(Type::Error, Type::Element)
}

/// Gives each element the type that its declaration names.
fn resolve_elements(built: &mut Built<'_>) {
    for site in built.open_elements() {
        let (Some(Def::Element(id)), Some(ty)) = (site.def, &site.decl.ty) else {
            continue;
        };
        let resolved = element_type(
            &mut built.library,
            &built.roster,
            site.package,
            ty,
            built.roster.heads[id].kind,
            &mut built.diagnostics,
        );
        if let Some(ty) = resolved {
            Arc::make_mut(&mut built.roster).heads[id].ty = ty;
        }
    }
}

/// The type of an element; several joined by `+` make a type without a name of its own.
pub(crate) fn element_type(
    library: &mut Library,
    roster: &crate::roster::Roster,
    package: PackageId,
    ty: &TypeRef,
    kind: Kind,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<TypeId> {
    let mut checker = Checker::new(library, roster, package);
    let types = checker.types(ty);
    for unknown in checker.diagnostics.iter_mut().filter(|one| one.code == codes::UNKNOWN_NAME && one.help.is_none()) {
        unknown.help =
            Some(format!("declare a type of your own (`type NAME: {} {{ … }}`), or leave it out", kind.word()));
    }
    let mut found = Vec::new();
    for id in types {
        let info = &library.types[id];
        if info.kind == Some(kind) {
            found.push(id);
        } else if info.kind.is_some() || info.span.is_none() {
            let is = info.kind.map_or("node", Kind::word);
            checker.report(
                Diagnostic::new(
                    codes::WRONG_KIND,
                    ty.span,
                    format!("`{}` is a type of {is}, not of {}", info.name, kind.word()),
                )
                .label(format!("used for a {}", kind.word())),
            );
        }
    }
    diagnostics.append(&mut checker.diagnostics);
    match found.as_slice() {
        [] => None,
        [one] => Some(*one),
        many => Some(joined(library, many, package, ty.span)),
    }
}

/// A type that joins several.
fn joined(library: &mut Library, types: &[TypeId], package: PackageId, span: Span) -> TypeId {
    let names: Vec<&str> = types.iter().map(|id| &*library.types[*id].name).collect();
    let name = names.join(" + ");
    let titles: Vec<&str> = types.iter().map(|id| &*library.types[*id].title).collect();
    let title = titles.join(" + ").into();
    let mut info = TypeInfo { title, package, span: Some(span), ..TypeInfo::root(&name, None) };
    for id in types {
        let from = library.types[*id].clone();
        info.kind = from.kind;
        info.ancestors.extend(&from.ancestors);
        for prop in &from.property_order {
            info.add(*prop, from.properties[prop].clone());
        }
        info.facts.extend(from.facts);
        info.defaults.extend(from.defaults);
    }
    let id = library.types.push(info);
    let info = &mut library.types[id];
    info.ancestors.push(id);
    info.ancestors.sort();
    info.ancestors.dedup();
    id
}

/// What several types have in common, as a type without a name of its own.
pub(super) fn union_type(library: &mut Library, types: &[TypeId], package: PackageId, span: Span) -> TypeId {
    let names: Vec<&str> = types.iter().map(|id| &*library.types[*id].name).collect();
    let name = names.join(" or ");
    let mut info = TypeInfo { package, span: Some(span), ..TypeInfo::root(&name, None) };
    let Some((first, rest)) = types.split_first() else {
        return roots::NODE;
    };
    let shared = |prop: &PropId, property: &Property| {
        rest.iter().all(|id| library.types[*id].properties.get(prop).is_some_and(|other| other.ty == property.ty))
    };
    let from = &library.types[*first];
    for prop in from.property_order.iter().filter(|prop| shared(prop, &from.properties[*prop])) {
        info.add(*prop, from.properties[prop].clone());
    }
    if rest.iter().all(|id| library.types[*id].kind == from.kind) {
        info.kind = from.kind;
    }
    info.ancestors = types.iter().fold(from.ancestors.clone(), |common, id| {
        common.into_iter().filter(|ancestor| library.types[*id].ancestors.contains(ancestor)).collect()
    });
    let id = library.types.push(info);
    let info = &mut library.types[id];
    info.ancestors.push(id);
    info.ancestors.sort();
    id
}

/// The value of an expression that needs no model.
pub(super) fn constant(built: &mut Built<'_>, package: PackageId, expr: &Expr, ty: &Type) -> Option<Value> {
    let mut checker = Checker::new(&built.library, &built.roster, package);
    let ex = checker.expect(expr, ty);
    let value = fold(&ex);
    if value.is_none() && !ex.is_broken() && checker.diagnostics.is_empty() {
        let label = if depends_on_model(&ex) { "depends on the model" } else { "to be computed" };
        let message = "a value is needed here, not a computation";
        checker.report(Diagnostic::new(codes::TYPE_MISMATCH, expr.span, message).label(label));
    }
    built.diagnostics.append(&mut checker.diagnostics);
    value.map(|value| as_list(value, ty))
}

/// True where an expression reads anything but constants.
fn depends_on_model(ex: &Ex) -> bool {
    let mut depends = false;
    let plain = |ex: &Ex| {
        matches!(ex.kind, ExKind::Const(_) | ExKind::List(_) | ExKind::Arith(..) | ExKind::Neg(_) | ExKind::Not(_))
    };
    ex.walk(&mut |ex| depends |= !plain(ex));
    depends
}

/// The value of a checked constant.
pub(crate) fn fold(ex: &Ex) -> Option<Value> {
    match &ex.kind {
        ExKind::Const(value) => Some(value.clone()),
        ExKind::List(items) => {
            items.iter().map(fold).collect::<Option<Vec<Value>>>().map(|items| Value::List(items.into()))
        }
        ExKind::Neg(operand) => match fold(operand)? {
            Value::Int(number) => number.checked_neg().map(Value::Int),
            Value::Number(number) => Some(Value::Number(-number)),
            Value::Percent(share) => Some(Value::Percent(-share)),
            Value::Money(amount, currency) => Some(Value::Money(-amount, currency)),
            _ => None,
        },
        _ => None,
    }
}

/// A single value where a list is expected is a list of one.
pub(crate) fn as_list(value: Value, ty: &Type) -> Value {
    match (ty, value) {
        (Type::List(_), value @ (Value::List(_) | Value::Unknown)) => value,
        (Type::List(_), value) => Value::List(vec![value].into()),
        (_, value) => value,
    }
}
