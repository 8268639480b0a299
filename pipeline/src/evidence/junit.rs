//! JUnit's XML, as the many tools write it that call it so.

use super::collect::{Collector, Found};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use tm_compiler::evidence::Place;

/// What tools write of a case that ran and found nothing, where they say so.
const PASSED: &[&str] =
    &["", "run", "completed", "passed", "pass", "success", "successful", "succeeded", "ok", "fixed"];
/// Elements nested deeper than this end the reading.
const DEEPEST: usize = 200;

pub(super) fn read(text: &str, collector: &mut Collector) {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let mut state = State { suites: Vec::new(), case: None, seen: false, bom: false, collector };
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                depth += 1;
                if depth > DEEPEST {
                    state.collector.lose("elements nested too deep, and all behind them");
                    break;
                }
                state.open(&tag);
            }
            Ok(Event::Empty(tag)) => {
                state.open(&tag);
                state.close(tag.local_name().as_ref());
            }
            Ok(Event::End(tag)) => {
                depth = depth.saturating_sub(1);
                state.close(tag.local_name().as_ref());
            }
            Ok(Event::Eof) => {
                if depth > 0 {
                    state.collector.lose("the end of the file: it was cut off");
                }
                break;
            }
            Ok(_) => {}
            Err(trouble) => {
                let place = reader.error_position();
                state.collector.lose(&format!("all from byte {place} on: it is no XML ({trouble})"));
                break;
            }
        }
    }
    let (seen, bom) = (state.seen, state.bom);
    if bom {
        collector.skip("CycloneDX in XML: only that in JSON is read");
    } else if !seen {
        collector.skip("there are no test suites in it");
    }
}

struct State<'c> {
    /// Suites around the present place, the innermost last.
    suites: Vec<Suite>,
    case: Option<Case>,
    seen: bool,
    /// It is a list of parts.
    bom: bool,
    collector: &'c mut Collector,
}

#[derive(Default)]
struct Suite {
    name: String,
    time: String,
    /// Failures and errors that it says it has.
    bad: u64,
    /// Those that are listed in it.
    listed: u64,
    /// Test cases that it says it has.
    tests: u64,
    /// Those that are listed in it.
    cases: u64,
    /// Test cases that it says did not run.
    idle: u64,
    /// Those that are listed in it as such.
    marked: u64,
}

impl Suite {
    fn of(tag: &BytesStart<'_>) -> Self {
        let count = |name| attribute(tag, name).trim().parse::<u64>().unwrap_or(0);
        let bad = count("failures").saturating_add(count("errors"));
        Suite {
            name: attribute(tag, "name"),
            time: attribute(tag, "timestamp"),
            bad,
            tests: count("tests"),
            idle: count("skipped").max(count("skip")).saturating_add(count("disabled")),
            ..Suite::default()
        }
    }
}

#[derive(Default)]
struct Case {
    name: String,
    class: String,
    outcome: Outcome,
}

#[derive(Default)]
enum Outcome {
    #[default]
    Passed,
    Skipped,
    /// It says something else than that it passed, failed or did not run.
    Unclear,
    Failed(String),
}

