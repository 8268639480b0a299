//! Results in the formats of code hosts, each a function of the document.

mod badge;
pub mod combined;
mod github;
mod gitlab;
mod junit;
mod summary;
mod vulnerabilities;

pub use badge::badge;
pub use github::annotations;
pub use gitlab::{code_quality, sast};
pub use junit::junit;
pub use summary::summary;
pub use vulnerabilities::vulnerabilities;

use std::collections::BTreeSet;
use tm_compiler::document::{Against, Document, Risk, Threat};
use tm_compiler::emit::digest;
use tm_compiler::emit::escape::{markdown, markdown_code};

/// Which threats are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Possible threats, too.
    pub possible: bool,
    /// Not those that a decision covers.
    pub omit_decided: bool,
}

/// True for what a decision covers.
pub(crate) fn decided(threat: &Threat) -> bool {
    ["accepted", "transferred", "dismissed"].contains(&threat.status.as_str())
}

/// True for what would count, were its rule not newer than the library that the package pins.
pub(crate) fn is_upcoming(threat: &Threat) -> bool {
    !threat.gates_from.is_empty() && threat.verdict != "possible" && ["open", "planned"].contains(&&*threat.status)
}

/// The threats that a choice tells, those that matter most first.
pub(crate) fn told(document: &Document, choice: Choice) -> impl Iterator<Item = &Threat> {
    document.threats.iter().filter(move |threat| match threat.status.as_str() {
        "mitigated" => false,
        _ if decided(threat) => !choice.omit_decided && threat.verdict != "possible",
        _ => threat.counts || choice.possible || is_upcoming(threat),
    })
}

/// What speaks against passing and is neither among the threats nor among the diagnostics: verdicts of policies in Rego,
/// controls that evidence refutes, decisions that cover more than they were about, changes of what a model is judged by,
/// and policies of a revision that the model itself does not break, because it has them no more.
pub(crate) fn unseen(document: &Document) -> impl Iterator<Item = &Against> {
    let seen = |one: &Against| match one.kind.as_str() {
        "rego" | "failing" | "governance" | "outgrown" => false,
        "policy" => document.policies.iter().any(|own| own.name == one.subject && !own.broken_by.is_empty()),
        "undecided" => document.policies.iter().any(|own| own.name == one.subject && !own.undecided_for.is_empty()),
        _ => true,
    };
    document.summary.gate.against.iter().filter(move |one| !seen(one))
}

/// The id under which such a thing is told.
pub(crate) fn gate_rule(kind: &str) -> String {
    format!("gate.{kind}")
}

/// What such an id means, in a sentence.
pub(crate) fn gate_meaning(rule: &str) -> Option<&'static str> {
    Some(match rule.strip_prefix("gate.")? {
        "rego" => "A policy in Rego forbids it.",
        "policy" | "undecided" => "A policy of the revision that a change is judged by.",
        "outgrown" => "A decision of the revision covers a threat that is new, or a risk that rose.",
        "failing" => "A check refutes a control that the model says is there.",
        "governance" => {
            "A change of what the model is judged by: its appetite, policies, decisions, rules or libraries."
        }
        _ => return None,
    })
}

/// A stable fingerprint of a threat: by the oldest name that is known of it.
pub(crate) fn fingerprint(threat: &Threat) -> String {
    hash(threat.was.first().unwrap_or(&threat.full_id))
}

/// A fingerprint of a text: 32 hexadecimal digits.
pub fn hash(text: &str) -> String {
    digest::hex(text).chars().take(32).collect()
}

/// A fingerprint that is not among those given out already.
pub(crate) fn unique(wanted: String, given: &mut BTreeSet<String>) -> String {
    let mut found = wanted.clone();
    let mut times = 1;
    while !given.insert(found.clone()) {
        times += 1;
        found = hash(&format!("{wanted} {times}"));
    }
    found
}

/// How bad a risk is, on five steps from 1 to 5.
pub(crate) fn step(risk: &Risk) -> usize {
    usize::from(risk.tone.clamp(1, 5))
}

/// A text on one line, not longer than so many characters.
pub fn short(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// True for marks that turn the direction of the text around them: what stands beside them would read otherwise than it is.
pub(crate) fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Text with a sign in place of every such mark.
pub(crate) fn unturned(text: &str) -> String {
    text.replace(turns, "\u{fffd}")
}

/// A text for XML: escaped, without the characters that XML 1.0 does not know.
pub(crate) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("&#10;"),
            '\t' | '\r' => out.push(' '),
            c if c.is_control() || turns(c) || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

/// Text as Markdown, escaped but for what stands in back-ticks: that becomes code.
pub(crate) fn ticked(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts.map(|(at, part)| if at % 2 == 1 { markdown_code(part) } else { spaced(part) }).collect()
}

/// Escaped, with the blanks at its ends.
fn spaced(part: &str) -> String {
    let blank = |yes: bool| if yes { " " } else { "" };
    let inner = part.trim();
    if inner.is_empty() {
        return blank(!part.is_empty()).to_owned();
    }
    format!("{}{}{}", blank(part.starts_with(' ')), markdown(inner), blank(part.ends_with(' ')))
}

/// 32 hexadecimal digits in the form of a UUID.
pub(crate) fn uuid(hex: &str) -> String {
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-")
}
