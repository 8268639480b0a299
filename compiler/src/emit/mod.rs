//! Back ends: from the analysis document to text, through templates.
//!
//! A [`Templates`] holds what a caller supplies: the built-in templates and a user's own.
//! A [`Prepared`] holds one document with the lookups that templates need. Both are plain
//! values: nothing here reads files or the environment, and neither can a template.

mod context;
pub mod digest;
mod error;
pub mod escape;
mod filters;
mod gaps;
mod graph;
mod groups;
mod labels;
mod markdown;
mod matrix;
mod templates;
mod top;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use context::{Picture, Prepared};
pub use error::TemplateError;
pub use labels::Labels;
pub use templates::Templates;
