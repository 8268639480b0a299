//! Diagnostics sent to clients that do not ask for them.

use super::handlers::digest;
use super::sight::Sight;
use super::{Shared, preview};
use crate::owner::{Event, Seen};
use crate::snapshot::View;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tower_lsp_server::Client;
use tower_lsp_server::ls_types as lsp;

/// What goes to the client, in order.
pub enum Message {
    /// All that is said about a file.
    Diagnostics(lsp::Uri, Vec<lsp::Diagnostic>, Option<i32>),
    /// The client should ask again.
    Refresh,
    /// The picture of a file's package may have changed.
    Preview(lsp::Uri),
}

/// Sends messages one after the other. The channel keeps the order that tasks of their own would lose.
pub async fn deliver(client: Client, mut messages: UnboundedReceiver<Message>) {
    while let Some(message) = messages.recv().await {
        match message {
            Message::Diagnostics(uri, found, version) => client.publish_diagnostics(uri, found, version).await,
            Message::Preview(uri) => {
                client.send_notification::<preview::Changed>(serde_json::json!({ "uri": uri })).await;
            }
            Message::Refresh => {
                // Its answer says nothing; a client that is slow to give it must not hold up what comes next.
                let client = client.clone();
                tokio::spawn(async move { drop(client.workspace_diagnostic_refresh().await) });
            }
        }
    }
}

/// A channel for messages.
pub fn messages() -> (UnboundedSender<Message>, UnboundedReceiver<Message>) {
    unbounded_channel()
}

/// What was said last about the files of each package.
type Said = BTreeMap<String, BTreeMap<String, Vec<lsp::Diagnostic>>>;

/// What the owner calls when a package was studied or has gone.
pub fn publisher(shared: Arc<Shared>, out: UnboundedSender<Message>) -> Box<dyn Fn(Event<'_>) + Send> {
    let said: Mutex<Said> = Mutex::default();
    Box::new(move |event| {
        let settings = shared.settings();
        if let Event::Studied(snapshot, buffers) = event
            && settings.previews
            && let Some(uri) = preview::face(snapshot, buffers).and_then(|path| shared.names().uri(&path))
        {
            let _ = out.send(Message::Preview(uri));
        }
        if settings.pull {
            if settings.refresh {
                let _ = out.send(Message::Refresh);
            }
            return;
        }
        let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
        match event {
            Event::Gone(entry) => {
                for path in said.remove(entry).unwrap_or_default().into_keys() {
                    send(&shared, &out, &path, Vec::new(), None);
                }
            }
            Event::Studied(snapshot, buffers) => {
                let known = said.entry(snapshot.entry.clone()).or_default();
                let seen = Seen { view: Some(View::of(Arc::clone(snapshot))), buffers: Arc::clone(buffers) };
                let Some(sight) = Sight::new(seen, String::new(), settings.encoding, shared.names()) else {
                    return;
                };
                let mut now = BTreeMap::new();
                for path in own_files(&sight) {
                    let found = sight.diagnostics(&path, settings.threats);
                    let version = buffers.get(&path).map(|buffer| buffer.version);
                    let news =
                        version.is_some() || known.get(&path).map_or(!found.is_empty(), |before| *before != found);
                    if news {
                        send(&shared, &out, &path, found.clone(), version);
                    }
                    now.insert(path, found);
                }
                for path in known.keys().filter(|path| !now.contains_key(*path)) {
                    send(&shared, &out, path, Vec::new(), None);
                }
                *known = now;
            }
        }
    })
}

/// The files of the package that was studied, its manifest too; not those of packages that it uses.
pub fn own_files(sight: &Sight) -> Vec<String> {
    let at = sight.at();
    let packages = &at.study.packages;
    let root = packages.root();
    let others: Vec<_> =
        packages.iter().filter(|(id, _)| *id != root).flat_map(|(_, package)| &package.files).collect();
    let all = at.analysis().sources.iter();
    let own = all.filter(|(id, file)| !others.contains(&id) && !file.embedded);
    own.map(|(_, file)| file.path.clone()).filter(|path| !path.is_empty()).collect()
}

fn send(
    shared: &Shared,
    out: &UnboundedSender<Message>,
    path: &str,
    found: Vec<lsp::Diagnostic>,
    version: Option<i32>,
) {
    if let Some(uri) = shared.names().uri(path) {
        let _ = out.send(Message::Diagnostics(uri, found, version));
    }
}

/// What is said about the files of all packages, shortened where the client knows it already.
pub fn workspace(
    sight: &Sight,
    threats: crate::features::diagnostics::Threats,
    known: &[(lsp::Uri, String)],
) -> Vec<lsp::WorkspaceDocumentDiagnosticReport> {
    let mut items = Vec::new();
    for snapshot in sight.view.snapshots() {
        let seen = Seen { view: Some(View::of(Arc::clone(snapshot))), buffers: Arc::clone(&sight.buffers) };
        let Some(inner) = Sight::new(seen, String::new(), sight.encoding, Arc::clone(&sight.names)) else {
            continue;
        };
        for path in own_files(&inner) {
            let Some(uri) = sight.names.uri(&path) else { continue };
            let found = inner.diagnostics(&path, threats);
            let version = sight.buffers.get(&path).map(|buffer| i64::from(buffer.version));
            items.push(report(uri, found, version, known));
        }
    }
    items
}

fn report(
    uri: lsp::Uri,
    found: Vec<lsp::Diagnostic>,
    version: Option<i64>,
    known: &[(lsp::Uri, String)],
) -> lsp::WorkspaceDocumentDiagnosticReport {
    let id = digest(&found);
    if known.iter().any(|(before, value)| *before == uri && *value == id) {
        let unchanged = lsp::UnchangedDocumentDiagnosticReport { result_id: id };
        return lsp::WorkspaceDocumentDiagnosticReport::Unchanged(lsp::WorkspaceUnchangedDocumentDiagnosticReport {
            uri,
            version,
            unchanged_document_diagnostic_report: unchanged,
        });
    }
    let full = lsp::FullDocumentDiagnosticReport { result_id: Some(id), items: found };
    lsp::WorkspaceDocumentDiagnosticReport::Full(lsp::WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: full,
    })
}
