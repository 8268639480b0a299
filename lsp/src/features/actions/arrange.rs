//! Moving text about without changing what it means: elements into a boundary of their own (which does change it, and
//! says so), a declaration to another file, members into order.

use super::{Action, Sort};
use crate::insert;
use crate::snapshot::{Edit, Location, Snapshot};
use std::ops::Range;
use tm_compiler::decl::{Assign, Decl, DeclKind, Kind};
use tm_compiler::source::{FileId, Span};
use tm_grammar::SyntaxKind as K;

/// Files that are offered to move to: a longer menu is not read.
const MOST_FILES: usize = 8;
/// A declaration without a name is shown in a title where it has no more characters.
const SHOWN: usize = 60;
/// What one level of the text is indented by.
const STEP: &str = "  ";

/// What can be arranged about some bytes.
pub fn arrangements(at: &Snapshot, file: FileId, range: &Range<usize>) -> Vec<Action> {
    let mut found: Vec<Action> = extraction(at, file, range).into_iter().collect();
    found.extend(moves(at, file, range.start));
    found.extend(sorting(at, file, range.start));
    found
}

fn place(at: &Snapshot, file: FileId, range: Range<usize>) -> Location {
    Location { path: at.path(file).to_owned(), range }
}

// ---- Into a boundary -----------------------------------------------------------------------------------

/// Elements whose names are selected, in a new boundary around them.
fn extraction(at: &Snapshot, file: FileId, range: &Range<usize>) -> Option<Action> {
    let (around, level) = level(None, at.decls(file), range);
    let touched = |decl: &&Decl| (decl.span.start as usize) < range.end && range.start < decl.span.end as usize;
    let chosen: Vec<&Decl> = level.iter().filter(touched).collect();
    let whole = |decl: &&Decl| range.start <= decl.head().start as usize && decl.head().end as usize <= range.end;
    let (first, last) = (chosen.first()?, chosen.last()?);
    let elements = chosen.iter().filter(|decl| is_element(decl)).count();
    if range.is_empty() || elements == 0 || !chosen.iter().all(|decl| may_be_inside(decl) && whole(decl)) {
        return None;
    }
    let text = at.text(file);
    let slice = insert::with_comments(text, first.span.start as usize)..last.span.end as usize;
    let between = |span: Span| slice.start <= span.start as usize && (span.start as usize) < slice.end;
    let own = around.into_iter().flat_map(|decl| {
        let assigns = decl.body.assigns.iter().map(|assign| assign.path.span);
        assigns.chain(decl.body.applies.iter().map(|apply| apply.span))
    });
    if { own }.any(between) {
        return None;
    }
    let many = if elements == 1 { "1 element".to_owned() } else { format!("{elements} elements") };
    let edit = Edit { text: enclosed(at, file, &slice, &free_name(at)), at: place(at, file, slice) };
    Some(Action {
        title: format!("put {many} into a boundary of their own"),
        sort: Sort::Extract,
        edits: vec![edit],
        ..Action::default()
    })
}

/// The innermost list of declarations that holds all of a selection, and whose it is.
fn level<'a>(around: Option<&'a Decl>, decls: &'a [Decl], range: &Range<usize>) -> (Option<&'a Decl>, &'a [Decl]) {
    let inside = |decl: &&Decl| {
        let holds = (decl.span.start as usize) < range.start && range.end < decl.span.end as usize;
        holds && matches!(decl.kind, DeclKind::Element { kind: Kind::Boundary | Kind::Model, .. })
    };
    match decls.iter().find(inside) {
        Some(decl) if decl.body.decls.iter().any(|inner| (inner.span.start as usize) < range.end) => {
            level(Some(decl), &decl.body.decls, range)
        }
        _ => (around, decls),
    }
}

fn is_element(decl: &Decl) -> bool {
    matches!(&decl.kind, DeclKind::Element { kind, .. } if kind.is_node() || *kind == Kind::Boundary)
}

fn may_be_inside(decl: &Decl) -> bool {
    is_element(decl) || matches!(decl.kind, DeclKind::Flow { .. })
}

