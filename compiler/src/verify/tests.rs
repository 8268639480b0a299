//! `test` blocks: the model with its decisions, or a small world of its own.

use super::coverage::Coverage;
use super::requirements::{Fulfilment, requirement};
use crate::analysis::{Analysis, judge, scope, sort};
use crate::assess::{Assessed, Figure, Method, Status, Threat, assess};
use crate::check::{Builtin, Checker};
use crate::codes;
use crate::decl::{Decl, DeclKind, Expectation, Expr, Kind, Path, Target, TargetKind, Verdict as Wanted};
use crate::derive::{Derived, Instance, Scope, Verdict, derive};
use crate::diagnostic::Diagnostic;
use crate::document::Location;
use crate::drift;
use crate::evaluate::{Evaluator, Risks};
use crate::explain;
use crate::ids::{ElementId, PolicyId, RuleId};
use crate::library::{Built, Def, Library, build};
use crate::model::{Model, build_test, targets};
use crate::package::{Package, PackageId, Packages, Pinned, hint, load};
use crate::source::{Sources, Span};
use crate::value::Value;
use crate::world::World;
use jiff::civil::Date;
use std::sync::Arc;

/// The result of one test.
#[derive(Clone, Debug)]
pub struct TestResult {
    /// What it shows.
    pub name: String,
    /// Where it is written.
    pub location: Location,
    /// What failed; none where it passed.
    pub failures: Vec<Diagnostic>,
}

/// The results of all tests of a package.
#[derive(Debug)]
pub struct TestReport {
    /// The analysis of the package.
    pub analysis: Arc<Analysis>,
    /// The tests, in order.
    pub results: Vec<TestResult>,
    /// Rules and requirements of the package that no test fires.
    pub silent_rules: Vec<String>,
    /// Rules and requirements of the package for which no test expects silence.
    pub loud_rules: Vec<String>,
    /// Properties that the package declares and no rule reads.
    pub unread_properties: Vec<String>,
    /// Controls that the package declares and no rule lists.
    pub idle_controls: Vec<String>,
    /// Files.
    pub sources: Sources,
}

/// Runs the tests of the World's entry.
pub fn run_tests(world: &dyn World) -> TestReport {
    let packages = load(world);
    let mut built = build(&packages);
    let analysis = judge(&packages, &built, world.today());
    let analysis = with_tests(&packages, &mut built, analysis);
    let mut analysis = Analysis { library: built.library.clone(), ..analysis };
    drift::lint(world, &packages, &mut analysis);
    hint(world, &packages.sources, &mut analysis.diagnostics);
    let root = packages.root();
    let mut coverage = Coverage::default();
    let mut results = Vec::new();
    let tests: Vec<&Decl> = packages
        .get(root)
        .map(|package| package.decls().filter(|decl| matches!(decl.kind, DeclKind::Test { .. })).collect())
        .unwrap_or_default();
    for decl in tests {
        let mut runner = Runner {
            built: &mut built,
            analysis: &analysis,
            package: root,
            today: world.today(),
            pinned: packages.pinned,
            coverage: &mut coverage,
        };
        let mut failures = runner.run(decl);
        coverage.expected(&built.library, root, decl);
        hint(world, &packages.sources, &mut failures);
        let location = Location::of(&packages.sources, decl.span);
        let name = decl.title.as_ref().map_or_else(String::new, |title| title.value.to_string());
        results.push(TestResult { name, location, failures });
    }
    let silent_rules = coverage.silent_rules(&built.library, root);
    let loud_rules = coverage.loud_rules(&built.library, root);
    let files = packages.get(root).map(|package| package.files.as_slice()).unwrap_or_default();
    let unread_properties = super::coverage::unread_properties(&built.library, root, files);
    let idle_controls = super::coverage::idle_controls(&built.library, root);
    TestReport {
        sources: analysis.sources.clone(),
        analysis: Arc::new(analysis),
        results,
        silent_rules,
        loud_rules,
        unread_properties,
        idle_controls,
    }
}

struct Runner<'r, 'a> {
    built: &'r mut Built<'a>,
    analysis: &'r Analysis,
    package: PackageId,
    today: Date,
    pinned: Pinned,
    coverage: &'r mut Coverage,
}

/// Adds to an analysis what is wrong in the root package's tests; nothing is evaluated.
pub(crate) fn with_tests(packages: &Packages, built: &mut Built<'_>, mut analysis: Analysis) -> Analysis {
    let package = packages.root();
    let tests = packages.get(package).into_iter().flat_map(Package::decls);
    let mut found = Vec::new();
    for decl in tests {
        if let DeclKind::Test { with } = &decl.kind {
            examine(built, &analysis, decl, with.as_ref(), &mut found);
        }
    }
    if !found.is_empty() {
        analysis.diagnostics.append(&mut found);
        sort(&mut analysis.diagnostics);
    }
    analysis
}

