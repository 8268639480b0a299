//! What a model is judged by, as it stands in the sources: appetite, policies, decisions, rules and changes of rules.
//!
//! It is read from the syntax tree, not from the analysis: nothing that a change makes of these words goes unseen,
//! in a model that does not compile neither.

use std::collections::BTreeMap;
use std::ops::Range;
use tm_grammar::ast::{AstNode as _, Declaration as _, Statement};
use tm_grammar::{Node, SyntaxKind as K, Word};

/// Attributes of a model that only describe it. All others are taken to say how it is judged: which matrix, which regimes
/// is for libraries to name.
const DESCRIBING: &[&str] = &["owner", "scope", "tags", "was"];

/// A statement by which models are judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// `decision`, `policy`, `change` (of a rule), `rule` (and what rules are made of), `use`, `attribute` or `type` (of the
    /// model), `evidence` (that a control in use claims), `shape` (a type).
    pub sort: &'static str,
    /// What it is about, as written: `accept DenialOfService on api`.
    pub key: String,
    /// Its words, blanks and comments left out: equal words mean the same.
    pub words: String,
    /// Its bytes.
    pub range: Range<usize>,
}

/// The entries of a file, in order.
pub fn entries(text: &str) -> Vec<Entry> {
    let mut reader = Reader { text, found: Vec::new() };
    for statement in tm_grammar::parse(text).file().statements() {
        reader.statement(statement);
    }
    reader.found
}

/// What a file says beside the system and its judgement: who is after what, what is assumed, shown and tested, and what
/// describes the model. Their sort is the word that they begin with, or `attribute`.
pub fn aims(text: &str) -> Vec<Entry> {
    use Statement as S;
    let mut reader = Reader { text, found: Vec::new() };
    for statement in tm_grammar::parse(text).file().statements() {
        let sort = match statement {
            S::Attacker(_) => "attacker",
            S::Goal(_) => "goal",
            S::Attack(_) => "attack",
            S::Objective(_) => "objective",
            S::Assumption(_) => "assumption",
            S::View(_) => "view",
            S::Test(test) => {
                reader.entry("test", test.syntax(), &[K::WithKw, K::LBrace]);
                continue;
            }
            S::Model(model) => {
                reader.found.extend(model.members().into_iter().filter_map(attribute).filter(describes));
                continue;
            }
            _ => continue,
        };
        reader.entry(sort, statement.syntax(), &[K::String, K::LBrace]);
    }
    reader.found
}

/// Entries of several files by their keys; where several have the same, they are numbered.
pub fn by_key<'a>(
    files: impl Iterator<Item = (&'a str, &'a str)>,
    read: impl Fn(&str) -> Vec<Entry>,
) -> BTreeMap<String, (&'a str, Entry)> {
    let mut found = BTreeMap::new();
    for (path, text) in files {
        for entry in read(text) {
            let mut key = entry.key.clone();
            let mut times = 1;
            while found.contains_key(&key) {
                times += 1;
                key = format!("{} ({times})", entry.key);
            }
            found.insert(key, (path, entry));
        }
    }
    found
}

struct Reader<'a> {
    text: &'a str,
    found: Vec<Entry>,
}

impl Reader<'_> {
    fn statement(&mut self, statement: Statement<'_>) {
        use Statement as S;
        match statement {
            S::Accept(_) | S::Dismiss(_) | S::Transfer(_) | S::Vulnerability(_) => {
                self.entry("decision", statement.syntax(), &[K::UntilKw, K::String, K::LBrace]);
            }
            S::Mitigate(_) => self.entry("decision", statement.syntax(), &[K::LBrace]),
            S::Policy(_) => self.entry("policy", statement.syntax(), &[K::String, K::LBrace]),
            S::Use(_) => self.entry("use", statement.syntax(), &[K::LBrace]),
            S::Disable(_) | S::ExtendThreat(_) => self.entry("change", statement.syntax(), &[K::String, K::LBrace]),
            S::Extend(_)
            | S::Threat(_)
            | S::Control(_)
            | S::Matrix(_)
            | S::Scale(_)
            | S::Enum(_)
            | S::Catalog(_)
            | S::Fn(_) => {
                self.entry("rule", statement.syntax(), &[K::String, K::LBrace, K::Colon, K::LParen]);
            }
            S::Type(_) => self.entry("shape", statement.syntax(), &[K::String, K::LBrace, K::Colon]),
            S::Model(model) => {
                if let Some(ty) = model.ty() {
                    let (words, range) = (words(ty.syntax()), significant(ty.syntax()));
                    self.found.push(Entry { sort: "type", key: "type of the model".into(), words, range });
                }
                for member in model.members() {
                    self.claimed(member, "the model");
                    self.member(member);
                }
            }
            S::Element(element) => {
                let name = element.name().map(|name| name.text().to_owned()).unwrap_or_default();
                for member in element.members() {
                    self.claimed(member, &name);
                    self.statement(member);
                }
            }
            S::Flow(flow) => {
                let ends = || {
                    let ends = [flow.source(), flow.target_path()].map(|end| end.map(|end| words(end.syntax())));
                    ends.map(Option::unwrap_or_default).join("..")
                };
                let name = flow.name().map_or_else(ends, |name| name.text().to_owned());
                for member in flow.members() {
                    self.claimed(member, &name);
                }
            }
            _ => {}
        }
    }

    /// The checks that a control in use names as its evidence: without them nothing refutes it any more.
    fn claimed(&mut self, member: Statement<'_>, element: &str) {
        let Statement::Apply(apply) = member else { return };
        let controls = apply.controls().map(|controls| words(controls.syntax())).unwrap_or_default();
        for inner in apply.block().into_iter().flat_map(|block| block.statements().collect::<Vec<_>>()) {
            let Statement::Assign(assign) = inner else { continue };
            let path = assign.path().map(|path| path.syntax().text().to_owned()).unwrap_or_default();
            if path.trim() == "verified_by" {
                let key = format!("verified_by of {controls} on {element}");
                let words = words(inner.syntax());
                self.found.push(Entry { sort: "evidence", key, words, range: inner.range() });
            }
        }
    }

    fn member(&mut self, member: Statement<'_>) {
        match attribute(member) {
            Some(entry) => self.found.extend((!describes(&entry)).then_some(entry)),
            None => self.statement(member),
        }
    }

    /// An entry whose key ends before the first token of some kinds.
    fn entry(&mut self, sort: &'static str, node: Node<'_>, ends: &[K]) {
        let range = significant(node);
        let end = tokens(node).skip(1).find(|token| ends.contains(&token.kind())).map(|token| token.range().start);
        let head = self.text.get(range.start..end.unwrap_or(range.end)).unwrap_or_default();
        let key = head.split_whitespace().collect::<Vec<_>>().join(" ");
        self.found.push(Entry { sort, key, words: words(node), range });
    }
}

