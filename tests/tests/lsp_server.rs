//! The server as an editor meets it: `tm lsp` over standard input and output.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use std::io::{BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// An answer that takes longer never comes.
const PATIENCE: Duration = Duration::from_secs(120);

struct Client {
    server: Child,
    input: ChildStdin,
    output: Receiver<Value>,
    /// Notifications and requests of the server that nobody has looked at yet.
    told: Vec<Value>,
    number: u64,
}

impl Client {
    fn start(cache: &Path) -> Self {
        let mut server = Command::new(env!("CARGO_BIN_EXE_tm-case"))
            .args(["lsp", "--stdio", "--today", "2026-06-01"])
            .env("XDG_CACHE_HOME", cache)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a server");
        let input = server.stdin.take().expect("its input");
        let mut output = BufReader::new(server.stdout.take().expect("its output"));
        let (send, receive) = channel();
        std::thread::spawn(move || {
            while let Some(message) = read(&mut output) {
                if send.send(message).is_err() {
                    return;
                }
            }
        });
        Client { server, input, output: receive, told: Vec::new(), number: 0 }
    }

    fn write(&mut self, mut message: Value) {
        message["jsonrpc"] = json!("2.0");
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("a server that listens");
        self.input.flush().expect("a server that listens");
    }

    fn notify(&mut self, method: &str, params: Value) {
        self.write(json!({ "method": method, "params": params }));
    }

    fn send(&mut self, method: &str, params: Value) -> u64 {
        self.number += 1;
        let id = self.number;
        self.write(json!({ "id": id, "method": method, "params": params }));
        id
    }

    fn answer(&mut self, id: u64) -> Value {
        loop {
            let message = self.output.recv_timeout(PATIENCE).expect("an answer");
            if message.get("method").is_some() {
                self.hear(message);
            } else if message["id"] == json!(id) {
                return message;
            }
        }
    }

    /// Keeps what the server says, and answers what it asks.
    fn hear(&mut self, message: Value) {
        if let Some(asked) = message.get("id") {
            self.write(json!({ "id": asked, "result": null }));
        }
        self.told.push(message);
    }

    fn ask(&mut self, method: &str, params: Value) -> Value {
        let id = self.send(method, params);
        let answer = self.answer(id);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The next notification of a method that satisfies a condition.
    fn until(&mut self, method: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let fits = |message: &Value| message["method"] == json!(method) && wanted(&message["params"]);
            if let Some(at) = self.told.iter().position(fits) {
                return self.told.remove(at)["params"].clone();
            }
            let message = self.output.recv_timeout(PATIENCE).expect("a message");
            self.hear(message);
        }
    }

    /// A session with a folder as its workspace, as far as both have told what they can do; and what the server offers.
    fn begin(cache: &Path, folder: &Path, capabilities: &Value) -> (Self, Value) {
        let mut client = Self::start(cache);
        let folders = json!([{ "uri": uri(folder), "name": "ws" }]);
        let offered = client.ask("initialize", json!({ "capabilities": capabilities, "workspaceFolders": folders }));
        client.notify("initialized", json!({}));
        (client, offered["capabilities"].clone())
    }

    fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "tm", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    fn goodbye(mut self) {
        self.ask("shutdown", Value::Null);
        self.notify("exit", Value::Null);
        drop(self.input);
        assert!(self.server.wait().expect("an end").success());
    }
}

/// What a client can do that asks for diagnostics, and can be told to ask again.
fn asks_again() -> Value {
    json!({
        "workspace": { "diagnostics": { "refreshSupport": true } },
        "textDocument": { "diagnostic": {} },
    })
}

