//! What holds for every text: the tree is lossless, and formatting keeps tokens and tree and is idempotent.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod soup;
mod texts;

use tm_grammar::{SyntaxKind, format, format_range, lexer, parse};

/// Checks everything that holds for any text.
fn check(text: &str) {
    let tree = parse(text);
    assert_eq!(tree.root().text().to_string(), text, "the tree holds every byte");
    for error in &tree.errors {
        assert!(text.get(error.range.clone()).is_some(), "{error:?} lies within the text");
    }
    let once = format(text);
    assert!(once.faithful, "the formatter changed the meaning of:\n{text}");
    assert_eq!(tokens(&once.text), tokens(text), "tokens of:\n{text}");
    assert_eq!(applied(text, &once.edits), once.text, "edits of:\n{text}");
    let twice = format(&once.text);
    assert_eq!(twice.text, once.text, "formatting twice:\n{text}");
    assert!(once.text.is_empty() || once.text.ends_with('\n'));
}

/// Kind and text of all tokens, as far as the formatter keeps them.
fn tokens(text: &str) -> Vec<(SyntaxKind, String)> {
    let kept = |kind| !matches!(kind, SyntaxKind::Space | SyntaxKind::Newline | SyntaxKind::Bom);
    let (tokens, _) = lexer::lex(text);
    tokens
        .iter()
        .filter(|token| kept(token.kind))
        .map(|token| {
            let text = &text[token.range.clone()];
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            match text.starts_with("//") {
                true => (token.kind, text.trim_end_matches([' ', '\t', '\x0B', '\x0C']).to_owned()),
                false => (token.kind, text),
            }
        })
        .collect()
}

fn applied(text: &str, edits: &[tm_grammar::format::Edit]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.range.start]);
        out.push_str(&edit.text);
        at = edit.range.end;
    }
    out + &text[at..]
}

#[test]
fn a_range_is_formatted_alone() {
    let text = "process   a\n\nprocess b {\n    x   =   1\n    y   =   2\n}\n";
    let at = text.find("y").unwrap();
    let edits = format_range(text, at..at + 1);
    let expected = "process   a\n\nprocess b {\n    x   =   1\n  y = 2\n}\n";
    assert_eq!(applied(text, &edits), expected);
    let whole = format_range(text, 0..text.len());
    assert_eq!(applied(text, &whole), format(text).text);
    let cursor = format_range(text, 3..3);
    assert!(applied(text, &cursor).starts_with("process a\n\nprocess b {\n    x   =   1\n"));
}
