//! An entry of a catalogue for people.

use super::style::Ink;
use super::text::{clean, pad, width, wrap};
use super::threats::Page;
use std::fmt::Write as _;
use tm_compiler::catalog::{Catalogs, Entry};

/// So many related entries are shown of each relation.
const MOST: usize = 12;

/// An entry with its relations, each with its title.
pub fn render(catalogs: &Catalogs, entry: &Entry, page: Page) -> String {
    let style = page.style;
    let mut out = format!("{}  {}\n", style.paint(Ink::Strong, &clean(&entry.id)), clean(&entry.title));
    let about: Vec<&str> = [&entry.source, &entry.kind, &entry.url]
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    for line in about {
        let _ = writeln!(out, "{}", style.paint(Ink::Quiet, &clean(line)));
    }
    if !entry.status.is_empty() {
        let _ = writeln!(out, "{}", style.paint(Ink::Warning, &clean(&entry.status)));
        related(&mut out, catalogs, "successor", &entry.successors, page);
    }
    for (name, ids) in &entry.relations {
        related(&mut out, catalogs, name, ids, page);
    }
    out
}

fn related(out: &mut String, catalogs: &Catalogs, name: &str, ids: &[String], page: Page) {
    if ids.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{}", page.style.paint(Ink::Strong, &clean(name)));
    let shown = ids.get(..MOST).unwrap_or(ids);
    let column = shown.iter().map(|id| width(&clean(id))).max().unwrap_or(0);
    for id in shown {
        let title = catalogs.entry(id).map(|entry| entry.title).unwrap_or_default();
        let lines = wrap(&clean(&title), page.width.saturating_sub(column + 4));
        let _ = writeln!(out, "{}", format!("  {}  {}", pad(&clean(id), column), lines.join("\n    ")).trim_end());
    }
    if ids.len() > shown.len() {
        let _ = writeln!(out, "  and {} more", ids.len() - shown.len());
    }
}