/// What is wrong in a test, before it runs.
fn examine(built: &mut Built<'_>, analysis: &Analysis, decl: &Decl, with: Option<&Path>, found: &mut Vec<Diagnostic>) {
    let unread = |found: &Diagnostic| {
        let (at, whole) = (found.span(), decl.span);
        (at.file, at.start >= whole.start, at.end <= whole.end) == (whole.file, true, true)
    };
    if decl.body.expectations.is_empty() && !analysis.diagnostics.iter().any(unread) {
        found.push(
            Diagnostic::new(codes::BAD_TEST, decl.span, "this test expects nothing")
                .help("add `expect THREAT on ELEMENT`"),
        );
    }
    let package = analysis.package;
    let derived = Derived::default();
    let stage = match with {
        Some(path) => {
            let model = with_model(built, package, decl, path, found);
            model.then(|| (None, analysis.assessed.matrix))
        }
        None => {
            let before = found.len();
            let model = build_test(&mut built.library, &analysis.model, &decl.body.decls, package, found);
            let matrix = Method::chosen(&built.library, &model);
            (found.len() == before).then_some((Some(model), matrix))
        }
    };
    if let Some((own, matrix)) = stage {
        let model = own.as_ref().unwrap_or(&analysis.model);
        let assessed = Assessed { matrix, ..Assessed::default() };
        let stage = Stage { library: &built.library, model, derived: &derived, assessed: &assessed, package };
        found.append(&mut stage.mistakes(decl));
    }
}

/// True where a test is about a model that is there.
fn with_model(built: &Built<'_>, package: PackageId, decl: &Decl, path: &Path, failures: &mut Vec<Diagnostic>) -> bool {
    let mut checker = Checker::new(&built.library, &built.roster, package);
    let found = match checker.lookup(path, "model") {
        Some(Def::Element(id)) if checker.roster.heads[id].kind == Kind::Model => true,
        Some(Def::Broken) | None => false,
        Some(other) => {
            checker.wrong_sort(path, other, "a model");
            false
        }
    };
    failures.append(&mut checker.diagnostics);
    if let Some(inner) = decl.body.decls.first() {
        let message = "a test `with` a model declares nothing of its own";
        failures.push(Diagnostic::new(codes::BAD_TEST, inner.span, message));
    }
    found
}

/// A world with what was found in it.
struct Stage<'s> {
    library: &'s Library,
    model: &'s Model,
    derived: &'s Derived,
    assessed: &'s Assessed,
    package: PackageId,
}

impl Runner<'_, '_> {
    fn run(&mut self, decl: &Decl) -> Vec<Diagnostic> {
        let mut failures = Vec::new();
        match &decl.kind {
            DeclKind::Test { with: Some(path) } => self.with_model(decl, path, &mut failures),
            _ => self.own_world(decl, &mut failures),
        }
        failures
    }

    fn with_model(&mut self, decl: &Decl, path: &Path, failures: &mut Vec<Diagnostic>) {
        if !with_model(self.built, self.package, decl, path, failures) {
            return;
        }
        let analysis = self.analysis;
        let stage = Stage {
            library: &self.built.library,
            model: &analysis.model,
            derived: &analysis.derived,
            assessed: &analysis.assessed,
            package: self.package,
        };
        stage.expectations(decl, failures);
        self.coverage.fired(&analysis.derived);
        self.coverage.met(&self.built.library, self.package, &analysis.model, &analysis.assessed);
    }

    fn own_world(&mut self, decl: &Decl, failures: &mut Vec<Diagnostic>) {
        let model = build_test(&mut self.built.library, &self.analysis.model, &decl.body.decls, self.package, failures);
        if !failures.is_empty() {
            return;
        }
        let scope = if model.model.is_some() { scope(&model) } else { Scope::default() };
        let derived = derive(&self.built.library, &model, &scope);
        let assessed = assess(&self.built.library, &model, &derived, &[], (self.today, self.pinned), failures);
        let stage = Stage {
            library: &self.built.library,
            model: &model,
            derived: &derived,
            assessed: &assessed,
            package: self.package,
        };
        stage.expectations(decl, failures);
        self.coverage.fired(&derived);
        self.coverage.met(&self.built.library, self.package, &model, &assessed);
    }
}

