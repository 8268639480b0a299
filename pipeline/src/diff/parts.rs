//! Elements, flows, boundaries and data: which is which, and what is otherwise.

use super::lines::place;
use super::{Change, Class, Context, Detail, What};
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::document::{AppliedControl, Document, Fact, Level, Location, RiskMethod};

/// A part of a model, of whichever sort.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    pub(super) sort: &'a str,
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) was: &'a [String],
    /// Id of the boundary right around it.
    pub(super) around: &'a str,
    /// What the language itself says of it: type, ends, data, tags.
    attributes: BTreeMap<&'static str, Vec<&'a str>>,
    facts: &'a [Fact],
    pub(super) controls: &'a [AppliedControl],
    pub(super) location: &'a Location,
    last_line: usize,
}

impl<'a> Part<'a> {
    /// First and last line of its declaration; of a boundary, which holds others, the first alone.
    pub(super) fn lines(&self) -> (usize, usize) {
        let last = if self.sort == "boundary" { self.location.end_line } else { self.last_line };
        (self.location.line, last)
    }

    /// What is stated about it, by a name.
    fn values(&self) -> BTreeMap<&'a str, (&'a str, Option<&'a Location>)> {
        let said = self.facts.iter().filter(|fact| fact.origin == "stated" || fact.origin == "type");
        said.map(|fact| (fact.property.as_str(), (fact.value.as_str(), fact.location.as_ref()))).collect()
    }
}

/// The parts of both models, and which is which.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs<'a> {
    pub(super) old: BTreeMap<&'a str, Part<'a>>,
    pub(super) new: BTreeMap<&'a str, Part<'a>>,
    /// Ids of the old model by those of the new one.
    pub(super) to_old: BTreeMap<&'a str, &'a str>,
    /// Ids of the new model by those of the old one.
    pub(super) to_new: BTreeMap<&'a str, &'a str>,
}

impl<'a> Pairs<'a> {
    /// An id of the old model as the new one writes it.
    pub(super) fn now<'b>(&'b self, old: &'b str) -> &'b str {
        self.to_new.get(old).copied().unwrap_or(old)
    }

    fn pair(&mut self, new: &'a str, old: &'a str) {
        self.to_old.insert(new, old);
        self.to_new.insert(old, new);
    }
}

/// Finds for each part of the new model the one that it was: by its id, by what it says that it was called, and an
/// unnamed flow by its ends.
pub(super) fn pairs<'a>(old: &'a Document, new: &'a Document) -> Pairs<'a> {
    let mut pairs = Pairs { old: all(old), new: all(new), ..Pairs::default() };
    let ids: Vec<&'a str> = pairs.new.keys().copied().collect();
    for id in ids.iter().filter(|id| pairs.old.contains_key(*id)).copied().collect::<Vec<_>>() {
        pairs.pair(id, id);
    }
    for id in &ids {
        let was = pairs.new.get(id).map_or(&[][..], |part| part.was);
        let found = was.iter().find_map(|name| pairs.old.get_key_value(name.as_str())).map(|(name, _)| *name);
        if let Some(found) = found.filter(|found| !pairs.to_new.contains_key(found) && !pairs.to_old.contains_key(id)) {
            pairs.pair(id, found);
        }
    }
    for flow in &new.flows {
        if pairs.to_old.contains_key(flow.id.as_str()) || flow.id != format!("{}..{}", flow.source, flow.target) {
            continue;
        }
        let (Some(source), Some(target)) = (pairs.to_old.get(&*flow.source), pairs.to_old.get(&*flow.target)) else {
            continue;
        };
        let name = format!("{source}..{target}");
        let found = pairs.old.get_key_value(name.as_str()).map(|(name, _)| *name);
        if let Some(found) = found.filter(|found| !pairs.to_new.contains_key(found)) {
            pairs.pair(&flow.id, found);
        }
    }
    pairs
}

