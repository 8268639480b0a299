//! What the front end says about sources with mistakes: `tests/cases/syntax/*.tm`, and texts too large to keep.

use tm_grammar::parse;

#[test]
fn cases() {
    tm_tests::check_cases("syntax", |text| tm_tests::draw(text, &parse(text).errors));
}

/// Codes of the errors of a text that is made here, since nobody would want it in a repository.
fn codes(text: &str) -> Vec<&'static str> {
    let tree = parse(text);
    assert_eq!(tree.root().text(), text, "the tree holds every byte");
    tree.errors.iter().map(|error| error.code).collect()
}

#[test]
fn a_line_of_ten_megabytes() {
    let list = format!("x = [{}]\n", "alpha, ".repeat(1_500_000));
    assert_eq!(codes(&list), [""; 0]);
    let text = format!("x = \"{}\"\n", "lorem ".repeat(1_700_000));
    assert_eq!(codes(&text), [""; 0]);
}

#[test]
fn nesting_ten_thousand_deep() {
    for (opening, closing) in [("(", ")"), ("[", "]"), ("not ", ""), ("- ", ""), ("if a then b else ", "")] {
        let text = format!("x = {}a{}\n", opening.repeat(10_000), closing.repeat(10_000));
        assert_eq!(codes(&text), ["E0107"], "{opening}");
    }
    let blocks = format!("{}{}", "process p {\n".repeat(10_000), "}\n".repeat(10_000));
    assert_eq!(codes(&blocks), ["E0107"]);
    let calls = format!("x = {}a{}\n", "f(".repeat(10_000), ")".repeat(10_000));
    assert_eq!(codes(&calls), ["E0107"]);
}

#[test]
fn nesting_that_never_ends() {
    for opening in ["(", "[", "f(", "[a, ("] {
        let text = format!("x = {}\nprocess p\n", opening.repeat(10_000));
        assert_eq!(codes(&text), ["E0105"], "{opening}");
    }
    let blocks = codes(&"{".repeat(10_000));
    assert!(blocks.contains(&"E0105"));
    assert!(blocks.len() < 100);
}

#[test]
fn hundreds_of_thousands_of_one_thing() {
    for (piece, code) in
        [("}\n", "E0106"), ("{\n", "E0105"), ("\"\"\"\n\\", "E0102"), ("x = (\n", "E0105"), ("\u{1}\n", "E0101")]
    {
        let codes = codes(&piece.repeat(100_000));
        assert!(codes.contains(&code), "{piece:?}: {:?}", &codes[..codes.len().min(9)]);
        assert!(codes.len() <= 1100, "{piece:?}: {}", codes.len());
    }
}

#[test]
fn very_many_mistakes_end_with_a_word_about_it() {
    let codes = codes(&"flow a -> { x = 1 }\n".repeat(5000));
    assert_eq!(codes.len(), 1001);
    assert_eq!(codes.last(), Some(&"E0108"));
}
