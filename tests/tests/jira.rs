//! `tm sync jira` against a service that holds to Jira Cloud's rules, and against all that can go wrong on the way.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};
use tm_tests::server::{Asked, Reply, Server};

const TOKEN: &str = "TOKEN-SECRET";
/// `me@example.org:TOKEN-SECRET`.
const BASIC: &str = "Basic bWVAZXhhbXBsZS5vcmc6VE9LRU4tU0VDUkVU";

/// One issue of the service.
#[derive(Clone, Debug)]
struct Issue {
    summary: String,
    labels: Vec<String>,
    comments: usize,
    done: bool,
}

/// What the service knows, and how it misbehaves.
#[derive(Debug, Default)]
struct Site {
    issues: Vec<Issue>,
    /// Requests that change something, so far.
    changes: usize,
    /// The change that is answered in another way.
    fault: Option<(usize, Reply)>,
    /// It is answered so, and done all the same.
    lost: bool,
    /// Its workflow has no way to an end.
    endless: bool,
    /// What the search knows, where it is behind.
    searched: Option<Vec<Issue>>,
    /// Properties of the user.
    properties: BTreeMap<String, Value>,
    /// Properties are not taken.
    forgetful: bool,
}

/// The site, and its state.
fn site() -> (Server, Arc<Mutex<Site>>) {
    let state: Arc<Mutex<Site>> = Arc::default();
    let inner = Arc::clone(&state);
    (Server::start(move |asked| inner.lock().unwrap().answer(asked)), state)
}

impl Site {
    fn answer(&mut self, asked: &Asked) -> Reply {
        if asked.header("authorization") != BASIC {
            return Reply::says(401, "{\"errorMessages\":[\"Client must be authenticated\"]}");
        }
        let body = serde_json::from_str(&asked.body).unwrap_or(Value::Null);
        let Some(path) = asked.path.strip_prefix("/rest/api/3/") else { return Reply::says(404, "") };
        let reads = ["search/jql", "issue/bulkfetch"].contains(&path) || asked.method == "GET";
        if let Some(property) = path.strip_prefix("user/properties/") {
            return self.property(asked, property, &body);
        }
        if !reads {
            self.changes += 1;
            if let Some((at, reply)) = self.fault.clone().filter(|(at, _)| *at == self.changes) {
                self.fault = None;
                assert_eq!(at, self.changes);
                if self.lost {
                    self.create(&body["fields"]);
                }
                return reply;
            }
        }
        let parts: Vec<&str> = path.split('/').collect();
        match (asked.method.as_str(), parts.as_slice()) {
            ("POST", ["search", "jql"]) => self.search(&body),
            ("GET", ["myself"]) => Reply::says(200, "{\"accountId\":\"70121:ab-cd\"}"),
            ("POST", ["issue", "bulkfetch"]) => self.fetch(&body),
            ("POST", ["issue"]) => self.create(&body["fields"]),
            ("PUT", ["issue", key]) => self.update(key, &body),
            ("GET", ["issue", key, "transitions"]) => self.transitions(key),
            ("POST", ["issue", key, "transitions"]) => self.transition(key, &body),
            _ => Reply::says(404, ""),
        }
    }

    /// Two a page, and a token for the next.
    fn search(&self, body: &Value) -> Reply {
        let jql = body["jql"].as_str().unwrap_or_default();
        let label = jql.split("labels IN (\"").nth(1).and_then(|rest| rest.split('"').next());
        let Some(label) = label.filter(|_| jql.starts_with("project = \"SHOP\" AND ")) else {
            return Reply::says(400, "{\"errorMessages\":[\"Error in the JQL Query\"]}");
        };
        if body["maxResults"].as_u64().is_none_or(|most| most == 0 || most > 5_000) {
            return Reply::says(400, "{\"errorMessages\":[\"maxResults\"]}");
        }
        let issues = self.searched.as_ref().unwrap_or(&self.issues);
        let found: Vec<usize> =
            (0..issues.len()).filter(|at| issues[*at].labels.iter().any(|one| one == label)).collect();
        let from: usize =
            body["nextPageToken"].as_str().map_or(0, |token| token.strip_prefix("page-").unwrap().parse().unwrap());
        let page: Vec<Value> = found.iter().skip(from).take(2).map(|at| shown(issues, *at)).collect();
        let last = from + 2 >= found.len();
        let mut answer = json!({ "issues": page, "isLast": last });
        if !last {
            answer["nextPageToken"] = json!(format!("page-{}", from + 2));
        }
        Reply::says(200, answer.to_string())
    }

