//! Jira Cloud's REST API, version 3: the few calls that tickets need.

use crate::http::{Answer, Client, Request, Trouble, address};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::time::Duration;
use tm_pipeline::jira::{Ticket, Wanted, comment};
use tm_pipeline::results::{hash, short};
use ureq::http::Method;

/// Where the site, the account and its token are read from.
const VARIABLES: [&str; 3] = ["TM_JIRA_URL", "TM_JIRA_USER", "TM_JIRA_TOKEN"];
/// Tickets of one page; Jira gives no more than 100 with these fields.
const PAGE: usize = 100;
/// Keys that are noted at most: a property of a user holds 32,768 characters.
const NOTED: usize = 1_000;
/// Pages that are read.
const PAGES: usize = 500;

/// Why a call did not do what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub message: String,
    /// There is no sense in going on: every further call would fail, too.
    pub fatal: bool,
    /// What was asked for may have been done all the same.
    pub unsure: bool,
}

impl From<Trouble> for Refusal {
    fn from(trouble: Trouble) -> Self {
        Refusal { message: trouble.0, fatal: true, unsure: true }
    }
}

/// A site of Jira, as somebody.
pub struct Jira {
    client: Client,
    site: String,
    secret: String,
    /// What is never shown, in whatever form a service may repeat it.
    secrets: Vec<String>,
}

impl Jira {
    /// The site, user and token that the environment names.
    ///
    /// # Errors
    /// Where one is missing or cannot be.
    pub fn of_environment(patience: Duration) -> Result<Self, String> {
        let read = |name: &str| {
            let value = variable(name);
            if value.is_empty() { Err(format!("the variable {name} is not set")) } else { Ok(value) }
        };
        let [site, user, token] = VARIABLES.map(read);
        let (site, user, token) = (site?, user?, token?);
        let checked = address(&site).map_err(|why| format!("what TM_JIRA_URL holds {why}"))?;
        let site = checked.to_string().trim_end_matches('/').to_owned();
        let secret = format!("Basic {}", STANDARD.encode(format!("{user}:{token}")));
        Ok(Jira { client: Client::new(patience), site, secret, secrets: secrets(&user, &token) })
    }

    /// True where the environment names no site at all.
    pub fn is_unset() -> bool {
        VARIABLES.iter().all(|name| variable(name).is_empty())
    }

