//! Escaping of a model's words, one function per language that they end up in.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Escapes for HTML, text and quoted attributes alike, in the form that the template engine calls.
pub(super) fn html_writer(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut rest = text;
    while let Some(at) = rest.find(special) {
        let (plain, tail) = rest.split_at(at);
        out.write_all(plain.as_bytes())?;
        let letter = tail.chars().next().unwrap_or_default();
        out.write_all(match letter {
            '&' => b"&amp;",
            '<' => b"&lt;",
            '>' => b"&gt;",
            '"' => b"&quot;",
            '\'' => b"&#39;",
            _ => "\u{fffd}".as_bytes(),
        })?;
        rest = &tail[letter.len_utf8()..];
    }
    out.write_all(rest.as_bytes())
}

fn special(letter: char) -> bool {
    matches!(letter, '&' | '<' | '>' | '"' | '\'') || hidden(letter)
}

/// Escapes for Markdown, in the form that the template engine calls.
pub(super) fn markdown_writer(text: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(markdown(text).as_bytes())
}

/// Text as one line of Markdown that means nothing but itself, in a table cell as elsewhere.
pub fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut before = ' ';
    let mut letters = one_line(text).peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // A host would turn these into mentions of people and links to tickets.
            '@' | '#' if !before.is_alphanumeric() && next.is_alphanumeric() => {
                let _ = write!(out, "\\{letter}<!-- -->");
            }
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '~' | '$' | '#' => {
                out.push('\\');
                out.push(letter);
            }
            '-' | '+' | '=' if out.is_empty() => {
                out.push('\\');
                out.push(letter);
            }
            '.' | ')' if next == ' ' && numbered(&out) => {
                out.push('\\');
                out.push(letter);
            }
            _ => out.push(letter),
        }
        before = letter;
    }
    out
}

/// Text as a code span of Markdown, also inside a table cell.
pub fn markdown_code(text: &str) -> String {
    let text: String = one_line(text).collect();
    let text = text.trim();
    if text.is_empty() {
        return String::new();
    }
    let fence = "`".repeat(longest_run(text, '`') + 1);
    let edge = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{edge}{}{edge}{fence}", text.replace('|', "\\|"))
}

/// A sentence of ours whose words in backticks are code, as Markdown.
pub(super) fn markdown_ticks(text: &str) -> String {
    ticks(text, markdown, markdown_code)
}

/// A sentence of ours whose words in backticks are code, as HTML.
pub(super) fn html_ticks(text: &str) -> String {
    ticks(text, html, |code| format!("<code>{}</code>", html(code)))
}

fn ticks(text: &str, plain: fn(&str) -> String, code: impl Fn(&str) -> String) -> String {
    if text.matches('`').count() % 2 == 1 {
        return plain(text);
    }
    let parts = text.split('`').enumerate();
    let marked = parts.map(|(at, part)| if at % 2 == 1 { code(part) } else { plain(part) });
    marked.collect()
}

fn html(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    // Writing to memory does not fail.
    let _ = html_writer(text, &mut out);
    String::from_utf8_lossy(&out).into_owned()
}

/// Text between the double quotes of a DOT string.
pub(super) fn dot(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in visible(text) {
        match letter {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            // DOT reads HTML entities in plain labels.
            '&' => out.push_str("&amp;"),
            _ => out.push(letter),
        }
    }
    out
}

/// Text between the double quotes of a Mermaid label.
pub(super) fn mermaid(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in one_line(text) {
        match letter {
            '"' | '\'' | '#' | '<' | '>' | '&' | ';' | '`' | '\\' | '%' | '{' | '}' | '[' | ']' | '(' | ')' | '|'
            | '*' | '_' | '~' | '$' | '@' => {
                let _ = write!(out, "#{};", u32::from(letter));
            }
            _ => out.push(letter),
        }
    }
    out
}

/// An id as the fragment of a link, unlike for unlike ids.
pub(super) fn anchor(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._@".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "~{byte:02x}");
        }
    }
    out
}

