//! What policies ask of the document has to be in it: a name that is misspelt is never there, so the rule would never say
//! anything.

use super::BadPolicy;
use schemars::schema_for;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use tm_compiler::diagnostic::nearest;
use tm_compiler::document::Document;

/// Variables that stand for one another, and alternatives in alternatives, beyond which nothing is known.
const DEEPEST: usize = 16;

/// Looks through the syntax trees of policies, which come in the order of their files.
///
/// # Errors
/// The first name that is not in the document.
pub(super) fn check(trees: &str, sources: &[(String, String)]) -> Result<(), BadPolicy> {
    let trees: Vec<Json> = serde_json::from_str(trees).unwrap_or_default();
    let schema = schema_for!(Document).to_value();
    for (tree, (file, text)) in trees.iter().zip(sources) {
        let ast = &tree["ast"];
        let names = Names { schema: &schema, text, bindings: BTreeMap::new() };
        names.search(&ast["imports"]).map_err(|miss| miss.of(file))?;
        for rule in ast["rules"].as_array().into_iter().flatten() {
            let mut names = Names { schema: &schema, text, bindings: BTreeMap::new() };
            names.bind(rule);
            names.search(rule).map_err(|miss| miss.of(file))?;
        }
    }
    Ok(())
}

/// A name that is not there.
struct Miss {
    place: String,
    message: String,
}

impl Miss {
    fn of(self, file: &str) -> BadPolicy {
        BadPolicy { place: format!("{file}:{}", self.place), message: self.message }
    }
}

/// Where a variable comes from.
#[derive(Clone, Copy)]
enum Binding<'a> {
    /// It is this.
    Is(&'a Json),
    /// It is a member of this.
    In(&'a Json),
    /// Nobody knows, or several things.
    Unknown,
}

/// A part of the document: how it is written, and the schemas any of which it may have.
struct Part<'a> {
    path: String,
    any: Vec<&'a Json>,
}

/// The names of one rule.
struct Names<'a> {
    schema: &'a Json,
    text: &'a str,
    bindings: BTreeMap<String, Binding<'a>>,
}

impl<'a> Names<'a> {
    /// Notes what variables stand for, anywhere in a rule.
    fn bind(&mut self, tree: &'a Json) {
        match tree {
            Json::Object(members) => {
                if let Some(some) = members.get("SomeIn") {
                    self.variables(&some["value"], Binding::In(&some["collection"]));
                    self.variables(&some["key"], Binding::Unknown);
                }
                if let Some(every) = members.get("Every") {
                    self.note(self.written(&every["value"]), Binding::In(&every["domain"]));
                    self.note(self.written(&every["key"]), Binding::Unknown);
                }
                if let Some(assigned) = members.get("AssignExpr") {
                    self.variables(&assigned["lhs"], Binding::Is(&assigned["rhs"]));
                }
                members.values().for_each(|inner| self.bind(inner));
            }
            Json::Array(items) => items.iter().for_each(|inner| self.bind(inner)),
            _ => {}
        }
    }

    /// One variable stands for what it is set to; of several in a pattern nobody knows.
    fn variables(&mut self, pattern: &Json, binding: Binding<'a>) {
        if let Some(name) = pattern["Var"]["value"].as_str() {
            return self.note(Some(name.to_owned()), binding);
        }
        match pattern {
            Json::Object(members) => members.values().for_each(|inner| self.variables(inner, Binding::Unknown)),
            Json::Array(items) => items.iter().for_each(|inner| self.variables(inner, Binding::Unknown)),
            _ => {}
        }
    }

    fn note(&mut self, name: Option<String>, binding: Binding<'a>) {
        let Some(name) = name else { return };
        let known = self.bindings.contains_key(&name);
        self.bindings.insert(name, if known { Binding::Unknown } else { binding });
    }

    /// The text of a span.
    fn written(&self, span: &Json) -> Option<String> {
        let at = |key: &str| span[key].as_u64().and_then(|at| usize::try_from(at).ok());
        self.text.get(at("start")?..at("end")?).map(str::to_owned)
    }

