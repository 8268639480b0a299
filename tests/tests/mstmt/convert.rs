//! A diagram of the original as a model of tm.
//!
//! Boxes that lie in one another become boundaries around their elements. A line, and a box that overlaps others without
//! lying in them, becomes an empty boundary that flows name in `crosses`.

use crate::diagram::{Diagram, Flow, Node};
use crate::tables::Tables;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The model's source.
pub fn text(tables: &Tables, diagram: &Diagram) -> String {
    let nest = Nest::of(tables, diagram);
    let mut out = String::from("use std.mstmt\n");
    for (id, boundary) in diagram.boundaries.iter().enumerate() {
        if !nest.kept.contains(&id) {
            let _ = writeln!(out, "boundary b{id}: {}", tables.kinds[&boundary.kind].written);
        }
    }
    nest.write(tables, diagram, None, &mut out);
    for flow in &diagram.flows {
        write_flow(tables, diagram, &nest, flow, &mut out);
    }
    out
}

/// Which boxes become boundaries around elements, and what lies directly in which.
struct Nest {
    kept: Vec<usize>,
    parents: Vec<Option<usize>>,
    homes: Vec<Option<usize>>,
}

impl Nest {
    fn of(tables: &Tables, diagram: &Diagram) -> Self {
        let inside = |id: usize| &diagram.boundaries[id].inside;
        let mut kept: Vec<usize> = Vec::new();
        let mut boxes: Vec<usize> =
            (0..diagram.boundaries.len()).filter(|id| tables.is(&diagram.boundaries[*id].kind, "GE.TB.B")).collect();
        // the largest first, so that the parent of each stands before it
        boxes.sort_by_key(|id| (std::cmp::Reverse(inside(*id).len()), *id));
        for id in boxes {
            let fits = |other: &usize| inside(id).is_subset(inside(*other)) || inside(id).is_disjoint(inside(*other));
            if kept.iter().all(fits) {
                kept.push(id);
            }
        }
        let parent = |at: usize| kept[..at].iter().rev().find(|outer| inside(kept[at]).is_subset(inside(**outer)));
        let parents = (0..kept.len()).map(|at| parent(at).copied()).collect();
        let home = |node: usize| kept.iter().rev().find(|id| inside(**id).contains(&node)).copied();
        let homes = (0..diagram.nodes.len()).map(home).collect();
        Self { kept, parents, homes }
    }

    fn write(&self, tables: &Tables, diagram: &Diagram, place: Option<usize>, out: &mut String) {
        for (at, node) in diagram.nodes.iter().enumerate().filter(|(at, _)| self.homes[*at] == place) {
            write_node(tables, at, node, out);
        }
        for (_, id) in self.kept.iter().enumerate().filter(|(at, _)| self.parents[*at] == place) {
            let _ = writeln!(out, "boundary b{id}: {} {{", tables.kinds[&diagram.boundaries[*id].kind].written);
            self.write(tables, diagram, Some(*id), out);
            out.push_str("}\n");
        }
    }
}

fn write_node(tables: &Tables, at: usize, node: &Node, out: &mut String) {
    let kinds = [("GE.P", "process"), ("GE.EI", "actor"), ("GE.DS", "store")];
    let (_, word) = kinds.iter().find(|(id, _)| tables.is(&node.kind, id)).expect("a node");
    let written = &tables.kinds[&node.kind].written;
    let _ = writeln!(out, "{word} n{at}: {written} {{ {} }}", values(tables, node).join(", "));
}

fn write_flow(tables: &Tables, diagram: &Diagram, nest: &Nest, flow: &Flow, out: &mut String) {
    let mut members = values(tables, &flow.own);
    let named: BTreeSet<String> =
        flow.crosses.iter().filter(|id| !nest.kept.contains(id)).map(|id| format!("b{id}")).collect();
    let around = flow.crosses.iter().filter(|id| nest.kept.contains(id));
    for id in around {
        let ends = [flow.source, flow.target].map(|end| diagram.boundaries[*id].inside.contains(&end));
        assert_ne!(ends[0], ends[1], "a box is crossed when one end is in it");
    }
    if !named.is_empty() {
        members.push(format!("crosses = [{}]", named.into_iter().collect::<Vec<_>>().join(", ")));
    }
    if flow.out_of_scope {
        members.push("out_of_scope".into());
    }
    let written = &tables.kinds[&flow.own.kind].written;
    let (name, source, target) = (&flow.own.name, flow.source, flow.target);
    let _ = writeln!(out, "flow {name}: n{source} -> n{target} over {written} {{ {} }}", members.join(", "));
}

/// What is set, as `property = value`.
fn values(tables: &Tables, node: &Node) -> Vec<String> {
    let written = |(attribute, value): (&String, &String)| {
        let found = tables.values.iter().find(|known| known.attribute == *attribute && known.value == *value);
        found.map(|known| format!("{} = {}", known.property, known.written)).expect("a known value")
    };
    node.set.iter().map(written).collect()
}
