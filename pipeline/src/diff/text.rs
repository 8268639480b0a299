//! A comparison for people at a terminal.

use super::{Change, Class, Diff, Line, What};
use std::fmt::Write as _;

/// The comparison as plain text.
pub fn text(diff: &Diff) -> String {
    let mut out = format!("{} → {}", diff.old, diff.new);
    if !diff.title.is_empty() {
        let _ = write!(out, "  {}", one_line(&diff.title));
    }
    out.push('\n');
    for class in Class::ALL {
        let mut changes = diff.of(class).peekable();
        if changes.peek().is_none() {
            continue;
        }
        let _ = writeln!(out, "\n{}", heading(class));
        for change in changes {
            one(&mut out, change);
        }
    }
    let _ = writeln!(out, "\n{}", tally(diff));
    out
}

pub(super) fn heading(class: Class) -> &'static str {
    match class {
        Class::Risk => "Risk rose",
        Class::Exposure => "Exposure grew",
        Class::Identity => "Ids that tickets may refer to",
        Class::Governance => "What the model is judged by",
        Class::Other => "Other changes",
    }
}

/// How many changes of each class.
pub(super) fn tally(diff: &Diff) -> String {
    if diff.changes.is_empty() {
        return "nothing changed".to_owned();
    }
    let counts = diff.counts;
    let all = [
        (counts.risk, "risk"),
        (counts.exposure, "exposure"),
        (counts.identity, "identity"),
        (counts.governance, "governance"),
        (counts.other, "other"),
    ];
    let some = all.iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = some.map(|(number, word)| format!("{number} {word}")).collect();
    let changes = if diff.changes.len() == 1 { "change" } else { "changes" };
    format!("{} {changes}: {}", diff.changes.len(), parts.join(", "))
}

fn one(out: &mut String, change: &Change) {
    let sign = match change.what {
        What::Added => '+',
        What::Removed => '-',
        What::Moved => '>',
        What::Renamed | What::Changed => '~',
    };
    let head = if change.sort == "threat" { format!("{}  ", change.id) } else { String::new() };
    let _ = writeln!(out, "  {sign} {head}{}", one_line(&change.text));
    for line in &change.causes {
        let _ = writeln!(out, "      {}", cause(line));
    }
}

fn cause(line: &Line) -> String {
    let sign = if line.removed { '-' } else { '+' };
    one_line(&format!("{}:{} {sign} {}", line.file, line.line, line.text))
}

/// Text of a model that does not steer a terminal.
fn one_line(text: &str) -> String {
    let hidden = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown = text.chars().filter(|c| !hidden(*c));
    shown
        .map(|c| {
            if c == '\n' || c == '\t' {
                ' '
            } else if c.is_control() {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}
