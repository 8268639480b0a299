//! The arguments, as clap reads them.

mod built;

pub use built::{Built, Drift, DriftFormat, New};

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use jiff::civil::Date;
use std::path::PathBuf;
use std::time::Duration;

/// A compiler for threat models
#[derive(Clone, Debug, Parser)]
#[command(name = "tm", bin_name = "tm", arg_required_else_help = true)]
#[command(
    after_help = "Exit codes: 0 clean, 1 findings or a failed gate, 2 wrong usage or invalid source, 3 a defect of tm.\nA first model: `tm new`, then `tm check`."
)]
pub struct Cli {
    /// Print the versions of tm, its language and its library
    #[arg(short = 'V', long)]
    pub version: bool,
    /// When to use colour: auto, always or never
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub color: Color,
    /// What to do
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On terminals, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The commands.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Check a model: mistakes, threats, what to do next
    Check(Check),
    /// Check again after each save
    Watch(Watch),
    /// Write the report, the diagrams and the analysis to a folder
    Build(Build),
    /// Record what stands today, so that a check can fail for what is new alone
    Baseline(Baseline),
    /// Compare two models: what changed, what it does to the risk, and which lines did it
    Diff(Diff),
    /// Tell people what is new
    #[command(subcommand)]
    Notify(Notify),
    /// Keep tickets in step with the threats of a model
    #[command(subcommand)]
    Sync(Sync),
    /// Compare a model with what is built: plans, manifests, templates
    Drift(Drift),
    /// Draw the data-flow diagram
    Diagram(Diagram),
    /// Explain a code, a threat, why a threat is not raised, or an id of a catalogue
    Explain(Explain),
    /// List what the model leaves open, most telling first
    Questions(Questions),
    /// Report on the requirements of a regime: what is met, by what, what is open
    Compliance(Compliance),
    /// Write the reference of the library, and of a package of your own, as pages for a browser
    Doc(Doc),
    /// Run the tests of a package
    Test(Test),
    /// Format source files
    Fmt(Fmt),
    /// Make the repairs that mistakes come with, where they leave no choice
    Fix(Fix),
    /// Start a model with a small commented example, or with a draft of what is built
    New(New),
    /// Show the picture and the report in a browser, kept up to date
    Serve(Serve),
    /// Serve an editor over standard input and output (language server)
    Lsp(Lsp),
    /// Print a completion script for a shell
    Completions(Completions),
}

/// The package a command is about.
#[derive(Args, Clone, Debug)]
pub struct Model {
    /// A folder, a .tm file, or a package of the library such as std.web
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true, value_hint = ValueHint::AnyPath)]
    pub path: PathBuf,
    /// What scanners and tests wrote (SARIF, JUnit, Checkov, …), or a folder of it; may be given several times
    #[arg(long, value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub evidence: Vec<PathBuf>,
    #[command(flatten)]
    /// The day.
    pub day: Day,
}

/// The day on which expiry is judged.
#[derive(Args, Clone, Copy, Debug)]
pub struct Day {
    /// Judge expiry as of this day (UTC), not today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
}

fn day(text: &str) -> Result<Date, String> {
    let shape = text.len() == 10 && text.bytes().filter(|byte| *byte == b'-').count() == 2;
    let date = text.parse().ok().filter(|_| shape);
    date.ok_or_else(|| "it is no day of the calendar in the form YYYY-MM-DD".to_owned())
}

/// `tm check`
#[derive(Args, Clone, Debug)]
pub struct Check {
    #[command(flatten)]
    /// The package.
    pub model: Model,
    /// text, json (the whole analysis), sarif, github, markdown, codequality, gitlab-sast, junit, badge or vulnerabilities
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_possible_values = true)]
    pub format: CheckFormat,
    /// Write a format to a file, too; may be given several times
    #[arg(long, value_name = "FORMAT=FILE", value_parser = written)]
    pub write: Vec<(CheckFormat, PathBuf)>,
    /// Leave accepted, transferred and dismissed threats out of SARIF, for readers that show what is suppressed
    #[arg(long)]
    pub omit_accepted: bool,
    #[command(flatten)]
    /// What passes.
    pub terms: Terms,
    /// Show everything, however much it is
    #[arg(long)]
    pub all: bool,
}

