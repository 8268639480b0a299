//! The whole compiler on any bytes, beside the whole library: it ends, its places lie in the text, and its document is made.
//!
//! `cargo +nightly fuzz run analyse`; the same runs as tests in `tests/tests/damage.rs` and `tests/tests/hostile.rs`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tm_compiler::world::{EmbeddedFile, ReadError, World};

struct OneFile<'a>(&'a [u8]);

impl World for OneFile<'_> {
    fn entry(&self) -> String {
        "a.tm".into()
    }
    fn today(&self) -> jiff::civil::Date {
        jiff::civil::Date::constant(2026, 1, 1)
    }
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        if path == "a.tm" { Ok(self.0.to_vec()) } else { Err(ReadError::Missing) }
    }
    fn list(&self, _: &str) -> Result<Vec<String>, ReadError> {
        Err(ReadError::Missing)
    }
    fn is_folder(&self, _: &str) -> bool {
        false
    }
    fn embedded(&self, package: &str) -> Vec<EmbeddedFile> {
        let files = tm_stdlib::files(package).iter();
        files.map(|file| EmbeddedFile { path: file.path.into(), text: file.text.into() }).collect()
    }
    fn library_version(&self) -> String {
        tm_stdlib::VERSION.to_owned()
    }
    fn embedded_packages(&self) -> Vec<String> {
        tm_stdlib::packages().map(String::from).collect()
    }
}

fuzz_target!(|bytes: &[u8]| {
    let analysis = tm_compiler::analyse(&OneFile(bytes));
    for found in analysis.diagnostics() {
        let (span, sources) = (found.span(), analysis.sources());
        let file = sources.file(span.file);
        assert!(file.is_some_and(|file| file.text.get(span.start as usize..span.end as usize).is_some()), "{found:?}");
    }
    let document = analysis.document();
    assert!(document.threats.iter().all(|threat| !threat.id.is_empty()));
});
