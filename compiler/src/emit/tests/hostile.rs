//! Names and texts that would be something else in the language they end up in.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{html, render};
use crate::document::Document;
use crate::emit::sample;

const TEXTS: [&str; 9] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "a | b || c \\| d",
    "two\nlines\r\n\n# heading\n```\ncode",
    "{{ model.title }} {% raw %} {# x #}",
    "back\\slash \\\" quote \\",
    "עברית \u{202e}gnp.exe\u{202c}",
    "]] --> end; %%{init: {}}%% </details> `x` & &lt; <!-- ",
];

/// The bookshop with that text in every place where a model may have it.
fn hostile(text: &str) -> Document {
    let mut document = sample::bookshop();
    let set = |slot: &mut String| text.clone_into(slot);
    let model = &mut document.model;
    [&mut model.title, &mut model.doc, &mut model.owner, &mut model.scope, &mut model.appetite]
        .into_iter()
        .for_each(set);
    for one in &mut document.elements {
        [&mut one.title, &mut one.doc, &mut one.type_title].into_iter().for_each(set);
        one.tags = vec![text.to_owned()];
        one.properties.iter_mut().for_each(|fact| set(&mut fact.value));
    }
    for one in &mut document.boundaries {
        [&mut one.title, &mut one.doc, &mut one.r#type].into_iter().for_each(set);
    }
    for one in &mut document.flows {
        [&mut one.title, &mut one.doc, &mut one.protocol, &mut one.protocol_title].into_iter().for_each(set);
    }
    for one in &mut document.data {
        [&mut one.title, &mut one.doc].into_iter().for_each(set);
    }
    for one in &mut document.rules {
        one.conditions.iter_mut().for_each(|condition| set(&mut condition.text));
        let texts = [&mut one.title, &mut one.doc, &mut one.detection, &mut one.remedy];
        texts.into_iter().for_each(set);
        one.category_title = text.to_owned();
        one.references[0].url = format!("javascript:{text}");
        let one = &mut one.references[0];
        [&mut one.id, &mut one.title, &mut one.catalog].into_iter().for_each(set);
    }
    for regime in &mut document.regimes {
        set(&mut regime.title);
        for one in &mut regime.requirements {
            [&mut one.title, &mut one.doc].into_iter().for_each(set);
            one.places[1].controls[0].verified_by[0] = text.to_owned();
        }
    }
    for one in &mut document.evidence.claims {
        [&mut one.claim, &mut one.because, &mut one.files[0], &mut one.on].into_iter().for_each(set);
    }
    for one in &mut document.evidence.findings {
        [&mut one.check, &mut one.place, &mut one.text].into_iter().for_each(set);
    }
    set(&mut document.evidence.sources[0].skipped[0]);
    for one in &mut document.threats {
        [&mut one.title, &mut one.message, &mut one.element_title].into_iter().for_each(set);
        for step in &mut one.proof {
            step.facts.iter_mut().for_each(|fact| set(&mut fact.origin_text));
        }
        for control in &mut one.controls {
            [&mut control.title, &mut control.owner, &mut control.ticket].into_iter().for_each(set);
        }
    }
    statements(&mut document, set);
    // An id with the text in it, on both sides of the reference.
    document.threats[0].id = format!("Rule@{text}");
    document.goals[0].threats = vec![document.threats[0].id.clone()];
    document
}

fn statements(document: &mut Document, set: impl Fn(&mut String) + Copy) {
    for one in &mut document.questions {
        [&mut one.text, &mut one.doc, &mut one.r#type, &mut one.property].into_iter().for_each(set);
        one.answers.iter_mut().for_each(|answer| set(&mut answer.value));
    }
    for one in &mut document.decisions {
        [&mut one.reason, &mut one.by, &mut one.target].into_iter().for_each(set);
    }
    for one in &mut document.policies {
        [&mut one.title, &mut one.doc].into_iter().for_each(set);
    }
    for one in &mut document.goals {
        [&mut one.title, &mut one.doc, &mut one.attacker, &mut one.impact].into_iter().for_each(set);
    }
    for one in &mut document.objectives {
        [&mut one.title, &mut one.doc, &mut one.impact].into_iter().for_each(set);
    }
    for one in &mut document.attackers {
        [&mut one.title, &mut one.doc, &mut one.motive, &mut one.skill].into_iter().for_each(set);
    }
    for one in &mut document.attacks {
        [&mut one.title, &mut one.doc].into_iter().for_each(set);
        one.steps.iter_mut().for_each(|step| set(&mut step.title));
    }
    for one in &mut document.vulnerabilities {
        set(&mut one.title);
    }
    for one in &mut document.assumptions {
        [&mut one.title, &mut one.doc].into_iter().for_each(set);
    }
    for one in &mut document.library_changes {
        [&mut one.subject, &mut one.reason].into_iter().for_each(set);
    }
    for one in &mut document.diagnostics {
        [&mut one.message, &mut one.help].into_iter().for_each(set);
    }
}

#[test]
fn pages_stay_whole() {
    let plain = html::read(&render("report.html", &sample::bookshop())).unwrap();
    for text in TEXTS {
        let page = html::read(&render("report.html", &hostile(text)));
        let page = page.unwrap_or_else(|error| panic!("{text:?}: {error}"));
        // Markdown in a comment may bring tags of its own, of these kinds.
        let harmless = ["p", "em", "strong", "code", "pre", "h1"];
        for tag in &page.tags {
            assert!(plain.tags.contains(tag) || harmless.contains(&tag.as_str()), "{text:?} {tag}");
        }
        for (key, value) in &page.attributes {
            assert!(!key.starts_with("on"), "{text:?} {key}={value}");
        }
        for link in &page.links {
            let known = ["#", "https://cwe.mitre.org/"];
            assert!(known.iter().any(|known| link.starts_with(known)), "{text:?} {link}");
        }
    }
}

#[test]
fn texts_are_shown_and_not_read_as_templates() {
    let text = render("report.html", &hostile("{{ 6 * 7 }}"));
    assert!(text.contains("{{ 6 * 7 }}"));
    let text = render("report.html", &hostile("<b>fat</b>"));
    assert!(text.contains("&lt;b&gt;fat&lt;"));
}

#[test]
fn markdown_tables_keep_their_shape() {
    for text in TEXTS {
        let report = render("report.md", &hostile(text));
        let plain = render("report.md", &sample::bookshop());
        assert_eq!(shape(&report), shape(&plain), "{text:?}\n{report}");
        for tag in raw_html(&report) {
            let own = ["<!--", "<br>", "<details>", "</details>", "<summary>", "<p>"];
            let own = own.iter().any(|own| tag.trim_start().starts_with(own));
            assert!(own && !tag.contains("<script") && !tag.contains("<img"), "{text:?} {tag}");
        }
    }
}

/// What Markdown takes for HTML.
fn raw_html(report: &str) -> Vec<String> {
    let events = Parser::new_ext(report, Options::ENABLE_TABLES);
    let html = events.filter_map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Some(html.into_string()),
        _ => None,
    });
    html.collect()
}

