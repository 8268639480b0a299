//! The model in a browser: its picture and its report, as they are now.
//!
//! ```text
//! changes ──▶ live (studies) ──watch──▶ http ──gate──▶ state · source · report · events ──▶ page
//! ```
//! Only this machine is answered, and only pages that this server itself has sent get anything.

mod gate;
mod http;
mod live;
mod state;

pub use http::{Site, run};
pub use live::{Shown, start};
