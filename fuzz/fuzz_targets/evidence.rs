//! Readers of what scanners and tests report, on any bytes: they end, and say what they skipped.
//!
//! `cargo +nightly fuzz run evidence`; the same runs as tests of `pipeline/src/evidence`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let scans = tm_pipeline::evidence::read("f", bytes);
    assert!(!scans.is_empty());
});
