//! What the command line says and how it ends: `tests/cases/cli/*.case`, and what a text cannot hold.
//!
//! A case is a sentence, then parts that begin with a line of two equals signs:
//! `== file PATH` with a text, `== remove PATH`, `== stdin` with what the next command reads, `== git …` for
//! repositories, `== run tm …`, and `== show PATH` for a file afterwards. Commands run in a folder of their own, without colour.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

#[test]
fn cases() {
    let folder = tm_tests::folder("cli");
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "case"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    for path in paths {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let shown = play(&fs::read_to_string(&path).unwrap());
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name, shown));
    }
}

/// Runs a case and writes down what it printed.
fn play(case: &str) -> String {
    let dir = tempfile::tempdir().unwrap();
    let mut shown = String::new();
    let mut input = String::new();
    for part in format!("\n{case}").split("\n== ").skip(1) {
        let (head, text) = part.split_once('\n').unwrap_or((part, ""));
        let (word, rest) = head.split_once(' ').unwrap_or((head, ""));
        match word {
            "file" => write(&dir.path().join(rest), &format!("{text}\n")),
            "stdin" => input = format!("{text}\n"),
            "remove" => fs::remove_file(dir.path().join(rest)).unwrap(),
            "git" => tm_tests::git(dir.path(), &words(rest)),
            "show" => {
                let text = fs::read_to_string(dir.path().join(rest)).unwrap();
                writeln!(shown, "--- {rest}\n{text}").unwrap();
            }
            "run" => {
                let arguments = words(rest.strip_prefix("tm").unwrap());
                let output = run(dir.path(), &arguments, &std::mem::take(&mut input));
                writeln!(shown, "$ {rest}\n{}", told(&output)).unwrap();
            }
            other => panic!("a part of a case is file, remove, stdin, git, show or run, not {other}"),
        }
    }
    shown
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Words between blanks; single quotes keep blanks.
fn words(line: &str) -> Vec<String> {
    let quoted = line.split('\'').enumerate();
    quoted
        .flat_map(|(index, part)| match index % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

fn command(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tm-case"));
    command.current_dir(dir).env("NO_COLOR", "1");
    for name in ["COLUMNS", "TERM", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(dir: &Path, arguments: &[String], input: &str) -> Output {
    let mut child = command(dir).args(arguments).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A command that reads nothing may be gone already.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().unwrap()
}

fn tm(dir: &Path, line: &str) -> Output {
    run(dir, &words(line), "")
}

fn told(output: &Output) -> String {
    let mut text = String::new();
    for (name, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
        if !bytes.is_empty() {
            let said = String::from_utf8(bytes.clone()).unwrap();
            assert!(!said.contains('\x1b'), "colour without a terminal: {said}");
            write!(text, "--- {name}\n{said}").unwrap();
        }
    }
    let code = output.status.code().unwrap();
    writeln!(text, "--- exit {code}").unwrap();
    text
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

/// A model with a threat of its own, so that it does not change with the library.
const SHOP: &str = r#"
model shop "Shop"
data Card "Card" { confidentiality = High }
boundary net: Internet { actor customer "Customer" }
process api "API"
flow pay: customer -> api { sends = Card }
threat Loose: Stride.Tampering "Loose end" {
  on f: flow
  when f.crosses_boundary
  likelihood = High
  impact = Moderate
  message = "{f.source} reaches {f.target}."
}
"#;

#[test]
fn a_new_model_is_clean_formatted_and_tested() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(code(&tm(dir.path(), "new lending")), 0);
    let checked = tm(dir.path(), "check lending");
    let said = String::from_utf8(checked.stdout.clone()).unwrap();
    assert_eq!(code(&checked), 0, "{said}");
    assert!(!said.contains("warning") && !said.contains("error"), "{said}");
    assert!(said.contains("CleartextTransport@remind"), "{said}");
    let tested = tm(dir.path(), "test lending");
    assert_eq!(code(&tested), 0, "{}", told(&tested));
    assert_eq!(code(&tm(dir.path(), "fmt --check lending")), 0);
    let again = tm(dir.path(), "new lending");
    assert_eq!(code(&again), 2);
    assert!(String::from_utf8_lossy(&again.stderr).contains("is there already"));
}

#[test]
fn the_tests_of_the_library_pass() {
    let dir = tempfile::tempdir().unwrap();
    for package in ["std.core", "std.stride", "std.web"] {
        let tested = tm(dir.path(), &format!("test {package}"));
        assert_eq!(code(&tested), 0, "{package}: {}", told(&tested));
    }
}

#[test]
fn a_build_writes_everything_and_again_the_same_bytes() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("shop.tm"), SHOP);
    let built = tm(dir.path(), "build shop.tm --out a/b --today 2027-01-01");
    assert_eq!(code(&built), 0, "{}", told(&built));
    tm(dir.path(), "build shop.tm --out c --today 2027-01-01");
    let files = ["report.html", "report.md", "diagram.dot", "diagram.mmd", "diagrams/overview.svg", "analysis.json"];
    for file in files {
        let (first, second) = (dir.path().join("a/b").join(file), dir.path().join("c").join(file));
        let first = fs::read(first).unwrap();
        assert!(!first.is_empty(), "{file}");
        assert_eq!(first, fs::read(second).unwrap(), "{file}");
    }
    let html = fs::read_to_string(dir.path().join("c/report.html")).unwrap();
    assert!(html.contains("Loose end") && html.contains("<svg"));
    let json = fs::read(dir.path().join("c/analysis.json")).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let checked = tm(dir.path(), "check shop.tm --format json --today 2027-01-01");
    assert_eq!(json, serde_json::from_slice::<serde_json::Value>(&checked.stdout).unwrap());
}

#[test]
fn a_path_that_leaves_the_repository_and_comes_back_is_the_same_in_a_revision() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("w");
    write(&folder.join("shop/shop.tm"), SHOP);
    for line in ["init -q", "add .", "commit -q -m one"] {
        tm_tests::git(&folder, &words(line));
    }
    for path in ["../w/shop", "shop/../../w/shop/shop.tm"] {
        let same = tm(&folder, &format!("diff git:HEAD {path} --today 2027-01-01"));
        assert!(String::from_utf8_lossy(&same.stdout).contains("nothing changed"), "{}", told(&same));
        assert_eq!(code(&tm(&folder, &format!("check {path} --against git:HEAD --today 2027-01-01"))), 0, "{path}");
    }
    let above = tm(&folder, "diff git:HEAD ../shop --today 2027-01-01");
    assert_eq!(code(&above), 2, "{}", told(&above));
}

#[test]
fn an_invalid_model_is_a_document_too() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("bad.tm"), "process api {\n");
    let checked = tm(dir.path(), "check bad.tm --format json --fail-on any");
    assert_eq!(code(&checked), 2);
    let json: serde_json::Value = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!(json["diagnostics"][0]["code"], "E0105");
}

