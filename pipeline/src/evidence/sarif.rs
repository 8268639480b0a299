//! SARIF 2.1.0: runs, the rules that they list, and results.

use super::collect::{Collector, Found};
use super::tree::{at, line, list, number, text};
use serde_json::Value;
use std::collections::BTreeMap;
use tm_compiler::evidence::Line;

/// Results of these kinds are no findings, but show that the rule ran.
const FINE: &[&str] = &["pass", "notApplicable", "informational", "open"];

pub(super) fn read(document: &Value, collector: &mut Collector) {
    let runs = list(document, "runs");
    if runs.is_empty() {
        collector.skip("there are no runs in it");
    }
    for one in runs {
        run(one, collector);
    }
}

fn run(run: &Value, collector: &mut Collector) {
    let driver = at(run, &["tool", "driver"]).unwrap_or(&Value::Null);
    let name = text(driver, &["name"]);
    if name.is_empty() {
        collector.skip("a run that does not name its tool");
    }
    let scan = collector.scan("sarif", &[name, text(run, &["automationDetails", "id"]).trim_end_matches('/')]);
    let failed = invocations(run, scan, collector);
    let rules = Rules::of(run);
    for component in &rules.components {
        for rule in component.iter().filter(|rule| !failed && is_enabled(rule)) {
            let names = names(rule);
            if collector.ran(scan, &names).is_none() && names.iter().all(|name| name.is_empty()) {
                collector.skip("a rule without an id");
            }
        }
    }
    for one in list(run, "results") {
        result(run, one, &rules, scan, collector);
    }
}

/// Notes when it ran; true where the tool says that it did not get through.
fn invocations(run: &Value, scan: usize, collector: &mut Collector) -> bool {
    let mut failed = false;
    for one in list(run, "invocations") {
        let end = text(one, &["endTimeUtc"]);
        collector.on_day(scan, if end.is_empty() { text(one, &["startTimeUtc"]) } else { end });
        failed |= one.get("executionSuccessful") == Some(&Value::Bool(false));
    }
    if failed {
        collector.skip("the list of rules of a run that did not succeed: nothing shows that they ran");
    }
    failed
}

fn is_enabled(rule: &Value) -> bool {
    at(rule, &["defaultConfiguration", "enabled"]) != Some(&Value::Bool(false))
}

fn names(rule: &Value) -> Vec<&str> {
    vec![text(rule, &["id"]), text(rule, &["name"])]
}

/// The rules of the driver and of its extensions.
struct Rules<'a> {
    /// The driver's first.
    components: Vec<&'a [Value]>,
    by_id: BTreeMap<&'a str, &'a Value>,
}

impl<'a> Rules<'a> {
    fn of(run: &'a Value) -> Self {
        let driver = at(run, &["tool", "driver"]).map(|driver| list(driver, "rules")).unwrap_or_default();
        let extensions = at(run, &["tool"]).map(|tool| list(tool, "extensions")).unwrap_or_default();
        let mut components = vec![driver];
        components.extend(extensions.iter().map(|extension| list(extension, "rules")));
        let mut by_id = BTreeMap::new();
        for rule in components.iter().flat_map(|rules| rules.iter()) {
            by_id.entry(text(rule, &["id"])).or_insert(rule);
        }
        Rules { components, by_id }
    }

    /// The rule of a result: by its index, else by its id.
    fn rule(&self, result: &'a Value) -> Option<&'a Value> {
        let component = number(at(result, &["rule", "toolComponent", "index"])).map_or(0, |index| index + 1);
        let index = number(at(result, &["rule", "index"])).or_else(|| number(result.get("ruleIndex")));
        let rules = self.components.get(usize::try_from(component).ok()?);
        let by_index = index.and_then(|index| rules?.get(usize::try_from(index).ok()?));
        let id = rule_id(result);
        let fits = |rule: &&Value| id.is_empty() || is_part(id, text(rule, &["id"]));
        // `CA1000/1` is a rule below `CA1000`.
        let parent = || id.rsplit_once('/').and_then(|(parent, _)| self.by_id.get(parent));
        by_index.filter(fits).or_else(|| self.by_id.get(id).or_else(parent).copied())
    }
}

fn is_part(id: &str, of: &str) -> bool {
    id.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn rule_id(result: &Value) -> &str {
    let id = text(result, &["ruleId"]);
    if id.is_empty() { text(result, &["rule", "id"]) } else { id }
}

fn result(run: &Value, result: &Value, rules: &Rules<'_>, scan: usize, collector: &mut Collector) {
    if !result.is_object() {
        collector.lose("a result that is none");
        return;
    }
    let mut names = rules.rule(result).map(names).unwrap_or_default();
    names.push(rule_id(result));
    let gone = text(result, &["baselineState"]) == "absent";
    let fine = FINE.contains(&text(result, &["kind"])) || text(result, &["level"]) == "none";
    if gone || fine || is_suppressed(result) {
        collector.ran(scan, &names);
        return;
    }
    let code = places(run, result);
    if code.is_empty() && !names.iter().all(|name| name.is_empty()) {
        collector.skip("the place of a finding: none is stated");
    }
    collector.found(scan, Found { names, text: message(result), code, ..Found::default() });
}

/// True where every suppression was accepted, or none says otherwise.
fn is_suppressed(result: &Value) -> bool {
    let all = list(result, "suppressions");
    let accepted = |one: &Value| matches!(text(one, &["status"]), "" | "accepted");
    !all.is_empty() && all.iter().all(accepted)
}

fn message(result: &Value) -> &str {
    match text(result, &["message", "text"]) {
        "" => text(result, &["message", "markdown"]),
        text => text,
    }
}

fn places(run: &Value, result: &Value) -> Vec<Line> {
    const MOST: usize = 100;
    let found = list(result, "locations").iter().take(MOST).filter_map(|location| {
        let physical = location.get("physicalLocation")?;
        let mut uri = text(physical, &["artifactLocation", "uri"]);
        if uri.is_empty() {
            let index = number(at(physical, &["artifactLocation", "index"]))?;
            uri = text(list(run, "artifacts").get(usize::try_from(index).ok()?)?, &["location", "uri"]);
        }
        (!uri.is_empty()).then(|| line(uri, number(at(physical, &["region", "startLine"]))))
    });
    found.collect()
}
