//! Colours by meaning: words of the language from the lexer, names from what the compiler made of them.

use crate::snapshot::Snapshot;
use std::ops::Range;
use tm_compiler::decl::Kind;
use tm_compiler::library::Def;
use tm_compiler::references::{Meaning, Reference};
use tm_compiler::source::FileId;
use tm_grammar::SyntaxKind as K;

/// What a token is, in the order of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named after the legend")]
pub enum Sort {
    Namespace,
    Type,
    Class,
    Enum,
    EnumMember,
    Interface,
    Struct,
    Variable,
    Property,
    Event,
    Function,
    Macro,
    Keyword,
    Comment,
    String,
    Number,
    Operator,
    Decorator,
}

impl Sort {
    /// The legend: names that the protocol knows.
    pub const LEGEND: &'static [(Sort, &'static str)] = &[
        (Sort::Namespace, "namespace"),
        (Sort::Type, "type"),
        (Sort::Class, "class"),
        (Sort::Enum, "enum"),
        (Sort::EnumMember, "enumMember"),
        (Sort::Interface, "interface"),
        (Sort::Struct, "struct"),
        (Sort::Variable, "variable"),
        (Sort::Property, "property"),
        (Sort::Event, "event"),
        (Sort::Function, "function"),
        (Sort::Macro, "macro"),
        (Sort::Keyword, "keyword"),
        (Sort::Comment, "comment"),
        (Sort::String, "string"),
        (Sort::Number, "number"),
        (Sort::Operator, "operator"),
        (Sort::Decorator, "decorator"),
    ];
}

/// A coloured piece of text; it never spans several lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colour {
    /// The bytes.
    pub range: Range<usize>,
    /// What it is.
    pub sort: Sort,
    /// True where it is declared.
    pub declares: bool,
    /// True for names of the standard library.
    pub library: bool,
}

/// The coloured pieces of a part of a file, in order.
pub fn colours(at: &Snapshot, file: FileId, range: &Range<usize>) -> Vec<Colour> {
    let text = at.text(file);
    let tokens = at.tokens(file);
    let references = at.references_in(file);
    let mut found = Vec::new();
    let start = tokens.partition_point(|token| token.range.end <= range.start);
    for token in tokens[start..].iter().take_while(|token| token.range.start < range.end) {
        let named = references.binary_search_by_key(&token.range.start, |known| known.span.start as usize).ok();
        let reference = named.map(|index| &references[index]).filter(|known| known.span.range() == token.range);
        let colour = match reference.and_then(|reference| Some((reference, of_reference(at, reference)?))) {
            Some((reference, sort)) => Colour {
                range: token.range.clone(),
                sort,
                declares: reference.declared == Some(reference.span),
                library: reference.declared.is_some_and(|span| is_library(at, span.file)),
            },
            None => match of_token(token.kind) {
                Some(sort) => Colour { range: token.range.clone(), sort, declares: false, library: false },
                None => continue,
            },
        };
        lines(text, colour, &mut found);
    }
    found
}

fn is_library(at: &Snapshot, file: FileId) -> bool {
    at.analysis().sources.file(file).is_some_and(|file| file.embedded)
}

/// A piece for each line.
fn lines(text: &str, colour: Colour, found: &mut Vec<Colour>) {
    let mut start = colour.range.start;
    for line in text[colour.range.clone()].split_inclusive('\n') {
        let shown = line.trim_end_matches(['\n', '\r']);
        if !shown.is_empty() {
            found.push(Colour { range: start..start + shown.len(), ..colour.clone() });
        }
        start += line.len();
    }
}

fn of_reference(at: &Snapshot, reference: &Reference) -> Option<Sort> {
    Some(match &reference.meaning {
        Meaning::Def(def) => match def {
            Def::Element(id) => of_kind(at.model().roster.heads.get(*id)?.kind),
            Def::Type(_) => Sort::Type,
            Def::Enum(_) | Def::Matrix(_) => Sort::Enum,
            Def::Tag(_) => Sort::Decorator,
            Def::Control(_) => Sort::Macro,
            Def::Rule(_) => Sort::Event,
            Def::Fn(_) => Sort::Function,
            _ => Sort::Variable,
        },
        Meaning::Kind(_) => Sort::Keyword,
        Meaning::Value(..) => Sort::EnumMember,
        Meaning::Property(..) | Meaning::Nav(_) => Sort::Property,
        Meaning::Package(_) => Sort::Namespace,
        Meaning::Variable(_) => Sort::Variable,
    })
}

fn of_kind(kind: Kind) -> Sort {
    match kind {
        Kind::Boundary => Sort::Interface,
        Kind::Data => Sort::Struct,
        Kind::Flow | Kind::Model => Sort::Variable,
        Kind::Actor | Kind::Process | Kind::Store => Sort::Class,
    }
}

fn of_token(kind: K) -> Option<Sort> {
    Some(match kind {
        K::Comment | K::DocComment | K::FileDoc => Sort::Comment,
        K::String | K::UnterminatedString => Sort::String,
        K::Int | K::Decimal | K::Percent | K::Duration | K::Date => Sort::Number,
        K::Eq
        | K::EqEq
        | K::NotEq
        | K::Lt
        | K::LtEq
        | K::Gt
        | K::GtEq
        | K::Arrow
        | K::Plus
        | K::Minus
        | K::Star
        | K::Slash => Sort::Operator,
        kind if kind.is_keyword() => Sort::Keyword,
        _ => return None,
    })
}
