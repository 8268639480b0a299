//! What the editor is told: `tests/cases/lsp/*.tm`, one request each.
//!
//! The first line of a case is `// REQUEST: what`, with an argument in parentheses where the request needs one.
//! `<|>` marks the cursor; a second one ends a range. A line `//- PATH` begins another file. The snapshot has the
//! answer drawn into the source.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use tm_compiler::source::FileId;
use tm_compiler::study::Memory as Studies;
use tm_lsp::features::{
    actions, calls, capture, completion, definition, diagnostics, folding, format, hover, inlay, lens, linked, links,
    packages, preview, references, rename, run, selection, signature, symbols, tokens, types,
};
use tm_lsp::snapshot::Edit;
use tm_lsp::{Location, Snapshot, View};
use tm_pipeline::baseline::HEAD;
use tm_tests::world::Memory;

/// What cases leave for the next: the library is not parsed again for each.
static STUDIES: LazyLock<Mutex<Studies>> = LazyLock::new(Mutex::default);

const MARK: &str = "<|>";

#[test]
fn cases() {
    tm_tests::check_cases("lsp", |text| Case::read(text).answer());
}

struct File {
    path: String,
    text: String,
}

struct Case {
    request: String,
    argument: String,
    files: Vec<File>,
    path: String,
    range: Range<usize>,
}

impl Case {
    fn read(text: &str) -> Self {
        let (first, rest) = text.split_once('\n').expect("a first line");
        let (request, _) = first.trim_start_matches("// ").split_once(':').expect("`// REQUEST: what`");
        let (request, argument) = match request.split_once('(') {
            Some((request, argument)) => (request, argument.trim_end_matches(')')),
            None => (request, ""),
        };
        let mut files = vec![File { path: "main.tm".into(), text: String::new() }];
        for line in rest.split_inclusive('\n') {
            match line.strip_prefix("//- ") {
                Some(path) if files.len() == 1 && files[0].text.trim().is_empty() => files[0].path = path.trim().into(),
                Some(path) => files.push(File { path: path.trim().into(), text: String::new() }),
                None => files.last_mut().expect("a file").text.push_str(line),
            }
        }
        let (mut path, mut range) = (files[0].path.clone(), 0..0);
        for file in &mut files {
            if let Some(start) = file.text.find(MARK) {
                file.text.replace_range(start..start + MARK.len(), "");
                let end = file.text.find(MARK);
                if let Some(end) = end {
                    file.text.replace_range(end..end + MARK.len(), "");
                }
                (path, range) = (file.path.clone(), start..end.unwrap_or(start));
            }
        }
        Case { request: request.trim().into(), argument: argument.into(), files, path, range }
    }

    /// The packages: one for each `tm.toml`, or one for each file where there is none.
    fn snapshots(&self) -> Vec<Arc<Snapshot>> {
        let folder = |path: &str| path.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned());
        let manifests: Vec<String> =
            self.files.iter().filter(|file| file.path.ends_with("tm.toml")).map(|file| folder(&file.path)).collect();
        let mut entries = match manifests.is_empty() {
            true => vec![self.path.clone()],
            false => manifests,
        };
        entries.sort_by_key(|entry| !self.path.starts_with(entry.as_str()));
        let study = |entry: &String| {
            let mut studies = STUDIES.lock().unwrap_or_else(PoisonError::into_inner);
            Snapshot::new(entry.clone(), studies.study(&self.world(entry)))
        };
        let mut all: Vec<Snapshot> = entries.iter().map(study).collect();
        for index in 0..all.len() {
            all[index].shared =
                all.iter().any(|other| other.entry != all[index].entry && other.uses(&all[index].entry));
        }
        all.into_iter().map(Arc::new).collect()
    }

    fn world(&self, entry: &str) -> Memory {
        let world = Memory::at(entry);
        self.files.iter().fold(world, |world, file| world.file(&file.path, file.text.clone()))
    }

    fn answer(&self) -> String {
        let all = self.snapshots();
        let view = View { main: Arc::clone(&all[0]), all };
        let file = view.main.file(&self.path).expect("the file of the mark");
        let asked = Asked { case: self, view: &view, at: &view.main, file, byte: self.range.start };
        let said = asked.said();
        if said.trim().is_empty() { "nothing\n".into() } else { said }
    }
}

struct Asked<'a> {
    case: &'a Case,
    view: &'a View,
    at: &'a Snapshot,
    file: FileId,
    byte: usize,
}

