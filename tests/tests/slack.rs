//! `tm notify slack` against a service that is as strict as Slack, and against all that can go wrong on the way.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tm_tests::server::{Asked, Reply, Server};

/// The part of a webhook that nobody may ever read.
const SECRET: &str = "T000SECRET";

/// A model with more news than a message holds, and with text that Slack would read as its own.
fn model() -> String {
    let mut text = String::from(
        "model shop \"Shop <!channel> & co\" { appetite = Low }\nthreat Loose: Stride.Tampering \"Loose <end>\" {\n  \
         on p: process\n  likelihood = High\n  impact = High\n  message = \"<@U1> & {p} takes `anything`.\"\n}\n",
    );
    for at in 0..60 {
        text += &format!("process p{at} \"P{at} {}\"\n", "<&> ".repeat(90));
    }
    text
}

fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("shop.tm"), model()).unwrap();
    fs::write(dir.path().join("none.txt"), "tm-baseline 1\n").unwrap();
    dir
}

fn notify(dir: &Path, webhook: &str, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tm-case"));
    command.args(["notify", "slack", "shop.tm", "--baseline", "none.txt", "--timeout", "1"]).args(more);
    command.current_dir(dir).env("TM_SLACK_WEBHOOK", webhook).env("NO_COLOR", "1");
    for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env_remove(name);
    }
    let output = command.output().unwrap();
    assert!(!said(&output).contains(SECRET), "{}", said(&output));
    output
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

/// What Slack refuses of a message.
fn refused(message: &Value) -> Option<&'static str> {
    let blocks = message["blocks"].as_array()?;
    let text = message["text"].as_str().unwrap_or_default();
    if text.is_empty() || text.chars().count() > 4_000 {
        return Some("no_text");
    }
    if blocks.is_empty() || blocks.len() > 50 {
        return Some("invalid_blocks");
    }
    let good = |block: &Value| -> bool {
        let of = |text: &Value, kind: &str, most: usize| {
            let said = text["text"].as_str().unwrap_or_default();
            text["type"] == kind
                && !said.is_empty()
                && said.chars().count() <= most
                && (kind == "plain_text" || plain(said))
        };
        match block["type"].as_str() {
            Some("header") => of(&block["text"], "plain_text", 150),
            Some("section") => of(&block["text"], "mrkdwn", 3_000),
            Some("context") => block["elements"].as_array().is_some_and(|all| {
                !all.is_empty() && all.len() <= 10 && all.iter().all(|one| of(one, "mrkdwn", 3_000))
            }),
            _ => false,
        }
    };
    (!blocks.iter().all(good)).then_some("invalid_blocks")
}

/// Nothing in it is a mention, a link or half an entity.
fn plain(text: &str) -> bool {
    let entities = text.split('&').skip(1).all(|rest| ["amp;", "lt;", "gt;"].iter().any(|name| rest.starts_with(name)));
    !text.contains(['<', '>']) && entities
}

/// Slack, as far as webhooks go.
fn slack(asked: &Asked) -> Reply {
    let right = asked.method == "POST" && asked.path == format!("/services/{SECRET}");
    let message = serde_json::from_str::<Value>(&asked.body);
    match (right, asked.header("content-type").starts_with("application/json"), message) {
        (false, ..) => Reply::says(404, "no_service"),
        (_, false, _) | (_, _, Err(_)) => Reply::says(400, "invalid_payload"),
        (_, _, Ok(message)) => match refused(&message) {
            Some(word) => Reply::says(400, word),
            None => Reply::says(200, "ok"),
        },
    }
}

fn webhook(server: &Server) -> String {
    format!("{}/services/{SECRET}", server.address)
}

