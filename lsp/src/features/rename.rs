//! Renaming what is declared, wherever it is named; what decisions or baselines know by its old name keeps it in `was`.

use crate::features::references::to;
use crate::features::{folding, packages};
use crate::insert;
use crate::snapshot::{Edit, Location, Snapshot, View};
use std::collections::BTreeSet;
use std::ops::Range;
use tm_compiler::decl::{Assign, Decl, DeclKind, Expr, ExprKind, Literal};
use tm_compiler::ids::ElementId;
use tm_compiler::library::Def;
use tm_compiler::references::{Meaning, Reference};
use tm_compiler::source::{FileId, Span};
use tm_grammar::SyntaxKind as K;
use tm_grammar::lexer::lex;

/// What would be renamed: its bytes here, and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The bytes of the name under the cursor.
    pub range: Range<usize>,
    /// The name.
    pub name: String,
}

/// What a rename at a byte would rename.
///
/// # Errors
/// A sentence that says why nothing can be renamed there.
pub fn prepare(at: &Snapshot, file: FileId, byte: usize) -> Result<Subject, String> {
    let nothing = || "no name that could be changed stands here".to_owned();
    if let Some(package) = packages::named(at, file, byte) {
        return package.map(|package| Subject { range: package.span.range(), name: package.name });
    }
    let reference = at.reference_at(file, byte).ok_or_else(nothing)?;
    let declared = reference.declared.ok_or_else(|| "this belongs to the language".to_owned())?;
    if matches!(reference.meaning, Meaning::Package(_)) && declared == Span::default() {
        return Err(nothing());
    }
    let home = at.analysis().sources.file(declared.file).ok_or_else(nothing)?;
    if home.embedded {
        return Err("the standard library cannot be changed".to_owned());
    }
    let name = at.analysis().sources.text(declared);
    if !is_name(name) {
        return Err(nothing());
    }
    let here = at.analysis().sources.text(reference.span);
    let range = if here == name { reference.span.range() } else { byte..byte };
    Ok(Subject { range, name: name.to_owned() })
}

fn is_name(text: &str) -> bool {
    let (tokens, errors) = lex(text);
    errors.is_empty() && matches!(tokens.as_slice(), [token] if token.kind == K::Ident || may_name(token.kind))
}

/// Words of the language that can name properties and values.
fn may_name(kind: K) -> bool {
    kind.is_keyword() && !matches!(kind, K::TrueKw | K::FalseKw | K::UnknownKw)
}

/// The edits that give what stands at a byte another name. What the texts of baselines know keeps its old one in `was`.
///
/// # Errors
/// A sentence that says why it cannot have that name.
pub fn rename(view: &View, file: FileId, byte: usize, new: &str, baselines: &[String]) -> Result<Vec<Edit>, String> {
    let main = &view.main;
    if let Some(package) = packages::named(main, file, byte) {
        let package = package?;
        return if package.name == new { Ok(Vec::new()) } else { packages::rename(view, &package, new) };
    }
    let subject = prepare(main, file, byte)?;
    let Some(reference) = main.reference_at(file, byte) else {
        return Err("no name stands here".to_owned());
    };
    let Some(declared) = reference.declared else {
        return Err("this belongs to the language".to_owned());
    };
    if subject.name == new {
        return Ok(Vec::new());
    }
    refuse(main, reference, declared, new)?;
    let place = main.location(declared);
    let mut edits = BTreeSet::new();
    for at in view.snapshots() {
        let Some(span) = at.span(&place) else { continue };
        for reference in to(at, span) {
            edits.extend(changed(at, reference.span, &subject.name, new));
        }
    }
    let known = baselines.iter().any(|text| speaks_of(text, &subject.name));
    let names = Names { old: &subject.name, new };
    if matches!(reference.meaning, Meaning::Def(_)) {
        edits.extend(view.snapshots().flat_map(|at| half_read(at, &place, names)));
    }
    edits.extend(main.decl(declared).and_then(|decl| remember(main, decl, names, known)));
    edits.extend(flows(main, &reference.meaning, names));
    Ok(edits.into_iter().collect())
}

fn refuse(at: &Snapshot, reference: &Reference, declared: Span, new: &str) -> Result<(), String> {
    let plain = matches!(lex(new).0.as_slice(), [token] if token.kind == K::Ident);
    let member = matches!(reference.meaning, Meaning::Property(..) | Meaning::Value(..));
    if !(plain || member && is_name(new)) {
        return Err(format!("`{new}` cannot be a name"));
    }
    let package = at.package_at(declared.file);
    let taken = match &reference.meaning {
        Meaning::Def(_) => at.library().scopes.declared(package, new).is_some(),
        Meaning::Value(id, _) => at.library().enums[*id].position(new).is_some(),
        Meaning::Property(owner, _) => {
            let prop = at.library().props.get(new);
            prop.is_some_and(|prop| at.library().types[*owner].properties.contains_key(&prop))
        }
        _ => false,
    };
    if taken { Err(format!("`{new}` is declared already")) } else { Ok(()) }
}

/// The edits at one reference. In a message it is marked as a whole: there the paths between braces change.
fn changed(at: &Snapshot, span: Span, old: &str, new: &str) -> Vec<Edit> {
    let text = at.analysis().sources.text(span);
    let edit = |range: Range<usize>| {
        let start = span.start as usize;
        let at = Location { path: at.path(span.file).to_owned(), range: start + range.start..start + range.end };
        Edit { at, text: new.to_owned() }
    };
    if text == old {
        return vec![edit(0..old.len())];
    }
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let end = text[open..].find('}').map_or(text.len(), |at| open + at);
        let words = lex(&text[open + 1..end]).0;
        let same = words.iter().filter(|word| text[open + 1..end].get(word.range.clone()) == Some(old));
        found.extend(same.map(|word| edit(open + 1 + word.range.start..open + 1 + word.range.end)));
        from = end;
    }
    found
}

