//! What messages propose and people decide: which of two to keep, until when, which value. Nothing of it is ever applied
//! by itself, as the repairs that come with a message are.

use super::arrange::{gone, title};
use super::controls::application;
use super::voided::voided;
use super::{Action, control_name};
use crate::insert;
use crate::snapshot::{Edit, Snapshot};
use jiff::ToSpan as _;
use tm_compiler::catalog::Found;
use tm_compiler::codes;
use tm_compiler::decl::{Decl, DeclKind, Expr, ExprKind};
use tm_compiler::diagnostic::Diagnostic;
use tm_compiler::evaluate::{Evaluator, Fact, FactKind, Hypothesis, Origin};
use tm_compiler::ids::{ControlId, ElementId, PropId};
use tm_compiler::library::Def;
use tm_compiler::model::contradicts;
use tm_compiler::source::Span;
use tm_compiler::value::{Type, Value};
use tm_compiler::verify::requirements::{self, Fulfilment, Requirement};
use tm_grammar::SyntaxKind as K;

/// Facts and controls that are offered: a longer menu is not read.
const MOST: usize = 4;
/// An enum with more values is for completion.
const MOST_VALUES: usize = 6;

/// What can be chosen where a message stands.
pub fn choices(at: &Snapshot, found: &Diagnostic) -> Vec<Action> {
    let span = found.span();
    let mut actions: Vec<Action> = match found.code {
        codes::UNMATCHED_DECISION => removal(at, span).into_iter().collect(),
        codes::EXPIRED_DECISION => prolonged(at, span).into_iter().chain(removal(at, span)).collect(),
        codes::EXPIRES_SOON => prolonged(at, span).into_iter().collect(),
        codes::CONFLICTING_DECISIONS => {
            found.labels.iter().take(2).filter_map(|label| one_of(at, label.span)).collect()
        }
        codes::DUPLICATE_VALUE | codes::CONTRADICTS_TYPE => left_out(at, span).into_iter().collect(),
        codes::BAD_CONTROL => without_arguments(at, span).or_else(|| unapplied(at, span)).into_iter().collect(),
        codes::UNUSED_BINDING => unread(at, span).into_iter().collect(),
        codes::UNKNOWN_REFERENCE if found.edits.is_empty() => nearest(at, span).into_iter().collect(),
        codes::STORE_OPENS_FLOW => turned(at, span).into_iter().collect(),
        codes::UNRATED_VULNERABILITY => rated(at, span),
        codes::UNDECIDED_POLICY => undecided(at, found),
        codes::UNDECIDED_REQUIREMENT => unclear(at, span),
        codes::UNMET_REQUIREMENT => met(at, found),
        _ => Vec::new(),
    };
    actions.iter_mut().for_each(|action| found.code.clone_into(&mut action.about));
    actions
}

fn action(title: String, edits: Vec<Edit>) -> Action {
    Action { title, edits, ..Action::default() }
}

// ---- Decisions --------------------------------------------------------------------------------------------

/// The declaration that begins and ends where a message says.
fn whole(at: &Snapshot, span: Span) -> Option<&Decl> {
    at.around(span.file, span.start as usize).into_iter().find(|decl| decl.span == span)
}

fn removal(at: &Snapshot, span: Span) -> Option<Action> {
    let decl = whole(at, span)?;
    Some(action(format!("remove {}", title(decl, at.text(span.file))), vec![gone(at, span)]))
}

/// One of two decisions that may read alike: which one is said.
fn one_of(at: &Snapshot, span: Span) -> Option<Action> {
    let line = at.analysis().sources.file(span.file)?.position(span.start as usize).0;
    let action = removal(at, span)?;
    Some(Action { title: format!("{} (line {line})", action.title), ..action })
}

/// The same decision for another year.
fn prolonged(at: &Snapshot, span: Span) -> Option<Action> {
    let DeclKind::Accept { until: Some((_, date)), .. } = &whole(at, span)?.kind else {
        return None;
    };
    let until = at.analysis().today.checked_add(1.year()).ok()?;
    let edit = Edit { at: at.location(*date), text: until.to_string() };
    Some(action(format!("decide again: until {until}"), vec![edit]))
}

// ---- What is left out -------------------------------------------------------------------------------------

fn innermost(at: &Snapshot, span: Span) -> Option<&Decl> {
    at.around(span.file, span.start as usize).into_iter().next_back()
}

fn omission(at: &Snapshot, decl: &Decl, member: Span) -> Action {
    let text = at.analysis().sources.text(member);
    action(format!("leave out `{}`", insert::rest_of_line(text, 0)), vec![insert::without(at, decl, member)])
}

/// A fact or a control that an element states once more, or wrongly.
fn left_out(at: &Snapshot, span: Span) -> Option<Action> {
    let decl = innermost(at, span)?;
    let mut members = decl.body.assigns.iter().map(|assign| assign.path.span.to(assign.value.span));
    let member = members.find(|member| member.contains(span));
    member.map(|member| omission(at, decl, member)).or_else(|| unapplied(at, span))
}

