//! Laws of baselines and comparisons, on random models.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::document::Document;
use tm_compiler::{Analysis, analyse};
use tm_pipeline::baseline::Baseline;
use tm_pipeline::diff::{Diff, Side, diff, markdown};
use tm_pipeline::gate::{Limit, Terms, judge};
use tm_pipeline::governance::{Entry, entries};
use tm_pipeline::judged::{Texts, judged};
use tm_tests::plan::{Layout, Plan, plans};
use tm_tests::world::Memory;

fn cases() -> ProptestConfig {
    ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() }
}

fn analysis(plan: &Plan, layout: &Layout) -> std::sync::Arc<Analysis> {
    analyse(&Memory::of(format!("use std.stride\n{}", plan.text(layout))))
}

fn compared(old: &Analysis, new: &Analysis) -> Diff {
    let (before, after) = (old.document(), new.document());
    diff(&side(old, &before), &side(new, &after))
}

fn side<'a>(analysis: &'a Analysis, document: &'a Document) -> Side<'a> {
    let own = analysis.sources().iter().filter(|(_, file)| !file.embedded);
    Side {
        name: "model".into(),
        document,
        package: "main".into(),
        files: own.map(|(_, file)| (file.path.clone(), &*file.text)).collect(),
        others: BTreeMap::new(),
        places: BTreeMap::new(),
        foreign: BTreeSet::new(),
        root: String::new(),
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_model_does_not_differ_from_itself(plan in plans(true)) {
        let analysis = analysis(&plan, &Layout::default());
        let found = compared(&analysis, &analysis);
        prop_assert!(found.changes.is_empty(), "{}", markdown(&found));
    }

    #[test]
    fn what_stands_today_passes_today(plan in plans(true)) {
        let mut document = analysis(&plan, &Layout::default()).document();
        let baseline = Baseline::read(&Baseline::of(&document).write()).unwrap();
        baseline.mark(&mut document);
        let all = Some(Limit::Rank(0));
        let gate = judge(&document, &Terms { limit: all, unknown: all, baseline: Some(&baseline) });
        prop_assert_eq!(gate.verdict, "pass", "{:?}", gate.against);
    }

    #[test]
    fn against_nothing_everything_is_new(plan in plans(true)) {
        let document = analysis(&plan, &Layout::default()).document();
        let all = Some(Limit::Rank(0));
        let gate = judge(&document, &Terms { limit: all, unknown: all, baseline: None });
        let standing = document.threats.iter().filter(|one| one.status == "open" || one.status == "planned").count();
        prop_assert_eq!(gate.against.iter().filter(|one| one.kind != "policy").count(), standing);
    }

    #[test]
    fn what_came_one_way_goes_the_other(one in plans(true), other in plans(true)) {
        let (one, other) = (analysis(&one, &Layout::default()), analysis(&other, &Layout::default()));
        let (there, back) = (compared(&one, &other), compared(&other, &one));
        let ids = |diff: &Diff, word: &str| -> Vec<String> {
            let mut ids: Vec<String> = diff.changes.iter().filter(|change| change.what.word() == word && change.sort == "threat").map(|change| change.id.clone()).collect();
            ids.sort();
            ids
        };
        prop_assert_eq!(ids(&there, "added"), ids(&back, "removed"));
        prop_assert!(markdown(&there).len() < 65_536);
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC*", old in statements(), new in statements()) {
        let _ = Baseline::read(&text);
        let _ = Baseline::read(&format!("tm-baseline 1\n{text}"));
        for entry in entries(&old) {
            prop_assert!(old.get(entry.range.clone()).is_some());
        }
        let names = BTreeMap::from([("api", "front"), ("P", "Q")]);
        let mixed = judged(&Texts::from([("a.tm", old.as_str())]), &Texts::from([("a.tm", new.as_str())]), &names);
        let kept = &mixed.described["a.tm"];
        // What judges is gone from the new text, but for what is new there and takes nothing away.
        let gone = |entry: &Entry| ["decision", "policy", "change"].contains(&entry.sort);
        prop_assert_eq!(entries(kept).into_iter().find(gone), None, "{}", kept);
        prop_assert_eq!(kept.lines().count(), new.lines().count());
    }

}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_change_that_leaves_governance_alone_is_judged_as_it_stands(plan in plans(true)) {
        let text = format!("use std.stride\n{}accept Nothing on nobody until 2030-01-01 {{ by = \"a\", reason = \"b\" }}\n", plan.text(&Layout::default()));
        let mixed = judged(&Texts::from([("a.tm", text.as_str())]), &Texts::from([("a.tm", text.as_str())]), &BTreeMap::new());
        let together = format!("{}\n{}", mixed.described["a.tm"], mixed.judging["a.tm"]);
        let words = |text: &str| entries(text).into_iter().map(|entry| entry.words).collect::<BTreeSet<_>>();
        prop_assert_eq!(words(&together), words(&text));
    }
}

/// Sources put together from statements and their fragments.
fn statements() -> impl Strategy<Value = String> {
    let parts = [
        "model m { appetite = Low, strict }",
        "model m",
        "model m: T \"M\" {\n  appetite = High\n",
        "accept X on api until 2030-01-01 { by = \"a\", reason = \"b\" }",
        "dismiss X on e: T when e.a { reason = \"c\" }",
        "policy P { forbid f: flow when not f.encrypted }",
        "boundary b {\n  process api { apply Waf }",
        "}",
        "disable std.web.X { reason = \"d\" }",
        "extend threat X { mitigated_by = Y }",
        "threat X: A.B { on p: process, when p.a }",
        "control C: process { strength = 10% }",
        "use std.web",
        "// a remark",
        "é \"\"\"",
        "{",
    ];
    proptest::collection::vec(proptest::sample::select(parts.to_vec()), 0..8).prop_map(|parts| parts.join("\n"))
}
