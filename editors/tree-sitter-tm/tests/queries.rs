//! The queries fit the grammar, and colour what they should.

use std::collections::BTreeSet;
use std::path::Path;
use tree_sitter::{Language, Parser, Query, QueryCursor, StreamingIterator};

#[test]
fn all_queries_fit_the_grammar() {
    let editors = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let folders = ["tree-sitter-tm/queries", "helix/queries/tm", "zed/languages/tm"].map(|folder| editors.join(folder));
    let entries = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut checked = 0;
    for path in paths.filter(|path| path.extension().is_some_and(|ending| ending == "scm")) {
        let query = Query::new(&language(), &std::fs::read_to_string(&path).unwrap());
        assert!(query.is_ok(), "{}: {}", path.display(), query.unwrap_err());
        checked += 1;
    }
    assert!(checked >= 16, "only {checked} queries");
}

#[test]
fn names_are_coloured_by_what_they_declare() {
    let seen = colours(
        "external process stripe: PaymentProvider \"Stripe\"\n\
         threat T: Stride.Spoofing {\n  on f: flow\n  when not f.encrypted and f.data has Card\n  impact = High\n}\n\
         fn weak(x: Number) = x < 5_000 EUR\n",
    );
    let expected = [
        ("external", "keyword.modifier"),
        ("process", "keyword"),
        ("stripe", "variable"),
        ("PaymentProvider", "type"),
        ("\"Stripe\"", "string.special"),
        ("T", "type.definition"),
        ("Spoofing", "type"),
        ("flow", "type.builtin"),
        ("not", "keyword.operator"),
        ("f", "variable"),
        ("encrypted", "property"),
        ("Card", "constant"),
        ("impact", "property"),
        ("High", "constant"),
        ("weak", "function"),
        ("x", "variable.parameter"),
        ("Number", "type.builtin"),
        ("EUR", "type.builtin"),
    ];
    for (word, colour) in expected {
        assert!(seen.contains(&(word.into(), colour.into())), "`{word}` is not `{colour}` in {seen:#?}");
    }
}

#[test]
fn soft_words_are_names_where_they_name() {
    let seen = colours("process p {\n  model = true\n  over: 1\n}\nextend flow { inherited type: String }\n");
    assert!(seen.contains(&("model".into(), "property".into())), "{seen:#?}");
    assert!(seen.contains(&("type".into(), "property".into())), "{seen:#?}");
    assert!(!seen.contains(&("model".into(), "keyword".into())), "{seen:#?}");
}

/// Each word with the colour that wins: that of the last pattern.
fn colours(text: &str) -> BTreeSet<(String, String)> {
    let query = Query::new(&language(), tree_sitter_tm::HIGHLIGHTS_QUERY).unwrap();
    let mut parser = Parser::new();
    parser.set_language(&language()).unwrap();
    let tree = parser.parse(text, None).unwrap();
    let mut last = std::collections::BTreeMap::new();
    let mut cursor = QueryCursor::new();
    let mut matches = cursor.matches(&query, tree.root_node(), text.as_bytes());
    while let Some(found) = matches.next() {
        for capture in found.captures {
            let colour = query.capture_names()[capture.index as usize];
            let entry = last.entry(capture.node.byte_range().start).or_insert((0, "", capture.node.byte_range()));
            if found.pattern_index >= entry.0 {
                *entry = (found.pattern_index, colour, capture.node.byte_range());
            }
        }
    }
    last.into_values().map(|(_, colour, range)| (text[range].to_owned(), colour.to_owned())).collect()
}

fn language() -> Language {
    tree_sitter_tm::LANGUAGE.into()
}
