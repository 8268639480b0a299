//! Sessions of an editor, replayed: random edits over the examples with requests between them. After every burst the
//! server must say the same as a fresh analysis of the same text.
//!
//! `TM_REPLAY_EDITS` sets how many edits are made, `TM_REPLAY_SEED` where they begin; a failure prints its seed.

#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use tm_compiler::library::Def;
use tm_compiler::references::Meaning;
use tm_compiler::study::{Memory as Memories, study};
use tm_compiler::world::World;
use tm_lsp::buffers::Change;
use tm_lsp::features::diagnostics::Threats;
use tm_lsp::features::{
    actions, calls, completion, definition, diagnostics, folding, format, hover, inlay, lens, linked, links,
    references, rename, selection, signature, symbols, tokens, types,
};
use tm_lsp::owner::{self, Freshness, Job, Seen};
use tm_lsp::position::{Encoding, Lines};
use tm_lsp::snapshot::Edit;
use tm_lsp::{Host, Snapshot};
use tm_tests::examples::examples;
use tm_tests::world::Memory;
use tokio::sync::oneshot;

/// How many edits are made where nobody asks for more.
const EDITS: u64 = 300;
/// How many edits stand between two comparisons, at most.
const BURST: u64 = 40;

#[test]
fn sessions_end_where_a_fresh_analysis_begins() {
    let number = |name: &str, default| std::env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(default);
    let (edits, seed) = (number("TM_REPLAY_EDITS", EDITS), number("TM_REPLAY_SEED", 1));
    let examples = examples();
    let mut made = 0;
    let mut session = seed;
    while made < edits {
        let (name, files) = &examples[usize::try_from(session).unwrap_or(0) % examples.len()];
        println!("session {session} over {name}, after {made} edits");
        made += Session::open(files, session).run((edits - made).min((edits / 4).clamp(40, 400)));
        session += 1;
    }
}

/// What was derived before is used again only where every rule would find the same.
#[test]
fn small_changes_are_seen() {
    let text = "use std.web\n// why\nmodel shop { appetite = Low }\ndata Card { confidentiality = High }\ntag old\nactor user \"User\"\nprocess api: WebService + TakesPayments { internet_facing }\nprocess job: WebService + KeepsSessions\nstore db: SqlDatabase { holds = Card }\nflow user -> api over Http\nflow api -> db { sends = Card }\n";
    let changes = [
        ("// why", "// why not"),
        ("// why", "// why\n// twice"),
        ("WebService + TakesPayments", "WebService + HandlesFiles"),
        ("WebService + KeepsSessions", "WebService + TakesPayments + KeepsSessions"),
        ("internet_facing", "internet_facing = false"),
        ("over Http", "over Https"),
        ("sends = Card", "receives = Card"),
        ("holds = Card", "holds = Card, tags = [old]"),
        ("confidentiality = High", "confidentiality = Low"),
        ("actor user", "external actor user"),
        ("\"User\"", "\"Somebody\""),
        ("appetite = Low", "appetite = Low, methods = [Linddun]"),
        ("store db: SqlDatabase", "boundary net: PrivateNetwork { }\nstore db: SqlDatabase"),
        ("internet_facing", "internet_facing, apply [Waf]"),
        ("flow user -> api", "flow api -> api"),
        ("// why", "disable CleartextTransport { reason = \"no\" }"),
        ("// why", "threat Slow: Stride.DenialOfService \"Slow\" { on p: process, likelihood = High, impact = High }"),
        ("use std.web\n", "use std.web\ndata Name { confidentiality = Low }\nactor first\n"),
        ("process job: WebService + KeepsSessions\n", ""),
        ("actor user", "actor visitor"),
        ("flow user", "flow job -> api over Http { sends = Card }\nflow user"),
        ("flow user -> api over Http\n", ""),
        ("// why", "boundary near: PrivateNetwork {\n  process side: WebService\n}\nflow side -> api over Http"),
        ("store db", "process job2: WebService + HandlesFiles\nstore db"),
        (
            "process job: WebService + KeepsSessions\nstore db: SqlDatabase { holds = Card }\n",
            "store db: SqlDatabase { holds = Card }\nprocess job: WebService + KeepsSessions\n",
        ),
        ("// why", "vulnerability hole \"Hole\" on api { cvss = \"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\" }"),
    ];
    let said = |at: &tm_compiler::study::Study| -> Vec<String> {
        let derived = &at.analysis.derived;
        let all = derived.instances.iter().chain(&derived.absent_by_default);
        all.map(|one| format!("{one:?}")).collect()
    };
    let mut memory = Memories::default();
    let mut seen = std::collections::BTreeSet::new();
    let world = |text: &str| Memory::at("main.tm").file("main.tm", text);
    let whole = said(&study(&world(text)));
    for (old, new) in changes {
        assert!(text.contains(old), "{old}");
        let changed = text.replacen(old, new, 1);
        assert!(said(&memory.study(&world(text))) == whole, "before `{old}` became `{new}`");
        let known = said(&memory.study(&world(&changed)));
        assert!(known == said(&study(&world(&changed))), "`{old}` became `{new}`");
        seen.insert(known);
    }
    assert!(seen.len() > 10, "changes that change nothing prove nothing: {}", seen.len());
}