#[test]
fn a_large_model_gets_an_overview_and_a_picture_for_each_boundary() {
    let dir = tempfile::tempdir().unwrap();
    let mut text = String::from("model large \"Large\"\n");
    for zone in 0..6 {
        let members: Vec<String> = (0..12).map(|at| format!("  process p{zone}_{at}")).collect();
        writeln!(text, "boundary zone{zone} {{\n{}\n}}", members.join("\n")).unwrap();
    }
    for at in 0..60 {
        let (one, other) = (at % 6, (at + 1) % 6);
        writeln!(text, "flow f{at}: p{one}_{} -> p{other}_{}", at % 12, (at / 6) % 12).unwrap();
    }
    write(&dir.path().join("large.tm"), &text);
    let built = tm(dir.path(), "build large.tm --out out");
    assert_eq!(code(&built), 0, "{}", told(&built));
    let overview = fs::read_to_string(dir.path().join("out/diagrams/overview.svg")).unwrap();
    assert!(overview.contains("10 flows") && overview.contains("12 elements"), "merged");
    assert!(!overview.contains("data-id=\"p0_0\""));
    assert!(overview.contains("data-all=\"f0 f6 f12"), "a line knows all of its flows");
    assert!(overview.contains("<title>10 flows: zone0 → zone1 · flow · no threat counts</title>"));
    assert!(overview.contains("<title>zone0 · trust boundary, 12 elements, 0 flows inside · no threat counts</title>"));
    let zone = fs::read_to_string(dir.path().join("out/diagrams/zone3.svg")).unwrap();
    assert!(zone.contains("data-id=\"p3_0\"") && zone.contains("In another picture"));
}

