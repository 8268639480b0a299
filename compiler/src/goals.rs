//! Attackers and goals: the shortest way from where an attacker starts to what is wanted.

use crate::assess::{Assessed, Threat};
use crate::check::Checker;
use crate::codes;
use crate::decl::{Assign, Decl, DeclKind, ExprKind, Kind};
use crate::diagnostic::Diagnostic;
use crate::ids::ElementId;
use crate::library::{Library, Site};
use crate::lower::path_of;
use crate::model::{Model, text};
use crate::source::Span;
use crate::value::Value;
use crate::views::{elements, unknown};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// An attacker.
#[derive(Clone, Debug)]
struct Attacker {
    name: String,
    title: String,
    starts_at: Vec<ElementId>,
}

/// What an attacker wants.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its documentation.
    pub doc: String,
    /// Title of the attacker.
    pub attacker: String,
    /// What it aims at.
    pub target: ElementId,
    /// The shortest way there, nodes and flows in turn.
    pub path: Vec<ElementId>,
    /// Threats that stand open on that way, as indices.
    pub threats: Vec<usize>,
    /// Where it is written.
    pub span: Span,
}

/// The goals of the root package.
pub fn find(
    library: &Library,
    model: &Model,
    sites: &[Site<'_>],
    assessed: &Assessed,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Goal> {
    let own: Vec<&Site<'_>> = sites.iter().filter(|site| site.package == model.root).collect();
    let mut checker = Checker::new(library, &model.roster, model.root);
    let attackers: Vec<Attacker> = own
        .iter()
        .filter(|site| matches!(site.decl.kind, DeclKind::Attacker))
        .filter_map(|site| attacker(&mut checker, site.decl))
        .collect();
    let goals = own.iter().filter(|site| matches!(site.decl.kind, DeclKind::Goal));
    let found = goals.filter_map(|site| goal(&mut checker, model, &attackers, &assessed.threats, site.decl)).collect();
    diagnostics.append(&mut checker.diagnostics);
    found
}

fn attacker(checker: &mut Checker<'_>, decl: &Decl) -> Option<Attacker> {
    let name = decl.name.as_ref()?.name.to_string();
    let mut starts_at = Vec::new();
    for assign in &decl.body.assigns {
        match assign.path.text().as_str() {
            "starts_at" => starts_at = elements(checker, &assign.value),
            "skill" => level(checker, assign),
            "motive" => drop(text(&assign.value, &mut checker.diagnostics)),
            other => {
                checker.diagnostics.push(unknown(assign.path.span, "an attacker", other, "starts_at, skill, motive"))
            }
        }
    }
    let title = decl.title.as_ref().map_or_else(|| name.clone(), |title| title.value.to_string());
    Some(Attacker { name, title, starts_at })
}

/// A level of some scale.
fn level(checker: &mut Checker<'_>, assign: &Assign) {
    let scale = crate::library::level_scale(checker, &assign.value);
    match scale {
        Some(id) => checker.expect(&assign.value, &crate::value::Type::Enum(id)),
        None => checker.infer(&assign.value),
    };
}

fn goal(
    checker: &mut Checker<'_>,
    model: &Model,
    attackers: &[Attacker],
    threats: &[Threat],
    decl: &Decl,
) -> Option<Goal> {
    let name = decl.name.as_ref()?;
    let (mut target, mut attacker) = (None, None);
    for assign in &decl.body.assigns {
        match assign.path.text().as_str() {
            "target" => target = path_of(&assign.value).and_then(|path| checker.element(&path)),
            "attacker" => attacker = known(checker, attackers, assign),
            "impact" => level(checker, assign),
            other => checker.diagnostics.push(unknown(assign.path.span, "a goal", other, "attacker, target, impact")),
        }
    }
    let Some(target) = target else {
        if !decl.body.assigns.iter().any(|assign| assign.path.text() == "target") {
            checker.diagnostics.push(
                Diagnostic::new(codes::BAD_TEST, name.span, format!("the goal `{}` has no target", name.name))
                    .help("add `target = …`, data or an element"),
            );
        }
        return None;
    };
    let path = attacker.map(|attacker| way(model, &attacker.starts_at, target)).unwrap_or_default();
    let on_path =
        threats.iter().enumerate().filter(|(_, threat)| threat.counts && path.contains(&threat.instance.carrier));
    Some(Goal {
        name: name.name.to_string(),
        title: decl.title.as_ref().map_or_else(|| name.name.to_string(), |title| title.value.to_string()),
        doc: decl.doc.to_string(),
        attacker: attacker.map(|attacker| attacker.title.clone()).unwrap_or_default(),
        target,
        threats: on_path.map(|(index, _)| index).collect(),
        path,
        span: name.span,
    })
}

fn known<'t>(checker: &mut Checker<'_>, attackers: &'t [Attacker], assign: &Assign) -> Option<&'t Attacker> {
    let ExprKind::Name(name) = &assign.value.kind else {
        return None;
    };
    let found = attackers.iter().find(|attacker| attacker.name == **name);
    if found.is_none() {
        let names: Vec<&String> = attackers.iter().map(|attacker| &attacker.name).collect();
        let diagnostic =
            Diagnostic::new(codes::UNKNOWN_NAME, assign.value.span, format!("there is no attacker `{name}`"));
        checker.diagnostics.push(diagnostic.did_you_mean(name, names));
    }
    found
}

/// The shortest way over conversations from any start to a node, or to any node that holds or gets the data.
fn way(model: &Model, starts: &[ElementId], target: ElementId) -> Vec<ElementId> {
    let ends = ends(model, target);
    let mut queue: VecDeque<ElementId> = starts.iter().flat_map(|id| nodes(model, *id)).collect();
    let mut parents: FxHashMap<ElementId, Option<(ElementId, ElementId)>> =
        queue.iter().map(|id| (*id, None)).collect();
    while let Some(node) = queue.pop_front() {
        if ends.contains(&node) && parents[&node].is_some() {
            return unwind(&parents, node);
        }
        for flow in model.structure.outflows[node.0 as usize].iter() {
            if let Value::Element(flow) = flow
                && let Some((_, to)) = model.elements[*flow].ends
                && !parents.contains_key(&to)
            {
                parents.insert(to, Some((node, *flow)));
                queue.push_back(to);
            }
        }
    }
    Vec::new()
}

fn unwind(parents: &FxHashMap<ElementId, Option<(ElementId, ElementId)>>, end: ElementId) -> Vec<ElementId> {
    let mut path = vec![end];
    let mut at = end;
    while let Some(Some((node, flow))) = parents.get(&at) {
        path.extend([*flow, *node]);
        at = *node;
    }
    path.reverse();
    path
}

/// The nodes that a place means.
fn nodes(model: &Model, id: ElementId) -> Vec<ElementId> {
    if model.elements[id].kind != Kind::Boundary {
        return vec![id];
    }
    model.structure.contents[id.0 as usize].iter().filter_map(Value::element).collect()
}

/// Where an attacker has what is wanted: the node itself; for data who holds it, else who gets it over a flow.
fn ends(model: &Model, target: ElementId) -> Vec<ElementId> {
    if model.elements[target].kind != Kind::Data {
        return nodes(model, target);
    }
    let ids = |list: &[Value]| -> Vec<ElementId> { list.iter().filter_map(Value::element).collect() };
    let holders = ids(&model.structure.held_by[target.0 as usize]);
    if !holders.is_empty() {
        return holders;
    }
    let flows = ids(&model.structure.carried_by[target.0 as usize]);
    flows.iter().filter_map(|flow| model.elements[*flow].ends.map(|(_, to)| to)).collect()
}
