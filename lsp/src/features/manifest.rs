//! What a `tm.toml` says and where, as far as renaming has to know.

use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A name or a path where it is written, its quotes too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where.
    pub range: Range<usize>,
    /// The text.
    pub text: String,
}

/// A dependency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    /// The name that `use` lines say.
    pub name: Written,
    /// The folder, as written.
    pub path: Written,
}

/// A manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The package's own name.
    pub name: Option<Written>,
    /// What it can use.
    pub dependencies: Vec<Dependency>,
    /// The packages that may change its rules.
    pub policy: Vec<Written>,
}

/// Reads a manifest; nothing of one that is no TOML.
pub fn read(text: &str) -> Manifest {
    let Ok(table) = DeTable::parse(text) else {
        return Manifest::default();
    };
    let table = table.get_ref();
    let value = |key: &str| table.get(key);
    let listed = value("dependencies").and_then(|value| value.get_ref().as_table());
    let dependencies = listed.into_iter().flat_map(DeTable::iter).filter_map(|(key, value)| {
        let path = match value.get_ref() {
            DeValue::Table(table) => table.get("path")?,
            _ => value,
        };
        let name = Written { range: key.span(), text: key.get_ref().to_string() };
        Some(Dependency { name, path: written(path)? })
    });
    let policy = match value("policy").map(Spanned::get_ref) {
        Some(DeValue::Array(names)) => names.iter().filter_map(written).collect(),
        _ => value("policy").and_then(written).into_iter().collect(),
    };
    Manifest { name: value("name").and_then(written), dependencies: dependencies.collect(), policy }
}

fn written(value: &Spanned<DeValue<'_>>) -> Option<Written> {
    Some(Written { range: value.span(), text: value.get_ref().as_str()?.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_paths_are_found_where_they_stand() {
        let text =
            "name = \"shop\"\npolicy = [\"house\"]\n[dependencies]\npay = { path = \"../pay\" }\n\"a.b\" = '../b'\n";
        let manifest = read(text);
        let at = |written: &Written| text[written.range.clone()].to_owned();
        assert_eq!(manifest.name.as_ref().map(at).as_deref(), Some("\"shop\""));
        let dependencies: Vec<_> = manifest.dependencies.iter().map(|one| (at(&one.name), at(&one.path))).collect();
        let wanted = [("\"a.b\"", "'../b'"), ("pay", "\"../pay\"")];
        assert_eq!(dependencies, wanted.map(|(name, path)| (name.to_owned(), path.to_owned())));
        assert_eq!(manifest.policy.iter().map(at).collect::<Vec<_>>(), ["\"house\""]);
        assert_eq!(read("name = ["), Manifest::default());
    }
}