    /// Issues by their keys, at most 100, as they are now.
    fn fetch(&self, body: &Value) -> Reply {
        let keys = body["issueIdsOrKeys"].as_array().unwrap();
        if keys.is_empty() || keys.len() > 100 {
            return Reply::says(400, "{\"errorMessages\":[\"issueIdsOrKeys\"]}");
        }
        let all: Vec<Value> = (0..self.issues.len()).map(|at| shown(&self.issues, at)).collect();
        let found: Vec<Value> = all.into_iter().filter(|issue| keys.contains(&issue["key"])).collect();
        Reply::says(200, json!({ "issues": found, "issueErrors": [] }).to_string())
    }

    /// What a user notes for itself.
    fn property(&mut self, asked: &Asked, path: &str, body: &Value) -> Reply {
        let Some(key) = path.strip_suffix("?accountId=70121%3Aab-cd").filter(|key| key.len() < 256) else {
            return Reply::says(403, "");
        };
        match asked.method.as_str() {
            "GET" => match self.properties.get(key) {
                Some(value) => Reply::says(200, json!({ "key": key, "value": value }).to_string()),
                None => Reply::says(404, "{\"errorMessages\":[\"no such property\"]}"),
            },
            "PUT" if !self.forgetful && asked.body.len() <= 32_768 => {
                let status = if self.properties.insert(key.to_owned(), body.clone()).is_none() { 201 } else { 200 };
                Reply::says(status, "")
            }
            _ => Reply::says(400, "{}"),
        }
    }

    fn create(&mut self, fields: &Value) -> Reply {
        if fields["project"]["key"] != "SHOP" || fields["issuetype"]["name"] != "Task" {
            return Reply::says(
                400,
                "{\"errorMessages\":[],\"errors\":{\"issuetype\":\"Specify a valid issue type\"}}",
            );
        }
        match checked(fields) {
            Err(field) => Reply::says(400, format!("{{\"errorMessages\":[],\"errors\":{{\"{field}\":\"is wrong\"}}}}")),
            Ok((summary, labels)) => {
                self.issues.push(Issue { summary, labels, comments: 0, done: false });
                let number = self.issues.len();
                Reply::says(201, format!("{{\"id\":\"{}\",\"key\":\"SHOP-{number}\"}}", 9_999 + number))
            }
        }
    }

    fn at(&mut self, key: &str) -> &mut Issue {
        let number: usize = key.strip_prefix("SHOP-").unwrap().parse().unwrap();
        &mut self.issues[number - 1]
    }

    fn update(&mut self, key: &str, body: &Value) -> Reply {
        if body["fields"].is_object() {
            match checked(&body["fields"]) {
                Err(field) => return Reply::says(400, format!("{{\"errors\":{{\"{field}\":\"is wrong\"}}}}")),
                Ok((summary, labels)) => {
                    let issue = self.at(key);
                    (issue.summary, issue.labels) = (summary, labels);
                }
            }
        }
        // A field stands in `fields` or in `update`, never in both.
        if body["fields"]["labels"].is_array() && body["update"]["labels"].is_array() {
            return Reply::says(400, "{\"errors\":{\"labels\":\"Field 'labels' cannot be set twice\"}}");
        }
        for change in body["update"]["labels"].as_array().into_iter().flatten() {
            let label = change["add"].as_str().unwrap().to_owned();
            assert!(!label.contains(' '));
            self.at(key).labels.push(label);
        }
        for change in body["update"]["comment"].as_array().into_iter().flatten() {
            assert!(is_document(&change["add"]["body"]), "{change}");
            self.at(key).comments += 1;
        }
        Reply::says(204, "")
    }

