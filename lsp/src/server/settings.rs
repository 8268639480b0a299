//! The settings that a client passes, and what is wrong with them.

use crate::features::diagnostics::Threats;
use serde_json::Value;
use tm_compiler::diagnostic::nearest;

/// The settings and what they may be.
const KNOWN: [(&str, &str); 3] = [
    ("threats", "`\"gate\"`, `\"all\"` or `\"none\"`"),
    ("showReferences", "`true` or `false`"),
    ("openPreview", "`true` or `false`"),
];

/// Which threats are shown, as a setting says it.
pub fn threats(value: &Value) -> Option<Threats> {
    match value.as_str()? {
        "none" => Some(Threats::None),
        "gate" => Some(Threats::Gate),
        "all" => Some(Threats::All),
        _ => None,
    }
}

/// What the user should know about settings that mean nothing, by their names. What an editor leaves out or sets to `null` is not set.
pub fn problems(settings: &Value) -> Vec<String> {
    let Some(settings) = settings.as_object() else {
        return Vec::new();
    };
    let mut set: Vec<_> = settings.iter().filter(|(_, value)| !value.is_null()).collect();
    set.sort_by_key(|(name, _)| *name);
    set.into_iter().filter_map(|(name, value)| problem(name, value)).collect()
}

fn problem(name: &str, value: &Value) -> Option<String> {
    let Some((_, may)) = KNOWN.iter().find(|(known, _)| *known == name) else {
        // Editors send their own settings along; only what looks like a slip is told.
        let meant = nearest(name, KNOWN.iter().map(|(known, _)| known))?;
        return Some(format!("tm has no setting `{name}`: did you mean `{meant}`?"));
    };
    let fits = if name == "threats" { threats(value).is_some() } else { value.is_boolean() };
    (!fits).then(|| format!("the setting `{name}` of tm cannot be `{value}`: it is {may}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_means_nothing_is_told() {
        assert_eq!(problems(&json!({ "threats": "all", "openPreview": null, "showReferences": true })), [""; 0]);
        assert_eq!(problems(&json!(null)), [""; 0]);
        let editors_own = json!({ "path": "tm", "preview": { "followCursor": true }, "trace": { "server": "off" } });
        assert_eq!(problems(&editors_own), [""; 0]);
        assert_eq!(
            problems(&json!({ "threats": "bogus", "openPreview": 1, "thraets": "all" })),
            [
                "the setting `openPreview` of tm cannot be `1`: it is `true` or `false`",
                "tm has no setting `thraets`: did you mean `threats`?",
                "the setting `threats` of tm cannot be `\"bogus\"`: it is `\"gate\"`, `\"all\"` or `\"none\"`",
            ]
        );
    }
}
