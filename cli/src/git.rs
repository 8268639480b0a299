//! Reading revisions with the `git` program: objects only, no checkout, no configuration that runs anything.

mod links;
mod place;

use crate::bounds;
use crate::exit::{Failure, reason};
use crate::world::slashes;
use jiff::civil::Date;
use links::Files;
pub use place::{base, root, settled, whole};
use place::{commit, top};
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use tm_compiler::world::{EmbeddedFile, ReadError, World};

/// Files larger than this are not read.
const LARGEST: u64 = 64 * 1024 * 1024;
/// Ending of policies, which are no sources.
const POLICY: &str = ".rego";
/// Folders that hold what tools made, never models.
const SKIPPED: &[&str] = &["target", "node_modules"];
/// Variables by which git looks at another repository than that of the folder; hooks of git set some of them.
const ELSEWHERE: &[&str] = &[
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_CEILING_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_GRAFT_FILE",
    "GIT_SHALLOW_FILE",
];
/// Why a place of a revision is closed.
const MODULE: &str =
    "it is a submodule, and git keeps what is in it in another repository: in a revision it cannot be read";
const BLIND: &str = "it is a link, and in the revision nothing is behind it that could be read: links out of the repository, \
    to hidden files and to submodules are not followed";

/// The sources of a revision, as a world.
pub struct Revision {
    entry: String,
    today: Date,
    /// Folder of the reader's that `prefix` stands for; paths are told relative to where the reader stands.
    base: String,
    /// That folder in the repository, with a `/` at its end; empty at the top.
    prefix: String,
    /// The folders that lead to the top of the repository: a path may leave it and come back.
    above: String,
    /// Object ids of sources and manifests, by path in the repository; links that lead out of it are there without one.
    files: Files,
    /// Paths that lead through links, with where they lead to.
    links: BTreeMap<String, String>,
    /// Places of the repository behind which nothing can be read, with the reason.
    closed: BTreeMap<String, &'static str>,
    /// Submodules, with their commits.
    modules: BTreeMap<String, String>,
    objects: Mutex<Objects>,
    library: Box<dyn World + Send + Sync>,
}

/// What a revision holds of policies.
pub enum Held {
    /// Nothing is there.
    Nothing,
    /// Their texts, by the names of their files.
    Texts(Vec<(String, String)>),
    /// They are in a submodule at this commit.
    Module {
        /// Its folder in the repository.
        folder: String,
        /// The commit.
        commit: String,
    },
}

impl Revision {
    /// The model at a path of a revision. The path is the reader's: relative to `base`, a folder of a work tree.
    ///
    /// # Errors
    /// Where there is no git, no repository or no such revision.
    pub fn at(
        revision: &str,
        base: &Path,
        entry: &str,
        library: Box<dyn World + Send + Sync>,
    ) -> Result<Self, Failure> {
        let commit = commit(revision, base)?;
        let prefix = told(base, &["rev-parse", "--show-prefix"])?;
        let above = top(&whole(base)?)?.unwrap_or_default();
        let Tree { mut files, links, modules } = tree(base, &commit)?;
        let mut objects = Objects { folder: base.to_owned(), running: None };
        let (links, blind) = links::follow(&mut files, links, &mut objects);
        let closed =
            modules.keys().map(|path| (path.clone(), MODULE)).chain(blind.into_iter().map(|path| (path, BLIND)));
        let shown = base.to_string_lossy().replace('\\', "/");
        Ok(Revision {
            entry: entry.to_owned(),
            today: library.today(),
            base: if shown == "." { String::new() } else { shown },
            prefix: prefix.trim_end_matches(['\n', '\r']).to_owned(),
            above: slashes(&above),
            files,
            links,
            closed: closed.collect(),
            modules,
            objects: Mutex::new(objects),
            library,
        })
    }

    /// The same with paths that begin at the top of the repository.
    #[must_use]
    pub fn at_top(self) -> Self {
        Revision { base: String::new(), prefix: String::new(), ..self }
    }

    /// The folders of packages below the entry, as the reader names them: those with a `tm.toml` that hold sources.
    pub fn packages(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for (rest, _) in self.below(&self.entry) {
            let Some(folder) = rest.strip_suffix("/tm.toml").filter(|_| !hidden(rest)) else { continue };
            let inside = format!("{folder}/");
            let holds = self.below(&self.entry).any(|(path, _)| path.starts_with(&inside) && path.ends_with(".tm"));
            if holds {
                found.push(match self.entry.as_str() {
                    "" | "." => folder.to_owned(),
                    entry => format!("{}/{folder}", entry.trim_end_matches('/')),
                });
            }
        }
        found
    }

