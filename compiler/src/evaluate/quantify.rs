//! `exists`, `all`, `none`. Over every element of a type, what a member must be by itself is asked once and not
//! again for each carrier, and members that differ only as an end of a path share one search.

use super::{Evaluator, Truth};
use crate::check::{Domain, Ex, ExKind};
use crate::decl::Quantifier;
use crate::ids::{ElementId, PropId, TypeId};
use crate::value::Value;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Members of a type for which the part of a condition that is about them alone is not false.
#[derive(Debug, Default)]
pub(super) struct Members {
    /// Those for which it is true or unknown.
    all: Arc<[ElementId]>,
    /// As ends of a path: the nodes that those mean for which it is true, and those for which it is not false.
    pub(super) nodes: [Arc<[ElementId]>; 2],
    /// True where a default was read to tell.
    read_default: bool,
}

/// Members by condition and by whether defaults count.
#[derive(Debug, Default)]
pub struct MemberCache {
    found: FxHashMap<(usize, bool), Arc<Members>>,
    /// Whether there is one at all, and whether a default was read to tell, for conditions about the member alone.
    some: FxHashMap<(usize, bool), (Truth, bool)>,
}

/// A condition taken apart: what is about the member alone, and the rest.
struct Parts<'e> {
    own: Vec<&'e Ex>,
    rest: Vec<&'e Ex>,
}

/// A quantifier over all elements of a type.
#[derive(Clone, Copy)]
struct Quantified<'e> {
    slot: usize,
    ty: TypeId,
    condition: &'e Ex,
}

impl Evaluator<'_> {
    pub(super) fn quantified(&mut self, quantifier: Quantifier, slot: usize, domain: &Domain, condition: &Ex) -> Truth {
        match domain {
            Domain::List(list) => {
                let members = self.eval(list);
                if members == Value::Unknown {
                    return None;
                }
                self.over(quantifier, slot, members.members(), condition)
            }
            Domain::Type(_) if self.model.elements.is_empty() => None, // a rule examined on its own
            Domain::Type(ty) if quantifier == Quantifier::All => {
                self.over(quantifier, slot, &self.of_type(*ty), condition)
            }
            Domain::Type(ty) => {
                let found = self.some(Quantified { slot, ty: *ty, condition });
                if quantifier == Quantifier::None { found.map(|found| !found) } else { found }
            }
        }
    }

    fn of_type(&self, ty: TypeId) -> Vec<Value> {
        let ids = self.model.structure.by_type.get(&ty).map(Vec::as_slice).unwrap_or_default();
        ids.iter().map(|id| Value::Element(*id)).collect()
    }

    /// Members in order until one decides: for `all` one that fails, else one that succeeds.
    fn over(&mut self, quantifier: Quantifier, slot: usize, members: &[Value], condition: &Ex) -> Truth {
        let (start, decisive) = (self.noted(), quantifier != Quantifier::All);
        let found = self.decide(members, decisive, |this, member| {
            let before = this.noted();
            this.set(slot, member.clone());
            let truth = this.truth(condition);
            if truth != Some(!decisive) {
                this.note_member(member, before);
            }
            truth
        });
        if found == Some(!decisive) {
            self.forget_members(start);
        }
        if quantifier == Quantifier::None { found.map(|found| !found) } else { found }
    }

    /// True where some element of a type meets the condition.
    fn some(&mut self, asked: Quantified<'_>) -> Truth {
        let parts = parts(asked);
        let assumed = self.assumed.iter().any(|fact| parts.own.iter().any(|ex| self.reads(ex, fact.prop)));
        if parts.own.is_empty() || assumed {
            return self.over(Quantifier::Exists, asked.slot, &self.of_type(asked.ty), asked.condition);
        }
        if parts.rest.is_empty() && self.trace.is_none() {
            return self.some_alone(asked);
        }
        let members = self.candidates(asked, &parts);
        self.read_default |= members.read_default;
        match parts.rest.as_slice() {
            [search] if joins(search, asked.slot) => self.some_end(asked, &parts.own, search, &members),
            _ => {
                let values: Vec<Value> = members.all.iter().map(|id| Value::Element(*id)).collect();
                self.over(Quantifier::Exists, asked.slot, &values, asked.condition)
            }
        }
    }

    /// True where some element of a type meets a condition that is about it alone: the first that does is enough, and
    /// the answer is the same for all carriers.
    fn some_alone(&mut self, asked: Quantified<'_>) -> Truth {
        let key = (std::ptr::from_ref(asked.condition) as usize, self.defaults);
        if let Some((truth, read_default)) = self.members.some.get(&key) {
            self.read_default |= read_default;
            return *truth;
        }
        let outer = std::mem::replace(&mut self.read_default, false);
        let truth = self.over(Quantifier::Exists, asked.slot, &self.of_type(asked.ty), asked.condition);
        if self.left() > 0 {
            self.members.some.insert(key, (truth, self.read_default));
        }
        self.read_default |= outer;
        truth
    }

    /// One search from (or to) all members at once.
    fn some_end(&mut self, asked: Quantified<'_>, own: &[&Ex], search: &Ex, members: &Members) -> Truth {
        let (truth, path) = self.reaches_some(search, asked.slot, members);
        if truth != Some(false) && self.trace.is_some() {
            let member = if starts_with(search, asked.slot) { path.first() } else { path.last() };
            if let Some(member) = member {
                self.set(asked.slot, Value::Element(*member));
                for ex in own {
                    self.truth(ex);
                }
            }
            self.note_path(search, path);
        }
        truth
    }

    fn candidates(&mut self, asked: Quantified<'_>, parts: &Parts<'_>) -> Arc<Members> {
        let key = (std::ptr::from_ref(asked.condition) as usize, self.defaults);
        if let Some(known) = self.members.found.get(&key) {
            return Arc::clone(known);
        }
        let outer = (self.trace.take(), std::mem::replace(&mut self.read_default, false));
        let (mut sure, mut all) = (Vec::new(), Vec::new());
        for id in self.model.structure.by_type.get(&asked.ty).map(Vec::as_slice).unwrap_or_default() {
            if !self.may_look(1) {
                break;
            }
            self.set(asked.slot, Value::Element(*id));
            let truth = self.decide(&parts.own, false, |this, part| this.truth(part));
            sure.extend((truth == Some(true)).then_some(*id));
            all.extend((truth != Some(false)).then_some(*id));
        }
        let (sure, all): (Arc<[ElementId]>, Arc<[ElementId]>) = (sure.into(), all.into());
        let nodes = [self.spread_out(&sure), self.spread_out(&all)];
        let found = Arc::new(Members { all, nodes, read_default: self.read_default });
        (self.trace, self.read_default) = outer;
        if self.left() > 0 {
            self.members.found.insert(key, Arc::clone(&found));
        }
        found
    }

    /// True where an expression, or a function that it calls, reads a property. Functions are not recursive.
    pub(super) fn reads(&self, ex: &Ex, wanted: PropId) -> bool {
        use crate::builtins::{Nav, attribute};
        let data = matches!(wanted, attribute::SENDS | attribute::RECEIVES);
        let mut found = false;
        ex.walk(&mut |ex| match &ex.kind {
            ExKind::Prop(_, prop) => found |= *prop == wanted,
            ExKind::Nav(_, Nav::Data) => found |= data,
            ExKind::Call { function, .. } => {
                let body = self.library.functions.get(*function).and_then(Option::as_ref);
                found |= body.is_some_and(|function| self.reads(&function.body, wanted));
            }
            _ => {}
        });
        found
    }
}

