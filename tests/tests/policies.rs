//! The policies of `examples/policies`: each fires on the model that it is about, and is silent on one that does it right.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, str};

/// A model that all five let pass.
const RIGHT: &str = r#"use std.web
model shop "Shop" { owner = "team@example.org", scope = "The shop", appetite = Moderate }
tag approved "Looked at"
tag cheap "Cheap"
data Order "Order" { confidentiality = Moderate, personal = true }
data Price "Price" { confidentiality = Low }
boundary internet: Internet { actor customer: User "Customer" }
process api: WebService "API" { apply Guard }
external process parcels "Parcels" { tags = [approved] }
external process rates "Exchange rates"
flow order: customer -> api over Https { sends = Order }
flow ship: api -> parcels over Https { sends = Order }
flow rate: api -> rates over Https { receives = Price }
threat Loose: Stride.Tampering "Loose" {
  on p: process
  when not p.external
  likelihood = VeryHigh
  impact = VeryHigh
  mitigated_by = Guard
  message = "{p} is loose."
}
threat Slow: Stride.DenialOfService "Slow" {
  on p: process
  when not p.external
  likelihood = Low
  impact = Low
  message = "{p} is slow."
}
control Guard: process "Guard" { strength = 90%, verified_by = "guard-check" }
accept Slow on api until 2027-06-01 { by = "ciso@example.org", reason = "Nobody is in a hurry." }
"#;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// The rules that speak about a model, and the exit code.
fn verdicts(model: &str, policy: &str) -> (BTreeSet<String>, Option<i32>) {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("shop.tm"), model).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tm-case"));
    command.args(["check", "shop.tm", "--today", "2027-01-01", "--format", "json", "--policy"]);
    let output = command.arg(root().join("examples/policies").join(policy)).current_dir(dir.path()).output().unwrap();
    let said = || String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned();
    let Ok(document) = serde_json::from_slice::<serde_json::Value>(&output.stdout) else { panic!("{}", said()) };
    let findings = document["policy_findings"].as_array().unwrap();
    let errors = document["diagnostics"].as_array().unwrap().iter().filter(|one| one["severity"] == "error");
    assert_eq!(errors.count(), 0, "{model}\n{}", document["diagnostics"]);
    (findings.iter().map(|one| one["rule"].as_str().unwrap().to_owned()).collect(), output.status.code())
}

#[test]
fn each_policy_fires_and_is_silent() {
    assert_eq!(verdicts(RIGHT, ""), (BTreeSet::new(), Some(0)));
    let wrong = [
        ("ownership.rego", "deny_ownership", "owner = \"team@example.org\", ", ""),
        ("acceptances.rego", "deny_acceptance", "Nobody is in a hurry.", "Fine."),
        ("acceptances.rego", "deny_acceptance", "until 2027-06-01", "until 2029-06-01"),
        ("acceptances.rego", "deny_acceptance", "accept Slow", "accept Loose"),
        ("transport.rego", "deny_transport", "customer -> api over Https", "customer -> api over Http"),
        ("suppliers.rego", "deny_supplier", "[approved]", "[cheap]"),
        ("evidence.rego", "warn_evidence", ", verified_by = \"guard-check\"", ""),
    ];
    for (policy, rule, from, to) in wrong {
        let model = RIGHT.replace(from, to);
        // Of the highest level: the control that lowers it has to go, too.
        let model = if to == "accept Loose" { model.replace(" { apply Guard }", "") } else { model };
        assert_ne!(model, RIGHT, "{from}");
        let exit = Some(i32::from(!rule.starts_with("warn")));
        assert_eq!(verdicts(&model, policy), (BTreeSet::from([rule.to_owned()]), exit), "{to}");
        assert_eq!(verdicts(RIGHT, policy), (BTreeSet::new(), Some(0)), "{policy}");
    }
}

#[test]
fn every_policy_is_tried_here() {
    let names: Vec<String> = fs::read_dir(root().join("examples/policies"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".rego"))
        .collect();
    let tried = fs::read_to_string(root().join("tests/tests/policies.rs")).unwrap();
    assert_eq!(names.len(), 5);
    assert!(names.iter().all(|name| tried.contains(&format!("(\"{name}\""))), "{names:?}");
}
