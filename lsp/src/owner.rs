//! One thread that owns the state. Changes reach it in the order in which they came; it has packages studied on a
//! second thread, one at a time, and answers requests with snapshots that nothing changes any more.

use crate::buffers::{Buffer, Buffers, Change, Overlay};
use crate::disk::Remembered;
use crate::features::preview::Picture;
use crate::position::{Encoding, Lines};
use crate::snapshot::{Snapshot, View};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use tm_compiler::document::Document;
use tm_compiler::package::entry_of;
use tm_compiler::study::{Memory, Study};
use tm_compiler::world::World;
use tokio::sync::oneshot;

/// Deep models need more stack than a thread has by default.
pub const STACK: usize = 64 << 20;

/// What the program around the server supplies.
pub trait Host: Send + Sync {
    /// The files of this machine, as of today.
    fn world(&self) -> Box<dyn World>;
    /// All `.tm` files below a folder, those of nested packages too.
    fn sources(&self, folder: &str) -> Vec<String>;
    /// The texts of the baselines (`tm baseline`) that belong to a package: those in its folder and in folders above.
    fn baselines(&self, package: &str) -> Vec<String>;
    /// A folder with the files of the standard library, for editors to open.
    fn library(&self) -> Option<String>;
    /// Draws a picture of a model: the named one where there is one of that name, else the first.
    fn picture(&self, document: &Document, view: Option<&str>) -> Option<Picture>;
}

/// What the owner is told and asked.
pub enum Job {
    /// Which folders the workspace has.
    Folders(Vec<String>),
    /// How positions are counted.
    Encoding(Encoding),
    /// A text was opened.
    Open(String, i32, String),
    /// A text was changed.
    Change(String, i32, Vec<Change>),
    /// A text was closed.
    Close(String),
    /// Files changed on the disk.
    Disk,
    /// Somebody wants to see a file's package: as it is now, or as it was studied last.
    See(String, Freshness, oneshot::Sender<Seen>),
    /// Somebody wants to see all packages, maybe about one file.
    SeeAll(Option<String>, oneshot::Sender<Seen>),
    /// A study is finished.
    Studied(Box<Done>),
    /// The end.
    Stop,
}

/// How new an answer has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// It knows all changes that came before.
    Now,
    /// The last study will do, where there is one.
    Last,
}

/// What a request sees.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The packages; none where nothing is open.
    pub view: Option<View>,
    /// The texts that are open.
    pub buffers: Arc<Buffers>,
}

/// A finished study.
pub struct Done {
    entry: String,
    generation: u64,
    memory: Memory,
    study: Option<Study>,
    buffers: Arc<Buffers>,
}

/// A package of the workspace.
#[derive(Default)]
struct Unit {
    /// Counts the changes that it has seen.
    generation: u64,
    /// The state that was studied last.
    studied: u64,
    snapshot: Option<Arc<Snapshot>>,
    memory: Option<Memory>,
}

impl Unit {
    fn is_fresh(&self) -> bool {
        self.studied == self.generation
    }
}

/// What the owner tells.
pub enum Event<'a> {
    /// A package was studied; these texts were open.
    Studied(&'a Arc<Snapshot>, &'a Arc<Buffers>),
    /// A package is not part of the workspace any more.
    Gone(&'a str),
}