fn read(output: &mut impl std::io::BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().split_once(": ") {
            Some(("Content-Length", number)) => length = number.parse().ok()?,
            _ if line.trim().is_empty() => break,
            _ => {}
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

fn uri(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    format!("file://{}{path}", if path.starts_with('/') { "" } else { "/" })
}

fn at(uri: &str, line: u32, character: u32) -> Value {
    json!({ "textDocument": { "uri": uri }, "position": { "line": line, "character": character } })
}

fn change(line: u32, from: u32, to: u32, text: &str) -> Value {
    let place = |character| json!({ "line": line, "character": character });
    json!([{ "range": { "start": place(from), "end": place(to) }, "text": text }])
}

const MODEL: &str = "// é😀\nprocess api \"API\"\nstore db\nflow api -> db\n";

#[test]
fn a_session_with_diagnostics_that_come_by_themselves() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("shop.tm");
    std::fs::write(&path, "").expect("a file");
    let shop = uri(&path);
    let cache = tempfile::tempdir().expect("a folder");
    // It could ask, but not be told to ask again: it would miss what changes elsewhere bring.
    let asks = json!({ "textDocument": { "diagnostic": {} } });
    let (mut client, offered) = Client::begin(cache.path(), folder.path(), &asks);
    assert_eq!(offered["positionEncoding"], json!("utf-16"));
    assert_eq!(offered["diagnosticProvider"], Value::Null);
    assert_eq!(offered["typeHierarchyProvider"], json!(true));
    client.open(&shop, MODEL);
    let said = |version: i64| {
        let shop = shop.clone();
        move |params: &Value| params["uri"] == json!(shop) && params["version"] == json!(version)
    };
    assert_eq!(client.until("textDocument/publishDiagnostics", said(1))["diagnostics"], json!([]));

    // Several changes at once, the last of which breaks the flow: only the last state counts.
    for (version, changes) in
        [(2, change(3, 12, 14, "dbx")), (3, change(3, 12, 15, "db")), (4, change(3, 12, 14, "nobody"))]
    {
        let document = json!({ "uri": shop, "version": version });
        client.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }
    let found = client.until("textDocument/publishDiagnostics", said(4));
    let first = &found["diagnostics"][0];
    assert_eq!((&first["code"], &first["severity"]), (&json!("E0206"), &json!(1)), "{found}");
    assert_eq!(first["range"]["start"], json!({ "line": 3, "character": 12 }));
    assert!(first["codeDescription"]["href"].as_str().is_some_and(|href| href.ends_with("/E0206.md")));

    let items = client.ask("textDocument/completion", at(&shop, 3, 12));
    let items = items["items"].as_array().expect("items");
    assert!(items.iter().any(|item| item["label"] == json!("db")), "{items:?}");
    let hover = client.ask("textDocument/hover", at(&shop, 3, 6));
    assert!(hover["contents"]["value"].as_str().is_some_and(|text| text.contains("process api \"API\"")), "{hover}");
    client.goodbye();
}

/// A table of resources is no source, and is checked all the same: as it is on the disk.
#[test]
fn tables_of_resources_are_checked_as_they_are_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| file(folder.path(), name, text);
    write("acme/tm.toml", "name = \"acme\"\n");
    let main = write("acme/main.tm", "store db \"Db\"\n");
    let row = "rule\tresource\tattribute\twhen\tmeans\tvalue\nsays\tx\ty\ttrue\tencryption_at_rst\ttrue\n";
    let table = write("acme/resources.tsv", row);
    let cache = tempfile::tempdir().expect("a folder");
    let (mut client, _) = Client::begin(cache.path(), folder.path(), &json!({}));
    client.open(&main, "store db \"Db\"\n");
    let said = |params: &Value| params["uri"] == json!(table);
    let found = client.until("textDocument/publishDiagnostics", said);
    assert_eq!(found["diagnostics"][0]["code"], json!("E0509"), "{found}");
    write("acme/resources.tsv", &row.replace("rst", "rest"));
    let changes = json!({ "changes": [{ "uri": table, "type": 2 }] });
    client.notify("workspace/didChangeWatchedFiles", changes);
    let found = client.until("textDocument/publishDiagnostics", said);
    assert_eq!(found["diagnostics"], json!([]), "{found}");
    client.goodbye();
}

/// Writes a file below a folder, and gives its address.
fn file(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(&path, text).expect("a file");
    uri(&path)
}

