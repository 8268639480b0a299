//! Policies in Rego over the analysis document: `deny` and `warn`, as conftest reads them.
//!
//! A policy sees nothing but the document: there is no builtin that reads the environment, the clock or the network.

mod calls;
mod input;

use regorus::utils::limits::ExecutionTimerConfig;
use regorus::{Engine, LimitError, Value, set_global_memory_limit};
use serde_json::Value as Json;
use std::collections::BTreeSet;
use std::fmt;
use std::num::NonZeroU32;
use std::time::Duration;
use tm_compiler::document::{Against, Document, Gate, Location, PolicyFinding};

/// Steps between two looks at the clock.
const STEPS: NonZeroU32 = NonZeroU32::new(256).unwrap();
/// Verdicts that are kept of one model.
const MOST: usize = 10_000;

/// What policies may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Time to judge one model.
    pub time: Duration,
    /// Memory that the whole process may have meanwhile: the engine counts no less.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { time: Duration::from_secs(10), memory: 4 << 30 }
    }
}

/// Policies, read and ready for documents.
#[derive(Clone)]
pub struct Policies {
    engine: Engine,
    packages: BTreeSet<String>,
    memory: u64,
}

/// A mistake in a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadPolicy {
    /// File, line and column as `FILE:LINE:COLUMN`; empty where the mistake has no place.
    pub place: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for BadPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place.as_str() {
            "" => f.write_str(&self.message),
            place => write!(f, "{place}: {}", self.message),
        }
    }
}

/// What policies say about a document.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Their verdicts, by package, rule and text.
    pub findings: Vec<PolicyFinding>,
    /// What they printed.
    pub prints: Vec<String>,
}

impl Policies {
    /// Reads policies: paths and texts.
    ///
    /// # Errors
    /// Where one is not valid Rego, calls itself, or can never say anything.
    pub fn read(sources: Vec<(String, String)>, limits: Limits) -> Result<Self, BadPolicy> {
        let mut engine = Engine::new();
        engine.set_gather_prints(true);
        engine.set_strict_builtin_errors(false);
        engine.set_execution_timer_config(ExecutionTimerConfig { limit: limits.time, check_interval: STEPS });
        let mut packages = BTreeSet::new();
        for (path, text) in &sources {
            packages.insert(engine.add_policy(path.clone(), text.clone()).map_err(|error| bad(&error))?);
        }
        let trees = engine.get_ast_as_json().map_err(|error| bad(&error))?;
        calls::check(&trees, &sources)?;
        input::check(&trees, &sources)?;
        Ok(Policies { engine, packages, memory: limits.memory })
    }

    /// What the policies say about a document, written as JSON.
    ///
    /// # Errors
    /// Where a policy fails, takes too long or too much, or answers with what is no message.
    pub fn judge(&self, document: &str) -> Result<Said, BadPolicy> {
        set_global_memory_limit(Some(self.memory));
        let mut engine = self.engine.clone();
        engine.set_input_json(document).map_err(|error| bad(&error))?;
        let mut said = Said::default();
        for package in &self.packages {
            let results = engine.eval_query(package.clone(), false).map_err(|error| bad(&error))?;
            let values = results.result.iter().flat_map(|result| &result.expressions);
            for value in values.map(|expression| &expression.value) {
                let name = package.strip_prefix("data.").unwrap_or(package);
                collect(name, value, &mut said.findings)?;
            }
        }
        said.findings.sort_by(|one, other| {
            (&one.package, &one.rule, &one.message).cmp(&(&other.package, &other.rule, &other.message))
        });
        said.prints = engine.take_prints().map_err(|error| bad(&error))?;
        Ok(said)
    }
}

/// Puts what policies said into a document: a `deny` speaks against passing.
pub fn hold(findings: Vec<PolicyFinding>, document: &mut Document) {
    let denied = findings.iter().filter(|one| one.level == "deny").map(|one| Against {
        kind: "rego".into(),
        subject: format!("{}.{}", one.package, one.rule),
        text: one.message.clone(),
        location: one.location.clone().unwrap_or_default(),
    });
    let mut against = std::mem::take(&mut document.summary.gate.against);
    against.extend(denied);
    document.summary.gate = Gate::of(against, true);
    document.policy_findings = findings;
}

