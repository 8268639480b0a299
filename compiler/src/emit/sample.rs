//! A small document by hand, for tests: a bookshop with every kind of finding.

#![expect(clippy::unwrap_used, reason = "only tests use it")]

use crate::document::*;

fn s(text: &str) -> String {
    text.to_owned()
}

fn list(words: &str) -> Vec<String> {
    words.split_whitespace().map(s).collect()
}

fn at(line: usize) -> Location {
    Location {
        file: s("bookshop.tm"),
        line,
        column: 3,
    }
}

fn fact(subject: &str, property: &str, value: &str, origin: &str, text: &str) -> Fact {
    Fact {
        subject: s(subject),
        property: s(property),
        value: s(value),
        origin: s(origin),
        origin_text: s(text),
        location: (origin == "stated").then(|| at(31)),
    }
}

fn level(name: &str, title: &str, rank: usize) -> Level {
    Level {
        name: s(name),
        title: s(title),
        rank,
        upper: [0.04, 0.2, 0.79, 0.95, 1.0][rank],
        tone: u8::try_from(rank + 1).unwrap(),
    }
}

fn levels() -> Vec<Level> {
    let names = [
        ("VeryLow", "Very low"),
        ("Low", "Low"),
        ("Moderate", "Moderate"),
        ("High", "High"),
        ("VeryHigh", "Very high"),
    ];
    names
        .iter()
        .enumerate()
        .map(|(rank, (name, title))| level(name, title, rank))
        .collect()
}

fn risk(likelihood: usize, impact: usize, rank: usize) -> Risk {
    let all = levels();
    Risk {
        likelihood: all[likelihood].title.clone(),
        impact: all[impact].title.clone(),
        level: all[rank].name.clone(),
        title: all[rank].title.clone(),
        range: all[rank].name.clone(),
        rank,
        tone: all[rank].tone,
    }
}

fn method() -> RiskMethod {
    let rows = [
        "0 0 0 1 1",
        "0 0 1 1 2",
        "0 1 2 2 3",
        "0 1 2 3 4",
        "0 1 2 3 4",
    ];
    let cell = |rank: &str| levels()[rank.parse::<usize>().unwrap()].name.clone();
    RiskMethod {
        matrix: s("NistSp80030"),
        title: s("NIST SP 800-30, table I-2"),
        likelihood: levels(),
        impact: levels(),
        risk: levels(),
        cells: rows
            .iter()
            .map(|row| row.split(' ').map(cell).collect())
            .collect(),
    }
}

fn applied(control: &str, on: &str, status: &str) -> AppliedControl {
    AppliedControl {
        control: s(control),
        status: s(status),
        on: s(on),
        location: at(44),
    }
}

fn boundary(id: &str, title: &str, parent: &str) -> Boundary {
    Boundary {
        id: s(id),
        title: s(title),
        parent: s(parent),
        properties: vec![fact(id, "trust", "Trusted", "stated", "stated")],
        location: at(9),
        ..Boundary::default()
    }
}

fn element(id: &str, title: &str, kind: &str, of: &str, boundary: &str, rank: usize) -> Element {
    let name = if rank == 0 {
        s("")
    } else {
        levels()[rank - 1].title.clone()
    };
    Element {
        id: s(id),
        kind: s(kind),
        title: s(title),
        r#type: of.replace(' ', ""),
        type_title: s(of),
        boundary: s(boundary),
        properties: vec![
            fact(id, "internet_facing", "true", "stated", "stated"),
            fact(id, "language", "unknown", "unknown", "nobody has said"),
        ],
        risk: name,
        tone: u8::try_from(rank).unwrap(),
        location: at(12),
        ..Element::default()
    }
}

fn flow(id: &str, title: &str, ends: [&str; 2], carries: [&str; 2], tone: u8) -> Flow {
    Flow {
        id: s(id),
        title: s(title),
        source: s(ends[0]),
        target: s(ends[1]),
        protocol: s("Https"),
        sends: list(carries[0]),
        receives: list(carries[1]),
        crosses_boundary: true,
        entered: list("cloud"),
        risk: if tone > 0 {
            levels()[usize::from(tone) - 1].title.clone()
        } else {
            s("")
        },
        tone,
        properties: vec![fact(id, "encrypted", "false", "stated", "stated")],
        location: at(31),
        ..Flow::default()
    }
}

