//! Which findings are about which elements: through the patterns in `code`, `image` and `resource`.

use super::Finding;
use super::claim::Pattern;
use crate::builtins::attribute;
use crate::decl::Kind;
use crate::ids::{ElementId, PropId};
use crate::model::Model;

/// What is known about where something is built and runs.
#[derive(Clone, Debug, Default)]
pub struct Places {
    code: Vec<Pattern>,
    image: Vec<Pattern>,
    resource: Vec<Pattern>,
}

impl Places {
    /// Those of an element alone.
    pub fn of(model: &Model, element: ElementId) -> Self {
        let mut places = Self::default();
        places.add(model, element);
        places
    }

    /// Those of all that a control speaks about: the element, the ends of a flow, what a boundary contains.
    pub fn around(model: &Model, on: ElementId) -> Self {
        let mut places = Self::of(model, on);
        let element = &model.elements[on];
        if let Some((source, target)) = element.ends {
            places.add(model, source);
            places.add(model, target);
        }
        if element.kind == Kind::Boundary {
            for (id, _) in model.elements.iter().filter(|(id, _)| is_inside(model, *id, on)) {
                places.add(model, id);
            }
        }
        places
    }

    fn add(&mut self, model: &Model, element: ElementId) {
        let texts = |prop: PropId| model.elements[element].texts(prop);
        self.code.extend(texts(attribute::CODE).iter().map(|text| Pattern::path(text.trim_start_matches("./"))));
        self.image.extend(texts(attribute::IMAGE).iter().map(|text| Pattern::name(text)));
        self.resource.extend(texts(attribute::RESOURCE).iter().map(|text| Pattern::name(text)));
    }

    #[cfg(test)]
    pub(super) fn of_code(patterns: &[&str]) -> Self {
        Places { code: patterns.iter().map(|text| Pattern::path(text)).collect(), ..Places::default() }
    }

    /// True where a finding is certainly here.
    pub fn hold(&self, finding: &Finding) -> bool {
        let any = |patterns: &[Pattern], name: &str| patterns.iter().any(|one| one.fits(name));
        finding.code.iter().any(|at| self.holds_file(&at.path))
            || (!finding.image.is_empty() && any(&self.image, &finding.image))
            || (!finding.resource.is_empty() && any(&self.resource, &finding.resource))
    }

    /// True unless a finding is certainly elsewhere: a place of it can be compared with one of ours, and none fits.
    pub fn may_hold(&self, finding: &Finding) -> bool {
        let comparable = (!finding.code.is_empty() && !self.code.is_empty())
            || (!finding.image.is_empty() && !self.image.is_empty())
            || (!finding.resource.is_empty() && !self.resource.is_empty());
        !comparable || self.hold(finding)
    }

    /// Where a path begins at the root of some machine, any tail of whole folders may be ours.
    fn holds_file(&self, path: &str) -> bool {
        const TAILS: usize = 32;
        let whole = path.trim_start_matches("file://");
        let path = whole.trim_start_matches("./").trim_start_matches('/');
        let rooted = whole.starts_with('/') || whole.as_bytes().get(1) == Some(&b':');
        let cuts = path.match_indices('/').map(|(at, _)| at + 1).take(if rooted { TAILS } else { 0 });
        std::iter::once(0).chain(cuts).any(|at| self.code.iter().any(|one| one.fits(&path[at..])))
    }
}

/// True where an element stands inside a boundary, however deep.
fn is_inside(model: &Model, element: ElementId, boundary: ElementId) -> bool {
    let mut at = model.elements[element].parent;
    for _ in 0..model.elements.len() {
        match at {
            Some(parent) if parent == boundary => return true,
            Some(parent) => at = model.elements[parent].parent,
            None => return false,
        }
    }
    false
}