/// The verdicts among the rules of a package.
fn collect(package: &str, rules: &Value, findings: &mut Vec<PolicyFinding>) -> Result<(), BadPolicy> {
    let Ok(rules) = rules.as_object() else { return Ok(()) };
    for (name, value) in rules.iter() {
        let Ok(name) = name.as_string() else { continue };
        let Some(level) = level(name) else { continue };
        let place = format!("{package}.{name}");
        let json: Json = serde_json::to_value(value).map_err(|error| unplaced(format!("`{place}`: {error}")))?;
        let Json::Array(verdicts) = json else {
            return Err(unplaced(format!("`{place}` is no set of messages: write `{name} contains \"…\" if {{ … }}`")));
        };
        for verdict in verdicts {
            findings.push(finding(level, package, name, verdict)?);
        }
        if findings.len() > MOST {
            return Err(unplaced(format!("`{place}` says more than {MOST} things")));
        }
    }
    Ok(())
}

/// What a rule's name makes of its messages: `deny`, `deny_x`, `violation`, `violation_x` speak against passing.
fn level(rule: &str) -> Option<&'static str> {
    let head = rule.split('_').next().unwrap_or_default();
    match head {
        "deny" | "violation" => Some("deny"),
        "warn" => Some("warn"),
        _ => None,
    }
}

fn finding(level: &str, package: &str, rule: &str, verdict: Json) -> Result<PolicyFinding, BadPolicy> {
    let message = match &verdict {
        Json::String(text) => Some(text.clone()),
        Json::Object(about) => about.get("msg").and_then(Json::as_str).map(str::to_owned),
        _ => None,
    };
    let Some(message) = message else {
        return Err(unplaced(format!(
            "`{package}.{rule}` says something that is neither a text nor an object with `msg`"
        )));
    };
    Ok(PolicyFinding {
        level: level.to_owned(),
        package: package.to_owned(),
        rule: rule.to_owned(),
        message,
        location: verdict.get("location").and_then(location),
    })
}

/// A place that a policy took from the document.
fn location(value: &Json) -> Option<Location> {
    let number = |name: &str| value.get(name).and_then(Json::as_u64).and_then(|number| usize::try_from(number).ok());
    let line = number("line")?;
    let column = number("column").unwrap_or(1);
    Some(Location {
        file: value.get("file")?.as_str()?.to_owned(),
        line,
        column,
        end_line: number("end_line").unwrap_or(line),
        end_column: number("end_column").unwrap_or(column),
        embedded: value.get("embedded").and_then(Json::as_bool).unwrap_or(false),
    })
}

fn unplaced(message: String) -> BadPolicy {
    BadPolicy { place: String::new(), message }
}

/// The engine's words: a place, a drawing of the line, and the message behind `error:`.
fn bad(error: &anyhow::Error) -> BadPolicy {
    if let Some(limit) = error.downcast_ref::<LimitError>() {
        return unplaced(limited(limit));
    }
    let text = error.to_string();
    let place = text.lines().find_map(|line| line.trim_start().strip_prefix("--> "));
    let said = text.split_once("error: ").map_or(text.as_str(), |(_, said)| said);
    let message = said.split_whitespace().collect::<Vec<_>>().join(" ");
    BadPolicy { place: place.unwrap_or_default().trim().to_owned(), message }
}

