//! What is at stake and who is after it: objectives, attackers, their goals, and attacks as trees of steps.

mod attacks;
mod ways;

pub use attacks::{Attack, Progress, Step, StepKind};

use crate::assess::{Assessed, Threat};
use crate::check::Checker;
use crate::codes;
use crate::decl::{Assign, Decl, DeclKind, ExprKind};
use crate::derive::Verdict;
use crate::diagnostic::Diagnostic;
use crate::ids::{ElementId, RuleId};
use crate::library::{Def, Library, Rating, Site};
use crate::lower::path_of;
use crate::model::{Model, text};
use crate::references::Meaning;
use crate::source::Span;
use crate::views::{elements, unknown};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// What the declarations of all sorts have in common.
#[derive(Clone, Debug)]
pub struct Head {
    /// Its name.
    pub name: String,
    /// Its title; the name where it has none.
    pub title: String,
    /// Its documentation.
    pub doc: String,
    /// Where it is written.
    pub span: Span,
}

/// What the system is there for.
#[derive(Clone, Debug)]
pub struct Objective {
    /// Name, title, documentation, place.
    pub head: Head,
    /// What it protects.
    pub protects: Vec<ElementId>,
    /// How bad it is when it fails; empty where nothing is said.
    pub impact: String,
}

/// An attacker.
#[derive(Clone, Debug)]
pub struct Attacker {
    /// Name, title, documentation, place.
    pub head: Head,
    /// Where they are before they begin.
    pub starts_at: Vec<ElementId>,
    /// How able they are; empty where nothing is said.
    pub skill: String,
    /// What they want it for; empty where nothing is said.
    pub motive: String,
}

/// What an attacker wants.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Name, title, documentation, place.
    pub head: Head,
    /// The attacker.
    pub attacker: Option<usize>,
    /// The objective that it defeats.
    pub objective: Option<usize>,
    /// How bad it is when it is reached; empty where nothing is said.
    pub impact: String,
    /// What it aims at.
    pub target: ElementId,
    /// The shortest way there, nodes and flows in turn.
    pub path: Vec<ElementId>,
    /// Threats that stand open on that way, as indices.
    pub threats: Vec<usize>,
}

/// A vulnerability that somebody wrote down.
#[derive(Clone, Debug)]
pub struct Vulnerability {
    /// Name, title, documentation, place.
    pub head: Head,
    /// The rule that it became.
    pub rule: RuleId,
}

/// All of these that the root package declares, in the order of its text.
#[derive(Clone, Debug, Default)]
pub struct Aims {
    /// Objectives.
    pub objectives: Vec<Objective>,
    /// Attackers.
    pub attackers: Vec<Attacker>,
    /// Goals.
    pub goals: Vec<Goal>,
    /// Attacks.
    pub attacks: Vec<Attack>,
    /// Vulnerabilities.
    pub vulnerabilities: Vec<Vulnerability>,
}

/// Reads what the root package says about its attackers.
pub fn find(
    library: &Library,
    model: &Model,
    sites: &[Site<'_>],
    assessed: &Assessed,
    diagnostics: &mut Vec<Diagnostic>,
) -> Aims {
    let own = || sites.iter().filter(|site| site.package == model.root);
    let of = |wanted: fn(&DeclKind) -> bool| own().map(|site| site.decl).filter(move |decl| wanted(&decl.kind));
    let checker = Checker::new(library, &model.roster, model.root);
    let mut reader = Reader { checker, model, assessed, found: OnceCell::new() };
    let mut aims = Aims::default();
    for decl in of(|kind| matches!(kind, DeclKind::Objective)) {
        aims.objectives.extend(reader.objective(decl));
    }
    for decl in of(|kind| matches!(kind, DeclKind::Attacker)) {
        aims.attackers.extend(reader.attacker(decl));
    }
    for decl in of(|kind| matches!(kind, DeclKind::Goal)) {
        let goal = reader.goal(decl, &aims);
        aims.goals.extend(goal);
    }
    for decl in of(|kind| matches!(kind, DeclKind::Attack(_))) {
        let attack = reader.attack(decl, &aims.goals);
        aims.attacks.extend(attack);
    }
    aims.vulnerabilities = own().filter_map(vulnerability).collect();
    diagnostics.append(&mut reader.checker.diagnostics);
    aims
}

fn vulnerability(site: &Site<'_>) -> Option<Vulnerability> {
    match (site.def, &site.decl.kind) {
        (Some(Def::Rule(rule)), DeclKind::Vulnerability(_)) => Some(Vulnerability { head: head(site.decl)?, rule }),
        _ => None,
    }
}

fn head(decl: &Decl) -> Option<Head> {
    let name = decl.name.as_ref()?;
    Some(Head {
        name: name.name.to_string(),
        title: decl.title.as_ref().map_or_else(|| name.name.to_string(), |title| title.value.to_string()),
        doc: decl.doc.to_string(),
        span: name.span,
    })
}

fn index(assessed: &Assessed) -> FxHashMap<(RuleId, ElementId), Vec<usize>> {
    let mut found: FxHashMap<_, Vec<usize>> = FxHashMap::default();
    for (index, threat) in assessed.threats.iter().enumerate() {
        found.entry((threat.instance.rule, threat.instance.carrier)).or_default().push(index);
    }
    found
}

struct Reader<'a> {
    checker: Checker<'a>,
    model: &'a Model,
    assessed: &'a Assessed,
    /// Threats by rule and carrier, where an attack asks for them.
    found: OnceCell<FxHashMap<(RuleId, ElementId), Vec<usize>>>,
}