/// `tm watch`
#[derive(Args, Clone, Debug)]
pub struct Watch {
    #[command(flatten)]
    /// The package.
    pub model: Model,
    #[command(flatten)]
    /// What passes.
    pub terms: Terms,
    /// Show everything, however much it is
    #[arg(long)]
    pub all: bool,
}

/// `tm notify`
#[derive(Clone, Debug, Subcommand)]
pub enum Notify {
    /// Post what is new or worse to Slack, as one message (TM_SLACK_WEBHOOK holds the webhook)
    Slack(Slack),
}

/// `tm notify slack`
#[derive(Args, Clone, Debug)]
pub struct Slack {
    #[command(flatten)]
    /// The package.
    pub model: Model,
    #[command(flatten)]
    /// What is known, and what passes.
    pub terms: Terms,
    /// Send nothing; print the message as JSON
    #[arg(long)]
    pub dry_run: bool,
    /// Wait so many seconds for an answer
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = patience)]
    pub timeout: Duration,
}

/// `tm sync`
#[derive(Clone, Debug, Subcommand)]
pub enum Sync {
    /// Make, change and close issues in Jira Cloud; TM_JIRA_URL, TM_JIRA_USER and TM_JIRA_TOKEN say where and who
    Jira(Jira),
}

/// `tm sync jira`
#[derive(Args, Clone, Debug)]
pub struct Jira {
    #[command(flatten)]
    /// The package.
    pub model: Model,
    /// Key of the project
    #[arg(long, value_name = "KEY", value_parser = project)]
    pub project: String,
    /// Do it; otherwise what would be done is only listed
    #[arg(long)]
    pub apply: bool,
    /// Type of the issues that are made
    #[arg(long, value_name = "NAME", default_value = "Task")]
    pub issue_type: String,
    /// Make no issues for threats in this file, which `tm baseline` wrote
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub baseline: Option<PathBuf>,
    /// Name under which the issues of this model are kept, where another model in the project has the same
    #[arg(long = "as", value_name = "NAME")]
    pub name: Option<String>,
    /// Wait so many seconds for an answer
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = patience)]
    pub timeout: Duration,
}

fn patience(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|seconds: &f64| (0.1..=600.0).contains(seconds));
    seconds.map(Duration::from_secs_f64).ok_or_else(|| "it is no number of seconds between 0.1 and 600".to_owned())
}

fn project(text: &str) -> Result<String, String> {
    let first = text.starts_with(|c: char| c.is_ascii_uppercase());
    let rest = text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    if first && rest && text.len() <= 255 { Ok(text.to_owned()) } else { Err("a key is written like SHOP".to_owned()) }
}

/// What passes a gate.
#[derive(Args, Clone, Debug, Default)]
pub struct Terms {
    /// Exit with 1 if an open threat is above the model's appetite
    #[arg(long, conflicts_with = "fail_on")]
    pub gate: bool,
    /// Exit with 1 if an open threat has this residual risk or more (a level, or `appetite`)
    #[arg(long, value_name = "LEVEL")]
    pub fail_on: Option<String>,
    /// Exit with 1 if a possible threat has this residual risk or more (a level, or `appetite`)
    #[arg(long, value_name = "LEVEL")]
    pub fail_on_unknown: Option<String>,
    /// Judge only what is new or worse than in this file, which `tm baseline` wrote; with --against only for a model that
    /// the revision does not have
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub baseline: Option<PathBuf>,
    /// Judge only what is new or worse than in a revision, by the appetite, policies, decisions and rules of that revision
    #[arg(long, value_name = "git:REV")]
    pub against: Option<String>,
    /// Judge by policies in Rego, too: a file, or a folder of them; may be given several times
    #[arg(long, value_name = "FILE.rego", value_hint = ValueHint::AnyPath)]
    pub policy: Vec<PathBuf>,
    /// With --against: let changes of appetite, policies, decisions and rules count
    #[arg(long, requires = "against")]
    pub allow_governance: bool,
}

impl Terms {
    /// True where somebody said what passes.
    pub fn asked(&self) -> bool {
        self.gate || self.fail_on.is_some() || self.fail_on_unknown.is_some() || self.programmed() || self.compared()
    }
}

impl Terms {
    /// True where policies beside the model judge it, too.
    pub fn programmed(&self) -> bool {
        !self.policy.is_empty()
    }

    /// True where only what is new or worse is judged.
    pub fn compared(&self) -> bool {
        self.baseline.is_some() || self.against.is_some()
    }
}

