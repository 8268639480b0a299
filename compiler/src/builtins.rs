//! The attributes and the navigation that the language itself knows; everything else is library.

use crate::decl::Kind;
use crate::ids::PropId;
use crate::library::roots;
use crate::value::Type;

/// An attribute of the language.
#[derive(Debug)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// The kinds that have it.
    pub kinds: &'static [Kind],
    /// Its type.
    pub ty: fn() -> Type,
    /// What it says.
    pub doc: &'static str,
}

const NODES: &[Kind] = &[Kind::Actor, Kind::Process, Kind::Store];
const PLACES: &[Kind] = &[Kind::Actor, Kind::Process, Kind::Store, Kind::Boundary, Kind::Flow];

fn texts() -> Type {
    Type::Text.list()
}

fn data() -> Type {
    Type::Element(roots::DATA).list()
}

/// The attributes; an attribute's place in this list is its property id.
pub const ATTRIBUTES: &[Attribute] = &[
    Attribute { name: "external", kinds: PLACES, ty: || Type::Bool, doc: "Outside of our control." },
    Attribute { name: "tags", kinds: &Kind::ALL, ty: || Type::Tag.list(), doc: "Tags of this element." },
    Attribute {
        name: "holds",
        kinds: NODES,
        ty: data,
        doc: "The data kept here. `[]` means none; not stated means unknown.",
    },
    Attribute { name: "sends", kinds: &[Kind::Flow], ty: data, doc: "The data that travels from source to target." },
    Attribute {
        name: "receives",
        kinds: &[Kind::Flow],
        ty: data,
        doc: "The data that travels back from target to source.",
    },
    Attribute {
        name: "code",
        kinds: PLACES,
        ty: texts,
        doc: "Patterns of the source files it is built from; scanners' findings there are about it.",
    },
    Attribute { name: "image", kinds: PLACES, ty: texts, doc: "Container images it runs from." },
    Attribute {
        name: "resource",
        kinds: PLACES,
        ty: texts,
        doc: "Addresses of the infrastructure resources that it is.",
    },
    Attribute {
        name: "was",
        kinds: &Kind::ALL,
        ty: texts,
        doc: "Earlier names; decisions and baselines that use them still apply.",
    },
    Attribute { name: "owner", kinds: &[Kind::Model], ty: || Type::Text, doc: "Who answers for the model." },
    Attribute { name: "scope", kinds: &[Kind::Model], ty: || Type::Text, doc: "What is in and out of scope." },
    Attribute {
        name: "methods",
        kinds: &[Kind::Model],
        ty: || Type::EnumName.list(),
        doc: "The category sets whose threats count; all where not stated.",
    },
    Attribute {
        name: "appetite",
        kinds: &[Kind::Model],
        ty: || Type::RiskLevel,
        doc: "The highest residual risk that the gate lets pass.",
    },
    Attribute {
        name: "strict",
        kinds: &[Kind::Model],
        ty: || Type::Bool,
        doc: "Let possible threats count like definite ones.",
    },
];

/// What a type may say beside facts: the name of its icon.
pub const ICON: &str = "icon";

/// Property ids of the attributes that the compiler reads itself.
pub mod attribute {
    use super::PropId;
    /// `external`
    pub const EXTERNAL: PropId = PropId(0);
    /// `tags`
    pub const TAGS: PropId = PropId(1);
    /// `holds`
    pub const HOLDS: PropId = PropId(2);
    /// `sends`
    pub const SENDS: PropId = PropId(3);
    /// `receives`
    pub const RECEIVES: PropId = PropId(4);
    /// `code`
    pub const CODE: PropId = PropId(5);
    /// `image`
    pub const IMAGE: PropId = PropId(6);
    /// `resource`
    pub const RESOURCE: PropId = PropId(7);
    /// Where something is built and runs.
    pub const PLACES: [PropId; 3] = [CODE, IMAGE, RESOURCE];
    /// `was`
    pub const WAS: PropId = PropId(8);
    /// `owner`
    pub const OWNER: PropId = PropId(9);
    /// `scope`
    pub const SCOPE: PropId = PropId(10);
    /// `methods`
    pub const METHODS: PropId = PropId(11);
    /// `appetite`
    pub const APPETITE: PropId = PropId(12);
    /// `strict`
    pub const STRICT: PropId = PropId(13);
}

