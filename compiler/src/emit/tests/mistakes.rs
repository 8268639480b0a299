//! A user's own templates, and mistakes in them.

use super::BUILTIN;
use crate::emit::{Prepared, TemplateError, Templates, sample};

fn with(own: &[(&str, &str)]) -> Result<Templates, TemplateError> {
    let own: Vec<(String, String)> = own.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Templates::new(BUILTIN, &own)
}

fn rendered(name: &str, text: &str) -> Result<String, TemplateError> {
    let prepared = Prepared::new(&sample::bookshop(), &[])?;
    with(&[(name, text)])?.render(name, &prepared)
}

#[test]
fn a_template_of_the_same_name_takes_the_place_of_ours() {
    let own = [("report/summary.html", "<p>mine</p>"), ("audit.txt", "x"), ("audit/part.txt", "y")];
    let templates = with(&own).unwrap();
    assert_eq!(templates.own_reports(), ["audit.txt"]);
    let prepared = Prepared::new(&sample::bookshop(), &[]).unwrap();
    let page = templates.render("report.html", &prepared).unwrap();
    assert!(page.contains("<p>mine</p>") && !page.contains("Top risks"));
}

#[test]
fn each_ending_has_its_escape() {
    let text = "{{ \"<a|b>\" }}";
    assert_eq!(rendered("x.html", text).unwrap(), "&lt;a|b&gt;");
    assert_eq!(rendered("x.md", text).unwrap(), "&lt;a\\|b&gt;");
    assert_eq!(rendered("x.txt", text).unwrap(), "<a|b>");
    let json = rendered("x.json", "{\"threats\": {{ threats | length | json }}, \"t\": {{ model.title | json }}}");
    assert_eq!(json.unwrap(), "{\"threats\": 6, \"t\": \"Bookshop\"}");
}

#[test]
fn small_filters() {
    let text = "{{ 1 | plural(one=\"threat\") }}, {{ 2 | plural(one=\"policy\", many=\"policies\") }}, {{ 0.955 | percent }}, {{ 0.3 | percent }}";
    assert_eq!(rendered("x.txt", text).unwrap(), "1 threat, 2 policies, 95.5%, 30%");
}

#[test]
fn mistakes_are_placed_in_the_users_text() {
    let cases = [
        ("x.html", "a\n{% if %}", (2, 7)),
        ("x.html", "a\n\n  {{ model.titel }}", (3, 12)),
        ("x.html", "{{ model.title | shout }}", (1, 18)),
        ("x.md", "{% for t in threats %}\n{{ t.risk.x.y }}\n{% endfor %}", (2, 6)),
        ("report/summary.html", "<p>\n{{ nothing }}", (2, 4)),
        ("x.txt", "{{ model.title | percent }}", (1, 4)),
        ("x.txt", "{{ 1 | plural }}", (1, 8)),
        ("x.html", "{% include \"y.html\" %}", (1, 12)),
    ];
    for (name, text, place) in cases {
        let main = if name.contains('/') { "report.html" } else { name };
        let prepared = Prepared::new(&sample::bookshop(), &[]).unwrap();
        let error = with(&[(name, text)]).and_then(|all| all.render(main, &prepared)).unwrap_err();
        assert_eq!(error.template, name, "{error:?}");
        assert_eq!((error.line, error.column), place, "{error:?}");
        assert!(!error.message.is_empty() && !error.message.contains('\n'), "{error:?}");
    }
}

#[test]
fn templates_reach_nothing_but_the_document() {
    for text in [
        "{% include \"/etc/hostname\" %}",
        "{% include \"../mod.rs\" %}",
        "{{ get_env(name=\"HOME\") }}",
        "{{ load_data(path=\"/etc/hostname\") }}",
    ] {
        assert!(rendered("x.txt", text).is_err(), "{text}");
    }
}

#[test]
fn a_template_that_includes_itself_is_refused() {
    let error = with(&[("x.txt", "{% include \"y.txt\" %}"), ("y.txt", "{% include \"x.txt\" %}")]);
    let error = error.unwrap_err();
    assert!(error.message.to_lowercase().contains("circular"), "{error:?}");
    assert!(!error.help.is_empty());
}

#[test]
fn an_unknown_name_is_said_to_be_unknown() {
    let prepared = Prepared::new(&sample::bookshop(), &[]).unwrap();
    let error = with(&[]).unwrap().render("none.html", &prepared).unwrap_err();
    assert_eq!((error.template.as_str(), error.line), ("none.html", 0));
}
