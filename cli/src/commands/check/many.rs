//! `tm check` on a folder of packages: all of them, in parallel, each in a line, and in sum.

use super::super::baseline;
use super::{formatted, judge};
use crate::args::{Check, CheckFormat};
use crate::console::Console;
use crate::evidence;
use crate::exit::{Exit, Failure};
use crate::guard::STACK;
use crate::progress::Progress;
use crate::rego::{self, Judges};
use crate::sides;
use crate::terminal::style::{Ink, Style};
use crate::terminal::text::{clean, count, cut, pad, width};
use crate::world::Files;
use crate::write::{RealDisk, write_file};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tm_compiler::Analysis;
use tm_compiler::compose::Extent;
use tm_compiler::diagnostic::Severity;
use tm_compiler::document::{Against, Document, Gate, Location, Summary};
use tm_compiler::evidence::Evidence;
use tm_compiler::study::Memory;
use tm_pipeline::baseline::Baseline;
use tm_pipeline::results::combined;

/// Packages that are analysed before the first of them is told: answers stream, and memory stays bounded.
const AT_ONCE: usize = 32;
/// Things against passing that are told of one package.
const NAMED: usize = 3;

/// What became of one package.
struct Report {
    path: String,
    exit: Exit,
    summary: Summary,
    /// Why it could not be judged, where it could not.
    error: String,
    /// It was in the revision, and is not there any more.
    gone: bool,
    /// It declares nothing to find threats in.
    library: bool,
    /// What a reviewer should know and no verdict says.
    remarks: Vec<String>,
    /// The formats that were asked for, the one to print first.
    parts: Vec<String>,
}

pub(super) fn run(args: &Check, packages: &[PathBuf], console: &mut Console) -> Result<Exit, Failure> {
    refuse(args, packages)?;
    let evidence = evidence::read(&args.model.evidence)?;
    let policies = rego::read(&args.terms, &args.model.path)?;
    let pool = rayon::ThreadPoolBuilder::new().stack_size(STACK).build();
    let pool = pool.map_err(|error| Failure::new(format!("cannot start threads: {error}")))?;
    let names: Vec<String> = packages.iter().map(|path| path.display().to_string()).collect();
    let columns = names.iter().map(|name| width(name)).max().unwrap_or(0).min(console.width / 2);
    let mut reports = Vec::new();
    // What is built of the libraries serves the next package, too; there are never more of these than threads.
    let memories = Mutex::<Vec<Memory>>::default();
    let judged = |path: &PathBuf| {
        let mut memory = taken(&memories).pop().unwrap_or_default();
        let report = one(args, path, &evidence, &policies, &mut memory);
        taken(&memories).push(memory);
        report
    };
    for chunk in packages.chunks(AT_ONCE) {
        let done: Vec<Result<Report, Failure>> = {
            let _progress = Progress::start(console, "checking");
            pool.install(|| chunk.par_iter().map(judged).collect())
        };
        for report in done {
            let mut report = report?;
            match args.format {
                CheckFormat::Text => console.print(&line(&report, columns, console)),
                CheckFormat::Json => console.print(&report.parts.remove(0)),
                _ => {}
            }
            if args.format != CheckFormat::Text {
                report
                    .remarks
                    .iter()
                    .for_each(|remark| console.say(&(clean(&format!("{}: {remark}", report.path)) + "\n")));
            }
            reports.push(report);
        }
    }
    for report in gone(args, &names)? {
        if args.format == CheckFormat::Text {
            console.print(&line(&report, columns, console));
        }
        reports.push(report);
    }
    finish(args, &reports, console)
}

/// Packages that the revision has and the folder has not: with a model go its policies and what it knew to be open.
fn gone(args: &Check, packages: &[String]) -> Result<Vec<Report>, Failure> {
    let Some(revision) = args.terms.against.as_ref().filter(|_| !args.terms.allow_governance) else {
        return Ok(Vec::new());
    };
    let mut before = sides::packages(revision, &args.model.path, args.model.day.today)?;
    before.extend(sides::is_package(revision, &args.model.path, args.model.day.today)?);
    let gone = before.into_iter().filter(|path| !packages.contains(path));
    Ok(gone
        .map(|path| {
            let against = Against {
                kind: "governance".into(),
                subject: path.clone(),
                text: "the package is gone; `--allow-governance` lets it go".into(),
                location: Location::default(),
            };
            let summary = Summary { gate: Gate::of(vec![against], true), ..Summary::default() };
            Report {
                path,
                exit: Exit::Findings,
                summary,
                error: String::new(),
                gone: true,
                library: false,
                remarks: Vec::new(),
                parts: Vec::new(),
            }
        })
        .collect())
}

/// Who panicked while holding them left them whole: they are only taken and given back.
fn taken(memories: &Mutex<Vec<Memory>>) -> MutexGuard<'_, Vec<Memory>> {
    memories.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What makes no sense for several packages.
