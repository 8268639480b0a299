//! Selectors, tables and comparisons over trees made by hand.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::selector::{Path, Patterns, Selector};
use super::table::parse;
use super::tree::{Data, Tree};
use super::{Format, Infrastructure, Links, Resource, Tables, doors, opened};
use crate::source::FileId;

fn text(text: &str) -> Tree {
    Tree::new(Data::Text(text.to_owned()))
}

fn map(members: Vec<(&str, Tree)>) -> Tree {
    Tree::new(Data::Map(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()))
}

fn list(items: Vec<Tree>) -> Tree {
    Tree::new(Data::List(items))
}

fn number(number: u32) -> Tree {
    Tree::new(Data::Number(number.to_string()))
}

fn hidden() -> Tree {
    Tree::new(Data::Hidden)
}

/// A group of rules like those of a firewall.
fn group() -> Tree {
    let rule = |from, to, who| map(vec![("from", number(from)), ("to", number(to)), ("who", list(vec![text(who)]))]);
    map(vec![
        ("in", list(vec![rule(80, 80, "0.0.0.0/0"), rule(20, 30, "10.0.0.0/8")])),
        ("name", text("web")),
        ("secret", hidden()),
        ("a.b", text("dotted")),
        ("none", Tree::default()),
    ])
}

fn fit(path: &str, patterns: &str) -> Option<bool> {
    Patterns::read(patterns).unwrap().fit(&Path::read(path).unwrap().reach(&group()))
}

#[test]
fn paths_lead_through_lists() {
    assert_eq!(fit("in.who", "0.0.0.0/0"), Some(true));
    assert_eq!(fit("in[from<=22,to>=22].who", "0.0.0.0/0"), Some(false), "the two hold for one member, not for two");
    assert_eq!(fit("in[from<=22,to>=22].who", "10.*"), Some(true));
    assert_eq!((fit("in.who", "world"), fit("in[from=20].who", "world|x")), (Some(true), Some(false)));
    assert_eq!(fit("secret", "world"), None);
    assert_eq!(fit("'a.b'", "dotted"), Some(true));
    assert_eq!(fit("*[from=80].to", "80"), Some(true));
    assert_eq!(fit("na*", "web"), Some(true));
}

#[test]
fn what_is_hidden_is_unknown_and_what_is_not_there_is_absent() {
    assert_eq!(fit("secret", "x|absent"), None);
    assert_eq!(fit("secret.deeper", "present"), None);
    for path in ["none", "nothing", "name.deeper", "in.nothing"] {
        assert_eq!(fit(path, "absent"), Some(true), "{path}");
        assert_eq!(fit(path, "present"), Some(false), "{path}");
    }
    assert_eq!(fit("name", "!web"), Some(false));
    assert_eq!(fit("nothing", "!web"), Some(false), "what is not there differs from nothing");
    assert_eq!(fit("in.from", "all 80"), Some(false));
    assert_eq!(fit("in.from", "all 80|20"), Some(true));
    assert_eq!(fit("in[from=7].from", "all 80"), Some(false), "nothing is not all");
    assert_eq!(Selector::read("x[secret=y,name=web]").unwrap().fits("x", &group()), None);
    assert_eq!(Selector::read("x[secret=y,name=api]").unwrap().fits("x", &group()), Some(false));
}

#[test]
fn bad_words_are_mistakes() {
    for bad in ["", "[a=b]", "x[a=b", "x[a]", "x[=b]", "x[a<=b]", "x[a=]", "x[a[b[c=d]=e]"] {
        assert!(Selector::read(bad).is_err(), "{bad}");
    }
    for bad in [".", "a..b", "a[b", "a]b", "'a", "a[b=c]d"] {
        assert!(Path::read(bad).is_err(), "{bad}");
    }
    let deep = "a[".repeat(5_000);
    assert!(Path::read(&deep).is_err());
    assert!(Path::read(&format!("{}x=y{}", deep, "]".repeat(5_000))).is_err());
    assert!(Patterns::read("|").is_err());
}

fn tables(rows: &str) -> (Tables, Vec<String>) {
    let mut diagnostics = Vec::new();
    let text = format!("# a comment\nrule\tresource\tattribute\twhen\tmeans\tvalue\n{}", rows.replace(" ; ", "\t"));
    let rows = parse("std.x", FileId(0), &text, &mut diagnostics);
    (Tables { rows }, diagnostics.into_iter().map(|found| found.message).collect())
}

#[test]
fn tables_say_what_is_wrong_with_a_line() {
    let (tables, wrong) =
        tables("is ; a ;  ;  ; T\nsey ; a\nsays ; a ; x\npart ; a\nsays ; a ; x..y ;  ; p\nopens ; a[ ; x");
    assert_eq!(tables.rows.len(), 1);
    assert_eq!(wrong.len(), 5, "{wrong:?}");
    let mut diagnostics = Vec::new();
    assert!(parse("std.x", FileId(0), "is\ta\t\t\tT\n", &mut diagnostics).is_empty());
    assert_eq!(diagnostics.len(), 1, "a table names its columns first");
}

fn resource(kind: &str, name: &str, members: Vec<(&str, Tree)>) -> Resource {
    Resource {
        kind: kind.to_owned(),
        names: vec![name.to_owned()],
        handles: vec![name.to_owned()],
        tree: map(members),
        ..Resource::default()
    }
}

