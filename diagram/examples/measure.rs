//! Times the layouts and counts what readers stumble over:
//! `cargo run -p tm-diagram --example measure`.

use std::time::Instant;

use tm_diagram::geometry::{Placed, Point, Rect};
use tm_diagram::scene::Scene;
use tm_diagram::{Boundary, Diagram, End, Engine, Flow, Node, Tone, layout, render_svg};

#[path = "samples/mod.rs"]
mod samples;

fn main() {
    for engine in [Engine::Elk, Engine::List] {
        let all = [samples::bookshop(), samples::bank(), samples::overview(), samples::hostile()];
        for diagram in &all {
            let scene = Scene::new(diagram);
            let (placed, used, _) = layout::place(&scene, engine);
            let (crossings, over, labels) = faults(&placed);
            println!(
                "{used:?} {}: {crossings} crossings, {over} flows over nodes, {labels} labels over nodes or labels",
                diagram.title
            );
        }
    }
    for nodes in [100, 500, 2000] {
        for engine in [Engine::Elk, Engine::List] {
            let diagram = many(nodes);
            let start = Instant::now();
            let picture = render_svg(&diagram, engine);
            let took = start.elapsed().as_millis();
            println!("{nodes} nodes: {:?} {took} ms, {} bytes", picture.engine_used, picture.svg.len());
        }
    }
}

/// Crossings of flows, flows that run through nodes, labels that cover something.
fn faults(placed: &Placed) -> (usize, usize, usize) {
    let routes: Vec<_> = placed.flows.iter().flatten().collect();
    let boxes: Vec<Rect> = placed.nodes.iter().flatten().map(|rect| rect.inset(0.5)).collect();
    let labels: Vec<Rect> = routes.iter().filter_map(|route| route.label).map(|rect| rect.inset(0.5)).collect();
    let mut crossings = 0;
    for (at, route) in routes.iter().enumerate() {
        for other in &routes[..at] {
            crossings += pairs(&route.points, &other.points);
        }
    }
    let through = |rect: &Rect| routes.iter().filter(|r| r.points.windows(2).any(|w| span(w).overlaps(rect))).count();
    let over = boxes.iter().map(through).sum();
    let mut covered = 0;
    for (at, label) in labels.iter().enumerate() {
        covered += boxes.iter().chain(&labels[..at]).filter(|rect| rect.overlaps(label)).count();
    }
    (crossings, over, covered)
}

fn pairs(a: &[Point], b: &[Point]) -> usize {
    let all = a.windows(2).flat_map(|one| b.windows(2).map(move |two| (span(one), span(two))));
    all.filter(|(one, two)| one.overlaps(two)).count()
}

/// The upright box of a stretch, a hair thick.
fn span(ends: &[Point]) -> Rect {
    let (a, b) = (ends[0], ends[1]);
    Rect { x: a.x.min(b.x), y: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }.inset(-0.05)
}

/// Nodes in boundaries of ten, each with a flow ahead and one that jumps.
fn many(nodes: usize) -> Diagram {
    let flow = |source: usize, target: usize| Flow {
        id: format!("{source}..{target}"),
        source: End::Node(source),
        target: End::Node(target),
        label: "sends".to_owned(),
        tone: Tone::None,
        both_ways: false,
        dashed: false,
        about: String::new(),
        members: Vec::new(),
    };
    let near = (0..nodes - 1).map(|at| flow(at, at + 1));
    let far = (0..nodes / 2).map(|at| flow(at * 2, (at * 7 + 3) % nodes));
    Diagram {
        nodes: (0..nodes)
            .map(|at| Node {
                id: format!("n{at}"),
                label: format!("Node {at}"),
                parent: Some(at / 10),
                ..Node::default()
            })
            .collect(),
        boundaries: (0..nodes.div_ceil(10))
            .map(|at| Boundary { id: format!("b{at}"), label: format!("Boundary {at}"), ..Boundary::default() })
            .collect(),
        flows: near.chain(far).collect(),
        ..Diagram::default()
    }
}
