//! Types and values of properties and expressions.

use crate::ids::{ControlId, ElementId, EnumId, MatrixId, TagId, TypeId};
use crate::library::Library;
use crate::roster::Roster;
use jiff::civil::Date;
use std::sync::Arc;

/// The type of a property or an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// After a mistake that is reported already: fits everything.
    Error,
    /// The literal `unknown`, the empty list's member: fits everything.
    Any,
    /// `true`, `false`.
    Bool,
    /// Whole numbers.
    Int,
    /// Numbers.
    Number,
    /// Shares between 0 and 1.
    Percent,
    /// Text.
    Text,
    /// Days.
    Date,
    /// Spans of time.
    Duration,
    /// Amounts of a currency.
    Money,
    /// A value of an enum or a level of a scale.
    Enum(EnumId),
    /// An element of a type (or of a kind).
    Element(TypeId),
    /// A type itself, as a flow's protocol is one.
    TypeName,
    /// A tag.
    Tag,
    /// A control.
    Control,
    /// A risk matrix.
    Matrix,
    /// An enum itself, as a method of threat modelling is one.
    EnumName,
    /// A level of the scale by which the model's matrix measures risk.
    RiskLevel,
    /// A list.
    List(Arc<Type>),
}

impl Type {
    /// A list of this type.
    pub fn list(self) -> Type {
        Type::List(Arc::new(self))
    }

    /// The type in the words of the language.
    pub fn show(&self, library: &Library) -> String {
        match self {
            Type::Error | Type::Any => "anything".into(),
            Type::Bool => "Bool".into(),
            Type::Int => "Int".into(),
            Type::Number => "Number".into(),
            Type::Percent => "Percent".into(),
            Type::Text => "String".into(),
            Type::Date => "Date".into(),
            Type::Duration => "Duration".into(),
            Type::Money => "Money".into(),
            Type::Enum(id) => library.enums[*id].name.to_string(),
            Type::Element(id) => library.types[*id].name.to_string(),
            Type::TypeName => "a type of flow".into(),
            Type::Tag => "tag".into(),
            Type::Control => "control".into(),
            Type::Matrix => "Matrix".into(),
            Type::EnumName => "an enum of categories".into(),
            Type::RiskLevel => "a level of risk".into(),
            Type::List(member) => format!("[{}]", member.show(library)),
        }
    }
}

/// A value. `Unknown` is a value like others, and a range is what is left of a level when facts are missing.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "a value is named after its type")]
pub enum Value {
    Unknown,
    Bool(bool),
    Int(i64),
    Number(f64),
    Percent(f64),
    Text(Arc<str>),
    Date(Date),
    Duration(i64),
    Money(f64, [u8; 3]),
    Enum(EnumId, u16),
    Element(ElementId),
    /// Any element of a type: stands for all of them when a rule is examined on its own.
    Abstract(TypeId),
    Type(TypeId),
    Tag(TagId),
    Control(ControlId),
    Matrix(MatrixId),
    EnumName(EnumId),
    List(Arc<[Value]>),
    /// Between two values, both included.
    Range(Arc<(Value, Value)>),
}

impl Value {
    /// The value as it would be written.
    pub fn show(&self, library: &Library, roster: &Roster) -> String {
        match self {
            Value::Unknown => "unknown".into(),
            Value::Bool(value) => value.to_string(),
            Value::Int(value) => value.to_string(),
            Value::Number(value) => value.to_string(),
            Value::Percent(share) => format!("{}%", trim(share * 100.0)),
            Value::Text(text) => format!("{text:?}"),
            Value::Date(date) => date.to_string(),
            Value::Duration(seconds) => duration(*seconds),
            Value::Money(amount, currency) => {
                format!("{} {}", trim(*amount), String::from_utf8_lossy(currency))
            }
            Value::Enum(id, index) => library.enums[*id].value_name(*index).to_string(),
            Value::Element(id) => roster.id_of(*id).to_string(),
            Value::Abstract(id) | Value::Type(id) => library.types[*id].name.to_string(),
            Value::Tag(id) => library.tags[*id].name.to_string(),
            Value::Control(id) => library.controls[*id].name.to_string(),
            Value::Matrix(id) => library.matrices[*id].name.to_string(),
            Value::EnumName(id) => library.enums[*id].name.to_string(),
            Value::List(members) => {
                let shown: Vec<String> = members.iter().map(|member| member.show(library, roster)).collect();
                format!("[{}]", shown.join(", "))
            }
            Value::Range(ends) => format!("{}–{}", ends.0.show(library, roster), ends.1.show(library, roster)),
        }
    }

    /// The two ends of a range; a plain value is both.
    pub fn ends(&self) -> (&Value, &Value) {
        match self {
            Value::Range(ends) => (&ends.0, &ends.1),
            value => (value, value),
        }
    }

    /// The element, where the value is one.
    pub fn element(&self) -> Option<ElementId> {
        match self {
            Value::Element(id) => Some(*id),
            _ => None,
        }
    }

    /// The members of a list; a single value counts as a list of one.
    pub fn members(&self) -> &[Value] {
        match self {
            Value::List(members) => members,
            Value::Unknown => &[],
            value => std::slice::from_ref(value),
        }
    }
}

fn trim(number: f64) -> String {
    let rounded = (number * 10_000.0).round() / 10_000.0;
    rounded.to_string()
}

fn duration(seconds: i64) -> String {
    for (unit, length) in [("d", 86_400), ("h", 3_600), ("min", 60)] {
        if seconds != 0 && seconds % length == 0 {
            return format!("{}{unit}", seconds / length);
        }
    }
    format!("{seconds}s")
}
