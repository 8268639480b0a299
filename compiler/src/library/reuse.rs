//! Libraries that were built before: an editor's package changes with every key, the packages that it uses do not.

use super::Library;
use super::build::{Before, Built, Collector, Site, complete};
use super::scopes::Def;
use crate::decl::{Decl, DeclKind, Kind};
use crate::diagnostic::Diagnostic;
use crate::ids::ElementId;
use crate::lower::Lowered;
use crate::package::{Package, PackageId, Packages};
use crate::references::{Recorder, Reference, note_members};
use crate::roster::Roster;
use std::sync::Arc;

/// The package of a declaration, what it stands in, and what its name means.
type Became = (PackageId, Option<ElementId>, Option<Def>);

/// What was built of all packages but the root.
#[derive(Debug)]
pub(crate) struct Base {
    packages: Vec<Package>,
    policy: Vec<PackageId>,
    library: Library,
    roster: Arc<Roster>,
    diagnostics: Vec<Diagnostic>,
    /// What each declaration of data became, in order.
    data: Vec<Became>,
    /// What each other declaration became, in order.
    sites: Vec<Became>,
    /// Which name means what in these packages.
    pub(crate) references: Vec<Reference>,
}

impl Base {
    /// Builds everything but the root package.
    pub(crate) fn new(packages: &Packages) -> Option<Self> {
        let others = packages.list.split_last()?.1;
        if others.is_empty() || others.iter().flat_map(Package::decls).any(is_element) {
            return None; // all data come before all other elements, whatever their package
        }
        let mut collector = Collector::new(packages);
        let recorder = Recorder::keeping();
        collector.built.library.recorder = recorder.clone();
        collector.collect(0..others.len());
        let mut built = collector.built;
        complete(&mut built, packages);
        note_members(&built.library);
        Some(Self {
            packages: others.to_vec(),
            policy: packages.policy.clone(),
            data: became(&built.elements),
            sites: became(&built.sites),
            library: built.library,
            roster: built.roster,
            diagnostics: built.diagnostics,
            references: recorder.references(&[]),
        })
    }

    /// True where the packages are those that it was built of, and the root changes nothing in them.
    pub(crate) fn serves(&self, packages: &Packages) -> bool {
        let Some((root, others)) = packages.list.split_last() else {
            return false;
        };
        let same = |(a, b): (&Package, &Package)| {
            let parts = |(a, b): (&Arc<Lowered>, &Arc<Lowered>)| Arc::ptr_eq(a, b);
            let uses = |package: &Package| package.uses.iter().map(|used| used.package).collect::<Vec<_>>();
            let lengths = a.parts.len() == b.parts.len();
            a.name == b.name
                && a.files == b.files
                && lengths
                && a.parts.iter().zip(&b.parts).all(parts)
                && uses(a) == uses(b)
        };
        others.len() == self.packages.len()
            && others.iter().zip(&self.packages).all(same)
            && packages.policy == self.policy
            && !root.decls().any(|decl| matches!(decl.kind, DeclKind::Extend(_)))
    }

    /// Adds the root package.
    pub(crate) fn build<'a>(&self, packages: &'a Packages, recorder: Recorder) -> Built<'a> {
        let others = packages.list.len() - 1;
        let built = Built {
            library: Library { recorder, ..self.library.clone() },
            roster: Arc::new(self.roster.afresh()),
            elements: self.again(packages, &self.data, true),
            sites: self.again(packages, &self.sites, false),
            diagnostics: self.diagnostics.clone(),
            before: Before { elements: self.data.len(), sites: self.sites.len(), types: self.library.types.len() },
        };
        let mut collector = Collector { packages, built };
        collector.collect(others..others + 1);
        let mut built = collector.built;
        complete(&mut built, packages);
        built
    }

    /// The declarations again, of data or of the rest, in the order in which they were declared.
    fn again<'a>(&self, packages: &'a Packages, known: &[Became], data: bool) -> Vec<Site<'a>> {
        let mut decls = Vec::with_capacity(known.len());
        for package in &packages.list[..self.packages.len()] {
            package.parts.iter().for_each(|part| walk(&part.decls, data, &mut decls));
        }
        let known = decls.into_iter().zip(known);
        known
            .map(|(decl, (package, parent, def))| Site { decl, package: *package, parent: *parent, def: *def })
            .collect()
    }
}

fn became(sites: &[Site<'_>]) -> Vec<Became> {
    sites.iter().map(|site| (site.package, site.parent, site.def)).collect()
}

fn walk<'a>(decls: &'a [Decl], data: bool, found: &mut Vec<&'a Decl>) {
    for decl in decls {
        if matches!(decl.kind, DeclKind::Element { kind: Kind::Data, .. }) == data {
            found.push(decl);
        }
        if !matches!(decl.kind, DeclKind::Test { .. }) {
            walk(&decl.body.decls, data, found);
        }
    }
}

fn is_element(decl: &Decl) -> bool {
    let own = match &decl.kind {
        DeclKind::Element { kind, .. } => *kind != Kind::Data,
        DeclKind::Flow { .. } => true,
        DeclKind::Test { .. } => return false,
        _ => false,
    };
    own || decl.body.decls.iter().any(is_element)
}
