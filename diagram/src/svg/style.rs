//! Colours, and the style sheet made of them.
//!
//! One table says which class is painted in which role. From it come the
//! attributes on every shape (for readers without style sheets), plain rules, and
//! rules over custom properties that follow light and dark. The latter stand in
//! an `@supports` block, which renderers without custom properties skip.
//! A page that embeds the picture sets `--tm-page`, `--tm-ink`, … to its own
//! colours, or `data-theme` on its root element to force light or dark.

use std::fmt::Write as _;

use crate::model::Tone;

/// Which colours a picture carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Light, and dark where the viewer prefers it.
    #[default]
    Auto,
    /// Light everywhere.
    Light,
    /// Dark everywhere.
    Dark,
}

/// A colour's purpose: custom property, light value, dark value.
type Role = (&'static str, &'static str, &'static str);

const ROLES: [Role; 29] = [
    ("page", "#ffffff", "#0f151b"),
    ("ink", "#18222d", "#e8edf2"),
    ("muted", "#5a6775", "#9dabb9"),
    ("line", "#46586b", "#8699ab"),
    ("process", "#ffffff", "#1c2733"),
    ("actor", "#e6eef8", "#1f3145"),
    ("store", "#f1ecfa", "#2b2740"),
    ("outside", "#eceef0", "#262c33"),
    ("stub", "#f3f4f5", "#1a2026"),
    ("stub-line", "#a3adb7", "#56626e"),
    ("flow", "#55677a", "#8fa2b4"),
    ("boundary-line", "#8795a4", "#667687"),
    ("boundary-0", "#f7f9fb", "#141b23"),
    ("boundary-1", "#f0f3f7", "#19222b"),
    ("boundary-2", "#e8edf2", "#1e2832"),
    ("boundary-3", "#e0e6ed", "#232e39"),
    ("collapsed", "#e9eef5", "#22303f"),
    ("risk-1", "#2a7d6f", "#58bfae"),
    ("risk-2", "#4f8420", "#93c75a"),
    ("risk-3", "#a87900", "#e3bd4a"),
    ("risk-4", "#c4560f", "#f2955a"),
    ("risk-5", "#a5123a", "#f56f8d"),
    ("risk-1-fill", "#e8f5f2", "#15302d"),
    ("risk-2-fill", "#eff6e4", "#212f14"),
    ("risk-3-fill", "#fdf5da", "#352c10"),
    ("risk-4-fill", "#fdebdc", "#3b2415"),
    ("risk-5-fill", "#fce3e8", "#40161f"),
    ("pill", "#ffffff", "#0f151b"),
    ("none", "none", "none"),
];

/// A rule: class, fill, stroke.
type Rule = (&'static str, &'static str, &'static str);

const RULES: [Rule; 27] = [
    ("page", "page", "none"),
    ("name", "ink", "none"),
    ("small", "muted", "none"),
    ("label", "ink", "none"),
    ("stub-name", "muted", "none"),
    ("process", "process", "line"),
    ("actor", "actor", "line"),
    ("store", "store", "none"),
    ("rail", "none", "line"),
    ("outside", "outside", "line"),
    ("outline", "none", "line"),
    ("stub", "stub", "stub-line"),
    ("boundary-0", "boundary-0", "boundary-line"),
    ("boundary-1", "boundary-1", "boundary-line"),
    ("boundary-2", "boundary-2", "boundary-line"),
    ("boundary-3", "boundary-3", "boundary-line"),
    ("plate-0", "boundary-0", "none"),
    ("plate-1", "boundary-1", "none"),
    ("plate-2", "boundary-2", "none"),
    ("plate-3", "boundary-3", "none"),
    ("collapsed", "collapsed", "line"),
    ("backing", "page", "none"),
    ("wire", "none", "flow"),
    ("head", "flow", "none"),
    ("pill", "pill", "muted"),
    ("icon", "none", "muted"),
    ("icon-area", "muted", "none"),
];

const RISKS: [(&str, &str); 5] = [
    ("risk-1", "risk-1-fill"),
    ("risk-2", "risk-2-fill"),
    ("risk-3", "risk-3-fill"),
    ("risk-4", "risk-4-fill"),
    ("risk-5", "risk-5-fill"),
];

/// What a level of risk recolours: class, fill, stroke (empty: as without risk).
const RISKY: [(&str, bool, bool); 9] = [
    ("process", true, true),
    ("actor", true, true),
    ("store", true, false),
    ("rail", false, true),
    ("outside", false, true),
    ("outline", false, true),
    ("collapsed", true, true),
    ("wire", false, true),
    ("pill", false, true),
];

/// Class of a group with that tone.
pub fn tone_class(tone: Tone) -> &'static str {
    tone.level().map_or("", |level| RISKS[usize::from(level) - 1].0)
}

/// Fill and stroke of a class as attribute values, in the light theme's colours
/// unless the picture is dark.
pub fn paint(class: &str, tone: Tone, theme: Theme) -> (&'static str, &'static str) {
    let (fill, stroke) = roles(class, tone);
    (value(fill, theme), value(stroke, theme))
}

fn roles(class: &str, tone: Tone) -> (&'static str, &'static str) {
    let risk = tone.level().map(|level| RISKS[usize::from(level) - 1]);
    if let (Some((line, _)), "head" | "bar") = (risk, class) {
        return (line, "none");
    }
    let plain = RULES.iter().find(|rule| rule.0 == class);
    let (fill, stroke) = plain.map_or(("none", "none"), |rule| (rule.1, rule.2));
    let risky = RISKY.iter().find(|rule| rule.0 == class);
    match (risk, risky) {
        (Some((line, tint)), Some((_, fills, strokes))) => {
            (if *fills { tint } else { fill }, if *strokes { line } else { stroke })
        }
        _ => (fill, stroke),
    }
}

fn value(role: &str, theme: Theme) -> &'static str {
    let found = ROLES.iter().find(|known| known.0 == role);
    found.map_or("none", |(_, light, dark)| if theme == Theme::Dark { dark } else { light })
}

