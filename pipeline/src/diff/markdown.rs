//! A comparison as a comment on a pull request.

use super::words::{heading, tally};
use super::{Change, Class, Diff, What};
use crate::results::ticked;
use std::fmt::Write as _;
use tm_compiler::emit::escape::{markdown as escaped, markdown_code as code};

/// By this line a program finds its earlier comment and replaces it.
pub const MARK: &str = "<!-- tm diff -->";
/// Changes of one class that are shown.
const MOST: usize = 50;
/// Bytes after which nothing more is shown: code hosts refuse comments of more than 65,536 characters.
const LARGEST: usize = 60_000;

/// The comparison as Markdown, within the size that code hosts take.
pub fn markdown(diff: &Diff) -> String {
    let title = if diff.title.is_empty() { String::new() } else { format!(": {}", escaped(&diff.title)) };
    let mut out = format!("{MARK}\n### Threat model{title}\n\n");
    let _ = writeln!(out, "{} to {}: {}.", code(&diff.old), code(&diff.new), tally(diff));
    for class in Class::ALL {
        section(&mut out, diff, class);
    }
    out
}

fn section(out: &mut String, diff: &Diff, class: Class) {
    let changes: Vec<&Change> = diff.of(class).collect();
    if changes.is_empty() {
        return;
    }
    let folded = class == Class::Other;
    let _ = match folded {
        true => writeln!(out, "\n<details><summary>{} ({})</summary>\n", heading(class), changes.len()),
        false => writeln!(out, "\n#### {}\n", heading(class)),
    };
    let mut shown = 0;
    for change in changes.iter().take(MOST) {
        let text = one(change);
        if out.len() + text.len() > LARGEST {
            break;
        }
        out.push_str(&text);
        shown += 1;
    }
    if shown < changes.len() {
        let _ = writeln!(out, "- … and {} more", changes.len() - shown);
    }
    if folded {
        out.push_str("\n</details>\n");
    }
}

fn one(change: &Change) -> String {
    let word = match change.what {
        What::Added => "new",
        what => what.word(),
    };
    let head = if change.sort == "threat" { format!("{} ", code(&change.id)) } else { String::new() };
    let mut out = format!("- **{word}** {head}{}\n", ticked(&change.text));
    for line in &change.causes {
        let sign = if line.removed { "−" } else { "+" };
        let _ = writeln!(out, "  - {sign} {}", code(&format!("{}:{} {}", line.file, line.line, line.text)));
    }
    out
}