impl State<'_> {
    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref().to_ascii_lowercase().as_slice() {
            b"testsuites" | b"testsuite" => {
                self.seen = true;
                self.suites.push(Suite::of(tag));
            }
            b"testcase" => {
                self.suites.iter_mut().for_each(|suite| suite.cases += 1);
                // Some tools say so here alone.
                let said = ["status", "result", "outcome"].map(|name| attribute(tag, name).to_ascii_lowercase());
                let any = |words: &[&str]| said.iter().any(|said| words.contains(&said.as_str()));
                let outcome = if any(&["failed", "failure", "fail", "error", "broken"]) {
                    self.suites.iter_mut().for_each(|suite| suite.listed += 1);
                    Outcome::Failed(String::new())
                } else if any(&["skipped", "notrun", "disabled", "ignored", "suppressed", "pending"]) {
                    Outcome::Skipped
                } else if said.iter().all(|said| PASSED.contains(&said.as_str())) {
                    Outcome::Passed
                } else {
                    Outcome::Unclear
                };
                self.case = Some(Case { name: attribute(tag, "name"), class: attribute(tag, "classname"), outcome });
            }
            b"failure" | b"error" => {
                let said = attribute(tag, "message");
                self.suites.iter_mut().for_each(|suite| suite.listed += 1);
                match &mut self.case {
                    Some(case) => case.outcome = Outcome::Failed(said),
                    None => self.collector.lose("a failure outside of all test cases"),
                }
            }
            b"bom" => self.bom = true,
            b"skipped" | b"skip" | b"disabled" | b"ignored" | b"pending" | b"aborted" => self.rather(Outcome::Skipped),
            // Without the failure after which it ran again.
            b"rerunfailure" | b"rerunerror" | b"inconclusive" | b"incomplete" | b"timeout" | b"todo" => {
                self.rather(Outcome::Unclear);
            }
            _ => {}
        }
    }

    /// A test case that nothing else was said of did not pass.
    fn rather(&mut self, outcome: Outcome) {
        if let Some(case) = self.case.as_mut().filter(|case| matches!(case.outcome, Outcome::Passed)) {
            case.outcome = outcome;
        }
    }

    fn close(&mut self, name: &[u8]) {
        match name.to_ascii_lowercase().as_slice() {
            b"testsuites" | b"testsuite" => {
                let Some(suite) = self.suites.pop() else { return };
                if suite.tests > suite.cases {
                    let (name, tests, cases) = (suite.name.as_str(), suite.tests, suite.cases);
                    self.collector
                        .skip(&format!("test cases of the suite `{name}`: it counts {tests} and lists {cases}"));
                }
                // Some leave out those that did not run.
                let left_out = suite.tests.saturating_sub(suite.cases);
                if suite.idle > suite.marked.saturating_add(left_out) {
                    self.collector.lose(&format!(
                        "which test cases of the suite `{}` did not run: it counts {} and marks {}",
                        suite.name, suite.idle, suite.marked
                    ));
                }
                if suite.bad > suite.listed {
                    self.collector.lose(&format!(
                        "what the suite `{}` counts and does not list: {} failures, {} of them listed",
                        suite.name, suite.bad, suite.listed
                    ));
                }
            }
            b"testcase" => {
                if let Some(case) = self.case.take() {
                    self.file(&case);
                }
            }
            _ => {}
        }
    }

    fn file(&mut self, case: &Case) {
        if matches!(case.outcome, Outcome::Skipped | Outcome::Unclear) {
            self.suites.iter_mut().for_each(|suite| suite.marked += 1);
        }
        if case.name.is_empty() {
            self.collector.skip("a test case without a name");
            return;
        }
        let around: Vec<&str> = self.suites.iter().rev().map(|suite| suite.name.as_str()).collect();
        let scan = self.collector.scan("junit", &around);
        let time = self.suites.iter().rev().map(|suite| suite.time.as_str()).find(|time| !time.is_empty());
        self.collector.on_day(scan, time.unwrap_or_default());
        let full = if case.class.is_empty() { String::new() } else { format!("{}.{}", case.class, case.name) };
        // Two classes may have cases of one name: the full name tells them apart.
        let names = if full.is_empty() { vec![case.name.as_str()] } else { vec![full.as_str(), case.name.as_str()] };
        match &case.outcome {
            Outcome::Passed => self.collector.listed(scan, &names),
            Outcome::Skipped => self.collector.omitted(scan, &names, Place::default(), "the test case did not run"),
            Outcome::Unclear => {
                self.collector.omitted(scan, &names, Place::default(), "the test case does not say that it passed");
            }
            Outcome::Failed(said) => self.collector.found(scan, Found { names, text: said, ..Found::default() }),
        }
    }
}

/// An attribute as text; empty where it is missing or broken.
fn attribute(tag: &BytesStart<'_>, name: &str) -> String {
    let found =
        tag.attributes().with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name.as_bytes());
    let Some(found) = found else {
        return String::new();
    };
    match found.unescape_value() {
        Ok(text) => text.into_owned(),
        Err(_) => String::from_utf8_lossy(&found.value).into_owned(),
    }
}
