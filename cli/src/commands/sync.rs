//! `tm sync jira`: an issue for each open threat, from the first sight of the threat to its end.

use super::check;
use crate::args::{Check, Jira as Args, Sync, Terms};
use crate::console::Console;
use crate::exit::{Exit, Failure};
use crate::jira::{Jira, Notes, Refusal};
use crate::terminal::style::Ink;
use crate::terminal::text::{clean, count};
use tm_compiler::document::Document;
use tm_pipeline::jira::{DUPLICATE, GONE, Plan, Step, Ticket, earlier_labels, fresh, model_label, plan};

pub(super) fn run(args: &Sync, console: &mut Console) -> Result<Exit, Failure> {
    let Sync::Jira(args) = args;
    // Who cannot write learns it before a long analysis; what would be done can be told without any site.
    let jira = match Jira::of_environment(args.timeout) {
        Ok(jira) => Some(jira),
        Err(_) if !args.apply && Jira::is_unset() => None,
        Err(why) => {
            return Err(Failure::new(why)
                .help("TM_JIRA_URL is the address of the site, TM_JIRA_USER an account, TM_JIRA_TOKEN its token"));
        }
    };
    let terms = Terms { baseline: args.baseline.clone(), ..Terms::default() };
    let Some(mut document) = check::judged(&Check::of(&args.model, &terms, false), console)? else {
        return Ok(Exit::Invalid);
    };
    if document.model.name.is_empty() {
        return Err(Failure::new("the package declares no model, and its name is how issues are found again")
            .help("add `model NAME \"Title\"`"));
    }
    if let Some(name) = &args.name {
        document.model.name.clone_from(name);
        document.model.was.clear();
    }
    let Some(jira) = jira else {
        let nobody =
            "nobody was asked for the issues that there are: TM_JIRA_URL, TM_JIRA_USER and TM_JIRA_TOKEN are not set";
        console.print(&format!("{} {nobody}\n", console.style.paint(Ink::Warning, "note:")));
        return Ok(list(&plan(&document, &[]), console));
    };
    let (tickets, late, mut notes) = issues(args, &jira, &document)?;
    let mut plan = plan(&document, &tickets);
    let put_off = notes.making.as_ref().is_some_and(|label| plan.put_off(label));
    for remark in &plan.remarks {
        console.print(&format!("{} {}\n", console.style.paint(Ink::Warning, "note:"), clean(remark)));
    }
    if !args.apply {
        return Ok(list(&plan, console));
    }
    let first = Plan::making(&plan.steps);
    notes
        .keep(noted(late, &plan), first)
        .map_err(|refusal| Failure::new(format!("nothing was done: {}", refusal.message)))?;
    let exit = apply(args, &jira, &plan, &mut notes, console)?;
    Ok(if put_off { exit.max(Exit::Findings) } else { exit })
}

/// The issues of the model as they are, the keys of those that a search does not show so, and what was noted of them.
fn issues<'a>(
    args: &Args,
    jira: &'a Jira,
    document: &Document,
) -> Result<(Vec<Ticket>, Vec<String>, Notes<'a>), Failure> {
    let unread = |refusal: Refusal| Failure::new(format!("cannot read the issues: {}", refusal.message));
    let label = model_label(document);
    let labels: Vec<String> = earlier_labels(document).into_iter().chain([label.clone()]).collect();
    let found = jira.tickets(&args.project, &labels).map_err(unread)?;
    let notes = jira.notes(&args.project, &label).map_err(unread)?;
    let (tickets, late) = fresh(found, jira.fetch(&notes.keys).map_err(unread)?, document);
    Ok((tickets, late, notes))
}

/// What would be done.
fn list(plan: &Plan, console: &mut Console) -> Exit {
    for step in &plan.steps {
        console.print(&format!("would {}\n", told(step)));
    }
    let steps = count(plan.steps.len(), "change", "changes");
    let next = if plan.steps.is_empty() { "" } else { "; --apply makes them" };
    console.print(&format!("{steps}, {} as they should be{next}\n", plan.unchanged));
    Exit::Clean
}

