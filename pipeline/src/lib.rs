//! What pipelines do with threat models: gates, baselines, differences, and results in the formats of code hosts.
//!
//! Everything here is a function of documents (`tm_compiler::document`), without input or output:
//! ```text
//! document + baseline ──gate──▶ verdict        old document + new ──diff──▶ changes ──▶ text, JSON, Markdown
//! document ──sarif · github · gitlab · junit · badge──▶ text
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking"))]

pub mod baseline;
pub mod diff;
pub mod draft;
pub mod evidence;
pub mod gate;
pub mod governance;
pub mod infrastructure;
pub mod jira;
pub mod judged;
pub mod policy;
pub mod results;
pub mod sarif;
pub mod slack;

#[cfg(test)]
mod sample;
