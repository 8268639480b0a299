//! Controls where they stand: on elements, flows, and boundaries for what they contain.

use super::build::Declared;
use super::{Applied, Model, Status};
use crate::check::Checker;
use crate::codes;
use crate::decl::{Assign, Expr, ExprKind, Kind, Literal};
use crate::diagnostic::Diagnostic;
use crate::evidence::Claim;
use crate::ids::{ControlId, ElementId};
use crate::library::{Library, control_uses};
use crate::roster::Roster;
use crate::source::Span;
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
        for used in control_uses(&mut checker, &apply.controls) {
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

/// A control for processes may stand on a process, or on a boundary for all processes in it.
fn may_stand(checker: &mut Checker<'_>, control: ControlId, on: ElementId, span: Span) {
    let info = &checker.library.controls[control];
    let head = &checker.roster.heads[on];
    let allowed = info.on.is_empty()
        || matches!(head.kind, Kind::Boundary | Kind::Model)
        || info.on.iter().any(|ty| checker.library.is_subtype(head.ty, *ty));
    if !allowed {
        let places: Vec<&str> = info.on.iter().map(|ty| &*checker.library.types[*ty].name).collect();
        let diagnostic = Diagnostic::new(
            codes::BAD_CONTROL,
            span,
            format!("`{}` cannot stand on {}", info.name, crate::diagnostic::a_kind(head.kind.word())),
        )
        .label(format!("it stands on: {}", places.join(", ")))
        .also(info.span, "declared here");
        checker.diagnostics.push(diagnostic);
    }
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

/// A control and a stated fact that contradict each other.
pub(super) fn contradictions(library: &Library, model: &Model, diagnostics: &mut Vec<Diagnostic>) {
    for (id, element) in model.elements.iter() {
        for (applied, _) in model.structure.controls_on(id, &model.elements) {
            let info = &library.controls[applied.control];
            for (prop, value, _) in info.facts.iter().filter(|_| applied.status == Status::Implemented) {
                let fact = library.types[element.ty].facts.get(prop);
                let known = element
                    .stated(*prop)
                    .map(|stated| (&stated.value, stated.span, "stated here"))
                    .or_else(|| fact.map(|(value, span)| (value, *span, "a fact of its type")));
                let Some((known, at, why)) = known.filter(|(known, ..)| *known != value) else {
                    continue;
                };
                let name = library.props.name(*prop);
                let shown = known.show(library, &model.roster);
                diagnostics.push(
                    Diagnostic::new(
                        codes::BAD_CONTROL,
                        applied.span,
                        format!("the control `{}` contradicts `{name} = {shown}` of `{}`", info.name, element.id),
                    )
                    .label(format!("makes it {}", value.show(library, &model.roster)))
                    .also(at, why)
                    .help("state the fact as it is, or give the control `status = planned`"),
                );
            }
        }
    }
}
