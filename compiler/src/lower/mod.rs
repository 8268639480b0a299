//! Syntax tree to declarations: owned plain data, every mistake of form reported once.

mod allowed;
mod expr;
mod literal;
mod members;

pub(crate) use members::path_of;

use crate::codes;
use crate::decl::{Body, Decl, DeclKind, Ident, Name, Param, Path, Target, TargetKind, Text, TypeRef};
use crate::decl::{Expr, ExprKind, Kind};
use crate::diagnostic::{Diagnostic, Label};
use crate::source::{FileId, Span};
use rustc_hash::FxHashSet;
use smallvec::SmallVec;
use std::sync::Arc;
use tm_grammar::ast::{self, AstNode, Declaration, Statement};
use tm_grammar::{SyntaxKind as K, Word};

/// What one file gave.
#[derive(Debug, Default)]
pub struct Lowered {
    /// Its declarations, in order.
    pub decls: Vec<Decl>,
    /// Its `//!` documentation.
    pub doc: String,
    /// Its mistakes of text, syntax and form.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses and lowers one file.
pub fn lower(file: FileId, text: &str) -> Lowered {
    let parse = tm_grammar::parse(text);
    let mut lowering = Lowering { file, diagnostics: Vec::new(), names: FxHashSet::default() };
    lowering.diagnostics.extend(parse.errors.iter().map(|error| syntax_diagnostic(file, error)));
    let view = parse.file();
    let mut body = Body::default();
    for statement in view.statements() {
        lowering.statement(statement, &mut body, None);
    }
    lowering.refuse_members_outside(&body);
    Lowered { decls: body.decls, doc: view.doc(), diagnostics: lowering.diagnostics }
}

/// A documentation. Most have none: those share one.
fn shared(doc: &str) -> Arc<str> {
    if doc.is_empty() { Arc::default() } else { doc.into() }
}

/// A syntax error as a diagnostic.
fn syntax_diagnostic(file: FileId, error: &tm_grammar::SyntaxError) -> Diagnostic {
    let at = |range| Span::new(file, range);
    let mut diagnostic =
        Diagnostic::new(error.code, at(&error.range), error.message.clone()).label(error.label.clone());
    diagnostic.labels.extend(error.related.iter().map(|(range, text)| Label { span: at(range), text: text.clone() }));
    diagnostic.help = error.help.clone();
    match &error.fix {
        Some((range, replacement)) => {
            let title = error.help.clone().unwrap_or_else(|| "repair it".into());
            diagnostic.edit(title, at(range), replacement.clone())
        }
        None => diagnostic,
    }
}

/// The state of lowering one file.
struct Lowering {
    file: FileId,
    diagnostics: Vec<Diagnostic>,
    names: FxHashSet<Name>,
}

impl Lowering {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn span<'t>(&self, node: impl AstNode<'t>) -> Span {
        Span::new(self.file, &node.range())
    }

    fn token_span(&self, token: Word<'_>) -> Span {
        Span::new(self.file, &token.range())
    }

    /// One allocation for each distinct name of the file.
    fn intern(&mut self, text: &str) -> Name {
        if let Some(name) = self.names.get(text) {
            return name.clone();
        }
        let name: Name = Arc::from(text);
        self.names.insert(name.clone());
        name
    }

    fn ident(&mut self, token: Word<'_>) -> Ident {
        Ident { name: self.intern(token.text()), span: self.token_span(token) }
    }

    fn name(&mut self, name: Option<ast::Name>) -> Option<Ident> {
        let token = name?.token()?;
        Some(self.ident(token))
    }

    fn title(&mut self, title: Option<ast::Title>) -> Option<Text> {
        let token = title?.token()?;
        Some(self.text(token))
    }

    fn text(&mut self, token: Word<'_>) -> Text {
        let span = self.token_span(token);
        Text { value: literal::string(token.text(), span, &mut self.diagnostics), span }
    }

    fn path(&mut self, path: Option<ast::Path>) -> Option<Path> {
        let path = path?;
        let segments: SmallVec<[Ident; 1]> = path.segments().map(|word| self.ident(word)).collect();
        (!segments.is_empty()).then(|| Path { segments, span: self.span(path) })
    }

    fn type_ref(&mut self, ty: Option<ast::TypeRef>) -> Option<TypeRef> {
        let ty = ty?;
        let span = self.span(ty);
        let paths: Vec<Path> = ty.paths().filter_map(|path| self.path(Some(path))).collect();
        (!paths.is_empty()).then_some(TypeRef { paths, list: false, span })
    }

    /// A type or a list of a type.
    fn property_type(&mut self, plain: Option<ast::TypeRef>, list: Option<ast::ListType>) -> Option<TypeRef> {
        match list {
            Some(list) => {
                let span = self.span(list);
                self.type_ref(list.member()).map(|ty| TypeRef { list: true, span, ..ty })
            }
            None => self.type_ref(plain),
        }
    }

