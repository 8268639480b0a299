//! Lines above declarations: threats of elements, places of rules and controls.

use crate::describe;
use crate::features::definition;
use crate::snapshot::{Location, Snapshot, View};
use std::ops::Range;
use tm_compiler::assess::Threat;
use tm_compiler::decl::{Decl, DeclKind, Kind};
use tm_compiler::library::Def;
use tm_compiler::source::FileId;

/// A line above a declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The name it belongs to.
    pub range: Range<usize>,
    /// What is shown.
    pub title: String,
    /// Places that it leads to.
    pub places: Vec<Location>,
    /// The test that it runs.
    pub test: Option<String>,
    /// True where it opens the picture.
    pub preview: bool,
}

/// The lenses of a file.
pub fn lenses(view: &View, file: FileId) -> Vec<Lens> {
    let mut found = Vec::new();
    walk(view, view.main.decls(file), &mut found);
    found
}

fn walk(view: &View, decls: &[Decl], found: &mut Vec<Lens>) {
    for decl in decls {
        found.extend(of_decl(view, decl));
        if !matches!(decl.kind, DeclKind::Test { .. }) {
            walk(view, &decl.body.decls, found);
        }
    }
}

fn of_decl(view: &View, decl: &Decl) -> Option<Lens> {
    let at = &view.main;
    match &decl.kind {
        DeclKind::Element { kind: Kind::Model, .. } => of_model(at, decl),
        DeclKind::Element { .. } | DeclKind::Flow { .. } => of_element(at, decl),
        DeclKind::Threat => of_places(view, decl, "found"),
        DeclKind::Control => of_places(view, decl, "applied"),
        DeclKind::Test { .. } => of_test(decl),
        _ => None,
    }
}

fn of_test(decl: &Decl) -> Option<Lens> {
    let name = decl.title.as_ref()?.value.to_string();
    Some(Lens {
        range: decl.head().range(),
        title: "run test".to_owned(),
        places: Vec::new(),
        test: Some(name),
        preview: false,
    })
}

fn summary(at: &Snapshot, threats: &[&Threat]) -> Option<String> {
    let highest = threats.iter().max_by_key(|threat| threat.residual.level.1)?;
    let many = if threats.len() == 1 { "1 threat".to_owned() } else { format!("{} threats", threats.len()) };
    Some(format!("{many}, highest {}", describe::risk(at, highest)))
}

fn of_model(at: &Snapshot, decl: &Decl) -> Option<Lens> {
    let open: Vec<&Threat> = at.analysis().assessed.threats.iter().filter(|threat| threat.counts).collect();
    let title = summary(at, &open).unwrap_or_else(|| "no threat".to_owned());
    Some(Lens { range: decl.head().range(), title, places: Vec::new(), test: None, preview: true })
}

fn of_element(at: &Snapshot, decl: &Decl) -> Option<Lens> {
    let (id, _) = at.element_of(decl)?;
    let open: Vec<&Threat> = at.threats_on(id).filter(|threat| threat.counts).collect();
    let title = summary(at, &open)?;
    let places = open.iter().map(|threat| at.location(at.library().rules[threat.instance.rule].span)).collect();
    let range = decl.name.as_ref().map_or(decl.span, |name| name.span).range();
    Some(Lens { range, title, places, test: None, preview: false })
}

fn of_places(view: &View, decl: &Decl, verb: &str) -> Option<Lens> {
    let name = decl.name.as_ref()?;
    let places = match view.main.def_of(decl)? {
        Def::Rule(_) | Def::Control(_) => definition::everywhere(view, &view.main.location(name.span)),
        _ => return None,
    };
    let title = match places.len() {
        0 => format!("{verb} nowhere here"),
        1 => format!("{verb} in 1 place"),
        many => format!("{verb} in {many} places"),
    };
    Some(Lens { range: decl.head().range(), title, places, test: None, preview: false })
}
