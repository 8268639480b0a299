//! The words of resource tables: paths into resources with conditions, and patterns of values.
//!
//! ```text
//! selector = kinds [ "[" conditions "]" ]            aws_db_instance[engine=postgres*]
//! path     = step { "." step }                       ingress[from_port<=22,to_port>=22].cidr_blocks
//! step     = name [ "[" conditions "]" ]             a name with dots stands in single quotes; `*` stands for anything
//! condition = path ( "=" | "!=" | "<=" | ">=" ) patterns
//! patterns = pattern { "|" pattern }                 `absent`, `present`, `world`, a glob, or `!` before one
//! ```

use super::networks::is_world;
use super::tree::{Data, Tree};
use crate::evidence::Pattern;

/// Conditions, steps and patterns nested deeper than this are refused.
const DEEPEST: usize = 16;
/// Values that a path reaches at most.
const MOST: usize = 10_000;

/// Kinds of resources, and what has to hold for one.
#[derive(Clone, Debug)]
pub struct Selector {
    /// Kinds, any of which fits.
    pub kinds: Vec<Pattern>,
    conditions: Vec<Condition>,
}

/// A way into a resource; without steps it is the resource itself.
#[derive(Clone, Debug, Default)]
pub struct Path {
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
struct Step {
    name: String,
    /// The names that fit, where the name is a pattern.
    pattern: Option<Pattern>,
    conditions: Vec<Condition>,
}

#[derive(Clone, Debug)]
struct Condition {
    path: Path,
    test: Test,
}

#[derive(Clone, Debug)]
enum Test {
    Is(Patterns),
    IsNot(Patterns),
    AtMost(f64),
    AtLeast(f64),
}

/// Patterns of values.
#[derive(Clone, Debug)]
pub struct Patterns {
    /// All values have to fit, not only one.
    all: bool,
    any: Vec<One>,
}

#[derive(Clone, Debug)]
enum One {
    Absent,
    Present,
    /// A range of addresses that lets everybody in.
    World,
    Fits(Pattern),
    Differs(Pattern),
}

/// What a path reached: a value, or that there is none.
#[derive(Clone, Debug)]
pub struct Reached<'a> {
    /// The value; none where it is absent.
    pub tree: Option<&'a Tree>,
    /// Names and places on the way.
    pub way: String,
}

impl Selector {
    /// Reads a selector.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub fn read(text: &str) -> Result<Self, String> {
        let (kinds, rest) = match text.split_once('[') {
            Some((kinds, rest)) => (kinds, Some(rest)),
            None => (text, None),
        };
        let conditions = match rest {
            Some(rest) => conditions(rest.strip_suffix(']').ok_or("the bracket `[` is not closed")?, 0)?,
            None => Vec::new(),
        };
        let kinds: Vec<Pattern> =
            kinds.split('|').map(str::trim).filter(|kind| !kind.is_empty()).map(Pattern::name).collect();
        if kinds.is_empty() {
            return Err("no kind of resource is named".into());
        }
        Ok(Selector { kinds, conditions })
    }

    /// True where the kind fits, whatever else has to hold.
    pub fn names(&self, kind: &str) -> bool {
        self.kinds.iter().any(|one| one.fits(kind))
    }

    /// True where a resource is one of these; `None` where that is not known.
    pub fn fits(&self, kind: &str, tree: &Tree) -> Option<bool> {
        if self.names(kind) { hold(&self.conditions, tree) } else { Some(false) }
    }
}

impl Path {
    /// Reads a path; empty text is the resource itself.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub fn read(text: &str) -> Result<Self, String> {
        path(text, 0)
    }

    /// What the path reaches, lists member by member.
    pub fn reach<'a>(&self, tree: &'a Tree) -> Vec<Reached<'a>> {
        let mut found = vec![Reached { tree: Some(tree), way: String::new() }];
        for step in &self.steps {
            found = found.into_iter().flat_map(|one| step.reach(&one)).take(MOST).collect();
        }
        let spread = found.into_iter().flat_map(|one| match one.tree.map(|tree| &tree.data) {
            Some(Data::List(items)) if items.is_empty() => vec![Reached { tree: None, way: one.way }],
            Some(Data::List(_)) => members(&one),
            Some(Data::Null) => vec![Reached { tree: None, way: one.way }],
            _ => vec![one],
        });
        spread.take(MOST).collect()
    }

    /// The names of the steps, as a path is written.
    pub fn plain(&self) -> String {
        self.steps.iter().map(|step| step.name.as_str()).collect::<Vec<_>>().join(".")
    }

    /// True where there are no steps.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }
}