#[test]
fn every_box_of_an_overview_has_a_picture_of_its_own() {
    let dir = tempfile::tempdir().unwrap();
    let mut text = String::from("model large \"Large\"\n");
    for zone in 0..4 {
        let inner = (0..12).map(|at| format!("  boundary s{zone}_{at} {{ process p{zone}_{at} }}\n"));
        writeln!(text, "boundary zone{zone} {{\n{}}}", inner.collect::<String>()).unwrap();
    }
    write(&dir.path().join("large.tm"), &text);
    assert_eq!(code(&tm(dir.path(), "build large.tm --out out")), 0);
    let picture = |name: &str| fs::read_to_string(dir.path().join(format!("out/diagrams/{name}.svg"))).unwrap();
    let overview = picture("overview");
    assert!(overview.contains("data-id=\"zone2\"") && !overview.contains("data-id=\"s2_3\""), "outer zones alone");
    assert!(picture("zone2").contains("data-id=\"p2_3\"") && picture("s2_3").contains("data-id=\"p2_3\""));
}

#[test]
fn pictures_of_every_kind() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("shop.tm"), SHOP);
    let begins = [
        ("diagram shop.tm", "<svg"),
        ("diagram shop.tm --format dot", "digraph"),
        ("diagram shop.tm --format mermaid", "flowchart"),
        ("diagram shop.tm --format png", "\u{fffd}PNG"),
        ("diagram shop.tm --boundary net --direction right", "<svg"),
    ];
    for (line, start) in begins {
        let drawn = tm(dir.path(), line);
        assert_eq!(code(&drawn), 0, "{line}");
        let text = String::from_utf8_lossy(&drawn.stdout);
        assert!(text.trim_start().starts_with(start), "{line}: {text:.40}");
    }
    let written = tm(dir.path(), "diagram shop.tm -o shop.png");
    assert_eq!(code(&written), 0);
    assert!(fs::read(dir.path().join("shop.png")).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn templates_of_ones_own_replace_and_add_and_are_told_their_mistakes() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("shop.tm"), SHOP);
    write(&dir.path().join("own/report.md"), "Mine: {{ model.title }}\n");
    write(&dir.path().join("own/list.txt"), "{% for one in threats %}{{ one.id }}\n{% endfor %}");
    let built = tm(dir.path(), "build shop.tm --out out --template own");
    assert_eq!(code(&built), 0, "{}", told(&built));
    let read = |name: &str| fs::read_to_string(dir.path().join("out").join(name)).unwrap();
    assert_eq!(read("report.md").trim(), "Mine: Shop");
    assert_eq!(read("list.txt").trim(), "Loose@pay");
    write(&dir.path().join("own/list.txt"), "one\n{{ nothing.there }}\n");
    let failed = tm(dir.path(), "build shop.tm --out none --template own");
    let said = String::from_utf8_lossy(&failed.stderr).into_owned();
    assert_eq!(code(&failed), 2, "{said}");
    assert!(said.contains("own/list.txt:2:"), "{said}");
    assert!(!dir.path().join("none").exists(), "nothing is half written");
    fs::remove_file(dir.path().join("own/list.txt")).unwrap();
    write(&dir.path().join("own/analysis.json"), "x");
    let failed = tm(dir.path(), "build shop.tm --out none --template own");
    assert!(told(&failed).contains("`own/analysis.json` is no name for a template") && code(&failed) == 2);
    assert!(!dir.path().join("none").exists(), "nothing is half written");
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("shop.tm"), SHOP);
    for arguments in
        [&["check", "shop.tm", "--format", "json"][..], &["diagram", "shop.tm"], &["completions", "bash"], &["--help"]]
    {
        let mut child = command(dir.path()).args(arguments).spawn().unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0), "{arguments:?}: {said}");
        assert_eq!(said, "", "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn standard_output_on_a_full_disk_is_an_error() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("shop.tm"), SHOP);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    for arguments in [&["check", "shop.tm"][..], &["--help"], &["help", "check"], &["lsp", "--help"], &["--version"]] {
        let full = full.try_clone().unwrap();
        let output = command(dir.path()).args(arguments).stdout(full).output().unwrap();
        assert_eq!(code(&output), 2, "{arguments:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(said, "error: cannot write to standard output: no space left on device\n", "{arguments:?}");
    }
}

