//! Catalogues: what the ids in `references` and `satisfies` mean, and whether they exist.
//!
//! A `catalog` says which form its ids have, in which table they stand and where their pages are. Nothing of a table is
//! parsed before an id is looked up in it.

mod check;
mod pattern;
mod read;
mod table;

pub use pattern::Pattern;
pub use read::read;
pub use table::Table;

use crate::decl::Name;
use crate::package::PackageId;
use crate::source::Span;
use std::cmp::Reverse;
use std::sync::Arc;
use table::Row;

/// Columns that are no relations to other ids.
const PLAIN: &[&str] = &["id", "title", "kind", "status", "successor", "page"];

/// A catalogue of ids.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Arc<str>,
    /// What is in it, and what is not.
    pub doc: Arc<str>,
    /// The version that is read; empty where it has none.
    pub version: String,
    /// Its package.
    pub package: PackageId,
    /// The forms of its ids.
    pub ids: Vec<Pattern>,
    /// The address of an id's page, with words in braces to be replaced.
    pub url: String,
    /// With what sign a part of an id begins, as in `Art.5(1)`.
    pub parts: String,
    /// The ids; where there is none, every id of the form is taken.
    pub table: Option<Table>,
    /// Where its name is written.
    pub span: Span,
}

/// What a catalogue says about an id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The id as written, `Art.5(1)`.
    pub id: String,
    /// Name of the catalogue.
    pub catalog: String,
    /// Title of the catalogue with its version.
    pub source: String,
    /// What the id is called; empty where nothing is known.
    pub title: String,
    /// What sort of entry it is; empty where the catalogue has one sort only.
    pub kind: String,
    /// `retired`, `discouraged`, `prohibited`, or empty.
    pub status: String,
    /// What to name in its place.
    pub successors: Vec<String>,
    /// Related ids, by the name of the relation.
    pub relations: Vec<(String, Vec<String>)>,
    /// Web address of its page; empty where none is known.
    pub url: String,
}

/// What a text among references is.
#[derive(Clone, Debug)]
pub enum Found<'c> {
    /// An entry of a catalogue.
    Entry(Box<Entry>),
    /// It has the form of a catalogue's ids, and is none of them.
    Unknown(&'c Catalog),
    /// It has the form of no catalogue.
    Strange,
}

/// A version that a package chooses in its `tm.toml`.
#[derive(Clone, Debug)]
pub struct Pin {
    /// Name of the catalogue.
    pub name: Name,
    /// The version.
    pub version: String,
    /// Where it is written.
    pub span: Span,
}

/// All catalogues of an analysis, those of the package being analysed first.
#[derive(Clone, Debug, Default)]
pub struct Catalogs {
    /// The catalogues.
    pub list: Vec<Catalog>,
}

impl Catalogs {
    /// What a text among references is.
    pub fn find(&self, id: &str) -> Found<'_> {
        let mut unknown = None;
        for catalog in self.list.iter().filter(|catalog| catalog.fits(id)) {
            match catalog.entry(id) {
                Some(entry) => return Found::Entry(Box::new(entry)),
                None => unknown = unknown.or(Some(catalog)),
            }
        }
        unknown.map_or(Found::Strange, Found::Unknown)
    }

    /// Ids that read like the one written: the same letters and digits, a part of the id that says enough, or its number
    /// after a name that leaves out what comes later, such as the version.
    pub fn alike(&self, id: &str) -> Vec<String> {
        let wanted = folded(id);
        let named = id.rsplit_once(' ').map(|(name, number)| (folded(name), number));
        let reads_alike = |known: &str| {
            let numbered = named.as_ref().zip(known.rsplit_once(' ')).is_some_and(|((name, number), (of, other))| {
                !name.is_empty() && number.eq_ignore_ascii_case(other) && folded(of).starts_with(name.as_str())
            });
            numbered
                || folded(known) == wanted
                || known.strip_suffix(id).is_some_and(|before| before.ends_with(' '))
                || known.strip_prefix(id).is_some_and(|after| after.starts_with(':'))
        };
        let ids = self.list.iter().flat_map(|catalog| catalog.table.iter().flat_map(|table| table.ids()));
        ids.filter(|known| !wanted.is_empty() && reads_alike(known)).map(str::to_owned).collect()
    }

    /// The entry of an id.
    pub fn entry(&self, id: &str) -> Option<Entry> {
        match self.find(id) {
            Found::Entry(entry) => Some(*entry),
            _ => None,
        }
    }

    /// Entries whose ids begin with a text, at most so many; retired ones are left out.
    pub fn complete(&self, start: &str, most: usize) -> Vec<Entry> {
        let own = self.list.iter().filter(|catalog| catalog.ids.iter().any(|form| form.may_begin(start)));
        let entries = own.flat_map(|catalog| {
            let rows = catalog.table.iter().flat_map(|table| table.starting(start));
            rows.filter(|row| row.cell("status") != "retired").map(|row| catalog.describe(row.id(), Some(row)))
        });
        entries.take(most).collect()
    }

    /// A catalogue by its name.
    pub fn named(&self, name: &str) -> Option<&Catalog> {
        self.list.iter().find(|catalog| &*catalog.name == name)
    }
}

