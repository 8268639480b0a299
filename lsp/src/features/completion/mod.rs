//! What could be typed at the cursor. The names come from the last analysis, the place from the text as it is now,
//! so that the answer need not wait for the analysis of a text that changes with every key.

mod decisions;
mod members;
mod names;
mod scope;
mod values;

pub use members::{Attribute, attributes};

use crate::snapshot::{Location, Snapshot};
use crate::syntax::{Cursor, cursor};
use rustc_hash::FxHashSet;
use std::ops::Range;
use tm_compiler::decl::Kind;
use tm_compiler::library::Def;
use tm_compiler::package::PackageId;
use tm_grammar::SyntaxKind as K;
use tm_grammar::lexer::{Token, lex};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "named after what is offered")]
pub enum Sort {
    Keyword,
    Element,
    Type,
    Enum,
    Value,
    Property,
    Control,
    Threat,
    Function,
    Variable,
    Package,
    Snippet,
    Text,
}

/// Something that could be typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What is shown.
    pub label: String,
    /// What it is.
    pub sort: Sort,
    /// A few words about it.
    pub detail: String,
    /// What is inserted; `$0` and `${1:…}` are places to fill in.
    pub insert: String,
    /// True where the inserted text has such places.
    pub snippet: bool,
    /// Lower comes first.
    pub rank: u8,
    /// Among items of the same rank, lower comes first; then the label decides.
    pub order: usize,
    /// A `use` line that it needs: where, and the text.
    pub import: Option<(usize, String)>,
    /// Where it is declared, to say more about it.
    pub declared: Option<Location>,
}

impl Item {
    fn new(label: impl Into<String>, sort: Sort) -> Self {
        let label = label.into();
        let insert = label.clone();
        let (detail, import, declared) = (String::new(), None, None);
        Self { label, sort, detail, insert, snippet: false, rank: 5, order: 0, import, declared }
    }

    fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    fn rank(mut self, rank: u8) -> Self {
        self.rank = rank;
        self
    }

    fn snippet(mut self, insert: impl Into<String>) -> Self {
        self.insert = insert.into();
        self.snippet = true;
        self
    }
}

/// What could be typed in place of some bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// The bytes that an item replaces.
    pub range: Range<usize>,
    /// The items, best first.
    pub items: Vec<Item>,
    /// True where more fits than is listed: what is typed next brings others.
    pub cut: bool,
}

/// What could be typed at a byte of a text, which may be newer than the snapshot.
pub fn complete(at: &Snapshot, path: &str, text: &str, byte: usize) -> Completion {
    let (tokens, _) = lex(text);
    let cursor = cursor(text, &tokens, byte);
    let package = at.file(path).map_or(at.analysis().package, |file| at.package_at(file));
    let range = match &cursor.string {
        Some(string) if cursor.assigned().is_some_and(|name| values::IDS.contains(&name)) => inside(text, string),
        Some(string) => string_word(text, string, byte),
        None => cursor.typed.clone(),
    };
    let mut completer = Completer { at, package, text, tokens: &tokens, cursor, items: Vec::new(), cut: false };
    completer.run(byte);
    let cut = completer.cut;
    let mut items = completer.items;
    items.sort_by(|a, b| (a.rank, a.order, &a.label, &a.detail).cmp(&(b.rank, b.order, &b.label, &b.detail)));
    let mut seen = FxHashSet::default();
    items.retain(|item| seen.insert((item.label.clone(), item.sort)));
    Completion { range, items, cut }
}

/// A string without its quotes.
fn inside(text: &str, string: &Range<usize>) -> Range<usize> {
    let closed = string.len() > 1 && text[string.clone()].ends_with('"');
    string.start + 1..string.end - usize::from(closed)
}

/// The part of a string that is being typed.
fn string_word(text: &str, string: &Range<usize>, byte: usize) -> Range<usize> {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let first = string.start + 1;
    let before = text.get(first..byte).unwrap_or_default();
    let start = byte - before.chars().rev().take_while(|c| inside(*c)).map(char::len_utf8).sum::<usize>();
    let after = text.get(byte..string.end).unwrap_or_default();
    start..byte + after.chars().take_while(|c| inside(*c)).map(char::len_utf8).sum::<usize>()
}

struct Completer<'a> {
    at: &'a Snapshot,
    package: PackageId,
    text: &'a str,
    tokens: &'a [Token],
    cursor: Cursor<'a>,
    items: Vec<Item>,
    /// True where a list was cut.
    cut: bool,
}

