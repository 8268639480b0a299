//! Findings that were rated by CVSS, as drafts of `vulnerability` declarations.

use super::short;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use tm_compiler::document::{Document, EvidenceCandidate};

/// Letters of a title.
const TITLE: usize = 100;

/// The candidates of a document as text of the language, the worst first. Those about no element are comments.
pub fn vulnerabilities(document: &Document) -> String {
    let candidates = &document.evidence.candidates;
    if candidates.is_empty() {
        return "// no finding with a CVSS vector that the model does not know already\n".to_owned();
    }
    let mut out =
        String::from("// Drafts from scanners' findings: keep what is real, and dismiss or remove the rest.\n");
    let mut names: BTreeSet<String> = BTreeSet::new();
    for one in candidates.iter().filter(|one| !one.element.is_empty()) {
        let name = name(one, &mut names);
        let _ = writeln!(out, "\nvulnerability {name} on {} {} {{", one.element, quoted(&title(one)));
        let attribute = if one.check.to_uppercase().starts_with("CVE-") { "cve" } else { "references" };
        let _ = writeln!(out, "  {attribute} = {}", quoted(&one.check));
        let _ = writeln!(out, "  cvss = {} // {:.1}", quoted(&one.cvss), one.score);
        let _ = writeln!(out, "}}");
    }
    for one in candidates.iter().filter(|one| one.element.is_empty()) {
        let place = if one.place.is_empty() { String::new() } else { format!(" at {}", line(&one.place)) };
        let _ = write!(
            out,
            "\n// {:.1} {}{place}: no element has this in its `code`, `image` or `resource`",
            one.score,
            line(&one.check)
        );
    }
    tm_grammar::format(&(out.trim_end().to_owned() + "\n")).text
}

fn title(one: &EvidenceCandidate) -> String {
    let text = if one.text.is_empty() { &one.check } else { &one.text };
    short(text, TITLE)
}

/// A name like the id; where two elements share it, with the element behind it.
fn name(one: &EvidenceCandidate, taken: &mut BTreeSet<String>) -> String {
    let letter = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
    let plain = |text: &str| -> String { text.chars().take(60).map(letter).collect() };
    let base = plain(&one.check);
    let base = if base.starts_with(|c: char| c.is_ascii_alphabetic()) { base } else { format!("v_{base}") };
    let longer = format!("{base}_{}", plain(&one.element));
    let numbered = (2..).map(|number: usize| format!("{longer}_{number}"));
    let free = [base.clone(), longer.clone()].into_iter().chain(numbered).find(|name| !taken.contains(name));
    let free = free.unwrap_or(base);
    taken.insert(free.clone());
    free
}

/// A text on one line, without what a source may not hold.
fn line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !super::turns(*c)).collect()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", line(text).replace('\\', "\\\\").replace('"', "\\\""))
}
