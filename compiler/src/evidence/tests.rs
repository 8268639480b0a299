//! Verdicts of claims over runs made by hand.

use super::claim::Pattern;
use super::judge::judge;
use super::{Check, Claim, Evidence, Finding, Line, Places, Scan, Verdict};
use jiff::civil::Date;

const TODAY: Date = Date::constant(2027, 1, 31);

fn claim(check: &str, max_age: Option<i64>) -> Claim {
    let (tool, check) = (Some(Pattern::name("semgrep")), Some(Pattern::name(check)));
    Claim { text: "claim".to_owned(), format: "sarif".to_owned(), tool, check, max_age }
}

fn scan(checks: &[&str], found: Option<(usize, &str)>) -> Scan {
    let check = |name: &&str| Check { names: vec![(*name).to_owned()] };
    let finding = |(check, path): (usize, &str)| Finding {
        check,
        code: if path.is_empty() { Vec::new() } else { vec![Line { path: path.to_owned(), line: 3 }] },
        ..Finding::default()
    };
    Scan {
        format: "sarif".to_owned(),
        names: vec!["semgrep".to_owned()],
        file: "scan.sarif".to_owned(),
        day: Some(Date::constant(2027, 1, 1)),
        checks: checks.iter().map(check).collect(),
        findings: found.map(finding).into_iter().collect(),
        ..Scan::default()
    }
}

fn verdict(claim: &Claim, scan: Scan, places: Option<&Places>) -> (Verdict, String) {
    let judged = judge(claim, &Evidence { scans: vec![scan] }, places, TODAY);
    (judged.verdict, judged.because)
}

#[test]
fn silence_is_no_evidence() {
    let untested = |claim, scan| verdict(&claim, scan, None).0 == Verdict::Untested;
    assert!(untested(claim("sql-*", None), scan(&["xss"], None)));
    assert!(untested(claim("sql-*", None), scan(&[], None)));
    assert!(untested(claim("sql-*", None), Scan { names: vec!["other".to_owned()], ..scan(&["sql-1"], None) }));
    assert!(untested(claim("sql-*", None), Scan { format: "junit".to_owned(), ..scan(&["sql-1"], None) }));
    assert_eq!(verdict(&claim("sql-*", None), scan(&["sql-1"], None), None).0, Verdict::Verified);
}

#[test]
fn what_is_cut_or_old_refutes_but_does_not_verify() {
    let cut = |found| Scan { cut: true, ..scan(&["sql-1"], found) };
    let any = claim("sql-*", None);
    assert_eq!(verdict(&any, cut(None), None), (Verdict::Untested, "part of scan.sarif could not be read".to_owned()));
    assert_eq!(verdict(&any, cut(Some((0, "a.py"))), None).0, Verdict::Failing);
    let fresh = claim("sql-*", Some(29));
    assert_eq!(verdict(&fresh, scan(&["sql-1"], None), None).1, "it ran 30 days ago, on 2027-01-01");
    assert_eq!(verdict(&fresh, scan(&["sql-1"], Some((0, ""))), None).0, Verdict::Failing);
    assert_eq!(verdict(&claim("sql-*", Some(30)), scan(&["sql-1"], None), None).0, Verdict::Verified);
    let undated = Scan { day: None, ..scan(&["sql-1"], None) };
    assert_eq!(verdict(&fresh, undated, None).1, "it does not say when it ran");
}

#[test]
fn findings_count_unless_they_are_certainly_elsewhere() {
    let shop = Places::of_code(&["shop/**/*.py"]);
    let at = |path| verdict(&claim("*", None), scan(&["sql-1"], Some((0, path))), Some(&shop)).0;
    assert_eq!(at("shop/db/a.py"), Verdict::Failing);
    assert_eq!(at("./shop/a.py"), Verdict::Failing);
    assert_eq!(at("file:///builds/work/shop/a.py"), Verdict::Failing);
    assert_eq!(at(""), Verdict::Failing, "nobody knows where");
    assert_eq!(at("back/a.py"), Verdict::Verified);
    assert_eq!(at("other/shop/a.py"), Verdict::Verified);
    let nowhere = verdict(&claim("*", None), scan(&["sql-1"], Some((0, "back/a.py"))), Some(&Places::default()));
    assert_eq!(nowhere.0, Verdict::Failing, "the element does not say where it is built");
}

#[test]
fn hostile_patterns_take_no_time() {
    let pattern = Pattern::name(&"*a".repeat(500));
    assert!(!pattern.fits(&"a".repeat(400)));
    for part in ["{a,b}", "**/y", "[!a-z]?", "é*", "{a,{b,c}}"] {
        assert!(!Pattern::path(&part.repeat(1_000 / part.len())).fits("x"));
        assert!(Pattern::path(&part.repeat(100_000)).fits(&part.repeat(100_000)));
    }
    let broken = Pattern::path("[z-a");
    assert!(broken.fits("[z-a") && !broken.fits("z"));
}
