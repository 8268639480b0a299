//! A badge for a page: how many threats are open, the highest of their risks, and whether the gate fails.

use super::xml;
use tm_compiler::document::Document;

/// Colours for steps of risk, 0 for none; dark enough for white letters.
const COLOURS: [&str; 6] = ["#2f7d32", "#2f7d32", "#5b7a1a", "#9a6700", "#bc4c00", "#b3261e"];

/// The badge as SVG.
pub fn badge(document: &Document) -> String {
    let summary = &document.summary;
    let counting = summary.open + summary.planned;
    let invalid = summary.gate.against.iter().any(|one| one.kind == "error");
    let fails = summary.gate.fails();
    let open = match counting {
        0 => "none open".to_owned(),
        number => format!("{number} open, {}", highest(document).0),
    };
    let text = match (invalid, fails) {
        (true, _) => "model is not valid".to_owned(),
        (false, true) => format!("{open}, gate fails"),
        (false, false) => open,
    };
    let step = if invalid || fails {
        5
    } else if counting == 0 {
        0
    } else {
        highest(document).1
    };
    draw("threats", &text, COLOURS[step.min(5)])
}

fn highest(document: &Document) -> (String, usize) {
    let found = document.risk.risk.iter().find(|level| level.name == document.summary.highest);
    found.map_or_else(Default::default, |level| (level.title.to_lowercase(), usize::from(level.tone)))
}

fn draw(label: &str, text: &str, colour: &str) -> String {
    let (left, right) = (width(label), width(text));
    let (label, text) = (xml(label), xml(text));
    let (whole, middle, centre) = (left + right, left / 2, left + right / 2);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{whole}\" height=\"20\" role=\"img\" aria-label=\"{label}: {text}\">\
         <title>{label}: {text}</title>\
         <rect width=\"{whole}\" height=\"20\" rx=\"3\" fill=\"#444\"/>\
         <path d=\"M{left} 0h{body}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H{left}z\" fill=\"{colour}\"/>\
         <g fill=\"#fff\" text-anchor=\"middle\" font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"11\">\
         <text x=\"{middle}\" y=\"14\">{label}</text><text x=\"{centre}\" y=\"14\">{text}</text></g></svg>\n",
        body = right - 3,
    )
}

/// Units that a text takes with its margins: letters of the font are about 7 wide, others at most 12.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 7 } else { 12 }).sum::<usize>() + 12
}
