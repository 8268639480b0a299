//! What an editor can ask, one file each. Everything here takes a snapshot and bytes, and returns plain data.

pub mod actions;
pub mod calls;
pub mod capture;
pub mod completion;
pub mod definition;
pub mod diagnostics;
pub mod folding;
pub mod format;
pub mod hover;
pub mod inlay;
pub mod lens;
pub mod linked;
pub mod links;
pub mod manifest;
pub mod packages;
pub mod preview;
pub mod references;
pub mod rename;
pub mod run;
pub mod selection;
pub mod signature;
pub mod symbols;
pub mod tokens;
pub mod types;
pub mod unused;
mod words;
