//! What differs between a model and what is built.

use super::answer::{Answer, Counts, File, Finding, Kind, Unstated};
use super::claims::Claims;
use super::doors::{Door, Span as Ports, Usual, covered, doors, numbers, words};
use super::infrastructure::{Format, Infrastructure, Links, Read, Resource};
use super::statements::{Statement, opened, statement};
use super::table::{Sort, Tables};
use crate::analysis::Analysis;
use crate::builtins::attribute;
use crate::codes;
use crate::decl::Kind as ElementKind;
use crate::diagnostic::{Diagnostic, nearest};
use crate::evaluate::{Evaluator, Origin};
use crate::ids::{ElementId, TypeId};
use crate::package::PackageId;
use crate::source::Span;
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What differs, as diagnostics and as plain data.
#[derive(Clone, Debug, Default)]
pub struct Drift {
    /// One for each finding of the answer, in the same order.
    pub diagnostics: Vec<Diagnostic>,
    /// The answer.
    pub answer: Answer,
}

/// Compares a model with what is built.
pub fn compare(analysis: &Analysis, tables: &Tables, infrastructure: &Infrastructure) -> Drift {
    let links = Links::new(infrastructure, tables);
    let claims = Claims::new(&analysis.model, infrastructure);
    let mut comparison = Comparison {
        analysis,
        tables,
        infrastructure,
        subjects: links.subjects(),
        outsides: outsides(analysis, tables),
        links,
        claims,
        drift: Drift::default(),
        unstated: BTreeMap::new(),
    };
    comparison.unclaimed();
    comparison.gone();
    comparison.facts();
    let entered = comparison.entered();
    comparison.openings(&entered);
    comparison.ports(&entered);
    comparison.finish()
}

struct Comparison<'a> {
    analysis: &'a Analysis,
    tables: &'a Tables,
    infrastructure: &'a Infrastructure,
    links: Links<'a>,
    claims: Claims,
    /// What each resource speaks about.
    subjects: Vec<Vec<usize>>,
    /// Types of boundaries for those who come from outside.
    outsides: Vec<TypeId>,
    drift: Drift,
    unstated: BTreeMap<(String, String), Unstated>,
}

impl<'a> Comparison<'a> {
    fn found(&mut self, diagnostic: Diagnostic, finding: Finding) {
        let location = diagnostic.labels.first().map(|label| self.analysis.location(label.span));
        let finding = Finding { code: diagnostic.code, message: diagnostic.message.clone(), location, ..finding };
        self.drift.diagnostics.push(diagnostic);
        self.drift.answer.findings.push(finding);
    }

