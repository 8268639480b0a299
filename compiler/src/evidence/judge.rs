//! What evidence says about a claim.

use super::{Claim, Evidence, Omission, Place, Places, Scan, UNKNOWN};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// Days that a run may lie ahead: where it ran it may be tomorrow already.
const AHEAD: i64 = -1;

/// What evidence says about a claim, or about a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The check ran and found nothing.
    Verified,
    /// Nothing shows that the check ran.
    Untested,
    /// The check found something.
    Failing,
}

impl Verdict {
    /// The word that is shown.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Verified => "verified",
            Verdict::Untested => "untested",
            Verdict::Failing => "failing",
        }
    }
}

/// A claim, judged.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The claim as written.
    pub claim: String,
    /// What came out.
    pub verdict: Verdict,
    /// Why, in words.
    pub because: String,
    /// Files that say so.
    pub files: Vec<String>,
    /// Day of the oldest run that counts.
    pub day: Option<Date>,
    /// Checks that ran.
    pub ran: usize,
    /// Scan and finding, as indices.
    pub findings: Vec<(usize, usize)>,
}

/// What a claim is judged by.
pub(super) struct Known<'a> {
    pub(super) evidence: &'a Evidence,
    /// Where the control stands.
    pub(super) here: Option<&'a Places>,
    /// Where all elements are.
    pub(super) everywhere: &'a Places,
}

/// Judges a claim about these places; where there are none, it is about everything.
///
/// It is verified only where a run shows that the check ran here and found nothing. What was suppressed or left out here
/// stands against it, in whatever run.
pub(super) fn judge(claim: &Claim, known: &Known<'_>, today: Date) -> Judged {
    let evidence = known.evidence;
    let mut judged = Judged {
        claim: claim.text.clone(),
        verdict: Verdict::Untested,
        because: String::new(),
        files: Vec::new(),
        day: None,
        ran: 0,
        findings: Vec::new(),
    };
    let (mut named, mut barred, mut unfit) = (false, None, None);
    for (at, scan) in evidence.scans.iter().enumerate().filter(|(_, scan)| is_about(claim, scan)) {
        named = true;
        let run = Run { claim, scan, places: known.here, everywhere: known.everywhere };
        let (found, ran) = (run.refuting(), run.ran());
        barred = barred.or_else(|| run.omitted());
        let trouble = if ran.is_empty() { run.elsewhere() } else { run.unfit(today) };
        if found.is_empty() && (ran.is_empty() || trouble.is_some()) {
            unfit = unfit.or(trouble);
            continue;
        }
        judged.ran += ran.len();
        judged.day = oldest(judged.day, scan.day, judged.files.is_empty());
        if !judged.files.contains(&scan.file) {
            judged.files.push(scan.file.clone());
        }
        judged.findings.extend(found.into_iter().map(|finding| (at, finding)));
    }
    judged.verdict = match (judged.findings.len(), judged.ran) {
        (0, 0) => Verdict::Untested,
        (0, _) if barred.is_some() => Verdict::Untested,
        (0, _) => Verdict::Verified,
        _ => Verdict::Failing,
    };
    judged.because = because(&judged, known, barred.or(unfit), || unseen(claim, evidence, named));
    judged
}

fn because(judged: &Judged, known: &Known<'_>, trouble: Option<String>, unseen: impl FnOnce() -> String) -> String {
    let evidence = known.evidence;
    match (judged.verdict, judged.findings.first()) {
        (Verdict::Failing, Some((scan, first))) => {
            let (scan, finding) = (&evidence.scans[*scan], &evidence.scans[*scan].findings[*first]);
            let more = judged.findings.len() - 1;
            let more = if more == 0 { String::new() } else { format!(", and {more} more") };
            let name = scan.check_name(finding.check);
            match known.here.map_or_else(|| finding.place.to_string(), |here| here.shown(&finding.place)).as_str() {
                "" => format!("{name}{more}"),
                place if finding.place.code.is_empty() && finding.place.resource.is_empty() => {
                    format!("{name} in {place}{more}")
                }
                place => format!("{name} at {place}{more}"),
            }
        }
        (Verdict::Verified, _) if judged.ran == 1 => "1 check ran and found nothing".to_owned(),
        (Verdict::Verified, _) => format!("{} checks ran and found nothing", judged.ran),
        _ => trouble.unwrap_or_else(unseen),
    }
}

/// Why no run says anything.
fn unseen(claim: &Claim, evidence: &Evidence, named: bool) -> String {
    if named {
        return "nothing shows that this check ran".to_owned();
    }
    if evidence.scans.is_empty() {
        return "no evidence was given".to_owned();
    }
    let format = if claim.format.is_empty() { "evidence" } else { &claim.format };
    let lost = evidence.scans.iter().find(|scan| scan.format == UNKNOWN);
    let lost = lost.map_or_else(String::new, |scan| format!("; nothing was made of {}", scan.file));
    format!("no {format} of this name was given{lost}")
}

