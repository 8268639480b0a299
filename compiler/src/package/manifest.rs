//! `tm.toml`: name, version, language, dependencies by path.

use super::{Release, taken};
use crate::catalog::Pin;
use crate::codes;
use crate::decl::Name;
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::{FileId, Span};

/// The language version this compiler reads.
pub const LANGUAGE: &str = "1";

/// What a `tm.toml` says.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    /// Name of the package, and where it is written.
    pub name: Option<(Name, Span)>,
    /// Dependencies: name and path, as written.
    pub dependencies: Vec<(Name, String)>,
    /// Versions of catalogues, by the name of the catalogue.
    pub pins: Vec<Pin>,
    /// Packages that may change rules for this one: name as written, place.
    pub policy: Vec<(Name, Span)>,
    /// The release of the library whose rules count.
    pub std: Option<(Release, Span)>,
}

const KEYS: &[&str] = &["name", "version", "language", "dependencies", "catalogs", "description", "policy", "std"];

/// Reads a manifest, as far as it goes.
pub fn read(file: FileId, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Manifest {
    let table = match text.parse::<toml::Table>() {
        Ok(table) => table,
        Err(error) => {
            diagnostics.push(unreadable(file, text, &error));
            return Manifest::default();
        }
    };
    let mut reader = Reader { file, text, diagnostics };
    reader.unknown_keys(&table);
    reader.language(&table);
    Manifest {
        name: reader.name(&table),
        dependencies: reader.dependencies(&table),
        pins: reader.pins(&table),
        policy: reader.policy(&table),
        std: reader.std(&table),
    }
}

/// Why a manifest is no TOML.
fn unreadable(file: FileId, text: &str, error: &toml::de::Error) -> Diagnostic {
    if let Some(at) = line_beginning(text, "<<<<<<<") {
        let span = Span::new(file, &(at..at + "<<<<<<<".len()));
        return Diagnostic::new(codes::BAD_MANIFEST, span, "this file has an unresolved merge conflict")
            .label("the conflict begins here")
            .help("keep one of the two sides and delete the marker lines");
    }
    let message = format!("this `tm.toml` cannot be read: {}", error.message());
    Diagnostic::new(codes::BAD_MANIFEST, Span::new(file, &error.span().unwrap_or(0..0)), message)
}

/// Where a line begins with a mark.
fn line_beginning(text: &str, mark: &str) -> Option<usize> {
    if text.starts_with(mark) { Some(0) } else { text.find(&format!("\n{mark}")).map(|at| at + 1) }
}

/// True for words of letters, digits, `_` and `-`, joined by dots.
fn is_name(text: &str) -> bool {
    text.split('.').all(|part| !part.is_empty() && part.chars().all(of_names))
}

/// A text with `_` in the place of what no name of a package has.
pub(super) fn as_name(text: &str) -> String {
    let parts = text.split(['.', '/']).filter(|part| !part.is_empty());
    let parts = parts.map(|part| part.chars().map(|one| if of_names(one) { one } else { '_' }).collect::<String>());
    let name = parts.collect::<Vec<_>>().join(".");
    if name.is_empty() { "package".into() } else { name }
}

fn of_names(one: char) -> bool {
    one.is_alphanumeric() || matches!(one, '_' | '-')
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Reader<'_> {
    /// The place where a key is written, as far as a text search can tell.
    fn at(&self, key: &str) -> Span {
        let start = self.text.find(key).unwrap_or(0);
        let len = if self.text[start..].starts_with(key) { key.len() } else { 0 };
        Span::new(self.file, &(start..start + len))
    }

    fn complain(&mut self, key: &str, message: String, help: &str) {
        self.diagnostics.push(Diagnostic::new(codes::BAD_MANIFEST, self.at(key), message).help(help));
    }

    fn unknown_keys(&mut self, table: &toml::Table) {
        for key in table.keys().filter(|key| !KEYS.contains(&key.as_str())) {
            let diagnostic =
                Diagnostic::new(codes::UNKNOWN_KEY, self.at(key), format!("`{key}` means nothing in `tm.toml`"));
            self.diagnostics.push(match nearest(key, KEYS) {
                Some(best) => diagnostic.help(format!("did you mean `{best}`?")),
                None => diagnostic.note(format!("known keys: {}", KEYS.join(", "))),
            });
        }
    }

    fn language(&mut self, table: &toml::Table) {
        if let Some(version) = self.string(table, "language")
            && version != LANGUAGE
        {
            let message = format!("this package is written in language version `{version}`");
            self.complain("language", message, "this tm reads language version `1`; another tm is needed");
        }
    }

    /// The name stands in ids, which go into shells, addresses and names of files.
    fn name(&mut self, table: &toml::Table) -> Option<(Name, Span)> {
        let name = self.string(table, "name")?;
        if !is_name(&name) {
            let help =
                format!("write `name = \"{}\"`: letters, digits, `_` and `-`, with dots between them", as_name(&name));
            self.complain("name", format!("`{}` cannot be the name of a package", name.escape_debug()), &help);
            return None;
        }
        let span = self.at(&name);
        Some((name.into(), span))
    }

    /// The release of the library that is pinned.
    fn std(&mut self, table: &toml::Table) -> Option<(Release, Span)> {
        let version = self.string(table, "std")?;
        let release = Release::read(&version);
        if release.is_none() {
            self.complain("std", format!("`{version}` is no version"), "write two numbers, as in `std = \"0.1\"`");
        }
        release.map(|release| (release, self.at("std")))
    }

    fn string(&mut self, table: &toml::Table, key: &str) -> Option<String> {
        match table.get(key)? {
            toml::Value::String(text) => Some(text.clone()),
            _ => {
                self.complain(key, format!("`{key}` must be a text"), "put the value in quotes");
                None
            }
        }
    }

    fn dependencies(&mut self, table: &toml::Table) -> Vec<(Name, String)> {
        let Some(value) = table.get("dependencies") else {
            return Vec::new();
        };
        let Some(listed) = value.as_table() else {
            self.complain(
                "dependencies",
                "`dependencies` must be a table".into(),
                "write `[dependencies]` on a line of its own",
            );
            return Vec::new();
        };
        let mut found = Vec::new();
        for (name, entry) in listed {
            let path = entry.as_str().or_else(|| entry.get("path").and_then(toml::Value::as_str));
            match path {
                _ if taken::is_of_library(name) => self.diagnostics.push(taken::by_library(name, self.at(name))),
                Some(path) => found.push((name.as_str().into(), path.to_owned())),
                None => {
                    let message = format!("dependency `{name}` has no path");
                    self.complain(name, message, "write `name = { path = \"../folder\" }`; quote names with dots");
                }
            }
        }
        found
    }

    /// One package or a list of them.
    fn policy(&mut self, table: &toml::Table) -> Vec<(Name, Span)> {
        let named = match table.get("policy") {
            None => return Vec::new(),
            Some(toml::Value::Array(names)) => names.iter().map(toml::Value::as_str).collect(),
            Some(name) => name.as_str().map(|name| vec![name]),
        };
        let Some(names): Option<Vec<&str>> = named else {
            self.complain(
                "policy",
                "`policy` must name packages".into(),
                "write `policy = \"name\"`, or a list of names in quotes",
            );
            return Vec::new();
        };
        names.into_iter().map(|name| (name.into(), self.at("policy"))).collect()
    }

    /// `[catalogs]`: the version that is wanted of each.
    fn pins(&mut self, table: &toml::Table) -> Vec<Pin> {
        let help = "write `Name = \"version\"` below the line `[catalogs]`";
        let Some(value) = table.get("catalogs") else {
            return Vec::new();
        };
        let Some(listed) = value.as_table() else {
            self.complain("catalogs", "`catalogs` must be a table".into(), help);
            return Vec::new();
        };
        let mut pins = Vec::new();
        for (name, version) in listed {
            match version.as_str() {
                Some(version) => {
                    pins.push(Pin { name: name.as_str().into(), version: version.into(), span: self.at(name) })
                }
                None => self.complain(name, format!("the version of `{name}` must be a text"), help),
            }
        }
        pins
    }
}
