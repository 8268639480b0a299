//! The licences of everything that tm is built from: only those that let anybody use, change and ship it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use std::process::Command;

/// A package passes when one way to read its licence consists of these alone.
/// None of them asks more of who ships tm than to keep notices.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn all_dependencies_have_a_licence_that_we_allow() {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 20, "cargo lists the packages");
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| !allowed(package["license"].as_str().unwrap_or_default()))
        .map(|package| {
            let text = |key: &str| package[key].as_str().unwrap_or("none stated").to_owned();
            format!("{} {}: {}", text("name"), text("version"), text("license"))
        })
        .collect();
    assert!(refused.is_empty(), "licences that are not on the list in this file:\n{}", refused.join("\n"));
}

/// What cargo knows of the packages of this machine's platform. The tests were built from them, so no network is needed.
fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(["--filter-platform", &host()])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo metadata: {said}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn host() -> String {
    let output = Command::new(env!("CARGO")).arg("-vV").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.unwrap().to_owned()
}

/// Licences are joined by `AND` and `OR` (in old packages `/`); `OR` binds loosest, and of a bracket all must be allowed.
fn allowed(licence: &str) -> bool {
    match licence.split_once(')') {
        Some((inner, rest)) => {
            let inner = inner.trim_start().strip_prefix('(');
            let rest = rest.trim().strip_prefix("AND");
            inner.is_some_and(allowed) && rest.is_some_and(allowed)
        }
        None => licence
            .replace('/', " OR ")
            .split(" OR ")
            .any(|way| way.split(" AND ").all(|one| ALLOWED.contains(&one.trim()))),
    }
}

#[test]
fn expressions_are_read_as_they_are_meant() {
    for good in ["MIT", "Apache-2.0/MIT", "GPL-3.0 OR MIT", "(MIT OR GPL-3.0) AND Unicode-3.0"] {
        assert!(allowed(good), "{good}");
    }
    for bad in [
        "",
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(MIT OR Zlib) AND GPL-3.0",
        "(GPL-3.0) AND MIT",
        "(MIT) OR GPL-3.0 AND MIT)",
    ] {
        assert!(!allowed(bad), "{bad}");
    }
}