#[test]
fn a_session_with_diagnostics_that_are_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| file(folder.path(), name, text);
    let main = write("shop/main.tm", "use pay\nprocess api\nflow api -> gateway\n");
    write("shop/tm.toml", "name = \"shop\"\n[dependencies]\npay = { path = \"../pay\" }\n");
    let gateway = write("pay/main.tm", "process gateway\n");
    write("pay/tm.toml", "name = \"pay\"\n");
    let cache = tempfile::tempdir().expect("a folder");
    let capabilities = json!({
        "general": { "positionEncodings": ["utf-8", "utf-16"] },
        "textDocument": { "diagnostic": {} },
        "workspace": { "workspaceEdit": { "documentChanges": true }, "diagnostics": { "refreshSupport": true } },
    });
    let (mut client, offered) = Client::begin(cache.path(), folder.path(), &capabilities);
    assert_eq!(offered["positionEncoding"], json!("utf-8"));
    client.open(&main, "use pay\nprocess api\nflow api -> gateway\nflow second: api -> nobody\n");
    let document = json!({ "textDocument": { "uri": main } });
    let report = client.ask("textDocument/diagnostic", document.clone());
    assert_eq!(report["items"][0]["code"], json!("E0206"), "{report}");
    let again = json!({ "textDocument": { "uri": main }, "previousResultId": report["resultId"] });
    assert_eq!(client.ask("textDocument/diagnostic", again)["kind"], json!("unchanged"));

    // The other package is changed in the editor and not saved: this one sees it at once.
    client.open(&gateway, "process gate\n");
    let report = client.ask("textDocument/diagnostic", document);
    assert_eq!(report["items"].as_array().map(Vec::len), Some(2), "{report}");
    let all = client.ask("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let files = all["items"].as_array().expect("files");
    assert!(
        files.iter().any(|file| file["uri"] == json!(gateway)) && files.iter().any(|file| file["uri"] == json!(main))
    );

    // Names are changed in all packages.
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": gateway } }));
    let mut rename = at(&gateway, 0, 9);
    rename["newName"] = json!("till");
    let edit = client.ask("textDocument/rename", rename);
    let changed = |index: usize| {
        let change = &edit["documentChanges"][index];
        (&change["textDocument"], &change["edits"][0]["newText"])
    };
    // Of a text that is not open nobody knows a state.
    assert_eq!(changed(0), (&json!({ "uri": gateway, "version": null }), &json!("till")), "{edit}");
    assert_eq!(changed(1), (&json!({ "uri": main, "version": 1 }), &json!("till")), "{edit}");
    let refused = client.send(
        "textDocument/rename",
        json!({ "textDocument": { "uri": main }, "position": { "line": 1, "character": 9 }, "newName": "no name" }),
    );
    assert!(client.answer(refused)["error"]["message"].as_str().is_some_and(|why| why.contains("cannot be a name")));
    // A name that the user of a package has given to something of its own.
    let mut captured = at(&gateway, 0, 9);
    captured["newName"] = json!("api");
    let refused = client.send("textDocument/rename", captured);
    let refused = client.answer(refused);
    assert!(
        refused["error"]["message"].as_str().is_some_and(|why| why.contains("would mean something else (main.tm")),
        "{refused}"
    );

    // A request that is cancelled ends with an error, and the server goes on.
    let cancelled = client.send("textDocument/hover", at(&main, 1, 9));
    client.notify("$/cancelRequest", json!({ "id": cancelled }));
    client.answer(cancelled);
    let definition = client.ask("textDocument/definition", at(&main, 0, 5));
    assert_eq!(definition["uri"], json!(gateway), "{definition}");
    client.goodbye();
}

/// A declaration moves to a file that the client makes, where it can.
#[test]
fn a_declaration_moves_to_a_new_file() {
    // Neovim says nothing of edits with versions, which operations on files come with.
    for (said, makes) in [(json!(true), true), (Value::Null, true), (json!(true), false)] {
        let folder = tempfile::tempdir().expect("a folder");
        let shop = file(folder.path(), "shop.tm", "process api\nstore db\n");
        file(folder.path(), "tm.toml", "name = \"shop\"\n");
        let cache = tempfile::tempdir().expect("a folder");
        let operations = if makes { json!(["create"]) } else { json!([]) };
        let edits = json!({ "documentChanges": said, "resourceOperations": operations });
        let capabilities = json!({ "workspace": { "workspaceEdit": edits } });
        let (mut client, _) = Client::begin(cache.path(), folder.path(), &capabilities);
        client.open(&shop, "process api\nstore db\n");
        let place = json!({ "line": 0, "character": 9 });
        let actions = client.ask(
            "textDocument/codeAction",
            json!({
                "textDocument": { "uri": shop },
                "range": { "start": place, "end": place },
                "context": { "diagnostics": [], "only": ["refactor.move"] },
            }),
        );
        let actions = actions.as_array().expect("actions");
        assert_eq!(actions.len(), usize::from(makes), "{actions:?}");
        if makes {
            let changes = &actions[0]["edit"]["documentChanges"];
            let new = uri(&folder.path().join("api.tm"));
            assert_eq!(changes[0], json!({ "kind": "create", "uri": new }), "{changes}");
            assert_eq!(changes[1]["textDocument"]["uri"], json!(new), "{changes}");
            assert_eq!(changes[1]["edits"][0]["newText"], json!("process api\n"), "{changes}");
            assert_eq!(changes[2]["textDocument"], json!({ "uri": shop, "version": 1 }), "{changes}");
        }
        client.goodbye();
    }
}

