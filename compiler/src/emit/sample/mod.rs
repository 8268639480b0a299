//! A small document by hand, for tests: a bookshop with every kind of finding.

#![expect(clippy::unwrap_used, reason = "only tests use it")]

mod parts;
mod threats;

use self::parts::*;
use self::threats::threats;
use crate::document::*;

fn question(subject: [&str; 2], property: &str, text: &str, settles: usize) -> Question {
    Question {
        subject: s(subject[0]),
        subject_title: s(subject[1]),
        property: s(property),
        text: s(text),
        doc: s("True where the service refuses a caller who asks too often."),
        r#type: s("Bool"),
        answers: vec![
            Answer { value: s("true"), removes: settles, confirms: 0 },
            Answer { value: s("false"), removes: 0, confirms: settles },
        ],
        settles,
        threats: list("MissingRateLimit@backoffice"),
        narrows: 0,
        requirements: Vec::new(),
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
    Count { name: s(name), title: s(title), count, rank }
}

fn gate() -> Gate {
    let against = |kind: &str, subject: &str, text: &str| Against {
        kind: s(kind),
        subject: s(subject),
        text: s(text),
        location: at(31),
    };
    let above = "its residual risk is High, above the appetite (Moderate)";
    let all = [
        against("threat", "CleartextTransport@checkout", above),
        against("threat", "SqlInjection@shop", above),
        against("threat", "DenialOfService@shop", above),
        against("policy", "NoClearCards", "broken by `checkout`"),
        against("expired", "accept DenialOfService on shop", "it expired on 2026-01-01"),
    ];
    Gate::of(all.into(), true)
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
        highest_title: s("Very high"),
        by_severity: vec![
            count("VeryHigh", "Very high", 1, 4),
            count("High", "High", 2, 3),
            count("Moderate", "Moderate", 1, 2),
            count("Low", "Low", 1, 1),
            count("VeryLow", "Very low", 0, 0),
        ],
        by_category: vec![
            count("Stride.Tampering", "Tampering", 2, 0),
            count("Stride.InformationDisclosure", "Information disclosure", 2, 0),
            count("Stride.DenialOfService", "Denial of service", 1, 0),
        ],
        questions: 2,
        policies_broken: 1,
        gate: gate(),
        ..Summary::default()
    }
}

fn elements() -> Vec<Element> {
    let mut all = vec![
        element("customer", "Customer", "actor", "Person", "", 0),
        element("staff", "Staff", "actor", "Person", "office", 0),
        element("shop", "Shop", "process", "Web service", "frontend", 4),
        element("backoffice", "Back office", "process", "Web service", "frontend", 4),
        element("orders", "Orders", "store", "Relational database", "backend", 0),
        element("mail", "Mail service", "process", "Third-party service", "", 0),
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
        flow("checkout", "Check out", ["customer", "shop"], ["order card", "receipt"], 5),
        flow("place_order", "Place order", ["shop", "orders"], ["order card", ""], 0),
        flow("mail_out", "Send confirmation", ["shop", "mail"], ["order", ""], 3),
        flow("look_up", "Look up orders", ["staff", "backoffice"], ["", "order"], 0),
        flow("read_orders", "Read orders", ["backoffice", "orders"], ["", "order"], 0),
    ];
    all[0].threats = list("CleartextTransport@checkout");
    all[2].threats = list("CleartextTransport@mail_out");
    all[3].data_unknown = true;
    all
}

/// The bookshop.
fn attack() -> Attack {
    let step = |depth: usize, kind: &str, progress: &str, title: &str, threat: [&str; 3]| AttackStep {
        depth,
        kind: s(kind),
        progress: s(progress),
        title: s(title),
        rule: s(threat[0]),
        element: s(threat[1]),
        threats: list(threat[2]),
    };
    let none = ["", "", ""];
    Attack {
        name: s("through_the_shop"),
        title: s("Through the shop's database"),
        doc: s("As others were robbed."),
        goal: s("steal_cards"),
        progress: s("open"),
        steps: vec![
            step(0, "words", "open", "Find the shop's pages", none),
            step(0, "any", "open", "", none),
            step(1, "threat", "open", "SQL injection", ["std.web.SqlInjection", "shop", "SqlInjection@shop"]),
            step(1, "threat", "stopped", "Data readable on the medium", ["std.stride.UnencryptedAtRest", "orders", ""]),
        ],
        location: at(86),
    }
}