fn is_about(claim: &Claim, scan: &Scan) -> bool {
    let tool = claim.tool.as_ref().is_none_or(|tool| scan.names.iter().any(|name| tool.fits(name)));
    scan.format == claim.format && tool
}

/// What one run says about a claim.
struct Run<'a> {
    claim: &'a Claim,
    scan: &'a Scan,
    places: Option<&'a Places>,
    everywhere: &'a Places,
}

impl Run<'_> {
    fn is_claimed(&self, check: usize) -> bool {
        let names = self.scan.checks.get(check).map(|check| check.names.as_slice()).unwrap_or_default();
        self.claim.check.as_ref().is_none_or(|claimed| names.iter().any(|name| claimed.fits(name)))
    }

    fn may_be_here(&self, place: &Place) -> bool {
        self.places.is_none_or(|places| places.may_hold(place))
    }

    /// The findings of the claimed checks that may be about this place.
    fn refuting(&self) -> Vec<usize> {
        let all = self.scan.findings.iter().enumerate();
        let ours = all.filter(|(_, one)| self.is_claimed(one.check) && self.may_be_here(&one.place));
        ours.map(|(at, _)| at).collect()
    }

    /// The claimed checks that are shown to have run here.
    fn ran(&self) -> BTreeSet<usize> {
        let looked = self.places.is_none_or(|places| places.seen(&self.scan.scanned));
        let checks = self.scan.checks.iter().enumerate();
        let listed = checks.filter(|(_, check)| check.listed && looked).map(|(at, _)| at);
        let here = |place: &Place| self.places.is_some_and(|places| places.cover(place));
        let passed = self.scan.passes.iter().filter(|pass| here(&pass.place)).map(|pass| pass.check);
        listed.chain(passed).filter(|check| self.is_claimed(*check)).collect()
    }

    /// The first of the claimed checks that was left out or suppressed here.
    fn omitted(&self) -> Option<String> {
        let ours = |one: &&Omission| one.check.is_some_and(|at| self.is_claimed(at)) && self.may_be_here(&one.place);
        self.scan.omissions.iter().find(ours).map(|one| self.scan.told(one))
    }

    /// Where the claimed checks ran, if that is nowhere here.
    fn elsewhere(&self) -> Option<String> {
        if self.scan.checks.iter().enumerate().any(|(at, check)| check.listed && self.is_claimed(at)) {
            return Some(format!("{} did not look at the code that is named here", self.scan.file));
        }
        let pass = self.scan.passes.iter().find(|pass| self.is_claimed(pass.check))?;
        Some(match pass.place.subject().as_str() {
            "" => "it passed, and nothing says where".to_owned(),
            place => format!("it ran elsewhere, such as {place}"),
        })
    }

    /// Why a run cannot verify anything here: part of it is missing, or it is too old.
    fn unfit(&self, today: Date) -> Option<String> {
        let scan = self.scan;
        if scan.cut {
            return Some(format!("part of {} could not be read", scan.file));
        }
        let lost = scan.omissions.iter().find(|one| one.check.is_none() && self.may_be_here(&one.place));
        if let Some(lost) = lost {
            return Some(scan.told(lost));
        }
        if let Some(stray) = self.stray() {
            return Some(stray);
        }
        let most = self.claim.max_age?;
        let Some(day) = scan.day else {
            return Some("it does not say when it ran".to_owned());
        };
        let age = crate::assess::days_between(day, today);
        if age < AHEAD {
            return Some(format!("it says that it ran on {day}, which is yet to come"));
        }
        (age > most).then(|| format!("it ran {age} days ago, on {day}"))
    }

    /// A finding of a claimed check in code of which no element says that it is its own: where a tool ran in a folder
    /// below the root, all paths lack their beginning, and none of them fits.
    fn stray(&self) -> Option<String> {
        let listed = |check: usize| self.scan.checks.get(check).is_some_and(|one| one.listed);
        let nowhere = |place: &Place| !place.vague && !place.code.is_empty() && !self.everywhere.hold(place);
        let all = self.scan.findings.iter().filter(|one| listed(one.check) && self.is_claimed(one.check));
        let stray = all.into_iter().find(|one| nowhere(&one.place))?;
        let name = self.scan.check_name(stray.check);
        Some(format!("{name} at {}, which is the code of no element", stray.place))
    }
}

/// A run without a day is older than any.
fn oldest(known: Option<Date>, next: Option<Date>, first: bool) -> Option<Date> {
    if first { next } else { known.zip(next).map(|(one, other)| one.min(other)) }
}
