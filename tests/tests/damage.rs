//! Sources with random damage: whatever is lost, doubled or swapped, there is an answer, and every place in it exists.

use proptest::prelude::*;
use tm_compiler::analyse;
use tm_tests::world::{Memory, say};

/// A source in which every kind of declaration occurs.
const WHOLE: &str = include_str!("../cases/damage/whole.tm");

/// Pieces of the source: words, numbers, signs, gaps.
fn pieces() -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut rest = WHOLE;
    while let Some(first) = rest.chars().next() {
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let len = if word(first) { rest.find(|c: char| !word(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
        found.push(&rest[..len]);
        rest = &rest[len..];
    }
    found
}

#[derive(Clone, Debug)]
enum Damage {
    Lose(usize, usize),
    Double(usize, usize),
    Replace(usize, usize),
    Swap(usize, usize),
    Cut(usize),
    Insert(usize, &'static str),
}

const STRANGE: [&str; 16] = [
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "\"\"\"",
    "unknown",
    "-1",
    "99999999999999999999",
    "100%",
    "12d",
    "2027-02-28",
    "\n",
    "\u{202E}",
];

fn damage() -> impl Strategy<Value = Damage> {
    let at = 0..10_000_usize;
    prop_oneof![
        4 => (at.clone(), 1..6_usize).prop_map(|(at, len)| Damage::Lose(at, len)),
        1 => (at.clone(), 5..80_usize).prop_map(|(at, len)| Damage::Lose(at, len)),
        2 => (at.clone(), 1..40_usize).prop_map(|(at, len)| Damage::Double(at, len)),
        6 => (at.clone(), at.clone()).prop_map(|(to, from)| Damage::Replace(to, from)),
        3 => (at.clone(), at.clone()).prop_map(|(a, b)| Damage::Swap(a, b)),
        1 => at.clone().prop_map(Damage::Cut),
        2 => (at, prop::sample::select(&STRANGE[..])).prop_map(|(at, what)| Damage::Insert(at, what)),
    ]
}

fn damaged(damages: &[Damage]) -> String {
    let mut pieces = pieces();
    for damage in damages {
        let count = pieces.len().max(1);
        let end = |at: usize, len: usize| (at % count + len).min(pieces.len());
        match *damage {
            _ if pieces.is_empty() => {}
            Damage::Lose(at, len) => drop(pieces.drain(at % count..end(at, len))),
            Damage::Double(at, len) => {
                let again = pieces[at % count..end(at, len)].to_vec();
                pieces.splice(at % count..at % count, again);
            }
            Damage::Replace(to, from) => pieces[to % count] = pieces[from % count],
            Damage::Swap(a, b) => pieces.swap(a % count, b % count),
            Damage::Cut(at) => pieces.truncate(at % count),
            Damage::Insert(at, what) => pieces.insert(at % count, what),
        }
    }
    pieces.concat()
}

fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::with_cases(64) }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn there_is_always_an_answer(damages in prop::collection::vec(damage(), 1..6)) {
        let text = damaged(&damages);
        let world = Memory::of(text.as_str());
        let said = say(&world);
        for diagnostic in &said.diagnostics {
            prop_assert!(!diagnostic.message.is_empty());
            for label in &diagnostic.labels {
                let file = said.sources.file(label.span.file);
                let place = file.and_then(|file| file.text.get(label.span.range()));
                prop_assert!(place.is_some(), "{} {:?}", diagnostic.code, label);
            }
            for edit in &diagnostic.edits {
                let file = said.sources.file(edit.span.file);
                prop_assert!(file.is_some_and(|file| file.text.get(edit.span.range()).is_some()));
            }
        }
        prop_assert!(serde_json::to_string(&analyse(&world).document()).is_ok());
    }
}

#[test]
fn the_whole_is_sound() {
    let said = say(&Memory::of(WHOLE));
    assert!(said.errors().is_empty(), "{}", said.draw());
}
