//! What can begin a statement: declarations, members of a block, properties that are not stated yet.

use super::{Completer, Item, Sort};
use crate::describe::properties;
use crate::features::signature::path;
use crate::syntax::words;
use rustc_hash::FxHashSet;
use tm_compiler::builtins::attribute;
use tm_compiler::check::ExKind;
use tm_compiler::ids::{PropId, TypeId};
use tm_compiler::library::Def;
use tm_compiler::value::Type;
use tm_grammar::SyntaxKind as K;

/// What the language lets a declaration say.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// What is inserted behind the name.
    pub value: &'static str,
    /// What it says.
    pub doc: &'static str,
}

const fn one(name: &'static str, value: &'static str, doc: &'static str) -> Attribute {
    Attribute { name, value, doc }
}

const REASON: Attribute = one("reason", "\"$0\"", "Why: who reads the report asks exactly this.");
const BY: Attribute = one("by", "\"$0\"", "Who decided.");
const OWNER: Attribute = one("owner", "\"$0\"", "Who does it.");
const TICKET: Attribute = one("ticket", "\"$0\"", "Where the work is tracked.");
const STATUS: Attribute = one("status", "$0", "How far it is: `proposed`, `planned` or `implemented`.");
const VERIFIED: Attribute = one("verified_by", "[$0]", "Checks that show it: `sarif(…)`, `junit(…)`.");
const WAS: Attribute = one("was", "\"$0\"", "Earlier names; decisions and baselines that use them still apply.");
const REFERENCES: Attribute = one("references", "[\"$0\"]", "Ids of catalogues.");

const THREAT: &[Attribute] = &[
    one("likelihood", "$0", "How likely it is: a level of a scale."),
    one("impact", "$0", "How bad it is: a level of a scale."),
    one("mitigated_by", "[$0]", "Controls that lower it."),
    one("message", "\"$0\"", "One sentence about an instance; paths stand between braces."),
    REFERENCES,
    one("detection", "\"\"\"$0\"\"\"", "How to check by hand."),
    one("false_positives", "\"\"\"$0\"\"\"", "Where it is found although it is no threat."),
    one("remedy", "\"\"\"$0\"\"\"", "What to do about it."),
    WAS,
    one("since", "\"$0\"", "The release of the library that brought it: rules of the standard library alone."),
];
const CONTROL: &[Attribute] = &[
    one("strength", "$0", "Share of the likelihood (or of the impact) that it removes."),
    one("reduces", "$0", "`Likelihood` or `Impact`."),
    one("satisfies", "[\"$0\"]", "Requirements that it satisfies."),
    one("cost", "$0", "What it costs."),
    REFERENCES,
    VERIFIED,
];
const DECISION: &[Attribute] = &[REASON, BY, OWNER, TICKET];
const MITIGATE: &[Attribute] = &[STATUS, OWNER, TICKET, VERIFIED, REASON];
const DISABLE: &[Attribute] = &[REASON];
const VULNERABILITY: &[Attribute] = &[
    one("cve", "\"$0\"", "Its id."),
    one("cvss", "\"$0\"", "Its vector, by which it is rated."),
    one("cwe", "\"$0\"", "The weakness behind it."),
    one("status", "$0", "How far it is."),
    REASON,
    OWNER,
    TICKET,
    REFERENCES,
];
const VIEW: &[Attribute] = &[one("include", "[$0]", "The elements that are drawn.")];
const ATTACKER: &[Attribute] = &[
    one("starts_at", "[$0]", "Where the attacker is at the beginning."),
    one("skill", "$0", "How able the attacker is: a level of a scale."),
    one("motive", "\"$0\"", "What drives the attacker."),
];
const GOAL: &[Attribute] = &[
    one("attacker", "$0", "Who wants it."),
    one("target", "$0", "What is wanted: data or an element."),
    one("impact", "$0", "How bad it would be: a level of a scale."),
];

const OBJECTIVE: &[Attribute] = &[
    one("protects", "[$0]", "The data and elements that it is about."),
    one("impact", "$0", "How bad it would be to miss it: a level of a scale."),
];
const POLICY: &[Attribute] =
    &[one("regime", "$0", "The law or standard that asks for it."), REFERENCES, one("met", "$0", "What meets it.")];
const CATALOG: &[Attribute] = &[
    one("version", "\"$0\"", "The version that is read."),
    one("ids", "[\"$0\"]", "The forms of its ids."),
    one("table", "\"$0\"", "The file with its ids."),
    one("url", "\"$0\"", "The address of an id's page."),
    one("parts", "\"$0\"", "With what sign a part of an id begins."),
];

