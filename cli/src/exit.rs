//! How a run ends: exit codes, and failures that end it early.

use std::fmt;
use std::path::Path;
use std::process::ExitCode;

/// How the process ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// All is well.
    #[default]
    Clean = 0,
    /// Findings, or a gate that failed.
    Findings = 1,
    /// Wrong usage, invalid source, a file that cannot be read or written.
    Invalid = 2,
    /// A defect of tm.
    Internal = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

impl From<tm_compiler::Outcome> for Exit {
    fn from(outcome: tm_compiler::Outcome) -> Self {
        match outcome {
            tm_compiler::Outcome::Clean => Exit::Clean,
            tm_compiler::Outcome::Findings => Exit::Findings,
            tm_compiler::Outcome::Invalid => Exit::Invalid,
        }
    }
}

/// Why a command could not do its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The exit code.
    pub exit: Exit,
    /// What is wrong: one line, lower case, no full stop.
    pub message: String,
    /// What to do; may be empty.
    pub help: String,
}

impl Failure {
    /// Wrong usage, or a world that does not play along.
    pub fn new(message: impl Into<String>) -> Self {
        Failure { exit: Exit::Invalid, message: message.into(), help: String::new() }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = text.into();
        self
    }

    /// A file that could not be read, written, …
    pub fn io(what: &str, path: &Path, error: &std::io::Error) -> Self {
        Failure::new(format!("cannot {what} `{}`: {}", path.display(), reason(error)))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// The operating system's words without its error number.
pub fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => "unknown reason".to_owned(),
    }
}