/// The text in a boundary; lines that begin within a text of several lines stay as they are.
fn enclosed(at: &Snapshot, file: FileId, slice: &Range<usize>, name: &str) -> String {
    let text = at.text(file);
    let inner = &text[slice.clone()];
    let line = &text[insert::line_start(text, slice.start)..slice.start];
    if !line.trim().is_empty() {
        return format!("boundary {name} {{ {inner} }}");
    }
    let tokens = at.tokens(file);
    let within_text = |byte: usize| {
        let token = tokens.partition_point(|token| token.range.start < byte).checked_sub(1).map(|at| &tokens[at]);
        token.is_some_and(|token| byte < token.range.end && !matches!(token.kind, K::Newline | K::Space))
    };
    let mut out = format!("boundary {name} {{\n{line}{STEP}");
    let mut byte = slice.start;
    for part in inner.split_inclusive('\n') {
        let fresh = byte != slice.start && !part.trim().is_empty() && !within_text(byte);
        out.push_str(if fresh { STEP } else { "" });
        out.push_str(part);
        byte += part.len();
    }
    format!("{out}\n{line}}}")
}

/// A name that nothing has yet.
fn free_name(at: &Snapshot) -> String {
    let package = at.analysis().package;
    let taken = |name: &str| at.library().scopes.declared(package, name).is_some();
    let mut name = "inner".to_owned();
    let mut number = 1;
    while taken(&name) {
        number += 1;
        name = format!("inner{number}");
    }
    name
}

// ---- To another file -------------------------------------------------------------------------------------

/// The outermost declaration whose first line this is, in each of the other files of the package.
fn moves(at: &Snapshot, file: FileId, byte: usize) -> Vec<Action> {
    let around = at.around(file, byte);
    let text = at.text(file);
    let Some(decl) = around.first().filter(|decl| {
        let start = decl.span.start as usize;
        let line = text[start..].find('\n').map_or(text.len(), |at| start + at);
        (start..=line).contains(&byte) && !matches!(decl.kind, DeclKind::Use { .. } | DeclKind::Broken)
    }) else {
        return Vec::new();
    };
    let start = insert::with_comments(text, decl.span.start as usize);
    let span = with_comment_behind(text, decl.span);
    let written = &text[start..span.end as usize];
    let alone = insert::rest_of_line(text, span.end as usize).trim().is_empty();
    let begins = insert::line_start(text, start) == start;
    let others = at.analysis().root_files.iter().copied().filter(|other| *other != file && is_like(at, *other, file));
    if !alone || !begins {
        return Vec::new();
    }
    let gone = gone(at, span);
    let action = |other: FileId| {
        let name = short(at, other);
        let mut edits = vec![gone.clone(), insert::at_end(at, other, written)];
        edits.sort();
        Action {
            title: format!("move {} to `{name}`", title(decl, text)),
            sort: Sort::Move,
            edits,
            ..Action::default()
        }
    };
    others.take(MOST_FILES).map(action).chain(to_new_file(at, file, decl, written, &gone)).collect()
}

/// The same into a file that is made for it, called like what it declares. A file without a package's folder is a
/// package of its own: nothing else belongs to it.
fn to_new_file(at: &Snapshot, file: FileId, decl: &Decl, written: &str, gone: &Edit) -> Option<Action> {
    let name = decl.name.as_ref().filter(|_| !at.entry.ends_with(".tm"))?.name.to_lowercase();
    let ending = if at.path(file).ends_with(".test.tm") { "test.tm" } else { "tm" };
    let folder = at.path(file).rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let path = format!("{folder}{name}.{ending}");
    // Some disks do not tell large letters from small ones.
    let same = path.to_lowercase();
    if at.analysis().sources.iter().any(|(_, file)| file.path.to_lowercase() == same) {
        return None;
    }
    let added = Edit { at: Location { path: path.clone(), range: 0..0 }, text: format!("{written}\n") };
    let mut edits = vec![gone.clone(), added];
    edits.sort();
    Some(Action {
        title: format!("move {} to a new file, `{name}.{ending}`", title(decl, at.text(file))),
        sort: Sort::Move,
        edits,
        creates: Some(path),
        ..Action::default()
    })
}

/// A declaration with the comment that ends its last line.
fn with_comment_behind(text: &str, span: Span) -> Span {
    let rest = insert::rest_of_line(text, span.end as usize);
    let comment = if rest.trim_start().starts_with("//") { rest.trim_end().len() } else { 0 };
    Span::new(span.file, &(span.start as usize..span.end as usize + comment))
}

/// Tests move to tests, all else to what is no test.
fn is_like(at: &Snapshot, one: FileId, other: FileId) -> bool {
    let is_test = |file| at.path(file).ends_with(".test.tm");
    at.path(one).ends_with(".tm") && is_test(one) == is_test(other)
}

