//! The scripts of `integrations/` do what they say, run as a pipeline runs them.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tm_tests::git;

const SAFE: &str = "model shop \"Shop\" { appetite = Moderate }\nprocess api { input_validation = true }\n\
    threat Unchecked: Stride.Tampering \"Unchecked\" {\n  on p: process\n  when not p.input_validation\n  \
    likelihood = High\n  impact = High\n  message = \"{p} takes anything.\"\n}\n";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

/// A repository with a model, and a `tm` on the path.
fn repository() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("bin")).unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_tm-case"), dir.path().join("bin/tm")).unwrap();
    fs::write(dir.path().join("shop.tm"), SAFE).unwrap();
    fs::write(dir.path().join(".gitignore"), "bin\n").unwrap();
    for arguments in [&["init", "-q"][..], &["add", "."], &["commit", "-q", "-m", "one"]] {
        git(dir.path(), arguments);
    }
    dir
}

fn script(dir: &Path, name: &str, variables: &[(&str, &str)]) -> Output {
    let path = format!("{}:{}", dir.join("bin").display(), std::env::var("PATH").unwrap());
    let mut command = Command::new("bash");
    command.arg(root().join("integrations").join(name)).current_dir(dir).env("PATH", path).env("HOME", dir);
    command.env("GITHUB_STEP_SUMMARY", dir.join("summary.md")).envs(variables.iter().copied()).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned()
}

#[test]
fn the_action_annotates_summarises_and_gates() {
    let dir = repository();
    let passes = script(dir.path(), "github/check.sh", &[("TM_PATH", "shop.tm")]);
    assert_eq!(passes.status.code(), Some(0), "{}", said(&passes));
    let change = SAFE.replace("true }", "false }").replace("Moderate }", "VeryHigh }");
    fs::write(dir.path().join("shop.tm"), change).unwrap();
    let terms = [("TM_PATH", "shop.tm"), ("TM_BASE", "HEAD")];
    let fails = script(dir.path(), "github/check.sh", &terms);
    assert_eq!(fails.status.code(), Some(1), "{}", said(&fails));
    assert!(said(&fails).contains("::error file=shop.tm,line=2,"), "{}", said(&fails));
    let summary = fs::read_to_string(dir.path().join("summary.md")).unwrap();
    for part in ["✅", "❌", "Unchecked@api", "appetite of the model", "#### Risk rose"] {
        assert!(summary.contains(part), "{part} in\n{summary}");
    }
    assert!(fs::read_to_string(dir.path().join("tm.sarif")).unwrap().contains("\"2.1.0\""));
    assert!(fs::read_to_string(dir.path().join("tm-diff.md")).unwrap().starts_with("<!-- tm diff -->"));
    let allowed = [terms[0], terms[1], ("TM_ALLOW_GOVERNANCE", "true")];
    assert_eq!(script(dir.path(), "github/check.sh", &allowed).status.code(), Some(0));
    let level = [terms[0], ("TM_FAIL_ON", "High; touch evil"), ("TM_AGAINST", "none")];
    assert_eq!(script(dir.path(), "github/check.sh", &level).status.code(), Some(2));
    assert!(!dir.path().join("evil").exists());
}

/// What the guides say to commit and to produce reaches the check: the baseline, evidence, policies.
#[test]
fn the_action_passes_on_baseline_evidence_and_policies() {
    let dir = repository();
    let write = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
    write(
        "shop.tm",
        &SAFE.replace("true }", "false, apply Queries { verified_by = [junit(\"q\")] } }\ncontrol Queries: process"),
    );
    write("known.txt", "tm-baseline 1\nthreat shop.Unchecked@api 9 VeryHigh definite\n");
    let run = |more: &[(&str, &str)]| {
        let all: Vec<_> = [("TM_PATH", "shop.tm")].into_iter().chain(more.iter().copied()).collect();
        script(dir.path(), "github/check.sh", &all)
    };
    assert_eq!(run(&[]).status.code(), Some(1));
    let known = ("TM_BASELINE", "known.txt");
    assert_eq!(run(&[known]).status.code(), Some(0), "{}", said(&run(&[known])));
    write("a b.xml", "<testsuite name=\"q\"><testcase name=\"q\"><failure message=\"no\"/></testcase></testsuite>");
    write("none.xml", "<testsuite name=\"s\"/>");
    let failing = run(&[known, ("TM_EVIDENCE", "none.xml\na b.xml\n")]);
    assert_eq!(failing.status.code(), Some(1), "{}", said(&failing));
    write("no.rego", "package main\nimport rego.v1\ndeny contains \"never on Mondays\"\n");
    let denied = run(&[known, ("TM_POLICY", "no.rego")]);
    assert!(denied.status.code() == Some(1) && said(&denied).contains("never on Mondays"), "{}", said(&denied));
}