    /// The first name below that is not there.
    fn search(&self, tree: &'a Json) -> Result<(), Miss> {
        match tree {
            Json::Object(members) => {
                if members.contains_key("RefDot") || members.contains_key("RefBrack") {
                    self.part(tree, 0)?;
                }
                members.values().try_for_each(|inner| self.search(inner))
            }
            Json::Array(items) => items.iter().try_for_each(|inner| self.search(inner)),
            _ => Ok(()),
        }
    }

    /// The part of the document that an expression means; none where it means something else, or anything.
    fn part(&self, expr: &'a Json, depth: usize) -> Result<Option<Part<'a>>, Miss> {
        if depth > DEEPEST {
            return Ok(None);
        }
        if let Some(var) = expr.get("Var") {
            return self.variable(var["value"].as_str().unwrap_or_default(), depth);
        }
        if let Some(dot) = expr.get("RefDot") {
            let field = &dot["field"];
            return match self.part(&dot["refr"], depth + 1)? {
                Some(part) => self.step(&part, field[1].as_str().unwrap_or_default(), &field[0]),
                None => Ok(None),
            };
        }
        let Some(brack) = expr.get("RefBrack") else { return Ok(None) };
        let Some(part) = self.part(&brack["refr"], depth + 1)? else { return Ok(None) };
        let index = &brack["index"];
        match index.get("String").or_else(|| index.get("RawString")) {
            Some(key) => self.step(&part, key["value"].as_str().unwrap_or_default(), &key["span"]),
            None => Ok(self.member(&part)),
        }
    }

    fn variable(&self, name: &str, depth: usize) -> Result<Option<Part<'a>>, Miss> {
        if name == "input" {
            return Ok(Some(Part { path: "input".to_owned(), any: vec![self.schema] }));
        }
        match self.bindings.get(name) {
            Some(Binding::Is(expr)) => self.part(expr, depth + 1),
            Some(Binding::In(expr)) => Ok(self.part(expr, depth + 1)?.and_then(|part| self.member(&part))),
            Some(Binding::Unknown) | None => Ok(None),
        }
    }