/// What the next run reads by its key, since a search may not know it by then: what is about to be changed, and what the
/// search does not know as yet.
fn noted(late: Vec<String>, plan: &Plan) -> Vec<String> {
    let mut keys = late;
    for step in &plan.steps {
        match step {
            Step::Update(key, _) | Step::Close { key, .. } | Step::Duplicate { key, .. } | Step::Reopen { key, .. }
                if !keys.contains(key) =>
            {
                keys.push(key.clone());
            }
            _ => {}
        }
    }
    keys
}

/// Does one step after the other. A step that fails is told and the next is tried; the same command again does the rest.
fn apply(args: &Args, jira: &Jira, plan: &Plan, notes: &mut Notes<'_>, console: &mut Console) -> Result<Exit, Failure> {
    let (mut done, mut failed) = (0, 0);
    for (at, step) in plan.steps.iter().enumerate() {
        match one(args, jira, step, Plan::making(&plan.steps[at + 1..]), notes) {
            Ok(key) => {
                done += 1;
                console.print(&format!("{key}: {}\n", told(step)));
            }
            Err(refusal) => {
                failed += 1;
                console.print(&format!("failed: {}: {}\n", told(step), clean(&refusal.message)));
                if refusal.fatal {
                    let left = plan.steps.len() - at - 1;
                    let perhaps = match step {
                        Step::Create(_) if refusal.unsure => {
                            "; the last one may have been made all the same, so the next run leaves it out and the one \
                             after it makes it, unless the search knows it by then"
                        }
                        _ => "",
                    };
                    return Err(Failure::new(format!(
                        "stopped after {done} of {} changes: {}",
                        plan.steps.len(),
                        clean(&refusal.message)
                    ))
                    .help(format!("{left} were not tried; the same command does the rest{perhaps}")));
                }
            }
        }
    }
    let parts = format!("{} made, {} as they should be", count(done, "change", "changes"), plan.unchanged);
    if failed > 0 {
        console.print(&format!("{parts}, {failed} failed\n"));
        return Ok(Exit::Findings);
    }
    console.print(&format!("{parts}\n"));
    Ok(Exit::Clean)
}

/// Does a step; the key of its issue. Each begins with what marks the issue, so that a rerun knows how far it came.
fn one(args: &Args, jira: &Jira, step: &Step, next: Option<&str>, notes: &mut Notes<'_>) -> Result<String, Refusal> {
    match step {
        Step::Create(wanted) => {
            let key = match jira.create(&args.project, &args.issue_type, wanted) {
                // It was surely not made. Where even that cannot be noted, the next run leaves it out for nothing.
                Err(refusal) if !refusal.unsure => {
                    let _ = notes.keep(notes.keys.clone(), next.filter(|_| !refusal.fatal));
                    return Err(refusal);
                }
                made => made?,
            };
            let unnoted = |refusal: Refusal| Refusal {
                message: format!("{key} was made and could not be noted: {}", refusal.message),
                fatal: true,
                unsure: true,
            };
            notes.add(&key, next).map_err(unnoted).map(|()| key.clone())
        }
        Step::Update(key, wanted) => jira.update(key, wanted, None).map(|()| key.clone()),
        Step::Close { key, told } => {
            if !told {
                jira.tell(key, GONE, "The threat is not open in the model any more.")?;
            }
            jira.move_to(key, true).map(|()| key.clone())
        }
        Step::Duplicate { key, of, told } => {
            if !told {
                jira.tell(key, DUPLICATE, &format!("{of} is about the same threat."))?;
            }
            jira.move_to(key, true).map(|()| key.clone())
        }
        Step::Reopen { key, open, wanted } => {
            if !open {
                jira.move_to(key, false)?;
            }
            jira.update(key, wanted, Some("The threat is open in the model again.")).map(|()| key.clone())
        }
    }
}

fn told(step: &Step) -> String {
    match step {
        Step::Create(wanted) => format!("create {}  {}", clean(&wanted.threat), clean(&wanted.summary)),
        Step::Update(key, wanted) => format!("update {key} {}  {}", clean(&wanted.threat), clean(&wanted.summary)),
        Step::Close { key, .. } => format!("close {key}"),
        Step::Duplicate { key, of, .. } => format!("close {key}, which is about the same threat as {of}"),
        Step::Reopen { key, wanted, .. } => {
            format!("open {key} again {}  {}", clean(&wanted.threat), clean(&wanted.summary))
        }
    }
}