    /// The policies in Rego at a path: a file, or those right in a folder but for their tests.
    ///
    /// # Errors
    /// Where one cannot be read.
    pub fn policies(&self, path: &str) -> Result<Held, Failure> {
        let Some(inner) = self.inside(path) else { return Ok(Held::Nothing) };
        let below =
            |folder: &str| inner.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if let Some((folder, commit)) = self.modules.iter().find(|(folder, _)| below(folder)) {
            return Ok(Held::Module { folder: folder.clone(), commit: commit.clone() });
        }
        let folder = format!("{inner}/");
        let names: Vec<&String> = match self.files.get_key_value(&inner) {
            Some((name, _)) => vec![name],
            None => self
                .files
                .range(folder.clone()..)
                .map(|(name, _)| name)
                .take_while(|name| name.starts_with(&folder))
                .collect(),
        };
        let mut found = Vec::new();
        for name in names {
            let rest = name.strip_prefix(&folder).unwrap_or_default();
            let counts = rest.is_empty() || is_policy(rest);
            if counts {
                let shown =
                    if rest.is_empty() { path.to_owned() } else { format!("{}/{rest}", path.trim_end_matches('/')) };
                let bad =
                    |why: String| Failure::new(format!("cannot read the policy `{shown}` of the revision: {why}"));
                let object =
                    self.files.get(name).cloned().flatten().ok_or_else(|| bad(bounds::told(Path::new(name))))?;
                let bytes = self.objects.lock().unwrap_or_else(PoisonError::into_inner).read(&object).map_err(bad)?;
                let text = String::from_utf8(bytes).map_err(|_| bad("it is not UTF-8 text".to_owned()))?;
                found.push((shown, text));
            }
        }
        match (found.is_empty(), self.closed(&inner)) {
            (true, Some(why)) => Err(Failure::new(format!("cannot read the policies `{path}` of the revision: {why}"))),
            (true, None) => Ok(Held::Nothing),
            (false, _) => Ok(Held::Texts(found)),
        }
    }

    /// A path of the reader's as the repository has it.
    fn inside(&self, path: &str) -> Option<String> {
        let named = |part: &&str| !part.is_empty() && *part != ".";
        let above: Vec<&str> = self.above.split('/').filter(named).collect();
        let whole = format!("{}{}", self.prefix, relative(&self.base, path)?);
        let mut parts = above.clone();
        for part in whole.split('/').filter(named) {
            match part {
                ".." => drop(parts.pop()?),
                part => parts.push(part),
            }
        }
        Some(parts.strip_prefix(above.as_slice())?.join("/"))
    }

    /// Why nothing can be read at a path of the repository, where it is behind something closed.
    fn closed(&self, inner: &str) -> Option<String> {
        let ends = inner.match_indices('/').map(|(at, _)| at).chain([inner.len()]);
        let mut places = ends.map(|end| &inner[..end]);
        places.find_map(|place| self.closed.get(place).map(|why| format!("`{place}`: {why}")))
    }

    /// What of the repository is below a folder: the rest of the path, and the whole. What a link in it names a second
    /// time is there once.
    fn below<'a>(&'a self, folder: &str) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let start = self.inside(folder).map(|inner| if inner.is_empty() { inner } else { format!("{inner}/") });
        let from = start.clone().unwrap_or_default();
        let within = from.clone();
        let again = move |whole: &str| self.links.get(whole).is_some_and(|target| target.starts_with(&within));
        let rest = self.files.range(from..).map(|(path, _)| path.as_str());
        let rest = rest.map_while(move |path| Some((path.strip_prefix(start.as_deref()?)?, path)));
        rest.filter(move |(_, whole)| !again(whole) && !whole.ends_with(POLICY))
    }
}

impl World for Revision {
    fn entry(&self) -> String {
        self.entry.clone()
    }

