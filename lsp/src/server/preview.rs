//! What goes beyond the protocol: the request for a picture, and the word that it may have changed.

use super::Backend;
use super::sight::Sight;
use crate::buffers::Buffers;
use crate::features::preview::{Preview, preview};
use crate::snapshot::Snapshot;
use serde_json::{Value, json};
use std::sync::Arc;
use tower_lsp_server::jsonrpc::{Error, Result};
use tower_lsp_server::ls_types as lsp;

/// The request for a picture: `{ textDocument: { uri }, view? }`.
pub const REQUEST: &str = "tm/preview";

/// Told after each analysis to clients that have asked for a picture.
pub enum Changed {}

impl lsp::notification::Notification for Changed {
    type Params = Value;
    const METHOD: &'static str = "tm/previewChanged";
}

impl Backend {
    /// The picture of the package that a file belongs to; nothing where there is nothing to draw.
    pub(super) async fn preview(&self, params: Value) -> Result<Option<Value>> {
        let named = params.pointer("/textDocument/uri").and_then(Value::as_str);
        let Some(uri) = named.and_then(|uri| uri.parse::<lsp::Uri>().ok()) else {
            return Err(Error::invalid_params("`textDocument.uri` is needed"));
        };
        let view = params.get("view").and_then(Value::as_str).map(str::to_owned);
        self.shared.set(|settings| settings.previews = true);
        let host = Arc::clone(&self.host);
        let asked = uri.clone();
        let work = move |sight: &Sight| {
            let found = preview(sight.at(), |document| host.picture(document, view.as_deref()))?;
            let missing = view.filter(|view| !found.picture.views.contains(view));
            Some(sight.preview(&asked, found, missing))
        };
        Ok(self.see(&uri, work).await?.flatten())
    }
}

impl Sight {
    fn preview(&self, uri: &lsp::Uri, found: Preview, missing: Option<String>) -> Value {
        let places = found.places.into_iter().filter_map(|(id, at)| {
            let at = self.location(&at)?;
            Some(json!({ "id": id, "uri": at.uri, "range": at.range }))
        });
        json!({
            "uri": uri,
            "version": self.buffers.get(&self.path).map(|buffer| buffer.version),
            "view": found.picture.view,
            "missing": missing,
            "views": found.picture.views,
            "svg": found.picture.svg,
            "map": places.collect::<Vec<Value>>(),
        })
    }
}

/// A file that stands for the package: one that is open, else its first.
pub fn face(snapshot: &Snapshot, buffers: &Buffers) -> Option<String> {
    let open = buffers.keys().find(|path| snapshot.file(path).is_some());
    let first = || snapshot.analysis().sources.iter().map(|(_, file)| file).find(|file| !file.embedded);
    open.cloned().or_else(|| first().map(|file| file.path.clone()))
}
