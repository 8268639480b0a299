//! Threats that came, went, have another name or another risk, and the lines that did it.

use super::lines::place;
use super::parts::{Part, whole};
use super::{Change, Class, Context, Detail, Line, Side, What};
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::document::Threat;

type Places<'a> = Vec<(&'a str, usize, usize)>;

pub(super) fn changes(context: &Context<'_>) -> Vec<Change> {
    let olds: BTreeMap<&str, &Threat> = own(context.old);
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for threat in &context.new.document.threats {
        let ids = std::iter::once(&threat.full_id).chain(&threat.was).map(|id| context.new.own(id));
        let unnamed = unnamed(context, threat);
        let old = ids.chain(unnamed.as_deref()).find_map(|id| olds.get_key_value(id));
        match old {
            Some((id, old)) => {
                seen.insert(id);
                found.extend(both(context, old, threat));
            }
            None => found.push(came(context, threat)),
        }
    }
    let gone = olds.iter().filter(|(id, _)| !seen.contains(*id));
    found.extend(gone.map(|(_, threat)| went(context, threat)));
    found
}

fn own<'a>(side: &'a Side<'_>) -> BTreeMap<&'a str, &'a Threat> {
    side.document.threats.iter().map(|threat| (side.own(&threat.full_id), threat)).collect()
}

/// The id of a threat of an unnamed flow before an end of the flow was renamed.
fn unnamed(context: &Context<'_>, threat: &Threat) -> Option<String> {
    let old = context.pairs.to_old.get(threat.element.as_str()).filter(|old| **old != threat.element)?;
    let id = context.new.own(&threat.full_id);
    let (rule, rest) = id.split_once('@')?;
    Some(format!("{rule}@{old}{}", rest.strip_prefix(threat.element.as_str())?))
}

fn change(threat: &Threat, what: What, class: Class, text: String) -> Change {
    Change {
        class,
        sort: "threat".into(),
        what,
        id: threat.id.clone(),
        was: String::new(),
        text,
        details: Vec::new(),
        causes: Vec::new(),
        rank: threat.residual.rank,
    }
}

fn came(context: &Context<'_>, threat: &Threat) -> Change {
    // Whoever leaves a fact out, or has it under an old decision, raised the risk all the same.
    let class = if threat.status == "mitigated" { Class::Other } else { Class::Risk };
    let text = format!("{}, {}, {}: {}", threat.residual.title, threat.verdict, threat.status, threat.message);
    Change { causes: causes(context, None, Some(threat)), ..change(threat, What::Added, class, text) }
}

/// A threat whose element is gone is an id that means nothing any more; one whose element is there was dealt with.
fn went(context: &Context<'_>, threat: &Threat) -> Change {
    let there = |id: &str| !context.pairs.old.contains_key(id) || context.pairs.to_new.contains_key(id);
    let lost = !there(&threat.element) || !threat.witnesses.iter().all(|id| there(id));
    let (class, why) = match lost {
        true => (Class::Identity, "what it was about is gone"),
        false => (Class::Other, "its conditions no longer hold"),
    };
    let text = format!("was {}, {}; {why}", threat.residual.title, threat.status);
    Change { causes: causes(context, Some(threat), None), ..change(threat, What::Removed, class, text) }
}

fn both(context: &Context<'_>, old: &Threat, new: &Threat) -> Vec<Change> {
    let mut found = Vec::new();
    if context.old.own(&old.full_id) != context.new.own(&new.full_id) {
        let text = format!("was `{}`", old.id);
        let renamed = change(new, What::Renamed, Class::Identity, text);
        found.push(Change { was: old.id.clone(), causes: causes(context, Some(old), Some(new)), ..renamed });
    }
    let details: Vec<Detail> = [
        ("residual risk", &old.residual.level, &new.residual.level),
        ("likelihood", &old.residual.likelihood, &new.residual.likelihood),
        ("impact", &old.residual.impact, &new.residual.impact),
        ("verdict", &old.verdict, &new.verdict),
        ("status", &old.status, &new.status),
    ]
    .into_iter()
    .filter(|(_, one, other)| one != other)
    .map(|(name, one, other)| Detail { name: name.into(), old: one.clone(), new: other.clone() })
    .collect();
    if details.is_empty() {
        return found;
    }
    let rose = old.residual.rank < new.residual.rank || new.counts && !old.counts;
    let class = if rose { Class::Risk } else { Class::Other };
    let title = |side: &Side<'_>, one: &Detail, value: &str| match one.name.as_str() {
        "residual risk" => side.document.risk.risk_title(value),
        "likelihood" => side.document.risk.likelihood_title(value),
        "impact" => side.document.risk.impact_title(value),
        _ => value.to_owned(),
    };
    let told = |one: &Detail| {
        format!("{} was {}, is {}", one.name, title(context.old, one, &one.old), title(context.new, one, &one.new))
    };
    let shown: Vec<String> = details.iter().map(told).collect();
    let text = format!("{}: {}", shown.join("; "), new.message);
    let causes = causes(context, Some(old), Some(new));
    found.push(Change { details, causes, ..change(new, What::Changed, class, text) });
    found
}

