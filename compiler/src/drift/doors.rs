//! Ports that what is built opens to the outside, and which of them the flows of the model would use.

use super::check;
use super::infrastructure::Resource;
use super::selector::{Path, Reached};
use super::table::{Row, Sort, Tables};
use super::tree::Tree;
use crate::analysis::Analysis;
use crate::decl::Kind;
use crate::evaluate::Evaluator;
use crate::ids::{ElementId, PropId, TypeId};
use crate::library::roots;
use crate::package::PackageId;
use crate::value::Value;

/// In a table: all ports there are.
const ALL: &str = "*";
const LAST: u32 = 65_535;

/// The first and the last of some ports.
pub type Span = (u32, u32);

/// Something through which others can come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// The attribute that says so.
    pub way: String,
    /// Its line; 0 where not known.
    pub line: u32,
    /// The ports; of several (outside and inside) one is enough to know it by.
    pub ports: Vec<Span>,
}

/// The doors of a resource that are open to the outside, as far as tables say which ports they have.
pub fn doors(tables: &Tables, resource: &Resource) -> Vec<Door> {
    let mut found: Vec<Door> = Vec::new();
    let rows = tables.of(Sort::Door, &resource.kind);
    for row in rows.filter(|row| row.selector.fits(&resource.kind, &resource.tree) == Some(true)) {
        let fits =
            |one: &&Reached<'_>| row.when.as_ref().is_none_or(|when| when.fit(std::slice::from_ref(one)) == Some(true));
        for by in row.path.reach(&resource.tree).iter().filter(fits) {
            for door in behind(row, by, resource) {
                if !found.contains(&door) {
                    found.push(door);
                }
            }
        }
    }
    found
}

/// The doors of one member of a list that is open.
fn behind(row: &Row, by: &Reached<'_>, resource: &Resource) -> Vec<Door> {
    let line = |one: &Reached<'_>| one.tree.map(|tree| tree.line).filter(|line| *line > 0).unwrap_or(resource.line);
    if row.means == ALL {
        return vec![Door { way: by.way.clone(), line: line(by), ports: vec![(0, LAST)] }];
    }
    let beside = |path: &str, to: &Reached<'_>| {
        let reached = Path::read(path).unwrap_or_default().reach(&resource.tree);
        reached.into_iter().filter(|one| one.tree.is_some() && together(&one.way, &to.way)).collect::<Vec<_>>()
    };
    let mut paths = row.means.split('|');
    let first = paths.next().map(|path| beside(path, by)).unwrap_or_default();
    let others: Vec<&str> = paths.collect();
    let door = |one: &Reached<'_>| {
        let mut ports = one.tree.map(written).unwrap_or_default();
        if let (Some(port), false) = (ports.first_mut(), row.value.is_empty()) {
            let last = beside(&row.value, one).first().and_then(|last| last.tree.map(written)?.first().copied());
            port.1 = last.map_or(port.1, |last| last.1.max(port.0));
        }
        let more = others.iter().flat_map(|path| beside(path, one));
        ports.extend(more.flat_map(|other| other.tree.map(written).unwrap_or_default()));
        Door { way: one.way.clone(), line: line(one), ports }
    };
    first.iter().map(door).filter(|door| !door.ports.is_empty()).collect()
}

/// True where two ways lead through the same members of the lists that they share.
fn together(one: &str, other: &str) -> bool {
    let mut parts = one.split('.').zip(other.split('.'));
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    parts.find(|(a, b)| a != b).is_none_or(|(a, b)| !(number(a) && number(b)))
}

/// Ports as files write them: `443`, `8000-8010`, `8080:80/tcp`, `127.0.0.1:80:80`, `*`.
fn written(tree: &Tree) -> Vec<Span> {
    let Some(text) = tree.scalar() else { return Vec::new() };
    if text == ALL {
        return vec![(0, LAST)];
    }
    let text = text.split('/').next().unwrap_or_default();
    let mut found: Vec<Span> = text.rsplit(':').map_while(span).take(2).collect();
    found.reverse();
    found
}

