//! The live preview: a picture of the model, and where each thing in it is declared.

use crate::snapshot::{Location, Snapshot};
use std::collections::BTreeSet;
use tm_compiler::compose::Extent;
use tm_compiler::document::Document;

/// A picture that the program around the server has drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its name.
    pub view: String,
    /// The names of all pictures of the model.
    pub views: Vec<String>,
    /// The drawing; what stands for an element has its id as `data-id`.
    pub svg: String,
}

/// A picture with the declarations behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The picture.
    pub picture: Picture,
    /// The id of each thing in the picture, and its declaration.
    pub places: Vec<(String, Location)>,
}

/// The preview of a package, unless there is nothing to draw.
pub fn preview(at: &Snapshot, draw: impl FnOnce(&Document) -> Option<Picture>) -> Option<Preview> {
    let document = at.analysis().document_of(Extent { elements: true, ..Extent::listing(usize::MAX) });
    let picture = draw(&document)?;
    let drawn = ids(&picture.svg);
    let model = at.model();
    let shown = model.elements.iter().map(|(id, element)| (model.roster.id_of(id), element));
    let shown = shown.filter(|(id, _)| drawn.contains(*id));
    let places = shown.map(|(id, element)| (id.to_owned(), at.location(element.whole))).collect();
    Some(Preview { picture, places })
}

fn ids(svg: &str) -> BTreeSet<String> {
    let marks = svg.split(" data-id=\"").skip(1);
    marks.filter_map(|rest| rest.split('"').next()).map(plain).collect()
}

/// Ids are names and arrows; of what XML escapes they can have only `>`.
fn plain(escaped: &str) -> String {
    escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