/// What the compiler derives from the model's structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "named after the word of the language")]
pub enum Nav {
    Name,
    Title,
    Source,
    Target,
    Data,
    Protocol,
    CrossesBoundary,
    Entered,
    Left,
    Inflows,
    Outflows,
    Inputs,
    Outputs,
    Neighbours,
    Boundary,
    Boundaries,
    Controls,
    Parent,
    Children,
    Elements,
    CarriedBy,
    HeldBy,
}

impl Nav {
    /// The properties that a word of navigation is about; the others follow from ends, places and flows.
    pub(crate) fn rests_on(self) -> &'static [PropId] {
        match self {
            Nav::Data | Nav::Inputs | Nav::Outputs | Nav::CarriedBy => &[attribute::SENDS, attribute::RECEIVES],
            Nav::HeldBy => &[attribute::HOLDS],
            _ => &[],
        }
    }
}

/// A word of navigation: its name, the kinds that have it, what it is, its type.
pub struct NavInfo {
    /// Which it is.
    pub nav: Nav,
    /// Its name.
    pub name: &'static str,
    /// The kinds that have it.
    pub kinds: &'static [Kind],
    /// Its type.
    pub ty: fn() -> Type,
    /// What it gives.
    pub doc: &'static str,
}

fn flows() -> Type {
    Type::Element(roots::FLOW).list()
}

fn nodes() -> Type {
    Type::Element(roots::NODE).list()
}

fn boundaries() -> Type {
    Type::Element(roots::BOUNDARY).list()
}

macro_rules! navigation {
    ($($nav:ident $name:literal $kinds:expr, $ty:expr, $doc:literal;)*) => {
        /// All words of navigation.
        pub const NAVIGATION: &[NavInfo] = &[
            $(NavInfo { nav: Nav::$nav, name: $name, kinds: $kinds, ty: $ty, doc: $doc },)*
        ];
    };
}

navigation! {
    Name "name" &Kind::ALL, || Type::Text, "The element's id.";
    Title "title" &Kind::ALL, || Type::Text, "The text behind its name, or its name.";
    Source "source" &[Kind::Flow], || Type::Element(roots::NODE), "Who opens the flow.";
    Target "target" &[Kind::Flow], || Type::Element(roots::NODE), "Whom the flow is opened to.";
    Data "data" &[Kind::Flow], data, "What travels, either way.";
    Protocol "protocol" &[Kind::Flow], || Type::TypeName, "The type after `over`.";
    CrossesBoundary "crosses_boundary" &[Kind::Flow], || Type::Bool, "Its ends are in different boundaries.";
    Entered "entered" &[Kind::Flow], boundaries, "Boundaries around the target that are not around the source.";
    Left "left" &[Kind::Flow], boundaries, "Boundaries around the source that are not around the target.";
    Inflows "inflows" NODES, flows, "Flows opened to it.";
    Outflows "outflows" NODES, flows, "Flows that it opens.";
    Inputs "inputs" NODES, flows, "Flows that bring data to it.";
    Outputs "outputs" NODES, flows, "Flows that take data from it.";
    Neighbours "neighbours" NODES, nodes, "The other ends of its flows.";
    Boundary "boundary" NODES, || Type::Element(roots::BOUNDARY), "The boundary right around it.";
    Boundaries "boundaries" NODES, boundaries, "All boundaries around it, from the inside out.";
    Controls "controls" &Kind::ALL, || Type::Control.list(), "Controls that stand on it or on a boundary around it.";
    Parent "parent" &[Kind::Boundary], || Type::Element(roots::BOUNDARY), "The boundary right around it.";
    Children "children" &[Kind::Boundary], boundaries, "The boundaries right inside it.";
    Elements "elements" &[Kind::Boundary], nodes, "All nodes inside it, however deep.";
    CarriedBy "carried_by" &[Kind::Data], flows, "The flows that carry it.";
    HeldBy "held_by" &[Kind::Data], nodes, "The nodes that hold it.";
}

/// True for attributes and navigation, which the language gives; all other properties come from libraries.
pub fn is_of_language(name: &str) -> bool {
    ATTRIBUTES.iter().any(|known| known.name == name) || navigation(name).is_some()
}

/// Finds a word of navigation.
pub fn navigation(name: &str) -> Option<&'static NavInfo> {
    NAVIGATION.iter().find(|info| info.name == name)
}
