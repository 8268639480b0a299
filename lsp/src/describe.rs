//! What is said about a name: Markdown for hovers and completion.

use crate::snapshot::Snapshot;
use std::fmt::Write as _;
use tm_compiler::assess::Threat;
use tm_compiler::builtins::{ATTRIBUTES, NAVIGATION, Nav};
use tm_compiler::catalog::Entry;
use tm_compiler::decl::{Decl, DeclKind, Kind};
use tm_compiler::evaluate::{Evaluator, FactKind, Origin};
use tm_compiler::explain::{origin_words, proof};
use tm_compiler::ids::{ControlId, ElementId, EnumId, Id as _, PropId, RuleId, TypeId};
use tm_compiler::library::{Def, RuleCarrier, roots};
use tm_compiler::references::{Meaning, Reference};
use tm_compiler::value::Value;

/// At most so many lines of a list are shown.
const MOST: usize = 12;

/// What is said about a reference.
pub fn reference(at: &Snapshot, reference: &Reference) -> String {
    let declared = reference.declared.and_then(|span| at.decl(span));
    match &reference.meaning {
        Meaning::Def(def) => definition(at, *def, declared),
        Meaning::Kind(kind) => format!("```tm\n{}\n```\n\n{}", kind.word(), kind_doc(*kind)),
        Meaning::Value(id, index) => value(at, *id, *index),
        Meaning::Property(owner, prop) => property(at, *owner, *prop),
        Meaning::Nav(nav) => navigation(*nav),
        Meaning::Package(id) => package(at, id.0 as usize),
        Meaning::Variable(ty) => {
            let name = at.analysis().sources.text(reference.span);
            format!("```tm\n{name}: {}\n```", ty.show(at.library()))
        }
    }
}

/// What is said about something declared.
pub fn definition(at: &Snapshot, def: Def, decl: Option<&Decl>) -> String {
    match def {
        Def::Element(id) => element(at, id, decl),
        Def::Type(id) => type_page(at, id, decl),
        Def::Enum(id) => enum_page(at, id, decl),
        Def::Control(id) => control(at, id, decl),
        Def::Rule(id) => rule(at, id, decl),
        Def::Tag(_) | Def::Matrix(_) | Def::Fn(_) | Def::Policy(_) | Def::Broken => {
            decl.map_or_else(String::new, |decl| join([head(at, decl), decl.doc.to_string()]))
        }
        _ => decl.map_or_else(String::new, |decl| join([whole(at, decl), decl.doc.to_string(), way(at, decl)])),
    }
}

/// Paragraphs that are not empty.
fn join(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    parts.join("\n\n")
}

/// A declaration as it is written, where its block is short: of attackers, goals and views that says it all.
fn whole(at: &Snapshot, decl: &Decl) -> String {
    let text = at.analysis().sources.text(decl.span).trim();
    if text.lines().count() > MOST { head(at, decl) } else { format!("```tm\n{text}\n```") }
}

/// A declaration as it is written, without its block.
fn head(at: &Snapshot, decl: &Decl) -> String {
    let text = at.analysis().sources.text(decl.span);
    let ends_with_block = decl.has_block && !matches!(decl.kind, DeclKind::Fn { .. });
    let end = if ends_with_block { block_start(text) } else { text.len() };
    let shown = text[..end].trim();
    if shown.is_empty() { String::new() } else { format!("```tm\n{shown}\n```") }
}

/// Where the first brace stands that is not inside a string.
fn block_start(text: &str) -> usize {
    let mut quoted = false;
    for (byte, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '{' if !quoted => return byte,
            _ => {}
        }
    }
    text.len()
}

fn element(at: &Snapshot, id: ElementId, decl: Option<&Decl>) -> String {
    let Some(element) = at.model().elements.get(id) else {
        return decl.map_or_else(String::new, |decl| join([head(at, decl), decl.doc.to_string()]));
    };
    let head = decl.map_or_else(String::new, |decl| head(at, decl));
    join([head, element.doc.to_string(), place(at, id), facts(at, id), open(at, id), threats(at, id)])
}

