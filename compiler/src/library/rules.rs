//! Threat rules, policies, and what the root package changes in libraries.

use super::build::{Built, Site};
use super::controls::{no_share, share_of, texts};
use super::scopes::Def;
use super::types::{constant, fold, union_type};
use super::{ControlUse, FixFact, FixInfo, Piece, Rule, RuleCarrier};
use crate::check::{Checker, Ex, ExKind};
use crate::codes;
use crate::decl::{Assign, Carrier, Decl, DeclKind, Expr, ExprKind, Fix, Ident, Name, Path};
use crate::diagnostic::{Diagnostic, list_names};
use crate::evaluate::never_true;
use crate::ids::{EnumId, RuleId, TypeId};
use crate::package::{PackageId, Packages, Release};
use crate::source::Span;
use crate::value::{Type, Value};
use std::sync::Arc;

/// The attributes of a threat that the language knows.
const ATTRIBUTES: &[&str] = &[
    "likelihood",
    "impact",
    "mitigated_by",
    "references",
    "message",
    "detection",
    "false_positives",
    "remedy",
    "was",
    "since",
];

/// The head of a rule.
pub(super) fn of_decl(decl: &Decl, package: PackageId) -> Rule {
    let name: Name = decl.name.as_ref().map_or_else(|| "".into(), |name| name.name.clone());
    Rule {
        title: decl.title.as_ref().map_or_else(|| name.clone(), |title| title.value.clone()),
        name,
        doc: decl.doc.clone(),
        package,
        category: None,
        carrier: RuleCarrier::Each(vec![super::roots::MODEL]),
        witnesses: Vec::new(),
        conditions: Vec::new(),
        sees_external: false,
        slots: 1,
        likelihood: None,
        impact: None,
        mitigated_by: Vec::new(),
        references: Vec::new(),
        message: Vec::new(),
        detection: "".into(),
        false_positives: "".into(),
        remedy: "".into(),
        fixes: Vec::new(),
        rated: None,
        disabled: None,
        was: Vec::new(),
        since: None,
        span: decl.head(),
    }
}

/// Checks all rules.
pub(super) fn build(built: &mut Built<'_>, packages: &Packages) {
    for site in built.open() {
        if let (Some(Def::Rule(id)), DeclKind::Threat) = (site.def, &site.decl.kind) {
            let union = union_carrier(built, &site);
            let mut builder = Builder::new(built, site, union);
            let rule = builder.rule();
            let mut diagnostics = builder.checker.diagnostics;
            if let Some(rule) = rule {
                built.library.rules[id] = rule;
            }
            built.diagnostics.append(&mut diagnostics);
            let tail = Tail { id, site };
            tail.references(built);
            tail.since(built, packages);
        }
    }
}

struct Builder<'b, 'a> {
    checker: Checker<'b>,
    site: Site<'a>,
    rule: Rule,
    union: Option<Union>,
}

impl<'b, 'a> Builder<'b, 'a> {
    fn new(built: &'b Built<'a>, site: Site<'a>, union: Option<Union>) -> Self {
        let checker = Checker::new(&built.library, &built.roster, site.package);
        Self { checker, site, rule: of_decl(site.decl, site.package), union }
    }

    fn rule(&mut self) -> Option<Rule> {
        let decl = self.site.decl;
        self.rule.category = self.category();
        self.unknown_attributes();
        let own = self.carrier()?;
        for witness in &decl.body.witnesses {
            let list = self.checker.infer(&witness.list);
            let member = match &list.ty {
                Type::List(member) => (**member).clone(),
                Type::Error => Type::Error,
                other => {
                    let shown = other.show(self.checker.library);
                    self.bad(list.span, format!("`each` runs over a list, found `{shown}`"));
                    Type::Error
                }
            };
            self.checker.bind(&witness.name, member);
            self.rule.witnesses.push(list);
        }
        self.conditions();
        self.attributes();
        self.fixes();
        self.rule.slots = self.checker.slots.max(1);
        for _ in 0..decl.body.witnesses.len() {
            self.checker.unbind();
        }
        if own {
            self.checker.mark_used(0); // what carries the threat is a use
            self.checker.unbind();
        }
        let rule = std::mem::replace(&mut self.rule, of_decl(decl, self.site.package));
        if let Some(span) = never_true(self.checker.library, &rule) {
            self.never(span, &rule.name);
        }
        Some(rule)
    }

