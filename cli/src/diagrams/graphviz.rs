//! An installed Graphviz as an engine: the text goes in, the picture comes out, or time is up.

use crate::exit::{Failure, reason};
use std::io::{self, Read, Write as _};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// Graphviz needs minutes for pictures that nobody can read.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Runs `dot` (or another program of its manners) over the text of a diagram.
///
/// # Errors
/// Where the program is not installed, fails, or takes too long.
pub fn run(program: &str, format: &str, text: &str, patience: Duration) -> Result<Vec<u8>, Failure> {
    let started = Command::new(program)
        .arg(format!("-T{format}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let child = started.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            Failure::new(format!("`{program}` is not installed")).help("install Graphviz, or leave out `--engine dot`")
        }
        _ => Failure::new(format!("cannot start `{program}`: {}", reason(&error))),
    })?;
    converse(child, program, text, patience)
}

fn converse(mut child: Child, program: &str, text: &str, patience: Duration) -> Result<Vec<u8>, Failure> {
    let input = child.stdin.take();
    let (picture, words) = (drain(child.stdout.take()), drain(child.stderr.take()));
    let text = text.to_owned();
    let feeder = thread::spawn(move || {
        // A program that stops reading says why on its standard error.
        input.map(|mut input| input.write_all(text.as_bytes()))
    });
    let ended = wait(&mut child, patience);
    let _ = feeder.join();
    let (picture, words) = (picture.join().unwrap_or_default(), words.join().unwrap_or_default());
    match ended {
        Ok(Some(true)) => Ok(picture),
        Ok(Some(false)) => {
            let words = String::from_utf8_lossy(&words);
            let first = words.lines().next().unwrap_or("it does not say why");
            Err(Failure::new(format!("`{program}` failed: {first}")))
        }
        Ok(None) => Err(Failure::new(format!("`{program}` did not finish in {} seconds", patience.as_secs()))
            .help("leave out `--engine dot`, or draw a part with `--view` or `--boundary`")),
        Err(error) => Err(Failure::new(format!("`{program}` was lost: {}", reason(&error)))),
    }
}

fn drain(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // What came before the pipe broke is all there is.
            let _ = pipe.read_to_end(&mut bytes);
        }
        bytes
    })
}

/// True where the program ended well, false where not, nothing where it had to be stopped.
fn wait(child: &mut Child, patience: Duration) -> io::Result<Option<bool>> {
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        if began.elapsed() > patience {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(5));
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    fn script(dir: &tempfile::TempDir, text: &str) -> String {
        let path = dir.path().join("dot");
        std::fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        path.to_string_lossy().into_owned()
    }

    #[test]
    fn the_picture_comes_back() {
        let dir = tempfile::tempdir().unwrap();
        let program = script(&dir, "echo \"$1\"; cat");
        let large = "x".repeat(1_000_000);
        let out = run(&program, "svg", &large, PATIENCE).unwrap();
        assert_eq!(out.len(), large.len() + "-Tsvg\n".len());
    }

    #[test]
    fn a_program_that_fails_or_hangs_or_is_not_there_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let failing = script(&dir, "echo 'bad graph' >&2; exit 1");
        let failure = run(&failing, "svg", "x", PATIENCE).unwrap_err();
        assert!(failure.message.ends_with("failed: bad graph"));
        let hanging = script(&dir, "exec sleep 60");
        let failure = run(&hanging, "svg", "x", Duration::from_millis(50)).unwrap_err();
        assert!(failure.message.contains("did not finish"));
        let failure = run("tm-no-such-program", "svg", "x", PATIENCE).unwrap_err();
        assert!(failure.message.contains("not installed"));
    }
}
