//! What changed between two models, on a screen.

use super::style::Ink;
use super::text::{clean, wrap};
use super::threats::Page;
use tm_pipeline::diff::{Change, Class, Diff, Line, What, heading, tally};

/// The changes by class, those that matter most first, each with the lines that caused it.
pub fn render(diff: &Diff, page: Page) -> String {
    let style = page.style;
    let title = clean(&diff.title);
    let sides = clean(&format!("{} → {}", diff.old, diff.new));
    let mut out = match title.as_str() {
        "" => format!("{sides}\n"),
        title => format!("{sides}  {}\n", style.paint(Ink::Strong, title)),
    };
    for class in Class::ALL {
        let mut changes = diff.of(class).peekable();
        if changes.peek().is_some() {
            out.push_str(&format!("\n{}\n", style.paint(Ink::Strong, heading(class))));
        }
        changes.for_each(|change| one(&mut out, change, page));
    }
    out + "\n" + &tally(diff) + "\n"
}

fn one(out: &mut String, change: &Change, page: Page) {
    let sign = match change.what {
        What::Added => "+",
        What::Removed => "-",
        What::Moved => ">",
        What::Renamed | What::Changed => "~",
    };
    let id = if change.sort == "threat" { format!("{}:", clean(&change.id)) } else { String::new() };
    let text = clean(&format!("{id} {}", change.text));
    for (at, line) in wrap(&text, page.width.saturating_sub(4)).iter().enumerate() {
        let head = if at == 0 { page.style.paint(ink(change.class), sign) } else { " ".to_owned() };
        let line = if at == 0 { page.style.led(line, &id, (Ink::Strong, None)) } else { line.clone() };
        out.push_str(&format!("  {head} {line}\n"));
    }
    for line in &change.causes {
        cause(out, line, page);
    }
}

/// A line of the source: its place, and itself in the colour of what came or went.
fn cause(out: &mut String, line: &Line, page: Page) {
    let (sign, ink) = if line.removed { ('-', Ink::Tone(4)) } else { ('+', Ink::Good) };
    let place = clean(&format!("{}:{}", line.file, line.line));
    let text = clean(&format!("{place} {sign} {}", line.text));
    for (at, line) in wrap(&text, page.width.saturating_sub(8)).iter().enumerate() {
        let (margin, place) = if at == 0 { ("      ", place.as_str()) } else { ("        ", "") };
        out.push_str(&format!("{margin}{}\n", page.style.led(line, place, (Ink::Quiet, Some(ink)))));
    }
}

fn ink(class: Class) -> Ink {
    match class {
        Class::Risk => Ink::Error,
        Class::Exposure | Class::Governance => Ink::Warning,
        Class::Identity => Ink::Note,
        Class::Other => Ink::Quiet,
    }
}
