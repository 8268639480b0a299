//! Releases of the library: which rules are too new to count for a package that pins one.

use std::fmt;

/// A release, `0.2`. Further digits tell releases that mend: they bring no rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Release {
    major: u32,
    minor: u32,
}

impl Release {
    /// The release of a version, `0.2` or `0.2.1`.
    pub fn read(version: &str) -> Option<Self> {
        let mut parts = version.split('.').map(number);
        let release = Self { major: parts.next()??, minor: parts.next()?? };
        let rest: Vec<Option<u32>> = parts.collect();
        (rest.len() < 2 && rest.iter().all(Option::is_some)).then_some(release)
    }

    fn next(self) -> Self {
        Self { minor: self.minor.saturating_add(1), ..self }
    }
}

fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// The library that a package pins beside the one that is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pinned {
    /// What `std` in the `tm.toml` says.
    pub pin: Option<Release>,
    /// What is there.
    pub library: Option<Release>,
}

impl Pinned {
    /// From which release on a rule counts that is too new to count now: for the release that brings it, it only warns.
    pub fn gates_from(self, since: Option<Release>) -> Option<Release> {
        let (pin, since) = (self.pin?, since?);
        (since > pin && self.library == Some(since)).then(|| since.next())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_or_refused() {
        for (text, read) in
            [("0.2", Some("0.2")), ("0.2.17", Some("0.2")), ("10.0", Some("10.0")), ("4294967296.0", None)]
        {
            assert_eq!(Release::read(text).map(|one| one.to_string()).as_deref(), read, "{text}");
        }
        for text in ["", "1", ".", "1.", "1.x", "1.2.3.4", "1.2.", "+1.2", "1.2-rc", " 1.2"] {
            assert_eq!(Release::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_rule_warns_for_the_release_that_brings_it() {
        let gates = |pin: &str, library: &str, since: &str| {
            let pinned = Pinned { pin: Release::read(pin), library: Release::read(library) };
            pinned.gates_from(Release::read(since)).map(|one| one.to_string())
        };
        assert_eq!(gates("0.1", "0.2", "0.2").as_deref(), Some("0.3"));
        assert_eq!(gates("0.1", "0.10", "0.10").as_deref(), Some("0.11"), "numbers, not words");
        assert_eq!(gates("0.2", "0.2", "0.2"), None, "the pin moved");
        assert_eq!(gates("0.1", "0.3", "0.2"), None, "it warned in 0.2");
        assert_eq!(gates("", "0.2", "0.2"), None, "nothing is pinned");
        assert_eq!(gates("0.1", "0.2", ""), None, "it was there from the first");
    }
}