/// The control of an `apply`, or all of it where it has no other.
fn unapplied(at: &Snapshot, span: Span) -> Option<Action> {
    let decl = innermost(at, span)?;
    let apply = decl.body.applies.iter().find(|apply| apply.span.contains(span))?;
    let member = match &apply.controls.kind {
        ExprKind::List(items) if items.len() > 1 => items.iter().find(|item| item.span.contains(span))?.span,
        _ => apply.span,
    };
    Some(omission(at, decl, member))
}

/// The control alone, without what it does not take there.
fn without_arguments(at: &Snapshot, span: Span) -> Option<Action> {
    let decl = innermost(at, span)?;
    let decided = match &decl.kind {
        DeclKind::Mitigate { controls, .. } => Some(&**controls),
        _ => None,
    };
    let mut all = decl.body.applies.iter().map(|apply| &apply.controls).chain(decided);
    let (call, control) = all.find_map(|controls| call_of(controls, span))?;
    let name = at.analysis().sources.text(control);
    let edit = Edit { at: at.location(call), text: name.to_owned() };
    Some(action(format!("leave it out: `{name}`"), vec![edit]))
}

/// The call with a single argument that a span is in, and what it calls.
fn call_of(controls: &Expr, span: Span) -> Option<(Span, Span)> {
    match &controls.kind {
        ExprKind::List(items) => items.iter().find_map(|item| call_of(item, span)),
        ExprKind::Call(callee, arguments) if arguments.len() == 1 && controls.span.contains(span) => {
            (callee.span.end <= span.start).then_some((controls.span, callee.span))
        }
        _ => None,
    }
}

/// `each x in …` whose variable nothing reads.
fn unread(at: &Snapshot, span: Span) -> Option<Action> {
    let decl = innermost(at, span)?;
    let witness = decl.body.witnesses.iter().find(|witness| witness.name.span == span)?;
    let before = at.tokens(span.file).iter().take_while(|token| token.range.start < span.start as usize);
    let word = { before }.filter(|token| token.kind == K::EachKw).last()?;
    Some(omission(at, decl, Span::new(span.file, &word.range).to(witness.list.span)))
}

// ---- What is meant ----------------------------------------------------------------------------------------

/// The id that is nearest to one that its catalogue does not have.
fn nearest(at: &Snapshot, span: Span) -> Option<Action> {
    let id = at.analysis().sources.text(span).trim_matches('"');
    let catalogs = &at.analysis().catalogs;
    let Found::Unknown(catalog) = catalogs.find(id) else {
        return None;
    };
    let near = catalog.nearest(id)?;
    let about = catalogs.entry(&near).map(|entry| entry.title).filter(|title| !title.is_empty());
    let about = about.map(|title| format!(" ({title})")).unwrap_or_default();
    let edit = Edit { at: at.location(span), text: format!("\"{near}\"") };
    Some(action(format!("change to `{near}`{about}"), vec![edit]))
}

/// A flow the other way round, with its data.
fn turned(at: &Snapshot, span: Span) -> Option<Action> {
    let decl = at.decl(span)?;
    let DeclKind::Flow { source, target, .. } = &decl.kind else {
        return None;
    };
    let edit = |span: Span, text: &str| Edit { at: at.location(span), text: text.to_owned() };
    let mut edits = vec![edit(source.span, &target.text()), edit(target.span, &source.text())];
    for assign in &decl.body.assigns {
        match assign.path.text().as_str() {
            "sends" => edits.push(edit(assign.path.span, "receives")),
            "receives" => edits.push(edit(assign.path.span, "sends")),
            _ => {}
        }
    }
    Some(action(format!("turn it: `{} -> {}`, with its data", target.text(), source.text()), edits))
}

/// How bad a vulnerability is, to be filled in, or that it is no more.
fn rated(at: &Snapshot, span: Span) -> Vec<Action> {
    let Some(decl) = at.decl(span) else {
        return Vec::new();
    };
    let added = |member: &str| {
        let edit = insert::members(at, decl, &[member.to_owned()])?;
        Some(action(format!("add `{member}`"), vec![edit]))
    };
    ["cvss = \"\"", "status = fixed"].into_iter().filter_map(added).collect()
}

// ---- What is not known ------------------------------------------------------------------------------------

/// The facts for want of which a policy cannot be judged.
fn undecided(at: &Snapshot, found: &Diagnostic) -> Vec<Action> {
    let obligation = found.labels.get(1).map(|label| label.span);
    let all = at.library().policies.values().flat_map(|policy| &policy.obligations);
    let Some(obligation) = all.into_iter().find(|one| Some(one.span) == obligation) else {
        return Vec::new();
    };
    let elements = at.model().elements.iter();
    let Some((id, _)) = elements.into_iter().find(|(_, element)| element.span == found.span()) else {
        return Vec::new();
    };
    let mut evaluator = Evaluator::new(at.library(), at.model());
    evaluator.prepare(obligation.slots);
    evaluator.set(0, Value::Element(id));
    let (_, facts) = evaluator.trace(&obligation.condition);
    states(at, facts.iter().filter(|fact| matches!(fact.origin, Origin::Unknown)))
}

