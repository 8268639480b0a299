//! Tests of whole pictures: random small diagrams, hostile labels, odd structure.

use proptest::prelude::*;

use crate::geometry::{Placed, Rect};
use crate::scene::Scene;
use crate::*;

fn flow(id: usize, source: End, target: End, label: &str) -> Flow {
    Flow {
        id: format!("f{id}"),
        source,
        target,
        label: label.to_owned(),
        tone: Tone::None,
        both_ways: false,
        dashed: false,
        about: String::new(),
        members: Vec::new(),
    }
}

fn node(id: usize, label: &str, parent: Option<usize>) -> Node {
    Node { id: format!("n{id}"), label: label.to_owned(), parent, ..Node::default() }
}

fn boundary(id: usize, parent: Option<usize>) -> Boundary {
    Boundary { id: format!("b{id}"), label: format!("Boundary {id}"), parent, ..Boundary::default() }
}

/// Small diagrams with self loops, parallel flows, empty and nested boundaries,
/// and flows that end at boundaries, their own contents included.
fn diagrams() -> impl Strategy<Value = Diagram> {
    let nodes = prop::collection::vec((0..4_u8, 0..7_usize, 0..7_u8, "[a-z <&漢]{0,18}"), 0..9);
    let boundaries = prop::collection::vec((0..6_usize, 0..8_u8), 0..6);
    let flows = prop::collection::vec((0..16_usize, 0..16_usize, "[a-z |]{0,24}", any::<bool>()), 0..16);
    (nodes, boundaries, flows, any::<bool>()).prop_map(|(nodes, boundaries, flows, right)| {
        let (n, b) = (nodes.len(), boundaries.len());
        let end = |pick: usize| match pick % (n + b) {
            at if at < n => End::Node(at),
            at => End::Boundary(at - n),
        };
        Diagram {
            title: "Random".to_owned(),
            direction: if right { Direction::Right } else { Direction::Down },
            flows: flows
                .into_iter()
                .enumerate()
                .filter(|_| n + b > 0)
                .map(|(at, (from, to, label, both_ways))| Flow { both_ways, ..flow(at, end(from), end(to), &label) })
                .collect(),
            boundaries: boundaries
                .into_iter()
                .enumerate()
                .map(|(at, (parent, kind))| Boundary {
                    collapsed: kind == 0,
                    tone: Tone::Level(kind),
                    ..boundary(at, (parent < at).then_some(parent))
                })
                .collect(),
            nodes: nodes
                .into_iter()
                .enumerate()
                .map(|(at, (shape, parent, level, label))| Node {
                    shape: [Shape::Actor, Shape::Process, Shape::Store, Shape::Stub][usize::from(shape)],
                    tone: Tone::Level(level),
                    external: level == 2,
                    ..node(at, &label, (parent < b).then_some(parent))
                })
                .collect(),
            legend: vec![LegendEntry::new(LegendKey::Flow, "Flow")],
        }
    })
}

/// What holds of every layout.
fn check_places(scene: &Scene, placed: &Placed) {
    let page = Rect::new(geometry::Point::default(), placed.size).inset(-0.2);
    let rect = |end: &End| match end {
        End::Node(at) => placed.nodes[*at].unwrap(),
        End::Boundary(at) => placed.boundaries[*at].unwrap(),
    };
    for (slot, inside) in scene.children().iter().enumerate() {
        let room = slot.checked_sub(1).map_or(page, |at| placed.boundaries[at].unwrap_or_default().inset(-0.2));
        for (at, child) in inside.iter().enumerate() {
            assert!(room.contains(&rect(child)), "{child:?} sticks out");
            for other in &inside[..at] {
                let (a, b) = (rect(child).inset(0.2), rect(other).inset(0.2));
                assert!(!a.overlaps(&b), "{child:?} overlaps {other:?}");
            }
        }
    }
    for (own, route) in scene.flows.iter().zip(&placed.flows) {
        assert_eq!(own.ends.is_some(), route.is_some());
        let Some(route) = route else { continue };
        assert!(route.points.len() >= 2);
        assert!(route.points.iter().all(|p| page.contains(&Rect { x: p.x, y: p.y, ..Rect::default() })));
        assert_eq!(own.size.is_some(), route.label.is_some());
    }
}

