//! Diagnostics: sent to clients that do not ask for them; for those that ask worded once for each study, and clients are
//! told to ask again only where they cannot know it.

use super::sight::Sight;
use super::{Shared, preview};
use crate::buffers::Buffers;
use crate::features::diagnostics::Threats;
use crate::owner::Event;
use crate::snapshot::Snapshot;
use std::collections::BTreeMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::sync::{Arc, OnceLock, PoisonError};
use std::time::Duration;
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

/// What a client can be told to ask for again, besides diagnostics.
#[derive(Clone, Copy, Debug, Default)]
pub struct Again {
    /// Lines above declarations.
    pub lenses: bool,
    /// Hints within lines.
    pub hints: bool,
    /// The colours of names.
    pub colours: bool,
}

/// So long texts that nobody changes may show what was true before: clients ask for all that is in sight.
const PAUSE: Duration = Duration::from_millis(250);

/// Has the client look again at texts that are open and that nobody has changed. What happens meanwhile is told once.
pub async fn look_again(client: Client, shared: Arc<Shared>) {
    loop {
        shared.elsewhere.notified().await;
        let again = shared.settings().again;
        if again.lenses {
            drop(client.code_lens_refresh().await);
        }
        if again.hints {
            drop(client.inlay_hint_refresh().await);
        }
        if again.colours {
            drop(client.semantic_tokens_refresh().await);
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// A channel for messages.
pub fn messages() -> (UnboundedSender<Message>, UnboundedReceiver<Message>) {
    unbounded_channel()
}

/// What is said about the files of a package.
pub struct Told {
    snapshot: Arc<Snapshot>,
    threats: Threats,
    files: BTreeMap<String, Report>,
}

/// What is said about a file.
#[derive(Default)]
pub struct Report {
    /// The state of the text that it is about, where it is open.
    version: Option<i32>,
    /// What is said.
    pub found: Vec<lsp::Diagnostic>,
    id: OnceLock<String>,
}

/// What was said last, by package.
pub type Said = BTreeMap<String, Arc<Told>>;

impl Report {
    /// A short word for what is said: another where that is another.
    pub fn id(&self) -> &str {
        self.id.get_or_init(|| {
            let mut hasher = DefaultHasher::new();
            serde_json::to_string(&self.found).unwrap_or_default().hash(&mut hasher);
            format!("{:016x}", hasher.finish())
        })
    }
}

impl Told {
    /// What is said now. Where the snapshot is the one that was published last, it is said already.
    pub fn of(shared: &Shared, snapshot: &Arc<Snapshot>, buffers: &Arc<Buffers>) -> Arc<Self> {
        let settings = shared.settings();
        let said = shared.said.lock().unwrap_or_else(PoisonError::into_inner).get(&snapshot.entry).cloned();
        let same = |told: &Arc<Told>| Arc::ptr_eq(&told.snapshot, snapshot) && told.threats == settings.threats;
        said.filter(same).unwrap_or_else(|| Arc::new(Self::new(shared, snapshot, buffers)))
    }

    fn new(shared: &Shared, snapshot: &Arc<Snapshot>, buffers: &Arc<Buffers>) -> Self {
        let settings = shared.settings();
        let sight = Sight::on(snapshot, buffers, settings.encoding, shared.names());
        let mut found = sight.diagnostics(settings.threats);
        let report = |path: String| {
            let version = buffers.get(&path).map(|buffer| buffer.version);
            let found = found.remove(&path).unwrap_or_default();
            (path, Report { version, found, id: OnceLock::new() })
        };
        let files = own_files(&sight).into_iter().map(report).collect();
        Self { snapshot: Arc::clone(snapshot), threats: settings.threats, files }
    }

    /// True where a file is open in the state that was told.
    fn has_open(&self, buffers: &Buffers) -> bool {
        let mut reports = self.files.iter().filter(|(_, report)| report.version.is_some());
        reports.any(|(path, report)| buffers.get(path).map(|buffer| buffer.version) == report.version)
    }

    /// What is said about a file of the package.
    pub fn report(&self, path: &str) -> Option<&Report> {
        self.files.get(path)
    }
}

/// What the owner calls when a package was studied or has gone.
pub fn publisher(shared: Arc<Shared>, out: UnboundedSender<Message>) -> Box<dyn Fn(Event<'_>) + Send> {
    Box::new(move |event| {
        let settings = shared.settings();
        let (entry, now) = match event {
            Event::Gone(entry) => (entry, None),
            Event::Studied(snapshot, buffers) => {
                if settings.previews
                    && let Some(uri) = preview::face(snapshot, buffers).and_then(|path| shared.names().uri(&path))
                {
                    let _ = out.send(Message::Preview(uri));
                }
                (snapshot.entry.as_str(), Some((Told::new(&shared, snapshot, buffers), buffers)))
            }
        };
        let mut said = shared.said.lock().unwrap_or_else(PoisonError::into_inner);
        if now.as_ref().is_some_and(|(_, buffers)| said.values().any(|told| told.has_open(buffers))) {
            shared.elsewhere.notify_one();
        }
        let now = now.map(|(told, _)| Arc::new(told));
        let before = said.remove(entry);
        said.extend(now.clone().map(|now| (entry.to_owned(), now)));
        drop(said);
        let news = news(before.as_deref(), now.as_deref());
        if !settings.pull {
            let messages = news.into_iter().filter_map(|(path, report)| {
                let found = report.map(|report| report.found.clone()).unwrap_or_default();
                let version = report.and_then(|report| report.version);
                Some(Message::Diagnostics(shared.names().uri(path)?, found, version))
            });
            messages.for_each(|message| drop(out.send(message)));
        } else if news.iter().any(|(path, report)| is_elsewhere(before.as_deref(), path, *report)) {
            let _ = out.send(Message::Refresh);
        }
    })
}

/// The files about which something else is said than before, or of which another state is known.
fn news<'a>(before: Option<&'a Told>, now: Option<&'a Told>) -> Vec<(&'a str, Option<&'a Report>)> {
    let nothing = Report::default();
    let was = |path: &str| before.and_then(|told| told.report(path));
    let differs = |path: &str, report: &Report| {
        let was = was(path).unwrap_or(&nothing);
        (was.version, &was.found) != (report.version, &report.found)
    };
    let present = now.into_iter().flat_map(|now| &now.files).filter(|(path, report)| differs(path, report));
    let gone = before.into_iter().flat_map(|before| &before.files);
    let gone = gone.filter(|(path, _)| now.is_none_or(|now| now.report(path).is_none()));
    present
        .map(|(path, report)| (path.as_str(), Some(report)))
        .chain(gone.map(|(path, _)| (path.as_str(), None)))
        .collect()
}

/// True for news that no change of that file's own text brought: a client that asks would not know that it should.
fn is_elsewhere(before: Option<&Told>, path: &str, report: Option<&Report>) -> bool {
    let was = before.and_then(|told| told.report(path));
    was.and_then(|was| was.version) == report.and_then(|report| report.version)
}

/// The files of the package that was studied, its manifest too; not those of packages that it uses.
fn own_files(sight: &Sight) -> Vec<String> {
    let at = sight.at();
    let packages = &at.study.packages;
    let root = packages.root();
    let others: Vec<_> =
        packages.iter().filter(|(id, _)| *id != root).flat_map(|(_, package)| &package.files).collect();
    let all = at.analysis().sources.iter();
    let own = all.filter(|(id, file)| !others.contains(&id) && !file.embedded);
    own.map(|(_, file)| file.path.clone()).filter(|path| !path.is_empty()).collect()
}

/// What is said about the files of all packages, shortened where the client knows it already.
pub fn workspace(
    shared: &Shared,
    sight: &Sight,
    known: &BTreeMap<lsp::Uri, String>,
) -> Vec<lsp::WorkspaceDocumentDiagnosticReport> {
    let mut items = Vec::new();
    for snapshot in sight.view.snapshots() {
        for (path, report) in &Told::of(shared, snapshot, &sight.buffers).files {
            items.extend(sight.names.uri(path).map(|uri| item(uri, report, known)));
        }
    }
    items
}

fn item(uri: lsp::Uri, told: &Report, known: &BTreeMap<lsp::Uri, String>) -> lsp::WorkspaceDocumentDiagnosticReport {
    let version = told.version.map(i64::from);
    let id = told.id().to_owned();
    if known.get(&uri) == Some(&id) {
        let unchanged = lsp::UnchangedDocumentDiagnosticReport { result_id: id };
        return lsp::WorkspaceDocumentDiagnosticReport::Unchanged(lsp::WorkspaceUnchangedDocumentDiagnosticReport {
            uri,
            version,
            unchanged_document_diagnostic_report: unchanged,
        });
    }
    let full = lsp::FullDocumentDiagnosticReport { result_id: Some(id), items: told.found.clone() };
    lsp::WorkspaceDocumentDiagnosticReport::Full(lsp::WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: full,
    })
}