#[test]
fn the_hook_refuses_models_that_are_not_valid() {
    let dir = repository();
    assert_eq!(script(dir.path(), "git/pre-commit", &[]).status.code(), Some(0));
    fs::write(dir.path().join("bad.tm"), "process api { nonsense = 1 }\n").unwrap();
    git(dir.path(), &["add", "bad.tm"]);
    let refused = script(dir.path(), "git/pre-commit", &[]);
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    fs::write(dir.path().join("bad.tm"), "process   api\n").unwrap();
    git(dir.path(), &["add", "bad.tm"]);
    assert_eq!(script(dir.path(), "git/pre-commit", &[]).status.code(), Some(1), "not formatted");
    // What is committed counts, whatever else the work tree holds.
    fs::write(dir.path().join("bad.tm"), "process api\n").unwrap();
    assert_eq!(script(dir.path(), "git/pre-commit", &[]).status.code(), Some(1), "mended, and not added");
    git(dir.path(), &["add", "bad.tm"]);
    fs::write(dir.path().join("bad.tm"), "process api { nonsense = 1 }\n").unwrap();
    assert_eq!(script(dir.path(), "git/pre-commit", &[]).status.code(), Some(0), "broken, and not added");
}

/// The first pull request: nothing to judge it by, until somebody lets its own appetite and baseline count.
#[test]
fn the_action_takes_a_first_model_with_its_baseline() {
    let dir = repository();
    let write = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
    write("new.tm", &SAFE.replace("true }", "false }"));
    write("known.txt", "tm-baseline 1\nthreat new.Unchecked@api 9 VeryHigh definite\n");
    let terms = [("TM_PATH", "new.tm"), ("TM_BASE", "HEAD"), ("TM_BASELINE", "known.txt")];
    let fails = script(dir.path(), "github/check.sh", &terms);
    assert_eq!(fails.status.code(), Some(1), "{}", said(&fails));
    assert!(said(&fails).contains("has no model here"), "{}", said(&fails));
    let labelled = [&terms[..], &[("TM_ALLOW_GOVERNANCE", "true")]].concat();
    let passes = script(dir.path(), "github/check.sh", &labelled);
    assert_eq!(passes.status.code(), Some(0), "{}", said(&passes));
}

/// Hooks of git say where the repository is; the revision is one of the repository in which the command runs all the same.
#[test]
fn what_surrounds_a_command_names_no_other_repository() {
    let (dir, other) = (repository(), repository());
    let shop = dir.path().join("shop");
    fs::create_dir(&shop).unwrap();
    fs::write(shop.join("shop.tm"), SAFE).unwrap();
    git(dir.path(), &["add", "."]);
    git(dir.path(), &["commit", "-q", "-m", "two"]);
    git(other.path(), &["tag", "theirs"]);
    let check = |name: &str, value: &Path, revision: &str| {
        let mut command = Command::new(dir.path().join("bin/tm"));
        command.args(["check", "shop", "--against", revision]).current_dir(dir.path()).env(name, value);
        command.output().unwrap()
    };
    for (name, value) in
        [("GIT_DIR", PathBuf::from(".git")), ("GIT_INDEX_FILE", "none".into()), ("GIT_WORK_TREE", "..".into())]
    {
        let passes = check(name, &value, "git:HEAD");
        assert_eq!(passes.status.code(), Some(0), "{name}: {}", said(&passes));
    }
    let theirs = check("GIT_DIR", &other.path().join(".git"), "git:theirs");
    assert!(theirs.status.code() == Some(2) && said(&theirs).contains("no revision `theirs`"), "{}", said(&theirs));
}

