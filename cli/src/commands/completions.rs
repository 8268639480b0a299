//! `tm completions SHELL`: the script that a shell reads.

use crate::args::{Cli, Completions};
use crate::console::Console;
use crate::exit::Exit;
use clap::CommandFactory as _;

pub(super) fn run(args: &Completions, console: &mut Console) -> Exit {
    clap_complete::generate(args.shell, &mut Cli::command(), "tm", console);
    Exit::Clean
}
