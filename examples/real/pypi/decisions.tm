//! What is decided: nothing yet.
