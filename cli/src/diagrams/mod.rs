//! From the document to pictures: what is shown, how large a model is cut up, which engine places it.

pub mod graphviz;
mod map;
mod picture;
pub mod plan;
mod preview;
mod scope;
mod told;

pub use map::Map;
pub use preview::preview;
pub use scope::Scope;
