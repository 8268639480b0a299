//! Threat instances to risks, statuses and decisions.

mod count;
mod decisions;
mod method;
mod threats;

pub use count::would_count;
pub use decisions::{Decision, DecisionKind};
pub use method::{Figure, Method};
pub use threats::{Assessed, CountedControl, Status, Threat, assess, days_between, residual_with};
