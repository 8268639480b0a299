//! Properties: which statement, fact or default gives the value, and where it was written.

use super::Evaluator;
use super::distinct::Distinct;
use crate::builtins::{Nav, attribute};
use crate::check::Ex;
use crate::ids::{ControlId, ElementId, PropId, TypeId};
use crate::source::Span;
use crate::value::Value;
use std::ops::Range;
use std::sync::Arc;

/// Where a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The element states it.
    Stated(Span),
    /// A fact of its type.
    Type(TypeId, Span),
    /// A default of its type: an assumption.
    Default(TypeId, Span),
    /// A boundary around it states it.
    Boundary(ElementId, Span),
    /// An implemented control establishes it.
    Control(ControlId, Span),
    /// It follows from the model's structure.
    Structure,
    /// Nobody knows.
    Unknown,
}

/// What a fact is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FactKind {
    /// A property.
    Property(PropId),
    /// Something that follows from structure.
    Navigation(Nav),
    /// Its type.
    Type,
    /// That it is the member which a quantifier over a list rests on. Kept apart from facts: [`Evaluator::take_witnesses`].
    Witness,
}

impl FactKind {
    /// True for what somebody could state or what follows from the structure; false for what a thing is.
    pub fn tells_more_than_type(&self) -> bool {
        *self != FactKind::Type
    }
}

/// A fact that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Whose it is.
    pub element: ElementId,
    /// What it is about.
    pub kind: FactKind,
    /// Its value.
    pub value: Value,
    /// Where it comes from.
    pub origin: Origin,
}

