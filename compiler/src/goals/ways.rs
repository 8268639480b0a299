//! The shortest way from where an attacker starts to what is wanted.

use crate::decl::Kind;
use crate::ids::ElementId;
use crate::model::Model;
use crate::value::Value;
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// The shortest way over conversations from any start to a node, or to any node that holds or gets the data.
pub(super) fn way(model: &Model, starts: &[ElementId], target: ElementId) -> Vec<ElementId> {
    let ends = ends(model, target);
    let mut queue: VecDeque<ElementId> = starts.iter().flat_map(|id| nodes(model, *id)).collect();
    let mut parents: FxHashMap<ElementId, Option<(ElementId, ElementId)>> =
        queue.iter().map(|id| (*id, None)).collect();
    while let Some(node) = queue.pop_front() {
        if ends.contains(&node) && parents[&node].is_some() {
            return unwind(&parents, node);
        }
        for flow in model.structure.outflows[node.0 as usize].iter() {
            if let Value::Element(flow) = flow
                && let Some((_, to)) = model.elements[*flow].ends
                && !parents.contains_key(&to)
            {
                parents.insert(to, Some((node, *flow)));
                queue.push_back(to);
            }
        }
    }
    Vec::new()
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
