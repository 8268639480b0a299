//! The model as it is now: studied again whenever one of its files changes.

use crate::changes::Changes;
use crate::evidence;
use crate::exit::{Failure, reason};
use crate::guard::STACK;
use crate::world::Files;
use jiff::civil::Date;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tm_compiler::study::Memory;
use tm_lsp::Snapshot;
use tokio::sync::watch;

/// What a browser is shown.
#[derive(Debug)]
pub struct Shown {
    /// Counts the states of the model.
    pub revision: u64,
    /// The model.
    pub snapshot: Arc<Snapshot>,
    /// What keeps the model from being looked at again; it is as it was before.
    pub trouble: Option<String>,
}

/// What is looked at.
#[derive(Clone, Debug)]
struct Subject {
    path: PathBuf,
    evidence: Vec<PathBuf>,
    today: Option<Date>,
}

/// Studies a model, and goes on doing so.
///
/// # Errors
/// Where it cannot be looked at even once.
pub fn start(model: &crate::args::Model) -> Result<watch::Receiver<Arc<Shown>>, Failure> {
    let subject = Subject { path: model.path.clone(), evidence: model.evidence.clone(), today: model.day.today };
    let roots = std::iter::once(&subject.path).chain(&subject.evidence).cloned();
    let mut changes = Changes::of(roots.collect());
    let mut memory = Memory::default();
    let snapshot = subject.study(&mut memory)?;
    changes.also(files(&snapshot));
    let (send, receive) = watch::channel(Arc::new(Shown { revision: 1, snapshot, trouble: None }));
    let work = move || watch(&subject, &mut changes, memory, &send);
    let started = thread::Builder::new().name("live".into()).stack_size(STACK).spawn(work);
    started.map_err(|error| Failure::new(format!("cannot start a thread: {}", reason(&error))))?;
    Ok(receive)
}

/// Until nobody looks any more.
fn watch(subject: &Subject, changes: &mut Changes, mut memory: Memory, send: &watch::Sender<Arc<Shown>>) {
    while !changes.wait(|| !send.is_closed()).is_empty() {
        // A defect of the compiler ends one study, not the server.
        let studied = catch_unwind(AssertUnwindSafe(|| subject.study(&mut memory))).unwrap_or_else(|_| {
            memory = Memory::default();
            Err(Failure::new("a defect of tm: the change could not be looked at"))
        });
        let before = Arc::clone(&send.borrow());
        let (snapshot, trouble) = match studied {
            Ok(snapshot) => (snapshot, None),
            Err(failure) => (Arc::clone(&before.snapshot), Some(failure.message)),
        };
        changes.also(files(&snapshot));
        send.send_replace(Arc::new(Shown { revision: before.revision + 1, snapshot, trouble }));
    }
}

impl Subject {
    fn study(&self, memory: &mut Memory) -> Result<Arc<Snapshot>, Failure> {
        let world = Files::new(&self.path, self.today).with(evidence::read(&self.evidence)?);
        let study = memory.study(&world);
        Ok(Arc::new(Snapshot::new(self.path.display().to_string(), study)))
    }
}

/// The files that a study has read, those of used packages too.
fn files(snapshot: &Snapshot) -> Vec<PathBuf> {
    let all = snapshot.analysis().sources.iter().filter(|(_, file)| !file.embedded);
    all.map(|(_, file)| Path::new(&file.path).to_owned()).collect()
}
