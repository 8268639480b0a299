//! Repositories for tests.

use std::path::Path;
use std::process::Command;

/// Runs git as somebody without a configuration, at a time that never changes.
///
/// # Panics
/// If git cannot do it.
#[expect(clippy::panic, reason = "this is how a test fails")]
pub fn git(dir: &Path, arguments: &[impl AsRef<str>]) {
    let mut command = Command::new("git");
    command.current_dir(dir).args(["-c", "init.defaultBranch=main"]).env("HOME", dir);
    command.args(arguments.iter().map(AsRef::as_ref)).env("GIT_CONFIG_NOSYSTEM", "1");
    for (name, value) in [("NAME", "A"), ("EMAIL", "a@example.org"), ("DATE", "2026-01-01T00:00:00Z")] {
        command.env(format!("GIT_AUTHOR_{name}"), value).env(format!("GIT_COMMITTER_{name}"), value);
    }
    match command.output() {
        Ok(output) if output.status.success() => {}
        Ok(output) => panic!("git: {}", String::from_utf8_lossy(&output.stderr)),
        Err(error) => panic!("git cannot be started: {error}"),
    }
}
