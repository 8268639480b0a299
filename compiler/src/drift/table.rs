//! Tables of resources: what a library says about plans and manifests, one rule a line. They stand beside the `.tm`
//! files of a package, in `resources.tsv`.

use super::infrastructure::Resource;
use super::selector::{Path, Patterns, Selector};
use crate::codes;
use crate::diagnostic::{Diagnostic, list_names, nearest};
use crate::evidence::Pattern;
use crate::package::{Package, Packages};
use crate::source::{FileId, Span};
use crate::world::{ReadError, World};

/// Name of the file of a table, in the folder of its package.
pub const FILE: &str = "resources.tsv";
/// The first line of a table.
const COLUMNS: [&str; 6] = ["rule", "resource", "attribute", "when", "means", "value"];
/// Rules of a table beyond which it is refused.
const MOST: usize = 20_000;

/// The sorts of rules, by their words.
const SORTS: &[(&str, Sort)] = &[
    ("is", Sort::Is),
    ("zone", Sort::Zone),
    ("says", Sort::Says),
    ("part", Sort::Part),
    ("with", Sort::With),
    ("inside", Sort::Inside),
    ("flow", Sort::Flow),
    ("opens", Sort::Opens),
    ("door", Sort::Door),
    ("port", Sort::Port),
    ("plain", Sort::Plain),
    ("outside", Sort::Outside),
];

/// What a rule tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The resource is an element of the type `means`.
    Is,
    /// The resource is a boundary of the type `means`; models need not show all of them.
    Zone,
    /// The attribute speaks about the property `means`.
    Says,
    /// The resource is a part of what the attribute names.
    Part,
    /// What the attribute names speaks about this resource, too.
    With,
    /// The resource lies inside of what the attribute names.
    Inside,
    /// The resource (or what the attribute names) opens conversations to what the attribute (or `means`) names.
    Flow,
    /// The resource can be reached from outside.
    Opens,
    /// Of what can be reached from outside: the ports that the attribute `means` (to the attribute `value`) names.
    Door,
    /// Flows of the type `means` use the ports `value`; without these, `means` is the property in which flows say them.
    Port,
    /// The resource is known, and nothing that a model shows.
    Plain,
    /// The type of boundary in which those are who come from outside.
    Outside,
}

/// A rule of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it tells.
    pub sort: Sort,
    /// Of which resources.
    pub selector: Selector,
    /// The attribute that tells it.
    pub path: Path,
    /// Values of the attribute for which it holds.
    pub when: Option<Patterns>,
    /// Kinds of the resources that the attribute names; `labels` where it selects by labels.
    pub targets: String,
    /// The type, the property, or the second attribute.
    pub means: String,
    /// The value of the property, as written.
    pub value: String,
    /// Name of the package of the table.
    pub package: String,
    /// The line.
    pub span: Span,
    /// The cell `means`.
    pub means_span: Span,
    /// The cell `value`.
    pub value_span: Span,
}

impl Row {
    /// True where the attribute may name a resource of a kind.
    pub fn targets(&self, kind: &str) -> bool {
        let mut kinds = self.targets.split('|').filter(|one| !one.is_empty()).peekable();
        kinds.peek().is_none() || kinds.any(|one| Pattern::name(one).fits(kind))
    }

    /// The attributes that hold the two ends of a flow, where it is not from the resource itself.
    pub fn to(&self) -> Path {
        Path::read(&self.means).unwrap_or_default()
    }
}

/// All rules that are known, those of the package being analysed first.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// The rules, in the order in which they count.
    pub rows: Vec<Row>,
}

impl Tables {
    /// The rules of a sort for a kind of resource.
    pub fn of<'t>(&'t self, sort: Sort, kind: &'t str) -> impl Iterator<Item = &'t Row> {
        self.rows.iter().filter(move |row| row.sort == sort && row.selector.names(kind))
    }

    /// The rule by which a resource is an element or a boundary: the first that holds.
    pub fn row(&self, resource: &Resource) -> Option<&Row> {
        let shown = |row: &&Row| matches!(row.sort, Sort::Is | Sort::Zone) && row.selector.names(&resource.kind);
        let mut rows = self.rows.iter().filter(shown);
        rows.find(|row| row.selector.fits(&resource.kind, &resource.tree) == Some(true))
    }

    /// True where some rule speaks about a kind of resource.
    pub fn know(&self, kind: &str) -> bool {
        let about = |row: &Row| !matches!(row.sort, Sort::Inside | Sort::Outside | Sort::Port);
        self.rows.iter().any(|row| about(row) && row.selector.names(kind))
    }
}

/// Reads the tables of all packages that are there: the package being analysed, those it uses, the embedded library.
/// Their texts become files of the analysis.
pub fn read(world: &dyn World, packages: &mut Packages) -> (Tables, Vec<Diagnostic>) {
    let mut found: Vec<(String, String, String, bool)> = Vec::new();
    for package in packages.list.iter().rev().filter(|package| !package.embedded) {
        let path = if package.folder.is_empty() { FILE.to_owned() } else { format!("{}/{FILE}", package.folder) };
        match world.read(&path) {
            Ok(bytes) => {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                found.push((package.name.to_string(), path, text, false));
            }
            Err(ReadError::Missing | ReadError::Failed(_)) => {}
        }
    }
    for package in world.embedded_packages() {
        let files = world.embedded(&package).into_iter().filter(|file| file.path.ends_with(&format!("/{FILE}")));
        found.extend(files.map(|file| (package.clone(), file.path.to_string(), file.text.to_string(), true)));
    }
    let (mut tables, mut diagnostics) = (Tables::default(), Vec::new());
    for (package, path, text, embedded) in found {
        let file = packages.sources.add(path, text.as_str(), embedded);
        tables.rows.extend(parse(&package, file, &text, &mut diagnostics));
    }
    (tables, diagnostics)
}

