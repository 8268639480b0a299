//! The pages that people read: their models compile, their sessions print what they say, the schema is that of the document.
//!
//! - A block that begins with ```` ```tm ```` is a file of its own, formatted and without errors; ```` ```tm,ignore ```` is not looked at.
//! - ```` ```tm,page ```` blocks of a page are the files of one package.
//! - ```` ```tm,file=PATH ```` writes a file, and ```` ```console ```` shows commands (`$ tm …`, `$ git …`) run beside it and what
//!   they print; `console,lines=N` shows the first N lines of each. `UPDATE=1 cargo test -p tm-tests --test docs` writes it anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tm_tests::world::{Memory, say};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The pages: name from the root, and text.
fn pages() -> Vec<(String, String)> {
    let mut names: Vec<String> = ["README.md", "CONTRIBUTING.md"].map(String::from).into();
    for entry in fs::read_dir(root().join("docs")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.ends_with(".md") {
            names.push(format!("docs/{name}"));
        }
    }
    names.sort();
    let read = |name: String| {
        let text = fs::read_to_string(root().join(&name)).unwrap();
        (name, text.replace("\r\n", "\n"))
    };
    names.into_iter().map(read).collect()
}

/// True where what is there has to be written anew instead of compared.
fn update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// A fenced block: the words behind its fence, its text, the line of its fence.
struct Block {
    words: Vec<String>,
    text: String,
    line: usize,
}

impl Block {
    fn word(&self, name: &str) -> Option<&str> {
        let mut words = self.words.iter();
        words.find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    }
}

fn blocks(page: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<Block> = None;
    for (at, line) in page.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => {
                open = Some(Block {
                    words: info.trim_matches('`').split(',').map(str::to_owned).collect(),
                    text: String::new(),
                    line: at + 1,
                });
            }
            (Some(_), Some("")) => found.extend(open.take()),
            (Some(block), _) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    found
}

