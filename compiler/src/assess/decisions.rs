//! Decisions: what they are about, whether they still hold, which threats they cover.

use crate::builtins::attribute;
use crate::check::Checker;
use crate::codes;
use crate::decl::{Assign, Decl, DeclKind, Expr, Path, Target, TargetKind};
use crate::derive::Instance;
use crate::diagnostic::Diagnostic;
use crate::evaluate::Evaluator;
use crate::ids::{ElementId, RuleId, TypeId};
use crate::library::{ControlUse, Library, Site, control_uses};
use crate::model::{Details, Model, Status, text};
use crate::source::Span;
use crate::value::{Type, Value};
use jiff::civil::Date;
use std::sync::Arc;

/// What was decided.
#[derive(Clone, Debug)]
pub enum DecisionKind {
    /// The risk is accepted until a day.
    Accept,
    /// The threat does not apply.
    Dismiss,
    /// Somebody else bears the risk.
    Transfer(ElementId),
    /// Controls with their status and evidence.
    Mitigate {
        /// The controls.
        controls: Vec<ControlUse>,
        /// Status, owner, ticket, evidence.
        details: Details,
    },
}

impl DecisionKind {
    /// The word of the language.
    pub fn word(&self) -> &'static str {
        match self {
            DecisionKind::Accept => "accept",
            DecisionKind::Dismiss => "dismiss",
            DecisionKind::Transfer(_) => "transfer",
            DecisionKind::Mitigate { .. } => "mitigate",
        }
    }
}

/// What a decision covers.
#[derive(Clone, Debug)]
enum Coverage {
    /// All witnesses on an element, or one.
    Element(ElementId, Option<ElementId>),
    /// All elements of a type for which a condition is true.
    Wildcard { ty: TypeId, condition: Option<crate::check::Ex>, slots: usize },
}

/// A decision, resolved.
#[derive(Clone, Debug)]
pub struct Decision {
    /// What was decided.
    pub kind: DecisionKind,
    /// The rule.
    pub rule: RuleId,
    /// The target as written.
    pub target: String,
    /// Why.
    pub reason: Arc<str>,
    /// Who decided.
    pub by: Arc<str>,
    /// The last day it holds.
    pub until: Option<Date>,
    /// Where it is written.
    pub span: Span,
    /// Where its target is written.
    pub target_span: Span,
    coverage: Coverage,
}

impl Decision {
    /// True when its last day has passed.
    pub fn expired(&self, today: Date) -> bool {
        self.until.is_some_and(|until| until < today)
    }

    /// True where it is about this instance.
    pub fn covers(&self, evaluator: &mut Evaluator<'_>, instance: &Instance) -> bool {
        if self.rule != instance.rule {
            return false;
        }
        match &self.coverage {
            Coverage::Element(element, None) => *element == instance.carrier,
            Coverage::Element(element, Some(witness)) => {
                *element == instance.carrier && instance.witnesses.contains(&Value::Element(*witness))
            }
            Coverage::Wildcard { ty, condition, slots } => {
                let is = evaluator.library.is_subtype(evaluator.model.elements[instance.carrier].ty, *ty);
                is && condition.as_ref().is_none_or(|condition| {
                    evaluator.prepare(*slots);
                    evaluator.set(0, Value::Element(instance.carrier));
                    evaluator.truth(condition) == Some(true)
                })
            }
        }
    }

    /// The elements it names, where it names some.
    pub fn element(&self) -> Option<ElementId> {
        match self.coverage {
            Coverage::Element(element, _) => Some(element),
            Coverage::Wildcard { .. } => None,
        }
    }
}