/// The facts for want of which requirements cannot be judged.
fn unclear(at: &Snapshot, declared: Span) -> Vec<Action> {
    let judged = judged(at);
    let places = judged.iter().filter(|(_, span)| *span == declared).flat_map(|(one, _)| &one.places);
    states(at, places.flat_map(|place| place.missing()))
}

/// The requirements of the regimes that the model declares, each with where it does.
fn judged(at: &Snapshot) -> Vec<(Requirement, Span)> {
    let (library, model) = (at.library(), at.model());
    let of_regime = |(regime, span)| {
        let judged = requirements::requirements(library, model, &at.analysis().assessed, regime);
        judged.into_iter().map(move |one| (one, span))
    };
    requirements::declared(library, model).into_iter().flat_map(of_regime).collect()
}

/// Each value that facts can have, stated where they belong.
fn states<'f>(at: &Snapshot, facts: impl Iterator<Item = &'f Fact>) -> Vec<Action> {
    let mut known: Vec<(ElementId, PropId)> = Vec::new();
    for fact in facts {
        if let FactKind::Property(prop) = fact.kind
            && at.model().is_own(fact.element)
            && !known.contains(&(fact.element, prop))
        {
            known.push((fact.element, prop));
        }
    }
    let mut evaluator = Evaluator::new(at.library(), at.model());
    let mut found = Vec::new();
    for (element, prop) in known.into_iter().take(MOST) {
        for value in values(at, element, prop) {
            let fact = Hypothesis { element, prop, value };
            let void = voided(at, &mut evaluator, std::slice::from_ref(&fact));
            found.extend(stated(at, &fact).map(|action| action.without(void)));
        }
    }
    found
}

fn values(at: &Snapshot, element: ElementId, prop: PropId) -> Vec<Value> {
    let library = at.library();
    let property = library.types[at.model().elements[element].ty].properties.get(&prop);
    match property.map(|property| &property.ty) {
        Some(Type::Bool) => vec![Value::Bool(true), Value::Bool(false)],
        Some(Type::Enum(id)) if library.enums[*id].values.len() <= MOST_VALUES => {
            let count = u16::try_from(library.enums[*id].values.len()).unwrap_or(0);
            (0..count).map(|index| Value::Enum(*id, index)).collect()
        }
        _ => Vec::new(),
    }
}

fn stated(at: &Snapshot, fact: &Hypothesis) -> Option<Action> {
    let name = at.library().props.name(fact.prop).to_owned();
    let value = fact.value.show(at.library(), &at.model().roster);
    let whose = at.model().target_words(fact.element);
    let decl = at.decl(at.model().elements[fact.element].span)?;
    let edits = insert::facts(at, decl, &[(name.clone(), value.clone())])?;
    Some(action(format!("state `{name} = {value}` on `{whose}`"), edits))
}

/// The controls that would meet a requirement, applied where it is not met.
fn met(at: &Snapshot, found: &Diagnostic) -> Vec<Action> {
    let (library, model) = (at.library(), at.model());
    let judged = judged(at);
    let told = |one: &&Requirement| {
        let name = &library.policies[one.policy].name;
        found.message.contains(&format!("`{name}` is not met"))
    };
    let Some(one) = judged.iter().map(|(one, _)| one).find(told) else {
        return Vec::new();
    };
    let unmet = one.places.iter().filter(|place| place.fulfilment > Fulfilment::Met).map(|place| place.element);
    let unmet: Vec<ElementId> = unmet.collect();
    let Some(here) = unmet.iter().position(|id| model.elements[*id].span == found.span()) else {
        return Vec::new();
    };
    let names = requirements::helping(library, model, one).into_iter();
    let controls = names.filter_map(|name| match library.scopes.lookup_name(at.analysis().package, &name.into()) {
        Ok((Def::Control(control), _)) => Some(control),
        _ => None,
    });
    let controls: Vec<ControlId> = controls.collect();
    let each = controls.iter().filter_map(|control| {
        let name = control_name(at, *control);
        Some(action(format!("apply `{name}`: it is there already"), vec![applying(at, unmet[here], *control)?]))
    });
    // Where one of the places may not have it, nothing is said of all.
    let all = controls.iter().filter(|_| unmet.len() > 1).filter_map(|control| {
        let name = control_name(at, *control);
        let edits: Vec<Edit> = unmet.iter().map(|id| applying(at, *id, *control)).collect::<Option<_>>()?;
        Some(action(format!("apply `{name}` in all {} places: it is there already", edits.len()), edits))
    });
    each.take(MOST).chain(all.take(MOST)).collect()
}

/// The edit that applies a control to an element that may have it and has it not.
fn applying(at: &Snapshot, id: ElementId, control: ControlId) -> Option<Edit> {
    let (library, model) = (at.library(), at.model());
    let decl = at.decl(model.elements[id].span)?;
    let applied = model.elements[id].applied.iter().any(|applied| applied.control == control);
    let may = model.is_own(id) && !applied && !contradicts(library, model, control, id);
    application(at, decl, &control_name(at, control)).filter(|_| may)
}
