//! Choosing a layout: engines behind one trait, and the one that never fails.

use std::fmt;

use crate::fallback::List;
use crate::geometry::Placed;
use crate::scene::Scene;

/// Gives every box a place and every flow a line.
pub trait Layout {
    /// Places what `scene` shows, or says why it cannot.
    fn layout(&self, scene: &Scene) -> Result<Placed, LayoutError>;
}

/// The engines a caller can ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// Layers with orthogonal lines. Falls back to [`Engine::List`] when it fails
    /// or is not built in.
    #[default]
    Elk,
    /// One column, every flow in a lane of its own.
    List,
}

impl Engine {
    /// Name for messages.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Elk => "elk",
            Engine::List => "list",
        }
    }
}

/// Why an engine gave no layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LayoutError {
    /// This build does not contain the engine.
    NotBuiltIn,
    /// More boxes and flows than the engine is given.
    TooLarge(usize),
    /// Boundaries nested deeper than the engine is given.
    TooDeep(usize),
    /// The engine failed; its words.
    Failed(String),
    /// The engine did not finish in time.
    TimedOut,
}

impl fmt::Display for LayoutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LayoutError::NotBuiltIn => write!(f, "this build has no layered layout"),
            LayoutError::TooLarge(count) => {
                write!(f, "{count} boxes and flows are too many for the layered layout")
            }
            LayoutError::TooDeep(depth) => {
                write!(f, "boundaries {depth} deep are too many for the layered layout")
            }
            LayoutError::Failed(why) => write!(f, "the layered layout failed: {why}"),
            LayoutError::TimedOut => write!(f, "the layered layout took too long"),
        }
    }
}

impl std::error::Error for LayoutError {}

/// Places the scene with the engine asked for, or with the list when that fails.
pub fn place(scene: &Scene, engine: Engine) -> (Placed, Engine, Option<LayoutError>) {
    let tried = match engine {
        Engine::Elk => layered(scene),
        Engine::List => Ok(List.place(scene)),
    };
    match tried {
        Ok(placed) => (placed, engine, None),
        Err(why) => (List.place(scene), Engine::List, Some(why)),
    }
}

#[cfg(feature = "elk")]
fn layered(scene: &Scene) -> Result<Placed, LayoutError> {
    crate::elk::Elk.layout(scene)
}

#[cfg(not(feature = "elk"))]
fn layered(_: &Scene) -> Result<Placed, LayoutError> {
    Err(LayoutError::NotBuiltIn)
}
