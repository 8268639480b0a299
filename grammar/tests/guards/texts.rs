//! The guards over the repository's own files, whole, cut short, with a token missing, with comments put in.

use crate::check;
use std::path::{Path, PathBuf};
use tm_grammar::{SyntaxKind, lexer, parse};

const SAMPLE: &str = include_str!("sample.tm");

/// All `.tm` files of the repository.
fn files() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = Vec::new();
    for folder in ["examples", "stdlib", "tests/cases"] {
        visit(&root.join(folder), &mut found);
    }
    found.sort();
    found
}

fn visit(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            visit(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "tm") {
            let bytes = std::fs::read(&path).unwrap();
            found.push((path, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
}

#[test]
fn files_of_the_repository() {
    let files = files();
    assert!(files.len() > 30, "the library alone has more");
    for (_, text) in files {
        check(&text);
    }
}

#[test]
fn the_sample_is_right_and_has_it_all() {
    let tree = parse(SAMPLE);
    assert_eq!(tree.errors, []);
    check(SAMPLE);
}

/// The sample's top-level statements, so that what is checked for every place stays quick.
fn statements() -> Vec<&'static str> {
    let lines = SAMPLE.match_indices('\n').map(|(at, _)| at + 1);
    let starts: Vec<usize> = lines.filter(|at| SAMPLE[*at..].starts_with(|c: char| c.is_alphabetic())).collect();
    let ends = starts.iter().skip(1).copied().chain([SAMPLE.len()]);
    starts.iter().zip(ends).map(|(start, end)| &SAMPLE[*start..end]).collect()
}

#[test]
fn every_prefix() {
    for (at, _) in SAMPLE.char_indices().step_by(16) {
        check(&SAMPLE[..at]);
    }
    for statement in statements() {
        for (at, _) in statement.char_indices() {
            check(&statement[..at]);
            check(&format!("process p {{\n{}\nprocess q\n", &statement[..at]));
        }
    }
}

#[test]
fn every_missing_or_doubled_token() {
    for statement in statements() {
        for token in &lexer::lex(statement).0 {
            let mut text = statement.to_owned();
            text.replace_range(token.range.clone(), "");
            check(&text);
            let mut text = statement.to_owned();
            text.insert_str(token.range.end, &statement[token.range.clone()]);
            check(&text);
        }
    }
}

#[test]
fn a_comment_in_every_gap() {
    for statement in statements() {
        let places = lexer::lex(statement).0.into_iter().map(|token| token.range.end);
        for place in places.chain([0]) {
            for comment in ["// c \n", "\n  // c\n", " /// d\n"] {
                let mut text = statement.to_owned();
                text.insert_str(place, comment);
                check(&text);
            }
        }
    }
}

/// On one line each, and each token on its own line, as far as that is the same to the language.
#[test]
fn other_layouts_of_the_sample() {
    check(&SAMPLE.replace('\n', "\r\n"));
    check(&SAMPLE.replace('\n', "\n\n\n"));
    check(&SAMPLE.replace(' ', "\t  "));
    check(&format!("\u{FEFF}{SAMPLE}"));
    check(&SAMPLE.replace(", ", ",\n").replace("[", "[\n").replace('(', "(\n"));
    check(&SAMPLE.replace(" and ", "\nand ").replace(" or ", "\n\nor ").replace(" = ", " =\n"));
    let long = SAMPLE.replace("Card", "CardholderDataOfEveryCustomerWhoEverOrdered");
    assert!(parse(&long).errors.is_empty());
    check(&long);
}

#[test]
fn formatting_a_right_text_adds_no_mistake() {
    for (path, text) in files() {
        if parse(&text).errors.is_empty() {
            let formatted = tm_grammar::format(&text).text;
            assert_eq!(parse(&formatted).errors, [], "{}", path.display());
        }
    }
}

#[test]
fn unlike_tokens_never_melt_into_one() {
    check("fn f(x: T) = - - x - -1 / 2 * -y\n");
    check("a = [- 1, -\n2]\nb = 1 . x\n");
    let (tokens, _) = lexer::lex("a.b");
    assert_eq!(tokens[1].kind, SyntaxKind::Dot);
}

#[test]
fn documentation_belongs_to_what_stands_below_it() {
    let text = "/// a\nprocess x\n\n/// b\n/// b\nboundary b {\n  /// c\n  store y\n}\n\
                threat T {\n  /// d\n  when a\n}\nenum E {\n  /// e\n  One\n}\n";
    let root = parse(text).root();
    let tokens = root.descendants_with_tokens().filter_map(|element| element.into_token());
    let documentation = tokens.filter(|token| token.kind() == SyntaxKind::DocComment);
    let owners: Vec<String> =
        documentation.map(|token| format!("{} {:?}", token.text(), token.parent().unwrap().kind())).collect();
    let expected = [
        "/// a ElementDecl",
        "/// b ElementDecl",
        "/// b ElementDecl",
        "/// c ElementDecl",
        "/// d When",
        "/// e Flag",
    ];
    assert_eq!(owners, expected);
}