fn check_picture(diagram: &Diagram, engine: Engine) -> Rendered {
    let scene = Scene::new(diagram);
    let (placed, _, _) = layout::place(&scene, engine);
    check_places(&scene, &placed);
    let picture = render_svg(diagram, engine);
    assert_eq!(picture, render_svg(diagram, engine), "same input, same bytes");
    let document = roxmltree::Document::parse(&picture.svg).unwrap();
    let painted = |class: &str| {
        let groups = document.descendants().filter(|n| n.has_tag_name("g") && n.has_attribute("tabindex"));
        groups.filter(|n| n.attribute("class").unwrap().split(' ').any(|c| c == class)).count()
    };
    assert_eq!(painted("flow"), scene.flows.iter().filter(|f| f.ends.is_some()).count());
    assert_eq!(painted("node"), scene.nodes.iter().filter(|n| !n.hidden).count());
    assert_eq!(painted("boundary"), scene.boundaries.iter().filter(|b| !b.hidden).count());
    picture
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_list_holds_any_diagram(diagram in diagrams()) {
        let picture = check_picture(&diagram, Engine::List);
        prop_assert_eq!(picture.engine_used, Engine::List);
        prop_assert_eq!(picture.note, None);
    }

    #[test]
    fn the_layered_picture_holds_any_diagram(diagram in diagrams()) {
        check_picture(&diagram, Engine::Elk);
    }

    #[test]
    fn any_text_gives_well_formed_xml(text in ".{0,60}", wide in 1.0..300.0_f64) {
        let mut diagram = Diagram { title: text.clone(), nodes: vec![node(0, &text, None)], ..Diagram::default() };
        diagram.nodes[0].id = text.clone();
        diagram.nodes[0].href = Some(text.clone());
        let picture = render_svg(&diagram, Engine::List);
        prop_assert!(roxmltree::Document::parse(&picture.svg).is_ok());
        let font = crate::text::Font { size: 11.0, bold: false };
        prop_assert!(crate::text::wrap(&text, font, wide, 3).len() <= 3);
    }
}

#[test]
fn no_two_lines_of_the_list_share_a_stretch() {
    let ends: Vec<End> = (0..5).map(End::Node).collect();
    let mut flows = Vec::new();
    for (a, source) in ends.iter().enumerate() {
        for target in &ends[a..] {
            flows.push(flow(flows.len(), *source, *target, "x"));
            flows.push(flow(flows.len(), *target, *source, "y"));
        }
    }
    let nodes = (0..5).map(|at| node(at, "n", None)).collect();
    let diagram = Diagram { nodes, flows, ..Diagram::default() };
    let scene = Scene::new(&diagram);
    let placed = fallback::List.place(&scene);
    let mut heights: Vec<String> = Vec::new();
    let mut lanes: Vec<String> = Vec::new();
    for route in placed.flows.iter().flatten() {
        heights.push(format!("{}", route.points[0].y));
        heights.push(format!("{}", route.points[3].y));
        lanes.push(format!("{}", route.points[1].x));
    }
    for mut list in [heights, lanes] {
        let all = list.len();
        list.sort();
        list.dedup();
        assert_eq!(list.len(), all);
    }
}

#[test]
fn odd_structure_is_repaired_and_noted() {
    let diagram = Diagram {
        nodes: vec![node(0, "a", Some(99)), node(1, "b", Some(1))],
        boundaries: vec![boundary(0, Some(1)), boundary(1, Some(0)), boundary(2, Some(2))],
        flows: vec![flow(0, End::Node(0), End::Node(7), ""), flow(1, End::Node(0), End::Boundary(0), "")],
        ..Diagram::default()
    };
    for engine in [Engine::Elk, Engine::List] {
        let note = check_picture(&diagram, engine).note.unwrap();
        assert!(note.contains("flow 0 has an end that does not exist"), "{note}");
        assert!(note.contains("node 0 names a boundary that does not exist"), "{note}");
        assert!(note.contains("boundary 0 lies inside itself") || note.contains("boundary 1 lies"), "{note}");
        assert!(note.contains("boundary 2 lies inside itself"), "{note}");
    }
}