fn all(document: &Document) -> BTreeMap<&str, Part<'_>> {
    fn list(all: &[String]) -> Vec<&str> {
        let mut all: Vec<&str> = all.iter().map(String::as_str).collect();
        all.sort_unstable();
        all
    }
    let mut parts = BTreeMap::new();
    for one in &document.boundaries {
        let attributes = BTreeMap::from([("type", vec![&*one.r#type])]);
        let (sort, around) = ("boundary", &*one.parent);
        let (id, title, was, facts, controls) = (&*one.id, &*one.title, &*one.was, &*one.properties, &*one.controls);
        let (location, last_line) = (&one.location, one.last_line);
        parts.insert(id, Part { sort, id, title, was, around, attributes, facts, controls, location, last_line });
    }
    for one in &document.elements {
        let external = if one.external { "true" } else { "false" };
        let attributes = BTreeMap::from([
            ("type", vec![&*one.r#type]),
            ("external", vec![external]),
            ("holds", list(&one.holds)),
            ("tags", list(&one.tags)),
        ]);
        let (sort, around) = (&*one.kind, &*one.boundary);
        let (id, title, was, facts, controls) = (&*one.id, &*one.title, &*one.was, &*one.properties, &*one.controls);
        let (location, last_line) = (&one.location, one.last_line);
        parts.insert(id, Part { sort, id, title, was, around, attributes, facts, controls, location, last_line });
    }
    for one in &document.flows {
        let attributes = BTreeMap::from([
            ("source", vec![&*one.source]),
            ("target", vec![&*one.target]),
            ("protocol", vec![&*one.protocol]),
            ("sends", list(&one.sends)),
            ("receives", list(&one.receives)),
        ]);
        let (sort, around) = ("flow", "");
        let (id, title, was, facts, controls) = (&*one.id, &*one.title, &*one.was, &*one.properties, &*one.controls);
        let (location, last_line) = (&one.location, one.last_line);
        parts.insert(id, Part { sort, id, title, was, around, attributes, facts, controls, location, last_line });
    }
    for one in &document.data {
        let attributes = BTreeMap::from([("type", vec![&*one.r#type]), ("tags", list(&one.tags))]);
        let (sort, around) = ("data", "");
        let (id, title, was, facts) = (&*one.id, &*one.title, &*one.was, &*one.properties);
        let (location, last_line) = (&one.location, one.last_line);
        parts.insert(id, Part { sort, id, title, was, around, attributes, facts, controls: &[], location, last_line });
    }
    parts
}

/// Parts that came, went, moved, have another name or are otherwise; controls that came and went.
pub(super) fn changes(context: &Context<'_>) -> Vec<Change> {
    let pairs = context.pairs;
    let mut found = Vec::new();
    for (id, part) in &pairs.new {
        match pairs.to_old.get(id).and_then(|old| pairs.old.get(old)) {
            None => found.push(came(context, part)),
            Some(old) => found.extend(both(context, old, part)),
        }
    }
    let gone = pairs.old.values().filter(|part| !pairs.to_new.contains_key(part.id));
    for part in gone {
        found.push(went(context, part));
        found.extend(controls(context, Some(part), None));
    }
    found
}

fn change(part: &Part<'_>, what: What, class: Class, text: String) -> Change {
    Change {
        class,
        sort: part.sort.to_owned(),
        what,
        id: part.id.to_owned(),
        was: String::new(),
        text,
        details: Vec::new(),
        causes: Vec::new(),
        rank: 0,
    }
}

fn called(part: &Part<'_>) -> String {
    let title = if part.title == part.id { String::new() } else { format!(" \"{}\"", part.title) };
    format!("{} `{}`{title}", part.sort, part.id)
}

fn came(context: &Context<'_>, part: &Part<'_>) -> Change {
    let place = if part.around.is_empty() { String::new() } else { format!(" in `{}`", part.around) };
    let mut change = change(part, What::Added, Class::Other, format!("{}{place}", called(part)));
    change.causes = context.lines.causes(&[whole(context, part, false)], &[]);
    change
}

fn went(context: &Context<'_>, part: &Part<'_>) -> Change {
    let class = if part.sort == "boundary" { Class::Exposure } else { Class::Other };
    let mut change = change(part, What::Removed, class, called(part));
    change.causes = context.lines.causes(&[], &[whole(context, part, true)]);
    change
}

/// The lines of a part's declaration.
pub(super) fn whole<'a>(context: &Context<'_>, part: &Part<'a>, old: bool) -> (&'a str, usize, usize) {
    let side = if old { context.old } else { context.new };
    let (file, ..) = place(side, part.location);
    let (first, last) = part.lines();
    (file, first, last)
}

fn both(context: &Context<'_>, old: &Part<'_>, new: &Part<'_>) -> Vec<Change> {
    let mut found = Vec::new();
    let places = ([whole(context, new, false)], [whole(context, old, true)]);
    let lines = || context.lines.causes(&places.0, &places.1);
    if old.id != new.id {
        let text = format!("{} was `{}`", called(new), old.id);
        let renamed = change(new, What::Renamed, Class::Identity, text);
        found.push(Change { was: old.id.to_owned(), causes: lines(), ..renamed });
    }
    if context.pairs.now(old.around) != new.around {
        let shown = |id: &str| if id.is_empty() { "no boundary".to_owned() } else { format!("`{id}`") };
        let text = format!("{} from {} to {}", called(new), shown(old.around), shown(new.around));
        let (mut news, mut olds) = (vec![places.0[0]], vec![places.1[0]]);
        news.extend(context.pairs.new.get(new.around).map(|part| whole(context, part, false)));
        olds.extend(context.pairs.old.get(old.around).map(|part| whole(context, part, true)));
        let causes = context.lines.causes(&news, &olds);
        found.push(Change { causes, ..change(new, What::Moved, Class::Other, text) });
    }
    found.extend(otherwise(context, old, new));
    found.extend(controls(context, Some(old), Some(new)));
    found
}

/// Attributes and facts that are otherwise.
fn otherwise(context: &Context<'_>, old: &Part<'_>, new: &Part<'_>) -> Option<Change> {
    let mut details = Vec::new();
    // Where nobody wrote a title, it follows from the id.
    let stated = |part: &Part<'_>| part.title != part.id && !(part.sort == "flow" && part.id.contains(".."));
    if old.title != new.title && (stated(old) || stated(new)) {
        details.push(detail("title", old.title, new.title));
    }
    details.extend(differences(old, new, context.pairs));
    let (before, now) = (old.values(), new.values());
    let mut places = (Vec::new(), Vec::new());
    for name in details.iter().map(|one| one.name.as_str()) {
        places.0.extend(now.get(name).and_then(|(_, at)| *at).map(|at| place(context.new, at)));
        places.1.extend(before.get(name).and_then(|(_, at)| *at).map(|at| place(context.old, at)));
    }
    if details.is_empty() {
        return None;
    }
    let mut causes = context.lines.causes(&places.0, &places.1);
    if causes.is_empty() {
        causes = context.lines.causes(&[whole(context, new, false)], &[whole(context, old, true)]);
    }
    if causes.is_empty() {
        causes = context.lines.few(); // a type that is another, say
    }
    let shown: Vec<String> =
        details.iter().map(|one| format!("{} was {}, is {}", one.name, said(&one.old), said(&one.new))).collect();
    let text = format!("{}: {}", called(new), shown.join("; "));
    let levels = &context.old.document.risk;
    let less = |one: &Detail| guards_less(new.sort, one) || new.sort == "data" && weighs_less(one, levels);
    let class = if details.iter().any(less) { Class::Exposure } else { Class::Other };
    Some(Change { details, causes, ..change(new, What::Changed, class, text) })
}

/// What is said of two parts and is otherwise.
fn differences(old: &Part<'_>, new: &Part<'_>, pairs: &Pairs<'_>) -> Vec<Detail> {
    let mut details = Vec::new();
    for (name, now) in &new.attributes {
        let before = old.attributes.get(name).cloned().unwrap_or_default();
        let mut before: Vec<&str> = before.into_iter().map(|id| pairs.now(id)).collect();
        before.sort_unstable();
        if before != *now {
            details.push(detail(name, &before.join(", "), &now.join(", ")));
        }
    }
    let (before, now) = (old.values(), new.values());
    let names: BTreeSet<&str> = before.keys().chain(now.keys()).copied().collect();
    for name in names {
        let value = |values: &BTreeMap<&str, (&str, Option<&Location>)>| {
            values.get(name).map_or("unknown", |(value, _)| *value).to_owned()
        };
        if value(&before) != value(&now) {
            details.push(detail(name, &value(&before), &value(&now)));
        }
    }
    details
}

/// Ids, in the old model, of flows that have another end now.
pub(super) fn rerouted<'a>(pairs: &Pairs<'a>) -> impl Iterator<Item = &'a str> {
    let ends = |part: &Part<'a>| ["source", "target"].map(|end| part.attributes.get(end).cloned().unwrap_or_default());
    let both = pairs.to_old.iter().filter_map(|(now, was)| Some((pairs.old.get(was)?, pairs.new.get(now)?)));
    let other = both.filter(move |(old, new)| {
        old.sort == "flow"
            && ends(old).map(|end| end.into_iter().map(|id| pairs.now(id)).collect::<Vec<_>>()) != ends(new)
    });
    other.map(|(old, _)| old.id)
}

/// True where two parts differ in more than their names: in where they stand, or in what is said of them.
pub(super) fn is_another(old: &Part<'_>, new: &Part<'_>, pairs: &Pairs<'_>) -> bool {
    pairs.now(old.around) != new.around || !differences(old, new, pairs).is_empty()
}

/// True where something that was stated, or held, does no longer; and for all that a boundary says, which is about
/// everything in it.
fn guards_less(sort: &str, detail: &Detail) -> bool {
    match detail.name.as_str() {
        "title" | "tags" | "sends" | "receives" | "holds" | "source" | "target" | "protocol" => false,
        "type" => sort == "boundary",
        "external" => detail.new == "true",
        _ => sort == "boundary" || detail.new == "unknown" || detail.old == "true",
    }
}

/// True where data is another sort of data, or has a lower level: all risk that rests on it shrinks, and nothing was done.
fn weighs_less(detail: &Detail, method: &RiskMethod) -> bool {
    let scales = [&method.impact, &method.likelihood, &method.risk];
    let lower = |levels: &Vec<Level>| {
        let rank = |name: &str| levels.iter().find(|level| level.name == name).map(|level| level.rank);
        rank(&detail.new).zip(rank(&detail.old)).is_some_and(|(now, before)| now < before)
    };
    detail.name == "type" || scales.into_iter().any(lower)
}

fn said(value: &str) -> &str {
    if value.is_empty() { "nothing" } else { value }
}

fn detail(name: &str, old: &str, new: &str) -> Detail {
    Detail { name: name.to_owned(), old: old.to_owned(), new: new.to_owned() }
}

/// Controls on a part itself: what went, or is less far than it was, is exposure.
fn controls(context: &Context<'_>, old: Option<&Part<'_>>, new: Option<&Part<'_>>) -> Vec<Change> {
    let before = old.map(standing).unwrap_or_default();
    let now = new.map(standing).unwrap_or_default();
    let names: BTreeSet<&str> = before.keys().chain(now.keys()).copied().collect();
    let Some(part) = new.or(old) else { return Vec::new() };
    let mut found = Vec::new();
    for name in names {
        let (one, other) = (before.get(name), now.get(name));
        let short = name.rsplit('.').next().unwrap_or(name);
        let (what, class, text) = match (one, other) {
            (Some(one), None) => {
                let class = if one.status == "implemented" { Class::Exposure } else { Class::Other };
                (What::Removed, class, format!("control `{short}` no longer stands on `{}`", part.id))
            }
            (None, Some(other)) => {
                (What::Added, Class::Other, format!("control `{short}` on `{}` ({})", part.id, other.status))
            }
            (Some(one), Some(other)) if one.status != other.status => {
                let less = one.status == "implemented";
                let class = if less { Class::Exposure } else { Class::Other };
                let text = format!("control `{short}` on `{}` was {}, is {}", part.id, one.status, other.status);
                (What::Changed, class, text)
            }
            _ => continue,
        };
        let news: Vec<_> = other.map(|one| place(context.new, &one.location)).into_iter().collect();
        let olds: Vec<_> = one.map(|one| place(context.old, &one.location)).into_iter().collect();
        let id = format!("{short}@{}", part.id);
        let control = Change { sort: "control".into(), id, ..change(part, what, class, text) };
        let mut causes = context.lines.causes(&news, &olds);
        if causes.is_empty() {
            // What stands there as before, in a part of another name.
            let news: Vec<_> = new.map(|part| whole(context, part, false)).into_iter().collect();
            let olds: Vec<_> = old.map(|part| whole(context, part, true)).into_iter().collect();
            causes = context.lines.causes(&news, &olds);
        }
        found.push(Change { causes, ..control });
    }
    found
}

fn standing<'a>(part: &Part<'a>) -> BTreeMap<&'a str, &'a AppliedControl> {
    part.controls.iter().filter(|one| one.on == part.id).map(|one| (one.control.as_str(), one)).collect()
}
