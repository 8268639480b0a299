//! Findings that were about an element of the revision and are not about it any more: they might refute nothing now.

use std::collections::BTreeMap;
use tm_compiler::Analysis;
use tm_compiler::document::{Against, Location};
use tm_compiler::evidence::{Finding, Places, Scan};
use tm_compiler::ids::ElementId;

/// What speaks against a change that takes elements away from under findings, also where another element has them now: what
/// claimed something about the first need not claim it about the second. Where the revision claims no evidence, a finding
/// refutes nothing anyway.
pub(super) fn orphans(old: &Analysis, new: &Analysis, renamed: &BTreeMap<&str, &str>) -> Vec<Against> {
    let claims = old.sources().iter().any(|(_, file)| !file.embedded && file.text.contains("verified_by"));
    if !claims || new.model.evidence.scans.is_empty() {
        return Vec::new();
    }
    let (before, now) = (places(old), places(new));
    let mut lost: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for scan in &new.model.evidence.scans {
        for finding in &scan.findings {
            let was: Vec<&str> = holders(old, &before, finding).collect();
            let is: Vec<&str> = holders(new, &now, finding).collect();
            let stays = |id: &&str| is.contains(renamed.get(id).unwrap_or(id));
            let Some(first) = was.first().filter(|_| !was.iter().any(stays)) else { continue };
            lost.entry(first).or_default().push(told(scan, finding));
        }
    }
    lost.into_iter().map(|(element, findings)| against(element, &findings)).collect()
}

fn places(analysis: &Analysis) -> Vec<(ElementId, Places)> {
    analysis.model.elements.ids().map(|id| (id, Places::of(&analysis.model, id))).collect()
}

/// The ids of the elements that a finding is about.
fn holders<'a>(
    analysis: &'a Analysis,
    places: &'a [(ElementId, Places)],
    finding: &'a Finding,
) -> impl Iterator<Item = &'a str> {
    let held = places.iter().filter(|(_, places)| places.hold(&finding.place));
    held.map(|(id, _)| analysis.model.roster.id_of(*id))
}

fn told(scan: &Scan, finding: &Finding) -> String {
    format!("{} at {}", scan.check_name(finding.check), finding.place)
}

fn against(element: &str, findings: &[String]) -> Against {
    let first = findings.first().map_or("", String::as_str);
    let more = match findings.len() {
        0 | 1 => String::new(),
        number => format!(", and {} more", number - 1),
    };
    Against {
        kind: "governance".into(),
        subject: format!("findings about {element}"),
        text: format!("not about it any more: {first}{more}; `--allow-governance` lets them be"),
        location: Location::default(),
    }
}
