//! Data-flow diagrams: a layout engine behind a trait, and painters of our own.
//!
//! [`render_svg`] is the way in: plain data to an SVG picture, never failing.
//! `render_png` turns the picture into pixels with embedded fonts.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking"))]

#[cfg(feature = "elk")]
pub mod elk;
pub mod fallback;
pub mod geometry;
pub mod layout;
mod model;
#[cfg(feature = "png")]
mod png;
pub mod scene;
mod svg;
#[cfg(test)]
mod tests;
mod text;
mod xml;

pub use layout::Engine;
pub use model::{Boundary, Diagram, Direction, End, Flow, Icon, LegendEntry, LegendKey, Node, Shape, Tone};
#[cfg(feature = "png")]
pub use png::{LONGEST_SIDE, MOST_PIXELS, Png, PngError, render_png};
pub use svg::style::Theme;

/// A picture, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The picture.
    pub svg: String,
    /// The engine that placed it, which need not be the one asked for.
    pub engine_used: Engine,
    /// What the reader should know: a fallback, or parts that were left out.
    pub note: Option<String>,
}

/// Draws `diagram` for light and dark viewers.
pub fn render_svg(diagram: &Diagram, engine: Engine) -> Rendered {
    render_themed(diagram, engine, Theme::Auto)
}

/// Draws `diagram` in given colours.
pub fn render_themed(diagram: &Diagram, engine: Engine, theme: Theme) -> Rendered {
    let scene = scene::Scene::new(diagram);
    let (placed, engine_used, failure) = layout::place(&scene, engine);
    let mut notes = scene.notes.clone();
    if let Some(why) = failure {
        notes.insert(0, format!("{why}; drawn as a list instead"));
    }
    Rendered {
        svg: svg::paint(&scene, &placed, theme),
        engine_used,
        note: (!notes.is_empty()).then(|| notes.join("; ")),
    }
}
