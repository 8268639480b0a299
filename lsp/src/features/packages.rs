//! Renaming packages and moving their folders: `use` lines and every `tm.toml` of the workspace go along.

use super::manifest::{self, Manifest, Written};
use crate::snapshot::{Edit, Location, Snapshot, View};
use std::collections::BTreeSet;
use std::sync::Arc;
use tm_compiler::decl::{DeclKind, ExprKind, Literal};
use tm_compiler::package::Package;
use tm_compiler::references::{Meaning, Reference};
use tm_compiler::source::{FileId, Span};
use tm_grammar::SyntaxKind as K;
use tm_grammar::lexer::lex;

/// A package that can be renamed: where its name stands under the cursor, the name, its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Where.
    pub span: Span,
    /// The name by which it is used there.
    pub name: String,
    /// Its folder.
    pub folder: String,
}

/// The package whose name stands at a byte of a source or of a `tm.toml`.
///
/// # Errors
/// A sentence that says why its name cannot be changed.
pub fn named(at: &Snapshot, file: FileId, byte: usize) -> Option<Result<Named, String>> {
    if at.path(file).ends_with("tm.toml") {
        return in_manifest(at, file, byte).map(Ok);
    }
    let reference = at.reference_at(file, byte)?;
    let Meaning::Package(id) = reference.meaning else { return None };
    if reference.declared.is_some() {
        return None; // an alias, which is a name like others
    }
    let package = at.study.packages.get(id)?;
    if package.embedded {
        return Some(Err("the standard library cannot be changed".to_owned()));
    }
    let name = at.analysis().sources.text(reference.span).to_owned();
    Some(Ok(Named { span: reference.span, name, folder: package.folder.clone() }))
}

fn in_manifest(at: &Snapshot, file: FileId, byte: usize) -> Option<Named> {
    let manifest = manifest::read(at.text(file));
    let folder = parent(at.path(file)).to_owned();
    let here = |written: &Written| written.range.start <= byte && byte <= written.range.end;
    let named = |written: &Written, folder: String| {
        let text = &at.text(file)[written.range.clone()];
        let quote = usize::from(text.starts_with(['"', '\'']));
        let range = written.range.start + quote..written.range.end - quote;
        Named { span: Span::new(file, &range), name: written.text.clone(), folder }
    };
    if let Some(name) = manifest.name.as_ref().filter(|name| here(name)) {
        return Some(named(name, folder));
    }
    let target = |name: &str| {
        let found = manifest.dependencies.iter().find(|one| one.name.text == name)?;
        Some(normal(&join(&folder, &found.path.text)))
    };
    let written = manifest.dependencies.iter().map(|one| &one.name).chain(&manifest.policy).find(|name| here(name))?;
    Some(named(written, target(&written.text)?))
}

/// The edits that give a package another name, wherever the workspace uses it by this one.
///
/// # Errors
/// A sentence that says why it cannot have that name.
pub fn rename(view: &View, package: &Named, new: &str) -> Result<Vec<Edit>, String> {
    if !is_name(new) {
        return Err(format!("`{new}` cannot be the name of a package"));
    }
    if view.main.study.library.iter().any(|known| &*known.package == new) {
        return Err(format!("`{new}` is a package of the standard library"));
    }
    let mut edits = BTreeSet::new();
    for at in view.snapshots() {
        for (_, user) in at.study.packages.iter().filter(|(_, user)| !user.embedded) {
            let Some((file, manifest)) = manifest_of(at, user) else { continue };
            if user.folder == package.folder {
                let own = manifest.name.iter().filter(|name| name.text == package.name);
                edits.extend(own.map(|name| quoted(at, file, name, new)));
            }
            edits.extend(used(at, user, (file, &manifest), package, new)?);
        }
    }
    Ok(edits.into_iter().collect())
}

/// The edits in one package that uses it.
fn used(
    at: &Snapshot,
    user: &Package,
    (file, manifest): (FileId, &Manifest),
    package: &Named,
    new: &str,
) -> Result<Vec<Edit>, String> {
    let leads = |path: &str| normal(&join(&user.folder, path)) == package.folder;
    let same = |name: &Written| name.text == package.name;
    let Some(dependency) = manifest.dependencies.iter().find(|one| same(&one.name) && leads(&one.path.text)) else {
        return Ok(Vec::new());
    };
    if manifest.dependencies.iter().any(|one| one.name.text == new) {
        return Err(format!("`{}` has a dependency `{new}` already", at.path(file)));
    }
    let key = if new.contains('.') { format!("\"{new}\"") } else { new.to_owned() };
    let mut edits = vec![Edit { at: place(at, file, &dependency.name), text: key }];
    edits.extend(manifest.policy.iter().filter(|name| same(name)).map(|name| quoted(at, file, name, new)));
    let means = |reference: &&Reference| match reference.meaning {
        Meaning::Package(meant) if reference.declared.is_none() => {
            let folder = at.study.packages.get(meant).map(|meant| (meant.embedded, meant.folder.as_str()));
            folder == Some((false, package.folder.as_str()))
        }
        _ => false,
    };
    let own = user.files.iter().flat_map(|file| at.references_in(*file)).filter(means);
    let written = own.filter(|reference| at.analysis().sources.text(reference.span) == package.name);
    edits.extend(written.map(|reference| Edit { at: at.location(reference.span), text: new.to_owned() }));
    Ok(edits)
}