impl Step {
    fn reach<'a>(&self, from: &Reached<'a>) -> Vec<Reached<'a>> {
        let absent = |way: &str| {
            let way = if way.is_empty() { self.name.clone() } else { format!("{way}.{}", self.name) };
            vec![Reached { tree: None, way }]
        };
        let Some(tree) = from.tree else { return absent(&from.way) };
        match &tree.data {
            Data::Hidden => vec![Reached { tree: Some(tree), way: join(&from.way, &self.name) }],
            Data::List(items) if items.is_empty() => absent(&from.way),
            Data::List(_) => members(from).iter().flat_map(|one| self.reach(one)).take(MOST).collect(),
            Data::Map(_) if self.pattern.is_some() => {
                let fits = |key: &str| self.pattern.as_ref().is_some_and(|pattern| pattern.fits(key));
                let all = tree.members().iter().filter(|(key, _)| fits(key));
                all.flat_map(|(key, value)| self.kept(value, join(&from.way, key))).take(MOST).collect()
            }
            Data::Map(_) => match tree.get(&self.name) {
                Some(value) => self.kept(value, join(&from.way, &self.name)),
                None => absent(&from.way),
            },
            _ => absent(&from.way),
        }
    }

    /// The value, or the members of the list, for which the conditions hold.
    fn kept<'a>(&self, value: &'a Tree, way: String) -> Vec<Reached<'a>> {
        let one = Reached { tree: Some(value), way };
        if self.conditions.is_empty() {
            return vec![one];
        }
        let all = if matches!(value.data, Data::List(_)) { members(&one) } else { vec![one] };
        let holds = |one: &Reached<'a>| one.tree.is_some_and(|tree| hold(&self.conditions, tree) == Some(true));
        all.into_iter().filter(holds).collect()
    }
}

fn members<'a>(list: &Reached<'a>) -> Vec<Reached<'a>> {
    let items = list.tree.map(Tree::items).unwrap_or_default().iter().enumerate().take(MOST);
    items.map(|(at, tree)| Reached { tree: Some(tree), way: join(&list.way, &at.to_string()) }).collect()
}

fn join(way: &str, name: &str) -> String {
    if way.is_empty() { name.to_owned() } else { format!("{way}.{name}") }
}

fn hold(conditions: &[Condition], tree: &Tree) -> Option<bool> {
    let mut known = Some(true);
    for condition in conditions {
        match condition.holds(tree) {
            Some(false) => return Some(false),
            None => known = None,
            Some(true) => {}
        }
    }
    known
}

impl Condition {
    fn holds(&self, tree: &Tree) -> Option<bool> {
        let reached = self.path.reach(tree);
        let number = |one: &Reached<'_>| one.tree.and_then(Tree::scalar).and_then(|text| text.parse::<f64>().ok());
        match &self.test {
            Test::Is(patterns) => patterns.fit(&reached),
            Test::IsNot(patterns) => patterns.fit(&reached).map(|fits| !fits),
            Test::AtMost(most) => Some(reached.iter().filter_map(number).any(|number| number <= *most)),
            Test::AtLeast(least) => Some(reached.iter().filter_map(number).any(|number| number >= *least)),
        }
    }
}

impl Patterns {
    /// Reads patterns: `true|enabled`, `absent`, `all 127.*`.
    ///
    /// # Errors
    /// What is wrong with them, in words.
    pub fn read(text: &str) -> Result<Self, String> {
        let (all, rest) = match text.strip_prefix("all ") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let any: Vec<One> = rest.split('|').map(str::trim).filter(|one| !one.is_empty()).map(One::read).collect();
        if any.is_empty() { Err("no value is named".into()) } else { Ok(Patterns { all, any }) }
    }

    /// True where some value (or all of them) fits; `None` where what would decide is hidden.
    pub fn fit(&self, reached: &[Reached<'_>]) -> Option<bool> {
        let mut hidden = false;
        for one in reached {
            match self.fits(one.tree) {
                Some(fits) if fits != self.all => return Some(fits),
                Some(_) => {}
                None => hidden = true,
            }
        }
        if hidden { None } else { Some(self.all && !reached.is_empty()) }
    }

    /// The first value that fits.
    pub fn first<'r, 'a>(&self, reached: &'r [Reached<'a>]) -> Option<&'r Reached<'a>> {
        reached.iter().find(|one| self.fits(one.tree) == Some(true))
    }

