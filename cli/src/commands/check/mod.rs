//! `tm check`: mistakes, threats that count, questions, how it stands, what to do next.

mod against;
mod many;
mod orphans;
mod text;
mod verdict;

use super::{baseline, study, valid};
use crate::args::{Check, CheckFormat};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::git;
use crate::rego::{self, Judges};
use crate::sides::Place;
use crate::terminal::summary::Size;
use crate::terminal::text::{clean, count};
use crate::world::packages;
use crate::write::{RealDisk, write_file};
use std::sync::Arc;
use tm_compiler::compose::Extent;
use tm_compiler::document::Document;
use tm_compiler::{Analysis, Outcome};
use tm_pipeline::baseline::Baseline;
use tm_pipeline::results::{self, Choice};
use tm_pipeline::sarif::sarif;

/// Facts of a change that are named one by one.
const FACTS: usize = 10;

pub(super) fn run(args: &Check, console: &mut Console) -> Result<Exit, Failure> {
    let (exit, analysis) = once(args, console)?;
    // The process ends with the command: taking a large analysis apart piece by piece would only take time.
    std::mem::forget(analysis);
    Ok(exit)
}

/// Checks once. The analysis is there where the path is one package.
pub(super) fn once(args: &Check, console: &mut Console) -> Result<(Exit, Option<Arc<Analysis>>), Failure> {
    if let Some(Place::Revision(revision, _)) = args.terms.against.as_deref().map(Place::read) {
        git::settled(&revision)?;
    }
    let path = &args.model.path;
    let packages = packages(path).map_err(|error| Failure::io("read the folder", path, &error))?;
    if !packages.is_empty() {
        return Ok((many::run(args, &packages, console)?, None));
    }
    let policies = rego::read(&args.terms, path)?;
    let analysis = study(&args.model, console)?;
    let mut listing = Listing::new(&analysis, args);
    let baseline = known(args)?;
    let ruling = judge(args, &analysis, &mut listing.document, baseline.as_ref(), &policies)?;
    listing.remarks = ruling.remarks(args);
    listing.appetite = ruling.appetite;
    for (format, file) in &args.write {
        write_file(&mut RealDisk, file, formatted(*format, &listing.document, args)?.as_bytes())?;
    }
    let text = match args.format {
        CheckFormat::Text => text::render(&analysis, &listing, args, console),
        format => formatted(format, &listing.document, args)?,
    };
    console.print(&text);
    if args.format != CheckFormat::Text {
        listing.remarks.iter().for_each(|line| console.say(&format!("{}\n", clean(line))));
    }
    Ok((ruling.exit, Some(analysis)))
}

/// The baseline that is named. Where a revision judges, it counts only for a model that the revision does not have; but who
/// names one that is not there means another.
fn known(args: &Check) -> Result<Option<Baseline>, Failure> {
    args.terms.baseline.as_deref().map(baseline::read).transpose()
}

/// The whole document of one package, judged; none where the package is not valid.
pub(super) fn judged(args: &Check, console: &mut Console) -> Result<Option<Document>, Failure> {
    let path = &args.model.path;
    if !packages(path).map_err(|error| Failure::io("read the folder", path, &error))?.is_empty() {
        return Err(Failure::new("this folder holds several packages").help("name one of them"));
    }
    let Some(analysis) = valid(&args.model, console)? else { return Ok(None) };
    let mut document = analysis.document_of(Extent::FULL);
    let policies = rego::read(&args.terms, path)?;
    let baseline = known(args)?;
    judge(args, &analysis, &mut document, baseline.as_ref(), &policies)?;
    Ok(Some(document))
}

/// What came of judging.
#[derive(Default)]
struct Ruling {
    exit: Exit,
    /// The appetite that judged, where it is not the model's own.
    appetite: Option<String>,
    /// Facts that guard or weigh less than in the revision.
    weaker: Vec<String>,
    /// Of what a baseline knows, how much is there no more, and how much that is of.
    gone: (usize, usize),
}

