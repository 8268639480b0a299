//! Questions: what the model leaves open, and what each answer would settle.

use super::style::{Ink, Style};
use super::text::{clean, count, pad, width, wrap};
use super::threats::Page;
use std::fmt::Write as _;
use tm_compiler::document::{Document, Question};

/// Questions shown below a list of threats.
const TOP: usize = 3;

/// The best questions (or all that settle something), and where the rest is; empty where nothing is open.
pub fn best(document: &Document, page: Page, all: bool, hint: &str) -> String {
    let possible = document.summary.possible;
    let settling: Vec<&Question> = document.questions.iter().filter(|one| one.settles > 0).collect();
    if settling.is_empty() {
        return String::new();
    }
    let head = match possible {
        0 => "Some of these are possible only, because facts are missing".to_owned(), // a strict model counts them
        possible => {
            format!("{} because facts are missing", count(possible, "threat is possible", "threats are possible"))
        }
    };
    let mut out = format!("{}\n\n", page.style.paint(Ink::Strong, &head));
    let shown = settling.iter().take(if all { usize::MAX } else { TOP });
    let name = shown.clone().map(|one| width(&name(one))).max().unwrap_or(0).min(page.width / 2);
    for question in shown.clone() {
        let settles = format!("settles {}", question.settles);
        let line = format!(
            "  {} {}  {}",
            page.style.paint(Ink::Note, "?"),
            page.style.paint(Ink::Strong, &pad(&self::name(question), name)),
            page.style.paint(Ink::Quiet, &settles),
        );
        let _ = writeln!(out, "{line}");
        for line in wrap(&asked(question), page.width.saturating_sub(4)) {
            let _ = writeln!(out, "    {line}");
        }
    }
    let rest = document.summary.questions.saturating_sub(shown.len());
    if rest > 0 {
        let more = count(rest, "more question", "more questions");
        let line = format!("… and {more}: {hint}");
        let _ = writeln!(out, "    {}", page.style.paint(Ink::Quiet, &line));
    }
    out.push('\n');
    out
}

/// All questions with their answers.
pub fn list(document: &Document, page: Page) -> String {
    let mut out = String::new();
    for (index, question) in document.questions.iter().enumerate() {
        let number = format!("{:>2}.", index + 1);
        let _ = writeln!(
            out,
            "{} {}  {}",
            page.style.paint(Ink::Quiet, &number),
            page.style.paint(Ink::Strong, &name(question)),
            page.style.paint(Ink::Quiet, &about(question)),
        );
        for line in wrap(&asked(question), page.width.saturating_sub(4)) {
            let _ = writeln!(out, "    {line}");
        }
        out.push_str(&answers(question, page.style));
        out.push('\n');
    }
    out
}

fn answers(question: &Question, style: Style) -> String {
    let widest = question.answers.iter().map(|one| width(&one.value)).max();
    let mut out = String::new();
    for answer in &question.answers {
        let mut effects = Vec::new();
        if answer.removes > 0 {
            effects.push(format!("removes {}", answer.removes));
        }
        if answer.confirms > 0 {
            effects.push(format!("confirms {}", answer.confirms));
        }
        let value = pad(&clean(&answer.value), widest.unwrap_or(0));
        let line = format!("      {}  {}", style.paint(Ink::Typed, &value), effects.join(", "));
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

/// What is asked: the property's own words, or the question as it is put together.
fn asked(question: &Question) -> String {
    let doc = question.doc.split("\n\n").next().unwrap_or_default().trim();
    clean(if doc.is_empty() { &question.text } else { doc })
}

fn name(question: &Question) -> String {
    clean(&format!("{}.{}", question.subject, question.property))
}

fn about(question: &Question) -> String {
    let mut effects = Vec::new();
    let waits = question.requirements.len();
    if question.settles > 0 || question.narrows == 0 && waits == 0 {
        effects.push(format!("settles {}", count(question.settles, "threat", "threats")));
    }
    if question.narrows > 0 {
        effects.push(format!("narrows the risk of {}", count(question.narrows, "threat", "threats")));
    }
    if waits > 0 {
        effects.push(format!("{} for it", count(waits, "requirement waits", "requirements wait")));
    }
    let effects = effects.join(", ");
    let place = format!("{}:{}", question.location.file, question.location.line);
    let default = if question.assumed { " · a default stands in" } else { "" };
    clean(&format!("{effects}{default} · {place}"))
}
