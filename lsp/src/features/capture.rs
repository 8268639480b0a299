//! A new name must not change what any other name means: the edited text is studied, and compared with what was.

use crate::snapshot::{Edit, Location, Snapshot, View, edited};
use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;
use std::ops::Range;
use tm_compiler::diagnostic::{Diagnostic, Severity};
use tm_compiler::references::Reference;
use tm_compiler::study::Study;

/// Texts of files, by path.
pub type Texts = BTreeMap<String, String>;

/// Studies the package of an entry where some files have other texts.
pub type Again<'a> = &'a dyn Fn(&str, &Texts) -> Study;

/// Why edits change more than a name, in a sentence; nothing where every name means after them what it meant before.
pub fn captured(view: &View, edits: &[Edit], again: Again<'_>) -> Option<String> {
    let mut by_file: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
    for edit in edits {
        by_file.entry(&edit.at.path).or_default().push(edit);
    }
    let moved = Moved(by_file);
    view.snapshots().find_map(|at| {
        let texts = moved.texts(at);
        if texts.is_empty() {
            return None;
        }
        let after = Snapshot::new(at.entry.clone(), again(&at.entry, &texts));
        misread(at, &after, &moved).or_else(|| mistake(at, &after, &moved))
    })
}

/// The first error that was not there.
fn mistake(at: &Snapshot, after: &Snapshot, moved: &Moved<'_>) -> Option<String> {
    let errors = |at: &Snapshot| -> Vec<Diagnostic> {
        let all = at.analysis().diagnostics().iter();
        all.filter(|found| found.severity == Severity::Error).cloned().collect()
    };
    let key = |found: &Diagnostic, at: Location| (found.code, at.path, at.range.start);
    let known: BTreeSet<_> =
        errors(at).iter().map(|found| key(found, moved.location(&at.location(found.span())))).collect();
    let found = errors(after).into_iter().find(|found| !known.contains(&key(found, after.location(found.span()))))?;
    Some(format!("that would be a mistake: {} ({})", found.message, place(after, &after.location(found.span()))))
}

/// The first name that means something else than before.
fn misread(at: &Snapshot, after: &Snapshot, moved: &Moved<'_>) -> Option<String> {
    let declared = |at: &Snapshot, reference: &Reference| reference.declared.map(|span| at.location(span));
    let own = at.analysis().sources.iter().filter(|(_, file)| !file.embedded);
    for (file, source) in own {
        let now = after.file(&source.path).map_or(&[][..], |file| after.references_in(file));
        let kept = at.references_in(file).iter().filter(|reference| !moved.removes(&at.location(reference.span)));
        for reference in kept {
            let here = moved.location(&at.location(reference.span));
            let found = now.binary_search_by_key(&(here.range.start, here.range.end), |reference| {
                (reference.span.start as usize, reference.span.end as usize)
            });
            let meant = declared(at, reference).map(|place| moved.location(&place));
            let same = found.is_ok_and(|index| {
                let other = &now[index];
                declared(after, other) == meant && discriminant(&other.meaning) == discriminant(&reference.meaning)
            });
            if !same {
                let name = after.text(after.file(&source.path)?).get(here.range.clone())?;
                return Some(format!("`{name}` would mean something else ({})", place(after, &here)));
            }
        }
    }
    None
}

/// A place in words.
fn place(at: &Snapshot, place: &Location) -> String {
    let position = at.file(&place.path).and_then(|file| at.analysis().sources.file(file));
    let line = position.map_or(1, |file| file.position(place.range.start).0);
    let name = place.path.rsplit('/').next().unwrap_or(&place.path);
    format!("{name}, line {line}")
}

/// Where edits move what stands around them: for each file its edits, in the order of the text.
struct Moved<'a>(BTreeMap<&'a str, Vec<&'a Edit>>);

impl Moved<'_> {
    /// The files of a package that change, as they are afterwards.
    fn texts(&self, at: &Snapshot) -> Texts {
        let text = |(path, edits): (&&str, &Vec<&Edit>)| {
            let text = at.text(at.file(path)?);
            Some(((*path).to_owned(), edited(text, 0, edits.iter().copied())))
        };
        self.0.iter().filter_map(text).collect()
    }

    fn of(&self, path: &str) -> &[&Edit] {
        self.0.get(path).map_or(&[], Vec::as_slice)
    }

    /// True where nothing of what stands there is left.
    fn removes(&self, at: &Location) -> bool {
        let covers = |gone: &Range<usize>| gone.start <= at.range.start && at.range.end <= gone.end;
        self.of(&at.path).iter().any(|edit| edit.text.is_empty() && covers(&edit.at.range))
    }

    /// Where a place is afterwards.
    fn location(&self, at: &Location) -> Location {
        let edits = self.of(&at.path);
        // What is put right behind something does not belong to it.
        let before_end = |edit: &Edit| edit.at.range.end < at.range.end || !edit.at.range.is_empty();
        let start = shifted(edits, at.range.start, |_| true);
        let end = shifted(edits, at.range.end, before_end).max(start);
        Location { path: at.path.clone(), range: Range { start, end } }
    }
}

/// Where a byte is after the edits that end before it or at it.
fn shifted(edits: &[&Edit], byte: usize, counts: impl Fn(&Edit) -> bool) -> usize {
    let before = edits.iter().take_while(|edit| edit.at.range.end <= byte).filter(|edit| counts(edit));
    let (added, gone) =
        before.fold((0, 0), |(added, gone), edit| (added + edit.text.len(), gone + edit.at.range.len()));
    (byte + added).saturating_sub(gone)
}
