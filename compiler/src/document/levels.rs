//! Levels in words for readers: the title of each, also of both ends of a range.

use super::{Level, RiskMethod};

/// What stands between the ends of a range.
pub(crate) const BETWEEN: char = '–';

/// A range of levels by the names of its ends.
pub(crate) fn range(low: &str, high: &str) -> String {
    format!("{low}{BETWEEN}{high}")
}

impl RiskMethod {
    /// The title of a level of likelihood, or of a range.
    pub fn likelihood_title(&self, name: &str) -> String {
        titled(&self.likelihood, name)
    }

    /// The title of a level of impact, or of a range.
    pub fn impact_title(&self, name: &str) -> String {
        titled(&self.impact, name)
    }

    /// The title of a level of risk, or of a range.
    pub fn risk_title(&self, name: &str) -> String {
        titled(&self.risk, name)
    }
}

fn titled(levels: &[Level], name: &str) -> String {
    let title = |end: &str| {
        let level = levels.iter().find(|level| level.name == end && !level.title.trim().is_empty());
        level.map_or(end, |level| &level.title).to_owned()
    };
    let ends: Vec<String> = name.split(BETWEEN).map(title).collect();
    // Between titles of several words, the dash stands free.
    ends.join(if ends.iter().any(|end| end.contains(' ')) { " – " } else { "–" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_of_a_range_have_their_titles() {
        let level = |name: &str, title: &str| Level { name: name.into(), title: title.into(), ..Level::default() };
        let levels = [level("Low", "Low"), level("VeryHigh", "Very high"), level("Plain", " ")];
        let shown = ["Low", "VeryHigh", "Low–VeryHigh", "Low–Plain", "Else", ""].map(|name| titled(&levels, name));
        assert_eq!(shown, ["Low", "Very high", "Low – Very high", "Low–Plain", "Else", ""]);
    }
}
