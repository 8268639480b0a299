//! Lists of known vulnerabilities: Trivy, Grype, CycloneDX, OpenVEX, GitLab.
//!
//! That a vulnerability is not in such a list says nothing. What a list says about one by name does: that it does not
//! affect the product, or that it is fixed.

use super::collect::{Collector, Found};
use super::tree::{at, line, list, number, text};
use serde_json::Value;
use tm_compiler::evidence::Line;

/// Trivy: vulnerabilities, and checks of configurations with their outcome.
pub(super) fn trivy(document: &Value, collector: &mut Collector) {
    let scan = collector.scan("trivy", &["trivy", text(document, &["ArtifactName"])]);
    collector.on_day(scan, text(document, &["CreatedAt"]));
    let image = match text(document, &["ArtifactType"]) {
        "container_image" => text(document, &["ArtifactName"]),
        _ => "",
    };
    results(document, scan, image, collector);
    // A scan of a cluster has a list for each resource.
    for group in ["Resources", "Vulnerabilities", "Misconfigurations"] {
        for resource in list(document, group) {
            results(resource, scan, "", collector);
        }
    }
}

fn results(document: &Value, scan: usize, image: &str, collector: &mut Collector) {
    for result in list(document, "Results") {
        let target = text(result, &["Target"]);
        for one in list(result, "Vulnerabilities") {
            let names = vec![text(one, &["VulnerabilityID"])];
            // `name:tag (debian 10.4)`
            let own = target.split(" (").next().filter(|_| text(result, &["Class"]) == "os-pkgs");
            let image = if image.is_empty() { own.unwrap_or_default() } else { image };
            let code = if image.is_empty() { place(target, None) } else { Vec::new() };
            let cvss = trivy_vectors(one);
            collector.found(scan, Found { names, text: text(one, &["Title"]), code, image, cvss, ..Found::default() });
        }
        for one in list(result, "Misconfigurations") {
            let names = vec![text(one, &["ID"]), text(one, &["AVDID"])];
            match text(one, &["Status"]) {
                "PASS" => {
                    collector.ran(scan, &names);
                }
                "EXCEPTION" => collector.skip("a check that was left out as an exception"),
                _ => {
                    let code = place(target, number(at(one, &["CauseMetadata", "StartLine"])));
                    let resource = text(one, &["CauseMetadata", "Resource"]);
                    collector.found(
                        scan,
                        Found { names, text: text(one, &["Title"]), code, resource, image, ..Found::default() },
                    );
                }
            }
        }
        for one in list(result, "Secrets") {
            let (names, code) = (vec![text(one, &["RuleID"])], place(target, number(one.get("StartLine"))));
            collector.found(scan, Found { names, text: text(one, &["Title"]), code, image, ..Found::default() });
        }
    }
}

/// Grype: matches of packages with vulnerabilities.
pub(super) fn grype(document: &Value, collector: &mut Collector) {
    let target = at(document, &["source", "target"]).unwrap_or(&Value::Null);
    let image = text(target, &["userInput"]);
    let scan = collector.scan("grype", &["grype", image]);
    collector.on_day(scan, text(document, &["descriptor", "timestamp"]));
    for one in list(document, "matches") {
        let mut names = vec![text(one, &["vulnerability", "id"])];
        names.extend(list(one, "relatedVulnerabilities").iter().map(|other| text(other, &["id"])));
        let code = match image {
            "" => list(at(one, &["artifact"]).unwrap_or(&Value::Null), "locations")
                .iter()
                .flat_map(|at| place(text(at, &["path"]), None))
                .collect(),
            _ => Vec::new(),
        };
        let said = text(one, &["vulnerability", "description"]);
        let rated = [one.get("vulnerability")].into_iter().flatten().chain(list(one, "relatedVulnerabilities"));
        let cvss = rated.flat_map(|one| list(one, "cvss")).map(|one| text(one, &["vector"])).collect();
        collector.found(scan, Found { names, text: said, code, image, cvss, ..Found::default() });
    }
}

/// CycloneDX: vulnerabilities with the state of their analysis.
pub(super) fn cyclonedx(document: &Value, collector: &mut Collector) {
    let about = text(document, &["metadata", "component", "name"]);
    let scan = collector.scan("cyclonedx", &["cyclonedx", about]);
    collector.on_day(scan, text(document, &["metadata", "timestamp"]));
    for one in list(document, "vulnerabilities") {
        let names = vec![text(one, &["id"])];
        match text(one, &["analysis", "state"]) {
            "resolved" | "resolved_with_pedigree" | "not_affected" | "false_positive" => {
                collector.ran(scan, &names);
            }
            _ => {
                let cvss = list(one, "ratings").iter().map(|one| text(one, &["vector"])).collect();
                collector.found(scan, Found { names, text: text(one, &["description"]), cvss, ..Found::default() });
            }
        }
    }
}

/// OpenVEX: statements about vulnerabilities.
pub(super) fn openvex(document: &Value, collector: &mut Collector) {
    let scan = collector.scan("openvex", &["openvex", text(document, &["author"])]);
    collector.on_day(scan, text(document, &["timestamp"]));
    for one in list(document, "statements") {
        let named = one.get("vulnerability");
        let mut names: Vec<&str> = match named {
            // Early documents have the name alone.
            Some(Value::String(name)) => vec![name],
            Some(named) => vec![text(named, &["name"]), text(named, &["@id"])],
            None => Vec::new(),
        };
        names.extend(named.iter().flat_map(|one| list(one, "aliases")).filter_map(Value::as_str));
        match text(one, &["status"]) {
            "not_affected" | "fixed" => {
                collector.ran(scan, &names);
            }
            "under_investigation" => collector.skip("a vulnerability that is under investigation"),
            _ => {
                let said = text(one, &["action_statement"]);
                collector.found(scan, Found { names, text: said, ..Found::default() });
            }
        }
    }
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
    for one in list(scan_of, "primary_identifiers").iter().filter(|_| whole) {
        collector.ran(scan, &[text(one, &["value"]), text(one, &["name"])]);
    }
    for one in list(document, "vulnerabilities") {
        let ids = list(one, "identifiers").iter();
        let names: Vec<&str> = ids.flat_map(|id| [text(id, &["value"]), text(id, &["name"])]).collect();
        let code = place(text(one, &["location", "file"]), number(at(one, &["location", "start_line"])));
        let image = text(one, &["location", "image"]);
        let said = [text(one, &["name"]), text(one, &["message"])].into_iter().find(|said| !said.is_empty());
        let said = said.unwrap_or_default();
        let cvss = list(one, "cvss_vectors").iter().map(|one| text(one, &["vector"])).collect();
        collector.found(scan, Found { names, text: said, code, image, cvss, ..Found::default() });
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

fn place(path: &str, at: Option<u64>) -> Vec<Line> {
    if path.is_empty() { Vec::new() } else { vec![line(path, at)] }
}