/// A path below the package's folder.
fn short(at: &Snapshot, file: FileId) -> String {
    let folder = at.study.packages.get(at.analysis().package).map_or("", |package| package.folder.as_str());
    let path = at.path(file);
    path.strip_prefix(folder).unwrap_or(path).trim_start_matches('/').to_owned()
}

/// A declaration in a title: its name, or its head where that is short.
pub fn title(decl: &Decl, text: &str) -> String {
    let head = text[decl.span.range()].split('{').next().unwrap_or_default();
    let head = head.split_whitespace().collect::<Vec<_>>().join(" ");
    match &decl.name {
        Some(name) => format!("`{}`", name.name),
        None if head.chars().count() <= SHOWN => format!("`{head}`"),
        None => format!("this `{}`", decl.word.spelling().unwrap_or("declaration")),
    }
}

/// The end of the line, and the empty line behind it where one stands before as well, or nothing does.
fn end_with_gap(text: &str, start: usize, end: usize) -> usize {
    let line = insert::next_line(text, end);
    let before = text[..start].trim_end_matches([' ', '\t']);
    let gap_before = before.is_empty() || before.ends_with("\n\n") || before.ends_with("\r\n\r\n");
    if gap_before && text[line..insert::next_line(text, line)].trim().is_empty() {
        insert::next_line(text, line)
    } else {
        line
    }
}

/// The start of the line, and the empty lines before it where nothing comes behind.
fn start_with_gap(text: &str, start: usize, end: usize) -> usize {
    let line = insert::line_start(text, start);
    let before = text[..line].trim_end().len();
    let last = insert::rest_of_line(text, end).len() + end;
    if before > 0 && text[last..].trim().is_empty() { insert::next_line(text, before).min(line) } else { line }
}

/// The edit that takes a declaration away with its comments, and with its lines where it has them for itself.
pub fn gone(at: &Snapshot, span: Span) -> Edit {
    let (file, text) = (span.file, at.text(span.file));
    let (start, end) = (insert::with_comments(text, span.start as usize), span.end as usize);
    let alone = insert::rest_of_line(text, end).trim().is_empty()
        && text[insert::line_start(text, start)..start].trim().is_empty();
    let range = if alone { start_with_gap(text, start, end)..end_with_gap(text, start, end) } else { start..end };
    Edit { at: place(at, file, range), text: String::new() }
}

// ---- In order -----------------------------------------------------------------------------------------------

/// What the innermost element around a byte states, by name. Everything else stays where it is.
fn sorting(at: &Snapshot, file: FileId, byte: usize) -> Option<Action> {
    let around = at.around(file, byte);
    let decl = around.last()?;
    if !matches!(decl.kind, DeclKind::Element { .. } | DeclKind::Flow { .. }) || decl.body.refused {
        return None;
    }
    let text = at.text(file);
    let assigns = &decl.body.assigns;
    let slots: Vec<Range<usize>> = assigns.iter().map(|assign| slot(text, assign)).collect::<Option<_>>()?;
    let apart = slots.windows(2).all(|pair| pair[0].end <= pair[1].start);
    let mut order: Vec<usize> = (0..assigns.len()).collect();
    order.sort_by_key(|index| assigns[*index].path.text());
    if !apart || order.is_sorted() {
        return None;
    }
    let edit = |(slot, from): (&Range<usize>, &usize)| Edit {
        at: place(at, file, slot.clone()),
        text: text[slots[*from].clone()].to_owned(),
    };
    let edits = slots.iter().zip(&order).filter(|(slot, from)| slots[**from] != **slot).map(edit).collect();
    Some(Action { title: "sort what it states by name".to_owned(), sort: Sort::Rewrite, edits, ..Action::default() })
}

/// A member with the comments above and behind it; nothing where it cannot be told what a comment belongs to.
fn slot(text: &str, assign: &Assign) -> Option<Range<usize>> {
    let end = assign.title.as_ref().map_or(assign.value.span.end, |title| title.span.end.max(assign.value.span.end));
    let end = end.max(assign.path.span.end) as usize;
    let rest = insert::rest_of_line(text, end);
    let comment = rest.trim_start();
    let end = match (comment.starts_with("//"), rest.contains("//")) {
        (true, _) => end + rest.trim_end().len(),
        (false, true) => return None,
        (false, false) => end,
    };
    Some(insert::with_comments(text, assign.path.span.start as usize)..end)
}