/// Resolves the decisions of the root package.
pub(super) fn resolve(
    library: &Library,
    model: &Model,
    sites: &[Site<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Decision> {
    let own = sites.iter().filter(|site| site.package == model.root);
    own.filter_map(|site| {
        let mut reader = Reader { checker: Checker::new(library, &model.roster, site.package), model, decl: site.decl };
        let decision = reader.decision();
        diagnostics.append(&mut reader.checker.diagnostics);
        decision
    })
    .collect()
}

struct Reader<'a> {
    checker: Checker<'a>,
    model: &'a Model,
    decl: &'a Decl,
}

impl Reader<'_> {
    fn decision(&mut self) -> Option<Decision> {
        let decl = self.decl;
        let (rule, target) = match &decl.kind {
            DeclKind::Accept { rule, target, .. }
            | DeclKind::Dismiss { rule, target }
            | DeclKind::Transfer { rule, target, .. }
            | DeclKind::Mitigate { rule, target, .. } => (rule, target),
            _ => return None,
        };
        let rule_id = self.checker.rule(rule);
        let coverage = self.coverage(target);
        let kind = self.kind();
        let attributes = self.attributes();
        let (rule_id, coverage, kind) = (rule_id?, coverage?, kind?);
        Some(Decision {
            kind,
            rule: rule_id,
            target: self.target_text(target),
            reason: attributes.reason,
            by: attributes.by,
            until: match decl.kind {
                DeclKind::Accept { until, .. } => until.map(|(date, _)| date),
                _ => None,
            },
            span: decl.span,
            target_span: target.span,
            coverage,
        })
    }

    fn target_text(&self, target: &Target) -> String {
        match &target.kind {
            TargetKind::Path(path) => path.text(),
            TargetKind::Flow(from, to) => format!("{} -> {}", from.text(), to.text()),
            TargetKind::Wildcard(name, ty, _) => {
                let types: Vec<String> = ty.paths.iter().map(Path::text).collect();
                format!("{}: {}", name.name, types.join(" + "))
            }
        }
    }

    fn coverage(&mut self, target: &Target) -> Option<Coverage> {
        match &target.kind {
            TargetKind::Path(path) => self.element_or_witness(path),
            TargetKind::Flow(from, to) => {
                let (to, witness) = self.target_and_witness(to);
                let (source, target) = (self.end(from)?, self.end(&to)?);
                let witness = match witness {
                    Some(path) => Some(self.end(&path)?),
                    None => None,
                };
                let found = self.model.elements.iter().find(|(_, element)| element.ends == Some((source, target)));
                if found.is_none() {
                    let message = format!("there is no flow from `{}` to `{}`", from.text(), to.text());
                    self.checker.diagnostics.push(Diagnostic::new(codes::UNKNOWN_NAME, from.span.to(to.span), message));
                }
                found.map(|(id, _)| Coverage::Element(id, witness))
            }
            TargetKind::Wildcard(name, ty, condition) => {
                let ty = self.checker.one_type(ty)?;
                let slot = self.checker.bind(name, Type::Element(ty));
                self.checker.mark_used(slot);
                let condition = condition.as_ref().map(|condition: &Expr| self.checker.condition(condition));
                self.checker.unbind();
                Some(Coverage::Wildcard { ty, condition, slots: self.checker.slots })
            }
        }
    }

    /// `checkout` or `checkout.Card`; earlier names (`was`) still count.
    fn element_or_witness(&mut self, path: &Path) -> Option<Coverage> {
        if let Some(id) = self.renamed(&path.segments[0].name) {
            let witness = path.segments.get(1).map(|ident| Path { segments: vec![ident.clone()], span: ident.span });
            let witness = match witness {
                Some(path) => Some(self.end(&path)?),
                None => None,
            };
            return Some(Coverage::Element(id, witness));
        }
        let (element, witness) = self.target_and_witness(path);
        let element = self.checker.element(&element)?;
        let witness = match witness {
            Some(path) => Some(self.checker.element(&path)?),
            None => None,
        };
        Some(Coverage::Element(element, witness))
    }

    /// `checkout.Card` taken apart, unless the whole is a name.
    fn target_and_witness(&self, path: &Path) -> (Path, Option<Path>) {
        let whole = self.checker.library.scopes.lookup(self.checker.package, path).is_ok();
        match path.segments.split_last() {
            Some((last, first)) if !first.is_empty() && !whole => {
                let span = first.first().map_or(path.span, |ident| ident.span);
                let witness = Path { segments: vec![last.clone()], span: last.span };
                (Path { segments: first.to_vec(), span }, Some(witness))
            }
            _ => (path.clone(), None),
        }
    }

    /// An element by its name, or by an earlier one.
    fn end(&mut self, path: &Path) -> Option<ElementId> {
        let before = match path.segments.as_slice() {
            [name] => self.renamed(&name.name),
            _ => None,
        };
        before.or_else(|| self.checker.element(path))
    }

    /// The element that once had this name, where no element has it now.
    fn renamed(&self, name: &Arc<str>) -> Option<ElementId> {
        if self.checker.library.scopes.lookup_name(self.checker.package, name).is_ok() {
            return None;
        }
        let mut own = self.model.elements.iter().filter(|(id, _)| self.model.is_own(*id));
        own.find(|(_, element)| element.texts(attribute::WAS).contains(name)).map(|(id, _)| id)
    }

    fn kind(&mut self) -> Option<DecisionKind> {
        match &self.decl.kind {
            DeclKind::Accept { .. } => Some(DecisionKind::Accept),
            DeclKind::Dismiss { .. } => Some(DecisionKind::Dismiss),
            DeclKind::Transfer { to, .. } => self.checker.element(to).map(DecisionKind::Transfer),
            DeclKind::Mitigate { controls, .. } => {
                let controls = control_uses(&mut self.checker, controls);
                let details = Details::read(&self.decl.body.assigns, &mut self.checker.diagnostics, Status::Proposed);
                self.status_stated();
                (!controls.is_empty()).then_some(DecisionKind::Mitigate { controls, details })
            }
            _ => None,
        }
    }

    fn status_stated(&mut self) {
        let stated = self.decl.body.assigns.iter().any(|assign| assign.path.text() == "status");
        if !stated && !self.decl.body.refused {
            self.checker.diagnostics.push(
                Diagnostic::new(
                    codes::INCOMPLETE_DECISION,
                    self.decl.span,
                    "this mitigation does not say how far it is",
                )
                .label("needs a `status`")
                .help("add `{ status = planned }`, or `proposed` or `implemented`"),
            );
        }
    }

    fn attributes(&mut self) -> Attributes {
        let mut attributes = Attributes::default();
        if matches!(self.decl.kind, DeclKind::Mitigate { .. }) {
            return attributes;
        }
        for assign in &self.decl.body.assigns {
            self.attribute(assign, &mut attributes);
        }
        let before = |assign: &Assign| KNOWN.contains(&assign.path.text().as_str());
        if !self.decl.body.assigns.iter().all(before) {
            return attributes; // what is missing may be what is misspelt
        }
        let word = self.decl.word.spelling().unwrap_or("decision");
        self.needed("reason", &attributes.reason, word);
        if matches!(self.decl.kind, DeclKind::Accept { .. }) {
            self.needed("by", &attributes.by, word);
        }
        attributes
    }

    fn attribute(&mut self, assign: &Assign, attributes: &mut Attributes) {
        match assign.path.text().as_str() {
            "reason" => attributes.reason = text(&assign.value, &mut self.checker.diagnostics),
            "by" => attributes.by = text(&assign.value, &mut self.checker.diagnostics),
            "owner" | "ticket" => {
                text(&assign.value, &mut self.checker.diagnostics);
            }
            other => self.checker.diagnostics.push(
                Diagnostic::new(
                    codes::INCOMPLETE_DECISION,
                    assign.path.span,
                    format!("a decision has no attribute `{other}`"),
                )
                .note("decisions have: `reason`, `by`, `owner`, `ticket`")
                .did_you_mean(other, KNOWN),
            ),
        }
    }

    fn needed(&mut self, name: &str, value: &str, word: &str) {
        let assigned = |assign: &&Assign| assign.path.text() == name;
        let written = self.decl.body.assigns.iter().find(assigned);
        let text = |assign: &Assign| matches!(assign.value.kind, crate::decl::ExprKind::Literal(_));
        if value.trim().is_empty() && written.is_none_or(text) && !self.decl.body.refused {
            let message = format!("this `{word}` does not say {}", if name == "by" { "who decided" } else { "why" });
            let diagnostic = Diagnostic::new(codes::INCOMPLETE_DECISION, self.decl.span, message)
                .label(format!("needs `{name} = \"…\"`"));
            self.checker.diagnostics.push(diagnostic);
        }
    }
}

/// What decisions may say besides their threat and target.
const KNOWN: [&str; 4] = ["reason", "by", "owner", "ticket"];

#[derive(Default)]
struct Attributes {
    reason: Arc<str>,
    by: Arc<str>,
}