    fn fits(&self, tree: Option<&Tree>) -> Option<bool> {
        let mut known = Some(false);
        for one in &self.any {
            match one.fits(tree) {
                Some(true) => return Some(true),
                None => known = None,
                Some(false) => {}
            }
        }
        known
    }
}

impl One {
    fn read(text: &str) -> Self {
        match text {
            "absent" => One::Absent,
            "present" => One::Present,
            "world" => One::World,
            text => match text.strip_prefix('!') {
                Some(rest) => One::Differs(Pattern::name(rest)),
                None => One::Fits(Pattern::name(text)),
            },
        }
    }

    fn fits(&self, tree: Option<&Tree>) -> Option<bool> {
        let tree = tree.filter(|tree| tree.data != Data::Null);
        let hidden = tree.is_some_and(|tree| tree.data == Data::Hidden);
        let scalar = tree.and_then(Tree::scalar);
        match self {
            _ if hidden => None,
            One::Absent => Some(tree.is_none()),
            One::Present => Some(tree.is_some()),
            One::World => Some(scalar.is_some_and(is_world)),
            One::Fits(pattern) => Some(scalar.is_some_and(|text| pattern.fits(text))),
            One::Differs(pattern) => Some(scalar.is_some_and(|text| !pattern.fits(text))),
        }
    }
}

/// Text parts between a sign, those in brackets and quotes left whole.
fn split(text: &str, sign: char) -> Result<Vec<&str>, String> {
    let (mut parts, mut start, mut depth, mut quoted) = (Vec::new(), 0, 0_usize, false);
    for (at, c) in text.char_indices() {
        match c {
            '\'' => quoted = !quoted,
            _ if quoted => {}
            '[' => depth += 1,
            ']' => depth = depth.checked_sub(1).ok_or("a bracket `]` closes nothing")?,
            c if c == sign && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    if depth > 0 || quoted {
        return Err("a bracket or a quote is not closed".into());
    }
    parts.push(&text[start..]);
    Ok(parts)
}

fn path(text: &str, depth: usize) -> Result<Path, String> {
    if depth > DEEPEST {
        return Err("it is nested too deep".into());
    }
    if text.is_empty() {
        return Ok(Path::default());
    }
    let steps = split(text, '.')?.into_iter().map(|part| {
        let (name, rest) = match part.split_once('[') {
            Some((name, rest)) if !name.contains('\'') => (name, rest.strip_suffix(']')),
            _ => (part, Some("")),
        };
        let name = name.trim().trim_matches('\'').to_owned();
        if name.is_empty() {
            return Err("a step of the path has no name".to_owned());
        }
        let rest = rest.ok_or("nothing stands between a bracket and the next dot")?;
        let pattern = name.contains('*').then(|| Pattern::name(&name));
        Ok(Step { name, pattern, conditions: if rest.is_empty() { Vec::new() } else { conditions(rest, depth + 1)? } })
    });
    Ok(Path { steps: steps.collect::<Result<_, String>>()? })
}

fn conditions(text: &str, depth: usize) -> Result<Vec<Condition>, String> {
    split(text, ',')?.into_iter().map(|part| condition(part.trim(), depth)).collect()
}

fn condition(text: &str, depth: usize) -> Result<Condition, String> {
    let number = |text: &str| text.trim().parse::<f64>().map_err(|_| format!("`{text}` is no number"));
    let outside = |sign: &str| {
        let depths = text.match_indices(sign).map(|(at, _)| at);
        { depths }.find(|at| {
            !text[..*at].contains('[') || text[..*at].matches('[').count() == text[..*at].matches(']').count()
        })
    };
    for sign in ["!=", "<=", ">=", "="] {
        let Some(at) = outside(sign) else { continue };
        let (left, right) = (text[..at].trim(), text[at + sign.len()..].trim());
        if left.is_empty() {
            return Err(format!("`{text}` does not say which attribute is meant"));
        }
        let test = match sign {
            "!=" => Test::IsNot(Patterns::read(right)?),
            "<=" => Test::AtMost(number(right)?),
            ">=" => Test::AtLeast(number(right)?),
            _ => Test::Is(Patterns::read(right)?),
        };
        return Ok(Condition { path: path(left, depth + 1)?, test });
    }
    Err(format!("`{text}` compares nothing; write it as `engine=postgres`"))
}
