//! Objectives, goals and attacks as the document tells them.

use std::fmt::Write;
use tm_compiler::analyse;
use tm_compiler::document::Document;
use tm_tests::world::Memory;

const SHOP: &str = r#"
model shop "Shop" { appetite = Low, methods = [Stride, Pasta] }
data Card "Card" { confidentiality = High }
boundary net: Internet "Internet" { actor customer "Customer" }
process api "Checkout"
process strict "Strict" { input_validation }
process loose "Loose" { input_validation = false }
store cards { holds = Card }
flow pay: customer -> api "Pay" { sends = Card }
flow api -> cards { sends = Card }

threat Unchecked: Stride.Tampering "Unchecked input" {
  on p: process
  when not p.input_validation
  likelihood = Moderate
  impact = Moderate
  message = "{p} may take anything."
}
threat Overlooked: Stride.Tampering "Overlooked input" {
  on loose
  likelihood = High
  impact = High
  message = "{loose} takes anything."
}
dismiss Overlooked on loose { reason = "Nobody can reach it." }
vulnerability parser on api "Old parser" { cve = "CVE-2024-0001", status = fixed }
vulnerability cipher on loose "Old cipher" {
  cvss = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
}

objective trust "Customers trust us" { protects = [Card, api], impact = Level.High }
objective idle "Nothing"
attacker gang "Gang" { starts_at = [net], skill = Level.Moderate, motive = "Money" }
goal steal "Steal cards" { attacker = gang, target = Card, objective = trust, impact = Level.High }
goal boast "Boast" { target = api }

attack two_ways "Two ways" toward steal {
  step "Look around"
  any {
    step Unchecked on strict
    all { step "Call", step Unchecked on loose }
  }
}
attack unclear toward steal { step Unchecked on api }
attack held toward steal {
  step "Look around"
  step Overlooked on loose
}
attack known toward boast { step cipher on loose }
"#;

fn document() -> Document {
    analyse(&Memory::of(SHOP)).document()
}

#[test]
fn an_attack_gets_as_far_as_its_steps_let_it() {
    let mut told = String::new();
    for attack in document().attacks {
        let _ = writeln!(told, "{} -> {}: {}", attack.name, attack.goal, attack.progress);
        for step in attack.steps {
            let at = "  ".repeat(step.depth + 1);
            let _ = writeln!(told, "{at}{} {} {} {:?}", step.kind, step.title, step.progress, step.threats);
        }
    }
    let expected = r#"two_ways -> steal: open
  words Look around open []
  any  open []
    threat Unchecked input stopped []
    all  open []
      words Call open []
      threat Unchecked input open ["Unchecked@loose"]
unclear -> steal: possible
  threat Unchecked input possible ["Unchecked@api"]
held -> steal: stopped
  words Look around open []
  threat Overlooked input stopped ["Overlooked@loose"]
known -> boast: open
  threat Old cipher open ["cipher@loose"]
"#;
    assert_eq!(told, expected);
}

#[test]
fn objectives_attackers_and_goals_know_each_other() {
    let document = document();
    let objectives: Vec<_> = document.objectives.iter().map(|one| (&*one.name, one.goals.join(" "))).collect();
    assert_eq!(objectives, [("trust", "steal".into()), ("idle", String::new())]);
    assert_eq!(document.objectives[0].protects, ["Card", "api"]);
    let gang = &document.attackers[0];
    assert_eq!((&*gang.skill, &*gang.motive, gang.goals.join(" ")), ("Moderate", "Money", "steal".into()));
    let goals: Vec<_> =
        document.goals.iter().map(|goal| (&*goal.objective, &*goal.impact, goal.attacks.len())).collect();
    assert_eq!(goals, [("trust", "High", 3), ("", "", 1)]);
    let found: Vec<_> = document.vulnerabilities.iter().map(|one| (&*one.element, &*one.threat)).collect();
    assert_eq!(found, [("api", ""), ("loose", "cipher@loose")]);
}
