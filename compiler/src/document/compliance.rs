//! Regimes with their requirements: where they apply, what meets them, what is open.

use super::{Fact, Location, Reference};
use schemars::JsonSchema;
use serde::Serialize;

parts! {
    /// A regime, as far as its requirements can be judged from a model.
    Regime {
        /// Its name.
        name: String,
        /// Its title.
        title: String,
        /// True where the model says that it applies.
        declared: bool,
        /// The requirements that the library knows, in the order of their declaration.
        requirements: Vec<Requirement>,
        /// Facts that requirements wait for, `element.property`.
        missing: Vec<String>,
        /// Further entries of its catalogues that controls of this model satisfy.
        further: Vec<FurtherRequirement>,
        /// Ids of the entries of its catalogues about which nothing is said here: a model does not show them.
        unjudged: Vec<String>,
    }
    /// A requirement of a regime.
    Requirement {
        /// Name of the policy that states it.
        name: String,
        /// Its title.
        title: String,
        /// What it means (Markdown).
        doc: String,
        /// Where it is written.
        references: Vec<Reference>,
        /// The worst of its places: `met`, `planned`, `open`, `unknown`; `not applicable` where it has none.
        status: String,
        /// Names of the controls that serve it.
        helping: Vec<String>,
        /// Where it applies, or may apply.
        places: Vec<RequirementPlace>,
        /// Where it is declared.
        location: Location,
    }
    /// A place where a requirement applies, or may apply.
    RequirementPlace {
        /// Id of the element, the flow, the data or the model.
        element: String,
        /// Its title.
        element_title: String,
        /// `met`, `planned`, `open` or `unknown`.
        status: String,
        /// Controls that serve the requirement here.
        controls: Vec<ServingControl>,
        /// The facts by which it applies here, or for want of which that is not known.
        because: Vec<Fact>,
        /// The facts that decided whether it is met, or that are missing.
        facts: Vec<Fact>,
    }
    /// A control that serves a requirement.
    ServingControl {
        /// Id of the control.
        control: String,
        /// Its title.
        title: String,
        /// `proposed`, `planned` or `implemented`.
        status: String,
        /// Id of what it was applied to.
        on: String,
        /// Checks named as evidence.
        verified_by: Vec<String>,
        /// Where it was applied or decided.
        location: Location,
    }
    /// An entry of a regime's catalogue that no requirement of the library is about.
    FurtherRequirement {
        /// The entry.
        reference: Reference,
        /// Ids of the controls of this model that satisfy it.
        controls: Vec<String>,
    }
}