    /// What stands under a name.
    fn step(&self, part: &Part<'a>, name: &str, span: &Json) -> Result<Option<Part<'a>>, Miss> {
        let (mut any, mut known, mut is_list): (Vec<&Json>, Vec<&str>, bool) = (Vec::new(), Vec::new(), false);
        for one in part.any.iter().flat_map(|one| self.resolved(one, 0)) {
            if is_open(one) {
                return Ok(None);
            }
            is_list |= one.get("items").is_some();
            let members = one["properties"].as_object();
            known.extend(members.into_iter().flatten().map(|(name, _)| name.as_str()));
            any.extend(members.and_then(|members| members.get(name)));
        }
        let path = format!("{}.{name}", part.path);
        if !any.is_empty() {
            return Ok(Some(Part { path, any }));
        }
        let hint = match nearest(name, &known) {
            Some(best) => format!("; did you mean `{best}`?"),
            None if is_list => format!("; `{}` is a list: `some x in {}`", part.path, part.path),
            None => String::new(),
        };
        let place = format!("{}:{}", span["line"].as_u64().unwrap_or(0), span["col"].as_u64().unwrap_or(0));
        Err(Miss { place, message: format!("there is no `{path}` in the document, so this never holds{hint}") })
    }

    /// A member of a list, or of a map with any names.
    fn member(&self, part: &Part<'a>) -> Option<Part<'a>> {
        let all = part.any.iter().flat_map(|one| self.resolved(one, 0));
        let any: Option<Vec<&Json>> = all
            .filter(|one| one["type"] != "null")
            .map(|one| one.get("items").or_else(|| one.get("additionalProperties")).filter(|inner| inner.is_object()))
            .collect();
        any.filter(|any| !any.is_empty()).map(|any| Part { path: format!("{}[_]", part.path), any })
    }

    /// A schema without references and alternatives.
    fn resolved(&self, schema: &'a Json, depth: usize) -> Vec<&'a Json> {
        if depth > DEEPEST {
            return Vec::new();
        }
        if let Some(name) = schema["$ref"].as_str().and_then(|way| way.strip_prefix("#/$defs/")) {
            return self.resolved(&self.schema["$defs"][name], depth + 1);
        }
        let several = ["anyOf", "oneOf", "allOf"].iter().find_map(|key| schema[*key].as_array());
        several.map_or_else(|| vec![schema], |all| all.iter().flat_map(|one| self.resolved(one, depth + 1)).collect())
    }
}

/// True for what may hold any name.
fn is_open(schema: &Json) -> bool {
    let says = |key: &str| schema.get(key).is_some();
    let more = schema.get("additionalProperties").is_some_and(|more| *more != Json::Bool(false));
    more || !(says("type") || says("properties") || says("enum") || says("const"))
}

#[cfg(test)]
mod tests {
    use super::super::{Limits, Policies};

    fn said(body: &str) -> Result<(), String> {
        let text = format!("package p\nimport rego.v1\n{body}\n");
        let read = Policies::read(vec![("a.rego".to_owned(), text)], Limits::default());
        read.map(drop).map_err(|bad| bad.to_string())
    }

    #[test]
    fn names_that_the_document_does_not_have_are_mistakes() {
        let miss = |path: &str, hint: &str| format!("there is no `{path}` in the document, so this never holds{hint}");
        let flows = "; did you mean `flows`?";
        for (body, word, message) in [
            ("deny contains \"x\" if input.flowz", "flowz", miss("input.flowz", flows)),
            ("deny contains \"x\" if input[\"flowz\"]", "flowz", miss("input.flowz", flows)),
            (
                "deny contains \"x\" if { some t in input.threats; t.cuonts }",
                "cuonts",
                miss("input.threats[_].cuonts", "; did you mean `counts`?"),
            ),
            (
                "deny contains t.idd if t := input.threats[_]",
                "idd",
                miss("input.threats[_].idd", "; did you mean `id`?"),
            ),
            (
                "deny contains \"x\" if count(input.model.ownr) > 0",
                "ownr",
                miss("input.model.ownr", "; did you mean `owner`?"),
            ),
            (
                "deny contains \"x\" if every f in input.flows { f.sorce == \"a\" }",
                "sorce",
                miss("input.flows[_].sorce", "; did you mean `source`?"),
            ),
            (
                "deny contains \"x\" if input.threats.id",
                "id",
                miss("input.threats.id", "; `input.threats` is a list: `some x in input.threats`"),
            ),
            ("import input.flowz as f\ndeny contains \"x\" if f", "flowz", miss("input.flowz", flows)),
        ] {
            let column = body.find(&format!(".{word}")).map_or_else(|| body.find(word).unwrap() + 1, |at| at + 2);
            assert_eq!(said(body), Err(format!("a.rego:3:{column}: {message}")), "{body}");
        }
    }

    #[test]
    fn what_may_be_there_is_left_alone() {
        for body in [
            "deny contains \"x\" if { some field in [\"owner\", \"scope\"]; input.model[field] == \"\" }",
            "deny contains \"x\" if { some i, t in input.threats; t.id == input.threats[i].id; t.residual.rank > 1 }",
            "deny contains \"x\" if { some e in input.elements; some k, v in e.properties; v.value; k }",
            "deny contains \"x\" if { some t in risky; t.anything }\nrisky contains {\"anything\": 1}",
            "deny contains \"x\" if { t := {\"flowz\": 1}; t.flowz }",
            "deny contains \"x\" if { some t in input.threats; t.id }\nwarn contains \"y\" if { t := {\"z\": 1}; t.z }",
            "deny contains \"x\" if f(input.threats[0])\nf(t) := t.anything",
            "deny contains \"x\" if { [a, b] := [input.model, 1]; a.anything == b }",
            "deny contains \"x\" if { some m in input.model; m.anything }",
        ] {
            assert_eq!(said(body), Ok(()), "{body}");
        }
    }
}
