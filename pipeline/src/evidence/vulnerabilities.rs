//! Lists of known vulnerabilities: Trivy, Grype, GitLab.
//!
//! That a vulnerability is not in such a list says nothing.

use super::collect::{Collector, Found, short};
use super::images::image;
use super::tree::{at, file, list, number, text};
use serde_json::Value;
use tm_compiler::evidence::Place;

/// Trivy: vulnerabilities, and checks of configurations with their outcome.
pub(super) fn trivy(document: &Value, collector: &mut Collector) {
    let name = text(document, &["ArtifactName"]);
    let scan = collector.scan("trivy", &["trivy", name]);
    collector.on_day(scan, text(document, &["CreatedAt"]));
    let mut target = Target { name, ..Target::default() };
    match text(document, &["ArtifactType"]) {
        "container_image" => {
            let names =
                ["RepoTags", "RepoDigests"].map(|key| at(document, &["Metadata"]).map(|about| list(about, key)));
            let names = names.into_iter().flatten().flatten().filter_map(Value::as_str);
            target.image = image(&std::iter::once(name).chain(names).collect::<Vec<&str>>());
        }
        "filesystem" => target.folder = name,
        _ => {}
    }
    results(document, scan, &target, collector);
    // A scan of a cluster has a list for each resource.
    for group in ["Resources", "Vulnerabilities", "Misconfigurations"] {
        for resource in list(document, group) {
            results(resource, scan, &Target::default(), collector);
        }
    }
}

/// What was scanned: an image, or a folder.
#[derive(Default)]
struct Target<'a> {
    image: Place,
    folder: &'a str,
    name: &'a str,
}

impl Target<'_> {
    /// A file of it: its path begins at the folder. Where a file of an image came from nobody knows.
    fn file(&self, path: &str, line: Option<u64>) -> Place {
        match (self.image.images.is_empty(), self.folder) {
            (false, _) => self.image.clone(),
            // The whole of it, whatever that is.
            (true, _) if path == self.name => Place { vague: true, ..image(&[path]) },
            (true, folder) if folder.is_empty() || path.is_empty() => file(path, line),
            (true, folder) => file(&format!("{}/{path}", folder.trim_end_matches('/')), line),
        }
    }
}

fn results(document: &Value, scan: usize, target: &Target<'_>, collector: &mut Collector) {
    for result in list(document, "Results") {
        let path = text(result, &["Target"]);
        // `name:tag (debian 10.4)`
        let own = path.split(" (").next().filter(|_| text(result, &["Class"]) == "os-pkgs").unwrap_or_default();
        let whole = || match own {
            own if own.is_empty() || !target.image.images.is_empty() => target.file(path, None),
            own => image(&[own]),
        };
        for one in list(result, "Vulnerabilities") {
            let names = vec![text(one, &["VulnerabilityID"])];
            let (text, cvss) = (text(one, &["Title"]), trivy_vectors(one));
            collector.found(scan, Found { names, text, place: whole(), cvss });
        }
        for one in list(result, "Misconfigurations") {
            misconfiguration(one, path, scan, target, collector);
        }
        for one in list(result, "Secrets") {
            let place = target.file(path, number(one.get("StartLine")));
            let names = vec![text(one, &["RuleID"])];
            collector.found(scan, Found { names, text: text(one, &["Title"]), place, ..Found::default() });
        }
        for one in list(result, "ExperimentalModifiedFindings") {
            let finding = one.get("Finding").unwrap_or(&Value::Null);
            let names = ["VulnerabilityID", "ID", "AVDID", "RuleID"].map(|key| text(finding, &[key]));
            let said = ["Source", "Statement", "Status"].map(|key| text(one, &[key]));
            let why = said.iter().find(|said| !said.is_empty()).map(|said| format!("suppressed ({said})"));
            collector.omitted(scan, &names, whole(), why.as_deref().unwrap_or("suppressed"));
        }
    }
}

fn misconfiguration(one: &Value, path: &str, scan: usize, target: &Target<'_>, collector: &mut Collector) {
    let names = vec![text(one, &["ID"]), text(one, &["AVDID"])];
    let place = target.file(path, number(at(one, &["CauseMetadata", "StartLine"])));
    let place = Place { resource: short(text(one, &["CauseMetadata", "Resource"])), ..place };
    match text(one, &["Status"]) {
        "PASS" => collector.passed(scan, &names, place),
        "EXCEPTION" => collector.omitted(scan, &names, place, "left out as an exception"),
        _ => collector.found(scan, Found { names, text: text(one, &["Title"]), place, ..Found::default() }),
    }
}

