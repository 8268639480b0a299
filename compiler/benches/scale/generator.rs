//! A model of any size: N components, 2N flows, N/5 data, boundaries three deep. Same size, same text.

use std::fmt::Write;

/// A small reproducible generator of random numbers (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

const PROCESS_TYPES: &[&str] = &["WebService", "WebApp", "Worker", "ApiGateway"];
const STORE_TYPES: &[&str] = &["Postgres", "ObjectStore", "KeyValueStore"];
const LEVELS: &[&str] = &["VeryLow", "Low", "Moderate", "High", "VeryHigh"];
const PROTOCOLS: &[&str] = &["Https", "Http", "Grpc", "PostgresWire"];
const FACTS: &[&str] = &["input_validation", "access_control", "audit_log", "ownership_checks"];

/// The text of a model with `n` components.
pub fn model(n: usize) -> String {
    let mut dice = Dice(0x5eed_0001 + n as u64);
    let mut text = String::from("use std.web\n\nmodel generated \"Generated\" { appetite = Moderate }\n\n");
    let data = (n / 5).max(4);
    for index in 0..data {
        let (c, i) = (LEVELS[dice.roll(5)], LEVELS[dice.roll(5)]);
        let _ = writeln!(text, "data D{index} \"Data {index}\" {{ confidentiality = {c}, integrity = {i} }}");
    }
    text.push_str("\nboundary internet: Internet {\n");
    let actors = (n / 10).max(1);
    for index in 0..actors {
        let _ = writeln!(text, "  actor a{index}: Customer \"Actor {index}\"");
    }
    text.push_str("}\n");
    components(&mut text, &mut dice, n - actors, data);
    flows(&mut text, &mut dice, n, actors, data);
    text
}

/// Ten components in a cell, five cells in a segment, five segments in a zone.
fn components(text: &mut String, dice: &mut Dice, count: usize, data: usize) {
    for index in 0..count {
        if index.is_multiple_of(250) {
            let _ = writeln!(text, "boundary zone{index}: CloudAccount {{");
        }
        if index.is_multiple_of(50) {
            let _ = writeln!(text, "  boundary segment{index}: PrivateNetwork {{");
        }
        if index.is_multiple_of(10) {
            let _ = writeln!(text, "    boundary cell{index}: PrivateNetwork {{");
        }
        component(text, dice, index, data);
        let last = index + 1 == count;
        for (every, indent) in [(10, "    "), (50, "  "), (250, "")] {
            if (index + 1) % every == 0 || last {
                let _ = writeln!(text, "{indent}}}");
            }
        }
    }
}

fn component(text: &mut String, dice: &mut Dice, index: usize, data: usize) {
    if index.is_multiple_of(9) {
        let (ty, held) = (STORE_TYPES[dice.roll(STORE_TYPES.len())], dice.roll(data));
        let _ = writeln!(
            text,
            "      store c{index}: {ty} \"Store {index}\" {{ holds = [D{held}], encryption_at_rest = {} }}",
            dice.roll(2) == 0
        );
    } else {
        let (ty, fact) = (PROCESS_TYPES[dice.roll(PROCESS_TYPES.len())], FACTS[dice.roll(FACTS.len())]);
        let _ = writeln!(text, "      process c{index}: {ty} \"Process {index}\" {{ {fact} = {} }}", dice.roll(2) == 0);
    }
}

/// Most flows stay in their cell, some cross.
fn flows(text: &mut String, dice: &mut Dice, n: usize, actors: usize, data: usize) {
    let count = n - actors;
    for index in 0..2 * n {
        let source = dice.roll(count);
        let near = (source / 10 * 10 + dice.roll(10)).min(count - 1);
        let target = if dice.roll(10) < 8 { near } else { dice.roll(count) };
        let (protocol, carried) = (PROTOCOLS[dice.roll(PROTOCOLS.len())], dice.roll(data));
        let from = if index.is_multiple_of(10) { format!("a{}", dice.roll(actors)) } else { format!("c{source}") };
        let _ = writeln!(text, "flow f{index}: {from} -> c{target} over {protocol} {{ sends = [D{carried}] }}");
    }
}
