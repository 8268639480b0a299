//! From packages to the library and the roster of elements, stage by stage.

use super::scopes::Def;
use super::{
    Library, TagInfo, TypeInfo, changes, controls, enums, facts, functions, matrices, policies, roots, rules, types,
    vulnerabilities,
};
use crate::codes;
use crate::decl::{Decl, DeclKind, Ident, Kind, Name, Path};
use crate::diagnostic::Diagnostic;
use crate::ids::{Arena, ElementId, FnId};
use crate::package::{Package, PackageId, Packages, Use};
use crate::references::{Meaning, Recorder};
use crate::roster::{Head, Roster};
use crate::source::Span;
use std::ops::Range;
use std::sync::Arc;
use tm_grammar::SyntaxKind as K;

/// A declaration with its place and what it became.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// The declaration.
    pub decl: &'a Decl,
    /// Its package.
    pub package: PackageId,
    /// The boundary it stands in.
    pub parent: Option<ElementId>,
    /// What its name means; absent for what declares no name.
    pub def: Option<Def>,
}

/// The result of this stage.
#[derive(Debug)]
pub struct Built<'a> {
    /// Types, rules and all else that is known before elements are looked at.
    pub library: Library,
    /// The heads of all elements.
    pub roster: Arc<Roster>,
    /// The declarations of elements, in order, dependencies first.
    pub elements: Vec<Site<'a>>,
    /// All other declarations, in order, dependencies first: there are few of them in a large model.
    pub sites: Vec<Site<'a>>,
    /// Mistakes of names, types and libraries.
    pub diagnostics: Vec<Diagnostic>,
    /// What was built before.
    pub(super) before: Before,
}

/// How much was built before, of packages that have not changed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    /// Declarations of elements.
    pub(super) elements: usize,
    /// Other declarations.
    pub(super) sites: usize,
    /// Types.
    pub(super) types: usize,
}

impl<'a> Built<'a> {
    /// The declarations of other things than elements that are still to be built.
    pub(super) fn open(&self) -> Vec<Site<'a>> {
        self.sites[self.before.sites..].to_vec()
    }

    /// The same for elements.
    pub(super) fn open_elements(&self) -> Vec<Site<'a>> {
        self.elements[self.before.elements..].to_vec()
    }
}

/// Declares all names and builds what the libraries know.
pub fn build(packages: &Packages) -> Built<'_> {
    build_noting(packages, Recorder::default())
}

/// The same; notes which name in the text means what.
pub fn build_noting(packages: &Packages, recorder: Recorder) -> Built<'_> {
    let mut collector = Collector::new(packages);
    collector.built.library.recorder = recorder;
    collector.collect(0..packages.list.len());
    let mut built = collector.built;
    complete(&mut built, packages);
    built
}

/// Everything after the names are declared.
pub(super) fn complete(built: &mut Built<'_>, packages: &Packages) {
    types::resolve(built);
    matrices::build(built, packages.root());
    controls::build(built);
    facts::build(built);
    functions::build(built);
    controls::facts(built);
    rules::build(built, packages);
    vulnerabilities::build(built);
    policies::build(built);
    changes::apply(built, packages);
}

pub(super) struct Collector<'a> {
    pub(super) packages: &'a Packages,
    pub(super) built: Built<'a>,
}

impl<'a> Collector<'a> {
    pub(super) fn new(packages: &'a Packages) -> Self {
        let mut library = Library::default();
        for kind in Kind::ALL {
            library.types.push(TypeInfo::root(kind.word(), Some(kind)));
        }
        library.types.push(TypeInfo::root("node", None));
        types::add_attributes(&mut library);
        let built = Built {
            library,
            roster: Arc::default(),
            elements: Vec::new(),
            sites: Vec::new(),
            diagnostics: Vec::new(),
            before: Before::default(),
        };
        Self { packages, built }
    }

    /// Data of all packages come first, so that their ids are the same in every test's world.
    pub(super) fn collect(&mut self, which: Range<usize>) {
        let packages = self.packages;
        let wanted = || packages.iter().skip(which.start).take(which.len());
        for (_, package) in wanted() {
            self.built.library.packages.push(package.name.clone());
            self.built.library.scopes.add_package(package.name.clone(), package.uses.clone());
        }
        for (id, package) in wanted() {
            let left = package.parts.iter().map(|part| self.declare_all(&part.decls, id, None, true)).sum();
            self.built.library.scopes.reserve(id, left);
            self.built.elements.reserve(left);
        }
        for (id, package) in wanted() {
            package.parts.iter().for_each(|part| {
                self.declare_all(&part.decls, id, None, false);
            });
            self.check_models(id);
        }
        for (_, package) in wanted() {
            package.uses.iter().for_each(|used| self.check_names(used));
            self.note_uses(package);
        }
    }

