//! The scene as the JSON graph that the engine reads.

use serde_json::{Value, json};

use crate::geometry::Size;
use crate::model::{Direction, End};
use crate::scene::{FlowLine, HEADER_HEIGHT, Scene};

/// Up to here the slower placement that gives straighter lines is worth its time.
const SMALL_ENOUGH: usize = 200;

/// The whole graph.
pub fn build(scene: &Scene) -> Value {
    let children = scene.children();
    let flows = scene.flows.iter().enumerate();
    let edges: Vec<Value> = flows.filter_map(|(at, flow)| edge(at, flow)).collect();
    json!({
        "id": "root",
        "layoutOptions": options(scene),
        "children": boxes(scene, &children, 0),
        "edges": edges,
    })
}

/// Name of an end in the graph.
pub fn id(end: End) -> String {
    match end {
        End::Node(at) => format!("n{at}"),
        End::Boundary(at) => format!("b{at}"),
    }
}

fn options(scene: &Scene) -> Value {
    let small = scene.nodes.len() + scene.boundaries.len() <= SMALL_ENOUGH;
    let down = scene.diagram.direction == Direction::Down;
    json!({
        "elk.algorithm": "layered",
        "elk.direction": if down { "DOWN" } else { "RIGHT" },
        "elk.hierarchyHandling": "INCLUDE_CHILDREN",
        "elk.edgeRouting": "ORTHOGONAL",
        "elk.randomSeed": 1,
        "elk.layered.nodePlacement.strategy": if small { "NETWORK_SIMPLEX" } else { "BRANDES_KOEPF" },
        "elk.layered.thoroughness": if small { 20 } else { 7 },
        "elk.layered.cycleBreaking.strategy": "GREEDY_MODEL_ORDER",
        "elk.padding": "[top=4,left=4,bottom=4,right=4]",
        "elk.spacing.nodeNode": 30,
        "elk.spacing.edgeNode": 18,
        "elk.spacing.edgeEdge": 14,
        "elk.spacing.edgeLabel": 4,
        "elk.spacing.labelLabel": 6,
        "elk.spacing.nodeSelfLoop": 14,
        "elk.spacing.componentComponent": 32,
        "elk.layered.spacing.nodeNodeBetweenLayers": 34,
        "elk.layered.spacing.edgeNodeBetweenLayers": 16,
        "elk.layered.spacing.edgeEdgeBetweenLayers": 14,
    })
}

fn boxes(scene: &Scene, children: &[Vec<End>], slot: usize) -> Vec<Value> {
    let inside = children[slot].iter();
    inside.map(|child| one_box(scene, children, *child)).collect()
}

fn one_box(scene: &Scene, children: &[Vec<End>], which: End) -> Value {
    match which {
        End::Node(at) => leaf(which, scene.nodes[at].size),
        End::Boundary(at) if scene.is_leaf(at) => leaf(which, scene.boundaries[at].size),
        End::Boundary(at) => {
            json!({
                "id": id(which),
                "children": boxes(scene, children, at + 1),
                "layoutOptions": {
                    "elk.padding": format!("[top={HEADER_HEIGHT},left=18,bottom=18,right=18]"),
                    "elk.nodeSize.constraints": "MINIMUM_SIZE",
                    "elk.nodeSize.minimum": minimum(scene, at),
                },
            })
        }
    }
}

/// With layers from top to bottom the engine turns the graph on its side and back,
/// but reads the least size of a container while it lies.
fn minimum(scene: &Scene, at: usize) -> String {
    let Size { width, height } = scene.boundaries[at].size;
    match scene.diagram.direction {
        Direction::Down => format!("({},{})", height.ceil(), width.ceil()),
        Direction::Right => format!("({},{})", width.ceil(), height.ceil()),
    }
}

fn leaf(which: End, size: Size) -> Value {
    json!({ "id": id(which), "width": size.width.ceil(), "height": size.height.ceil() })
}

fn edge(at: usize, flow: &FlowLine) -> Option<Value> {
    let (source, target) = flow.ends?;
    let mut edge = json!({
        "id": format!("f{at}"),
        "sources": [id(source)],
        "targets": [id(target)],
    });
    if let Some(size) = flow.size {
        edge["labels"] = json!([{
            "id": format!("l{at}"),
            "text": "x",
            "width": size.width.ceil(),
            "height": size.height.ceil(),
            "layoutOptions": {
                "elk.edgeLabels.placement": "CENTER",
                "elk.edgeLabels.inline": source != target,
            },
        }]);
    }
    Some(edge)
}
