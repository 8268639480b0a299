//! Templates of AWS CloudFormation, as YAML or JSON.

use super::{Found, yaml};
use crate::evidence::collect::Collector;
use tm_compiler::drift::{Data, Resource, Tree};

/// References of one resource that are kept.
const MOST: usize = 1_000;

pub(super) fn read(content: &str, found: &mut Found, collector: &mut Collector) {
    let mut any = false;
    for document in yaml::documents(content, collector) {
        let resources = document.get("Resources").map(Tree::members).unwrap_or_default();
        any |= document.get("Resources").is_some();
        for (name, tree) in resources {
            resource(name, tree, found, collector);
        }
    }
    if !any {
        collector.skip("everything: there are no `Resources` in it");
    }
}

fn resource(name: &str, tree: &Tree, found: &mut Found, collector: &mut Collector) {
    let kind = tree.text_at(&["Type"]);
    if kind.is_empty() {
        let what =
            if name.starts_with("Fn::") { "resources that a function makes" } else { "a resource without a type" };
        collector.lose(what);
        return;
    }
    let properties = tree.get("Properties").cloned().unwrap_or(Tree::new(Data::Map(Vec::new())));
    let mut references = Vec::new();
    for (key, value) in properties.members() {
        refer(key, value, &mut references);
    }
    for one in tree.get("DependsOn").map(Tree::items).unwrap_or_default() {
        references.push(("DependsOn".to_owned(), one.text().to_owned()));
    }
    found.add(Resource {
        kind: kind.to_owned(),
        names: vec![name.to_owned(), format!("{kind}.{name}")],
        label: name.to_owned(),
        handles: vec![name.to_owned()],
        scope: format!("cfn {}", found.file),
        tree: settled(properties),
        references,
        path: format!("/Resources/{name}"),
        line: tree.line,
        ..Resource::default()
    });
}

/// Names that functions in a value refer to.
fn refer(way: &str, value: &Tree, references: &mut Vec<(String, String)>) {
    if references.len() >= MOST {
        return;
    }
    match &value.data {
        Data::List(items) => items.iter().for_each(|item| refer(way, item, references)),
        Data::Map(members) => {
            for (key, inner) in members {
                match key.as_str() {
                    "Ref" => references.push((way.to_owned(), inner.text().to_owned())),
                    "Fn::GetAtt" => {
                        let first = inner.items().first().map_or("", Tree::text);
                        let name = first.split('.').next().unwrap_or_default();
                        references.push((way.to_owned(), name.to_owned()));
                    }
                    "Fn::Sub" => substituted(way, inner, references),
                    key if key.starts_with("Fn::") => refer(way, inner, references),
                    key => refer(&format!("{way}.{key}"), inner, references),
                }
            }
        }
        _ => {}
    }
}

/// `${Name}` and `${Name.Attribute}` in a text.
fn substituted(way: &str, value: &Tree, references: &mut Vec<(String, String)>) {
    let text = value.items().first().map_or("", Tree::text);
    for part in text.split("${").skip(1).take(MOST) {
        let name = part.split(['}', '.']).next().unwrap_or_default();
        references.push((way.to_owned(), name.to_owned()));
    }
    if let Some(inner) = value.items().get(1) {
        refer(way, inner, references);
    }
}

/// Values that functions make are known only later.
fn settled(tree: Tree) -> Tree {
    let line = tree.line;
    let data = match tree.data {
        Data::List(items) => Data::List(items.into_iter().map(settled).collect()),
        Data::Map(members) => match members.as_slice() {
            [(key, value)] if key == "Ref" && value.text() == "AWS::NoValue" => Data::Null,
            [(key, _)] if key == "Ref" || key.starts_with("Fn::") => Data::Hidden,
            _ => Data::Map(members.into_iter().map(|(key, value)| (key, settled(value))).collect()),
        },
        data => data,
    };
    Tree { data, line }
}
