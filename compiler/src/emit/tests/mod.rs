//! Tests of the back ends over a small document by hand.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod hostile;
mod html;
mod mistakes;

use std::sync::LazyLock;

use super::graph::Graph;
use super::groups::Facets;
use super::matrix::matrix;
use super::top::top;
use super::{Picture, Prepared, Templates, digest, sample};
use crate::document::{Boundary, Decision, Document, Element, Flow, Gate, Threat};

macro_rules! builtin {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../../../stdlib/templates/", $name)))),*]
    };
}

/// The templates that are shipped.
const BUILTIN: [(&str, &str); 19] = builtin![
    "diagram.dot",
    "diagram.mmd",
    "report.html",
    "report.md",
    "report/diagram.html",
    "report/evidence.html",
    "report/inventory.html",
    "report/library.html",
    "report/method.html",
    "report/parts.html",
    "report/pasta.html",
    "report/regimes.html",
    "report/regimes.md",
    "report/script.html",
    "report/statements.html",
    "report/style.html",
    "report/summary.html",
    "report/threat.html",
    "report/threats.html",
];

const OUTPUTS: [&str; 4] = ["diagram.dot", "diagram.mmd", "report.html", "report.md"];

/// Renders one built-in template.
fn render(name: &str, document: &Document) -> String {
    static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| Templates::new(BUILTIN, &[]).unwrap());
    let templates = &*TEMPLATES;
    let picture = Picture {
        name: "overview".to_owned(),
        title: "Overview".to_owned(),
        svg: "<svg viewBox=\"0 0 9 9\"><g class=\"node\" data-id=\"shop\" tabindex=\"0\"></g></svg>".to_owned(),
        note: String::new(),
    };
    let mut prepared = Prepared::new(document, &[picture]).unwrap();
    let mermaid = templates.render("diagram.mmd", &prepared).unwrap();
    prepared.set_mermaid(&mermaid);
    templates.render(name, &prepared).unwrap()
}

#[test]
fn everything_renders_the_same_twice() {
    for document in [sample::bookshop(), sample::empty()] {
        for name in OUTPUTS {
            let text = render(name, &document);
            assert!(!text.contains("{{") && !text.contains("{%"), "{name}");
            assert_eq!(text, render(name, &document), "{name}");
        }
    }
}

#[test]
fn the_page_is_well_formed_and_tells_of_every_threat_once() {
    let document = sample::bookshop();
    let page = html::read(&render("report.html", &document)).unwrap();
    for threat in &document.threats {
        let rows = page.ids.iter().filter(|id| **id == format!("t-{}", threat.id));
        assert_eq!(rows.count(), 1, "{}", threat.id);
    }
    let empty = html::read(&render("report.html", &sample::empty())).unwrap();
    assert!(empty.ids.iter().any(|id| id == "threats"));
}

#[test]
fn every_link_inside_the_page_leads_somewhere() {
    let page = html::read(&render("report.html", &sample::bookshop())).unwrap();
    assert!(page.links.len() > 50);
    for link in page.links.iter().filter_map(|link| link.strip_prefix('#')) {
        assert!(page.ids.iter().any(|id| id == link), "#{link}");
    }
    let mut ids = page.ids.clone();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), page.ids.len(), "an id stands twice");
}

#[test]
fn only_our_own_scripts_may_run() {
    let text = render("report.html", &sample::bookshop());
    let scripts = text.split("<script>").skip(1);
    let scripts: Vec<&str> = scripts.filter_map(|rest| rest.split("</script>").next()).collect();
    let policy = text.split("Content-Security-Policy\" content=\"").nth(1).unwrap();
    let policy = policy.split('"').next().unwrap();
    let hashes: Vec<String> = scripts.iter().map(|script| format!("'{}'", digest::csp_source(script))).collect();
    let allowed = format!("script-src {};", hashes.join(" "));
    assert!(policy.starts_with("default-src 'none';") && policy.contains(&allowed), "{policy}");
    assert_eq!((text.matches("<script").count(), hashes.len()), (2, 2));
}

#[test]
fn the_stages_of_pasta_are_shown_where_a_model_names_them() {
    let mut document = sample::bookshop();
    for name in ["report.html", "report.md"] {
        let text = render(name, &document);
        assert!(text.contains("The stages of PASTA") && text.contains("through_the_shop"), "{name}");
    }
    document.attacks.clear();
    document.goals[0].attacks.clear();
    let text = render("report.html", &document);
    assert!(text.contains("leads toward <code>steal_cards</code>"));
    document.model.methods = vec!["Stride".into()];
    assert!(!render("report.html", &document).contains("PASTA"));
    assert!(!render("report.md", &document).contains("PASTA"));
}

#[test]
fn rule_texts_stand_once() {
    let document = sample::bookshop();
    let text = render("report.html", &document);
    assert_eq!(text.matches("tcpdump").count(), document.rules.len());
}

