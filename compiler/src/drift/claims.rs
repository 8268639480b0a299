//! Which elements say that they are which resources: by `resource`, else by `image` and `code`.

use super::infrastructure::{Format, Infrastructure, Resource};
use crate::builtins::attribute;
use crate::evidence::Pattern;
use crate::ids::ElementId;
use crate::model::Model;
use std::collections::BTreeMap;

/// The elements of the package that are claimed to be built, with the resources that they are.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    /// Elements that name something, and the indices of their resources.
    pub list: Vec<(ElementId, Vec<usize>)>,
    /// Patterns of `resource` that fit nothing.
    pub gone: Vec<(ElementId, String)>,
    /// Patterns whose form is that of a format that was not given, or not read to the end.
    pub unasked: usize,
    /// The elements by the index of their resource: a rule may speak about thousands of resources.
    by_resource: Vec<Vec<ElementId>>,
}

impl Claims {
    /// Finds what is claimed.
    pub fn new(model: &Model, infrastructure: &Infrastructure) -> Self {
        let mut claims = Claims { by_resource: vec![Vec::new(); infrastructure.resources.len()], ..Claims::default() };
        let names = Names::new(infrastructure);
        for (id, element) in model.elements.iter().filter(|(id, _)| model.is_own(*id)) {
            let mut found: Vec<usize> = Vec::new();
            let texts = element.texts(attribute::RESOURCE);
            for text in &texts {
                let here = names.fitting(infrastructure, text);
                if here.is_empty() {
                    claims.missing(infrastructure, id, text);
                }
                found.extend(here);
            }
            if texts.is_empty() {
                let patterns: Vec<Pattern> =
                    element.texts(attribute::IMAGE).iter().map(|text| Pattern::name(text)).collect();
                found.extend(matching(infrastructure, |one| fits_any(&patterns, &one.images)));
            }
            if texts.is_empty() && found.is_empty() {
                let patterns: Vec<Pattern> =
                    element.texts(attribute::CODE).iter().map(|text| Pattern::path(text)).collect();
                let folder = |folder: &String| format!("{folder}/x");
                found.extend(matching(infrastructure, |one| {
                    let inside: Vec<String> = one.code.iter().map(folder).collect();
                    fits_any(&patterns, &inside)
                }));
            }
            found.sort_unstable();
            found.dedup();
            if !found.is_empty() {
                found.iter().for_each(|at| claims.by_resource[*at].push(id));
                claims.list.push((id, found));
            }
        }
        claims
    }

    /// What names nothing is gone, unless it may be in what was not read.
    fn missing(&mut self, infrastructure: &Infrastructure, id: ElementId, text: &str) {
        let formats = [Format::Terraform, Format::Compose, Format::Kubernetes, Format::Cloudformation];
        let given = |format: Format| infrastructure.files.iter().any(|file| file.format == format);
        let whole = |format: Format| !infrastructure.files.iter().any(|file| file.format == format && file.cut);
        let formed: Vec<Format> = formats.into_iter().filter(|format| format.has_form(text)).collect();
        let of_given = formed.iter().any(|format| given(*format) && whole(*format));
        // What has no form that is known is looked for everywhere.
        let strange = formed.is_empty() && formats.into_iter().all(whole);
        if of_given || strange {
            self.gone.push((id, text.to_owned()));
        } else {
            self.unasked += 1;
        }
    }

    /// The elements that claim a resource.
    pub fn of(&self, resource: usize) -> impl Iterator<Item = ElementId> {
        self.by_resource.get(resource).into_iter().flatten().copied()
    }
}

/// Resources by their names.
struct Names<'a>(BTreeMap<&'a str, Vec<usize>>);

impl<'a> Names<'a> {
    fn new(infrastructure: &'a Infrastructure) -> Self {
        let mut all: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, resource) in infrastructure.resources.iter().enumerate() {
            resource.names.iter().for_each(|name| all.entry(name).or_default().push(at));
        }
        Names(all)
    }

    /// The resources that a pattern names; what is no pattern is looked up.
    fn fitting(&self, infrastructure: &Infrastructure, text: &str) -> Vec<usize> {
        let pattern = Pattern::name(text);
        if pattern.is_plain() {
            return self.0.get(text).cloned().unwrap_or_default();
        }
        matching(infrastructure, |one| one.names.iter().any(|name| pattern.fits(name)))
    }
}

fn matching(infrastructure: &Infrastructure, fits: impl Fn(&Resource) -> bool) -> Vec<usize> {
    infrastructure.resources.iter().enumerate().filter(|(_, one)| fits(one)).map(|(at, _)| at).collect()
}

fn fits_any(patterns: &[Pattern], names: &[String]) -> bool {
    patterns.iter().any(|pattern| names.iter().any(|name| pattern.fits(name)))
}
