//! What the compiler says about a file, and the threats above the appetite where their elements stand.

use crate::describe;
use crate::features::unused;
use crate::snapshot::{Location, Snapshot};
use std::collections::BTreeMap;
use std::ops::Range;
use tm_compiler::assess::Threat;
use tm_compiler::codes;
use tm_compiler::diagnostic::{Diagnostic, Severity};
use tm_compiler::evaluate::Evaluator;
use tm_compiler::source::FileId;

/// Which threats are shown among the diagnostics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Threats {
    /// None.
    None,
    /// Those above the appetite.
    #[default]
    Gate,
    /// All that count.
    All,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The source is wrong.
    Error,
    /// Suspicious.
    Warning,
    /// A threat, or worth knowing.
    Information,
    /// Shown by the look of the text alone.
    Hint,
}

/// What a message is about, and where one can read on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A mistake: its code has a page.
    Code,
    /// A threat, which this rule finds.
    Threat(Location),
    /// A declaration that nothing needs.
    Declaration,
}

/// A message about some bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Where.
    pub range: Range<usize>,
    /// How bad it is.
    pub level: Level,
    /// Code with a page, or id of a threat.
    pub code: String,
    /// What is said.
    pub text: String,
    /// Other places that belong to it, each with why.
    pub related: Vec<(Location, String)>,
    /// True where nothing uses what is declared there.
    pub unused: bool,
    /// What it is about.
    pub about: About,
}

/// What is said about a file.
pub fn messages(at: &Snapshot, file: FileId, threats: Threats) -> Vec<Message> {
    by_file(at, threats).remove(&file).unwrap_or_default()
}

/// What is said about each file: first mistakes, then threats.
pub fn by_file(at: &Snapshot, threats: Threats) -> BTreeMap<FileId, Vec<Message>> {
    let mut found: BTreeMap<FileId, Vec<Message>> = BTreeMap::new();
    for mistake in at.analysis().diagnostics() {
        found.entry(mistake.span().file).or_default().push(of_mistake(at, mistake));
    }
    let shown = |threat: &&Threat| match threats {
        Threats::None => false,
        Threats::Gate => threat.above_appetite,
        Threats::All => threat.counts,
    };
    let mut evaluator = Evaluator::new(at.library(), at.model());
    for threat in at.analysis().assessed.threats.iter().filter(shown) {
        let file = at.model().elements[threat.instance.carrier].span.file;
        found.entry(file).or_default().push(of_threat(at, &mut evaluator, threat));
    }
    for idle in unused::unused(at) {
        found.entry(idle.at.file).or_default().push(of_unused(&idle));
    }
    found
}

fn of_unused(idle: &unused::Unused) -> Message {
    Message {
        range: idle.at.range(),
        level: Level::Hint,
        code: unused::CODE.to_owned(),
        text: idle.why.clone(),
        related: Vec::new(),
        unused: true,
        about: About::Declaration,
    }
}

fn of_mistake(at: &Snapshot, found: &Diagnostic) -> Message {
    const UNUSED: &[&str] = &[codes::UNUSED, codes::UNUSED_BINDING];
    let mut text = found.message.clone();
    let label = found.labels.first().map(|label| label.text.as_str()).filter(|label| !label.is_empty());
    let parts = label.into_iter().map(str::to_owned);
    let notes = found.notes.iter().map(|note| format!("note: {note}"));
    let help = found.help.iter().map(|help| format!("help: {help}"));
    for line in parts.chain(notes).chain(help) {
        text.push('\n');
        text.push_str(&line);
    }
    let others = found.labels.iter().skip(1);
    Message {
        range: found.span().range(),
        level: match found.severity {
            Severity::Error => Level::Error,
            Severity::Warning => Level::Warning,
            Severity::Note => Level::Information,
        },
        code: found.code.to_owned(),
        text,
        related: others.map(|label| (at.location(label.span), label.text.clone())).collect(),
        unused: UNUSED.contains(&found.code),
        about: About::Code,
    }
}

fn of_threat<'a>(at: &'a Snapshot, evaluator: &mut Evaluator<'a>, threat: &Threat) -> Message {
    let rule = &at.library().rules[threat.instance.rule];
    let element = &at.model().elements[threat.instance.carrier];
    let head = at.decl(element.span).map_or(element.span, |decl| decl.head());
    let end =
        if head == element.whole { at.text(head.file)[head.range()].lines().next().map_or(0, str::len) } else { 0 };
    let range = if end > 0 { head.start as usize..head.start as usize + end } else { head.range() };
    let mut text = format!("{}: {}", describe::risk(at, threat), rule.title);
    let said = at.analysis().said(evaluator, threat);
    if *said != *rule.title {
        text.push('\n');
        text.push_str(&said);
    }
    Message {
        range,
        level: Level::Information,
        code: threat.id.clone(),
        text,
        related: vec![(at.location(rule.span), "the rule that finds it".to_owned())],
        unused: false,
        about: About::Threat(at.location(rule.span)),
    }
}
