//! Policies in Rego, read from disk and held against documents.

use crate::bounds;
use crate::evidence;
use crate::exit::Failure;
use crate::guard::within;
use crate::terminal::text::clean;
use crate::world::slashes;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tm_compiler::document::Document;
use tm_pipeline::policy::{BadPolicy, Limits, Policies, hold};

/// Files larger than this are no policies.
const LARGEST: u64 = 1 << 20;

/// Reading policies, or asking them about one model, may take so long.
const PATIENCE: Duration = Duration::from_secs(15);

/// Reads policies: files, and the `.rego` files right in folders but for their tests. None where there is no path.
///
/// # Errors
/// Where one cannot be read, or is wrong.
pub fn read(paths: &[PathBuf]) -> Result<Option<Arc<Policies>>, Failure> {
    if paths.is_empty() {
        return Ok(None);
    }
    let mut sources = Vec::new();
    for path in paths {
        for file in files(path)? {
            sources.push((slashes(&file), text(&file)?));
        }
    }
    asked(move || Policies::read(sources, Limits::default())).map(|policies| Some(Arc::new(policies)))
}

/// What policies say of a document; it becomes part of it.
///
/// # Errors
/// Where a policy fails.
pub fn judge(policies: &Arc<Policies>, document: &mut Document) -> Result<(), Failure> {
    let input = serde_json::to_string(document).map_err(|error| Failure::new(format!("cannot write JSON: {error}")))?;
    let policies = Arc::clone(policies);
    let said = asked(move || policies.judge(&input))?;
    for line in &said.prints {
        eprintln!("{}", clean(line));
    }
    hold(said.findings, document);
    Ok(())
}

/// The engine looks at the clock while it evaluates, but not while it reads, and a few dozen brackets are enough to keep
/// its parser busy for ever.
fn asked<T: Send + 'static>(work: impl FnOnce() -> Result<T, BadPolicy> + Send + 'static) -> Result<T, Failure> {
    within(PATIENCE, "reading and asking the policies", move || work().map_err(|bad| mistake(&bad)))
}

fn mistake(bad: &BadPolicy) -> Failure {
    Failure::new(format!("a policy is wrong: {bad}"))
}

fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = evidence::files(path)?;
    if path.is_dir() {
        let name = |file: &Path| file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        found.retain(|file| name(file).ends_with(".rego") && !name(file).ends_with("_test.rego"));
    }
    if found.is_empty() {
        return Err(Failure::new(format!("there is no `.rego` file in `{}`", path.display())));
    }
    Ok(found)
}

fn text(file: &Path) -> Result<String, Failure> {
    bounds::check(file)?;
    String::from_utf8(evidence::bytes(file, LARGEST)?)
        .map_err(|_| Failure::new(format!("the policy `{}` is not UTF-8 text", file.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policies_that_take_for_ever_are_left_alone() {
        let nested = format!("package p\nx := {}1{}\n", "[".repeat(30), "]".repeat(30));
        let read =
            move || Policies::read(vec![("a.rego".into(), nested)], Limits::default()).map_err(|bad| mistake(&bad));
        let failed = within(Duration::from_secs(1), "reading", read);
        assert_eq!(failed.err().unwrap().message, "reading takes longer than 1 s");
        let broken = within(Duration::from_secs(60), "reading", || -> Result<(), Failure> { panic!("lost") });
        assert!(broken.unwrap_err().message.contains("broke down"));
    }
}
