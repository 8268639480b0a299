//! The command line of tm: arguments, terminal, file system, exit codes.
//!
//! ```text
//! args ──▶ commands/* ──▶ world (reads) ──▶ tm-compiler ──▶ terminal/* (shows) · write (keeps)
//! ```
//! Exit codes: 0 clean, 1 findings or a failed gate, 2 wrong usage or invalid source, 3 a defect of tm.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking"))]

pub mod args;
mod bounds;
mod changes;
mod commands;
mod console;
mod diagrams;
mod evidence;
mod exit;
mod git;
mod guard;
mod http;
mod infrastructure;
mod jira;
mod json;
mod judged;
mod progress;
mod rego;
mod reports;
mod serve;
mod sides;
mod stale;
mod terminal;
mod world;
mod write;

use args::Cli;
use clap::{CommandFactory as _, FromArgMatches as _};
use console::Console;
use std::io::Write as _;
use std::process::ExitCode;

pub use diagrams::preview;
pub use exit::Exit;

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    run(Cli::command())
}

/// Runs the command line of this process, as of a day wherever the arguments name none: what the tests run, so that
/// no outcome of theirs depends on the clock.
pub fn main_as_of(day: &'static str) -> ExitCode {
    run(dated(Cli::command(), day))
}

fn dated(command: clap::Command, day: &'static str) -> clap::Command {
    let of = |arg: clap::Arg| match arg.get_id().as_str() {
        "today" => arg.default_value(day).hide_default_value(true),
        _ => arg,
    };
    command.mut_args(of).mut_subcommands(|inner| dated(inner, day))
}

fn run(command: clap::Command) -> ExitCode {
    let parsed = command.try_get_matches().and_then(|matches| Cli::from_arg_matches(&matches));
    let exit = match parsed {
        Ok(cli) => guard::run(move || start(cli)),
        Err(error) => told(&error),
    };
    exit.into()
}

/// Prints what clap has to say: help, or what is wrong with the arguments.
fn told(error: &clap::Error) -> Exit {
    let printed = error.print().and_then(|()| std::io::stdout().flush());
    match printed {
        Err(why) if why.kind() != std::io::ErrorKind::BrokenPipe => {
            Console::of_process(args::Color::Auto).fail(&console::lost(&why));
            Exit::Invalid
        }
        _ if error.use_stderr() => Exit::Invalid,
        _ => Exit::Clean,
    }
}

fn start(cli: Cli) -> Exit {
    let mut console = Console::of_process(cli.color);
    let outcome = commands::run(cli, &mut console);
    let outcome = outcome.and_then(|exit| console.finish().map(|()| exit));
    outcome.unwrap_or_else(|failure| {
        console.fail(&failure);
        failure.exit
    })
}
