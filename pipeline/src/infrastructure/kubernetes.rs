//! Manifests of Kubernetes.

use super::{Found, put, software, text, yaml};
use crate::evidence::collect::Collector;
use std::collections::BTreeSet;
use tm_compiler::drift::{Data, Resource, Tree};

/// Where objects lie that name no namespace.
const DEFAULT: &str = "default";
/// Kinds whose contents are secrets, or may be.
const SECRET: &[&str] = &["Secret", "ConfigMap", "SealedSecret"];
/// Kinds of the whole cluster.
const OF_CLUSTER: &[&str] = &[
    "Namespace",
    "Node",
    "PersistentVolume",
    "ClusterRole",
    "ClusterRoleBinding",
    "CustomResourceDefinition",
    "StorageClass",
    "IngressClass",
    "PriorityClass",
    "ValidatingWebhookConfiguration",
    "MutatingWebhookConfiguration",
];

pub(super) fn read(content: &str, found: &mut Found, collector: &mut Collector) {
    if content.contains("{{") && content.contains("}}") {
        collector.lose("a template of Helm: what `helm template` makes of it can be read");
        return;
    }
    for document in yaml::documents(content, collector) {
        object(&document, found, collector, 0);
    }
    namespaces(found);
}

fn object(document: &Tree, found: &mut Found, collector: &mut Collector, depth: usize) {
    let kind = document.text_at(&["kind"]);
    if kind.ends_with("List") && depth == 0 {
        for item in document.get("items").map(Tree::items).unwrap_or_default() {
            object(item, found, collector, depth + 1);
        }
        return;
    }
    let name = match document.text_at(&["metadata", "name"]) {
        "" => document.text_at(&["metadata", "generateName"]),
        name => name,
    };
    match (&document.data, kind, name) {
        (Data::Null, ..) => {}
        (_, "", _) => collector.skip("a document that is no object of Kubernetes"),
        (_, _, "") => collector.skip(&format!("an object of kind `{kind}` without a name")),
        _ => found.add(resource(document, kind, name)),
    }
}

fn resource(document: &Tree, kind: &str, name: &str) -> Resource {
    let namespace = match document.text_at(&["metadata", "namespace"]) {
        _ if OF_CLUSTER.contains(&kind) => "",
        "" => DEFAULT,
        namespace => namespace,
    };
    let template = [&["spec", "template"][..], &["spec", "jobTemplate", "spec", "template"][..]];
    let template = template.into_iter().find_map(|path| document.at(path));
    let pod = if kind == "Pod" { document.get("spec") } else { template.and_then(|template| template.get("spec")) };
    let labels = if kind == "Pod" { document.get("metadata") } else { template.and_then(|one| one.get("metadata")) };
    let labels = labels.and_then(|one| one.get("labels")).map(Tree::members).unwrap_or_default();
    let mut tree = if SECRET.contains(&kind) { Tree::new(Data::Hidden) } else { document.clone() };
    if !namespace.is_empty() {
        put(&mut tree, "namespace", text(namespace));
    }
    if let Some(pod) = pod {
        let mut pod = pod.clone();
        named(&mut pod);
        put(&mut tree, "pod", pod);
    }
    let names = match namespace {
        "" => vec![format!("{kind}/{name}"), format!("{kind}.{name}")],
        _ => vec![
            format!("{namespace}/{kind}/{name}"),
            format!("{kind}/{name}"),
            // As scanners write it.
            format!("{kind}.{namespace}.{name}"),
        ],
    };
    Resource {
        kind: format!("k8s/{kind}"),
        names,
        label: name.to_owned(),
        handles: vec![name.to_owned()],
        // Whoever names a namespace is in it.
        scope: if kind == "Namespace" { name.to_owned() } else { namespace.to_owned() },
        images: pod.map(images).unwrap_or_default(),
        labels: labels.iter().map(|(key, value)| (key.clone(), value.text().to_owned())).collect(),
        tree,
        path: format!("/{kind}/{name}"),
        line: document.line,
        ..Resource::default()
    }
}

/// Each container says which `software` its image holds.
fn named(pod: &mut Tree) {
    let Data::Map(members) = &mut pod.data else { return };
    for (_, list) in members.iter_mut().filter(|(key, _)| key == "containers") {
        let Data::List(containers) = &mut list.data else { continue };
        for container in containers {
            let image = container.text_at(&["image"]).to_owned();
            put(container, "software", text(software(&image)));
        }
    }
}

fn images(pod: &Tree) -> Vec<String> {
    let lists = ["containers", "initContainers"].into_iter().filter_map(|key| pod.get(key));
    let all = lists.flat_map(Tree::items).map(|one| one.text_at(&["image"]).to_owned());
    all.filter(|image| !image.is_empty()).collect()
}

/// Namespaces that objects are in, and that no file declares.
fn namespaces(found: &mut Found) {
    let is = |one: &&Resource| one.kind == "k8s/Namespace";
    let declared: BTreeSet<String> = found.resources.iter().filter(is).map(|one| one.scope.clone()).collect();
    let used: BTreeSet<String> = found.resources.iter().map(|one| one.scope.clone()).collect();
    for name in used.difference(&declared).filter(|name| !name.is_empty()) {
        found.add(Resource {
            kind: "k8s/Namespace".to_owned(),
            names: vec![format!("Namespace/{name}"), format!("Namespace.{name}")],
            label: name.clone(),
            handles: vec![name.clone()],
            scope: name.clone(),
            implied: true,
            path: format!("/Namespace/{name}"),
            ..Resource::default()
        });
    }
}
