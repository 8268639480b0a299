//! What of a description becomes which part of the model.

use super::names::Names;
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::decl::Kind;
use tm_compiler::drift::{Infrastructure, Links, Resource, Sort, Surveyed, opened, property, statement, types};
use tm_compiler::ids::TypeId;
use tm_compiler::library::{Library, Property, roots};
use tm_compiler::value::Value;

/// An element or a boundary of the draft.
pub(super) struct Part {
    /// The resource, as an index.
    pub(super) resource: usize,
    pub(super) name: String,
    pub(super) kind: Kind,
    /// Its types: names with their packages; none for a plain element.
    pub(super) types: Vec<(String, String)>,
    /// The boundary it lies in, as an index into the parts.
    pub(super) parent: Option<usize>,
    /// Properties with their values as written; `unknown` where nothing is said.
    pub(super) facts: Vec<(String, String)>,
    /// Packages that declare these properties.
    pub(super) packages: BTreeSet<String>,
}

/// What is said about an element, and the packages whose words it takes.
type Facts = (Vec<(String, String)>, BTreeSet<String>);

/// All parts of the draft.
pub(super) struct Parts {
    pub(super) list: Vec<Part>,
    /// Who opens conversations to whom, as indices into the parts.
    pub(super) flows: Vec<(usize, usize)>,
    /// Those that can be reached from outside, without a flow that says so.
    pub(super) open: Vec<usize>,
    /// Name and type of the boundary around those who come from outside, and name of the one in it.
    pub(super) outside: (String, Option<(String, String)>, String),
    /// Kinds of resources that are no part, with their numbers.
    pub(super) others: BTreeMap<String, usize>,
}

impl Parts {
    pub(super) fn new(surveyed: &Surveyed, infrastructure: &Infrastructure) -> Self {
        let library = &surveyed.analysis.library;
        let links = Links::new(infrastructure, &surveyed.tables);
        let maker = Maker { surveyed, library, infrastructure, subjects: links.subjects(), links };
        maker.parts()
    }
}

struct Maker<'a> {
    surveyed: &'a Surveyed,
    library: &'a Library,
    infrastructure: &'a Infrastructure,
    subjects: Vec<Vec<usize>>,
    links: Links<'a>,
}