/// What an expectation names.
struct Named {
    def: Def,
    element: ElementId,
    witness: Option<ElementId>,
}

impl Stage<'_> {
    fn expectations(&self, decl: &Decl, failures: &mut Vec<Diagnostic>) {
        for expectation in &decl.body.expectations {
            match expectation {
                Expectation::Condition(condition) => self.condition(condition, failures),
                Expectation::Threat { verdict, rule, target, span } => {
                    self.threat(*verdict, rule, target, *span, failures)
                }
            }
        }
    }

    /// What is wrong in the expectations, before anything is evaluated.
    fn mistakes(&self, decl: &Decl) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for expectation in &decl.body.expectations {
            match expectation {
                Expectation::Condition(condition) => {
                    let mut checker = self.checker();
                    checker.condition(condition);
                    found.append(&mut checker.diagnostics);
                }
                Expectation::Threat { rule, target, .. } => drop(self.names(rule, target, &mut found)),
            }
        }
        found
    }

    /// What an expectation is about: a threat or a requirement, an element, and a witness where one is named.
    fn names(&self, rule: &Path, target: &Target, found: &mut Vec<Diagnostic>) -> Option<Named> {
        let mut checker = self.checker();
        let def = match checker.former_rule(rule).map(Def::Rule).or_else(|| checker.lookup(rule, "threat")) {
            Some(Def::Rule(id)) => Some(Def::Rule(id)),
            Some(Def::Policy(id)) if self.library.policies[id].requirement.is_some() => Some(Def::Policy(id)),
            Some(Def::Broken) | None => None,
            Some(other) => {
                checker.wrong_sort(rule, other, "a threat");
                None
            }
        };
        let place = self.place(&mut checker, target);
        found.append(&mut checker.diagnostics);
        let (element, witness) = place?;
        Some(Named { def: def?, element, witness })
    }

    fn checker(&self) -> Checker<'_> {
        let mut checker = Checker::new(self.library, &self.model.roster, self.package);
        checker.in_test = true;
        checker.risk_scale =
            self.assessed.matrix.and_then(|id| self.library.matrices.get(id)).map(|matrix| matrix.risk);
        checker
    }

    fn condition(&self, condition: &Expr, failures: &mut Vec<Diagnostic>) {
        let mut checker = self.checker();
        let checked = checker.condition(condition);
        if !checker.diagnostics.is_empty() {
            failures.append(&mut checker.diagnostics);
            return;
        }
        let mut evaluator = Evaluator::new(self.library, self.model);
        evaluator.prepare(checker.slots);
        let risks = Levels { assessed: self.assessed, library: self.library };
        evaluator.risks = Some(&risks);
        let truth = evaluator.truth(&checked);
        if truth == Some(true) {
            return;
        }
        let is = if truth.is_none() { "unknown" } else { "false" };
        let mut diagnostic =
            Diagnostic::new(codes::FAILED_TEST, condition.span, format!("expected this to be true, it is {is}"));
        if let crate::check::ExKind::Compare(_, left, _) = &checked.kind {
            let value = evaluator.eval(left);
            diagnostic =
                diagnostic.also(left.span, format!("this is {}", value.show(self.library, &self.model.roster)));
        }
        failures.push(diagnostic);
    }

    fn threat(&self, wanted: Wanted, rule: &Path, target: &Target, span: Span, failures: &mut Vec<Diagnostic>) {
        let Some(Named { def, element, witness }) = self.names(rule, target, failures) else { return };
        let rule_id = match def {
            Def::Rule(id) => id,
            Def::Policy(id) => return failures.extend(self.gap(wanted, id, element, span)),
            _ => return,
        };
        let found = self.found(rule_id, element, witness);
        if found.0 == wanted {
            return;
        }
        failures.push(self.failure(wanted, found, rule_id, element, span));
    }

    /// A requirement is expected like a threat: `definite` is a gap, `possible` one that cannot be ruled out.
    fn gap(&self, wanted: Wanted, policy: PolicyId, element: ElementId, span: Span) -> Option<Diagnostic> {
        let judged = requirement(self.library, self.model, self.assessed, policy);
        let fulfilment = judged.places.iter().find(|place| place.element == element).map(|place| place.fulfilment);
        let fulfilment = fulfilment.unwrap_or(Fulfilment::NotApplicable);
        let found = match fulfilment {
            Fulfilment::Open | Fulfilment::Planned => Wanted::Definite,
            Fulfilment::Unknown | Fulfilment::Unclear => Wanted::Possible,
            Fulfilment::Met | Fulfilment::NotApplicable => Wanted::Absent,
        };
        let name = &self.library.policies[policy].name;
        let id = self.model.roster.id_of(element);
        let message = format!("`{name}` on `{id}` is {}, which is not what is expected", fulfilment.word());
        (found != wanted).then(|| Diagnostic::new(codes::FAILED_TEST, span, message).label(fulfilment.word()))
    }

    fn place(&self, checker: &mut Checker<'_>, target: &Target) -> Option<(ElementId, Option<ElementId>)> {
        match &target.kind {
            TargetKind::Path(path) => targets::place(checker, self.model, path),
            TargetKind::Flow(from, to) => targets::flow(checker, self.model, from, to),
            TargetKind::Wildcard(name, ..) => {
                checker.diagnostics.push(Diagnostic::new(
                    codes::BAD_TEST,
                    name.span,
                    "an expectation names one element",
                ));
                None
            }
        }
    }

    /// The surest verdict of the rule on the element.
    fn found(&self, rule: RuleId, element: ElementId, witness: Option<ElementId>) -> (Wanted, Option<&Instance>) {
        let matching = self.derived.instances.iter().filter(|instance| {
            let witnessed = witness.is_none_or(|witness| instance.witnesses.contains(&Value::Element(witness)));
            instance.rule == rule && instance.carrier == element && witnessed
        });
        let surest = matching.min_by_key(|instance| instance.verdict);
        let verdict = match surest.map(|instance| instance.verdict) {
            Some(Verdict::Definite) => Wanted::Definite,
            Some(Verdict::Assumed) => Wanted::Assumed,
            Some(Verdict::Possible) => Wanted::Possible,
            None => Wanted::Absent,
        };
        (verdict, surest)
    }

    fn failure(
        &self,
        wanted: Wanted,
        (found, instance): (Wanted, Option<&Instance>),
        rule: RuleId,
        element: ElementId,
        span: Span,
    ) -> Diagnostic {
        let (rule_info, id) = (&self.library.rules[rule], self.model.roster.id_of(element));
        let words = |verdict| match verdict {
            Wanted::Definite => "definite",
            Wanted::Assumed => "assumed",
            Wanted::Possible => "possible",
            Wanted::Absent => "absent",
        };
        let message =
            format!("expected `{}` on `{id}` to be {}, it is {}", rule_info.name, words(wanted), words(found));
        let mut diagnostic = Diagnostic::new(codes::FAILED_TEST, span, message).label(words(found));
        let steps = match instance {
            Some(instance) => explain::proof(&mut Evaluator::new(self.library, self.model), instance),
            None => explain::conditions(self.library, self.model, rule, element),
        };
        for explain::Step { span: condition, outcome, facts, .. } in steps.into_iter().take(6) {
            let because: Vec<String> = facts
                .iter()
                .map(|fact| {
                    let (subject, property, value) = explain::fact_words(self.library, self.model, fact);
                    format!("{subject}.{property} is {value}")
                })
                .collect();
            diagnostic = diagnostic.also(
                condition,
                match because.as_slice() {
                    [] => explain::truth_word(outcome).to_owned(),
                    _ => format!("{}: {}", explain::truth_word(outcome), because.join(", ")),
                },
            );
        }
        diagnostic
    }
}

