//! Rows of a table: each column as wide as its widest cell.

use super::items::Item;
use super::rules::Form;

/// Pads the gaps of the rows of one block. A row is the items that stand in it.
pub(super) fn align(items: &mut [Item], rows: &[Vec<usize>], group: Option<usize>) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    for column in 1..columns {
        let cell = |row: &Vec<usize>| row.get(column).map(|_| items[row[column - 1]].width);
        let widest = rows.iter().filter_map(cell).max().unwrap_or(0);
        for row in rows {
            let Some(index) = row.get(column) else {
                continue;
            };
            let extra = widest.saturating_sub(items[row[column - 1]].width);
            if items[*index].form == Form::Space {
                items[*index].form = Form::Pad { group, extra };
            }
        }
    }
}
