//! Names for elements, made from those of resources.

use std::collections::BTreeSet;
use tm_grammar::SyntaxKind;

/// Letters of a name that are kept.
const LETTERS: usize = 50;

/// Gives each thing a name of its own.
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// Words of the language, and names that libraries give, are taken.
    pub(super) fn new(known: impl Iterator<Item = String>) -> Self {
        Names { taken: SyntaxKind::keywords().map(|(word, _)| word.to_owned()).chain(known).collect() }
    }

    /// A name like a text; where it is taken, with the sort of thing behind it, else with a number.
    pub(super) fn give(&mut self, text: &str, sort: &str) -> String {
        let name = snake(text);
        let name = if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
            format!("{sort}_{name}")
        } else {
            name
        };
        let name = name.trim_end_matches('_').to_owned();
        let sorted = format!("{name}_{sort}");
        let numbered = (2..).map(|number: usize| format!("{name}_{number}"));
        let free = [name.clone(), sorted].into_iter().chain(numbered).find(|one| !self.taken.contains(one));
        let free = free.unwrap_or(name);
        self.taken.insert(free.clone());
        free
    }
}

/// `OrdersDb`, `orders-db` and `orders.db` are `orders_db`.
fn snake(text: &str) -> String {
    let mut out = String::new();
    let mut before = '_';
    for c in text.chars() {
        if out.chars().count() >= LETTERS {
            break;
        }
        if c.is_uppercase() && (before.is_lowercase() || before.is_ascii_digit()) {
            out.push('_');
        }
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.ends_with('_') && !out.is_empty() {
            out.push('_');
        }
        before = c;
    }
    out.trim_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_names_of_the_language_and_differ() {
        let mut names = Names::new(["acme".to_owned()].into_iter());
        let mut give = |text: &str| names.give(text, "store");
        assert_eq!(give("OrdersDb"), "orders_db");
        assert_eq!(give("orders-db"), "orders_db_store");
        assert_eq!(give("orders.db"), "orders_db_2");
        assert_eq!(give("data"), "data_store");
        assert_eq!(give("acme"), "acme_store");
        assert_eq!(give("3scale"), "store_3scale");
        assert_eq!(give("日本"), "store_store");
        assert!(give(&"x".repeat(500)).len() <= LETTERS);
    }
}
