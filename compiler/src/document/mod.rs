//! The one description of a result: what `analysis.json` holds and every template reads.
//!
//! Its JSON Schema is generated from these types. Texts of rules and controls stand once, under
//! `rules` and `controls`; findings refer to them by id. Lists are in a stable order.

/// Declares parts with the derives that all of them share.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $ty:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Serialize, JsonSchema)]
        pub struct $name { $($(#[$field_doc])* pub $field: $ty,)* }
    )*};
}
pub(crate) use parts;

mod aims;
mod compliance;
mod evidence;
mod found;
mod gate;
pub(crate) mod levels;
mod system;

pub use aims::*;
pub use compliance::*;
pub use evidence::*;
pub use found::*;
pub use system::*;

use crate::source::{Sources, Span};
use schemars::JsonSchema;
use serde::Serialize;

/// The whole analysis of one package.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Document {
    /// Version of this format; rises when a field changes its meaning or goes.
    pub format: String,
    /// Which tm made it.
    pub tool: Tool,
    /// The day on which expiry was judged, `YYYY-MM-DD` (UTC).
    pub today: String,
    /// The model's own statements about itself.
    pub model: Model,
    /// Counts for a reader in a hurry.
    pub summary: Summary,
    /// The scales and the matrix that risk was judged by.
    pub risk: RiskMethod,
    /// Trust boundaries, outer before inner.
    pub boundaries: Vec<Boundary>,
    /// Actors, processes and stores, in the order of their declaration.
    pub elements: Vec<Element>,
    /// The icons of their types, by id.
    pub icons: Vec<Icon>,
    /// Flows, in the order of their declaration.
    pub flows: Vec<Flow>,
    /// Data, in the order of their declaration.
    pub data: Vec<Data>,
    /// The rules that produced at least one threat, by id.
    pub rules: Vec<Rule>,
    /// The controls that a threat or an element of this model refers to, by id.
    pub controls: Vec<Control>,
    /// Threats: those that count, then possible ones, then those that are settled, each by residual risk.
    pub threats: Vec<Threat>,
    /// Decisions of the model (accepted, dismissed, transferred, mitigated), in the order of their declaration.
    pub decisions: Vec<Decision>,
    /// Unknown facts, the one that settles most first.
    pub questions: Vec<Question>,
    /// Regimes that the model declares, with their requirements.
    pub regimes: Vec<Regime>,
    /// What scanners and tests say about the controls.
    pub evidence: Evidence,
    /// Policies with their verdicts.
    pub policies: Vec<Policy>,
    /// What policies beside the model say; empty while they read the document.
    pub policy_findings: Vec<PolicyFinding>,
    /// Assumptions that the model states.
    pub assumptions: Vec<Assumption>,
    /// What the system is there for.
    pub objectives: Vec<Objective>,
    /// Who may attack.
    pub attackers: Vec<Attacker>,
    /// What attackers want.
    pub goals: Vec<Goal>,
    /// How they may get it.
    pub attacks: Vec<Attack>,
    /// Vulnerabilities that somebody wrote down.
    pub vulnerabilities: Vec<Vulnerability>,
    /// Views of the model.
    pub views: Vec<View>,
    /// What this package changes in the libraries it uses.
    pub library_changes: Vec<LibraryChange>,
    /// Errors, warnings and notes.
    pub diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// A rule by its id.
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        let found = self.rules.binary_search_by(|known| known.id.as_str().cmp(id));
        found.ok().and_then(|index| self.rules.get(index))
    }

    /// The conditions of a rule by its id, to which the proofs of its threats refer.
    pub fn conditions(&self, rule: &str) -> &[Condition] {
        self.rule(rule).map_or(&[], |rule| &rule.conditions)
    }
}

impl Location {
    /// The place of a span.
    pub fn of(sources: &Sources, span: Span) -> Self {
        let Some(file) = sources.file(span.file) else {
            return Location::default();
        };
        let (line, column) = file.position(span.start as usize);
        let (end_line, end_column) = file.position(span.end.max(span.start) as usize);
        Location { file: file.path.clone(), line, column, end_line, end_column, embedded: file.embedded }
    }
}
