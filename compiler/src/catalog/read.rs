//! From `catalog` declarations to catalogues; the text of their tables comes through the World.

use super::{Catalog, Catalogs, Pattern, Table, check};
use crate::codes;
use crate::decl::{Assign, Decl, DeclKind, Expr, ExprKind, Literal};
use crate::diagnostic::{Diagnostic, list_names};
use crate::package::{Package, PackageId, Packages};
use crate::source::Span;
use crate::world::{ReadError, World};
use std::borrow::Cow;
use std::sync::Arc;

/// The attributes of a catalogue.
const ATTRIBUTES: &[&str] = &["version", "ids", "table", "url", "parts"];

/// Reads all catalogues that packages declare, and checks the references of the package being analysed against them.
pub fn read(world: &dyn World, packages: &mut Packages) {
    let root = packages.root();
    let mut reader = Reader { world, packages, diagnostics: Vec::new() };
    let mut list = Vec::new();
    for (id, package) in packages.list.iter().enumerate().rev() {
        let id = PackageId(u32::try_from(id).unwrap_or(u32::MAX));
        let decls = package.decls().filter(|decl| matches!(decl.kind, DeclKind::Catalog));
        list.extend(decls.filter_map(|decl| reader.catalog(id, package, decl)));
    }
    reader.unknown_pins(&list);
    let mut diagnostics = reader.diagnostics;
    let catalogs = Catalogs { list };
    if let Some(root) = packages.get(root) {
        root.parts.iter().for_each(|part| check::references(&catalogs, &part.decls, &mut diagnostics));
    }
    packages.diagnostics.append(&mut diagnostics);
    packages.catalogs = Arc::new(catalogs);
}

