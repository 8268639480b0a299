//! Documentation comments (Markdown) as HTML that is safe to show.
//!
//! Raw HTML in a comment is shown as written, links lead to the web only, pictures become their
//! captions: a report never asks another machine for anything.

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

use super::escape::{unhidden, web_url};

/// Blocks: paragraphs, lists, tables, code.
pub(super) fn blocks(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 5 / 4);
    html::push_html(&mut out, events(&unhidden(text)));
    out.trim_end().to_owned()
}

/// One line: the same without paragraphs around it.
pub(super) fn inline(text: &str) -> String {
    let mut out = String::new();
    let text = unhidden(text);
    let kept = events(&text).filter(|event| {
        let paragraph = matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph));
        !paragraph
    });
    html::push_html(&mut out, kept);
    out.trim_end().to_owned()
}

/// HTML without line breaks: an HTML block of Markdown ends at an empty line, so there is none.
pub(super) fn block_for_markdown(text: &str) -> String {
    let html = blocks(text);
    let mut out = String::with_capacity(html.len());
    let mut rest = html.as_str();
    while let Some(start) = rest.find("<pre") {
        let end = rest[start..].find("</pre>").map_or(rest.len(), |end| start + end);
        out.push_str(&rest[..start].replace('\n', " "));
        out.push_str(&rest[start..end].replace('\n', "&#10;"));
        rest = &rest[end..];
    }
    out.push_str(&rest.replace('\n', " "));
    out.trim().to_owned()
}

fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    Parser::new_ext(text, options).filter_map(tame)
}

/// Takes the teeth out of one event.
fn tame(event: Event<'_>) -> Option<Event<'_>> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Image { .. }) => Some(Event::Start(Tag::Emphasis)),
        Event::End(TagEnd::Image) => Some(Event::End(TagEnd::Emphasis)),
        Event::Start(Tag::Heading { .. }) => Some(Event::Start(Tag::Strong)),
        Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Strong)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Some(Event::Start(Tag::Link { link_type, dest_url: CowStr::from(web_url(&dest_url)), title, id }))
        }
        Event::FootnoteReference(_) => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_is_shown_not_meant() {
        let html = blocks("a <script>alert(1)</script>\n\n<div onclick=x>\nb\n</div>");
        assert!(!html.contains("<script") && !html.contains("<div"), "{html}");
        assert!(html.contains("&lt;script&gt;") && html.contains("&lt;div"), "{html}");
    }

    #[test]
    fn links_and_pictures_lead_nowhere_dangerous() {
        let html = blocks("[x](javascript:alert(1)) ![cat](https://example.org/cat.png)");
        assert!(!html.contains("javascript") && !html.contains("<img"), "{html}");
        assert!(html.contains("<em>cat</em>"), "{html}");
    }

    #[test]
    fn inline_has_no_paragraph() {
        assert_eq!(inline("a `b` *c*"), "a <code>b</code> <em>c</em>");
    }

    #[test]
    fn blocks_for_markdown_have_no_line_breaks() {
        let html = block_for_markdown("a\n\n```\nx\n\ny\n```\n\nb");
        assert!(!html.contains('\n'), "{html}");
        assert!(html.contains("x&#10;&#10;y"), "{html}");
    }
}
