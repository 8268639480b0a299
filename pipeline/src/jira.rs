//! Tickets for threats: which to make, change, close and open again, and what stands in them. Speaks to nobody.
//!
//! A ticket is found again by its labels alone: `tm-model-NAME` for all of a model, `tm-FINGERPRINT` for its threat,
//! `tm-state-HASH` for what was written last, `tm-gone` for what was closed because the threat went, `tm-duplicate` for
//! what was closed because another ticket is about the same threat.
//! Labels that people add stay.

use crate::results::{fingerprint, hash, short};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::document::{Document, Rule, Threat};

/// Label of every ticket.
pub const LABEL: &str = "threat-model";
/// Label of a ticket that was closed because its threat went.
pub const GONE: &str = "tm-gone";
/// Label of a ticket that was closed because another one is about its threat.
pub const DUPLICATE: &str = "tm-duplicate";
const STATE: &str = "tm-state-";
/// Characters of a summary; Jira takes 255.
const SUMMARY: usize = 250;
/// Characters of one paragraph; Jira takes 32,767 in a description.
const PARAGRAPH: usize = 4_000;

/// A ticket as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticket {
    /// `SHOP-12`.
    pub key: String,
    /// Its labels.
    pub labels: Vec<String>,
    /// It is in a status of the category "done".
    pub done: bool,
}

/// A ticket as it should be.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Id of the threat.
    pub threat: String,
    /// One line.
    pub summary: String,
    /// The description, in Atlassian's document format.
    pub description: Value,
    /// Our labels.
    pub labels: Vec<String>,
}

/// What to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Make a ticket.
    Create(Wanted),
    /// Write summary, description and labels anew.
    Update(String, Wanted),
    /// Say that the threat went, and close; the second part alone where the first was done.
    Close {
        /// The ticket.
        key: String,
        /// The comment was made already.
        told: bool,
    },
    /// Say which ticket is about the same threat, and close; the second part alone where the first was done.
    Duplicate {
        /// The ticket.
        key: String,
        /// The ticket that stays.
        of: String,
        /// The comment was made already.
        told: bool,
    },
    /// Open again (unless that was done) and say that the threat is back.
    Reopen {
        /// The ticket.
        key: String,
        /// It is open already.
        open: bool,
        /// What stands in it from now on.
        wanted: Wanted,
    },
}

/// What to do, and what was seen on the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// What to do, in the order of the threats; what is closed comes last.
    pub steps: Vec<Step>,
    /// Tickets that are as they should be.
    pub unchanged: usize,
    /// Remarks for people: tickets closed by hand.
    pub remarks: Vec<String>,
}

/// Label of all tickets of a model.
pub fn model_label(document: &Document) -> String {
    labelled(&document.model.name)
}

/// Tickets that a search found, with those that were changed lately as they are now. The keys that a search does not show
/// as they are: it has to catch up with these.
pub fn fresh(found: Vec<Ticket>, changed: Vec<Ticket>, document: &Document) -> (Vec<Ticket>, Vec<String>) {
    let mut models = earlier_labels(document);
    models.push(model_label(document));
    let mut tickets = found;
    let mut late = Vec::new();
    for ticket in changed {
        let known = tickets.iter().position(|one| one.key == ticket.key);
        if known.map(|at| &tickets[at]) != Some(&ticket) {
            late.push(ticket.key.clone());
        }
        match known {
            Some(at) => tickets[at] = ticket,
            None => tickets.push(ticket),
        }
    }
    tickets.retain(|ticket| models.iter().any(|model| has(ticket, model)));
    (tickets, late)
}

/// Labels of all tickets of a model under the names that it had before.
pub fn earlier_labels(document: &Document) -> Vec<String> {
    document.model.was.iter().map(|name| labelled(name)).collect()
}

fn labelled(name: &str) -> String {
    format!("tm-model-{}", plain(name))
}

