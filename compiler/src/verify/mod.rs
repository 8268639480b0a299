//! Policies and tests.

pub(crate) mod arithmetic;
mod coverage;
mod policies;
pub mod requirements;
mod tests;

pub use coverage::{idle, unread};
pub use policies::{PolicyResult, PolicyVerdict, policies};
pub(crate) use tests::with_tests;
pub use tests::{TestReport, TestResult, run_tests};
