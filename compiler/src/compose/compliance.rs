//! Regimes of the document.

use crate::analysis::Analysis;
use crate::catalog::Catalog;
use crate::document::*;
use crate::model::Status;
use crate::verify::requirements::{self, Place, RegimeId, Serving};
use std::collections::{BTreeMap, BTreeSet};

impl Analysis {
    /// The regimes that the model declares.
    pub(super) fn declared_regimes(&self) -> Vec<Regime> {
        let declared = requirements::declared(&self.library, &self.model);
        declared.into_iter().map(|(regime, _)| self.regime(regime)).collect()
    }

    /// A regime by its name, declared or not.
    pub fn regime_named(&self, name: &str) -> Option<Regime> {
        let known = requirements::regimes(&self.library);
        known.into_iter().find(|regime| self.regime_name(*regime) == name).map(|regime| self.regime(regime))
    }

    /// Names of all regimes that requirements of the library belong to.
    pub fn regime_names(&self) -> Vec<String> {
        let known = requirements::regimes(&self.library);
        known.into_iter().map(|regime| self.regime_name(regime).to_owned()).collect()
    }

    fn regime_name(&self, (set, index): RegimeId) -> &str {
        self.library.enums[set].value_name(index)
    }

    fn regime(&self, regime: RegimeId) -> Regime {
        let judged = requirements::requirements(&self.library, &self.model, &self.assessed, regime);
        let title = self.library.enums[regime.0].values.get(regime.1 as usize).map(|value| value.title.to_string());
        let declared = requirements::declared(&self.library, &self.model);
        let written = judged.iter().filter_map(|one| self.library.policies[one.policy].requirement.as_ref());
        let ids: BTreeSet<&str> = written.flat_map(|info| info.references.iter().map(|id| &**id)).collect();
        let catalogs: Vec<&Catalog> =
            self.catalogs.list.iter().filter(|catalog| ids.iter().any(|id| catalog.fits(id))).collect();
        let further = self.further(&ids, &catalogs);
        let said: BTreeSet<&str> = further.iter().map(|one| one.reference.id.as_str()).chain(ids).collect();
        Regime {
            name: self.regime_name(regime).to_owned(),
            title: title.unwrap_or_default(),
            declared: declared.iter().any(|(one, _)| *one == regime),
            requirements: judged.iter().map(|one| self.requirement(one)).collect(),
            missing: requirements::unknown_facts(&self.library, &self.model, &judged),
            unjudged: catalogs.iter().flat_map(|catalog| unjudged(catalog, &said)).collect(),
            further,
        }
    }

    fn requirement(&self, judged: &requirements::Requirement) -> Requirement {
        let policy = &self.library.policies[judged.policy];
        let references = policy.requirement.iter().flat_map(|info| &info.references);
        Requirement {
            name: policy.name.to_string(),
            title: policy.title.to_string(),
            doc: policy.doc.to_string(),
            references: references.map(|id| self.reference(id)).collect(),
            status: judged.fulfilment().word().into(),
            helping: requirements::helping(&self.library, &self.model, judged).into_iter().map(str::to_owned).collect(),
            places: judged.places.iter().map(|place| self.requirement_place(place)).collect(),
            location: self.location(policy.span),
        }
    }

    fn requirement_place(&self, place: &Place) -> RequirementPlace {
        RequirementPlace {
            element: self.id(place.element),
            element_title: self.model.title(place.element).to_owned(),
            status: place.fulfilment.word().into(),
            controls: place.controls.iter().map(|one| self.serving(one)).collect(),
            because: place.because.iter().map(|fact| self.fact(fact)).collect(),
            facts: place.facts.iter().map(|fact| self.fact(fact)).collect(),
        }
    }

    fn serving(&self, one: &Serving) -> ServingControl {
        ServingControl {
            control: self.control_id(one.control),
            title: self.library.controls[one.control].title.to_string(),
            status: one.status.word().into(),
            on: self.id(one.on),
            verified_by: one.verified_by.iter().map(|claim| claim.text.clone()).collect(),
            location: self.location(one.span),
        }
    }

    /// What the implemented controls of this model satisfy besides.
    fn further(&self, judged: &BTreeSet<&str>, catalogs: &[&Catalog]) -> Vec<FurtherRequirement> {
        let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let own = self.model.elements.iter().filter(|(id, _)| self.model.is_own(*id));
        let applied = own.flat_map(|(_, element)| &element.applied);
        for one in applied.filter(|one| one.status == Status::Implemented) {
            for id in &self.library.controls[one.control].satisfies {
                if !judged.contains(&**id) && catalogs.iter().any(|catalog| catalog.fits(id)) {
                    found.entry(id).or_default().insert(self.control_id(one.control));
                }
            }
        }
        let further = found.into_iter();
        further
            .map(|(id, controls)| FurtherRequirement {
                reference: self.reference(id),
                controls: controls.into_iter().collect(),
            })
            .collect()
    }
}

/// Ids of the entries of a catalogue about which nothing is said; headings, which only contain others, do not count.
fn unjudged(catalog: &Catalog, said: &BTreeSet<&str>) -> Vec<String> {
    let Some(table) = &catalog.table else {
        return Vec::new();
    };
    let rows: Vec<_> = table.starting("").collect();
    let headings: BTreeSet<String> = rows.iter().flat_map(|row| row.list("parents")).collect();
    let counts = |id: &str| !said.contains(id) && !headings.contains(id);
    let left = rows.iter().filter(|row| row.cell("status") != "retired" && counts(row.id()));
    left.map(|row| row.id().to_owned()).collect()
}
