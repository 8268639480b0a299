//! What follows from where elements stand and which flows join them, computed once.

use super::{Applied, Element, Status};
use crate::builtins::attribute;
use crate::decl::Kind;
use crate::ids::{Arena, ControlId, ElementId, PropId, TypeId};
use crate::library::Library;
use crate::source::Span;
use crate::value::Value;
use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// A list of elements as a value.
type List = Arc<[Value]>;

/// Indices over a world of elements; vectors are indexed by element.
#[derive(Debug, Default)]
pub struct Structure {
    /// Boundaries around each element, from the inside out. For a flow: those around both its ends.
    pub boundaries: Vec<List>,
    /// Flows opened to each node.
    pub inflows: Vec<List>,
    /// Flows opened by each node.
    pub outflows: Vec<List>,
    /// What travels on each flow; unknown where it states neither `sends` nor `receives`.
    pub data: Vec<Value>,
    /// The flows that carry each kind of data.
    pub carried_by: Vec<List>,
    /// The nodes that hold each kind of data.
    pub held_by: Vec<List>,
    /// The boundaries right inside each boundary.
    pub children: Vec<List>,
    /// The nodes inside each boundary, however deep.
    pub contents: Vec<List>,
    /// Elements of each type, in order.
    pub by_type: FxHashMap<TypeId, Vec<ElementId>>,
    /// Where the controls of each element stand: on itself and on boundaries around it. Most have none, and rules ask
    /// for them again and again: those need not look at the elements.
    standing: Vec<Option<Box<[ElementId]>>>,
    /// The controls that stand somewhere.
    applied: FxHashSet<ControlId>,
    /// Facts that implemented controls establish.
    pub established: FxHashMap<(ElementId, PropId), (Value, ControlId, Span)>,
    /// Who opens flows to whom; nodes are elements, edges are flows.
    pub graph: DiGraph<ElementId, ElementId>,
}

impl Structure {
    /// Computes the indices.
    pub fn new(library: &Library, elements: &Arena<ElementId, Element>) -> Self {
        let mut structure = Self { boundaries: boundaries(elements), ..Self::default() };
        structure.join_flows(elements);
        structure.spread_data(elements);
        structure.contain(elements);
        structure.sort_by_type(library, elements);
        structure.stand(elements);
        structure.establish(library, elements);
        structure
    }

    fn join_flows(&mut self, elements: &Arena<ElementId, Element>) {
        let (mut inflows, mut outflows) = (Grouped::default(), Grouped::default());
        let mut graph = DiGraph::with_capacity(elements.len(), elements.len());
        for id in elements.ids() {
            graph.add_node(id);
        }
        for (id, element) in elements.iter() {
            if let Some((source, target)) = element.ends {
                outflows.push(source, id);
                inflows.push(target, id);
                graph.add_edge(NodeIndex::new(source.0 as usize), NodeIndex::new(target.0 as usize), id);
            }
        }
        self.inflows = inflows.lists(elements.len());
        self.outflows = outflows.lists(elements.len());
        self.graph = graph;
    }

    fn spread_data(&mut self, elements: &Arena<ElementId, Element>) {
        let (mut carried, mut held) = (Grouped::default(), Grouped::default());
        self.data.reserve(elements.len());
        for (id, element) in elements.iter() {
            let travels = if element.kind == Kind::Flow { travelling(element) } else { Value::Unknown };
            travels.members().iter().filter_map(Value::element).for_each(|data| carried.push(data, id));
            self.data.push(travels);
            let holds = element.elements(attribute::HOLDS).unwrap_or_default();
            holds.into_iter().for_each(|data| held.push(data, id));
        }
        self.carried_by = carried.lists(elements.len());
        self.held_by = held.lists(elements.len());
    }

    fn contain(&mut self, elements: &Arena<ElementId, Element>) {
        let (mut children, mut contents) = (Grouped::default(), Grouped::default());
        for (id, element) in elements.iter() {
            if element.kind == Kind::Boundary
                && let Some(parent) = element.parent
            {
                children.push(parent, id);
            }
            if element.kind.is_node() {
                self.around(id).for_each(|boundary| contents.push(boundary, id));
            }
        }
        self.children = children.lists(elements.len());
        self.contents = contents.lists(elements.len());
    }

    fn sort_by_type(&mut self, library: &Library, elements: &Arena<ElementId, Element>) {
        for (id, element) in elements.iter() {
            for ancestor in &library.types[element.ty].ancestors {
                self.by_type.entry(*ancestor).or_default().push(id);
            }
        }
    }

    fn stand(&mut self, elements: &Arena<ElementId, Element>) {
        let applied = elements.values().flat_map(|element| &element.applied);
        self.applied = applied.map(|applied| applied.control).collect();
        let applies: Vec<bool> = elements.values().map(|element| !element.applied.is_empty()).collect();
        let places = |id: ElementId| std::iter::once(id).chain(self.around(id));
        let some = |id| places(id).any(|place| applies[place.0 as usize]);
        let list = |id| places(id).filter(|place| applies[place.0 as usize]).collect();
        self.standing = elements.ids().map(|id| some(id).then(|| list(id))).collect();
    }

