//! Running a test that a lens stands above.

use std::fmt::Write as _;
use tm_compiler::world::World;
use tm_compiler::{Outcome, run_tests};

/// Failures that are told; who wants all runs `tm test`.
const MOST: usize = 5;

/// How a test ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// True where it holds what it expects.
    pub passed: bool,
    /// What to tell.
    pub text: String,
}

/// Runs the tests of a name in a file of the World's entry; nothing where there is none.
pub fn run(world: &dyn World, path: &str, name: &str) -> Option<Ended> {
    let report = run_tests(world);
    if report.analysis.outcome() == Outcome::Invalid {
        return Some(Ended { passed: false, text: format!("`{name}` cannot run: the package has mistakes") });
    }
    let own = report.results.iter().filter(|result| result.location.file == path && result.name == name);
    let failures: Vec<_> = { own.clone() }.flat_map(|result| &result.failures).collect();
    own.clone().next()?;
    if failures.is_empty() {
        return Some(Ended { passed: true, text: format!("`{name}` passed") });
    }
    let mut text = format!("`{name}` failed");
    for failure in failures.iter().take(MOST) {
        let line = report.sources.locate(failure.span()).1;
        let _ = write!(text, "\nline {line}: {}", failure.message);
    }
    if failures.len() > MOST {
        let _ = write!(text, "\n… and {} more", failures.len() - MOST);
    }
    Some(Ended { passed: false, text })
}
