//! Gathers what a reader finds into scans, within limits.

use jiff::civil::Date;
use std::collections::BTreeMap;
use tm_compiler::evidence::{Check, Finding, Line, Omission, Pass, Place, Scan, UNKNOWN};

/// Checks and findings that are kept of one file.
const MOST: usize = 100_000;
/// Tools and suites that are told apart in one file.
const SCANS: usize = 10_000;
/// Letters of a name or a message that are kept.
const LETTERS: usize = 1_000;
/// CVSS vectors that are kept of a finding.
const VECTORS: usize = 10;
/// Different things skipped that are told of one file.
const TOLD: usize = 20;

/// What is read of one file.
pub(crate) struct Collector {
    file: String,
    scans: Vec<Gathered>,
    /// Scans by format and names.
    known: BTreeMap<(String, Vec<String>), usize>,
    /// Findings may be missing.
    cut: bool,
    skipped: BTreeMap<String, usize>,
    /// Messages in the order in which they came up.
    order: Vec<String>,
    kept: usize,
}

struct Gathered {
    scan: Scan,
    /// Checks by their first name.
    known: BTreeMap<String, usize>,
}

/// Something found, before it is filed.
#[derive(Default)]
pub(crate) struct Found<'a> {
    /// Names of the check, that which is shown first.
    pub(crate) names: Vec<&'a str>,
    pub(crate) text: &'a str,
    pub(crate) place: Place,
    pub(crate) cvss: Vec<&'a str>,
}

impl Collector {
    pub(crate) fn new(file: &str) -> Self {
        Collector {
            file: file.to_owned(),
            scans: Vec::new(),
            known: BTreeMap::new(),
            cut: false,
            skipped: BTreeMap::new(),
            order: Vec::new(),
            kept: 0,
        }
    }

    /// Opens the scan of a tool; the same names of one format share one. Gives its index.
    pub(crate) fn scan(&mut self, format: &str, names: &[&str]) -> usize {
        let stem = self.file.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = stem.split('.').next().unwrap_or_default();
        let mut all: Vec<String> = Vec::new();
        for name in names.iter().copied().chain([stem]).filter(|name| !name.is_empty()) {
            if !all.iter().any(|known| known == name) {
                all.push(name.chars().take(LETTERS).collect());
            }
        }
        if self.scans.len() >= SCANS {
            self.lose(&format!("the names of tools and suites beyond the first {SCANS}"));
            all.clear();
        }
        let key = (format.to_owned(), all.clone());
        if let Some(at) = self.known.get(&key) {
            return *at;
        }
        self.known.insert(key, self.scans.len());
        let scan = Scan { format: format.to_owned(), names: all, file: self.file.clone(), ..Scan::default() };
        self.scans.push(Gathered { scan, known: BTreeMap::new() });
        self.scans.len() - 1
    }

    /// Notes when a scan ran; of several days the oldest counts.
    pub(crate) fn on_day(&mut self, scan: usize, text: &str) {
        let day: Option<Date> = text.get(..10).and_then(|text| text.parse().ok());
        match (day, self.scans.get_mut(scan)) {
            (Some(day), Some(one)) => {
                one.scan.day = Some(one.scan.day.map_or(day, |known| known.min(day)));
            }
            (None, _) if !text.is_empty() => self.skip("a time that is no time"),
            _ => {}
        }
    }

    /// Notes that a check ran over all that was scanned.
    pub(crate) fn listed(&mut self, scan: usize, names: &[&str]) {
        let Some(at) = self.check(scan, names) else {
            return;
        };
        if let Some(check) = self.scans.get_mut(scan).and_then(|one| one.scan.checks.get_mut(at)) {
            check.listed = true;
        }
    }

    /// Notes that a check found nothing at a place.
    pub(crate) fn passed(&mut self, scan: usize, names: &[&str], place: Place) {
        if let (Some(check), Some(one)) = (self.check(scan, names), self.scans.get_mut(scan)) {
            one.scan.passes.push(Pass { check, place });
        }
    }