impl Asked<'_> {
    fn said(&self) -> String {
        let (at, file, byte) = (self.at, self.file, self.byte);
        match self.case.request.as_str() {
            "hover" => self.hover(),
            "definition" => self.places(definition::definition(at, file, byte).into_iter().collect()),
            "type definition" => self.places(definition::type_definition(at, file, byte)),
            "implementation" => self.places(definition::implementations(self.view, file, byte)),
            "references" => self.places(references::references(self.view, file, byte, true)),
            "highlight" => {
                let found = references::highlights(at, file, byte);
                self.draw(found.into_iter().map(|it| (it.range, if it.declares { "declared" } else { "" }.into())))
            }
            "symbols" => outline(&symbols::outline(at, file), 0),
            "workspace symbols" => symbols::workspace(self.view, &self.case.argument)
                .iter()
                .map(|found| format!("{} {:?} in {} at {}\n", found.name, found.sort, found.package, found.at.path))
                .collect(),
            "completion" => self.completion(),
            "signature" => self.signature(),
            "rename" => self.rename(),
            "format" => self.edited(format::document(at.text(file))),
            "format range" => self.edited(format::range(at.text(file), self.case.range.clone())),
            "format typed" => {
                let character = if self.case.argument == "}" { '}' } else { '\n' };
                self.edited(format::typed(at.text(file), byte, character))
            }
            "tokens" => {
                let range = if self.case.range.is_empty() { 0..at.text(file).len() } else { self.case.range.clone() };
                self.draw(tokens::colours(at, file, &range).into_iter().map(|it| {
                    let declares = if it.declares { " declared" } else { "" };
                    let library = if it.library { " library" } else { "" };
                    (it.range, format!("{:?}{declares}{library}", it.sort))
                }))
            }
            "folding" => self.draw(folding::folds(at, file).into_iter().map(|it| (it.range, format!("{:?}", it.sort)))),
            "selection" => selection::selections(at, file, byte)
                .into_iter()
                .map(|range| format!("{:?}\n", &at.text(file)[range]))
                .collect(),
            "links" => self.draw(links::links(at, file).into_iter().map(|it| match it.target {
                links::Target::Web(address) => (it.range, address),
                links::Target::File(place) => (it.range, place.path),
            })),
            "inlay" => {
                let hints = inlay::hints(at, file, &(0..at.text(file).len()));
                self.draw(hints.into_iter().map(|it| (it.byte..it.byte, format!("{} · {}", it.label, it.tooltip))))
            }
            "lens" => self.draw(lens::lenses(self.view, file).into_iter().map(|it| {
                let test = it.test.map_or_else(String::new, |test| format!(" {test:?}"));
                (it.range, format!("{} → {}{test}", it.title, it.places.len()))
            })),
            "linked" => self.draw(linked::linked(at, file, byte).into_iter().map(|range| (range, String::new()))),
            "run" => self.run(),
            "will rename" => {
                let (old, new) = self.case.argument.split_once(" => ").expect("`OLD => NEW`");
                self.applied(&packages::moved(self.view, &[(old.to_owned(), new.to_owned())]))
            }
            "calls" => self.calls(),
            "types" => self.types(),
            "preview" => self.preview(),
            "actions" => self.actions(),
            "diagnostics" => self.diagnostics(),
            other => panic!("no request `{other}`"),
        }
    }

    /// Ranges of the asked file, drawn below their lines.
    fn draw(&self, marks: impl IntoIterator<Item = (Range<usize>, String)>) -> String {
        let mut out = String::new();
        draw(self.at.text(self.file), marks.into_iter().collect(), &mut out);
        out
    }

    /// Places of all files.
    fn places(&self, places: Vec<Location>) -> String {
        let mut out = String::new();
        for file in &self.case.files {
            let marks: Vec<_> =
                places.iter().filter(|it| it.path == file.path).map(|it| (it.range.clone(), String::new())).collect();
            if !marks.is_empty() {
                let _ = writeln!(out, "{}", file.path);
                draw(&file.text, marks, &mut out);
            }
        }
        for place in places.iter().filter(|place| place.path.starts_with("std/")) {
            let text = self.at.file(&place.path).map_or("", |file| self.at.text(file));
            let _ = writeln!(out, "{}: {:?}", place.path, &text[place.range.clone()]);
        }
        out
    }

    fn hover(&self) -> String {
        let Some(hover) = hover::hover(self.view, self.file, self.byte) else {
            return String::new();
        };
        format!("{}\n{}\n", self.draw([(hover.range, String::new())]), hover.markdown)
    }

    fn completion(&self) -> String {
        let text = self.at.text(self.file);
        let found = completion::complete(self.at, &self.case.path, text, self.byte);
        let typed = text[found.range.clone()].to_owned();
        let mut out = self.draw([(found.range, String::new())]);
        // As in an editor, what does not begin like the typed text is not seen. The library's own names are left
        // out unless a case is about them: they change.
        let library = |item: &completion::Item| {
            item.import.is_some() || item.declared.as_ref().is_some_and(|at| at.path.starts_with("std/"))
        };
        let begins = |item: &&completion::Item| item.label.to_lowercase().starts_with(&typed.to_lowercase());
        let shown = found.items.iter().filter(begins).filter(|item| self.case.argument == "library" || !library(item));
        for item in shown.take(16) {
            let _ = write!(out, "{} [{:?}] {}", item.label, item.sort, item.detail);
            if item.insert != item.label {
                let _ = write!(out, " ⇒ {:?}", item.insert);
            }
            if let Some((byte, line)) = &item.import {
                let _ = write!(out, " + {line:?} at {byte}");
            }
            out.push('\n');
        }
        out
    }

    fn signature(&self) -> String {
        let text = self.at.text(self.file);
        let (found, _) = tm_grammar::lexer::lex(text);
        let cursor = tm_lsp::syntax::cursor(text, &found, self.byte);
        let Some(it) = signature::signature(self.at, self.at.package_at(self.file), &cursor) else {
            return String::new();
        };
        let active = it.parameters.get(it.active).map_or("none", |range| &it.label[range.clone()]);
        format!("{}\nactive: {active}\n{}\n", it.label, it.doc)
    }

    /// What the test above which a lens stands comes to.
    fn run(&self) -> String {
        let ended = run::run(&self.case.world(&self.at.entry), &self.case.path, &self.case.argument);
        ended.map_or_else(String::new, |ended| format!("{}: {}\n", ended.passed, ended.text))
    }

    fn rename(&self) -> String {
        let baselines = self.case.files.iter().filter(|file| file.text.starts_with(HEAD));
        let baselines: Vec<String> = baselines.map(|file| file.text.clone()).collect();
        match rename::rename(self.view, self.file, self.byte, &self.case.argument, &baselines) {
            Ok(edits) => match self.captured(&edits) {
                Some(why) => format!("refused: {why}\n"),
                None => self.applied(&edits),
            },
            Err(why) => format!("refused: {why}\n"),
        }
    }

    fn captured(&self, edits: &[Edit]) -> Option<String> {
        let again = |entry: &str, texts: &capture::Texts| {
            let world =
                texts.iter().fold(self.case.world(entry), |world, (path, text)| world.file(path, text.as_str()));
            STUDIES.lock().unwrap_or_else(PoisonError::into_inner).study(&world)
        };
        capture::captured(self.view, edits, &again)
    }

    /// The files that edits change, as they are afterwards.
    fn applied(&self, edits: &[Edit]) -> String {
        let mut out = String::new();
        for file in &self.case.files {
            let mut text = file.text.clone();
            for edit in edits.iter().rev().filter(|edit| edit.at.path == file.path) {
                text.replace_range(edit.at.range.clone(), &edit.text);
            }
            if text != file.text {
                let _ = writeln!(out, "{}\n{text}", file.path);
            }
        }
        for edit in edits.iter().filter(|edit| self.case.files.iter().all(|file| file.path != edit.at.path)) {
            let _ = writeln!(out, "{} (new)\n{}", edit.at.path, edit.text);
        }
        out
    }

    fn edited(&self, edits: Vec<tm_grammar::format::Edit>) -> String {
        let mut text = self.at.text(self.file).to_owned();
        for edit in edits.iter().rev() {
            text.replace_range(edit.range.clone(), &edit.text);
        }
        if edits.is_empty() { String::new() } else { text }
    }

    fn calls(&self) -> String {
        let Some(item) = calls::prepare(self.at, self.file, self.byte) else {
            return String::new();
        };
        let id = calls::find(self.at, &item).expect("the item again");
        let mut out = format!("{} {:?} {}\n", item.name, item.kind, item.detail);
        for (word, found) in [("in", calls::incoming(self.at, id)), ("out", calls::outgoing(self.at, id))] {
            for item in found {
                let next = calls::find(self.at, &item).expect("the item again");
                let ends = if word == "in" { calls::incoming(self.at, next) } else { calls::outgoing(self.at, next) };
                let ends: Vec<String> = ends.into_iter().map(|item| item.name).collect();
                let _ =
                    writeln!(out, "{word}: {} {:?} at {} · {}", item.name, item.kind, item.whole.path, ends.join(", "));
            }
        }
        out
    }

    fn types(&self) -> String {
        let mut out = String::new();
        for item in types::prepare(self.at, self.file, self.byte) {
            let id = types::find(self.at, &item).expect("the item again");
            let _ = writeln!(out, "{} {}", item.name, item.detail);
            for (word, found) in [("above", types::supertypes(self.at, id)), ("below", types::subtypes(self.at, id))] {
                for item in found {
                    let _ = writeln!(out, "{word}: {} at {}", item.name, item.whole.path);
                }
            }
        }
        out
    }

    /// What can be done, each with the lines that it adds and takes away.
    fn actions(&self) -> String {
        let mut out = String::new();
        let renamed = actions::naming(self.view, self.file, &self.case.range, Vec::new);
        let renamed = renamed.filter(|action| self.captured(&action.edits).is_none());
        for action in renamed.into_iter().chain(actions::actions(self.at, self.file, &self.case.range)) {
            let preferred = if action.preferred { " (preferred)" } else { "" };
            let sort = if action.sort == actions::Sort::Fix { String::new() } else { format!(" [{:?}]", action.sort) };
            let _ = writeln!(out, "{}{preferred}{sort}", action.title);
            if action.sort != actions::Sort::Fix {
                let applied = self.applied(&action.edits);
                out.extend(applied.lines().map(|line| format!("  | {line}\n")));
                continue;
            }
            for edit in action.edits.iter().filter(|edit| edit.text.is_empty()) {
                let file = self.case.files.iter().find(|file| file.path == edit.at.path).expect("a file of the case");
                out.extend(file.text[edit.at.range.clone()].lines().map(|line| format!("  - {line}\n")));
            }
            for line in self.applied(&action.edits).lines() {
                let known = self.case.files.iter().any(|file| file.text.lines().any(|before| before == line));
                if !known && !line.is_empty() && self.case.files.iter().all(|file| file.path != line) {
                    let _ = writeln!(out, "  + {line}");
                }
            }
        }
        out
    }

    /// The pictures, and what the asked one shows: each id at its declaration.
    fn preview(&self) -> String {
        let view = Some(self.case.argument.as_str()).filter(|name| !name.is_empty());
        let Some(found) = preview::preview(self.at, |document| tm_cli::preview(document, view)) else {
            return String::new();
        };
        assert!(roxmltree::Document::parse(&found.picture.svg).is_ok(), "not XML");
        let mut out = format!("{} of {}\n", found.picture.view, found.picture.views.join(", "));
        for file in &self.case.files {
            let here = found.places.iter().filter(|(_, at)| at.path == file.path);
            let _ = writeln!(out, "{}", file.path);
            draw(&file.text, here.map(|(id, at)| (at.range.clone(), id.clone())).collect(), &mut out);
        }
        out
    }

    fn diagnostics(&self) -> String {
        let threats = match self.case.argument.as_str() {
            "none" => diagnostics::Threats::None,
            "all" => diagnostics::Threats::All,
            _ => diagnostics::Threats::Gate,
        };
        let found = diagnostics::messages(self.at, self.file, threats);
        self.draw(found.into_iter().map(|it| {
            let faded = if it.unused { " (faded)" } else { "" };
            let related: Vec<String> = it.related.iter().map(|(at, why)| format!("\n  {}: {why}", at.path)).collect();
            (it.range, format!("{:?} {}{faded} {}{}", it.level, it.code, it.text, related.join("")))
        }))
    }
}