    fn transitions(&mut self, key: &str) -> Reply {
        let way = |id: &str, category: &str| json!({ "id": id, "to": { "statusCategory": { "key": category } } });
        let mut ways = vec![way("11", "indeterminate")];
        if !self.endless {
            ways.push(way("31", "done"));
        }
        let _ = self.at(key);
        Reply::says(200, json!({ "transitions": ways }).to_string())
    }

    fn transition(&mut self, key: &str, body: &Value) -> Reply {
        self.at(key).done = body["transition"]["id"] == "31";
        Reply::says(204, "")
    }
}

fn shown(issues: &[Issue], at: usize) -> Value {
    let category = if issues[at].done { "done" } else { "new" };
    json!({ "id": format!("{}", 10_000 + at), "key": format!("SHOP-{}", at + 1), "fields": {
        "labels": issues[at].labels,
        "status": { "name": category, "statusCategory": { "key": category } },
    } })
}

/// What Jira asks of the fields that we write.
fn checked(fields: &Value) -> Result<(String, Vec<String>), &'static str> {
    let summary = fields["summary"].as_str().unwrap_or_default();
    if summary.is_empty() || summary.chars().count() > 255 || summary.contains('\n') {
        return Err("summary");
    }
    if !is_document(&fields["description"]) || fields["description"].to_string().len() > 32_767 {
        return Err("description");
    }
    let labels: Vec<String> =
        fields["labels"].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect();
    let good =
        |label: &String| !label.is_empty() && label.chars().count() <= 255 && !label.contains(char::is_whitespace);
    if labels.iter().all(good) { Ok((summary.to_owned(), labels)) } else { Err("labels") }
}

/// Atlassian's document format, as far as we write it.
fn is_document(value: &Value) -> bool {
    fn node(value: &Value) -> bool {
        let inner = || value["content"].as_array().is_some_and(|all| !all.is_empty() && all.iter().all(node));
        match value["type"].as_str() {
            Some("text") => value["text"].as_str().is_some_and(|text| !text.is_empty()),
            Some("heading") => {
                value["attrs"]["level"].as_u64().is_some_and(|level| (1..=6).contains(&level)) && inner()
            }
            Some("paragraph" | "bulletList" | "listItem") => inner(),
            _ => false,
        }
    }
    value["type"] == "doc"
        && value["version"] == 1
        && value["content"].as_array().is_some_and(|all| all.iter().all(node))
}

/// A model with threats to five processes; those in `fixed` are safe.
fn model(fixed: &[usize], impact: &str) -> String {
    let mut text = format!(
        "model shop \"Shop\" {{ appetite = Low }}\nthreat Unchecked: Stride.Tampering \"Unchecked {}\" {{\n  on p: process\n  \
         when not p.input_validation\n  likelihood = High\n  impact = {impact}\n  message = \"{{p}} takes anything.\"\n}}\n",
        "very long ".repeat(40),
    );
    for at in 0..5 {
        text += &format!("process p{at} {{ input_validation = {} }}\n", fixed.contains(&at));
    }
    text
}

fn sync(dir: &Path, server: &Server, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tm-case"));
    command.args(["sync", "jira", "shop.tm", "--project", "SHOP", "--timeout", "1"]).args(more).current_dir(dir);
    command.env("TM_JIRA_URL", &server.address).env("TM_JIRA_USER", "me@example.org").env("TM_JIRA_TOKEN", TOKEN);
    for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env_remove(name);
    }
    let output = command.env("NO_COLOR", "1").output().unwrap();
    assert!(!said(&output).contains(TOKEN) && !said(&output).contains("bWVA"), "{}", said(&output));
    output
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

/// Runs it and expects an exit code and words.
fn expect(output: &Output, code: i32, words: &str) {
    assert_eq!(output.status.code(), Some(code), "{}", said(output));
    assert!(said(output).contains(words), "`{words}` in {}", said(output));
}

fn write(dir: &Path, text: &str) {
    fs::write(dir.join("shop.tm"), text).unwrap();
}

/// The labels by which issues are found again.
fn fingerprints(site: &Site) -> BTreeSet<String> {
    let all = site.issues.iter().flat_map(|issue| &issue.labels);
    all.filter(|label| label.len() == 35 && label.starts_with("tm-")).cloned().collect()
}

