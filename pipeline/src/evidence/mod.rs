//! Reads what scanners and tests wrote. Every reader is total: dirty input is taken as far as it goes, and what was
//! skipped is said. Readers say what each format states, and judge nothing: which checks ran over all that was scanned,
//! where one passed, what was found, and what was left out or suppressed.

pub(crate) mod bytes;
mod checkov;
pub(crate) mod collect;
mod images;
mod junit;
pub(crate) mod mend;
mod sarif;
mod semgrep;
pub(crate) mod tree;
mod twice;
mod vex;
mod vulnerabilities;

use collect::Collector;
use serde_json::Value;
use tm_compiler::evidence::Scan;
use tree::text;

/// The largest file that is read.
pub const LARGEST: u64 = 256 << 20;

/// Reads a file of any known format.
pub fn read(file: &str, bytes: &[u8]) -> Vec<Scan> {
    let mut collector = Collector::new(file);
    let content = bytes::text(bytes, &mut collector);
    let start = begun(content.trim_start(), &mut collector);
    match start.chars().next() {
        None => collector.skip("the file is empty"),
        Some('<') => junit::read(start, &mut collector),
        Some('{' | '[') => json(start, &mut collector),
        Some(_) => collector.skip("it is neither JSON nor XML"),
    }
    collector.finish()
}

/// The text from where a document begins: some tools, and shells that join their outputs, write lines of a log first.
fn begun<'t>(text: &'t str, collector: &mut Collector) -> &'t str {
    const LINES: usize = 1_000;
    let begins = |line: &str| match line.strip_prefix('[') {
        Some(rest) => rest.trim_start().is_empty() || rest.trim_start().starts_with(['{', '[', ']', '"']),
        None => line.starts_with(['{', '<']),
    };
    if text.is_empty() || text.starts_with('<') || begins(text) {
        return text;
    }
    let mut at = 0;
    for line in text.split_inclusive('\n').take(LINES) {
        if begins(line.trim_end()) {
            collector.skip("lines before the document");
            return &text[at..];
        }
        at += line.len();
    }
    text
}

fn json(text: &str, collector: &mut Collector) {
    let Some(value) = mend::parse(text, collector) else {
        return;
    };
    match reader(&value) {
        Some(reader) => reader(&value, collector),
        None => collector.skip("it is JSON of no format that is known"),
    }
}

type Reader = fn(&Value, &mut Collector);

/// The reader of a document, by what only its format has.
fn reader(value: &Value) -> Option<Reader> {
    let has = |key: &str| value.get(key).is_some();
    if has("runs") {
        return Some(sarif::read);
    }
    if has("check_type") || checkov::is_list(value) {
        return Some(checkov::read);
    }
    if semgrep::is_report(value) {
        return Some(semgrep::read);
    }
    if has("ArtifactName") || has("ClusterName") {
        return Some(vulnerabilities::trivy);
    }
    if has("matches") {
        return Some(vulnerabilities::grype);
    }
    if text(value, &["bomFormat"]) == "CycloneDX" {
        return Some(vex::cyclonedx);
    }
    if has("statements") {
        return Some(vex::openvex);
    }
    (has("vulnerabilities") && (has("scan") || has("version"))).then_some(vulnerabilities::gitlab)
}

#[cfg(test)]
mod tests;
