//! Bad and huge inputs through a World that injects faults: clear errors, no panic, no overflow, no quadratic time.
//!
//! The threads of tests have stacks of 2 MB.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::fmt::Write;
use tm_compiler::{Outcome, analyse};
use tm_tests::world::{Memory, Said, say};

fn errors(world: &Memory) -> Vec<&'static str> {
    say(world).errors()
}

fn of(text: &str) -> Said {
    say(&Memory::of(text))
}

#[test]
fn an_empty_file() {
    for text in ["", "\n", "// nothing\n", "//! nothing\n", "   ", "\u{FEFF}"] {
        assert_eq!(of(text).codes(), [""; 0], "{text:?}");
    }
}

#[test]
fn bytes_that_are_no_text() {
    let noise: Vec<u8> = (0..20_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    assert_eq!(errors(&Memory::of(noise)), ["E0109"]);
    assert_eq!(errors(&Memory::of([0xFF, 0xFE, b'a', 0])), ["E0109"], "UTF-16");
    assert_eq!(errors(&Memory::of([b'a', 0xC3])), ["E0109"], "cut off");
    let zeros = errors(&Memory::of(vec![0; 10_000]));
    assert!(zeros.iter().all(|code| *code == "E0101") && !zeros.is_empty());
}

#[test]
fn a_byte_order_mark_and_line_ends_of_other_systems() {
    let text = "\u{FEFF}actor a\r\nprocess b {\r\n  input_validation\r\n}\r\nflow a -> b\r\n";
    assert_eq!(of(text).codes(), [""; 0]);
    let wrong = of(&text.replace("input_validation", "input_validaton"));
    assert_eq!(wrong.errors(), ["E0302"]);
    let (_, line, column) = wrong.sources.locate(wrong.diagnostics[0].span());
    assert_eq!((line, column), (3, 3));
}

#[test]
fn a_missing_entry() {
    assert_eq!(errors(&Memory::at("nowhere.tm")), ["E0201"]);
    assert_eq!(errors(&Memory::at("nowhere")), ["E0201"]);
    assert_eq!(errors(&Memory::at("")), ["E0201"]);
    assert_eq!(errors(&Memory::at("/")), ["E0201"]);
    let no_sources = Memory::at("shop").file("shop/readme.md", "nothing");
    assert_eq!(errors(&no_sources), ["E0201"]);
}

#[test]
fn files_that_cannot_be_read() {
    let denied = "permission denied (os error 13)";
    let file = Memory::at("shop").file("shop/a.tm", "process a").fault("shop/b.tm", denied);
    let said = say(&file);
    assert_eq!(said.errors(), ["E0201"]);
    assert!(said.diagnostics[0].message.contains(denied) && said.diagnostics[0].message.contains("shop/b.tm"));
    let folder = Memory::at("shop").file("shop/a.tm", "process a").fault("shop", denied);
    assert_eq!(errors(&folder), ["E0201"]);
    let manifest = Memory::at("shop").file("shop/a.tm", "process a").fault("shop/tm.toml", denied);
    assert_eq!(errors(&manifest), ["E0201"]);
    let entry = Memory::at("a.tm").fault("a.tm", denied);
    assert_eq!(errors(&entry), ["E0201"]);
}

#[test]
fn one_file_of_several_is_no_text() {
    let world = Memory::at("shop").file("shop/a.tm", "process a\nflow a -> c").file("shop/b.tm", [0xFF]);
    assert_eq!(errors(&world), ["E0109"], "the others are still checked");
}

fn package(world: Memory, name: &str, depends: &[(&str, &str)], text: &str) -> Memory {
    let mut manifest = format!("name = \"{name}\"\n[dependencies]\n");
    for (name, path) in depends {
        let _ = writeln!(manifest, "{name} = {{ path = \"{path}\" }}");
    }
    world.file(&format!("{name}/tm.toml"), manifest).file(&format!("{name}/{name}.tm"), text)
}

#[test]
fn packages_in_a_circle() {
    let own = package(Memory::at("a"), "a", &[("a", "../a")], "use a\nprocess p");
    assert_eq!(errors(&own), ["E0203"]);
    let own = package(Memory::at("a"), "a", &[("a", ".")], "use a\nprocess p");
    assert_eq!(errors(&own), ["E0203"], "by another path");
    let mut many = Memory::at("p0");
    for at in 0..50 {
        let next = format!("p{}", (at + 1) % 50);
        let path = format!("../{next}");
        many = package(many, &format!("p{at}"), &[(&next, &path)], &format!("use {next}\nprocess e{at}"));
    }
    assert_eq!(errors(&many), ["E0203"]);
}

#[test]
fn a_long_chain_of_packages() {
    let mut world = Memory::at("p0");
    for at in 0..400 {
        let next = format!("p{}", at + 1);
        let path = format!("../{next}");
        world = package(world, &format!("p{at}"), &[(&next, &path)], &format!("use {next}\nprocess e{at}"));
    }
    let world = package(world, "p400", &[], "process last");
    let found = errors(&world);
    assert!(found.is_empty() || found == ["E0203"], "{found:?}");
}

#[test]
fn a_dependency_outside() {
    let path = "../../../../../../etc";
    let world = package(Memory::at("a"), "a", &[("etc", path)], "use etc\nprocess p");
    assert_eq!(errors(&world), ["E0201"]);
    let world = package(Memory::at("a"), "a", &[("etc", "/etc")], "use etc\nprocess p");
    assert_eq!(errors(&world), ["E0201"]);
    let world = package(Memory::at("a"), "a", &[("b", "")], "use b\nprocess p");
    assert_eq!(errors(&world), ["E0203"], "an empty path is the package itself");
}

#[test]
fn packages_of_one_name() {
    let rule = "threat Foo: Stride.Spoofing { on p: process, likelihood = High, impact = High }";
    let both = "use a\nuse b\nprocess q";
    let named = |root: &str, b: &str| {
        let head = "\n[dependencies]\na = { path = \"../a\" }\nb = { path = \"../b\" }\n";
        let world = Memory::at("shop").file("shop/tm.toml", format!("name = \"{root}\"{head}")).file("shop/s.tm", both);
        let world = world.file("a/tm.toml", "name = \"acme\"").file("a/a.tm", rule);
        world.file("b/tm.toml", format!("name = \"{b}\"")).file("b/b.tm", rule)
    };
    assert_eq!(errors(&named("shop", "other")), [""; 0]);
    assert_eq!(errors(&named("shop", "acme")), ["E0209"], "two dependencies");
    assert_eq!(errors(&named("acme", "other")), ["E0209"], "what is checked and what it uses");
    assert_eq!(errors(&named("shop", "std.web")), ["E0209"], "only the library's own sources have its names");
    assert_eq!(errors(&Memory::at("std.web.tm").file("std.web.tm", "process p")), ["E0209"], "by its file");
}

#[test]
fn sources_of_the_library_keep_its_name() {
    let mut world = Memory::at("payment").file("payment/tm.toml", "name = \"std.payment\"");
    for file in tm_stdlib::files("std.payment") {
        let name = file.path.rsplit('/').next().expect("a name");
        world = world.file(&format!("payment/{name}"), file.text);
    }
    assert_eq!(errors(&world), [""; 0]);
}

#[test]
fn manifests_with_mistakes() {
    for (manifest, codes) in [
        ("name = ", &["E0204"][..]),
        ("\u{0}\u{1}", &["E0204"]),
        ("name = 3", &["E0204"]),
        ("name = \"\"", &["E0204"]),
        ("name = \"my shop\"", &["E0204"]),
        ("name = \"../elsewhere\"", &["E0204"]),
        ("name = \"a/b\"", &["E0204"]),
        ("name = \"a..b\"", &["E0204"]),
        ("name = \"\u{202e}x\"", &["E0204"]),
        ("name = \"a\\\"<|\\nb\"", &["E0204"]),
        ("<<<<<<< ours\nname = \"a\"\n=======\nname = \"b\"\n>>>>>>> theirs\n", &["E0204"]),
        ("name = \"Löwe_2.mobile-bank\"", &[]),
        ("name = \"std\"", &["E0209"]),
        ("name = \"std.core\"", &["E0209"]),
        ("name = \"std.mine\"", &["E0209"]),
        ("name = \"standard.core\"", &[]),
        ("[dependencies]\n\"std.web\" = { path = \".\" }", &["E0209"]),
        ("language = \"2\"", &["E0204"]),
        ("dependencies = 3", &["E0204"]),
        ("[dependencies]\nacme = 3", &["E0204"]),
        ("[dependencies]\nacme = { path = 3 }", &["E0204"]),
        ("", &[]),
    ] {
        let world = Memory::at("a").file("a/tm.toml", manifest).file("a/a.tm", "process p");
        assert_eq!(errors(&world), codes, "{manifest}");
    }
    let broken = Memory::at("a").file("a/tm.toml", [0xFF, 0xFE]).file("a/a.tm", "process p");
    assert_eq!(errors(&broken).len(), 1);
}

#[test]
fn titles_with_anything_in_them() {
    let titles = [
        "a \\\"quoted\\\" title",
        "<script>alert(1)</script>",
        "a | b | c",
        "first\\nsecond",
        "tab\\there",
        "שלום עולם",
        "مرحبا",
        "{not.a.path}",
        "\\{\\}",
        "`code`",
        "# heading",
        "&amp;",
        "]]>",
        "\\\\",
        "🦀",
        "%s %n",
        "../../etc",
    ];
    let mut text = String::from("use std.stride\ndata Card { confidentiality = High }\n");
    for (at, title) in titles.iter().enumerate() {
        let _ = writeln!(
            text,
            "actor a{at} \"{title}\"\nprocess p{at} \"{title}\"\nflow f{at}: a{at} -> p{at} over Http \"{title}\" {{ sends = Card }}"
        );
    }
    let world = Memory::of(text);
    assert_eq!(errors(&world), [""; 0]);
    let analysis = analyse(&world);
    assert_ne!(analysis.outcome(), Outcome::Invalid);
    assert!(!analysis.assessed.threats.is_empty());
    let json = serde_json::to_string(&analysis.document()).expect("the document is JSON");
    assert!(json.contains("<script>alert(1)</script>") || json.contains("\\u003c"));
}

#[test]
fn names_of_many_scripts() {
    let text = "actor クライアント\nprocess שרת\nstore хранилище\ndata 資料\nflow クライアント -> שרת { sends = 資料 }\nflow שרת -> хранилище { sends = 資料 }";
    assert_eq!(of(text).codes(), [""; 0]);
}

fn many(count: usize, between: &str, item: impl Fn(usize) -> String) -> String {
    let items: Vec<String> = (0..count).map(item).collect();
    items.join(between)
}

#[test]
fn a_list_of_ten_thousand() {
    let data = many(10_000, "\n", |at| format!("data D{at}"));
    let names = many(10_000, ", ", |at| format!("D{at}"));
    let text = format!("{data}\nactor a\nstore s {{ holds = [{names}] }}\nflow a -> s {{ sends = [{names}] }}\n");
    assert_eq!(of(&text).codes(), [""; 0]);
}

#[test]
fn a_hundred_thousand_names_without_brackets() {
    let names = many(100_000, ", ", |_| "Card".to_owned());
    let said = of(&format!("data Card\nstore s {{ holds = {names} }}\n"));
    assert_eq!(said.errors(), ["E0302"], "one list, one message");
}

#[test]
fn ten_thousand_flows_into_one_element() {
    let flows = many(10_000, "\n", |at| format!("flow f{at}: a -> s over Https"));
    assert_eq!(of(&format!("actor a\nstore s\n{flows}")).codes(), [""; 0]);
}

#[test]
fn ten_thousand_operands() {
    for (between, condition) in [(" and ", true), (" or ", true), (" + ", false)] {
        let operand = if condition { "f.encrypted" } else { "1" };
        let chain = many(10_000, between, |_| operand.to_owned());
        let chain = if condition { chain } else { format!("{chain} > 3 and f.encrypted") };
        let text =
            format!("actor a\nprocess p\nflow f: a -> p over Http\npolicy P \"P\" {{ forbid f: flow when {chain} }}\n");
        let found = errors(&Memory::of(text));
        assert!(found.is_empty() || found == ["E0107"], "{between}: {:?}", &found[..found.len().min(5)]);
    }
}

#[test]
fn a_long_chain_of_fields() {
    for count in [200, 5_000] {
        let chain = "f.source.inflows".to_owned() + &".source.inflows".repeat(count);
        let text = format!(
            "actor a\nprocess p\nflow f: a -> p over Http\npolicy P \"P\" {{ forbid f: flow when count({chain}) > 0 }}\n"
        );
        let found = errors(&Memory::of(text));
        assert!(found.is_empty() || found == ["E0107"], "{count}: {found:?}");
    }
}

#[test]
fn a_long_chain_of_types() {
    let types = many(5_000, "\n", |at| match at {
        0 => "type T0: process".to_owned(),
        _ => format!("type T{at}: T{}", at - 1),
    });
    assert_eq!(of(&format!("{types}\nprocess p: T4999")).codes(), [""; 0]);
}

#[test]
fn a_long_circle_of_types() {
    let types = many(5_000, "\n", |at| format!("type T{at}: T{}", (at + 1) % 5_000));
    let found = errors(&Memory::of(format!("{types}\nprocess p: T4999")));
    assert_eq!(found, ["E0301"]);
}

#[test]
fn functions_that_call_functions() {
    let chain = |count: usize, reversed: bool| {
        let mut functions: Vec<String> = (1..count).map(|at| format!("fn f{at}(f: flow) = f{}(f)", at - 1)).collect();
        functions.push("fn f0(f: flow) = f.encrypted".to_owned());
        if reversed {
            functions.reverse();
        }
        let last = count - 1;
        format!(
            "{}\nactor a\nprocess p\nflow f: a -> p over Http\npolicy P \"P\" {{ require f: flow when f{last}(f) }}",
            functions.join("\n")
        )
    };
    assert_eq!(errors(&Memory::of(chain(50, false))), ["E0701"]);
    assert_eq!(errors(&Memory::of(chain(50, true))), ["E0701"]);
    for reversed in [false, true] {
        let found = errors(&Memory::of(chain(5_000, reversed)));
        assert!(!found.is_empty() && found.iter().all(|code| *code == "E0107"), "{found:?}");
    }
}

#[test]
fn functions_that_double() {
    let functions = many(60, "\n", |at| match at {
        0 => "fn f0(f: flow) = f.encrypted".to_owned(),
        _ => format!("fn f{at}(f: flow) = f{0}(f) or f{0}(f)", at - 1),
    });
    let text = format!(
        "{functions}\nactor a\nprocess p\nflow f: a -> p over Http\npolicy P \"P\" {{ forbid f: flow when f59(f) }}"
    );
    let found = errors(&Memory::of(text));
    assert!(!found.is_empty() && found.iter().all(|code| *code == "E0107"), "{found:?}");
}

#[test]
fn functions_in_a_circle() {
    let functions = many(500, "\n", |at| format!("fn f{at}(f: flow) = f{}(f)", (at + 1) % 500));
    let found = errors(&Memory::of(functions));
    assert!(found.contains(&"E0506") && found.len() <= 2, "{found:?}");
}

/// Names so alike that each is compared with each.
#[test]
fn very_many_names_that_are_alike() {
    let flows = many(1_000, "\n", |at| format!("flow f{at}: a -> service_number_{at}x"));
    let elements = many(1_000, "\n", |at| format!("process service_number_{at}"));
    let found = errors(&Memory::of(format!("actor a\n{elements}\n{flows}")));
    assert_eq!(found.len(), 1_000);
}

#[test]
fn boundaries_in_boundaries() {
    let nested = |depth: usize| {
        let open = many(depth, "\n", |at| format!("boundary b{at} {{"));
        format!("{open}\nprocess p\n{}\nactor a\nflow a -> p over Https", "}\n".repeat(depth))
    };
    assert_eq!(errors(&Memory::of(nested(60))), [""; 0]);
    let deep = errors(&Memory::of(nested(300)));
    assert_eq!(deep, ["E0107"]);
}

#[test]
fn a_chain_that_is_followed() {
    let processes = many(3_000, "\n", |at| format!("process p{at}"));
    let flows = many(2_999, "\n", |at| format!("flow p{at} -> p{} over Https", at + 1));
    let text = format!(
        "{processes}\n{flows}\nstore s\nflow p2999 -> s\npolicy P \"P\" {{ forbid s: store when p0 reaches s }}"
    );
    assert_eq!(errors(&Memory::of(text)), ["E0701"]);
}

#[test]
fn very_many_duplicates() {
    let said = of(&"process p\n".repeat(5_000));
    assert_eq!(said.errors().len(), 4_999);
}

#[test]
fn very_many_unknown_names() {
    let elements = many(10_000, "\n", |at| format!("process server{at}"));
    let flows = many(10_000, "\n", |at| format!("flow f{at}: a -> server{at}x"));
    let analysis = analyse(&Memory::of(format!("actor a\n{elements}\n{flows}")));
    let suggested: Vec<bool> = analysis.diagnostics().iter().map(|unknown| unknown.help.is_some()).collect();
    assert_eq!(suggested.len(), 10_000);
    assert_eq!(
        (suggested.first(), suggested.last()),
        (Some(&true), Some(&false)),
        "with very many, not each is looked up"
    );
}
