//! What a caller draws: a data-flow diagram as plain data.
//!
//! Nothing here knows of threats or of the compiler. Indices point into the
//! vectors of the same [`Diagram`]; an index that points nowhere is not an error,
//! it is ignored and reported in the note of the rendered picture.

/// A data-flow diagram.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagram {
    /// Heading above the picture; may be empty.
    pub title: String,
    /// Main direction of the flows.
    pub direction: Direction,
    /// Actors, processes, stores and stubs.
    pub nodes: Vec<Node>,
    /// Trust boundaries, in any order; `parent` makes them a tree.
    pub boundaries: Vec<Boundary>,
    /// Conversations between nodes or boundaries.
    pub flows: Vec<Flow>,
    /// Entries of the legend below the picture; none means no legend.
    pub legend: Vec<LegendEntry>,
}

/// Main direction in which flows run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// From top to bottom: the shape that fits a page.
    #[default]
    Down,
    /// From left to right: a strip, for small diagrams.
    Right,
}

/// A node of the diagram.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Identity, written as `data-id`.
    pub id: String,
    /// Name shown in the shape.
    pub label: String,
    /// Smaller second line, such as the name of the type; may be empty.
    pub subtitle: String,
    /// Shape by kind.
    pub shape: Shape,
    /// Index of the boundary that contains the node.
    pub parent: Option<usize>,
    /// Risk, as colour and as a meter.
    pub tone: Tone,
    /// Short text beside the meter, such as a count; may be empty.
    pub badge: String,
    /// Outside of our control: drawn grey with a double outline.
    pub external: bool,
    /// Drawn before the texts.
    pub icon: Option<Icon>,
    /// What is said where one points at it or hears it read; empty: its texts.
    pub about: String,
    /// Where a click leads.
    pub href: Option<String>,
}

/// What stands for a sort of thing: data of SVG paths on a field of 24 by 24.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Icon {
    /// Drawn as lines; may be empty.
    pub lines: String,
    /// Filled; may be empty.
    pub areas: String,
}

/// Shape of a node, as data-flow diagrams have them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// A rectangle.
    Actor,
    /// A circle drawn out to the width of its text.
    #[default]
    Process,
    /// Two parallel lines, open at the ends.
    Store,
    /// A grey stand-in for something drawn in another picture.
    Stub,
}

/// A trust boundary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Boundary {
    /// Identity, written as `data-id`.
    pub id: String,
    /// Name shown in the top left corner.
    pub label: String,
    /// Smaller text after the name; may be empty.
    pub subtitle: String,
    /// Index of the boundary around this one.
    pub parent: Option<usize>,
    /// Drawn as one solid box; what it contains is hidden, flows end at the box.
    pub collapsed: bool,
    /// Risk, as colour and as a meter.
    pub tone: Tone,
    /// Short text beside the meter; may be empty.
    pub badge: String,
    /// Drawn before the name.
    pub icon: Option<Icon>,
    /// What is said where one points at it or hears it read; empty: its texts.
    pub about: String,
    /// Where a click leads.
    pub href: Option<String>,
}

/// A flow between two ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Identity, written as `data-id`.
    pub id: String,
    /// Where the flow starts.
    pub source: End,
    /// Where the arrow points.
    pub target: End,
    /// Text on the line; may be empty.
    pub label: String,
    /// Risk, as colour, width and a meter.
    pub tone: Tone,
    /// An arrow head at both ends.
    pub both_ways: bool,
    /// A dashed line.
    pub dashed: bool,
    /// What is said where one points at it or hears it read; empty: its label and its ends.
    pub about: String,
    /// Identities of all flows that this one line stands for, written as `data-all`; empty where it is one.
    pub members: Vec<String>,
}

/// One end of a flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Index into [`Diagram::nodes`].
    Node(usize),
    /// Index into [`Diagram::boundaries`].
    Boundary(usize),
}

/// How much attention an element deserves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to say.
    #[default]
    None,
    /// 1 (lowest) to 5 (highest); other numbers are brought into that range.
    Level(u8),
}

impl Tone {
    /// The level from 1 to 5, if there is one.
    pub fn level(self) -> Option<u8> {
        match self {
            Tone::None => None,
            Tone::Level(level) => Some(level.clamp(1, 5)),
        }
    }
}

/// One entry of the legend: a sample and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// The sample drawn.
    pub key: LegendKey,
    /// Its meaning.
    pub label: String,
}

impl LegendEntry {
    /// An entry.
    pub fn new(key: LegendKey, label: impl Into<String>) -> Self {
        let label = label.into();
        LegendEntry { key, label }
    }
}

/// What a legend entry shows a sample of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendKey {
    /// A node's shape.
    Shape(Shape),
    /// The double outline of what is outside our control.
    External,
    /// The dashed box of a boundary.
    Boundary,
    /// The solid box of a collapsed boundary.
    Collapsed,
    /// A flow's line and arrow.
    Flow,
    /// A dashed flow.
    DashedFlow,
    /// A flow with two arrow heads.
    BothWays,
    /// Colour and meter of a tone.
    Tone(Tone),
}
