//! What is said of vulnerabilities by name: CycloneDX, OpenVEX. That one does not affect a product, or is fixed in it,
//! holds for this product.

use super::collect::{Collector, Found};
use super::images::{image, of_package};
use super::tree::{at, list, text};
use serde_json::Value;
use std::collections::BTreeMap;
use tm_compiler::evidence::Place;

/// Components inside of components that are looked into.
const DEEPEST: usize = 50;

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
    for one in list(document, "statements") {
        let named = one.get("vulnerability");
        let mut names: Vec<&str> = match named {
            // Early documents have the name alone.
            Some(Value::String(name)) => vec![name],
            Some(named) => vec![text(named, &["name"]), text(named, &["@id"])],
            None => Vec::new(),
        };
        names.extend(named.iter().flat_map(|one| list(one, "aliases")).filter_map(Value::as_str));
        let place = products(one);
        match text(one, &["status"]) {
            "not_affected" | "fixed" => collector.passed(scan, &names, place),
            "under_investigation" => collector.omitted(scan, &names, place, "it is under investigation"),
            _ => {
                let said = text(one, &["action_statement"]);
                collector.found(scan, Found { names, text: said, place, ..Found::default() });
            }
        }
    }
}

/// The products of a statement. They go by many names, so none is certainly another.
fn products(statement: &Value) -> Place {
    let mut names: Vec<String> = Vec::new();
    for product in list(statement, "products") {
        let ids =
            [product.as_str().unwrap_or_default(), text(product, &["@id"]), text(product, &["identifiers", "purl"])];
        for id in ids.into_iter().filter(|id| !id.is_empty()) {
            let packages = of_package(id);
            names.extend(if packages.is_empty() { vec![id.to_owned()] } else { packages });
        }
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    Place { vague: true, ..image(&names) }
}
