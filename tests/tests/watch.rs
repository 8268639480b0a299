//! `tm watch` as somebody at a keyboard sees it: again after each save, and an end that is no error.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

const SHOP: &str = "model shop \"Shop\" { appetite = Moderate }\nprocess api { input_validation = false }\n\
    threat Unchecked: Stride.Tampering \"Unchecked\" {\n  on p: process\n  when not p.input_validation\n  \
    likelihood = High\n  impact = High\n  message = \"{p} takes anything.\"\n}\n";

/// A session, and the lines that it prints.
struct Session {
    child: Child,
    lines: Receiver<String>,
}

impl Session {
    fn start(dir: &std::path::Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tm-case"));
        command.args(["watch", "--gate"]).current_dir(dir).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (send, lines) = channel();
        thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
        Session { child, lines }
    }

    /// Everything up to the line that ends an answer.
    fn answer(&self) -> String {
        let mut all = String::new();
        loop {
            let line =
                self.lines.recv_timeout(Duration::from_secs(60)).unwrap_or_else(|_| panic!("silent after:\n{all}"));
            all += &format!("{line}\n");
            if line.starts_with("watching ") {
                return all;
            }
        }
    }
}

#[test]
fn each_save_is_checked_and_ctrl_c_ends_it() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
    write("shop.tm", SHOP);
    let mut session = Session::start(dir.path());
    let first = session.answer();
    assert!(first.contains("Unchecked@api") && first.contains("the check fails"), "{first}");
    assert!(first.ends_with("watching 1 file; Ctrl-C ends\n"), "{first}");

    write("shop.tm", &SHOP.replace("false", "true"));
    let second = session.answer();
    assert!(second.contains("changed: shop.tm\n") && second.contains("the check passes"), "{second}");

    // A half-typed line and a second file in one go: one answer, which tells the mistake.
    write("shop.tm", "process");
    write("other.tm", "process other");
    let third = session.answer();
    assert!(third.contains("changed: other.tm, shop.tm\n") && third.contains("error"), "{third}");
    assert!(third.ends_with("watching 2 files; Ctrl-C ends\n"), "{third}");

    let killed = Command::new("kill").args(["-INT", &session.child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    assert_eq!(session.child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_reader_that_leaves_ends_it() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("shop.tm"), SHOP).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tm-case"));
    let mut child = command.args(["watch"]).current_dir(dir.path()).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
