//! Elements, flows, data and boundaries of the document.

use super::{Found, tone};
use crate::analysis::Analysis;
use crate::builtins::attribute;
use crate::document::*;
use crate::evaluate::{Evaluator, Fact as Read};
use crate::explain::{fact_words, origin_words};
use crate::ids::{ControlId, ElementId, PropId, TypeId};
use crate::library::roots;
use crate::model::Applied;
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

impl Analysis {
    pub(super) fn type_name(&self, element: ElementId) -> (String, String) {
        let element = &self.model.elements[element];
        if element.ty == roots::of(element.kind) {
            return (String::new(), String::new());
        }
        let info = &self.library.types[element.ty];
        (info.name.to_string(), info.title.to_string())
    }

    /// The id of a type's icon; empty where it has none. That it can be drawn was checked where it was named.
    fn icon_id(&self, ty: TypeId) -> String {
        let named = self.library.icon(ty);
        let found = named.and_then(|(package, name)| Some((self.icons.home(package, name)?, name)));
        found.map(|(home, name)| self.library.qualified(home, name)).unwrap_or_default()
    }

    /// The icon of a type.
    pub fn icon(&self, ty: TypeId) -> Option<Icon> {
        let (package, name) = self.library.icon(ty)?;
        let (home, drawing) = self.icons.drawing(package, name)?;
        Some(Icon { id: self.library.qualified(home, name), lines: drawing.lines, areas: drawing.areas })
    }

    /// The icons that occur in the model, each once.
    pub(super) fn document_icons(&self) -> Vec<Icon> {
        let types: BTreeSet<TypeId> = self.model.elements.values().map(|element| element.ty).collect();
        let icons = types.into_iter().filter_map(|ty| self.icon(ty)).map(|icon| (icon.id.clone(), icon));
        icons.collect::<BTreeMap<_, _>>().into_values().collect()
    }

    fn was(&self, element: ElementId) -> Vec<String> {
        self.model.elements[element].texts(attribute::WAS).iter().map(ToString::to_string).collect()
    }

    fn last_line(&self, element: ElementId) -> usize {
        self.location(self.model.elements[element].whole).end_line
    }

    /// What is known about an element: stated facts first, then those of its type, then defaults.
    pub(super) fn properties(&self, element: ElementId) -> Vec<Fact> {
        let ty = &self.library.types[self.model.elements[element].ty];
        let mut evaluator = Evaluator::new(&self.library, &self.model);
        let mut facts = Vec::new();
        let own = ty.property_order.iter().filter(|prop| ty.properties[*prop].span.is_some());
        for prop in own.chain(self.handed_on(element)) {
            let (value, origin) = evaluator.look_up(element, *prop);
            if value != Value::Unknown {
                let kind = crate::evaluate::FactKind::Property(*prop);
                facts.push(self.fact(&Read { element, kind, value, origin }));
            }
        }
        facts
    }

    /// Properties that boundaries hand on and that something in them says itself. What a boundary says stands there.
    fn handed_on(&self, id: ElementId) -> impl Iterator<Item = &PropId> {
        let element = &self.model.elements[id];
        let own = &self.library.types[element.ty].properties;
        let boundary = &self.library.types[roots::BOUNDARY];
        let handed = boundary.property_order.iter().filter(|prop| boundary.properties[*prop].inherited);
        let established = &self.model.structure.established;
        handed.filter(move |prop| {
            let said = element.stated(**prop).is_some() || established.contains_key(&(id, **prop));
            said && element.kind.is_node() && !own.contains_key(*prop)
        })
    }

    pub(super) fn fact(&self, fact: &Read) -> Fact {
        let (subject, property, value) = fact_words(&self.library, &self.model, fact);
        let (origin, origin_text) = origin_words(&self.library, &self.model, &fact.origin);
        let location = fact.origin.span().map(|span| self.location(span));
        Fact { subject, property, value, origin: origin.into(), origin_text, location }
    }

    pub(super) fn applied(&self, element: ElementId) -> Vec<AppliedControl> {
        let found = self.model.structure.controls_on(element, &self.model.elements);
        found.map(|(applied, place)| self.applied_control(applied, place)).collect()
    }

    pub(super) fn applied_control(&self, applied: &Applied, place: ElementId) -> AppliedControl {
        AppliedControl {
            control: self.control_id(applied.control),
            status: applied.status.word().into(),
            on: self.id(place),
            location: self.location(applied.span),
        }
    }

