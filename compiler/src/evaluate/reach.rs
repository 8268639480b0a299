//! Paths: `a reaches b carrying d along f where … through e where …`, three-valued, with a witness.

use super::quantify::Members;
use super::{Evaluator, FactKind, Origin, Truth};
use crate::builtins::attribute;
use crate::check::{Ex, ExKind, PathClause};
use crate::decl::Kind;
use crate::ids::ElementId;
use crate::value::Value;
use petgraph::Direction;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// What one start set reaches, certainly and perhaps, each in the order of ids.
#[derive(Debug)]
struct Reached {
    sure: Box<[ElementId]>,
    maybe: Box<[ElementId]>,
    /// True where a default was read on the way.
    read_default: bool,
}

/// The expression, the starts, the data that must be carried, whether defaults count.
type Key = (usize, Starts, Option<ElementId>, bool);

/// A set of nodes to start from. Many searches share one, so that telling two apart seldom reads them: equal ones are
/// mostly the same, and the hash is made of a few.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Starts(Arc<[ElementId]>);

impl Hash for Starts {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let middle = self.0.get(self.0.len() / 2);
        (self.0.len(), self.0.first(), middle, self.0.last()).hash(state);
    }
}

/// A proof with this many facts says enough; further paths are not added to it.
const MOST_FACTS: usize = 32;

/// The node and the flow before each node that a search reached.
type Tree = FxHashMap<ElementId, (ElementId, ElementId)>;

/// Results of searches, by expression, start set and data, so that all ends share one search.
#[derive(Debug, Default)]
pub struct ReachCache {
    found: FxHashMap<Key, Arc<Reached>>,
    trees: FxHashMap<(Key, bool), Arc<Tree>>,
    clauses: FxHashMap<(usize, ElementId, bool), Truth>,
    seen: Marks,
    expanded: Marks,
}

/// Elements that a search has met; emptied at the cost of what was marked, so that small searches in large models are cheap.
#[derive(Debug, Default)]
struct Marks {
    words: Vec<u64>,
    marked: Vec<ElementId>,
}

impl Marks {
    /// Marks an element; false where it was marked already.
    fn mark(&mut self, id: ElementId) -> bool {
        let (word, bit) = (id.0 as usize / 64, 1u64 << (id.0 % 64));
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        let fresh = self.words[word] & bit == 0;
        self.words[word] |= bit;
        if fresh {
            self.marked.push(id);
        }
        fresh
    }

    /// What was marked, in the order of ids; nothing is marked afterwards.
    fn take(&mut self) -> Box<[ElementId]> {
        let mut marked = std::mem::take(&mut self.marked);
        marked.iter().for_each(|id| self.words[id.0 as usize / 64] = 0);
        marked.sort_unstable();
        marked.into()
    }
}

/// A search: where it starts, what must be carried, which flows and nodes count.
struct Search<'e> {
    starts: Arc<[ElementId]>,
    data: Option<ElementId>,
    along: Option<&'e PathClause>,
    through: Option<&'e PathClause>,
    /// True where the clauses read no variable but their own.
    independent: bool,
}

/// A step to a neighbour over a flow, and how sure it is.
struct Step {
    to: ElementId,
    flow: ElementId,
    sure: bool,
}