/// Grype: matches of packages with vulnerabilities.
pub(super) fn grype(document: &Value, collector: &mut Collector) {
    let target = at(document, &["source", "target"]).unwrap_or(&Value::Null);
    let name = text(target, &["userInput"]);
    let scan = collector.scan("grype", &["grype", name]);
    collector.on_day(scan, text(document, &["descriptor", "timestamp"]));
    let others = ["tags", "repoDigests"].into_iter().flat_map(|key| list(target, key)).filter_map(Value::as_str);
    let image = if name.is_empty() {
        Place::default()
    } else {
        image(&std::iter::once(name).chain(others).collect::<Vec<_>>())
    };
    let place = |one: &Value| match image.images.is_empty() {
        true => {
            let paths = at(one, &["artifact"]).map(|artifact| list(artifact, "locations")).unwrap_or_default();
            Place {
                code: paths.iter().flat_map(|at| file(text(at, &["path"]), None).code).collect(),
                ..Place::default()
            }
        }
        false => image.clone(),
    };
    for one in list(document, "matches") {
        let said = text(one, &["vulnerability", "description"]);
        let rated = [one.get("vulnerability")].into_iter().flatten().chain(list(one, "relatedVulnerabilities"));
        let cvss = rated.flat_map(|one| list(one, "cvss")).map(|one| text(one, &["vector"])).collect();
        collector.found(scan, Found { names: matched(one), text: said, place: place(one), cvss });
    }
    for one in list(document, "ignoredMatches") {
        collector.omitted(scan, &matched(one), place(one), "suppressed by a rule of what to ignore");
    }
}

fn matched(one: &Value) -> Vec<&str> {
    let others = list(one, "relatedVulnerabilities").iter().map(|other| text(other, &["id"]));
    std::iter::once(text(one, &["vulnerability", "id"])).chain(others).collect()
}

/// GitLab's reports of security scanners.
pub(super) fn gitlab(document: &Value, collector: &mut Collector) {
    let scan_of = at(document, &["scan"]).unwrap_or(&Value::Null);
    let names = [text(scan_of, &["scanner", "id"]), text(scan_of, &["scanner", "name"]), text(scan_of, &["type"])];
    let scan = collector.scan("gitlab", &names);
    collector.on_day(scan, text(scan_of, &["end_time"]));
    let whole = text(scan_of, &["status"]) != "failure";
    if !whole {
        collector.lose("the list of rules of a scan that failed: nothing shows that they ran");
    }
    for one in list(scan_of, "messages").iter().filter(|one| ["error", "fatal"].contains(&text(one, &["level"]))) {
        collector.omitted(scan, &[], Place::default(), &format!("the scanner had trouble: {}", text(one, &["value"])));
    }
    if scan_of.get("partial_scan").is_some_and(|said| !said.is_null()) {
        collector.omitted(scan, &[], Place::default(), "only a part was scanned, what had changed");
    }
    for one in list(scan_of, "primary_identifiers").iter().filter(|_| whole) {
        collector.listed(scan, &[text(one, &["value"]), text(one, &["name"])]);
    }
    for one in list(document, "vulnerabilities") {
        let ids = list(one, "identifiers").iter();
        let names: Vec<&str> = ids.flat_map(|id| [text(id, &["value"]), text(id, &["name"])]).collect();
        let code = file(text(one, &["location", "file"]), number(at(one, &["location", "start_line"]))).code;
        let place = Place { code, ..image(&[text(one, &["location", "image"])]) };
        let said = [text(one, &["name"]), text(one, &["message"])].into_iter().find(|said| !said.is_empty());
        let said = said.unwrap_or_default();
        let cvss = list(one, "cvss_vectors").iter().map(|one| text(one, &["vector"])).collect();
        collector.found(scan, Found { names, text: said, place, cvss });
    }
}

/// The vectors that Trivy repeats, those of the national database first, newer versions before older ones.
fn trivy_vectors(one: &Value) -> Vec<&str> {
    let sources = one.get("CVSS").and_then(Value::as_object);
    let mut sources: Vec<(&String, &Value)> = sources.into_iter().flatten().collect();
    sources.sort_by_key(|(name, _)| (*name != "nvd", *name));
    let versions = ["V40Vector", "V3Vector"];
    sources.iter().flat_map(|(_, rated)| versions.map(|version| text(rated, &[version]))).collect()
}
