//! Habits of other languages and formats: JSON, YAML, arrows with many ends, commas that join declarations.

use crate::error::SyntaxError;
use crate::hints::Stop;
use crate::kind::SyntaxKind as K;

/// `owner: "me"`, `internet_facing: true`, `sends := Card`.
pub(crate) fn colon_for_equals(stop: &Stop<'_>) -> Option<SyntaxError> {
    const VALUES: [K; 9] =
        [K::String, K::Int, K::Decimal, K::Percent, K::Duration, K::Date, K::TrueKw, K::FalseKw, K::UnknownKw];
    let found = stop.found()?;
    let stated = stop.index == 2 && stop.kind(0)? == K::Ident && stop.before()? == K::Colon;
    if !stated || !(found == K::Eq || VALUES.contains(&found)) {
        return None;
    }
    let last = if found == K::Eq { 2 } else { 1 };
    let error = stop.error(1, last, "`:` gives a type; `=` gives a value".into());
    let (range, name) = (error.range.clone(), stop.word(0));
    let value = stop.word(last + 1);
    Some(error.label("a value is given here").help(format!("write `{name} = {value}`")).fix(range, " ="))
}

/// `data Card: "Cardholder data"`.
pub(crate) fn title_behind_colon(stop: &Stop<'_>) -> Option<SyntaxError> {
    let titled = stop.found()? == K::String && stop.before()? == K::Colon && stop.index == 3;
    (titled && stop.kind(0)?.begins_declaration() && stop.kind(0)? != K::FlowKw).then(|| {
        let error = stop.error(2, 2, "a title stands without `:`".into());
        let range = error.range.clone();
        error
            .label("a type stands behind this")
            .help(format!("write `{} {}`", stop.word(1), stop.word(3)))
            .fix(range, "")
    })
}

/// `"owner": "me"`.
pub(crate) fn quoted_key(stop: &Stop<'_>) -> Option<SyntaxError> {
    let key = stop.index == 0 && stop.found()? == K::String && matches!(stop.kind(1)?, K::Colon | K::Eq);
    key.then(|| {
        let name = stop.word(0).trim_matches('"').to_owned();
        let error = stop.error(0, 0, "names stand without quotes".into());
        error.label("the name of what is stated goes here").help(format!("write `{name} = …`"))
    })
}

/// `records = 2,000,000`.
pub(crate) fn grouped_digits(stop: &Stop<'_>) -> Option<SyntaxError> {
    let group = stop.index == 0 && stop.found()? == K::Int;
    let number = stop.before_comma().filter(|(kind, _)| group && *kind == K::Int)?.1;
    let error = stop.error(0, 0, "a comma ends a number".into());
    let help = format!("digits are grouped with `_`: write `{number}_{}`", stop.word(0));
    Some(error.label("stands alone behind the comma").help(help))
}

/// `not internet_facing` where a fact is stated, `if …` and `for …` in a rule.
pub(crate) fn condition_as_member(stop: &Stop<'_>) -> Option<SyntaxError> {
    if stop.index != 0 || stop.source.top {
        return None;
    }
    let (message, help) = match stop.found()? {
        K::NotKw if stop.kind(1)? == K::Ident => {
            ("`not` belongs to conditions", format!("write `{} = false`", stop.word(1)))
        }
        K::IfKw => ("`if` belongs to values", "a condition of a rule stands behind `when`".to_owned()),
        K::ForKw => ("`for` belongs to lists", "what a rule is about stands behind `on`: `on e: process`".to_owned()),
        _ => return None,
    };
    Some(stop.error(0, 0, message.into()).label("a member begins here").help(help))
}

/// `a -> b -> c`, `a -> [b, c]`, `a -> b: Https`, `a -> b (Https)`, `a -> b via Https`.
pub(crate) fn ends_of_a_flow(stop: &Stop<'_>) -> Option<SyntaxError> {
    if stop.kind(0)? != K::FlowKw {
        return None;
    }
    let several = |error: SyntaxError| error.label("another one").help("write a flow for each: `flow FROM -> TO`");
    let protocol = stop.word(stop.index + 1);
    match stop.found()? {
        K::Arrow if stop.index >= 4 && stop.expects("over") => {
            Some(several(stop.error(stop.index, stop.index, "a flow has one end at each side".into())))
        }
        K::LBracket if stop.expects("name") => {
            Some(several(stop.error(stop.index, stop.index, "a flow has one end at each side".into())))
        }
        K::Colon | K::LParen if stop.expects("over") && stop.kind(stop.index + 1)? == K::Ident => {
            Some(protocol_behind_over(stop, &protocol))
        }
        K::Ident
            if stop.expects("over")
                && matches!(stop.word(stop.index).as_str(), "via" | "using" | "by" | "protocol") =>
        {
            Some(protocol_behind_over(stop, &protocol))
        }
        _ => None,
    }
}

fn protocol_behind_over(stop: &Stop<'_>, protocol: &str) -> SyntaxError {
    let error = stop.error(stop.index, stop.index, "the protocol of a flow stands behind `over`".into());
    error.label("`over` goes here").help(format!("write `over {protocol}`"))
}

/// `use std.web, std.aws`: where the statement ends, or goes on with what such a line may have.
pub(crate) fn second_package(stop: &Stop<'_>) -> Option<SyntaxError> {
    let path = stop.pieces.get(..stop.index)?;
    let names = !path.is_empty() && path.iter().all(|piece| matches!(piece.1, K::Ident | K::Dot));
    (names && stop.source.top && stop.before_comma().is_some() && stop.line_begins_with() == Some(K::UseKw)).then(
        || {
            let error = stop.error(0, stop.index - 1, "a `use` line brings in one package".into());
            let package = stop.source.text[error.range.clone()].to_owned();
            error.label("a second one").help(format!("write `use {package}` on a line of its own"))
        },
    )
}

/// `session_lifetime = none`.
pub(crate) fn nothing_stated(stop: &Stop<'_>) -> Option<SyntaxError> {
    let none = stop.index == 3 && stop.kind(1)? == K::Eq && stop.kind(2)? == K::NoneKw;
    (none && stop.found().is_none()).then(|| {
        let error = stop.error(2, 2, "`none` asks whether a list has none: `none x in list where …`".into());
        error.label("a value goes here").help("an empty list is `[]`; what nobody knows is `unknown`")
    })
}
