//! What differs between two models of one package, told by element.

use crate::builtins::attribute;
use crate::evaluate::{Aspects, Sight};
use crate::ids::{ElementId, Id, PropId};
use crate::library::Library;
use crate::model::{Element, Model};
use crate::value::Value;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// A model with the types of its elements.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) library: &'a Library,
    pub(super) model: &'a Model,
}

/// The difference of two models.
pub(super) struct Difference {
    /// For each element of the old model the same one in the new; those that stayed are in the same order.
    new_ids: Vec<Option<ElementId>>,
    /// By new id: what of an element differs; all of it where it is new.
    changed: Vec<Aspects>,
    /// By new id: true where what an element itself says differs.
    restated: Vec<bool>,
    /// Properties that differ; `None` where more than properties differs.
    pub(super) props: Option<FxHashSet<PropId>>,
}

impl Difference {
    pub(super) fn between(old: Side<'_>, new: Side<'_>) -> Self {
        let new_ids = pairs(old.model, new.model);
        let stayed = new_ids.iter().flatten().count();
        let shape = stayed != old.model.elements.len() || stayed != new.model.elements.len();
        let many = new.model.elements.len();
        let props = (!shape).then(FxHashSet::default);
        let mut this = Self { new_ids, changed: vec![Aspects::ALL; many], restated: vec![false; many], props };
        for (at, id) in this.new_ids.clone().into_iter().enumerate() {
            if let Some(id) = id {
                this.changed[id.index()] = this.differs(old, new, ElementId::from_index(at), id);
            }
        }
        this.spread(new.model);
        this
    }

    /// The new id of an element that stayed.
    pub(super) fn id(&self, old: ElementId) -> Option<ElementId> {
        self.new_ids.get(old.index()).copied().flatten()
    }

    /// A value with the new ids, where all of it stayed.
    pub(super) fn value(&self, old: &Value) -> Option<Value> {
        Some(match old {
            Value::Element(id) => Value::Element(self.id(*id)?),
            Value::List(members) => Value::List(members.iter().map(|one| self.value(one)).collect::<Option<_>>()?),
            other => other.clone(),
        })
    }

    /// What was looked at, with the new ids, where all of that stayed as it was.
    pub(super) fn sight(&self, old: &Sight) -> Option<Sight> {
        let Sight::These(seen) = old else { return None };
        let stayed = |(id, aspects): &(ElementId, Aspects)| {
            let id = self.id(*id)?;
            (!self.changed[id.index()].meets(*aspects)).then_some((id, *aspects))
        };
        seen.iter().map(stayed).collect::<Option<_>>().map(Sight::These)
    }

    /// True where an element is new or something else itself, so that other rules may be about it.
    pub(super) fn is_another(&self, new: ElementId) -> bool {
        self.changed[new.index()].meets(Aspects::ITSELF)
    }

    /// Compares an element, and notes in what sort of thing it differs.
    fn differs(&mut self, old: Side<'_>, new: Side<'_>, before: ElementId, id: ElementId) -> Aspects {
        let (was, is) = (&old.model.elements[before], &new.model.elements[id]);
        // Joined types are numbered as they come, so the same number need not be the same type.
        let types = (old.library.types.get(was.ty), new.library.types.get(is.ty));
        let alike = was.ty == is.ty && types.0.zip(types.1).is_some_and(|(was, is)| was.ancestors == is.ancestors);
        if !alike || !self.same_head(was, is) {
            self.props = None;
            self.restated[id.index()] = true;
            return Aspects::ALL;
        }
        let props: Vec<PropId> = self.props_that_differ(was, is).collect();
        if let Some(known) = &mut self.props {
            known.extend(props.iter().copied());
        }
        self.restated[id.index()] = !props.is_empty();
        Aspects::ITSELF.when(!props.is_empty()).and(self.differs_around(old.model, new.model, before, id))
    }