/// The highest level among an element's threats.
struct Levels<'a> {
    assessed: &'a Assessed,
    library: &'a Library,
}

impl Risks for Levels<'_> {
    fn risk_of(&self, which: Builtin, element: ElementId) -> Value {
        let Some(method) = self.assessed.matrix.and_then(|id| Method::new(self.library, id)) else {
            return Value::Unknown;
        };
        let figure = |threat: &Threat| -> Figure {
            match which {
                Builtin::Inherent => threat.inherent,
                Builtin::Target => threat.target,
                _ => threat.residual,
            }
        };
        let own = self.assessed.threats.iter().filter(|threat| threat.instance.carrier == element);
        let own = own.filter(|threat| judged(which, threat));
        Value::Enum(method.matrix.risk, own.map(|threat| figure(threat).level.1).max().unwrap_or(0))
    }
}

/// Threats that a figure is about. A mitigated one still has a risk; one that somebody took or refuted has none left,
/// and only what is refuted was never there.
fn judged(which: Builtin, threat: &Threat) -> bool {
    let sure = threat.counts || threat.instance.verdict != Verdict::Possible;
    sure && threat.gates_from.is_none()
        && match threat.status {
            Status::Open | Status::Planned | Status::Mitigated => true,
            Status::Accepted | Status::Transferred => which == Builtin::Inherent,
            Status::Dismissed => false,
        }
}
