//! Tests of measuring and wrapping.

use super::*;

const FONT: Font = Font { size: 10.0, bold: false };

#[test]
fn wide_characters_count_one_em_and_marks_nothing() {
    assert!((width("漢字", FONT) - 21.0).abs() < 1e-9);
    assert_eq!(width("e\u{301}", FONT), width("e", FONT));
    assert!(width("W", FONT) > width("i", FONT));
}

#[test]
fn lines_break_at_blanks_and_stay_within_the_limit() {
    let rows = wrap("place an order and pay for it", FONT, 80.0, 9);
    assert_eq!(rows.join(" "), "place an order and pay for it");
    assert!(rows.len() > 1);
    assert!(rows.iter().all(|row| width(row, FONT) <= 80.0));
}

#[test]
fn what_does_not_fit_ends_in_an_ellipsis() {
    let rows = wrap(&"x".repeat(10_000), FONT, 80.0, 2);
    assert_eq!(rows.len(), 2);
    assert!(rows[1].ends_with('…'));
    assert!(rows.iter().all(|row| width(row, FONT) <= 80.0));
    assert_eq!(wrap("a b", FONT, 1000.0, 1), ["a b"]);
}

#[test]
fn odd_texts_are_cleaned() {
    assert!(wrap(" \n\t ", FONT, 80.0, 2).is_empty());
    assert!(wrap("", FONT, 80.0, 2).is_empty());
    assert_eq!(clean("a\u{202e}b\u{0}\r\nc "), "ab c");
    assert_eq!(fit("שלום עולם", FONT, 500.0), "שלום עולם");
}

#[test]
fn a_mark_is_not_torn_from_its_letter() {
    let rows = wrap(&"e\u{301}".repeat(40), FONT, 50.0, 99);
    assert!(rows.iter().all(|row| row.starts_with('e')));
    let narrow = wrap("漢字漢字", FONT, 1.0, 9);
    assert_eq!(narrow, ["漢", "字", "漢", "字"]);
}
