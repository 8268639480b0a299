//! What evidence says about a claim.

use super::{Claim, Evidence, Finding, Places, Scan};
use jiff::civil::Date;

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

/// Judges a claim; findings at other places than these are about something else.
pub(super) fn judge(claim: &Claim, evidence: &Evidence, places: Option<&Places>, today: Date) -> Judged {
    let mut judged = Judged {
        claim: claim.text.clone(),
        verdict: Verdict::Untested,
        because: String::new(),
        files: Vec::new(),
        day: None,
        ran: 0,
        findings: Vec::new(),
    };
    let (mut named, mut stale) = (false, None);
    for (at, scan) in evidence.scans.iter().enumerate().filter(|(_, scan)| is_about(claim, scan)) {
        named = true;
        let found = refuting(claim, scan, places);
        let ran = scan.checks.iter().filter(|check| fits(claim, &check.names)).count();
        let unfit = unfit(claim, scan, today);
        if ran == 0 || (found.is_empty() && unfit.is_some()) {
            stale = stale.or(unfit.filter(|_| ran > 0));
            continue;
        }
        judged.ran += ran;
        judged.day = oldest(judged.day, scan.day, judged.files.is_empty());
        if !judged.files.contains(&scan.file) {
            judged.files.push(scan.file.clone());
        }
        judged.findings.extend(found.into_iter().map(|finding| (at, finding)));
    }
    judged.verdict = match (judged.findings.len(), judged.ran) {
        (0, 0) => Verdict::Untested,
        (0, _) => Verdict::Verified,
        _ => Verdict::Failing,
    };
    judged.because = because(&judged, claim, evidence, named, stale);
    judged
}

fn because(judged: &Judged, claim: &Claim, evidence: &Evidence, named: bool, stale: Option<String>) -> String {
    match (judged.verdict, judged.findings.first(), stale) {
        (Verdict::Failing, Some((scan, first)), _) => {
            let (scan, finding) = (&evidence.scans[*scan], &evidence.scans[*scan].findings[*first]);
            let more = judged.findings.len() - 1;
            let more = if more == 0 { String::new() } else { format!(", and {more} more") };
            let name = scan.checks.get(finding.check).and_then(|check| check.names.first());
            format!("{}{}{more}", name.map_or("", String::as_str), place(finding))
        }
        (Verdict::Verified, ..) if judged.ran == 1 => "1 check ran and found nothing".to_owned(),
        (Verdict::Verified, ..) => format!("{} checks ran and found nothing", judged.ran),
        (_, _, Some(stale)) => stale,
        _ if named => "nothing shows that this check ran".to_owned(),
        _ if evidence.scans.is_empty() => "no evidence was given".to_owned(),
        _ => format!("no {} of this name was given", if claim.format.is_empty() { "evidence" } else { &claim.format }),
    }
}

fn place(finding: &Finding) -> String {
    match finding.code.first() {
        Some(at) if at.line > 0 => format!(" at {}:{}", at.path, at.line),
        Some(at) => format!(" at {}", at.path),
        None if !finding.resource.is_empty() => format!(" at {}", finding.resource),
        None if !finding.image.is_empty() => format!(" in {}", finding.image),
        None => String::new(),
    }
}

fn is_about(claim: &Claim, scan: &Scan) -> bool {
    let tool = claim.tool.as_ref().is_none_or(|tool| scan.names.iter().any(|name| tool.fits(name)));
    scan.format == claim.format && tool
}

fn fits(claim: &Claim, names: &[String]) -> bool {
    claim.check.as_ref().is_none_or(|check| names.iter().any(|name| check.fits(name)))
}

/// The findings of the claimed checks that may be about this place.
fn refuting(claim: &Claim, scan: &Scan, places: Option<&Places>) -> Vec<usize> {
    let of_claim = |finding: &Finding| scan.checks.get(finding.check).is_some_and(|check| fits(claim, &check.names));
    let here = |finding: &Finding| places.is_none_or(|places| places.may_hold(finding));
    let all = scan.findings.iter().enumerate();
    all.filter(|(_, finding)| of_claim(finding) && here(finding)).map(|(at, _)| at).collect()
}

/// Why a run cannot verify anything: part of it is missing, or it is too old.
fn unfit(claim: &Claim, scan: &Scan, today: Date) -> Option<String> {
    if scan.cut {
        return Some(format!("part of {} could not be read", scan.file));
    }
    let most = claim.max_age?;
    let Some(day) = scan.day else {
        return Some("it does not say when it ran".to_owned());
    };
    let age = crate::assess::days_between(day, today);
    (age > most).then(|| format!("it ran {age} days ago, on {day}"))
}

/// A run without a day is older than any.
fn oldest(known: Option<Date>, next: Option<Date>, first: bool) -> Option<Date> {
    if first { next } else { known.zip(next).map(|(one, other)| one.min(other)) }
}
