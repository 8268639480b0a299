//! Outlines of files, and declarations of the workspace by name.

use crate::snapshot::{Location, Snapshot, View};
use std::ops::Range;
use tm_compiler::decl::{Decl, DeclKind, Kind, TargetKind};
use tm_compiler::source::{FileId, Span};

/// What a symbol is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named after what is declared")]
pub enum Sort {
    Model,
    Actor,
    Process,
    Store,
    Boundary,
    Flow,
    Data,
    Type,
    Property,
    Enum,
    Value,
    Control,
    Threat,
    Function,
    Decision,
    Test,
    Other,
}

/// A declaration with what stands inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Its name, or what it says where it has none.
    pub name: String,
    /// Its title or its type.
    pub detail: String,
    /// What it is.
    pub sort: Sort,
    /// The whole declaration.
    pub range: Range<usize>,
    /// Its name.
    pub selection: Range<usize>,
    /// What stands inside it.
    pub children: Vec<Symbol>,
}

/// The outline of a file.
pub fn outline(at: &Snapshot, file: FileId) -> Vec<Symbol> {
    at.decls(file)
        .iter()
        .filter(|decl| !matches!(decl.kind, DeclKind::Use { .. }))
        .map(|decl| symbol(at, decl))
        .collect()
}

fn symbol(at: &Snapshot, decl: &Decl) -> Symbol {
    let name = name(at, decl);
    let selection = decl.name.as_ref().map_or_else(|| first_word(decl), |name| name.span);
    let mut children: Vec<Symbol> = decl.body.decls.iter().map(|inner| symbol(at, inner)).collect();
    children.extend(members(decl));
    children.sort_by_key(|child| child.range.start);
    Symbol {
        name,
        detail: detail(at, decl),
        sort: sort(decl),
        range: decl.span.range(),
        selection: selection.range(),
        children,
    }
}

fn first_word(decl: &Decl) -> Span {
    let length = decl.word.spelling().map_or(0, str::len);
    let end = decl.span.start.saturating_add(u32::try_from(length).unwrap_or(0)).min(decl.span.end);
    Span { end, ..decl.span }
}

/// The name; for declarations without one what they are about.
pub fn name(at: &Snapshot, decl: &Decl) -> String {
    if let Some(name) = &decl.name {
        return name.name.to_string();
    }
    let word = decl.word.spelling().unwrap_or_default();
    let text = |span: Span| at.analysis().sources.text(span).split_whitespace().collect::<Vec<_>>().join(" ");
    match &decl.kind {
        DeclKind::Flow { source, target, .. } => format!("{} -> {}", source.text(), target.text()),
        DeclKind::Accept { rule, target, .. }
        | DeclKind::Dismiss { rule, target }
        | DeclKind::Transfer { rule, target, .. }
        | DeclKind::Mitigate { rule, target, .. } => {
            let about = match &target.kind {
                TargetKind::Path(path) => path.text(),
                _ => text(target.span),
            };
            format!("{word} {} on {about}", rule.text())
        }
        DeclKind::Extend(path) => format!("{word} {}", path.text()),
        DeclKind::ExtendThreat(path) => format!("extend threat {}", path.text()),
        DeclKind::Disable(path) | DeclKind::Attack(path) | DeclKind::Vulnerability(path) => {
            format!("{word} {}", path.text())
        }
        _ => decl.title.as_ref().map_or_else(|| word.to_owned(), |title| title.value.to_string()),
    }
}

fn detail(at: &Snapshot, decl: &Decl) -> String {
    let ty = decl.ty.as_ref().map(|ty| at.analysis().sources.text(ty.span).to_owned());
    let title = decl.title.as_ref().filter(|_| decl.name.is_some()).map(|title| title.value.to_string());
    let parts: Vec<String> = ty.into_iter().chain(title).collect();
    parts.join(" · ")
}

