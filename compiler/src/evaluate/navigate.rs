//! Navigation: what follows from the model's structure.

use super::distinct::Distinct;
use super::read::{FactKind, Origin};
use super::{Aspects, Evaluator};
use crate::builtins::{Nav, attribute};
use crate::check::Ex;
use crate::decl::Kind;
use crate::ids::ElementId;
use crate::model::Stated;
use crate::value::Value;
use std::sync::Arc;

impl Evaluator<'_> {
    /// Navigation from an element, or from each member of a list (duplicates dropped).
    pub(super) fn navigation(&mut self, base: &Ex, nav: Nav) -> Value {
        match self.eval(base) {
            Value::Element(id) => self.navigate(id, nav),
            Value::List(members) => {
                let mut found = Distinct::default();
                for member in members.iter() {
                    found.add(match member {
                        Value::Element(id) => self.navigate(*id, nav),
                        _ => Value::Unknown,
                    });
                }
                found.into_list()
            }
            _ => Value::Unknown,
        }
    }

    fn navigate(&mut self, id: ElementId, nav: Nav) -> Value {
        self.look_at(id, Aspects::of(nav));
        let structure = &self.model.structure;
        let index = id.0 as usize;
        let list =
            |lists: &[Arc<[Value]>]| lists.get(index).map_or(Value::Unknown, |list| Value::List(Arc::clone(list)));
        match nav {
            Nav::Name => Value::Text(Arc::clone(&self.model.elements[id].id)),
            Nav::Title => Value::Text(Arc::clone(&self.model.elements[id].title)),
            Nav::Source => self.end(id, true),
            Nav::Target => self.end(id, false),
            Nav::Data => self.data(id),
            Nav::Protocol => self.protocol(id),
            Nav::CrossesBoundary => self.crosses(id),
            Nav::Entered => self.crossed(id, false),
            Nav::Left => self.crossed(id, true),
            Nav::Inflows => list(&structure.inflows),
            Nav::Outflows => list(&structure.outflows),
            Nav::Inputs => self.by_direction(id, true),
            Nav::Outputs => self.by_direction(id, false),
            Nav::Neighbours => self.neighbours(id),
            Nav::Boundary | Nav::Parent => {
                self.model.elements[id].parent.map_or(Value::List(Arc::default()), Value::Element)
            }
            Nav::Boundaries => list(&structure.boundaries),
            Nav::Controls => self.controls(id),
            Nav::Children => list(&structure.children),
            Nav::Elements => list(&structure.contents),
            Nav::CarriedBy => list(&structure.carried_by),
            Nav::HeldBy => list(&structure.held_by),
        }
    }

    fn end(&self, flow: ElementId, source: bool) -> Value {
        match self.model.elements[flow].ends {
            Some((from, to)) => Value::Element(if source { from } else { to }),
            None => Value::Unknown,
        }
    }

    fn data(&mut self, flow: ElementId) -> Value {
        let carried = |prop| matches!(prop, attribute::SENDS | attribute::RECEIVES);
        let value = match self.assumed.iter().find(|fact| fact.element == flow && carried(fact.prop)) {
            Some(assumed) => assumed.value.clone(),
            None => self.model.structure.data.get(flow.0 as usize).cloned().unwrap_or(Value::Unknown),
        };
        let (kind, origin) = self.data_source(flow, &value);
        self.note(flow, kind, &value, origin);
        value
    }

    /// What says which data a flow carries: one of its two statements where the other says that there is none.
    fn data_source(&self, flow: ElementId, value: &Value) -> (FactKind, Origin) {
        if *value == Value::Unknown {
            return (FactKind::Property(attribute::SENDS), Origin::Unknown);
        }
        let stated = |prop| self.model.elements[flow].stated(prop);
        let (sends, receives) = (stated(attribute::SENDS), stated(attribute::RECEIVES));
        let filled = |one: Option<&Stated>| one.is_some_and(|one| !one.value.members().is_empty());
        let kind = match (filled(sends), filled(receives)) {
            (true, false) => FactKind::Property(attribute::SENDS),
            (false, true) => FactKind::Property(attribute::RECEIVES),
            _ => FactKind::Navigation(Nav::Data),
        };
        let written = if filled(sends) { sends } else { receives.or(sends) };
        (kind, written.map_or(Origin::Structure, |one| Origin::Stated(one.span)))
    }

    fn protocol(&self, flow: ElementId) -> Value {
        let element = &self.model.elements[flow];
        if element.ty == crate::library::roots::of(Kind::Flow) { Value::Unknown } else { Value::Type(element.ty) }
    }

    fn crosses(&mut self, flow: ElementId) -> Value {
        let Some((from, to)) = self.ends(flow) else {
            return Value::Unknown;
        };
        let value = Value::Bool(self.model.elements[from].parent != self.model.elements[to].parent);
        self.note(flow, FactKind::Navigation(Nav::CrossesBoundary), &value, Origin::Structure);
        value
    }

    /// Both ends of a flow, for answers that rest on where they stand.
    fn ends(&mut self, flow: ElementId) -> Option<(ElementId, ElementId)> {
        let (from, to) = self.model.elements[flow].ends?;
        self.look(from);
        self.look(to);
        Some((from, to))
    }

    /// Boundaries around one end that are not around the other: those left from the inside out,
    /// those entered from the outside in.
    fn crossed(&mut self, flow: ElementId, left: bool) -> Value {
        let Some((from, to)) = self.ends(flow) else {
            return Value::Unknown;
        };
        let (here, there) = if left { (from, to) } else { (to, from) };
        let structure = &self.model.structure;
        let others = &structure.boundaries[there.0 as usize];
        let mut found: Vec<Value> = structure.boundaries[here.0 as usize]
            .iter()
            .filter(|boundary| !others.contains(boundary))
            .cloned()
            .collect();
        if !left {
            found.reverse();
        }
        Value::List(found.into())
    }

    /// Flows that bring data to a node (or take it away): opened to it and sending, or opened by it and receiving.
    fn by_direction(&mut self, id: ElementId, inputs: bool) -> Value {
        self.look_at_flows(id);
        let structure = &self.model.structure;
        let (sending, receiving) =
            if inputs { (&structure.inflows, &structure.outflows) } else { (&structure.outflows, &structure.inflows) };
        let moves = |flow: &&Value, prop| match flow {
            Value::Element(flow) => {
                let unknown = structure.data[flow.0 as usize] == Value::Unknown;
                (unknown && prop == attribute::SENDS)
                    || self.model.elements[*flow].elements(prop).is_some_and(|data| !data.is_empty())
            }
            _ => false,
        };
        let forward = sending[id.0 as usize].iter().filter(|flow| moves(flow, attribute::SENDS));
        let backward = receiving[id.0 as usize].iter().filter(|flow| moves(flow, attribute::RECEIVES));
        let mut found = Distinct::default();
        forward.chain(backward).for_each(|flow| found.add(flow.clone()));
        found.into_list()
    }

    /// Whoever reads more of the flows of a node than that they are there rests on them too.
    fn look_at_flows(&mut self, id: ElementId) {
        if self.sight.is_some() {
            let structure = &self.model.structure;
            let flows = structure.inflows[id.0 as usize].iter().chain(structure.outflows[id.0 as usize].iter());
            flows.filter_map(Value::element).for_each(|flow| self.look(flow));
        }
    }

    fn neighbours(&mut self, id: ElementId) -> Value {
        self.look_at_flows(id);
        let structure = &self.model.structure;
        let mut found = Distinct::default();
        let flows = structure.inflows[id.0 as usize].iter().chain(structure.outflows[id.0 as usize].iter());
        for flow in flows {
            if let Value::Element(flow) = flow
                && let Some((from, to)) = self.model.elements[*flow].ends
            {
                found.add(Value::Element(if from == id { to } else { from }));
            }
        }
        found.into_list()
    }

    /// Implemented controls on the element and on the boundaries around it.
    fn controls(&mut self, id: ElementId) -> Value {
        let applied = self.model.structure.controls_on(id, &self.model.elements);
        let implemented = applied.filter(|(applied, _)| applied.status == crate::model::Status::Implemented);
        let mut found = Distinct::default();
        implemented.for_each(|(applied, _)| found.add(Value::Control(applied.control)));
        let value = found.into_list();
        self.note(id, FactKind::Navigation(Nav::Controls), &value, Origin::Structure);
        value
    }
}