fn data(id: &str, title: &str, class: &str, carried: &str, held: &str) -> Data {
    Data {
        id: s(id),
        title: s(title),
        properties: vec![
            fact(id, "confidentiality", class, "stated", "stated"),
            fact(id, "personal", "true", "type", "fact of `PersonalData`"),
        ],
        carried_by: list(carried),
        held_by: list(held),
        location: at(6),
        ..Data::default()
    }
}

fn rule(name: &str, title: &str, category: &str, references: &str, controls: &str) -> Rule {
    let reference = |id: &str| Reference {
        id: s(id),
        url: id.strip_prefix("CWE-").map_or_else(String::new, |number| {
            format!("https://cwe.mitre.org/data/definitions/{number}.html")
        }),
    };
    Rule {
        id: format!("std.web.{name}"),
        name: s(name),
        title: s(title),
        category: format!("Stride.{category}"),
        category_title: spaced(category),
        doc: s(
            "What travels **without encryption** can be read by anyone on the way:\n\n\
            - on the wireless network of a café,\n- in a `transit` network.",
        ),
        detection: s("Capture the traffic with `tcpdump` and look for readable text."),
        false_positives: s("The flow stays on one machine, or a sidecar encrypts it."),
        remedy: s("Use TLS 1.3; refuse older versions."),
        references: references.split_whitespace().map(reference).collect(),
        mitigated_by: controls
            .split_whitespace()
            .map(|name| format!("std.core.{name}"))
            .collect(),
        location: Location {
            file: s("std/web/transport.tm"),
            line: 14,
            column: 1,
        },
    }
}

fn control(name: &str, title: &str, strength: f64) -> Control {
    Control {
        id: format!("std.core.{name}"),
        name: s(name),
        title: s(title),
        doc: s("Encrypts what travels between two ends and proves who the *server* is."),
        strength,
        reduces: s("likelihood"),
        satisfies: list("ASVS-12.1.1"),
        cost: s("1_000 EUR"),
    }
}

/// `DenialOfService` as `Denial of service`.
fn spaced(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push(' ');
            out.push(letter.to_ascii_lowercase());
        } else {
            out.push(letter);
        }
    }
    out
}

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
        missing_controls: list("std.core.Tls"),
        fixes: vec![Fix {
            title: s("Encrypt the flow"),
            edits: vec![format!("{}.encrypted = true", case.on[0])],
        }],
        location: at(31),
        ..Threat::default()
    }
}

fn proof(case: &Case) -> Vec<ProofStep> {
    let known = case.verdict != "possible";
    let fact_known = fact(case.on[0], "encrypted", "false", "stated", "stated");
    let fact_unknown = fact(
        case.on[0],
        "encrypted",
        "unknown",
        "unknown",
        "nobody has said",
    );
    vec![
        ProofStep {
            condition: s("not f.encrypted"),
            outcome: s(if known { "true" } else { "unknown" }),
            facts: vec![if known { fact_known } else { fact_unknown }],
            path: Vec::new(),
            location: at(16),
        },
        ProofStep {
            condition: s("f.crosses_boundary"),
            outcome: s("true"),
            facts: vec![fact(
                case.on[0],
                "crosses_boundary",
                "true",
                "structure",
                "structure of the model",
            )],
            path: list("customer checkout shop"),
            location: at(17),
        },
    ]
}