/// Cells of each table, headings, folds, and code blocks.
fn shape(report: &str) -> (Vec<usize>, usize, usize, usize) {
    let mut cells = Vec::new();
    let (mut headings, mut blocks) = (0, 0);
    for event in Parser::new_ext(report, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Table(_)) => cells.push(0),
            Event::Start(Tag::TableCell) => {
                if let Some(last) = cells.last_mut() {
                    *last += 1;
                }
            }
            Event::End(TagEnd::Heading(_)) => headings += 1,
            Event::End(TagEnd::CodeBlock) => blocks += 1,
            _ => {}
        }
    }
    let folds = report.lines().filter(|line| *line == "<details>" || *line == "</details>").count();
    (cells, headings, blocks, folds)
}

#[test]
fn diagrams_keep_their_labels_in_quotes() {
    for text in TEXTS {
        let document = hostile(text);
        let dot = render("diagram.dot", &document);
        assert_eq!(outside_quotes(&dot), outside_quotes(&render("diagram.dot", &sample::bookshop())));
        let mermaid = render("diagram.mmd", &document);
        let plain = render("diagram.mmd", &sample::bookshop());
        assert_eq!(mermaid.lines().count(), plain.lines().count(), "{text:?}");
        for (line, expected) in mermaid.lines().zip(plain.lines()) {
            let outer = |line: &str| line.split('"').step_by(2).map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(outer(line), outer(expected), "{text:?}");
            assert!(!line.contains("%%"), "{line}");
        }
    }
}

/// What of a DOT text is not in a string.
fn outside_quotes(dot: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    let mut letters = dot.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if inside => drop(letters.next()),
            '"' => inside = !inside,
            _ if !inside => out.push(letter),
            _ => {}
        }
    }
    assert!(!inside, "a string is left open");
    out
}

#[test]
fn no_output_holds_a_character_that_turns_text_around() {
    let document = hostile(TEXTS[7]);
    for name in ["diagram.dot", "diagram.mmd", "report.html", "report.md"] {
        assert!(!render(name, &document).contains('\u{202e}'), "{name}");
    }
}
