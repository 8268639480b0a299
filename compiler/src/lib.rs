//! The tm compiler: from `.tm` sources to threats, risks and documents.
//!
//! ```text
//! sources ──package──▶ files ──lower──▶ declarations ──library──▶ types, rules ──model──▶ elements
//!    elements + rules ──derive──▶ threats ──assess──▶ risks, decisions, statuses ──document──▶ JSON ──emit──▶ reports
//! ```
//! No input or output happens here: a [`world::World`] supplies sources, the standard library and today's date.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking"))]

mod again;
pub mod analysis;
pub mod assess;
pub mod builtins;
pub mod catalog;
pub mod check;
pub mod codes;
pub mod compose;
pub mod decl;
pub mod derive;
pub mod diagnostic;
pub mod document;
pub mod drift;
pub mod emit;
pub mod evaluate;
pub mod evidence;
pub mod explain;
pub mod fixes;
pub mod goals;
pub mod handbook;
pub mod icons;
pub mod ids;
pub mod library;
pub mod lower;
pub mod model;
pub mod package;
pub mod questions;
pub mod references;
pub mod roster;
pub mod source;
pub mod study;
pub mod value;
pub mod verify;
pub mod views;
pub mod world;

pub use analysis::{Analysis, Outcome, analyse, outcome};
pub use verify::{TestReport, TestResult, run_tests};
