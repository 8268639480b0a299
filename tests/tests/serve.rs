//! `tm serve` as a browser meets it: over a socket of the loopback.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::Value;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// An answer that takes longer never comes.
const PATIENCE: Duration = Duration::from_secs(60);

const MODEL: &str = "use std.web\nmodel shop \"The shop\" { appetite = Low }\nactor user \"Customer\"\nprocess api: WebService \"Shop\"\nflow user -> api over Http\nview only \"Only\" { include = [api] }\n";

struct Server {
    child: Child,
    port: u16,
    folder: tempfile::TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("tm.toml"), "name = \"shop\"\n").expect("a manifest");
        fs::write(folder.path().join("main.tm"), MODEL).expect("a model");
        fs::write(folder.path().join("secret.txt"), "none of the model's business").expect("a file");
        let mut child = command(folder.path(), &["--port", "0"]).stdout(Stdio::piped()).spawn().expect("a server");
        let mut line = String::new();
        let output = child.stdout.as_mut().expect("its output");
        BufReader::new(output).read_line(&mut line).expect("its address");
        let port = line.trim().strip_prefix("http://127.0.0.1:").and_then(|rest| rest.strip_suffix('/'));
        let port = port.and_then(|port| port.parse().ok()).unwrap_or_else(|| panic!("no address: {line}"));
        Server { child, port, folder }
    }

    fn write(&self, text: &str) {
        fs::write(self.folder.path().join("main.tm"), text).expect("a file");
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a socket");
        stream
    }

    /// Sends bytes as they are; the answer until the end.
    fn raw(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).expect("a server that listens");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("an answer");
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        Answer { head: head.to_lowercase(), body: body.to_owned() }
    }

    fn get(&self, path: &str) -> Answer {
        self.raw(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port))
    }

    fn state(&self) -> Value {
        serde_json::from_str(&self.get("/state").body).expect("JSON")
    }
}

struct Answer {
    head: String,
    body: String,
}

impl Answer {
    fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tm-case"));
    command.arg("serve").arg(folder).args(["--today", "2026-06-01"]).args(args);
    command.stderr(Stdio::null());
    command
}

/// A line of the stream that begins like this.
fn next(stream: &mut BufReader<TcpStream>, start: &str) -> String {
    loop {
        let mut line = String::new();
        assert!(stream.read_line(&mut line).expect("an event") > 0, "the stream has ended");
        if let Some(rest) = line.strip_prefix(start) {
            return rest.trim().to_owned();
        }
    }
}

#[test]
fn the_page_shows_the_model_as_it_changes() {
    let server = Server::start();
    let page = server.get("/");
    assert_eq!(page.status(), "200");
    assert!(page.head.contains("content-security-policy: default-src 'none'; script-src 'self'"), "{}", page.head);
    for part in ["/page.js", "/page.css"] {
        assert!(page.body.contains(part) && server.get(part).status() == "200", "{part}");
    }

    let state = server.state();
    assert_eq!((state["title"].as_str(), state["valid"].as_bool()), (Some("The shop"), Some(true)));
    assert!(state["threats"].as_u64() > Some(0), "{state}");
    assert!(state["svg"].as_str().expect("a picture").contains("data-id=\"api\""));
    let path = state["places"]["api"]["path"].as_str().expect("a place");
    assert_eq!((&state["places"]["api"]["start"], &state["places"]["api"]["end"]), (&4.into(), &4.into()));
    assert_eq!(server.get(&format!("/source?path={path}")).body, MODEL);
    let only: Value = serde_json::from_str(&server.get("/state?view=only").body).expect("JSON");
    assert_eq!(only["view"], "only");
    assert!(!only["svg"].as_str().expect("a picture").contains("data-id=\"user\""));
    let report = server.get("/report");
    assert!(report.body.starts_with("<!DOCTYPE html>") && report.body.contains("The shop"));

    let mut events = server.connect();
    write!(events, "GET /events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", server.port).expect("a server that listens");
    let mut events = BufReader::new(events);
    assert_eq!(next(&mut events, "data: "), "1");
    server.write(&format!("{MODEL}process two: Nowhere\n"));
    assert_eq!(next(&mut events, "data: "), "2");
    let broken = server.state();
    assert_eq!((broken["errors"].as_u64(), broken["problems"][0]["line"].as_u64()), (Some(1), Some(7)));
    assert!(broken["problems"][0]["message"].as_str().expect("a message").contains("`Nowhere`"));
    assert_eq!(server.get("/report").status(), "409");
    server.write(&format!("{MODEL}process two \"Two\"\n"));
    assert_eq!(next(&mut events, "data: "), "3");
    assert!(server.state()["svg"].as_str().expect("a picture").contains("data-id=\"two\""));
    assert_eq!(server.get("/report").status(), "200");
}

#[test]
fn only_this_machine_is_answered_and_only_about_the_model() {
    let server = Server::start();
    let port = server.port;
    let asked = |host: &str, more: &str, path: &str| {
        server.raw(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"))
    };
    // A name that its owner points at 127.0.0.1 makes a foreign page of the same origin as ours.
    for host in ["evil.example".to_owned(), format!("evil.example:{port}"), format!("localhost.evil.example:{port}")] {
        let answer = asked(&host, "", "/state");
        assert_eq!((answer.status(), answer.body.contains("svg")), ("421", false), "{host}");
    }
    let here = format!("localhost:{port}");
    assert_eq!(asked(&here, "Sec-Fetch-Site: cross-site\r\n", "/state").status(), "403");
    assert_eq!(asked(&here, "Sec-Fetch-Site: same-origin\r\n", "/state").status(), "200");
    for path in ["/nothing", "/source", "/source?path=/etc/passwd", "/source?path=secret.txt", "/../secret.txt"] {
        assert_eq!(asked(&here, "", path).status(), "404", "{path}");
    }
    let secret = format!("/source?path={}/secret.txt", server.folder.path().display());
    assert_eq!(asked(&here, "", &secret).status(), "404");
    let carrying =
        |head: &str, body: &str| server.raw(&format!("{head} HTTP/1.1\r\nHost: {here}\r\nConnection: close\r\n{body}"));
    assert_eq!(carrying("POST /state", "\r\n").status(), "405");
    assert_eq!(carrying("GET /state", "Content-Length: 1\r\n\r\nx").status(), "413");
    assert_eq!(carrying("GET /state", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n").status(), "413");
    assert_eq!(carrying("GET /state", &format!("X: {}\r\n\r\n", "x".repeat(40_000))).status(), "431");
    assert_eq!(server.raw("nonsense\r\n\r\n").status(), "400");
    assert_eq!(server.get("/state").status(), "200");
}

#[test]
fn what_cannot_be_served_is_said_at_once() {
    let server = Server::start();
    let said = |args: &[&str]| {
        let output = command(server.folder.path(), args).stderr(Stdio::piped()).output().expect("an answer");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, text) = said(&["--port", &server.port.to_string()]);
    assert_eq!(code, Some(2));
    assert!(text.contains(&format!("port {} is in use", server.port)), "{text}");
    let (code, text) = said(&["--port", "0", "--view", "onyl"]);
    assert_eq!(code, Some(2));
    assert!(text.contains("there is no view `onyl`") && text.contains("did you mean `only`?"), "{text}");
}