    fn id(&self, element: ElementId) -> &'a str {
        self.analysis.model.roster.id_of(element)
    }

    /// Resources that are elements of a known type, and that nothing claims.
    fn unclaimed(&mut self) {
        let infrastructure = self.infrastructure;
        for (at, resource) in infrastructure.resources.iter().enumerate().filter(|(_, one)| !one.implied) {
            let Some(row) = self.tables.row(resource).filter(|row| row.sort == Sort::Is) else { continue };
            let claimed = self.subjects[at].iter().any(|one| self.claims.of(*one).next().is_some());
            if claimed {
                continue;
            }
            let message = format!("no element is `{}`", resource.name());
            let mut found = match self.around(at) {
                Some((span, text)) => Diagnostic::new(codes::UNCLAIMED_RESOURCE, span, message).label(text),
                None => Diagnostic {
                    labels: Vec::new(),
                    ..Diagnostic::new(codes::UNCLAIMED_RESOURCE, Span::default(), message)
                },
            };
            found = found.note(place(infrastructure, resource, "", resource.line)).help(format!(
                "add an element of type `{}` with `resource = {:?}`, or name it in the `resource` of one that is there",
                row.means,
                resource.name()
            ));
            let finding = of_resource(infrastructure, resource, "", resource.line);
            self.found(found, finding);
        }
    }

    /// Where an unclaimed resource would stand: in the innermost boundary around it that the model shows, else in the model.
    fn around(&self, at: usize) -> Option<(Span, String)> {
        let model = &self.analysis.model;
        let boundary = self.links.around(at).into_iter().find_map(|outer| self.claims.of(outer).next());
        if let Some(id) = boundary {
            return Some((model.elements[id].span, "it lies in here".into()));
        }
        let id = model.model.filter(|id| model.is_own(*id))?;
        Some((model.elements[id].span, "this model does not show it".into()))
    }

    fn gone(&mut self) {
        let names: BTreeSet<&str> =
            self.infrastructure.resources.iter().flat_map(|one| &one.names).map(String::as_str).collect();
        for (element, pattern) in self.claims.gone.clone() {
            let id = self.id(element);
            let stated = self.analysis.model.elements[element].stated(attribute::RESOURCE);
            let span = stated.map_or_else(|| self.analysis.model.elements[element].span, |stated| stated.span);
            let files: Vec<&str> = self.infrastructure.files.iter().map(|file| file.file.as_str()).take(5).collect();
            let message = format!("`{id}` is said to be `{pattern}`, which is not there");
            let found = Diagnostic::new(codes::GONE_RESOURCE, span, message).label("nothing has this address");
            let found = found.note(format!("looked for in {}", files.join(", ")));
            let found = match nearest(&pattern, names.iter().copied()) {
                Some(best) => found.help(format!("did you mean `{best}`?")),
                None => found.help("remove the element if it is gone, or say what it is now"),
            };
            let finding = Finding { element: id.into(), resource: pattern, ..Finding::default() };
            self.found(found, finding);
        }
    }

    fn facts(&mut self) {
        let (analysis, infrastructure) = (self.analysis, self.infrastructure);
        let mut evaluator = Evaluator::new(&analysis.library, &analysis.model);
        for at in 0..infrastructure.resources.len() {
            for (element, prop) in self.spoken(at) {
                let name = analysis.library.props.name(prop);
                let ty = analysis.model.elements[element].ty;
                let Some(property) = super::check::property(&analysis.library, &[ty], prop) else { continue };
                let said = statement(&analysis.library, self.tables, infrastructure, at, (name, property));
                let Some((said, built)) = said.and_then(|said| said.value.clone().map(|value| (said, value))) else {
                    continue;
                };
                let (value, origin) = evaluator.look_up(element, prop);
                if value == built {
                    self.drift.answer.counts.agreeing += 1;
                } else if value == Value::Unknown {
                    let built = built.show(&analysis.library, &analysis.model.roster);
                    let key = (self.id(element).to_owned(), name.to_owned());
                    let resource = infrastructure.resources[at].name().to_owned();
                    let one = Unstated { element: key.0.clone(), property: key.1.clone(), built, resource };
                    self.unstated.entry(key).or_insert(one);
                } else {
                    self.disagree(element, &said, (&value, &built), &origin);
                }
            }
        }
    }

    /// The elements that a resource speaks about, each with the properties that it may speak about.
    fn spoken(&self, at: usize) -> Vec<(ElementId, crate::ids::PropId)> {
        let resource = &self.infrastructure.resources[at];
        let rows = self.tables.of(Sort::Says, &resource.kind);
        let names: BTreeSet<&str> = rows.map(|row| row.means.as_str()).collect();
        let props = names.iter().filter_map(|name| self.analysis.library.props.get(name));
        let props: Vec<_> = props.collect();
        if props.is_empty() {
            return Vec::new();
        }
        let elements: BTreeSet<ElementId> = self.subjects[at].iter().flat_map(|one| self.claims.of(*one)).collect();
        elements.iter().flat_map(|element| props.iter().map(|prop| (*element, *prop))).collect()
    }

    fn disagree(&mut self, element: ElementId, said: &Statement, (value, built): (&Value, &Value), origin: &Origin) {
        let (library, roster) = (&self.analysis.library, &self.analysis.model.roster);
        let (value, built) = (value.show(library, roster), built.show(library, roster));
        let resource = &self.infrastructure.resources[said.resource];
        let (id, property) = (self.id(element), said.property.as_str());
        let message = format!("`{id}` has `{property} = {value}`, but `{}` makes it `{built}`", resource.name());
        let own = self.analysis.model.elements[element].span;
        let words = crate::explain::origin_words(library, &self.analysis.model, origin).1;
        let embedded = |span: Span| self.analysis.sources.file(span.file).is_none_or(|file| file.embedded);
        let found = match origin.span().filter(|span| !embedded(*span)) {
            Some(span) => Diagnostic::new(codes::DISAGREEING_FACT, span, message).label(words),
            None => {
                Diagnostic::new(codes::DISAGREEING_FACT, own, message).label(format!("`{property} = {value}`: {words}"))
            }
        };
        let attribute = match said.attribute.as_str() {
            "" => "the resource".to_owned(),
            attribute => format!("`{attribute}`"),
        };
        let at = place(self.infrastructure, resource, &said.attribute, said.line);
        let found = found
            .note(format!("{at}: {attribute} {}", said.said))
            .help(format!("change what is built, or state `{property} = {built}`"));
        let finding = Finding {
            element: id.into(),
            property: property.into(),
            stated: value,
            built,
            ..of_resource(self.infrastructure, resource, &said.attribute, said.line)
        };
        self.found(found, finding);
    }

    /// What can be reached from outside, where no conversation of the model comes from there.
    fn openings(&mut self, entered: &BTreeMap<ElementId, Vec<ElementId>>) {
        let infrastructure = self.infrastructure;
        let model = &self.analysis.model;
        let mut told: BTreeSet<ElementId> = BTreeSet::new();
        for (at, resource) in infrastructure.resources.iter().enumerate() {
            let Some((way, line)) = opened(self.tables, resource) else { continue };
            let about: BTreeSet<ElementId> = self.subjects[at].iter().flat_map(|one| self.claims.of(*one)).collect();
            for element in about {
                let closed = model.elements[element].kind != ElementKind::Boundary
                    && model.elements[element].kind != ElementKind::Flow
                    && !entered.contains_key(&element);
                if closed && told.insert(element) {
                    self.opening(element, resource, &way, line);
                }
            }
        }
    }

    /// The elements to which flows come from outside, with these.
    fn entered(&self) -> BTreeMap<ElementId, Vec<ElementId>> {
        let mut found: BTreeMap<ElementId, Vec<ElementId>> = BTreeMap::new();
        for (flow, element) in self.analysis.model.elements.iter() {
            let Some(ends) = element.ends.filter(|ends| self.comes_from_outside(*ends)) else { continue };
            found.entry(ends.1).or_default().push(flow);
        }
        found
    }

    /// Ports that can be reached from outside, where flows come from there and none of them would use these.
    fn ports(&mut self, entered: &BTreeMap<ElementId, Vec<ElementId>>) {
        let (analysis, infrastructure) = (self.analysis, self.infrastructure);
        let usual = Usual::new(analysis, self.tables);
        let mut evaluator = Evaluator::new(&analysis.library, &analysis.model);
        let mut told: BTreeSet<(ElementId, Ports)> = BTreeSet::new();
        for (at, resource) in infrastructure.resources.iter().enumerate() {
            let doors = doors(self.tables, resource);
            let about = self.subjects[at].iter().filter(|_| !doors.is_empty()).flat_map(|one| self.claims.of(*one));
            for element in about.collect::<BTreeSet<ElementId>>() {
                let Some(flows) = entered.get(&element) else { continue };
                let used: Option<Vec<Vec<Ports>>> =
                    flows.iter().map(|flow| usual.of(analysis, &mut evaluator, *flow)).collect();
                let Some(used) = used.map(|used| used.concat()) else { continue };
                let unused = doors.iter().filter(|door| !door.ports.iter().any(|ports| covered(&used, *ports)));
                for door in unused {
                    if door.ports.first().is_some_and(|first| told.insert((element, *first))) {
                        self.unused(element, (resource, door), &used, usual.property(analysis));
                    }
                }
            }
        }
    }

    fn unused(
        &mut self,
        element: ElementId,
        (resource, door): (&Resource, &Door),
        used: &[Ports],
        property: Option<&str>,
    ) {
        let (id, name) = (self.id(element), resource.name());
        let Some(first) = door.ports.first() else { return };
        let opened = words(*first);
        let message =
            format!("`{name}` opens {opened} of `{id}` to the outside, and no flow from there would use that");
        let used: BTreeSet<Ports> = used.iter().copied().collect();
        let used = used.into_iter().map(numbers).collect::<Vec<_>>().join(", ");
        let own = property.filter(|_| first.0 == first.1);
        let own = own.map(|property| format!("; a flow drawn here that uses it says so: `{property} = [{}]`", first.0));
        let at = place(self.infrastructure, resource, &door.way, door.line);
        let found = Diagnostic::new(codes::UNUSED_PORT, self.analysis.model.elements[element].span, message)
            .label(format!("flows from outside use {used}"))
            .note(format!("{at}: `{}` opens it", door.way))
            .help(format!("close it, or draw the flow that uses it{}", own.unwrap_or_default()));
        let finding = of_resource(self.infrastructure, resource, &door.way, door.line);
        let finding = Finding { element: id.into(), stated: used, built: opened, ..finding };
        self.found(found, finding);
    }

    /// True where a flow comes from where everyone is: from something external, from a boundary beside all that its target
    /// lies in, or from one of a type that tables name as outside. From a neighbour in the same account it does not.
    fn comes_from_outside(&self, (source, target): (ElementId, ElementId)) -> bool {
        let model = &self.analysis.model;
        let (around, within) = (self.outward(source), self.outward(target));
        let outside = |id: &ElementId| !within.contains(id) && self.is_outside(model.elements[*id].ty);
        let apart = match (around.last(), within.last()) {
            (outer, None) => outer.is_some() || model.elements[source].parent != model.elements[target].parent,
            (outer, inner) => outer != inner,
        };
        apart || model.elements[source].external || around.iter().any(outside)
    }

    /// The boundaries around an element, the innermost first.
    fn outward(&self, element: ElementId) -> Vec<ElementId> {
        let model = &self.analysis.model;
        std::iter::successors(model.elements[element].parent, |id| model.elements[*id].parent).take(64).collect()
    }

    fn is_outside(&self, ty: TypeId) -> bool {
        self.outsides.iter().any(|outside| self.analysis.library.is_subtype(ty, *outside))
    }

    fn opening(&mut self, element: ElementId, resource: &Resource, way: &str, line: u32) {
        let id = self.id(element);
        let message = format!("`{}` opens `{id}` to the outside, and no flow comes to it from there", resource.name());
        let span = self.analysis.model.elements[element].span;
        let at = place(self.infrastructure, resource, way, line);
        let found = Diagnostic::new(codes::OPENED_RESOURCE, span, message)
            .label("closed in this model")
            .note(if way.is_empty() { at } else { format!("{at}: `{way}` opens it") })
            .help(format!("close it, or draw the flow that comes to `{id}` from outside"));
        let finding = Finding { element: id.into(), ..of_resource(self.infrastructure, resource, way, line) };
        self.found(found, finding);
    }

    fn finish(mut self) -> Drift {
        let counts = self.counts();
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        for resource in self.infrastructure.resources.iter().filter(|one| !self.tables.know(&one.kind)) {
            *kinds.entry(&resource.kind).or_default() += 1;
        }
        let answer = &mut self.drift.answer;
        answer.verdict = verdict(&answer.findings, &self.infrastructure.files);
        answer.unstated = self.unstated.into_values().collect();
        answer.counts = Counts { agreeing: answer.counts.agreeing, ..counts };
        answer.unknown_kinds = kinds.into_iter().map(|(kind, count)| Kind { kind: kind.to_owned(), count }).collect();
        let files = self.infrastructure.files.iter();
        answer.files = files
            .map(|read| File {
                file: read.file.clone(),
                format: read.format.word(),
                resources: read.resources,
                cut: read.cut,
                skipped: read.skipped.clone(),
            })
            .collect();
        self.drift
    }

    fn counts(&self) -> Counts {
        let model = &self.analysis.model;
        let all = &self.infrastructure.resources;
        let nodes = [ElementKind::Process, ElementKind::Store];
        let own =
            model.elements.iter().filter(|(id, one)| model.is_own(*id) && nodes.contains(&one.kind) && !one.external);
        let located = [attribute::RESOURCE, attribute::IMAGE, attribute::CODE];
        let silent = own.filter(|(_, one)| !located.iter().any(|prop| one.stated(*prop).is_some()));
        let plain = |one: &&Resource| self.tables.of(Sort::Plain, &one.kind).next().is_some();
        Counts {
            resources: all.iter().filter(|one| !one.implied).count(),
            claimed: (0..all.len()).filter(|at| !all[*at].implied && self.claims.of(*at).next().is_some()).count(),
            plain: all.iter().filter(plain).count(),
            elements: self.claims.list.len(),
            silent_elements: silent.count(),
            unasked: self.claims.unasked,
            agreeing: 0,
        }
    }
}