impl Reader<'_> {
    fn objective(&mut self, decl: &Decl) -> Option<Objective> {
        let mut objective = Objective { head: head(decl)?, protects: Vec::new(), impact: String::new() };
        for assign in &decl.body.assigns {
            match assign.path.text().as_str() {
                "protects" => objective.protects = elements(&mut self.checker, &assign.value),
                "impact" => objective.impact = self.level(assign, Rating::Impact),
                other => self.unknown(assign, "an objective", other, "protects, impact"),
            }
        }
        Some(objective)
    }

    fn attacker(&mut self, decl: &Decl) -> Option<Attacker> {
        let head = head(decl)?;
        let mut attacker = Attacker { head, starts_at: Vec::new(), skill: String::new(), motive: String::new() };
        for assign in &decl.body.assigns {
            match assign.path.text().as_str() {
                "starts_at" => attacker.starts_at = elements(&mut self.checker, &assign.value),
                "skill" => attacker.skill = self.level(assign, Rating::Likelihood),
                "motive" => attacker.motive = text(&assign.value, &mut self.checker.diagnostics).to_string(),
                other => self.unknown(assign, "an attacker", other, "starts_at, skill, motive"),
            }
        }
        Some(attacker)
    }

    fn goal(&mut self, decl: &Decl, aims: &Aims) -> Option<Goal> {
        let head = head(decl)?;
        let (mut target, mut attacker, mut objective, mut impact) = (None, None, None, String::new());
        for assign in &decl.body.assigns {
            match assign.path.text().as_str() {
                "target" => target = path_of(&assign.value).and_then(|path| self.checker.element(&path)),
                "attacker" => attacker = self.named(assign, "attacker", aims.attackers.iter().map(|one| &one.head)),
                "objective" => objective = self.named(assign, "objective", aims.objectives.iter().map(|one| &one.head)),
                "impact" => impact = self.level(assign, Rating::Impact),
                other => self.unknown(assign, "a goal", other, "attacker, target, impact, objective"),
            }
        }
        let Some(target) = target else {
            self.no_target(decl, &head);
            return None;
        };
        let starts = attacker.map(|index: usize| aims.attackers[index].starts_at.as_slice()).unwrap_or_default();
        let path = ways::way(self.model, starts, target);
        if path.is_empty() && !starts.is_empty() {
            self.no_way(&head, target);
        }
        let threats = self.open_on(&path);
        Some(Goal { head, attacker, objective, impact, target, path, threats })
    }

    fn no_target(&mut self, decl: &Decl, head: &Head) {
        if !decl.body.assigns.iter().any(|assign| assign.path.text() == "target") {
            let message = format!("the goal `{}` has no target", head.name);
            let diagnostic = Diagnostic::new(codes::BAD_TEST, head.span, message);
            self.checker.diagnostics.push(diagnostic.help("add `target = …`, data or an element"));
        }
    }

    fn no_way(&mut self, head: &Head, target: ElementId) {
        let message = format!("nothing leads to `{}`, which `{}` aims at", self.model.elements[target].id, head.name);
        let diagnostic = Diagnostic::new(codes::NO_WAY, head.span, message)
            .label("no conversation, and nothing that is read, joins where the attacker starts to what is wanted")
            .help("good news if every flow is drawn; else draw what is missing, or let the attacker start elsewhere");
        self.checker.diagnostics.push(diagnostic);
    }

    fn open_on(&self, path: &[ElementId]) -> Vec<usize> {
        let threats = self.assessed.threats.iter().enumerate();
        let open = threats.filter(|(_, threat)| threat.counts && path.contains(&threat.instance.carrier));
        open.map(|(index, _)| index).collect()
    }

    /// A level of some scale, as its name.
    fn level(&mut self, assign: &Assign, rating: Rating) -> String {
        match crate::library::level_scale(&self.checker, &assign.value, rating) {
            Some(id) => self.checker.expect(&assign.value, &crate::value::Type::Enum(id)),
            None => self.checker.infer(&assign.value),
        };
        let last = path_of(&assign.value).and_then(|path| path.segments.last().map(|name| name.name.to_string()));
        last.unwrap_or_default()
    }

    fn unknown(&mut self, assign: &Assign, owner: &str, name: &str, known: &str) {
        self.checker.diagnostics.push(unknown(assign.path.span, owner, name, known));
    }

    /// The declaration that a value names.
    fn named<'h>(&mut self, assign: &Assign, sort: &str, heads: impl Iterator<Item = &'h Head>) -> Option<usize> {
        match &assign.value.kind {
            ExprKind::Name(name) => self.find(name, assign.value.span, sort, heads),
            ExprKind::Error => None,
            _ => {
                let message = format!("the name of an {sort} is needed here");
                self.checker.diagnostics.push(Diagnostic::new(codes::WRONG_SORT, assign.value.span, message));
                None
            }
        }
    }

    fn find<'h>(&mut self, name: &str, span: Span, sort: &str, heads: impl Iterator<Item = &'h Head>) -> Option<usize> {
        let names: Vec<&String> = heads.map(|head| &head.name).collect();
        let found = names.iter().position(|known| *known == name);
        if found.is_some() {
            let checker = &self.checker;
            if let Some((def, declared)) = checker.library.scopes.declared(checker.package, name) {
                checker.library.recorder.note(span, Meaning::Def(def), Some(declared));
            }
        } else {
            let diagnostic = Diagnostic::new(codes::UNKNOWN_NAME, span, format!("there is no {sort} `{name}`"));
            self.checker.diagnostics.push(diagnostic.did_you_mean(name, names));
        }
        found
    }
}

/// True for a threat that a decision or control does not hold off; `None` where facts are missing.
fn stands(threat: &Threat) -> Option<bool> {
    use crate::assess::Status;
    match threat.status {
        Status::Mitigated | Status::Dismissed => Some(false),
        _ if threat.counts || threat.instance.verdict != Verdict::Possible => Some(true),
        _ => None,
    }
}