/// Packages are studied one after the other: that others use one of them is seen when these were studied.
#[test]
fn what_other_packages_use_is_not_shown_as_unused() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| file(folder.path(), name, text);
    let house = write("a_house/main.tm", "process gate\ncontrol Shield: process \"Shield\" { strength = 10% }\n");
    write("a_house/tm.toml", "name = \"a_house\"\n");
    write("shop/main.tm", "use a_house\nprocess shop { apply Shield }\nflow shop -> gate\n");
    write("shop/tm.toml", "name = \"shop\"\n[dependencies]\na_house = { path = \"../a_house\" }\n");
    let cache = tempfile::tempdir().expect("a folder");
    let (mut client, _) = Client::begin(cache.path(), folder.path(), &asks_again());
    let all = client.ask("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let files = all["items"].as_array().expect("files");
    let said = files.iter().find(|file| file["uri"] == json!(house)).expect("the file of the house");
    assert_eq!(said["items"], json!([]), "{said}");
    client.goodbye();
}

/// A client asks again about a text that it changed itself; only of what else changed it has to be told.
#[test]
fn who_asks_is_told_of_what_changed_elsewhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| file(folder.path(), name, text);
    let one = write("one.tm", "process api\nflow api -> gateway\n");
    let other = write("other.tm", "process gateway\n");
    write("tm.toml", "name = \"shop\"\n");
    let cache = tempfile::tempdir().expect("a folder");
    let (mut client, _) = Client::begin(cache.path(), folder.path(), &asks_again());
    client.open(&one, "process api\nflow api -> gateway\n");
    client.open(&other, "process gateway\n");
    let diagnostics = |client: &mut Client, uri: &str| {
        let report = client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } }));
        report["items"].as_array().map(Vec::len)
    };
    let told =
        |client: &Client| client.told.iter().filter(|it| it["method"] == json!("workspace/diagnostic/refresh")).count();
    assert_eq!((diagnostics(&mut client, &one), diagnostics(&mut client, &other)), (Some(0), Some(0)));
    let edit = |client: &mut Client, uri: &str, version: i32, changes: Value| {
        let document = json!({ "uri": uri, "version": version });
        client.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    };
    for (version, end) in [(2, 19), (3, 18), (4, 17)] {
        edit(&mut client, &one, version, change(1, end - 1, end, ""));
        assert_eq!(diagnostics(&mut client, &one), Some(1));
    }
    assert_eq!(told(&client), 0, "the mistake stands where it was made");
    edit(&mut client, &one, 5, change(1, 16, 16, "way"));
    assert_eq!(diagnostics(&mut client, &one), Some(0));
    edit(&mut client, &other, 2, change(0, 8, 15, "gate"));
    assert_eq!(diagnostics(&mut client, &other), Some(0));
    assert_eq!(diagnostics(&mut client, &one), Some(1));
    // A mistake has come to a file that was not changed.
    client.until("workspace/diagnostic/refresh", |_| true);
    client.goodbye();
}

/// Lenses and hints beside a text that nobody changed: the client hears that they may be different.
#[test]
fn texts_that_nobody_changed_are_looked_at_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| file(folder.path(), name, text);
    const RULES: &str = "control Wall: process \"Wall\" { strength = 10% }\n";
    const MODEL: &str = "process api\nprocess web { apply Wall }\nflow web -> api\n";
    let (rules, model) = (write("rules.tm", RULES), write("model.tm", MODEL));
    write("tm.toml", "name = \"shop\"\n");
    let cache = tempfile::tempdir().expect("a folder");
    let again = json!({ "refreshSupport": true });
    let capabilities = json!({ "workspace": { "codeLens": again, "inlayHint": again } });
    let (mut client, _) = Client::begin(cache.path(), folder.path(), &capabilities);
    client.open(&model, MODEL);
    let lenses =
        |client: &mut Client, uri: &str| client.ask("textDocument/codeLens", json!({ "textDocument": { "uri": uri } }));
    lenses(&mut client, &model);
    let told = |client: &Client, what: &str| client.told.iter().any(|it| it["method"] == json!(what));
    assert!(!told(&client, "workspace/codeLens/refresh"), "no other text is open");
    client.open(&rules, RULES);
    let applied = lenses(&mut client, &rules);
    assert_eq!(applied[0]["command"]["title"], json!("applied in 1 place"), "{applied}");
    client.until("workspace/codeLens/refresh", |_| true);
    client.until("workspace/inlayHint/refresh", |_| true);
    let document = json!({ "uri": model, "version": 2 });
    let changes = change(1, 11, 26, "");
    client.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    client.until("workspace/codeLens/refresh", |_| true);
    let applied = lenses(&mut client, &rules);
    assert_eq!(applied[0]["command"]["title"], json!("applied nowhere here"), "{applied}");
    assert!(!told(&client, "workspace/semanticTokens/refresh"), "nobody said that colours can be asked for again");
    client.goodbye();
}