    /// Notes that a check was left out, or what it found suppressed; without a name that is so for all checks.
    pub(crate) fn omitted(&mut self, scan: usize, names: &[&str], place: Place, why: &str) {
        let named = names.iter().any(|name| !name.is_empty());
        let check = if named { self.check(scan, names) } else { None };
        if check.is_none() && (named || !self.has_room()) {
            return;
        }
        self.kept += usize::from(!named);
        if let Some(one) = self.scans.get_mut(scan) {
            one.scan.omissions.push(Omission { check, why: short(why), place });
        }
    }

    /// Notes a file that was looked at.
    pub(crate) fn scanned(&mut self, scan: usize, file: Line) {
        if !file.path.is_empty() && self.has_room() {
            self.kept += 1;
            if let Some(one) = self.scans.get_mut(scan) {
                one.scan.scanned.push(file);
            }
        }
    }

    /// The index of a check.
    fn check(&mut self, scan: usize, names: &[&str]) -> Option<usize> {
        let Some(first) = names.iter().find(|name| !name.is_empty()) else {
            self.skip("a check that has no name");
            return None;
        };
        if !self.has_room() {
            return None;
        }
        let one = self.scans.get_mut(scan)?;
        let at = *one.known.entry(short(first)).or_insert_with(|| {
            one.scan.checks.push(Check::default());
            one.scan.checks.len() - 1
        });
        self.kept += 1;
        let check = one.scan.checks.get_mut(at)?;
        for name in names.iter().filter(|name| !name.is_empty()).map(|name| short(name)) {
            if !check.names.contains(&name) {
                check.names.push(name);
            }
        }
        Some(at)
    }

    /// Files a finding.
    pub(crate) fn found(&mut self, scan: usize, found: Found<'_>) {
        if found.names.iter().all(|name| name.is_empty()) {
            self.lose("a finding that names no rule");
            return;
        }
        let Some(check) = self.check(scan, &found.names) else {
            return;
        };
        let finding = Finding {
            check,
            text: short(found.text),
            place: found.place,
            cvss: found.cvss.into_iter().filter(|vector| !vector.is_empty()).take(VECTORS).map(short).collect(),
        };
        if let Some(one) = self.scans.get_mut(scan) {
            one.scan.findings.push(finding);
        }
    }

    /// Says that something was skipped; the same words are counted.
    pub(crate) fn skip(&mut self, what: &str) {
        let count = self.skipped.entry(what.to_owned()).or_default();
        *count += 1;
        if *count == 1 {
            self.order.push(what.to_owned());
        }
    }

    /// Says that something was skipped among which there may be findings.
    pub(crate) fn lose(&mut self, what: &str) {
        self.cut = true;
        self.skip(what);
    }

    fn has_room(&mut self) -> bool {
        let room = self.kept < MOST;
        if !room {
            self.lose(&format!("checks and findings beyond the first {MOST}"));
        }
        room
    }

    /// What was skipped, in words, and whether something may be missing.
    pub(crate) fn told(&self) -> (Vec<String>, bool) {
        let mut told: Vec<String> = Vec::new();
        for what in self.order.iter().take(TOLD) {
            let count = self.skipped.get(what).copied().unwrap_or(1);
            told.push(if count == 1 { what.clone() } else { format!("{what} ({count} times)") });
        }
        if self.order.len() > TOLD {
            told.push(format!("and {} other things", self.order.len() - TOLD));
        }
        (told, self.cut)
    }

    /// The scans; where there is none, one that says why.
    pub(crate) fn finish(mut self) -> Vec<Scan> {
        let (told, cut) = self.told();
        if self.scans.is_empty() {
            self.scan(UNKNOWN, &[]);
        }
        if let Some(first) = self.scans.first_mut() {
            first.scan.skipped = told;
        }
        self.scans.into_iter().map(|one| Scan { cut, ..one.scan }).collect()
    }
}

/// A name or a message, as much of it as is kept.
pub(crate) fn short(text: &str) -> String {
    text.chars().take(LETTERS).collect()
}