/// `tm baseline`
#[derive(Args, Clone, Debug)]
pub struct Baseline {
    #[command(flatten)]
    /// The package.
    pub model: Model,
    /// File to write; standard output otherwise
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub out: Option<PathBuf>,
}

/// `tm diff`
#[derive(Args, Clone, Debug)]
pub struct Diff {
    /// The old model: a file, a folder, git:REV or git:REV:path
    pub old: String,
    /// The new model, likewise
    #[arg(default_value = ".", hide_default_value = true)]
    pub new: String,
    /// `text` for people, `json`, or `markdown` for a comment on a pull request
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_possible_values = true)]
    pub format: DiffFormat,
    /// Exit with 1 for changes of a class: identity, exposure (within identity), risk (within exposure), governance
    #[arg(long, value_name = "CLASS", value_delimiter = ',', hide_possible_values = true)]
    pub fail_on: Vec<DiffClass>,
    /// Compare policies in Rego, too: a file, or a folder of them; may be given several times
    #[arg(long, value_name = "FILE.rego", value_hint = ValueHint::AnyPath)]
    pub policy: Vec<PathBuf>,
    #[command(flatten)]
    /// The day.
    pub day: Day,
}

/// How `tm diff` answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// For pull requests
    Markdown,
}

/// Classes of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffClass {
    /// Ids that tickets refer to changed
    Identity,
    /// A boundary is gone, a flow crosses a new one, a control is gone
    Exposure,
    /// A score rose
    Risk,
    /// What models are judged by changed
    Governance,
}

impl Check {
    /// A check for people, of what another command was given.
    pub fn of(model: &Model, terms: &Terms, all: bool) -> Self {
        let (model, terms) = (model.clone(), terms.clone());
        Check { model, format: CheckFormat::Text, write: Vec::new(), omit_accepted: false, terms, all }
    }
}

/// How `tm check` answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people
    Text,
    /// The document that reports are made of
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub's workflows
    Github,
    /// A summary for the page of a job
    Markdown,
    /// GitLab's report of code quality
    Codequality,
    /// GitLab's report of static application security testing
    GitlabSast,
    /// JUnit's XML
    Junit,
    /// A badge as SVG
    Badge,
    /// Findings of `--evidence` that were rated by CVSS, as drafts of `vulnerability` declarations
    Vulnerabilities,
}

/// `FORMAT=FILE`.
fn written(text: &str) -> Result<(CheckFormat, PathBuf), String> {
    let (format, file) = text.split_once('=').ok_or("write it as FORMAT=FILE, such as sarif=tm.sarif")?;
    let known = CheckFormat::from_str(format, true).map_err(|_| format!("there is no format `{format}`"))?;
    match (known, file) {
        (CheckFormat::Text, _) => Err("text goes to standard output; `--format text` is the default".to_owned()),
        (_, "") => Err("the name of a file stands behind the `=`".to_owned()),
        (known, file) => Ok((known, file.into())),
    }
}

/// `tm build`
#[derive(Args, Clone, Debug)]
pub struct Build {
    #[command(flatten)]
    /// The package.
    pub model: Model,
    /// Folder to write to; made where it does not exist
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out: PathBuf,
    /// Folder with templates of your own: same name replaces, other names add reports
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub template: Option<PathBuf>,
}

/// `tm diagram`
#[derive(Args, Clone, Debug)]
pub struct Diagram {
    #[command(flatten)]
    /// The package.
    pub model: Model,
    /// svg, png, dot or mermaid; otherwise by the ending of the file, else svg
    #[arg(long, value_name = "FORMAT", hide_possible_values = true)]
    pub format: Option<Picture>,
    /// Draw one view
    #[arg(long, value_name = "NAME", conflicts_with = "boundary")]
    pub view: Option<String>,
    /// Draw one boundary and what it talks to
    #[arg(long, value_name = "NAME")]
    pub boundary: Option<String>,
    /// Draw everything, however large
    #[arg(long, conflicts_with_all = ["view", "boundary"])]
    pub full: bool,
    /// Main direction of the flows: down or right
    #[arg(long, value_name = "WAY", default_value = "down", hide_possible_values = true)]
    pub direction: Way,
    /// What places the parts: elk is built in, dot is an installed Graphviz
    #[arg(long, value_name = "ENGINE", default_value = "elk", hide_possible_values = true)]
    pub engine: Engine,
    /// Pixels for each unit of a PNG; 2, or less where the picture is large
    #[arg(long, value_name = "N")]
    pub scale: Option<f32>,
    /// File to write; standard output otherwise
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// Kinds of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Picture {
    /// A drawing for browsers and documents
    Svg,
    /// Text for Graphviz
    Dot,
    /// Text for Mermaid
    Mermaid,
    /// Pixels
    Png,
}