    /// The names between the braces of a `use` must be there.
    fn check_names(&mut self, used: &Use) {
        for name in used.names.iter().flatten() {
            let known = self.built.library.scopes.names_of(used.package);
            if !known.contains(&name.name) {
                let package = &self.built.library.packages[used.package.0 as usize];
                let message = format!("`{package}` has no `{}`", name.name);
                let diagnostic = Diagnostic::new(codes::UNKNOWN_NAME, name.span, message)
                    .label("not declared there")
                    .did_you_mean(&name.name, known);
                self.built.diagnostics.push(diagnostic);
            }
        }
    }

    /// Notes what the `use` lines name.
    fn note_uses(&self, package: &Package) {
        let library = &self.built.library;
        for used in &package.uses {
            let named = used.names.iter().flatten();
            for name in named.chain(&used.alias) {
                let found = library.scopes.declared(used.package, &name.name);
                let alias = used.alias.as_ref().is_some_and(|alias| alias.span == name.span);
                match found.filter(|_| !alias) {
                    Some((def, span)) => library.recorder.note(name.span, Meaning::Def(def), Some(span)),
                    None if alias => {
                        library.recorder.note(name.span, Meaning::Package(used.package), Some(name.span));
                    }
                    None => {}
                }
            }
            if let Some(path) = path_of_use(package, used) {
                library.recorder.note(path.span, Meaning::Package(used.package), None);
            }
        }
    }

    /// Declares data, or all else; how many declarations are of the other sort.
    fn declare_all(&mut self, decls: &'a [Decl], package: PackageId, parent: Option<ElementId>, data: bool) -> usize {
        let mut left = 0;
        for decl in decls {
            let is_data = matches!(decl.kind, DeclKind::Element { kind: Kind::Data, .. });
            let mut inner = parent;
            if is_data == data {
                let def = self.declare(decl, package, parent);
                let site = Site { decl, package, parent, def };
                match decl.kind {
                    DeclKind::Element { .. } | DeclKind::Flow { .. } => self.built.elements.push(site),
                    _ => self.built.sites.push(site),
                }
                if let (Some(Def::Element(id)), DeclKind::Element { kind: Kind::Boundary, .. }) = (def, &decl.kind) {
                    inner = Some(id);
                }
            } else {
                left += 1;
            }
            if !matches!(decl.kind, DeclKind::Test { .. }) {
                left += self.declare_all(&decl.body.decls, package, inner, data);
            }
        }
        left
    }

    fn declare(&mut self, decl: &Decl, package: PackageId, parent: Option<ElementId>) -> Option<Def> {
        let def = match &decl.kind {
            DeclKind::Element { kind, .. } => {
                let name = decl.name.as_ref()?;
                Def::Element(self.head(name.name.clone(), *kind, package, parent, name.span))
            }
            DeclKind::Flow { source, target, .. } => {
                let id: Name = match &decl.name {
                    Some(name) => name.name.clone(),
                    None => format!("{}..{}", source.text(), target.text()).into(),
                };
                Def::Element(self.head(id, Kind::Flow, package, parent, decl.head()))
            }
            _ => self.declare_other(decl, package)?,
        };
        self.name(decl, package, def);
        Some(def)
    }

    fn declare_other(&mut self, decl: &Decl, package: PackageId) -> Option<Def> {
        let library = &mut self.built.library;
        Some(match decl.kind {
            DeclKind::Type => Def::Type(library.types.push(TypeInfo::of_decl(decl, package))),
            DeclKind::Enum | DeclKind::Scale => {
                Def::Enum(library.enums.push(enums::of_decl(decl, package, &mut self.built.diagnostics)))
            }
            DeclKind::Tag => {
                let name = decl.name.as_ref()?.name.clone();
                let title = decl.title.as_ref().map_or_else(|| name.clone(), |title| title.value.clone());
                Def::Tag(library.tags.push(TagInfo { name, title }))
            }
            DeclKind::Control => Def::Control(library.controls.push(controls::of_decl(decl, package))),
            DeclKind::Threat => Def::Rule(library.rules.push(rules::of_decl(decl, package))),
            DeclKind::Fn { .. } => Def::Fn(next_function(&mut library.functions)),
            DeclKind::Matrix(_) => Def::Matrix(library.matrices.push(matrices::of_decl(decl))),
            DeclKind::Policy => Def::Policy(library.policies.push(policies::of_decl(decl, package))),
            DeclKind::View => Def::View,
            DeclKind::Assumption => Def::Assumption,
            DeclKind::Attacker => Def::Attacker,
            DeclKind::Goal => Def::Goal,
            DeclKind::Attack(_) => Def::Attack,
            DeclKind::Objective => Def::Objective,
            DeclKind::Catalog => Def::Catalog,
            DeclKind::Vulnerability(_) => Def::Rule(library.rules.push(rules::of_decl(decl, package))),
            DeclKind::Broken => Def::Broken,
            _ => return None,
        })
    }

    fn head(&mut self, id: Name, kind: Kind, package: PackageId, parent: Option<ElementId>, span: Span) -> ElementId {
        Arc::make_mut(&mut self.built.roster).heads.push(Head { id, kind, ty: roots::of(kind), parent, package, span })
    }