fn outline(symbols: &[symbols::Symbol], depth: usize) -> String {
    let mut out = String::new();
    for symbol in symbols {
        let _ = writeln!(out, "{}{} [{:?}] {}", "  ".repeat(depth), symbol.name, symbol.sort, symbol.detail);
        out.push_str(&outline(&symbol.children, depth + 1));
    }
    out
}

/// Lines with marks below them.
fn draw(text: &str, mut marks: Vec<(Range<usize>, String)>, out: &mut String) {
    marks.sort_by_key(|(range, _)| (range.start, range.end));
    let mut start = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let end = start + line.len();
        let shown = line.trim_end_matches(['\n', '\r']);
        let last = end == text.len() && !line.ends_with('\n');
        let here: Vec<_> =
            marks.iter().filter(|(at, _)| start <= at.start && (at.start < end || last && at.start == end)).collect();
        if !here.is_empty() {
            let _ = writeln!(out, "{:>3} | {shown}", number + 1);
        }
        for (at, label) in here {
            let before = text[start..at.start.min(start + shown.len())].chars().count();
            let width = text[at.start..at.end.clamp(at.start, (start + shown.len()).max(at.start))].chars().count();
            let more = if at.end > end { "…" } else { "" };
            let _ = writeln!(out, "    | {}{}{more} {label}", " ".repeat(before), "^".repeat(width.max(1)));
        }
        start = end;
    }
}