    /// All tickets of a project with one of some labels.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub fn tickets(&self, project: &str, labels: &[String]) -> Result<Vec<Ticket>, Refusal> {
        let quoted: Vec<String> = labels.iter().map(|label| format!("\"{label}\"")).collect();
        let labels = quoted.join(", ");
        let jql = format!("project = \"{project}\" AND labels IN ({labels}) ORDER BY created ASC");
        let mut found = Vec::new();
        let mut tokens = BTreeSet::new();
        let mut token = None;
        for _ in 0..PAGES {
            let mut body = json!({ "jql": jql, "maxResults": PAGE, "fields": ["labels", "status"] });
            if let Some(token) = &token {
                body["nextPageToken"] = json!(token);
            }
            let page = self.call(Method::POST, "search/jql", Some(body), true)?;
            let issues = page["issues"].as_array().ok_or_else(|| strange("a page of issues"))?;
            found.extend(issues.iter().map(ticket).collect::<Option<Vec<_>>>().ok_or_else(|| strange("an issue"))?);
            let next = page["nextPageToken"].as_str().map(str::to_owned);
            if next.is_none() || page["isLast"] == json!(true) {
                return Ok(found);
            }
            if !tokens.insert(next.clone()) {
                return Err(strange("the next page"));
            }
            token = next;
        }
        Err(strange("so many pages"))
    }

    /// Tickets by their keys, as they are now: a search learns of changes late. Those that are gone are left out.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub fn fetch(&self, keys: &[String]) -> Result<Vec<Ticket>, Refusal> {
        let mut found = Vec::new();
        for some in keys.chunks(PAGE) {
            let body = json!({ "issueIdsOrKeys": some, "fields": ["labels", "status"] });
            let page = self.call(Method::POST, "issue/bulkfetch", Some(body), true)?;
            let issues = page["issues"].as_array().ok_or_else(|| strange("a list of issues"))?;
            if page["issueErrors"].as_array().is_some_and(|errors| !errors.is_empty()) {
                return Err(strange("all of the issues"));
            }
            found.extend(issues.iter().map(ticket).collect::<Option<Vec<_>>>().ok_or_else(|| strange("an issue"))?);
        }
        Ok(found)
    }

    /// The notes of what was changed last, which Jira keeps for the user.
    ///
    /// # Errors
    /// Where Jira does not say who the user is, or does not show them.
    pub fn notes(&self, project: &str, label: &str) -> Result<Notes<'_>, Refusal> {
        let user = self.call(Method::GET, "myself", None, true)?;
        let account =
            user["accountId"].as_str().filter(|id| id.bytes().all(is_plain)).ok_or_else(|| strange("a user"))?;
        let name = &hash(&format!("{project} {label}"))[..16];
        let path = format!("user/properties/tm-sync-{name}?accountId={}", account.replace(':', "%3A"));
        let kept = match self.asked(Method::GET, &path, None, true)? {
            answer if answer.status == 404 => Value::Null,
            answer => self.understood(&answer)?,
        };
        let keys = kept["value"]["changed"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let keys = keys.filter(|key| key.bytes().all(is_plain)).map(str::to_owned).collect();
        let making = kept["value"]["making"].as_str().map(str::to_owned);
        Ok(Notes { jira: self, path, keys, making })
    }

    /// Makes a ticket: its key.
    ///
    /// # Errors
    /// Where Jira refuses.
    pub fn create(&self, project: &str, issue_type: &str, wanted: &Wanted) -> Result<String, Refusal> {
        let fields = json!({
            "project": { "key": project },
            "issuetype": { "name": issue_type },
            "summary": wanted.summary,
            "description": wanted.description,
            "labels": wanted.labels,
        });
        let made = self.call(Method::POST, "issue", Some(json!({ "fields": fields })), false)?;
        let key = made["key"].as_str().filter(|key| key.bytes().all(is_plain));
        key.map(str::to_owned).ok_or_else(|| strange("a new issue"))
    }

    /// Writes a ticket anew; with a comment where there is something to say.
    ///
    /// # Errors
    /// Where Jira refuses.
    pub fn update(&self, key: &str, wanted: &Wanted, say: Option<&str>) -> Result<(), Refusal> {
        let mut body = json!({ "fields": {
            "summary": wanted.summary,
            "description": wanted.description,
            "labels": wanted.labels,
        } });
        if let Some(say) = say {
            body["update"] = json!({ "comment": [{ "add": { "body": comment(say) } }] });
        }
        self.call(Method::PUT, &format!("issue/{key}"), Some(body), say.is_none()).map(drop)
    }

    /// Says why a ticket is closed, and marks it so that it is not said again.
    ///
    /// # Errors
    /// Where Jira refuses.
    pub fn tell(&self, key: &str, label: &str, say: &str) -> Result<(), Refusal> {
        let body = json!({ "update": {
            "labels": [{ "add": label }],
            "comment": [{ "add": { "body": comment(say) } }],
        } });
        self.call(Method::PUT, &format!("issue/{key}"), Some(body), false).map(drop)
    }

    /// Moves a ticket to the first status that is done, or is not.
    ///
    /// # Errors
    /// Where Jira refuses, or its workflow knows no way.
    pub fn move_to(&self, key: &str, done: bool) -> Result<(), Refusal> {
        let path = format!("issue/{key}/transitions");
        let offered = self.call(Method::GET, &path, None, true)?;
        let ways = offered["transitions"].as_array().ok_or_else(|| strange("transitions"))?;
        let way = ways.iter().find(|way| (way["to"]["statusCategory"]["key"] == json!("done")) == done);
        let Some(id) = way.and_then(|way| way["id"].as_str()) else {
            let wanted = if done { "status that is done" } else { "open status" };
            return Err(Refusal { message: format!("its workflow leads to no {wanted}"), fatal: false, unsure: false });
        };
        self.call(Method::POST, &path, Some(json!({ "transition": { "id": id } })), true).map(drop)
    }

    fn call(&self, method: Method, path: &str, body: Option<Value>, repeatable: bool) -> Result<Value, Refusal> {
        self.understood(&self.asked(method, path, body, repeatable)?)
    }

    fn understood(&self, answer: &Answer) -> Result<Value, Refusal> {
        match answer.status {
            200..=299 if answer.body.trim().is_empty() => Ok(Value::Null),
            200..=299 => serde_json::from_str(&answer.body).map_err(|_| strange("JSON")),
            _ => Err(refused(answer, &self.secrets)),
        }
    }

    fn asked(&self, method: Method, path: &str, body: Option<Value>, repeatable: bool) -> Result<Answer, Refusal> {
        let address = format!("{}/rest/api/3/{path}", self.site);
        let body = body.map(|body| body.to_string());
        let request = Request { method, address: &address, secret: Some(&self.secret), body, repeatable };
        Ok(self.client.send(&request)?)
    }
}