/// Main direction of the flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Way {
    /// Top to bottom
    Down,
    /// Left to right
    Right,
}

/// What places the parts of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// Built in
    Elk,
    /// Graphviz, where it is installed
    Dot,
}

/// `tm explain`
#[derive(Args, Clone, Debug)]
pub struct Explain {
    /// A code such as E0302, a threat of the model such as Rule@element, an id such as CWE-319, or the name of a rule,
    /// a control, a type, a property or a part of the model
    #[arg(value_name = "CODE|RULE@ELEMENT|ID|NAME")]
    pub what: String,
    /// Explain why the threat is not raised
    #[arg(long)]
    pub not: bool,
    #[command(flatten)]
    /// The package.
    pub model: Model,
}

/// `tm questions`
#[derive(Args, Clone, Debug)]
pub struct Questions {
    #[command(flatten)]
    /// The package.
    pub model: Model,
}

/// `tm compliance`
#[derive(Args, Clone, Debug)]
pub struct Compliance {
    #[command(flatten)]
    /// The package.
    pub model: Model,
    /// One regime, such as PciDss, whether or not the model declares it
    #[arg(long, value_name = "NAME")]
    pub regime: Option<String>,
    /// `text`, `markdown`, `html` or `json`
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_possible_values = true)]
    pub format: ComplianceFormat,
}

/// How `tm compliance` prints.
#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComplianceFormat {
    /// For the terminal
    Text,
    /// For a page of a wiki or an issue
    Markdown,
    /// A page of its own
    Html,
    /// For programs
    Json,
}

/// `tm doc`
#[derive(Args, Clone, Debug)]
pub struct Doc {
    /// A package of your own; its pages come first
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub path: Option<PathBuf>,
    /// Folder for the pages
    #[arg(long, value_name = "DIR", default_value = "reference", value_hint = ValueHint::DirPath)]
    pub out: PathBuf,
}

/// `tm test`
#[derive(Args, Clone, Debug)]
pub struct Test {
    #[command(flatten)]
    /// The package.
    pub model: Model,
    /// List rules that no test fires and properties that no rule reads
    #[arg(long)]
    pub coverage: bool,
}

/// `tm fmt`
#[derive(Args, Clone, Debug)]
pub struct Fmt {
    /// Files and folders; `-` reads standard input
    #[arg(value_name = "PATH", default_value = ".", hide_default_value = true, value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Change nothing; exit with 1 if something would change
    #[arg(long)]
    pub check: bool,
    /// Change nothing; show what would change
    #[arg(long)]
    pub diff: bool,
}

/// `tm fix`
#[derive(Args, Clone, Debug)]
pub struct Fix {
    #[command(flatten)]
    /// The package.
    pub model: Model,
    /// Change nothing; show what would change
    #[arg(long)]
    pub dry_run: bool,
}

/// `tm serve`
#[derive(Args, Clone, Debug)]
pub struct Serve {
    #[command(flatten)]
    /// The package.
    pub model: Model,
    /// Port on 127.0.0.1; 0 takes one that is free
    #[arg(long, value_name = "N", default_value_t = 4640)]
    pub port: u16,
    /// The picture to begin with
    #[arg(long, value_name = "NAME")]
    pub view: Option<String>,
}

/// `tm lsp`
#[derive(Args, Clone, Copy, Debug)]
pub struct Lsp {
    /// Accepted because many editors pass it: there is no other way to talk
    #[arg(long, hide = true)]
    pub stdio: bool,
    #[command(flatten)]
    /// The day.
    pub day: Day,
}

/// `tm completions`
#[derive(Args, Clone, Debug)]
pub struct Completions {
    /// The shell
    pub shell: Shell,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_fit_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn days_are_days_of_the_calendar() {
        assert!(day("2028-02-29").is_ok());
        for bad in ["2027-02-29", "2027-2-1", "tomorrow", "2027-02-01T00:00", ""] {
            assert!(day(bad).is_err(), "{bad}");
        }
    }
}
