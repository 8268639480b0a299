//! Policies that want too much. A process of its own: the limit of memory is one for all of its threads.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Duration;
use tm_pipeline::policy::{Limits, Policies};

fn said(text: &str, limits: Limits) -> String {
    let policies = Policies::read(vec![("a.rego".into(), text.into())], limits).unwrap();
    policies.judge("{}").unwrap_err().to_string()
}

#[test]
fn time_and_memory_are_bounded() {
    let pairs = "package p\ndeny contains \"x\" if { some i in numbers.range(1, 3000); some j in numbers.range(1, 3000); i + j == 0 }\n";
    let time = Duration::from_millis(500);
    assert_eq!(said(pairs, Limits { time, ..Limits::default() }), "the policies take longer than 0.5 s");
    let many = "package p\nn := numbers.range(1, 3000)\ndeny contains \"x\" if { count([k | some i in n; some j in n; k := [i, j, i, j]]) == 0 }\n";
    // On a busy machine the memory fills slowly: the time must not run out first.
    let (memory, time) = (64 << 20, Duration::from_secs(600));
    assert_eq!(said(many, Limits { memory, time }), "model and policies take more than 64 MiB of memory");
}