    fn target(&mut self, target: Option<ast::Target>) -> Option<Target> {
        let target = target?;
        let span = self.span(target);
        let kind = match self.name(target.name()) {
            Some(name) => {
                let ty = self.type_ref(target.ty())?;
                TargetKind::Wildcard(name, ty, target.condition().map(|condition| self.expr(condition)))
            }
            None => {
                let mut paths = target.paths().into_iter().filter_map(|path| self.path(Some(path)));
                match (paths.next()?, paths.next()) {
                    (source, Some(to)) => TargetKind::Flow(source, to),
                    (path, None) => TargetKind::Path(path),
                }
            }
        };
        Some(Target { kind, span })
    }

    /// Adds a declaration with its kind; the rest is read in the same way for all of them.
    fn declare<'t>(&mut self, view: impl Declaration<'t>, kind: DeclKind, into: &mut Body) {
        let mut body = Body::default();
        for statement in view.members() {
            self.statement(statement, &mut body, Some(&kind));
        }
        let word = ast_word(view);
        let mut decl = Decl {
            name: self.name(view.name()),
            title: self.title(view.title()),
            ty: self.type_ref(view.ty()),
            doc: shared(&view.doc()),
            has_block: view.block().is_some(),
            word,
            span: self.span(view),
            body,
            kind,
        };
        let misplaced = self.refuse_members_inside(&decl);
        if misplaced && !allowed::may_apply(&decl.kind) {
            decl.body.applies.clear();
        }
        decl.body.refused |= misplaced;
        into.decls.push(decl);
    }

    /// Lowers any statement into the body it stands in.
    fn statement(&mut self, statement: Statement, into: &mut Body, parent: Option<&DeclKind>) {
        match statement {
            Statement::Use(view) => self.use_decl(view, into),
            Statement::Model(view) => self.declare(view, DeclKind::Element { kind: Kind::Model, external: None }, into),
            Statement::Element(view) => {
                let kind = view.keyword().map_or(Kind::Process, |word| element_kind(word.kind()));
                let external = view.external().map(|word| self.token_span(word));
                self.declare(view, DeclKind::Element { kind, external }, into);
            }
            Statement::Flow(view) => self.flow(view, into),
            Statement::Tag(view) => self.declare(view, DeclKind::Tag, into),
            Statement::View(view) => self.declare(view, DeclKind::View, into),
            Statement::Assumption(view) => self.declare(view, DeclKind::Assumption, into),
            Statement::Enum(view) => self.declare(view, DeclKind::Enum, into),
            Statement::Scale(view) => self.declare(view, DeclKind::Scale, into),
            Statement::Type(view) => self.declare(view, DeclKind::Type, into),
            Statement::Control(view) => self.declare(view, DeclKind::Control, into),
            Statement::Threat(view) => self.declare(view, DeclKind::Threat, into),
            Statement::Catalog(view) => self.declare(view, DeclKind::Catalog, into),
            Statement::Attacker(view) => self.declare(view, DeclKind::Attacker, into),
            Statement::Goal(view) => self.declare(view, DeclKind::Goal, into),
            Statement::Objective(view) => self.declare(view, DeclKind::Objective, into),
            Statement::Policy(view) => self.declare(view, DeclKind::Policy, into),
            Statement::Extend(view) => self.with_path(view, DeclKind::Extend, into),
            Statement::ExtendThreat(view) => self.with_path(view, DeclKind::ExtendThreat, into),
            Statement::Disable(view) => self.with_path(view, DeclKind::Disable, into),
            Statement::Vulnerability(view) => self.with_path(view, DeclKind::Vulnerability, into),
            Statement::Attack(view) => self.with_path(view, DeclKind::Attack, into),
            Statement::Matrix(view) => self.matrix(view, into),
            Statement::Fn(view) => self.function(view, into),
            Statement::Accept(view) => self.accept(view, into),
            Statement::Dismiss(view) => self.decision(view, |rule, target| DeclKind::Dismiss { rule, target }, into),
            Statement::Transfer(view) => self.transfer(view, into),
            Statement::Mitigate(view) => self.mitigate(view, into),
            Statement::Test(view) => {
                let with = self.path(view.path());
                self.declare(view, DeclKind::Test { with }, into);
            }
            Statement::Broken(view) => self.broken(view, into),
            member => self.member(member, into, parent),
        }
    }

    fn with_path<'t>(&mut self, view: impl Declaration<'t>, kind: fn(Path) -> DeclKind, into: &mut Body) {
        if let Some(path) = self.path(view.path()) {
            self.declare(view, kind(path), into);
        }
    }

    fn use_decl(&mut self, view: ast::UseDecl, into: &mut Body) {
        let Some(package) = self.path(view.path()) else {
            return;
        };
        let names = view.block().map(|block| self.used_names(block));
        let alias = self.name(view.alias());
        let span = self.span(view);
        let kind = DeclKind::Use { package, alias, names };
        let body = Body::default();
        let decl = Decl {
            kind,
            name: None,
            title: None,
            ty: None,
            doc: Arc::default(),
            body,
            has_block: false,
            word: K::UseKw,
            span,
        };
        into.decls.push(decl);
    }

    /// The names in `use p { A, B }`.
    fn used_names(&mut self, block: ast::Block) -> Vec<Ident> {
        let mut names = Vec::new();
        for statement in block.statements() {
            match statement {
                Statement::Flag(flag) if flag.title().is_none() => {
                    names.extend(flag.name().map(|token| self.ident(token)));
                }
                Statement::Broken(_) => {}
                other => {
                    let span = self.span(other);
                    if let Statement::Assign(assign) = &other
                        && let Some(path) = self.path(assign.path())
                    {
                        names.extend(path.segments.into_iter().next());
                    }
                    self.report(
                        Diagnostic::new(codes::MISPLACED_MEMBER, span, "only names stand between the braces of `use`")
                            .help("write `use std.aws { RdsPostgres, S3Bucket }`"),
                    );
                }
            }
        }
        names
    }

    fn flow(&mut self, view: ast::FlowDecl, into: &mut Body) {
        let (source, target) = (self.path(view.source()), self.path(view.target_path()));
        if let (Some(source), Some(target)) = (source, target) {
            let external = view.external().map(|word| self.token_span(word));
            self.declare(view, DeclKind::Flow { source, target, external }, into);
        }
    }

    fn matrix(&mut self, view: ast::MatrixDecl, into: &mut Body) {
        if let [Some(likelihood), Some(impact), Some(risk)] = view.scales().map(|path| self.path(path)) {
            self.declare(view, DeclKind::Matrix(Box::new([likelihood, impact, risk])), into);
        }
    }

    fn function(&mut self, view: ast::FnDecl, into: &mut Body) {
        let mut params = Vec::new();
        for param in view.params() {
            let ty = self.property_type(param.ty(), param.list_ty());
            params.extend(self.name(param.name()).zip(ty).map(|(name, ty)| Param { name, ty }));
        }
        let body = Box::new(self.optional_expr(view.body(), self.span(view)));
        self.declare(view, DeclKind::Fn { params, body }, into);
    }

    fn decision<'t>(
        &mut self,
        view: impl Declaration<'t>,
        kind: impl FnOnce(Path, Box<Target>) -> DeclKind,
        into: &mut Body,
    ) {
        let (rule, target) = (self.path(view.path()), self.target(view.target()));
        if let (Some(rule), Some(target)) = (rule, target) {
            self.declare(view, kind(rule, Box::new(target)), into);
        }
    }

    fn accept(&mut self, view: ast::AcceptDecl, into: &mut Body) {
        let until = view.until().and_then(|token| {
            let span = self.token_span(token);
            literal::date(token.text(), span, &mut self.diagnostics).map(|date| (date, span))
        });
        self.decision(view, |rule, target| DeclKind::Accept { rule, target, until }, into);
    }

    fn transfer(&mut self, view: ast::TransferDecl, into: &mut Body) {
        if let Some(to) = self.path(view.recipient()) {
            self.decision(view, |rule, target| DeclKind::Transfer { rule, target, to }, into);
        }
    }

    fn mitigate(&mut self, view: ast::MitigateDecl, into: &mut Body) {
        let controls = Box::new(self.optional_expr(view.controls(), self.span(view)));
        self.decision(view, |rule, target| DeclKind::Mitigate { rule, target, controls }, into);
    }

    /// A declaration that could not be read still declares its name, so that its uses are no errors too.
    fn broken(&mut self, view: ast::Broken, into: &mut Body) {
        let word = view.keyword().map_or(K::Error, |word| word.kind());
        let name = self.name(view.name());
        if !word.begins_declaration() || name.is_none() {
            into.refused = true;
            return;
        }
        let span = self.span(view);
        into.decls.push(Decl {
            kind: DeclKind::Broken,
            name,
            title: None,
            ty: None,
            doc: Arc::default(),
            body: Body::default(),
            has_block: false,
            word,
            span,
        });
    }

    fn optional_expr(&mut self, view: Option<ast::Expr>, span: Span) -> Expr {
        view.map_or(Expr { kind: ExprKind::Error, span }, |view| self.expr(view))
    }
}

/// The word a declaration begins with.
fn ast_word<'t>(view: impl AstNode<'t>) -> K {
    view.syntax().words().map(Word::kind).find(|kind| kind.is_keyword()).unwrap_or(K::Error)
}

fn element_kind(word: K) -> Kind {
    match word {
        K::ActorKw => Kind::Actor,
        K::StoreKw => Kind::Store,
        K::BoundaryKw => Kind::Boundary,
        K::DataKw => Kind::Data,
        _ => Kind::Process,
    }
}
