//! The shortest way from where an attacker starts to what is wanted.

use crate::builtins::attribute;
use crate::decl::Kind;
use crate::ids::ElementId;
use crate::model::Model;
use crate::value::Value;
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// The shortest way from any start to a node, or to any node that holds or gets the data: over conversations to who is
/// asked, and over what is read to who reads it, since whoever writes what another one reads has reached that one.
pub(super) fn way(model: &Model, starts: &[ElementId], target: ElementId) -> Vec<ElementId> {
    let ends = ends(model, target);
    let mut queue: VecDeque<ElementId> = starts.iter().flat_map(|id| nodes(model, *id)).collect();
    let mut parents: FxHashMap<ElementId, Option<(ElementId, ElementId)>> =
        queue.iter().map(|id| (*id, None)).collect();
    while let Some(node) = queue.pop_front() {
        if ends.contains(&node) && parents[&node].is_some() {
            return unwind(&parents, node);
        }
        for (flow, to) in steps(model, node) {
            parents.entry(to).or_insert_with(|| {
                queue.push_back(to);
                Some((node, flow))
            });
        }
    }
    Vec::new()
}

/// The flows that lead on from a node, and where to.
fn steps(model: &Model, node: ElementId) -> Vec<(ElementId, ElementId)> {
    let flows = |list: &[Value]| -> Vec<ElementId> { list.iter().filter_map(Value::element).collect() };
    let mut steps = Vec::new();
    for flow in flows(&model.structure.outflows[node.0 as usize]) {
        steps.extend(model.elements[flow].ends.map(|(_, target)| (flow, target)));
    }
    for flow in flows(&model.structure.inflows[node.0 as usize]) {
        let read = model.elements[flow].elements(attribute::RECEIVES).is_some_and(|data| !data.is_empty());
        steps.extend(model.elements[flow].ends.filter(|_| read).map(|(source, _)| (flow, source)));
    }
    steps
}

fn unwind(parents: &FxHashMap<ElementId, Option<(ElementId, ElementId)>>, end: ElementId) -> Vec<ElementId> {
    let mut path = vec![end];
    let mut at = end;
    while let Some(Some((node, flow))) = parents.get(&at) {
        path.extend([*flow, *node]);
        at = *node;
    }
    path.reverse();
    path
}

/// The nodes that a place means.
fn nodes(model: &Model, id: ElementId) -> Vec<ElementId> {
    if model.elements[id].kind != Kind::Boundary {
        return vec![id];
    }
    model.structure.contents[id.0 as usize].iter().filter_map(Value::element).collect()
}

/// Where an attacker has what is wanted: the node itself; for data who holds it, else who gets it over a flow.
fn ends(model: &Model, target: ElementId) -> Vec<ElementId> {
    if model.elements[target].kind != Kind::Data {
        return nodes(model, target);
    }
    let ids = |list: &[Value]| -> Vec<ElementId> { list.iter().filter_map(Value::element).collect() };
    let holders = ids(&model.structure.held_by[target.0 as usize]);
    if !holders.is_empty() {
        return holders;
    }
    let flows = ids(&model.structure.carried_by[target.0 as usize]);
    flows.iter().filter_map(|flow| model.elements[*flow].ends.map(|(_, to)| to)).collect()
}
