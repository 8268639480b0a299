//! Which places are about which elements: through the patterns in `code`, `image` and `resource`.

use super::claim::Pattern;
use crate::builtins::attribute;
use crate::decl::Kind;
use crate::ids::{ElementId, PropId};
use crate::model::Model;
use std::fmt;

/// A place in a source file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Path as the tool wrote it, with `/`.
    pub path: String,
    /// Line, counted from 1; 0 where not known.
    pub line: u64,
}

/// What a tool says a result is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Places in source files.
    pub code: Vec<Line>,
    /// Names of the image that it is in, that which is shown first.
    pub images: Vec<String>,
    /// The resource of infrastructure that it is about; empty where none is named.
    pub resource: String,
    /// What is stated is a part of the place, or another name of it: it may be anywhere.
    pub vague: bool,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code.first() {
            Some(at) if at.line > 0 => write!(f, "{}:{}", at.path, at.line),
            Some(at) => f.write_str(&at.path),
            None if !self.resource.is_empty() => f.write_str(&self.resource),
            None => f.write_str(self.images.first().map_or("", String::as_str)),
        }
    }
}

impl Place {
    /// The words for what a check was about: a resource rather than the file that it stands in.
    pub fn subject(&self) -> String {
        if self.resource.is_empty() { self.to_string() } else { self.resource.clone() }
    }
}

/// `module.a["x"].aws_s3_bucket.b[0]` without its keys: the resource of which this is one instance.
pub fn without_keys(address: &str) -> String {
    let (mut out, mut depth, mut quoted, mut escaped) = (String::with_capacity(address.len()), 0_usize, false, false);
    for c in address.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if depth > 0 => quoted = !quoted,
            _ if quoted => {}
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

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

    /// Those of all elements together.
    pub fn of_all(model: &Model) -> Self {
        let mut all = Self::default();
        for (id, _) in model.elements.iter() {
            all.add(model, id);
        }
        for patterns in [&mut all.code, &mut all.image, &mut all.resource] {
            patterns.sort_by(|one, other| one.text().cmp(other.text()));
            patterns.dedup_by(|one, other| one.text() == other.text());
        }
        all
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

    #[cfg(test)]
    pub(super) fn of_resource(name: &str, code: &[&str]) -> Self {
        Places { resource: vec![Pattern::name(name)], ..Self::of_code(code) }
    }

    /// True where a finding is known to be here: a part of what its place says fits.
    pub fn hold(&self, place: &Place) -> bool {
        self.compare(place).contains(&Some(true))
    }

    /// A place in words: of several files that which is here.
    pub fn shown(&self, place: &Place) -> String {
        let here = place.code.iter().find(|at| self.holds_file(&at.path));
        here.map_or_else(|| place.to_string(), |at| Place { code: vec![at.clone()], ..Place::default() }.to_string())
    }

    /// True unless a finding is certainly elsewhere: its place can be compared with ours, and nothing of it fits.
    pub fn may_hold(&self, place: &Place) -> bool {
        let compared = self.compare(place);
        place.vague || compared.contains(&Some(true)) || !compared.contains(&Some(false))
    }

    /// True where a check that passed there passed here: what says most of all that can be compared fits.
    pub fn cover(&self, place: &Place) -> bool {
        self.compare(place).into_iter().flatten().next() == Some(true)
    }

    /// True unless a tool that looked at these files certainly looked elsewhere.
    pub fn seen(&self, files: &[Line]) -> bool {
        self.code.is_empty() || files.is_empty() || files.iter().any(|at| self.holds_file(&at.path))
    }

    /// Whether resource, image and code fit, for those that both sides state: many resources stand in one file.
    fn compare(&self, place: &Place) -> [Option<bool>; 3] {
        let any = |patterns: &[Pattern], name: &String| patterns.iter().any(|one| one.fits(name));
        let built = |name: &String| self.resource.iter().any(|one| is_instance(one, name));
        let both = |ours: &[Pattern], theirs: bool| !ours.is_empty() && theirs;
        [
            both(&self.resource, !place.resource.is_empty()).then(|| built(&place.resource)),
            both(&self.image, !place.images.is_empty()).then(|| place.images.iter().any(|one| any(&self.image, one))),
            both(&self.code, !place.code.is_empty()).then(|| place.code.iter().any(|at| self.holds_file(&at.path))),
        ]
    }

    /// Where a path begins at the root of some machine, or above where the tool ran, any tail of whole folders may be ours.
    fn holds_file(&self, path: &str) -> bool {
        const TAILS: usize = 32;
        let whole = path.strip_prefix("file:").unwrap_or(path);
        let path = whole.trim_start_matches("./").trim_start_matches("../").trim_start_matches('/');
        let rooted = whole.starts_with(['/']) || whole.starts_with("../") || whole.contains("://");
        let rooted = rooted || whole.as_bytes().get(1) == Some(&b':');
        let cuts = path.match_indices('/').map(|(at, _)| at + 1).take(if rooted { TAILS } else { 0 });
        let fits = |one: &Pattern, path: &str| if path.ends_with('/') { one.may_fit_in(path) } else { one.fits(path) };
        std::iter::once(0).chain(cuts).any(|at| self.code.iter().any(|one| fits(one, &path[at..])))
    }
}

/// True where a name is that of the resource, of one of its instances (`orders[0]` of `orders`), or of all of them.
fn is_instance(ours: &Pattern, theirs: &str) -> bool {
    if ours.fits(theirs) {
        return true;
    }
    let keyless = without_keys(theirs);
    let last = theirs.rfind('[').filter(|_| theirs.ends_with(']')).map(|at| &theirs[..at]);
    match keyless == theirs {
        true => ours.text().ends_with(']') && without_keys(ours.text()) == theirs,
        false => ours.fits(&keyless) || last.is_some_and(|last| ours.fits(last)),
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
