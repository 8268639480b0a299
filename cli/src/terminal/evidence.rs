//! What scanners and tests say about the controls, on a screen.

use super::style::{Ink, Style};
use super::text::{clean, count, wrap};
use super::threats::Page;
use tm_compiler::document::{Document, EvidenceClaim, EvidenceFinding};

/// Findings without a claim that are listed.
const LISTED: usize = 10;

/// The claims with their verdicts, findings about which nothing is claimed, what was skipped; nothing without evidence.
pub fn render(document: &Document, all: bool, page: Page) -> String {
    let evidence = &document.evidence;
    if evidence.sources.is_empty() {
        return String::new();
    }
    let mut out = format!("{}\n", page.style.paint(Ink::Strong, "Evidence"));
    for one in &evidence.claims {
        let ink = match one.verdict.as_str() {
            "verified" => Ink::Good,
            "failing" => Ink::Error,
            _ => Ink::Warning,
        };
        led(&mut out, (&one.verdict, ink), &claim(one), page);
    }
    if evidence.unclaimed > 0 {
        let many = count(evidence.unclaimed, "finding", "findings");
        out.push_str(&format!("  {many} about which no control claims anything\n"));
        let shown = if all { evidence.findings.len() } else { LISTED };
        for one in evidence.findings.iter().take(shown) {
            lines(&mut out, &format!("  {}", finding(one)), page);
        }
        let hidden = evidence.unclaimed - evidence.findings.len().min(shown);
        if hidden > 0 {
            out.push_str(&format!("    … and {hidden} more\n"));
        }
    }
    if !evidence.candidates.is_empty() {
        let many = count(evidence.candidates.len(), "of them has", "of them have");
        let text = format!("{many} a CVSS vector: `--format vulnerabilities` drafts declarations");
        lines(&mut out, &text, page);
    }
    for source in &evidence.sources {
        for what in &source.skipped {
            lines(&mut out, &format!("{}: skipped {what}", source.file), page);
        }
    }
    out.push_str(&tally(document, page.style));
    out.push('\n');
    out
}

fn claim(one: &EvidenceClaim) -> String {
    let age = match one.age {
        Some(0) => ", today".to_owned(),
        Some(days) => format!(", {} old", count(usize::try_from(days).unwrap_or(0), "day", "days")),
        None if one.files.is_empty() => String::new(),
        None => ", no date".to_owned(),
    };
    format!("{}: {} on {}: {}{age} — {}", one.verdict, one.title, one.on, one.claim, one.because)
}

fn finding(one: &EvidenceFinding) -> String {
    let place = if one.place.is_empty() { String::new() } else { format!(" at {}", one.place) };
    let about = match one.elements.as_slice() {
        [] => "no element".to_owned(),
        elements => elements.join(", "),
    };
    format!("{about}: {} {}{place}", one.tool, one.check)
}

fn lines(out: &mut String, text: &str, page: Page) {
    led(out, ("", Ink::Strong), text, page);
}

/// Lines of which the first begins with a word in its colour.
fn led(out: &mut String, (word, ink): (&str, Ink), text: &str, page: Page) {
    for (at, line) in wrap(&clean(text), page.width.saturating_sub(6)).iter().enumerate() {
        let (margin, word) = if at == 0 { ("  ", word) } else { ("      ", "") };
        out.push_str(&format!("{margin}{}\n", page.style.led(line, word, (ink, None))));
    }
}

fn tally(document: &Document, style: Style) -> String {
    let claims = &document.evidence.claims;
    let number = |verdict: &str| claims.iter().filter(|one| one.verdict == verdict).count();
    let words = ["verified", "untested", "failing"].map(|verdict| format!("{} {verdict}", number(verdict)));
    let line = format!("  {}: {}", count(claims.len(), "claim", "claims"), words.join(", "));
    format!("{}\n", style.paint(Ink::Quiet, &line))
}
