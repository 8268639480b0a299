//! What templates see: the document's own fields, and lookups beside them.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Context;

use super::error::TemplateError;
use super::escape::anchor;
use super::gaps::Gaps;
use super::graph::Graph;
use super::groups::{self, Facets};
use super::matrix::matrix;
use super::top::top;
use crate::document::levels::range;
use crate::document::{Document, Level};

/// With more threats than this, what a rule says of all of its threats stands with the rule alone.
const DETAILED: usize = 2_000;

/// Longest Mermaid text that GitHub draws, in bytes.
const MERMAID: usize = 50_000;

/// A finished picture of the model.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Picture {
    /// Name to refer to it; that of a boundary or a view where it shows one.
    pub name: String,
    /// Heading.
    pub title: String,
    /// The picture as an `<svg>` element. It goes into pages as it is.
    pub svg: String,
    /// What the reader should know about it; may be empty.
    pub note: String,
}

/// What an id stands for.
#[derive(Clone, Debug, Default, Serialize)]
struct Name {
    title: String,
    kind: String,
    /// Where the report tells of it.
    anchor: String,
    tone: u8,
    risk: String,
}

/// Titles of levels by their names, of ranges by theirs.
#[derive(Clone, Debug, Default, Serialize)]
struct Titles {
    likelihood: BTreeMap<String, String>,
    impact: BTreeMap<String, String>,
    risk: BTreeMap<String, String>,
}

impl Titles {
    fn new(document: &Document) -> Self {
        let risk = &document.risk;
        let all = |levels: &[Level], title: &dyn Fn(&str) -> String| {
            let names = levels.iter().enumerate().flat_map(|(at, low)| {
                let ranges = levels.iter().skip(at + 1).map(|high| range(&low.name, &high.name));
                std::iter::once(low.name.clone()).chain(ranges)
            });
            names.map(|name| (name.clone(), title(&name))).collect()
        };
        Titles {
            likelihood: all(&risk.likelihood, &|name| risk.likelihood_title(name)),
            impact: all(&risk.impact, &|name| risk.impact_title(name)),
            risk: all(&risk.risk, &|name| risk.risk_title(name)),
        }
    }
}

/// A document, ready for any number of templates.
#[derive(Clone, Debug)]
pub struct Prepared {
    context: Context,
}

impl Prepared {
    /// Prepares a document with its pictures, the first of which is the overview.
    pub fn new(document: &Document, pictures: &[Picture]) -> Result<Self, TemplateError> {
        let mut prepared =
            Prepared { context: Context::from_serialize(document).map_err(|error| TemplateError::new("", &error))? };
        prepared.add("diagrams", pictures)?;
        prepared.add("titles", &Titles::new(document))?;
        prepared.add("names", &names(document))?;
        prepared.add("gate", &document.summary.gate)?;
        prepared.add("brief", &(document.threats.len() > DETAILED))?;
        prepared.add("facets", &Facets::new(document))?;
        prepared.add("top", &top(document))?;
        prepared.add("matrix", &matrix(document))?;
        prepared.add("gaps", &Gaps::new(document))?;
        prepared.add("graph", &Graph::full(document))?;
        prepared.add("sketch", &Graph::sketch(document))?;
        prepared.add("runs", &groups::runs(document))?;
        prepared.add("threats_by_rule", &groups::by_rule(document))?;
        prepared.add("control_places", &groups::control_places(document))?;
        prepared.add("control_threats", &groups::control_threats(document))?;
        prepared.add("rules_by_id", &by_id(&document.rules, |rule| &rule.id))?;
        prepared.add("controls_by_id", &by_id(&document.controls, |control| &control.id))?;
        prepared.set_mermaid("");
        Ok(prepared)
    }

    /// Prepares a single value under a name, for templates about something else than a document.
    pub fn of<T: Serialize + ?Sized>(name: &'static str, value: &T) -> Result<Self, TemplateError> {
        let mut prepared = Prepared { context: Context::new() };
        prepared.add(name, value)?;
        Ok(prepared)
    }

    /// Gives Markdown reports the text of the diagram, unless it is larger than GitHub draws.
    pub fn set_mermaid(&mut self, text: &str) {
        let fits = text.len() <= MERMAID;
        self.context.insert("mermaid", if fits { text } else { "" });
        self.context.insert("mermaid_too_large", &!fits);
    }

    /// Adds or replaces a variable.
    pub fn add<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), TemplateError> {
        let value = tera::Value::try_from_serializable(value).map_err(|error| TemplateError::new("", &error))?;
        self.context.insert_value(name, value);
        Ok(())
    }

    pub(super) fn context(&self) -> &Context {
        &self.context
    }
}

fn by_id<T>(all: &[T], id: fn(&T) -> &String) -> BTreeMap<&str, &T> {
    all.iter().map(|one| (id(one).as_str(), one)).collect()
}

/// All ids that other parts of the document refer to.
fn names(document: &Document) -> BTreeMap<&str, Name> {
    let mut out = BTreeMap::new();
    let model = &document.model;
    if !model.name.is_empty() {
        out.insert(model.name.as_str(), name(&model.title, &model.name, "model", ""));
    }
    for data in &document.data {
        out.insert(&data.id, name(&data.title, &data.id, "data", "d-"));
    }
    for boundary in &document.boundaries {
        out.insert(&boundary.id, name(&boundary.title, &boundary.id, "boundary", "e-"));
    }
    for flow in &document.flows {
        let own = name(&flow.title, &flow.id, "flow", "e-");
        out.insert(&flow.id, own.risky(flow.tone, &flow.risk));
    }
    for element in &document.elements {
        let own = name(&element.title, &element.id, &element.kind, "e-");
        out.insert(&element.id, own.risky(element.tone, &element.risk));
    }
    out
}

fn name(title: &str, id: &str, kind: &str, prefix: &str) -> Name {
    Name {
        title: if title.trim().is_empty() { id } else { title }.to_owned(),
        kind: kind.to_owned(),
        anchor: if prefix.is_empty() { "summary".to_owned() } else { format!("{prefix}{}", anchor(id)) },
        ..Name::default()
    }
}

impl Name {
    fn risky(self, tone: u8, risk: &str) -> Self {
        let risk = risk.to_owned();
        Name { tone, risk, ..self }
    }
}