/// What is written may meet a link that came with a change.
#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_out_of_a_repository() {
    use std::os::unix::fs::symlink;
    let (dir, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write(&dir.path().join("shop.tm"), SHOP);
    write(&out.path().join("keys"), "precious");
    fs::create_dir(dir.path().join(".git")).unwrap();
    symlink(out.path().join("keys"), dir.path().join("tm.sarif")).unwrap();
    symlink(out.path(), dir.path().join("pages")).unwrap();
    for line in ["check shop.tm --write sarif=tm.sarif", "build shop.tm --out pages"] {
        let said = tm(dir.path(), line);
        assert!(code(&said) == 2 && told(&said).contains("is a link that leads out"), "{line}: {}", told(&said));
    }
    assert_eq!(fs::read_to_string(out.path().join("keys")).unwrap(), "precious");
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1);
    assert_eq!(code(&tm(dir.path(), "check shop.tm --write sarif=other.sarif")), 0);
}

/// Outside of a repository a file is a package of its own, and its folder is as far as a link may lead.
#[cfg(unix)]
#[test]
fn a_lone_file_that_is_a_link_is_not_followed_out_of_its_folder() {
    use std::os::unix::fs::symlink;
    let (dir, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write(&out.path().join("secret"), "hunter2 = { } }");
    write(&out.path().join("far.tm"), "hunter2 = { } }");
    write(&dir.path().join("in/shop.tm"), SHOP);
    for (to, name, why) in [
        (out.path().join("secret"), "a.tm", "is a link that leads out of the package"),
        (out.path().join("far.tm"), "b.tm", "is a link that leads out of the package"),
        ("loop.tm".into(), "loop.tm", "too many levels of symbolic links"),
    ] {
        symlink(to, dir.path().join(name)).unwrap();
        for line in ["check", "fmt --diff", "explain Loose@pay"] {
            let output = tm(dir.path(), &format!("{line} {name}"));
            let told = told(&output).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(code(&output) == 2 && !told.contains("hunter2"), "{line} {name}: {told}");
            assert!(line.starts_with("fmt") || told.contains(why), "{line} {name}: {told}");
        }
    }
    symlink("in/shop.tm", dir.path().join("shop.tm")).unwrap();
    assert_eq!(code(&tm(dir.path(), "check shop.tm")), 0);
    symlink("known.txt", dir.path().join("known.txt")).unwrap();
    let said = told(&tm(dir.path(), "check shop.tm --baseline known.txt"));
    assert!(said.contains("too many levels of symbolic links") && !said.contains("no such file"), "{said}");
}

#[test]
fn what_is_no_text_is_not_formatted() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("a.tm"), "\0\0\0");
    let output = tm(dir.path(), "fmt a.tm");
    assert!(code(&output) == 2 && told(&output).contains("`a.tm` is not a text file"), "{}", told(&output));
    assert_eq!(fs::read(dir.path().join("a.tm")).unwrap(), [0; 3]);
}

#[test]
fn pages_stay_in_their_folder() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("shop/tm.toml"), "name = \"../beside\"\n");
    write(&dir.path().join("shop/shop.tm"), SHOP);
    let output = tm(dir.path(), "doc shop --out pages");
    assert!(!dir.path().join("beside.html").exists(), "{}", told(&output));
}

#[test]
fn a_manifest_that_is_no_text_is_told_as_such() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("shop/shop.tm"), SHOP);
    for bytes in [&b"name = \"Caf\xe9\"\n"[..], &[0, 159, 146, 150, 255, 254, 0, 1]] {
        fs::write(dir.path().join("shop/tm.toml"), bytes).unwrap();
        let output = tm(dir.path(), "check shop");
        let told = told(&output);
        assert!(code(&output) == 2 && told.contains("`shop/tm.toml` is not UTF-8 text"), "{told}");
        assert_eq!(told.matches("error[").count(), 1, "{told}");
    }
    // Every key may be left out.
    fs::write(dir.path().join("shop/tm.toml"), "").unwrap();
    assert_eq!(code(&tm(dir.path(), "check shop")), 0);
}

