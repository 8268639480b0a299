//! Forms of ids: `CWE-#`, `T#.#`, `GDPR Art.#*`. `#` stands for digits, `*` at the end for anything.

/// A form of ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Digits,
    Rest,
}

impl Pattern {
    /// Reads a form; `None` where it has no fixed text to begin with, or a `*` before its end.
    pub fn new(text: &str) -> Option<Self> {
        let mut parts = Vec::new();
        for c in text.chars() {
            match (c, parts.last_mut()) {
                (_, Some(Part::Rest)) => return None,
                ('#', _) => parts.push(Part::Digits),
                ('*', _) => parts.push(Part::Rest),
                (c, Some(Part::Text(text))) => text.push(c),
                (c, _) => parts.push(Part::Text(c.into())),
            }
        }
        matches!(parts.first(), Some(Part::Text(_))).then_some(Pattern { parts })
    }

    /// What stands for the signs of the form, in order; `None` where the text does not have it.
    pub fn holes<'t>(&self, text: &'t str) -> Option<Vec<&'t str>> {
        let (mut rest, mut holes) = (text, Vec::new());
        for part in &self.parts {
            let hole = match part {
                Part::Text(fixed) => {
                    rest = rest.strip_prefix(fixed.as_str())?;
                    continue;
                }
                Part::Digits => rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len(),
                Part::Rest => rest.len(),
            };
            if hole == 0 && *part == Part::Digits {
                return None;
            }
            let (found, after) = rest.split_at(hole);
            holes.push(found);
            rest = after;
        }
        rest.is_empty().then_some(holes)
    }

    /// True where ids of this form may begin in this way.
    pub fn may_begin(&self, start: &str) -> bool {
        let Some(Part::Text(fixed)) = self.parts.first() else {
            return false;
        };
        fixed.starts_with(start) || start.starts_with(fixed.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holes(pattern: &str, text: &'static str) -> Option<Vec<&'static str>> {
        Pattern::new(pattern).and_then(|pattern| pattern.holes(text))
    }

    #[test]
    fn digits_and_the_rest_are_found() {
        assert_eq!(holes("GW-#", "GW-12"), Some(vec!["12"]));
        assert_eq!(holes("GW-#", "GW-"), None);
        assert_eq!(holes("GW-#", "GW-12a"), None);
        assert_eq!(holes("G#.#", "G12.3"), Some(vec!["12", "3"]));
        assert_eq!(holes("Law Art.#*", "Law Art.5(1)"), Some(vec!["5", "(1)"]));
        assert_eq!(holes("Law Art.#*", "Law Art.5"), Some(vec!["5", ""]));
        assert_eq!(holes("Norm *", "Norm"), None);
    }

    #[test]
    fn a_form_that_everything_has_is_none() {
        for bad in ["", "*", "#", "#-1", "a*b"] {
            assert!(Pattern::new(bad).is_none(), "{bad}");
        }
    }
}
