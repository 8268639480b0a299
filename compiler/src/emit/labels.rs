//! What stands on the line of a flow, the same in every kind of diagram.

use std::collections::BTreeMap;

use crate::document::{Document, Flow};

/// Kinds of data named on one line.
const NAMED: usize = 2;

/// Labels of the flows of a document.
#[derive(Clone, Debug)]
pub struct Labels<'a> {
    /// Titles of the data, by id.
    data: BTreeMap<&'a str, &'a str>,
    /// Titles of the nodes, by id.
    nodes: BTreeMap<&'a str, &'a str>,
}

impl<'a> Labels<'a> {
    /// Labels for the flows of `document`.
    pub fn new(document: &'a Document) -> Self {
        let titles = document.data.iter().map(|data| (data.id.as_str(), or(&data.title, &data.id)));
        let nodes = document.elements.iter().map(|node| (node.id.as_str(), or(&node.title, &node.id)));
        Labels { data: titles.collect(), nodes: nodes.collect() }
    }

    /// The title of data, or its id where there is none.
    pub fn data<'t>(&'t self, id: &'t str) -> &'t str {
        self.data.get(id).copied().unwrap_or(id)
    }

    /// The flow's title; else what it carries; else its protocol; else the name that somebody gave it.
    /// The titles of its ends say nothing: the line joins them.
    pub fn of(&self, flow: &Flow) -> String {
        let end = |id| self.nodes.get(id).copied().unwrap_or(id);
        let unnamed = flow.title == format!("{} → {}", end(flow.source.as_str()), end(flow.target.as_str()));
        if !flow.title.trim().is_empty() && flow.title != flow.id && !unnamed {
            return flow.title.clone();
        }
        let carried = self.carried(flow);
        let protocol = or(&flow.protocol_title, &flow.protocol);
        match (carried.is_empty(), protocol.is_empty()) {
            (false, _) => carried,
            (true, false) => protocol.to_owned(),
            (true, true) if flow.id.contains("..") => String::new(),
            (true, true) => flow.id.clone(),
        }
    }

    fn carried(&self, flow: &Flow) -> String {
        let mut titles: Vec<&str> = Vec::new();
        for id in flow.sends.iter().chain(&flow.receives) {
            let title = self.data(id);
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        let more = titles.len().saturating_sub(NAMED);
        titles.truncate(NAMED);
        let listed = titles.join(", ");
        if more == 0 { listed } else { format!("{listed} and {more} more") }
    }
}

fn or<'a>(title: &'a str, id: &'a str) -> &'a str {
    if title.trim().is_empty() { id } else { title }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Data, Element};

    fn flow(id: &str, title: &str, sends: &[&str], protocol: &str) -> Flow {
        let sends = sends.iter().map(|id| (*id).to_owned()).collect();
        Flow { id: id.into(), title: title.into(), sends, protocol_title: protocol.into(), ..Flow::default() }
    }

    #[test]
    fn the_first_of_title_data_protocol_and_name_is_the_label() {
        let card = Data { id: "Card".into(), title: "Card number".into(), ..Data::default() };
        let node = Element { id: "a".into(), title: "Shop".into(), ..Element::default() };
        let document = Document { data: vec![card], elements: vec![node], ..Document::default() };
        let label = |flow: Flow| Labels::new(&document).of(&flow);
        assert_eq!(label(flow("pay", "Pays", &["Card"], "HTTPS")), "Pays");
        assert_eq!(label(flow("pay", "pay", &["Card"], "HTTPS")), "Card number");
        assert_eq!(label(flow("a..b", "a..b", &["A", "B", "C", "A"], "HTTPS")), "A, B and 1 more");
        assert_eq!(label(flow("a..b", "", &[], "HTTPS")), "HTTPS");
        let ends = Flow { source: "a".into(), target: "b".into(), ..flow("a..b", "Shop → b", &["Card"], "") };
        assert_eq!(label(ends), "Card number");
        assert_eq!(label(flow("pay", "pay", &[], "")), "pay");
        assert_eq!(label(flow("a..b", "a..b", &[], "")), "");
    }
}
