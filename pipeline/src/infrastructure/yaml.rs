//! YAML (and JSON, which is a part of it) as trees with lines. Aliases, nesting and size are bounded: a small file
//! must not become a large tree.

use crate::evidence::collect::Collector;
use saphyr_parser::{Event, Parser, ScalarStyle, Span, Tag};
use std::borrow::Cow;
use std::collections::BTreeMap;
use tm_compiler::drift::{Data, Tree};

/// Bytes of a file beyond which it is not read.
const LARGEST: usize = 16 << 20;
/// Brackets and blocks nested deeper than this are refused.
const DEEPEST: usize = 100;
/// Values of one file, those that aliases repeat counted each time.
const MOST: usize = 1_000_000;

/// The documents of a text; what follows a mistake is lost.
pub(super) fn documents(content: &str, collector: &mut Collector) -> Vec<Tree> {
    if content.len() > LARGEST {
        collector.lose(&format!("a file of YAML larger than {} MiB", LARGEST >> 20));
        return Vec::new();
    }
    let mut builder = Builder::default();
    let mut parser = Parser::new_from_str(content);
    while let Some(event) = parser.next_event() {
        let step = match event {
            Ok((event, span)) => builder.event(event, &span),
            Err(trouble) => Err(format!("it is no YAML from line {} on", trouble.marker().line())),
        };
        if let Err(trouble) = step {
            collector.lose(&format!("part of the file: {trouble}"));
            break;
        }
    }
    builder.done
}

#[derive(Default)]
struct Builder {
    done: Vec<Tree>,
    open: Vec<Open>,
    anchors: BTreeMap<usize, (Tree, usize)>,
    values: usize,
}

/// A list or map that is not closed yet.
struct Open {
    tree: Tree,
    anchor: usize,
    tag: String,
    /// The key that waits for its value, and its line.
    key: Option<(String, u32)>,
    /// Keys that were there before, with the places of their members: of two the last counts.
    places: BTreeMap<String, usize>,
    /// How many values were there when it began.
    before: usize,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, span: &Span) -> Result<(), String> {
        let line = u32::try_from(span.start.line()).unwrap_or(0);
        self.values += 1;
        if self.values > MOST {
            return Err(format!("it has more than {MOST} values, with those that aliases repeat"));
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let tag = tag_of(tag.as_ref());
                let data = scalar(&text, style, &tag);
                self.value(tagged(Tree { data, line }, &tag), anchor, 1);
            }
            Event::SequenceStart(anchor, tag) => self.begin(Data::List(Vec::new()), line, anchor, tag.as_ref())?,
            Event::MappingStart(anchor, tag) => self.begin(Data::Map(Vec::new()), line, anchor, tag.as_ref())?,
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    let size = self.values.saturating_sub(open.before);
                    self.value(tagged(merged(open.tree), &open.tag), open.anchor, size);
                }
            }
            Event::Alias(anchor) => {
                // An alias of what is not closed yet would be a circle.
                let (tree, size) = self.anchors.get(&anchor).cloned().unwrap_or_default();
                self.values += size;
                if self.values > MOST {
                    return Err(format!("aliases repeat more than {MOST} values"));
                }
                self.value(tree, 0, size);
            }
            Event::DocumentStart(_) => self.anchors.clear(),
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, data: Data, line: u32, anchor: usize, tag: Option<&Cow<'_, Tag>>) -> Result<(), String> {
        if self.open.len() >= DEEPEST {
            return Err(format!("it is nested deeper than {DEEPEST} levels"));
        }
        let before = self.values;
        self.open.push(Open {
            tree: Tree { data, line },
            anchor,
            tag: tag_of(tag),
            key: None,
            places: BTreeMap::new(),
            before,
        });
        Ok(())
    }

    fn value(&mut self, tree: Tree, anchor: usize, size: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, (tree.clone(), size));
            // Anchors keep copies; they count like what they are copies of.
            self.values += size;
        }
        match self.open.last_mut() {
            None => self.done.push(tree),
            Some(open) => match (&mut open.tree.data, open.key.take()) {
                (Data::Map(members), Some((key, line))) => {
                    // What spreads over lines begins with its key.
                    let spread = matches!(tree.data, Data::Map(_) | Data::List(_)) && line > 0;
                    let tree = Tree { line: if spread { line } else { tree.line }, ..tree };
                    member(members, &mut open.places, key, tree);
                }
                (Data::Map(_), None) => open.key = Some((tree.text().to_owned(), tree.line)),
                (Data::List(items), _) => items.push(tree),
                _ => {}
            },
        }
    }
}

/// Adds a member; of two with one name the last counts.
fn member(members: &mut Vec<(String, Tree)>, places: &mut BTreeMap<String, usize>, key: String, tree: Tree) {
    match places.get(&key).and_then(|at| members.get_mut(*at)) {
        Some((_, value)) if key != "<<" => *value = tree,
        _ => {
            places.insert(key.clone(), members.len());
            members.push((key, tree));
        }
    }
}

fn tag_of(tag: Option<&Cow<'_, Tag>>) -> String {
    tag.map(|tag| format!("{}{}", tag.handle, tag.suffix)).unwrap_or_default()
}

/// Short forms of CloudFormation's functions, written out: `!Ref x`, `!GetAtt a.b`.
fn tagged(tree: Tree, tag: &str) -> Tree {
    let Some(name) = tag.strip_prefix('!').filter(|name| !name.is_empty() && !name.starts_with('!')) else {
        return tree;
    };
    match name {
        // Of files of Compose that lie over others: nothing of the attribute stays, or nothing of what was below.
        "reset" => return Tree { data: Data::Null, line: tree.line },
        "override" => return tree,
        _ => {}
    }
    let name = if matches!(name, "Ref" | "Condition") { name.to_owned() } else { format!("Fn::{name}") };
    let line = tree.line;
    Tree { data: Data::Map(vec![(name, tree)]), line }
}

/// `<<: *common` brings the members of another map in, where they are not stated.
fn merged(tree: Tree) -> Tree {
    let Data::Map(members) = tree.data else { return tree };
    if !members.iter().any(|(key, _)| key == "<<") {
        return Tree { data: Data::Map(members), line: tree.line };
    }
    let (others, own): (Vec<_>, Vec<_>) = members.into_iter().partition(|(key, _)| key == "<<");
    // Of members with one name the last counts.
    let mut all: Vec<(String, Tree)> = Vec::new();
    for (_, other) in others {
        let maps = match other.data {
            Data::List(items) => items,
            data => vec![Tree { data, line: other.line }],
        };
        for map in maps.into_iter().rev() {
            if let Data::Map(members) = map.data {
                all.extend(members);
            }
        }
    }
    all.extend(own);
    Tree { data: Data::Map(all), line: tree.line }
}

fn scalar(text: &str, style: ScalarStyle, tag: &str) -> Data {
    if style != ScalarStyle::Plain || tag.ends_with("str") {
        return Data::Text(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Data::Null,
        "true" | "True" | "TRUE" => Data::Bool(true),
        "false" | "False" | "FALSE" => Data::Bool(false),
        text if text.parse::<f64>().is_ok_and(f64::is_finite) => Data::Number(text.to_owned()),
        text => Data::Text(text.to_owned()),
    }
}
