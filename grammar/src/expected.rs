//! What the parse tables expected, folded to words that a user knows.

use crate::kind::SyntaxKind as K;

/// What may stand at a place, in words.
pub(crate) struct Wanted {
    /// "a name", "a value or `)`", …
    pub(crate) text: String,
    /// A name of the user's own may stand here.
    pub(crate) names: bool,
    /// A value may stand here.
    pub(crate) values: bool,
    /// Nothing more may stand here.
    pub(crate) ends: bool,
}

/// Folds a list of expected tokens into at most three groups. `word` is the word of the language right
/// before, which might as well be the name of a property: hardly what the author meant.
pub(crate) fn describe(expected: &[String], word: Option<K>) -> Wanted {
    let has = |token: &str| {
        let as_name = word.is_some() && matches!(token, "=" | ":" | "|" | ".");
        !as_name && expected.iter().any(|name| name.trim_matches('"') == token)
    };
    let names = has("name");
    let values = names && has("int");
    let mut groups: Vec<String> = Vec::new();
    if word == Some(K::ExternalKw) {
        groups.push("`actor`, `process`, `store`, `boundary`".into());
        groups.push("`flow`".into());
    } else if values {
        groups.push("a value".into());
    } else if names {
        groups.push("a name".into());
    } else if has("date") {
        groups.push("a date such as `2027-03-31`".into());
    } else if has("string") {
        groups.push("a text in quotes".into());
    }
    let operators = ["and", "or", "==", "+", "*"].iter().filter(|word| has(word)).count();
    if operators >= 2 {
        groups.push("an operator".into());
    }
    if has("block") {
        groups.push("`{ … }`".into());
    }
    groups.extend(plain_words(&has, values, operators >= 2));
    groups.truncate(3);
    let text = match groups.as_slice() {
        [] => "the end of the line".into(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    };
    Wanted { text, names, values, ends: groups.is_empty() }
}

/// Punctuation and words that are worth naming one by one.
fn plain_words(has: &dyn Fn(&str) -> bool, values: bool, operators: bool) -> Vec<String> {
    const CLOSERS: &[&str] = &["=", ":", "->", ")", "]", ",", "|"];
    const WORDS: &[&str] =
        &["on", "with", "until", "to", "over", "when", "where", "in", "then", "else", "toward", "for"];
    let mut words: Vec<&str> = CLOSERS.iter().copied().filter(|word| has(word)).collect();
    // Where any name may stand the soft words are expected too, but only as names.
    if !(values || operators || has("name") && has("use")) {
        words.extend(WORDS.iter().copied().filter(|word| has(word)));
    }
    if operators {
        let after_value = ["on", "with", "then", "else", "where"];
        words.extend(after_value.into_iter().filter(|word| has(word)));
    } else if words.is_empty() && has("(") && !values {
        words.push("(");
    }
    words.into_iter().map(|word| format!("`{word}`")).collect()
}

/// How a statement that begins with this word reads.
pub(crate) fn form(word: K) -> Option<&'static str> {
    Some(match word {
        K::UseKw => "`use std.web`, `use std.aws { RdsPostgres }` or `use acme.payments as pay`",
        K::ModelKw => "`model NAME \"Title\" { … }`",
        K::ActorKw | K::ProcessKw | K::StoreKw | K::BoundaryKw => {
            "`process NAME: TYPE \"Title\" { … }` (type, title and block may be left out)"
        }
        K::DataKw => "`data NAME \"Title\" { … }`",
        K::ExternalKw => "`external process NAME: TYPE \"Title\"`",
        K::FlowKw => "`flow NAME: FROM -> TO over PROTOCOL \"Title\" { … }`",
        K::TagKw => "`tag NAME \"Title\"`",
        K::EnumKw => "`enum NAME { ONE, TWO }`",
        K::ScaleKw => "`scale NAME { Low = 20%, High = 100% }`",
        K::TypeKw => "`type NAME: BASE \"Title\" { … }`",
        K::ExtendKw => "`extend KIND { property: Type }` or `extend threat NAME { … }`",
        K::ControlKw => "`control NAME: KIND \"Title\" { strength = 60% }`",
        K::ThreatKw => "`threat NAME: CATEGORY \"Title\" { on e: KIND, when … }`",
        K::MatrixKw => "`matrix NAME: LIKELIHOOD IMPACT -> RISK { Low | Low Low High }`",
        K::FnKw => "`fn name(p: Type) = expression`",
        K::AcceptKw => "`accept THREAT on ELEMENT until 2027-03-31 { by = \"…\", reason = \"…\" }`",
        K::DismissKw => "`dismiss THREAT on ELEMENT { reason = \"…\" }`",
        K::TransferKw => "`transfer THREAT on ELEMENT to ELEMENT { reason = \"…\" }`",
        K::MitigateKw => "`mitigate THREAT on ELEMENT with CONTROL { status = planned }`",
        K::VulnerabilityKw => "`vulnerability NAME on ELEMENT { cvss = \"…\" }`",
        K::AttackKw => "`attack NAME toward GOAL { … }`",
        K::PolicyKw => "`policy NAME \"Title\" { forbid f: flow when … }`",
        K::TestKw => "`test \"what it shows\" { … }`",
        K::ExpectKw => "`expect THREAT on ELEMENT`, `expect no THREAT on ELEMENT` or `expect residual(e) <= Moderate`",
        K::ForbidKw | K::RequireKw => "`forbid f: flow when …`",
        K::OnKw => "`on e: TYPE`",
        K::EachKw => "`each d in f.data`",
        K::ApplyKw => "`apply CONTROL` or `apply [ONE, TWO]`",
        K::FixKw => "`fix \"Title\" { e.property = value }`",
        _ => return None,
    })
}