impl Maker<'_> {
    fn parts(&self) -> Parts {
        let mut names = Names::new(self.taken().into_iter());
        let mut list = self.shown(&mut names);
        self.place(&mut list);
        let list = self.without_empty(list);
        let by_resource = self.by_resource(&list);
        let flows = self.flows(&list, &by_resource);
        let open = self.open(&list, &by_resource);
        let shown = |resource: &Resource| self.surveyed.tables.row(resource).is_some() || resource.implied;
        let mut others: BTreeMap<String, usize> = BTreeMap::new();
        for resource in self.infrastructure.resources.iter().filter(|one| !shown(one)) {
            let plain = self.surveyed.tables.of(Sort::Plain, &resource.kind).next().is_some();
            let speaks = self.surveyed.tables.of(Sort::Says, &resource.kind).next().is_some();
            if !plain && !speaks {
                *others.entry(resource.kind.clone()).or_default() += 1;
            }
        }
        let mut outside = self.surveyed.tables.rows.iter().filter(|row| row.sort == Sort::Outside);
        let outside = outside.find_map(|row| self.types(&row.package, &row.means)?.first().map(|ty| self.named(*ty)));
        let outside = (names.give("outside", "boundary"), outside, names.give("visitor", "actor"));
        Parts { list, flows, open, outside, others }
    }

    /// The part that each resource is; where several files describe one thing, it is one part.
    fn by_resource(&self, list: &[Part]) -> BTreeMap<usize, usize> {
        let all = &self.infrastructure.resources;
        let by_name: BTreeMap<(&str, &str), usize> =
            list.iter().enumerate().map(|(at, part)| (address(&all[part.resource]), at)).collect();
        let known = |(at, resource): (usize, &Resource)| Some((at, *by_name.get(&address(resource))?));
        all.iter().enumerate().filter_map(known).collect()
    }

    /// Names that mean something in packages already.
    fn taken(&self) -> BTreeSet<String> {
        let packages = 0..u32::try_from(self.library.packages.len()).unwrap_or(0);
        let names = packages.flat_map(|id| self.library.scopes.names_of(tm_compiler::package::PackageId(id)));
        names.map(ToString::to_string).collect()
    }

    fn types(&self, package: &str, cell: &str) -> Option<Vec<TypeId>> {
        let root = self.surveyed.analysis.package;
        let owner = self.library.scopes.package_named(root, package)?;
        types(self.library, owner, cell).ok()
    }

    /// Name of a type, and of its package.
    fn named(&self, ty: TypeId) -> (String, String) {
        let info = &self.library.types[ty];
        let package = self.library.packages.get(info.package.0 as usize);
        (info.name.to_string(), package.map(ToString::to_string).unwrap_or_default())
    }

    /// Resources that a model shows.
    fn shown(&self, names: &mut Names) -> Vec<Part> {
        let (mut list, mut seen) = (Vec::new(), BTreeSet::new());
        for (at, resource) in self.infrastructure.resources.iter().enumerate() {
            let Some(row) = self.surveyed.tables.row(resource) else { continue };
            let Some(ids) = self.types(&row.package, &row.means) else { continue };
            let Some(kind) = ids.first().and_then(|ty| self.library.types[*ty].kind) else { continue };
            // What belongs to something that is shown itself needs no place of its own.
            let owner = self.subjects[at].iter().skip(1).any(|one| self.is_element(*one));
            if (owner && row.sort == Sort::Is) || !seen.insert(address(resource)) {
                continue;
            }
            let (ids, facts) = match self.facts(at, &ids) {
                Some(facts) => (ids, facts),
                // It is otherwise than its type says: it is not of that type.
                None => (vec![roots::of(kind)], self.facts(at, &[roots::of(kind)]).unwrap_or_default()),
            };
            let types = ids.iter().filter(|ty| **ty != roots::of(kind)).map(|ty| self.named(*ty)).collect();
            let name = names.give(&resource.label, kind.word());
            let (facts, packages) = facts;
            list.push(Part { resource: at, name, kind, types, parent: None, facts, packages });
        }
        list
    }

    fn is_element(&self, at: usize) -> bool {
        let resource = self.infrastructure.resources.get(at);
        resource.and_then(|one| self.surveyed.tables.row(one)).is_some_and(|row| row.sort == Sort::Is)
    }

    /// What is said about a resource, and what rules ask of it that is not said. `None` where it contradicts its types.
    fn facts(&self, at: usize, types: &[TypeId]) -> Option<Facts> {
        let mut packages = BTreeSet::new();
        let mut found: BTreeMap<String, Option<Value>> = BTreeMap::new();
        for (by, _) in self.subjects.iter().enumerate().filter(|(_, about)| about.contains(&at)) {
            let Some(speaker) = self.infrastructure.resources.get(by) else { continue };
            for row in self.surveyed.tables.of(Sort::Says, &speaker.kind) {
                if row.selector.fits(&speaker.kind, &speaker.tree) == Some(false) {
                    continue;
                }
                let prop = self.library.props.get(&row.means);
                let Some(prop) = prop.and_then(|prop| Some((prop, property(self.library, types, prop)?))) else {
                    continue;
                };
                let said =
                    statement(self.library, &self.surveyed.tables, self.infrastructure, by, (&row.means, prop.1));
                let fixed = types.iter().find_map(|ty| self.library.types[*ty].facts.get(&prop.0));
                match (fixed, said.and_then(|said| said.value)) {
                    (Some((fixed, _)), Some(value)) if *fixed != value => return None,
                    (Some(_), _) => {}
                    (None, value) => {
                        packages.extend(self.declaring(prop.1));
                        let known = found.entry(row.means.clone()).or_default();
                        *known = known.take().or(value);
                    }
                }
            }
        }
        let roster = &self.surveyed.analysis.model.roster;
        let shown = |value: Option<Value>| value.map_or("unknown".to_owned(), |value| value.show(self.library, roster));
        Some((found.into_iter().map(|(name, value)| (name, shown(value))).collect(), packages))
    }

    /// The package that declares a property: `std/web/programs.tm` is of `std.web`.
    fn declaring(&self, property: &Property) -> Option<String> {
        let file = self.surveyed.analysis.sources.file(property.span?.file)?;
        let (folder, _) = file.path.rsplit_once('/')?;
        Some(folder.replace('/', "."))
    }

    /// Puts each part into the nearest boundary around it.
    fn place(&self, list: &mut [Part]) {
        let by_resource = self.by_resource(list);
        let parents: Vec<Option<usize>> = list
            .iter()
            .map(|part| {
                let around = self.links.around(part.resource).into_iter();
                let outer = around.filter_map(|outer| by_resource.get(&outer).copied());
                { outer }.find(|outer| list[*outer].kind == Kind::Boundary)
            })
            .collect();
        for at in 0..list.len() {
            let mut outer = parents[at];
            let mut steps = 0;
            // Boundaries around each other have no order: the first stays outside.
            while let Some(next) = outer.filter(|next| *next != at && steps < list.len()) {
                outer = parents[next];
                steps += 1;
            }
            list[at].parent = if outer.is_none() { parents[at] } else { None };
        }
    }

    /// Without the boundaries that nobody wrote and nothing lies in.
    fn without_empty(&self, mut list: Vec<Part>) -> Vec<Part> {
        loop {
            let used: BTreeSet<usize> = list.iter().filter_map(|part| part.parent).collect();
            let empty = list.iter().enumerate().position(|(at, part)| {
                let written = !self.infrastructure.resources[part.resource].implied;
                part.kind == Kind::Boundary && !written && !used.contains(&at)
            });
            let Some(empty) = empty else { return list };
            list.remove(empty);
            for part in &mut list {
                part.parent = part.parent.map(|parent| if parent > empty { parent - 1 } else { parent });
            }
        }
    }

    /// The parts that a resource is, or belongs to; boundaries have no conversations.
    fn ends(&self, resources: &[usize], list: &[Part], by_resource: &BTreeMap<usize, usize>) -> BTreeSet<usize> {
        let about = resources.iter().filter_map(|at| self.subjects.get(*at)).flatten();
        let parts = about.filter_map(|at| by_resource.get(at).copied());
        parts.filter(|at| list[*at].kind != Kind::Boundary).collect()
    }

    fn flows(&self, list: &[Part], by_resource: &BTreeMap<usize, usize>) -> Vec<(usize, usize)> {
        let mut found: BTreeSet<(usize, usize)> = BTreeSet::new();
        for (at, resource) in self.infrastructure.resources.iter().enumerate() {
            for row in self.surveyed.tables.of(Sort::Flow, &resource.kind) {
                if row.selector.fits(&resource.kind, &resource.tree) != Some(true) {
                    continue;
                }
                let named = self.links.named(at, &row.path, row);
                let (from, to) = if row.means.is_empty() {
                    (vec![at], named)
                } else {
                    (named, self.links.named(at, &row.to(), row))
                };
                for source in self.ends(&from, list, by_resource) {
                    for target in self.ends(&to, list, by_resource) {
                        // Stores answer; they do not ask.
                        let (source, target) = match (list[source].kind, list[target].kind) {
                            (Kind::Store, Kind::Store) => continue,
                            (Kind::Store, _) => (target, source),
                            _ => (source, target),
                        };
                        if source != target {
                            found.insert((source, target));
                        }
                    }
                }
            }
        }
        found.into_iter().collect()
    }

    /// What can be reached from outside: whoever comes from there is not among those that files name.
    fn open(&self, list: &[Part], by_resource: &BTreeMap<usize, usize>) -> Vec<usize> {
        let mut found = BTreeSet::new();
        for (at, resource) in self.infrastructure.resources.iter().enumerate() {
            if opened(&self.surveyed.tables, resource).is_some() {
                found.extend(self.ends(&[at], list, by_resource));
            }
        }
        found.into_iter().collect()
    }
}

/// What tells resources apart.
fn address(resource: &Resource) -> (&str, &str) {
    (&resource.kind, resource.name())
}
