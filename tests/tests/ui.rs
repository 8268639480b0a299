//! What the compiler says about mistakes: `tests/cases/ui/*.tm`, the pages of the codes, and their examples.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use tm_compiler::codes;
use tm_compiler::drift::{compare, survey};
use tm_tests::pages::{Example, also, built, examples, world};
use tm_tests::world::{Memory, Said, say};

/// A case begins with `// CODE, CODE: what`; what is said about it has these codes and no other.
#[test]
fn cases() {
    tm_tests::check_cases("ui", |text| {
        let said = say(&Memory::of(text));
        let mut codes = said.codes();
        codes.sort_unstable();
        codes.dedup();
        let first = text.lines().next().unwrap_or_default();
        let promised = first.trim_start_matches("// ").split(':').next();
        format!(
            "{}{}",
            if promised == Some(&codes.join(", ")) {
                String::new()
            } else {
                format!("PROMISED {promised:?}, SAID {codes:?}\n\n")
            },
            said.draw()
        )
    });
}

/// No snapshot was accepted in which a case does not keep its promise.
#[test]
fn cases_keep_their_promise() {
    let folder = std::fs::read_dir(tm_tests::folder("ui")).expect("the folder of cases");
    for entry in folder.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending == "snap") {
            let text = std::fs::read_to_string(&path).expect("a snapshot");
            assert!(!text.contains("PROMISED "), "{}", path.display());
        }
    }
}

#[test]
fn every_code_has_a_page() {
    for code in codes::ALL {
        let page = codes::page(code).unwrap_or_else(|| panic!("no page for {code}"));
        assert!(page.starts_with(&format!("# {code}: ")), "title of {code}");
        assert!(page.contains("\n## Why it matters\n"), "{code}");
        assert!(!examples(page, "fails").is_empty(), "{code} shows no failing example");
        assert!(!examples(page, "passes").is_empty(), "{code} shows no repaired example");
    }
}

#[test]
fn every_page_is_about_a_code() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/errors");
    for entry in std::fs::read_dir(folder).expect("docs/errors").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let code = name.trim_end_matches(".md");
        assert!(codes::ALL.contains(&code) || code == "README", "{name}");
    }
}

#[test]
fn codes_are_unique() {
    let mut sorted = codes::ALL.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), codes::ALL.len());
}

/// What is said about the World of some blocks, and about what differs from what they describe as built.
fn said(world: &Memory, blocks: &[Example]) -> Said {
    let mut said = say(world);
    if let Some(infrastructure) = built(blocks) {
        let surveyed = survey(world);
        said.diagnostics.extend(compare(&surveyed.analysis, &surveyed.tables, &infrastructure).diagnostics);
    }
    said
}

#[test]
fn failing_examples_fail_with_their_code() {
    let mut wrong = String::new();
    for code in codes::ALL {
        let blocks = examples(codes::page(code).unwrap_or_default(), "fails");
        let Some(world) = world(&blocks) else {
            continue;
        };
        let said = said(&world, &blocks);
        let extra = also(&blocks);
        let mut found = said.codes();
        found.retain(|found| !extra.contains(found));
        if found != [*code] {
            wrong.push_str(&format!("{code} shows {found:?}\n{}\n", said.draw()));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn repaired_examples_pass() {
    let mut wrong = String::new();
    for code in codes::ALL {
        let blocks = examples(codes::page(code).unwrap_or_default(), "passes");
        let Some(world) = world(&blocks) else {
            continue;
        };
        let said = said(&world, &blocks);
        if !said.diagnostics.is_empty() {
            wrong.push_str(&format!("{code}\n{}\n", said.draw()));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Every code is shown by a case of its own, by a case of syntax or of a command, or, where one file cannot, by its page alone.
#[test]
fn every_code_has_a_case() {
    const MANY_FILES: &[&str] =
        &["E0109", "E0201", "E0203", "E0204", "W0202", "E0108", "E0207", "E0209", "E0509", "E0511"];
    let mut shown = String::new();
    for kind in ["ui", "syntax", "cli"] {
        for entry in std::fs::read_dir(tm_tests::folder(kind)).expect("cases").flatten() {
            if entry.path().extension().is_some_and(|ending| ending == "snap") {
                shown.push_str(&std::fs::read_to_string(entry.path()).expect("a snapshot"));
            }
        }
    }
    for code in codes::ALL {
        assert!(shown.contains(code) || MANY_FILES.contains(code), "{code} has no case");
    }
}
