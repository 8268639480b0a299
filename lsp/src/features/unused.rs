//! What a package declares or brings and nothing needs: it is shown faded.
//!
//! Packages without actors, processes and stores declare for others, and so do those that others of the workspace use;
//! of them nothing is known.

use crate::snapshot::Snapshot;
use rustc_hash::FxHashSet;
use tm_compiler::decl::{Decl, DeclKind, Kind};
use tm_compiler::ids::TypeId;
use tm_compiler::library::{Def, RuleCarrier};
use tm_compiler::package::{Package, PackageId, Packages, Use};
use tm_compiler::references::Meaning;
use tm_compiler::source::{FileId, Span};

/// Stands where mistakes have their code.
pub const CODE: &str = "unused";

/// Something that nothing needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unused {
    /// The name, or the whole `use` line.
    pub at: Span,
    /// The declaration that can go as a whole, where it is one.
    pub whole: Option<Span>,
    /// In words.
    pub why: String,
}

/// What nothing needs in the package.
pub fn unused(at: &Snapshot) -> Vec<Unused> {
    let packages = &at.study.packages;
    let own_node = |(id, element): (_, &tm_compiler::model::Element)| element.kind.is_node() && at.model().is_own(id);
    let Some(root) = packages.get(packages.root()).filter(|root| !root.embedded) else {
        return Vec::new();
    };
    if at.shared || !at.model().elements.iter().any(own_node) {
        return Vec::new();
    }
    let needed = Needed::of(at, root);
    // What is visible everywhere has no line of its own.
    let lines = root.uses.iter().filter(|line| line.span != Span::default());
    let mut found: Vec<Unused> = lines.flat_map(|line| needed.line(line)).collect();
    for decl in root.decls() {
        needed.declaration(decl, &mut found);
    }
    found
}

/// What the texts of the package refer to.
struct Needed<'a> {
    at: &'a Snapshot,
    /// Places of own declarations, and of those that `use` lines name, with the places that mean them, by declaration.
    /// Elements are left out: there are many, and nobody asks.
    meant: Vec<(Span, Span)>,
    /// Files in which something is declared that is meant.
    files: FxHashSet<FileId>,
}

impl<'a> Needed<'a> {
    fn of(at: &'a Snapshot, root: &Package) -> Self {
        let lines: Vec<Span> = root.uses.iter().map(|line| line.span).collect();
        let is_line = |span: Span| lines.iter().any(|line| line.contains(span));
        let named = root.uses.iter().filter(|line| line.names.is_some());
        let named = named.filter_map(|line| at.study.packages.get(line.package)).flat_map(|package| &package.files);
        let asked: FxHashSet<FileId> = root.files.iter().chain(named).copied().collect();
        let (mut meant, mut files) = (Vec::new(), FxHashSet::default());
        for reference in root.files.iter().flat_map(|file| at.references_in(*file)) {
            let Some(declared) = reference.declared.filter(|declared| *declared != reference.span) else { continue };
            if matches!(reference.meaning, Meaning::Variable(_)) || is_line(reference.span) {
                continue;
            }
            files.insert(declared.file);
            if asked.contains(&declared.file) && !matches!(reference.meaning, Meaning::Def(Def::Element(_))) {
                meant.push((declared, reference.span));
            }
        }
        meant.sort_unstable();
        Self { at, meant, files }
    }

    /// True where something outside of a span means something that is declared within it.
    fn is_meant(&self, whole: Span) -> bool {
        let first = self.meant.partition_point(|(declared, _)| *declared < Span { end: whole.start, ..whole });
        let inside = self.meant[first..].iter().take_while(|(declared, _)| whole.contains(*declared));
        { inside }.any(|(_, span)| !whole.contains(*span))
    }

    fn declaration(&self, decl: &Decl, found: &mut Vec<Unused>) {
        let what = match &decl.kind {
            DeclKind::Tag => "tag",
            DeclKind::Enum => "enum",
            DeclKind::Scale => "scale",
            DeclKind::Type => "type",
            DeclKind::Control => "control",
            DeclKind::Matrix(_) => "matrix",
            DeclKind::Fn { .. } => "function",
            DeclKind::Extend(_) => return self.properties(decl, found),
            DeclKind::Element { kind: Kind::Boundary | Kind::Model, .. } => {
                return decl.body.decls.iter().for_each(|inner| self.declaration(inner, found));
            }
            _ => return,
        };
        if let Some(name) = decl.name.as_ref().filter(|_| !self.is_meant(decl.span)) {
            let why = format!("nothing uses the {what} `{}`", name.name);
            found.push(Unused { at: name.span, whole: Some(decl.span), why });
        } else {
            self.properties(decl, found);
        }
    }

