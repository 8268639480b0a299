//! Pieces that the sample is made of.

use crate::document::*;

pub(super) fn s(text: &str) -> String {
    text.to_owned()
}

pub(super) fn list(words: &str) -> Vec<String> {
    words.split_whitespace().map(s).collect()
}

pub(super) fn at(line: usize) -> Location {
    Location { file: s("bookshop.tm"), line, column: 3, end_line: line, end_column: 9, embedded: false }
}

pub(super) fn fact(subject: &str, property: &str, value: &str, origin: &str, text: &str) -> Fact {
    Fact {
        subject: s(subject),
        property: s(property),
        value: s(value),
        origin: s(origin),
        origin_text: s(text),
        location: (origin == "stated").then(|| at(31)),
    }
}

pub(super) fn level(name: &str, title: &str, rank: usize) -> Level {
    Level {
        name: s(name),
        title: s(title),
        rank,
        upper: [0.04, 0.2, 0.79, 0.95, 1.0][rank],
        tone: u8::try_from(rank + 1).unwrap(),
    }
}

pub(super) fn levels() -> Vec<Level> {
    let names = [
        ("VeryLow", "Very low"),
        ("Low", "Low"),
        ("Moderate", "Moderate"),
        ("High", "High"),
        ("VeryHigh", "Very high"),
    ];
    names.iter().enumerate().map(|(rank, (name, title))| level(name, title, rank)).collect()
}

pub(super) fn risk(likelihood: usize, impact: usize, rank: usize) -> Risk {
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

pub(super) fn method() -> RiskMethod {
    let rows = ["0 0 0 1 1", "0 0 1 1 2", "0 1 2 2 3", "0 1 2 3 4", "0 1 2 3 4"];
    let cell = |rank: &str| levels()[rank.parse::<usize>().unwrap()].name.clone();
    RiskMethod {
        matrix: s("NistSp80030"),
        title: s("NIST SP 800-30, table I-2"),
        likelihood: levels(),
        impact: levels(),
        risk: levels(),
        cells: rows.iter().map(|row| row.split(' ').map(cell).collect()).collect(),
    }
}

pub(super) fn applied(control: &str, on: &str, status: &str) -> AppliedControl {
    AppliedControl { control: s(control), status: s(status), on: s(on), location: at(44) }
}

pub(super) fn boundary(id: &str, title: &str, parent: &str) -> Boundary {
    Boundary {
        id: s(id),
        title: s(title),
        parent: s(parent),
        properties: vec![fact(id, "trust", "Trusted", "stated", "stated")],
        location: at(9),
        ..Boundary::default()
    }
}

pub(super) fn element(id: &str, title: &str, kind: &str, of: &str, boundary: &str, rank: usize) -> Element {
    let name = if rank == 0 { s("") } else { levels()[rank - 1].title.clone() };
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

pub(super) fn flow(id: &str, title: &str, ends: [&str; 2], carries: [&str; 2], tone: u8) -> Flow {
    Flow {
        id: s(id),
        title: s(title),
        source: s(ends[0]),
        target: s(ends[1]),
        protocol: s("Https"),
        protocol_title: s("HTTPS"),
        sends: list(carries[0]),
        receives: list(carries[1]),
        crosses_boundary: true,
        entered: list("cloud"),
        risk: if tone > 0 { levels()[usize::from(tone) - 1].title.clone() } else { s("") },
        tone,
        properties: vec![fact(id, "encrypted", "false", "stated", "stated")],
        location: at(31),
        ..Flow::default()
    }
}

pub(super) fn data(id: &str, title: &str, class: &str, carried: &str, held: &str) -> Data {
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

fn condition(text: &str, line: usize) -> Condition {
    Condition { text: s(text), location: at(line) }
}

pub(super) fn rule(name: &str, title: &str, category: &str, references: &str, controls: &str) -> Rule {
    Rule {
        was: Vec::new(),
        since: String::new(),
        conditions: vec![condition("not f.encrypted", 16), condition("f.crosses_boundary", 17)],
        likelihood: Some(condition("if f.reserve then Low else High", 18)),
        impact: Some(condition("High", 19)),
        id: format!("std.web.{name}"),
        name: s(name),
        title: s(title),
        category: format!("Stride.{category}"),
        category_title: spaced(category),
        doc: s("What travels **without encryption** can be read by anyone on the way:\n\n\
            - on the wireless network of a café,\n- in a `transit` network."),
        detection: s("Capture the traffic with `tcpdump` and look for readable text."),
        false_positives: s("The flow stays on one machine, or a sidecar encrypts it."),
        remedy: s("Use TLS 1.3; refuse older versions."),
        references: references.split_whitespace().map(reference).collect(),
        mitigated_by: controls.split_whitespace().map(|name| format!("std.core.{name}")).collect(),
        location: Location {
            file: s("std/web/transport.tm"),
            line: 14,
            column: 1,
            end_line: 14,
            end_column: 8,
            embedded: true,
        },
    }
}

pub(super) fn control(name: &str, title: &str, strength: f64) -> Control {
    Control {
        id: format!("std.core.{name}"),
        name: s(name),
        title: s(title),
        doc: s("Encrypts what travels between two ends and proves who the *server* is."),
        strength,
        reduces: s("likelihood"),
        satisfies: vec![reference("ASVS-12.1.1")],
        cost: s("1_000 EUR"),
    }
}

/// A regime with a requirement that is open in one place and met in another.
pub(super) fn regime() -> Regime {
    let place = |element: &str, status: &str| RequirementPlace {
        element: s(element),
        element_title: s(element),
        status: s(status),
        controls: Vec::new(),
        facts: vec![fact(element, "encrypted", "true", "stated", "stated")],
        because: Vec::new(),
    };
    let serving = ServingControl {
        control: s("std.core.Tls"),
        title: s("TLS"),
        status: s("implemented"),
        on: s("orders"),
        verified_by: list("junit"),
        location: at(41),
    };
    Regime {
        name: s("HouseRules"),
        title: s("House rules"),
        declared: true,
        requirements: vec![Requirement {
            name: s("SealedStores"),
            title: s("Stores are sealed"),
            doc: s("Nobody reads them *from outside*."),
            references: vec![reference("CWE-312")],
            status: s("open"),
            places: vec![
                place("checkout", "open"),
                RequirementPlace { controls: vec![serving], ..place("orders", "met") },
            ],
            location: at(40),
            helping: list("std.core.Tls"),
        }],
        missing: list("orders.encrypted"),
        further: vec![FurtherRequirement { reference: reference("CWE-319"), controls: list("std.core.Tls") }],
        unjudged: list("CWE-1"),
    }
}

/// A reference whose catalogue is on the web where its id begins like this one.
fn reference(id: &str) -> Reference {
    let number = id.strip_prefix("CWE-");
    let words = |text: &str| number.map_or_else(String::new, |number| text.replace('#', number));
    Reference {
        id: s(id),
        title: words("Weakness number #"),
        catalog: words("Weaknesses"),
        url: words("https://cwe.mitre.org/data/definitions/#.html"),
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
