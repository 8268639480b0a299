//! Vulnerabilities that somebody found: what they are about must be there. They do not take part in risk yet.

use crate::check::Checker;
use crate::decl::DeclKind;
use crate::diagnostic::Diagnostic;
use crate::library::{Library, Site};
use crate::model::Model;
use crate::views::unknown;

const ATTRIBUTES: &str = "cve, cwe, cvss, status, reason, owner, ticket, references";

/// Checks the `vulnerability` lines of the root package.
pub fn check(library: &Library, model: &Model, sites: &[Site<'_>], diagnostics: &mut Vec<Diagnostic>) {
    for site in sites.iter().filter(|site| site.package == model.root) {
        let DeclKind::Vulnerability(path) = &site.decl.kind else {
            continue;
        };
        let mut checker = Checker::new(library, &model.roster, site.package);
        checker.element(path);
        diagnostics.append(&mut checker.diagnostics);
        for assign in &site.decl.body.assigns {
            let name = assign.path.text();
            if !ATTRIBUTES.split(", ").any(|known| known == name) {
                let span = assign.path.span;
                diagnostics.push(unknown(span, "a vulnerability", &name, ATTRIBUTES));
            }
        }
    }
}
