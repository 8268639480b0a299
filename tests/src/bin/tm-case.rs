//! The command line as the cases run it: a binary of this package, so that it is never older than its tests, and on a
//! day of its own, so that no outcome depends on when the tests run.

fn main() -> std::process::ExitCode {
    tm_cli::main_as_of("2026-06-01")
}
