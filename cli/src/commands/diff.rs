//! `tm diff`: what changed between two models.

use crate::args::{Diff as Args, DiffClass, DiffFormat};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::rego;
use crate::sides::{Loaded, Place};
use crate::terminal::diff::render;
use crate::terminal::threats::Page;
use std::path::Path;
use tm_compiler::Outcome;
use tm_pipeline::diff::{Change, Class, diff, markdown};

pub(super) fn run(args: &Args, console: &mut Console) -> Result<Exit, Failure> {
    let (old, new) = (Place::read(&args.old), Place::read(&args.new));
    let path = |place: &Place| match place {
        Place::Path(path) => path.clone(),
        Place::Revision(..) => Path::new(".").to_owned(),
    };
    let today = args.day.today;
    let before = Loaded::new(&args.old, &old, &path(&new), today)?;
    let after = Loaded::new(&args.new, &new, &path(&old), today)?;
    for side in [(&args.old, &before), (&args.new, &after)] {
        if side.1.analysis.outcome() == Outcome::Invalid {
            return Ok(invalid(side.0, side.1, console));
        }
    }
    let mut found = diff(&before.side(), &after.side());
    found.also(policies(args, &new)?);
    match args.format {
        DiffFormat::Text => {
            let page = Page { style: console.style, width: console.width };
            console.print(&render(&found, page));
        }
        DiffFormat::Markdown => console.print(&markdown(&found)),
        DiffFormat::Json => super::json(&found, console)?,
    }
    let asked: Vec<Class> = args.fail_on.iter().map(|class| class_of(*class)).collect();
    if !found.fails(&asked) {
        return Ok(Exit::Clean);
    }
    let words: Vec<&str> = asked.iter().map(|class| class.word()).collect();
    console.say(&format!("the comparison fails: `--fail-on {}`\n", words.join(",")));
    Ok(Exit::Findings)
}

/// Policies in Rego that are otherwise than in the old revision.
fn policies(args: &Args, new: &Place) -> Result<Vec<Change>, Failure> {
    match (Place::read(&args.old), new) {
        _ if args.policy.is_empty() => Ok(Vec::new()),
        (Place::Revision(..), Place::Path(path)) => rego::changes(&args.policy, &args.old, path),
        _ => Err(Failure::new("policies are compared with those of a revision, and the new ones stand in files")
            .help("name a revision first and a path second: `tm diff git:main shop --policy policies`")),
    }
}

fn class_of(class: DiffClass) -> Class {
    match class {
        DiffClass::Identity => Class::Identity,
        DiffClass::Exposure => Class::Exposure,
        DiffClass::Risk => Class::Risk,
        DiffClass::Governance => Class::Governance,
    }
}

/// Says why a side cannot be compared.
fn invalid(name: &str, side: &Loaded, console: &mut Console) -> Exit {
    console.say(&format!("`{name}` cannot be compared:\n"));
    super::say_errors(&side.analysis, console);
    Exit::Invalid
}
