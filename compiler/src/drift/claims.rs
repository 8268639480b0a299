//! Which elements say that they are which resources: by `resource`, else by `image` and `code`.

use super::infrastructure::{Format, Infrastructure, Resource};
use crate::builtins::attribute;
use crate::evidence::Pattern;
use crate::ids::ElementId;
use crate::model::Model;

/// The elements of the package that are claimed to be built, with the resources that they are.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    /// Elements that name something, and the indices of their resources.
    pub list: Vec<(ElementId, Vec<usize>)>,
    /// Patterns of `resource` that fit nothing.
    pub gone: Vec<(ElementId, String)>,
    /// Patterns whose form is that of a format that was not given, or not read to the end.
    pub unasked: usize,
}

impl Claims {
    /// Finds what is claimed.
    pub fn new(model: &Model, infrastructure: &Infrastructure) -> Self {
        let mut claims = Claims::default();
        for (id, element) in model.elements.iter().filter(|(id, _)| model.is_own(*id)) {
            let mut found: Vec<usize> = Vec::new();
            let texts = element.texts(attribute::RESOURCE);
            for text in &texts {
                let pattern = Pattern::name(text);
                let here = matching(infrastructure, |one| one.names.iter().any(|name| pattern.fits(name)));
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
        self.list.iter().filter(move |(_, all)| all.binary_search(&resource).is_ok()).map(|(id, _)| *id)
    }
}

fn matching(infrastructure: &Infrastructure, fits: impl Fn(&Resource) -> bool) -> Vec<usize> {
    infrastructure.resources.iter().enumerate().filter(|(_, one)| fits(one)).map(|(at, _)| at).collect()
}

fn fits_any(patterns: &[Pattern], names: &[String]) -> bool {
    patterns.iter().any(|pattern| names.iter().any(|name| pattern.fits(name)))
}