/// Is told what happens, in order.
pub type Publish = Box<dyn Fn(Event<'_>) + Send>;

/// A request that waits for its package.
struct Waiting {
    entry: Option<String>,
    /// It waits for all packages.
    all: bool,
    /// The text that it is about, and its state when it was asked.
    text: Option<(String, i32)>,
    answer: oneshot::Sender<Seen>,
}

struct Owner {
    host: Arc<dyn Host>,
    publish: Publish,
    buffers: Arc<Buffers>,
    encoding: Encoding,
    folders: Vec<String>,
    units: BTreeMap<String, Unit>,
    entries: BTreeMap<String, String>,
    waiting: Vec<Waiting>,
    busy: bool,
    /// Counts the changes of the disk.
    disk: u64,
    analyst: Sender<Order>,
}

/// What the analyst is to study.
struct Order {
    entry: String,
    generation: u64,
    memory: Memory,
    buffers: Arc<Buffers>,
    /// Counts the changes of the disk.
    disk: u64,
}

/// Starts the owner; the sender is the only way to its state.
///
/// # Errors
/// Where no thread can be started.
pub fn start(host: Arc<dyn Host>, publish: Publish) -> std::io::Result<Sender<Job>> {
    let (jobs, inbox) = channel();
    let analyst = analyst(Arc::clone(&host), jobs.clone())?;
    thread::Builder::new().name("owner".into()).spawn(move || {
        let mut owner = Owner {
            host,
            publish,
            buffers: Arc::default(),
            encoding: Encoding::default(),
            folders: Vec::new(),
            units: BTreeMap::new(),
            entries: BTreeMap::new(),
            waiting: Vec::new(),
            busy: false,
            disk: 0,
            analyst,
        };
        owner.run(&inbox);
    })?;
    Ok(jobs)
}

/// The thread that studies packages.
fn analyst(host: Arc<dyn Host>, jobs: Sender<Job>) -> std::io::Result<Sender<Order>> {
    let (orders, inbox) = channel::<Order>();
    thread::Builder::new().name("analyst".into()).stack_size(STACK).spawn(move || {
        let mut disk: Option<(u64, Date, Remembered)> = None;
        for order in inbox {
            let fresh = host.world();
            let today = fresh.today();
            let (.., world) = match disk.take_if(|(state, day, _)| (*state, *day) == (order.disk, today)) {
                Some(known) => disk.insert(known),
                None => disk.insert((order.disk, today, Remembered::new(fresh))),
            };
            if jobs.send(Job::Studied(Box::new(study(world, order)))).is_err() {
                return;
            }
        }
    })?;
    Ok(orders)
}

/// A defect of the compiler ends one study, not the server.
fn study(below: &dyn World, order: Order) -> Done {
    let Order { entry, generation, mut memory, buffers, .. } = order;
    let work = || {
        let world = Overlay { below, buffers: &buffers, entry: entry.clone() };
        let study = memory.study(&world);
        (memory, study)
    };
    let (memory, study) = match catch_unwind(AssertUnwindSafe(work)) {
        Ok((memory, study)) => (memory, Some(study)),
        Err(_) => (Memory::default(), None),
    };
    Done { entry, generation, memory, study, buffers }
}

impl Owner {
    fn run(&mut self, inbox: &Receiver<Job>) {
        while let Ok(job) = inbox.recv() {
            if self.take(job) {
                return;
            }
            // What came in the meantime is taken first, so that only the last state is studied.
            while let Ok(job) = inbox.try_recv() {
                if self.take(job) {
                    return;
                }
            }
            self.answer();
            self.order();
        }
    }

    /// True at the end.
    fn take(&mut self, job: Job) -> bool {
        match job {
            Job::Folders(folders) => {
                self.folders = folders;
                self.discover();
            }
            Job::Encoding(encoding) => self.encoding = encoding,
            Job::Open(path, version, text) => self.open(path, version, text),
            Job::Change(path, version, changes) => {
                self.answer(); // who asked before the change is told about the state before it
                self.change(&path, version, &changes);
            }
            Job::Close(path) => {
                Arc::make_mut(&mut self.buffers).remove(&path);
                self.discover();
                self.touch(&path);
            }
            Job::Disk => self.discover(),
            Job::See(path, freshness, answer) => self.see(path, freshness, answer),
            Job::SeeAll(path, answer) => self.see_all(path, answer),
            Job::Studied(done) => self.studied(*done),
            Job::Stop => return true,
        }
        false
    }

    fn open(&mut self, path: String, version: i32, text: String) {
        let lines = Lines::new(text.into());
        let known = self.entries.contains_key(&path);
        Arc::make_mut(&mut self.buffers).insert(path.clone(), Buffer { version, lines });
        if !known {
            self.discover();
        }
        self.touch(&path);
    }

    fn change(&mut self, path: &str, version: i32, changes: &[Change]) {
        let encoding = self.encoding;
        let buffers = Arc::make_mut(&mut self.buffers);
        if let Some(buffer) = buffers.get_mut(path) {
            *buffer = buffer.after(version, changes, encoding);
            self.touch(path);
        }
    }

    /// All packages that read a file are to be studied again.
    fn touch(&mut self, path: &str) {
        let own = self.entries.get(path).cloned();
        for (entry, unit) in &mut self.units {
            let reads = unit.snapshot.as_ref().is_none_or(|snapshot| snapshot.file(path).is_some());
            if reads || own.as_ref() == Some(entry) {
                unit.generation += 1;
            }
        }
    }

    /// Finds the packages of the workspace and of what is open. What was on the disk may have changed.
    fn discover(&mut self) {
        let world = self.host.world();
        self.disk += 1;
        let mut paths: Vec<String> = self.folders.iter().flat_map(|folder| self.host.sources(folder)).collect();
        paths.extend(self.buffers.keys().cloned());
        self.entries.clear();
        for path in paths {
            let entry = match library_package(&path) {
                Some(package) => package,
                None => {
                    let source = if path.ends_with(".tm") { path.clone() } else { folder_of(&path) };
                    let overlay = Overlay { below: &*world, buffers: &self.buffers, entry: String::new() };
                    entry_of(&overlay, &source)
                }
            };
            // A file without a `tm.toml` is a package of its own: of these there may be many, and nobody asked.
            if entry != path || self.buffers.contains_key(&path) {
                self.entries.insert(path, entry);
            }
        }
        let wanted: Vec<String> = self.entries.values().cloned().collect();
        for entry in self.units.keys().filter(|entry| !wanted.contains(entry)) {
            (self.publish)(Event::Gone(entry));
        }
        self.units.retain(|entry, _| wanted.contains(entry));
        for entry in wanted {
            self.units.entry(entry).or_default();
        }
        for unit in self.units.values_mut() {
            unit.generation += 1;
        }
    }

    fn see(&mut self, path: String, freshness: Freshness, answer: oneshot::Sender<Seen>) {
        let Some(entry) = self.entries.get(&path).cloned() else {
            let _ = answer.send(Seen { view: None, buffers: Arc::clone(&self.buffers) });
            return;
        };
        let studied = self.units.get(&entry).is_some_and(|unit| unit.snapshot.is_some());
        if freshness == Freshness::Last && studied {
            let _ = answer.send(self.seen(Some(&entry)));
            return;
        }
        let text = self.buffers.get(&path).map(|buffer| (path, buffer.version));
        self.waiting.push(Waiting { entry: Some(entry), all: false, text, answer });
    }

    fn see_all(&mut self, path: Option<String>, answer: oneshot::Sender<Seen>) {
        let entry = path.as_ref().and_then(|path| self.entries.get(path)).cloned();
        let text = path.and_then(|path| self.buffers.get(&path).map(|buffer| (path, buffer.version)));
        self.waiting.push(Waiting { entry, all: true, text, answer });
    }

    fn seen(&self, entry: Option<&String>) -> Seen {
        let all: Vec<Arc<Snapshot>> = self.units.values().filter_map(|unit| unit.snapshot.clone()).collect();
        let main = match entry {
            Some(entry) => self.units.get(entry).and_then(|unit| unit.snapshot.clone()),
            None => all.first().cloned(),
        };
        Seen { view: main.map(|main| View { main, all }), buffers: Arc::clone(&self.buffers) }
    }

    /// Answers those who wait and whose packages are studied. Who has gone away is forgotten.
    fn answer(&mut self) {
        for waiting in std::mem::take(&mut self.waiting) {
            // The positions of a request about an older state mean nothing any more.
            let version = |path: &String| self.buffers.get(path).map(|buffer| buffer.version);
            let outdated = waiting.text.as_ref().is_some_and(|(path, asked)| version(path) != Some(*asked));
            if waiting.answer.is_closed() || outdated {
                continue;
            }
            let ready = match &waiting.entry {
                Some(entry) if !waiting.all => self.units.get(entry).is_none_or(Unit::is_fresh),
                _ => self.units.values().all(Unit::is_fresh),
            };
            if ready {
                let seen = self.seen(waiting.entry.as_ref());
                let _ = waiting.answer.send(seen);
            } else {
                self.waiting.push(waiting);
            }
        }
    }

    /// Has the next package studied: first what somebody waits for, then what is open, then the rest.
    fn order(&mut self) {
        if self.busy {
            return;
        }
        let stale = |entry: &&String| self.units.get(*entry).is_some_and(|unit| !unit.is_fresh());
        let awaited = self.waiting.iter().filter_map(|waiting| waiting.entry.as_ref()).find(stale);
        let open = || self.buffers.keys().filter_map(|path| self.entries.get(path)).find(stale);
        let Some(entry) = awaited.or_else(open).or_else(|| self.units.keys().find(stale)).cloned() else {
            return;
        };
        if let Some(unit) = self.units.get_mut(&entry) {
            let memory = unit.memory.take().unwrap_or_default();
            let buffers = Arc::clone(&self.buffers);
            let order = Order { entry, generation: unit.generation, memory, buffers, disk: self.disk };
            self.busy = self.analyst.send(order).is_ok();
        }
    }

    /// Keeps a study; one of an older state serves only until the next is there.
    fn studied(&mut self, done: Done) {
        self.busy = false;
        let Some(unit) = self.units.get_mut(&done.entry) else {
            return;
        };
        unit.memory = Some(done.memory);
        unit.studied = done.generation;
        if let Some(study) = done.study {
            let mut snapshot = Snapshot::new(done.entry, study);
            snapshot.shared = self.is_shared(&snapshot.entry);
            self.keep(Arc::new(snapshot), &done.buffers);
        }
    }

    /// Tells what was studied. What other packages turn out to use is seen with other eyes.
    fn keep(&mut self, snapshot: Arc<Snapshot>, buffers: &Arc<Buffers>) {
        for (entry, unit) in &mut self.units {
            let alone = unit.snapshot.as_ref().is_some_and(|known| !known.shared);
            if alone && *entry != snapshot.entry && snapshot.uses(entry) {
                unit.generation += 1;
            }
        }
        if let Some(unit) = self.units.get_mut(&snapshot.entry) {
            unit.snapshot = Some(Arc::clone(&snapshot));
            if unit.is_fresh() {
                (self.publish)(Event::Studied(&snapshot, buffers));
            }
        }
    }

    /// True where another package of the workspace uses a package.
    fn is_shared(&self, entry: &str) -> bool {
        let others = self.units.iter().filter(|(other, _)| *other != entry);
        { others }.any(|(_, unit)| unit.snapshot.as_ref().is_some_and(|snapshot| snapshot.uses(entry)))
    }
}

/// The package of a file of the library: `std/web/injection.tm` belongs to `std.web`.
fn library_package(path: &str) -> Option<String> {
    let folder = path.strip_prefix("std/")?.rsplit_once('/')?.0;
    Some(format!("embedded:std.{}", folder.replace('/', ".")))
}

fn folder_of(path: &str) -> String {
    path.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned())
}
