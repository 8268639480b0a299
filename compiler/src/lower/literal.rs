//! Texts of literals to their values: escapes, numbers, percentages, dates, durations, money.

use crate::codes;
use crate::decl::Literal;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use jiff::civil::Date;
use std::sync::Arc;
use tm_grammar::SyntaxKind as K;

/// The value of a literal token; `None` after an error that is reported here.
pub(super) fn value(kind: K, text: &str, span: Span, errors: &mut Vec<Diagnostic>) -> Option<Literal> {
    Some(match kind {
        K::TrueKw => Literal::Bool(true),
        K::FalseKw => Literal::Bool(false),
        K::UnknownKw => Literal::Unknown,
        K::Int => return integer(text, span, errors).map(Literal::Int),
        K::Decimal => Literal::Number(decimal(text)?),
        K::Percent => return percent(text, span, errors).map(Literal::Percent),
        K::Date => return date(text, span, errors).map(Literal::Date),
        K::Duration => return duration(text, span, errors).map(Literal::Duration),
        K::String | K::UnterminatedString => Literal::Text(string(text, span, errors)),
        _ => return None,
    })
}

fn decimal(text: &str) -> Option<f64> {
    text.replace('_', "").parse().ok().filter(|number: &f64| number.is_finite())
}

fn integer(text: &str, span: Span, errors: &mut Vec<Diagnostic>) -> Option<i64> {
    let value = text.replace('_', "").parse().ok();
    if value.is_none() {
        errors.push(
            Diagnostic::new(codes::BAD_NUMBER, span, "this number is too large")
                .label(format!("the largest is {}", i64::MAX)),
        );
    }
    value
}

fn percent(text: &str, span: Span, errors: &mut Vec<Diagnostic>) -> Option<f64> {
    let value = decimal(text.trim_end_matches('%'))? / 100.0;
    if value > 1.0 {
        errors.push(
            Diagnostic::new(codes::BAD_NUMBER, span, format!("`{text}` is more than the whole"))
                .label("a share lies between 0% and 100%"),
        );
        return None;
    }
    Some(value)
}

/// Reads `YYYY-MM-DD`.
pub(super) fn date(text: &str, span: Span, errors: &mut Vec<Diagnostic>) -> Option<Date> {
    let mut parts = text.split('-');
    let mut next = || parts.next().unwrap_or_default();
    let (year, month, day) = (next(), next(), next());
    let padded = month.len() == 2 && day.len() == 2;
    let made = Date::new(year.parse().unwrap_or(-1), month.parse().unwrap_or(0), day.parse().unwrap_or(0)).ok();
    let date = made.filter(|date| padded && date.year() > 0);
    if date.is_none() {
        errors.push(
            Diagnostic::new(codes::BAD_DATE, span, format!("there is no day `{text}`"))
                .label("a date reads year-month-day, such as `2027-03-31`"),
        );
    }
    date
}

fn duration(text: &str, span: Span, errors: &mut Vec<Diagnostic>) -> Option<i64> {
    let digits = text.find(|c: char| c != '_' && !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let seconds = match unit {
        "s" => 1,
        "min" => 60,
        "h" => 3_600,
        "d" => 86_400,
        _ => {
            errors.push(
                Diagnostic::new(codes::BAD_NUMBER, span, format!("`{unit}` is no unit of time"))
                    .label("a duration ends in `d`, `h`, `min` or `s`: `90d`, `12h`, `15min`"),
            );
            return None;
        }
    };
    let value = number.replace('_', "").parse::<i64>().ok().and_then(|number| number.checked_mul(seconds));
    if value.is_none() {
        errors.push(Diagnostic::new(codes::BAD_NUMBER, span, "this duration is too long"));
    }
    value
}

/// An amount with its currency, three capital letters.
pub(super) fn money(amount: &str, currency: &str, span: Span, errors: &mut Vec<Diagnostic>) -> Option<Literal> {
    let code: Option<[u8; 3]> = currency.as_bytes().try_into().ok();
    match code.filter(|code| code.iter().all(u8::is_ascii_uppercase)) {
        Some(code) => Some(Literal::Money(decimal(amount)?, code)),
        None => {
            let found = Diagnostic::new(codes::BAD_NUMBER, span, format!("`{currency}` is no currency"))
                .label("an amount reads `12_000 EUR`: the currency is three capital letters");
            errors.push(match matches!(currency, "d" | "h" | "min" | "s") {
                true => found.help(format!("a duration has no space: write `{amount}{currency}`")),
                false => found,
            });
            None
        }
    }
}

/// The text between the quotes, escapes resolved; text of several lines loses its common indentation.
pub(super) fn string(text: &str, span: Span, errors: &mut Vec<Diagnostic>) -> Arc<str> {
    match text.strip_prefix("\"\"\"") {
        Some(rest) => {
            let inner = rest.strip_suffix("\"\"\"").unwrap_or(rest);
            unescape(&dedent(inner), span, errors).into()
        }
        None => {
            let rest = text.strip_prefix('"').unwrap_or(text);
            unescape(rest.strip_suffix('"').unwrap_or(rest), span, errors).into()
        }
    }
}

fn dedent(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let Some((first, rest)) = text.split_once('\n') else {
        return text;
    };
    let indent = rest.lines().filter(|line| !line.trim().is_empty()).map(indentation).min().unwrap_or(0);
    let mut lines: Vec<&str> = rest.lines().map(|line| line.get(indent..).unwrap_or("").trim_end()).collect();
    if !first.trim().is_empty() {
        lines.insert(0, first.trim_end());
    }
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    lines.join("\n")
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

fn unescape(text: &str, span: Span, errors: &mut Vec<Diagnostic>) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some(c @ ('"' | '\\' | '{' | '}')) => out.push(c),
            other => {
                let written = other.map(String::from).unwrap_or_default();
                errors.push(
                    Diagnostic::new(codes::BAD_ESCAPE, span, format!("`\\{written}` is no escape"))
                        .help("the escapes are `\\\"`, `\\\\`, `\\n`, `\\t`, `\\{` and `\\}`"),
                );
                out.push_str(&written);
            }
        }
    }
    out
}
