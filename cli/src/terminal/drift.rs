//! What was compared with what is built, on a screen; what differs is shown as diagnostics.

use super::style::Ink;
use super::text::{clean, count, wrap};
use super::threats::Page;
use tm_compiler::drift::Answer;

/// Lines of a list that are shown unless all are asked for.
const LISTED: usize = 10;

/// Facts that could be stated, what was skipped, what was compared.
pub fn render(answer: &Answer, all: bool, page: Page) -> String {
    let mut out = String::new();
    let unstated = answer.unstated.iter();
    let unstated = unstated.map(|one| format!("{}.{} = {}  ({})", one.element, one.property, one.built, one.resource));
    let heading =
        format!("{} known there, and not said in the model", count(answer.unstated.len(), "fact is", "facts are"));
    list(&mut out, &heading, &unstated.collect::<Vec<_>>(), all, page);
    let kinds = answer.unknown_kinds.iter().map(|one| format!("{} ({})", one.kind, one.count));
    let kinds: Vec<String> = kinds.collect();
    list(&mut out, "No table of a library knows these kinds of resources", &kinds, all, page);
    let skipped =
        answer.files.iter().flat_map(|one| one.skipped.iter().map(move |what| format!("{}: skipped {what}", one.file)));
    list(&mut out, "Not everything could be read", &skipped.collect::<Vec<_>>(), true, page);
    let counts = &answer.counts;
    let mut line = format!(
        "{} in {}, {} claimed by {}; {}",
        count(counts.resources, "resource", "resources"),
        count(answer.files.len(), "file", "files"),
        counts.claimed,
        count(counts.elements, "element", "elements"),
        count(counts.agreeing, "fact agrees", "facts agree"),
    );
    if counts.silent_elements > 0 {
        line.push_str(&format!("; {} no resource", count(counts.silent_elements, "element names", "elements name")));
    }
    if counts.unasked > 0 {
        let many = count(counts.unasked, "pattern of `resource` is", "patterns of `resource` are");
        line.push_str(&format!("; {many} about what was not given, or not read to the end"));
    }
    for line in wrap(&line, page.width) {
        out.push_str(&format!("{line}\n"));
    }
    match answer.verdict {
        "clean" => out.push_str("nothing differs\n"),
        "partial" => out.push_str("nothing differs in what could be read; the rest was not compared\n"),
        "drift" if answer.files.iter().any(|file| file.cut) => {
            out.push_str("what could not be read was not compared\n");
        }
        "unread" => out.push_str("not compared: a file could not be read at all\n"),
        _ => {}
    }
    out
}

fn list(out: &mut String, heading: &str, lines: &[String], all: bool, page: Page) {
    if lines.is_empty() {
        return;
    }
    out.push_str(&format!("{}\n", page.style.paint(Ink::Strong, heading)));
    let shown = if all { lines.len() } else { LISTED };
    for line in lines.iter().take(shown) {
        for (at, line) in wrap(&clean(line), page.width.saturating_sub(6)).iter().enumerate() {
            out.push_str(&format!("{}{line}\n", if at == 0 { "  " } else { "      " }));
        }
    }
    if lines.len() > shown {
        out.push_str(&format!("  … and {} more (`--all` shows them)\n", lines.len() - shown));
    }
    out.push('\n');
}
