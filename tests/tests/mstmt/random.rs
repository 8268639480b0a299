//! Diagrams drawn at random: points in a plane, boxes that nest and overlap, lines, and flows with every value.

use crate::diagram::{Boundary, Diagram, Flow, Node};
use crate::tables::Tables;
use std::collections::BTreeSet;

const NODES: usize = 60;
const BOXES: usize = 8;
const FLOWS: usize = 400;

/// Numbers that follow from a seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap_or_default()
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// The diagram of a seed.
pub fn diagram(tables: &Tables, seed: u64) -> Diagram {
    let mut dice = Dice(seed);
    let nodes = (0..NODES).map(|at| node(tables, &mut dice, &["GE.P", "GE.EI", "GE.DS"], format!("n{at}"))).collect();
    let points: Vec<(usize, usize)> = (0..NODES).map(|_| (dice.below(100), dice.below(100))).collect();
    let mut boundaries: Vec<Boundary> = (0..BOXES).map(|_| area(tables, &mut dice, &points)).collect();
    let lines = tables.kinds.keys().filter(|id| tables.is(id, "GE.TB.L"));
    boundaries.extend(lines.map(|id| Boundary { kind: id.clone(), inside: BTreeSet::new() }));
    let flows = (0..FLOWS).map(|at| flow(tables, &mut dice, &boundaries, at)).collect();
    Diagram { nodes, boundaries, flows }
}

/// A box and the points in it.
fn area(tables: &Tables, dice: &mut Dice, points: &[(usize, usize)]) -> Boundary {
    let (left, top) = (dice.below(70), dice.below(70));
    let (right, bottom) = (left + 8 + dice.below(50), top + 8 + dice.below(50));
    let within = |(x, y): &(usize, usize)| (left..right).contains(x) && (top..bottom).contains(y);
    let inside = points.iter().enumerate().filter(|(_, point)| within(point)).map(|(at, _)| at);
    Boundary { kind: kind(tables, dice, "GE.TB.B"), inside: inside.collect() }
}

fn flow(tables: &Tables, dice: &mut Dice, boundaries: &[Boundary], at: usize) -> Flow {
    let (source, target) = (dice.below(NODES), dice.below(NODES));
    let crossed = |boundary: &Boundary| boundary.inside.contains(&source) != boundary.inside.contains(&target);
    let mut crosses: BTreeSet<usize> = (0..BOXES).filter(|id| crossed(&boundaries[*id])).collect();
    while dice.chance(35) {
        crosses.insert(BOXES + dice.below(boundaries.len() - BOXES));
    }
    let own = node(tables, dice, &["GE.DF"], format!("f{at}"));
    Flow { own, source, target, crosses, out_of_scope: dice.chance(3) }
}

/// A type that is the given one or comes from it.
fn kind(tables: &Tables, dice: &mut Dice, generic: &str) -> String {
    let all: Vec<&String> = tables.kinds.keys().filter(|id| tables.is(id, generic)).collect();
    (*dice.pick(&all)).clone()
}

/// An element with some attributes set and others left as they are.
fn node(tables: &Tables, dice: &mut Dice, generics: &[&str], name: String) -> Node {
    let generic = *dice.pick(generics);
    let kind = kind(tables, dice, generic);
    let mut set = std::collections::BTreeMap::new();
    for attribute in tables.attributes(&kind) {
        if dice.chance(70) {
            let choices = tables.choices(&kind, attribute);
            // what exceptions ask for comes more often
            let yes = choices.iter().find(|value| *value == "Yes" && dice.chance(50));
            set.insert(attribute.to_owned(), yes.unwrap_or_else(|| dice.pick(choices)).clone());
        }
    }
    Node { name, kind, set }
}
