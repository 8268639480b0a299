//! Catalogues: the library's tables are sound, all its references are in them, and packages bring their own.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use tm_compiler::catalog::{Catalogs, Found};
use tm_compiler::package::load;
use tm_compiler::{analyse, codes};
use tm_tests::world::{Memory, say};

/// Codes about references and catalogues.
const CODES: &[&str] = &[
    codes::BAD_CATALOG,
    codes::UNKNOWN_REFERENCE,
    codes::RETIRED_REFERENCE,
    codes::UNSUITED_REFERENCE,
    codes::STRANGE_REFERENCE,
];

fn library() -> std::sync::Arc<Catalogs> {
    load(&Memory::of("")).catalogs.clone()
}

/// Run it after adding to the library: `cargo test -p tm-tests --test catalogs`.
#[test]
fn references_of_the_library_are_in_their_catalogues() {
    let mut wrong = String::new();
    for package in tm_stdlib::packages() {
        let packages = load(&Memory::at(&format!("embedded:{package}")));
        for found in packages.diagnostics.iter().filter(|found| CODES.contains(&found.code)) {
            let (path, line, _) = packages.sources.locate(found.span());
            let help = found.help.clone().unwrap_or_default();
            wrong.push_str(&format!("{path}:{line}: {} {}; {help}\n", found.code, found.message));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn tables_of_the_library_are_sound() {
    let catalogs = library();
    let open: Vec<&str> = catalogs.list.iter().filter(|one| one.table.is_none()).map(|one| &*one.name).collect();
    assert_eq!(open, ["Cve", "Ghsa", "Rfc", "EuLaw"], "all others have a table");
    for catalog in &catalogs.list {
        let Some(table) = &catalog.table else { continue };
        assert_eq!(table.mistake(), None, "{}", catalog.name);
        for id in table.ids() {
            assert!(catalog.fits(id), "{}: `{id}` has not the form of its ids", catalog.name);
            let entry = catalogs.entry(id).unwrap_or_else(|| panic!("`{id}` is not found"));
            assert_eq!(entry.catalog, &*catalog.name, "`{id}` has the form of two catalogues' ids");
            let named = entry.relations.iter().flat_map(|(_, ids)| ids);
            for other in named.filter(|other| matches!(catalogs.find(other), Found::Unknown(_))) {
                let split = table.starting(&format!("{other}.")).next().is_some();
                assert!(split || lost(other), "`{id}` is related to `{other}`, which is not there");
            }
        }
    }
}

/// Relations lead to ids of other editions: categories of CWE, techniques of an older ATT&CK.
fn lost(id: &str) -> bool {
    ["CWE-", "T"].iter().any(|start| id.starts_with(start))
}

#[test]
fn every_table_belongs_to_a_catalogue() {
    let core = tm_stdlib::files("std.core").iter();
    let text: String = core.clone().filter(|file| file.path.ends_with("catalogs.tm")).map(|file| file.text).collect();
    // `resources.tsv` is what the package says about resources of plans and manifests.
    for file in core.filter(|file| file.path.ends_with(".tsv") && !file.path.ends_with("/resources.tsv")) {
        let name = file.path.trim_start_matches("std/core/");
        let version = name.replace("-18.1", "-{version}").replace("-19", "-{version}");
        assert!(text.contains(&format!("\"{name}\"")) || text.contains(&format!("\"{version}\"")), "{name}");
    }
}

#[test]
fn successors_are_there_and_not_retired_themselves() {
    let catalogs = library();
    let mut seen = BTreeSet::new();
    for catalog in &catalogs.list {
        for id in catalog.table.iter().flat_map(|table| table.ids()) {
            let entry = catalogs.entry(id).unwrap_or_default();
            for next in &entry.successors {
                let next = catalogs.entry(next).unwrap_or_else(|| panic!("{id} -> {next}"));
                assert_ne!(next.status, "retired", "{id} -> {}", next.id);
                seen.insert(id.to_owned());
            }
        }
    }
    assert!(seen.len() > 100);
}

#[test]
fn a_version_is_chosen_in_the_manifest() {
    let model = "threat Quiet \"Logs are switched off\" {\n  on app\n  likelihood = Low\n  impact = High\n  \
                 references = [\"T1562.001\"]\n}\nactor user\nprocess app\nflow user -> app\n";
    let world = |manifest: &str| Memory::at("shop").file("shop/tm.toml", manifest).file("shop/a.tm", model);
    assert_eq!(say(&world("name = \"shop\"")).codes(), Vec::<&str>::new());
    let newer = say(&world("name = \"shop\"\n[catalogs]\nAttack = \"19\"\n"));
    assert_eq!(newer.codes(), [codes::RETIRED_REFERENCE]);
    assert!(newer.draw().contains("T1685"), "{}", newer.draw());
    let none = say(&world("name = \"shop\"\n[catalogs]\nAttack = \"7\"\n"));
    assert_eq!(none.errors(), [codes::BAD_CATALOG], "{}", none.draw());
    let misspelt = say(&world("name = \"shop\"\n[catalogs]\nAtack = \"19\"\n"));
    assert_eq!(misspelt.codes(), [codes::BAD_CATALOG]);
}

#[test]
fn a_package_brings_a_catalogue_with_its_table() {
    let library = "catalog Rules \"House rules\" {\n  version = \"7\"\n  ids = \"GW-#\"\n  table = \"tables/rules.tsv\"\n  \
                   url = \"https://example.org/{kind}/{1}\"\n}\n";
    let table = "id\ttitle\tkind\tstatus\tsuccessor\nGW-2\tNo plain text\tnet\nGW-1\tOld\tnet\tretired\tGW-2\n";
    let model = "use house\nthreat Open \"Open gateway\" {\n  on app\n  likelihood = Low\n  impact = High\n  \
                 references = [\"GW-2\", \"GW-1\", \"GW-3\"]\n}\nactor user\nprocess app\nflow user -> app\n";
    let world = Memory::at("shop")
        .file("shop/tm.toml", "name = \"shop\"\n[dependencies]\nhouse = { path = \"../house\" }\n")
        .file("shop/a.tm", model)
        .file("house/tm.toml", "name = \"house\"\n")
        .file("house/a.tm", library);
    let said = say(&world.clone().file("house/tables/rules.tsv", table));
    assert_eq!(said.codes(), [codes::RETIRED_REFERENCE, codes::UNKNOWN_REFERENCE], "{}", said.draw());
    let analysis = analyse(&world.clone().file("house/tables/rules.tsv", table));
    let entry = analysis.catalogs.entry("GW-2").expect("an entry");
    assert_eq!((entry.source.as_str(), entry.url.as_str()), ("House rules 7", "https://example.org/net/2"));
    assert_eq!(said_codes(&world), [codes::BAD_CATALOG]);
    let marked = world.clone().file("house/tables/rules.tsv", format!("\u{feff}{table}"));
    assert_eq!(said_codes(&marked), said.codes(), "spreadsheets write a mark of the byte order");
    let merged = "id\ttitle\n<<<<<<< ours\nGW-1\ta\n=======\nGW-2\tb\n>>>>>>> theirs\n";
    for bad in ["", "title\n", "id\ttitle\nGW-1\ta\nGW-1\tb\n", "id\ttitle\nGW-1\ta\nXX-1\tb\n", merged] {
        assert_eq!(said_codes(&world.clone().file("house/tables/rules.tsv", bad)), [codes::BAD_CATALOG], "{bad:?}");
    }
    let binary = world.file("house/tables/rules.tsv", vec![0xFF, 0xFE, 0x00]);
    assert_eq!(said_codes(&binary), [codes::BAD_CATALOG]);
}

fn said_codes(world: &Memory) -> Vec<&'static str> {
    say(world).codes()
}

#[test]
fn ids_are_completed() {
    let catalogs = library();
    let ids = |start: &str| -> Vec<String> { catalogs.complete(start, 5).into_iter().map(|entry| entry.id).collect() };
    assert_eq!(ids("CWE-31")[0], "CWE-31");
    assert!(ids("CWE-31").contains(&"CWE-311".to_owned()));
    assert_eq!(ids("PCI-DSS-4.0.1 6.4.").len(), 3);
    assert_eq!(catalogs.complete("T1002", 5).len(), 0, "retired ids are not offered");
    assert!(!ids("").is_empty());
}
