//! Writing well-formed XML, whatever the text.

use std::fmt::Write as _;

/// Grows a document, one tag at a time.
#[derive(Debug, Default)]
pub struct Xml {
    out: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// Opens an element.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, ">\n");
        self.open.push(name);
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            let _ = writeln!(self.out, "</{name}>");
        }
    }

    /// Writes an element without content.
    pub fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes, "/>\n");
    }

    /// Writes an element that holds text alone.
    pub fn text(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.tag(name, attributes, ">");
        escape_text(&mut self.out, text);
        let _ = writeln!(self.out, "</{name}>");
    }

    /// The document; open elements are closed.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn tag(&mut self, name: &'static str, attributes: &[(&str, &str)], end: &str) {
        self.indent();
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            let _ = write!(self.out, " {key}=\"");
            escape_attribute(&mut self.out, value);
            self.out.push('"');
        }
        self.out.push_str(end);
    }

    fn indent(&mut self) {
        for _ in 0..self.open.len().min(8) {
            self.out.push(' ');
        }
    }
}

/// A number as short as possible, on the grid of 0.1.
pub fn number(value: f64) -> String {
    format!("{}", crate::geometry::round(value))
}

fn escape_text(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(allowed(c)),
        }
    }
}

fn escape_attribute(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' => out.push_str("&#9;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            c => out.push(allowed(c)),
        }
    }
}

/// XML 1.0 has no way to write some characters, not even as references.
fn allowed(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => c,
        '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        // Allowed but discouraged: control characters that show nothing.
        '\x7f'..='\u{9f}' => '\u{fffd}',
        c => c,
    }
}

/// Keeps a link only when a click on it cannot run a script.
pub fn safe_link(href: &str) -> Option<String> {
    let clean: String = href.chars().filter(|c| !c.is_control()).collect();
    let clean = clean.trim();
    let scheme_end = clean.find([':', '/', '?', '#', '\\']);
    let has_scheme = scheme_end.is_some_and(|at| clean[at..].starts_with(':'));
    let known = ["http:", "https:", "mailto:"];
    let lower = clean.to_ascii_lowercase();
    let fine = !has_scheme || known.iter().any(|scheme| lower.starts_with(scheme));
    (fine && !clean.is_empty()).then(|| clean.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_gives_well_formed_xml() {
        let all: String = (0..=0x2_ffff).filter_map(char::from_u32).collect();
        let mut xml = Xml::default();
        xml.open("svg", &[("data-id", &all)]);
        xml.text("title", &[], &all);
        let text = xml.finish();
        let document = roxmltree::Document::parse(&text).unwrap();
        let written = document.root_element().attribute("data-id").unwrap();
        assert_eq!(written.chars().count(), all.chars().count());
        assert!(written.contains("<=>"));
    }

    #[test]
    fn links_that_run_scripts_are_dropped() {
        for bad in ["javascript:alert(1)", " java\nscript:x", "DATA:text/html,x", "", "vbscript:"] {
            assert_eq!(safe_link(bad), None, "{bad}");
        }
        for good in ["#threats", "a/b.html?x=1:2", "https://example.org", "x.svg"] {
            assert_eq!(safe_link(good).as_deref(), Some(good));
        }
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(1.0), "1");
        assert_eq!(number(2.25), "2.3");
        assert_eq!(number(-0.01), "0");
    }
}
