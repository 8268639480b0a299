//! The sample's threats.

use super::parts::*;
use crate::document::*;

struct Case<'a> {
    rule: &'a str,
    title: &'a str,
    category: &'a str,
    on: [&'a str; 2],
    message: &'a str,
    verdict: &'a str,
    status: &'a str,
    risks: [[usize; 3]; 3],
}

fn threat(case: &Case) -> Threat {
    let counts = case.verdict != "possible" && matches!(case.status, "open" | "planned");
    let [inherent, residual, target] = case.risks.map(|[l, i, r]| risk(l, i, r));
    Threat {
        id: format!("{}@{}", case.rule, case.on[0]),
        full_id: format!("std.web.{}@{}", case.rule, case.on[0]),
        rule: format!("std.web.{}", case.rule),
        title: s(case.title),
        category: format!("Stride.{}", case.category),
        element: s(case.on[0]),
        element_title: s(case.on[1]),
        message: s(case.message),
        verdict: s(case.verdict),
        status: s(case.status),
        counts,
        above_appetite: counts && residual.rank > 2,
        inherent,
        residual,
        target,
        proof: proof(case),
        levels: levels(case),
        missing_controls: list("std.core.Tls"),
        fixes: vec![Fix { title: s("Encrypt the flow"), edits: vec![format!("{}.encrypted = true", case.on[0])] }],
        location: at(31),
        ..Threat::default()
    }
}

fn proof(case: &Case) -> Vec<ProofStep> {
    let known = case.verdict != "possible";
    let fact_known = fact(case.on[0], "encrypted", "false", "stated", "stated");
    let fact_unknown = fact(case.on[0], "encrypted", "unknown", "unknown", "nobody has said");
    vec![
        ProofStep {
            condition: 0,
            outcome: s(if known { "true" } else { "unknown" }),
            facts: vec![if known { fact_known } else { fact_unknown }],
            path: Vec::new(),
            witnesses: Vec::new(),
        },
        ProofStep {
            condition: 1,
            outcome: s("true"),
            facts: vec![fact(case.on[0], "crosses_boundary", "true", "structure", "structure of the model")],
            path: list("customer checkout shop"),
            witnesses: list("Card"),
        },
    ]
}

fn levels(case: &Case) -> Vec<LevelStep> {
    let assumed = case.verdict == "assumed";
    let facts = vec![fact(case.on[0], "reserve", "false", "default", "assumed: the default of `flow`")];
    if assumed { vec![LevelStep { of: s("likelihood"), level: s("High"), assumed, facts }] } else { Vec::new() }
}

pub(super) fn threats() -> Vec<Threat> {
    let cases = [
        Case {
            rule: "CleartextTransport",
            title: "Data is readable on its way",
            category: "InformationDisclosure",
            on: ["checkout", "Check out"],
            message: "Customer sends Card data to Shop over a connection that is not encrypted.",
            verdict: "definite",
            status: "open",
            risks: [[3, 4, 4], [3, 4, 4], [1, 4, 1]],
        },
        Case {
            rule: "SqlInjection",
            title: "Input becomes part of a query",
            category: "Tampering",
            on: ["shop", "Shop"],
            message: "Shop builds queries to Orders from input of Customer.",
            verdict: "definite",
            status: "planned",
            risks: [[3, 4, 4], [3, 3, 3], [0, 3, 1]],
        },
        Case {
            rule: "SqlInjection",
            title: "Input becomes part of a query",
            category: "Tampering",
            on: ["backoffice", "Back office"],
            message: "Back office builds queries to Orders from input of Staff.",
            verdict: "assumed",
            status: "open",
            risks: [[3, 3, 3], [3, 3, 3], [0, 3, 1]],
        },
        Case {
            rule: "CleartextTransport",
            title: "Data is readable on its way",
            category: "InformationDisclosure",
            on: ["mail_out", "Send confirmation"],
            message: "Shop sends Order to Mail service over a connection that is not encrypted.",
            verdict: "definite",
            status: "accepted",
            risks: [[2, 2, 2], [2, 2, 2], [1, 2, 1]],
        },
        Case {
            rule: "MissingRateLimit",
            title: "Requests can be repeated without limit",
            category: "DenialOfService",
            on: ["shop", "Shop"],
            message: "Anyone can send any number of requests to Shop.",
            verdict: "definite",
            status: "mitigated",
            risks: [[4, 2, 2], [1, 2, 1], [1, 2, 1]],
        },
        Case {
            rule: "MissingRateLimit",
            title: "Requests can be repeated without limit",
            category: "DenialOfService",
            on: ["backoffice", "Back office"],
            message: "Anyone can send any number of requests to Back office.",
            verdict: "possible",
            status: "open",
            risks: [[2, 2, 2], [2, 2, 2], [2, 2, 2]],
        },
    ];
    let mut all: Vec<Threat> = cases.iter().map(threat).collect();
    all[1].controls = vec![planned()];
    all[1].witnesses = list("place_order");
    all[3].decision = Some(0);
    all
}

fn planned() -> MitigatingControl {
    MitigatingControl {
        control: s("std.core.ParameterizedQueries"),
        title: s("Parameterized queries"),
        status: s("planned"),
        strength: 0.9,
        reduces: s("likelihood"),
        owner: s("team-shop"),
        ticket: s("SHOP-112"),
        verified_by: vec![s("tests/sql_injection.rs")],
        location: at(52),
    }
}
