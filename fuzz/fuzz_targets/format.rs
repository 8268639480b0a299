//! Lexer, parser and formatter on any text: lossless tree, equal tokens, idempotent.
//!
//! `cargo +nightly fuzz run format`; the same properties run as tests in `grammar/tests/guards`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let tree = tm_grammar::parse(&text);
    assert_eq!(tree.root().text(), &*text);
    for error in &tree.errors {
        assert!(text.get(error.range.clone()).is_some());
    }
    let once = tm_grammar::format(&text);
    assert!(once.faithful);
    assert_eq!(tm_grammar::format(&once.text).text, once.text);
});