fn refuse(args: &Check, packages: &[PathBuf]) -> Result<(), Failure> {
    let badge = |format: CheckFormat| format == CheckFormat::Badge;
    if badge(args.format) || args.write.iter().any(|(format, _)| badge(*format)) {
        return Err(
            Failure::new("a badge is about one package, and this folder holds several").help("name one of them")
        );
    }
    let Some(name) = args.terms.baseline.as_deref() else { return Ok(()) };
    let each = "in a folder of packages each has a baseline of its own: `--baseline known.txt` is read in each";
    if name.components().count() != 1 {
        return Err(Failure::new(format!("`{}` is not the bare name of a file", name.display())).help(each));
    }
    if !packages.iter().any(|package| package.join(name).is_file()) {
        return Err(Failure::new(format!("no package here has a baseline `{}`", name.display())).help(each));
    }
    Ok(())
}

fn one(
    args: &Check,
    path: &Path,
    evidence: &Arc<Evidence>,
    policies: &Judges,
    memory: &mut Memory,
) -> Result<Report, Failure> {
    let mut args = args.clone();
    args.model.path = path.to_owned();
    let analysis = memory.analyse(&Files::new(path, args.model.day.today).with(Arc::clone(evidence)));
    let programs = args.format != CheckFormat::Text || !args.write.is_empty() || args.terms.programmed();
    let mut document = analysis.document_of(match (programs, args.terms.asked()) {
        (true, _) => Extent::FULL,
        (false, true) => Extent { elements: true, ..Extent::listing(usize::MAX) },
        (false, false) => Extent::listing(0),
    });
    let library = analysis.model.elements.values().all(|element| !element.kind.is_node());
    let bare = library && document.summary.by_severity.iter().all(|level| level.count == 0);
    let mut error = first_error(&analysis);
    let judged =
        known(&args, path).and_then(|baseline| judge(&args, &analysis, &mut document, baseline.as_ref(), policies));
    let mut remarks = Vec::new();
    let exit = match judged {
        Ok(ruling) => {
            remarks = ruling.remarks(&args);
            ruling.exit
        }
        // There is nothing in a library that a limit could be about.
        Err(_) if bare => analysis.outcome().into(),
        Err(failure) => {
            error = failure.message;
            Exit::Invalid
        }
    };
    let mut parts = Vec::new();
    match args.format {
        CheckFormat::Text => {}
        CheckFormat::Json => parts.push(streamed(path, &document)?),
        format => parts.push(formatted(format, &document, &args)?),
    }
    for (format, _) in &args.write {
        parts.push(match format {
            CheckFormat::Json => streamed(path, &document)?,
            format => formatted(*format, &document, &args)?,
        });
    }
    Ok(Report {
        path: path.display().to_string(),
        exit,
        summary: document.summary,
        error,
        gone: false,
        library: bare,
        remarks,
        parts,
    })
}

/// The baseline of a package; one that has none knows nothing.
fn known(args: &Check, path: &Path) -> Result<Option<Baseline>, Failure> {
    let Some(name) = &args.terms.baseline else { return Ok(None) };
    let file = path.join(name);
    if file.is_file() { baseline::read(&file).map(Some) } else { Ok(Some(Baseline::default())) }
}

/// A package on one line of JSON.
fn streamed(path: &Path, document: &Document) -> Result<String, Failure> {
    #[derive(serde::Serialize)]
    struct Line<'a> {
        package: String,
        document: &'a Document,
    }
    let line = serde_json::to_string(&Line { package: path.display().to_string(), document });
    line.map(|line| line + "\n").map_err(|error| Failure::new(format!("cannot write JSON: {error}")))
}

fn first_error(analysis: &Analysis) -> String {
    let first = analysis.diagnostics().iter().find(|one| one.severity == Severity::Error);
    first.map(|error| format!("{}: {}", error.code, error.message)).unwrap_or_default()
}

/// Writes what was asked for, and says how it stands in sum.
fn finish(args: &Check, reports: &[Report], console: &mut Console) -> Result<Exit, Failure> {
    // Of JSON the line was printed already and is no longer among the parts.
    let printed = !matches!(args.format, CheckFormat::Text | CheckFormat::Json);
    let offset = usize::from(printed);
    let parts = |at: usize| -> Vec<(&str, &str)> {
        reports.iter().filter_map(|one| Some((one.path.as_str(), one.parts.get(at)?.as_str()))).collect()
    };
    for (at, (format, file)) in args.write.iter().enumerate() {
        write_file(&mut RealDisk, file, joined(*format, &parts(at + offset)).as_bytes())?;
    }
    match args.format {
        CheckFormat::Json => {}
        CheckFormat::Text => console.print(&sum(reports, console.style)),
        format => console.print(&joined(format, &parts(0))),
    }
    Ok(reports.iter().map(|report| report.exit).max().unwrap_or(Exit::Clean))
}

