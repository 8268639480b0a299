//! A small document for tests: a threat above the appetite, a possible one, an accepted one, a broken policy, a lapsed decision.

use tm_compiler::document::*;

pub(crate) const LEVELS: [&str; 5] = ["VeryLow", "Low", "Moderate", "High", "VeryHigh"];

pub(crate) fn at(line: usize) -> Location {
    Location { file: "shop.tm".into(), line, column: 3, end_line: line, end_column: 9, embedded: false }
}

fn risk(rank: usize) -> Risk {
    Risk { level: LEVELS[rank].into(), title: LEVELS[rank].into(), rank, ..Risk::default() }
}

fn threat(rule: &str, element: &str, rank: usize) -> Threat {
    Threat {
        id: format!("{rule}@{element}"),
        full_id: format!("lib.{rule}@{element}"),
        rule: format!("lib.{rule}"),
        title: rule.into(),
        element: element.into(),
        message: format!("{element} has {rule}."),
        verdict: "definite".into(),
        status: "open".into(),
        counts: true,
        residual: risk(rank),
        inherent: risk(rank),
        location: at(rank + 1),
        ..Threat::default()
    }
}

pub(crate) fn document() -> Document {
    let possible = Threat { verdict: "possible".into(), counts: false, ..threat("Slow", "api", 1) };
    let accepted = Threat { status: "accepted".into(), counts: false, ..threat("Phishing", "staff", 3) };
    let level =
        |(rank, name): (usize, &&str)| Level { name: (*name).into(), title: (*name).into(), rank, ..Level::default() };
    let against =
        |kind: &str, subject: &str| Against { kind: kind.into(), subject: subject.into(), ..Against::default() };
    Document {
        model: Model { name: "shop".into(), appetite: "Moderate".into(), ..Model::default() },
        risk: RiskMethod { risk: LEVELS.iter().enumerate().map(level).collect(), ..RiskMethod::default() },
        threats: vec![threat("Loose", "pay", 3), possible, accepted],
        policies: vec![Policy { name: "NoClearCards".into(), broken_by: vec!["pay".into()], ..Policy::default() }],
        summary: Summary {
            gate: Gate::of(
                vec![
                    against("threat", "Loose@pay"),
                    against("policy", "NoClearCards"),
                    against("expired", "accept Phishing on staff"),
                ],
                true,
            ),
            ..Summary::default()
        },
        ..Document::default()
    }
}