struct Reader<'a> {
    world: &'a dyn World,
    packages: &'a Packages,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn bad(&mut self, span: Span, message: impl Into<String>, label: &str, help: &str) {
        let found = Diagnostic::new(codes::BAD_CATALOG, span, message).label(label);
        self.diagnostics.push(if help.is_empty() { found } else { found.help(help) });
    }

    fn catalog(&mut self, id: PackageId, package: &Package, decl: &Decl) -> Option<Catalog> {
        let name = decl.name.as_ref()?;
        let pin = self.pins().iter().find(|pin| pin.name == name.name);
        let mut catalog = Catalog {
            name: name.name.clone(),
            title: decl.title.as_ref().map_or_else(|| name.name.clone(), |title| title.value.clone()),
            doc: decl.doc.clone(),
            version: pin.map(|pin| pin.version.clone()).unwrap_or_default(),
            package: id,
            ids: Vec::new(),
            url: String::new(),
            parts: String::new(),
            table: None,
            span: name.span,
        };
        let pinned = pin.map(|pin| pin.span);
        let (mut table, mut sound) = (None, !decl.body.refused);
        for assign in &decl.body.assigns {
            let Some(texts) = self.texts(assign) else {
                sound = false;
                continue;
            };
            let (text, span) = texts.first().cloned().unwrap_or_default();
            match assign.path.text().as_str() {
                "version" if pinned.is_none() => catalog.version = text.to_string(),
                "ids" => catalog.ids = self.patterns(&texts),
                "url" => catalog.url = text.to_string(),
                "parts" => catalog.parts = text.to_string(),
                "table" => table = Some((text, span)),
                _ => {}
            }
        }
        if catalog.ids.is_empty() {
            if sound && !decl.body.assigns.iter().any(|assign| assign.path.text() == "ids") {
                let message = format!("catalogue `{}` does not say how its ids read", name.name);
                let help = "add `ids = \"GW-#\"`; `#` stands for a number, `*` at the end for anything";
                self.bad(name.span, message, "has no `ids`", help);
            }
            return None;
        }
        if let Some((path, span)) = table {
            catalog.table = self.table(package, &catalog, &path, span, pinned);
        }
        Some(catalog)
    }

    /// The texts of an attribute; `None` where it is unknown or no text.
    fn texts(&mut self, assign: &Assign) -> Option<Vec<(Arc<str>, Span)>> {
        let name = assign.path.text();
        if !ATTRIBUTES.contains(&name.as_str()) {
            let diagnostic =
                Diagnostic::new(codes::BAD_CATALOG, assign.path.span, format!("a catalogue has no attribute `{name}`"))
                    .label("unknown here")
                    .note(format!("catalogues have: {}", list_names(ATTRIBUTES, 12)))
                    .did_you_mean(&name, ATTRIBUTES);
            self.diagnostics.push(diagnostic);
            return None;
        }
        let texts = texts(&assign.value);
        let many = name == "ids";
        if texts.is_empty() || (texts.len() > 1 && !many) {
            let wanted = if many { "a text or a list of texts" } else { "a text" };
            let message = format!("`{name}` of a catalogue is {wanted}");
            self.bad(assign.value.span, message, "something else", &format!("write `{name} = \"…\"`"));
            return None;
        }
        Some(texts)
    }

    fn patterns(&mut self, texts: &[(Arc<str>, Span)]) -> Vec<Pattern> {
        let mut patterns = Vec::new();
        for (text, span) in texts {
            match Pattern::new(text) {
                Some(pattern) => patterns.push(pattern),
                None => {
                    let help =
                        "begin with fixed text, as in `GW-#`; `#` stands for a number, `*` at the end for anything";
                    self.bad(*span, format!("`{text}` is no form of ids"), "says too little about them", help);
                }
            }
        }
        patterns
    }

    /// The table of a catalogue. Without it every id of the form is taken, so that one mistake gives one message.
    fn table(
        &mut self,
        package: &Package,
        catalog: &Catalog,
        path: &str,
        span: Span,
        pinned: Option<Span>,
    ) -> Option<Table> {
        let (span, chosen) = (pinned.unwrap_or(span), pinned.is_some());
        let path = path.replace("{version}", &catalog.version);
        let inside = !path.starts_with('/') && !path.contains(['\\', ':']) && path.split('/').all(|part| part != "..");
        if !inside {
            let message = format!("the table `{path}` is outside of its package");
            self.bad(span, message, "leads elsewhere", "name a file below the folder of the package");
            return None;
        }
        let text = match self.text(package, &path) {
            Ok(text) => text,
            // A host may leave the library's tables out; that each is there is a test's affair.
            Err(_) if package.embedded && !chosen => return None,
            Err(why) => {
                self.bad(span, format!("cannot read the table `{path}`: {why}"), "asks for it", &help(catalog, &path));
                return None;
            }
        };
        let table = Table::new(text);
        // Tables of the library are looked at by its tests, not by every run.
        if let Some(mistake) = (!package.embedded).then(|| table.mistake()).flatten() {
            self.bad(span, format!("the table `{path}` cannot be used: {mistake}"), "asks for it", "");
            return None;
        }
        let strange = (!package.embedded).then(|| table.ids().find(|id| !catalog.fits(id))).flatten();
        if let Some(id) = strange {
            let message = format!("the table `{path}` has the id `{}`, which no form in `ids` has", id.escape_debug());
            self.bad(span, message, "asks for it", "write the forms of all ids into `ids`, or mend the row");
            return None;
        }
        Some(table)
    }

    fn text(&self, package: &Package, path: &str) -> Result<Cow<'static, str>, String> {
        let whole = if package.folder.is_empty() { path.to_owned() } else { format!("{}/{path}", package.folder) };
        if package.embedded {
            let files = self.world.embedded(&package.name);
            let file = files.into_iter().find(|file| file.path == whole);
            return file.map(|file| file.text).ok_or_else(|| "the library has no such file".into());
        }
        match self.world.read(&whole) {
            Ok(bytes) => match String::from_utf8(bytes) {
                // Spreadsheets write one.
                Ok(text) => Ok(Cow::Owned(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))),
                Err(_) => Err("it is not UTF-8 text".into()),
            },
            Err(ReadError::Missing) => Err("there is no such file".into()),
            Err(ReadError::Failed(why)) => Err(why),
        }
    }

    fn pins(&self) -> &[super::Pin] {
        self.packages.get(self.packages.root()).map_or(&[], |root| root.pins.as_slice())
    }

    fn unknown_pins(&mut self, list: &[Catalog]) {
        let declared: Vec<&str> = self
            .packages
            .list
            .iter()
            .flat_map(Package::decls)
            .filter(|decl| matches!(decl.kind, DeclKind::Catalog))
            .filter_map(|decl| decl.name.as_ref().map(|name| &*name.name))
            .collect();
        let unknown: Vec<super::Pin> =
            self.pins().iter().filter(|pin| !declared.contains(&&*pin.name)).cloned().collect();
        for pin in unknown {
            let message = format!("there is no catalogue `{}` whose version could be chosen", pin.name);
            let known = list.iter().map(|catalog| &*catalog.name);
            self.diagnostics
                .push(Diagnostic::new(codes::BAD_CATALOG, pin.span, message).did_you_mean(&pin.name, known));
        }
    }
}

/// What to do about a table that is not there.
fn help(catalog: &Catalog, path: &str) -> String {
    if !catalog.version.is_empty() && path.contains(&catalog.version) {
        format!("choose a version whose table is there; `{}` has none", catalog.version)
    } else {
        "a table lies in the folder of its package".into()
    }
}

/// The texts that an expression lists.
pub(super) fn texts(expr: &Expr) -> Vec<(Arc<str>, Span)> {
    match &expr.kind {
        ExprKind::Literal(Literal::Text(text)) => vec![(Arc::clone(text), expr.span)],
        ExprKind::List(items) => items.iter().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}
