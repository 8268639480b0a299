//! Findings that refuted something in the revision and refute nothing in the change: an element went, and another has them
//! or none, or it left the boundary about which something was claimed.

use std::collections::BTreeMap;
use tm_compiler::Analysis;
use tm_compiler::document::{Against, Location};
use tm_compiler::evidence::{Finding, Places, refuting};

/// What speaks against a change that takes away from under findings what claims something about them.
pub(super) fn orphans(old: &Analysis, new: &Analysis) -> Vec<Against> {
    let evidence = &new.model.evidence;
    if evidence.scans.is_empty() {
        return Vec::new();
    }
    let (before, now) = (refuting(old, evidence), refuting(new, evidence));
    let mut lost: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (scan, finding) in before.difference(&now) {
        let Some(scan) = evidence.scans.get(*scan) else { continue };
        let Some(finding) = scan.findings.get(*finding) else { continue };
        let name = scan.check_name(finding.check);
        lost.entry(holder(old, finding)).or_default().push(format!("{name} at {}", finding.place));
    }
    lost.into_iter().map(|(element, findings)| against(element, &findings)).collect()
}

/// The id of the element that a finding is about; empty where it is about none.
fn holder<'a>(analysis: &'a Analysis, finding: &Finding) -> &'a str {
    let model = &analysis.model;
    let held = model.elements.ids().find(|id| Places::of(model, *id).hold(&finding.place));
    held.map_or("", |id| model.roster.id_of(id))
}

fn against(element: &str, findings: &[String]) -> Against {
    let first = findings.first().map_or("", String::as_str);
    let more = match findings.len() {
        0 | 1 => String::new(),
        number => format!(", and {} more", number - 1),
    };
    Against {
        kind: "governance".into(),
        subject: if element.is_empty() { "findings".into() } else { format!("findings about {element}") },
        text: format!("refute no claim any more: {first}{more}; `--allow-governance` lets them be"),
        location: Location::default(),
    }
}
