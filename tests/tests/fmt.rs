//! What the formatter makes of sources in odd layouts: `tests/cases/fmt/*.tm`.

#[test]
fn cases() {
    tm_tests::check_cases("fmt", |text| {
        let formatted = tm_grammar::format(text);
        assert!(formatted.faithful);
        assert_eq!(tm_grammar::format(&formatted.text).text, formatted.text);
        formatted.text
    });
}
