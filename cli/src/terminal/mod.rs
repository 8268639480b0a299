//! What people read on a terminal: colours, columns, diagnostics, threats, questions, proofs.

pub mod catalog;
pub mod compliance;
pub mod diagnostics;
pub mod diff;
pub mod drift;
pub mod evidence;
pub mod explanation;
pub mod markdown;
pub mod part;
pub mod questions;
pub mod reference;
pub mod style;
pub mod summary;
pub mod text;
pub mod threats;
