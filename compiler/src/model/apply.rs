//! Controls where they stand: on elements, flows, and boundaries for what they contain.

use super::build::Declared;
use super::{Applied, Model, Status};
use crate::check::Checker;
use crate::codes;
use crate::decl::{Assign, Expr, ExprKind, Kind, Literal};
use crate::diagnostic::Diagnostic;
use crate::evidence::Claim;
use crate::ids::{ControlId, ElementId, PropId};
use crate::library::{ControlUse, Library, control_uses};
use crate::roster::Roster;
use crate::source::Span;
use crate::value::Value;
use std::sync::Arc;

/// The controls that an element applies.
pub(super) fn apply(
    library: &Library,
    roster: &Roster,
    one: &Declared<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Applied> {
    let mut found: Vec<Applied> = Vec::new();
    for apply in &one.decl.body.applies {
        let mut checker = Checker::new(library, roster, one.package);
        let details = Details::read(&apply.assigns, &mut checker.diagnostics, Status::Implemented);
        for used in bare(&mut checker, &apply.controls) {
            may_stand(&mut checker, used.control, one.id, used.span);
            if let Some(earlier) = found.iter().find(|applied| applied.control == used.control) {
                twice(&mut checker, used.control, used.span, earlier.span);
                continue;
            }
            found.push(details.applied(used.control, used.span));
        }
        diagnostics.append(&mut checker.diagnostics);
    }
    found
}

fn twice(checker: &mut Checker<'_>, control: ControlId, span: Span, earlier: Span) {
    let name = &checker.library.controls[control].name;
    let diagnostic = Diagnostic::new(codes::DUPLICATE_VALUE, span, format!("`{name}` is applied twice"))
        .label("applied again here")
        .also(earlier, "first here");
    checker.diagnostics.push(diagnostic);
}

/// The controls that an `apply` names. It says that they are there; how strong they are is said elsewhere.
fn bare(checker: &mut Checker<'_>, controls: &Expr) -> Vec<ControlUse> {
    match &controls.kind {
        ExprKind::List(items) => items.iter().flat_map(|item| bare(checker, item)).collect(),
        ExprKind::Call(callee, args) => {
            for arg in args {
                let name = arg.name.as_ref().map_or("an argument".to_owned(), |name| format!("`{}`", name.name));
                let span = arg.name.as_ref().map_or(arg.value.span, |name| name.span.to(arg.value.span));
                checker.diagnostics.push(
                    Diagnostic::new(codes::BAD_CONTROL, span, format!("`apply` takes no {name}").replace("no an", "no"))
                        .label("`apply` only says that the control is there")
                        .help("leave it out; for one threat, `mitigate … with Control(strength = 70%)` has a strength of its own"),
                );
            }
            bare(checker, callee)
        }
        _ => control_uses(checker, controls),
    }
}

/// A control for processes may stand on a process, or on a boundary for all processes in it.
fn may_stand(checker: &mut Checker<'_>, control: ControlId, on: ElementId, span: Span) {
    let info = &checker.library.controls[control];
    let head = &checker.roster.heads[on];
    let allowed = info.on.is_empty()
        || matches!(head.kind, Kind::Boundary | Kind::Model)
        || info.on.iter().any(|ty| checker.library.is_subtype(head.ty, *ty));
    if !allowed {
        checker.diagnostics.push(misplaced(checker.library, control, head.kind.word(), span));
    }
}

/// A control where it cannot stand.
pub(crate) fn misplaced(library: &Library, control: ControlId, place: &str, span: Span) -> Diagnostic {
    let info = &library.controls[control];
    let places: Vec<&str> = info.on.iter().map(|ty| &*library.types[*ty].name).collect();
    let message = format!("`{}` cannot stand on {}", info.name, crate::diagnostic::a_kind(place));
    Diagnostic::new(codes::BAD_CONTROL, span, message)
        .label(format!("it stands on: {}", places.join(", ")))
        .also(info.span, "declared here")
}

/// Status, owner, ticket and evidence of a control.
#[derive(Clone, Debug)]
pub struct Details {
    /// How far it is.
    pub status: Status,
    /// Who does it.
    pub owner: Arc<str>,
    /// Where the work is tracked.
    pub ticket: Arc<str>,
    /// Checks named as evidence.
    pub verified_by: Vec<Claim>,
}

impl Details {
    /// Reads the block of an `apply` or a `mitigate`.
    pub(crate) fn read(assigns: &[Assign], diagnostics: &mut Vec<Diagnostic>, status: Status) -> Self {
        let mut details = Self { status, owner: "".into(), ticket: "".into(), verified_by: Vec::new() };
        for assign in assigns {
            match assign.path.text().as_str() {
                "status" => match word(&assign.value).and_then(|word| Status::of_word(&word)) {
                    Some(status) => details.status = status,
                    None => diagnostics.push(
                        Diagnostic::new(
                            codes::UNKNOWN_VALUE,
                            assign.value.span,
                            "a status is `proposed`, `planned` or `implemented`",
                        )
                        .label("none of the three")
                        .did_you_mean(&word(&assign.value).unwrap_or_default(), ["proposed", "planned", "implemented"]),
                    ),
                },
                "owner" => details.owner = text(&assign.value, diagnostics),
                "ticket" => details.ticket = text(&assign.value, diagnostics),
                "verified_by" => details.verified_by = Claim::read(&assign.value),
                "reason" | "by" => {}
                other => diagnostics.push(
                    Diagnostic::new(
                        codes::INCOMPLETE_DECISION,
                        assign.path.span,
                        format!("`{other}` means nothing here"),
                    )
                    .note("known: `status`, `owner`, `ticket`, `verified_by`, `reason`")
                    .did_you_mean(other, ["status", "owner", "ticket", "verified_by", "reason"]),
                ),
            }
        }
        details
    }

    fn applied(&self, control: ControlId, span: Span) -> Applied {
        Applied {
            control,
            status: self.status,
            owner: self.owner.clone(),
            ticket: self.ticket.clone(),
            verified_by: self.verified_by.clone(),
            span,
        }
    }
}

fn word(value: &Expr) -> Option<String> {
    match &value.kind {
        ExprKind::Name(name) => Some(name.to_string()),
        _ => None,
    }
}

/// A text, or an error that one is needed.
pub(crate) fn text(value: &Expr, diagnostics: &mut Vec<Diagnostic>) -> Arc<str> {
    match &value.kind {
        ExprKind::Literal(Literal::Text(text)) => Arc::clone(text),
        ExprKind::Error => "".into(),
        _ => {
            diagnostics.push(Diagnostic::new(codes::TYPE_MISMATCH, value.span, "a text in quotes is needed here"));
            "".into()
        }
    }
}

/// Controls and stated facts that contradict each other.
pub(super) fn contradicted_facts(library: &Library, model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    for id in model.elements.ids() {
        let implemented = model.structure.controls_on(id, &model.elements);
        for (applied, _) in implemented.filter(|(applied, _)| applied.status == Status::Implemented) {
            diagnostics.extend(contradicted(library, model, applied.control, id, applied.span));
        }
    }
}

/// A fact of an element that could not be so if a control did its work there.
struct Contradiction<'a> {
    prop: PropId,
    known: &'a Value,
    place: Span,
    why: &'static str,
    made: &'a Value,
}

