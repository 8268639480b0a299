//! Facts and defaults of types.

use super::build::{Built, Site};
use super::types::{constant, declared};
use crate::check::Checker;
use crate::codes;
use crate::decl::{Assign, DeclKind, Kind};
use crate::diagnostic::Diagnostic;
use crate::icons;
use crate::ids::{PropId, TypeId};
use std::sync::Arc;

/// Facts and defaults of all types, bases first.
pub(super) fn build(built: &mut Built<'_>) {
    for site in built.open() {
        if let DeclKind::Extend(path) = &site.decl.kind {
            let mut checker = Checker::new(&built.library, &built.roster, site.package);
            let owner = checker.type_path(path); // reported before where it is unknown
            if let Some(owner) = owner {
                defaults(built, owner, &site);
            }
        }
    }
    let mut sites = declared(built);
    sites.sort_by_key(|(id, _)| built.library.types[*id].ancestors.len());
    for (id, site) in sites {
        inherit_values(built, id);
        defaults(built, id, &site);
        for assign in &site.decl.body.assigns {
            match assign.path.text().as_str() {
                crate::builtins::ICON => icon(built, id, assign),
                _ => fact(built, id, &site, assign),
            }
        }
    }
    join_values(built);
}

/// Types that join others were made before facts were known.
fn join_values(built: &mut Built<'_>) {
    for id in built.library.types.ids() {
        if built.library.types[id].name.contains(" + ") {
            for ancestor in built.library.types[id].ancestors.clone() {
                copy_values(built, ancestor, id);
            }
        }
    }
}

fn inherit_values(built: &mut Built<'_>, id: TypeId) {
    for base in built.library.types[id].bases.clone() {
        conflicting_facts(built, id, base);
        copy_values(built, base, id);
    }
}

fn copy_values(built: &mut Built<'_>, from: TypeId, to: TypeId) {
    let (facts, defaults) = (built.library.types[from].facts.clone(), built.library.types[from].defaults.clone());
    let info = &mut built.library.types[to];
    info.facts.extend(facts);
    info.defaults.extend(defaults);
}

fn conflicting_facts(built: &mut Built<'_>, id: TypeId, base: TypeId) {
    let (info, from) = (&built.library.types[id], &built.library.types[base]);
    let mut props: Vec<PropId> = info.facts.keys().copied().collect();
    props.sort();
    for prop in props {
        let (known, other) = (&info.facts[&prop], from.facts.get(&prop));
        if let Some((value, span)) = other.filter(|(value, _)| *value != known.0) {
            let name = built.library.props.name(prop);
            let (a, b) = (known.0.show(&built.library, &built.roster), value.show(&built.library, &built.roster));
            built.diagnostics.push(
                Diagnostic::new(
                    codes::CONFLICTING_BASES,
                    info.span.unwrap_or_default(),
                    format!("the bases of `{}` contradict each other", info.name),
                )
                .label(format!("`{name}` would be both {a} and {b}"))
                .also(known.1, format!("{a} here"))
                .also(*span, format!("{b} here")),
            );
        }
    }
}

fn defaults(built: &mut Built<'_>, owner: TypeId, site: &Site<'_>) {
    for declared in &site.decl.body.properties {
        let Some(default) = &declared.default else {
            continue;
        };
        let Some(prop) = built.library.props.get(&declared.name.name) else {
            continue;
        };
        let Some(ty) = built.library.types[owner].properties.get(&prop).map(|property| property.ty.clone()) else {
            continue;
        };
        if let Some(value) = constant(built, site.package, default, &ty) {
            built.library.types[owner].defaults.insert(prop, (value, default.span));
        }
    }
}

/// `icon = "vault"`: what stands for elements of the type in pictures. It is no fact about them: a type may have another than its base.
fn icon(built: &mut Built<'_>, owner: TypeId, assign: &Assign) {
    let drawn = match built.library.types[owner].kind {
        Some(kind @ (Kind::Flow | Kind::Data | Kind::Model)) => Err(kind),
        _ => Ok(()),
    };
    let found = match (drawn, icons::name_of(&assign.value)) {
        (Ok(()), Some(name)) => {
            built.library.types[owner].icon = Some(Arc::clone(name));
            return;
        }
        (Err(kind), _) => {
            Diagnostic::new(codes::UNKNOWN_ICON, assign.path.span, format!("a type of {} has no icon", kind.word()))
                .label("only what is drawn as a box has one")
        }
        (_, None) => Diagnostic::new(codes::UNKNOWN_ICON, assign.value.span, "an icon is named by a text")
            .label("something else"),
    };
    built.diagnostics.push(found);
}

fn fact(built: &mut Built<'_>, owner: TypeId, site: &Site<'_>, assign: &Assign) {
    let Some(name) = assign.path.segments.first().filter(|_| assign.path.segments.len() == 1) else {
        built.diagnostics.push(Diagnostic::new(
            codes::UNKNOWN_PROPERTY,
            assign.path.span,
            "a type states its own properties only",
        ));
        return;
    };
    let mut checker = Checker::new(&built.library, &built.roster, site.package);
    let Some((prop, ty)) = checker.property(owner, &name.name) else {
        checker.unknown_property(owner, name);
        built.diagnostics.append(&mut checker.diagnostics);
        return;
    };
    built.library.note_property(name.span, owner, prop);
    let Some(value) = constant(built, site.package, &assign.value, &ty) else {
        return;
    };
    let earlier = built.library.types[owner].facts.get(&prop).filter(|(known, _)| *known != value).cloned();
    if let Some((known, span)) = earlier {
        let shown = known.show(&built.library, &built.roster);
        built.diagnostics.push(
            Diagnostic::new(
                codes::CONTRADICTS_TYPE,
                assign.path.span,
                format!("`{}` is {shown} for a base of `{}`", name.name, built.library.types[owner].name),
            )
            .label("says otherwise")
            .also(span, "a fact of the base"),
        );
        return;
    }
    built.library.types[owner].facts.insert(prop, (value, assign.path.span));
}