    fn same_head(&self, was: &Element, is: &Element) -> bool {
        let ends = was.ends.map(|(from, to)| (self.id(from), self.id(to)));
        let applied =
            |element: &Element| element.applied.iter().map(|one| (one.control, one.status)).collect::<Vec<_>>();
        (was.kind, was.package, was.external) == (is.kind, is.package, is.external)
            && was.id == is.id
            && was.title == is.title
            && was.parent.map(|parent| self.id(parent)) == is.parent.map(Some)
            && ends == is.ends.map(|(from, to)| (Some(from), Some(to)))
            && applied(was) == applied(is)
    }

    /// The properties that differ. What a flow receives decides what it sends where it does not say so.
    fn props_that_differ<'a>(&'a self, was: &'a Element, is: &'a Element) -> impl Iterator<Item = PropId> + 'a {
        let known = |element: &'a Element, prop| element.stated(prop).map(|stated| &stated.value);
        let differs = move |prop: &PropId| match (known(was, *prop), known(is, *prop)) {
            (None, None) => false,
            (Some(was), Some(is)) => !self.same(was, is),
            _ => true,
        };
        let all = was.stated.iter().chain(&is.stated).map(|stated| stated.prop);
        all.filter(differs).flat_map(|prop| match prop {
            attribute::SENDS | attribute::RECEIVES => vec![attribute::SENDS, attribute::RECEIVES],
            other => vec![other],
        })
    }

    fn same(&self, was: &Value, is: &Value) -> bool {
        match (was, is) {
            (Value::Element(was), Value::Element(is)) => self.id(*was) == Some(*is),
            (Value::List(was), Value::List(is)) => self.same_list(was, is),
            _ => was == is,
        }
    }

    fn same_list(&self, was: &[Value], is: &[Value]) -> bool {
        was.len() == is.len() && was.iter().zip(is).all(|(was, is)| self.same(was, is))
    }

    /// Compares what follows from other elements.
    fn differs_around(&self, old: &Model, new: &Model, before: ElementId, id: ElementId) -> Aspects {
        let (was, is) = (&old.structure, &new.structure);
        let (before, at) = (before.index(), id.index());
        let differs = |aspect: Aspects, was: &[Arc<[Value]>], is: &[Arc<[Value]>]| {
            aspect.when(!self.same_list(&was[before], &is[at]))
        };
        differs(Aspects::ITSELF, &was.boundaries, &is.boundaries)
            .and(differs(Aspects::INFLOWS, &was.inflows, &is.inflows))
            .and(differs(Aspects::OUTFLOWS, &was.outflows, &is.outflows))
            .and(differs(Aspects::CARRIED, &was.carried_by, &is.carried_by))
            .and(differs(Aspects::HELD, &was.held_by, &is.held_by))
            .and(differs(Aspects::CONTENTS, &was.children, &is.children))
            .and(differs(Aspects::CONTENTS, &was.contents, &is.contents))
    }

    /// What stands in a boundary inherits what that says.
    fn spread(&mut self, new: &Model) {
        for id in new.elements.ids() {
            let restated = new.structure.around(id).any(|around| self.restated[around.index()]);
            self.changed[id.index()] = self.changed[id.index()].and(Aspects::ITSELF.when(restated));
        }
    }
}

/// Pairs the elements that have the same id in both models, as far as they are in the same order.
fn pairs(old: &Model, new: &Model) -> Vec<Option<ElementId>> {
    let places: FxHashMap<&str, ElementId> = old.elements.iter().map(|(id, element)| (&*element.id, id)).collect();
    let mut pairs = vec![None; old.elements.len()];
    let mut next = 0;
    for (id, element) in new.elements.iter() {
        let here = old.elements.get(ElementId::from_index(next)).is_some_and(|before| before.id == element.id);
        let later = || places.get(&*element.id).map(|id| id.index()).filter(|at| *at > next);
        if let Some(at) = here.then_some(next).or_else(later) {
            pairs[at] = Some(id);
            next = at + 1;
        }
    }
    pairs
}