/// Editors show other states of a file beside it; those are not its text.
#[test]
fn other_states_of_a_file_are_no_part_of_the_model() {
    let folder = tempfile::tempdir().expect("a folder");
    let shop = file(folder.path(), "shop.tm", "process api\nprocess web\n");
    file(folder.path(), "tm.toml", "name = \"shop\"\n");
    let cache = tempfile::tempdir().expect("a folder");
    let (mut client, _) = Client::begin(cache.path(), folder.path(), &asks_again());
    client.open(&shop, "process api\nprocess web\nflow web -> api\n");
    let before = format!("git:{}?ref", shop.trim_start_matches("file://"));
    client.open(&before, "process gone: Nothing\n");
    let report = client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": shop } }));
    assert_eq!(report["items"], json!([]), "{report}");
    assert_eq!(client.ask("textDocument/hover", at(&before, 0, 9)), Value::Null);
    client.goodbye();
}

/// Where nobody tells of changes outside, a rename looks for itself: its places would be others.
#[test]
fn a_rename_knows_what_changed_on_the_disk() {
    let folder = tempfile::tempdir().expect("a folder");
    let shop = file(folder.path(), "shop.tm", "process api\n");
    let flows = file(folder.path(), "flows.tm", "process web\nflow web -> api\n");
    file(folder.path(), "tm.toml", "name = \"shop\"\n");
    let cache = tempfile::tempdir().expect("a folder");
    let (mut client, _) = Client::begin(cache.path(), folder.path(), &asks_again());
    client.open(&shop, "process api\n");
    client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": flows } }));
    file(folder.path(), "flows.tm", "// One more line.\nprocess web\nflow web -> api\n");
    let mut asked = at(&shop, 0, 9);
    asked["newName"] = json!("gateway");
    let edit = client.ask("textDocument/rename", asked);
    let start = json!({ "line": 2, "character": 12 });
    assert_eq!(edit["changes"][&flows][0]["range"]["start"], start, "{edit}");
    client.goodbye();
}

#[test]
fn files_of_the_library_can_be_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.tm");
    let cache = tempfile::tempdir().expect("a folder");
    let mut client = Client::start(cache.path());
    client.ask("initialize", json!({ "capabilities": {}, "rootUri": null }));
    client.notify("initialized", json!({}));
    let own = uri(&path);
    client.open(&own, "use std.web\nprocess api { authentication = OAuth2 }\nprocess web: WebService\n");
    let found = client.ask("textDocument/definition", at(&own, 1, 18));
    let place = found["uri"].as_str().expect("an address").to_owned();
    let file = place.strip_prefix("file://").expect("a file");
    let text = std::fs::read_to_string(file).expect("a file that is there");
    let line = text.lines().nth(usize::try_from(found["range"]["start"]["line"].as_u64().unwrap_or(0)).unwrap_or(0));
    assert!(line.is_some_and(|line| line.contains("authentication")), "{found}");
    // A type of the library has its place among others, though its file is not open.
    let types = client.ask("textDocument/prepareTypeHierarchy", at(&own, 2, 15));
    let below = client.ask("typeHierarchy/subtypes", json!({ "item": types[0] }));
    let above = client.ask("typeHierarchy/supertypes", json!({ "item": below[0] }));
    assert_eq!((&types[0]["name"], &above[0]["name"]), (&json!("WebService"), &json!("WebService")), "{below}");
    // Opened in the editor it is a file of its package, and says what its package says.
    client.open(&place, &text);
    let symbols = client.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": place } }));
    assert!(symbols.as_array().is_some_and(|symbols| !symbols.is_empty()));
    client.goodbye();
}

