//! How long an editor waits: `cargo bench -p tm --bench lsp`. Keys are pressed in one file of 1,000 and of 10,000 lines;
//! what is measured is the time from the client's side, over standard input and output, until what is said about that
//! text is there. Keys in comments change no fact. A letter taken from a value and put back, a letter added to a name and
//! taken away, a flow that comes and goes: each changes what rules read, every second key leaves a mistake or mends one.
//!
//! The yardstick is the time that parsing the same text takes in the same run: machines differ, the ratio does not.

#![allow(clippy::expect_used, clippy::panic, missing_docs, reason = "a measurement stops where it cannot measure")]

use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write as _};
use std::ops::Range;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

const KEYS: usize = 200;

fn main() {
    for (lines, diagnostics, completion) in [(1_000, 16.0, 10.0), (10_000, 100.0, 30.0)] {
        let text = model(lines);
        println!("{lines} lines, {} bytes; parsing them takes {}", text.len(), shown(&mut yardstick(&text)));
        let mut client = Client::start("file:///nowhere/big.tm", &text);
        client.press_all(KEYS, &format!("p99 {diagnostics} ms"));
        let mut waits: Vec<Duration> = (0..KEYS).map(|key| client.complete(key)).collect();
        println!("  key and completion   {}   aim: p99 {completion} ms", shown(&mut waits));
        client.end();
    }
    many_files();
}

/// 10,000 elements in 100 files, a key in one of them.
fn many_files() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("tm.toml"), "name = \"big\"\n").expect("a manifest");
    let head = "use std.web\nmodel big \"Big\" { appetite = Low }\ndata Order { confidentiality = High }\n";
    let mut first = String::new();
    for number in 0..100 {
        let text = format!("{}{}", if number == 0 { head } else { "" }, groups(number * 17..(number + 1) * 17));
        std::fs::write(folder.path().join(format!("part{number:03}.tm")), &text).expect("a file");
        first = if number == 50 { text } else { first };
    }
    let elements = 100 * 17 * 6;
    println!("{elements} processes in 100 files, {} bytes in one of them", first.len());
    let uri = format!("file://{}/part050.tm", folder.path().display());
    let mut client = Client::start(&uri, &first);
    client.press_all(KEYS / 2, "150 ms");
    let mut waits: Vec<Duration> = (0..KEYS / 2).map(|key| client.complete(key)).collect();
    println!("  key and completion   {}", shown(&mut waits));
    client.end();
}

/// Median, 90th and 99th percentile.
fn shown(waits: &mut [Duration]) -> String {
    waits.sort();
    let at = |share: usize| waits[(waits.len() * share / 100).min(waits.len() - 1)].as_secs_f64() * 1000.0;
    format!("p50 {:.1} ms, p90 {:.1} ms, p99 {:.1} ms", at(50), at(90), at(99))
}

fn yardstick(text: &str) -> Vec<Duration> {
    let parse = |_| {
        let start = Instant::now();
        std::hint::black_box(tm_grammar::parse(text));
        start.elapsed()
    };
    (0..20).map(parse).collect()
}

/// A model of services in boundaries, with comments to type in.
fn model(lines: usize) -> String {
    let mut text =
        String::from("use std.web\nmodel big \"Big\" { appetite = Low }\ndata Order { confidentiality = High }\n");
    text.push_str(&groups(0..lines.div_ceil(25)));
    text
}

fn groups(numbers: Range<usize>) -> String {
    let mut text = String::new();
    for group in numbers {
        let _ = writeln!(text, "// group {group}\nboundary b{group}: PrivateNetwork {{");
        for number in 0..6 {
            let _ = writeln!(
                text,
                "  process p{group}_{number}: WebService \"Service\" {{\n    authentication = OAuth2\n  }}"
            );
        }
        text.push_str("}\n");
        for number in 0..5 {
            let before = if group > 0 { group - 1 } else { group };
            let next = number + 1;
            let _ = writeln!(
                text,
                "flow f{group}_{number}: p{before}_{number} -> p{group}_{next} over Https {{ sends = Order }}"
            );
        }
    }
    text
}

/// What somebody types.
#[derive(Clone, Copy)]
enum Typing {
    Comment,
    Value,
    Name,
    Flow,
}

impl Typing {
    const ALL: [(Typing, &'static str); 4] = [
        (Typing::Comment, "comment to diagnostics"),
        (Typing::Value, "value to diagnostics  "),
        (Typing::Name, "name to diagnostics   "),
        (Typing::Flow, "flow to diagnostics   "),
    ];

    /// Where a line of its kind begins.
    fn line(self) -> &'static str {
        match self {
            Typing::Comment | Typing::Flow => "// group ",
            Typing::Value => "    authentication = ",
            Typing::Name => "  process ",
        }
    }
}

struct Client {
    server: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    uri: String,
    lines: Vec<String>,
    version: usize,
}