impl Evaluator<'_> {
    pub(super) fn reaches(&mut self, ex: &Ex) -> Truth {
        let (search, ends) = self.search(ex)?;
        let reached = self.reached(ex, &search);
        let truth = if any_of(&ends, &reached.sure) {
            Some(true)
        } else if any_of(&ends, &reached.maybe) {
            None
        } else {
            Some(false)
        };
        if self.trace.is_some() && truth != Some(false) {
            let path = self.witness(ex, &search, &ends, truth == Some(true));
            self.note_path(ex, path);
        }
        truth
    }

    /// Whether a path starts (or ends) at one of the members, with one search for all of them; the path where a
    /// trace is wanted.
    pub(super) fn reaches_some(&mut self, ex: &Ex, slot: usize, members: &Members) -> (Truth, Vec<ElementId>) {
        let (mut found, mut path) = (Some(false), Vec::new());
        for (among, sure) in members.nodes.iter().zip([true, false]).filter(|(among, _)| !among.is_empty()) {
            let Some((search, ends)) = self.search_among(ex, slot, among) else {
                return (None, path);
            };
            let reached = self.reached(ex, &search);
            if any_of(&ends, if sure { &reached.sure } else { &reached.maybe }) {
                found = sure.then_some(true);
                path = if self.trace.is_some() { self.witness(ex, &search, &ends, sure) } else { path };
                break;
            }
        }
        (found, path)
    }

    /// Notes a path with the facts of the flows and nodes on it.
    pub(super) fn note_path(&mut self, ex: &Ex, path: Vec<ElementId>) {
        let ExKind::Reaches { carrying, along, through, .. } = &ex.kind else { return };
        let room = self.trace.as_ref().is_some_and(|trace| trace.len() < MOST_FACTS);
        let inner = path.len().saturating_sub(1);
        for (at, id) in path.iter().enumerate().filter(|_| room) {
            let clause = if at % 2 == 1 { along.as_deref() } else { through.as_deref() };
            if let Some(clause) = clause.filter(|_| at % 2 == 1 || (at > 0 && at < inner)) {
                self.set(clause.slot, Value::Element(*id));
                self.truth(&clause.condition);
            }
            if at % 2 == 1 && carrying.is_some() && self.model.structure.data[id.0 as usize] == Value::Unknown {
                self.note(*id, FactKind::Property(attribute::SENDS), &Value::Unknown, Origin::Unknown);
            }
        }
        self.path = path;
    }

    fn search<'e>(&mut self, ex: &'e Ex) -> Option<(Search<'e>, Arc<[ElementId]>)> {
        let ExKind::Reaches { from, to, .. } = &ex.kind else {
            return None;
        };
        let starts = self.nodes(from)?;
        let ends = self.nodes(to)?;
        Some((self.search_from(ex, starts)?, ends))
    }

    /// A search with a set of nodes in the place of a variable.
    fn search_among<'e>(
        &mut self,
        ex: &'e Ex,
        slot: usize,
        among: &Arc<[ElementId]>,
    ) -> Option<(Search<'e>, Arc<[ElementId]>)> {
        let ExKind::Reaches { from, to, .. } = &ex.kind else {
            return None;
        };
        let mut end = |ex: &Ex| match ex.kind {
            ExKind::Var(at) if at == slot => Some(Arc::clone(among)),
            _ => self.nodes(ex),
        };
        let (starts, ends) = (end(from)?, end(to)?);
        Some((self.search_from(ex, starts)?, ends))
    }

    fn search_from<'e>(&mut self, ex: &'e Ex, starts: Arc<[ElementId]>) -> Option<Search<'e>> {
        let ExKind::Reaches { carrying, along, through, .. } = &ex.kind else {
            return None;
        };
        let data = match carrying.as_deref().map(|data| self.eval(data)) {
            Some(Value::Element(id)) => Some(id),
            Some(_) => return None,
            None => None,
        };
        let (along, through) = (along.as_deref(), through.as_deref());
        let independent = [along, through].into_iter().flatten().all(independent);
        Some(Search { starts, data, along, through, independent })
    }

    /// The nodes that an end means: itself, the members of a list, everything inside a boundary.
    fn nodes(&mut self, ex: &Ex) -> Option<Arc<[ElementId]>> {
        let value = self.eval(ex);
        if matches!(value, Value::Unknown | Value::Abstract(_)) {
            return None;
        }
        let ids: Option<Arc<[ElementId]>> = value.members().iter().map(Value::element).collect();
        ids.map(|ids| self.spread_out(&ids))
    }

    /// Boundaries replaced by what is inside them.
    pub(super) fn spread_out(&self, ids: &Arc<[ElementId]>) -> Arc<[ElementId]> {
        let is_boundary = |id: &ElementId| self.model.elements[*id].kind == Kind::Boundary;
        if !ids.iter().any(is_boundary) {
            return Arc::clone(ids);
        }
        let mut found = Vec::new();
        for id in ids.iter() {
            match is_boundary(id) {
                true => {
                    found.extend(self.model.structure.contents[id.0 as usize].iter().filter_map(Value::element));
                }
                false => found.push(*id),
            }
        }
        found.into()
    }

    fn reached(&mut self, ex: &Ex, search: &Search<'_>) -> Arc<Reached> {
        let own = search.independent;
        let key: Key =
            (std::ptr::from_ref(ex) as usize, Starts(Arc::clone(&search.starts)), search.data, self.defaults);
        let own = own && !self.assumption_matters(search);
        if own && let Some(found) = self.reached.found.get(&key) {
            self.read_default |= found.read_default;
            return Arc::clone(found);
        }
        let before = std::mem::replace(&mut self.read_default, false);
        let outer = self.trace.take(); // what was looked at on the way is no part of the proof
        let (sure, maybe) = (self.spread(search, true), self.spread(search, false));
        self.trace = outer;
        let read_default = self.read_default;
        let reached = Arc::new(Reached { sure, maybe, read_default });
        self.read_default |= before;
        if own && self.left() > 0 {
            self.reached.found.insert(key, Arc::clone(&reached));
        }
        reached
    }

    /// True where a fact that is assumed could change what a search finds.
    fn assumption_matters(&self, search: &Search<'_>) -> bool {
        self.assumed.iter().any(|fact| {
            let data = matches!(fact.prop, attribute::SENDS | attribute::RECEIVES);
            let mut clauses = [search.along, search.through].into_iter().flatten();
            (search.data.is_some() && data) || clauses.any(|clause| self.reads(&clause.condition, fact.prop))
        })
    }

    /// Breadth first over the flows that are sure (or that may be).
    fn spread(&mut self, search: &Search<'_>, only_sure: bool) -> Box<[ElementId]> {
        let (mut seen, mut expanded) =
            (std::mem::take(&mut self.reached.seen), std::mem::take(&mut self.reached.expanded));
        let mut queue: VecDeque<(ElementId, bool)> = search.starts.iter().map(|id| (*id, true)).collect();
        while let Some((node, start)) = queue.pop_front() {
            if !self.may_look(1) {
                break;
            }
            if !expanded.mark(node) || (!start && !self.passes(search, node, only_sure)) {
                continue;
            }
            for step in self.steps(search, node) {
                if (step.sure || !only_sure) && seen.mark(step.to) {
                    queue.push_back((step.to, false));
                }
            }
        }
        let found = seen.take();
        expanded.take();
        (self.reached.seen, self.reached.expanded) = (seen, expanded);
        found
    }

    /// The shortest path to one of the ends, from the tree that all ends share.
    fn witness(&mut self, ex: &Ex, search: &Search<'_>, ends: &[ElementId], only_sure: bool) -> Vec<ElementId> {
        let own = search.independent && self.assumed.is_empty();
        let starts = Starts(Arc::clone(&search.starts));
        let key: Key = (std::ptr::from_ref(ex) as usize, starts, search.data, self.defaults);
        let known = self.reached.trees.get(&(key.clone(), only_sure)).filter(|_| own).map(Arc::clone);
        let tree = known.unwrap_or_else(|| {
            let outer = self.trace.take();
            let tree = Arc::new(self.tree(search, only_sure));
            self.trace = outer;
            if own {
                self.reached.trees.insert((key, only_sure), Arc::clone(&tree));
            }
            tree
        });
        let paths = ends.iter().filter(|end| tree.contains_key(end)).map(|end| unwind(&tree, &search.starts, *end));
        paths.min_by_key(Vec::len).unwrap_or_default()
    }

    /// For each node that is reached the node and the flow before it, on a shortest path.
    fn tree(&mut self, search: &Search<'_>, only_sure: bool) -> Tree {
        let mut parents = Tree::default();
        let mut expanded = Marks::default();
        let mut queue: VecDeque<(ElementId, bool)> = search.starts.iter().map(|id| (*id, true)).collect();
        while let Some((node, start)) = queue.pop_front() {
            if !expanded.mark(node) || (!start && !self.passes(search, node, only_sure)) {
                continue;
            }
            let mut steps = self.steps(search, node);
            steps.sort_by_key(|step| step.flow);
            for step in steps {
                if (step.sure || !only_sure) && !parents.contains_key(&step.to) {
                    parents.insert(step.to, (node, step.flow));
                    queue.push_back((step.to, false));
                }
            }
        }
        parents
    }

    /// A node between the ends must satisfy `through`.
    fn passes(&mut self, search: &Search<'_>, node: ElementId, only_sure: bool) -> bool {
        let Some(clause) = search.through else {
            return true;
        };
        self.clause(search, clause, node).unwrap_or(!only_sure)
    }

    /// The truth of a clause for one element, remembered where it depends on nothing else.
    fn clause(&mut self, search: &Search<'_>, clause: &PathClause, id: ElementId) -> Truth {
        let key = (std::ptr::from_ref(clause) as usize, id, self.defaults);
        let own = self.assumed.is_empty() && self.trace.is_none() && search.independent;
        if let Some(known) = self.reached.clauses.get(&key).filter(|_| own) {
            return *known;
        }
        self.set(clause.slot, Value::Element(id));
        let before = std::mem::replace(&mut self.read_default, false);
        let truth = self.truth(&clause.condition);
        let plain = !self.read_default;
        self.read_default |= before;
        if own && plain {
            self.reached.clauses.insert(key, truth);
        }
        truth
    }

    /// Neighbours. Without data a path follows who opens to whom; with data it follows the data.
    fn steps(&mut self, search: &Search<'_>, node: ElementId) -> Vec<Step> {
        let graph = &self.model.structure.graph;
        let at = NodeIndex::new(node.0 as usize);
        let mut steps: Vec<Step> = Vec::new();
        let mut add = |flow: ElementId, to: NodeIndex, prop| {
            let sure = match search.data {
                None => Some(true),
                Some(data) => self.carries(flow, prop, data),
            };
            if sure != Some(false) {
                steps.push(Step {
                    to: ElementId(u32::try_from(to.index()).unwrap_or(0)),
                    flow,
                    sure: sure == Some(true),
                });
            }
        };
        for edge in graph.edges_directed(at, Direction::Outgoing) {
            add(*edge.weight(), edge.target(), attribute::SENDS);
        }
        if search.data.is_some() {
            for edge in graph.edges_directed(at, Direction::Incoming) {
                add(*edge.weight(), edge.source(), attribute::RECEIVES);
            }
        }
        match search.along {
            Some(clause) => steps.into_iter().filter_map(|step| self.along(search, clause, step)).collect(),
            None => steps,
        }
    }

    fn along(&mut self, search: &Search<'_>, clause: &PathClause, step: Step) -> Option<Step> {
        match self.clause(search, clause, step.flow) {
            Some(true) => Some(step),
            Some(false) => None,
            None => Some(Step { sure: false, ..step }),
        }
    }

    /// Whether a flow carries data in a direction: forward over `sends`, backward over `receives`.
    fn carries(&self, flow: ElementId, prop: crate::ids::PropId, data: ElementId) -> Truth {
        if let Some(assumed) = self.assumed.iter().find(|fact| fact.element == flow && fact.prop == prop) {
            return Some(assumed.value.members().contains(&Value::Element(data)));
        }
        if self.model.structure.data[flow.0 as usize] == Value::Unknown {
            return None;
        }
        let listed = self.model.elements[flow].stated(prop);
        Some(listed.is_some_and(|stated| stated.value.members().contains(&Value::Element(data))))
    }
}

/// True where one of the ends is among those reached.
fn any_of(ends: &[ElementId], reached: &[ElementId]) -> bool {
    match ends.len() > reached.len() && ends.is_sorted() {
        true => reached.iter().any(|id| ends.binary_search(id).is_ok()),
        false => ends.iter().any(|id| reached.binary_search(id).is_ok()),
    }
}

fn unwind(parents: &Tree, starts: &[ElementId], end: ElementId) -> Vec<ElementId> {
    let mut path = vec![end];
    let mut at = end;
    while let Some((parent, flow)) = parents.get(&at) {
        path.push(*flow);
        path.push(*parent);
        at = *parent;
        if starts.contains(&at) || path.len() > 2 * parents.len() + 2 {
            break;
        }
    }
    path.reverse();
    path
}

/// True where a clause reads no variable but its own and those bound inside it.
fn independent(clause: &PathClause) -> bool {
    let mut own = true;
    clause.condition.walk(&mut |ex| {
        if let ExKind::Var(slot) = ex.kind {
            own &= slot >= clause.slot;
        }
    });
    own
}
