//! Decisions: what they are about, whether they still hold, which threats they cover.

use crate::check::Checker;
use crate::codes;
use crate::decl::{Assign, Decl, DeclKind, Expr, Kind, Path, Target, TargetKind};
use crate::derive::Instance;
use crate::diagnostic::Diagnostic;
use crate::evaluate::Evaluator;
use crate::ids::{ElementId, RuleId, TypeId};
use crate::library::{ControlUse, Library, Site, control_uses, roots};
use crate::model::{Details, Model, Status, misplaced, targets, text};
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
    /// True where it covers only what a condition is true of.
    pub fn has_condition(&self) -> bool {
        matches!(self.coverage, Coverage::Wildcard { condition: Some(_), .. })
    }

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
        if let (Some(rule), Some(coverage), Some(DecisionKind::Mitigate { controls, .. })) = (rule_id, &coverage, &kind)
        {
            self.may_stand(rule, coverage, controls);
        }
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
            TargetKind::Path(path) => {
                let (element, witness) = targets::place(&mut self.checker, self.model, path)?;
                Some(Coverage::Element(element, witness))
            }
            TargetKind::Flow(from, to) => {
                let (flow, witness) = targets::flow(&mut self.checker, self.model, from, to)?;
                Some(Coverage::Element(flow, witness))
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

    /// A control holds off a threat where it could be applied, or where the rule looks for it.
    fn may_stand(&mut self, rule: RuleId, coverage: &Coverage, controls: &[ControlUse]) {
        let library = self.checker.library;
        for used in controls {
            if let Some(on) = &used.on {
                let diagnostic =
                    Diagnostic::new(codes::BAD_CONTROL, on.span, "`mitigate` does not say where a control stands")
                        .label("means nothing here")
                        .help("leave it out: the decision is about the element that it names before `with`");
                self.checker.diagnostics.push(diagnostic);
            }
            let listed = &library.rules[rule].mitigated_by;
            let looked_for = listed.iter().any(|known| known.control == used.control && known.on.is_some());
            if !looked_for && !self.fits(&library.controls[used.control].on, coverage) {
                let place = match coverage {
                    Coverage::Element(id, _) => self.model.elements[*id].kind.word(),
                    Coverage::Wildcard { ty, .. } => library.types[*ty].kind.map_or("node", |kind| kind.word()),
                };
                self.checker.diagnostics.push(misplaced(library, used.control, place, used.span));
            }
        }
    }

    /// True where one of some types is that of what a decision covers, of an end of it, or of a boundary around it.
    fn fits(&self, on: &[TypeId], coverage: &Coverage) -> bool {
        let library = self.checker.library;
        let is = |ty: TypeId| on.iter().any(|wanted| library.is_subtype(ty, *wanted));
        let everywhere = on.is_empty() || on.contains(&roots::MODEL);
        everywhere
            || match coverage {
                Coverage::Element(id, _) => {
                    let element = &self.model.elements[*id];
                    let whole = matches!(element.kind, Kind::Boundary | Kind::Model | Kind::Data);
                    let ends = element.ends.into_iter().flat_map(|(from, to)| [from, to]);
                    let mut near = ends.chain(self.model.structure.around(*id));
                    whole || is(element.ty) || near.any(|id| is(self.model.elements[id].ty))
                }
                Coverage::Wildcard { ty, .. } => {
                    let kind = library.types[*ty].kind;
                    let nodes = kind.is_none_or(Kind::is_node);
                    let part = on.iter().any(|wanted| library.is_subtype(*wanted, *ty));
                    !nodes || is(*ty) || part || on.iter().any(|wanted| library.is_subtype(*wanted, roots::BOUNDARY))
                }
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
