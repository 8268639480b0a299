//! Threats that were derived before. A key that somebody presses changes a few facts, or none: then the rules find of
//! most elements what they found before.
//!
//! What rules find about an element rests on the elements that they looked at ([`Sights`]). Where none of those differs,
//! the findings are kept. A rule that looks everywhere, for a path or for any element of a type, is judged anew, unless
//! nothing but properties differs that it does not read.

mod difference;

use crate::analysis::{Analysis, scope};
use crate::decl::{Decl, DeclKind};
use crate::derive::{Derived, Instance, Kept, Sights};
use crate::library::Library;
use crate::model::Model;
use crate::package::Packages;
use difference::{Difference, Side};
use std::sync::Arc;

/// What an analysis leaves for the next over the same libraries.
#[derive(Debug)]
pub(crate) struct Before {
    analysis: Arc<Analysis>,
    sights: Sights,
}

impl Before {
    /// Keeps an analysis, unless its package has a say in the library.
    pub(crate) fn new(packages: &Packages, analysis: &Arc<Analysis>, sights: Sights) -> Option<Self> {
        is_plain(packages).then(|| Self { analysis: Arc::clone(analysis), sights })
    }

    /// What the rules would find again.
    pub(crate) fn kept(&self, packages: &Packages, library: &Library, model: &Model) -> Option<Kept> {
        let (before, old) = (&*self.analysis, &self.analysis.model);
        let unfinished = !before.derived.unfinished.is_empty();
        if unfinished || !is_plain(packages) || old.root != model.root || scope(old) != scope(model) {
            return None;
        }
        let difference = Difference::between(Side { library: &before.library, model: old }, Side { library, model });
        let mut kept = Kept { sights: vec![Default::default(); model.elements.len()], ..Kept::default() };
        let mut judged = vec![true; model.elements.len()];
        for (at, sight) in old.elements.ids().zip(&self.sights) {
            if let Some(id) = difference.id(at)
                && !difference.is_another(id)
                && let Some(sight) = difference.sight(sight)
            {
                judged[id.0 as usize] = false;
                kept.sights[id.0 as usize] = sight;
            }
        }
        kept.stale = model.elements.ids().filter(|id| judged[id.0 as usize]).collect();
        let all = |found: &[Instance]| found.iter().filter_map(|one| moved(one, &difference)).collect();
        let found = &before.derived;
        kept.found = Derived {
            instances: all(&found.instances),
            absent_by_default: all(&found.absent_by_default),
            ..Derived::default()
        };
        kept.props = difference.props;
        Some(kept)
    }
}

/// An instance with the new ids; none where something of it has gone.
fn moved(old: &Instance, difference: &Difference) -> Option<Instance> {
    let witnesses = old.witnesses.iter().map(|value| difference.value(value)).collect::<Option<_>>()?;
    Some(Instance { carrier: difference.id(old.carrier)?, witnesses, ..old.clone() })
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