#[test]
fn an_issue_lives_as_long_as_its_threat() {
    let dir = tempfile::tempdir().unwrap();
    let (server, state) = site();
    write(dir.path(), &model(&[], "High"));
    expect(&sync(dir.path(), &server, &[]), 0, "5 changes, 0 as they should be; --apply makes them");
    assert_eq!(state.lock().unwrap().changes, 0, "nothing is done unless it is asked for");
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "5 changes made");
    assert_eq!(fingerprints(&state.lock().unwrap()).len(), 5);
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "0 changes made, 5 as they should be");
    assert_eq!(state.lock().unwrap().changes, 5, "the same again changes nothing");

    state.lock().unwrap().issues[3].labels.push("urgent".into());
    write(dir.path(), &model(&[1], "Low"));
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "5 changes made");
    {
        let state = state.lock().unwrap();
        assert!(state.issues[0].summary.len() < 256 && state.issues[3].labels.contains(&"urgent".to_owned()));
        let closed: Vec<usize> = (0..5).filter(|at| state.issues[*at].done).collect();
        assert_eq!((closed, state.issues[1].comments), (vec![1], 1));
    }
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "0 changes made, 4 as they should be");

    write(dir.path(), &model(&[], "Low"));
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "1 change made, 4 as they should be");
    let again = state.lock().unwrap().issues[1].clone();
    assert!(!again.done && again.comments == 2 && !again.labels.contains(&"tm-gone".to_owned()));
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "0 changes made, 5 as they should be");

    state.lock().unwrap().issues[2].done = true;
    expect(
        &sync(dir.path(), &server, &["--apply"]),
        0,
        "note: SHOP-3 is closed, but Unchecked@p2 is open in the model",
    );
    assert_eq!(state.lock().unwrap().issues.len(), 5);
}

#[test]
fn wherever_it_stops_the_same_command_does_the_rest() {
    let faults = [Reply::Hangs, Reply::Breaks, Reply::Garbage, Reply::says(500, "oh"), Reply::says(503, "")];
    for (at, fault) in faults.into_iter().enumerate() {
        let dir = tempfile::tempdir().unwrap();
        let (server, state) = site();
        write(dir.path(), &model(&[], "High"));
        state.lock().unwrap().fault = Some((at + 1, fault.clone()));
        let stopped = sync(dir.path(), &server, &["--apply"]);
        expect(&stopped, 2, &format!("stopped after {at} of 5 changes"));
        assert_eq!(state.lock().unwrap().issues.len(), at, "{fault:?}: what may have been made is not made twice");
        // Whether the last one was made is not known yet: it is left out once, and all others are made.
        expect(&sync(dir.path(), &server, &["--apply"]), 1, &format!("made, {at} as they should be"));
        assert_eq!(state.lock().unwrap().issues.len(), 4);
        expect(&sync(dir.path(), &server, &["--apply"]), 0, "1 change made, 4 as they should be");
        let different = fingerprints(&state.lock().unwrap()).len();
        let made = (different, state.lock().unwrap().issues.len());
        assert_eq!(made, (5, 5));
        // Closing takes two calls: stopping between them loses nothing and says nothing twice.
        write(dir.path(), &model(&[0, 1], "High"));
        let changes = state.lock().unwrap().changes;
        state.lock().unwrap().fault = Some((changes + 2, Reply::says(400, "{}")));
        expect(&sync(dir.path(), &server, &["--apply"]), 1, "1 change made, 3 as they should be, 1 failed");
        expect(&sync(dir.path(), &server, &["--apply"]), 0, "1 change made, 3 as they should be");
        let state = state.lock().unwrap();
        let mut told: Vec<(bool, usize)> = state.issues.iter().map(|issue| (issue.done, issue.comments)).collect();
        told.sort_unstable();
        assert_eq!(told, [(false, 0), (false, 0), (false, 0), (true, 1), (true, 1)]);
    }
}

