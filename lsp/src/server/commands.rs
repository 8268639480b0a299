//! Commands that the client has the server carry out.

use super::Backend;
use super::sight::Sight;
use crate::buffers::Overlay;
use crate::features::run::{Ended, run};
use serde_json::{Value, json};
use std::sync::Arc;
use tower_lsp_server::jsonrpc::{Error, Result};
use tower_lsp_server::ls_types as lsp;

/// Runs a test: the address of its file, its name.
pub const RUN_TEST: &str = "tm.runTest";

impl Backend {
    /// Carries out a command; what came of it is answered, and shown to the user.
    pub(super) async fn execute(&self, params: lsp::ExecuteCommandParams) -> Result<Option<Value>> {
        let text = |at: usize| params.arguments.get(at).and_then(Value::as_str);
        let uri = text(0).and_then(|uri| uri.parse::<lsp::Uri>().ok());
        let (Some(uri), Some(name), RUN_TEST) = (uri, text(1).map(str::to_owned), params.command.as_str()) else {
            return Err(Error::invalid_params("`tm.runTest` takes the address of a file and the name of a test"));
        };
        let host = Arc::clone(&self.host);
        let work = move |sight: &Sight| {
            let below = host.world();
            let world = Overlay { below: &*below, buffers: &sight.buffers, entry: sight.at().entry.clone() };
            run(&world, &sight.path, &name)
        };
        let Some(ended) = self.see(&uri, work).await?.flatten() else {
            return Err(Error::invalid_params("there is no such test"));
        };
        self.show(&ended);
        Ok(Some(json!({ "passed": ended.passed, "message": ended.text })))
    }

    /// Nothing waits until the user has seen it.
    fn show(&self, ended: &Ended) {
        let kind = if ended.passed { lsp::MessageType::INFO } else { lsp::MessageType::ERROR };
        let (client, text) = (self.client.clone(), ended.text.clone());
        tokio::spawn(async move { client.show_message(kind, text).await });
    }
}
