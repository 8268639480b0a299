//! Icons: those of the library can be drawn and are used, packages bring their own, and what is no icon gets nowhere.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use tm_compiler::icons::Drawing;
use tm_compiler::{analyse, codes};
use tm_tests::world::{Memory, say};

const FRAME: &str = "<svg viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\">";

/// The icons of the library: package, name, text.
fn library() -> Vec<(&'static str, &'static str, &'static str)> {
    let files =
        tm_stdlib::packages().flat_map(|package| tm_stdlib::files(package).iter().map(move |file| (package, file)));
    let icons = files.filter_map(|(package, file)| {
        let name = file.path.split_once("/icons/")?.1.strip_suffix(".svg")?;
        Some((package, name, file.text))
    });
    icons.collect()
}

#[test]
fn icons_of_the_library_can_be_drawn() {
    let icons = library();
    assert!(icons.len() > 40);
    for (package, name, text) in icons {
        assert!(text.len() < 1500, "{package}: `{name}` is large for what it shows");
        let drawing = Drawing::read(text).unwrap_or_else(|mistake| panic!("{package}: `{name}`: {}", mistake.message));
        assert!(!drawing.lines.is_empty(), "{package}: `{name}`");
    }
}

#[test]
fn every_icon_of_the_library_is_used_and_every_one_named_is_there() {
    let mut named = BTreeSet::new();
    for package in tm_stdlib::packages() {
        let said = say(&Memory::at(&format!("embedded:{package}")));
        let wrong: Vec<&str> = said
            .diagnostics
            .iter()
            .filter(|found| [codes::UNKNOWN_ICON, codes::BAD_ICON].contains(&found.code))
            .map(|found| found.message.as_str())
            .collect();
        assert!(wrong.is_empty(), "{package}: {wrong:#?}");
        let analysis = analyse(&Memory::at(&format!("embedded:{package}")));
        named.extend(analysis.library.types.values().filter_map(|ty| ty.icon.as_deref().map(str::to_owned)));
    }
    let there: BTreeSet<String> = library().iter().map(|(_, name, _)| (*name).to_owned()).collect();
    assert_eq!(there, named);
}

/// Boxes without a picture are for plain elements, and for what has no shape that says more than its kind.
#[test]
fn most_types_of_the_library_have_an_icon() {
    let (mut with, mut without) = (0, Vec::new());
    for package in tm_stdlib::packages() {
        let analysis = analyse(&Memory::at(&format!("embedded:{package}")));
        let own = analysis.library.types.iter().filter(|(_, ty)| ty.package == analysis.package && ty.span.is_some());
        let drawn = own.filter(|(_, ty)| ty.kind.is_some_and(|kind| kind.is_node() || kind.word() == "boundary"));
        for (id, ty) in drawn {
            match analysis.icon(id) {
                Some(_) => with += 1,
                None => without.push(format!("{package}.{}", ty.name)),
            }
        }
    }
    assert!(with > 4 * without.len(), "{with} with, {} without: {without:#?}", without.len());
}

#[test]
fn a_package_brings_its_own_and_a_subtype_has_that_of_its_base() {
    let model = "type Arm: process \"Arm\" { icon = \"arm\" }\ntype Welder: Arm \"Welder\"\n\
        type Painter: Arm \"Painter\" { icon = \"worker\" }\n\
        process a: Welder\nprocess b: Painter\nprocess c\nboundary d: Cluster { store e: Queue }\n";
    let icon = format!("{FRAME}<path d=\"M4 20L12 8\"/></svg>");
    let world = Memory::at("acme")
        .file("acme/tm.toml", "name = \"acme\"")
        .file("acme/acme.tm", model)
        .file("acme/icons/arm.svg", icon);
    assert_eq!(say(&world).errors(), [""; 0]);
    let document = analyse(&world).document();
    let of = |id: &str| document.elements.iter().find(|one| one.id == id).unwrap().icon.as_str();
    assert_eq!([of("a"), of("b"), of("c"), of("e")], ["acme.arm", "std.core.worker", "", "std.core.queue"]);
    assert_eq!(document.boundaries[0].icon, "std.core.cluster");
    let ids: Vec<&str> = document.icons.iter().map(|icon| icon.id.as_str()).collect();
    assert_eq!(ids, ["acme.arm", "std.core.cluster", "std.core.queue", "std.core.worker"]);
    assert_eq!(document.icons[0].lines, "M4 20L12 8");
}

#[test]
fn a_file_that_is_no_icon_is_told_where_it_is_wrong() {
    let world = |svg: &[u8]| {
        let model = "type Arm: process \"Arm\" { icon = \"arm\" }\nprocess a: Arm\n";
        Memory::at("acme").file("acme/acme.tm", model).file("acme/icons/arm.svg", svg)
    };
    let hostile = [
        format!("{FRAME}\n<script>alert(1)</script></svg>"),
        format!("{FRAME}\n<path d=\"M1 1h1\" onload=\"x\"/></svg>"),
        format!("{FRAME}\n<a href=\"javascript:x\"><path d=\"M1 1h1\"/></a></svg>"),
        "<!DOCTYPE x [<!ENTITY a \"&a;&a;\">]>".to_owned(),
        "<".repeat(5000),
        String::new(),
    ];
    for svg in hostile {
        let said = say(&world(svg.as_bytes()));
        assert_eq!(said.errors(), ["E0511"], "{svg}");
        assert!(said.draw().contains("acme/icons/arm.svg"), "{svg}");
        assert!(analyse(&world(svg.as_bytes())).document().icons.is_empty());
    }
    assert_eq!(say(&world(b"\xff\xfe")).errors(), ["E0511"]);
    let failing = Memory::at("acme").file("acme/acme.tm", "type Arm: process \"Arm\" { icon = \"arm\" }");
    assert_eq!(say(&failing.fault("acme/icons/arm.svg", "permission denied")).errors(), ["E0511"]);
}