#[test]
fn one_message_within_the_limits() {
    let (dir, server) = (folder(), Server::start(slack));
    let told = notify(dir.path(), &webhook(&server), &[]);
    assert_eq!((told.status.code(), said(&told).as_str()), (Some(0), "told Slack\n"));
    assert_eq!(server.times(), 1);
    let shown = notify(dir.path(), "", &["--dry-run"]);
    let message: Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(refused(&message), None);
    let sent: Value = serde_json::from_str(&server.asked.lock().unwrap()[0].body).unwrap();
    assert_eq!(sent, message, "what is shown is what is sent");
    assert_eq!(message["blocks"].as_array().unwrap().len(), 23, "head, verdict, twenty threats, how many more");
    assert_eq!(server.times(), 1, "a dry run sends nothing");
    // What is known is no news.
    let mut known = Command::new(env!("CARGO_BIN_EXE_tm-case"));
    known.args(["baseline", "shop.tm", "--out", "none.txt"]).current_dir(dir.path());
    assert!(known.output().unwrap().status.success());
    let quiet = notify(dir.path(), &webhook(&server), &[]);
    assert_eq!((said(&quiet).as_str(), server.times()), ("nothing is new; no message\n", 1));
}

#[test]
fn a_service_that_is_busy_is_waited_for() {
    let dir = folder();
    let mut times = 0;
    let server = Server::start(move |asked| {
        times += 1;
        match times {
            1 => Reply::Says(429, "Retry-After: 1\r\n".into(), "rate_limited".into()),
            _ => slack(asked),
        }
    });
    let told = notify(dir.path(), &webhook(&server), &[]);
    assert_eq!((told.status.code(), server.times()), (Some(0), 2), "{}", said(&told));
    let busy = Server::start(|_| Reply::Says(429, "Retry-After: 3600\r\n".into(), String::new()));
    let told = notify(dir.path(), &webhook(&busy), &[]);
    assert_eq!((told.status.code(), busy.times()), (Some(2), 1));
    assert!(said(&told).contains("asks to come back in 3600 s"), "{}", said(&told));
    let always = Server::start(|_| Reply::Says(429, "Retry-After: 0\r\n".into(), String::new()));
    let told = notify(dir.path(), &webhook(&always), &[]);
    assert_eq!((told.status.code(), always.times()), (Some(2), 4), "{}", said(&told));
}

#[test]
fn whatever_goes_wrong_is_told_without_the_webhook() {
    let dir = folder();
    let faults = [
        (Reply::Hangs, "no answer within 1 s"),
        (Reply::Breaks, "the connection broke"),
        (Reply::Garbage, "what came back is not HTTP"),
        (Reply::says(500, "oh"), "it answers 500"),
        (Reply::says(400, "invalid_blocks"), "it answers 400 (invalid_blocks)"),
        (Reply::says(404, format!("no service {SECRET}")), "it answers 404\n"),
        (Reply::Says(302, format!("Location: https://example.org/{SECRET}\r\n"), String::new()), "it answers 302"),
        (Reply::says(200, "<html>welcome</html>"), "not one of Slack's"),
    ];
    for (fault, words) in faults {
        let reply = fault.clone();
        let server = Server::start(move |_| reply.clone());
        let told = notify(dir.path(), &webhook(&server), &[]);
        assert_eq!(told.status.code(), Some(2), "{fault:?}: {}", said(&told));
        assert!(said(&told).contains(words), "{fault:?}: {}", said(&told));
        assert_eq!(server.times(), 1, "{fault:?}: a message that may have arrived is not sent again");
    }
    let closed = notify(dir.path(), &format!("http://127.0.0.1:9/{SECRET}"), &[]);
    assert!(said(&closed).contains("the connection was refused"), "{}", said(&closed));
}

#[test]
fn webhooks_are_safe_and_come_from_the_environment() {
    let dir = folder();
    let words = [
        ("", "holds no webhook"),
        ("http://example.org/T000SECRET", "has to begin with https"),
        ("T000SECRET", "is no address"),
        ("https://u:T000SECRET@example.org/", "holds a name or a password"),
    ];
    for (webhook, words) in words {
        let told = notify(dir.path(), webhook, &[]);
        assert_eq!(told.status.code(), Some(2));
        assert!(said(&told).contains(words), "{webhook}: {}", said(&told));
    }
}