/// The style sheet of one picture. Every selector starts at the picture's root,
/// so that nothing leaks into a page that embeds it.
pub fn sheet(theme: Theme) -> String {
    let mut out = String::from("\n");
    rules(&mut out, |role| value(role, theme).to_owned());
    if theme == Theme::Auto {
        out.push_str("@supports (fill:var(--x)){\n");
        properties(&mut out, ".tm-diagram", Theme::Light);
        out.push_str("@media (prefers-color-scheme:dark){\n");
        properties(&mut out, ".tm-diagram", Theme::Dark);
        properties(&mut out, ":root[data-theme=\"light\"] .tm-diagram", Theme::Light);
        out.push_str("}\n");
        properties(&mut out, ":root[data-theme=\"dark\"] .tm-diagram", Theme::Dark);
        rules(&mut out, |role| match role {
            "none" => "none".to_owned(),
            role => format!("var(--tm-{role},var(--d-{role}))"),
        });
        out.push_str(FOCUS);
        out.push_str("}\n");
    }
    out
}

const FOCUS: &str = "\
.tm-diagram [tabindex]:focus{outline:none}\n\
.tm-diagram .node:hover .shape,.tm-diagram .node:focus .shape,.tm-diagram .boundary:focus .shape,\
.tm-diagram .node :focus .shape{stroke-width:3}\n\
.tm-diagram .flow:hover .wire,.tm-diagram .flow:focus .wire{stroke-width:3.5}\n";

fn rules(out: &mut String, colour: impl Fn(&str) -> String) {
    for (class, _, _) in &RULES {
        rule(out, &format!(".tm-diagram .{class}"), roles(class, Tone::None), &colour);
    }
    for level in 1..=5 {
        let tone = Tone::Level(level);
        let painted = RISKY.iter().map(|rule| rule.0).chain(["head", "bar"]);
        for class in painted {
            let selector = format!(".tm-diagram .{} .{class}", tone_class(tone));
            rule(out, &selector, roles(class, tone), &colour);
        }
    }
}

fn rule(out: &mut String, selector: &str, (fill, stroke): (&str, &str), colour: &impl Fn(&str) -> String) {
    let _ = write!(out, "{selector}{{fill:{}", colour(fill));
    if stroke != "none" {
        let _ = write!(out, ";stroke:{}", colour(stroke));
    }
    out.push_str("}\n");
}

fn properties(out: &mut String, selector: &str, theme: Theme) {
    let _ = write!(out, "{selector}{{");
    for (role, _, _) in ROLES.iter().filter(|role| role.0 != "none") {
        let _ = write!(out, "--d-{role}:{};", value(role, theme));
    }
    out.push_str("}\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_names_known_roles() {
        let known = |role: &str| ROLES.iter().any(|known| known.0 == role);
        assert!(RULES.iter().all(|rule| known(rule.1) && known(rule.2)));
        assert!(RISKS.iter().all(|risk| known(risk.0) && known(risk.1)));
        let classes = RISKY.iter().map(|risky| risky.0);
        assert!(classes.into_iter().all(|class| RULES.iter().any(|rule| rule.0 == class)));
    }

    #[test]
    fn the_plain_rules_come_without_custom_properties() {
        let auto = sheet(Theme::Auto);
        let plain = auto.split("@supports").next().unwrap();
        assert!(!plain.contains("var("));
        assert!(!sheet(Theme::Dark).contains("var("));
        assert!(sheet(Theme::Dark).contains("#0f151b"));
        assert_eq!(auto.matches('{').count(), auto.matches('}').count());
    }

    #[test]
    fn text_stands_out_from_what_is_behind_it() {
        let back = ["page", "process", "actor", "store", "outside", "boundary-3", "risk-5-fill"];
        for theme in [Theme::Light, Theme::Dark] {
            for role in back {
                let ratio = contrast(value("ink", theme), value(role, theme));
                assert!(ratio >= 7.0, "{role} {ratio}");
                let ratio = contrast(value("muted", theme), value(role, theme));
                assert!(ratio >= 4.5, "muted on {role} {ratio}");
            }
        }
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(colour: &str) -> f64 {
        let part = |at: usize| {
            let value = u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
            let share = f64::from(value) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }
}