fn outsides(analysis: &Analysis, tables: &Tables) -> Vec<TypeId> {
    let library = &analysis.library;
    let rows = tables.rows.iter().filter(|row| row.sort == Sort::Outside);
    let named = rows.filter_map(|row| {
        let package = library.packages.iter().position(|name| **name == *row.package)?;
        super::check::types(library, PackageId(u32::try_from(package).ok()?), &row.means).ok()
    });
    named.flatten().collect()
}

/// Nothing can be said of a file that gave nothing, and of one that was cut off nothing is sure. Manifests lie in folders,
/// beside settings that are none: of these it counts what all of them give, and whether something of one was lost.
fn verdict(findings: &[Finding], files: &[Read]) -> &'static str {
    let manifest = |file: &&Read| file.format == Format::Kubernetes;
    let lost = |file: &Read| file.cut && file.resources == 0;
    let named = files.iter().filter(|file| !manifest(file)).any(lost);
    let all = files.iter().any(|file| manifest(&file)) && files.iter().filter(manifest).all(lost);
    match (findings.is_empty(), files.iter().any(|file| file.lost || file.cut && file.resources > 0)) {
        _ if named || all => "unread",
        (false, _) => "drift",
        (true, true) => "partial",
        (true, false) => "clean",
    }
}

fn of_resource(infrastructure: &Infrastructure, resource: &Resource, attribute: &str, line: u32) -> Finding {
    Finding {
        resource: resource.name().into(),
        kind: resource.kind.clone(),
        attribute: attribute.into(),
        file: infrastructure.files.get(resource.file).map(|file| file.file.clone()).unwrap_or_default(),
        path: resource.path.clone(),
        line,
        ..Finding::default()
    }
}

/// File and line, or file and path where lines say nothing.
fn place(infrastructure: &Infrastructure, resource: &Resource, attribute: &str, line: u32) -> String {
    let file = infrastructure.files.get(resource.file).map_or("", |file| &file.file);
    if line > 0 {
        return format!("{file}:{line}");
    }
    let tail = attribute.replace('.', "/");
    let slash = if tail.is_empty() || resource.path.is_empty() { "" } else { "/" };
    format!("{file} at {}{slash}{tail}", resource.path)
}
