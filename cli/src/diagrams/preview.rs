//! The picture that an editor shows beside the text.

use super::map::Map;
use super::plan;
use tm_compiler::document::Document;
use tm_diagram::Direction;
use tm_lsp::Picture;

/// Draws a picture by its name, or the first; nothing of a model without elements.
pub fn preview(document: &Document, view: Option<&str>) -> Option<Picture> {
    if document.elements.is_empty() {
        return None;
    }
    let map = Map::new(document);
    let planned = view.and_then(|name| plan::named(&map, name)).unwrap_or_else(|| plan::first(&map));
    let svg = planned.render(&map, Direction::Down).svg;
    Some(Picture { view: planned.name, views: plan::names(&map), svg })
}
