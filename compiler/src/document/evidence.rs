//! What scanners and tests say about the controls.

use super::Location;
use schemars::JsonSchema;
use serde::Serialize;

parts! {
    /// What scanners and tests say about the controls.
    Evidence {
        /// The claims of controls that stand on elements or were decided for threats, worst verdict first.
        claims: Vec<EvidenceClaim>,
        /// The runs that were read, in the order in which they were given.
        sources: Vec<EvidenceSource>,
        /// Findings about which no claim speaks, in the order in which they were read; of many the first 500.
        findings: Vec<EvidenceFinding>,
        /// How many findings there are about which no claim speaks.
        unclaimed: usize,
        /// Those among them that were rated by CVSS, and that the model does not know as vulnerabilities yet: the worst first, of many the first 500.
        candidates: Vec<EvidenceCandidate>,
    }
    /// A finding that could become a `vulnerability` of the model.
    EvidenceCandidate {
        /// Id of the element that it is about; empty where none says that it is built or run from there.
        element: String,
        /// What was found, such as `CVE-2021-44228`.
        check: String,
        /// What the tool says.
        text: String,
        /// CVSS vector.
        cvss: String,
        /// Base score of the vector, 0 to 10.
        score: f64,
        /// File and line, resource, or image; empty where the tool names none.
        place: String,
        /// The tool.
        tool: String,
    }
    /// A claim of a control at one place.
    EvidenceClaim {
        /// Id of the control.
        control: String,
        /// Its title.
        title: String,
        /// What it stands on, or was decided for.
        on: String,
        /// Id of the rule that it was decided for; empty where it was applied.
        rule: String,
        /// The claim as written.
        claim: String,
        /// `verified`, `untested` or `failing`.
        verdict: String,
        /// Why, in words.
        because: String,
        /// Files that say so.
        files: Vec<String>,
        /// Day of the oldest run that counts, `YYYY-MM-DD`; empty where the files do not say.
        day: String,
        /// Its age in days; none where the files do not say.
        age: Option<i64>,
        /// How many checks ran.
        checks: usize,
        /// What they found; of many the first 20.
        findings: Vec<EvidenceFinding>,
        /// Where the control was applied or decided.
        location: Location,
    }
    /// A run of a tool, as far as it could be read.
    EvidenceSource {
        /// The file.
        file: String,
        /// Its format, such as `sarif`.
        format: String,
        /// The tool or the suite.
        tool: String,
        /// Day on which it ran, `YYYY-MM-DD`; empty where the file does not say.
        day: String,
        /// How many checks it shows to have run.
        checks: usize,
        /// How many findings it has.
        findings: usize,
        /// What could not be read.
        skipped: Vec<String>,
    }
    /// A finding of a tool.
    EvidenceFinding {
        /// The tool or the suite.
        tool: String,
        /// The rule or the test case.
        check: String,
        /// What the tool says.
        text: String,
        /// File and line, resource, or image; empty where the tool names none.
        place: String,
        /// Elements that it is about, by their `code`, `image` and `resource`.
        elements: Vec<String>,
    }
}