#[test]
fn a_png_says_which_letters_its_font_lacks() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("a.tm"), "process a \"注文 Orders\"\nprocess b \"Größe\"\nflow a -> b \"注\"\n");
    let drawn = tm(dir.path(), "diagram a.tm -o a.png");
    let said = String::from_utf8_lossy(&drawn.stderr).into_owned();
    assert_eq!(code(&drawn), 0);
    assert!(said.contains("empty boxes for letters that its font lacks (文注)") && said.contains("SVG"), "{said}");
    assert!(!told(&tm(dir.path(), "diagram a.tm -o a.svg")).contains("lacks"));
    write(&dir.path().join("b.tm"), "process b \"Größe שם\"\n");
    assert!(!told(&tm(dir.path(), "diagram b.tm -o b.png")).contains("lacks"));
}

#[test]
fn boundaries_with_nothing_in_them_are_drawn() {
    let dir = tempfile::tempdir().unwrap();
    let nest = "boundary outer \"Outer\" { boundary bare \"Nothing yet\" { }, process p \"P\" }\nboundary e \"Empty\" { boundary e2 \"Inner\" { } }\n";
    write(&dir.path().join("a.tm"), nest);
    let svg = told(&tm(dir.path(), "diagram a.tm"));
    for id in ["outer", "bare", "e", "e2"] {
        assert!(svg.contains(&format!("data-id=\"{id}\"")), "{id}: {svg}");
    }
    for (format, lines) in [
        ("dot", ["\"b_bare\" [label=\"Nothing yet\", shape=box, style=dashed", "subgraph \"cluster_b_e\" {"]),
        ("mermaid", ["b_e2[\"Inner\"]", "style b_bare fill:none"]),
    ] {
        let text = told(&tm(dir.path(), &format!("diagram a.tm --format {format}")));
        assert!(lines.iter().all(|line| text.contains(line)), "{text}");
    }
    let many: String = (0..60).map(|at| format!("boundary b{at} {{ }}\n")).collect();
    write(&dir.path().join("many.tm"), &format!("{many}process p\n"));
    let drawn = tm(dir.path(), "diagram many.tm -o many.svg");
    assert!(told(&drawn).contains("20 more boundaries have nothing in them"), "{}", told(&drawn));
    let part = told(&tm(dir.path(), "diagram a.tm --boundary e"));
    assert!(part.contains("data-id=\"e2\"") && !part.contains("data-id=\"bare\""), "{part}");
}

#[cfg(unix)]
#[test]
fn links_show_nothing_of_what_they_lead_to() {
    use std::os::unix::fs::symlink;
    let (dir, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    write(&out.path().join("secret"), "hunter2 = { } }");
    write(&out.path().join("folder/a.tm"), "hunter2 = { } }");
    write(&dir.path().join("shop/shop.tm"), SHOP);
    write(&dir.path().join("own/page.txt"), "page");
    tm_tests::git(dir.path(), &words("init -q"));
    let link = |to: PathBuf, name: &str| symlink(to, dir.path().join(name)).unwrap();
    let refused = |line: &str, name: &str| {
        let output = tm(dir.path(), line);
        let told = told(&output);
        assert!(code(&output) == 2 && told.contains(name) && !told.contains("hunter2"), "{line}: {told}");
        told
    };
    for (to, name, line) in [
        (out.path().join("secret"), "shop/e.tm", "check shop"),
        (out.path().join("folder"), "shop/inner", "check shop"),
        (out.path().join("folder/a.tm"), "shop/e.tm", "fmt shop --diff"),
        (out.path().join("secret"), "shop/tm.toml", "check shop"),
        (out.path().join("secret"), "p.rego", "check shop --policy p.rego"),
        (out.path().join("secret"), "known.txt", "check shop --baseline known.txt"),
        (out.path().join("secret"), "up.yaml", "drift shop --compose up.yaml"),
        (out.path().join("secret"), "own/e.txt", "build shop --out out --template own"),
        (dir.path().join("shop/shop.tm"), "own/s.txt", "build shop --out out --template own"),
        (dir.path().join(".git/config"), "shop/e.tm", "check shop"),
        (out.path().join("folder"), "whole", "check whole"),
    ] {
        link(to, name);
        let told = refused(line, name);
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(&format!("`{name}` is a link that leads out of the repository")), "{told}");
        fs::remove_file(dir.path().join(name)).unwrap();
    }
    for (name, line) in [("known.txt", "check shop --baseline known.txt"), ("p.rego", "check shop --policy p.rego")] {
        link(PathBuf::from("/dev/zero"), name);
        refused(line, name);
        fs::remove_file(dir.path().join(name)).unwrap();
        let output = tm(dir.path(), &line.replace(name, "/dev/zero"));
        assert!(code(&output) == 2 && told(&output).contains("it is not a file"), "{}", told(&output));
    }
    // Inside of the repository links are followed.
    write(&dir.path().join("shared/extra.tm"), "process extra \"Extra\"\n");
    link(dir.path().join("shared"), "shop/shared");
    assert!(told(&tm(dir.path(), "check shop --all")).contains("3 elements"));
    // In a revision, too.
    link(PathBuf::from("../one/more.tm"), "shop/more.tm");
    link(PathBuf::from("shop.tm"), "shop/again.tm");
    write(&dir.path().join("one/more.tm"), "process more \"More\"\n");
    fs::remove_file(dir.path().join("shop/shared")).unwrap();
    link(PathBuf::from("../shared"), "shop/shared");
    tm_tests::git(dir.path(), &words("add shop shared one"));
    tm_tests::git(dir.path(), &words("commit -q -m links"));
    let told = told(&tm(dir.path(), "diff git:HEAD shop"));
    assert!(told.contains("nothing changed"), "{told}");
}

