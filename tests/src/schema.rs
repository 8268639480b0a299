//! JSON by a schema, for what schemas in this repository say: the words that they use, and no others.

use serde_json::Value;

/// What of a value is not as the schema says, with the place of each; empty where all is well.
///
/// Stricter than JSON Schema in one thing: an object may have no member that the schema does not name.
///
/// # Panics
/// Where the schema uses a word that is not understood here: passing over it would check nothing.
pub fn offences(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    Check { root: schema, found: &mut found }.one(schema, value, "");
    found
}

struct Check<'a> {
    root: &'a Value,
    found: &'a mut Vec<String>,
}

impl Check<'_> {
    fn one(&mut self, schema: &Value, value: &Value, place: &str) {
        let Some(words) = schema.as_object() else { return };
        for (word, wanted) in words {
            let holds = match word.as_str() {
                "$schema" | "$defs" | "title" | "description" | "default" | "format" => true,
                "$ref" => {
                    self.referred(wanted, value, place);
                    true
                }
                "properties" => {
                    self.members(wanted, value, place);
                    true
                }
                "items" => {
                    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.one(wanted, item, &format!("{place}/{at}"));
                    }
                    true
                }
                "anyOf" | "oneOf" => self.choices(wanted, value) >= 1,
                word => keeps(word, wanted, value),
            };
            if !holds {
                self.found.push(format!("{place}: `{word}` is {wanted}, the value is {value}"));
            }
        }
    }

    fn referred(&mut self, name: &Value, value: &Value, place: &str) {
        let pointer = name.as_str().and_then(|name| name.strip_prefix('#')).unwrap_or_default();
        match self.root.pointer(pointer) {
            Some(schema) => self.one(&schema.clone(), value, place),
            None => self.found.push(format!("{place}: nothing is {name} in the schema")),
        }
    }

    fn members(&mut self, properties: &Value, value: &Value, place: &str) {
        for (name, member) in value.as_object().into_iter().flatten() {
            match properties.get(name) {
                Some(schema) => self.one(schema, member, &format!("{place}/{name}")),
                None => self.found.push(format!("{place}: the schema names no `{name}`")),
            }
        }
    }

    fn choices(&self, choices: &Value, value: &Value) -> usize {
        let fits = |schema: &&Value| {
            let mut found = Vec::new();
            Check { root: self.root, found: &mut found }.one(schema, value, "");
            found.is_empty()
        };
        choices.as_array().into_iter().flatten().filter(fits).count()
    }
}

/// The words that look at the value alone.
#[expect(clippy::panic, reason = "this is how a test fails")]
fn keeps(word: &str, wanted: &Value, value: &Value) -> bool {
    let text = value.as_str();
    let number = |holds: fn(f64, f64) -> bool| match (value.as_f64(), wanted.as_f64()) {
        (Some(value), Some(wanted)) => holds(value, wanted),
        _ => true,
    };
    match word {
        "type" => match wanted {
            Value::Array(types) => types.iter().any(|one| is(one, value)),
            one => is(one, value),
        },
        "required" => value.as_object().is_none_or(|value| {
            wanted
                .as_array()
                .into_iter()
                .flatten()
                .all(|name| name.as_str().is_some_and(|name| value.contains_key(name)))
        }),
        "enum" => wanted.as_array().is_some_and(|all| all.contains(value)),
        "const" => wanted == value,
        "minimum" => number(|value, wanted| value >= wanted),
        "maximum" => number(|value, wanted| value <= wanted),
        "minLength" => number_of(text, wanted).is_none_or(|(length, wanted)| length >= wanted),
        "maxLength" => number_of(text, wanted).is_none_or(|(length, wanted)| length <= wanted),
        other => panic!("the schema says `{other}`, which this checker does not know"),
    }
}

fn number_of(text: Option<&str>, wanted: &Value) -> Option<(u64, u64)> {
    Some((text?.chars().count() as u64, wanted.as_u64()?))
}

fn is(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap_or_default() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        _ => false,
    }
}
