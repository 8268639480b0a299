//! The whole pipeline over one package, and what it found.

use crate::again::Before;
use crate::assess::{Assessed, Method, assess};
use crate::builtins::attribute;
use crate::catalog::Catalogs;
use crate::codes;
use crate::derive::{Derived, Scope, Sights, derive, derive_noting};
use crate::diagnostic::{Diagnostic, Severity};
use crate::drift;
use crate::evaluate;
use crate::evidence;
use crate::goals::{self, Aims};
use crate::icons::Icons;
use crate::library::{Built, Library, build};
use crate::model::{self, Model};
use crate::package::{PackageId, Packages, Pinned, hint, load};
use crate::source::{FileId, Sources, Span};
use crate::value::Value;
use crate::verify::{PolicyResult, arithmetic, policies, requirements, with_tests};
use crate::views::{self, View};
use crate::world::World;
use jiff::civil::Date;
use std::sync::Arc;

/// How an analysis ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The source is valid, and nothing asks for attention.
    Clean,
    /// The source is valid; a decision has expired or matches nothing, or a policy is broken.
    Findings,
    /// The source is invalid.
    Invalid,
}

/// What the compiler found out about a package.
#[derive(Debug)]
pub struct Analysis {
    /// Day on which expiry was judged.
    pub today: Date,
    /// Name of the root package.
    pub package: PackageId,
    /// The library that the package pins, and the one that is there.
    pub pinned: Pinned,
    /// Files.
    pub sources: Sources,
    /// Catalogues.
    pub catalogs: Arc<Catalogs>,
    /// Icons of types.
    pub icons: Arc<Icons>,
    /// The files of the root package.
    pub root_files: Vec<FileId>,
    /// Types, rules, controls.
    pub library: Library,
    /// Elements.
    pub model: Model,
    /// Threat instances.
    pub derived: Derived,
    /// Threats with their risks and decisions.
    pub assessed: Assessed,
    /// Policies.
    pub policies: Vec<PolicyResult>,
    /// Objectives, attackers, goals, attacks.
    pub aims: Aims,
    /// Views.
    pub views: Vec<View>,
    /// Assumptions: name, title, documentation, place.
    pub assumptions: Vec<(String, String, String, crate::source::Span)>,
    /// Errors, warnings and notes, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Analyses the World's entry. The same World gives the same result.
pub fn analyse(world: &dyn World) -> Arc<Analysis> {
    let packages = load(world);
    let mut analysis = analyse_packages(&packages, world.today());
    drift::lint(world, &packages, &mut analysis);
    hint(world, &analysis.sources, &mut analysis.diagnostics);
    Arc::new(analysis)
}

/// Analyses packages that are loaded already.
pub fn analyse_packages(packages: &Packages, today: Date) -> Analysis {
    let mut built = build(packages);
    let analysis = judge(packages, &built, today);
    let analysis = with_tests(packages, &mut built, analysis);
    Analysis { library: built.library, ..analysis }
}

/// Everything after the libraries are built, but for the library itself, which the caller puts in.
pub(crate) fn judge(packages: &Packages, built: &Built<'_>, today: Date) -> Analysis {
    judge_with(packages, built, today, |library, model| derive(library, model, &scope(model)))
}

/// The same; what rules found about elements that are as before is kept.
pub(crate) fn judge_again(
    packages: &Packages,
    built: &Built<'_>,
    today: Date,
    before: Option<&Before>,
) -> (Analysis, Sights) {
    let mut sights = Sights::new();
    let analysis = judge_with(packages, built, today, |library, model| {
        let kept = before.and_then(|before| before.kept(packages, library, model));
        let found;
        (found, sights) = derive_noting(library, model, &scope(model), kept);
        found
    });
    (analysis, sights)
}

fn judge_with(
    packages: &Packages,
    built: &Built<'_>,
    today: Date,
    derive: impl FnOnce(&Library, &Model) -> Derived,
) -> Analysis {
    let root = packages.root();
    let mut diagnostics = packages.diagnostics.clone();
    diagnostics.extend(built.diagnostics.iter().cloned());
    let mut model = model::build(built, root, &mut diagnostics);
    let library = &built.library;
    evidence::hold(library, &mut model, &packages.evidence, today);
    let derived = derive(library, &model);
    diagnostics.extend(derived.unfinished.iter().map(|id| {
        let rule = &library.rules[*id];
        evaluate::too_much("rule", &rule.name, rule.span, &model)
    }));
    let assessed = assess(library, &model, &derived, &built.sites, (today, packages.pinned), &mut diagnostics);
    let policies = policies(library, &model, &mut diagnostics);
    arithmetic::troubles(library, &model, &derived, &mut diagnostics);
    requirements::gaps(library, &model, &assessed, &packages.catalogs, &mut diagnostics);
    let aims = goals::find(library, &model, &built.sites, &assessed, &mut diagnostics);
    let views = views::resolve(library, &model, &built.sites, &mut diagnostics);
    let assumptions = views::assumptions(&built.sites, root, &mut diagnostics);
    if outcome(&diagnostics) != Outcome::Invalid {
        model::untouched(library, &model, &derived, (&views, &aims), &mut diagnostics);
    }
    sort(&mut diagnostics);
    Analysis {
        today,
        package: root,
        pinned: packages.pinned,
        sources: packages.sources.clone(),
        catalogs: Arc::clone(&packages.catalogs),
        icons: Arc::clone(&packages.icons),
        root_files: packages.get(root).map(|package| package.files.clone()).unwrap_or_default(),
        library: Library::default(),
        model,
        derived,
        assessed,
        policies,
        aims,
        views,
        assumptions,
        diagnostics,
    }
}

/// The rules that the model's methods ask for.
pub(crate) fn scope(model: &Model) -> Scope {
    let stated = model.model.and_then(|id| model.elements[id].stated(attribute::METHODS));
    let methods = stated.map(|stated| {
        stated
            .value
            .members()
            .iter()
            .filter_map(|member| match member {
                Value::EnumName(id) => Some(*id),
                _ => None,
            })
            .collect()
    });
    Scope { methods }
}

/// By place, each message once. Where part of a file was not read, names may be declared there.
pub(crate) fn sort(diagnostics: &mut Vec<Diagnostic>) {
    const UNREAD: &[&str] = &[codes::TOO_DEEP, codes::TOO_MANY, codes::NOT_TEXT, codes::UNREADABLE];
    if diagnostics.iter().any(|found| UNREAD.contains(&found.code)) {
        diagnostics.retain(|found| found.code != codes::UNKNOWN_NAME);
    }
    // What is found in a model with mistakes may follow from them.
    const RESULTS: &[&str] =
        &[codes::UNMATCHED_DECISION, codes::UNDECIDED_POLICY, codes::UNMET_REQUIREMENT, codes::UNDECIDED_REQUIREMENT];
    if outcome(diagnostics) == Outcome::Invalid {
        diagnostics.retain(|found| !RESULTS.contains(&found.code));
    }
    retain_unambiguous(diagnostics);
    diagnostics.sort_by(|a, b| (a.span(), a.code, &a.message).cmp(&(b.span(), b.code, &b.message)));
    diagnostics.dedup();
}

/// Where a name is declared twice, either may be meant: what it cannot be follows from that mistake.
fn retain_unambiguous(diagnostics: &mut Vec<Diagnostic>) {
    let declared = |found: &Diagnostic| found.labels.get(1).map(|label| label.span);
    let twice: Vec<Span> =
        diagnostics.iter().filter(|found| found.code == codes::DUPLICATE_NAME).filter_map(declared).collect();
    let follows = |found: &Diagnostic| {
        let about_use = [codes::BAD_FLOW_END, codes::WRONG_SORT, codes::SECOND_MODEL].contains(&found.code);
        about_use && declared(found).is_some_and(|at| twice.contains(&at))
    };
    if !twice.is_empty() {
        diagnostics.retain(|found| !follows(found));
    }
}

impl Analysis {
    /// Errors, warnings and notes, in the order of the text.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The files that were read.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// How the analysis ended.
    pub fn outcome(&self) -> Outcome {
        outcome(&self.diagnostics)
    }

    /// The matrix and scales by which risk was measured.
    pub fn method(&self) -> Option<Method<'_>> {
        self.assessed.matrix.and_then(|id| Method::new(&self.library, id))
    }
}

/// The outcome that some diagnostics mean.
pub fn outcome(diagnostics: &[Diagnostic]) -> Outcome {
    let errors: Vec<&Diagnostic> =
        diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).collect();
    match errors.as_slice() {
        [] => Outcome::Clean,
        errors if errors.iter().all(|error| is_finding(error.code)) => Outcome::Findings,
        _ => Outcome::Invalid,
    }
}

/// True for errors about what a valid model says: they fail a check, but leave the model's meaning whole.
pub fn is_finding(code: &str) -> bool {
    const FINDINGS: &[&str] = &[
        codes::UNMATCHED_DECISION,
        codes::EXPIRED_DECISION,
        codes::BROKEN_POLICY,
        codes::FAILED_TEST,
        codes::UNCLAIMED_RESOURCE,
        codes::GONE_RESOURCE,
        codes::DISAGREEING_FACT,
        codes::OPENED_RESOURCE,
    ];
    FINDINGS.contains(&code)
}