impl Evaluator<'_> {
    /// A property of an element, or of each member of a list (duplicates dropped).
    pub(super) fn property(&mut self, base: &Ex, prop: PropId) -> Value {
        match self.eval(base) {
            Value::Element(id) => self.read(id, prop),
            Value::Abstract(ty) => self.fact_of_type(ty, prop),
            Value::List(members) => {
                let mut found = Distinct::default();
                for member in members.iter() {
                    found.add(match member {
                        Value::Element(id) => self.read(*id, prop),
                        _ => Value::Unknown,
                    });
                }
                found.into_list()
            }
            _ => Value::Unknown,
        }
    }

    fn fact_of_type(&self, ty: TypeId, prop: PropId) -> Value {
        let fact = self.library.types.get(ty).and_then(|info| info.facts.get(&prop));
        fact.map_or(Value::Unknown, |(value, _)| value.clone())
    }

    /// Reads a property of an element and notes the fact in the trace.
    pub fn read(&mut self, id: ElementId, prop: PropId) -> Value {
        let (value, origin) = self.look_up(id, prop);
        self.note(id, FactKind::Property(prop), &value, origin);
        value
    }

    /// Notes a fact in the trace, where one is kept.
    pub(super) fn note(&mut self, element: ElementId, kind: FactKind, value: &Value, origin: Origin) {
        if let Some(trace) = &mut self.trace {
            trace.push(Fact { element, kind, value: value.clone(), origin });
        }
    }

    /// Notes the member that a quantifier rests on, before the facts about it.
    pub(super) fn note_member(&mut self, member: &Value, before: usize) {
        if let (Some(trace), Value::Element(element)) = (&mut self.trace, member) {
            let fact = Fact {
                element: *element,
                kind: FactKind::Witness,
                value: Value::Bool(true),
                origin: Origin::Structure,
            };
            trace.insert(before.min(trace.len()), fact);
        }
    }

    /// Forgets the members that quantifiers inside of another rest on, where that does not rest on any of its own.
    pub(super) fn forget_members(&mut self, from: usize) {
        if let Some(trace) = &mut self.trace {
            let from = from.min(trace.len());
            trace.extract_if(from.., |fact| fact.kind == FactKind::Witness).for_each(drop);
        }
    }

    /// How many facts the trace has.
    pub(super) fn noted(&self) -> usize {
        self.trace.as_ref().map_or(0, Vec::len)
    }

    /// Forgets unknown facts of parts that are settled all the same, such as `known(…)`: what is unknown does not rest on them.
    pub(super) fn forget_unknown(&mut self, settled: &[Range<usize>]) {
        let (Some(trace), Some(first)) = (&mut self.trace, settled.first()) else { return };
        let mut ranges = settled.iter().peekable();
        let mut index = first.start;
        let unknown_inside = |fact: &mut Fact| {
            while ranges.next_if(|range| range.end <= index).is_some() {}
            let inside = ranges.peek().is_some_and(|range| range.contains(&index));
            index += 1;
            inside && fact.value == Value::Unknown
        };
        trace.extract_if(first.start.., unknown_inside).for_each(drop);
    }

    /// Innermost statement first; then facts and defaults of types.
    pub fn look_up(&mut self, id: ElementId, prop: PropId) -> (Value, Origin) {
        self.look(id);
        if let Some(found) = self.known(id, prop) {
            return found;
        }
        if prop == attribute::EXTERNAL {
            return (Value::Bool(self.model.elements[id].external), Origin::Structure);
        }
        if matches!(prop, attribute::TAGS) {
            return (Value::List(Arc::default()), Origin::Structure);
        }
        if let Some(found) = self.one_sided(id, prop) {
            return found;
        }
        let inherited = self.library.is_inherited(prop);
        if inherited {
            for boundary in self.model.structure.around(id) {
                if let Some((value, origin)) = self.known(boundary, prop) {
                    let span = origin.span().unwrap_or_default();
                    return (value, Origin::Boundary(boundary, span));
                }
            }
        }
        self.default(id, prop, inherited)
    }

    /// Stating one direction of a flow makes the other empty.
    fn one_sided(&self, id: ElementId, prop: PropId) -> Option<(Value, Origin)> {
        let other = match prop {
            attribute::SENDS => attribute::RECEIVES,
            attribute::RECEIVES => attribute::SENDS,
            _ => return None,
        };
        let stated = self.model.elements[id].stated(other)?;
        Some((Value::List(Arc::default()), Origin::Stated(stated.span)))
    }

    /// What an element itself, a control on it or its type says.
    fn known(&self, id: ElementId, prop: PropId) -> Option<(Value, Origin)> {
        if let Some(assumed) = self.assumed.iter().find(|fact| fact.element == id && fact.prop == prop) {
            return Some((assumed.value.clone(), Origin::Unknown));
        }
        let element = &self.model.elements[id];
        if let Some(stated) = element.stated(prop) {
            return Some((stated.value.clone(), Origin::Stated(stated.span)));
        }
        if !self.model.structure.established.is_empty()
            && let Some((value, control, span)) = self.model.structure.established.get(&(id, prop))
        {
            return Some((value.clone(), Origin::Control(*control, *span)));
        }
        let (value, span) = self.library.types[element.ty].facts.get(&prop)?;
        Some((value.clone(), Origin::Type(element.ty, *span)))
    }

    fn default(&mut self, id: ElementId, prop: PropId, inherited: bool) -> (Value, Origin) {
        let own = std::iter::once(id);
        let around = self.model.structure.around(id).filter(|_| inherited);
        for place in own.chain(around) {
            let ty = self.model.elements[place].ty;
            let found = self.default_of(ty, prop).or_else(|| {
                let root = crate::library::roots::of(self.model.elements[place].kind);
                self.default_of(root, prop)
            });
            if let Some((value, ty, span)) = found {
                self.read_default = true;
                if self.defaults {
                    return (value, Origin::Default(ty, span));
                }
                return (Value::Unknown, Origin::Default(ty, span));
            }
        }
        (Value::Unknown, Origin::Unknown)
    }

    fn default_of(&self, ty: TypeId, prop: PropId) -> Option<(Value, TypeId, Span)> {
        let (value, span) = self.library.types[ty].defaults.get(&prop)?;
        Some((value.clone(), ty, *span))
    }
}

impl Origin {
    /// Where it was written.
    pub fn span(&self) -> Option<Span> {
        match self {
            Origin::Stated(span)
            | Origin::Type(_, span)
            | Origin::Default(_, span)
            | Origin::Boundary(_, span)
            | Origin::Control(_, span) => Some(*span),
            Origin::Structure | Origin::Unknown => None,
        }
    }
}
