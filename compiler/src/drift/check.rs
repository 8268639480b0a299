//! Whether the names in a table of resources are those of the library: a slip would make a rule that never speaks.

use super::table::{Row, Sort, Tables, bad};
use crate::decl::Kind;
use crate::diagnostic::{Diagnostic, list_names};
use crate::ids::{PropId, TypeId};
use crate::library::{Def, Library, Property, roots};
use crate::package::PackageId;
use crate::value::{Type, Value};
use std::collections::BTreeSet;

/// Types that a cell names: `RdsPostgres`, `WebService + Workload`, `std.web.Postgres`, or a kind.
///
/// # Errors
/// The name that is not known.
pub fn types(library: &Library, package: PackageId, cell: &str) -> Result<Vec<TypeId>, String> {
    cell.split('+').map(|name| named(library, package, name.trim()).ok_or_else(|| name.trim().to_owned())).collect()
}

fn named(library: &Library, package: PackageId, name: &str) -> Option<TypeId> {
    let kinds = [roots::ACTOR, roots::PROCESS, roots::STORE, roots::BOUNDARY];
    if let Some(kind) = kinds.into_iter().find(|kind| &*library.types[*kind].name == name) {
        return Some(kind);
    }
    let found = match name.rsplit_once('.') {
        Some((owner, name)) => {
            let owner = library.scopes.package_named(package, owner)?;
            library.scopes.declared(owner, name).map(|(def, _)| def)
        }
        None => library.scopes.lookup_name(package, &name.into()).ok().map(|(def, _)| def),
    };
    match found {
        Some(Def::Type(id)) => Some(id),
        _ => None,
    }
}

/// The value that a cell means for a property: what a table may state.
pub fn value(library: &Library, property: &Property, cell: &str) -> Option<Value> {
    match &property.ty {
        Type::Bool => cell.parse().ok().map(Value::Bool),
        Type::Int => cell.parse().ok().map(Value::Int),
        Type::Number => cell.parse().ok().map(Value::Number),
        Type::Text => Some(Value::Text(cell.into())),
        Type::Enum(id) => library.enums[*id].position(cell).map(|at| Value::Enum(*id, at)),
        _ => None,
    }
}

/// True where the value of an attribute can be taken as it stands.
pub fn takes_attribute(property: &Property) -> bool {
    matches!(property.ty, Type::Bool | Type::Int | Type::Number)
}

/// The mistakes in the rules of one package.
pub fn check(library: &Library, package: PackageId, tables: &Tables) -> Vec<Diagnostic> {
    let name = library.packages.get(package.0 as usize).map(ToString::to_string).unwrap_or_default();
    let rows = || tables.rows.iter().filter(|row| row.package == name);
    let mut found = Vec::new();
    for row in rows() {
        match row.sort {
            Sort::Is | Sort::Zone | Sort::Outside => of_type(library, package, row, &mut found),
            Sort::Says => of_property(library, package, row, rows(), &mut found),
            Sort::Flow => {
                if let Err(what) = super::selector::Path::read(&row.means) {
                    found.push(bad(row.means_span, format!("`{}`: {what}", row.means)));
                }
            }
            Sort::Door => {
                let paths = row.means.split('|').filter(|path| *path != "*").chain([row.value.as_str()]);
                for what in paths.filter_map(|path| super::selector::Path::read(path).err()) {
                    found.push(bad(row.means_span, format!("`{}`: {what}", row.means)));
                }
            }
            Sort::Port if !super::doors::is_right(library, package, row) => {
                let message = format!("`{}` with `{}` says nothing about ports of flows", row.means, row.value);
                let help = "name a type of flow and its ports (`80|8080`), or a property of flows alone";
                found.push(bad(row.means_span, message).help(help));
            }
            _ => {}
        }
    }
    found
}

fn of_type(library: &Library, package: PackageId, row: &Row, found: &mut Vec<Diagnostic>) {
    let kinds: &[Kind] =
        if row.sort == Sort::Is { &[Kind::Actor, Kind::Process, Kind::Store] } else { &[Kind::Boundary] };
    let unknown = match types(library, package, &row.means) {
        Ok(types) if types.iter().all(|ty| library.types[*ty].kind.is_some_and(|kind| kinds.contains(&kind))) => return,
        Ok(_) => {
            let word = if row.sort == Sort::Is { "elements" } else { "boundaries" };
            return found.push(bad(row.means_span, format!("`{}` is no type of {word}", row.means)));
        }
        Err(unknown) => unknown,
    };
    let visible = library.scopes.visible(package);
    let known = visible.iter().filter(|(_, def)| matches!(def, Def::Type(_))).map(|(name, _)| &**name);
    let message = format!("there is no type `{unknown}` in this package or those it uses");
    found.push(bad(row.means_span, message).label("unknown here").did_you_mean(&unknown, known));
}

fn of_property<'t>(
    library: &Library,
    package: PackageId,
    row: &Row,
    rows: impl Iterator<Item = &'t Row>,
    found: &mut Vec<Diagnostic>,
) {
    let about = subjects(library, package, row, rows);
    let prop = library.props.get(&row.means);
    let Some(property) = prop.and_then(|prop| property(library, &about, prop)) else {
        let known: BTreeSet<&str> = about
            .iter()
            .flat_map(|ty| &library.types[*ty].property_order)
            .map(|prop| library.props.name(*prop))
            .collect();
        let message = format!("nothing that this rule speaks about has a property `{}`", row.means);
        found.push(bad(row.means_span, message).label("unknown here").did_you_mean(&row.means, known));
        return;
    };
    if row.value.is_empty() && !takes_attribute(property) {
        let message = format!("`{}` is {}, and no attribute is one", row.means, property.ty.show(library));
        found.push(bad(row.means_span, message).help("say which value holds in the cells `when` and `value`"));
    }
    if !row.value.is_empty() && value(library, property, &row.value).is_none() {
        let message = format!("`{}` is no value of `{}`", row.value, row.means);
        let mut wrong = bad(row.value_span, message).label(format!("not {}", property.ty.show(library)));
        if let Type::Enum(id) = &property.ty {
            let values: Vec<&str> = library.enums[*id].values.iter().map(|value| &*value.name).collect();
            wrong = wrong.note(format!("values are: {}", list_names(&values, 12))).did_you_mean(&row.value, values);
        }
        found.push(wrong);
    }
}

/// The types whose elements a rule may speak about: those of its resources, or all where other rules lead elsewhere.
fn subjects<'t>(library: &Library, package: PackageId, row: &Row, rows: impl Iterator<Item = &'t Row>) -> Vec<TypeId> {
    let same = |other: &&Row| {
        let kinds = row.selector.kinds.iter().map(crate::evidence::Pattern::text);
        [Sort::Is, Sort::Zone].contains(&other.sort) && { kinds }.any(|kind| other.selector.names(kind))
    };
    let own: Vec<TypeId> =
        rows.filter(same).flat_map(|other| types(library, package, &other.means).unwrap_or_default()).collect();
    let bare = own.iter().all(|ty| [roots::PROCESS, roots::STORE].contains(ty));
    if bare { library.types.iter().map(|(id, _)| id).collect() } else { own }
}

/// The property as the first of some types has it; what boundaries hand on, all that is inside may state.
pub fn property<'l>(library: &'l Library, types: &[TypeId], prop: PropId) -> Option<&'l Property> {
    let own = types.iter().find_map(|ty| library.types[*ty].properties.get(&prop));
    let handed = || library.types[roots::BOUNDARY].properties.get(&prop).filter(|property| property.inherited);
    own.or_else(handed)
}
