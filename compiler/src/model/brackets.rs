//! Lists that somebody wrote without brackets: `holds = A, B`, `apply A, B`.

use crate::check::Checker;
use crate::codes;
use crate::decl::{Apply, Assign, Body, Expr, ExprKind, Ident};
use crate::diagnostic::Diagnostic;
use crate::ids::TypeId;
use crate::library::Def;
use crate::source::Span;
use crate::value::Type;

/// A member that several values may stand in.
struct Listing<'a> {
    /// How it begins.
    head: String,
    /// What stands there.
    value: &'a Expr,
    /// False where one value alone can stand there.
    takes_several: bool,
}

/// Bare names that belong to the member before them, in order. They are told once for each member.
pub(super) fn loose(checker: &mut Checker<'_>, owner: TypeId, body: &Body) -> Vec<Span> {
    let mut loose: Vec<Span> = Vec::new();
    let mut told = None;
    // The last member that is none of the bare names.
    let mut stated: Option<&Assign> = None;
    for assign in &body.assigns {
        let Some((name, listing)) = listing(checker, owner, (body, stated), assign) else {
            stated = Some(assign);
            continue;
        };
        loose.push(name.span);
        if told != Some(listing.value.span) {
            told = Some(listing.value.span);
            checker.diagnostics.push(listing.diagnostic(name));
        }
    }
    loose
}

/// What a bare name goes on with: what was applied or stated last before it.
fn listing<'a>(
    checker: &Checker<'_>,
    owner: TypeId,
    (body, stated): (&'a Body, Option<&'a Assign>),
    assign: &'a Assign,
) -> Option<(&'a Ident, Listing<'a>)> {
    let name = bare(checker, owner, assign)?;
    let since = stated.map_or(0, |one| one.path.span.start);
    let before = body.applies.partition_point(|one| one.span.start < name.span.start);
    let applied = body.applies[..before].last().filter(|one| one.span.start >= since);
    let listing = match (applied, stated) {
        (Some(apply), _) => controls(checker, apply, name),
        (None, Some(stated)) => values(checker, owner, stated, name),
        (None, None) => None,
    };
    Some((name, listing?))
}

/// A name alone that is none of the element's properties.
fn bare<'a>(checker: &Checker<'_>, owner: TypeId, assign: &'a Assign) -> Option<&'a Ident> {
    match assign.path.segments.as_slice() {
        [name] if assign.bare && checker.property(owner, &name.name).is_none() => Some(name),
        _ => None,
    }
}

fn controls<'a>(checker: &Checker<'_>, apply: &'a Apply, name: &Ident) -> Option<Listing<'a>> {
    let control = matches!(checker.library.scopes.lookup_name(checker.package, &name.name), Ok((Def::Control(_), _)));
    control.then(|| Listing { head: "apply".into(), value: &apply.controls, takes_several: true })
}

fn values<'a>(checker: &Checker<'_>, owner: TypeId, stated: &'a Assign, name: &Ident) -> Option<Listing<'a>> {
    let (_, ty) = checker.property(owner, &stated.path.text())?;
    let (member, takes_several) = match &ty {
        Type::List(member) => (&**member, true),
        single => (single, false),
    };
    let fits = match member {
        Type::Enum(id) => checker.library.enums[*id].values.iter().any(|value| value.name == name.name),
        Type::Element(_) => {
            let known = checker.library.scopes.lookup_name(checker.package, &name.name);
            checker.roster.local.contains_key(&name.name) || matches!(known, Ok((Def::Element(_), _)))
        }
        Type::Tag => matches!(checker.library.scopes.lookup_name(checker.package, &name.name), Ok((Def::Tag(_), _))),
        _ => false,
    };
    let head = format!("{} =", stated.path.text());
    (fits && !stated.bare).then_some(Listing { head, value: &stated.value, takes_several })
}

impl Listing<'_> {
    fn diagnostic(&self, name: &Ident) -> Diagnostic {
        if !self.takes_several {
            let message = format!("`{}` takes one value", self.head.trim_end_matches(" ="));
            return Diagnostic::new(codes::UNKNOWN_PROPERTY, name.span, message)
                .label("one too many")
                .also(self.value.span, "stated here already")
                .help(format!("leave out `{}`", name.name));
        }
        Diagnostic::new(codes::UNKNOWN_PROPERTY, name.span, "several stand in brackets")
            .label("stands outside of the list")
            .also(self.value.span, "which ends here")
            .help(format!("write `{} [{}, {}]`", self.head, words(self.value), name.name))
    }
}

/// What stands in a member so far, as far as it is names.
fn words(value: &Expr) -> String {
    match &value.kind {
        ExprKind::Name(name) => name.to_string(),
        ExprKind::List(items) => items.iter().map(words).collect::<Vec<_>>().join(", "),
        _ => "…".into(),
    }
}
