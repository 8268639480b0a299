//! What is said of vulnerabilities by name: CycloneDX, OpenVEX. That one does not affect a product, or is fixed in it,
//! holds for this product.

use super::collect::{Collector, Found};
use super::images::{image, of_package};
use super::tree::{at, list, text};
use jiff::Timestamp;
use serde_json::Value;
use std::collections::BTreeMap;
use tm_compiler::evidence::Place;

/// Components inside of components that are looked into.
const DEEPEST: usize = 50;
/// Nobody knows yet.
const OPEN: &str = "it is under investigation";

/// CycloneDX: vulnerabilities with the state of their analysis.
pub(super) fn cyclonedx(document: &Value, collector: &mut Collector) {
    let about = text(document, &["metadata", "component", "name"]);
    let scan = collector.scan("cyclonedx", &["cyclonedx", about]);
    collector.on_day(scan, text(document, &["metadata", "timestamp"]));
    let parts = Parts::of(document);
    for one in list(document, "vulnerabilities") {
        let (names, place) = (vec![text(one, &["id"])], parts.affected(one));
        match text(one, &["analysis", "state"]) {
            "resolved" | "resolved_with_pedigree" | "not_affected" | "false_positive" => {
                collector.passed(scan, &names, place);
            }
            "in_triage" => collector.omitted(scan, &names, place, OPEN),
            _ => {
                let cvss = list(one, "ratings").iter().map(|one| text(one, &["vector"])).collect();
                collector.found(scan, Found { names, text: text(one, &["description"]), place, cvss });
            }
        }
    }
}

/// The components of a list: what it is about, and the images in it by their reference.
#[derive(Default)]
struct Parts<'a> {
    subject: Place,
    images: BTreeMap<&'a str, Place>,
}

impl<'a> Parts<'a> {
    fn of(document: &'a Value) -> Self {
        let mut parts = Parts::default();
        if let Some(subject) = at(document, &["metadata", "component"]) {
            parts.subject = named(subject);
            parts.add(subject, 0);
        }
        for one in list(document, "components") {
            parts.add(one, 0);
        }
        parts
    }

    fn add(&mut self, component: &'a Value, depth: usize) {
        if text(component, &["type"]) == "container" {
            self.images.insert(text(component, &["bom-ref"]), named(component));
        }
        for one in list(component, "components").iter().filter(|_| depth < DEEPEST) {
            self.add(one, depth + 1);
        }
    }

    /// Where a vulnerability is: in an image, or in a part of what the whole list is about.
    fn affected(&self, vulnerability: &Value) -> Place {
        let mut place = Place::default();
        for one in list(vulnerability, "affects") {
            let whole = text(one, &["ref"]);
            // `urn:cdx:serial/version#ref`
            let reference = whole.rsplit('#').next().unwrap_or(whole);
            let part = self.images.get(whole).or_else(|| self.images.get(reference)).unwrap_or(&self.subject);
            place
                .images
                .extend(part.images.iter().filter(|name| !place.images.contains(name)).cloned().collect::<Vec<_>>());
            place.vague |= part.vague;
        }
        if place.images.is_empty() { self.subject.clone() } else { place }
    }
}

/// The names of a component. That of one that is no image says little about where it runs.
fn named(component: &Value) -> Place {
    let (name, version) = (text(component, &["name"]), text(component, &["version"]));
    let whole = match version {
        "" => name.to_owned(),
        digest if digest.starts_with("sha256:") => format!("{name}@{digest}"),
        tag => format!("{name}:{tag}"),
    };
    let packages = of_package(text(component, &["purl"]));
    let names: Vec<&str> = std::iter::once(whole.as_str()).chain(packages.iter().map(String::as_str)).collect();
    let place = image(if name.is_empty() { &[] } else { &names });
    Place { vague: place.vague || text(component, &["type"]) != "container", ..place }
}