#[test]
fn parts_speak_about_wholes() {
    let (tables, wrong) =
        tables("part ; rule ; group ; group\nwith ; machine ; groups ; group\nopens ; rule ; who ; any");
    assert!(wrong.is_empty(), "{wrong:?}");
    let resources = vec![
        resource("machine", "m", vec![("groups", list(vec![text("g")]))]),
        resource("group", "g", vec![]),
        resource("rule", "r", vec![("group", text("g")), ("who", text("any"))]),
        resource("machine", "g2", vec![("groups", hidden())]),
    ];
    let infrastructure = Infrastructure { files: Vec::new(), resources };
    let subjects = Links::new(&infrastructure, &tables).subjects();
    assert_eq!(subjects, [vec![0], vec![1, 0], vec![2, 1, 0], vec![3]]);
    let open = |at: usize| opened(&tables, &infrastructure.resources[at]).is_some();
    assert_eq!([open(0), open(1), open(2)], [false, false, true]);
}

#[test]
fn circles_end() {
    let (tables, _) = tables("part ; a ; next\ninside ; a ; next");
    let resources: Vec<Resource> =
        (0..50).map(|at| resource("a", &at.to_string(), vec![("next", text(&((at + 1) % 50).to_string()))])).collect();
    let infrastructure = Infrastructure { files: Vec::new(), resources };
    let links = Links::new(&infrastructure, &tables);
    assert!(links.subjects().iter().all(|about| about.len() == 7));
    assert!(links.around(0).len() <= 16);
}

#[test]
fn addresses_tell_their_format() {
    let of = |pattern: &str| -> Vec<&str> {
        let all = [Format::Terraform, Format::Compose, Format::Kubernetes, Format::Cloudformation];
        all.into_iter().filter(|format| format.has_form(pattern)).map(Format::word).collect()
    };
    assert_eq!(of("aws_db_instance.orders"), ["terraform"]);
    assert_eq!(of("module.db.aws_db_instance.this[0]"), ["terraform"]);
    assert_eq!(of("services.api"), ["compose"]);
    assert_eq!(of("prod/Deployment/*"), ["kubernetes"]);
    assert_eq!(of("AWS::RDS::DBInstance.Orders"), ["cloudformation"]);
    assert_eq!(of("OrdersDb"), ["cloudformation"]);
    assert_eq!(of("https://example.org/x"), [""; 0]);
}

fn table(rows: &str) -> Tables {
    let mut mistakes = Vec::new();
    let text = format!("rule\tresource\tattribute\twhen\tmeans\tvalue\n{rows}");
    let rows = parse("p", FileId(0), &text, &mut mistakes);
    assert!(mistakes.is_empty(), "{mistakes:?}");
    Tables { rows }
}

#[test]
fn doors_are_those_of_the_member_that_is_open() {
    let group = Resource { kind: "g".into(), tree: group(), ..Resource::default() };
    let of =
        |rows: &str| doors(&table(rows), &group).into_iter().map(|door| (door.way, door.ports)).collect::<Vec<_>>();
    assert_eq!(of("door\tg\tin.who\t0.0.0.0/0\tin.from\tin.to\n"), [("in.0.from".into(), vec![(80, 80)])]);
    assert_eq!(of("door\tg\tin.who\t10.*\tin.from\tin.to\n"), [("in.1.from".into(), vec![(20, 30)])]);
    assert_eq!(of("door\tg\tin.who\t10.*\tin.from|in.to\n"), [("in.1.from".into(), vec![(20, 20), (30, 30)])]);
    assert_eq!(of("door\tg\tin.who\t10.*\t*\n"), [("in.1.who.0".into(), vec![(0, 65_535)])]);
    assert_eq!(of("door\tg\tin.who\t10.*\tin.none\ndoor\tg\tsecret\tpresent\t*\n"), []);
}

#[test]
fn ports_are_read_as_files_write_them() {
    let of = |port: &str| {
        let tree = map(vec![("ports", list(vec![text(port)]))]);
        let one = Resource { kind: "g".into(), tree, ..Resource::default() };
        doors(&table("door\tg\tports\tpresent\tports\n"), &one)
            .into_iter()
            .flat_map(|door| door.ports)
            .collect::<Vec<_>>()
    };
    assert_eq!(of("8080:80/tcp"), [(8080, 8080), (80, 80)]);
    assert_eq!(of("[::1]:8080:80"), [(8080, 8080), (80, 80)]);
    assert_eq!(of("${PORT:-1}:80"), [(80, 80)]);
    assert_eq!(of("8000-8010"), [(8000, 8010)]);
    assert_eq!(of("*"), [(0, 65_535)]);
    for port in ["http", "", "99999", "-1", "9-8", "${PORT}"] {
        assert_eq!(of(port), [], "{port}");
    }
}

/// A text of one resource that is a text of another joins them; what does not fit the conditions stays out.
#[test]
fn resources_are_joined_by_equal_texts() {
    let one = |kind: &str, key: &str, tags: &[&str], open: bool| Resource {
        kind: kind.into(),
        tree: map(vec![
            (key, list(tags.iter().map(|tag| text(tag)).collect())),
            ("open", text(if open { "1" } else { "0" })),
        ]),
        ..Resource::default()
    };
    let resources = vec![
        one("wall", "target", &["web", "db"], true),
        one("vm", "tags", &["web"], true),
        one("vm", "tags", &["db"], false),
        one("vm", "tags", &["other"], true),
    ];
    let infrastructure = Infrastructure { files: Vec::new(), resources };
    let tables = table("part\twall\ttarget\tvm[open=1]=tags\n");
    assert_eq!(Links::new(&infrastructure, &tables).subjects()[0], [0, 1]);
}
