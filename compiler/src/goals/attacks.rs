//! Attacks: trees of steps toward a goal, and how far an attacker gets.

use super::{Goal, Head, Reader, head, index, stands};
use crate::codes;
use crate::decl::{AttackNode, Decl, DeclKind, Path};
use crate::diagnostic::Diagnostic;
use crate::ids::{ElementId, RuleId};
use crate::library::RuleCarrier;
use crate::model::targets;
use crate::source::Span;

/// How far an attacker gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// Not past here: the threat is not there, or is held off.
    Stopped,
    /// It hangs on facts that nobody stated.
    Possible,
    /// Past here.
    Open,
}

/// An attack.
#[derive(Clone, Debug)]
pub struct Attack {
    /// Name, title, documentation, place.
    pub head: Head,
    /// The goal.
    pub goal: usize,
    /// Its steps, all of which are needed.
    pub steps: Vec<Step>,
    /// How far an attacker gets on it.
    pub progress: Progress,
}

/// A node of the tree.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it is.
    pub kind: StepKind,
    /// How far an attacker gets with it.
    pub progress: Progress,
}

/// What a node of the tree is.
#[derive(Clone, Debug)]
pub enum StepKind {
    /// One of these is enough.
    Any(Vec<Step>),
    /// All of these are needed.
    All(Vec<Step>),
    /// Something in words, which nothing in the model stops.
    Words(String),
    /// A threat on an element.
    Threat {
        /// The rule.
        rule: RuleId,
        /// The element.
        element: ElementId,
        /// What was found of it, as indices.
        threats: Vec<usize>,
    },
}

impl Reader<'_> {
    pub(super) fn attack(&mut self, decl: &Decl, goals: &[Goal]) -> Option<Attack> {
        let DeclKind::Attack(toward) = &decl.kind else {
            return None;
        };
        let head = head(decl)?;
        let goal = self.find(&toward.text(), toward.span, "goal", goals.iter().map(|goal| &goal.head));
        let steps = self.steps(&decl.body.attack, head.span);
        let progress = all(&steps);
        Some(Attack { head, goal: goal?, steps, progress })
    }

    /// Steps that stand beside each other; there must be some.
    fn steps(&mut self, nodes: &[AttackNode], span: Span) -> Vec<Step> {
        if nodes.is_empty() {
            let diagnostic = Diagnostic::new(codes::BAD_TEST, span, "there are no steps here");
            self.checker.diagnostics.push(diagnostic.help("add `step \"…\"` or `step Threat on element`"));
        }
        nodes.iter().filter_map(|node| self.step(node)).collect()
    }

    fn step(&mut self, node: &AttackNode) -> Option<Step> {
        Some(match node {
            AttackNode::Any(inner, span) => {
                let steps = self.steps(inner, *span);
                Step { progress: any(&steps), kind: StepKind::Any(steps) }
            }
            AttackNode::All(inner, span) => {
                let steps = self.steps(inner, *span);
                Step { progress: all(&steps), kind: StepKind::All(steps) }
            }
            AttackNode::Step(title) => {
                Step { kind: StepKind::Words(title.value.to_string()), progress: Progress::Open }
            }
            AttackNode::Threat(rule, element) => self.threat(rule, element)?,
        })
    }

    fn threat(&mut self, path: &Path, on: &Path) -> Option<Step> {
        let rule = self.checker.rule(path);
        let element = targets::element(&mut self.checker, self.model, on);
        let (rule, element) = (rule?, element?);
        self.may_carry(rule, element, path, on);
        let threats =
            self.found.get_or_init(|| index(self.assessed)).get(&(rule, element)).cloned().unwrap_or_default();
        let each = threats.iter().map(|index| progress(stands(&self.assessed.threats[*index])));
        let progress = each.max().unwrap_or(Progress::Stopped);
        Some(Step { kind: StepKind::Threat { rule, element, threats }, progress })
    }

    /// A threat that is never about such an element would stop every attack.
    fn may_carry(&mut self, rule: RuleId, element: ElementId, path: &Path, on: &Path) {
        let library = self.checker.library;
        let may = match &library.rules[rule].carrier {
            RuleCarrier::One(id) => *id == element,
            RuleCarrier::Each(types) => {
                let own = self.model.elements[element].ty;
                types.iter().any(|ty| library.is_subtype(own, *ty))
            }
        };
        if !may {
            let message = format!("`{}` is never found on `{}`", path.text(), on.text());
            let diagnostic =
                Diagnostic::new(codes::TYPE_MISMATCH, on.span, message).label("it is about something else");
            self.checker.diagnostics.push(diagnostic);
        }
    }
}

fn progress(stands: Option<bool>) -> Progress {
    match stands {
        Some(true) => Progress::Open,
        Some(false) => Progress::Stopped,
        None => Progress::Possible,
    }
}

fn all(steps: &[Step]) -> Progress {
    steps.iter().map(|step| step.progress).min().unwrap_or(Progress::Stopped)
}

fn any(steps: &[Step]) -> Progress {
    steps.iter().map(|step| step.progress).max().unwrap_or(Progress::Stopped)
}