/// What declarations that begin with a word can say.
pub fn attributes(word: K) -> &'static [Attribute] {
    match word {
        K::ThreatKw => THREAT,
        K::ControlKw => CONTROL,
        K::AcceptKw | K::DismissKw | K::TransferKw => DECISION,
        K::MitigateKw | K::ApplyKw => MITIGATE,
        K::DisableKw => DISABLE,
        K::VulnerabilityKw => VULNERABILITY,
        K::ViewKw => VIEW,
        K::AttackerKw => ATTACKER,
        K::GoalKw => GOAL,
        K::ObjectiveKw => OBJECTIVE,
        K::PolicyKw => POLICY,
        K::CatalogKw => CATALOG,
        _ => &[],
    }
}

/// Declarations with what they look like.
const DECLARATIONS: &[(&str, &str, &str)] = &[
    ("use", "use $0", "another package's names"),
    ("model", "model ${1:name} \"${2:Title}\" {\n  $0\n}", "the system as a whole"),
    ("actor", "actor ${1:name}: $0", "somebody who uses the system"),
    ("process", "process ${1:name}: $0", "a program that runs"),
    ("store", "store ${1:name}: $0", "a place where data are kept"),
    ("boundary", "boundary ${1:name}: ${2:Type} {\n  $0\n}", "a line around things that trust each other"),
    ("external", "external ", "outside of our control"),
    ("flow", "flow ${1:source} -> ${2:target} over $0", "a conversation"),
    ("data", "data ${1:Name} \"${2:Title}\" {\n  $0\n}", "a kind of data"),
    ("tag", "tag ${1:name} \"$0\"", "a word to mark elements with"),
    ("view", "view ${1:name} \"${2:Title}\" { include = [$0] }", "elements drawn together"),
    ("assumption", "assumption ${1:name} \"$0\"", "what is taken for granted"),
    ("enum", "enum ${1:Name} { $0 }", "a choice of values"),
    ("scale", "scale ${1:Name} { $0 }", "levels in order"),
    ("type", "type ${1:Name}: $0", "a type of elements"),
    ("extend", "extend $0", "properties for a kind, or more for a threat"),
    ("control", "control ${1:Name}: ${2:process} \"${3:Title}\" {\n  strength = ${4:50%}$0\n}", "something that helps"),
    (
        "threat",
        "threat ${1:Name}: ${2:Category} \"${3:Title}\" {\n  on ${4:e}: ${5:process}\n  when $0\n  likelihood = ${6:Moderate}\n  impact = ${7:Moderate}\n}",
        "something that can go wrong",
    ),
    ("disable", "disable $1 { reason = \"$0\" }", "a rule that is not wanted here"),
    (
        "matrix",
        "matrix ${1:Name}: ${2:Likelihood} ${3:Impact} -> ${4:Risk} {\n  $0\n}",
        "likelihood and impact to risk",
    ),
    ("fn", "fn ${1:name}(${2:e}: ${3:process}) = $0", "an abbreviation"),
    ("vulnerability", "vulnerability ${1:name} on $0", "a known hole"),
    ("attacker", "attacker ${1:name} \"${2:Title}\" { starts_at = [$0] }", "who attacks"),
    ("goal", "goal ${1:name} \"${2:Title}\" { attacker = $3, target = $0 }", "what an attacker wants"),
    ("attack", "attack ${1:name} toward $0", "a tree of steps"),
    ("objective", "objective ${1:name} \"$0\"", "what is to be protected"),
    ("policy", "policy ${1:Name} \"${2:Title}\" {\n  forbid ${3:f}: ${4:flow} when $0\n}", "what must hold"),
    ("test", "test \"${1:what}\" {\n  $0\n}", "what is expected"),
];

/// What says which data there are: no flow and no store is whole without.
const OF_DATA: [PropId; 3] = [attribute::HOLDS, attribute::SENDS, attribute::RECEIVES];

/// What can stand inside boundaries.
const INNER: &[&str] = &["actor", "process", "store", "boundary", "external", "flow"];

impl<'a> Completer<'a> {
    pub(super) fn words(&mut self, words: &[&str]) {
        self.items.extend(words.iter().map(|word| Item::new(*word, Sort::Keyword)));
    }

    fn declarations(&mut self, allowed: impl Fn(&str) -> bool) {
        let wanted = DECLARATIONS.iter().filter(|(word, ..)| allowed(word));
        self.items
            .extend(wanted.map(|(word, insert, detail)| {
                Item::new(*word, Sort::Keyword).snippet(*insert).detail(*detail).rank(6)
            }));
    }

