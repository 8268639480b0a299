//! The verdict over the whole analysis, by the model's own appetite.

use crate::analysis::{Analysis, is_finding};
use crate::assess::Threat as Assessed;
use crate::document::{Against, Gate};

impl Analysis {
    /// Threats above the appetite, broken policies, decisions that lapsed or match nothing; of an invalid model its errors alone.
    pub(super) fn gate(&self) -> Gate {
        let errors = self.errors();
        if !errors.is_empty() {
            return Gate::of(errors, false);
        }
        let mut against: Vec<Against> =
            self.assessed.threats.iter().filter(|threat| threat.above_appetite).map(|one| self.above(one)).collect();
        against.extend(self.broken_policies());
        against.extend(self.lapsed_decisions());
        against.extend(self.failing_controls());
        Gate::of(against, self.assessed.appetite.is_some())
    }

    fn above(&self, threat: &Assessed) -> Against {
        let (level, appetite) = (self.title_of(Some(threat.residual.level.1)), self.title_of(self.assessed.appetite));
        Against {
            kind: "threat".into(),
            subject: threat.id.clone(),
            text: format!("its residual risk is {level}, above the appetite ({appetite})"),
            location: self.location(self.model.elements[threat.instance.carrier].span),
        }
    }

    fn broken_policies(&self) -> impl Iterator<Item = Against> {
        let broken = self.policies.iter().filter(|result| !result.broken_by.is_empty());
        broken.map(|result| {
            let policy = &self.library.policies[result.policy];
            let by: Vec<String> = result.broken_by.iter().map(|id| format!("`{}`", self.id(*id))).collect();
            Against {
                kind: "policy".into(),
                subject: policy.name.to_string(),
                text: format!("broken by {}", by.join(", ")),
                location: self.location(policy.span),
            }
        })
    }

    fn lapsed_decisions(&self) -> impl Iterator<Item = Against> {
        let decisions = self.assessed.decisions.iter().zip(&self.assessed.covered);
        decisions.filter_map(|(decision, covered)| {
            let (kind, text) = match covered.is_empty() {
                true => ("unmatched", "it matches no threat".to_owned()),
                false if decision.expired(self.today) => (
                    "expired",
                    format!("it expired on {}", decision.until.map_or_else(String::new, |day| day.to_string())),
                ),
                false => return None,
            };
            let rule = &self.library.rules[decision.rule].name;
            let subject = format!("{} {rule} on {}", decision.kind.word(), decision.target);
            Some(Against { kind: kind.into(), subject, text, location: self.location(decision.span) })
        })
    }

    /// Errors that are not told as one of the others.
    fn errors(&self) -> Vec<Against> {
        let errors = self.diagnostics.iter().filter(|one| one.severity == crate::diagnostic::Severity::Error);
        let errors = errors.filter(|one| !is_finding(one.code));
        errors
            .map(|one| Against {
                kind: "error".into(),
                subject: one.code.into(),
                text: one.message.clone(),
                location: self.location(one.span()),
            })
            .collect()
    }
}