    fn name(&mut self, decl: &Decl, package: PackageId, def: Def) {
        let unnamed_flow;
        let name: &Ident = match (&decl.name, &decl.kind) {
            (Some(name), _) => name,
            (None, DeclKind::Flow { .. }) => {
                let Def::Element(id) = def else { return };
                unnamed_flow = Ident { name: self.built.roster.heads[id].id.clone(), span: decl.span };
                &unnamed_flow
            }
            _ => return,
        };
        if let Some(earlier) = self.built.library.scopes.declare(package, &name.name, def, name.span) {
            self.duplicate(decl, name, earlier);
        }
        if decl.name.is_some() {
            self.built.library.recorder.note(name.span, Meaning::Def(def), Some(name.span));
        }
        if let Some(diagnostic) = style(decl, name) {
            self.built.diagnostics.push(diagnostic);
        }
    }

    fn duplicate(&mut self, decl: &Decl, name: &Ident, earlier: Span) {
        let diagnostic = if decl.name.is_none() {
            Diagnostic::new(codes::DUPLICATE_FLOW, name.span, format!("a second unnamed flow `{}`", name.name))
                .label("the same ends again")
                .also(earlier, "first here")
                .help("give each of them a name: `flow NAME: A -> B`")
        } else {
            Diagnostic::new(codes::DUPLICATE_NAME, name.span, format!("`{}` is declared twice", name.name))
                .label("declared again here")
                .also(earlier, "first declared here")
                .help("names are unique in a package; rename one of them")
        };
        self.built.diagnostics.push(diagnostic);
    }

    fn check_models(&mut self, package: PackageId) {
        let models =
            self.built.roster.heads.values().filter(|head| head.kind == Kind::Model && head.package == package);
        let spans: Vec<Span> = models.map(|head| head.span).collect();
        if let [first, second, ..] = spans.as_slice() {
            self.built.diagnostics.push(
                Diagnostic::new(codes::SECOND_MODEL, *second, "a package has at most one model")
                    .label("the second one")
                    .also(*first, "the first one")
                    .help("move one of them into a package of its own"),
            );
        }
    }
}

/// The path of a `use` line.
fn path_of_use<'a>(package: &'a Package, used: &Use) -> Option<&'a Path> {
    package.decls().filter(|decl| decl.span == used.span).find_map(|decl| match &decl.kind {
        DeclKind::Use { package, .. } => Some(package),
        _ => None,
    })
}

fn next_function(functions: &mut Arena<FnId, Option<super::FnInfo>>) -> FnId {
    functions.push(None)
}

/// The name that the convention asks for where a declaration has another.
pub fn conventional(decl: &Decl) -> Option<String> {
    let name = decl.name.as_ref()?; // an unnamed flow is called by its ends
    let first = name.name.chars().next()?;
    if first.is_lowercase() == first.is_uppercase() {
        return None; // a script without case
    }
    let upper = is_upper(decl.word)?;
    (upper != first.is_uppercase()).then(|| if upper { upper_camel(&name.name) } else { snake_case(&name.name) })
}

/// True for what is named in `UpperCamel`, false for what is named in `snake_case`.
fn is_upper(word: K) -> Option<bool> {
    match word {
        K::TypeKw | K::ControlKw | K::ThreatKw | K::ScaleKw | K::EnumKw | K::MatrixKw | K::DataKw | K::PolicyKw => {
            Some(true)
        }
        K::ActorKw | K::ProcessKw | K::StoreKw | K::BoundaryKw | K::FlowKw | K::FnKw | K::TagKw => Some(false),
        _ => None,
    }
}

/// The convention: types and what rules speak about `UpperCamel`, elements and properties `snake_case`.
fn style(decl: &Decl, name: &Ident) -> Option<Diagnostic> {
    let suggestion = conventional(decl)?;
    let word = decl.word.spelling().unwrap_or("name");
    let style = if is_upper(decl.word)? { "`UpperCamel`" } else { "`snake_case`" };
    Some(
        Diagnostic::new(
            codes::NAME_STYLE,
            name.span,
            format!("the name of {} is written in {style}", crate::diagnostic::a_kind(word)),
        )
        .label(format!("by convention `{suggestion}`")),
    )
}

fn upper_camel(name: &str) -> String {
    let words = name.split('_').filter(|word| !word.is_empty());
    words
        .map(|word| {
            let mut chars = word.chars();
            chars.next().map(|first| first.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
        })
        .collect()
}

fn snake_case(name: &str) -> String {
    let mut out = String::new();
    let mut before: Option<char> = None;
    let mut letters = name.chars().peekable();
    while let Some(c) = letters.next() {
        // `APIGateway` is `api_gateway`: of several capitals the last begins a word, where one follows.
        let begins = before.is_some_and(|before| {
            let goes_on = letters.peek().is_some_and(|next| next.is_lowercase());
            before != '_' && (!before.is_uppercase() || goes_on)
        });
        if c.is_uppercase() && begins {
            out.push('_');
        }
        out.extend(c.to_lowercase());
        before = Some(c);
    }
    out
}
