//! Links in a text: addresses in comments and strings, ids of catalogues, and the packages of `use` lines.

use crate::features::definition;
use crate::snapshot::{Location, Snapshot};
use std::ops::Range;
use tm_compiler::references::Meaning;
use tm_compiler::source::FileId;
use tm_grammar::SyntaxKind as K;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Into the web.
    Web(String),
    /// To a file.
    File(Location),
}

/// Bytes that lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The bytes.
    pub range: Range<usize>,
    /// Where they lead.
    pub target: Target,
}

/// The links of a file, in the order of the text.
pub fn links(at: &Snapshot, file: FileId) -> Vec<Link> {
    let text = at.text(file);
    let mut found = Vec::new();
    for token in at.tokens(file) {
        if matches!(token.kind, K::Comment | K::DocComment | K::FileDoc | K::String) {
            addresses(&text[token.range.clone()], token.range.start, &mut found);
        }
        if token.kind == K::String {
            let id = text[token.range.clone()].trim_matches('"');
            let entry = at.analysis().catalogs.entry(id).filter(|entry| !entry.url.is_empty());
            found.extend(entry.map(|entry| Link { range: token.range.clone(), target: Target::Web(entry.url) }));
        }
    }
    for reference in at.references_in(file) {
        if let (Meaning::Package(id), None) = (&reference.meaning, reference.declared)
            && let Some(location) = definition::package(at, *id)
        {
            found.push(Link { range: reference.span.range(), target: Target::File(location) });
        }
    }
    found.sort_by_key(|link| link.range.start);
    found
}

fn addresses(text: &str, offset: usize, found: &mut Vec<Link>) {
    let mut from = 0;
    while let Some(start) = text[from..].find("http").map(|at| from + at) {
        let rest = &text[start..];
        let scheme = ["https://", "http://"].into_iter().find(|scheme| rest.starts_with(scheme));
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | ')' | ']' | '`'));
        let address = rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ',', ';', ':']);
        if scheme.is_some_and(|scheme| address.len() > scheme.len()) {
            let range = offset + start..offset + start + address.len();
            found.push(Link { range, target: Target::Web(address.to_owned()) });
        }
        from = start + address.len().max(4);
    }
}