/// A search learns late of what was made and changed: what was done a moment ago is known all the same.
#[test]
fn a_search_that_is_behind_makes_nothing_twice() {
    let dir = tempfile::tempdir().unwrap();
    let (server, state) = site();
    state.lock().unwrap().searched = Some(Vec::new());
    write(dir.path(), &model(&[], "High"));
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "5 changes made");
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "0 changes made, 5 as they should be");
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "0 changes made, 5 as they should be");
    assert_eq!(state.lock().unwrap().issues.len(), 5);

    // The search knows of the issues, and not of what became of them.
    let before = state.lock().unwrap().issues.clone();
    state.lock().unwrap().searched = Some(before);
    write(dir.path(), &model(&[1], "Low"));
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "5 changes made");
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "0 changes made, 4 as they should be");
    assert_eq!(state.lock().unwrap().issues[1].comments, 1, "it is said once");

    // Once it has caught up, nothing is noted any more.
    state.lock().unwrap().searched = None;
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "0 changes made, 4 as they should be");
    let state = state.lock().unwrap();
    assert_eq!((state.properties.len(), state.issues.len()), (1, 5));
    assert!(state.properties.values().all(|noted| noted["changed"] == json!([])), "{:?}", state.properties);
}

/// The answer to the making of an issue is lost, and the search does not know of it for a while.
#[test]
fn an_issue_whose_answer_was_lost_is_not_made_again() {
    let dir = tempfile::tempdir().unwrap();
    let (server, state) = site();
    write(dir.path(), &model(&[], "High"));
    {
        let mut site = state.lock().unwrap();
        (site.fault, site.lost, site.searched) = (Some((2, Reply::says(503, ""))), true, Some(Vec::new()));
    }
    expect(&sync(dir.path(), &server, &["--apply"]), 2, "so the next run leaves it out");
    expect(&sync(dir.path(), &server, &[]), 0, "whether an issue for");
    expect(&sync(dir.path(), &server, &["--apply"]), 1, "3 changes made, 1 as they should be");
    state.lock().unwrap().searched = None;
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "0 changes made, 5 as they should be");
    let site = state.lock().unwrap();
    assert_eq!((site.issues.len(), fingerprints(&site).len()), (5, 5));
    assert!(site.properties.values().all(|noted| noted["making"].is_null()), "{:?}", site.properties);
}

/// An answer that was lost made a second issue: it is closed, and the first one lives on.
#[test]
fn of_two_issues_about_one_threat_one_is_closed() {
    let dir = tempfile::tempdir().unwrap();
    let (server, state) = site();
    write(dir.path(), &model(&[], "High"));
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "5 changes made");
    let twin = state.lock().unwrap().issues[1].clone();
    state.lock().unwrap().issues.push(twin);
    expect(&sync(dir.path(), &server, &[]), 0, "would close SHOP-6, which is about the same threat as SHOP-2");
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "1 change made, 5 as they should be");
    {
        let state = state.lock().unwrap();
        assert!(state.issues[5].done && state.issues[5].labels.contains(&"tm-duplicate".to_owned()));
        assert_eq!((state.issues[5].comments, state.issues[1].done), (1, false));
    }
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "0 changes made, 5 as they should be");
    write(dir.path(), &model(&[1], "High"));
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "1 change made, 4 as they should be");
    assert!(state.lock().unwrap().issues[1].done);
}

/// What stands between here and Jira may repeat all that it was sent, and colour it.
#[test]
fn secrets_and_control_characters_of_a_service_are_not_printed() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &model(&[], "High"));
    let coded = BASIC.trim_start_matches("Basic ");
    for said in [BASIC, coded, TOKEN, "me@example.org:TOKEN-SECRET", "VE9LRU4tU0VDUkVU", coded.trim_end_matches('=')] {
        for status in [400, 503] {
            let (server, state) = site();
            let body = json!({ "errors": { "x": format!("\u{1b}[31mAuthorization: {said}\u{7}") } });
            state.lock().unwrap().fault = Some((1, Reply::says(status, body.to_string())));
            let output = sync(dir.path(), &server, &["--apply"]);
            let printed = self::said(&output);
            assert!(printed.contains("Authorization: "), "{printed}");
            assert!(!printed.contains(said) && !printed.contains(['\u{1b}', '\u{7}']), "{printed}");
        }
    }
}