#[test]
fn tests_run_folders_move_and_variables_are_typed_together() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| file(folder.path(), name, text);
    let main = write("shop/main.tm", "use pay\nprocess api\nflow api -> gateway\n");
    let manifest = write("shop/tm.toml", "name = \"shop\"\n[dependencies]\npay = { path = \"../pay\" }\n");
    write("pay/main.tm", "process gateway\n");
    write("pay/tm.toml", "name = \"pay\"\n");
    let test = write("shop/main.test.tm", "");
    let cache = tempfile::tempdir().expect("a folder");
    let (mut client, offered) = Client::begin(cache.path(), folder.path(), &json!({}));
    assert_eq!(offered["executeCommandProvider"]["commands"], json!(["tm.runTest"]));
    client.notify("workspace/didChangeConfiguration", json!({ "settings": { "tm": { "threats": "some" } } }));
    let told = client.until("window/showMessage", |_| true);
    assert!(told["message"].as_str().is_some_and(|told| told.contains("cannot be `\"some\"`")), "{told}");

    // The test is not saved: what runs is what stands in the editor.
    client.open(&test, "test \"it holds\" {\n  process a\n  expect a.external\n}\n");
    let lenses = client.ask("textDocument/codeLens", json!({ "textDocument": { "uri": test } }));
    let command = &lenses[0]["command"];
    assert_eq!((&command["title"], &command["command"]), (&json!("run test"), &json!("tm.runTest")), "{lenses}");
    let run = json!({ "command": command["command"], "arguments": command["arguments"] });
    let ended = client.ask("workspace/executeCommand", run.clone());
    assert_eq!(ended["passed"], json!(false), "{ended}");
    let shown = client.until("window/showMessage", |_| true);
    assert_eq!((&shown["type"], &shown["message"]), (&json!(1), &ended["message"]));
    let document = json!({ "uri": test, "version": 2 });
    let changes = change(2, 9, 19, "not a.external");
    client.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    assert_eq!(client.ask("workspace/executeCommand", run)["passed"], json!(true));
    let unknown =
        client.send("workspace/executeCommand", json!({ "command": "tm.runTest", "arguments": [test, "no"] }));
    assert!(client.answer(unknown).get("error").is_some());

    let (old, new) = (uri(&folder.path().join("pay")), uri(&folder.path().join("lib/money")));
    let edit = client.ask("workspace/willRenameFiles", json!({ "files": [{ "oldUri": old, "newUri": new }] }));
    assert_eq!(edit["changes"][&manifest][0]["newText"], json!("\"../lib/money\""), "{edit}");
    let mut rename = at(&main, 0, 5);
    rename["newName"] = json!("money");
    let edit = client.ask("textDocument/rename", rename);
    assert_eq!(edit["changes"][&manifest][0]["newText"], json!("money"), "{edit}");

    let asked = |view: &str| json!({ "textDocument": { "uri": main }, "view": view });
    let picture = client.ask("tm/preview", asked("nope"));
    assert_eq!((&picture["missing"], &picture["view"]), (&json!("nope"), &picture["views"][0]), "{picture}");
    let picture = client.ask("tm/preview", asked(picture["view"].as_str().expect("a name")));
    assert_eq!(picture["missing"], Value::Null);

    client.open(&main, "fn far(p: process) = p.external\n");
    let linked = client.ask("textDocument/linkedEditingRange", at(&main, 0, 7));
    assert_eq!(linked["ranges"].as_array().map(Vec::len), Some(2), "{linked}");
    client.goodbye();
}

/// Neovim's own client. Where there is no Neovim this says so and passes.
#[test]
fn neovim_is_a_client() {
    if Command::new("nvim").arg("--version").output().is_err() {
        println!("left out: Neovim is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("shop.tm");
    let text = "// 😀\nprocess   api \"Schnittstelle für alle\"\nstore db\nflow api -> nobody\n";
    std::fs::write(&file, text).expect("a file");
    let cache = tempfile::tempdir().expect("a folder");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/neovim/session.lua");
    let done = Command::new("nvim")
        .args(["--clean", "--headless", "-S"])
        .arg(script)
        .current_dir(folder.path())
        .env("TM_SERVER", env!("CARGO_BIN_EXE_tm-case"))
        .env("TM_FILE", &file)
        .env("XDG_CACHE_HOME", cache.path())
        .stdin(Stdio::null())
        .output()
        .expect("Neovim");
    let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success() && said.contains("session ok"), "{said}");
}
