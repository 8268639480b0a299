//! Reads descriptions of what is built: plans of Terraform, files of Compose, manifests of Kubernetes, templates of
//! CloudFormation. Every reader is total: dirty input is taken as far as it goes, and what was skipped is said.

mod cloudformation;
mod compose;
mod kubernetes;
mod modules;
mod terraform;
#[cfg(test)]
mod tests;
mod yaml;

use crate::evidence::bytes;
use crate::evidence::collect::Collector;
use std::collections::BTreeSet;
use tm_compiler::drift::{Data, Format, Infrastructure, Read, Resource, Tree};

/// The largest file that is read.
pub const LARGEST: u64 = 64 << 20;
/// Resources of one file beyond which nothing is read.
const MOST: usize = 50_000;
/// Letters of a name that are kept.
const LETTERS: usize = 500;

/// Adds what a file describes.
pub fn read(format: Format, file: &str, content: &[u8], infrastructure: &mut Infrastructure) {
    let mut collector = Collector::new(file);
    let text = bytes::text(content, &mut collector);
    let mut found = Found { file: infrastructure.files.len(), resources: Vec::new() };
    if text.trim().is_empty() {
        collector.skip("the file is empty");
    } else {
        match format {
            Format::Terraform => terraform::read(&text, &mut found, &mut collector),
            Format::Compose => compose::read(&text, file, &mut found, &mut collector),
            Format::Kubernetes => kubernetes::read(&text, &mut found, &mut collector),
            Format::Cloudformation => cloudformation::read(&text, &mut found, &mut collector),
        }
    }
    if format == Format::Compose {
        again(&found, infrastructure, &mut collector);
    }
    if found.resources.len() > MOST {
        collector.lose(&format!("resources beyond the first {MOST}"));
        found.resources.truncate(MOST);
    }
    let (skipped, lost) = collector.told();
    let resources = found.resources.iter().filter(|one| !one.implied).count();
    // Of a file that gave nothing nobody knows what is gone.
    let cut = lost || (resources == 0 && !skipped.is_empty());
    infrastructure.files.push(Read { file: file.to_owned(), format, resources, cut, lost, skipped });
    infrastructure.resources.extend(found.resources.into_iter().map(short));
}

/// Services that another file of Compose has, too: together they may be something that neither of them is.
fn again(found: &Found, infrastructure: &Infrastructure, collector: &mut Collector) {
    const SERVICE: &str = "compose/service";
    let services = |all: &[Resource]| -> BTreeSet<String> {
        all.iter().filter(|one| one.kind == SERVICE).flat_map(|one| one.names.clone()).collect()
    };
    for name in services(&found.resources).intersection(&services(&infrastructure.resources)) {
        collector.lose(&format!(
            "what `{name}` is together with another file that has it, too: `docker compose -f … -f … config` writes that"
        ));
    }
}

/// What the file holds so far.
struct Found {
    file: usize,
    resources: Vec<Resource>,
}

impl Found {
    fn has_room(&self) -> bool {
        self.resources.len() <= MOST
    }

    fn add(&mut self, resource: Resource) {
        if self.has_room() {
            let file = self.file;
            self.resources.push(Resource { file, ..resource });
        }
    }
}

/// Names without what a terminal would obey, and of a length that can be shown.
fn short(resource: Resource) -> Resource {
    let clean = |name: String| name.chars().filter(|c| !c.is_control()).take(LETTERS).collect();
    Resource {
        kind: clean(resource.kind),
        names: resource.names.into_iter().map(clean).collect(),
        label: clean(resource.label),
        path: clean(resource.path),
        images: resource.images.iter().map(|image| clean(without_user(image))).collect(),
        ..resource
    }
}

/// An image without the user and the password that somebody wrote before its registry; a digest stays.
fn without_user(image: &str) -> String {
    let (name, digest) = match image.rsplit_once('@') {
        Some((name, rest)) if !rest.contains('/') => (name, &image[name.len()..]),
        _ => (image, ""),
    };
    format!("{}{digest}", name.rsplit_once('@').map_or(name, |(_, rest)| rest))
}

/// A text as a tree.
fn text(text: &str) -> Tree {
    Tree::new(Data::Text(text.to_owned()))
}

/// The program in an image: `registry.example.org:5000/library/postgres:16` is `postgres`.
fn software(image: &str) -> &str {
    let last = image.rsplit('/').next().unwrap_or_default();
    last.split([':', '@']).next().unwrap_or_default()
}

/// Puts a member into a map, in place of one that has its name.
fn put(tree: &mut Tree, name: &str, value: Tree) {
    if let Data::Map(members) = &mut tree.data {
        members.retain(|(key, _)| key != name);
        members.push((name.to_owned(), value));
    }
}
