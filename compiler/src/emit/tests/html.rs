//! A strict reader of our own pages: every tag closed, every attribute quoted.

/// Elements without a closing tag.
const VOID: [&str; 5] = ["meta", "br", "input", "col", "path"];

/// What a page is made of.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) tags: Vec<String>,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) ids: Vec<String>,
    pub(super) links: Vec<String>,
    /// Text between tags, without scripts and styles.
    pub(super) text: String,
}

/// Reads a page, or says what is malformed.
pub(super) fn read(page: &str) -> Result<Page, String> {
    let mut out = Page::default();
    let mut open: Vec<String> = Vec::new();
    let mut rest = page.strip_prefix("<!DOCTYPE html>").ok_or("no doctype")?;
    while let Some(at) = rest.find('<') {
        out.text.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(closing) = rest.strip_prefix('/') {
            let end = closing.find('>').ok_or("unclosed tag")?;
            let name = &closing[..end];
            let expected = open.pop().unwrap_or_default();
            if name != expected {
                return Err(format!("</{name}> closes <{expected}> near {:.60}", &closing[end..]));
            }
            rest = &closing[end + 1..];
            continue;
        }
        let (tag, after) = tag(rest, &mut out)?;
        rest = after;
        if matches!(tag.as_str(), "script" | "style") {
            let end = rest.find(&format!("</{tag}>")).ok_or("unclosed script")?;
            rest = &rest[end..];
        }
        if !VOID.contains(&tag.as_str()) {
            open.push(tag.clone());
        }
        out.tags.push(tag);
    }
    if open.is_empty() { Ok(out) } else { Err(format!("left open: {open:?}")) }
}

/// Reads a tag from behind its `<`.
fn tag<'a>(text: &'a str, out: &mut Page) -> Result<(String, &'a str), String> {
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric()).ok_or("end in a tag")?;
    let (name, mut rest) = text.split_at(end);
    if name.is_empty() {
        return Err(format!("stray < before {text:.40}"));
    }
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix('>') {
            return Ok((name.to_owned(), after));
        }
        let end =
            rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').ok_or("end in an attribute")?;
        let (key, after) = rest.split_at(end);
        if key.is_empty() {
            return Err(format!("malformed attribute of <{name}>: {rest:.40}"));
        }
        rest = match after.strip_prefix("=\"") {
            Some(value) => {
                let end = value.find('"').ok_or("unclosed attribute")?;
                note(key, &value[..end], out);
                &value[end + 1..]
            }
            None => after,
        };
    }
}

fn note(key: &str, value: &str, out: &mut Page) {
    match key {
        "id" => out.ids.push(value.to_owned()),
        "href" => out.links.push(value.to_owned()),
        _ => {}
    }
    out.attributes.push((key.to_owned(), value.to_owned()));
}

#[test]
fn the_reader_refuses_malformed_pages() {
    for text in ["<p>", "<p></b></p>", "<a href=x></a>", "<p a=\"</p>", "a < b", "</p>"] {
        assert!(read(&format!("<!DOCTYPE html>{text}")).is_err(), "{text}");
    }
    assert!(read("<!DOCTYPE html><p class=\"a\">b<br></p>").is_ok());
}
