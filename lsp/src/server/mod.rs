//! The only room that knows the protocol: requests to features, plain data to answers.
//!
//! A handler gives its job to the owner before it waits for anything, so that the order of the messages is the order
//! of the changes; and it never waits for the client.

mod actions;
mod capabilities;
mod commands;
mod handlers;
mod hierarchy;
mod names;
mod preview;
mod publish;
mod settings;
mod sight;
mod words;

use crate::features::diagnostics::Threats;
use crate::owner::{self, Freshness, Host, Job};
use crate::position::Encoding;
use names::Names;
use serde_json::Value;
use sight::Sight;
use std::collections::BTreeMap;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{Notify, oneshot};
use tower_lsp_server::jsonrpc::{Error, Result};
use tower_lsp_server::ls_types as lsp;
use tower_lsp_server::{Client, LspService, Server};

/// So many requests may wait at once; cancelling one must not wait for the others.
const MOST_AT_ONCE: usize = 256;

/// Features that walk trees need more stack than a thread has by default.
const STACK: usize = 16 << 20;

/// What client and server agreed on.
#[derive(Clone, Copy, Debug, Default)]
struct Settings {
    encoding: Encoding,
    threats: Threats,
    /// The client asks for diagnostics, and can be told to ask again.
    pull: bool,
    /// The client can be told which files to watch.
    watches: bool,
    /// The client knows places to fill in.
    snippets: bool,
    /// The client knows the command that shows places.
    shows: bool,
    /// The client knows the command that opens the picture.
    opens: bool,
    /// The client takes edits that say which state of a text they are for.
    versioned: bool,
    /// The client can make files where an edit says so.
    creates: bool,
    /// The client has asked for a picture.
    previews: bool,
    /// What the client can be told to ask for again.
    again: publish::Again,
}

/// What handlers and the owner's thread share.
struct Shared {
    settings: Mutex<Settings>,
    names: Arc<Names>,
    /// What was said about files.
    said: Mutex<publish::Said>,
    /// What stands in texts that nobody has changed may be different.
    elsewhere: Notify,
}

impl Shared {
    fn settings(&self) -> Settings {
        *self.settings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.settings.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn names(&self) -> Arc<Names> {
        Arc::clone(&self.names)
    }
}

/// Colours that a client has, by path: the id of the answer and what it said.
type Colours = BTreeMap<String, (String, Vec<lsp::SemanticToken>)>;

struct Backend {
    client: Client,
    host: Arc<dyn Host>,
    shared: Arc<Shared>,
    jobs: Sender<Job>,
    colours: Mutex<Colours>,
    folders: Mutex<Vec<String>>,
}

/// Serves one client over standard input and output until it says goodbye.
///
/// # Errors
/// Where no thread can be started.
pub fn serve(host: Arc<dyn Host>) -> std::io::Result<()> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).thread_stack_size(STACK).enable_time().build()?;
    let names = Arc::new(Names { library: host.library() });
    let shared =
        Arc::new(Shared { settings: Mutex::default(), names, said: Mutex::default(), elsewhere: Notify::new() });
    let (out, messages) = publish::messages();
    let jobs = owner::start(Arc::clone(&host), publish::publisher(Arc::clone(&shared), out))?;
    let stop = jobs.clone();
    runtime.block_on(async move {
        let backend = |client: Client| {
            tokio::spawn(publish::deliver(client.clone(), messages));
            tokio::spawn(publish::look_again(client.clone(), Arc::clone(&shared)));
            Backend { client, host, shared, jobs, colours: Mutex::default(), folders: Mutex::default() }
        };
        let (service, socket) = LspService::build(backend).custom_method(preview::REQUEST, Backend::preview).finish();
        let (input, output) = (tokio::io::stdin(), tokio::io::stdout());
        Server::new(input, output, socket).concurrency_level(MOST_AT_ONCE).serve(capabilities::Complete(service)).await;
    });
    let _ = stop.send(Job::Stop);
    // Reading standard input cannot be interrupted: the program ends without waiting for it.
    runtime.shutdown_background();
    Ok(())
}

impl Backend {
    /// Gives the owner a job. Where the owner has gone, so has the server.
    fn tell(&self, job: Job) {
        let _ = self.jobs.send(job);
    }

    fn path(&self, uri: &lsp::Uri) -> String {
        self.shared.names.path(uri)
    }

    /// Answers a request about a file from its package as it is now. The job is given before the first wait.
    fn see<T: Send + 'static, F: FnOnce(&Sight) -> T + Send + 'static>(
        &self,
        uri: &lsp::Uri,
        work: F,
    ) -> impl Future<Output = Result<Option<T>>> + use<T, F> {
        self.ask(uri, Freshness::Now, work)
    }

    fn ask<T: Send + 'static, F: FnOnce(&Sight) -> T + Send + 'static>(
        &self,
        uri: &lsp::Uri,
        freshness: Freshness,
        work: F,
    ) -> impl Future<Output = Result<Option<T>>> + use<T, F> {
        let path = self.path(uri);
        let (answer, seen) = oneshot::channel();
        self.tell(Job::See(path.clone(), freshness, answer));
        self.work(path, seen, work)
    }

    /// Answers a request about the workspace, or about a file whose name is known everywhere.
    fn see_all<T: Send + 'static, F: FnOnce(&Sight) -> T + Send + 'static>(
        &self,
        uri: Option<&lsp::Uri>,
        work: F,
    ) -> impl Future<Output = Result<Option<T>>> + use<T, F> {
        let (answer, seen) = oneshot::channel();
        let path = uri.map(|uri| self.path(uri));
        self.tell(Job::SeeAll(path.clone(), answer));
        self.work(path.unwrap_or_default(), seen, work)
    }

    fn work<T: Send + 'static, F: FnOnce(&Sight) -> T + Send + 'static>(
        &self,
        path: String,
        seen: oneshot::Receiver<owner::Seen>,
        work: F,
    ) -> impl Future<Output = Result<Option<T>>> + use<T, F> {
        let (settings, names) = (self.shared.settings(), self.shared.names());
        async move {
            let seen = seen.await.map_err(|_| Error::content_modified())?;
            let Some(sight) = Sight::new(seen, path, settings, names) else {
                return Ok(None);
            };
            // On a thread of its own: a defect there ends one answer, not the server.
            let done = tokio::task::spawn_blocking(move || work(&sight)).await;
            done.map(Some).map_err(|_| Error::internal_error())
        }
    }

    /// Reads what the user wants.
    fn configure(&self, value: &Value) {
        let value = value.get("tm").unwrap_or(value);
        for problem in settings::problems(value) {
            let client = self.client.clone();
            tokio::spawn(async move { client.show_message(lsp::MessageType::WARNING, problem).await });
        }
        let threats = value.get("threats").and_then(settings::threats);
        let shows = value.get("showReferences").and_then(Value::as_bool);
        let opens = value.get("openPreview").and_then(Value::as_bool);
        self.shared.set(|settings| {
            settings.threats = threats.unwrap_or(settings.threats);
            settings.shows = shows.unwrap_or(settings.shows);
            settings.opens = opens.unwrap_or(settings.opens);
        });
    }
}
