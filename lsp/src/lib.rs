//! The language server of tm.
//!
//! ```text
//! client ──server──▶ owner (buffers, in strict order) ──study──▶ Snapshot ──features──▶ plain data ──server──▶ client
//! ```
//! Features take a [`View`] and a place, and return plain data; each stands in a file of its own. Only `server`
//! knows the protocol, only `position` converts positions. One thread owns the state: changes reach it in the
//! order in which they came, requests see a snapshot that nothing changes any more.

#![cfg_attr(test, allow(clippy::expect_used, reason = "a test fails by panicking"))]

pub mod buffers;
pub mod describe;
pub mod disk;
pub mod features;
pub mod insert;
pub mod owner;
pub mod position;
pub mod server;
pub mod snapshot;
pub mod syntax;

pub use features::preview::Picture;
pub use owner::Host;
pub use server::serve;
pub use snapshot::{Location, Snapshot, View};
