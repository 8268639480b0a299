//! What is at stake and who is after it.

use super::Location;
use schemars::JsonSchema;
use serde::Serialize;

super::parts! {
    /// What the system is there for.
    Objective {
        /// Its name.
        name: String,
        /// Its title.
        title: String,
        /// More about it (Markdown).
        doc: String,
        /// Ids of what it protects.
        protects: Vec<String>,
        /// Level of the harm when it fails; empty where nothing is said.
        impact: String,
        /// Text to show for that level.
        impact_title: String,
        /// Names of the goals that defeat it.
        goals: Vec<String>,
        /// Where it is written.
        location: Location,
    }
    /// Somebody who may attack.
    Attacker {
        /// Their name.
        name: String,
        /// Their title.
        title: String,
        /// More about them (Markdown).
        doc: String,
        /// Ids of the places where they are before they begin.
        starts_at: Vec<String>,
        /// Level of what they can do; empty where nothing is said.
        skill: String,
        /// Text to show for that level.
        skill_title: String,
        /// What they want it for; empty where nothing is said.
        motive: String,
        /// Names of their goals.
        goals: Vec<String>,
        /// Where it is written.
        location: Location,
    }
    /// What an attacker wants.
    Goal {
        /// Its name.
        name: String,
        /// Its title.
        title: String,
        /// More about it (Markdown).
        doc: String,
        /// Title of the attacker; empty where none is named.
        attacker: String,
        /// Name of the objective that it defeats; empty where none is named.
        objective: String,
        /// Level of the harm when it is reached; empty where nothing is said.
        impact: String,
        /// Text to show for that level.
        impact_title: String,
        /// Id of what it aims at.
        target: String,
        /// The shortest way there, as ids of nodes and flows in turn; empty where there is none.
        path: Vec<String>,
        /// Ids of the threats that stand open on that way.
        threats: Vec<String>,
        /// Names of the attacks toward it.
        attacks: Vec<String>,
        /// Where it is written.
        location: Location,
    }
    /// An attack: a tree of steps toward a goal.
    Attack {
        /// Its name.
        name: String,
        /// Its title.
        title: String,
        /// More about it (Markdown).
        doc: String,
        /// Name of the goal.
        goal: String,
        /// `open`: an attacker gets there; `possible`: it hangs on unknown facts; `stopped`: some needed step is not there or held off.
        progress: String,
        /// The nodes of its tree, each before those below it. Those of depth 0 are all needed.
        steps: Vec<AttackStep>,
        /// Where it is written.
        location: Location,
    }
    /// A node of an attack's tree.
    AttackStep {
        /// How deep it lies in the tree.
        depth: usize,
        /// `any`, `all`, `words` or `threat`.
        kind: String,
        /// `open`, `possible` or `stopped`.
        progress: String,
        /// What is done, of a step in words; the title of the threat, of a threat.
        title: String,
        /// Id of the rule, of a threat.
        rule: String,
        /// Id of the element, of a threat.
        element: String,
        /// Ids of what was found, of a threat.
        threats: Vec<String>,
    }
    /// A vulnerability that somebody wrote down.
    Vulnerability {
        /// Its name.
        name: String,
        /// Its title.
        title: String,
        /// Id of its element; empty where that is not known.
        element: String,
        /// Id of its threat; empty where it is fixed.
        threat: String,
        /// Where it is written.
        location: Location,
    }
}