/// What nobody stated of an element and threats hang on.
fn open(at: &Snapshot, id: ElementId) -> String {
    if !at.model().is_own(id) {
        return String::new();
    }
    let asked: Vec<String> =
        at.analysis().questions_about(id).iter().map(|question| format!("`{}`", question.property)).collect();
    if asked.is_empty() { String::new() } else { format!("Not stated, and threats hang on it: {}", asked.join(", ")) }
}

/// What an element is and where it stands.
fn place(at: &Snapshot, id: ElementId) -> String {
    let (model, library) = (at.model(), at.library());
    let element = &model.elements[id];
    let info = &library.types[element.ty];
    let mut lines = Vec::new();
    if info.span.is_some() {
        let types = declared_types(at, element.ty).into_iter().map(|id| &library.types[id]);
        lines.extend(types.map(|info| format!("Type `{}`: {}", info.name, info.title)));
    }
    let around: Vec<String> = model.structure.around(id).map(|id| format!("`{}`", model.roster.id_of(id))).collect();
    if !around.is_empty() {
        lines.push(format!("In {}", around.join(", in ")));
    }
    if element.external && element.kind != Kind::Data {
        lines.push("External: outside of our control".to_owned());
    }
    let through = passing(at, id);
    if !through.is_empty() {
        lines.push(format!("Data on its flows: {}", through.join(", ")));
    }
    if element.kind == Kind::Data {
        let names = |list: &[Value]| -> String {
            let ids = list.iter().filter_map(Value::element);
            ids.map(|id| format!("`{}`", model.roster.id_of(id))).collect::<Vec<_>>().join(", ")
        };
        let index = id.index();
        for (what, list) in [("Held by", &model.structure.held_by), ("Carried by", &model.structure.carried_by)] {
            if let Some(list) = list.get(index).filter(|list| !list.is_empty()) {
                lines.push(format!("{what} {}", names(list)));
            }
        }
    }
    lines.join("  \n")
}

/// The types that a type is made of: itself, or what `A + B` joins, whose own declaration is nowhere.
pub fn declared_types(at: &Snapshot, id: TypeId) -> Vec<TypeId> {
    let types = &at.library().types;
    let Some(info) = types.get(id) else { return Vec::new() };
    if info.span.is_none_or(|span| at.decl(span).is_some()) {
        return vec![id];
    }
    let others: Vec<TypeId> = info.ancestors.iter().copied().filter(|other| *other != id).collect();
    let inherited = |one: &TypeId| others.iter().any(|other| other != one && types[*other].is(*one));
    others.iter().copied().filter(|one| !inherited(one)).collect()
}

