//! Laws that hold for every model: of risk, of identity, of determinism, of unknowns, of structure.

use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::assess::{Figure, Threat};
use tm_compiler::builtins::Nav;
use tm_compiler::check::{Ex, ExKind};
use tm_compiler::derive::Verdict;
use tm_compiler::evaluate::Evaluator;
use tm_compiler::source::Span;
use tm_compiler::value::{Type, Value};
use tm_compiler::{Analysis, analyse, study};
use tm_tests::examples::examples;
use tm_tests::plan::{CONTROLS, Layout, Plan, plans};
use tm_tests::world::{Memory, say};

fn analysis(library: &str, plan: &Plan, layout: &Layout) -> std::sync::Arc<Analysis> {
    analyse(&Memory::of(format!("{library}{}", plan.text(layout))))
}

fn stride(plan: &Plan) -> std::sync::Arc<Analysis> {
    analysis("use std.stride\n", plan, &Layout::default())
}

fn by_id(analysis: &Analysis) -> BTreeMap<String, Threat> {
    let threats = analysis.assessed.threats.iter();
    threats.map(|threat| (threat.id.clone(), threat.clone())).collect()
}

fn ids(analysis: &Analysis) -> BTreeSet<String> {
    by_id(analysis).into_keys().collect()
}

/// No part of the figure is above the other's.
fn at_most(low: Figure, high: Figure) -> bool {
    low.level.0 <= high.level.0 && low.level.1 <= high.level.1
}

fn cases() -> ProptestConfig {
    ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn without_controls_nothing_is_reduced(plan in plans(false)) {
        for threat in by_id(&stride(&plan)).values() {
            prop_assert_eq!(threat.residual, threat.inherent, "{}", threat.id);
            prop_assert_eq!(threat.target, threat.inherent, "{}", threat.id);
        }
    }

    #[test]
    fn figures_are_in_order(plan in plans(true)) {
        for threat in by_id(&stride(&plan)).values() {
            prop_assert!(at_most(threat.residual, threat.inherent), "{}", threat.id);
            prop_assert!(at_most(threat.target, threat.residual), "{}", threat.id);
            prop_assert!(threat.inherent.level.0 <= threat.inherent.level.1);
        }
    }

    #[test]
    fn a_control_more_never_raises_risk(plan in plans(true), node in 0..6_usize, control in 0..4_usize, implemented: bool) {
        let mut more = plan.clone();
        let at = node % more.nodes.len();
        let node = &mut more.nodes[at];
        let control = control % CONTROLS[node.kind].len();
        prop_assume!(node.controls.iter().all(|(known, _)| *known != control));
        node.controls.push((control, implemented));
        let (before, after) = (by_id(&stride(&plan)), by_id(&stride(&more)));
        for (id, threat) in &after {
            if let Some(earlier) = before.get(id) {
                prop_assert_eq!(threat.inherent, earlier.inherent, "{}", id);
                prop_assert!(at_most(threat.residual, earlier.residual), "{}", id);
                prop_assert!(at_most(threat.target, earlier.target), "{}", id);
            }
        }
    }

    #[test]
    fn ids_survive_changes_elsewhere(plan in plans(true)) {
        let plain = ids(&stride(&plan));
        let laid_out = |layout: Layout| ids(&analysis("use std.stride\n", &plan, &layout));
        prop_assert_eq!(&plain, &laid_out(Layout { reversed: true, ..Layout::default() }), "reordered");
        prop_assert_eq!(&plain, &laid_out(Layout { airy: true, ..Layout::default() }), "laid out otherwise");
        let mut wrapped = laid_out(Layout { wrapped: true, ..Layout::default() });
        wrapped.retain(|id| !id.ends_with("@outermost"));
        prop_assert_eq!(&plain, &wrapped, "moved into another boundary");
        let renamed = laid_out(Layout { renamed: true, ..Layout::default() });
        let restored: BTreeSet<String> = renamed
            .iter()
            .map(|id| match id.strip_suffix("@renamed") {
                Some(rule) => format!("{rule}@n0"),
                None => id.clone(),
            })
            .collect();
        prop_assert_eq!(&plain, &restored, "another element renamed");
    }

    #[test]
    fn an_element_more_changes_no_id(plan in plans(true)) {
        let plain = ids(&stride(&plan));
        let text = format!("use std.stride\nprocess alone\n{}", plan.text(&Layout::default()));
        let mut more = ids(&analyse(&Memory::of(text)));
        more.retain(|id| !id.ends_with("@alone"));
        prop_assert_eq!(plain, more);
    }

    #[test]
    fn the_same_source_gives_the_same_bytes(plan in plans(true)) {
        let text = format!("use std.web\nuse std.linddun\n{}", plan.text(&Layout::default()));
        let document = || {
            let analysis = analyse(&Memory::of(text.as_str()));
            let diagnostics = format!("{:?}", analysis.diagnostics());
            (serde_json::to_string(&analysis.document()).ok(), diagnostics)
        };
        let first = document();
        prop_assert!(first.0.is_some());
        prop_assert_eq!(first, document());
    }

    #[test]
    fn crossings_are_as_defined(plan in plans(false)) {
        let analysis = analysis("", &plan, &Layout::default());
        let around = |place: Option<usize>| {
            let up = |at: &usize| plan.boundaries[*at].parent;
            std::iter::successors(place, up).map(|at| format!("b{at}")).collect::<BTreeSet<String>>()
        };
        for (at, flow) in plan.flows.iter().enumerate() {
            let (from, to) = (plan.nodes[flow.source].parent, plan.nodes[flow.target].parent);
            let name = format!("f{at}");
            let entered: BTreeSet<String> = around(to).difference(&around(from)).cloned().collect();
            let left: BTreeSet<String> = around(from).difference(&around(to)).cloned().collect();
            prop_assert_eq!(elements(&analysis, &name, Nav::Entered), entered);
            prop_assert_eq!(elements(&analysis, &name, Nav::Left), left);
            prop_assert_eq!(navigate(&analysis, &name, Nav::CrossesBoundary), Value::Bool(from != to));
        }
    }

    #[test]
    fn a_fact_more_never_overturns_what_was_certain(plan in plans(false), fact in 0..1000_usize, value: bool) {
        let library = conditions();
        let mut more = plan.clone();
        prop_assume!(state(&mut more, fact, value));
        let before = certain(&analysis(&library, &plan, &Layout::default()));
        let after = certain(&analysis(&library, &more, &Layout::default()));
        prop_assert!(before.is_subset(&after), "lost: {:?}", before.difference(&after));
    }
}