    fn never(&mut self, span: Span, name: &str) {
        self.checker.report(
            Diagnostic::new(
                codes::NEVER_TRUE,
                span,
                format!("`{name}` can never be found: this condition is never true"),
            )
            .label("false for everything the rule is about")
            .help("compare with what the types state as facts; a test that fires the rule would have shown it"),
        );
    }

    fn bad(&mut self, span: Span, message: impl Into<String>) {
        self.checker.report(Diagnostic::new(codes::BAD_RULE, span, message));
    }

    /// `Stride.Spoofing` after the colon.
    fn category(&mut self) -> Option<(EnumId, u16)> {
        let path = self.site.decl.ty.as_ref()?.paths.first()?;
        let found = match path.segments.as_slice() {
            [set, value] => match self.checker.lookup(&one(set), "enum")? {
                Def::Enum(id) => Some((id, value)),
                Def::Broken => return None,
                _ => None,
            },
            _ => None,
        };
        let Some((id, value)) = found else {
            self.bad(path.span, "a category is named with its set, as in `Stride.Tampering`");
            return None;
        };
        let info = &self.checker.library.enums[id];
        if let Some(index) = info.position(&value.name) {
            self.checker.library.note_value(value.span, id, index);
            return Some((id, index));
        }
        if info.partial {
            return None;
        }
        let names: Vec<Name> = info.values.iter().map(|value| value.name.clone()).collect();
        let diagnostic = Diagnostic::new(
            codes::UNKNOWN_VALUE,
            value.span,
            format!("`{}` has no category `{}`", info.name, value.name),
        )
        .note(format!("`{}` has: {}", info.name, list_names(&names, 12)))
        .did_you_mean(&value.name, &names);
        self.checker.report(diagnostic);
        None
    }

    fn unknown_attributes(&mut self) {
        for assign in &self.site.decl.body.assigns {
            let name = assign.path.text();
            if !ATTRIBUTES.contains(&name.as_str()) {
                let diagnostic =
                    Diagnostic::new(codes::BAD_RULE, assign.path.span, format!("a threat has no attribute `{name}`"))
                        .note(format!("threats have: {}", list_names(ATTRIBUTES, 12)))
                        .did_you_mean(&name, ATTRIBUTES);
                self.checker.report(diagnostic);
            }
        }
    }

    /// What the rule is about; `true` where it binds a variable.
    fn carrier(&mut self) -> Option<bool> {
        match self.site.decl.body.carriers.as_slice() {
            [(Carrier::Each(name, ty), _)] => {
                let union = match self.union.take() {
                    Some(union) => union,
                    None => self.checker.one_type(ty).map(|ty| Union { ty, members: vec![ty] })?,
                };
                self.checker.bind(name, Type::Element(union.ty));
                self.rule.carrier = RuleCarrier::Each(union.members);
                Some(true)
            }
            [(Carrier::One(path), _)] => {
                let id = self.checker.element(path)?;
                let hidden = Ident { name: "_carrier".into(), span: path.span };
                self.checker.bind_hidden(&hidden, Type::Element(self.checker.roster.heads[id].ty));
                self.rule.carrier = RuleCarrier::One(id);
                Some(true)
            }
            [] => {
                let name = self.rule.name.clone();
                self.checker.report(
                    Diagnostic::new(
                        codes::BAD_RULE,
                        self.site.decl.head(),
                        format!("`{name}` does not say what it is about"),
                    )
                    .label("needs an `on`")
                    .help("add `on e: process`, or another kind or type"),
                );
                None
            }
            [_, (_, span), ..] => {
                self.bad(*span, "a threat is about one thing: it has one `on`");
                None
            }
        }
    }

    fn conditions(&mut self) {
        for condition in &self.site.decl.body.conditions {
            let checked = self.checker.condition(condition);
            self.checker.narrow_by(&checked, false);
            flatten_and(checked, &mut self.rule.conditions);
        }
        self.rule.sees_external = self.rule.conditions.iter().any(reads_external);
    }