impl Completer<'_> {
    fn run(&mut self, byte: usize) {
        if self.cursor.comment {
            return;
        }
        if self.cursor.string.is_some() {
            self.in_string(byte);
            return;
        }
        let block = self.cursor.block().and_then(crate::syntax::Block::word);
        if block == Some(K::UseKw) {
            self.names_of_use();
            return;
        }
        let first = self.cursor.before.iter().map(|word| word.kind).find(|kind| *kind != K::ExternalKw);
        if first == Some(K::UseKw) {
            self.packages();
            return;
        }
        if let Some(chain) = self.cursor.chain() {
            self.behind_dot(&chain);
            return;
        }
        match first {
            None if self.cursor.before.is_empty() => self.statement(),
            None => self.words(&["actor", "process", "store", "flow"]),
            Some(first) => self.inside(first),
        }
    }

    /// Behind the first word of a statement.
    fn inside(&mut self, first: K) {
        if let Some(name) = self.cursor.assigned().map(str::to_owned) {
            self.value_of(&name);
            return;
        }
        match first {
            K::ActorKw => self.element_head(Kind::Actor),
            K::ProcessKw => self.element_head(Kind::Process),
            K::StoreKw => self.element_head(Kind::Store),
            K::BoundaryKw => self.element_head(Kind::Boundary),
            K::DataKw => self.element_head(Kind::Data),
            K::ModelKw => self.element_head(Kind::Model),
            K::FlowKw => self.flow_head(),
            K::TypeKw | K::ControlKw => self.behind_colon(None),
            K::ThreatKw => self.categories(),
            K::ExtendKw => self.extend_head(),
            K::DisableKw => self.rules(),
            K::AcceptKw | K::DismissKw | K::TransferKw | K::MitigateKw => self.decision_head(first),
            K::VulnerabilityKw => self.behind(K::OnKw, Self::elements),
            K::AttackKw => self.behind(K::TowardKw, |it| it.others(Def::Goal)),
            K::MatrixKw => self.scales(),
            K::TestKw => self.behind(K::WithKw, |it| it.elements_of(&[Kind::Model])),
            K::ApplyKw => self.controls_here(),
            K::ExpectKw => self.expectation(),
            K::OnKw => self.carrier(),
            K::ForbidKw | K::RequireKw => self.obligation(),
            K::FnKw => self.function(),
            K::FixKw => {}
            // A new name, which nobody knows yet, and what only its title may follow.
            first if is_new_name(first) => {}
            _ => self.member(),
        }
    }

    /// A property's declaration, a row of a matrix, or an expression.
    fn member(&mut self) {
        let word = self.cursor.block().and_then(crate::syntax::Block::word);
        let colon = self.cursor.before.iter().any(|word| word.kind == K::Colon);
        let eq = self.cursor.before.iter().any(|word| word.kind == K::Eq);
        match word {
            Some(K::TypeKw | K::ExtendKw) if colon && eq => self.default_of_property(),
            Some(K::TypeKw | K::ExtendKw) if colon => self.property_types(),
            Some(K::MatrixKw) => self.cells(),
            _ => self.expression(),
        }
    }

    /// Calls what completes the place right behind a word.
    fn behind(&mut self, word: K, complete: impl FnOnce(&mut Self)) {
        if self.cursor.last().is_some_and(|last| last.kind == word) {
            complete(self);
        } else if !self.cursor.before.iter().any(|before| before.kind == word) && self.cursor.before.len() > 1 {
            self.words(&[word.spelling().unwrap_or_default()]);
        }
    }

    fn element_head(&mut self, kind: Kind) {
        self.behind_colon(Some(kind));
    }

    /// Types behind `:` and `+`.
    fn behind_colon(&mut self, kind: Option<Kind>) {
        if !self.cursor.last().is_some_and(|last| matches!(last.kind, K::Colon | K::Plus)) {
            return;
        }
        if kind.is_none() {
            self.kinds();
        }
        self.types(kind);
    }

    fn flow_head(&mut self) {
        let before = &self.cursor.before;
        let has = |kind: K| before.iter().any(|word| word.kind == kind);
        match before.last().map(|word| word.kind) {
            Some(K::FlowKw | K::Colon | K::Arrow) => self.elements_of(&[Kind::Actor, Kind::Process, Kind::Store]),
            Some(K::OverKw | K::Plus) => self.types(Some(Kind::Flow)),
            _ if has(K::Arrow) && !has(K::OverKw) => self.words(&["over"]),
            Some(K::Ident) if !has(K::Arrow) && (has(K::Colon) || before.len() == 2) => self.words(&["->"]),
            _ => {}
        }
    }

    fn extend_head(&mut self) {
        let words: Vec<K> = self.cursor.before.iter().map(|word| word.kind).collect();
        match words.as_slice() {
            [K::ExtendKw] => {
                self.words(&["threat"]);
                self.kinds();
                self.types(None);
            }
            [K::ExtendKw, K::ThreatKw] => self.rules(),
            _ => {}
        }
    }

    fn carrier(&mut self) {
        match self.cursor.last().map(|word| word.kind) {
            Some(K::Colon | K::Plus) => {
                self.kinds();
                self.types(None);
            }
            Some(K::OnKw) => self.elements(),
            _ => {}
        }
    }

    fn obligation(&mut self) {
        let when = self.cursor.before.iter().any(|word| word.kind == K::WhenKw);
        match self.cursor.last().map(|word| word.kind) {
            Some(K::Colon) if !when => self.carrier(),
            _ if when => self.expression(),
            Some(K::Ident) if self.cursor.before.len() > 3 => self.words(&["when"]),
            _ => {}
        }
    }

    fn function(&mut self) {
        let eq = self.cursor.before.iter().any(|word| word.kind == K::Eq);
        match self.cursor.last().map(|word| word.kind) {
            _ if eq => self.expression(),
            Some(K::Colon | K::LBracket) => self.property_types(),
            _ => {}
        }
    }
}

/// True for words that a new name follows and, outside of braces, nothing else that could be completed.
fn is_new_name(word: K) -> bool {
    matches!(
        word,
        K::AssumptionKw
            | K::ObjectiveKw
            | K::PolicyKw
            | K::AttackerKw
            | K::GoalKw
            | K::ViewKw
            | K::TagKw
            | K::EnumKw
            | K::ScaleKw
            | K::CatalogKw
    )
}