fn joined(format: CheckFormat, parts: &[(&str, &str)]) -> String {
    match format {
        CheckFormat::Sarif => combined::sarif(parts),
        CheckFormat::Github => combined::annotations(parts),
        CheckFormat::Markdown => combined::summaries(parts),
        CheckFormat::Codequality => combined::code_quality(parts),
        CheckFormat::GitlabSast => combined::sast(parts),
        CheckFormat::Junit => combined::junit(parts),
        CheckFormat::Text | CheckFormat::Json | CheckFormat::Badge | CheckFormat::Vulnerabilities => {
            parts.iter().map(|(_, part)| *part).collect()
        }
    }
}

fn line(report: &Report, columns: usize, console: &Console) -> String {
    let (style, gate) = (console.style, &report.summary.gate);
    let (word, ink) = match report.exit {
        Exit::Clean => ("passes", Ink::Good),
        Exit::Findings => ("fails", Ink::Error),
        Exit::Invalid | Exit::Internal => ("error", Ink::Error),
    };
    let path = pad(&cut(&clean(&report.path), columns), columns);
    let said = match report.exit {
        Exit::Invalid | Exit::Internal => clean(&report.error),
        Exit::Findings if report.gone => "gone".to_owned(),
        _ if report.library => "nothing to find threats in".to_owned(),
        _ => threats(&report.summary),
    };
    let mut out = format!("{path}  {}  {}\n", style.paint(ink, &pad(word, 6)), style.paint(Ink::Quiet, &said));
    if report.exit == Exit::Findings {
        for one in gate.against.iter().take(NAMED) {
            let text = cut(&clean(&format!("{}: {}", one.subject, one.text)), console.width.saturating_sub(4));
            let _ = writeln!(out, "    {text}");
        }
        if gate.against.len() > NAMED {
            let _ = writeln!(out, "    … and {} more", gate.against.len() - NAMED);
        }
    }
    for remark in &report.remarks {
        let _ = writeln!(out, "    {}", cut(&clean(remark), console.width.saturating_sub(4)));
    }
    out
}

fn threats(summary: &Summary) -> String {
    let levels = summary.by_severity.iter().filter(|level| level.count > 0);
    let levels: Vec<String> = levels.map(|level| format!("{} {}", level.count, clean(&level.title))).collect();
    match summary.open + summary.planned {
        0 => "no threat stands open".to_owned(),
        number if levels.is_empty() => count(number, "threat counts", "threats count"),
        number => format!("{} ({})", count(number, "threat counts", "threats count"), levels.join(", ")),
    }
}

/// The threats of all packages, and how many of each level; packages with scales of their own may share names of levels.
fn levels(reports: &[Report]) -> (usize, Vec<String>) {
    let mut found: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for level in reports.iter().flat_map(|report| &report.summary.by_severity).filter(|level| level.count > 0) {
        let (number, rank) = found.entry(level.title.as_str()).or_default();
        (*number, *rank) = (*number + level.count, level.rank.max(*rank));
    }
    let mut ranked: Vec<(&str, (usize, usize))> = found.into_iter().collect();
    ranked.sort_by_key(|(_, (_, rank))| std::cmp::Reverse(*rank));
    let total = ranked.iter().map(|(_, (number, _))| number).sum();
    (total, ranked.into_iter().map(|(title, (number, _))| format!("{number} {}", clean(title))).collect())
}

/// By how many scales the packages measure risk.
fn scales(reports: &[Report]) -> usize {
    let measured = reports.iter().filter(|report| report.summary.by_severity.iter().any(|level| level.count > 0));
    let scale = |report: &Report| -> Vec<String> {
        report.summary.by_severity.iter().map(|level| level.name.clone()).collect()
    };
    measured.map(scale).collect::<BTreeSet<_>>().len()
}

/// All packages in a line.
fn sum(reports: &[Report], style: Style) -> String {
    let number = |exit: Exit| reports.iter().filter(|report| report.exit == exit).count();
    let parts = [
        (number(Exit::Clean), "pass", Ink::Good),
        (number(Exit::Findings), "fail", Ink::Error),
        (number(Exit::Invalid), "with errors", Ink::Error),
    ];
    let parts = parts.iter().filter(|(number, ..)| *number > 0);
    let parts: Vec<String> = parts.map(|(number, word, ink)| style.paint(*ink, &format!("{number} {word}"))).collect();
    let (total, levels) = levels(reports);
    let threats = if total == 0 {
        "no threat stands open".to_owned()
    } else {
        let mixed = if scales(reports) > 1 { "; levels of unlike scales, by their names" } else { "" };
        format!("{} ({}{mixed})", count(total, "threat counts", "threats count"), levels.join(", "))
    };
    format!("\n{}: {} · {threats}\n", count(reports.len(), "package", "packages"), parts.join(", "))
}