    fn attributes(&mut self) {
        for assign in &self.site.decl.body.assigns {
            match assign.path.text().as_str() {
                "likelihood" => self.rule.likelihood = Some(self.level(&assign.value, Rating::Likelihood)),
                "impact" => self.rule.impact = Some(self.level(&assign.value, Rating::Impact)),
                "mitigated_by" => self.rule.mitigated_by = control_uses(&mut self.checker, &assign.value),
                "message" => self.rule.message = self.message(&assign.value),
                "detection" => self.rule.detection = self.text(&assign.value),
                "false_positives" => self.rule.false_positives = self.text(&assign.value),
                "remedy" => self.rule.remedy = self.text(&assign.value),
                _ => {}
            }
        }
        let needs = [("likelihood", self.rule.likelihood.is_none()), ("impact", self.rule.impact.is_none())];
        let assigns = &self.site.decl.body.assigns;
        let misspelt = assigns.iter().any(|assign| !ATTRIBUTES.contains(&assign.path.text().as_str()));
        if misspelt || self.site.decl.body.refused {
            return; // what is missing may be what is misspelt or could not be read
        }
        for (name, _) in needs.iter().filter(|(_, missing)| *missing) {
            self.checker.report(
                Diagnostic::new(codes::BAD_RULE, self.site.decl.head(), format!("`{}` has no {name}", self.rule.name))
                    .help(format!("add `{name} = Moderate`, or another level of your scale")),
            );
        }
    }

    /// A likelihood or an impact: a level of some scale.
    fn level(&mut self, value: &Expr, rating: Rating) -> Ex {
        let wanted = level_scale(&self.checker, value, rating);
        let ex = match wanted {
            Some(id) => self.checker.expect(value, &Type::Enum(id)),
            None => self.checker.infer(value),
        };
        match &ex.ty {
            Type::Enum(id) if self.checker.library.enums[*id].scale => {}
            Type::Error | Type::Any => {}
            other => {
                let shown = other.show(self.checker.library);
                let message = format!("expected a level of a scale, found `{shown}`");
                self.checker.report(
                    Diagnostic::new(codes::TYPE_MISMATCH, ex.span, message)
                        .label("not a level")
                        .help("write a level such as `Moderate`, or an expression that gives one"),
                );
            }
        }
        ex
    }

    fn text(&mut self, value: &Expr) -> Arc<str> {
        let ex = self.checker.expect(value, &Type::Text);
        Checker::text_value(&ex).unwrap_or_else(|| "".into())
    }

    /// Text with paths between braces.
    fn message(&mut self, value: &Expr) -> Vec<Piece> {
        let text = self.text(value);
        let written = (value.span.end - value.span.start) as usize;
        let exact = written == text.len() + 2; // no escapes, no lines joined: the places are known
        let mut pieces = Vec::new();
        let mut rest: &str = &text;
        while let Some(open) = rest.find('{') {
            let after = &rest[open + 1..];
            let close = after.find('}').filter(|close| after.find('{').is_none_or(|next| *close < next));
            let Some(len) = close.map(|close| close + 1) else {
                self.open_brace(value.span, exact.then(|| text.len() - rest.len() + open));
                break;
            };
            if open > 0 {
                pieces.push(Piece::Text(rest[..open].into()));
            }
            let inner = rest[open + 1..open + len].trim();
            let start = text.len() - rest[open..].trim_start_matches(['{', ' ']).len();
            let at = exact.then(|| value.span.start + 1 + u32::try_from(start).unwrap_or(0));
            pieces.push(self.interpolation(inner, value.span, at));
            rest = &rest[open + len + 1..];
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.into()));
        }
        pieces
    }

    fn open_brace(&mut self, text: Span, at: Option<usize>) {
        let start = at.and_then(|at| u32::try_from(at).ok()).map(|at| text.start + 1 + at);
        let span = start.map_or(text, |start| Span { start, end: start + 1, ..text });
        self.checker.report(
            Diagnostic::new(codes::BAD_RULE, span, "this `{` of a message is never closed")
                .label("no `}` ends it")
                .help("write the path between braces: `{f.source}`"),
        );
    }

    /// A path in a message, with the byte where it is written where that is known.
    fn interpolation(&mut self, path: &str, span: Span, at: Option<u32>) -> Piece {
        let mut before = 0;
        let mut segments = path.split('.').map(|word| {
            let start = at.map(|at| at + before);
            before += u32::try_from(word.len() + 1).unwrap_or(0);
            let end = |start| start + u32::try_from(word.len()).unwrap_or(0);
            Ident {
                name: word.trim().into(),
                span: start.map_or(span, |start| Span { start, end: end(start), ..span }),
            }
        });
        let valid = !path.is_empty() && path.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | ' '));
        let Some(first) = segments.next().filter(|_| valid) else {
            self.bad(span, format!("between the braces of a message stands a path, found `{path}`"));
            return Piece::Text(path.into());
        };
        let start = Expr { kind: ExprKind::Name(first.name.clone()), span: first.span };
        let expr = segments.fold(start, |base, field| Expr {
            span: base.span.to(field.span),
            kind: ExprKind::Field(Box::new(base), field),
        });
        let before = self.checker.diagnostics.len();
        let value = self.checker.infer(&expr);
        if at.is_none() {
            // the mark is on the whole text: an edit would replace all of it
            let found = self.checker.diagnostics.iter_mut().skip(before);
            found.for_each(|diagnostic| diagnostic.edits.clear());
        }
        Piece::Value(value)
    }

    fn fixes(&mut self) {
        for fix in &self.site.decl.body.fixes {
            let info = fix_info(&mut self.checker, fix);
            self.rule.fixes.push(info);
        }
    }
}