/// Takes a conjunction apart. Searches are never about a member alone.
fn parts<'e>(asked: Quantified<'e>) -> Parts<'e> {
    let all = match &asked.condition.kind {
        ExKind::And(parts) => parts.iter().collect(),
        _ => vec![asked.condition],
    };
    let (own, rest) = all.into_iter().partition(|ex| {
        let mut own = true;
        ex.walk(&mut |ex| match ex.kind {
            ExKind::Var(slot) => own &= slot >= asked.slot,
            ExKind::Reaches { .. } => own = false,
            _ => {}
        });
        own
    });
    Parts { own, rest }
}

/// True for a search whose one end is the member, and that reads it nowhere else.
fn joins(ex: &Ex, slot: usize) -> bool {
    let ExKind::Reaches { from, to, carrying, along, through } = &ex.kind else {
        return false;
    };
    let is_member = |ex: &Ex| matches!(ex.kind, ExKind::Var(at) if at == slot);
    let mut elsewhere = false;
    let mut look = |ex: &Ex| ex.walk(&mut |ex| elsewhere |= is_member(ex));
    carrying.iter().for_each(|data| look(data));
    along.iter().chain(through).for_each(|clause| look(&clause.condition));
    match (is_member(from), is_member(to)) {
        (true, false) => look(to),
        (false, true) => look(from),
        _ => return false,
    }
    !elsewhere
}

fn starts_with(search: &Ex, slot: usize) -> bool {
    matches!(&search.kind, ExKind::Reaches { from, .. } if matches!(from.kind, ExKind::Var(at) if at == slot))
}
