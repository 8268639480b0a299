//! Links of a revision, followed as those of a work tree are: to what the repository itself holds, and seen.

use super::Objects;
use std::collections::BTreeMap;

/// Links that are looked at, and files that they may add.
const MOST: usize = 20_000;
/// Links that lead to links are followed so often.
const ROUNDS: usize = 8;

/// Sources and manifests by path; links that lead to none of them are there without an object.
pub(super) type Files = BTreeMap<String, Option<String>>;

/// Adds what links lead to, under the names that it has through them. Gives those names with where they lead to, and the
/// links behind which there is nothing that could be read.
pub(super) fn follow(
    files: &mut Files,
    links: Vec<(String, String)>,
    objects: &mut Objects,
) -> (BTreeMap<String, String>, Vec<String>) {
    let mut blind: Vec<String> = links.iter().map(|(path, _)| path.clone()).collect();
    let targets = links.into_iter().take(MOST).filter_map(|(path, object)| {
        let text = String::from_utf8(objects.read(&object).ok()?).ok()?;
        let target = target(&path, &text)?;
        Some((path, target))
    });
    let targets: Vec<(String, String)> = targets.collect();
    let mut followed: BTreeMap<String, String> = BTreeMap::new();
    // What a link brings may hold links itself, so all are looked at again until nothing comes any more.
    for _ in 0..ROUNDS {
        let before = followed.len();
        for (path, target) in &targets {
            let mut found = behind(files, path, target);
            found.retain(|(name, _)| files.get(name).is_none_or(Option::is_none));
            let room = followed.len() + found.len() <= MOST;
            for (name, whole) in found.into_iter().filter(|_| room) {
                files.insert(name.clone(), files.get(&whole).cloned().flatten());
                followed.insert(name, whole);
            }
        }
        if followed.len() == before {
            break;
        }
    }
    let led = |path: &String| {
        let below = format!("{path}/");
        let mut names = followed.range(path.clone()..).map(|(name, _)| name);
        names.next().is_some_and(|name| name == path || name.starts_with(&below))
    };
    blind.retain(|path| !led(path));
    (followed, blind)
}

/// What is behind a link: the names through it, and those in the repository.
fn behind(files: &Files, path: &str, target: &str) -> Vec<(String, String)> {
    let same_kind = |one: &str| one.rsplit('.').next() == path.rsplit('.').next();
    if files.get(target).is_some_and(Option::is_some) {
        let own = same_kind(target).then(|| (path.to_owned(), target.to_owned()));
        return own.into_iter().collect();
    }
    let start = format!("{target}/");
    if path.starts_with(&start) {
        return Vec::new();
    }
    let below = files.range(start.clone()..).take_while(|(whole, _)| whole.starts_with(&start));
    let real = below.filter(|(_, object)| object.is_some());
    let named = real.filter_map(|(whole, _)| Some((format!("{path}/{}", whole.strip_prefix(&start)?), whole.clone())));
    named.collect()
}

/// Where a link leads to in the repository; none where that is outside, the whole of it, or hidden.
fn target(path: &str, text: &str) -> Option<String> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let whole = if text.starts_with('/') { return None } else { format!("{folder}/{text}") };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part if part.starts_with('.') => return None,
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_what_the_repository_holds() {
        let to = |path: &str, text: &str| target(path, text).unwrap_or_else(|| "none".to_owned());
        assert_eq!(to("shop/c.tm", "../common/c.tm"), "common/c.tm");
        assert_eq!(to("c.tm", "./a/../b.tm"), "b.tm");
        for out in ["../../c.tm", "/etc/passwd", "../.git/config", ".."] {
            assert_eq!(to("shop/c.tm", out), "none", "{out}");
        }
        let files: Files =
            [("lib/a.tm", Some("1")), ("lib/in/b.tm", Some("2")), ("lib/c.tm", None), ("lib/tm.toml", Some("3"))]
                .map(|(path, object)| (path.to_owned(), object.map(str::to_owned)))
                .into();
        let names =
            |path, target| -> Vec<String> { behind(&files, path, target).into_iter().map(|one| one.0).collect() };
        assert_eq!(names("shop/lib", "lib"), ["shop/lib/a.tm", "shop/lib/in/b.tm", "shop/lib/tm.toml"]);
        assert_eq!(names("shop/a.tm", "lib/a.tm"), ["shop/a.tm"]);
        for (path, target) in [("lib/loop", "lib"), ("shop/x.tm", "lib/tm.toml"), ("shop/x.tm", "lib/c.tm")] {
            assert!(names(path, target).is_empty(), "{path}");
        }
    }
}
