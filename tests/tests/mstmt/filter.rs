//! The original's language of filters: `source is 'T'`, `flow.a is 'V'`, `flow crosses 'T'`, `and`, `or`, `not`, parentheses.

use crate::diagram::{Diagram, Flow, Node};
use crate::tables::Tables;

/// Which of the three is asked about.
#[derive(Clone, Copy, Debug)]
pub enum Subject {
    Source,
    Target,
    Flow,
}

/// A filter.
#[derive(Clone, Debug)]
pub enum Filter {
    Is(Subject, String),
    Has(Subject, String, String),
    Crosses(String),
    Not(Box<Filter>),
    And(Box<Filter>, Box<Filter>),
    Or(Box<Filter>, Box<Filter>),
}

/// Reads a filter.
pub fn parse(text: &str) -> Filter {
    let mut tokens = tokens(text);
    tokens.reverse();
    let filter = or(&mut tokens);
    assert!(tokens.is_empty(), "`{text}` goes on with {tokens:?}");
    filter
}

fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '(' | ')' => 1,
            '\'' => rest[1..].find('\'').expect("a closing quote") + 2,
            _ => rest.find([' ', '(', ')', '\'']).unwrap_or(rest.len()),
        };
        found.push(rest[..length].to_owned());
        rest = rest[length..].trim_start();
    }
    found
}

fn word(tokens: &mut Vec<String>, wanted: &str) -> bool {
    let is = tokens.last().is_some_and(|token| token.eq_ignore_ascii_case(wanted));
    if is {
        tokens.pop();
    }
    is
}

fn or(tokens: &mut Vec<String>) -> Filter {
    let mut left = and(tokens);
    while word(tokens, "or") {
        left = Filter::Or(Box::new(left), Box::new(and(tokens)));
    }
    left
}

fn and(tokens: &mut Vec<String>) -> Filter {
    let mut left = unary(tokens);
    while word(tokens, "and") {
        left = Filter::And(Box::new(left), Box::new(unary(tokens)));
    }
    left
}

fn unary(tokens: &mut Vec<String>) -> Filter {
    if word(tokens, "not") {
        return Filter::Not(Box::new(unary(tokens)));
    }
    if word(tokens, "(") {
        let inner = or(tokens);
        assert!(word(tokens, ")"), "a bracket is open before {tokens:?}");
        return inner;
    }
    let what = tokens.pop().expect("a subject");
    if word(tokens, "crosses") {
        return Filter::Crosses(quoted(tokens));
    }
    assert!(word(tokens, "is"), "no `is` after {what}");
    match what.split_once('.') {
        Some((subject, attribute)) => Filter::Has(named(subject), attribute.to_owned(), quoted(tokens)),
        None => Filter::Is(named(&what), quoted(tokens)),
    }
}

fn quoted(tokens: &mut Vec<String>) -> String {
    tokens.pop().expect("a value").trim_matches('\'').to_owned()
}

fn named(subject: &str) -> Subject {
    match subject {
        "source" => Subject::Source,
        "target" => Subject::Target,
        "flow" => Subject::Flow,
        other => unreachable!("{other}"),
    }
}

impl Filter {
    /// Whether it holds for a flow.
    pub fn holds(&self, tables: &Tables, diagram: &Diagram, flow: &Flow) -> bool {
        let holds = |filter: &Filter| filter.holds(tables, diagram, flow);
        let node = |subject: &Subject| -> &Node {
            match subject {
                Subject::Source => &diagram.nodes[flow.source],
                Subject::Target => &diagram.nodes[flow.target],
                Subject::Flow => &flow.own,
            }
        };
        match self {
            Self::Is(subject, kind) => tables.is(&node(subject).kind, kind),
            Self::Has(subject, attribute, value) => node(subject).value(tables, attribute) == Some(value.as_str()),
            Self::Crosses(kind) => flow.crosses.iter().any(|id| tables.is(&diagram.boundaries[*id].kind, kind)),
            Self::Not(inner) => !holds(inner),
            Self::And(left, right) => holds(left) && holds(right),
            Self::Or(left, right) => holds(left) || holds(right),
        }
    }
}