/// However long somebody types, a misspelt name gets its suggestion.
#[test]
fn suggestions_do_not_run_out() {
    let flows: String = (0..30).map(|at| format!("flow f{at}: gatewey -> gateway\n")).collect();
    let mut memory = Memories::default();
    for key in 0..10 {
        let text = format!("use std.web\n// {key}\nprocess gateway\n{flows}");
        let known = memory.study(&Memory::at("main.tm").file("main.tm", text.as_str()));
        let helped = known.analysis.diagnostics().iter().filter(|found| found.help.is_some());
        assert_eq!(helped.count(), 30, "after {key} keys");
    }
}

/// Numbers that look random: xorshift.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }
}

struct Disk(Memory, Vec<String>);

impl Host for Disk {
    fn world(&self) -> Box<dyn World> {
        Box::new(self.0.clone())
    }

    fn sources(&self, _: &str) -> Vec<String> {
        self.1.clone()
    }

    fn baselines(&self, _: &str) -> Vec<String> {
        Vec::new()
    }

    fn library(&self) -> Option<String> {
        None
    }

    // The replayer asks for no pictures.
    fn picture(&self, _: &tm_compiler::document::Document, _: Option<&str>) -> Option<tm_lsp::Picture> {
        None
    }
}

struct Session {
    dice: Dice,
    habit: Habit,
    seed: u64,
    jobs: Sender<Job>,
    texts: BTreeMap<String, String>,
    version: i32,
}

/// What somebody does to a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Habit {
    /// Types anything anywhere.
    Careless,
    /// Puts one word for another of its sort and moves lines, so that most texts mean something and facts differ.
    Careful,
}

/// What people type, and what they do not.
const PIECES: &[&str] = &[
    "\n",
    " ",
    "{",
    "}",
    "(",
    "[",
    "]",
    "\"",
    "\"\"\"",
    "->",
    ":",
    "=",
    ".",
    ",",
    "|",
    "//",
    "///",
    "0",
    "90%",
    "90d",
    "2027-01-01",
    "process p",
    "flow a -> b",
    "store s { holds = [Order] }",
    "boundary b {\n",
    "use std.web\n",
    "accept X on y until 2027-01-01 { by = \"a\", reason = \"b\" }\n",
    "threat T: Stride.Tampering \"T\" {\n",
    "when not e.encrypted and ",
    "on f: flow",
    "external ",
    "é",
    "😀",
    "\u{202E}",
    "\r\n",
    "\t",
    "apply [Tls]",
    "test \"t\" {\n actor a\n}\n",
    "encrypted",
    "not ",
    "exists x in xs where ",
    "\0",
];

