//! What an action writes keeps to the format where the declaration around it did: a line that becomes too long is laid
//! out anew in the same edit.

use crate::snapshot::{Edit, Location, Snapshot, edited};
use std::collections::BTreeMap;
use tm_compiler::source::FileId;
use tm_grammar::format;

/// Declarations with longer texts stay as they are: laying them out takes too long for a menu.
const LONGEST: usize = 16 << 10;

/// The same edits, with the layout that the declarations around them have afterwards.
pub fn tidy(at: &Snapshot, edits: Vec<Edit>) -> Vec<Edit> {
    let mut inside: BTreeMap<Location, Vec<Edit>> = BTreeMap::new();
    let mut found = Vec::new();
    for edit in edits {
        match around(at, &edit) {
            Some(place) => inside.entry(place).or_default().push(edit),
            None => found.push(edit),
        }
    }
    for (place, edits) in inside {
        match laid_out(at, &place, &edits) {
            Some(edit) => found.push(edit),
            None => found.extend(edits),
        }
    }
    found.sort();
    found
}

/// The outermost declaration that an edit changes the inside of.
fn around(at: &Snapshot, edit: &Edit) -> Option<Location> {
    let file = at.file(&edit.at.path)?;
    let decl = at.around(file, edit.at.range.start).into_iter().next()?;
    let range = decl.span.range();
    let within = range.start < edit.at.range.start && edit.at.range.end <= range.end;
    (within && range.len() <= LONGEST && begins_line(at, file, range.start)).then(|| at.location(decl.span))
}

fn begins_line(at: &Snapshot, file: FileId, byte: usize) -> bool {
    byte == 0 || at.text(file).as_bytes().get(byte - 1) == Some(&b'\n')
}

/// One edit that does what some do and lays the declaration out; nothing where they keep to the format, or where it was
/// not kept before.
fn laid_out(at: &Snapshot, place: &Location, edits: &[Edit]) -> Option<Edit> {
    let old = at.text(at.file(&place.path)?).get(place.range.clone())?;
    let new = edited(old, place.range.start, edits.iter());
    let formatted = formatted(&new)?;
    if formatted == new || self::formatted(old)? != old {
        return None;
    }
    let same = |(a, b): &(char, char)| a == b;
    let start: usize = old.chars().zip(formatted.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (rest, text) = (&old[start..], &formatted[start..]);
    let end: usize = rest.chars().rev().zip(text.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let range = place.range.start + start..place.range.end - end;
    Some(Edit { at: Location { path: place.path.clone(), range }, text: text[..text.len() - end].to_owned() })
}

/// A declaration as the formatter writes it.
fn formatted(text: &str) -> Option<String> {
    Some(format(&format!("{text}\n")).text.strip_suffix('\n')?.to_owned())
}