    pub(super) fn control_id(&self, id: ControlId) -> String {
        let control = &self.library.controls[id];
        self.library.qualified(control.package, &control.name)
    }

    pub(super) fn boundary(&self, id: ElementId) -> Boundary {
        let element = &self.model.elements[id];
        Boundary {
            id: self.id(id),
            title: element.title.to_string(),
            r#type: self.type_name(id).0,
            icon: self.icon_id(element.ty),
            doc: element.doc.to_string(),
            parent: element.parent.map(|parent| self.id(parent)).unwrap_or_default(),
            properties: self.properties(id),
            controls: self.applied(id),
            was: self.was(id),
            location: self.location(element.span),
            last_line: self.last_line(id),
        }
    }

    /// A residual level: its name and its colour step.
    pub(super) fn worst(&self, rank: Option<u16>) -> (String, u8) {
        let Some((rank, method)) = rank.zip(self.method()) else {
            return (String::new(), 0);
        };
        let info = &self.library.enums[method.matrix.risk];
        (info.value_name(rank).to_owned(), tone(rank as usize, info.values.len()))
    }

    /// The title of a level of risk by its rank.
    pub(super) fn title_of(&self, rank: Option<u16>) -> String {
        let level = rank.zip(self.method()).and_then(|(rank, method)| {
            let levels = &self.library.enums[method.matrix.risk].values;
            levels.get(usize::from(rank))
        });
        level.map_or_else(String::new, |level| level.title.to_string())
    }

    pub(super) fn element(&self, id: ElementId, found: Found) -> Element {
        let element = &self.model.elements[id];
        let (name, title) = self.type_name(id);
        let (risk, tone) = self.worst(found.worst);
        Element {
            id: self.id(id),
            kind: element.kind.word().into(),
            title: element.title.to_string(),
            r#type: name,
            type_title: title,
            icon: self.icon_id(element.ty),
            doc: element.doc.to_string(),
            boundary: element.parent.map(|parent| self.id(parent)).unwrap_or_default(),
            external: element.external,
            holds: self.stated_ids(id, attribute::HOLDS),
            tags: self.stated_ids(id, attribute::TAGS),
            properties: self.properties(id),
            controls: self.applied(id),
            threats: found.threats,
            risk,
            tone,
            was: self.was(id),
            location: self.location(element.span),
            last_line: self.last_line(id),
        }
    }

    pub(super) fn flow(&self, id: ElementId, found: Found) -> Option<Flow> {
        let element = &self.model.elements[id];
        let (source, target) = element.ends?;
        let (risk, tone) = self.worst(found.worst);
        let (protocol, protocol_title) = self.type_name(id);
        let structure = &self.model.structure;
        let around = |end: ElementId| structure.around(end).collect::<Vec<_>>();
        let (from, to) = (around(source), around(target));
        let entered = to.iter().rev().filter(|boundary| !from.contains(boundary));
        let left = from.iter().filter(|boundary| !to.contains(boundary));
        Some(Flow {
            id: self.id(id),
            title: element.title.to_string(),
            source: self.id(source),
            target: self.id(target),
            protocol,
            protocol_title,
            doc: element.doc.to_string(),
            sends: self.stated_ids(id, attribute::SENDS),
            receives: self.stated_ids(id, attribute::RECEIVES),
            data_unknown: structure.data[id.0 as usize] == Value::Unknown,
            crosses_boundary: self.model.elements[source].parent != self.model.elements[target].parent,
            entered: entered.map(|boundary| self.id(*boundary)).collect(),
            left: left.map(|boundary| self.id(*boundary)).collect(),
            properties: self.properties(id),
            controls: self.applied(id),
            threats: found.threats,
            risk,
            tone,
            was: self.was(id),
            location: self.location(element.span),
            last_line: self.last_line(id),
        })
    }

    pub(super) fn data(&self, id: ElementId) -> Data {
        let element = &self.model.elements[id];
        let structure = &self.model.structure;
        let list = |list: &[Value]| list.iter().map(|value| value.show(&self.library, &self.model.roster)).collect();
        Data {
            id: self.id(id),
            title: element.title.to_string(),
            r#type: self.type_name(id).0,
            doc: element.doc.to_string(),
            tags: self.stated_ids(id, attribute::TAGS),
            properties: self.properties(id),
            carried_by: list(&structure.carried_by[id.0 as usize]),
            held_by: list(&structure.held_by[id.0 as usize]),
            was: self.was(id),
            location: self.location(element.span),
            last_line: self.last_line(id),
        }
    }
}
