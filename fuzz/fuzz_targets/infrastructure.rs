//! Readers of plans, manifests and templates on any bytes: they end, and say what they skipped.
//!
//! `cargo +nightly fuzz run infrastructure`; the same runs as a test in `tests/tests/drift.rs`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tm_compiler::drift::{Format, Infrastructure};

fuzz_target!(|bytes: &[u8]| {
    for format in [Format::Terraform, Format::Compose, Format::Kubernetes, Format::Cloudformation] {
        let mut infrastructure = Infrastructure::default();
        tm_pipeline::infrastructure::read(format, "f", bytes, &mut infrastructure);
        assert_eq!(infrastructure.files.len(), 1);
    }
});
