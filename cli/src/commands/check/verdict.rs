//! What the arguments ask of a model, judged.

use crate::args::Terms as Args;
use crate::exit::Failure;
use tm_compiler::document::Document;
use tm_pipeline::baseline::Baseline;
use tm_pipeline::gate::{BadLimit, Limit, Terms, default_limit, judge as judged};

/// Judges a document with all of its threats; the verdict becomes that of its summary.
///
/// # Errors
/// Where a level means nothing to the model.
pub(super) fn judge(document: &mut Document, args: &Args, baseline: Option<&Baseline>) -> Result<(), Failure> {
    if let Some(baseline) = baseline {
        baseline.mark(document);
    }
    let terms = Terms { baseline, ..terms(document, args)? };
    document.summary.gate = judged(document, &terms);
    Ok(())
}

/// The limits that the arguments name. A comparison for which they name none has one all the same.
pub(super) fn terms(document: &Document, args: &Args) -> Result<Terms<'static>, Failure> {
    let limit = match (&args.fail_on, args.gate) {
        (Some(word), _) => Some(limit(document, word)?),
        (None, true) => Some(limit(document, "appetite")?),
        (None, false) => args.compared().then(|| default_limit(document)),
    };
    let unknown = args.fail_on_unknown.as_deref().map(|word| self::limit(document, word)).transpose()?;
    Ok(Terms { limit, unknown, baseline: None })
}

fn limit(document: &Document, word: &str) -> Result<Limit, Failure> {
    Limit::named(word, document).map_err(|bad| match bad {
        BadLimit::NoAppetite => {
            Failure::new("the model states no appetite").help("add `appetite = LEVEL` to the model, or name a level")
        }
        BadLimit::NoLevel(levels) => Failure::new(format!("there is no level of risk `{word}`"))
            .help(format!("levels are {}, or `appetite` for the model's own", levels.join(", "))),
    })
}
