//! Vulnerabilities that somebody found: each is a rule about one element, rated by its CVSS vector.

use super::build::{Built, Site};
use super::scopes::Def;
use super::{Piece, RuleCarrier};
use crate::check::Checker;
use crate::codes;
use crate::decl::{Assign, DeclKind, ExprKind};
use crate::diagnostic::{Diagnostic, list_names};
use crate::ids::RuleId;
use crate::model::text;
use crate::views::unknown;
use cvss::Cvss;
use std::sync::Arc;

const ATTRIBUTES: &str = "cve, cwe, cvss, status, reason, owner, ticket, references";

/// Reads all vulnerabilities.
pub(super) fn build(built: &mut Built<'_>) {
    for site in built.open() {
        if let (Some(Def::Rule(id)), DeclKind::Vulnerability(path)) = (site.def, &site.decl.kind) {
            let mut checker = Checker::new(&built.library, &built.roster, site.package);
            let element = checker.element(path);
            built.diagnostics.append(&mut checker.diagnostics);
            match element {
                Some(element) => built.library.rules[id].carrier = RuleCarrier::One(element),
                None => built.library.rules[id].disabled = Some(site.decl.span), // there is nothing it could be found on
            }
            for assign in &site.decl.body.assigns {
                attribute(built, id, assign);
            }
            message(built, id, &site);
            unrated(built, id, &site);
        }
    }
}

/// Nobody says how bad it is: it ranks by the worst that it could be.
fn unrated(built: &mut Built<'_>, id: RuleId, site: &Site<'_>) {
    let rule = &built.library.rules[id];
    let known = |name: &str| name != "cvss" && ATTRIBUTES.split(", ").any(|known| known == name);
    let plain = site.decl.body.assigns.iter().all(|assign| known(&assign.path.text())); // else something is told already
    if rule.rated.is_none() && rule.disabled.is_none() && plain {
        let message = format!("nobody says how bad the vulnerability `{}` is", rule.name);
        let diagnostic = Diagnostic::new(codes::UNRATED_VULNERABILITY, site.decl.head(), message)
            .label("ranks by the worst that it could be")
            .help("add `cvss = \"…\"` with the vector of its advisory, or `status = fixed`");
        built.diagnostics.push(diagnostic);
    }
}

fn attribute(built: &mut Built<'_>, id: RuleId, assign: &Assign) {
    let name = assign.path.text();
    match name.as_str() {
        "cvss" => {
            let vector = text(&assign.value, &mut built.diagnostics);
            built.library.rules[id].rated = rated(&vector, assign, &mut built.diagnostics);
        }
        "status" => status(built, id, assign),
        "cve" | "cwe" => {
            let reference = text(&assign.value, &mut built.diagnostics);
            built.library.rules[id].references.push(reference);
        }
        "reason" | "owner" | "ticket" => {
            text(&assign.value, &mut built.diagnostics);
        }
        "references" => {}
        other => built.diagnostics.push(unknown(assign.path.span, "a vulnerability", other, ATTRIBUTES)),
    }
}

/// The base score of a CVSS 2, 3 or 4 vector, as a share of ten.
fn rated(vector: &str, assign: &Assign, diagnostics: &mut Vec<Diagnostic>) -> Option<f64> {
    match vector.parse::<Cvss>() {
        Ok(parsed) => {
            let lacking = lacking(vector);
            if lacking.is_empty() {
                return Some((parsed.score() / 10.0).clamp(0.0, 1.0));
            }
            let message = "this CVSS vector has no base score";
            let diagnostic = Diagnostic::new(codes::BAD_NUMBER, assign.value.span, message)
                .label(format!("says nothing of {}", list_names(&lacking, lacking.len())))
                .help("take the whole vector of the advisory: what it leaves out would count as no harm");
            diagnostics.push(diagnostic);
            None
        }
        Err(_) => {
            let message = "this is no CVSS vector";
            let diagnostic = Diagnostic::new(codes::BAD_NUMBER, assign.value.span, message)
                .help("a vector reads `CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H`");
            diagnostics.push(diagnostic);
            None
        }
    }
}

/// The metrics of the base score that a vector of the third version leaves out; of the others none is read without them.
fn lacking(vector: &str) -> Vec<&'static str> {
    const BASE: [&str; 8] = ["AV", "AC", "PR", "UI", "S", "C", "I", "A"];
    let says =
        |metric: &str| vector.split('/').any(|part| part.split_once(':').is_some_and(|(name, _)| name == metric));
    let third = vector.starts_with("CVSS:3");
    BASE.into_iter().filter(|metric| third && !says(metric)).collect()
}

/// What is fixed is found no more.
fn status(built: &mut Built<'_>, id: RuleId, assign: &Assign) {
    match &assign.value.kind {
        ExprKind::Name(name) if matches!(&**name, "open" | "fixed") => {
            if &**name == "fixed" {
                built.library.rules[id].disabled = Some(assign.path.span);
            }
        }
        ExprKind::Error => {}
        _ => built.diagnostics.push(
            Diagnostic::new(codes::UNKNOWN_VALUE, assign.value.span, "a vulnerability is `open` or `fixed`")
                .label("neither of the two"),
        ),
    }
}

fn message(built: &mut Built<'_>, id: RuleId, site: &Site<'_>) {
    let rule = &mut built.library.rules[id];
    let known: Vec<&str> = rule.references.iter().map(|reference| &**reference).collect();
    let references = if known.is_empty() { String::new() } else { format!(" ({})", known.join(", ")) };
    let text: Arc<str> = format!("{}{references} was found here.", rule.title).into();
    rule.message = vec![Piece::Text(text)];
    rule.doc = site.decl.doc.clone();
}