fn navigate(analysis: &Analysis, flow: &str, nav: Nav) -> Value {
    let found = analysis.model.elements.iter().find(|(_, element)| &*element.id == flow);
    assert!(found.is_some(), "{flow} is there");
    let Some((id, element)) = found else {
        return Value::Unknown;
    };
    let ex = |kind, ty| Ex { kind, ty, span: Span::default() };
    let base = ex(ExKind::Const(Value::Element(id)), Type::Element(element.ty));
    let mut evaluator = Evaluator::new(&analysis.library, &analysis.model);
    evaluator.eval(&ex(ExKind::Nav(Box::new(base), nav), Type::Any))
}

fn elements(analysis: &Analysis, flow: &str, nav: Nav) -> BTreeSet<String> {
    let value = navigate(analysis, flow, nav);
    let members = value.members().iter().filter_map(|member| match member {
        Value::Element(id) => Some(analysis.model.elements[*id].id.to_string()),
        _ => None,
    });
    members.collect()
}

/// Conditions over all operators, none with `known(…)`, which is about knowing itself. Each is a rule,
/// and so is its opposite: what is certain is then a definite threat either way.
fn conditions() -> String {
    let conditions = [
        ("flow", "not e.encrypted and e.crosses_boundary"),
        ("flow", "e.encrypted or e.authenticated"),
        ("flow", "exists d in e.data where (d.confidentiality >= High)"),
        ("flow", "all d in e.data where (d.confidentiality < High and e.encrypted)"),
        ("flow", "max(e.data.confidentiality) >= Moderate"),
        ("flow", "e.encrypted == e.authenticated"),
        ("process", "count([f for f in e.inflows where f.encrypted]) >= 1"),
        ("process", "(e.input_validation and not e.access_control) or e.output_encoding"),
        ("process", "if e.input_validation then e.access_control else e.output_encoding"),
        ("process", "none f in e.inflows where (f.authenticated)"),
        ("process", "exists a: actor where (a reaches e along g where g.encrypted)"),
        ("store", "exists p: process where (p reaches e through q where (q is process and q.input_validation))"),
        ("store", "exists f in e.inflows where (f.source is process and not f.encrypted) and not e.backups"),
    ];
    let mut text = String::new();
    for (at, (kind, condition)) in conditions.iter().enumerate() {
        for (sign, condition) in [("Yes", (*condition).to_owned()), ("No", format!("not ({condition})"))] {
            text.push_str(&format!(
                "threat {sign}{at}: Stride.Tampering \"{sign}\" {{ on e: {kind}, when {condition}, likelihood = Low, impact = Low }}\n"
            ));
        }
    }
    text
}

