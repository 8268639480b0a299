//! Lookups over the places of a document: what is in what.

use super::told::Tally;
use std::collections::BTreeMap;
use tm_compiler::document::{Boundary, Document, Element, Flow};

/// A document with its tree of boundaries.
pub struct Map<'a> {
    /// The document.
    pub document: &'a Document,
    elements: BTreeMap<&'a str, &'a Element>,
    boundaries: BTreeMap<&'a str, &'a Boundary>,
    inner: BTreeMap<&'a str, Vec<&'a Boundary>>,
    members: BTreeMap<&'a str, Vec<&'a Element>>,
    /// What is in each boundary and on each element and flow, in numbers.
    tallies: BTreeMap<&'a str, Tally>,
}

impl<'a> Map<'a> {
    /// Indexes a document.
    pub fn new(document: &'a Document) -> Self {
        let mut map = Map {
            document,
            elements: BTreeMap::new(),
            boundaries: BTreeMap::new(),
            inner: BTreeMap::new(),
            members: BTreeMap::new(),
            tallies: BTreeMap::new(),
        };
        for element in &document.elements {
            map.elements.insert(&element.id, element);
            map.members.entry(&element.boundary).or_default().push(element);
        }
        for boundary in &document.boundaries {
            map.boundaries.insert(&boundary.id, boundary);
            map.inner.entry(&boundary.parent).or_default().push(boundary);
        }
        map.count();
        map
    }

    /// Counts the threats on each part, and adds them up over the boundaries around it.
    fn count(&mut self) {
        let mut own: BTreeMap<&str, Tally> = BTreeMap::new();
        for threat in self.document.threats.iter().filter(|threat| threat.counts) {
            own.entry(&threat.element).or_default().threat(threat.residual.rank);
        }
        let mut all = own.clone();
        let of = |id: &str| own.get(id).copied().unwrap_or_default();
        for boundary in &self.document.boundaries {
            self.spread(&mut all, &boundary.id, of(&boundary.id));
        }
        for element in &self.document.elements {
            self.spread(&mut all, &element.id, Tally { elements: 1, ..of(&element.id) });
        }
        for flow in &self.document.flows {
            let tally = Tally { flows: 1, ..of(&flow.id) };
            self.shared(flow).for_each(|boundary| all.entry(&boundary.id).or_default().add(tally));
        }
        self.tallies = all;
    }

    fn spread(&self, all: &mut BTreeMap<&'a str, Tally>, id: &str, tally: Tally) {
        for boundary in self.around(id) {
            all.entry(&boundary.id).or_default().add(tally);
        }
    }

    /// Boundaries around both ends of a flow.
    fn shared(&self, flow: &Flow) -> impl Iterator<Item = &'a Boundary> {
        let source = self.around(&flow.source);
        self.around(&flow.target).into_iter().filter(move |one| source.iter().any(|other| other.id == one.id))
    }

    /// What is in a boundary, or on an element or a flow.
    pub fn tally(&self, id: &str) -> Tally {
        self.tallies.get(id).copied().unwrap_or_default()
    }

    /// A node by its id.
    pub fn element(&self, id: &str) -> Option<&'a Element> {
        self.elements.get(id).copied()
    }

    /// A boundary by its id.
    pub fn boundary(&self, id: &str) -> Option<&'a Boundary> {
        self.boundaries.get(id).copied()
    }

    /// Boundaries directly inside one; of the top where the id is empty.
    pub fn inner(&self, id: &str) -> &[&'a Boundary] {
        self.inner.get(id).map_or(&[], Vec::as_slice)
    }

    /// Nodes directly inside a boundary; of the top where the id is empty.
    pub fn members(&self, id: &str) -> &[&'a Element] {
        self.members.get(id).map_or(&[], Vec::as_slice)
    }

    /// Boundaries around an element, from the inside out. A circle, which no valid model has, ends it.
    pub fn around(&self, id: &str) -> Vec<&'a Boundary> {
        let start = match (self.elements.get(id), self.boundaries.get(id)) {
            (Some(element), _) => &element.boundary,
            (None, Some(boundary)) => &boundary.parent,
            (None, None) => return Vec::new(),
        };
        let mut out: Vec<&Boundary> = Vec::new();
        let mut next = self.boundary(start);
        while let Some(boundary) = next.filter(|_| out.len() <= self.boundaries.len()) {
            out.push(boundary);
            next = self.boundary(&boundary.parent);
        }
        out
    }

    /// True where a boundary is around an element.
    pub fn is_inside(&self, id: &str, boundary: &str) -> bool {
        self.around(id).iter().any(|outer| outer.id == boundary)
    }

    /// Boundaries that hold nodes, at any depth, but not all of the model.
    pub fn filled(&self) -> Vec<&'a Boundary> {
        let part = 1..self.document.elements.len();
        self.document.boundaries.iter().filter(|one| part.contains(&self.tally(&one.id).elements)).collect()
    }

    /// Boundaries that hold nodes and no other boundary.
    pub fn leaves(&self) -> Vec<&'a Boundary> {
        let all = self.document.boundaries.iter();
        all.filter(|one| self.inner(&one.id).is_empty() && !self.members(&one.id).is_empty()).collect()
    }
}

/// A title, or the id where there is none.
pub fn named<'t>(title: &'t str, id: &'t str) -> &'t str {
    if title.trim().is_empty() { id } else { title }
}
