//! What the text does not say but the analysis knows, shown behind an element's head.

use crate::describe::{self, properties};
use crate::snapshot::Snapshot;
use std::ops::Range;
use tm_compiler::assess::Threat;
use tm_compiler::decl::{Decl, Kind};
use tm_compiler::derive::Verdict;
use tm_compiler::evaluate::{Evaluator, FactKind, Origin};
use tm_compiler::explain::proof;
use tm_compiler::ids::{ElementId, PropId};
use tm_compiler::source::FileId;
use tm_compiler::value::Value;

/// So many threats to an element are looked at.
const MOST_THREATS: usize = 20;

/// A text shown at a byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Where.
    pub byte: usize,
    /// What is shown.
    pub label: String,
    /// More about it.
    pub tooltip: String,
}

/// The hints of a part of a file.
pub fn hints(at: &Snapshot, file: FileId, range: &Range<usize>) -> Vec<Hint> {
    let mut found = Vec::new();
    walk(at, at.decls(file), range, &mut found);
    found.sort_by_key(|hint| hint.byte);
    found
}

fn walk(at: &Snapshot, decls: &[Decl], range: &Range<usize>, found: &mut Vec<Hint>) {
    for decl in decls {
        let span = decl.span.range();
        if span.end < range.start || span.start > range.end {
            continue;
        }
        if let Some((id, element)) = at.element_of(decl) {
            let byte = head_end(at, decl);
            if element.kind != Kind::Model && element.kind != Kind::Data {
                found.extend(risk(at, id, byte));
            }
            found.extend(inherited(at, id, byte));
            found.extend(assumed(at, id, byte));
        }
        walk(at, &decl.body.decls, range, found);
    }
}

/// The end of a declaration's head: before its block, or its own end.
fn head_end(at: &Snapshot, decl: &Decl) -> usize {
    let text = at.analysis().sources.text(decl.span);
    let mut quoted = false;
    let brace = text.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == '{' && !quoted
    });
    let head = if decl.has_block { &text[..brace.map_or(text.len(), |(at, _)| at)] } else { text };
    decl.span.start as usize + head.trim_end().len()
}

/// The highest residual risk of an element's open threats.
fn risk(at: &Snapshot, id: ElementId, byte: usize) -> Option<Hint> {
    let open: Vec<&Threat> = at.threats_on(id).filter(|threat| threat.counts).collect();
    let highest = open.iter().max_by_key(|threat| threat.residual.level.1)?;
    let tooltip: Vec<String> = open.iter().take(12).map(|threat| describe::threat_line(at, threat)).collect();
    Some(Hint {
        byte,
        label: format!("{} ({})", describe::risk(at, highest), open.len()),
        tooltip: tooltip.join("  \n"),
    })
}

/// What an element inherits from the boundaries around it, as far as a threat to it hangs on that.
fn inherited(at: &Snapshot, id: ElementId, byte: usize) -> Vec<Hint> {
    let (library, model) = (at.library(), at.model());
    let mut evaluator = Evaluator::new(library, model);
    let mut found = Vec::new();
    let mut read: Vec<PropId> = Vec::new();
    for threat in at.threats_on(id).filter(|threat| threat.counts).take(MOST_THREATS) {
        let facts = proof(&mut evaluator, &threat.instance).into_iter().flat_map(|step| step.facts);
        read.extend(facts.filter(|fact| fact.element == id).filter_map(|fact| match fact.kind {
            FactKind::Property(prop) => Some(prop),
            FactKind::Navigation(_) | FactKind::Type | FactKind::Witness => None,
        }));
    }
    for prop in properties(at, model.elements[id].ty).into_iter().filter(|prop| read.contains(prop)) {
        if let (value, Origin::Boundary(boundary, _)) = evaluator.look_up(id, prop) {
            found.push(Hint {
                byte,
                label: format!("{} = {}", library.props.name(prop), value.show(library, &model.roster)),
                tooltip: format!("from boundary `{}`", model.roster.id_of(boundary)),
            });
        }
    }
    found
}

/// Defaults on which a threat to the element rests.
fn assumed(at: &Snapshot, id: ElementId, byte: usize) -> Vec<Hint> {
    let (library, model) = (at.library(), at.model());
    let mut evaluator = Evaluator::new(library, model);
    let mut seen: Vec<PropId> = Vec::new();
    let mut found = Vec::new();
    for threat in at.threats_on(id).filter(|threat| threat.instance.verdict == Verdict::Assumed).take(MOST_THREATS) {
        for fact in proof(&mut evaluator, &threat.instance).into_iter().flat_map(|step| step.facts) {
            let FactKind::Property(prop) = fact.kind else { continue };
            let (Origin::Default(..), true) = (&fact.origin, fact.element == id && fact.value != Value::Unknown) else {
                continue;
            };
            if !seen.contains(&prop) {
                seen.push(prop);
                let shown = fact.value.show(library, &model.roster);
                let label = format!("{} = {shown} (assumed)", library.props.name(prop));
                let tooltip = format!("`{}` rests on this default", threat.id);
                found.push(Hint { byte, label, tooltip });
            }
        }
    }
    found
}