/// The edits that keep dependencies and the tables of catalogues leading where they did after files and folders have
/// moved.
pub fn moved(view: &View, renames: &[(String, String)]) -> Vec<Edit> {
    let mut edits = BTreeSet::new();
    let after = |path: &str| {
        let renamed = renames.iter().find_map(|(old, new)| {
            let rest = path.strip_prefix(old.trim_end_matches('/'))?;
            (rest.is_empty() || rest.starts_with('/')).then(|| format!("{}{rest}", new.trim_end_matches('/')))
        });
        renamed.unwrap_or_else(|| path.to_owned())
    };
    for at in view.snapshots() {
        for (_, user) in at.study.packages.iter().filter(|(_, user)| !user.embedded) {
            let Some((file, manifest)) = manifest_of(at, user) else { continue };
            for dependency in &manifest.dependencies {
                let target = normal(&join(&user.folder, &dependency.path.text));
                let (from, to) = (after(&user.folder), after(&target));
                if (&from, &to) != (&user.folder, &target) {
                    let path = relative(&from, &to);
                    let changes = path != dependency.path.text.trim_end_matches('/');
                    edits.extend(changes.then(|| quoted(at, file, &dependency.path, &path)));
                }
            }
        }
        let own = at.study.packages.iter().map(|(_, package)| package).filter(|package| !package.embedded);
        for (package, (text, span)) in own.flat_map(|package| tables(package).map(move |table| (package, table))) {
            let target = normal(&join(&package.folder, &text));
            let path = relative(&after(&package.folder), &after(&target));
            // A table outside of its package cannot be read: the compiler says so at the old path.
            let changes = after(&target) != target && path != *text && !path.starts_with("..");
            edits.extend(changes.then(|| Edit { at: at.location(span), text: format!("\"{path}\"") }));
        }
    }
    edits.into_iter().collect()
}

/// The paths of the tables that a package's catalogues name, and where.
fn tables(package: &Package) -> impl Iterator<Item = (Arc<str>, Span)> {
    let catalogs = package.decls().filter(|decl| matches!(decl.kind, DeclKind::Catalog));
    let assigns = catalogs.flat_map(|decl| &decl.body.assigns).filter(|assign| assign.path.text() == "table");
    assigns.filter_map(|assign| match &assign.value.kind {
        ExprKind::Literal(Literal::Text(text)) => Some((Arc::clone(text), assign.value.span)),
        _ => None,
    })
}

fn manifest_of(at: &Snapshot, package: &Package) -> Option<(FileId, Manifest)> {
    let file = at.file(&join(&package.folder, "tm.toml"))?;
    Some((file, manifest::read(at.text(file))))
}

fn place(at: &Snapshot, file: FileId, written: &Written) -> Location {
    Location { path: at.path(file).to_owned(), range: written.range.clone() }
}

fn quoted(at: &Snapshot, file: FileId, written: &Written, new: &str) -> Edit {
    Edit { at: place(at, file, written), text: format!("\"{new}\"") }
}

/// Names joined by dots.
fn is_name(text: &str) -> bool {
    let (tokens, errors) = lex(text);
    let right = |(index, kind): (usize, K)| kind == if index % 2 == 0 { K::Ident } else { K::Dot };
    errors.is_empty() && tokens.len() % 2 == 1 && tokens.iter().map(|token| token.kind).enumerate().all(right)
}

fn parent(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..at])
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{}/{name}", folder.trim_end_matches('/')) }
}

/// A path without `.` and, as far as it goes, without `..`.
fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            "" if !parts.is_empty() => {}
            ".." if parts.last().is_some_and(|last| *last != ".." && !last.is_empty()) => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The way from one folder to another.
fn relative(from: &str, to: &str) -> String {
    let parts = |path: &'_ str| path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (from, to) = (parts(from), parts(to));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", from.len() - common);
    let path: Vec<&str> = up.chain(to[common..].iter().map(String::as_str)).collect();
    if path.is_empty() { ".".to_owned() } else { path.join("/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_between_folders() {
        for (from, to, way) in [("a/b", "a/c", "../c"), ("/a", "/a/b/c", "b/c"), ("x", "x", "."), ("", "p/q", "p/q")] {
            assert_eq!(relative(from, to), way);
            assert_eq!(normal(&join(from, way)), normal(to), "{from} {way}");
        }
    }
}