#[test]
fn markdown_shows_facts_as_code() {
    let text = render("report.md", &sample::bookshop());
    assert!(text.contains("`checkout.encrypted = false` (stated, bookshop.tm:31)"));
    assert!(text.contains("| `backoffice.rate_limited` |"));
}

#[test]
fn the_gate_says_why() {
    let gate = sample::bookshop().summary.gate;
    assert_eq!(gate.verdict, "fail");
    assert_eq!(gate.reasons, ["3 threats above the appetite", "1 broken policy", "1 expired decision"]);
    assert_eq!(Gate::of(Vec::new(), true).verdict, "pass");
    assert_eq!(Gate::of(Vec::new(), false).verdict, "none");
}

#[test]
fn the_matrix_counts_what_the_summary_counts() {
    let mut document = sample::bookshop();
    document.threats[0].residual.likelihood = "Low–High".to_owned();
    let rows = serde_json::to_value(matrix(&document)).unwrap();
    assert_eq!(rows[0]["title"], "Very high");
    let cell = &rows[1]["cells"][4];
    assert_eq!((&cell["inherent"], &cell["residual"]), (&2.into(), &1.into()));
    let all: u64 = rows
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|row| row["cells"].as_array().unwrap())
        .map(|cell| cell["residual"].as_u64().unwrap())
        .sum();
    assert_eq!(all, 5);
}

#[test]
fn top_risks_name_the_elements_of_a_rule_together() {
    let top = serde_json::to_value(top(&sample::bookshop())).unwrap();
    assert_eq!(top.as_array().unwrap().len(), 2);
    assert_eq!(top[1]["rule"], "std.web.SqlInjection");
    assert_eq!((&top[1]["count"], &top[1]["more"]), (&2.into(), &0.into()));
}

#[test]
fn facets_count_all_threats() {
    let facets = serde_json::to_value(Facets::new(&sample::bookshop())).unwrap();
    for name in ["statuses", "verdicts", "levels", "categories", "carriers"] {
        let counts = facets[name].as_array().unwrap().iter();
        let sum: u64 = counts.map(|one| one["count"].as_u64().unwrap()).sum();
        assert_eq!(sum, 6, "{name}");
    }
}

#[test]
fn facets_count_possible_threats_apart_as_the_summary_does() {
    let mut document = sample::bookshop();
    document.threats.iter_mut().for_each(|threat| threat.verdict = "definite".into());
    for (threat, status) in document.threats.iter_mut().zip(["open", "planned", "mitigated"]) {
        (threat.verdict, threat.status, threat.counts) = ("possible".into(), status.into(), false);
    }
    let facets = serde_json::to_value(Facets::new(&document)).unwrap();
    let count = |name: &str| {
        let mut statuses = facets["statuses"].as_array().unwrap().iter();
        statuses.find(|one| one["name"] == name).map(|one| one["count"].as_u64().unwrap())
    };
    assert_eq!((count("possible"), count("settled")), (Some(2), Some(1)));
}

#[test]
fn neighbours_of_one_rule_alike_in_risk_are_one_row() {
    let mut document = sample::bookshop();
    let first = document.threats[0].clone();
    let other = Threat { id: format!("{}2", first.id), ..first.clone() };
    let worse = Threat { id: format!("{}3", first.id), status: "elsewhere".into(), ..first.clone() };
    document.threats = vec![first.clone(), other.clone(), worse];
    assert_eq!(super::groups::runs(&document), [vec![0, 1], vec![2]]);
    let text = render("report.md", &document);
    let row = text.lines().find(|line| line.contains(&format!("`{}`", other.id))).unwrap();
    assert!(row.starts_with('|') && row.contains(&format!("`{}`", first.id)), "{row}");
}

#[test]
fn decisions_tell_of_the_controls_of_a_mitigation() {
    let mut document = sample::bookshop();
    let control = document.controls[0].clone();
    document.decisions[0] = Decision {
        kind: "mitigate".into(),
        status: "planned".into(),
        controls: vec![control.id],
        owner: "Team Mail".into(),
        ticket: "SHOP-17".into(),
        verified_by: vec!["zap:10035".into()],
        ..document.decisions[0].clone()
    };
    for name in ["report.html", "report.md"] {
        let text = render(name, &document).replace("\\", "");
        for told in [control.title.as_str(), "planned", "SHOP-17", "zap:10035"] {
            assert!(text.contains(told), "{name}: {told}");
        }
    }
}

#[test]
fn a_large_diagram_is_sketched() {
    let mut document = sample::bookshop();
    for at in 0..200 {
        let mut element = document.elements[2].clone();
        element.id = format!("shop{at}");
        document.elements.push(element);
    }
    let sketch = serde_json::to_value(Graph::sketch(&document)).unwrap();
    assert_eq!(sketch["collapsed"], true);
    let nodes = sketch["events"].as_array().unwrap().iter();
    let front = nodes.clone().find(|one| one["id"] == "frontend").unwrap();
    assert_eq!((&front["event"], &front["subtitle"]), (&"node".into(), &"202 elements".into()));
    // Flows between the same two boxes are one line.
    let merged = sketch["flows"].as_array().unwrap().iter();
    assert_eq!(merged.map(|one| one["count"].as_u64().unwrap()).max(), Some(2));
    let full = serde_json::to_value(Graph::full(&document)).unwrap();
    assert_eq!(full["collapsed"], false);
}

