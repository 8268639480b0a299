//! `tm notify slack`: what is new, where people talk.

use super::check;
use crate::args::{Check, Notify, Slack};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::http::{Client, Request, address};
use tm_pipeline::results::short;
use tm_pipeline::slack::message;
use ureq::http::Method;

/// Where the webhook is read from; it is a secret, so it is never an argument.
const WEBHOOK: &str = "TM_SLACK_WEBHOOK";

pub(super) fn run(args: &Notify, console: &mut Console) -> Result<Exit, Failure> {
    let Notify::Slack(args) = args;
    if !args.terms.compared() {
        return Err(Failure::new("what is new cannot be told without what was there before")
            .help("add `--baseline FILE` or `--against git:REV`"));
    }
    // Who cannot send learns it before a long analysis.
    let webhook = if args.dry_run { None } else { Some(webhook()?) };
    let Some(document) = check::judged(&Check::of(&args.model, &args.terms, false), console)? else {
        return Ok(Exit::Invalid);
    };
    let Some(message) = message(&document) else {
        console.print("nothing is new; no message\n");
        return Ok(Exit::Clean);
    };
    match webhook {
        None => console.print(&format!("{message:#}\n")),
        Some(webhook) => {
            post(args, &webhook, message.to_string())?;
            console.print("told Slack\n");
        }
    }
    Ok(Exit::Clean)
}

fn webhook() -> Result<String, Failure> {
    let stated = std::env::var(WEBHOOK).unwrap_or_default();
    if stated.trim().is_empty() {
        return Err(Failure::new(format!("the variable {WEBHOOK} holds no webhook"))
            .help("`--dry-run` shows the message without sending it"));
    }
    let checked = address(&stated).map_err(|why| Failure::new(format!("what {WEBHOOK} holds {why}")))?;
    Ok(checked.to_string())
}

fn post(args: &Slack, webhook: &str, body: String) -> Result<(), Failure> {
    // A message that came twice is worse than one that the next run sends.
    let request = Request { method: Method::POST, address: webhook, secret: None, body: Some(body), repeatable: false };
    let answer = Client::new(args.timeout).send(&request);
    let answer = answer.map_err(|trouble| Failure::new(format!("Slack was not told: {}", trouble.0)))?;
    match answer.status {
        200 if answer.body.trim() == "ok" => Ok(()),
        200 => Err(Failure::new("Slack was not told: the answer is not one of Slack's").help("look at the webhook")),
        status => {
            let said = words(&answer.body);
            Err(Failure::new(format!("Slack was not told: it answers {status}{said}")).help(match status {
                403 | 404 | 410 => "the webhook is not valid any more, or its channel is gone",
                429 => "too many messages were sent; try again later",
                500.. => "Slack has trouble; try again later",
                _ => "see https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
            }))
        }
    }
}

/// Slack's own word for what is wrong, `invalid_blocks`; what is no word may be anything, and is not repeated.
fn words(body: &str) -> String {
    let word = short(body, 60);
    let plain = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if plain { format!(" ({word})") } else { String::new() }
}
