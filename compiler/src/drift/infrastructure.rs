//! What is built, as plain data: resources, and what names what. The formats are read elsewhere.

use super::selector::{Path, Selector};
use super::table::{Row, Sort, Tables};
use super::tree::{Data, Tree};
use std::collections::{BTreeMap, BTreeSet};

/// Resources that an attribute names at most.
const MOST_NAMED: usize = 1_000;
/// Steps from a part to what it is a part of.
const FARTHEST: usize = 6;

/// Where descriptions of infrastructure come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// `terraform show -json`, of a plan or a state.
    Terraform,
    /// Files of Docker Compose.
    Compose,
    /// Manifests of Kubernetes.
    Kubernetes,
    /// Templates of AWS CloudFormation.
    Cloudformation,
}

impl Format {
    /// The word that is shown.
    pub fn word(self) -> &'static str {
        match self {
            Format::Terraform => "terraform",
            Format::Compose => "compose",
            Format::Kubernetes => "kubernetes",
            Format::Cloudformation => "cloudformation",
        }
    }

    /// True where a pattern in `resource` has the form of this format's addresses.
    pub fn has_form(self, pattern: &str) -> bool {
        let first = pattern.split(['.', '[', '/']).next().unwrap_or_default();
        let lower = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_*?-".contains(c);
        let of_compose = ["services", "networks", "volumes", "project"].contains(&first);
        match self {
            Format::Compose => of_compose,
            Format::Kubernetes => pattern.contains('/') && !pattern.contains(':'),
            Format::Terraform => {
                let typed = first == "module" || first == "data" || first.contains(['_', '*']);
                pattern.contains('.') && !pattern.contains('/') && !of_compose && typed && first.chars().all(lower)
            }
            Format::Cloudformation => {
                let logical = pattern.chars().all(|c| c.is_ascii_alphanumeric() || "*?".contains(c));
                pattern.starts_with("AWS::") || (logical && !pattern.is_empty())
            }
        }
    }
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// Its path.
    pub file: String,
    /// Its format.
    pub format: Format,
    /// How many resources are in it.
    pub resources: usize,
    /// Resources may be missing.
    pub cut: bool,
    /// Something that is described there was not read: more than what is no description at all.
    pub lost: bool,
    /// What could not be read, in words.
    pub skipped: Vec<String>,
}

/// Something that is built.
#[derive(Clone, Debug, Default)]
pub struct Resource {
    /// Its kind, as tables name it: `aws_db_instance`, `k8s/Deployment`, `compose/service`.
    pub kind: String,
    /// Names by which a `resource` may claim it, that which is shown first.
    pub names: Vec<String>,
    /// A short name for people.
    pub label: String,
    /// Names by which other resources of its scope speak about it.
    pub handles: Vec<String>,
    /// Where names mean something: a namespace, a file.
    pub scope: String,
    /// What it says.
    pub tree: Tree,
    /// Attributes that name other resources outright, with the names of these.
    pub references: Vec<(String, String)>,
    /// Labels by which others select it.
    pub labels: Vec<(String, String)>,
    /// Images that it runs.
    pub images: Vec<String>,
    /// Folders of source code that it is built from.
    pub code: Vec<String>,
    /// True for what the reader adds for order's sake: nobody wrote it.
    pub implied: bool,
    /// Index of the file in what was read.
    pub file: usize,
    /// Where in the file, as a path.
    pub path: String,
    /// Line in the file; 0 where not known.
    pub line: u32,
}

impl Resource {
    /// The name that is shown.
    pub fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }
}

/// All that is built, as far as it could be read.
#[derive(Clone, Debug, Default)]
pub struct Infrastructure {
    /// The files.
    pub files: Vec<Read>,
    /// The resources, in the order of the files.
    pub resources: Vec<Resource>,
}