/// What a carrier `process + store` means: either of them, with what all of them have.
pub(super) struct Union {
    pub(super) ty: TypeId,
    pub(super) members: Vec<TypeId>,
}

pub(super) fn union_carrier(built: &mut Built<'_>, site: &Site<'_>) -> Option<Union> {
    let [(Carrier::Each(_, ty), _)] = site.decl.body.carriers.as_slice() else {
        return None;
    };
    if ty.paths.len() < 2 {
        return None;
    }
    let mut checker = Checker::new(&built.library, &built.roster, site.package);
    let members = checker.types(ty);
    built.diagnostics.append(&mut checker.diagnostics);
    (members.len() == ty.paths.len()).then(|| {
        let ty = union_type(&mut built.library, &members, site.package, ty.span);
        Union { ty, members }
    })
}

/// References, earlier names and releases need no variables; they are read after the rule is in place.
struct Tail<'a> {
    id: RuleId,
    site: Site<'a>,
}

impl Tail<'_> {
    fn references(&self, built: &mut Built<'_>) {
        for assign in &self.site.decl.body.assigns {
            let name = assign.path.text();
            if name == "references" || name == "was" {
                let value = constant(built, self.site.package, &assign.value, &Type::Text.list());
                let texts = value.map(|value| texts(&value)).unwrap_or_default();
                let rule = &mut built.library.rules[self.id];
                if name == "was" { rule.was = texts } else { rule.references = texts }
            }
        }
    }

    /// The release that brought the rule; only the standard library has releases that a package pins.
    fn since(&self, built: &mut Built<'_>, packages: &Packages) {
        for assign in self.site.decl.body.assigns.iter().filter(|assign| assign.path.text() == "since") {
            let Some(Value::Text(text)) = constant(built, self.site.package, &assign.value, &Type::Text) else {
                continue;
            };
            let embedded = packages.get(self.site.package).is_some_and(|package| package.embedded);
            let message = match Release::read(&text) {
                Some(since) if embedded => {
                    built.library.rules[self.id].since = Some(since);
                    continue;
                }
                Some(_) => "only rules of the standard library have a `since`",
                None => "a rule is there since a release of the library, as in `since = \"0.2\"`",
            };
            built.diagnostics.push(Diagnostic::new(codes::BAD_RULE, assign.value.span, message));
        }
    }
}

fn one(ident: &Ident) -> Path {
    ident.clone().into()
}

/// What a level says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rating {
    /// How likely something is.
    Likelihood,
    /// How bad it is.
    Impact,
}

/// The scale that bare level names belong to: that of the matrix that the model states, where nothing but levels is
/// named; else the first visible one, own package first, that has them.
pub(crate) fn level_scale(checker: &Checker<'_>, value: &Expr, rating: Rating) -> Option<EnumId> {
    let mut names = Vec::new();
    let only_names = bare_levels(value, &mut names);
    let stated = checker.library.stated_matrix.filter(|(package, _)| *package == checker.package && only_names);
    let stated = stated.map(|(_, id)| &checker.library.matrices[id]).filter(|info| !info.cells.is_empty());
    if let Some(info) = stated {
        return Some(if rating == Rating::Likelihood { info.likelihood } else { info.impact });
    }
    if names.is_empty() {
        return None;
    }
    let mut scales = checker.library.scopes.visible_enums(checker.package);
    scales.find(|id| {
        checker.library.enums[*id].scale && names.iter().all(|name| checker.library.enums[*id].position(name).is_some())
    })
}