fn contradictions<'a>(
    library: &'a Library,
    model: &'a Model,
    control: ControlId,
    id: ElementId,
) -> impl Iterator<Item = Contradiction<'a>> {
    let (info, element) = (&library.controls[control], &model.elements[id]);
    let fits = info.on.iter().any(|ty| library.is_subtype(element.ty, *ty));
    let known = |prop: PropId| {
        let stated = element.stated(prop).map(|stated| (&stated.value, stated.span, "stated here"));
        let of_type = || library.types[element.ty].facts.get(&prop);
        stated.or_else(|| of_type().map(|(value, span)| (value, *span, "a fact of its type")))
    };
    info.facts.iter().filter(move |_| fits).filter_map(move |(prop, made, _)| {
        let (known, place, why) = known(*prop).filter(|(known, ..)| *known != made)?;
        Some(Contradiction { prop: *prop, known, place, why, made })
    })
}

/// True where an implemented control would contradict what an element states or what is so for its type.
pub fn contradicts(library: &Library, model: &Model, control: ControlId, id: ElementId) -> bool {
    contradictions(library, model, control, id).next().is_some()
}

/// What an element states, or its type, that could not be so if a control did its work there.
pub(crate) fn contradicted(
    library: &Library,
    model: &Model,
    control: ControlId,
    id: ElementId,
    at: Span,
) -> Vec<Diagnostic> {
    let tell = |found: Contradiction<'_>| {
        let (name, shown) = (library.props.name(found.prop), found.known.show(library, &model.roster));
        let (control, element) = (&library.controls[control].name, &model.elements[id].id);
        let message = format!("the control `{control}` contradicts `{name} = {shown}` of `{element}`");
        Diagnostic::new(codes::BAD_CONTROL, at, message)
            .label(format!("makes it {}", found.made.show(library, &model.roster)))
            .also(found.place, found.why)
            .help("state the fact as it is, or give the control `status = planned`")
    };
    contradictions(library, model, control, id).map(tell).collect()
}
