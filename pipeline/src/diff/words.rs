//! The words for a comparison that all who write it share.

use super::{Class, Diff};

/// The title over the changes of a class.
pub fn heading(class: Class) -> &'static str {
    match class {
        Class::Risk => "Risk rose",
        Class::Exposure => "Exposure grew",
        Class::Identity => "Ids that tickets may refer to",
        Class::Governance => "What the model is judged by",
        Class::Other => "Other changes",
    }
}

/// How many changes of each class.
pub fn tally(diff: &Diff) -> String {
    if diff.changes.is_empty() {
        return "nothing changed".to_owned();
    }
    let counts = diff.counts;
    let all = [
        (counts.risk, "risk"),
        (counts.exposure, "exposure"),
        (counts.identity, "identity"),
        (counts.governance, "governance"),
        (counts.other, "other"),
    ];
    let some = all.iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = some.map(|(number, word)| format!("{number} {word}")).collect();
    let changes = if diff.changes.len() == 1 { "change" } else { "changes" };
    format!("{} {changes}: {}", diff.changes.len(), parts.join(", "))
}
