//! How risk is measured: the model's matrix and its scales.

use crate::ids::{EnumId, MatrixId};
use crate::library::{Library, MatrixInfo, roots};
use crate::model::Model;
use crate::value::{Type, Value};

/// Likelihood, impact and risk as places on the matrix's scales, each from the lower to the upper end of its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Places on the scale of likelihood.
    pub likelihood: (u16, u16),
    /// Places on the scale of impact.
    pub impact: (u16, u16),
    /// Places on the scale of risk.
    pub level: (u16, u16),
}

/// What remains of likelihood and impact after controls: factors between 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reduction {
    /// Factor on the likelihood.
    pub likelihood: f64,
    /// Factor on the impact.
    pub impact: f64,
}

impl Default for Reduction {
    fn default() -> Self {
        Self { likelihood: 1.0, impact: 1.0 }
    }
}

/// A matrix with its scales.
#[derive(Clone, Copy, Debug)]
pub struct Method<'l> {
    library: &'l Library,
    /// The matrix.
    pub matrix: &'l MatrixInfo,
}

impl<'l> Method<'l> {
    /// The method of a matrix, where the matrix is sound.
    pub fn new(library: &'l Library, matrix: MatrixId) -> Option<Self> {
        let matrix = library.matrices.get(matrix)?;
        (!matrix.cells.is_empty()).then_some(Self { library, matrix })
    }

    /// The matrix that the model states, or the one that models use by default.
    pub fn chosen(library: &Library, model: &Model) -> Option<MatrixId> {
        let root = &library.types[roots::MODEL];
        let prop = *root.property_order.iter().find(|prop| root.properties[*prop].ty == Type::Matrix)?;
        let stated = model.model.and_then(|id| model.elements[id].stated(prop)).map(|stated| stated.value.clone());
        let of_type = || model.model.and_then(|id| library.types[model.elements[id].ty].defaults.get(&prop));
        let value =
            stated.or_else(|| of_type().or_else(|| root.defaults.get(&prop)).map(|(value, _)| value.clone()))?;
        match value {
            Value::Matrix(id) => Some(id),
            _ => None,
        }
    }

    /// Number of levels of risk.
    pub fn levels(&self) -> u16 {
        u16::try_from(self.library.enums[self.matrix.risk].values.len()).unwrap_or(u16::MAX)
    }

    /// The risk of a likelihood and an impact, given as levels of any scales, after some reduction.
    pub fn figure(&self, likelihood: &Value, impact: &Value, reduction: Reduction) -> Figure {
        let likelihood = self.place(likelihood, self.matrix.likelihood, reduction.likelihood);
        let impact = self.place(impact, self.matrix.impact, reduction.impact);
        let cell = |l: u16, i: u16| {
            self.matrix.cells.get(l as usize).and_then(|row| row.get(i as usize)).copied().unwrap_or(0)
        };
        Figure { likelihood, impact, level: (cell(likelihood.0, impact.0), cell(likelihood.1, impact.1)) }
    }

    /// A level (or a range of levels) on one of the matrix's scales.
    ///
    /// Without reduction a level of that scale stays as it is; otherwise its number times the factor maps to the
    /// smallest level that contains it. The number is the upper end of a level of that scale, and the middle of a
    /// level of another, whose ends mean nothing here.
    fn place(&self, value: &Value, scale: EnumId, factor: f64) -> (u16, u16) {
        let info = &self.library.enums[scale];
        let last = u16::try_from(info.values.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let one = |value: &Value, unknown: u16| match value {
            Value::Enum(id, index) if *id == scale && factor >= 1.0 => *index,
            Value::Enum(id, index) => {
                let levels = &self.library.enums[*id].values;
                let upper = |index: usize| levels.get(index).map_or(1.0, |level| level.upper);
                let (index, top) = (usize::from(*index), upper(usize::from(*index)));
                let below = index.checked_sub(1).map_or(0.0, upper);
                info.level_of(factor * if *id == scale { top } else { f64::midpoint(below, top) })
            }
            _ => unknown,
        };
        let (low, high) = value.ends();
        (one(low, 0), one(high, last))
    }

    /// A figure with a level of risk alone, for a severity that was rated elsewhere (a share of the scale).
    pub fn rated(&self, share: f64) -> Figure {
        let count = f64::from(self.levels());
        let place = ((share.clamp(0.0, 1.0) * count).ceil() - 1.0).max(0.0) as u16;
        let likelihood = u16::try_from(self.matrix.cells.len().saturating_sub(1)).unwrap_or(0);
        let impact = self
            .matrix
            .cells
            .last()
            .map_or(0, |row| row.iter().position(|cell| *cell >= place).unwrap_or(row.len().saturating_sub(1)));
        let impact = u16::try_from(impact).unwrap_or(0);
        Figure { likelihood: (likelihood, likelihood), impact: (impact, impact), level: (place, place) }
    }
}
