//! The parameters of the call that the cursor is in.

use crate::snapshot::Snapshot;
use crate::syntax::{Cursor, chain_before};
use std::ops::Range;
use tm_compiler::decl::{Ident, Path};
use tm_compiler::library::Def;
use tm_compiler::package::PackageId;
use tm_compiler::source::Span;
use tm_grammar::SyntaxKind as K;

/// A call with its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The whole, as it would be declared.
    pub label: String,
    /// The parameters: bytes of the label.
    pub parameters: Vec<Range<usize>>,
    /// The parameter that the cursor is at.
    pub active: usize,
    /// What it does.
    pub doc: String,
}

/// Functions of the language: how they are called, what they give.
const LANGUAGE: &[(&str, &[&str], &str)] = &[
    ("count", &["list"], "How many there are; a range where some are unknown."),
    ("max", &["list"], "The highest; the lowest level of its scale where there is none."),
    ("min", &["list"], "The lowest."),
    ("known", &["value"], "Whether it is stated, assumed or inherited."),
    ("inherent", &["element"], "The highest risk of its threats without controls."),
    ("residual", &["element"], "The highest risk of its threats with what is implemented."),
    ("target", &["element"], "The highest risk of its threats when all that is planned is done."),
    ("sarif", &["tool", "rule = id"], "A rule of a scanner: it must find nothing."),
    ("junit", &["suite", "case = pattern"], "Cases of a test suite: they must pass."),
];

/// The call around a cursor.
pub fn signature(at: &Snapshot, package: PackageId, cursor: &Cursor<'_>) -> Option<Signature> {
    if cursor.comment {
        return None;
    }
    let open = cursor.bracket().filter(|open| cursor.before[*open].kind == K::LParen)?;
    let name = chain_before(&cursor.before, open);
    let last = *name.last()?;
    let inside = &cursor.before[open + 1..];
    let mut depth = 0usize;
    let mut active = 0;
    for word in inside {
        match word.kind {
            K::LParen | K::LBracket => depth += 1,
            K::RParen | K::RBracket => depth = depth.saturating_sub(1),
            K::Comma if depth == 0 => active += 1,
            _ => {}
        }
    }
    if let Some((name, params, doc)) = LANGUAGE.iter().find(|(known, ..)| *known == last && name.len() == 1) {
        let params: Vec<String> = params.iter().map(|param| (*param).to_owned()).collect();
        return Some(build(name, &params, "", active, doc));
    }
    let (def, declared) = at.library().scopes.lookup(package, &path(&name)).ok()?;
    let doc = at.decl(declared).map(|decl| decl.doc.to_string()).unwrap_or_default();
    match def {
        Def::Fn(id) => {
            let info = at.library().functions.get(id)?.as_ref()?;
            let params: Vec<String> =
                info.params.iter().map(|(name, ty)| format!("{name}: {}", ty.show(at.library()))).collect();
            let gives = format!(" -> {}", info.body.ty.show(at.library()));
            Some(build(&info.name, &params, &gives, active, &doc))
        }
        Def::Control(id) => {
            let info = &at.library().controls[id];
            let strength = format!("strength = {}%", (info.strength * 100.0).round());
            let params = [strength, "on = element".to_owned()];
            let named = inside.iter().rev().find(|word| matches!(word.kind, K::OnKw) || word.text == "strength");
            let active = named.map_or(active, |word| usize::from(word.kind == K::OnKw));
            Some(build(&info.name, &params, "", active, &doc))
        }
        _ => None,
    }
}

/// A path of names that stand nowhere.
pub fn path(names: &[&str]) -> Path {
    let span = Span::default();
    Path { segments: names.iter().map(|name| Ident { name: (*name).into(), span }).collect(), span }
}

fn build(name: &str, params: &[String], gives: &str, active: usize, doc: &str) -> Signature {
    let mut label = format!("{name}(");
    let mut parameters = Vec::new();
    for (index, param) in params.iter().enumerate() {
        if index > 0 {
            label.push_str(", ");
        }
        parameters.push(label.len()..label.len() + param.len());
        label.push_str(param);
    }
    label.push(')');
    label.push_str(gives);
    Signature { label, parameters, active, doc: doc.to_owned() }
}