fn threats() -> Vec<Threat> {
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

fn question(subject: [&str; 2], property: &str, text: &str, settles: usize) -> Question {
    Question {
        subject: s(subject[0]),
        subject_title: s(subject[1]),
        property: s(property),
        text: s(text),
        doc: s("True where the service refuses a caller who asks too often."),
        r#type: s("Bool"),
        answers: vec![
            Answer {
                value: s("true"),
                removes: settles,
                confirms: 0,
            },
            Answer {
                value: s("false"),
                removes: 0,
                confirms: settles,
            },
        ],
        settles,
        threats: list("MissingRateLimit@backoffice"),
        assumed: false,
        location: at(20),
    }
}

fn decision(kind: &str, rule: &str, target: &str, until: &str, days: i64) -> Decision {
    Decision {
        kind: s(kind),
        rule: s(rule),
        target: s(target),
        reason: s("The mail service offers TLS from March; until then only order numbers travel."),
        by: s("Dana Okafor"),
        until: s(until),
        expired: days < 0,
        days_left: Some(days),
        threats: list("CleartextTransport@mail_out"),
        location: at(60),
        ..Decision::default()
    }
}

fn policy(name: &str, title: &str, verdict: &str, broken: &str) -> Policy {
    Policy {
        name: s(name),
        title: s(title),
        doc: s("Law, not taste."),
        verdict: s(verdict),
        broken_by: list(broken),
        location: at(71),
        ..Policy::default()
    }
}

fn count(name: &str, title: &str, count: usize, rank: usize) -> Count {
    Count {
        name: s(name),
        title: s(title),
        count,
        rank,
    }
}

fn summary() -> Summary {
    Summary {
        open: 2,
        planned: 1,
        mitigated: 1,
        accepted: 1,
        possible: 1,
        above_appetite: 3,
        highest: s("Very high"),
        by_severity: vec![
            count("VeryHigh", "Very high", 1, 4),
            count("High", "High", 2, 3),
            count("Moderate", "Moderate", 1, 2),
            count("Low", "Low", 1, 1),
            count("VeryLow", "Very low", 0, 0),
        ],
        by_category: vec![
            count("Stride.Tampering", "Tampering", 2, 0),
            count(
                "Stride.InformationDisclosure",
                "Information disclosure",
                2,
                0,
            ),
            count("Stride.DenialOfService", "Denial of service", 1, 0),
        ],
        questions: 2,
        policies_broken: 1,
        ..Summary::default()
    }
}

fn elements() -> Vec<Element> {
    let mut all = vec![
        element("customer", "Customer", "actor", "Person", "", 0),
        element("staff", "Staff", "actor", "Person", "office", 0),
        element("shop", "Shop", "process", "Web service", "frontend", 4),
        element(
            "backoffice",
            "Back office",
            "process",
            "Web service",
            "frontend",
            4,
        ),
        element(
            "orders",
            "Orders",
            "store",
            "Relational database",
            "backend",
            0,
        ),
        element(
            "mail",
            "Mail service",
            "process",
            "Third-party service",
            "",
            0,
        ),
    ];
    all[0].external = true;
    all[5].external = true;
    all[4].holds = list("order card");
    all[2].doc = s("The public website. Written in `Rust`.");
    all[2].tags = list("public pci");
    all[2].controls = vec![applied("std.core.RateLimit", "shop", "implemented")];
    all[2].threats = list("SqlInjection@shop MissingRateLimit@shop");
    all[3].threats = list("SqlInjection@backoffice MissingRateLimit@backoffice");
    all
}

fn flows() -> Vec<Flow> {
    let mut all = vec![
        flow(
            "checkout",
            "Check out",
            ["customer", "shop"],
            ["order card", "receipt"],
            5,
        ),
        flow(
            "place_order",
            "Place order",
            ["shop", "orders"],
            ["order card", ""],
            0,
        ),
        flow(
            "mail_out",
            "Send confirmation",
            ["shop", "mail"],
            ["order", ""],
            3,
        ),
        flow(
            "look_up",
            "Look up orders",
            ["staff", "backoffice"],
            ["", "order"],
            0,
        ),
        flow(
            "read_orders",
            "Read orders",
            ["backoffice", "orders"],
            ["", "order"],
            0,
        ),
    ];
    all[0].threats = list("CleartextTransport@checkout");
    all[2].threats = list("CleartextTransport@mail_out");
    all[3].data_unknown = true;
    all
}

/// The bookshop.
pub fn bookshop() -> Document {
    Document {
        format: s("1"),
        tool: Tool {
            name: s("tm"),
            version: s("0.1.0"),
            language: s("1"),
        },
        today: s("2026-03-02"),
        model: Model {
            name: s("bookshop"),
            title: s("Bookshop"),
            doc: s("A shop that sells **books** over the web.\n\nOrders are kept for ten years."),
            owner: s("team-shop"),
            scope: s("The website, the back office and what they talk to; not the warehouse."),
            methods: list("Stride"),
            appetite: s("Moderate"),
        },
        summary: summary(),
        risk: method(),
        boundaries: vec![
            boundary("office", "Office", ""),
            boundary("cloud", "Cloud account", ""),
            boundary("frontend", "Front end", "cloud"),
            boundary("backend", "Back end", "cloud"),
        ],
        elements: elements(),
        flows: flows(),
        data: vec![
            data(
                "order",
                "Order",
                "Internal",
                "checkout place_order mail_out",
                "orders",
            ),
            data(
                "card",
                "Card data",
                "Restricted",
                "checkout place_order",
                "orders",
            ),
            data("receipt", "Receipt", "Internal", "checkout", ""),
        ],
        rules: vec![
            rule(
                "CleartextTransport",
                "Data is readable on its way",
                "InformationDisclosure",
                "CWE-319 CAPEC-157",
                "Tls",
            ),
            rule(
                "MissingRateLimit",
                "Requests can be repeated without limit",
                "DenialOfService",
                "CWE-770",
                "RateLimit",
            ),
            rule(
                "SqlInjection",
                "Input becomes part of a query",
                "Tampering",
                "CWE-89",
                "ParameterizedQueries",
            ),
        ],
        controls: vec![
            control("ParameterizedQueries", "Parameterized queries", 0.9),
            control("RateLimit", "Rate limit", 0.6),
            control("Tls", "Transport encryption", 0.95),
        ],
        threats: threats(),
        decisions: vec![
            decision("accept", "CleartextTransport", "mail_out", "2026-03-31", 29),
            decision("dismiss", "SqlInjection", "orders", "2026-02-01", -29),
        ],
        questions: vec![
            question(
                ["backoffice", "Back office"],
                "rate_limited",
                "Does Back office limit the rate of requests?",
                1,
            ),
            question(
                ["shop", "Shop"],
                "logs_requests",
                "Does Shop keep a log of what was done by whom?",
                1,
            ),
        ],
        policies: vec![
            policy(
                "CardsEncrypted",
                "Card data never travels unencrypted",
                "broken",
                "checkout",
            ),
            policy(
                "PersonalDataInEurope",
                "Personal data stays in Europe",
                "holds",
                "",
            ),
            policy("Backups", "Every store is backed up", "undecided", ""),
        ],
        assumptions: vec![Assumption {
            name: s("provider"),
            title: s("The cloud provider keeps its promises"),
            doc: s("Its audit reports are read once a year."),
            location: at(80),
        }],
        goals: vec![Goal {
            name: s("steal_cards"),
            title: s("Steal card data"),
            doc: s("Cards sell."),
            attacker: s("Organised crime"),
            target: s("orders"),
            path: list("customer checkout shop place_order orders"),
            threats: list("CleartextTransport@checkout SqlInjection@shop"),
            location: at(84),
        }],
        views: Vec::new(),
        library_changes: vec![LibraryChange {
            kind: s("disable"),
            subject: s("std.web.ClickJacking"),
            reason: s("No page of ours can be framed: the gateway refuses it."),
            location: at(90),
        }],
        diagnostics: vec![Diagnostic {
            code: s("TM0412"),
            severity: s("warning"),
            message: s("decision matches no threat"),
            help: s("remove it, or correct its target"),
            location: at(61),
        }],
    }
}

/// Nothing at all.
pub fn empty() -> Document {
    Document {
        risk: RiskMethod::default(),
        summary: Summary::default(),
        boundaries: Vec::new(),
        elements: Vec::new(),
        flows: Vec::new(),
        data: Vec::new(),
        rules: Vec::new(),
        controls: Vec::new(),
        threats: Vec::new(),
        decisions: Vec::new(),
        questions: Vec::new(),
        policies: Vec::new(),
        assumptions: Vec::new(),
        goals: Vec::new(),
        library_changes: Vec::new(),
        diagnostics: Vec::new(),
        model: Model::default(),
        ..bookshop()
    }
}