/// What a linked folder links to is there in a revision as in the work tree; what is in another repository is named.
#[cfg(unix)]
#[test]
fn links_within_linked_folders_and_submodules_of_a_revision() {
    let dir = tempfile::tempdir().unwrap();
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, dir.path().join(name)).unwrap();
    write(&dir.path().join("shop/shop.tm"), SHOP);
    write(&dir.path().join("shop/tm.toml"), "name = \"shop\"\n");
    write(&dir.path().join("nest/near.tm"), "process near \"Near\"\n");
    write(&dir.path().join("far/far.tm"), "process far \"Far\"\n");
    link("../nest", "shop/lib");
    link("../far", "nest/deep");
    tm_tests::git(dir.path(), &words("init -q"));
    tm_tests::git(dir.path(), &words("add shop nest far"));
    tm_tests::git(dir.path(), &words("commit -q -m links"));
    let same = told(&tm(dir.path(), "diff git:HEAD shop"));
    assert!(same.contains("nothing changed"), "{same}");
    write(&dir.path().join("other/tm.toml"), "name = \"other\"\n");
    write(&dir.path().join("other/other.tm"), "type Pump: process \"Pump\"\n");
    write(&dir.path().join("shop/tm.toml"), "name = \"shop\"\n[dependencies]\nother = { path = \"../other\" }\n");
    write(&dir.path().join("shop/uses.tm"), "use other\n\nprocess pump: Pump\n");
    let module = format!("update-index --add --cacheinfo 160000,{},other", "1".repeat(40));
    tm_tests::git(dir.path(), &words("add shop"));
    tm_tests::git(dir.path(), &words(&module));
    tm_tests::git(dir.path(), &words("commit -q -m module"));
    let said = told(&tm(dir.path(), "diff git:HEAD shop"));
    assert!(said.contains("--- exit 2") && said.contains("submodule"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_text_are_read_all_the_same() {
    use std::os::unix::ffi::OsStrExt as _;
    let dir = tempfile::tempdir().unwrap();
    let odd = std::ffi::OsStr::from_bytes(b"shop\xff.tm");
    fs::write(dir.path().join(odd), SHOP).unwrap();
    for path in [odd, std::ffi::OsStr::new(".")] {
        let output = command(dir.path()).arg("check").arg(path).output().unwrap();
        let said = String::from_utf8(output.stdout.clone()).unwrap();
        assert_eq!(code(&output), 0, "{said}");
        assert!(said.contains("Loose@pay") && said.contains("shop\u{fffd}.tm:6"), "{said}");
    }
}

#[test]
fn an_installed_graphviz_is_used_and_a_missing_one_is_told() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("shop.tm"), SHOP);
    let bare =
        command(dir.path()).args(["diagram", "shop.tm", "--engine", "dot"]).env("PATH", dir.path()).output().unwrap();
    assert_eq!(code(&bare), 2);
    assert!(String::from_utf8_lossy(&bare.stderr).contains("`dot` is not installed"));
}
