//! A table of ids as it was read: tab-separated text, found by binary search, never taken apart as a whole.

use std::borrow::Cow;
use std::sync::OnceLock;

/// Rows of a table beyond which it is refused.
pub const MOST_ROWS: usize = 100_000;

/// The text of a table with an index that is made when the first id is looked up.
#[derive(Clone, Debug)]
pub struct Table {
    text: Cow<'static, str>,
    /// Where the rows begin, in the order of their ids.
    rows: OnceLock<Vec<u32>>,
}

/// A row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'t> {
    header: &'t str,
    line: &'t str,
}

impl Table {
    /// A table over a text whose first line names the columns.
    pub fn new(text: Cow<'static, str>) -> Self {
        Self { text, rows: OnceLock::new() }
    }

    fn header(&self) -> &str {
        self.line(0)
    }

    fn line(&self, start: u32) -> &str {
        let rest = self.text.get(start as usize..).unwrap_or_default();
        rest.lines().next().unwrap_or_default()
    }

    fn rows(&self) -> &[u32] {
        self.rows.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            let starts = ends.filter_map(|(at, _)| u32::try_from(at + 1).ok()).take(MOST_ROWS);
            let mut starts: Vec<u32> = starts.filter(|start| !self.id(*start).is_empty()).collect();
            starts.sort_by(|a, b| self.id(*a).cmp(self.id(*b)));
            starts
        })
    }

    /// The first cell of a row; the rest of the line is not looked at.
    fn id(&self, start: u32) -> &str {
        let rest = self.text.get(start as usize..).unwrap_or_default();
        let end = rest.bytes().position(|byte| matches!(byte, b'\t' | b'\n' | b'\r'));
        rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
    }

    fn row(&self, start: u32) -> Row<'_> {
        Row { header: self.header(), line: self.line(start) }
    }

    /// The row of an id.
    pub fn find(&self, id: &str) -> Option<Row<'_>> {
        let rows = self.rows();
        let at = rows.binary_search_by(|start| self.id(*start).cmp(id)).ok()?;
        rows.get(at).map(|start| self.row(*start))
    }

    /// All ids, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.rows().iter().map(|start| self.id(*start))
    }

    /// The rows whose ids begin with a text, sorted.
    pub fn starting(&self, with: &str) -> impl Iterator<Item = Row<'_>> {
        let from = self.rows().partition_point(|start| self.id(*start) < with);
        let rest = self.rows().get(from..).unwrap_or_default().iter();
        rest.take_while(move |start| self.id(**start).starts_with(with)).map(|start| self.row(*start))
    }

    /// The first character that steers terminals or turns the text around it, as none may in a source, and its line.
    fn hidden(&self) -> Option<(usize, char)> {
        let steers = |letter: &char| {
            (letter.is_control() && *letter != '\t')
                || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
        };
        let mut lines = self.text.lines().zip(1..);
        lines.find_map(|(line, number)| line.chars().find(steers).map(|letter| (number, letter)))
    }

    /// What is wrong with a table that somebody wrote, in words.
    pub fn mistake(&self) -> Option<String> {
        let columns: Vec<&str> = self.header().split('\t').collect();
        let merge = |line: &str| ["<<<<<<<", ">>>>>>>"].iter().any(|mark| line.starts_with(mark));
        if self.text.lines().any(merge) {
            return Some("a merge was left unfinished in it".into());
        }
        if let Some((line, letter)) = self.hidden() {
            let code = u32::from(letter);
            return Some(format!("its line {line} has a character that cannot be seen, U+{code:04X}"));
        }
        if columns.first() != Some(&"id") || columns.get(1) != Some(&"title") {
            return Some("its first line names the columns, and the first two are `id` and `title`".into());
        }
        if self.rows().len() >= MOST_ROWS {
            return Some(format!("it has more than {MOST_ROWS} rows"));
        }
        if let Some((twice, _)) = self.ids().zip(self.ids().skip(1)).find(|(one, next)| one == next) {
            return Some(format!("the id `{twice}` has two rows"));
        }
        let known = ["", "retired", "discouraged", "prohibited"];
        let strange = |start: &&u32| !known.contains(&self.row(**start).cell("status"));
        let strange = self.rows().iter().find(strange).map(|start| self.row(*start));
        strange.map(|row| {
            format!(
                "`{}` has the status `{}`; known are retired, discouraged, prohibited",
                row.id(),
                row.cell("status")
            )
        })
    }
}

impl<'t> Row<'t> {
    /// Its id.
    pub fn id(&self) -> &'t str {
        self.line.split('\t').next().unwrap_or_default()
    }

    /// What stands in a column; nothing where there is none.
    pub fn cell(&self, column: &str) -> &'t str {
        self.cells().find(|(name, _)| *name == column).map_or("", |(_, cell)| cell)
    }

    /// The columns with what stands in them, empty ones left out.
    pub fn cells(&self) -> impl Iterator<Item = (&'t str, &'t str)> {
        let cells = self.header.split('\t').zip(self.line.split('\t'));
        cells.map(|(name, cell)| (name.trim(), cell.trim())).filter(|(_, cell)| !cell.is_empty())
    }

    /// The ids in a column.
    pub fn list(&self, column: &str) -> Vec<String> {
        ids(self.cell(column))
    }
}

/// The ids of a cell.
pub fn ids(cell: &str) -> Vec<String> {
    cell.split(',').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &'static str) -> Table {
        Table::new(Cow::Borrowed(text))
    }

    #[test]
    fn rows_are_found_in_any_order_and_with_any_line_end() {
        let table = table("id\ttitle\tparents\r\nB-2\tTwo\tA-1, B-1\r\n\r\nA-1\tOne\r\nB-10\tTen");
        assert_eq!(table.mistake(), None);
        let row = table.find("B-2").map(|row| (row.cell("title"), row.list("parents")));
        assert_eq!(row, Some(("Two", vec!["A-1".to_owned(), "B-1".to_owned()])));
        assert_eq!(table.find("A-1").map(|row| row.cell("parents")), Some(""));
        assert!(table.find("B-1").is_none() && table.find("id").is_none());
        assert_eq!(table.starting("B-").map(|row| row.id()).collect::<Vec<_>>(), ["B-10", "B-2"]);
    }

    #[test]
    fn mistakes_are_told() {
        let told = |text: &'static str| table(text).mistake().unwrap_or_default();
        assert!(told("").contains("first line"));
        assert!(told("title\tid\n").contains("first line"));
        assert!(told("id\ttitle\nA\tx\u{202e}y\n").contains("line 2 has a character that cannot be seen, U+202E"));
        assert!(told("id\ttitle\nA\t\u{1b}[31m\n").contains("U+001B"));
        assert!(told("id\ttitle\nA\tx\nA\ty\n").contains("`A` has two rows"));
        assert!(told("id\ttitle\tstatus\nA\tx\tgone\n").contains("`gone`"));
    }
}