fn span(text: &str) -> Option<Span> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let port = |text: &str| text.trim().parse::<u32>().ok().filter(|port| *port <= LAST);
    Some((port(first)?, port(last)?)).filter(|(first, last)| first <= last)
}

/// What tables say about the ports of flows.
pub(super) struct Usual {
    /// The property in which a flow says its own.
    properties: Vec<PropId>,
    /// The ports of a type of flow.
    types: Vec<(TypeId, Vec<Span>)>,
}

impl Usual {
    pub(super) fn new(analysis: &Analysis, tables: &Tables) -> Self {
        let library = &analysis.library;
        let mut found = Usual { properties: Vec::new(), types: Vec::new() };
        for row in tables.rows.iter().filter(|row| row.sort == Sort::Port) {
            if row.value.is_empty() {
                found.properties.extend(library.props.get(&row.means));
                continue;
            }
            let package = library.packages.iter().position(|name| **name == *row.package);
            let package = package.and_then(|at| u32::try_from(at).ok());
            let types = package.map(|at| check::types(library, PackageId(at), &row.means));
            let ports: Vec<Span> = row.value.split('|').filter_map(span).collect();
            found.types.extend(types.and_then(Result::ok).into_iter().flatten().map(|ty| (ty, ports.clone())));
        }
        found
    }

    /// The name of the property in which a flow says its ports.
    pub(super) fn property<'a>(&self, analysis: &'a Analysis) -> Option<&'a str> {
        self.properties.first().map(|prop| analysis.library.props.name(*prop))
    }

    /// The ports that a flow uses; `None` where nobody knows.
    pub(super) fn of(&self, analysis: &Analysis, evaluator: &mut Evaluator<'_>, flow: ElementId) -> Option<Vec<Span>> {
        let ty = analysis.model.elements[flow].ty;
        for prop in &self.properties {
            if let (Value::List(ports), _) = evaluator.look_up(flow, *prop) {
                let port = |value: &Value| match value {
                    Value::Int(port) => u32::try_from(*port).ok().map(|port| (port, port)),
                    _ => None,
                };
                return ports.iter().map(port).collect();
            }
        }
        let types = self.types.iter().filter(|(of, _)| analysis.library.is_subtype(ty, *of));
        let ports: Vec<Span> = types.flat_map(|(_, ports)| ports.iter().copied()).collect();
        (!ports.is_empty()).then_some(ports)
    }
}

/// True where all ports of a span are among these.
pub(super) fn covered(used: &[Span], (first, last): Span) -> bool {
    let mut sorted = used.to_vec();
    sorted.sort_unstable();
    let reached = sorted.iter().fold(first, |at, one| if one.0 <= at && at <= one.1 { one.1 + 1 } else { at });
    reached > last
}

/// Ports in words: `port 22`, `the ports 8000 to 8010`, `all ports`.
pub(super) fn words((first, last): Span) -> String {
    match (first, last) {
        (0, LAST) => "all ports".into(),
        (first, last) if first == last => format!("port {first}"),
        span => format!("the ports {}", numbers(span)),
    }
}

/// Ports as numbers alone: `22`, `8000 to 8010`.
pub(super) fn numbers((first, last): Span) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

/// True where a rule about the ports of flows names what is there.
pub(super) fn is_right(library: &crate::library::Library, package: PackageId, row: &Row) -> bool {
    if row.value.is_empty() {
        let prop = library.props.get(&row.means);
        return prop.is_some_and(|prop| check::property(library, &[roots::FLOW], prop).is_some());
    }
    let flows = |types: Vec<TypeId>| types.iter().all(|ty| library.types[*ty].kind == Some(Kind::Flow));
    let ports = row.value.split('|').all(|port| span(port).is_some());
    ports && check::types(library, package, &row.means).is_ok_and(flows)
}
