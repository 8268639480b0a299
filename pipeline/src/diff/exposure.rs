//! Boundaries that flows cross, where data goes, and what decisions say is in place.

use super::lines::place;
use super::parts::whole;
use super::{Change, Class, Context, Line, Side, What};
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::document::{Decision, Document, Flow};

pub(super) fn changes(context: &Context<'_>) -> Vec<Change> {
    let mut found = crossings(context);
    found.extend(data(context));
    found.extend(decided(context));
    found
}

fn change(sort: &str, what: What, class: Class, id: String, text: String, causes: Vec<Line>) -> Change {
    let (sort, was, details) = (sort.to_owned(), String::new(), Vec::new());
    Change { class, sort, what, id, was, text, details, causes, rank: 0 }
}

fn crossings(context: &Context<'_>) -> Vec<Change> {
    let pairs = context.pairs;
    let olds: BTreeMap<&str, &Flow> = context.old.document.flows.iter().map(|flow| (flow.id.as_str(), flow)).collect();
    let mut found = Vec::new();
    for flow in &context.new.document.flows {
        let old = pairs.to_old.get(flow.id.as_str()).and_then(|id| olds.get(id));
        let before: BTreeSet<&str> =
            old.map(|old| crossed(old).into_iter().map(|id| pairs.now(id)).collect()).unwrap_or_default();
        let now = crossed(flow);
        let ends = format!("`{}` (`{}` to `{}`)", flow.id, flow.source, flow.target);
        for (set, other, what, class, verb) in [
            (&now, &before, What::Added, Class::Exposure, "now crosses"),
            (&before, &now, What::Removed, Class::Other, "no longer crosses"),
        ] {
            let news: Vec<String> = set.difference(other).map(|id| format!("`{id}`")).collect();
            if !news.is_empty() {
                let text = format!("flow {ends} {verb} {}", news.join(", "));
                found.push(change("crossing", what, class, flow.id.clone(), text, near(context, old.copied(), flow)));
            }
        }
    }
    found
}

fn crossed(flow: &Flow) -> BTreeSet<&str> {
    flow.entered.iter().chain(&flow.left).map(String::as_str).collect()
}

/// The changed lines of a flow, of its ends and of the boundaries that it crosses or crossed.
fn near(context: &Context<'_>, old: Option<&Flow>, new: &Flow) -> Vec<Line> {
    fn ids(flow: &Flow) -> impl Iterator<Item = &String> {
        [&flow.id, &flow.source, &flow.target].into_iter().chain(&flow.entered).chain(&flow.left)
    }
    let pairs = context.pairs;
    let (mut news, mut olds) = (Vec::new(), Vec::new());
    for id in ids(new) {
        news.extend(pairs.new.get(id.as_str()).map(|part| whole(context, part, false)));
        let old = pairs.to_old.get(id.as_str()).and_then(|id| pairs.old.get(id));
        olds.extend(old.map(|part| whole(context, part, true)));
    }
    let before = old.into_iter().flat_map(ids).filter_map(|id| pairs.old.get(id.as_str()));
    olds.extend(before.map(|part| whole(context, part, true)));
    context.lines.causes(&news, &olds)
}

/// Data that travels across a boundary or to the outside, or is kept, where it was not.
fn data(context: &Context<'_>) -> Vec<Change> {
    let pairs = context.pairs;
    let mut found = Vec::new();
    let before: BTreeSet<(&str, &str)> =
        places(context.old.document).into_iter().map(|(data, place)| (pairs.now(data), pairs.now(place))).collect();
    let now = places(context.new.document);
    let flows: BTreeMap<&str, &Flow> = context.new.document.flows.iter().map(|flow| (flow.id.as_str(), flow)).collect();
    let olds: BTreeMap<&str, &Flow> = context.old.document.flows.iter().map(|flow| (flow.id.as_str(), flow)).collect();
    for (data, place) in now.difference(&before) {
        let (text, causes) = match flows.get(place) {
            Some(flow) if exposed(context.new.document, flow) => {
                let text = format!("`{data}` now travels on `{place}`, from `{}` to `{}`", flow.source, flow.target);
                let old = pairs.to_old.get(place).and_then(|id| olds.get(id));
                (text, near(context, old.copied(), flow))
            }
            Some(_) => continue,
            None => {
                let part = pairs.new.get(place);
                let old = pairs.to_old.get(place).and_then(|id| pairs.old.get(id));
                let news: Vec<_> = part.map(|part| whole(context, part, false)).into_iter().collect();
                let olds: Vec<_> = old.map(|part| whole(context, part, true)).into_iter().collect();
                (format!("`{data}` is now kept by `{place}`"), context.lines.causes(&news, &olds))
            }
        };
        found.push(change("exposure", What::Added, Class::Exposure, (*data).to_owned(), text, causes));
    }
    found
}

/// Controls that a decision said are implemented against a threat, and none says any more.
fn decided(context: &Context<'_>) -> Vec<Change> {
    let implemented = |one: &&Decision| one.kind == "mitigate" && one.status == "implemented";
    let now = context.new.document.decisions.iter().filter(implemented);
    let now: BTreeSet<(&str, &str, &str)> = now.flat_map(|one| uses(context.new, one)).collect();
    let mut found = Vec::new();
    for decision in context.old.document.decisions.iter().filter(implemented) {
        for (control, rule, old) in uses(context.old, decision) {
            let target = context.pairs.now(old);
            if now.contains(&(control, rule, target)) {
                continue;
            }
            let control = control.rsplit('.').next().unwrap_or(control);
            let text = format!("control `{control}` no longer counts against `{rule}` on `{target}`");
            let lines = context.new.document.decisions.iter().filter(|one| one.rule == rule && one.target == target);
            let news: Vec<_> = lines.map(|one| place(context.new, &one.location)).collect();
            let causes = context.lines.causes(&news, &[place(context.old, &decision.location)]);
            let id = format!("{control}@{target}");
            found.push(change("control", What::Removed, Class::Exposure, id, text, causes));
        }
    }
    found
}

/// What a `mitigate` says: each control, the rule, and what it is about as written.
fn uses<'a>(side: &Side<'_>, decision: &'a Decision) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
    let controls = decision.controls.iter().map(|control| side.own(control));
    controls.map(|control| (control, decision.rule.as_str(), decision.target.as_str()))
}

/// Data with the flows that carry it and the elements that hold it.
fn places(document: &Document) -> BTreeSet<(&str, &str)> {
    let data = document.data.iter();
    data.flat_map(|data| data.carried_by.iter().chain(&data.held_by).map(|place| (data.id.as_str(), place.as_str())))
        .collect()
}

fn exposed(document: &Document, flow: &Flow) -> bool {
    let external = |id: &str| document.elements.iter().any(|one| one.id == id && one.external);
    flow.crosses_boundary || external(&flow.source) || external(&flow.target)
}