#[test]
fn the_conditions_are_sound() {
    let said = say(&Memory::of(conditions()));
    assert!(said.errors().is_empty(), "{}", said.draw());
}

type Change = Box<dyn FnMut(&mut Plan)>;

/// States one fact that was unknown; false where there is none.
fn state(plan: &mut Plan, pick: usize, value: bool) -> bool {
    let mut unknown: Vec<Change> = Vec::new();
    for (at, flow) in plan.flows.iter().enumerate() {
        for fact in (0..2).filter(|fact| flow.facts[*fact].is_none()) {
            unknown.push(Box::new(move |plan| plan.flows[at].facts[fact] = Some(value)));
        }
        if flow.sends.is_none() {
            unknown.push(Box::new(move |plan| plan.flows[at].sends = Some(0)));
        }
    }
    for (at, node) in plan.nodes.iter().enumerate().filter(|(_, node)| node.kind > 0) {
        for fact in (0..3).filter(|fact| node.facts[*fact].is_none()) {
            unknown.push(Box::new(move |plan| plan.nodes[at].facts[fact] = Some(value)));
        }
    }
    for at in (0..plan.data.len()).filter(|at| plan.data[*at].is_none()) {
        unknown.push(Box::new(move |plan| plan.data[at] = Some(if value { 4 } else { 0 })));
    }
    let count = unknown.len();
    match unknown.get_mut(pick % count.max(1)) {
        Some(change) => {
            change(plan);
            true
        }
        None => false,
    }
}

fn certain(analysis: &Analysis) -> BTreeSet<String> {
    let threats = analysis.assessed.threats.iter();
    threats.filter(|threat| threat.instance.verdict == Verdict::Definite).map(|threat| threat.id.clone()).collect()
}

/// Places, and what guards better what is in them.
const BETTER: [(&str, &str); 5] = [
    ("PartnerNetwork", "PrivateNetwork"),
    ("OfficeNetwork", "PrivateNetwork"),
    ("Dmz", "PrivateNetwork"),
    ("PrivateNetwork", "RestrictedZone"),
    ("Datacentre", "RestrictedZone"),
];