    fn today(&self) -> Date {
        self.today
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        let inner = self.inside(path);
        let closed = || inner.as_ref().and_then(|inner| self.closed(inner));
        match inner.as_ref().and_then(|path| self.files.get(path)) {
            None => Err(closed().map_or(ReadError::Missing, ReadError::Failed)),
            Some(None) => Err(ReadError::Failed(bounds::told(Path::new(path)))),
            Some(Some(object)) => {
                let mut objects = self.objects.lock().unwrap_or_else(PoisonError::into_inner);
                objects.read(object).map_err(ReadError::Failed)
            }
        }
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, ReadError> {
        if self.below(folder).next().is_none() {
            let closed = self.inside(folder).and_then(|inner| self.closed(&inner));
            return Err(closed.map_or(ReadError::Missing, ReadError::Failed));
        }
        let manifests: Vec<&str> = self.below(folder).filter_map(|(rest, _)| rest.strip_suffix("/tm.toml")).collect();
        let other = |rest: &str| {
            let own = |inner: &str| rest.strip_prefix(inner).is_some_and(|rest| rest.starts_with('/'));
            manifests.iter().any(|inner| own(inner))
        };
        let shown = |rest: &str| match folder {
            "" | "." => rest.to_owned(),
            folder => format!("{}/{rest}", folder.trim_end_matches('/')),
        };
        let sources = self.below(folder).map(|(rest, _)| rest);
        let sources = sources.filter(|rest| rest.ends_with(".tm") && !hidden(rest) && !other(rest));
        Ok(sources.map(shown).collect())
    }

    fn is_folder(&self, path: &str) -> bool {
        self.inside(path).is_some_and(|inner| !self.files.contains_key(&inner)) && self.below(path).next().is_some()
    }

    fn embedded(&self, package: &str) -> Vec<EmbeddedFile> {
        self.library.embedded(package)
    }

    fn embedded_packages(&self) -> Vec<String> {
        self.library.embedded_packages()
    }

    fn library_version(&self) -> String {
        self.library.library_version()
    }
}

/// True for a policy right in a folder that is no test of one.
fn is_policy(name: &str) -> bool {
    !name.contains('/') && !name.starts_with('.') && name.ends_with(POLICY) && !name.ends_with("_test.rego")
}

/// True for what stands in a folder of tools, or has a name that begins with a dot.
fn hidden(rest: &str) -> bool {
    let folders = rest.rsplit_once('/').map_or("", |(folders, _)| folders);
    folders.split('/').any(|part| SKIPPED.contains(&part)) || rest.split('/').any(|part| part.starts_with('.'))
}

/// The way from one folder to a path, both relative to the same place or both absolute.
fn relative(base: &str, path: &str) -> Option<String> {
    let parts = |text: &str| -> Vec<String> {
        text.split('/').filter(|part| !part.is_empty() && *part != ".").map(str::to_owned).collect()
    };
    if base.starts_with('/') != path.starts_with('/') {
        return None;
    }
    let (base, path) = (parts(base), parts(path));
    let same = base.iter().zip(&path).take_while(|(a, b)| a == b).count();
    if base.iter().skip(same).any(|part| part == "..") {
        return None;
    }
    let up = std::iter::repeat_n("..", base.len() - same);
    Some(up.chain(path.iter().skip(same).map(String::as_str)).collect::<Vec<_>>().join("/"))
}

/// What a commit holds.
struct Tree {
    /// Sources and manifests.
    files: Files,
    /// Links, with the objects that say where they lead to.
    links: Vec<(String, String)>,
    /// Other repositories, with their commits.
    modules: BTreeMap<String, String>,
}

fn tree(folder: &Path, commit: &str) -> Result<Tree, Failure> {
    let listed = told(folder, &["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit])?;
    let (mut files, mut links, mut modules) = (BTreeMap::new(), Vec::new(), BTreeMap::new());
    for line in listed.split('\0') {
        let Some((about, path)) = line.split_once('\t') else { continue };
        let mut about = about.split(' ');
        let (mode, object) = (about.next().unwrap_or_default(), about.nth(1).unwrap_or_default());
        let wanted = path.ends_with(".tm") || path.ends_with(POLICY) || path == "tm.toml" || path.ends_with("/tm.toml");
        if mode == "120000" {
            links.push((path.to_owned(), object.to_owned()));
        }
        if mode == "160000" {
            modules.insert(path.to_owned(), object.to_owned());
        } else if wanted {
            files.insert(path.to_owned(), (mode != "120000").then(|| object.to_owned()));
        }
    }
    Ok(Tree { files, links, modules })
}

/// The program, so that nothing in the repository or its configuration makes it run or fetch anything.
fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    command.arg("-C").arg(folder).args(["--no-pager", "--no-replace-objects", "--literal-pathspecs"]);
    for setting in ["protocol.allow=never", "core.fsmonitor=false", "core.hooksPath=/dev/null", "gc.auto=0"] {
        command.args(["-c", setting]);
    }
    let quiet =
        [("GIT_TERMINAL_PROMPT", "0"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1"), ("LC_ALL", "C")];
    for name in ELSEWHERE {
        command.env_remove(name);
    }
    command.envs(quiet).stdin(Stdio::null());
    command
}

/// The commit that a folder of the work tree is at; none where that cannot be told.
pub fn commit_of(folder: &Path) -> Option<String> {
    told(folder, &["rev-parse", "--verify", "HEAD"]).ok().map(|id| id.trim().to_owned())
}

/// What git answers, with what it remarks.
struct Said {
    answer: String,
    remarks: String,
    well: bool,
}

fn asked(folder: &Path, arguments: &[&str]) -> Result<Said, Failure> {
    let output = git(folder).args(arguments).output().map_err(|error| missing(&error))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(Said { answer: text(&output.stdout), remarks: text(&output.stderr), well: output.status.success() })
}

/// What git says; a failure without a message where it says nothing at all.
fn told(folder: &Path, arguments: &[&str]) -> Result<String, Failure> {
    let Said { answer, remarks, well } = asked(folder, arguments)?;
    if !well {
        let line = remarks.lines().next().unwrap_or_default();
        let line = line.trim_start_matches("fatal: ").trim_start_matches("error: ");
        let message = if line.is_empty() { String::new() } else { format!("git: {line}") };
        return Err(Failure::new(message));
    }
    Ok(answer)
}

fn missing(error: &std::io::Error) -> Failure {
    match error.kind() {
        std::io::ErrorKind::NotFound => Failure::new("`git` is not installed").help("revisions are read with it"),
        _ => Failure::new(format!("git cannot be started: {}", reason(error))),
    }
}

/// One `git cat-file` that answers for all files.
struct Objects {
    folder: std::path::PathBuf,
    running: Option<Running>,
}

struct Running {
    child: Child,
    ask: ChildStdin,
    answer: BufReader<ChildStdout>,
}

impl Objects {
    fn read(&mut self, object: &str) -> Result<Vec<u8>, String> {
        let read = self.start().and_then(|running| running.read(object));
        if read.is_err() {
            // What it still has to say would be taken for the next answer.
            self.stop();
        }
        read
    }

    fn start(&mut self) -> Result<&mut Running, String> {
        if self.running.is_none() {
            let mut command = git(&self.folder);
            command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
            let mut child = command.spawn().map_err(|error| reason(&error))?;
            let (Some(ask), Some(answer)) = (child.stdin.take(), child.stdout.take()) else {
                return Err("git does not answer".to_owned());
            };
            self.running = Some(Running { child, ask, answer: BufReader::new(answer) });
        }
        self.running.as_mut().ok_or_else(|| "git does not answer".to_owned())
    }

    fn stop(&mut self) {
        if let Some(mut running) = self.running.take() {
            // It may have ended already.
            let _ = running.child.kill();
            let _ = running.child.wait();
        }
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Running {
    fn read(&mut self, object: &str) -> Result<Vec<u8>, String> {
        let trouble = |error: std::io::Error| format!("git does not answer: {}", reason(&error));
        writeln!(self.ask, "{object}").and_then(|()| self.ask.flush()).map_err(trouble)?;
        let mut head = String::new();
        self.answer.by_ref().take(1000).read_line(&mut head).map_err(trouble)?;
        let size: Option<u64> = head.trim_end().split_once(" blob ").and_then(|(_, size)| size.parse().ok());
        let size = size.ok_or("git does not have it: the clone may be shallow or partial")?;
        if size > LARGEST {
            return Err("it is larger than 64 MiB".to_owned());
        }
        let mut bytes = Vec::new();
        self.answer.by_ref().take(size + 1).read_to_end(&mut bytes).map_err(trouble)?;
        if bytes.pop() != Some(b'\n') {
            return Err("git broke off".to_owned());
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_from_a_folder_to_a_path() {
        let way = |base: &str, path: &str| relative(base, path).unwrap_or_else(|| "none".to_owned());
        assert_eq!(way("", "shop/a.tm"), "shop/a.tm");
        assert_eq!(way("shop", "shop/a.tm"), "a.tm");
        assert_eq!(way("models/shop", "models/lib/x.tm"), "../lib/x.tm");
        assert_eq!(way("../shop", "../../lib"), "../../lib");
        assert_eq!(way("../shop", "../lib"), "../lib");
        assert_eq!(way("/a/b", "/a/b/c.tm"), "c.tm");
        assert_eq!(way("/a/b", "c.tm"), "none");
        assert_eq!(way("a/..", "b"), "none");
    }
}