fn evidence() -> Evidence {
    let finding = EvidenceFinding {
        tool: s("semgrep"),
        check: s("sql-injection"),
        text: s("Input becomes part of a query"),
        place: s("shop/src/db.rs:12"),
        elements: list("shop"),
    };
    Evidence {
        claims: vec![EvidenceClaim {
            control: s("std.core.ParameterizedQueries"),
            title: s("Parameterized queries"),
            on: s("shop"),
            claim: s("sarif(\"semgrep\", rule = \"sql-*\")"),
            verdict: s("failing"),
            because: s("sql-injection at shop/src/db.rs:12"),
            files: list("scan.sarif"),
            day: s("2026-03-01"),
            age: Some(1),
            checks: 1,
            findings: vec![finding.clone()],
            location: at(90),
            ..EvidenceClaim::default()
        }],
        sources: vec![EvidenceSource {
            file: s("scan.sarif"),
            format: s("sarif"),
            tool: s("semgrep"),
            checks: 4,
            findings: 2,
            skipped: vec![s("a rule without an id")],
            ..EvidenceSource::default()
        }],
        findings: vec![EvidenceFinding { elements: Vec::new(), ..finding }],
        candidates: Vec::new(),
        unclaimed: 1,
    }
}

pub fn bookshop() -> Document {
    Document {
        format: s("1"),
        tool: Tool { name: s("tm"), version: s("0.1.0"), language: s("1"), pinned: String::new() },
        today: s("2026-03-02"),
        model: Model {
            location: Some(at(3)),
            name: s("bookshop"),
            was: Vec::new(),
            title: s("Bookshop"),
            doc: s("A shop that sells **books** over the web.\n\nOrders are kept for ten years."),
            owner: s("team-shop"),
            scope: s("The website, the back office and what they talk to; not the warehouse."),
            methods: list("Stride Pasta"),
            appetite: s("Moderate"),
            appetite_title: s("Moderate"),
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
        icons: Vec::new(),
        flows: flows(),
        data: vec![
            data("order", "Order", "Internal", "checkout place_order mail_out", "orders"),
            data("card", "Card data", "Restricted", "checkout place_order", "orders"),
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
            rule("SqlInjection", "Input becomes part of a query", "Tampering", "CWE-89", "ParameterizedQueries"),
        ],
        controls: vec![
            control("ParameterizedQueries", "Parameterized queries", 0.9),
            control("RateLimit", "Rate limit", 0.6),
            control("Tls", "Transport encryption", 0.95),
        ],
        evidence: evidence(),
        threats: threats(),
        decisions: vec![
            decision("accept", "CleartextTransport", "mail_out", "2026-03-31", 29),
            decision("dismiss", "SqlInjection", "orders", "2026-02-01", -29),
        ],
        questions: vec![
            question(["backoffice", "Back office"], "rate_limited", "Does Back office limit the rate of requests?", 1),
            question(["shop", "Shop"], "logs_requests", "Does Shop keep a log of what was done by whom?", 1),
        ],
        regimes: vec![parts::regime()],
        policy_findings: Vec::new(),
        policies: vec![
            policy("CardsEncrypted", "Card data never travels unencrypted", "broken", "checkout"),
            policy("PersonalDataInEurope", "Personal data stays in Europe", "holds", ""),
            policy("Backups", "Every store is backed up", "undecided", ""),
        ],
        assumptions: vec![Assumption {
            name: s("provider"),
            title: s("The cloud provider keeps its promises"),
            doc: s("Its audit reports are read once a year."),
            location: at(80),
        }],
        objectives: vec![Objective {
            name: s("trust"),
            title: s("Customers trust the shop"),
            doc: s("Who loses their card here once does not come back."),
            protects: list("orders Card"),
            impact: s("High"),
            impact_title: s("High"),
            goals: list("steal_cards"),
            location: at(81),
        }],
        attackers: vec![Attacker {
            name: s("gang"),
            title: s("Organised crime"),
            doc: s("They buy what others found."),
            starts_at: list("customer"),
            skill: s("Moderate"),
            skill_title: s("Moderate"),
            motive: s("Money"),
            goals: list("steal_cards"),
            location: at(82),
        }],
        attacks: vec![attack()],
        vulnerabilities: vec![Vulnerability {
            name: s("old_parser"),
            title: s("An old parser of pictures"),
            element: s("shop"),
            threat: s(""),
            location: at(88),
        }],
        goals: vec![Goal {
            name: s("steal_cards"),
            title: s("Steal card data"),
            doc: s("Cards sell."),
            attacker: s("Organised crime"),
            objective: s("trust"),
            impact: s("High"),
            impact_title: s("High"),
            attacks: list("through_the_shop"),
            target: s("orders"),
            path: list("customer checkout shop place_order orders"),
            threats: list("CleartextTransport@checkout SqlInjection@shop"),
            location: at(84),
        }],
        views: Vec::new(),
        library_changes: vec![LibraryChange {
            kind: s("disable"),
            subject: s("std.web.ClickJacking"),
            added: Vec::new(),
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
        regimes: Vec::new(),
        policies: Vec::new(),
        assumptions: Vec::new(),
        objectives: Vec::new(),
        attackers: Vec::new(),
        goals: Vec::new(),
        attacks: Vec::new(),
        vulnerabilities: Vec::new(),
        library_changes: Vec::new(),
        diagnostics: Vec::new(),
        model: Model::default(),
        ..bookshop()
    }
}
