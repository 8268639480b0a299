//! Random models: a plan of elements, written out as source in any order and layout.

use proptest::prelude::*;
use std::fmt::Write;

/// A model to be.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Boundaries, each inside one of those before it or at the top.
    pub boundaries: Vec<Boundary>,
    /// Actors, processes and stores.
    pub nodes: Vec<Node>,
    /// Flows between nodes.
    pub flows: Vec<Flow>,
    /// The confidentiality of each kind of data.
    pub data: Vec<Option<usize>>,
}

/// A boundary.
#[derive(Clone, Debug)]
pub struct Boundary {
    /// The boundary around it.
    pub parent: Option<usize>,
    /// Its trust.
    pub trust: Option<usize>,
}

/// A node.
#[derive(Clone, Debug)]
pub struct Node {
    /// Index into [`KINDS`].
    pub kind: usize,
    /// The boundary around it.
    pub parent: Option<usize>,
    /// Facts about it, in the order of its kind's [`PROPERTIES`].
    pub facts: [Option<bool>; 3],
    /// Controls that stand on it: index into its kind's [`CONTROLS`], and whether it is implemented.
    pub controls: Vec<(usize, bool)>,
}

/// A flow.
#[derive(Clone, Debug)]
pub struct Flow {
    /// Who opens it.
    pub source: usize,
    /// To whom.
    pub target: usize,
    /// `encrypted`, `authenticated`.
    pub facts: [Option<bool>; 2],
    /// What it sends.
    pub sends: Option<usize>,
}

/// Words of the kinds.
pub const KINDS: [&str; 3] = ["actor", "process", "store"];
/// Properties of the kinds that the plans state.
pub const PROPERTIES: [&[&str]; 3] = [
    &[],
    &["input_validation", "access_control", "output_encoding"],
    &["encryption_at_rest", "backups", "append_only"],
];
/// Controls for the kinds.
pub const CONTROLS: [&[&str]; 3] = [
    &["MultiFactor"],
    &["RateLimit", "AuditLog", "LeastPrivilege", "CodeReview"],
    &["LeastPrivilege", "Tokenization", "Redundancy", "NetworkSegmentation"],
];
const LEVELS: [&str; 5] = ["VeryLow", "Low", "Moderate", "High", "VeryHigh"];
const TRUST: [&str; 4] = ["Untrusted", "SemiTrusted", "Trusted", "HighlyTrusted"];

/// How a plan is written out; its meaning stays the same.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Declarations of one place in the opposite order.
    pub reversed: bool,
    /// More lines and spaces, and comments.
    pub airy: bool,
    /// A boundary around everything.
    pub wrapped: bool,
    /// The first node has another name.
    pub renamed: bool,
}

impl Plan {
    /// The source.
    pub fn text(&self, layout: &Layout) -> String {
        let mut parts = vec![self.inside(None, layout)];
        if layout.wrapped {
            parts[0] = format!("boundary outermost {{\n{}}}\n", parts[0]);
        }
        parts.extend(self.data.iter().enumerate().map(|(at, level)| data(at, *level)));
        parts.extend(self.flows.iter().enumerate().map(|(at, flow)| self.flow(at, flow, layout)));
        if layout.reversed {
            parts.reverse();
        }
        parts.concat()
    }

    /// What stands right inside a boundary, or at the top.
    fn inside(&self, place: Option<usize>, layout: &Layout) -> String {
        let mut parts: Vec<String> = Vec::new();
        for (at, boundary) in self.boundaries.iter().enumerate().filter(|(_, one)| one.parent == place) {
            let trust = boundary.trust.map_or_else(String::new, |trust| format!("trust = {}\n", TRUST[trust]));
            parts.push(format!("boundary b{at} {{\n{trust}{}}}\n", self.inside(Some(at), layout)));
        }
        for (at, node) in self.nodes.iter().enumerate().filter(|(_, one)| one.parent == place) {
            parts.push(node.text(&name(at, layout), layout));
        }
        if layout.reversed {
            parts.reverse();
        }
        parts.concat()
    }

    fn flow(&self, at: usize, flow: &Flow, layout: &Layout) -> String {
        let (source, target) = (name(flow.source, layout), name(flow.target, layout));
        let mut text = format!("flow f{at}: {source} -> {target} {{\n");
        let facts = ["encrypted", "authenticated"].into_iter().zip(flow.facts);
        for (property, value) in facts {
            let _ = value.map(|value| writeln!(text, "  {property} = {value}"));
        }
        let _ = flow.sends.map(|data| writeln!(text, "  sends = [D{data}]"));
        text.push_str("}\n");
        text
    }
}

fn data(at: usize, level: Option<usize>) -> String {
    match level {
        Some(level) => format!("data D{at} {{ confidentiality = {} }}\n", LEVELS[level]),
        None => format!("data D{at}\n"),
    }
}

fn name(at: usize, layout: &Layout) -> String {
    if layout.renamed && at == 0 { "renamed".into() } else { format!("n{at}") }
}

impl Node {
    fn text(&self, name: &str, layout: &Layout) -> String {
        let gap = if layout.airy { "\n\n    // a comment\n\n" } else { "\n" };
        let mut text = format!("{} {name} {{{gap}", KINDS[self.kind]);
        for (property, value) in PROPERTIES[self.kind].iter().zip(self.facts) {
            let _ = value.map(|value| write!(text, "{property} = {value}{gap}"));
        }
        for (control, implemented) in &self.controls {
            let status = if *implemented { "implemented" } else { "planned" };
            let _ = write!(text, "apply [{}] {{ status = {status} }}{gap}", CONTROLS[self.kind][*control]);
        }
        text.push_str("}\n");
        text
    }
}

/// Any plan with a few elements.
pub fn plans(with_controls: bool) -> impl Strategy<Value = Plan> {
    let most = if with_controls { 3 } else { 1 };
    (1..5_usize, 2..6_usize, 1..4_usize).prop_flat_map(move |(boundaries, nodes, data)| {
        (
            (0..boundaries).map(boundary).collect::<Vec<_>>(),
            prop::collection::vec(node(boundaries, most), nodes),
            prop::collection::vec(flow(nodes, data), 1..7),
            prop::collection::vec(prop::option::of(0..LEVELS.len()), data),
        )
            .prop_map(|(boundaries, nodes, flows, data)| Plan { boundaries, nodes, flows, data })
    })
}

fn boundary(at: usize) -> impl Strategy<Value = Boundary> {
    let parent = (0..=at).prop_map(move |parent| (parent < at).then_some(parent));
    (parent, prop::option::of(0..TRUST.len())).prop_map(|(parent, trust)| Boundary { parent, trust })
}

fn node(boundaries: usize, most_controls: usize) -> impl Strategy<Value = Node> {
    let parent = prop::option::of(0..boundaries);
    let facts = prop::array::uniform3(prop::option::of(any::<bool>()));
    let controls = prop::collection::vec((0..4_usize, any::<bool>()), 0..most_controls);
    (0..KINDS.len(), parent, facts, controls).prop_map(|(kind, parent, facts, mut controls)| {
        controls.iter_mut().for_each(|(control, _)| *control %= CONTROLS[kind].len());
        controls.sort_unstable();
        controls.dedup_by_key(|(control, _)| *control);
        Node { kind, parent, facts, controls }
    })
}

fn flow(nodes: usize, data: usize) -> impl Strategy<Value = Flow> {
    let facts = prop::array::uniform2(prop::option::of(any::<bool>()));
    (0..nodes, 0..nodes, facts, prop::option::of(0..data)).prop_map(|(source, target, facts, sends)| Flow {
        source,
        target,
        facts,
        sends,
    })
}