#[test]
fn models_on_the_pages_compile() {
    let mut checked = 0;
    let mut wrong = String::new();
    for (name, page) in pages() {
        let mut package = Memory::at("page").file("page/tm.toml", "name = \"page\"");
        let mut together = 0;
        for block in blocks(&page) {
            match block.words.join(",").as_str() {
                "tm" => {
                    checked += 1;
                    complain(&Memory::of(block.text), &format!("{name}:{}", block.line), &mut wrong);
                }
                "tm,page" => {
                    together += 1;
                    package = package.file(&format!("page/line{}.tm", block.line), block.text);
                }
                _ => {}
            }
        }
        if together > 0 {
            checked += together;
            complain(&package, &name, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(checked > 10, "the pages show models");
}

fn complain(world: &Memory, place: &str, wrong: &mut String) {
    let said = say(world);
    if !said.errors().is_empty() {
        write!(wrong, "== {place}\n{}", said.draw()).unwrap();
    }
}

#[test]
fn models_on_the_pages_are_formatted() {
    let mut wrong = String::new();
    for (name, page) in pages() {
        let ignored = |block: &Block| block.words.get(1).is_some_and(|word| word == "ignore");
        for block in blocks(&page) {
            let formatted = tm_grammar::format(&block.text).text;
            if block.words[0] == "tm" && !ignored(&block) && formatted != block.text {
                writeln!(wrong, "== {name}:{} should be\n{formatted}", block.line).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn blocks_are_marked_in_a_way_that_is_known() {
    for (name, page) in pages() {
        for block in blocks(&page) {
            let known = match block.words[0].as_str() {
                "tm" => {
                    matches!(block.words.get(1).map(String::as_str), None | Some("page" | "ignore"))
                        || block.word("file").is_some()
                }
                "console" => block.words.len() == 1 || block.word("lines").is_some(),
                "sh" | "toml" | "rust" | "text" | "json" | "jinja" | "markdown" | "yaml" => true,
                _ => false,
            };
            assert!(known, "{name}:{}: a block of {:?}", block.line, block.words);
        }
    }
}

#[test]
fn sessions_print_what_the_pages_say() {
    for (name, page) in pages() {
        let sessions = blocks(&page);
        if !sessions.iter().any(|block| block.words[0] == "console") {
            continue;
        }
        let dir = tempfile::tempdir().unwrap();
        let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
        let mut told = Vec::new();
        for block in &sessions {
            if let Some(path) = block.word("file") {
                let path = dir.path().join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, &block.text).unwrap();
            } else if block.words[0] == "console" {
                let most = block.word("lines").and_then(|lines| lines.parse().ok());
                let place = block.line..block.line + block.text.lines().count();
                told.push((place, session(dir.path(), &block.text, most.unwrap_or(usize::MAX))));
            }
        }
        for (place, said) in told.into_iter().rev() {
            lines.splice(place, said.lines().map(str::to_owned));
        }
        let fresh = lines.join("\n") + "\n";
        if update() {
            fs::write(root().join(&name), &fresh).unwrap();
        } else if fresh != page {
            let (now, then) = difference(&fresh, &page);
            panic!(
                "{name} shows another answer than tm gives now:\n  page: {then}\n  tm:   {now}\n\
                 `UPDATE=1 cargo test -p tm-tests --test docs` writes it anew"
            );
        }
    }
}

fn difference<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    let mut lines = one.lines().zip(other.lines());
    lines.find(|(a, b)| a != b).unwrap_or_default()
}

/// The commands of a session, each followed by what it prints.
fn session(dir: &Path, text: &str, lines: usize) -> String {
    let mut told = String::new();
    for command in text.lines().filter(|line| line.starts_with("$ ")) {
        if let Some(words) = command.strip_prefix("$ git ") {
            tm_tests::git(dir, &words.split_whitespace().collect::<Vec<_>>());
            writeln!(told, "{command}").unwrap();
            continue;
        }
        let mut words = command[2..].split_whitespace();
        assert_eq!(words.next(), Some("tm"), "sessions run tm and git: {command}");
        let output = Command::new(env!("CARGO_BIN_EXE_tm-case"))
            .args(words)
            .args(day(command))
            .current_dir(dir)
            .env("NO_COLOR", "1")
            .env_remove("COLUMNS")
            .output()
            .unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        writeln!(told, "{command}").unwrap();
        for line in said.lines().take(lines) {
            writeln!(told, "{}", without_size(line).trim_end()).unwrap();
        }
        if said.lines().count() > lines {
            told.push_str("…\n");
        }
    }
    told
}

/// The names of written files without their sizes, which change with every template.
fn without_size(line: &str) -> &str {
    match line.rsplit_once("  ") {
        Some((name, size)) if size.ends_with("B") && size.starts_with(char::is_numeric) => name,
        _ => line,
    }
}

/// Decisions on the pages expire; the pages should not.
fn day(command: &str) -> &'static [&'static str] {
    let judges = ["baseline", "check", "diff", "build", "explain", "questions", "diagram", "test"];
    let word = command.split_whitespace().nth(2).unwrap_or_default();
    let code = command.contains("explain") && !command.contains('@');
    if judges.contains(&word) && !code { &["--today", "2026-06-01"] } else { &[] }
}

#[test]
fn the_schema_is_that_of_the_document() {
    is_schema("docs/analysis.schema.json", &schemars::schema_for!(tm_compiler::document::Document).to_value());
}

#[test]
fn the_schema_of_drift_is_that_of_the_answer() {
    is_schema("docs/drift.schema.json", &schemars::schema_for!(tm_compiler::drift::Answer).to_value());
}

#[test]
fn the_schema_of_comparisons_is_that_of_the_answer() {
    is_schema("docs/diff.schema.json", &schemars::schema_for!(tm_pipeline::diff::Diff).to_value());
}

fn is_schema(file: &str, fresh: &serde_json::Value) {
    let path = root().join(file);
    if update() {
        fs::write(&path, format!("{fresh:#}\n")).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    // Compared as values: the order of keys depends on features of other packages.
    let kept: serde_json::Value = serde_json::from_str(&kept).unwrap_or_default();
    assert!(
        *fresh == kept,
        "{file} is of an older document; `UPDATE=1 cargo test -p tm-tests --test docs` writes it anew"
    );
}
