//! Views of declarations.

use super::{AstNode, Block, Expr, ListType, Name, Path, Statement, Title, TypeRef};
use super::{child, children, doc_text, token, views};
use crate::kind::SyntaxKind as K;
use crate::tree::{Node, Word};

views! {
    /// `use std.web`.
    UseDecl = UseDecl;
    /// `model name { … }`.
    ModelDecl = ModelDecl;
    /// `actor`, `process`, `store`, `boundary` or `data`.
    ElementDecl = ElementDecl;
    /// `flow a -> b`.
    FlowDecl = FlowDecl;
    /// `tag name`.
    TagDecl = TagDecl;
    /// `view name { … }`.
    ViewDecl = ViewDecl;
    /// `assumption name "…"`.
    AssumptionDecl = AssumptionDecl;
    /// `enum Name { … }`.
    EnumDecl = EnumDecl;
    /// `scale Name { … }`.
    ScaleDecl = ScaleDecl;
    /// `type Name: Base { … }`.
    TypeDecl = TypeDecl;
    /// `extend kind { … }`.
    ExtendDecl = ExtendDecl;
    /// `extend threat Name { … }`.
    ExtendThreatDecl = ExtendThreatDecl;
    /// `control Name: kind { … }`.
    ControlDecl = ControlDecl;
    /// `threat Name: Category { … }`.
    ThreatDecl = ThreatDecl;
    /// `disable Name { … }`.
    DisableDecl = DisableDecl;
    /// `matrix Name: L I -> R { … }`.
    MatrixDecl = MatrixDecl;
    /// `catalog Name { … }`.
    CatalogDecl = CatalogDecl;
    /// `fn name(p: T) = e`.
    FnDecl = FnDecl;
    /// `accept X on e until D`.
    AcceptDecl = AcceptDecl;
    /// `dismiss X on e`.
    DismissDecl = DismissDecl;
    /// `transfer X on e to p`.
    TransferDecl = TransferDecl;
    /// `mitigate X on e with C`.
    MitigateDecl = MitigateDecl;
    /// `vulnerability v on e`.
    VulnerabilityDecl = VulnerabilityDecl;
    /// `attacker a`.
    AttackerDecl = AttackerDecl;
    /// `goal g`.
    GoalDecl = GoalDecl;
    /// `attack a toward g { … }`.
    AttackDecl = AttackDecl;
    /// `objective o`.
    ObjectiveDecl = ObjectiveDecl;
    /// `policy P { … }`.
    PolicyDecl = PolicyDecl;
    /// `test "…" { … }`.
    TestDecl = TestDecl;
    /// The parameters of a function.
    ParamList = ParamList;
    /// One parameter of a function.
    Param = Param;
    /// What a decision or an expectation is about, after `on`.
    Target = Target;
}

/// What most statements have in common.
pub trait Declaration<'t>: AstNode<'t> {
    /// The declared name.
    fn name(self) -> Option<Name<'t>> {
        child(self.syntax())
    }
    /// The text behind the name.
    fn title(self) -> Option<Title<'t>> {
        child(self.syntax())
    }
    /// The type or category after `:` (or after `over`).
    fn ty(self) -> Option<TypeRef<'t>> {
        child(self.syntax())
    }
    /// The block, if there is one.
    fn block(self) -> Option<Block<'t>> {
        child(self.syntax())
    }
    /// The statements of the block.
    fn members(self) -> Vec<Statement<'t>> {
        self.block().map(|block| block.statements().collect()).unwrap_or_default()
    }
    /// The `///` documentation above, without its markers.
    fn doc(self) -> String {
        doc_text(self.syntax(), K::DocComment)
    }
    /// The target after `on`.
    fn target(self) -> Option<Target<'t>> {
        child(self.syntax())
    }
    /// The first path in it.
    fn path(self) -> Option<Path<'t>> {
        child(self.syntax())
    }
}