/// The table of one package, where it has one: its path and its text.
pub fn text(world: &dyn World, package: &Package) -> Option<(String, String)> {
    let path = if package.folder.is_empty() { FILE.to_owned() } else { format!("{}/{FILE}", package.folder) };
    let text = if package.embedded {
        let files = world.embedded(&package.name);
        files.into_iter().find(|file| file.path.ends_with(&format!("/{FILE}"))).map(|file| file.text.into_owned())
    } else {
        world.read(&path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    };
    text.map(|text| (path, text))
}

/// The rules of one table.
pub fn parse(package: &str, file: FileId, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut start = 0;
    let mut headed = false;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end_matches(['\n', '\r']);
        let span = Span::new(file, &(start..start + line.len()));
        start += whole.len();
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if !headed {
            headed = true;
            if line.split('\t').ne(COLUMNS) {
                diagnostics.push(
                    bad(span, "a table of resources begins with the names of its columns")
                        .help(format!("write `{}`, with tabs between them", COLUMNS.join(" "))),
                );
                return rows;
            }
            continue;
        }
        if rows.len() >= MOST {
            diagnostics.push(bad(span, format!("a table of resources has at most {MOST} rules")));
            return rows;
        }
        match row(package, line, span) {
            Ok(row) => rows.push(row),
            Err(found) => diagnostics.push(*found),
        }
    }
    rows
}

pub(super) fn bad(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(codes::BAD_RESOURCES, span, message)
}

fn row(package: &str, line: &str, span: Span) -> Result<Row, Box<Diagnostic>> {
    let mut cells = Vec::new();
    let mut at = span.start as usize;
    for cell in line.split('\t') {
        let start = at + (cell.len() - cell.trim_start().len());
        cells.push((cell.trim(), Span::new(span.file, &(start..start + cell.trim().len()))));
        at += cell.len() + 1;
    }
    if cells.len() > COLUMNS.len() {
        return Err(Box::new(bad(span, format!("a rule has {} cells at most", COLUMNS.len()))));
    }
    cells.resize(COLUMNS.len(), ("", span));
    let [rule, resource, attribute, when, means, value] = cells[..] else {
        return Err(Box::new(bad(span, "a rule that cannot be read")));
    };
    let words = SORTS.iter().map(|(word, _)| *word);
    let sort = SORTS.iter().find(|(word, _)| *word == rule.0).map(|(_, sort)| *sort).ok_or_else(|| {
        let known: Vec<&str> = words.clone().collect();
        let found = bad(rule.1, format!("there is no rule `{}`", rule.0)).label("unknown here");
        Box::new(match nearest(rule.0, words.clone()) {
            Some(best) => found.help(format!("did you mean `{best}`?")),
            None => found.note(format!("rules are: {}", list_names(&known, 12))),
        })
    })?;
    let wrong = |cell: (&str, Span), what: String| Box::new(bad(cell.1, format!("`{}`: {what}", cell.0)));
    let names = matches!(sort, Sort::Part | Sort::With | Sort::Inside | Sort::Flow);
    let needed = match sort {
        Sort::Is | Sort::Zone | Sort::Says | Sort::Outside | Sort::Port => [false, true],
        Sort::Door => [true, true],
        Sort::Part | Sort::With | Sort::Inside | Sort::Flow => [true, false],
        Sort::Opens | Sort::Plain => [false, false],
    };
    for (need, cell, name) in [(needed[0], attribute, "attribute"), (needed[1], means, "means")] {
        if need && cell.0.is_empty() {
            return Err(Box::new(bad(span, format!("a rule `{}` needs a cell `{name}`", rule.0))));
        }
    }
    if sort == Sort::Says && value.0.is_empty() && attribute.0.is_empty() {
        return Err(Box::new(bad(span, "a rule without an attribute says which value holds")));
    }
    if let Some((kinds, path)) = when.0.rsplit_once('=').filter(|_| names) {
        Selector::read(kinds).map_err(|what| wrong(when, what))?;
        Path::read(path).map_err(|what| wrong(when, what))?;
    }
    Ok(Row {
        sort,
        selector: Selector::read(resource.0).map_err(|what| wrong(resource, what))?,
        path: Path::read(attribute.0).map_err(|what| wrong(attribute, what))?,
        when: match when.0 {
            "" => None,
            _ if names => None,
            text => Some(Patterns::read(text).map_err(|what| wrong(when, what))?),
        },
        targets: if names { when.0.to_owned() } else { String::new() },
        means: means.0.to_owned(),
        value: value.0.to_owned(),
        package: package.to_owned(),
        span,
        means_span: if means.0.is_empty() { span } else { means.1 },
        value_span: if value.0.is_empty() { span } else { value.1 },
    })
}