    fn properties(&self, decl: &Decl, found: &mut Vec<Unused>) {
        for property in &decl.body.properties {
            let name = &property.name;
            if !self.is_meant(name.span) {
                let why = format!("nothing states or reads `{}`", name.name);
                found.push(Unused { at: name.span, whole: None, why });
            }
        }
    }

    /// A line of which no name is needed and whose rules look at nothing here, or the names of it that nothing needs.
    fn line(&self, line: &Use) -> Vec<Unused> {
        let packages = &self.at.study.packages;
        let Some(package) = packages.get(line.package) else {
            return Vec::new();
        };
        let alias = line.alias.as_ref().is_some_and(|alias| self.is_meant(alias.span));
        if !alias && !package.files.iter().any(|file| self.files.contains(file)) && !self.works(line.package) {
            let why = match self.also_brings(line) {
                Some(other) => format!("nothing of `{}` is used, and `{}` brings its rules", package.name, other.name),
                None => format!("nothing of `{}` is used, and none of its rules looks at anything here", package.name),
            };
            return vec![Unused { at: line.span, whole: Some(line.span), why }];
        }
        let scopes = &self.at.library().scopes;
        let idle = line.names.iter().flatten().filter(|name| {
            scopes.declared(line.package, &name.name).is_some_and(|(_, declared)| !self.is_meant(declared))
        });
        let unused = |name: &tm_compiler::decl::Ident| {
            let why = format!("nothing here uses `{}`", name.name);
            Unused { at: name.span, whole: None, why }
        };
        idle.map(unused).collect()
    }

    /// The package of another line that brings the package of a line as well.
    fn also_brings(&self, line: &Use) -> Option<&Package> {
        let packages = &self.at.study.packages;
        let others = packages.get(packages.root())?.uses.iter().map(|other| other.package);
        let brings = |other: &PackageId| {
            let mut all = FxHashSet::default();
            reached(packages, *other, &mut all);
            all.contains(&line.package)
        };
        packages.get({ others }.filter(|other| *other != line.package).find(brings)?)
    }

    /// True where a package, or one that only it brings, does something of its own accord.
    fn works(&self, id: PackageId) -> bool {
        let packages = &self.at.study.packages;
        let root = packages.get(packages.root()).into_iter();
        let others = root.flat_map(|root| &root.uses).map(|line| line.package).filter(|other| *other != id);
        let mut elsewhere = FxHashSet::default();
        others.for_each(|other| reached(packages, other, &mut elsewhere));
        let mut brought = FxHashSet::default();
        reached(packages, id, &mut brought);
        let new = |id: &PackageId| brought.contains(id) && !elsewhere.contains(id);
        let acts = |decl: &Decl| !is_passive(&decl.kind);
        let new_packages = packages.iter().filter(|(id, _)| new(id));
        { new_packages }.any(|(_, package)| package.decls().any(acts)) || self.looks(&new)
    }

    /// True where a rule of some packages is about an element that is there.
    fn looks(&self, packages: &impl Fn(&PackageId) -> bool) -> bool {
        let library = self.at.library();
        let there: FxHashSet<TypeId> = self.at.model().elements.iter().map(|(_, element)| element.ty).collect();
        let is_there = |wanted: &TypeId| there.iter().any(|ty| library.is_subtype(*ty, *wanted));
        library.rules.iter().filter(|(_, rule)| packages(&rule.package)).any(|(_, rule)| match &rule.carrier {
            RuleCarrier::Each(types) => types.iter().any(is_there),
            RuleCarrier::One(_) => true,
        })
    }
}

/// A package and all that it uses.
fn reached(packages: &Packages, id: PackageId, found: &mut FxHashSet<PackageId>) {
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(packages.get(id).into_iter().flat_map(|package| &package.uses).map(|line| line.package));
        }
    }
}

/// True for what does nothing unless somebody names it; rules are judged by what they are about.
fn is_passive(kind: &DeclKind) -> bool {
    matches!(
        kind,
        DeclKind::Use { .. }
            | DeclKind::Tag
            | DeclKind::Enum
            | DeclKind::Scale
            | DeclKind::Type
            | DeclKind::Extend(_)
            | DeclKind::Control
            | DeclKind::Threat
            | DeclKind::Matrix(_)
            | DeclKind::Fn { .. }
            | DeclKind::Test { .. }
            | DeclKind::Element { kind: Kind::Data, .. }
    )
}