/// Which repository stands in a submodule is part of a change: its names are no judges.
#[test]
fn names_of_a_submodule_judge_nothing() {
    let (dir, evil) = (tempfile::tempdir().unwrap(), repository());
    fs::create_dir(dir.path().join("work")).unwrap();
    let work = dir.path().join("work");
    git(&work, &["init", "-q"]);
    let from = evil.path().display().to_string();
    git(&work, &["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &from, "shop"]);
    git(&work, &["commit", "-q", "-m", "one"]);
    let check = |folder: &Path, path: &str, revision: &str| {
        let mut command = Command::new(evil.path().join("bin/tm"));
        command.args(["check", path, "--against", revision]).current_dir(folder).env("HOME", dir.path());
        command.output().unwrap()
    };
    let refused = check(dir.path(), "work/shop/shop.tm", "git:main");
    assert!(refused.status.code() == Some(2) && said(&refused).contains("is in a submodule"), "{}", said(&refused));
    let unread = check(&work, "shop/shop.tm", "git:main");
    assert_eq!(unread.status.code(), Some(1), "{}", said(&unread));
    // A pipeline may change into a folder, and a change may have put a submodule there.
    let inside = check(&work.join("shop"), "shop.tm", "git:main");
    assert!(inside.status.code() == Some(2) && said(&inside).contains("in a submodule"), "{}", said(&inside));
    let id = Command::new("git").args(["rev-parse", "main"]).current_dir(evil.path()).output().unwrap();
    let id = format!("git:{}", String::from_utf8_lossy(&id.stdout).trim());
    assert_eq!(check(&work.join("shop"), "shop.tm", &id).status.code(), Some(0));
}

/// More people may set tags than write to the main branch, and clones of pipelines hold tags without branches.
#[test]
fn tags_that_are_called_as_branches_judge_nothing() {
    let (dir, ci) = (repository(), tempfile::tempdir().unwrap());
    let (from, work) = (dir.path().display().to_string(), ci.path());
    let change = SAFE.replace("true }", "false }").replace("Moderate }", "VeryHigh }");
    git(dir.path(), &["checkout", "-q", "-b", "change"]);
    fs::write(dir.path().join("shop.tm"), change).unwrap();
    git(dir.path(), &["commit", "-q", "-a", "-m", "two"]);
    for tag in ["main", "origin/main", "remotes/origin/main", "refs/remotes/origin/main"] {
        git(dir.path(), &["tag", tag, "change"]);
    }
    git(work, &["init", "-q"]);
    git(work, &["remote", "add", "origin", &from]);
    git(work, &["fetch", "-q", "--tags", "origin", "+refs/heads/change:refs/remotes/origin/change"]);
    git(work, &["checkout", "-q", "--detach", "refs/remotes/origin/change"]);
    let check = |revision: &str| {
        let mut command = Command::new(dir.path().join("bin/tm"));
        command.args(["check", "shop.tm", "--against", &format!("git:{revision}")]).current_dir(work);
        command.env("HOME", work).output().unwrap()
    };
    for name in ["refs/remotes/origin/main", "remotes/origin/main", "origin/main"] {
        assert_eq!(check(name).status.code(), Some(2), "{name}: {}", said(&check(name)));
    }
    std::os::unix::fs::symlink(dir.path().join("bin"), work.join("bin")).unwrap();
    let action = script(work, "github/check.sh", &[("TM_PATH", "shop.tm"), ("TM_AGAINST", "main")]);
    assert_eq!(action.status.code(), Some(1), "{}", said(&action));
    assert!(said(&action).contains("appetite of the model"), "{}", said(&action));
    git(work, &["fetch", "-q", "--no-tags", "origin", "+refs/heads/main:refs/remotes/origin/main"]);
    assert_eq!(check("main").status.code(), Some(2), "{}", said(&check("main")));
    assert_eq!(check("refs/tags/main").status.code(), Some(0), "{}", said(&check("refs/tags/main")));
    git(work, &["tag", "v1"]);
    assert_eq!(check("v1~1").status.code(), Some(1), "{}", said(&check("v1~1")));
    assert_eq!(check("v1").status.code(), Some(0), "{}", said(&check("v1")));
}

/// A branch from before a policy is judged by the policy that holds in the target now.
#[test]
fn the_template_compares_with_the_head_of_the_target() {
    let dir = repository();
    let text = fs::read_to_string(root().join("integrations/gitlab/threat-model.gitlab-ci.yml")).unwrap();
    let body = text.split("    - |\n").nth(1).unwrap().split("  artifacts:").next().unwrap();
    let body: Vec<&str> = body.lines().map(|line| line.trim_start()).collect();
    fs::write(dir.path().join("bin/template"), format!("set -e\n{}\n", body.join("\n"))).unwrap();
    git(dir.path(), &["branch", "old"]);
    let policy = "policy Safe \"Safe\" { require p: process when p.input_validation }\n";
    fs::write(dir.path().join("shop.tm"), format!("{SAFE}{policy}")).unwrap();
    git(dir.path(), &["commit", "-q", "-a", "-m", "two"]);
    let branch = tempfile::tempdir().unwrap();
    let from = dir.path().display().to_string();
    git(branch.path(), &["clone", "-q", "--branch", "old", &from, "work"]);
    let work = branch.path().join("work");
    fs::create_dir_all(work.join("bin")).unwrap();
    for name in ["tm", "template"] {
        std::os::unix::fs::symlink(dir.path().join("bin").join(name), work.join("bin").join(name)).unwrap();
    }
    let run = |more: &[(&str, &str)]| {
        let path = format!("{}:{}", work.join("bin").display(), std::env::var("PATH").unwrap());
        let mut command = Command::new("sh");
        command.arg("bin/template").current_dir(&work).env("PATH", path).env("HOME", branch.path());
        let own = [("TM_PATH", "shop.tm"), ("TM_ARGUMENTS", "--gate")];
        command.envs(own).envs(more.iter().copied()).output().unwrap()
    };
    assert_eq!(run(&[]).status.code(), Some(0), "{}", said(&run(&[])));
    let base = ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "HEAD");
    let fails = run(&[base, ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main")]);
    assert_eq!(fails.status.code(), Some(1), "{}", said(&fails));
    assert!(said(&fails).contains("policy Safe: removed"), "{}", said(&fails));
    git(&work, &["merge", "-q", "refs/remotes/origin/main"]);
    let merged = run(&[("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "refs/remotes/origin/main")]);
    assert_eq!(merged.status.code(), Some(0), "{}", said(&merged));
}

/// Variables of the script that its action does not set would stay empty for ever.
#[test]
fn the_action_sets_what_its_script_reads() {
    let names = |text: String| -> BTreeSet<String> {
        let words = text.split(|c: char| !(c.is_ascii_uppercase() || c == '_')).map(str::to_owned);
        words.filter(|word| word.starts_with("TM_") && word.len() > 3).collect()
    };
    let read = |name: &str| names(fs::read_to_string(root().join(name)).unwrap());
    assert_eq!(read("action.yml"), read("integrations/github/check.sh"));
}

/// A clone may hold a configuration that somebody else wrote.
#[test]
fn a_repository_makes_tm_run_and_change_nothing() {
    let dir = repository();
    let evil = dir.path().join("evil");
    let run = format!("touch {}", evil.display());
    let settings = [
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.hooksPath",
        "core.alternateRefsCommand",
        "diff.external",
        "filter.x.smudge",
        "filter.x.clean",
        "diff.x.textconv",
        "alias.rev-parse",
        "alias.cat-file",
        "pager.ls-tree",
        "uploadpack.packObjectsHook",
    ];
    for name in settings {
        let value = if name.starts_with("alias") { format!("!{run}") } else { run.clone() };
        git(dir.path(), &["config", name, value.as_str()]);
    }
    fs::write(dir.path().join(".git/info/attributes"), "*.tm filter=x diff=x\n").unwrap();
    fs::write(dir.path().join("shop.tm"), SAFE.replace("true }", "false }")).unwrap();
    let state = |dir: &Path| {
        let read = |name: &str| fs::read(dir.join(".git").join(name)).unwrap_or_default();
        (read("index"), read("HEAD"), read("refs/heads/main"), fs::read(dir.join("shop.tm")).unwrap())
    };
    let before = state(dir.path());
    for line in ["diff git:HEAD shop.tm", "check shop.tm --against git:main", "diff git:HEAD:shop.tm git:main:shop.tm"]
    {
        let output =
            Command::new(env!("CARGO_BIN_EXE_tm-case")).args(line.split(' ')).current_dir(dir.path()).output().unwrap();
        assert!(output.status.code().is_some_and(|code| code < 2), "{line}: {}", said(&output));
        assert!(!evil.exists(), "{line}");
    }
    assert_eq!(before, state(dir.path()));
}

#[test]
fn without_git_or_a_repository_the_reason_is_told() {
    let dir = repository();
    let none = tempfile::tempdir().unwrap();
    fs::write(none.path().join("shop.tm"), SAFE).unwrap();
    let run = |folder: &Path, path: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tm-case"));
        command.args(["diff", "git:HEAD", "shop.tm"]).current_dir(folder).env("PATH", path);
        command.env("GIT_CEILING_DIRECTORIES", "/").output().unwrap()
    };
    let missing = run(dir.path(), &none.path().display().to_string());
    assert_eq!((missing.status.code(), said(&missing).contains("`git` is not installed")), (Some(2), true));
    let outside = run(none.path(), &std::env::var("PATH").unwrap());
    assert_eq!(outside.status.code(), Some(2));
    assert!(said(&outside).contains("not a git repository"), "{}", said(&outside));
}

/// A release is built once, installed from where it lies, and refused where a byte of it changed.
#[cfg(target_os = "linux")]
#[test]
fn a_release_is_checked_before_it_is_installed() {
    let dir = tempfile::tempdir().unwrap();
    let (dist, bin) = (dir.path().join("dist"), dir.path().join("bin"));
    let folder = root().join("integrations/release");
    // A stand-in: binaries of tests are many times as large as those of releases.
    let binary = dir.path().join("tm");
    fs::write(&binary, format!("#!/bin/sh\necho tm {}\n", env!("CARGO_PKG_VERSION"))).unwrap();
    let build = || {
        let mut command = Command::new("bash");
        command.arg(folder.join("build")).arg(&dist).env("TM_BINARY", &binary);
        command.env("SOURCE_DATE_EPOCH", "1").env("CARGO_NET_OFFLINE", "true").output().unwrap()
    };
    let built = build();
    assert!(built.status.success(), "{}", said(&built));
    let archive = PathBuf::from(String::from_utf8(built.stdout).unwrap().trim());
    let sums = fs::read(dist.join("SHA256SUMS")).unwrap();
    assert!(build().status.success());
    assert_eq!(sums, fs::read(dist.join("SHA256SUMS")).unwrap(), "the same again");

    let list = fs::read(
        archive.with_file_name(archive.file_name().unwrap().to_str().unwrap().replace(".tar.gz", ".cdx.json")),
    );
    let list: serde_json::Value = serde_json::from_slice(&list.unwrap()).unwrap();
    assert_eq!((list["bomFormat"].as_str(), list["specVersion"].as_str()), (Some("CycloneDX"), Some("1.5")));
    let parts = list["components"].as_array().unwrap();
    let names: BTreeSet<&str> = parts.iter().map(|part| part["name"].as_str().unwrap()).collect();
    assert!(parts.len() > 100 && names.contains("tm-compiler") && names.contains("rustls"), "{}", parts.len());
    assert!(!names.contains("insta") && !names.contains("lalrpop"), "what only builds and tests need is not in it");
    assert!(parts.iter().all(|part| part["licenses"][0]["expression"].is_string() && part["purl"].is_string()));
    let references: BTreeSet<&str> = parts.iter().map(|part| part["bom-ref"].as_str().unwrap()).collect();
    assert_eq!(references.len(), parts.len());

    let install = || {
        let mut command = Command::new("sh");
        command.arg(folder.join("install.sh")).env("TM_VERSION", env!("CARGO_PKG_VERSION"));
        command.env("TM_FROM", &dist).env("TM_TO", &bin).output().unwrap()
    };
    let installed = install();
    assert!(installed.status.success(), "{}", said(&installed));
    let version = Command::new(bin.join("tm")).arg("--version").output().unwrap();
    assert!(said(&version).contains(env!("CARGO_PKG_VERSION")));
    fs::remove_file(bin.join("tm")).unwrap();
    let mut bytes = fs::read(&archive).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&archive, bytes).unwrap();
    let refused = install();
    assert!(!refused.status.success() && said(&refused).contains("nothing was installed"), "{}", said(&refused));
    assert!(!bin.join("tm").exists());
}

/// The story of a month, told by the commands themselves; `INSTA_UPDATE=always` writes it anew.
#[test]
fn a_month_in_the_life_of_a_model() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("bin")).unwrap();
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_tm-case"), dir.path().join("bin/tm")).unwrap();
    let path = format!("{}:{}", dir.path().join("bin").display(), std::env::var("PATH").unwrap());
    let mut command = Command::new("bash");
    command.arg(root().join("integrations/month/play")).arg(dir.path().join("play"));
    let played = command.env("PATH", path).env_remove("COLUMNS").output().unwrap();
    assert!(played.status.success(), "{}", said(&played));
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/cases/month"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("month", String::from_utf8(played.stdout).unwrap()));
}