/// The data that flows bring to an element or take from it.
fn passing(at: &Snapshot, id: ElementId) -> Vec<String> {
    let structure = &at.model().structure;
    let flows = [&structure.inflows, &structure.outflows].into_iter().filter_map(|lists| lists.get(id.index()));
    let data = flows.flat_map(|list| list.iter()).filter_map(Value::element).filter_map(|flow| {
        structure.data.get(flow.index()).map(|data| data.members().iter().filter_map(Value::element))
    });
    let mut found: Vec<String> = Vec::new();
    for name in data.flatten().map(|data| format!("`{}`", at.model().roster.id_of(data))) {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

/// The properties of an element whose value is known, with where each comes from.
fn facts(at: &Snapshot, id: ElementId) -> String {
    let (model, library) = (at.model(), at.library());
    let ty = model.elements[id].ty;
    let mut evaluator = Evaluator::new(library, model);
    let mut lines = Vec::new();
    for prop in properties(at, ty) {
        let (value, origin) = evaluator.look_up(id, prop);
        let silent = matches!(origin, Origin::Unknown | Origin::Structure);
        if value == Value::Unknown || silent {
            continue;
        }
        let why = match origin {
            Origin::Stated(_) => String::new(),
            origin => format!(" *({})*", origin_words(library, model, &origin).1),
        };
        lines.push(format!("- `{} = {}`{why}", library.props.name(prop), value.show(library, &model.roster)));
    }
    short_list(lines)
}

/// All properties that elements of a type can have: its own and those inherited from boundaries.
pub fn properties(at: &Snapshot, ty: TypeId) -> Vec<PropId> {
    let library = at.library();
    let info = &library.types[ty];
    let mut found = info.property_order.clone();
    if info.kind.is_none_or(Kind::is_node) {
        let boundary = &library.types[roots::BOUNDARY];
        let inherited = boundary.property_order.iter().filter(|prop| boundary.properties[*prop].inherited);
        found.extend(inherited);
    }
    found.dedup();
    found
}

fn short_list(mut lines: Vec<String>) -> String {
    let more = lines.len().saturating_sub(MOST);
    lines.truncate(MOST);
    if more > 0 {
        lines.push(format!("- … and {more} more"));
    }
    lines.join("\n")
}

/// How far an attacker gets to a goal.
fn way(at: &Snapshot, decl: &Decl) -> String {
    let analysis = at.analysis();
    let Some(goal) = analysis.aims.goals.iter().find(|goal| goal.head.span == decl.head()) else {
        return String::new();
    };
    if goal.path.is_empty() {
        let alone = goal.attacker.is_none();
        return if alone { String::new() } else { "No way leads there from where the attacker begins".to_owned() };
    }
    let model = at.model();
    let stops = goal.path.iter().filter(|id| model.elements[**id].kind != Kind::Flow);
    let stops: Vec<String> = stops.map(|id| format!("`{}`", model.roster.id_of(*id))).collect();
    let open = goal.threats.iter().filter_map(|index| analysis.assessed.threats.get(*index));
    let lines: Vec<String> = open.map(|threat| format!("- {}", threat_line(at, threat))).collect();
    let title = match lines.len() {
        0 => "No threat stands open on it".to_owned(),
        1 => "**One threat stands open on it**".to_owned(),
        many => format!("**{many} threats stand open on it**"),
    };
    join([format!("The shortest way: {}", stops.join(" → ")), title, short_list(lines)])
}

fn threats(at: &Snapshot, id: ElementId) -> String {
    let own: Vec<&Threat> = at.threats_on(id).collect();
    if own.is_empty() {
        return String::new();
    }
    let lines = own.iter().map(|threat| format!("- {}", threat_line(at, threat))).collect();
    let many = if own.len() == 1 { "One threat".to_owned() } else { format!("{} threats", own.len()) };
    format!("**{many}**\n\n{}", short_list(lines))
}

/// A threat in one line: its residual risk, what it is, what became of it.
pub fn threat_line(at: &Snapshot, threat: &Threat) -> String {
    let rule = &at.library().rules[threat.instance.rule];
    let verdict = threat.instance.verdict.word();
    let sure = if verdict == "definite" { String::new() } else { format!(", {verdict}") };
    format!("{} `{}` {} ({}{sure})", risk(at, threat), threat.id, rule.title, threat.status.word())
}

/// The title of a threat's residual risk.
pub fn risk(at: &Snapshot, threat: &Threat) -> String {
    let scale = at.analysis().method().map(|method| method.matrix.risk);
    scale.map_or_else(String::new, |scale| level(at, scale, threat.residual.level.1))
}

fn level(at: &Snapshot, id: EnumId, index: u16) -> String {
    let value = at.library().enums.get(id).and_then(|info| info.values.get(index as usize));
    value.map_or_else(String::new, |value| value.title.to_string())
}

fn type_page(at: &Snapshot, id: TypeId, decl: Option<&Decl>) -> String {
    let library = at.library();
    let info = &library.types[id];
    let own = info.property_order.iter().filter(|prop| info.properties[*prop].declared_in == id);
    let lines = own.map(|prop| {
        let property = &info.properties[prop];
        let doc = property.doc.lines().next().unwrap_or_default();
        let doc = if doc.is_empty() { String::new() } else { format!(" {doc}") };
        format!("- `{}: {}`{doc}", library.props.name(*prop), property.ty.show(library))
    });
    let members = short_list(lines.collect());
    let head = decl.map_or_else(|| format!("```tm\n{}\n```", info.name), |decl| head(at, decl));
    join([head, info.doc.to_string(), members])
}

fn enum_page(at: &Snapshot, id: EnumId, decl: Option<&Decl>) -> String {
    let info = &at.library().enums[id];
    let lines = info.values.iter().map(|value| format!("- `{}` {}", value.name, value.title)).collect();
    join([decl.map_or_else(String::new, |decl| head(at, decl)), info.doc.to_string(), short_list(lines)])
}

fn value(at: &Snapshot, id: EnumId, index: u16) -> String {
    let info = &at.library().enums[id];
    let Some(value) = info.values.get(index as usize) else {
        return String::new();
    };
    let upper = if info.scale { format!("Up to {}%", (value.upper * 1000.0).round() / 10.0) } else { String::new() };
    let title = if value.title == value.name { String::new() } else { value.title.to_string() };
    join([format!("```tm\n{}.{}\n```", info.name, value.name), title, upper, value.doc.to_string()])
}

fn property(at: &Snapshot, owner: TypeId, prop: PropId) -> String {
    let library = at.library();
    let info = &library.types[owner];
    let Some(property) = info.properties.get(&prop) else {
        return String::new();
    };
    let default = info.defaults.get(&prop).map(|(value, _)| value.show(library, &at.model().roster));
    let default = default.map_or_else(String::new, |value| format!(" = {value}"));
    let inherited = if property.inherited { "inherited " } else { "" };
    let name = library.props.name(prop);
    let line = format!("{inherited}{name}: {}{default}", property.ty.show(library));
    join([format!("```tm\n{line}\n```"), property.doc.to_string(), format!("A property of `{}`", info.name)])
}

/// What an element's property is, where that comes from, and which threats rest on it.
pub fn fact(at: &Snapshot, id: ElementId, prop: PropId) -> String {
    let (model, library) = (at.model(), at.library());
    let mut evaluator = Evaluator::new(library, model);
    let (value, origin) = evaluator.look_up(id, prop);
    let (subject, name) = (model.roster.id_of(id), library.props.name(prop));
    let shown = if value == Value::Unknown { "unknown".to_owned() } else { value.show(library, &model.roster) };
    let line = format!("`{subject}.{name}` is `{shown}`: {}", origin_words(library, model, &origin).1);
    let resting: Vec<String> = at
        .threats_near(id)
        .filter(|threat| {
            proof(&mut evaluator, &threat.instance)
                .iter()
                .flat_map(|step| &step.facts)
                .any(|fact| fact.element == id && fact.kind == FactKind::Property(prop))
        })
        .map(|threat| format!("- {}", threat_line(at, threat)))
        .collect();
    let title = if resting.is_empty() { String::new() } else { "**Threats that rest on it**".to_owned() };
    join([line, title, short_list(resting)])
}

fn control(at: &Snapshot, id: ControlId, decl: Option<&Decl>) -> String {
    let library = at.library();
    let info = &library.controls[id];
    let mut lines = vec![format!("Removes {}% of the {}", (info.strength * 100.0).round(), info.reduces.word())];
    if let Some(cost) = &info.cost {
        lines.push(format!("Costs {}", cost.show(library, &at.model().roster)));
    }
    if !info.satisfies.is_empty() {
        lines.push(format!("Satisfies {}", info.satisfies.join(", ")));
    }
    let places = at.model().elements.values();
    let applied = places.filter(|element| element.applied.iter().any(|applied| applied.control == id)).count();
    if applied > 0 {
        lines.push(if applied == 1 {
            "Applied in one place".to_owned()
        } else {
            format!("Applied in {applied} places")
        });
    }
    join([decl.map_or_else(String::new, |decl| head(at, decl)), info.doc.to_string(), lines.join("  \n")])
}

fn rule(at: &Snapshot, id: RuleId, decl: Option<&Decl>) -> String {
    let library = at.library();
    let info = &library.rules[id];
    let found = found(at, Def::Rule(id));
    let mut lines = String::new();
    let (_, category) = library.category(info.category);
    if !category.is_empty() {
        let _ = writeln!(lines, "{category}  ");
    }
    let mut controls: Vec<String> = Vec::new();
    for used in &info.mitigated_by {
        let name = format!("`{}`", library.controls[used.control].name);
        if !controls.contains(&name) {
            controls.push(name); // it may count at several places
        }
    }
    if !controls.is_empty() {
        let _ = writeln!(lines, "Mitigated by {}  ", controls.join(", "));
    }
    if !info.references.is_empty() {
        let _ = writeln!(lines, "See {}", info.references.join(", "));
    }
    let told = |title: &str, text: &str| if text.is_empty() { String::new() } else { format!("**{title}** {text}") };
    join([
        decl.map_or_else(String::new, |decl| head(at, decl)),
        info.doc.to_string(),
        lines,
        told("How to check.", &info.detection),
        told("What to do.", &info.remedy),
        told("Not a threat where:", &info.false_positives),
        section("Found here", found).unwrap_or_default(),
    ])
}

/// The threats that a rule finds, a line for each.
pub fn found(at: &Snapshot, def: Def) -> Vec<String> {
    let threats = at.analysis().assessed.threats.iter();
    let own = threats.filter(|threat| def == Def::Rule(threat.instance.rule));
    own.map(|threat| format!("- {}", threat_line(at, threat))).collect()
}

/// A list under a title, where there is one.
pub fn section(title: &str, lines: Vec<String>) -> Option<String> {
    (!lines.is_empty()).then(|| format!("**{title}** \n\n{}", short_list(lines)))
}

fn navigation(nav: Nav) -> String {
    let info = NAVIGATION.iter().find(|info| info.nav == nav);
    info.map_or_else(String::new, |info| format!("```tm\n{}\n```\n\n{}", info.name, info.doc))
}

fn package(at: &Snapshot, index: usize) -> String {
    let package = at.study.packages.list.get(index);
    package.map_or_else(String::new, |package| join([format!("```tm\nuse {}\n```", package.name), package.doc.clone()]))
}

/// An entry of a catalogue.
pub fn entry(entry: &Entry) -> String {
    let title = match entry.url.is_empty() {
        true => format!("**{}** {}", entry.id, entry.title),
        false => format!("**[{}]({})** {}", entry.id, entry.url, entry.title),
    };
    let kind = if entry.kind.is_empty() { String::new() } else { format!(", {}", entry.kind) };
    let status = match entry.status.as_str() {
        "" => String::new(),
        status if entry.successors.is_empty() => format!("This entry is {status}."),
        status => format!("This entry is {status}; in its place: {}", entry.successors.join(", ")),
    };
    let relations = entry.relations.iter().map(|(name, ids)| format!("- {name}: {}", ids.join(", "))).collect();
    join([title, format!("{}{kind}", entry.source), status, short_list(relations)])
}

/// What a kind of the language is.
pub fn kind_doc(kind: Kind) -> &'static str {
    match kind {
        Kind::Actor => "Somebody, or a program that we do not make, who uses the system.",
        Kind::Process => "A program that runs.",
        Kind::Store => "A place where data are kept.",
        Kind::Boundary => "A line around things that trust each other.",
        Kind::Flow => "A conversation, opened by its source; data travel either way.",
        Kind::Data => "A kind of data that is worth protecting.",
        Kind::Model => "The system as a whole.",
    }
}

/// What an attribute of the language says.
pub fn attribute_doc(name: &str) -> Option<&'static str> {
    ATTRIBUTES.iter().find(|attribute| attribute.name == name).map(|attribute| attribute.doc)
}

impl Snapshot {
    /// The threats to an element, to flows that end there and to what those join it with.
    pub fn threats_near(&self, id: ElementId) -> impl Iterator<Item = &Threat> {
        let elements = &self.model().elements;
        let ends = move |other: ElementId| elements.get(other).and_then(|element| element.ends);
        let near = move |other: ElementId| {
            let joins = |ends: Option<(ElementId, ElementId)>, id| ends.is_some_and(|(a, b)| a == id || b == id);
            other == id || joins(ends(other), id) || joins(ends(id), other)
        };
        self.analysis().assessed.threats.iter().filter(move |threat| near(threat.instance.carrier)).take(200)
    }

    /// The elements that a rule is about when it names one itself.
    pub fn carrier_of(&self, rule: RuleId) -> Option<ElementId> {
        match self.library().rules[rule].carrier {
            RuleCarrier::One(id) => Some(id),
            RuleCarrier::Each(_) => None,
        }
    }
}
