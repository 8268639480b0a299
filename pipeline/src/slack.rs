//! What is new as one message for Slack, within the limits of Block Kit.

use crate::results::{short, step};
use serde_json::{Value, json};
use tm_compiler::document::{Against, Document, Threat};

/// Threats that are told one by one; with head, verdict and foot that is far from the 50 blocks of a message.
const MOST: usize = 20;
/// Other things that speak against passing.
const MOST_OTHERS: usize = 10;
/// Characters of a header; Slack takes 150.
const HEADER: usize = 140;
/// Characters of what stands in a section, before escaping; Slack takes 3,000 after it, and `&` becomes five.
const SECTION: usize = 500;

/// The message; none where nothing is new or worse.
pub fn message(document: &Document) -> Option<Value> {
    let news: Vec<&Threat> = document.threats.iter().filter(|threat| threat.counts && is_news(threat)).collect();
    let others: Vec<&Against> = document.summary.gate.against.iter().filter(|one| !is_threat(one)).collect();
    if news.is_empty() && others.is_empty() {
        return None;
    }
    let model = &document.model;
    let title = if model.title.is_empty() { &model.name } else { &model.title };
    let head = if title.is_empty() { "Threat model".to_owned() } else { format!("Threat model: {title}") };
    let verdict = verdict(document, &news);
    let mut blocks = vec![
        json!({ "type": "header", "text": { "type": "plain_text", "text": short(&head, HEADER), "emoji": false } }),
        section(&verdict),
    ];
    blocks.extend(news.iter().take(MOST).map(|threat| section(&told(threat))));
    let lines: Vec<String> = others.iter().take(MOST_OTHERS).map(|one| other(one)).collect();
    blocks.extend(lines.iter().map(|line| section(line)));
    let hidden = news.len().saturating_sub(MOST) + others.len().saturating_sub(MOST_OTHERS);
    if hidden > 0 {
        let text = format!("… and {hidden} more: `tm check` lists them");
        blocks.push(json!({ "type": "context", "elements": [{ "type": "mrkdwn", "text": text }] }));
    }
    // What notifications and screen readers show.
    let text = format!("{}: {verdict}", escaped(&short(&head, HEADER)));
    Some(json!({ "text": text, "blocks": blocks, "unfurl_links": false }))
}

fn is_news(threat: &Threat) -> bool {
    threat.standing == "new" || threat.standing == "worse"
}

fn is_threat(one: &Against) -> bool {
    ["threat", "level", "possible"].contains(&one.kind.as_str())
}

fn verdict(document: &Document, news: &[&Threat]) -> String {
    let number = |standing: &str| news.iter().filter(|threat| threat.standing == standing).count();
    let parts = [(number("new"), "new"), (number("worse"), "worse")];
    let parts = parts.iter().filter(|(number, _)| *number > 0).map(|(number, word)| format!("{number} {word}"));
    let parts = parts.collect::<Vec<_>>().join(", ");
    let threats = match (news.len(), parts.is_empty()) {
        (_, true) => "No new threats".to_owned(),
        (1, _) => format!("{parts} threat"),
        _ => format!("{parts} threats"),
    };
    let gate = &document.summary.gate;
    if gate.fails() {
        format!("*{threats}.* The check fails: {}.", escaped(&short(&gate.reasons.join(", "), SECTION)))
    } else {
        format!("*{threats}.* The check passes.")
    }
}

fn told(threat: &Threat) -> String {
    let mark =
        [":white_circle:", ":large_blue_circle:", ":large_yellow_circle:", ":large_orange_circle:", ":red_circle:"];
    let change = match (threat.standing.as_str(), threat.stood_at.is_empty()) {
        ("worse", false) => format!(", was {}", escaped(&threat.stood_at)),
        _ => String::new(),
    };
    format!(
        "{} *{}*{change}  `{}`\n{}\n{}:{}",
        mark[step(&threat.residual) - 1],
        escaped(&short(&threat.residual.title, 80)),
        code(&threat.id),
        escaped(&short(&threat.message, SECTION)),
        escaped(&short(&threat.location.file, 200)),
        threat.location.line,
    )
}

fn other(one: &Against) -> String {
    format!(":warning: *{}*: {}", escaped(&short(&one.subject, 200)), escaped(&short(&one.text, SECTION)))
}

fn section(text: &str) -> Value {
    json!({ "type": "section", "text": { "type": "mrkdwn", "text": text } })
}

/// The three characters that mean something in Slack's text: no mention or link comes from a model.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn code(text: &str) -> String {
    escaped(&short(text, 200).replace('`', "'"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::baseline::Baseline;
    use crate::sample;
    use tm_compiler::document::Gate;

    fn marked() -> Document {
        let mut document = sample::document();
        Baseline::default().mark(&mut document);
        document
    }

    #[test]
    fn nothing_new_is_no_message() {
        let mut document = sample::document();
        Baseline::of(&sample::document()).mark(&mut document);
        document.summary.gate = Gate::of(Vec::new(), true);
        assert!(message(&document).is_none());
    }

    #[test]
    fn texts_are_escaped_and_within_the_limits() {
        let mut document = marked();
        document.model.title = "<!channel> & co ".repeat(40);
        document.threats[0].message = "&<>".repeat(2_000);
        document.threats[0].id = "<@U1>`".repeat(100);
        document.threats = vec![document.threats[0].clone(); 70];
        document.summary.gate.against = vec![document.summary.gate.against[1].clone(); 70];
        let message = message(&document).unwrap();
        let blocks = message["blocks"].as_array().unwrap();
        assert!(blocks.len() <= 50);
        for block in blocks {
            let text = block["text"]["text"].as_str().or(block["elements"][0]["text"].as_str()).unwrap();
            let most = if block["type"] == "header" { 150 } else { 3_000 };
            assert!(!text.is_empty() && text.chars().count() <= most, "{text}");
            assert!(block["type"] == "header" || !text.contains('<'), "{text}");
        }
        assert!(!message["text"].as_str().unwrap().contains('<'));
        assert!(blocks.last().unwrap()["elements"][0]["text"].as_str().unwrap().contains("110 more"));
    }
}
