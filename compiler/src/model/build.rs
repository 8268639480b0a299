//! From declarations to elements.

use super::apply::apply;
use super::body::Body;
use super::lints::lint;
use super::renames;
use super::{Element, Model, Structure};
use crate::check::Checker;
use crate::codes;
use crate::decl::{Decl, DeclKind, Kind, Name, Path};
use crate::diagnostic::Diagnostic;
use crate::ids::ElementId;
use crate::library::{Built, Def, Library, roots};
use crate::package::PackageId;
use crate::references::Meaning;
use crate::roster::{Head, Roster};
use crate::source::Span;
use crate::value::Type;
use std::sync::Arc;

/// A declaration of an element, with its id.
#[derive(Clone, Copy)]
pub(super) struct Declared<'a> {
    pub(super) id: ElementId,
    pub(super) package: PackageId,
    pub(super) decl: &'a Decl,
}

/// The model of the root package and of the packages it uses.
pub fn build(built: &Built<'_>, root: PackageId, diagnostics: &mut Vec<Diagnostic>) -> Model {
    let declared: Vec<Declared<'_>> = built
        .elements
        .iter()
        .filter_map(|site| match site.def {
            Some(Def::Element(id)) => Some(Declared { id, package: site.package, decl: site.decl }),
            _ => None,
        })
        .collect();
    let model = assemble(&built.library, Arc::clone(&built.roster), &declared, root, diagnostics);
    renames::check(&model, diagnostics);
    lint(&built.library, &model, diagnostics);
    model
}

/// The world of a test that declares elements of its own: the package's data, and these.
pub fn build_test(
    library: &mut Library,
    base: &Model,
    decls: &[Decl],
    package: PackageId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Model {
    let mut roster = Roster::default();
    for (_, head) in base.roster.heads.iter().take_while(|(_, head)| head.kind == Kind::Data) {
        roster.heads.push(head.clone());
    }
    let shared = roster.heads.len();
    roster.shared = Some(shared);
    let mut declared = Vec::new();
    enlist(decls, package, None, &mut roster, &mut declared, diagnostics);
    for Declared { id, decl, .. } in &declared {
        if let Some(ty) = &decl.ty {
            let kind = roster.heads[*id].kind;
            if let Some(ty) = crate::library::element_type(library, &roster, package, ty, kind, diagnostics) {
                roster.heads[*id].ty = ty;
            }
        }
    }
    for one in declared.iter().filter(|one| one.decl.name.is_some()) {
        let head = &roster.heads[one.id];
        library.recorder.note(head.span, Meaning::Variable(Type::Element(head.ty)), Some(head.span));
    }
    let mut model = assemble(library, Arc::new(roster), &declared, package, diagnostics);
    for index in 0..shared {
        let id = <ElementId as crate::ids::Id>::from_index(index);
        model.elements[id] = base.elements[id].clone();
    }
    model.structure = Structure::new(library, &model.elements);
    model
}

/// Heads for the declarations of a test.
fn enlist<'a>(
    decls: &'a [Decl],
    package: PackageId,
    parent: Option<ElementId>,
    roster: &mut Roster,
    declared: &mut Vec<Declared<'a>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for decl in decls {
        let (kind, id): (Kind, Name) = match (&decl.kind, &decl.name) {
            (DeclKind::Element { kind, .. }, Some(name)) => (*kind, name.name.clone()),
            (DeclKind::Flow { .. }, Some(name)) => (Kind::Flow, name.name.clone()),
            (DeclKind::Flow { source, target, .. }, None) => {
                (Kind::Flow, format!("{}..{}", source.text(), target.text()).into())
            }
            _ => continue,
        };
        let head = Head { id: id.clone(), kind, ty: roots::of(kind), parent, package, span: decl.head() };
        let element = roster.heads.push(head);
        if let Some(earlier) = roster.local.insert(id.clone(), element) {
            let first = roster.heads[earlier].span;
            diagnostics.push(
                Diagnostic::new(codes::DUPLICATE_NAME, decl.head(), format!("`{id}` is declared twice"))
                    .label("declared again here")
                    .also(first, "first declared here"),
            );
        }
        declared.push(Declared { id: element, package, decl });
        let inner = if kind == Kind::Boundary { Some(element) } else { parent };
        enlist(&decl.body.decls, package, inner, roster, declared, diagnostics);
    }
}