/// An id as a bare word of DOT or Mermaid; unlike ids may fall together.
pub(super) fn word(text: &str) -> String {
    let plain = |letter: char| {
        if letter.is_ascii_alphanumeric() { letter } else { '_' }
    };
    text.chars().map(plain).collect()
}

/// A web address, or nothing: a link must not carry a script.
pub(super) fn web_url(text: &str) -> String {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let web = lower.starts_with("https://") || lower.starts_with("http://");
    let clean = !text.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    if web && clean { text.to_owned() } else { String::new() }
}

/// Letters that show: control and direction-override characters become a mark.
fn visible(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|letter| match letter {
        '\n' => '\n',
        '\t' | '\r' => ' ',
        _ if hidden(letter) => '\u{fffd}',
        _ => letter,
    })
}

/// Characters that cannot be seen and turn the text around them, or end it.
fn hidden(letter: char) -> bool {
    let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (letter.is_control() && !matches!(letter, '\n' | '\t' | '\r'))
}

/// Text with a mark in place of every such character.
pub(super) fn unhidden(text: &str) -> Cow<'_, str> {
    if text.contains(hidden) { Cow::Owned(text.replace(hidden, "\u{fffd}")) } else { Cow::Borrowed(text) }
}

fn one_line(text: &str) -> impl Iterator<Item = char> {
    let breaks = |letter| matches!(letter, '\n' | '\u{2028}' | '\u{2029}');
    visible(text).map(move |letter| if breaks(letter) { ' ' } else { letter })
}

fn numbered(out: &str) -> bool {
    !out.is_empty() && out.bytes().all(|byte| byte.is_ascii_digit())
}

fn longest_run(text: &str, wanted: char) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for letter in text.chars() {
        run = if letter == wanted { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_loses_its_meaning() {
        assert_eq!(markdown("a|b\n*c* <i> `d`"), "a\\|b \\*c\\* &lt;i&gt; \\`d\\`");
        assert_eq!(markdown("- x"), "\\- x");
        assert_eq!(markdown("12. x"), "12\\. x");
        assert_eq!(markdown("ask @ops, not a@b"), "ask \\@<!-- -->ops, not a@b");
        assert_eq!(markdown("see #12"), "see \\#<!-- -->12");
        assert_eq!(markdown("a\u{202e}b"), "a\u{fffd}b");
    }

    #[test]
    fn code_spans_hold_their_backticks() {
        assert_eq!(markdown_code("a|b"), "`a\\|b`");
        assert_eq!(markdown_code("`a` and ``b``"), "``` `a` and ``b`` ```");
        assert_eq!(markdown_code("  "), "");
    }

    #[test]
    fn ticks_mark_code_and_nothing_else() {
        assert_eq!(html_ticks("is `a<b` *so*?"), "is <code>a&lt;b</code> *so*?");
        assert_eq!(markdown_ticks("is `a|b` *so*?"), "is `a\\|b` \\*so\\*?");
        assert_eq!(html_ticks("a ` alone <"), "a ` alone &lt;");
    }

    #[test]
    fn labels_stay_inside_their_quotes() {
        assert_eq!(dot("a\"b\\c\nd & e"), "a\\\"b\\\\c\\nd &amp; e");
        assert_eq!(mermaid("a\"b\n%%{init}"), "a#34;b #37;#37;#123;init#125;");
    }

    #[test]
    fn anchors_differ_where_ids_do() {
        assert_eq!(anchor("Rule@shop.db"), "Rule@shop.db");
        assert_ne!(anchor("a b"), anchor("a~20b"));
        assert_ne!(anchor("ä"), anchor("ö"));
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(web_url("https://example.org/a"), "https://example.org/a");
        for hostile in ["javascript:alert(1)", " data:text/html,x", "https://a b", "//x"] {
            assert_eq!(web_url(hostile), "", "{hostile}");
        }
    }
}