    /// At the beginning of a statement.
    pub(super) fn statement(&mut self) {
        let word = self.cursor.block().and_then(crate::syntax::Block::word);
        let Some(word) = word else {
            self.declarations(|_| true);
            self.decisions();
            return;
        };
        let known = attributes(word);
        let stated = self.stated();
        for attribute in known.iter().filter(|known| !stated.contains(known.name)) {
            let item = Item::new(attribute.name, Sort::Property).detail(attribute.doc).rank(3);
            self.items.push(item.snippet(format!("{} = {}", attribute.name, attribute.value)));
        }
        match word {
            K::ActorKw | K::ProcessKw | K::StoreKw | K::FlowKw | K::DataKw => self.element_members(word, &stated),
            K::BoundaryKw | K::ModelKw => {
                self.element_members(word, &stated);
                self.declarations(|word| INNER.contains(&word));
            }
            K::TypeKw | K::ControlKw => self.facts(&stated),
            K::ThreatKw => self.words(&["on", "each", "when", "fix"]),
            K::PolicyKw => self.words(&["forbid", "require", "on", "when"]),
            K::TestKw => {
                self.words(&["expect"]);
                self.declarations(|word| INNER.contains(&word) || word == "data");
            }
            K::AttackKw => self.words(&["any", "all", "step"]),
            K::MatrixKw => self.cells(),
            K::FixKw => self.expression(),
            _ => {}
        }
    }

    /// Names that begin the statements of the block.
    fn stated(&self) -> FxHashSet<&'a str> {
        let Some(block) = self.cursor.block() else {
            return FxHashSet::default();
        };
        let mut found = FxHashSet::default();
        let (mut depth, mut begins) = (0usize, true);
        for word in words(self.text, self.tokens, block.open + 1..self.text.len()) {
            let new_line = self.text[..word.start].trim_end_matches([' ', '\t']).ends_with(['\n', '\r']);
            if depth == 0 && (begins || new_line) && word.start != self.cursor.typed.start {
                found.insert(word.text);
            }
            begins = matches!(word.kind, K::Comma);
            match word.kind {
                K::LBrace | K::LParen | K::LBracket => depth += 1,
                K::RBrace | K::RParen | K::RBracket if depth == 0 => break,
                K::RBrace | K::RParen | K::RBracket => depth -= 1,
                _ => {}
            }
        }
        found
    }

    fn element_members(&mut self, word: K, stated: &FxHashSet<&str>) {
        if let Some(owner) = self.owner() {
            self.properties(owner, stated);
        }
        if word != K::DataKw {
            let item = Item::new("apply", Sort::Keyword).detail("a control that is there").rank(4);
            self.items.push(item.snippet("apply $0"));
        }
    }

    /// Properties that a type still lacks; those that rules read come first.
    fn properties(&mut self, owner: TypeId, stated: &FxHashSet<&str>) {
        let library = self.at.library();
        let read = self.read_by_rules();
        let asked = self.asked();
        for prop in properties(self.at, owner) {
            let name = library.props.name(prop);
            if stated.contains(name) || prop == attribute::EXTERNAL {
                continue;
            }
            let (holder, span) = library.declaring(owner, prop);
            let Some(property) = library.types[holder].properties.get(&prop) else {
                continue;
            };
            let fact = library.types[owner].facts.contains_key(&prop);
            let question = asked.iter().position(|known| known == name);
            let rank = match (fact, read.contains(&prop), span.is_some()) {
                (true, ..) => 5,
                _ if OF_DATA.contains(&prop) || question.is_some() => 0,
                (_, true, true) => 1,
                (_, _, true) => 2,
                _ => 3,
            };
            let item = Item::new(name, Sort::Property).detail(property.ty.show(library)).rank(rank);
            let item = match property.ty {
                Type::Bool => item,
                Type::List(_) => item.snippet(format!("{name} = [$0]")),
                Type::Text => item.snippet(format!("{name} = \"$0\"")),
                _ => item.snippet(format!("{name} = $0")),
            };
            // What travels and what is kept comes before what threats ask for, the most urgent question first.
            let order = question.map_or(0, |question| if OF_DATA.contains(&prop) { 0 } else { question + 1 });
            self.items.push(Item { order, declared: span.map(|span| self.at.location(span)), ..item });
        }
    }

    /// The properties that questions about the element around the cursor ask for, the one that settles most first.
    fn asked(&self) -> Vec<String> {
        let name = self.cursor.block().and_then(crate::syntax::Block::name);
        let found = name.and_then(|name| self.at.library().scopes.lookup(self.package, &path(&[name])).ok());
        match found {
            Some((Def::Element(id), _)) if self.at.model().elements.get(id).is_some() => {
                let questions = self.at.analysis().questions_about(id);
                questions.into_iter().map(|question| question.property).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The properties that some rule's condition, likelihood or impact reads.
    fn read_by_rules(&self) -> FxHashSet<PropId> {
        let mut found = FxHashSet::default();
        for rule in self.at.library().rules.values() {
            for ex in rule.conditions.iter().chain(&rule.likelihood).chain(&rule.impact) {
                ex.walk(&mut |ex| {
                    if let ExKind::Prop(_, prop) = ex.kind {
                        found.insert(prop);
                    }
                });
            }
        }
        found
    }

    /// What types and controls state about the elements that they are for.
    fn facts(&mut self, stated: &FxHashSet<&str>) {
        if let Some(owner) = self.owner() {
            self.properties(owner, stated);
        }
    }
}
