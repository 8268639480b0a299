//! Threats that were derived before. Most keys that somebody presses change no fact that a rule could read: words in
//! comments, in reasons, in decisions. Then every rule finds what it found before.

use crate::analysis::Analysis;
use crate::decl::{Decl, DeclKind};
use crate::derive::Derived;
use crate::library::Library;
use crate::model::{Element, Model};
use crate::package::Packages;
use std::sync::Arc;

/// What an analysis leaves for the next over the same libraries.
#[derive(Debug)]
pub(crate) struct Before(Arc<Analysis>);

impl Before {
    /// Keeps an analysis, unless its package has a say in the library.
    pub(crate) fn new(packages: &Packages, analysis: &Arc<Analysis>) -> Option<Self> {
        is_plain(packages).then(|| Self(Arc::clone(analysis)))
    }

    /// What was derived, where the rules would read the same facts again.
    pub(crate) fn derived(&self, packages: &Packages, library: &Library, model: &Model) -> Option<Derived> {
        let before = &*self.0;
        let same = |(old, new): (&Element, &Element)| {
            let types = (before.library.types.get(old.ty), library.types.get(new.ty));
            // Joined types are numbered as they come, so the same number need not be the same type.
            let alike = types.0.zip(types.1).is_some_and(|(old, new)| old.ancestors == new.ancestors);
            alike && same_facts(old, new)
        };
        let (old, new) = (&before.model, model);
        let equal = old.model == new.model && old.root == new.root && old.elements.len() == new.elements.len();
        let all = || old.elements.values().zip(new.elements.values()).all(same);
        (equal && is_plain(packages) && all()).then(|| before.derived.clone())
    }
}

fn same_facts(old: &Element, new: &Element) -> bool {
    let stated = |element: &Element| element.stated.iter().map(|one| (one.prop, one.value.clone())).collect::<Vec<_>>();
    let applied = |element: &Element| element.applied.iter().map(|one| (one.control, one.status)).collect::<Vec<_>>();
    (old.ty, old.kind, old.parent, old.package, old.external, old.ends)
        == (new.ty, new.kind, new.parent, new.package, new.external, new.ends)
        && old.id == new.id
        && old.title == new.title
        && stated(old) == stated(new)
        && applied(old) == applied(new)
}

/// True where the root package declares nothing that rules are made of.
fn is_plain(packages: &Packages) -> bool {
    packages.get(packages.root()).is_some_and(|root| root.decls().all(adds_no_rule))
}

fn adds_no_rule(decl: &Decl) -> bool {
    let plain = matches!(
        decl.kind,
        DeclKind::Use { .. }
            | DeclKind::Element { .. }
            | DeclKind::Flow { .. }
            | DeclKind::Tag
            | DeclKind::View
            | DeclKind::Assumption
            | DeclKind::Accept { .. }
            | DeclKind::Dismiss { .. }
            | DeclKind::Transfer { .. }
            | DeclKind::Mitigate { .. }
            | DeclKind::Attacker
            | DeclKind::Goal
            | DeclKind::Attack(_)
            | DeclKind::Objective
            | DeclKind::Test { .. }
    );
    plain && (matches!(decl.kind, DeclKind::Test { .. }) || decl.body.decls.iter().all(adds_no_rule))
}
