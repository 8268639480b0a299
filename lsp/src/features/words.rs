//! What the words of the language mean, for who meets one for the first time.

use tm_grammar::SyntaxKind as K;
use tm_grammar::lexer::Token;

/// What a token says that is a word of the language, or something that the language gives under a name; `next` is
/// the token behind it.
pub fn meaning(text: &str, token: &Token, next: Option<K>) -> Option<&'static str> {
    let word = text.get(token.range.clone())?;
    let find = |words: &[(&str, &'static str)]| words.iter().find(|(known, _)| *known == word).map(|(_, doc)| *doc);
    match token.kind {
        K::Date => Some("A day. What holds until a day holds on that day, too."),
        K::Ident if next == Some(K::LParen) => find(FUNCTIONS),
        K::Ident => find(STATUSES),
        kind if kind.is_keyword() => find(WORDS),
        _ => None,
    }
}

const WORDS: &[(&str, &str)] = &[
    ("use", "Brings another package's names in, and its rules."),
    ("as", "The name that a package goes by here."),
    ("model", "The system as a whole, what is asked of it and how much risk is borne."),
    ("data", "A kind of data that is worth protecting."),
    ("actor", "Somebody, or a program that we do not make, who uses the system."),
    ("process", "A program that runs."),
    ("store", "A place where data are kept."),
    ("boundary", "A line around things that trust each other."),
    ("flow", "A conversation, opened by its source; data travel either way."),
    ("over", "The protocol of a flow: a type of flows."),
    ("external", "Outside of our control: rules look at it only where they ask for that."),
    ("tag", "A word to mark elements with."),
    ("view", "Elements that are drawn together."),
    ("assumption", "What is taken for granted, told in the report."),
    ("enum", "A choice of values without an order."),
    ("scale", "Levels in order, each up to a share of the whole."),
    ("type", "A type of elements with what is so for all of them."),
    ("extend", "Gives a kind more properties, or a threat more to say."),
    ("inherited", "What a boundary says holds for all inside it, unless they say otherwise."),
    ("control", "Something that makes a threat less likely or less bad."),
    ("threat", "Something that can go wrong, and when: a rule that is looked for in every model."),
    ("on", "What carries it: an element, or every element of a type."),
    ("each", "One threat for each member of a list."),
    ("when", "The condition under which it is so."),
    ("fix", "Facts that would answer the threat."),
    ("disable", "Switches a rule off for this package."),
    ("matrix", "How likelihood and impact give a risk."),
    ("catalog", "Ids of a published list, such as weaknesses."),
    ("fn", "An abbreviation for an expression."),
    ("accept", "Bears the risk until a day: somebody says who decided and why."),
    ("until", "The last day on which the decision holds; then the threat is open again."),
    ("dismiss", "Says that a threat does not apply, and why."),
    ("transfer", "Lets somebody else bear the risk."),
    ("to", "Who bears the risk."),
    ("mitigate", "Holds a threat off by controls: planned, or in place."),
    ("with", "The controls that hold a threat off, or the model that a test is about."),
    ("apply", "The control stands here: it counts against every threat that lists it, and its facts are true."),
    ("vulnerability", "A hole that is known to be there."),
    ("attacker", "Who attacks, from where, and how ably."),
    ("goal", "What an attacker wants. How far each gets is worked out."),
    ("attack", "Steps toward a goal, as a tree."),
    ("toward", "The goal of an attack."),
    ("step", "A step of an attack, in words."),
    ("any", "One of these steps is enough."),
    ("objective", "What is to be protected, and how bad it would be to fail."),
    ("policy", "What must hold in the model."),
    ("forbid", "Where this is so, the policy is broken; where it is unknown, the policy is undecided."),
    ("require", "Where this is not so, the policy is broken; where it is unknown, the policy is undecided."),
    ("test", "What is expected of a model, or of a small world of the test's own."),
    ("expect", "A threat that is found, possible or absent; or a condition that is true."),
    ("possible", "Expected as possible: a fact that would decide it is not stated."),
    ("assumed", "Expected, because of a default that nobody stated."),
    ("no", "Expected to be absent."),
    ("where", "Only those for which the condition holds."),
    ("in", "Is a member of a list; or runs over its members."),
    ("has", "The list has this member."),
    ("is", "Is of this type, or of one below it."),
    ("and", "Both: unknown where one is unknown and the other true."),
    ("or", "One of them: unknown where one is unknown and the other false."),
    ("not", "The opposite; of what is unknown it is unknown."),
    ("if", "One value or another."),
    ("then", "The value where the condition is true."),
    ("else", "The value where the condition is false."),
    ("exists", "At least one member for which the condition holds."),
    ("all", "The condition holds for every member; or, in an attack, all these steps are needed."),
    ("none", "The condition holds for no member."),
    ("for", "A list made of another."),
    ("reaches", "A way of flows leads from the one to the other."),
    ("carrying", "… on which the data travel."),
    ("along", "… over flows for which the condition holds."),
    ("through", "… by way of elements for which the condition holds."),
    ("true", "Stated as true."),
    ("false", "Stated as false: somebody knows that it is not so."),
    ("unknown", "Nobody knows. What rests on it is possible, never definite, and is asked."),
];

const FUNCTIONS: &[(&str, &str)] = &[
    ("count", "How many members a list has."),
    ("max", "The highest of a list."),
    ("min", "The lowest of a list."),
    ("known", "Whether somebody stated it, or it follows."),
    ("inherent", "The highest risk among the threats to an element, with no controls."),
    ("residual", "The highest risk among the threats to an element, with what is implemented."),
    ("target", "The highest risk among the threats to an element when all that is planned is implemented."),
    (
        "sarif",
        "A check of a scanner that writes SARIF: `sarif(\"tool\", rule = \"id\")`. Its results come with `--evidence`.",
    ),
    ("junit", "A test whose result is JUnit: `junit(\"suite\", case = \"name\")`. Its results come with `--evidence`."),
];

const STATUSES: &[(&str, &str)] = &[
    ("proposed", "Somebody thought of it. It changes no risk."),
    ("planned", "It will come: it counts for the target risk, not for the residual one."),
    ("implemented", "It is in place: it counts for the residual risk."),
];