/// Which resources belong to which: what tables say about attributes that name others.
pub struct Links<'a> {
    infrastructure: &'a Infrastructure,
    tables: &'a Tables,
    by_name: BTreeMap<(usize, &'a str), usize>,
    by_handle: BTreeMap<(&'a str, &'a str), Vec<usize>>,
    /// Of rules that compare texts (`kind=attribute`): the resources by scope and text of that attribute.
    by_text: BTreeMap<(&'a str, &'a str, &'a str), Vec<usize>>,
}

impl<'a> Links<'a> {
    /// Looks up what names what.
    pub fn new(infrastructure: &'a Infrastructure, tables: &'a Tables) -> Self {
        let (mut by_name, mut by_handle) = (BTreeMap::new(), BTreeMap::<_, Vec<usize>>::new());
        for (at, resource) in infrastructure.resources.iter().enumerate() {
            for name in &resource.names {
                by_name.entry((resource.file, name.as_str())).or_insert(at);
            }
            for handle in &resource.handles {
                by_handle.entry((resource.scope.as_str(), handle.as_str())).or_default().push(at);
            }
        }
        Links { infrastructure, tables, by_name, by_handle, by_text: by_text(infrastructure, tables) }
    }

    /// The resources that an attribute names.
    pub fn named(&self, from: usize, path: &Path, row: &Row) -> Vec<usize> {
        let Some(resource) = self.infrastructure.resources.get(from) else { return Vec::new() };
        let mut found = BTreeSet::new();
        if row.targets == "labels" {
            self.selected(resource, path, &mut found);
            return found.into_iter().collect();
        }
        if row.targets.contains('=') {
            let texts = path.reach(&resource.tree);
            let texts = texts.iter().filter_map(|one| one.tree.and_then(Tree::scalar));
            let key = |text| (row.targets.as_str(), resource.scope.as_str(), text);
            let same = texts.filter_map(|text| self.by_text.get(&key(text))).flatten().filter(|at| **at != from);
            let mut same: Vec<usize> = same.copied().take(MOST_NAMED).collect();
            same.sort_unstable();
            same.dedup();
            return same;
        }
        let plain = path.plain();
        let along = |way: &str| way == plain || way.strip_prefix(&plain).is_some_and(|rest| rest.starts_with('.'));
        let outright = resource.references.iter().filter(|(way, _)| plain.is_empty() || along(way));
        found.extend(outright.filter_map(|(_, name)| self.by_name.get(&(resource.file, name.as_str()))));
        for one in path.reach(&resource.tree) {
            match one.tree.map(|tree| &tree.data) {
                Some(Data::Text(text)) => found.extend(self.meant(resource, text)),
                Some(Data::Map(members)) => {
                    found.extend(members.iter().flat_map(|(key, _)| self.meant(resource, key)));
                }
                _ => {}
            }
        }
        let kind = |at: &usize| self.infrastructure.resources.get(*at).map_or("", |one| &one.kind);
        found.into_iter().filter(|at| *at != from && row.targets(kind(at))).take(MOST_NAMED).collect()
    }

    /// Resources of the same scope whose name a text is, or begins with as an address does.
    fn meant(&self, from: &Resource, text: &str) -> Vec<usize> {
        let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
        let rest = rest.rsplit_once('@').map_or(rest, |(_, rest)| rest);
        let host = rest.split(['/', ':', '?']).next().unwrap_or_default();
        let first = host.split('.').next().unwrap_or_default();
        let names = [text, host, first].into_iter();
        let found = { names }.find_map(|handle| self.by_handle.get(&(from.scope.as_str(), handle)));
        found.cloned().unwrap_or_default()
    }

    /// Resources of the same scope that bear all labels of a selector.
    fn selected(&self, from: &Resource, path: &Path, found: &mut BTreeSet<usize>) {
        for one in path.reach(&from.tree) {
            let wanted = one.tree.map(Tree::members).unwrap_or_default();
            let bears = |other: &Resource| {
                wanted
                    .iter()
                    .all(|(key, value)| other.labels.iter().any(|(name, label)| name == key && label == value.text()))
            };
            let all = self.infrastructure.resources.iter().enumerate();
            let fitting =
                all.filter(|(_, other)| other.scope == from.scope && !other.labels.is_empty() && bears(other));
            found.extend(fitting.map(|(at, _)| at).filter(|_| !wanted.is_empty()).take(MOST_NAMED));
        }
    }

    /// The resources that what a resource says is about: itself, what it is a part of, and what names it for that.
    pub fn subjects(&self) -> Vec<Vec<usize>> {
        let count = self.infrastructure.resources.len();
        let mut next: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (at, resource) in self.infrastructure.resources.iter().enumerate() {
            for row in self.tables.of(Sort::Part, &resource.kind) {
                if row.selector.fits(&resource.kind, &resource.tree) == Some(true) {
                    next[at].extend(self.named(at, &row.path, row));
                }
            }
            let with = self.tables.of(Sort::With, &resource.kind);
            for row in with.filter(|row| row.selector.fits(&resource.kind, &resource.tree) == Some(true)) {
                for other in self.named(at, &row.path, row) {
                    next[other].push(at);
                }
            }
        }
        // Marked with the number of the last resource from which it was reached.
        let mut marks = vec![usize::MAX; count];
        (0..count).map(|at| nearby(at, &next, &mut marks)).collect()
    }

    /// What a resource lies in, the nearest first.
    pub fn around(&self, at: usize) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        let mut here = at;
        for _ in 0..16 {
            let Some(resource) = self.infrastructure.resources.get(here) else { break };
            let rows = self.tables.of(Sort::Inside, &resource.kind);
            let outer = rows.flat_map(|row| self.named(here, &row.path, row)).find(|one| !found.contains(one));
            match outer {
                Some(outer) if outer != at => found.push(outer),
                _ => break,
            }
            here = outer.unwrap_or(here);
        }
        found
    }
}

fn by_text<'a>(
    infrastructure: &'a Infrastructure,
    tables: &'a Tables,
) -> BTreeMap<(&'a str, &'a str, &'a str), Vec<usize>> {
    let mut found: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    let rules: BTreeSet<&str> = tables.rows.iter().map(|row| row.targets.as_str()).collect();
    for rule in rules {
        let Some((kinds, path)) = rule.rsplit_once('=') else { continue };
        let (Ok(kinds), Ok(path)) = (Selector::read(kinds), Path::read(path)) else { continue };
        let one = |(_, one): &(usize, &Resource)| kinds.fits(&one.kind, &one.tree) == Some(true);
        for (at, resource) in infrastructure.resources.iter().enumerate().filter(one) {
            for text in path.reach(&resource.tree).into_iter().filter_map(|one| one.tree?.scalar()) {
                found.entry((rule, resource.scope.as_str(), text)).or_default().push(at);
            }
        }
    }
    found
}

fn nearby(at: usize, next: &[Vec<usize>], marks: &mut [usize]) -> Vec<usize> {
    let mut found = vec![at];
    marks[at] = at;
    let mut from = 0;
    for _ in 0..FARTHEST {
        let end = found.len();
        for one in from..end {
            for other in next.get(found[one]).into_iter().flatten() {
                if found.len() < MOST_NAMED && marks[*other] != at {
                    marks[*other] = at;
                    found.push(*other);
                }
            }
        }
        from = end;
    }
    found
}
