//! The verdict over a document. There is one, here, so that command line and report cannot differ.

use super::{Against, Gate};

/// The sorts of things that speak against passing, with the words for one and for many.
const SORTS: &[(&str, &str, &str)] = &[
    ("error", "error in the model", "errors in the model"),
    ("threat", "threat above the appetite", "threats above the appetite"),
    ("level", "threat of a level that fails", "threats of levels that fail"),
    ("possible", "possible threat of a level that fails", "possible threats of levels that fail"),
    ("outgrown", "threat beyond what was decided", "threats beyond what was decided"),
    ("policy", "broken policy", "broken policies"),
    ("undecided", "policy that is undecided for want of facts", "policies that are undecided for want of facts"),
    ("expired", "expired decision", "expired decisions"),
    ("unmatched", "decision that matches nothing", "decisions that match nothing"),
    ("failing", "failing control", "failing controls"),
    ("rego", "violation of a Rego policy", "violations of Rego policies"),
    ("governance", "change of what models are judged by", "changes of what models are judged by"),
];

impl Gate {
    /// The verdict where these things speak against passing; `asked` where somebody said what passes.
    pub fn of(against: Vec<Against>, asked: bool) -> Self {
        let count = |kind: &str| against.iter().filter(|one| one.kind == kind).count();
        let reasons = SORTS.iter().filter_map(|(kind, one, many)| match count(kind) {
            0 => None,
            1 => Some(format!("1 {one}")),
            number => Some(format!("{number} {many}")),
        });
        let reasons: Vec<String> = reasons.collect();
        let verdict = match (reasons.is_empty(), asked) {
            (false, _) => "fail",
            (true, true) => "pass",
            (true, false) => "none",
        };
        Gate { verdict: verdict.into(), reasons, against, weaker: Vec::new() }
    }

    /// True where something speaks against passing.
    pub fn fails(&self) -> bool {
        self.verdict == "fail"
    }
}
