//! The little Markdown of our own pages, for a terminal: headings, lists, code, paragraphs.

use super::style::{Ink, Style};
use super::text::{clean, wrap};
use std::fmt::Write as _;

/// Renders a page.
pub fn render(text: &str, style: Style, columns: usize) -> String {
    let mut page = Page { out: String::new(), style, columns, paragraph: String::new(), indent: 0 };
    let mut code = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            page.flush();
            code = !code;
        } else if code {
            let _ = writeln!(page.out, "    {}", style.paint(Ink::Typed, &clean(line)));
        } else {
            page.line(line);
        }
    }
    page.flush();
    page.out
}

struct Page {
    out: String,
    style: Style,
    columns: usize,
    paragraph: String,
    indent: usize,
}

impl Page {
    fn line(&mut self, line: &str) {
        let bare = line.trim();
        let item = bare.strip_prefix("- ").or_else(|| bare.strip_prefix("* "));
        if bare.is_empty() {
            self.flush();
            self.blank();
        } else if bare.starts_with('#') {
            self.flush();
            let title = clean(bare.trim_start_matches('#').trim());
            let _ = writeln!(self.out, "{}", self.style.paint(Ink::Strong, &title));
        } else if let Some(item) = item {
            self.flush();
            self.indent = 2;
            self.paragraph = item.to_owned();
        } else {
            if !self.paragraph.is_empty() {
                self.paragraph.push(' ');
            }
            self.paragraph.push_str(bare);
        }
    }

    fn flush(&mut self) {
        if self.paragraph.is_empty() {
            return;
        }
        let text = clean(&self.paragraph);
        for (index, line) in wrap(&text, self.columns.saturating_sub(self.indent)).iter().enumerate() {
            let head = match (self.indent, index) {
                (0, _) => "",
                (_, 0) => "• ",
                _ => "  ",
            };
            let _ = writeln!(self.out, "{head}{}", coded(line, self.style));
        }
        self.paragraph.clear();
        self.indent = 0;
    }

    fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

/// What stands in back-ticks, in colour.
fn coded(line: &str, style: Style) -> String {
    if !style.color || line.matches('`').count() % 2 == 1 {
        return line.to_owned();
    }
    let parts = line.split('`').enumerate();
    let painted =
        parts.map(|(index, part)| if index % 2 == 1 { style.paint(Ink::Typed, part) } else { part.to_owned() });
    painted.collect()
}
