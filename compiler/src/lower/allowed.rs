//! Which members belong into which declaration: nothing is passed over in silence.

use super::Lowering;
use crate::codes;
use crate::decl::{Body, Carrier, Decl, DeclKind, Expectation, Kind};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// The forms of members, as a user would call them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Assign,
    Property,
    Apply,
    On,
    Each,
    When,
    Fix,
    Expect,
    Obligation,
    Row,
    Attack,
}

impl Form {
    fn shown(self) -> &'static str {
        match self {
            Form::Assign => "`name = value`",
            Form::Property => "`name: Type`",
            Form::Apply => "`apply`",
            Form::On => "`on`",
            Form::Each => "`each`",
            Form::When => "`when`",
            Form::Fix => "`fix`",
            Form::Expect => "`expect`",
            Form::Obligation => "`forbid` or `require`",
            Form::Row => "a row with `|`",
            Form::Attack => "`step`, `any` or `all`",
        }
    }
}

impl Lowering {
    /// At the top of a file stand declarations only.
    pub(super) fn refuse_members_outside(&mut self, body: &Body) {
        for (form, span) in forms(body) {
            self.report(
                Diagnostic::new(
                    codes::MISPLACED_MEMBER,
                    span,
                    format!("{} stands outside of any declaration", form.shown()),
                )
                .label("belongs between the braces of a declaration"),
            );
        }
    }

    /// Refuses members that do not belong into a declaration; true where there are any.
    pub(super) fn refuse_members_inside(&mut self, decl: &Decl) -> bool {
        let before = self.diagnostics.len();
        let allowed = allowed(&decl.kind);
        let word = decl.word.spelling().unwrap_or("this");
        for (form, span) in forms(&decl.body) {
            if !allowed.contains(&form) {
                let message = format!("{} does not belong into {} `{word}`", form.shown(), article(word));
                let found = Diagnostic::new(codes::MISPLACED_MEMBER, span, message);
                let declared = decl.body.properties.iter().find(|property| property.name.span == span);
                self.report(match declared.filter(|_| allowed.contains(&Form::Assign)) {
                    Some(property) => found
                        .label("declares a property, which types do")
                        .help(format!("to state a fact write `{} = …`", property.name.name)),
                    None => found.label("remove it or move it"),
                });
            }
        }
        if !may_nest(&decl.kind) {
            for inner in &decl.body.decls {
                let inner_word = inner.word.spelling().unwrap_or("declaration");
                let message =
                    format!("{} `{inner_word}` cannot stand inside {} `{word}`", article(inner_word), article(word));
                self.report(
                    Diagnostic::new(codes::MISPLACED_MEMBER, inner.head(), message)
                        .label("move it out of the braces")
                        .help("only boundaries, tests and models contain declarations"),
                );
            }
        }
        self.diagnostics.len() > before
    }

    /// Blocks of `apply` and `fix` hold assignments only.
    pub(super) fn only_assigns(&mut self, body: &Body, span: Span, owner: &str) {
        self.only(Form::Assign, body, span, owner);
    }

    /// Blocks of `any` and `all` hold steps only.
    pub(super) fn only_steps(&mut self, body: &Body, span: Span, owner: &str) {
        self.only(Form::Attack, body, span, owner);
    }

    fn only(&mut self, wanted: Form, body: &Body, span: Span, owner: &str) {
        let strange = forms(body).into_iter().find(|(form, _)| *form != wanted);
        let at = strange.map(|(_, at)| at).or_else(|| body.decls.first().map(|decl| decl.span));
        if let Some(at) = at {
            let message = format!("only {} stands in the block of {owner}", wanted.shown());
            self.report(Diagnostic::new(codes::MISPLACED_MEMBER, at, message).also(span, "in this block"));
        }
    }
}

fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

fn may_nest(kind: &DeclKind) -> bool {
    matches!(kind, DeclKind::Element { kind: Kind::Boundary | Kind::Model, .. } | DeclKind::Test { .. })
}

/// True for what controls may stand on.
pub(super) fn may_apply(kind: &DeclKind) -> bool {
    allowed(kind).contains(&Form::Apply)
}

fn allowed(kind: &DeclKind) -> &'static [Form] {
    use Form::{Apply, Assign, Attack, Each, Expect, Fix, Obligation, On, Property, Row, When};
    match kind {
        DeclKind::Element { kind: Kind::Data, .. } => &[Assign],
        DeclKind::Element { .. } | DeclKind::Flow { .. } => &[Assign, Apply],
        DeclKind::Type => &[Assign, Property],
        DeclKind::Extend(_) => &[Property],
        DeclKind::ExtendThreat(_) => &[Assign, Fix],
        DeclKind::Threat => &[Assign, On, Each, When, Fix],
        DeclKind::Matrix(_) => &[Row],
        DeclKind::Policy => &[Obligation, Assign, On, When],
        DeclKind::Test { .. } => &[Expect],
        DeclKind::Attack(_) => &[Attack],
        DeclKind::Use { .. } | DeclKind::Fn { .. } => &[],
        DeclKind::Broken => &[Assign, Property, Apply, On, Each, When, Fix, Expect, Obligation, Row, Attack],
        _ => &[Assign],
    }
}

/// The members of a body by form, each with its place.
fn forms(body: &Body) -> Vec<(Form, Span)> {
    let mut found = Vec::new();
    found.extend(body.assigns.iter().map(|member| (Form::Assign, member.path.span)));
    found.extend(body.properties.iter().map(|member| (Form::Property, member.name.span)));
    found.extend(body.applies.iter().map(|member| (Form::Apply, member.span)));
    found.extend(body.carriers.iter().map(|(carrier, span)| (Form::On, carrier_span(carrier, *span))));
    found.extend(body.witnesses.iter().map(|member| (Form::Each, member.name.span)));
    found.extend(body.conditions.iter().map(|member| (Form::When, member.span)));
    found.extend(body.fixes.iter().map(|member| (Form::Fix, member.title.span)));
    found.extend(body.expectations.iter().map(|member| (Form::Expect, expectation_span(member))));
    found.extend(body.obligations.iter().map(|member| (Form::Obligation, member.span)));
    found.extend(body.rows.iter().map(|member| (Form::Row, member.level.span)));
    found.extend(body.attack.first().map(|node| (Form::Attack, node.span())));
    found
}

fn carrier_span(carrier: &Carrier, span: Span) -> Span {
    match carrier {
        Carrier::One(path) => path.span,
        Carrier::Each(..) => span,
    }
}

fn expectation_span(expectation: &Expectation) -> Span {
    match expectation {
        Expectation::Threat { span, .. } => *span,
        Expectation::Condition(condition) => condition.span,
    }
}
