//! `tm check`: mistakes, threats that count, questions, how it stands, what to do next.

mod against;
mod many;
mod text;
mod verdict;

use super::{baseline, study, valid};
use crate::args::{Check, CheckFormat};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::rego;
use crate::terminal::summary::Size;
use crate::world::packages;
use crate::write::{RealDisk, write_file};
use std::sync::Arc;
use tm_compiler::compose::Extent;
use tm_compiler::document::Document;
use tm_compiler::{Analysis, Outcome};
use tm_pipeline::baseline::Baseline;
use tm_pipeline::policy::Policies;
use tm_pipeline::results::{self, Choice};
use tm_pipeline::sarif::sarif;

pub(super) fn run(args: &Check, console: &mut Console) -> Result<Exit, Failure> {
    let (exit, analysis) = once(args, console)?;
    // The process ends with the command: taking a large analysis apart piece by piece would only take time.
    std::mem::forget(analysis);
    Ok(exit)
}

/// Checks once. The analysis is there where the path is one package.
pub(super) fn once(args: &Check, console: &mut Console) -> Result<(Exit, Option<Arc<Analysis>>), Failure> {
    let path = &args.model.path;
    let packages = packages(path).map_err(|error| Failure::io("read the folder", path, &error))?;
    if !packages.is_empty() {
        return Ok((many::run(args, &packages, console)?, None));
    }
    let policies = rego::read(&args.terms.policy)?;
    let analysis = study(&args.model, console)?;
    let mut listing = Listing::new(&analysis, args);
    let baseline = args.terms.baseline.as_deref().map(baseline::read).transpose()?;
    let ruling = judge(args, &analysis, &mut listing.document, baseline.as_ref(), policies.as_ref())?;
    listing.appetite = ruling.appetite;
    for (format, file) in &args.write {
        write_file(&mut RealDisk, file, formatted(*format, &listing.document, args)?.as_bytes())?;
    }
    let text = match args.format {
        CheckFormat::Text => text::render(&analysis, &listing, args, console),
        format => formatted(format, &listing.document, args)?,
    };
    console.print(&text);
    Ok((ruling.exit, Some(analysis)))
}

/// The whole document of one package, judged; none where the package is not valid.
pub(super) fn judged(args: &Check, console: &mut Console) -> Result<Option<Document>, Failure> {
    let path = &args.model.path;
    if !packages(path).map_err(|error| Failure::io("read the folder", path, &error))?.is_empty() {
        return Err(Failure::new("this folder holds several packages").help("name one of them"));
    }
    let Some(analysis) = valid(&args.model, console)? else { return Ok(None) };
    let mut document = analysis.document_of(Extent::FULL);
    let policies = rego::read(&args.terms.policy)?;
    let baseline = args.terms.baseline.as_deref().map(baseline::read).transpose()?;
    judge(args, &analysis, &mut document, baseline.as_ref(), policies.as_ref())?;
    Ok(Some(document))
}

/// What came of judging.
struct Ruling {
    exit: Exit,
    /// The appetite that judged, where it is not the model's own.
    appetite: Option<String>,
}

/// Judges what the arguments ask for; the verdict becomes that of the document.
fn judge(
    args: &Check,
    analysis: &Arc<Analysis>,
    document: &mut Document,
    baseline: Option<&Baseline>,
    policies: Option<&Arc<Policies>>,
) -> Result<Ruling, Failure> {
    let outcome = analysis.outcome();
    if !args.terms.asked() || outcome == Outcome::Invalid {
        let refuted = outcome == Outcome::Clean && refuted(document);
        return Ok(Ruling { exit: if refuted { Exit::Findings } else { outcome.into() }, appetite: None });
    }
    let appetite = match &args.terms.against {
        Some(revision) => against::against(revision, args, analysis, document)?,
        None => {
            verdict::judge(document, &args.terms, baseline)?;
            None
        }
    };
    if let Some(policies) = policies {
        rego::judge(policies, document)?;
    }
    Ok(Ruling { exit: if document.summary.gate.fails() { Exit::Findings } else { Exit::Clean }, appetite })
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
}

impl Listing {
    fn whole(analysis: &Analysis, extent: Extent) -> Self {
        Listing { document: analysis.document_of(extent), size: Size::of(analysis), hidden: Vec::new(), appetite: None }
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
