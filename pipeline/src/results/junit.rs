//! JUnit's XML, which every build server reads: a case for each threat, each policy, each decision.

use super::{short, xml};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use tm_compiler::document::{Against, Document, Location};

/// A case.
struct Case {
    class: String,
    name: String,
    place: String,
    /// Why it fails; empty where it passes.
    failure: String,
    /// Why it does not count; empty where it does.
    skipped: String,
}

/// The verdict of the document as test results: what speaks against passing fails, what was decided is skipped.
pub fn junit(document: &Document) -> String {
    let against: BTreeMap<(&str, &str), &Against> =
        document.summary.gate.against.iter().map(|one| ((sort(&one.kind), one.subject.as_str()), one)).collect();
    let suites = [
        ("threats", threats(document, &against)),
        ("policies", policies(document, &against)),
        ("decisions", others(document, "decision")),
        ("controls", others(document, "failing")),
        ("rego", others(document, "rego")),
        ("governance", others(document, "governance")),
        ("errors", others(document, "error")),
    ];
    let failures = |cases: &[Case]| cases.iter().filter(|case| !case.failure.is_empty()).count();
    let total: usize = suites.iter().map(|(_, cases)| cases.len()).sum();
    let failed: usize = suites.iter().map(|(_, cases)| failures(cases)).sum();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(out, "<testsuites name=\"tm\" tests=\"{total}\" failures=\"{failed}\" errors=\"0\">");
    for (name, cases) in suites.iter().filter(|(_, cases)| !cases.is_empty()) {
        let skipped = cases.iter().filter(|case| !case.skipped.is_empty()).count();
        let (tests, failures) = (cases.len(), failures(cases));
        let _ = writeln!(
            out,
            "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\">"
        );
        for case in cases {
            write(&mut out, case);
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn write(out: &mut String, case: &Case) {
    let (class, name) = (xml(&case.class), xml(&case.name));
    let _ = write!(out, "    <testcase classname=\"{class}\" name=\"{name}\" time=\"0\"");
    if !case.failure.is_empty() {
        let failure = xml(&short(&case.failure, 1_000));
        let _ = write!(
            out,
            ">\n      <failure message=\"{failure}\" type=\"tm\">{}</failure>\n    </testcase>\n",
            xml(&case.place)
        );
    } else if !case.skipped.is_empty() {
        let _ = write!(out, ">\n      <skipped message=\"{}\"/>\n    </testcase>\n", xml(&short(&case.skipped, 1_000)));
    } else {
        out.push_str("/>\n");
    }
}

/// The sort of a case that something against passing belongs to.
fn sort(kind: &str) -> &str {
    match kind {
        "threat" | "level" | "possible" => "threat",
        "expired" | "unmatched" => "decision",
        other => other,
    }
}

fn place(location: &Location) -> String {
    if location.file.is_empty() {
        String::new()
    } else {
        format!("{}:{}:{}", location.file, location.line, location.column)
    }
}

fn threats(document: &Document, against: &BTreeMap<(&str, &str), &Against>) -> Vec<Case> {
    let told = document.threats.iter();
    told.map(|threat| {
        let failing = against.get(&("threat", threat.id.as_str()));
        let skipped = match (failing, threat.status.as_str(), threat.verdict.as_str()) {
            (None, "accepted" | "transferred" | "dismissed", _) => threat.status.clone(),
            (None, _, "possible") if !threat.counts => "possible: a fact is missing".to_owned(),
            (None, ..) if threat.standing == "known" => "known from the baseline".to_owned(),
            _ => String::new(),
        };
        Case {
            class: threat.rule.clone(),
            name: threat.id.clone(),
            place: place(&threat.location),
            failure: failing.map(|one| format!("{} ({})", threat.message, one.text)).unwrap_or_default(),
            skipped,
        }
    })
    .collect()
}

fn policies(document: &Document, against: &BTreeMap<(&str, &str), &Against>) -> Vec<Case> {
    let told = document.policies.iter();
    told.map(|policy| {
        let failing = against.get(&("policy", policy.name.as_str()));
        let undecided = if policy.verdict == "undecided" && failing.is_none() {
            format!("undecided for {}", policy.undecided_for.join(", "))
        } else {
            String::new()
        };
        Case {
            class: "policy".into(),
            name: policy.name.clone(),
            place: place(&policy.location),
            failure: failing.map(|one| one.text.clone()).unwrap_or_default(),
            skipped: undecided,
        }
    })
    .collect()
}

/// What else speaks against passing.
fn others(document: &Document, wanted: &str) -> Vec<Case> {
    let told = document.summary.gate.against.iter().filter(|one| sort(&one.kind) == wanted);
    told.map(|one| Case {
        class: wanted.to_owned(),
        name: one.subject.clone(),
        place: place(&one.location),
        failure: one.text.clone(),
        skipped: String::new(),
    })
    .collect()
}
