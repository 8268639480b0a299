//! The filters that templates have besides the engine's own.

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::{digest, escape, markdown};

/// Adds our filters; `ticks` is the one that differs between kinds of output. None of them reads
/// anything but its arguments.
pub(super) fn register(tera: &mut Tera, ticks: fn(&str) -> String) {
    finished(tera, "ticks", ticks);
    text(tera, "dot", escape::dot);
    text(tera, "mermaid", escape::mermaid);
    text(tera, "web_url", escape::web_url);
    text(tera, "csp_hash", digest::csp_source);
    finished(tera, "anchor", escape::anchor);
    finished(tera, "md", escape::markdown);
    finished(tera, "code", escape::markdown_code);
    finished(tera, "markdown", markdown::blocks);
    finished(tera, "inline_markdown", markdown::inline);
    finished(tera, "markdown_block", markdown::block_for_markdown);
    tera.register_filter("plural", plural);
    tera.register_filter("percent", percent);
    tera.register_filter("json", json);
}

/// A filter whose result is still text, and is escaped where the template escapes.
fn text(tera: &mut Tera, name: &'static str, filter: fn(&str) -> String) {
    tera.register_filter(name, move |value: &str, _: Kwargs, _: &State| filter(value));
}

/// A filter whose result is ready for the page.
fn finished(tera: &mut Tera, name: &'static str, filter: fn(&str) -> String) {
    tera.register_filter(name, move |value: &str, _: Kwargs, _: &State| Value::safe_string(&filter(value)));
}

/// `3 | plural(one="threat")` is `3 threats`; `many` says the plural where an `s` does not make it.
fn plural(value: Value, kwargs: Kwargs, _: &State) -> TeraResult<String> {
    let one: &str = kwargs.must_get("one")?;
    let many = kwargs.get::<&str>("many")?.map_or_else(|| format!("{one}s"), str::to_owned);
    let single = value.as_i64() == Some(1);
    Ok(format!("{value} {}", if single { one } else { &many }))
}

/// `0.95` is `95%`.
fn percent(value: f64, _: Kwargs, _: &State) -> String {
    let tenths = (value * 1000.0).round();
    if tenths % 10.0 == 0.0 { format!("{}%", tenths / 10.0) } else { format!("{:.1}%", tenths / 10.0) }
}

/// The value as JSON that may also stand inside a script.
fn json(value: &Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let text = serde_json::to_string(value)
        .map_err(|error| tera::Error::message(format!("no JSON for this value: {error}")))?;
    let text = text.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    Ok(Value::safe_string(&text))
}