/// The changed lines that a threat rests on, or else those around it.
fn causes(context: &Context<'_>, old: Option<&Threat>, new: Option<&Threat>) -> Vec<Line> {
    let (mut news, mut olds) = (Places::new(), Places::new());
    if let Some(threat) = new {
        news.extend(direct(context.new, threat));
    }
    if let Some(threat) = old {
        olds.extend(direct(context.old, threat));
    }
    for threat in new.into_iter().chain(old) {
        let is_new = new.is_some_and(|new| std::ptr::eq(new, threat));
        for id in std::iter::once(&threat.element).chain(&threat.witnesses).chain(rested_on(threat)) {
            let (part, before) = versions(context, id, is_new);
            news.extend(part.map(|part| whole(context, part, false)));
            olds.extend(before.map(|part| whole(context, part, true)));
        }
    }
    let found = context.lines.causes(&news, &olds);
    let found = if found.is_empty() { around(context, new.or(old)) } else { found };
    if found.is_empty() { context.lines.few() } else { found }
}

/// Where the facts, the controls and the rule of a threat are written.
fn direct<'a>(side: &Side<'a>, threat: &'a Threat) -> Places<'a> {
    let facts = threat.proof.iter().flat_map(|step| &step.facts).filter_map(|fact| fact.location.as_ref());
    let controls = threat.controls.iter().map(|control| &control.location);
    let declared = side.document.rule(&threat.rule).into_iter().map(|rule| &rule.location);
    let conditions = side.document.conditions(&threat.rule).iter().map(|condition| &condition.location);
    facts.chain(controls).chain(declared).chain(conditions).map(|location| place(side, location)).collect()
}

/// The parts that a proof went through, and those whose facts it used.
fn rested_on(threat: &Threat) -> impl Iterator<Item = &String> {
    threat.proof.iter().flat_map(|step| {
        let subjects = step.facts.iter().map(|fact| &fact.subject);
        step.path.iter().chain(&step.witnesses).chain(subjects)
    })
}

/// A part in the new model and in the old one, by its id in one of them.
fn versions<'a>(context: &'a Context<'_>, id: &str, is_new: bool) -> (Option<&'a Part<'a>>, Option<&'a Part<'a>>) {
    let pairs = context.pairs;
    let (new, old) = match is_new {
        true => (Some(id), pairs.to_old.get(id).copied()),
        false => (pairs.to_new.get(id).copied(), Some(id)),
    };
    (new.and_then(|id| pairs.new.get(id)), old.and_then(|id| pairs.old.get(id)))
}

/// Changed lines of what an element is connected with: its ends, its flows, the boundary around it.
fn around(context: &Context<'_>, threat: Option<&Threat>) -> Vec<Line> {
    let Some(threat) = threat else { return Vec::new() };
    let (mut news, mut olds) = (Places::new(), Places::new());
    for side in [context.new, context.old] {
        let mut ids: BTreeSet<&str> = BTreeSet::new();
        for flow in &side.document.flows {
            let all = [flow.id.as_str(), flow.source.as_str(), flow.target.as_str()];
            if all.contains(&threat.element.as_str()) {
                ids.extend(all);
            }
        }
        let inside = |id: &str| side.document.elements.iter().find(|one| one.id == id).map(|one| one.boundary.as_str());
        let boundaries: Vec<&str> = ids.iter().filter_map(|id| inside(id)).chain(inside(&threat.element)).collect();
        ids.extend(boundaries);
        for id in ids {
            let (new, old) = versions(context, id, std::ptr::eq(side, context.new));
            news.extend(new.map(|part| whole(context, part, false)));
            olds.extend(old.map(|part| whole(context, part, true)));
        }
    }
    context.lines.causes(&news, &olds)
}
