//! What the document says about what was found: rules, threats, decisions, questions, verdicts.

use super::{Fact, Location};
use schemars::JsonSchema;
use serde::Serialize;

super::parts! {
    /// A rule of a library or of the model.
    Rule {
        /// Its id with its package, `std.web.SqlInjection`.
        id: String,
        /// Its short name.
        name: String,
        /// Its title.
        title: String,
        /// Category with its set, `Stride.Tampering`; empty where it has none.
        category: String,
        /// Title of the category.
        category_title: String,
        /// What it means (Markdown).
        doc: String,
        /// How to check by hand (Markdown).
        detection: String,
        /// What a false positive looks like (Markdown).
        false_positives: String,
        /// What to do about it (Markdown).
        remedy: String,
        /// Catalogue ids.
        references: Vec<Reference>,
        /// Ids of the controls that it lists.
        mitigated_by: Vec<String>,
        /// Ids with their package under which it was known.
        was: Vec<String>,
        /// Release of the library that brought it; left out for rules of the first, and of other packages.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        since: String,
        /// Its conditions, in order; the proofs of its threats refer to them.
        conditions: Vec<Condition>,
        /// How likely it is, as written; absent where that was rated elsewhere.
        likelihood: Option<Condition>,
        /// How bad it is, as written; absent where that was rated elsewhere.
        impact: Option<Condition>,
        /// Where it is declared.
        location: Location,
    }
    /// A condition of a rule, or what its likelihood or its impact is computed by.
    Condition {
        /// The expression as written.
        text: String,
        /// Where it is written.
        location: Location,
    }
    /// A reference to a catalogue.
    Reference {
        /// The id as written, `CWE-319`.
        id: String,
        /// What it is called; empty where no catalogue has it.
        title: String,
        /// Title of its catalogue, with the version; empty where it is in none.
        catalog: String,
        /// Web address of its page; empty where none is known.
        url: String,
    }
    /// A control.
    Control {
        /// Its id with its package.
        id: String,
        /// Its short name.
        name: String,
        /// Its title.
        title: String,
        /// What it is (Markdown).
        doc: String,
        /// Share it removes, between 0 and 1.
        strength: f64,
        /// `likelihood` or `impact`.
        reduces: String,
        /// Requirements it satisfies.
        satisfies: Vec<Reference>,
        /// What it costs, as written; empty where not stated.
        cost: String,
    }
    /// A threat to one element.
    Threat {
        /// Its id, `CleartextTransport@checkout`.
        id: String,
        /// Its id with the rule's package, as stored.
        full_id: String,
        /// Ids with packages that it had under earlier names of its rule, its element or its witness.
        was: Vec<String>,
        /// Id of its rule.
        rule: String,
        /// Title of its rule.
        title: String,
        /// Category with its set.
        category: String,
        /// Id of the element, flow or model that carries it.
        element: String,
        /// Title of that element.
        element_title: String,
        /// Ids of the witnesses, as bound by `each`.
        witnesses: Vec<String>,
        /// One sentence about this instance.
        message: String,
        /// `definite`, `assumed` or `possible`.
        verdict: String,
        /// `open`, `planned`, `mitigated`, `accepted`, `transferred` or `dismissed`.
        status: String,
        /// True when it counts for the gate: definite or assumed, open or planned, of a rule that is not too new.
        counts: bool,
        /// Release of the library from which on it counts, where its rule is newer than the library that `tm.toml` pins; left out for all others.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        gates_from: String,
        /// Risk with no controls.
        inherent: Risk,
        /// Risk with what is implemented.
        residual: Risk,
        /// Risk when all that is planned is implemented.
        target: Risk,
        /// True when the residual risk is above the appetite and no decision covers it.
        above_appetite: bool,
        /// Compared with a baseline: `new`, `worse` or `known`; empty where there is none to compare with.
        standing: String,
        /// Level of the residual risk in the baseline; empty where it is not in one.
        stood_at: String,
        /// The conditions that made it, each with its facts; in documents of more than 2,000 threats a fact stands with
        /// the first that rests on it, and true conditions without one are left out.
        proof: Vec<ProofStep>,
        /// What made its likelihood and its impact, where facts had a say; without proofs, and in documents of
        /// more than 2,000 threats, what rests on a default alone.
        levels: Vec<LevelStep>,
        /// Controls that count for it.
        controls: Vec<MitigatingControl>,
        /// Ids of controls that the rule lists and that stand nowhere yet.
        missing_controls: Vec<String>,
        /// Ways to fix it that the rule offers.
        fixes: Vec<Fix>,
        /// Index into `decisions`, where one covers it.
        decision: Option<usize>,
        /// Where its element is declared.
        location: Location,
    }
    /// A risk: likelihood, impact and what the matrix makes of them. A range where facts are unknown.
    Risk {
        /// Level of likelihood, or `Low–High`.
        likelihood: String,
        /// Level of impact, or `Low–High`.
        impact: String,
        /// Level of risk at the upper end.
        level: String,
        /// Title of that level.
        title: String,
        /// Level, or the range of levels.
        range: String,
        /// Place of the level on its scale, 0 for the lowest.
        rank: usize,
        /// Colour step 1 to 5.
        tone: u8,
    }
    /// One condition of a rule and what it rested on.
    ProofStep {
        /// Which condition: index into `conditions` of the threat's rule.
        condition: usize,
        /// `true`, `false` or `unknown`.
        outcome: String,
        /// What decided it.
        facts: Vec<Fact>,
        /// The path that was found, as ids of nodes and flows in turn; left out where none was asked for.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        path: Vec<String>,
        /// The members of lists that it rests on, as `exists`, `all` and `none` name them; left out where there are none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        witnesses: Vec<String>,
    }
    /// How a level came about. The expression stands with the threat's rule.
    LevelStep {
        /// `likelihood` or `impact`, without controls.
        of: String,
        /// The level, or `Low–High`.
        level: String,
        /// True where it would be another, or not be known, without a default.
        assumed: bool,
        /// The facts that it was computed from.
        facts: Vec<Fact>,
    }
    /// A control that counts for a threat.
    MitigatingControl {
        /// Id of the control.
        control: String,
        /// Its title.
        title: String,
        /// `proposed`, `planned`, `implemented`, or `failing` where evidence refutes it.
        status: String,
        /// Share it removes here, between 0 and 1.
        strength: f64,
        /// `likelihood` or `impact`.
        reduces: String,
        /// Who implements it; empty where not stated.
        owner: String,
        /// Ticket; empty where not stated.
        ticket: String,
        /// Checks named as evidence, as written.
        verified_by: Vec<String>,
        /// Where it was applied or decided.
        location: Location,
    }
    /// A way to fix a threat.
    Fix {
        /// What it does.
        title: String,
        /// The facts to state, as written: `checkout.encrypted = true`.
        edits: Vec<String>,
    }
    /// A decision of the model.
    Decision {
        /// `accept`, `dismiss`, `transfer` or `mitigate`.
        kind: String,
        /// The rule, by its short name.
        rule: String,
        /// The rule's id with its package.
        rule_id: String,
        /// The target as written.
        target: String,
        /// Ids of the controls that a `mitigate` names.
        controls: Vec<String>,
        /// How far those are: `proposed`, `planned` or `implemented`; empty for other decisions.
        status: String,
        /// Who puts those in place; empty where not stated.
        owner: String,
        /// Where that work is tracked; empty where not stated.
        ticket: String,
        /// Checks named as evidence that those are in place.
        verified_by: Vec<String>,
        /// Why.
        reason: String,
        /// Who decided; empty where not stated.
        by: String,
        /// Last day it holds, `YYYY-MM-DD`; empty where it has none.
        until: String,
        /// To whom the risk goes; empty where it goes nowhere.
        to: String,
        /// True when its day has passed.
        expired: bool,
        /// Days left; absent where it has no end.
        days_left: Option<i64>,
        /// Ids of the threats it covers.
        threats: Vec<String>,
        /// Where it is written.
        location: Location,
    }
    /// An unknown fact.
    Question {
        /// Id of what it is about.
        subject: String,
        /// Title of that.
        subject_title: String,
        /// Name of the property.
        property: String,
        /// The question in words.
        text: String,
        /// The property's documentation.
        doc: String,
        /// Type of the answer.
        r#type: String,
        /// Answers to choose from, with what each does.
        answers: Vec<Answer>,
        /// How many possible threats its best answer settles.
        settles: usize,
        /// Ids of the possible threats that depend on it.
        threats: Vec<String>,
        /// How many threats that are sure have a risk that is only known as a range for want of it.
        narrows: usize,
        /// Names of the requirements of declared regimes that wait for it.
        requirements: Vec<String>,
        /// True when a default stands in for the answer.
        assumed: bool,
        /// Where the subject is declared.
        location: Location,
    }
    /// A possible answer.
    Answer {
        /// The value as written.
        value: String,
        /// Threats that it removes.
        removes: usize,
        /// Threats that it makes definite.
        confirms: usize,
    }
    /// A policy with its verdict.
    Policy {
        /// Its name.
        name: String,
        /// Its title.
        title: String,
        /// Its documentation.
        doc: String,
        /// `holds`, `broken` or `undecided`.
        verdict: String,
        /// Ids of the elements that break it.
        broken_by: Vec<String>,
        /// Ids of the elements for which it is unknown.
        undecided_for: Vec<String>,
        /// Where it is written.
        location: Location,
    }
    /// What a policy beside the model says (Rego, `--policy`).
    PolicyFinding {
        /// `deny`, which speaks against passing, or `warn`.
        level: String,
        /// Package of the policy.
        package: String,
        /// The rule that said it.
        rule: String,
        /// What it says.
        message: String,
        /// The place that the policy named, if it did.
        location: Option<Location>,
    }
    /// Something the model takes for granted.
    Assumption {
        /// Its name.
        name: String,
        /// What is assumed.
        title: String,
        /// More about it (Markdown).
        doc: String,
        /// Where it is written.
        location: Location,
    }
    /// A view: some elements of the model.
    View {
        /// Its name.
        name: String,
        /// Its title.
        title: String,
        /// Ids of the elements in it.
        include: Vec<String>,
    }
    /// A change to a library.
    LibraryChange {
        /// `disable`, `extend threat` or `extend`.
        kind: String,
        /// What is changed.
        subject: String,
        /// What is added to it: names of controls, ids of catalogues.
        added: Vec<String>,
        /// Why; empty where not stated.
        reason: String,
        /// Where it is written.
        location: Location,
    }
    /// An error, a warning or a note.
    Diagnostic {
        /// Its code.
        code: String,
        /// `error`, `warning` or `note`.
        severity: String,
        /// What is wrong.
        message: String,
        /// What to do.
        help: String,
        /// Where.
        location: Location,
    }
}
