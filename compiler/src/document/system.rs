//! What the document says about the system: its parts, their facts, the counts over them.

use schemars::JsonSchema;
use serde::Serialize;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

super::parts! {
    /// The program that made the document.
    Tool {
        /// `tm`.
        name: String,
        /// Its version.
        version: String,
        /// Version of the language.
        language: String,
        /// Release of the library that `tm.toml` pins; left out where it pins none.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        pinned: String,
    }
    /// A place in a source file.
    Location {
        /// Path of the file, as the World names it (`std/…` for the embedded library).
        file: String,
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
        /// Line on which it ends.
        end_line: usize,
        /// Column right behind its last character.
        end_column: usize,
        /// True for files of the embedded library, which are no files of the reader's; left out where it is false.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        embedded: bool,
    }
    /// What the model says about itself.
    Model {
        /// Its name; empty where the package declares no model.
        name: String,
        /// Names that it had; left out where it had none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        was: Vec<String>,
        /// Its title.
        title: String,
        /// Its documentation (Markdown).
        doc: String,
        /// Who answers for it.
        owner: String,
        /// What is in and out of scope.
        scope: String,
        /// Names of the category sets whose threats count (empty: all).
        methods: Vec<String>,
        /// Highest residual risk that the gate lets pass; empty where none is stated.
        appetite: String,
        /// Text to show for the appetite.
        appetite_title: String,
        /// Where it is declared; absent where the package declares no model.
        location: Option<Location>,
    }
    /// Counts for a reader in a hurry.
    Summary {
        /// Definite and assumed threats that are open.
        open: usize,
        /// Threats whose control is only planned.
        planned: usize,
        /// Threats that implemented controls bring within the appetite.
        mitigated: usize,
        /// Accepted threats.
        accepted: usize,
        /// Transferred threats.
        transferred: usize,
        /// Dismissed threats.
        dismissed: usize,
        /// Threats that depend on unknown facts.
        possible: usize,
        /// Open and planned threats of rules that are newer than the library that `tm.toml` pins, and do not count yet; left out where there are none.
        #[serde(default, skip_serializing_if = "is_zero")]
        upcoming: usize,
        /// Threats above the appetite that no decision covers.
        above_appetite: usize,
        /// The highest residual level among threats that count; empty where there is none.
        highest: String,
        /// Text to show for that level.
        highest_title: String,
        /// Counts by residual level, highest first; only threats that count (definite and assumed, not dismissed).
        by_severity: Vec<Count>,
        /// Counts by category (`Stride.Spoofing`), only threats that count.
        by_category: Vec<Count>,
        /// Questions asked.
        questions: usize,
        /// Policies that are broken.
        policies_broken: usize,
        /// Whether the model passes, and what speaks against it.
        gate: Gate,
    }
    /// Whether something passes, and what speaks against it.
    Gate {
        /// `pass`, `fail`, or `none` where nothing was asked (the model states no appetite) and nothing else fails.
        verdict: String,
        /// What speaks against it, one phrase for each sort: `2 threats above the appetite`.
        reasons: Vec<String>,
        /// Each thing that speaks against it, threats with the highest risk first.
        against: Vec<Against>,
        /// Where a change is judged: facts of it that guard or weigh less than before. They speak against nothing, but whoever reviews it should know why. Left out where there are none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        weaker: Vec<String>,
    }
    /// One thing that speaks against passing.
    Against {
        /// `threat` (above the appetite), `level` (a threat at or above a level that was asked for), `possible` (such a possible threat), `outgrown` (a threat beyond what the decision about it was about), `policy`, `undecided` (a policy that hangs on facts that nobody stated), `rego` (a rule of a policy beside the model), `expired` or `unmatched` (a decision), `failing` (a control), `governance` or `error`.
        kind: String,
        /// Id of the threat, name of the policy, the decision as written.
        subject: String,
        /// Why, in a few words.
        text: String,
        /// Where.
        location: Location,
    }
    /// A name and how often it occurs.
    Count {
        /// Name of the group.
        name: String,
        /// Text to show.
        title: String,
        /// How many.
        count: usize,
        /// Place of a level on its scale, 0 for the lowest; 0 for other groups.
        rank: usize,
    }
    /// The scales and the matrix that risk was judged by.
    RiskMethod {
        /// Name of the matrix.
        matrix: String,
        /// Its title.
        title: String,
        /// Levels of likelihood, lowest first.
        likelihood: Vec<Level>,
        /// Levels of impact, lowest first.
        impact: Vec<Level>,
        /// Levels of risk, lowest first.
        risk: Vec<Level>,
        /// Risk level for `[likelihood][impact]`, both lowest first.
        cells: Vec<Vec<String>>,
    }
    /// A level of a scale.
    Level {
        /// Its name.
        name: String,
        /// Text to show.
        title: String,
        /// Place on the scale, 0 for the lowest.
        rank: usize,
        /// Upper end of the level, as a share between 0 and 1.
        upper: f64,
        /// Colour step 1 (lowest) to 5 (highest), spread evenly over the scale.
        tone: u8,
    }
    /// A trust boundary.
    Boundary {
        /// Its id.
        id: String,
        /// Text to show.
        title: String,
        /// Name of its type, empty for a plain boundary.
        r#type: String,
        /// Id of its icon among `icons`, empty where its type has none.
        icon: String,
        /// Documentation (Markdown).
        doc: String,
        /// Id of the boundary around it, empty at the top.
        parent: String,
        /// Known facts.
        properties: Vec<Fact>,
        /// Controls that stand on it.
        controls: Vec<AppliedControl>,
        /// Earlier names.
        was: Vec<String>,
        /// Where its name is written.
        location: Location,
        /// Last line of its declaration.
        last_line: usize,
    }
    /// An actor, a process or a store.
    Element {
        /// Its id.
        id: String,
        /// `actor`, `process` or `store`.
        kind: String,
        /// Text to show.
        title: String,
        /// Name of its type, empty for a plain element.
        r#type: String,
        /// Title of its type.
        type_title: String,
        /// Id of its icon among `icons`, empty where its type has none.
        icon: String,
        /// Documentation (Markdown).
        doc: String,
        /// Id of the boundary around it, empty at the top.
        boundary: String,
        /// True for what is outside our control.
        external: bool,
        /// Ids of the data it holds.
        holds: Vec<String>,
        /// Tags.
        tags: Vec<String>,
        /// Known facts.
        properties: Vec<Fact>,
        /// Controls that stand on it or on a boundary around it.
        controls: Vec<AppliedControl>,
        /// Ids of its threats.
        threats: Vec<String>,
        /// Highest residual level among its open threats; empty where there is none.
        risk: String,
        /// Colour step of that level, 0 where there is none.
        tone: u8,
        /// Earlier names.
        was: Vec<String>,
        /// Where its name is written.
        location: Location,
        /// Last line of its declaration.
        last_line: usize,
    }
    /// A flow.
    Flow {
        /// Its id.
        id: String,
        /// Text to show.
        title: String,
        /// Id of its source.
        source: String,
        /// Id of its target.
        target: String,
        /// Name of its protocol type; empty where none is stated.
        protocol: String,
        /// Title of that type.
        protocol_title: String,
        /// Documentation (Markdown).
        doc: String,
        /// Ids of the data that travels from source to target.
        sends: Vec<String>,
        /// Ids of the data that travels back.
        receives: Vec<String>,
        /// True where the model does not say what travels.
        data_unknown: bool,
        /// True when its ends are in different boundaries.
        crosses_boundary: bool,
        /// Ids of the boundaries it enters, from the outermost.
        entered: Vec<String>,
        /// Ids of the boundaries it leaves, from the innermost.
        left: Vec<String>,
        /// Known facts.
        properties: Vec<Fact>,
        /// Controls that stand on it or on a boundary around both of its ends.
        controls: Vec<AppliedControl>,
        /// Ids of its threats.
        threats: Vec<String>,
        /// Highest residual level among its open threats; empty where there is none.
        risk: String,
        /// Colour step of that level, 0 where there is none.
        tone: u8,
        /// Earlier names.
        was: Vec<String>,
        /// Where its name is written.
        location: Location,
        /// Last line of its declaration.
        last_line: usize,
    }
    /// A kind of data.
    Data {
        /// Its id.
        id: String,
        /// Text to show.
        title: String,
        /// Name of its type, empty for plain data.
        r#type: String,
        /// Documentation (Markdown).
        doc: String,
        /// Tags.
        tags: Vec<String>,
        /// Known facts (classification and more).
        properties: Vec<Fact>,
        /// Ids of the flows that carry it.
        carried_by: Vec<String>,
        /// Ids of the stores (and others) that hold it.
        held_by: Vec<String>,
        /// Earlier names.
        was: Vec<String>,
        /// Where its name is written.
        location: Location,
        /// Last line of its declaration.
        last_line: usize,
    }
    /// What stands for a type in pictures, drawn on a field of 24 by 24.
    Icon {
        /// Its id: package and name, `std.core.database`.
        id: String,
        /// Data of an SVG path, to be drawn as lines; may be empty.
        lines: String,
        /// Data of an SVG path, to be filled; may be empty.
        areas: String,
    }
    /// A fact about an element, and where it comes from.
    Fact {
        /// Id of what it is about.
        subject: String,
        /// Name of the property.
        property: String,
        /// Value as it would be written; `unknown` where nothing is known.
        value: String,
        /// `stated`, `type` (a fact of the type), `default`, `inherited` (from a boundary), `control`, `structure` or `unknown`.
        origin: String,
        /// In words: "stated", "default of `WebService`", "from boundary `vpc`", …
        origin_text: String,
        /// Where it was written; absent for what nobody wrote.
        location: Option<Location>,
    }
    /// A control where it stands.
    AppliedControl {
        /// Id of the control.
        control: String,
        /// `proposed`, `planned` or `implemented`.
        status: String,
        /// Id of what it was applied to (the element itself, a boundary around it).
        on: String,
        /// Where it was applied.
        location: Location,
    }
}