fn limited(limit: &LimitError) -> String {
    match limit {
        LimitError::TimeLimitExceeded { limit, .. } => {
            format!("the policies take longer than {} s", limit.as_secs_f64())
        }
        LimitError::MemoryLimitExceeded { limit, .. } => {
            format!("model and policies take more than {} MiB of memory", limit >> 20)
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn document() -> String {
        serde_json::to_string(&sample::document()).unwrap()
    }

    fn read(text: &str) -> Result<Policies, BadPolicy> {
        Policies::read(vec![("a.rego".into(), text.into())], Limits::default())
    }

    fn said(text: &str) -> Vec<String> {
        let said = read(text).unwrap().judge(&document()).unwrap();
        said.findings.iter().map(|one| format!("{} {}.{}: {}", one.level, one.package, one.rule, one.message)).collect()
    }

    fn failing(text: &str) -> String {
        let failed = read(text).and_then(|policies| policies.judge(&document()).map(|_| ()));
        failed.unwrap_err().to_string()
    }

    #[test]
    fn verdicts_of_all_packages_are_told_in_order() {
        let text = "package main\nimport rego.v1\n\
            deny contains msg if { some t in input.threats; t.counts; msg := sprintf(\"%s is open\", [t.id]) }\n\
            deny_twice contains {\"msg\": \"b\", \"location\": input.threats[0].location}\n\
            warn contains \"a\" if { input.model.appetite == \"Moderate\" }\n\
            warn_not contains \"z\" if { input.model.appetite == \"Low\" }\n\
            denying := true\n";
        assert_eq!(said(text), ["deny main.deny: Loose@pay is open", "deny main.deny_twice: b", "warn main.warn: a"]);
        assert_eq!(said("package team.web\nviolation contains \"x\"\n"), ["deny team.web.violation: x"]);
    }

    #[test]
    fn a_deny_fails_the_gate_at_its_place() {
        let mut document = sample::document();
        let policies = read(
            "package p\ndeny contains {\"msg\": \"b\", \"location\": input.threats[0].location}\nwarn contains \"w\"",
        )
        .unwrap();
        let said = policies.judge(&serde_json::to_string(&document).unwrap()).unwrap();
        hold(said.findings, &mut document);
        let last = document.summary.gate.against.last().unwrap();
        assert_eq!((last.kind.as_str(), last.subject.as_str(), last.text.as_str()), ("rego", "p.deny", "b"));
        assert_eq!((last.location.line, last.location.end_column), (4, 9));
        assert!(document.summary.gate.fails() && document.policy_findings.len() == 2);
        assert_eq!(document.summary.gate.reasons.last().unwrap(), "1 violation of a Rego policy");
    }

    #[test]
    fn mistakes_have_a_place() {
        for (text, place, said) in [
            ("package p\ndeny contains msg if {\n  msg := \n}\n", "a.rego:3:7: ", "expecting"),
            ("package p\ndeny contains msg if { msg := undefined_name }\n", "a.rego:2:31: ", "unsafe"),
            ("deny contains \"x\"\n", "a.rego:1:1: ", "package"),
            ("package p\ndeny contains msg if { msg := http.send({}) }\n", "a.rego:2:40: ", "http.send"),
            ("package p\ndeny contains msg if { msg := opa.runtime().env.HOME }\n", "a.rego:2:42: ", "opa.runtime"),
        ] {
            let failed = failing(text);
            assert!(failed.starts_with(place) && failed.contains(said), "{failed}");
        }
    }

    #[test]
    fn functions_that_lead_back_to_themselves_are_refused() {
        let many = |texts: &[&str]| {
            let named = texts.iter().enumerate().map(|(at, text)| (format!("{at}.rego"), (*text).to_owned()));
            Policies::read(named.collect(), Limits::default()).map(|_| ()).map_err(|bad| bad.to_string())
        };
        let said = "calls itself, and Rego knows no recursion";
        for texts in [
            &["package p\nf(x) := f(x)\ndeny contains f(1)\n"][..],
            &["package p\nf(x) := y if { y := g(x) }\ng(x) := [f(z) | some z in x]\ndeny contains \"a\" if f([1])\n"],
            &["package p\nimport data.q\nf(x) := q.g(x)\ndeny contains f(1)\n", "package q\ng(x) := data.p.f(x)\n"],
            &[
                "package p\nimport data.q as other\nf(x) := other.g(x)\ndeny contains f(1)\n",
                "package q\ng(x) := data.p.f(x)\n",
            ],
        ] {
            let failed = many(texts).unwrap_err();
            assert!(failed.starts_with("0.rego: ") && failed.contains(said), "{failed}");
        }
        let fine = "package p\nimport data.q\ncount_all(x) := count(x)\nf(x) := q.f(x)\ndeny contains f(1) if count_all([1]) > 2\n";
        assert_eq!(many(&[fine, "package q\nf(x) := x\n"]), Ok(()));
    }

    #[test]
    fn a_policy_that_can_never_say_anything_is_a_mistake() {
        for text in ["package p\nDeny contains \"x\"\n", "package p\nexception contains \"x\"\n", "package p\n"] {
            assert!(failing(text).contains("it can never say anything"), "{text}");
        }
        let helper = ("b.rego".to_owned(), "package lib\nx := 1\n".to_owned());
        let user = |text: &str| ("a.rego".to_owned(), text.to_owned());
        let used = user("package p\ndeny contains \"x\" if data.lib.x > 2\n");
        assert!(Policies::read(vec![used, helper.clone()], Limits::default()).is_ok());
        let unused = user("package p\ndeny contains \"x\"\n");
        assert!(Policies::read(vec![unused, helper], Limits::default()).is_err());
    }

    #[test]
    fn answers_that_are_no_messages_are_mistakes() {
        assert!(failing("package p\ndeny contains 3\n").contains("`p.deny`"));
        assert!(failing("package p\ndeny := true\n").contains("no set of messages"));
    }
}
