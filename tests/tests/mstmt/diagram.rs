//! A diagram as the original sees it, and what its filters say about it.

use crate::tables::{Row, Rule, Tables, rows};
use std::collections::{BTreeMap, BTreeSet};

/// Pairs of flow and rule.
pub type Found = BTreeSet<(String, String)>;

/// An element: its type, and the attributes that are set.
#[derive(Clone, Debug, Default)]
pub struct Node {
    pub name: String,
    pub kind: String,
    pub set: BTreeMap<String, String>,
}

impl Node {
    /// The value of an attribute; the first of its list where none is set.
    pub fn value<'a>(&'a self, tables: &'a Tables, attribute: &str) -> Option<&'a str> {
        let choices = tables.choices(&self.kind, attribute);
        let set = self.set.get(attribute).filter(|_| !choices.is_empty());
        set.or_else(|| choices.first()).map(String::as_str)
    }
}

/// A boundary: a line, or a box with the nodes whose centre is in it.
#[derive(Clone, Debug)]
pub struct Boundary {
    pub kind: String,
    pub inside: BTreeSet<usize>,
}

/// A flow.
#[derive(Clone, Debug)]
pub struct Flow {
    pub own: Node,
    pub source: usize,
    pub target: usize,
    pub crosses: BTreeSet<usize>,
    pub out_of_scope: bool,
}

/// A diagram.
#[derive(Clone, Debug, Default)]
pub struct Diagram {
    pub nodes: Vec<Node>,
    pub boundaries: Vec<Boundary>,
    pub flows: Vec<Flow>,
}

/// What the filters say.
pub fn judge(tables: &Tables, diagram: &Diagram) -> Found {
    let mut found = Found::new();
    for flow in diagram.flows.iter().filter(|flow| !flow.out_of_scope) {
        for rule in tables.rules.iter().filter(|rule| !rule.stub()) {
            let holds = |filter: &crate::filter::Filter| filter.holds(tables, diagram, flow);
            if holds(&rule.include) && !rule.exclude.as_ref().is_some_and(holds) {
                found.insert((flow.own.name.clone(), rule.id.clone()));
            }
        }
    }
    found
}

/// For how many flows only the exception keeps a rule silent.
pub fn excluded(tables: &Tables, diagram: &Diagram, rule: &Rule) -> usize {
    let Some(exclude) = &rule.exclude else {
        return 0;
    };
    let flows = diagram.flows.iter().filter(|flow| !flow.out_of_scope);
    flows.filter(|flow| rule.include.holds(tables, diagram, flow) && exclude.holds(tables, diagram, flow)).count()
}

/// A diagram from the tables of a corpus: elements with the boxes around them, flows with the boundaries they cross.
pub fn of_files(tables: &Tables, elements: &str, flows: &str) -> Diagram {
    let elements = rows(elements);
    let (places, things): (Vec<&Row>, Vec<&Row>) =
        elements.iter().partition(|row| tables.is(&row["generic"], "GE.TB.L") || tables.is(&row["generic"], "GE.TB.B"));
    let index = |list: &[&Row], id: &str| list.iter().position(|row| row["id"] == id);
    let inside = |place: &Row| {
        let held = things.iter().enumerate();
        held.filter(|(_, row)| row["inside"].split(',').any(|id| id == place["id"])).map(|(at, _)| at).collect()
    };
    let flow = |row: Row| Flow {
        source: index(&things, &row["source"]).expect("source"),
        target: index(&things, &row["target"]).expect("target"),
        crosses: row["crosses"].split(',').filter_map(|id| index(&places, id)).collect(),
        out_of_scope: row["props"].contains("\"Out Of Scope\": \"true\""),
        own: node(tables, &row, row.get("type").map_or("GE.DF", String::as_str)),
    };
    Diagram {
        nodes: things.iter().map(|row| node(tables, row, &row["type"])).collect(),
        boundaries: places.iter().map(|row| Boundary { kind: row["type"].clone(), inside: inside(row) }).collect(),
        flows: rows(flows).into_iter().map(flow).collect(),
    }
}

fn node(tables: &Tables, row: &Row, kind: &str) -> Node {
    let labels: BTreeMap<String, String> = serde_json::from_str(&row["props"]).expect("properties");
    let attributes = tables.attributes(kind);
    let known = tables.values.iter().filter(|value| attributes.contains(&value.attribute.as_str()));
    let set = known
        .filter(|value| labels.get(&value.label) == Some(&value.value))
        .map(|value| (value.attribute.clone(), value.value.clone()));
    Node { name: row["id"].clone(), kind: kind.to_owned(), set: set.collect() }
}