#[test]
fn a_sketch_with_too_many_lines_keeps_the_worst() {
    let mut document = sample::bookshop();
    let (element, flow, boundary) =
        (document.elements[2].clone(), document.flows[0].clone(), document.boundaries[0].clone());
    for at in 0..40 {
        let id = |prefix: &str| format!("{prefix}{at}");
        document.boundaries.push(Boundary { id: id("zone"), parent: String::new(), ..boundary.clone() });
        document.boundaries.push(Boundary { id: id("cell"), parent: id("zone"), ..boundary.clone() });
        document.boundaries.push(Boundary { id: id("bare"), parent: id("zone"), ..boundary.clone() });
        for part in ["a", "b", "c", "d"] {
            document.elements.push(Element { id: id(part), boundary: id("cell"), ..element.clone() });
        }
        for other in (0..40).filter(|other| *other != at) {
            let tone = if at == 7 { 5 } else { 1 };
            let ends = (id("a"), format!("b{other}"));
            document.flows.push(Flow {
                id: format!("f{at}_{other}"),
                source: ends.0,
                target: ends.1,
                tone,
                ..flow.clone()
            });
        }
    }
    let sketch = serde_json::to_value(Graph::sketch(&document)).unwrap();
    let lines = sketch["flows"].as_array().unwrap();
    assert_eq!(lines.len(), 60);
    assert!(sketch["left_out"].as_u64().unwrap() > 1_000);
    assert_eq!(lines.iter().filter(|line| line["tone"] == 5 && line["source"] == "b_zone7").count(), 39);
    let nodes: Vec<&str> = sketch["events"].as_array().unwrap().iter().filter_map(|one| one["key"].as_str()).collect();
    let ends = lines.iter().flat_map(|line| [line["source"].as_str().unwrap(), line["target"].as_str().unwrap()]);
    assert!(ends.into_iter().all(|end| nodes.contains(&end)), "{nodes:?}");
    assert!(nodes.len() < 120);
    let templates = Templates::new(BUILTIN, &[]).unwrap();
    let text = templates.render("diagram.mmd", &Prepared::new(&document, &[]).unwrap()).unwrap();
    assert!(text.len() < 50_000 && text.contains("more connections, of lower risk"), "{}", text.len());
}

#[test]
fn a_flat_model_of_many_elements_is_sketched_by_its_worst_lines() {
    let mut document = sample::empty();
    let shop = sample::bookshop();
    for at in 0..500 {
        let element = Element { id: format!("e{at}"), boundary: String::new(), ..shop.elements[2].clone() };
        document.elements.push(element);
        let ends = (format!("e{at}"), format!("e{}", (at + 1) % 500));
        document.flows.push(Flow { id: format!("f{at}"), source: ends.0, target: ends.1, ..shop.flows[0].clone() });
    }
    let sketch = serde_json::to_value(Graph::sketch(&document)).unwrap();
    assert_eq!((sketch["flows"].as_array().unwrap().len(), sketch["left_out"].as_u64()), (60, Some(440)));
    assert_eq!(sketch["events"].as_array().unwrap().len(), 61);
}

#[test]
fn ids_that_look_alike_stay_apart_in_diagrams() {
    let mut document = sample::bookshop();
    for (at, id) in ["a.b", "a_b", "a-b", "a_b_2"].iter().enumerate() {
        document.elements[at].id = (*id).to_owned();
    }
    let graph = serde_json::to_value(Graph::full(&document)).unwrap();
    let nodes = graph["events"].as_array().unwrap().iter();
    let mut keys: Vec<&str> =
        nodes.filter(|one| one["event"] == "node").map(|one| one["key"].as_str().unwrap()).collect();
    let all = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), all);
}

#[test]
fn deeply_nested_boundaries_are_no_problem() {
    let mut document = sample::empty();
    let boundary = sample::bookshop().boundaries[0].clone();
    for at in 0..20_000 {
        let mut inner = boundary.clone();
        inner.id = format!("b{at}");
        inner.parent = if at == 0 { String::new() } else { format!("b{}", at - 1) };
        document.boundaries.push(inner);
    }
    let graph = serde_json::to_value(Graph::full(&document)).unwrap();
    // Each opens and closes but the innermost, in which there is nothing.
    assert_eq!(graph["events"].as_array().unwrap().len(), 39_999);
}

#[test]
fn a_mermaid_text_too_large_for_its_readers_is_left_out() {
    let templates = Templates::new(BUILTIN, &[]).unwrap();
    let mut prepared = Prepared::new(&sample::bookshop(), &[]).unwrap();
    prepared.set_mermaid(&"x".repeat(60_000));
    let text = templates.render("report.md", &prepared).unwrap();
    assert!(!text.contains("```mermaid") && text.contains("larger than Mermaid draws"));
}