fn assemble(
    library: &Library,
    roster: Arc<Roster>,
    declared: &[Declared<'_>],
    root: PackageId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Model {
    let ends = ends(library, &roster, declared, diagnostics);
    let mut declarations: Vec<Option<&Declared<'_>>> = vec![None; roster.heads.len()];
    declared.iter().for_each(|one| declarations[one.id.0 as usize] = Some(one));
    let element = |(id, head): (ElementId, &Head)| {
        let mut element = blank(head);
        if let Some(one) = declarations[id.0 as usize] {
            let mut checker = Checker::new(library, &roster, one.package);
            element.ends = ends[id.0 as usize];
            state(&mut checker, &mut element, head, one.decl);
            diagnostics.append(&mut checker.diagnostics);
            element.applied = apply(library, &roster, one, diagnostics);
        }
        element
    };
    let elements = roster.heads.iter().map(element).collect();
    let mut model = Model { roster, elements, root, ..Model::default() };
    declared.iter().filter(|one| one.decl.name.is_none()).for_each(|one| name_by_ends(&mut model, *one));
    model.model = model
        .elements
        .iter()
        .find(|(_, element)| element.kind == Kind::Model && element.package == root)
        .map(|(id, _)| id);
    model.structure = Structure::new(library, &model.elements);
    super::apply::contradicted_facts(library, &model, diagnostics);
    model
}

fn blank(head: &Head) -> Element {
    Element {
        id: head.id.clone(),
        title: head.id.clone(),
        doc: Arc::default(),
        kind: head.kind,
        ty: head.ty,
        parent: head.parent,
        package: head.package,
        external: false,
        stated: Vec::new(),
        applied: Vec::new(),
        ends: None,
        span: head.span,
        whole: head.span,
    }
}

/// What the declaration says about an element.
fn state(checker: &mut Checker<'_>, element: &mut Element, head: &Head, decl: &Decl) {
    element.title = decl.title.as_ref().map_or_else(|| title(head, decl), |title| title.value.clone());
    element.doc = decl.doc.clone();
    element.whole = decl.span;
    let external = match &decl.kind {
        DeclKind::Element { external, .. } | DeclKind::Flow { external, .. } => *external,
        _ => None,
    };
    let mut body = Body { checker, element, untyped: untyped(head, decl) };
    if let Some(span) = external {
        body.external(span);
    }
    body.members(&decl.body);
}

/// True where a type is stated, but the element has none: the mistake is reported already.
fn untyped(head: &Head, decl: &Decl) -> bool {
    let stated = decl.ty.as_ref().map(|ty| ty.paths.as_slice());
    let kind = |path: &Path| path.text() == head.kind.word();
    head.ty == roots::of(head.kind) && stated.is_some_and(|paths| !paths.iter().all(kind))
}

/// A flow with neither name nor title is shown by its ends.
fn name_by_ends(model: &mut Model, one: Declared<'_>) {
    if let (None, Some((source, target))) = (&one.decl.title, model.elements[one.id].ends) {
        model.elements[one.id].title = format!("{} → {}", model.title(source), model.title(target)).into();
    }
}

/// An unnamed flow whose ends are not known is shown by what stands there.
fn title(head: &Head, decl: &Decl) -> Arc<str> {
    match (&decl.kind, &decl.name) {
        (DeclKind::Flow { source, target, .. }, None) => format!("{} → {}", source.text(), target.text()).into(),
        _ => head.id.clone(),
    }
}

/// The ends of the flows, by element. They may be anywhere in a large model, so that each name is waited for: looked up
/// one right after the other, they are waited for together.
fn ends(
    library: &Library,
    roster: &Roster,
    declared: &[Declared<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Option<(ElementId, ElementId)>> {
    let kinds: Vec<Kind> = roster.heads.values().map(|head| head.kind).collect();
    let mut found = vec![None; kinds.len()];
    for one in declared {
        let DeclKind::Flow { source, target, .. } = &one.decl.kind else { continue };
        let mut checker = Checker::new(library, roster, one.package);
        let (from, to) = (end(&mut checker, &kinds, source), end(&mut checker, &kinds, target));
        diagnostics.append(&mut checker.diagnostics);
        found[one.id.0 as usize] = from.zip(to);
    }
    found
}

fn end(checker: &mut Checker<'_>, kinds: &[Kind], path: &Path) -> Option<ElementId> {
    let id = checker.element(path)?;
    if kinds[id.0 as usize].is_node() {
        return Some(id);
    }
    let head = &checker.roster.heads[id];
    let span: Span = head.span;
    let diagnostic =
        Diagnostic::new(codes::BAD_FLOW_END, path.span, format!("`{}` cannot be an end of a flow", path.text()))
            .label(format!("this is {}", crate::diagnostic::a_kind(head.kind.word())))
            .also(span, "declared here")
            .help("flows run between actors, processes and stores");
    checker.diagnostics.push(diagnostic);
    None
}
