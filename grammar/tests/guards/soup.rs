//! The guards over random texts: bytes, characters, tokens in any order, and statements made from the grammar's words.

use crate::check;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const PIECES: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ",",
    ":",
    ".",
    "=",
    "==",
    "->",
    "+",
    "-",
    "*",
    "/",
    "|",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "  ",
    "\t",
    "// c\n",
    "/// d\n",
    "//! f\n",
    "// c",
    "\"s\"",
    "\"",
    "\"\"\"",
    "\"\"\"a\nb\"\"\"",
    "\\",
    "a",
    "b",
    "api",
    "1",
    "2.5",
    "40%",
    "90d",
    "2027-03-31",
    "EUR",
    "process",
    "flow",
    "data",
    "model",
    "store",
    "threat",
    "on",
    "when",
    "and",
    "or",
    "not",
    "if",
    "then",
    "else",
    "exists",
    "in",
    "where",
    "is",
    "has",
    "over",
    "use",
    "as",
    "expect",
    "no",
    "each",
    "apply",
    "fix",
    "any",
    "all",
    "for",
    "reaches",
    "until",
    "to",
    "true",
    "unknown",
    "\n<<<<<<< a\n",
    "\n=======\n",
    "\n>>>>>>> b\n",
    "\u{FEFF}",
    "\u{202E}",
    "é",
    "名",
    ";",
    "&&",
    "\n}\n",
    "{\n",
    "\nprocess p ",
    " x = 1\n",
    "x = [a, b]",
    "when a and b",
    "A | b c\n",
];

/// As many cases as fit a test run, or as `PROPTEST_CASES` says.
fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    let cases = match std::env::var_os("PROPTEST_CASES") {
        Some(_) => default.cases,
        None => 1000,
    };
    ProptestConfig { cases, failure_persistence: None, ..default }
}

fn joined(pieces: &[&str], gap: &str) -> String {
    pieces.join(gap)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn tokens_side_by_side(pieces in vec(select(PIECES), 0..40)) {
        check(&joined(&pieces, ""));
    }

    #[test]
    fn tokens_with_blanks(pieces in vec(select(PIECES), 0..60)) {
        check(&joined(&pieces, " "));
    }

    #[test]
    fn any_characters(text in "\\PC{0,80}") {
        check(&text);
    }

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..200)) {
        check(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn right_statements(text in file()) {
        check(&text);
    }
}

/// Texts that are mostly right, in odd layouts.
fn file() -> impl Strategy<Value = String> {
    vec(statement(), 0..6).prop_map(|statements| statements.concat())
}

fn gap() -> impl Strategy<Value = &'static str> {
    select(&[" ", " ", " ", "  ", "\t", " // c\n", "\n// c\n"][..])
}

fn end() -> impl Strategy<Value = &'static str> {
    select(&["\n", "\n\n", "\n\n\n\n", " // t\n", ", ", ",\n", "\n// o\n\n"][..])
}

fn statement() -> impl Strategy<Value = String> {
    let simple = prop_oneof![
        (expr(), gap(), end()).prop_map(|(e, g, n)| format!("when{g}{e}{n}")),
        (expr(), gap(), end()).prop_map(|(e, g, n)| format!("x ={g}{e}{n}")),
        (gap(), end()).prop_map(|(g, n)| format!("A |{g}b {g}ccc{n}")),
        (gap(), end()).prop_map(|(g, n)| format!("flow a: b{g}-> c{g}over D \"title\"{n}")),
        end().prop_map(|n| format!("bare{n}")),
        end().prop_map(|n| format!("broken broken {n}")),
    ];
    simple.prop_recursive(4, 24, 5, |inner| {
        (vec(inner, 0..5), select(&[" ", "\n", "\n\n", " // c\n", ""][..]), end())
            .prop_map(|(body, first, n)| format!("process p: T {{{first}{}}}{n}", body.concat()))
    })
}

fn expr() -> impl Strategy<Value = String> {
    let leaf = select(&["a", "p.quite_long_property", "40%", "\"text\"", "-x", "known(a)", "[]", "f.b.c"][..])
        .prop_map(str::to_owned);
    leaf.prop_recursive(5, 40, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..5).prop_map(|all| format!("[{}]", all.join(", "))),
            (inner.clone(), inner.clone(), gap()).prop_map(|(a, b, g)| format!("({a}{g}and {b})")),
            (inner.clone(), inner.clone(), gap()).prop_map(|(a, b, g)| format!("({a} or{g}{b})")),
            (inner.clone(), inner.clone(), gap()).prop_map(|(a, b, g)| format!("(if {a}{g}then {b} else x)")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("(exists e in f({a}, k = {b}) where (e))")),
            (inner.clone(), inner).prop_map(|(a, b)| format!("({a} + {b})")),
        ]
    })
}
