//! Risk matrices: total and monotone, or refused.

use super::build::{Built, Site};
use super::scopes::Def;
use super::{EnumInfo, MatrixInfo};
use crate::check::Checker;
use crate::codes;
use crate::decl::{Decl, DeclKind, Ident, Kind, Name, Path, Row};
use crate::diagnostic::{Diagnostic, list_names};
use crate::ids::{EnumId, MatrixId};
use crate::package::PackageId;
use crate::source::Span;

/// The head of a matrix.
pub(super) fn of_decl(decl: &Decl) -> MatrixInfo {
    let name: Name = decl.name.as_ref().map_or_else(|| "".into(), |name| name.name.clone());
    let none = EnumId(u32::MAX);
    MatrixInfo {
        title: decl.title.as_ref().map_or_else(|| name.clone(), |title| title.value.clone()),
        name,
        likelihood: none,
        impact: none,
        risk: none,
        cells: Vec::new(),
        span: decl.head(),
    }
}

/// Reads the rows of all matrices, and which of them the model of the root package states.
pub(super) fn build(built: &mut Built<'_>, root: PackageId) {
    for site in built.open() {
        if let (Some(Def::Matrix(id)), DeclKind::Matrix(scales)) = (site.def, &site.decl.kind) {
            matrix(built, id, &site, scales);
        }
    }
    let heads = &built.roster.heads;
    let is_model = |site: &&Site<'_>| matches!(site.def, Some(Def::Element(id)) if heads[id].kind == Kind::Model);
    let mut models = built.elements.iter().filter(|site| site.package == root).filter(is_model);
    built.library.stated_matrix = models.next().and_then(|site| stated(built, site)).map(|id| (root, id));
}

/// The matrix among the values that a model states.
fn stated(built: &Built<'_>, site: &Site<'_>) -> Option<MatrixId> {
    let named = site.decl.body.assigns.iter().filter_map(|assign| crate::lower::path_of(&assign.value));
    let mut found = named.filter_map(|path| match built.library.scopes.lookup(site.package, &path) {
        Ok((Def::Matrix(id), _)) => Some(id),
        _ => None,
    });
    found.next()
}

fn matrix(built: &mut Built<'_>, id: MatrixId, site: &Site<'_>, scales: &[Path; 3]) {
    let mut checker = Checker::new(&built.library, &built.roster, site.package);
    let found: Vec<Option<EnumId>> = scales.iter().map(|path| scale(&mut checker, path)).collect();
    built.diagnostics.append(&mut checker.diagnostics);
    let [Some(likelihood), Some(impact), Some(risk)] = found.as_slice() else {
        return;
    };
    let (likelihood, impact, risk) = (*likelihood, *impact, *risk);
    let mut reader = Reader { built, scales: (likelihood, impact, risk), span: site.decl.head() };
    if let Some(cells) = reader.rows(&site.decl.body.rows) {
        let info = &mut built.library.matrices[id];
        (info.likelihood, info.impact, info.risk, info.cells) = (likelihood, impact, risk, cells);
    }
}

fn scale(checker: &mut Checker<'_>, path: &Path) -> Option<EnumId> {
    match checker.lookup(path, "type")? {
        Def::Enum(id) if checker.library.enums[id].scale => Some(id),
        Def::Broken => None,
        other => {
            checker.wrong_sort(path, other, "a scale");
            None
        }
    }
}

struct Reader<'b, 'a> {
    built: &'b mut Built<'a>,
    scales: (EnumId, EnumId, EnumId),
    span: Span,
}

impl Reader<'_, '_> {
    fn info(&self, id: EnumId) -> &EnumInfo {
        &self.built.library.enums[id]
    }

    fn rows(&mut self, rows: &[Row]) -> Option<Vec<Vec<u16>>> {
        let levels = self.info(self.scales.0).values.len();
        let mut cells: Vec<Option<(Vec<u16>, Span)>> = vec![None; levels];
        let mut sound = true;
        for row in rows {
            let level = self.level(self.scales.0, &row.level);
            let values = self.cells(row);
            match (level, values) {
                (Some(level), Some(values)) => {
                    if let Some((_, earlier)) = cells[level as usize].replace((values, row.level.span)) {
                        sound = false;
                        self.complain(row.level.span, "this level has two rows", Some(earlier));
                    }
                }
                _ => sound = false,
            }
        }
        let missing: Vec<String> = (0..levels)
            .filter(|at| cells[*at].is_none())
            .map(|at| self.info(self.scales.0).values[at].name.to_string())
            .collect();
        if sound && !missing.is_empty() {
            let message = format!("this matrix has no row for {}", list_names(&missing, 6));
            self.complain(self.span, &message, None);
        }
        let cells: Vec<(Vec<u16>, Span)> = cells.into_iter().collect::<Option<_>>()?;
        (sound && self.monotone(&cells)).then(|| cells.into_iter().map(|(row, _)| row).collect())
    }

    fn level(&mut self, scale: EnumId, ident: &Ident) -> Option<u16> {
        let found = self.info(scale).position(&ident.name);
        if let Some(index) = found {
            self.built.library.note_value(ident.span, scale, index);
        } else {
            let info = self.info(scale);
            let names: Vec<&Name> = info.values.iter().map(|value| &value.name).collect();
            let diagnostic = Diagnostic::new(
                codes::UNKNOWN_VALUE,
                ident.span,
                format!("`{}` has no level `{}`", info.name, ident.name),
            )
            .note(format!("its levels: {}", list_names(&names, 12)))
            .did_you_mean(&ident.name, &names);
            self.built.diagnostics.push(diagnostic);
        }
        found
    }

    fn cells(&mut self, row: &Row) -> Option<Vec<u16>> {
        let wanted = self.info(self.scales.1).values.len();
        if row.cells.len() != wanted {
            let found = match row.cells.len() {
                1 => "one cell".to_owned(),
                many => format!("{many} cells"),
            };
            let name = &self.info(self.scales.1).name;
            let message = format!("this row has {found}, but `{name}` has {wanted} levels");
            self.complain(row.level.span, &message, None);
            return None;
        }
        row.cells.iter().map(|cell| self.level(self.scales.2, cell)).collect()
    }

    /// More likelihood or more impact is never less risk.
    fn monotone(&mut self, cells: &[(Vec<u16>, Span)]) -> bool {
        for (at, (row, span)) in cells.iter().enumerate() {
            let falls_along = row.windows(2).any(|pair| pair[0] > pair[1]);
            let below = at.checked_sub(1).and_then(|before| cells.get(before));
            let falls_down = below.is_some_and(|(before, _)| before.iter().zip(row).any(|(low, high)| low > high));
            if falls_along || falls_down {
                let message = if falls_along {
                    "in this row the risk falls as the impact rises"
                } else {
                    "this row has less risk than the row of the likelihood below it"
                };
                self.complain(*span, message, below.filter(|_| !falls_along).map(|(_, span)| *span));
                return false;
            }
        }
        true
    }

    fn complain(&mut self, span: Span, message: &str, other: Option<Span>) {
        let mut diagnostic = Diagnostic::new(codes::BAD_MATRIX, span, message)
            .help("a matrix has one row for each likelihood, one cell for each impact from the lowest up, and risk that never falls");
        if let Some(other) = other {
            diagnostic = diagnostic.also(other, "compared with this");
        }
        self.built.diagnostics.push(diagnostic);
    }
}
