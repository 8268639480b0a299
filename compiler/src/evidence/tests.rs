//! Verdicts of claims over runs made by hand.

use super::claim::Pattern;
use super::judge::{Judged, Known, judge};
use super::{Check, Claim, Evidence, Finding, Line, Omission, Pass, Place, Places, Scan, Verdict};
use jiff::civil::Date;

const TODAY: Date = Date::constant(2027, 1, 31);

fn claim(check: &str, max_age: Option<i64>) -> Claim {
    let (tool, check) = (Some(Pattern::tool("semgrep")), Some(Pattern::name(check)));
    Claim { text: "claim".to_owned(), format: "sarif".to_owned(), tool, check, max_age }
}

fn scan(checks: &[&str], found: Option<(usize, &str)>) -> Scan {
    let check = |name: &&str| Check { names: vec![(*name).to_owned()], listed: true };
    let finding = |(check, path): (usize, &str)| Finding { check, place: place(path), ..Finding::default() };
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

fn place(path: &str) -> Place {
    let code = if path.is_empty() { Vec::new() } else { vec![Line { path: path.to_owned(), line: 3 }] };
    Place { code, ..Place::default() }
}

fn verdict(claim: &Claim, scan: Scan, places: Option<&Places>) -> (Verdict, String) {
    let judged = judged(claim, &Evidence { scans: vec![scan] }, places);
    (judged.verdict, judged.because)
}

/// Judged where all paths are those of some element.
fn judged(claim: &Claim, evidence: &Evidence, here: Option<&Places>) -> Judged {
    judge(claim, &Known { evidence, here, everywhere: &Places::of_code(&["**"]) }, TODAY)
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
fn a_place_that_is_not_known_whole_may_be_ours() {
    let shop = Places::of_code(&["shop/**"]);
    let at = |path: &str, vague| {
        let mut scan = scan(&["sql-1"], Some((0, path)));
        scan.findings[0].place.vague = vague;
        verdict(&claim("*", None), scan, Some(&shop)).0
    };
    assert_eq!((at("a.py", true), at("a.py", false)), (Verdict::Failing, Verdict::Verified));
    assert_eq!(at("../shop/a.py", false), Verdict::Failing);
    assert_eq!(at("https://git.example/org/shop/a.py", false), Verdict::Failing);
}

#[test]
fn a_pass_verifies_what_it_is_about() {
    let shop = Places::of_code(&["shop/**"]);
    let passed = |path: &str, places: Option<&Places>| {
        let mut scan = scan(&["sql-1"], None);
        scan.checks[0].listed = false;
        scan.passes.push(Pass { check: 0, place: place(path) });
        verdict(&claim("*", None), scan, places)
    };
    assert_eq!(passed("shop/a.py", Some(&shop)).0, Verdict::Verified);
    assert_eq!(passed("back/a.py", Some(&shop)).1, "it ran elsewhere, such as back/a.py:3");
    assert_eq!(passed("", Some(&shop)).1, "it passed, and nothing says where");
    let both = Place { resource: "db.other".to_owned(), ..place("shop/a.tf") };
    let named = Places::of_resource("db.orders", &["shop/**"]);
    assert!(!named.cover(&both) && named.may_hold(&both), "many resources stand in one file");
    assert!(named.cover(&Place { resource: "db.orders".to_owned(), ..place("main.tf") }));
    for places in [None, Some(&Places::default())] {
        assert_eq!(passed("shop/a.py", places).0, Verdict::Untested, "nobody knows whether that is here");
    }
}

#[test]
fn what_is_left_out_or_suppressed_here_leaves_it_untested() {
    let shop = Places::of_code(&["shop/**"]);
    let left = |check, path: &str| {
        let omission = Omission { check, why: "suppressed".to_owned(), place: place(path) };
        let scan = Scan { omissions: vec![omission], ..scan(&["sql-1", "xss"], None) };
        verdict(&claim("sql-*", None), scan, Some(&shop))
    };
    assert_eq!(left(Some(0), "shop/a.py"), (Verdict::Untested, "sql-1 at shop/a.py:3: suppressed".to_owned()));
    assert_eq!(left(None, "shop/a.py"), (Verdict::Untested, "shop/a.py:3: suppressed".to_owned()));
    assert_eq!(left(Some(0), "").1, "sql-1: suppressed");
    assert_eq!(left(Some(0), "back/a.py").0, Verdict::Verified);
    assert_eq!(left(Some(1), "shop/a.py").0, Verdict::Verified, "another check");
    // No other run makes up for it.
    let omission = Omission { check: Some(0), why: String::new(), place: place("shop/a.py") };
    let runs = vec![scan(&["sql-1"], None), Scan { omissions: vec![omission], ..scan(&["sql-1"], None) }];
    let judged = judged(&claim("sql-*", None), &Evidence { scans: runs }, Some(&shop));
    assert_eq!(judged.verdict, Verdict::Untested);
}

#[test]
fn a_finding_in_code_of_no_element_verifies_nothing() {
    let (shop, all) = (Places::of_code(&["shop/**"]), Places::of_code(&["shop/**", "back/**"]));
    let at = |path: &str, vague| {
        let mut scan = scan(&["sql-1", "xss"], Some((0, path)));
        scan.findings[0].place.vague = vague;
        let evidence = Evidence { scans: vec![scan] };
        let of = |check| {
            let judged =
                judge(&claim(check, None), &Known { evidence: &evidence, here: Some(&shop), everywhere: &all }, TODAY);
            (judged.verdict, judged.because)
        };
        (of("sql-*"), of("xss").0)
    };
    let stray = "sql-1 at a.py:3, which is the code of no element".to_owned();
    assert_eq!(at("a.py", false), ((Verdict::Untested, stray), Verdict::Verified));
    assert_eq!(at("back/a.py", false).0.0, Verdict::Verified);
    assert_eq!(at("shop/a.py", false).0.0, Verdict::Failing);
    assert_eq!(at("a.py", true).0.0, Verdict::Failing);
}

#[test]
fn an_instance_is_the_resource() {
    let fits = |ours: &str, theirs: &str| {
        let place = Place { resource: theirs.to_owned(), ..Place::default() };
        let places = Places::of_resource(ours, &[]);
        assert_eq!(places.hold(&place), places.cover(&place));
        places.may_hold(&place)
    };
    for (ours, theirs) in [
        ("db.orders", "db.orders"),
        ("db.orders", "db.orders[0]"),
        ("db.orders", "db.orders[\"a\"]"),
        ("module.m.db.orders", "module.m[1].db.orders[\"a\"]"),
        ("module.m[1].db.orders", "module.m[1].db.orders[0]"),
        ("db.orders[0]", "db.orders"),
        ("db.orders[0]", "db.orders[0]"),
        ("db.*", "db.orders[0]"),
    ] {
        assert!(fits(ours, theirs), "{ours} {theirs}");
    }
    for (ours, theirs) in [
        ("db.orders", "db.orders2[0]"),
        ("db.orders[0]", "db.orders[1]"),
        ("module.m[1].db.orders", "module.m[2].db.orders[0]"),
        ("db.orders", "module.m.db.orders"),
    ] {
        assert!(!fits(ours, theirs), "{ours} {theirs}");
    }
}

#[test]
fn a_folder_that_is_left_out_may_hold_code() {
    let holds = |pattern: &str, folder: &str| Places::of_code(&[pattern]).hold(&place(folder));
    for (pattern, folder) in [
        ("api/**", "api/"),
        ("api/**", "api/sub/"),
        ("api/**/*.py", "api/sub/"),
        ("api/db.py", "api/"),
        ("**/*.py", "api/"),
    ] {
        assert!(holds(pattern, folder), "{pattern} {folder}");
    }
    for (pattern, folder) in
        [("api/**", "web/"), ("api/*.py", "api/sub/"), ("api/db.py", "api/db/"), ("apis/**", "api/")]
    {
        assert!(!holds(pattern, folder), "{pattern} {folder}");
    }
}

#[test]
fn of_several_files_that_which_is_here_is_shown() {
    let two = Place {
        code: ["vendor/x.py", "shop/a.py"].map(|path| place(path).code.remove(0)).to_vec(),
        ..Place::default()
    };
    assert_eq!(
        (two.to_string(), Places::of_code(&["shop/**"]).shown(&two)),
        ("vendor/x.py:3".into(), "shop/a.py:3".into())
    );
}

#[test]
fn a_run_that_looked_elsewhere_says_nothing() {
    let shop = Places::of_code(&["shop/**"]);
    let looked = |path: &str| {
        let scanned = vec![Line { path: path.to_owned(), line: 0 }];
        verdict(&claim("*", None), Scan { scanned, ..scan(&["sql-1"], None) }, Some(&shop))
    };
    assert_eq!(looked("shop/a.py").0, Verdict::Verified);
    assert_eq!(looked("back/a.py").1, "scan.sarif did not look at the code that is named here");
}

#[test]
fn names_of_tools_are_the_same_in_letters_of_any_size() {
    let named = |name: &str| Scan { names: vec![name.to_owned()], ..scan(&["sql-1"], None) };
    assert_eq!(verdict(&claim("*", None), named("Semgrep"), None).0, Verdict::Verified);
    assert_eq!(verdict(&claim("SQL-*", None), named("Semgrep"), None).0, Verdict::Untested, "those of checks are not");
    assert!(Pattern::tool("sem*").fits("SEMGREP") && !Pattern::name("sem*").fits("SEMGREP"));
}

#[test]
fn a_run_of_tomorrow_may_be_and_one_of_next_year_may_not() {
    let on = |day| Scan { day: Some(day), ..scan(&["sql-1"], None) };
    assert_eq!(verdict(&claim("*", Some(30)), on(Date::constant(2027, 2, 1)), None).0, Verdict::Verified);
    let ahead = verdict(&claim("*", Some(30)), on(Date::constant(2028, 1, 1)), None);
    assert_eq!(ahead, (Verdict::Untested, "it says that it ran on 2028-01-01, which is yet to come".to_owned()));
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
