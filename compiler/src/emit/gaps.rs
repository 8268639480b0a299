//! What a model leaves out that a method of threat modelling asks for: lists of names, which templates put into words.

use crate::document::Document;
use serde::Serialize;

/// Names and ids of what lacks something.
#[derive(Debug, Serialize)]
pub(super) struct Gaps<'a> {
    /// Objectives that name nothing they protect.
    empty_objectives: Vec<&'a str>,
    /// Objectives that no goal defeats.
    safe_objectives: Vec<&'a str>,
    /// Elements of no type.
    plain_elements: Vec<&'a str>,
    /// Elements inside no boundary.
    loose_elements: Vec<&'a str>,
    /// Flows over no protocol.
    plain_flows: Vec<&'a str>,
    /// Flows that do not say what travels.
    silent_flows: Vec<&'a str>,
    /// Data about which nothing is stated.
    plain_data: Vec<&'a str>,
    /// Attackers that start nowhere.
    unplaced_attackers: Vec<&'a str>,
    /// Attackers whose skill is not stated.
    unrated_attackers: Vec<&'a str>,
    /// Attackers without a goal.
    idle_attackers: Vec<&'a str>,
    /// Goals toward which no attack is modelled.
    unplanned_goals: Vec<&'a str>,
    /// Goals whose impact is not stated.
    unrated_goals: Vec<&'a str>,
    /// Attacks that get through.
    open_attacks: Vec<&'a str>,
    /// Decisions that have expired: the rule and its target.
    expired_decisions: Vec<String>,
}

impl<'a> Gaps<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Gaps {
            empty_objectives: names(&document.objectives, |one| one.protects.is_empty(), |one| &one.name),
            safe_objectives: names(&document.objectives, |one| one.goals.is_empty(), |one| &one.name),
            plain_elements: names(
                &document.elements,
                |one| one.r#type.is_empty() || one.r#type == one.kind,
                |one| &one.id,
            ),
            loose_elements: names(&document.elements, |one| one.boundary.is_empty(), |one| &one.id),
            plain_flows: names(&document.flows, |one| one.protocol.is_empty() || one.protocol == "flow", |one| &one.id),
            silent_flows: names(&document.flows, |one| one.data_unknown, |one| &one.id),
            plain_data: names(&document.data, |one| one.properties.is_empty(), |one| &one.id),
            unplaced_attackers: names(&document.attackers, |one| one.starts_at.is_empty(), |one| &one.name),
            unrated_attackers: names(&document.attackers, |one| one.skill.is_empty(), |one| &one.name),
            idle_attackers: names(&document.attackers, |one| one.goals.is_empty(), |one| &one.name),
            unplanned_goals: names(&document.goals, |one| one.attacks.is_empty(), |one| &one.name),
            unrated_goals: names(&document.goals, |one| one.impact.is_empty(), |one| &one.name),
            open_attacks: names(&document.attacks, |one| one.progress == "open", |one| &one.name),
            expired_decisions: document
                .decisions
                .iter()
                .filter(|one| one.expired)
                .map(|one| format!("{}@{}", one.rule, one.target))
                .collect(),
        }
    }
}

fn names<T>(all: &[T], lacks: fn(&T) -> bool, name: fn(&T) -> &String) -> Vec<&str> {
    all.iter().filter(|one| lacks(one)).map(|one| name(one).as_str()).collect()
}