impl Ruling {
    /// What a reviewer should know and no verdict says, line by line.
    fn remarks(&self, args: &Check) -> Vec<String> {
        let mut out = Vec::new();
        if !self.weaker.is_empty() {
            let facts = count(self.weaker.len(), "fact guards or weighs", "facts guard or weigh");
            out.push(format!("{facts} less than before; who reviews the change should know why:"));
            out.extend(self.weaker.iter().take(FACTS).map(|one| format!("  {one}")));
            let more = self.weaker.len().saturating_sub(FACTS);
            out.extend((more > 0).then(|| format!("  … and {more} more: tm diff")));
        }
        if let (gone @ 1.., all) = self.gone {
            let file = args.terms.baseline.as_deref().map(|file| file.display().to_string()).unwrap_or_default();
            let what = format!("{gone} of {all} {} known", if all == 1 { "thing" } else { "things" });
            let is = if gone == 1 { "is" } else { "are" };
            out.push(format!("{what} from the baseline {is} gone, and would pass if they came back: write it anew with `tm baseline {} --out {file}`", args.model.path.display()));
        }
        out
    }
}

/// Judges what the arguments ask for; the verdict becomes that of the document.
fn judge(
    args: &Check,
    analysis: &Arc<Analysis>,
    document: &mut Document,
    baseline: Option<&Baseline>,
    policies: &Judges,
) -> Result<Ruling, Failure> {
    let outcome = analysis.outcome();
    if !args.terms.asked() || outcome == Outcome::Invalid {
        let refuted = outcome == Outcome::Clean && refuted(document);
        let exit = if refuted { Exit::Findings } else { outcome.into() };
        return Ok(Ruling { exit, ..Ruling::default() });
    }
    let mut ruling = Ruling::default();
    match &args.terms.against {
        Some(revision) => {
            let known = baseline.cloned().unwrap_or_default();
            let compared = against::against(revision, args, analysis, document, known)?;
            (ruling.appetite, ruling.weaker) = (compared.appetite, compared.weaker);
        }
        None => {
            verdict::judge(document, &args.terms, baseline)?;
            ruling.gone = baseline.map(|baseline| baseline.gone(document)).unwrap_or_default();
        }
    }
    policies.judge(document)?;
    document.summary.gate.weaker.clone_from(&ruling.weaker);
    ruling.exit = if document.summary.gate.fails() { Exit::Findings } else { Exit::Clean };
    Ok(ruling)
}

/// True where evidence refutes a control that is said to be there.
fn refuted(document: &Document) -> bool {
    document.summary.gate.against.iter().any(|one| one.kind == "failing")
}

/// A document in a format for programs.
fn formatted(format: CheckFormat, document: &Document, args: &Check) -> Result<String, Failure> {
    let choice = Choice { possible: args.all, omit_decided: args.omit_accepted };
    Ok(match format {
        CheckFormat::Text | CheckFormat::Json => {
            let mut bytes = Vec::new();
            let written = crate::json::write(&mut bytes, document);
            written.map_err(|error| Failure::new(format!("cannot write JSON: {error}")))?;
            String::from_utf8_lossy(&bytes).into_owned() + "\n"
        }
        CheckFormat::Sarif => sarif(document, choice),
        CheckFormat::Github => results::annotations(document),
        CheckFormat::Markdown => results::summary(document),
        CheckFormat::Codequality => results::code_quality(document),
        CheckFormat::GitlabSast => results::sast(document),
        CheckFormat::Junit => results::junit(document),
        CheckFormat::Badge => results::badge(document),
        CheckFormat::Vulnerabilities => results::vulnerabilities(document),
    })
}

/// What is listed of an analysis: proofs and inventories of large models take longer than the analysis.
struct Listing {
    document: Document,
    size: Size,
    /// Threats that count and are not in the document: level and how many.
    hidden: Vec<(String, usize)>,
    /// The appetite that judges, where it is not the model's own.
    appetite: Option<String>,
    /// What a reviewer should know and no verdict says.
    remarks: Vec<String>,
}

impl Listing {
    fn whole(analysis: &Analysis, extent: Extent) -> Self {
        Listing {
            document: analysis.document_of(extent),
            size: Size::of(analysis),
            hidden: Vec::new(),
            appetite: None,
            remarks: Vec::new(),
        }
    }

    /// What is asked for: a screen shows the first threats, judging needs all of them, programs get everything.
    fn new(analysis: &Analysis, args: &Check) -> Self {
        if args.format != CheckFormat::Text || !args.write.is_empty() || args.terms.programmed() {
            return Self::whole(analysis, Extent::FULL);
        }
        if args.terms.asked() {
            return Self::whole(analysis, Extent { elements: true, ..Extent::listing(usize::MAX) });
        }
        text::listing(analysis, args.all)
    }
}
