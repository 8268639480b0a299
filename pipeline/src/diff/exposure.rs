//! Boundaries that flows cross, and where data goes.

use super::parts::whole;
use super::{Change, Class, Context, Line, What};
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::document::{Document, Flow};

pub(super) fn changes(context: &Context<'_>) -> Vec<Change> {
    let mut found = crossings(context);
    found.extend(data(context));
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
                found.push(change("crossing", what, class, flow.id.clone(), text, near(context, flow)));
            }
        }
    }
    found
}

fn crossed(flow: &Flow) -> BTreeSet<&str> {
    flow.entered.iter().chain(&flow.left).map(String::as_str).collect()
}

/// The changed lines of a flow, of its ends and of the boundaries that it crosses.
fn near(context: &Context<'_>, flow: &Flow) -> Vec<Line> {
    let pairs = context.pairs;
    let ids = [&flow.id, &flow.source, &flow.target].into_iter().chain(&flow.entered).chain(&flow.left);
    let (mut news, mut olds) = (Vec::new(), Vec::new());
    for id in ids {
        news.extend(pairs.new.get(id.as_str()).map(|part| whole(context, part, false)));
        let old = pairs.to_old.get(id.as_str()).and_then(|id| pairs.old.get(id));
        olds.extend(old.map(|part| whole(context, part, true)));
    }
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
    for (data, place) in now.difference(&before) {
        let (text, causes) = match flows.get(place) {
            Some(flow) if exposed(context.new.document, flow) => {
                let text = format!("`{data}` now travels on `{place}`, from `{}` to `{}`", flow.source, flow.target);
                (text, near(context, flow))
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