/// What to do so that tickets are as the document says. Threats known from a baseline get no new ones.
pub fn plan(document: &Document, tickets: &[Ticket]) -> Plan {
    let mut plan = Plan::default();
    let (mut rest, twice) = by_threat(tickets);
    let rules: BTreeMap<&str, &Rule> = document.rules.iter().map(|rule| (rule.id.as_str(), rule)).collect();
    let (model, earlier) = (model_label(document), earlier_labels(document));
    let mut seen = BTreeSet::new();
    for threat in document.threats.iter().filter(|threat| threat.counts) {
        let label = format!("tm-{}", fingerprint(threat));
        if !seen.insert(label.clone()) {
            continue;
        }
        let wanted = wanted(threat, rules.get(threat.rule.as_str()).copied(), &model, &label);
        match rest.remove(label.as_str()) {
            Some(ticket) => plan.known(ticket, wanted, &earlier),
            None if threat.standing == "known" => {}
            None => plan.steps.push(Step::Create(wanted)),
        }
    }
    let mut closing: Vec<&Ticket> = rest.into_values().filter(|ticket| !ticket.done).collect();
    closing.sort_by_key(|ticket| (ticket.key.len(), &ticket.key));
    closing.dedup();
    plan.steps
        .extend(closing.into_iter().map(|ticket| Step::Close { key: ticket.key.clone(), told: has(ticket, GONE) }));
    plan.steps.extend(twice);
    plan
}

/// The ticket of each threat, and what to do with others about the same: an answer to the making of one was lost, say.
/// An open one stays before one that is closed, and the oldest before others.
fn by_threat(tickets: &[Ticket]) -> (BTreeMap<&str, &Ticket>, Vec<Step>) {
    let mut all: BTreeMap<&str, Vec<&Ticket>> = BTreeMap::new();
    for ticket in tickets {
        for label in ticket.labels.iter().filter(|label| is_fingerprint(label)) {
            all.entry(label).or_default().push(ticket);
        }
    }
    let (mut first, mut twice) = (BTreeMap::new(), Vec::new());
    for (label, of_one) in all {
        let own = |ticket: &&&Ticket| !has(ticket, DUPLICATE);
        let open = of_one.iter().filter(own).find(|ticket| !ticket.done);
        let Some(stays) = open.or_else(|| of_one.iter().find(own)) else { continue };
        first.insert(label, *stays);
        for ticket in of_one.iter().filter(|ticket| !ticket.done && ticket.key != stays.key) {
            let (key, of) = (ticket.key.clone(), stays.key.clone());
            twice.push(Step::Duplicate { key, of, told: has(ticket, DUPLICATE) });
        }
    }
    (first, twice)
}

impl Plan {
    /// Leaves out the making of a ticket, of which an earlier run did not learn whether it was made. True where it would have
    /// been made.
    pub fn put_off(&mut self, label: &str) -> bool {
        let is_it = |step: &Step| matches!(step, Step::Create(wanted) if wanted.labels.iter().any(|one| one == label));
        let Some(at) = self.steps.iter().position(is_it) else { return false };
        if let Step::Create(wanted) = self.steps.remove(at) {
            self.remarks.push(format!(
                "whether an issue for {} was made is not known, since the answer was lost: the next run makes it if the \
                 search does not know it then",
                wanted.threat
            ));
        }
        true
    }

    /// The label of the threat for which the first of these steps that does makes a ticket.
    pub fn making(steps: &[Step]) -> Option<&str> {
        let wanted = steps.iter().find_map(|step| if let Step::Create(wanted) = step { Some(wanted) } else { None })?;
        wanted.labels.iter().find(|label| is_fingerprint(label)).map(String::as_str)
    }

    /// The threat is open and has a ticket.
    fn known(&mut self, ticket: &Ticket, mut wanted: Wanted, earlier: &[String]) {
        let own = |label: &String| label.starts_with(STATE) || label == GONE || earlier.contains(label);
        let others = ticket.labels.iter().filter(|label| !own(label) && !wanted.labels.contains(label));
        let others: Vec<String> = others.cloned().collect();
        let current = wanted.labels.iter().all(|label| ticket.labels.contains(label));
        wanted.labels.extend(others);
        let key = ticket.key.clone();
        match (has(ticket, GONE), ticket.done) {
            (true, done) => self.steps.push(Step::Reopen { key, open: !done, wanted }),
            (false, true) => {
                self.remarks
                    .push(format!("{key} is closed, but {} is open in the model: decide it there", wanted.threat));
            }
            (false, false) if current => self.unchanged += 1,
            (false, false) => self.steps.push(Step::Update(key, wanted)),
        }
    }
}