#[test]
fn what_would_be_done_is_told_without_a_site() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &model(&[], "High"));
    let run = |more: &[&str], set: Option<&str>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tm-case"));
        command.args(["sync", "jira", "shop.tm", "--project", "SHOP"]).args(more).current_dir(dir.path());
        for name in ["TM_JIRA_URL", "TM_JIRA_USER", "TM_JIRA_TOKEN"] {
            command.env_remove(name);
        }
        if let Some(site) = set {
            command.env("TM_JIRA_URL", site);
        }
        command.env("NO_COLOR", "1").output().unwrap()
    };
    expect(&run(&[], None), 0, "5 changes, 0 as they should be; --apply makes them");
    expect(&run(&[], None), 0, "note: nobody was asked for the issues that there are");
    expect(&run(&["--apply"], None), 2, "the variable TM_JIRA_URL is not set");
    expect(&run(&[], Some("https://example.org")), 2, "the variable TM_JIRA_USER is not set");
}

#[test]
fn what_cannot_be_noted_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let (server, state) = site();
    state.lock().unwrap().forgetful = true;
    write(dir.path(), &model(&[], "High"));
    let stopped = sync(dir.path(), &server, &["--apply"]);
    expect(&stopped, 2, "nothing was done");
    assert_eq!(state.lock().unwrap().issues.len(), 0);
}

#[test]
fn busy_services_are_waited_for_and_refusals_are_told() {
    let dir = tempfile::tempdir().unwrap();
    let (server, state) = site();
    write(dir.path(), &model(&[], "High"));
    state.lock().unwrap().fault = Some((2, Reply::Says(429, "Retry-After: 1\r\n".into(), String::new())));
    expect(&sync(dir.path(), &server, &["--apply"]), 0, "5 changes made");
    assert_eq!(state.lock().unwrap().issues.len(), 5);
    expect(&sync(dir.path(), &server, &["--apply", "--issue-type", "Bug"]), 0, "5 as they should be");

    state.lock().unwrap().endless = true;
    write(dir.path(), &model(&[4], "High"));
    expect(
        &sync(dir.path(), &server, &["--apply"]),
        1,
        "failed: close SHOP-5: its workflow leads to no status that is done",
    );

    let (other, state) = site();
    expect(&sync(dir.path(), &other, &["--apply", "--issue-type", "Bug"]), 1, "issuetype: Specify a valid issue type");
    assert!(state.lock().unwrap().issues.is_empty());
}

#[test]
fn what_is_no_answer_of_jira_is_told() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &model(&[], "High"));
    let faults = [
        (Reply::says(200, "<html>login</html>"), "is not JSON as Jira Cloud writes it"),
        (Reply::says(200, "{\"issues\":[{\"key\":\"../../x\"}]}"), "is not an issue"),
        (Reply::says(200, "{\"issues\":[],\"nextPageToken\":\"a\"}"), "is not the next page"),
        (Reply::says(401, ""), "Jira answers 401 (user and token do not fit)"),
        (Reply::says(302, ""), "Jira answers 302"),
        (Reply::Hangs, "no answer within 1 s"),
    ];
    for (fault, words) in faults {
        let reply = fault.clone();
        let server = Server::start(move |_| reply.clone());
        expect(&sync(dir.path(), &server, &[]), 2, words);
    }
    // What only reads is tried again.
    let mut times = 0;
    let flaky = Server::start(move |_| {
        times += 1;
        if times < 3 {
            Reply::says(502, "")
        } else {
            Reply::says(200, "{\"issues\":[],\"isLast\":true,\"accountId\":\"me\"}")
        }
    });
    expect(&sync(dir.path(), &flaky, &[]), 0, "5 changes");
    assert_eq!(flaky.times(), 5, "the search three times, the user, and what the user noted");
    let mut bare = Command::new(env!("CARGO_BIN_EXE_tm-case"));
    bare.args(["sync", "jira", "shop.tm", "--project", "SHOP"])
        .current_dir(dir.path())
        .env_remove("TM_JIRA_URL")
        .env("TM_JIRA_USER", "me");
    expect(&bare.output().unwrap(), 2, "the variable TM_JIRA_URL is not set");
}
