//! Lookups over the places of a document: what is in what.

use std::collections::BTreeMap;
use tm_compiler::document::{Boundary, Document, Element};

/// A document with its tree of boundaries.
pub struct Map<'a> {
    /// The document.
    pub document: &'a Document,
    elements: BTreeMap<&'a str, &'a Element>,
    boundaries: BTreeMap<&'a str, &'a Boundary>,
    inner: BTreeMap<&'a str, Vec<&'a Boundary>>,
    members: BTreeMap<&'a str, Vec<&'a Element>>,
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
        };
        for element in &document.elements {
            map.elements.insert(&element.id, element);
            map.members.entry(&element.boundary).or_default().push(element);
        }
        for boundary in &document.boundaries {
            map.boundaries.insert(&boundary.id, boundary);
            map.inner.entry(&boundary.parent).or_default().push(boundary);
        }
        map
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
