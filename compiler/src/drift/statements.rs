//! What a resource says about properties, as the tables read it.

use super::check;
use super::infrastructure::{Infrastructure, Resource};
use super::selector::Reached;
use super::table::{Row, Sort, Tables};
use super::tree::{Data, Tree};
use crate::library::{Library, Property};
use crate::value::{Type, Value};

/// What a resource says about a property.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Name of the property.
    pub property: String,
    /// Its value as written in the language; none where it is known to be said, but not what.
    pub value: Option<Value>,
    /// The resource that says it, as an index.
    pub resource: usize,
    /// The attribute.
    pub attribute: String,
    /// In words what the attribute is; never a text of the file.
    pub said: String,
    /// Line in the file; 0 where not known.
    pub line: u32,
}

/// What a resource says about a property of some type: the first rule that holds speaks.
/// `None` where no rule of the tables is about the property, or none holds.
pub fn statement(
    library: &Library,
    tables: &Tables,
    infrastructure: &Infrastructure,
    resource: usize,
    (name, property): (&str, &Property),
) -> Option<Statement> {
    let from = infrastructure.resources.get(resource)?;
    for row in tables.of(Sort::Says, &from.kind).filter(|row| row.means == name) {
        let silent = |row: &Row| Statement {
            property: name.to_owned(),
            value: None,
            resource,
            attribute: row.path.plain(),
            said: "is not known yet, or hidden".into(),
            line: from.line,
        };
        match row.selector.fits(&from.kind, &from.tree) {
            Some(false) => continue,
            None => return Some(silent(row)),
            Some(true) => {}
        }
        let reached = row.path.reach(&from.tree);
        match &row.when {
            Some(patterns) => match patterns.fit(&reached) {
                Some(true) => {
                    let value = stated(library, property, row, &reached)?;
                    return Some(said(from, resource, row, value, patterns.first(&reached)));
                }
                Some(false) => {}
                None => return Some(silent(row)),
            },
            None if row.path.is_empty() => {
                let value = stated(library, property, row, &reached)?;
                return Some(said(from, resource, row, value, None));
            }
            None => {
                if reached.iter().any(|one| one.tree.is_some_and(|tree| tree.data == Data::Hidden)) {
                    return Some(silent(row));
                }
                if let Some(value) = stated(library, property, row, &reached) {
                    return Some(said(from, resource, row, value, reached.first()));
                }
            }
        }
    }
    None
}

/// The value that a rule gives: the one it names, else the attribute's own. Of several truths one is enough.
fn stated(library: &Library, property: &Property, row: &Row, reached: &[Reached<'_>]) -> Option<Value> {
    if !row.value.is_empty() {
        return check::value(library, property, &row.value);
    }
    let mut trees = reached.iter().filter_map(|one| one.tree);
    match property.ty {
        Type::Bool => {
            let truths: Vec<bool> = trees.filter_map(Tree::truth).collect();
            (!truths.is_empty()).then(|| Value::Bool(truths.contains(&true)))
        }
        Type::Int => trees.next()?.scalar()?.parse().ok().map(Value::Int),
        Type::Number => trees.next()?.scalar()?.parse().ok().map(Value::Number),
        _ => None,
    }
}

fn said(from: &Resource, resource: usize, row: &Row, value: Value, by: Option<&Reached<'_>>) -> Statement {
    let tree = by.and_then(|one| one.tree);
    let said = match (by, tree.map(|tree| &tree.data)) {
        (None, _) if row.path.is_empty() => "is so".to_owned(),
        (Some(_), None) => "is not set".to_owned(),
        (_, Some(Data::Bool(truth))) => format!("is `{truth}`"),
        (_, Some(Data::Number(number))) => format!("is `{number}`"),
        // Texts may be secrets, and are not shown.
        _ => "says so".to_owned(),
    };
    Statement {
        property: row.means.clone(),
        value: Some(value),
        resource,
        attribute: by.map_or_else(|| row.path.plain(), |one| one.way.clone()),
        said,
        line: tree.map(|tree| tree.line).filter(|line| *line > 0).unwrap_or(from.line),
    }
}

/// The rule that says that a resource can be reached from outside, with the attribute and its line.
pub fn opened(tables: &Tables, resource: &Resource) -> Option<(String, u32)> {
    tables.of(Sort::Opens, &resource.kind).find_map(|row| {
        if row.selector.fits(&resource.kind, &resource.tree) != Some(true) {
            return None;
        }
        let reached = row.path.reach(&resource.tree);
        let by = match &row.when {
            Some(patterns) if patterns.fit(&reached) == Some(true) => patterns.first(&reached),
            Some(_) => return None,
            None => reached.iter().find(|one| one.tree.is_some()).filter(|one| {
                row.path.is_empty()
                    || one.tree.is_some_and(|tree| tree.truth() != Some(false) && tree.data != Data::Hidden)
            }),
        }?;
        let line = by.tree.map(|tree| tree.line).filter(|line| *line > 0).unwrap_or(resource.line);
        Some((by.way.clone(), line))
    })
}
