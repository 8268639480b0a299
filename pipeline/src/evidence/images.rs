//! Names of images: one image goes by several.

use super::collect::short;
use tm_compiler::evidence::Place;

/// The image that a reference names, `ghcr.io/shop/api:1@sha256:…`: with its registry and without.
pub(super) fn image(references: &[&str]) -> Place {
    let mut place = Place::default();
    for reference in references.iter().filter(|reference| !reference.is_empty()) {
        let whole = short(reference);
        let (tagged, digest) = whole.split_once('@').map_or((whole.as_str(), None), |(name, rest)| (name, Some(rest)));
        let has_tag = tagged.rsplit('/').next().is_some_and(|last| last.contains(':'));
        // A digest says which image it is, and not what it is called.
        place.vague |= digest.is_some() && !has_tag;
        let numbered = digest.filter(|_| !has_tag).map(|digest| format!("{tagged}:{digest}"));
        for name in [Some(whole.clone()), digest.map(|_| tagged.to_owned()), numbered].into_iter().flatten() {
            let bare = without_registry(&name).map(str::to_owned);
            for name in std::iter::once(name).chain(bare) {
                if !place.images.contains(&name) {
                    place.images.push(name);
                }
            }
        }
    }
    place
}

/// The first part is a registry if it looks like a host.
fn without_registry(name: &str) -> Option<&str> {
    let (host, rest) = name.split_once('/')?;
    (host.contains(['.', ':']) || host == "localhost").then_some(rest)
}

/// The references in the address of a package: `pkg:oci/api?repository_url=ghcr.io/shop/api&tag=1`.
pub(super) fn of_package(address: &str) -> Vec<String> {
    let Some(rest) = ["pkg:oci/", "pkg:docker/"].iter().find_map(|kind| address.strip_prefix(kind)) else {
        return Vec::new();
    };
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let value = |key: &str| query.split('&').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='));
    let (name, version) = path.split_once('@').map_or((path, None), |(name, version)| (name, Some(version)));
    let tag = value("tag").or(version).map(|tag| tag.replace("%3A", ":").replace("%3a", ":"));
    let names = value("repository_url").into_iter().map(|url| url.replace("%2F", "/").replace("%2f", "/"));
    let names = names.chain([name.to_owned()]);
    let named = |name: String| match &tag {
        Some(tag) if tag.contains(':') => format!("{name}@{tag}"),
        Some(tag) => format!("{name}:{tag}"),
        None => name,
    };
    names.map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_goes_by_several_names() {
        let names = |reference| image(&[reference]).images;
        assert_eq!(names("shop/api:1"), ["shop/api:1"]);
        assert_eq!(names("ghcr.io/shop/api:1"), ["ghcr.io/shop/api:1", "shop/api:1"]);
        assert_eq!(names("shop/api:1@sha256:ab"), ["shop/api:1@sha256:ab", "shop/api:1"]);
        assert_eq!(names("shop/api@sha256:ab"), ["shop/api@sha256:ab", "shop/api", "shop/api:sha256:ab"]);
        assert!(image(&["shop/api@sha256:ab"]).vague && !image(&["localhost:5000/api:1@sha256:ab"]).vague);
        assert_eq!(image(&["", ""]), Place::default());
        let packages = of_package("pkg:oci/api@sha256%3Aab?repository_url=ghcr.io%2Fshop%2Fapi&tag=1");
        assert_eq!(packages, ["ghcr.io/shop/api:1", "api:1"]);
        assert_eq!(of_package("pkg:oci/api@sha256:ab"), ["api@sha256:ab"]);
        assert!(of_package("pkg:npm/lodash@1").is_empty());
    }
}