fn sort(decl: &Decl) -> Sort {
    match &decl.kind {
        DeclKind::Element { kind, .. } => match kind {
            Kind::Actor => Sort::Actor,
            Kind::Process => Sort::Process,
            Kind::Store => Sort::Store,
            Kind::Boundary => Sort::Boundary,
            Kind::Flow => Sort::Flow,
            Kind::Data => Sort::Data,
            Kind::Model => Sort::Model,
        },
        DeclKind::Flow { .. } => Sort::Flow,
        DeclKind::Type | DeclKind::Extend(_) => Sort::Type,
        DeclKind::Enum | DeclKind::Scale | DeclKind::Matrix(_) => Sort::Enum,
        DeclKind::Control => Sort::Control,
        DeclKind::Threat | DeclKind::ExtendThreat(_) | DeclKind::Vulnerability(_) | DeclKind::Disable(_) => {
            Sort::Threat
        }
        DeclKind::Fn { .. } => Sort::Function,
        DeclKind::Accept { .. } | DeclKind::Dismiss { .. } | DeclKind::Transfer { .. } | DeclKind::Mitigate { .. } => {
            Sort::Decision
        }
        DeclKind::Test { .. } | DeclKind::Policy => Sort::Test,
        _ => Sort::Other,
    }
}

/// Properties of types, values of enums.
fn members(decl: &Decl) -> Vec<Symbol> {
    let leaf = |name: &str, sort, range: Range<usize>, selection: Range<usize>| Symbol {
        name: name.to_owned(),
        detail: String::new(),
        sort,
        range,
        selection,
        children: Vec::new(),
    };
    let properties = decl.body.properties.iter().map(|property| {
        let range = property.name.span.to(property.ty.span).range();
        leaf(&property.name.name, Sort::Property, range, property.name.span.range())
    });
    let values = decl.body.assigns.iter().filter(|_| matches!(decl.kind, DeclKind::Enum | DeclKind::Scale));
    let values = values.map(|assign| {
        let range = assign.path.span.to(assign.value.span).range();
        leaf(&assign.path.text(), Sort::Value, range, assign.path.span.range())
    });
    properties.chain(values).collect()
}

/// A declaration of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its name.
    pub name: String,
    /// What it is.
    pub sort: Sort,
    /// The package it belongs to.
    pub package: String,
    /// Its name's place.
    pub at: Location,
}

/// At most so many are found.
const MOST: usize = 500;

/// Declarations of the workspace's own packages whose name has the letters of a query in order.
pub fn workspace(view: &View, query: &str) -> Vec<Found> {
    let mut found: Vec<((usize, usize), Found)> = Vec::new();
    for at in view.snapshots() {
        let root = at.study.packages.get(at.analysis().package);
        for (package, part) in root.iter().flat_map(|package| package.parts.iter().map(move |part| (package, part))) {
            collect(at, &part.decls, &package.name, query, &mut found);
        }
    }
    found.sort_by(|a, b| (&a.0, &a.1.name, &a.1.at).cmp(&(&b.0, &b.1.name, &b.1.at)));
    found.dedup();
    found.into_iter().map(|(_, found)| found).take(MOST).collect()
}

fn collect(at: &Snapshot, decls: &[Decl], package: &str, query: &str, found: &mut Vec<((usize, usize), Found)>) {
    for decl in decls {
        if let Some(ident) = &decl.name
            && let Some(rank) = rank(&ident.name, query)
        {
            let place = at.location(ident.span);
            let name = ident.name.to_string();
            found.push((rank, Found { name, sort: sort(decl), package: package.to_owned(), at: place }));
        }
        if !matches!(decl.kind, DeclKind::Test { .. }) {
            collect(at, &decl.body.decls, package, query, found);
        }
    }
}

/// How well a name answers a query, the best lowest; `None` where a letter is missing.
pub fn rank(name: &str, query: &str) -> Option<(usize, usize)> {
    let (lower, query) = (name.to_lowercase(), query.to_lowercase());
    if lower.starts_with(&query) {
        return Some((0, name.len()));
    }
    if lower.contains(&query) {
        return Some((1, name.len()));
    }
    let mut letters = lower.chars();
    let all = query.chars().filter(|c| !c.is_whitespace()).all(|wanted| letters.any(|c| c == wanted));
    all.then_some((2, name.len()))
}
