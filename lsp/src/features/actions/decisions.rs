//! Decisions about a threat, as whole declarations: planned and implemented controls, acceptance, dismissal.

use super::controls::{lowered, stands_here};
use super::facts::fixes;
use super::{Action, control_name, rule_name};
use crate::insert;
use crate::snapshot::Snapshot;
use jiff::ToSpan as _;
use tm_compiler::assess::Threat;
use tm_compiler::decl::{Decl, DeclKind};
use tm_compiler::evaluate::Evaluator;
use tm_compiler::ids::ControlId;
use tm_compiler::library::FixInfo;
use tm_compiler::model::contradicts;
use tm_compiler::source::FileId;
use tm_compiler::value::Value;

/// Controls that are offered for a threat, those first that its rule names first: a longer menu is not read.
const MOST_CONTROLS: usize = 4;

/// The decisions that can be taken about a threat.
pub fn decisions(at: &Snapshot, file: FileId, threat: &Threat) -> Vec<Action> {
    let writer = Writer { at, file: home(at, file), threat, about: about(at, threat) };
    let mut found = writer.mitigations();
    found.extend([writer.accept(), writer.dismiss()]);
    found
}

/// The threat and what carries it, as a decision names them.
fn about(at: &Snapshot, threat: &Threat) -> String {
    let instance = &threat.instance;
    let mut about = format!("{} on {}", rule_name(at, instance.rule), at.model().target_words(instance.carrier));
    for witness in instance.witnesses.iter().filter_map(Value::element) {
        about.push('.');
        about.push_str(at.model().roster.id_of(witness));
    }
    about
}

/// Where decisions go: where the package has most of them already, else the file at hand.
fn home(at: &Snapshot, file: FileId) -> FileId {
    let package = at.study.packages.root();
    let Some(package) = at.study.packages.get(package) else {
        return file;
    };
    let count = |file: FileId| at.decls(file).iter().filter(|decl| decides(decl)).count();
    let (mut best, mut most) = (file, count(file));
    for other in package.files.iter().copied().filter(|other| !at.path(*other).ends_with(".test.tm")) {
        let number = count(other);
        if number > most {
            (best, most) = (other, number);
        }
    }
    best
}

fn decides(decl: &Decl) -> bool {
    matches!(
        decl.kind,
        DeclKind::Accept { .. } | DeclKind::Dismiss { .. } | DeclKind::Transfer { .. } | DeclKind::Mitigate { .. }
    )
}

struct Writer<'a> {
    at: &'a Snapshot,
    file: FileId,
    threat: &'a Threat,
    about: String,
}

impl<'a> Writer<'a> {
    fn action(&self, title: String, declaration: &str) -> Action {
        Action::answer(self.threat, title, vec![insert::at_end(self.at, self.file, declaration)])
    }

    /// Each fix planned by the control that establishes it, then each control that the rule lists and nobody uses.
    fn mitigations(&self) -> Vec<Action> {
        let mut found = Vec::new();
        let mut evaluator = Evaluator::new(self.at.library(), self.at.model());
        let mut planned: Vec<ControlId> = Vec::new();
        for resolved in fixes(self.at, &mut evaluator, self.threat) {
            let mut establishing = self.threat.missing.iter().filter(|id| self.establishes(**id, resolved.fix));
            if let Some(id) = establishing.next().filter(|id| !planned.contains(id)) {
                let name = control_name(self.at, *id);
                let title = format!("{}: plan it (mitigate `{}` with `{name}`)", resolved.fix.title, self.about);
                found.push(self.mitigate(title, &name, "planned"));
                planned.push(*id);
            }
            planned.extend(establishing);
        }
        let others = self.threat.missing.iter().filter(|id| !planned.contains(id));
        for id in others.take(MOST_CONTROLS) {
            let (name, effect) = (control_name(self.at, *id), self.effect(*id));
            let title = format!("mitigate `{}` with `{name}`, {effect}", self.about);
            let carrier = self.threat.instance.carrier;
            let denied = contradicts(self.at.library(), self.at.model(), *id, carrier);
            if !denied && !stands_here(self.at, carrier, self.threat, *id) {
                found.push(self.mitigate(title, &name, "implemented"));
            }
            found.push(self.mitigate(format!("plan `{name}` for `{}`, {effect}", self.about), &name, "planned"));
        }
        found
    }

    fn mitigate(&self, title: String, control: &str, status: &str) -> Action {
        self.action(title, &format!("mitigate {} with {control} {{\n  status = {status}\n}}", self.about))
    }

    /// True where the control, implemented, makes all of the fix's facts true of what carries the threat. What is so
    /// already needs no control.
    fn establishes(&self, id: ControlId, fix: &FixInfo) -> bool {
        let mut evaluator = Evaluator::new(self.at.library(), self.at.model());
        tm_compiler::derive::bind(&mut evaluator, &self.threat.instance);
        let facts = &self.at.library().controls[id].facts;
        fix.facts.iter().all(|fact| {
            let (element, value) = (evaluator.eval(&fact.element).element(), evaluator.eval(&fact.value));
            element.is_some_and(|element| evaluator.look_up(element, fact.property).0 == value)
                || facts.iter().any(|(prop, known, _)| *prop == fact.property && *known == value)
        })
    }

    /// What the control removes of the threat, and what that makes of its risk.
    fn effect(&self, id: ControlId) -> String {
        let library = self.at.library();
        let info = &library.controls[id];
        let used = library.rules[self.threat.instance.rule].mitigated_by.iter().find(|used| used.control == id);
        let share = used.and_then(|used| used.strength).unwrap_or(info.strength);
        let removes = format!("removes {}% of the {}", (share * 100.0).round(), info.reduces.word());
        match lowered(self.at, self.threat, id) {
            Some((before, after)) => format!("{removes}: {before} to {after}"),
            None => removes,
        }
    }

    /// Who and why are to be filled in: until then it is a mistake and decides nothing.
    fn accept(&self) -> Action {
        let today = self.at.analysis().today;
        let until = today.checked_add(1.year()).unwrap_or(today);
        let title = format!("accept `{}` until {until}", self.about);
        self.action(title, &format!("accept {} until {until} {{\n  by = \"\"\n  reason = \"\"\n}}", self.about))
    }

    fn dismiss(&self) -> Action {
        let title = format!("dismiss `{}`: it does not apply", self.about);
        self.action(title, &format!("dismiss {} {{ reason = \"\" }}", self.about))
    }
}
