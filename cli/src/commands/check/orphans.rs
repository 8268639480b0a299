//! Findings that were about an element of the revision and are about none of the change: they would refute nothing any more.

use std::collections::BTreeMap;
use tm_compiler::Analysis;
use tm_compiler::document::{Against, Location};
use tm_compiler::evidence::{Finding, Places, Scan};
use tm_compiler::ids::ElementId;

/// What speaks against a change that takes elements away from under findings. Where the revision claims no evidence, a
/// finding refutes nothing anyway.
pub(super) fn orphans(old: &Analysis, new: &Analysis) -> Vec<Against> {
    let claims = old.sources().iter().any(|(_, file)| !file.embedded && file.text.contains("verified_by"));
    if !claims || new.model.evidence.scans.is_empty() {
        return Vec::new();
    }
    let (before, now) = (places(old), places(new));
    let mut lost: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for scan in &new.model.evidence.scans {
        for finding in &scan.findings {
            let was = before.iter().find(|(_, places)| places.hold(&finding.place));
            let Some((id, _)) = was.filter(|_| !now.iter().any(|(_, places)| places.hold(&finding.place))) else {
                continue;
            };
            lost.entry(old.model.roster.id_of(*id)).or_default().push(told(scan, finding));
        }
    }
    lost.into_iter().map(|(element, findings)| against(element, &findings)).collect()
}

fn places(analysis: &Analysis) -> Vec<(ElementId, Places)> {
    analysis.model.elements.ids().map(|id| (id, Places::of(&analysis.model, id))).collect()
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
        text: format!("about no element any more: {first}{more}; `--allow-governance` lets them be"),
        location: Location::default(),
    }
}