    fn establish(&mut self, library: &Library, elements: &Arena<ElementId, Element>) {
        for (id, element) in elements.iter() {
            let mut found = Vec::new();
            for (applied, _) in
                self.controls_on(id, elements).filter(|(applied, _)| applied.status == Status::Implemented)
            {
                let info = &library.controls[applied.control];
                let fits = info.on.iter().any(|ty| library.is_subtype(element.ty, *ty));
                for (prop, value, _) in info.facts.iter().filter(|_| fits) {
                    found.push(((id, *prop), (value.clone(), applied.control, applied.span)));
                }
            }
            for (key, fact) in found {
                self.established.entry(key).or_insert(fact);
            }
        }
    }

    /// The controls on an element and on the boundaries around it, each with where it stands.
    pub fn controls_on<'a>(
        &'a self,
        id: ElementId,
        elements: &'a Arena<ElementId, Element>,
    ) -> impl Iterator<Item = (&'a Applied, ElementId)> {
        let places = self.standing.get(id.0 as usize).and_then(Option::as_deref).unwrap_or_default();
        places.iter().flat_map(|place| elements[*place].applied.iter().map(move |applied| (applied, *place)))
    }

    /// True for a control that stands somewhere.
    pub fn is_applied(&self, control: ControlId) -> bool {
        self.applied.contains(&control)
    }

    /// Boundaries around an element as ids, from the inside out.
    pub fn around(&self, id: ElementId) -> impl DoubleEndedIterator<Item = ElementId> {
        let list = self.boundaries.get(id.0 as usize).map(|list| &list[..]).unwrap_or_default();
        list.iter().filter_map(Value::element)
    }
}

/// Elements that belong to others, found in their order.
#[derive(Default)]
struct Grouped {
    pairs: Vec<(ElementId, ElementId)>,
}

impl Grouped {
    fn push(&mut self, owner: ElementId, member: ElementId) {
        self.pairs.push((owner, member));
    }

    /// The list of each of so many owners. Most lists are empty: those share one.
    fn lists(self, owners: usize) -> Vec<List> {
        // Sorted by counting: where the members of each owner begin, and then where its next one goes.
        let mut next = vec![0_usize; owners + 1];
        for (owner, _) in &self.pairs {
            next[owner.0 as usize + 1] += 1;
        }
        for at in 1..next.len() {
            next[at] += next[at - 1];
        }
        let mut members = vec![Value::Unknown; self.pairs.len()];
        for (owner, member) in &self.pairs {
            let at = &mut next[owner.0 as usize];
            members[*at] = Value::Element(*member);
            *at += 1;
        }
        let mut start = 0;
        let mut list = |end: usize| {
            let own = &members[std::mem::replace(&mut start, end)..end];
            if own.is_empty() { List::default() } else { own.into() }
        };
        next[..owners].iter().map(|end| list(*end)).collect()
    }
}

/// Boundaries around each element, from the inside out; a flow is inside what is around both of its ends.
fn boundaries(elements: &Arena<ElementId, Element>) -> Vec<List> {
    // Flows lead anywhere: in a list of their own the parents stay in the cache.
    let parents: Vec<Option<ElementId>> = elements.values().map(|element| element.parent).collect();
    let empty = List::default();
    let mut shared: FxHashMap<ElementId, List> = FxHashMap::default();
    let mut around = |parent: Option<ElementId>| {
        parent.map_or_else(
            || Arc::clone(&empty),
            |parent| Arc::clone(shared.entry(parent).or_insert_with(|| chain(elements, parent))),
        )
    };
    let mut of = |element: &Element| match element.ends {
        Some((source, target)) => {
            let (source, target) = (parents[source.0 as usize], parents[target.0 as usize]);
            if source == target {
                return around(source);
            }
            let (here, there) = (around(source), around(target));
            around(here.iter().find(|boundary| there.contains(boundary)).and_then(Value::element))
        }
        None if element.kind == Kind::Flow => Arc::clone(&empty),
        None => around(element.parent),
    };
    elements.iter().map(|(_, element)| of(element)).collect()
}

/// A boundary and those around it, from the inside out.
fn chain(elements: &Arena<ElementId, Element>, innermost: ElementId) -> List {
    std::iter::successors(Some(innermost), |at| elements[*at].parent).map(Value::Element).collect()
}

/// What travels on a flow. Stating one direction makes the other empty.
fn travelling(flow: &Element) -> Value {
    let (sends, receives) = (flow.stated(attribute::SENDS), flow.stated(attribute::RECEIVES));
    if sends.is_none() && receives.is_none() {
        return Value::Unknown;
    }
    if let (Some(one), None) | (None, Some(one)) = (sends, receives)
        && let Value::List(members) = &one.value
        && members.len() < 2
    {
        return one.value.clone();
    }
    let mut members: Vec<Value> = Vec::new();
    for stated in [sends, receives].into_iter().flatten() {
        for member in stated.value.members() {
            if !members.contains(member) {
                members.push(member.clone());
            }
        }
    }
    Value::List(members.into())
}