/// OpenVEX: statements about vulnerabilities.
pub(super) fn openvex(document: &Value, collector: &mut Collector) {
    let scan = collector.scan("openvex", &["openvex", text(document, &["author"])]);
    collector.on_day(scan, text(document, &["timestamp"]));
    let newest = Newest::of(document);
    for (index, one) in list(document, "statements").iter().enumerate() {
        let named = one.get("vulnerability");
        let mut names: Vec<&str> = match named {
            // Early documents have the name alone.
            Some(Value::String(name)) => vec![name],
            Some(named) => vec![text(named, &["name"]), text(named, &["@id"])],
            None => Vec::new(),
        };
        names.extend(named.iter().flat_map(|one| list(one, "aliases")).filter_map(Value::as_str));
        let Some(place) = newest.products(index, one) else {
            collector.skip("a statement that a newer one replaces");
            continue;
        };
        match text(one, &["status"]) {
            "not_affected" | "fixed" => collector.passed(scan, &names, place),
            "under_investigation" => collector.omitted(scan, &names, place, OPEN),
            _ => {
                let said = text(one, &["action_statement"]);
                collector.found(scan, Found { names, text: said, place, ..Found::default() });
            }
        }
    }
}

/// Of statements about one vulnerability in one product the newest counts; of two of one time both do.
struct Newest<'a> {
    /// The time of the newest, by vulnerability, product and its part.
    times: BTreeMap<(&'a str, &'a str, Vec<&'a str>), Timestamp>,
    /// The times of the statements.
    stated: Vec<Timestamp>,
}

impl<'a> Newest<'a> {
    fn of(document: &'a Value) -> Self {
        let whole = time(document).unwrap_or(Timestamp::MIN);
        let statements = list(document, "statements");
        let stated: Vec<Timestamp> = statements.iter().map(|one| time(one).unwrap_or(whole)).collect();
        let mut times: BTreeMap<_, Timestamp> = BTreeMap::new();
        for (one, at) in statements.iter().zip(&stated) {
            for product in list(one, "products") {
                let known = times.entry(subject(one, product)).or_insert(*at);
                *known = (*known).max(*at);
            }
        }
        Newest { times, stated }
    }

    /// The products about which a statement is the newest; none where it is that of nothing any more. They go by many
    /// names, so none is certainly another.
    fn products(&self, index: usize, statement: &'a Value) -> Option<Place> {
        let all = list(statement, "products");
        let is_newest = |product: &&Value| self.times.get(&subject(statement, product)) <= self.stated.get(index);
        let own: Vec<&Value> = all.iter().filter(is_newest).collect();
        if own.is_empty() && !all.is_empty() {
            return None;
        }
        let names: Vec<String> = own.into_iter().flat_map(product).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        Some(Place { vague: true, ..image(&names) })
    }
}

/// What a statement is about: the vulnerability, the product, and those of its parts that are named.
fn subject<'a>(statement: &'a Value, product: &'a Value) -> (&'a str, &'a str, Vec<&'a str>) {
    let named = ["name", "@id"].map(|key| text(statement, &["vulnerability", key]));
    let named = [text(statement, &["vulnerability"]), named[0], named[1]].into_iter().find(|name| !name.is_empty());
    (named.unwrap_or_default(), id(product), list(product, "subcomponents").iter().map(id).collect())
}

/// The names of a product or a part.
fn ids(product: &Value) -> Vec<&str> {
    let all = [product.as_str().unwrap_or_default(), text(product, &["@id"]), text(product, &["identifiers", "purl"])];
    all.into_iter().filter(|id| !id.is_empty()).collect()
}

fn id(product: &Value) -> &str {
    ids(product).first().copied().unwrap_or_default()
}

fn product(one: &Value) -> Vec<String> {
    let named = |id: &str| {
        let packages = of_package(id);
        if packages.is_empty() { vec![id.to_owned()] } else { packages }
    };
    ids(one).into_iter().flat_map(named).collect()
}

/// When a document or a statement was last changed.
fn time(stated: &Value) -> Option<Timestamp> {
    ["last_updated", "timestamp"].into_iter().find_map(|key| text(stated, &[key]).parse().ok())
}
