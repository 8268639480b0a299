//! Files of Docker Compose: services, the networks that they are in, volumes.

use super::{Found, put, software, text, yaml};
use crate::evidence::collect::Collector;
use tm_compiler::drift::{Data, Resource, Tree};

/// What stands for the whole file: services that are in several networks, or in none of their own, lie in it.
const PROJECT: &str = "project";
/// Services that take over from one another, beyond which the rest is not read.
const DEEPEST: usize = 20;

pub(super) fn read(content: &str, file: &str, found: &mut Found, collector: &mut Collector) {
    let mut any = false;
    for document in yaml::documents(content, collector) {
        any |= document.get("services").is_some();
        project(&document, file, found, collector);
    }
    if !any {
        collector.skip("everything: there are no `services` in it");
    }
}

fn project(document: &Tree, file: &str, found: &mut Found, collector: &mut Collector) {
    for other in ["include", "extends"] {
        if document.get(other).is_some() {
            collector.lose(&format!("what `{other}` names in other files"));
        }
    }
    let Some(services) = document.get("services") else { return };
    let scope = found.file.to_string();
    let plain = |kind: &str, list: &str, name: &str, tree: &Tree| Resource {
        kind: format!("compose/{kind}"),
        names: vec![format!("{list}.{name}")],
        label: name.to_owned(),
        handles: vec![name.to_owned()],
        scope: scope.clone(),
        tree: tree.clone(),
        path: format!("/{list}/{name}"),
        line: tree.line,
        ..Resource::default()
    };
    let title = document.get("name").map(Tree::text).filter(|name| !name.is_empty());
    let whole =
        Resource { implied: true, names: vec![PROJECT.to_owned()], ..plain("project", PROJECT, PROJECT, document) };
    found.add(Resource {
        label: title.unwrap_or(PROJECT).to_owned(),
        tree: Tree::default(),
        path: String::new(),
        ..whole
    });
    for (kind, list) in [("network", "networks"), ("volume", "volumes")] {
        for (name, tree) in document.get(list).map(Tree::members).unwrap_or_default() {
            let mut inside = Tree { data: Data::Map(tree.members().to_vec()), line: tree.line };
            put(&mut inside, PROJECT, text(PROJECT));
            found.add(plain(kind, list, name, &inside));
        }
    }
    for (name, tree) in services.members() {
        if !matches!(tree.data, Data::Map(_)) {
            collector.skip("a service that says nothing");
            continue;
        }
        let tree = &extended(services, tree, 0, collector);
        let mut service = plain("service", "services", name, tree);
        service.handles.extend(["container_name", "hostname"].map(|key| tree.text_at(&[key]).to_owned()));
        service.handles.retain(|handle| !handle.is_empty());
        service.images = vec![tree.text_at(&["image"]).to_owned()];
        service.images.retain(|image| !image.is_empty());
        service.code = folder(tree, file).into_iter().collect();
        service.tree = normal(tree.clone());
        found.add(service);
    }
}

/// A service with what it takes over from another one: what it states itself wins, lists are joined.
fn extended(services: &Tree, tree: &Tree, depth: usize, collector: &mut Collector) -> Tree {
    let Some(from) = tree.get("extends").filter(|from| from.data != Data::Null) else { return tree.clone() };
    if from.get("file").is_some() {
        collector.lose("what a service takes over from another file (`extends`)");
        return tree.clone();
    }
    let name = if from.text().is_empty() { from.text_at(&["service"]) } else { from.text() };
    match services.get(name).filter(|_| depth < DEEPEST) {
        Some(base) => over(&extended(services, base, depth + 1, collector), tree),
        None => {
            collector.lose("what a service takes over from one that is not there (`extends`)");
            tree.clone()
        }
    }
}

fn over(base: &Tree, own: &Tree) -> Tree {
    let data = match (&base.data, &own.data) {
        (Data::Map(members), Data::Map(stated)) => {
            let mut all = Tree::new(Data::Map(members.clone()));
            for (key, value) in stated {
                let both = base.get(key).map(|known| over(known, value));
                put(&mut all, key, both.unwrap_or_else(|| value.clone()));
            }
            all.data
        }
        (Data::List(items), Data::List(more)) => Data::List(items.iter().chain(more).cloned().collect()),
        (_, own) => own.clone(),
    };
    Tree { data, line: own.line }
}

/// The folder that a service is built from, seen from where the file's own path begins.
fn folder(tree: &Tree, file: &str) -> Option<String> {
    let build = tree.get("build")?;
    let context = match build.text() {
        "" => build.text_at(&["context"]),
        context => context,
    };
    if context.is_empty() || context.contains("://") || context.starts_with('/') {
        return None;
    }
    // Of a file that is named from the root of the machine nobody knows where the sources begin.
    let base = file.rsplit_once('/').filter(|_| !file.starts_with('/')).map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    for part in context.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    Some(parts.join("/"))
}

/// Short and long forms made one: `environment` a map, `ports` texts, `network` the only one, `software` that of the image.
fn normal(mut tree: Tree) -> Tree {
    if let Some(Data::List(items)) = tree.get("environment").map(|one| &one.data) {
        let pairs = items.iter().map(|item| {
            let (key, value) = item.text().split_once('=').unwrap_or((item.text(), ""));
            (key.to_owned(), Tree { data: Data::Text(value.to_owned()), line: item.line })
        });
        let pairs = Data::Map(pairs.collect());
        put(&mut tree, "environment", Tree::new(pairs));
    }
    if let Some(ports) = tree.get("ports") {
        let ports: Vec<Tree> = ports.items().iter().map(port).collect();
        put(&mut tree, "ports", Tree::new(Data::List(ports)));
    }
    let networks: Vec<String> = match tree.get("networks").map(|one| &one.data) {
        Some(Data::Map(members)) => members.iter().map(|(name, _)| name.clone()).collect(),
        Some(Data::List(items)) => items.iter().map(|one| one.text().to_owned()).collect(),
        _ => Vec::new(),
    };
    let image = tree.text_at(&["image"]).to_owned();
    if !image.is_empty() {
        put(&mut tree, "software", text(software(&image)));
    }
    let networks: Vec<&str> = networks.iter().map(String::as_str).collect();
    let only = if let [only] = networks[..] { Some(only.to_owned()) } else { None };
    if let Some(only) = only {
        put(&mut tree, "network", text(&only));
    }
    put(&mut tree, PROJECT, text(PROJECT));
    tree
}

/// `address:published:target` of a port, whichever way it is written.
fn port(one: &Tree) -> Tree {
    if !matches!(one.data, Data::Map(_)) {
        return one.clone();
    }
    let parts = ["host_ip", "published", "target"].map(|key| one.text_at(&[key]));
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Tree { data: Data::Text(parts.join(":")), line: one.line }
}