/// Tickets that were changed so lately that the search may not know it yet.
pub struct Notes<'a> {
    jira: &'a Jira,
    path: String,
    /// Their keys, those noted first before the others.
    pub keys: Vec<String>,
    /// The label of the threat for which a ticket is being made: where it is still there at the next run, the answer was lost.
    pub making: Option<String>,
}

impl Notes<'_> {
    /// Keeps other keys from now on, and what is made next.
    ///
    /// # Errors
    /// Where Jira refuses.
    pub fn keep(&mut self, keys: Vec<String>, making: Option<&str>) -> Result<(), Refusal> {
        if keys == self.keys && making == self.making.as_deref() {
            return Ok(());
        }
        self.keys = keys;
        self.making = making.map(str::to_owned);
        let kept = &self.keys[self.keys.len().saturating_sub(NOTED)..];
        let noted = json!({ "changed": kept, "making": making });
        self.jira.call(Method::PUT, &self.path, Some(noted), true).map(drop)
    }

    /// Notes one more key, and what is made next.
    ///
    /// # Errors
    /// Where Jira refuses.
    pub fn add(&mut self, key: &str, making: Option<&str>) -> Result<(), Refusal> {
        let mut keys = self.keys.clone();
        keys.push(key.to_owned());
        self.keep(keys, making)
    }
}

/// True for what stands in keys and in ids of accounts, and means nothing in an address.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-_:".contains(&byte)
}

fn ticket(issue: &Value) -> Option<Ticket> {
    let key = issue["key"]
        .as_str()
        .filter(|key| key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)))?;
    let labels = issue["fields"]["labels"].as_array()?;
    Some(Ticket {
        key: key.to_owned(),
        labels: labels.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        done: issue["fields"]["status"]["statusCategory"]["key"] == json!("done"),
    })
}

fn strange(what: &str) -> Refusal {
    Refusal { message: format!("the answer is not {what} as Jira Cloud writes it"), fatal: true, unsure: true }
}

/// The forms of a secret: as it stands, with the user before it, and both in base64, of which the end may be cut.
fn secrets(user: &str, token: &str) -> Vec<String> {
    let pair = format!("{user}:{token}");
    let coded = [pair.as_str(), token].into_iter().flat_map(|text| [STANDARD.encode(text), URL_SAFE.encode(text)]);
    let mut all: Vec<String> = coded.map(|text| text.trim_end_matches('=').to_owned()).collect();
    all.extend([pair, token.to_owned()]);
    // The longest first: the others are parts of it.
    all.sort_by_key(|text| std::cmp::Reverse(text.len()));
    all.dedup();
    all
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default().trim().to_owned()
}

/// Jira's own words are about fields and values. What stands before it may repeat who asks: that is taken out.
fn refused(answer: &Answer, secrets: &[String]) -> Refusal {
    let said: Value = serde_json::from_str(&answer.body).unwrap_or_default();
    let plain = said["errorMessages"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
    let fields = said["errors"].as_object().into_iter().flatten();
    let fields = fields.filter_map(|(field, text)| Some(format!("{field}: {}", text.as_str()?)));
    let words = plain.chain(fields).collect::<Vec<String>>().join("; ");
    let words = secrets.iter().fold(words, |words, secret| words.replace(secret, "…"));
    let words = if words.is_empty() { String::new() } else { format!(": {}", short(&words, 300)) };
    let status = answer.status;
    let why = match status {
        401 => " (user and token do not fit)",
        403 => " (the user may not do this)",
        404 => " (there is no such thing, or the user may not see it)",
        429 => " (too many requests)",
        _ => "",
    };
    let fatal = matches!(status, 300..=399 | 401 | 403 | 429 | 500..);
    Refusal { message: format!("Jira answers {status}{why}{words}"), fatal, unsure: status >= 500 }
}
