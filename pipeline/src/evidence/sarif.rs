//! SARIF 2.1.0: runs, the rules that they list, and results.

use super::collect::{Collector, Found};
use super::tree::{at, file, list, number, text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::evidence::Place;

/// What an invocation says of itself where it was ended, or never began.
const ENDED: [&str; 3] = ["exitSignalName", "exitSignalNumber", "processStartFailureMessage"];

pub(super) fn read(document: &Value, collector: &mut Collector) {
    let runs = list(document, "runs");
    if runs.is_empty() {
        collector.skip("there are no runs in it");
    }
    for one in runs {
        run(one, collector);
    }
    if list(document, "inlineExternalProperties").iter().any(|one| one.get("results").is_some()) {
        collector.lose("results that stand beside the runs");
    }
}

fn run(run: &Value, collector: &mut Collector) {
    let driver = at(run, &["tool", "driver"]).unwrap_or(&Value::Null);
    let name = text(driver, &["name"]);
    if name.is_empty() {
        collector.skip("a run that does not name its tool");
    }
    // `Semgrep OSS` is Semgrep.
    let first = name.split_whitespace().next().unwrap_or_default();
    let id = text(run, &["automationDetails", "id"]).trim_end_matches('/');
    let scan = collector.scan("sarif", &[name, first, id]);
    let rules = Rules::of(run);
    let failed = invocations(run, scan, &rules, collector);
    if is_whole(run, failed, collector) {
        listed(run, &rules, scan, collector);
    }
    for one in list(run, "results") {
        result(run, one, &rules, scan, collector);
    }
    for one in list(run, "artifacts") {
        if list(one, "roles").iter().any(|role| role.as_str() == Some("analysisTarget")) {
            let place = place(run, one.get("location").unwrap_or(&Value::Null), None);
            place.code.into_iter().for_each(|file| collector.scanned(scan, file));
        }
    }
}

/// True where the results are all that there are.
fn is_whole(run: &Value, failed: bool, collector: &mut Collector) -> bool {
    if failed {
        collector.skip("the list of rules of a run that did not succeed: nothing shows that they ran");
        return false;
    }
    if at(run, &["externalPropertyFileReferences", "results"]).is_some() {
        collector.lose("results that stand in other files");
    }
    // No list says that nothing was scanned; an empty one that nothing was found.
    let has = run.get("results").is_some_and(|results| !results.is_null());
    if !has {
        collector.skip("the list of rules of a run without a list of results: nothing shows that they ran");
    }
    has
}

/// The rules that ran over all that was scanned: those that are switched on, and whose results name no places where
/// they passed.
fn listed(run: &Value, rules: &Rules<'_>, scan: usize, collector: &mut Collector) {
    let says_where = |one: &&Value| match text(one, &["kind"]) {
        "notApplicable" => true,
        "pass" | "informational" => places(run, one) != Place::default(),
        _ => false,
    };
    let placed: BTreeSet<&str> = list(run, "results")
        .iter()
        .filter(says_where)
        .filter_map(|one| Some(text(rules.rule(one)?, &["id"])))
        .collect();
    for rule in rules.components.iter().flat_map(|component| component.iter()) {
        let is_on = rules.switched(rule).unwrap_or_else(|| is_enabled(rule));
        if !is_on {
            collector.skip("a rule that is switched off");
        } else if !placed.contains(text(rule, &["id"])) {
            collector.listed(scan, &names(rule));
        }
    }
}

/// Notes when it ran, and what went wrong; true where the tool says that it did not get through.
fn invocations(run: &Value, scan: usize, rules: &Rules<'_>, collector: &mut Collector) -> bool {
    let mut failed = false;
    for one in list(run, "invocations") {
        let end = text(one, &["endTimeUtc"]);
        collector.on_day(scan, if end.is_empty() { text(one, &["startTimeUtc"]) } else { end });
        failed |= one.get("executionSuccessful") == Some(&Value::Bool(false));
        failed |= ENDED.iter().any(|name| one.get(name).is_some_and(|said| !said.is_null()));
        let is_trouble = |told: &&Value| ["", "warning", "error"].contains(&text(told, &["level"]));
        // Warnings about a configuration are many; those about a rule say that it did not run as it should.
        let is_bad = |told: &&Value| text(told, &["level"]) == "error" || told.get("associatedRule").is_some();
        let run_told = list(one, "toolExecutionNotifications").iter().filter(is_trouble);
        let setup_told = list(one, "toolConfigurationNotifications").iter().filter(is_trouble).filter(is_bad);
        run_told.chain(setup_told).for_each(|told| trouble(run, told, scan, rules, collector));
    }
    for (rule, on) in &rules.switches {
        if !on {
            collector.omitted(scan, &names(rule), Place::default(), "the rule was switched off for this run");
        }
    }
    failed
}

/// The tool had trouble with a rule or a file: nothing shows what it would have found.
fn trouble(run: &Value, told: &Value, scan: usize, rules: &Rules<'_>, collector: &mut Collector) {
    const LETTERS: usize = 120;
    let rule = told.get("associatedRule").and_then(|one| rules.referred(one));
    let said: String = message(told).chars().take(LETTERS).collect();
    collector.omitted(
        scan,
        &rule.map(names).unwrap_or_default(),
        places(run, told),
        &format!("the tool had trouble: {said}"),
    );
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
    /// By their ids, and by their GUIDs.
    by_id: BTreeMap<&'a str, &'a Value>,
    /// Rules that the run switched on or off.
    switches: Vec<(&'a Value, bool)>,
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
        for rule in components.iter().flat_map(|rules| rules.iter()).filter(|rule| rule.get("guid").is_some()) {
            by_id.entry(text(rule, &["guid"])).or_insert(rule);
        }
        let mut rules = Rules { components, by_id, switches: Vec::new() };
        for one in list(run, "invocations").iter().flat_map(|one| list(one, "ruleConfigurationOverrides")) {
            let rule = one.get("descriptor").and_then(|descriptor| rules.referred(descriptor));
            let on = at(one, &["configuration", "enabled"]).and_then(Value::as_bool);
            rules.switches.extend(rule.zip(on));
        }
        rules
    }

    /// What the run switched; a rule that was off in one invocation did not run in all of it.
    fn switched(&self, rule: &Value) -> Option<bool> {
        let own = self.switches.iter().filter(|(switched, _)| std::ptr::eq(*switched, rule));
        own.map(|(_, on)| *on).reduce(|one, other| one && other)
    }

    /// The rule of a result: by its index, else by its id.
    fn rule(&self, result: &'a Value) -> Option<&'a Value> {
        let component = number(at(result, &["rule", "toolComponent", "index"]));
        let index = number(at(result, &["rule", "index"])).or_else(|| number(result.get("ruleIndex")));
        let found = self.find(component, index, rule_id(result));
        found.or_else(|| self.named(text(result, &["rule", "guid"])))
    }

    /// The rule that a reference names.
    fn referred(&self, reference: &'a Value) -> Option<&'a Value> {
        let component = number(at(reference, &["toolComponent", "index"]));
        let found = self.find(component, number(reference.get("index")), text(reference, &["id"]));
        found.or_else(|| self.named(text(reference, &["guid"])))
    }

    fn find(&self, component: Option<u64>, index: Option<u64>, id: &str) -> Option<&'a Value> {
        let component = component.map_or(Some(0), |index| index.checked_add(1))?;
        let rules = self.components.get(usize::try_from(component).ok()?);
        let by_index = index.and_then(|index| rules?.get(usize::try_from(index).ok()?));
        let fits = |rule: &&Value| id.is_empty() || is_part(id, text(rule, &["id"]));
        // `CA1000/1` is a rule below `CA1000`.
        let parent = || id.rsplit_once('/').and_then(|(parent, _)| self.named(parent));
        by_index.filter(fits).or_else(|| self.named(id).or_else(parent))
    }

    fn named(&self, name: &str) -> Option<&'a Value> {
        self.by_id.get(name).filter(|_| !name.is_empty()).copied()
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
    let place = places(run, result);
    match (text(result, &["kind"]), text(result, &["level"])) {
        _ if text(result, &["baselineState"]) == "absent" => collector.skip("a result of an earlier run"),
        // Where it passed counts only if it is known.
        ("pass" | "informational", _) if place.vague => collector.passed(scan, &names, Place::default()),
        ("pass" | "informational", _) => collector.passed(scan, &names, place),
        ("notApplicable", _) => collector.skip("a rule that does not apply"),
        ("open", _) => collector.omitted(scan, &names, place, "the tool could not decide"),
        _ if is_suppressed(result) => collector.omitted(scan, &names, place, suppressed(result)),
        ("", "none") => collector.omitted(scan, &names, place, "a result that is given no level"),
        _ => {
            if place.code.is_empty() && !names.iter().all(|name| name.is_empty()) {
                collector.skip("the place of a finding: none is stated");
            }
            collector.found(scan, Found { names, text: message(result), place, ..Found::default() });
        }
    }
}

/// True where every suppression was accepted, or none says otherwise.
fn is_suppressed(result: &Value) -> bool {
    let all = list(result, "suppressions");
    let accepted = |one: &Value| matches!(text(one, &["status"]), "" | "accepted");
    !all.is_empty() && all.iter().all(accepted)
}

fn suppressed(result: &Value) -> &'static str {
    match list(result, "suppressions").iter().any(|one| text(one, &["kind"]) == "inSource") {
        true => "a finding that a comment in the code suppresses",
        false => "a finding that is suppressed",
    }
}

fn message(result: &Value) -> &str {
    match text(result, &["message", "text"]) {
        "" => text(result, &["message", "markdown"]),
        text => text,
    }
}

/// The places of a result or a notification.
fn places(run: &Value, result: &Value) -> Place {
    const MOST: usize = 100;
    let mut all = Place::default();
    for location in list(result, "locations").iter().take(MOST) {
        let Some(physical) = location.get("physicalLocation") else { continue };
        let own = physical.get("artifactLocation").unwrap_or(&Value::Null);
        let one = place(run, own, number(at(physical, &["region", "startLine"])));
        all.code.extend(one.code);
        all.vague |= one.vague;
    }
    all
}

/// The file of an artifact location, below what its base stands for.
fn place(run: &Value, location: &Value, line: Option<u64>) -> Place {
    let mut location = location;
    if text(location, &["uri"]).is_empty() {
        let listed = number(location.get("index")).and_then(|index| usize::try_from(index).ok());
        let listed = listed.and_then(|index| list(run, "artifacts").get(index)?.get("location"));
        location = listed.unwrap_or(location);
    }
    let uri = text(location, &["uri"]);
    match base(run, location, 0) {
        _ if uri.is_empty() => Place::default(),
        Some(base) if !base.is_empty() => file(&format!("{}/{uri}", base.trim_end_matches('/')), line),
        Some(_) => file(uri, line),
        None => Place { vague: true, ..file(uri, line) },
    }
}

/// What the base of a location stands for; none where the run does not say. `%SRCROOT%` is by custom the root of the code.
fn base(run: &Value, location: &Value, depth: usize) -> Option<String> {
    const DEEPEST: usize = 8;
    let (uri, id) = (text(location, &["uri"]), text(location, &["uriBaseId"]));
    if id.is_empty() || uri.starts_with('/') || uri.starts_with("file:") || uri.contains("://") {
        return Some(String::new());
    }
    let own = at(run, &["originalUriBaseIds", id]).unwrap_or(&Value::Null);
    let path = text(own, &["uri"]).trim_end_matches('/');
    let is_root = id.trim_matches('%') == "SRCROOT";
    match path {
        "" if text(own, &["uri"]) == "/" => Some("/".to_owned()),
        "" => is_root.then(String::new),
        _ if depth >= DEEPEST => None,
        path => match base(run, own, depth + 1)?.trim_end_matches('/') {
            "" => Some(path.to_owned()),
            outer => Some(format!("{outer}/{path}")),
        },
    }
}