fn has(ticket: &Ticket, label: &str) -> bool {
    ticket.labels.iter().any(|one| one == label)
}

fn is_fingerprint(label: &str) -> bool {
    label.strip_prefix("tm-").is_some_and(|rest| rest.len() == 32 && rest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn wanted(threat: &Threat, rule: Option<&Rule>, model: &str, label: &str) -> Wanted {
    let summary = short(&format!("{}: {} ({})", threat.title, threat.element_title, threat.residual.title), SUMMARY);
    let description = description(threat, rule);
    let state = hash(&format!("{summary}\n{description}"));
    let labels = [LABEL, model, label, &format!("{STATE}{}", &state[..16])].map(str::to_owned).to_vec();
    Wanted { threat: threat.id.clone(), summary, description, labels }
}

/// No lines of the source stand in it: they move with every change.
fn description(threat: &Threat, rule: Option<&Rule>) -> Value {
    let risk = &threat.residual;
    let mut parts = vec![
        paragraph(&threat.message),
        paragraph(&format!(
            "Risk {}, likelihood {}, impact {}; {}, {}.",
            risk.title, risk.likelihood, risk.impact, threat.verdict, threat.status
        )),
    ];
    if let Some(rule) = rule {
        parts.extend(headed("What it means", &rule.doc));
        parts.extend(headed("What to do", &rule.remedy));
    }
    let fixes: Vec<Value> =
        threat.fixes.iter().map(|fix| json!({ "type": "listItem", "content": [paragraph(&fix.title)] })).collect();
    if !fixes.is_empty() {
        parts.push(json!({ "type": "bulletList", "content": fixes }));
    }
    parts.push(paragraph(&format!("{} in {}. Written by tm sync jira.", threat.id, threat.location.file)));
    json!({ "type": "doc", "version": 1, "content": parts })
}

fn headed(title: &str, text: &str) -> Vec<Value> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let mut parts = vec![json!({ "type": "heading", "attrs": { "level": 3 }, "content": [text_node(title)] })];
    parts.extend(text.split("\n\n").filter(|part| !part.trim().is_empty()).take(20).map(paragraph));
    parts
}

/// A comment of one paragraph.
pub fn comment(text: &str) -> Value {
    json!({ "type": "doc", "version": 1, "content": [paragraph(text)] })
}

fn paragraph(text: &str) -> Value {
    json!({ "type": "paragraph", "content": [text_node(text)] })
}

/// Texts of no characters are refused.
fn text_node(text: &str) -> Value {
    let text = short(text, PARAGRAPH);
    json!({ "type": "text", "text": if text.is_empty() { "–".to_owned() } else { text } })
}

/// Letters, digits and `_`: labels know no blanks.
fn plain(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '-' }).take(100).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn ticket(key: &str, wanted: &Wanted, done: bool) -> Ticket {
        Ticket { key: key.into(), labels: wanted.labels.clone(), done }
    }

    fn first(document: &Document) -> Wanted {
        match plan(document, &[]).steps.as_slice() {
            [Step::Create(wanted)] => wanted.clone(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_ticket_is_made_once_and_changed_when_the_threat_does() {
        let mut document = sample::document();
        let wanted = first(&document);
        assert!(wanted.labels.iter().all(|label| !label.contains(' ')) && wanted.summary.len() < 255);
        let mut tickets = vec![ticket("SHOP-1", &wanted, false)];
        tickets[0].labels.push("urgent".into());
        assert_eq!(plan(&document, &tickets), Plan { unchanged: 1, ..Plan::default() });
        document.threats[0].location.line = 900;
        assert_eq!(plan(&document, &tickets).unchanged, 1, "a line that moved is no news");
        document.threats[0].residual.title = "Low".into();
        let [Step::Update(key, changed)] = &plan(&document, &tickets).steps[..] else { panic!() };
        assert_eq!(key, "SHOP-1");
        assert!(changed.labels.contains(&"urgent".to_owned()));
        assert_eq!(changed.labels.iter().filter(|label| label.starts_with(STATE)).count(), 1);
        document.threats[0].standing = "known".into();
        assert_eq!(plan(&document, &[]).steps, []);
    }

    #[test]
    fn what_went_is_closed_and_opened_again_from_wherever_it_stopped() {
        let mut document = sample::document();
        let wanted = first(&document);
        let mut open = ticket("SHOP-1", &wanted, false);
        let back = std::mem::take(&mut document.threats);
        let close = |told| vec![Step::Close { key: "SHOP-1".into(), told }];
        assert_eq!(plan(&document, &[open.clone()]).steps, close(false));
        open.labels.push(GONE.into());
        assert_eq!(plan(&document, &[open.clone()]).steps, close(true));
        open.done = true;
        assert_eq!(plan(&document, &[open.clone()]).steps, []);
        document.threats = back;
        let reopen = |open| vec![Step::Reopen { key: "SHOP-1".into(), open, wanted: wanted.clone() }];
        assert_eq!(plan(&document, &[open.clone()]).steps, reopen(false));
        open.done = false;
        assert_eq!(plan(&document, &[open]).steps, reopen(true));
        let by_hand = plan(&document, &[ticket("SHOP-1", &wanted, true)]);
        assert!(by_hand.steps.is_empty() && by_hand.remarks[0].contains("SHOP-1 is closed"));
    }

    #[test]
    fn a_model_that_is_renamed_keeps_its_tickets() {
        let mut document = sample::document();
        let before = first(&document);
        let kept = ticket("SHOP-1", &before, false);
        (document.model.name, document.model.was) = ("loja".into(), vec!["shop".into()]);
        assert_eq!(earlier_labels(&document), ["tm-model-shop"]);
        let (tickets, _) = fresh(vec![kept], Vec::new(), &document);
        let plan = plan(&document, &tickets);
        let [Step::Update(key, wanted)] = plan.steps.as_slice() else { panic!("{:?}", plan.steps) };
        let models: Vec<&String> = wanted.labels.iter().filter(|label| label.starts_with("tm-model-")).collect();
        assert_eq!((key.as_str(), models), ("SHOP-1", vec![&"tm-model-loja".to_owned()]));
    }

    #[test]
    fn of_tickets_that_exist_twice_one_stays() {
        let mut document = sample::document();
        let wanted = first(&document);
        let mut twice = [ticket("SHOP-1", &wanted, false), ticket("SHOP-2", &wanted, false)];
        let close = |key: &str, of: &str, told| Step::Duplicate { key: key.into(), of: of.into(), told };
        let of = |tickets: &[Ticket]| plan(&document, tickets);
        assert_eq!((of(&twice).unchanged, of(&twice).steps), (1, vec![close("SHOP-2", "SHOP-1", false)]));
        twice[1].labels.push(DUPLICATE.into());
        assert_eq!(of(&twice).steps, [close("SHOP-2", "SHOP-1", true)], "the comment was made, and it is open still");
        twice[1].done = true;
        assert_eq!((of(&twice).unchanged, of(&twice).steps), (1, vec![]));
        assert!(matches!(of(&twice[1..]).steps[..], [Step::Create(_)]), "a duplicate stands for nothing");
        let by_hand = [ticket("SHOP-1", &wanted, true), ticket("SHOP-2", &wanted, false)];
        assert_eq!((of(&by_hand).unchanged, of(&by_hand).steps, of(&by_hand).remarks.len()), (1, vec![], 0));
        document.threats.clear();
        twice[1] = ticket("SHOP-2", &wanted, false);
        let gone = Step::Close { key: "SHOP-1".into(), told: false };
        assert_eq!(plan(&document, &twice).steps, [gone, close("SHOP-2", "SHOP-1", false)]);
    }
}
