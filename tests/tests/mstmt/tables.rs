//! The tables: filters, element types, how values are written in tm, which threat stands for which rule.

use crate::filter::{Filter, parse};
use std::collections::BTreeMap;

/// A row by its columns.
pub type Row = BTreeMap<String, String>;

/// Rows of a table whose first line names the columns.
pub fn rows(text: &str) -> Vec<Row> {
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let row = |line: &str| {
        let cells = line.split('\t').chain(std::iter::repeat(""));
        head.iter().zip(cells).map(|(name, cell)| ((*name).to_owned(), cell.to_owned())).collect()
    };
    lines.map(row).collect()
}

/// A rule of the original.
pub struct Rule {
    pub id: String,
    pub include: Filter,
    pub exclude: Option<Filter>,
}

impl Rule {
    /// Names a category only: never generated.
    pub fn stub(&self) -> bool {
        self.id.len() == 2 && self.id.ends_with('U')
    }
}

/// An element type of the original.
pub struct Kind {
    pub parent: String,
    /// Its name in tm.
    pub written: String,
    /// Attributes with their values, of which the first is the default.
    pub attributes: Vec<(String, Vec<String>)>,
}

/// A value of an attribute and how tm writes it.
pub struct Written {
    pub attribute: String,
    pub label: String,
    pub property: String,
    pub value: String,
    pub written: String,
}

/// All tables.
pub struct Tables {
    pub rules: Vec<Rule>,
    pub kinds: BTreeMap<String, Kind>,
    pub values: Vec<Written>,
    /// Threats of tm by the rule's id.
    pub threats: BTreeMap<String, String>,
}

impl Tables {
    pub fn read() -> Self {
        let rules = rows(include_str!("../../cases/mstmt/rules.tsv"));
        let kinds = rows(include_str!("../../cases/mstmt/types.tsv"));
        let values = rows(include_str!("../../cases/mstmt/values.tsv"));
        Self {
            rules: rules.iter().map(rule).collect(),
            kinds: kinds.iter().map(|row| (row["id"].clone(), kind(row))).collect(),
            values: values.iter().map(written).collect(),
            threats: threats(include_str!("../../../docs/coverage/mstmt.md")),
        }
    }

    /// The rule for which a threat stands.
    pub fn rule_of(&self, threat: &str) -> &str {
        let found = self.threats.iter().find(|(_, name)| *name == threat);
        found.map(|(rule, _)| rule.as_str()).expect(threat)
    }

    /// True where a type is another or comes from it.
    pub fn is(&self, id: &str, wanted: &str) -> bool {
        wanted == "ROOT" || id == wanted || self.kinds.get(id).is_some_and(|kind| self.is(&kind.parent, wanted))
    }

    /// Values that an attribute can have on a type; none where the type has no such attribute.
    pub fn choices(&self, id: &str, attribute: &str) -> &[String] {
        let Some(kind) = self.kinds.get(id) else {
            return &[];
        };
        match kind.attributes.iter().find(|(name, _)| name == attribute) {
            Some((_, values)) => values,
            None => self.choices(&kind.parent, attribute),
        }
    }

    /// Attributes of a type and of those it comes from.
    pub fn attributes(&self, id: &str) -> Vec<&str> {
        let Some(kind) = self.kinds.get(id) else {
            return Vec::new();
        };
        let mut names = self.attributes(&kind.parent);
        let own: Vec<&str> =
            kind.attributes.iter().map(|(name, _)| name.as_str()).filter(|name| !names.contains(name)).collect();
        names.extend(own);
        names
    }
}

fn rule(row: &Row) -> Rule {
    let filter = |column: &str| (!row[column].is_empty()).then(|| parse(&row[column]));
    Rule { id: row["id"].clone(), include: filter("include").expect("include"), exclude: filter("exclude") }
}

fn kind(row: &Row) -> Kind {
    let attributes = row["attributes"].split("; ").filter_map(|attribute| {
        let (name, values) = attribute.split_once('=')?;
        Some((name.to_owned(), values.split('|').map(String::from).collect()))
    });
    Kind { parent: row["parent"].clone(), written: row["type"].clone(), attributes: attributes.collect() }
}

fn written(row: &Row) -> Written {
    let cell = |name: &str| row[name].clone();
    Written {
        attribute: cell("attribute"),
        label: cell("label"),
        property: cell("property"),
        value: cell("value"),
        written: cell("written"),
    }
}

/// The first and the last column of the page's table, where the last names a threat.
fn threats(page: &str) -> BTreeMap<String, String> {
    let cells = page.lines().filter(|line| line.starts_with("| ")).map(|line| line.split('|').collect::<Vec<_>>());
    cells
        .filter_map(|cells| {
            let threat = cells.get(3)?.trim().strip_prefix('`')?.strip_suffix('`')?;
            Some((cells.get(1)?.trim().to_owned(), threat.to_owned()))
        })
        .collect()
}