macro_rules! declarations {
    ($($name:ident),* $(,)?) => {$( impl<'t> Declaration<'t> for $name<'t> {} )*};
}
declarations!(
    UseDecl,
    ModelDecl,
    ElementDecl,
    FlowDecl,
    TagDecl,
    ViewDecl,
    AssumptionDecl,
    EnumDecl,
    ScaleDecl,
    TypeDecl,
    ExtendDecl,
    ExtendThreatDecl,
    ControlDecl,
    ThreatDecl,
    DisableDecl,
    MatrixDecl,
    CatalogDecl,
    FnDecl,
    AcceptDecl,
    DismissDecl,
    TransferDecl,
    MitigateDecl,
    VulnerabilityDecl,
    AttackerDecl,
    GoalDecl,
    AttackDecl,
    ObjectiveDecl,
    PolicyDecl,
    TestDecl,
);

/// All paths that stand directly in a declaration.
pub(crate) fn paths(node: Node<'_>) -> impl Iterator<Item = Path<'_>> {
    children(node)
}

impl<'t> UseDecl<'t> {
    /// The name after `as`.
    pub fn alias(self) -> Option<Name<'t>> {
        child(self.0)
    }
}

impl<'t> ElementDecl<'t> {
    /// The word that says which kind it is.
    pub fn keyword(self) -> Option<Word<'t>> {
        self.0
            .words()
            .find(|word| matches!(word.kind(), K::ActorKw | K::ProcessKw | K::StoreKw | K::BoundaryKw | K::DataKw))
    }
    /// The word `external`, if it stands there.
    pub fn external(self) -> Option<Word<'t>> {
        token(self.0, K::ExternalKw)
    }
}

impl<'t> FlowDecl<'t> {
    /// The word `external`, if it stands there.
    pub fn external(self) -> Option<Word<'t>> {
        token(self.0, K::ExternalKw)
    }
    /// Where it comes from.
    pub fn source(self) -> Option<Path<'t>> {
        paths(self.0).next()
    }
    /// Where it goes.
    pub fn target_path(self) -> Option<Path<'t>> {
        paths(self.0).nth(1)
    }
}

impl<'t> MatrixDecl<'t> {
    /// The scales of likelihood, impact and risk.
    pub fn scales(self) -> [Option<Path<'t>>; 3] {
        let mut paths = paths(self.0);
        [paths.next(), paths.next(), paths.next()]
    }
}

impl<'t> FnDecl<'t> {
    /// The parameters.
    pub fn params(self) -> Vec<Param<'t>> {
        child::<ParamList>(self.0).map(|list| children(list.0).collect()).unwrap_or_default()
    }
    /// What it stands for.
    pub fn body(self) -> Option<Expr<'t>> {
        child(self.0)
    }
}

impl<'t> Param<'t> {
    /// Its name.
    pub fn name(self) -> Option<Name<'t>> {
        child(self.0)
    }
    /// Its type.
    pub fn ty(self) -> Option<TypeRef<'t>> {
        child(self.0)
    }
    /// Its type, where it is a list.
    pub fn list_ty(self) -> Option<ListType<'t>> {
        child(self.0)
    }
}

impl<'t> Target<'t> {
    /// The element, or both ends of an unnamed flow.
    pub fn paths(self) -> Vec<Path<'t>> {
        paths(self.0).collect()
    }
    /// The variable of a typed wildcard.
    pub fn name(self) -> Option<Name<'t>> {
        child(self.0)
    }
    /// The type of a typed wildcard.
    pub fn ty(self) -> Option<TypeRef<'t>> {
        child(self.0)
    }
    /// The condition of a typed wildcard.
    pub fn condition(self) -> Option<Expr<'t>> {
        child(self.0)
    }
}

impl<'t> AcceptDecl<'t> {
    /// The date after `until`.
    pub fn until(self) -> Option<Word<'t>> {
        child::<super::Literal<'t>>(self.0).and_then(|literal| literal.token())
    }
}

impl<'t> TransferDecl<'t> {
    /// Who takes the risk.
    pub fn recipient(self) -> Option<Path<'t>> {
        paths(self.0).nth(1)
    }
}

impl<'t> MitigateDecl<'t> {
    /// The controls after `with`.
    pub fn controls(self) -> Option<Expr<'t>> {
        child(self.0)
    }
}

impl<'t> VulnerabilityDecl<'t> {
    /// The element it sits in.
    pub fn element(self) -> Option<Path<'t>> {
        child(self.0)
    }
}