/// True where a name is a word of a baseline's ids.
fn speaks_of(baseline: &str, name: &str) -> bool {
    baseline.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name)
}

/// The old name where the text around it could not be read: nobody knows what it means there, and it would be unknown
/// as soon as that is mended.
fn half_read(at: &Snapshot, declared: &Location, names: Names<'_>) -> Vec<Edit> {
    if at.span(declared).is_none() {
        return Vec::new();
    }
    let own = at.analysis().sources.iter().filter(|(_, file)| !file.embedded && file.path.ends_with(".tm"));
    own.flat_map(|(file, _)| of_broken(at, file, names)).collect()
}

/// The same in one file: words that no reference stands at, in what the grammar could not make anything of.
fn of_broken(at: &Snapshot, file: FileId, names: Names<'_>) -> Vec<Edit> {
    let text = at.text(file);
    let own = at.references_in(file);
    let known = |range: &Range<usize>| {
        own.binary_search_by_key(&(range.start, range.end), |it| (it.span.start as usize, it.span.end as usize)).is_ok()
    };
    let root = at.tree(file).root();
    let broken: Vec<Range<usize>> =
        root.descendants().filter(|node| node.kind() == K::Error).map(|node| folding::bytes(&node)).collect();
    let inside = |range: &Range<usize>| broken.iter().any(|part| part.start <= range.start && range.end <= part.end);
    let tokens =
        at.tokens(file).iter().filter(|token| token.kind == K::Ident && text[token.range.clone()] == *names.old);
    let found = tokens.map(|token| token.range.clone()).filter(|range| inside(range) && !known(range));
    found
        .map(|range| Edit { at: Location { path: at.path(file).to_owned(), range }, text: names.new.to_owned() })
        .collect()
}

/// What something was called and is called from now on.
#[derive(Clone, Copy)]
struct Names<'a> {
    old: &'a str,
    new: &'a str,
}

/// `was = "…"` for what decisions or baselines know by its old name; a name that it has again is no earlier one.
fn remember(at: &Snapshot, decl: &Decl, names: Names<'_>, in_baseline: bool) -> Option<Edit> {
    let known = match at.def_of(decl)? {
        Def::Element(id) => in_baseline || decided(at, id),
        Def::Rule(id) => {
            matches!(decl.kind, DeclKind::Threat)
                && (in_baseline || at.analysis().assessed.decisions.iter().any(|known| known.rule == id))
        }
        _ => return None,
    };
    was(at, decl, names, known)
}

/// True where a decision is about the element.
fn decided(at: &Snapshot, id: ElementId) -> bool {
    let assessed = &at.analysis().assessed;
    let covered = |index: &usize| assessed.threats.get(*index).is_some_and(|threat| threat.instance.carrier == id);
    let named = assessed.decisions.iter().any(|decision| decision.element() == Some(id));
    named || assessed.covered.iter().flatten().any(covered)
}

/// Unnamed flows are called by their ends: those that decisions know keep their old id.
fn flows(at: &Snapshot, meaning: &Meaning, names: Names<'_>) -> Vec<Edit> {
    let Meaning::Def(Def::Element(node)) = meaning else {
        return Vec::new();
    };
    let joins = |ends: (ElementId, ElementId)| ends.0 == *node || ends.1 == *node;
    let elements = at.model().elements.iter();
    let unnamed = elements.filter(|(_, element)| element.span == element.whole && element.ends.is_some_and(joins));
    let called = unnamed.filter_map(|(id, element)| {
        let new = reworded(&element.id, names);
        let ids = Names { old: &element.id, new: &new };
        if *ids.old == *ids.new { None } else { was(at, at.decl(element.span)?, ids, decided(at, id)) }
    });
    called.collect()
}

/// An id in which one word is another.
fn reworded(id: &str, names: Names<'_>) -> String {
    let words = lex(id).0.into_iter().map(|token| &id[token.range]);
    words.map(|word| if word == names.old { names.new } else { word }).collect()
}

/// The edit that makes `was` say what a declaration was called.
fn was(at: &Snapshot, decl: &Decl, names: Names<'_>, known: bool) -> Option<Edit> {
    let Some(assign) = decl.body.assigns.iter().find(|assign| assign.path.text() == "was") else {
        return if known { insert::members(at, decl, &[format!("was = \"{}\"", names.old)]) } else { None };
    };
    let before = earlier(assign)?;
    let mut after: Vec<&str> = before.iter().copied().filter(|name| *name != names.new).collect();
    if known && !after.contains(&names.old) {
        after.push(names.old);
    }
    let text = match after.as_slice() {
        _ if after == before => return None,
        [] => return Some(insert::without(at, decl, assign.path.span.to(assign.value.span))),
        [name] => format!("\"{name}\""),
        names => format!("[{}]", names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")),
    };
    Some(Edit { at: at.location(assign.value.span), text })
}

/// The names that `was` lists; nothing where one of them cannot be read.
fn earlier(assign: &Assign) -> Option<Vec<&str>> {
    fn text(value: &Expr) -> Option<&str> {
        match &value.kind {
            ExprKind::Literal(Literal::Text(text)) => Some(text),
            _ => None,
        }
    }
    match &assign.value.kind {
        ExprKind::List(items) => items.iter().map(text).collect(),
        _ => Some(vec![text(&assign.value)?]),
    }
}
