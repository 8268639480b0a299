//! The templates of a run: the built-in ones, and a user's in their place or beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use tera::Tera;

use super::context::Prepared;
use super::error::TemplateError;
use super::{escape, filters};

/// Bytes that a template may write.
const LARGEST: usize = 512 << 20;

/// How a template's output is escaped, by the ending of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Html,
    Markdown,
    Plain,
}

const FAMILIES: [Family; 3] = [Family::Html, Family::Markdown, Family::Plain];

impl Family {
    fn of(name: &str) -> Self {
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        if ends(&[".html", ".htm", ".xml", ".svg"]) {
            Family::Html
        } else if ends(&[".md", ".markdown"]) {
            Family::Markdown
        } else {
            Family::Plain
        }
    }
}

/// Templates, checked and ready to render.
#[derive(Debug)]
pub struct Templates {
    html: Tera,
    markdown: Tera,
    plain: Tera,
    own_reports: Vec<String>,
}

impl Templates {
    /// Checks all templates. A user's template replaces the built-in one of the same name;
    /// further ones are parts (in a folder) or reports (at the top).
    pub fn new<'a>(
        builtin: impl IntoIterator<Item = (&'a str, &'a str)>,
        own: &[(String, String)],
    ) -> Result<Self, TemplateError> {
        let builtin: BTreeMap<&str, &str> = builtin.into_iter().collect();
        let all = builtin.clone().into_iter();
        let own_texts = own.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let all: BTreeMap<&str, &str> = all.chain(own_texts).collect();
        let added: BTreeSet<&str> = own
            .iter()
            .map(|(name, _)| name.as_str())
            .filter(|name| !builtin.contains_key(name) && !name.contains('/'))
            .collect();
        let [html, markdown, plain] = FAMILIES.map(|family| engine(family, &all));
        Ok(Templates {
            html: html?,
            markdown: markdown?,
            plain: plain?,
            own_reports: added.into_iter().map(str::to_owned).collect(),
        })
    }

    /// Names of the reports that the user added, sorted.
    pub fn own_reports(&self) -> &[String] {
        &self.own_reports
    }

    /// Renders the template of that name.
    pub fn render(&self, name: &str, prepared: &Prepared) -> Result<String, TemplateError> {
        let tera = match Family::of(name) {
            Family::Html => &self.html,
            Family::Markdown => &self.markdown,
            Family::Plain => &self.plain,
        };
        if !tera.contains_template(name) {
            return Err(TemplateError::missing(name));
        }
        let mut page = Page { bytes: Vec::new(), room: LARGEST };
        match tera.render_to(name, prepared.context(), &mut page) {
            Err(_) if page.room == 0 => Err(TemplateError::large(name, LARGEST >> 20)),
            Err(error) => Err(TemplateError::new(name, &error)),
            Ok(()) => Ok(String::from_utf8_lossy(&page.bytes).into_owned()),
        }
    }
}

/// What a template writes; it fails where that is too much.
struct Page {
    bytes: Vec<u8>,
    room: usize,
}

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.room = self.room.saturating_sub(bytes.len());
        if self.room == 0 {
            return Err(io::Error::other("the file becomes too large"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An engine with the templates of one family: the escape function belongs to the engine.
fn engine(family: Family, all: &BTreeMap<&str, &str>) -> Result<Tera, TemplateError> {
    let mut tera = Tera::default();
    match family {
        Family::Html => {
            filters::register(&mut tera, escape::html_ticks);
            tera.autoescape_on([".html", ".htm", ".xml", ".svg"]);
            tera.set_escape_fn(escape::html_writer);
        }
        Family::Markdown => {
            filters::register(&mut tera, escape::markdown_ticks);
            tera.autoescape_on([".md", ".markdown"]);
            tera.set_escape_fn(escape::markdown_writer);
        }
        Family::Plain => {
            filters::register(&mut tera, str::to_owned);
            tera.autoescape_on(Vec::<&str>::new());
        }
    }
    let members: Vec<(&str, &str)> =
        all.iter().map(|(name, text)| (*name, *text)).filter(|(name, _)| Family::of(name) == family).collect();
    let first = members.first().map_or("", |(name, _)| name);
    tera.add_raw_templates(members.iter().copied()).map_err(|error| TemplateError::new(first, &error))?;
    Ok(tera)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_is_full_takes_no_more() {
        let mut page = Page { bytes: Vec::new(), room: 4 };
        assert!(page.write_all(b"abc").is_ok() && page.write_all(b"de").is_err());
        assert_eq!(page.bytes, b"abc");
    }
}