impl Session {
    fn open(files: &BTreeMap<String, String>, seed: u64) -> Self {
        let mut disk = Memory::at("ws");
        for (path, text) in files {
            disk = disk.file(path, text.as_str());
        }
        let sources = files.keys().filter(|path| path.ends_with(".tm")).cloned().collect();
        let jobs = owner::start(Arc::new(Disk(disk, sources)), Box::new(|_| ())).expect("threads");
        let mut session = Session {
            dice: Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1),
            habit: if seed.is_multiple_of(2) { Habit::Careful } else { Habit::Careless },
            seed,
            jobs,
            texts: files.clone(),
            version: 1,
        };
        session.tell(Job::Encoding(Encoding::Utf16));
        session.tell(Job::Folders(vec!["ws".into()]));
        for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".tm")) {
            session.tell(Job::Open(path.clone(), 1, text.clone()));
        }
        session.compare();
        session
    }

    fn tell(&self, job: Job) {
        assert!(self.jobs.send(job).is_ok(), "seed {}: the owner has gone", self.seed);
    }

    /// Makes edits; gives how many.
    fn run(mut self, edits: u64) -> u64 {
        let mut made = 0;
        while made < edits {
            let burst = 1 + self.dice.roll(usize::try_from(BURST).unwrap_or(1)) as u64;
            for _ in 0..burst {
                self.edit();
                if self.dice.roll(4) == 0 {
                    self.abandon();
                }
            }
            made += burst;
            let snapshot = self.compare();
            self.ask(&snapshot);
        }
        self.tell(Job::Stop);
        made
    }

    fn path(&mut self) -> String {
        let paths: Vec<String> = self.texts.keys().filter(|path| path.ends_with(".tm")).cloned().collect();
        self.dice.pick(&paths).clone()
    }

    /// Changes one file, here and in the server.
    fn edit(&mut self) {
        let path = self.path();
        let old = self.texts[&path].clone();
        let (range, new) = if self.habit == Habit::Careful { self.rewrite(&old) } else { self.change(&old) };
        let lines = Lines::new(old.as_str().into());
        let places = (lines.place(range.start, Encoding::Utf16), lines.place(range.end, Encoding::Utf16));
        // A place between `\r` and `\n` cannot be said.
        let range = lines.byte(places.0, Encoding::Utf16)..lines.byte(places.1, Encoding::Utf16);
        let mut text = old;
        text.replace_range(range, &new);
        self.texts.insert(path.clone(), text);
        self.version += 1;
        self.tell(Job::Change(path, self.version, vec![Change { range: Some(places), text: new }]));
    }

    fn change(&mut self, text: &str) -> (Range<usize>, String) {
        let start = self.boundary(text);
        let near = |dice: &mut Dice, most: usize| {
            let mut end = (start + dice.roll(most)).min(text.len());
            while !text.is_char_boundary(end) {
                end += 1;
            }
            end
        };
        match self.dice.roll(10) {
            0 => (start..near(&mut self.dice, 40), String::new()),
            1 => (start..near(&mut self.dice, 3), String::new()),
            2 => {
                let end = near(&mut self.dice, 200);
                (start..start, text[start..end].to_owned())
            }
            3 if text.len() > 20_000 => (0..text.len(), String::new()),
            4 => (start..near(&mut self.dice, 12), (*self.dice.pick(PIECES)).to_owned()),
            5 => {
                let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
                let end = text[start..].find('\n').map_or(text.len(), |at| start + at + 1);
                (line..end, String::new())
            }
            6 => {
                let letter = char::from(b'a' + u8::try_from(self.dice.roll(26)).unwrap_or(0));
                (start..start, letter.to_string())
            }
            _ => (start..start, (*self.dice.pick(PIECES)).to_owned()),
        }
    }

    /// A word for another of its sort, or a line that comes, goes or is there twice.
    fn rewrite(&mut self, text: &str) -> (Range<usize>, String) {
        let line = |at: usize| {
            let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
            start..text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
        };
        let (from, to) = (line(self.boundary(text)), line(self.boundary(text)));
        match self.dice.roll(12) {
            0 => (from, String::new()),
            1 => (to.start..to.start, text[from].to_owned()),
            2 => (to, text[from].to_owned()),
            _ => self.other_word(text),
        }
    }

    /// Puts another word of the text in the place of one: a word of the same case that stands behind the same sign.
    fn other_word(&mut self, text: &str) -> (Range<usize>, String) {
        let mut words: Vec<(Range<usize>, (char, bool))> = Vec::new();
        let mut before = ' ';
        for token in tm_grammar::lexer::lex(text).0 {
            let shown = &text[token.range.clone()];
            match shown.chars().next() {
                Some(first) if first.is_alphanumeric() => {
                    words.push((token.range.clone(), (before, first.is_lowercase())));
                    before = ' ';
                }
                Some(first) if !first.is_whitespace() => before = first,
                _ => {}
            }
        }
        if words.is_empty() {
            return (0..0, String::new());
        }
        let (old, sort) = self.dice.pick(&words).clone();
        let alike: Vec<Range<usize>> = words.into_iter().filter(|word| word.1 == sort).map(|word| word.0).collect();
        let new = text[self.dice.pick(&alike).clone()].to_owned();
        (old, new)
    }

    fn boundary(&mut self, text: &str) -> usize {
        let mut at = self.dice.roll(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// Asks and does not wait for the answer, as an editor that cancels.
    fn abandon(&mut self) {
        let path = self.path();
        let (answer, _) = oneshot::channel();
        let freshness = if self.dice.roll(2) == 0 { Freshness::Now } else { Freshness::Last };
        self.tell(Job::See(path, freshness, answer));
    }

    fn see(&self, path: &str) -> Seen {
        let (answer, seen) = oneshot::channel();
        self.tell(Job::See(path.to_owned(), Freshness::Now, answer));
        seen.blocking_recv().unwrap_or_else(|_| panic!("seed {}: no answer", self.seed))
    }

    /// What the server says must be what a fresh analysis says.
    fn compare(&mut self) -> Arc<Snapshot> {
        let path = self.texts.keys().find(|path| path.ends_with(".tm")).expect("a file").clone();
        let seen = self.see(&path);
        let known = seen.view.expect("a package").main;
        let mut world = Memory::at("ws");
        for (path, text) in &self.texts {
            world = world.file(path, text.as_str());
        }
        let fresh = Snapshot::new("ws".into(), study(&world));
        for (path, text) in self.texts.iter().filter(|(path, _)| path.ends_with(".tm")) {
            let (here, there) = (known.file(path), fresh.file(path));
            assert_eq!(here, there, "seed {}: {path}", self.seed);
            let Some(file) = here else { continue };
            assert!(known.text(file) == text, "seed {}: {path} has another text", self.seed);
            let said = |at: &Snapshot| diagnostics::messages(at, file, Threats::All);
            assert_eq!(said(&known), said(&fresh), "seed {}: {path}\n{text}", self.seed);
        }
        let threats = |at: &Snapshot| -> Vec<String> {
            let all = at.analysis().assessed.threats.iter();
            all.map(|threat| format!("{} {:?} {:?}", threat.id, threat.status, threat.residual)).collect()
        };
        assert_eq!(threats(&known), threats(&fresh), "seed {}", self.seed);
        let derived = |at: &Snapshot| -> Vec<String> {
            let derived = &at.analysis().derived;
            derived.instances.iter().chain(&derived.absent_by_default).map(|one| format!("{one:?}")).collect()
        };
        assert!(derived(&known) == derived(&fresh), "seed {}: other threats are derived", self.seed);
        // Types have other numbers where libraries were built before.
        let meanings = |at: &Snapshot| -> Vec<_> {
            let shown = |meaning: &Meaning| match meaning {
                Meaning::Variable(ty) => ty.show(at.library()),
                Meaning::Def(Def::Type(id)) => at.library().types[*id].name.to_string(),
                Meaning::Property(owner, prop) => format!("{} {prop:?}", at.library().types[*owner].name),
                other => format!("{other:?}"),
            };
            at.study.references.iter().map(|it| (it.span, it.declared, shown(&it.meaning))).collect()
        };
        let (here, there) = (meanings(&known), meanings(&fresh));
        let other = here.iter().zip(&there).find(|(a, b)| a != b);
        assert!(other.is_none() && here.len() == there.len(), "seed {}: other meanings: {other:?}", self.seed);
        known
    }

    /// Asks everything at a random place; answers must fit the text.
    fn ask(&mut self, at: &Arc<Snapshot>) {
        let path = self.path();
        let Some(file) = at.file(&path) else { return };
        let text = self.texts[&path].clone();
        let byte = self.boundary(&text);
        let view = tm_lsp::View::of(Arc::clone(at));
        let fits = |range: &Range<usize>| {
            let whole = range.start <= range.end && range.end <= text.len();
            assert!(whole && text.is_char_boundary(range.start) && text.is_char_boundary(range.end), "{range:?}");
        };
        let found = completion::complete(at, &path, &text, byte);
        fits(&found.range);
        hover::hover(&view, file, byte).iter().for_each(|it| fits(&it.range));
        definition::definition(at, file, byte);
        definition::type_definition(at, file, byte);
        definition::implementations(&view, file, byte);
        references::references(&view, file, byte, true);
        references::highlights(at, file, byte).iter().for_each(|it| fits(&it.range));
        symbols::outline(at, file).iter().for_each(|it| fits(&it.selection));
        symbols::workspace(&view, "a");
        folding::folds(at, file).iter().for_each(|it| fits(&it.range));
        selection::selections(at, file, byte).iter().for_each(fits);
        links::links(at, file).iter().for_each(|it| fits(&it.range));
        inlay::hints(at, file, &(0..text.len())).iter().for_each(|it| fits(&(it.byte..it.byte)));
        lens::lenses(&view, file).iter().for_each(|it| fits(&it.range));
        tokens::colours(at, file, &(0..text.len())).iter().for_each(|it| fits(&it.range));
        format::document(&text).iter().for_each(|it| fits(&it.range));
        format::typed(&text, byte, '}').iter().for_each(|it| fits(&it.range));
        let cursor = tm_lsp::syntax::cursor(&text, at.tokens(file), byte);
        signature::signature(at, at.package_at(file), &cursor);
        if let Some(item) = calls::prepare(at, file, byte) {
            let id = calls::find(at, &item).expect("the item again");
            calls::incoming(at, id);
            calls::outgoing(at, id);
        }
        types::prepare(at, file, byte);
        linked::linked(at, file, byte).iter().for_each(fits);
        let other = self.boundary(&text);
        let range = byte.min(other)..byte.max(other);
        let renamed = actions::naming(&view, file, &range, Vec::new);
        for action in renamed.into_iter().chain(actions::actions(at, file, &range)) {
            let own = action.edits.iter().filter(|edit| edit.at.path == path);
            own.for_each(|edit| fits(&edit.at.range));
            self.apart(&action.edits);
        }
        if let Ok(edits) = rename::rename(&view, file, byte, "renamed_thing", &[]) {
            self.apart(&edits);
        }
    }

    fn apart(&self, edits: &[Edit]) {
        let apart =
            |pair: &[Edit]| pair[0].at.path != pair[1].at.path || pair[0].at.range.end <= pair[1].at.range.start;
        assert!(edits.windows(2).all(apart), "seed {}: edits overlap: {edits:?}", self.seed);
    }
}