#[test]
fn a_collapsed_boundary_takes_the_flows_of_what_it_hides() {
    let mut outer = boundary(0, None);
    outer.collapsed = true;
    let diagram = Diagram {
        nodes: vec![node(0, "in", Some(1)), node(1, "in too", Some(0)), node(2, "out", None)],
        boundaries: vec![outer, boundary(1, Some(0))],
        flows: vec![flow(0, End::Node(0), End::Node(2), "leaves"), flow(1, End::Node(0), End::Node(1), "stays")],
        ..Diagram::default()
    };
    let scene = Scene::new(&diagram);
    assert_eq!(scene.flows[0].ends, Some((End::Boundary(0), End::Node(2))));
    assert_eq!(scene.flows[1].ends, None);
    let svg = check_picture(&diagram, Engine::List).svg;
    assert!(svg.contains("leaves") && !svg.contains("stays"));
}

#[test]
fn nothing_to_draw_is_a_picture_too() {
    for engine in [Engine::Elk, Engine::List] {
        let picture = check_picture(&Diagram::default(), engine);
        assert_eq!(picture.engine_used == engine, cfg!(feature = "elk") || engine == Engine::List);
    }
}

#[test]
fn what_is_too_deep_or_too_large_becomes_a_list_with_a_note() {
    let deep = Diagram {
        boundaries: (0..3000).map(|at: usize| boundary(at, at.checked_sub(1))).collect(),
        ..Diagram::default()
    };
    let picture = render_svg(&deep, Engine::Elk);
    assert_eq!(picture.engine_used, Engine::List);
    assert!(picture.note.unwrap().contains("drawn as a list"));
    let large = Diagram { nodes: (0..8_001).map(|at| node(at, "", None)).collect(), ..Diagram::default() };
    assert_eq!(render_svg(&large, Engine::Elk).engine_used, Engine::List);
}

#[test]
fn risk_shows_without_colour() {
    let bars = |level: u8| {
        let mut one = node(0, "a", None);
        one.tone = Tone::Level(level);
        let svg = render_svg(&Diagram { nodes: vec![one], ..Diagram::default() }, Engine::List).svg;
        svg.matches("class=\"bar\"").count() - svg.matches("opacity=\"0.25\"").count()
    };
    assert_eq!([0, 1, 3, 5, 9].map(bars), [1, 1, 3, 5, 5]);
}

#[test]
fn a_script_in_a_link_is_not_kept() {
    let mut bad = node(0, "a", None);
    bad.href = Some("javascript:alert(1)".to_owned());
    let mut good = node(1, "b", None);
    good.href = Some("#threats-b".to_owned());
    let diagram = Diagram { nodes: vec![bad, good], ..Diagram::default() };
    let svg = render_svg(&diagram, Engine::List).svg;
    assert!(!svg.contains("javascript") && svg.contains("<a href=\"#threats-b\">"));
}

#[test]
#[cfg(feature = "png")]
fn the_picture_renders_with_its_colours() {
    let mut actor = node(0, "a", None);
    actor.shape = Shape::Actor;
    let diagram = Diagram { nodes: vec![actor], ..Diagram::default() };
    let auto = render_svg(&diagram, Engine::List).svg;
    let light = render_themed(&diagram, Engine::List, Theme::Light).svg;
    let dark = render_themed(&diagram, Engine::List, Theme::Dark).svg;
    let png = |svg: &str| render_png(svg, 1.0).unwrap();
    assert_eq!(png(&auto), png(&light), "the block for browsers is skipped");
    assert_ne!(png(&light), png(&dark));
}