impl Client {
    fn start(uri: &str, text: &str) -> Self {
        let mut server = Command::new(env!("CARGO_BIN_EXE_tm"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a server");
        let input = server.stdin.take().expect("its input");
        let output = BufReader::new(server.stdout.take().expect("its output"));
        let lines = text.lines().map(str::to_owned).collect();
        let uri = uri.to_owned();
        let mut client = Client { server, input, output, uri, lines, version: 1 };
        client.send(json!({ "id": 0, "method": "initialize", "params": { "capabilities": {} } }));
        client.until(|message| message["id"] == json!(0));
        client.send(json!({ "method": "initialized", "params": {} }));
        let document = json!({ "uri": client.uri, "languageId": "tm", "version": 1, "text": text });
        client.send(json!({ "method": "textDocument/didOpen", "params": { "textDocument": document } }));
        client.until(|message| message["params"]["version"] == json!(1));
        client
    }

    /// Ends the server; says what it took, where the system tells.
    fn end(mut self) {
        let about = std::fs::read_to_string(format!("/proc/{}/status", self.server.id())).unwrap_or_default();
        if let Some(line) = about.lines().find_map(|line| line.strip_prefix("VmHWM:")) {
            println!("  memory at most       {}", line.trim());
        }
        let about = std::fs::read_to_string(format!("/proc/{}/stat", self.server.id())).unwrap_or_default();
        let times: Vec<u64> = about.split(' ').skip(13).take(2).filter_map(|it| it.parse().ok()).collect();
        if let [user, system] = times[..] {
            println!("  time on processors   {:.1} s", (user + system) as f64 / 100.0);
        }
        self.server.kill().expect("an end");
    }

    fn send(&mut self, mut message: Value) {
        message["jsonrpc"] = json!("2.0");
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("a server that listens");
        self.input.flush().expect("a server that listens");
    }

    fn until(&mut self, wanted: impl Fn(&Value) -> bool) {
        loop {
            let mut length = 0;
            loop {
                let mut line = String::new();
                assert!(self.output.read_line(&mut line).expect("a message") > 0, "the server has gone");
                match line.trim().split_once(": ") {
                    Some(("Content-Length", number)) => length = number.parse().expect("a length"),
                    _ if line.trim().is_empty() => break,
                    _ => {}
                }
            }
            let mut body = vec![0; length];
            std::io::Read::read_exact(&mut self.output, &mut body).expect("a message");
            if wanted(&serde_json::from_slice(&body).expect("a message")) {
                return;
            }
        }
    }

    /// Types in all ways and says how long that took.
    fn press_all(&mut self, keys: usize, aim: &str) {
        for (typing, name) in Typing::ALL {
            let mut waits: Vec<Duration> = (0..keys).map(|key| self.press(typing, key)).collect();
            println!("  {name} {}   aim: {aim}", shown(&mut waits));
        }
    }

    /// The line for a key. Two keys after each other fall on the same line: the second takes back what the first did.
    fn spot(&self, typing: Typing, number: usize) -> usize {
        let fits = |(at, line): (usize, &String)| line.starts_with(typing.line()).then_some(at);
        let spots: Vec<usize> = self.lines.iter().enumerate().filter_map(fits).collect();
        spots[number / 2 * 7 % spots.len()]
    }

    fn key(&mut self, typing: Typing, number: usize) {
        let at = self.spot(typing, number);
        let line = self.lines[at].clone();
        let back = number % 2 == 1;
        match typing {
            Typing::Comment => self.change((at, line.len()), (at, line.len()), "x"),
            Typing::Value if back => self.change((at, line.len()), (at, line.len()), "2"),
            Typing::Value => self.change((at, line.len() - 1), (at, line.len()), ""),
            Typing::Name => {
                let end = line.find(':').expect("a type");
                let start = if back { end - 1 } else { end };
                self.change((at, start), (at, end), if back { "" } else { "x" });
            }
            Typing::Flow if back => self.change((at + 1, 0), (at + 2, 0), ""),
            Typing::Flow => {
                let group = &line[typing.line().len()..].trim_end_matches('x');
                let flow = format!("flow p{group}_0 -> p{group}_3 over Http {{ sends = Order }}\n");
                self.change((at + 1, 0), (at + 1, 0), &flow);
            }
        }
    }

    /// Tells the server that a piece of the text is another, within a line or of whole lines.
    fn change(&mut self, start: (usize, usize), end: (usize, usize), new: &str) {
        let place = |(line, character): (usize, usize)| json!({ "line": line, "character": character });
        let change = json!([{ "range": { "start": place(start), "end": place(end) }, "text": new }]);
        match (start.0 == end.0, new.strip_suffix('\n')) {
            (true, Some(whole)) => self.lines.insert(start.0, whole.to_owned()),
            (true, None) => self.lines[start.0].replace_range(start.1..end.1, new),
            (false, _) => drop(self.lines.drain(start.0..end.0)),
        }
        self.version += 1;
        let document = json!({ "uri": self.uri, "version": self.version });
        let params = json!({ "textDocument": document, "contentChanges": change });
        self.send(json!({ "method": "textDocument/didChange", "params": params }));
    }

    fn press(&mut self, typing: Typing, number: usize) -> Duration {
        let start = Instant::now();
        self.key(typing, number);
        let version = self.version;
        self.until(|message| message["params"]["version"] == json!(version));
        start.elapsed()
    }

    /// A letter, and at once what could follow in some process.
    fn complete(&mut self, number: usize) -> Duration {
        let line = self.spot(Typing::Comment, number) + 3;
        let start = Instant::now();
        self.key(Typing::Comment, number);
        let place = json!({ "line": line, "character": 4 });
        let params = json!({ "textDocument": { "uri": self.uri }, "position": place });
        self.send(json!({ "id": number + 1, "method": "textDocument/completion", "params": params }));
        self.until(|message| message["id"] == json!(number + 1));
        start.elapsed()
    }
}