/// An attribute of a model.
fn attribute(member: Statement<'_>) -> Option<Entry> {
    let name = match member {
        Statement::Assign(assign) => assign.path().map(|path| path.syntax().text().to_owned()),
        Statement::Flag(flag) => flag.name().map(|name| name.text().to_owned()),
        _ => return None,
    };
    let key = format!("{} of the model", name.unwrap_or_default().trim());
    Some(Entry { sort: "attribute", key, words: words(member.syntax()), range: member.range() })
}

/// True for what only describes a model.
fn describes(entry: &Entry) -> bool {
    DESCRIBING.iter().any(|name| entry.key.split(' ').next() == Some(name))
}

fn tokens(node: Node<'_>) -> impl Iterator<Item = Word<'_>> {
    node.all_words().filter(|token| !token.kind().is_trivia())
}

fn words(node: Node<'_>) -> String {
    tokens(node).map(Word::text).collect::<Vec<_>>().join(" ")
}

fn significant(node: Node<'_>) -> Range<usize> {
    let whole = node.range();
    let start = tokens(node).next().map_or(whole.start, |token| token.range().start);
    start..tokens(node).last().map_or(whole.end, |token| token.range().end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"
use std.web
model shop: Big "Shop" { owner = "me", appetite = Low, strict, scoring = std.core.Fine, tags = [x], apply Drill { verified_by = [junit("d")] } }
boundary b {
  process api
  dismiss Loose on api { reason = "inside" } // nested
  process db { apply Pins { status = planned, verified_by = checkov("A") } }
}
flow a -> b { apply Tls { verified_by = [junit("x")] } }
accept Slow on api until 2030-01-01 { by = "x", reason = "y" }
mitigate Loose on api with [Waf, Tls] { status = planned }
policy P "Title" { forbid f: flow when f.a }
extend flow { checked: Bool = true }
disable std.web.X { reason = "z" }
matrix M: L I -> R { A | b }
test "t" { accept X on y until 2030-01-01 { by = "x", reason = "y" } }
type T: process { a = true }
"#;

    #[test]
    fn what_judges_is_told_from_what_describes() {
        let keys: Vec<String> = entries(TEXT).into_iter().map(|entry| entry.key).collect();
        assert_eq!(
            keys,
            [
                "use std.web",
                "type of the model",
                "appetite of the model",
                "strict of the model",
                "scoring of the model",
                "verified_by of Drill on the model",
                "dismiss Loose on api",
                "verified_by of Pins on db",
                "verified_by of Tls on a..b",
                "accept Slow on api",
                "mitigate Loose on api with [Waf, Tls]",
                "policy P",
                "extend flow",
                "disable std.web.X",
                "matrix M",
                "type T",
            ]
        );
    }

    #[test]
    fn blanks_and_comments_change_nothing() {
        let words = |text: &str| entries(text).into_iter().map(|entry| entry.words).collect::<Vec<_>>();
        assert_eq!(
            words("policy P { forbid f: flow when f.a }"),
            words("policy P {\n  // why\n  forbid f: flow\n    when f.a\n}")
        );
        assert_ne!(words("accept X on y until 2030-01-01 {}"), words("accept X on y until 2031-01-01 {}"));
    }

    #[test]
    fn ranges_hold_the_statement() {
        for entry in entries(TEXT).into_iter() {
            let text = &TEXT[entry.range.clone()];
            assert!(!text.starts_with(char::is_whitespace) && !text.ends_with(char::is_whitespace), "{text:?}");
        }
        for text in ["", "accept", "policy {", "model m { appetite", "\u{feff}\0", "use"] {
            entries(text);
        }
    }
}
