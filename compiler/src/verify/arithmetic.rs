//! Rules and policies that stay undecided because what is stated cannot be computed with: amounts of unlike currencies,
//! division by zero. No answer to a question settles these; the fact or the rule has to change.

use crate::check::{Ex, ExKind};
use crate::codes;
use crate::decl::Op;
use crate::derive::{Derived, bind};
use crate::diagnostic::Diagnostic;
use crate::evaluate::{Evaluator, Fact, Operand, Trouble, TroubleKind};
use crate::explain::fact_words;
use crate::ids::{FnId, RuleId};
use crate::library::Library;
use crate::model::Model;
use crate::source::Span;
use crate::value::{Type, Value};
use rustc_hash::FxHashSet;

/// More than so many mistakes of this sort have one cause.
const MOST: usize = 100;

/// Looks again at what was not decided, where a rule or a policy computes.
pub(crate) fn troubles(library: &Library, model: &Model, derived: &Derived, diagnostics: &mut Vec<Diagnostic>) {
    let computing = Computing::of(library);
    let mut evaluator = Evaluator::new(library, model);
    evaluator.note_troubles();
    let mut found = Vec::new();
    if !computing.rules.is_empty() {
        let instances = derived.instances.iter().chain(&derived.absent_by_default);
        for instance in instances.filter(|instance| computing.rules.contains(&instance.rule)) {
            let rule = &library.rules[instance.rule];
            for part in rule.conditions.iter().chain(&rule.likelihood).chain(&rule.impact) {
                bind(&mut evaluator, instance);
                undecided(&mut evaluator, part, &mut found);
            }
        }
    }
    let obligations = library.policies.values().flat_map(|policy| &policy.obligations);
    for obligation in obligations.filter(|obligation| computing.has(&obligation.condition)) {
        let elements = model.structure.by_type.get(&obligation.ty).map(Vec::as_slice).unwrap_or_default();
        for id in elements.iter().filter(|id| model.is_own(**id)) {
            evaluator.prepare(obligation.slots);
            evaluator.set(0, Value::Element(*id));
            undecided(&mut evaluator, &obligation.condition, &mut found);
        }
    }
    let told = found.iter().take(MOST).map(|trouble| tell(library, model, trouble));
    diagnostics.extend(told);
}

/// Keeps the troubles of an expression that has no value because of them.
fn undecided(evaluator: &mut Evaluator<'_>, ex: &Ex, found: &mut Vec<Trouble>) {
    let value = evaluator.eval(ex);
    let troubles = evaluator.take_troubles();
    if matches!(value, Value::Unknown | Value::Range(_)) {
        found.extend(troubles);
    }
}

/// The rules that divide or handle amounts, themselves or in a function they call.
struct Computing {
    functions: FxHashSet<FnId>,
    rules: FxHashSet<RuleId>,
}

impl Computing {
    fn of(library: &Library) -> Self {
        let mut computing = Self { functions: FxHashSet::default(), rules: FxHashSet::default() };
        // Calls go to what is computed already after as many rounds as calls are deep; few functions compute at all.
        while let Some(more) = computing.next_function(library) {
            computing.functions.insert(more);
        }
        for (id, rule) in library.rules.iter() {
            let mut parts = rule.conditions.iter().chain(&rule.likelihood).chain(&rule.impact);
            if parts.any(|ex| computing.has(ex)) {
                computing.rules.insert(id);
            }
        }
        computing
    }

    fn next_function(&self, library: &Library) -> Option<FnId> {
        let mut others = library.functions.iter().filter(|(id, _)| !self.functions.contains(id));
        others
            .find(|(_, function)| function.as_ref().is_some_and(|function| self.has(&function.body)))
            .map(|(id, _)| id)
    }

    fn has(&self, ex: &Ex) -> bool {
        let mut found = false;
        ex.walk(&mut |ex| {
            found |= match &ex.kind {
                ExKind::Arith(_, rest) => ex.ty == Type::Money || rest.iter().any(|(op, _)| *op == Op::Div),
                ExKind::Compare(_, left, right) => left.ty == Type::Money || right.ty == Type::Money,
                ExKind::Call { function, .. } => self.functions.contains(function),
                _ => false,
            };
        });
        found
    }
}

fn tell(library: &Library, model: &Model, trouble: &Trouble) -> Diagnostic {
    match trouble.kind {
        TroubleKind::Currencies => unlike(library, model, &trouble.operands),
        TroubleKind::Zero => zero(library, model, &trouble.operands),
    }
}

/// The last written fact that an operand rests on, and where.
fn written(operand: &Operand) -> Option<(&Fact, Span)> {
    operand.facts.iter().rev().find_map(|fact| Some((fact, fact.origin.span()?)))
}

fn name(library: &Library, model: &Model, fact: &Fact) -> String {
    let (subject, property, _) = fact_words(library, model, fact);
    format!("{subject}.{property}")
}

fn unlike(library: &Library, model: &Model, operands: &[Operand; 2]) -> Diagnostic {
    let currency = |operand: &Operand| match &operand.value.ends().0 {
        Value::Money(_, currency) => String::from_utf8_lossy(currency).into_owned(),
        _ => String::new(),
    };
    let (here, other) = match written(&operands[0]) {
        Some(_) => (&operands[0], &operands[1]),
        None => (&operands[1], &operands[0]),
    };
    let (this, that) = (currency(here), currency(other));
    let place = written(other).map_or(other.span, |(_, span)| span);
    let (span, what) = match written(here) {
        Some((fact, span)) => (span, format!("`{}`", name(library, model, fact))),
        None => (here.span, "this".to_owned()),
    };
    Diagnostic::new(codes::UNLIKE_COMPARED, span, format!("{what} is in {this}, and a rule computes it with {that}"))
        .label(format!("an amount of {this}"))
        .also(place, format!("an amount of {that}"))
        .help(format!("state both in {that}, or both in {this}: nobody says here what one is worth in the other"))
}

fn zero(library: &Library, model: &Model, operands: &[Operand; 2]) -> Diagnostic {
    let divisor = &operands[1];
    let help = "state another number, or let the rule ask first: `n > 0 and 5 / n > 1`";
    match written(divisor) {
        Some((fact, span)) => {
            let message = format!("a rule divides by `{}`, which is 0", name(library, model, fact));
            Diagnostic::new(codes::DIVISION_BY_ZERO, span, message).label("zero").also(divisor.span, "divides by it")
        }
        None => Diagnostic::new(codes::DIVISION_BY_ZERO, divisor.span, "this divides by zero").label("zero here"),
    }
    .help(help)
}