/// The names of levels in an expression's results; true where the results are nothing else.
fn bare_levels(expr: &Expr, names: &mut Vec<Name>) -> bool {
    match &expr.kind {
        ExprKind::Name(name) => {
            names.push(name.clone());
            true
        }
        ExprKind::If(_, then, otherwise) => bare_levels(then, names) & bare_levels(otherwise, names),
        ExprKind::Call(_, args) => {
            args.iter().for_each(|arg| {
                bare_levels(&arg.value, names);
            });
            false
        }
        ExprKind::List(items) => {
            let others = items.iter().filter(|item| !bare_levels(item, names));
            others.count() == 0
        }
        _ => false,
    }
}

/// The conjuncts of a condition, so that each is judged and shown on its own.
pub(super) fn flatten_and(ex: Ex, into: &mut Vec<Ex>) {
    match ex.kind {
        ExKind::And(parts) => parts.into_iter().for_each(|part| flatten_and(part, into)),
        _ => into.push(ex),
    }
}

/// True where a condition asks whether the carrier is external.
pub(super) fn reads_external(ex: &Ex) -> bool {
    let mut found = false;
    ex.walk(&mut |ex| {
        if let ExKind::Prop(base, prop) = &ex.kind {
            found |= *prop == crate::builtins::attribute::EXTERNAL && matches!(base.kind, ExKind::Var(0));
        }
    });
    found
}

/// The controls that a list names, with their strengths and places.
pub(crate) fn control_uses(checker: &mut Checker<'_>, value: &Expr) -> Vec<ControlUse> {
    match &value.kind {
        ExprKind::List(items) => items.iter().flat_map(|item| control_uses(checker, item)).collect(),
        ExprKind::Call(callee, args) => {
            let Some(mut used) = control_use(checker, callee) else {
                return Vec::new();
            };
            for arg in args {
                match arg.name.as_ref().map(|name| &*name.name) {
                    Some("strength") => used.strength = strength(checker, &arg.value),
                    Some("on") => used.on = Some(checker.infer(&arg.value)),
                    _ => checker.report(
                        Diagnostic::new(
                            codes::BAD_CONTROL,
                            arg.value.span,
                            "a control takes `strength = …` and `on = …`",
                        )
                        .label("neither of the two"),
                    ),
                }
            }
            vec![used]
        }
        _ => control_use(checker, value).into_iter().collect(),
    }
}

/// The share that a control removes in one place.
fn strength(checker: &mut Checker<'_>, value: &Expr) -> Option<f64> {
    let ex = checker.expect(value, &Type::Percent);
    let share = fold(&ex).as_ref().and_then(share_of).filter(|share| (0.0..=1.0).contains(share));
    if share.is_none() && !ex.is_broken() {
        checker.report(no_share(value.span));
    }
    share
}

fn control_use(checker: &mut Checker<'_>, value: &Expr) -> Option<ControlUse> {
    let Some(path) = crate::lower::path_of(value) else {
        if !matches!(value.kind, ExprKind::Error) {
            checker.report(Diagnostic::new(codes::WRONG_SORT, value.span, "the name of a control is needed here"));
        }
        return None;
    };
    match checker.lookup(&path, "control")? {
        Def::Control(control) => Some(ControlUse { control, strength: None, on: None, span: value.span }),
        Def::Broken => None,
        other => {
            checker.wrong_sort(&path, other, "a control");
            None
        }
    }
}

fn fix_info(checker: &mut Checker<'_>, fix: &Fix) -> FixInfo {
    let facts = fix.assigns.iter().filter_map(|assign| fix_fact(checker, assign)).collect();
    FixInfo { title: fix.title.value.clone(), facts }
}

fn fix_fact(checker: &mut Checker<'_>, assign: &Assign) -> Option<FixFact> {
    let mut segments = assign.path.segments.iter();
    let first = segments.next()?;
    let start = Expr { kind: ExprKind::Name(first.name.clone()), span: first.span };
    let whole = segments.fold(start, |base, field| {
        let span = base.span.to(field.span);
        Expr { kind: ExprKind::Field(Box::new(base), field.clone()), span }
    });
    let target = checker.infer(&whole);
    let ExKind::Prop(element, property) = target.kind else {
        if !matches!(target.kind, ExKind::Error) {
            checker.report(
                Diagnostic::new(codes::BAD_RULE, assign.path.span, "a fix states a property of an element")
                    .label("as in `f.encrypted = true`"),
            );
        }
        return None;
    };
    let value = checker.expect(&assign.value, &target.ty);
    Some(FixFact { element: *element, property, value })
}
