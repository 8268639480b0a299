//! Objectives, attackers, goals, attacks and vulnerabilities in the document.

use crate::analysis::Analysis;
use crate::document::{Attack, AttackStep, Attacker, Goal, Objective, RiskMethod, Vulnerability};
use crate::goals::{Goal as Found, Progress, Step, StepKind};
use crate::ids::{ElementId, RuleId};

impl Analysis {
    pub(super) fn document_objectives(&self) -> Vec<Objective> {
        let method = self.risk_method();
        let objectives = self.aims.objectives.iter().enumerate();
        objectives
            .map(|(index, objective)| Objective {
                name: objective.head.name.clone(),
                title: objective.head.title.clone(),
                doc: objective.head.doc.clone(),
                protects: self.all_ids(&objective.protects),
                impact: objective.impact.clone(),
                impact_title: method.impact_title(&objective.impact),
                goals: self.goals_where(|goal| goal.objective == Some(index)),
                location: self.location(objective.head.span),
            })
            .collect()
    }

    pub(super) fn document_attackers(&self) -> Vec<Attacker> {
        let method = self.risk_method();
        let attackers = self.aims.attackers.iter().enumerate();
        attackers
            .map(|(index, attacker)| Attacker {
                name: attacker.head.name.clone(),
                title: attacker.head.title.clone(),
                doc: attacker.head.doc.clone(),
                starts_at: self.all_ids(&attacker.starts_at),
                skill: attacker.skill.clone(),
                skill_title: method.likelihood_title(&attacker.skill),
                motive: attacker.motive.clone(),
                goals: self.goals_where(|goal| goal.attacker == Some(index)),
                location: self.location(attacker.head.span),
            })
            .collect()
    }

    pub(super) fn document_goals(&self) -> Vec<Goal> {
        let method = self.risk_method();
        self.aims.goals.iter().enumerate().map(|(index, goal)| self.document_goal(index, goal, &method)).collect()
    }

    fn document_goal(&self, index: usize, goal: &Found, method: &RiskMethod) -> Goal {
        let aims = &self.aims;
        let attacks = aims.attacks.iter().filter(|attack| attack.goal == index);
        Goal {
            name: goal.head.name.clone(),
            title: goal.head.title.clone(),
            doc: goal.head.doc.clone(),
            attacker: goal.attacker.map(|index| aims.attackers[index].head.title.clone()).unwrap_or_default(),
            objective: goal.objective.map(|index| aims.objectives[index].head.name.clone()).unwrap_or_default(),
            impact: goal.impact.clone(),
            impact_title: method.impact_title(&goal.impact),
            target: self.id(goal.target),
            path: self.all_ids(&goal.path),
            threats: self.threat_ids(&goal.threats),
            attacks: attacks.map(|attack| attack.head.name.clone()).collect(),
            location: self.location(goal.head.span),
        }
    }

    pub(super) fn document_attacks(&self) -> Vec<Attack> {
        let attacks = self.aims.attacks.iter();
        attacks
            .map(|attack| Attack {
                name: attack.head.name.clone(),
                title: attack.head.title.clone(),
                doc: attack.head.doc.clone(),
                goal: self.aims.goals[attack.goal].head.name.clone(),
                progress: word(attack.progress).into(),
                steps: self.attack_steps(&attack.steps, 0),
                location: self.location(attack.head.span),
            })
            .collect()
    }

    /// The nodes of a tree, each before those below it.
    fn attack_steps(&self, steps: &[Step], depth: usize) -> Vec<AttackStep> {
        let nodes = steps.iter().flat_map(|step| {
            let below = match &step.kind {
                StepKind::Any(steps) | StepKind::All(steps) => self.attack_steps(steps, depth + 1),
                StepKind::Words(_) | StepKind::Threat { .. } => Vec::new(),
            };
            std::iter::once(self.attack_step(step, depth)).chain(below)
        });
        nodes.collect()
    }

    fn attack_step(&self, step: &Step, depth: usize) -> AttackStep {
        let plain = AttackStep { depth, progress: word(step.progress).into(), ..AttackStep::default() };
        match &step.kind {
            StepKind::Any(_) => AttackStep { kind: "any".into(), ..plain },
            StepKind::All(_) => AttackStep { kind: "all".into(), ..plain },
            StepKind::Words(title) => AttackStep { kind: "words".into(), title: title.clone(), ..plain },
            StepKind::Threat { rule, element, threats } => AttackStep {
                kind: "threat".into(),
                title: self.library.rules[*rule].title.to_string(),
                rule: self.library.rule_id(&self.library.rules[*rule]),
                element: self.id(*element),
                threats: self.threat_ids(threats),
                ..plain
            },
        }
    }

    pub(super) fn document_vulnerabilities(&self) -> Vec<Vulnerability> {
        let vulnerabilities = self.aims.vulnerabilities.iter();
        vulnerabilities
            .map(|one| Vulnerability {
                name: one.head.name.clone(),
                title: one.head.title.clone(),
                element: self.carrier_of(one.rule).map(|element| self.id(element)).unwrap_or_default(),
                threat: self.threat_of(one.rule),
                location: self.location(one.head.span),
            })
            .collect()
    }

    fn carrier_of(&self, rule: RuleId) -> Option<ElementId> {
        match self.library.rules[rule].carrier {
            crate::library::RuleCarrier::One(element) => Some(element),
            crate::library::RuleCarrier::Each(_) => None,
        }
    }

    fn threat_of(&self, rule: RuleId) -> String {
        let found = self.assessed.threats.iter().find(|threat| threat.instance.rule == rule);
        found.map(|threat| threat.id.clone()).unwrap_or_default()
    }

    fn goals_where(&self, wanted: impl Fn(&Found) -> bool) -> Vec<String> {
        self.aims.goals.iter().filter(|goal| wanted(goal)).map(|goal| goal.head.name.clone()).collect()
    }

    fn all_ids(&self, elements: &[ElementId]) -> Vec<String> {
        elements.iter().map(|id| self.id(*id)).collect()
    }

    fn threat_ids(&self, indices: &[usize]) -> Vec<String> {
        indices.iter().map(|index| self.assessed.threats[*index].id.clone()).collect()
    }
}

fn word(progress: Progress) -> &'static str {
    match progress {
        Progress::Open => "open",
        Progress::Possible => "possible",
        Progress::Stopped => "stopped",
    }
}
