//! The risk matrix with the threats that stand in each cell.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::document::levels::BETWEEN;
use crate::document::{Document, Level, Risk, Threat};

/// A row of the risk matrix: one level of likelihood.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct MatrixRow {
    title: String,
    cells: Vec<MatrixCell>,
}

/// A cell: what the matrix makes of it, and the threats in it: those of the summary's counts by
/// severity, so that the effect of controls shows.
#[derive(Clone, Debug, Default, Serialize)]
struct MatrixCell {
    level: String,
    tone: u8,
    inherent: usize,
    residual: usize,
}

/// The matrix, highest likelihood first.
pub(super) fn matrix(document: &Document) -> Vec<MatrixRow> {
    let method = &document.risk;
    let mut counts: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
    let stands = |threat: &&Threat| threat.verdict != "possible" && threat.status != "dismissed";
    for threat in document.threats.iter().filter(stands) {
        let place = |risk: &Risk| {
            let row = position(&method.likelihood, &risk.likelihood)?;
            Some((row, position(&method.impact, &risk.impact)?))
        };
        if let Some(cell) = place(&threat.inherent) {
            counts.entry(cell).or_default().0 += 1;
        }
        if let Some(cell) = place(&threat.residual) {
            counts.entry(cell).or_default().1 += 1;
        }
    }
    let rows = method.likelihood.iter().zip(&method.cells).enumerate();
    let row = |(at, (level, cells)): (usize, (&Level, &Vec<String>))| MatrixRow {
        title: level.title.clone(),
        cells: cells
            .iter()
            .enumerate()
            .map(|(column, name)| cell(document, name, counts.get(&(at, column)).copied()))
            .collect(),
    };
    rows.rev().map(row).collect()
}

fn cell(document: &Document, name: &str, counts: Option<(usize, usize)>) -> MatrixCell {
    let level = document.risk.risk.iter().find(|level| level.name == name || level.title == name);
    let (inherent, residual) = counts.unwrap_or_default();
    MatrixCell {
        level: level.map_or(name, |level| &level.title).to_owned(),
        tone: level.map_or(0, |level| level.tone),
        inherent,
        residual,
    }
}

/// Place of a level; of the upper end, where it is a range.
fn position(levels: &[Level], written: &str) -> Option<usize> {
    let upper = written.rsplit(BETWEEN).next()?.trim();
    levels.iter().position(|level| level.name == upper || level.title == upper)
}