impl Catalog {
    /// True where a text has the form of this catalogue's ids.
    pub fn fits(&self, id: &str) -> bool {
        self.ids.iter().any(|form| form.holes(id).is_some())
    }

    /// Its title with its version.
    pub fn source(&self) -> String {
        if self.version.is_empty() { self.title.to_string() } else { format!("{} {}", self.title, self.version) }
    }

    /// The id that differs least from one that is not there, by two characters at most; of several the one that begins
    /// most alike.
    pub fn nearest(&self, id: &str) -> Option<String> {
        let alike = |known: &str| known.bytes().zip(id.bytes()).take_while(|(a, b)| a == b).count();
        let ids = self.table.iter().flat_map(|table| table.ids());
        let close = ids.filter(|known| known.len().abs_diff(id.len()) <= 2);
        let rated = close.map(|known| (strsim::damerau_levenshtein(known, id), Reverse(alike(known)), known));
        rated.filter(|(distance, ..)| *distance <= 2).min().map(|(.., known)| known.to_owned())
    }

    fn entry(&self, id: &str) -> Option<Entry> {
        let Some(table) = &self.table else {
            return Some(self.describe(id, None));
        };
        let row = table.find(id).or_else(|| self.whole(table, id))?;
        Some(self.describe(id, Some(row)))
    }

    /// The row of what an id is a part of.
    fn whole<'t>(&self, table: &'t Table, id: &str) -> Option<Row<'t>> {
        if self.parts.is_empty() {
            return None;
        }
        let cuts: Vec<usize> = id.match_indices(&self.parts).map(|(at, _)| at).collect();
        cuts.into_iter().rev().find_map(|at| table.find(&id[..at]))
    }

    fn describe(&self, id: &str, row: Option<Row<'_>>) -> Entry {
        let cell = |column| row.map_or("", |row: Row<'_>| row.cell(column)).to_owned();
        let related = row.into_iter().flat_map(|row| row.cells().collect::<Vec<_>>());
        let related = related.filter(|(name, _)| !PLAIN.contains(name));
        Entry {
            id: id.to_owned(),
            catalog: self.name.to_string(),
            source: self.source(),
            title: cell("title"),
            kind: cell("kind"),
            status: cell("status"),
            successors: row.map(|row| row.list("successor")).unwrap_or_default(),
            relations: related.map(|(name, cell)| (name.to_owned(), table::ids(cell))).collect(),
            url: self.address(id, row),
        }
    }

    /// The address of an id's page: `{id}`, `{path}` (with `/` for dots), `{1}` (what stands for the first sign of the
    /// form), `{version}` or a column of the table. Empty where a word has no value.
    fn address(&self, id: &str, row: Option<Row<'_>>) -> String {
        let holes = self.ids.iter().find_map(|form| form.holes(id)).unwrap_or_default();
        let (mut out, mut rest) = (String::new(), self.url.as_str());
        while let Some((before, after)) = rest.split_once('{') {
            let Some((word, after)) = after.split_once('}') else {
                break;
            };
            let value = match word {
                "id" => id.to_owned(),
                "path" => id.replace('.', "/"),
                "version" => self.version.clone(),
                word => match word.parse::<usize>() {
                    Ok(number) => holes.get(number.wrapping_sub(1)).copied().unwrap_or_default().to_owned(),
                    Err(_) => row.map_or("", |row| row.cell(word)).to_owned(),
                },
            };
            if value.is_empty() {
                return String::new();
            }
            out.push_str(before);
            out.push_str(&value.replace(' ', "%20"));
            rest = after;
        }
        out + rest
    }
}

/// An id without what is written one way or another.
fn folded(id: &str) -> String {
    id.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect()
}