#[test]
fn a_place_that_is_guarded_better_raises_nothing() {
    let (mut memory, mut tried) = (study::Memory::default(), 0);
    let mut found = |files: &BTreeMap<String, String>| {
        let world = files.iter().fold(Memory::at("ws"), |world, (path, text)| world.file(path, text.as_str()));
        let analysis = memory.analyse(&world);
        assert!(analysis.diagnostics().iter().all(|one| !one.message.contains("no type")), "it is a model");
        certain(&analysis)
    };
    for (name, files) in examples() {
        let before = found(&files);
        for (path, text) in &files {
            for (place, better) in BETTER {
                for (at, _) in text.match_indices(&format!(": {place} ")) {
                    let mut changed = text.clone();
                    changed.replace_range(at..at + place.len() + 2, &format!(": {better}"));
                    let mut guarded = files.clone();
                    guarded.insert(path.clone(), changed);
                    let after = found(&guarded);
                    assert!(after.is_subset(&before), "{name}, {path} at {at}: {:?}", after.difference(&before));
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 5, "only {tried} places");
}

#[test]
fn every_matrix_of_the_library_is_total_and_monotone() {
    let packages: Vec<String> = tm_stdlib::packages().map(|name| format!("use {name}\n")).collect();
    let analysis = analyse(&Memory::of(packages.concat()));
    let library = &analysis.library;
    let mut count = 0;
    for (_, matrix) in library.matrices.iter() {
        count += 1;
        let levels = |id| library.enums[id].values.len();
        assert_eq!(matrix.cells.len(), levels(matrix.likelihood), "{}", matrix.name);
        for row in &matrix.cells {
            assert_eq!(row.len(), levels(matrix.impact), "{}", matrix.name);
            assert!(
                row.is_sorted() && row.iter().all(|cell| usize::from(*cell) < levels(matrix.risk)),
                "{}",
                matrix.name
            );
        }
        for pair in matrix.cells.windows(2) {
            assert!(pair[0].iter().zip(&pair[1]).all(|(low, high)| low <= high), "{}", matrix.name);
        }
    }
    assert!(count >= 4);
}

/// A model in which the marked words are uses of names.
const MARKED: &str = r#"use std.web
use std.«stride»
model shop "Shop" { «appetite» = «Moderate», methods = [«Stride»], matrix = «NistSp80030» }
tag internal "Internal"
data Card "Card" { «confidentiality» = «VeryHigh», records = 2_000, tags = [«internal»] }
boundary net: «Internet» { actor customer: «Customer» }
boundary inside: PrivateNetwork {
  process checkout: «WebService» { «input_validation», «authentication» = «OAuth2», apply [«RateLimit»] { «status» = «planned» } }
  store orders: «Postgres» { «encryption_at_rest» = true, holds = [«Card»] }
}
flow browse: «customer» -> «checkout» over «Http» { «sends» = [«Card»] }
flow keep: checkout -> «orders» over PostgresWire { sends = Card }
view payments "Payments" { «include» = [«checkout»] }
control Guard: process "Guard" { «strength» = 20%, satisfies = ["https://example.org/rule"] }
threat Scraping: «Stride».«InformationDisclosure» "Scraping" {
  on p: «process»
  when «exists» f in p.«inflows» where (f.«crosses_boundary» and not f.source.«external»)
  «likelihood» = «Moderate»
  impact = Low
  mitigated_by = [Guard, «RateLimit»]
  message = "{p} is read by {«p».title}"
}
accept «CleartextTransport» on «browse» until 2030-01-01 { «by» = "A", «reason» = "B" }
policy Guarded "Guarded" { require s: store when s.«encryption_at_rest» }
test "found" with «shop» { expect «Scraping» on «checkout», expect «residual»(browse) <= «VeryHigh» }
"#;

/// The text without marks, and the places of the marked words.
fn marked() -> (String, Vec<std::ops::Range<usize>>) {
    let (mut text, mut places, mut start) = (String::new(), Vec::new(), 0);
    for c in MARKED.chars() {
        match c {
            '«' => start = text.len(),
            '»' => places.push(start..text.len()),
            c => text.push(c),
        }
    }
    (text, places)
}

#[test]
fn the_marked_model_is_sound() {
    let said = say(&Memory::of(marked().0));
    assert!(said.diagnostics.is_empty(), "{}", said.draw());
}

#[test]
fn one_typo_gives_one_message() {
    let (text, places) = marked();
    let mut wrong = String::new();
    for (at, place) in places.into_iter().enumerate() {
        let word = &text[place.clone()];
        let middle = word.len() / 2;
        let typo = match at % 3 {
            0 => format!("{}{}", &word[..middle], &word[middle + 1..]),
            1 => format!("{}q{}", &word[..middle], &word[middle..]),
            _ => format!("{}x", word),
        };
        let changed = format!("{}{typo}{}", &text[..place.start], &text[place.end..]);
        let said = say(&Memory::of(changed));
        if said.diagnostics.len() != 1 {
            wrong.push_str(&format!("=== {word} -> {typo}\n{}\n", said.draw()));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
