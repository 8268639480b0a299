//! `tm questions`: unknown facts, the one that settles most first.

use super::{argument, valid};
use crate::args::Questions;
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::terminal::style::Ink;
use crate::terminal::text::count;
use crate::terminal::threats::Page;
use crate::terminal::{questions, summary};
use tm_compiler::compose::Extent;

pub(super) fn run(args: &Questions, console: &mut Console) -> Result<Exit, Failure> {
    let Some(analysis) = valid(&args.model, console)? else {
        return Ok(Exit::Invalid);
    };
    let document = analysis.document_of(Extent { questions: usize::MAX, ..Extent::listing(0) });
    let (style, width) = (console.style, console.width);
    let path = argument(&args.model.path);
    if !analysis.model.elements.values().any(|element| element.kind.is_node()) && document.questions.is_empty() {
        let next = summary::next(&format!("tm test{path}"), "runs the tests of its rules", style);
        console.print(&format!("the package declares no elements, so there is nothing to ask about\n{next}"));
        return Ok(Exit::Clean);
    }
    if document.questions.is_empty() {
        let text = style.paint(Ink::Good, "no open question: every threat is decided by what the model states");
        console.print(&format!("{text}\n{}", summary::next(&format!("tm check{path}"), "lists the threats", style)));
        return Ok(Exit::Clean);
    }
    let mut text = questions::list(&document, Page { style, width });
    let asked = count(document.questions.len(), "question", "questions");
    let possible = count(document.summary.possible, "possible threat", "possible threats");
    text.push_str(&format!("{asked} about {possible}\n"));
    let first = document.questions.first().map(|one| format!("{}:{}", one.location.file, one.location.line));
    let why = format!("state the answer at {}, then check again", first.unwrap_or_default());
    text.push_str(&summary::next(&format!("tm check{path}"), &why, style));
    console.print(&text);
    Ok(Exit::Clean)
}
