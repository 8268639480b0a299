//! The command line as the cases run it: a binary of this package, so that it is never older than its tests.

fn main() -> std::process::ExitCode {
    tm_cli::main()
}
