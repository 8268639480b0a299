//! Views of the members of blocks, and the sum of all statements.

use super::decl::paths;
use super::{AcceptDecl, AssumptionDecl, AttackDecl, AttackerDecl, CatalogDecl, ControlDecl, DisableDecl, DismissDecl};
use super::{AstNode, Block, Expr, ListType, Name, Path, Target, Title, TypeRef};
use super::{Declaration, ElementDecl, EnumDecl, ExtendDecl, ExtendThreatDecl, FlowDecl, FnDecl, GoalDecl, MatrixDecl};
use super::{
    MitigateDecl, ModelDecl, ObjectiveDecl, PolicyDecl, ScaleDecl, TagDecl, TestDecl, ThreatDecl, TransferDecl,
};
use super::{TypeDecl, UseDecl, ViewDecl, VulnerabilityDecl};
use super::{child, children, doc_text, token, views, words};
use crate::kind::SyntaxKind as K;
use crate::tree::{Node, Word};

views! {
    /// `name = value`.
    Assign = Assign;
    /// A bare name: `name = true`, or a value of an enum.
    Flag = Flag;
    /// `name: Type = default`.
    PropertyDecl = PropertyDecl;
    /// `apply [A, B]`.
    Apply = Apply;
    /// `on e: Type` or `on element`.
    On = On;
    /// `each d in f.data`.
    Each = Each;
    /// `when condition`.
    When = When;
    /// `fix "…" { … }`.
    Fix = Fix;
    /// `expect …`.
    Expect = Expect;
    /// `forbid e: Type when c`.
    Forbid = Forbid;
    /// `require e: Type when c`.
    Require = Require;
    /// `Level | a b c`.
    Row = Row;
    /// The cells of a row.
    Cells = Cells;
    /// A step of an attack.
    Step = Step;
    /// `any { … }` or `all { … }`.
    Gate = Gate;
    /// A statement that could not be read.
    Broken = Error;
}

macro_rules! statements {
    ($($name:ident($view:ident) = $kind:ident,)*) => {
        /// Any statement: a declaration or a member of a block.
        #[derive(Clone, Copy, Debug)]
        #[expect(missing_docs, reason = "a variant is named after its view")]
        pub enum Statement<'t> { $($name($view<'t>),)* }

        impl<'t> AstNode<'t> for Statement<'t> {
            fn cast(node: Node<'t>) -> Option<Self> {
                match node.kind() {
                    $(K::$kind => $view::cast(node).map(Self::$name),)*
                    _ => None,
                }
            }
            fn syntax(self) -> Node<'t> {
                match self { $(Self::$name(view) => view.syntax(),)* }
            }
        }
    };
}
statements! {
    Use(UseDecl) = UseDecl,
    Model(ModelDecl) = ModelDecl,
    Element(ElementDecl) = ElementDecl,
    Flow(FlowDecl) = FlowDecl,
    Tag(TagDecl) = TagDecl,
    View(ViewDecl) = ViewDecl,
    Assumption(AssumptionDecl) = AssumptionDecl,
    Enum(EnumDecl) = EnumDecl,
    Scale(ScaleDecl) = ScaleDecl,
    Type(TypeDecl) = TypeDecl,
    Extend(ExtendDecl) = ExtendDecl,
    ExtendThreat(ExtendThreatDecl) = ExtendThreatDecl,
    Control(ControlDecl) = ControlDecl,
    Threat(ThreatDecl) = ThreatDecl,
    Disable(DisableDecl) = DisableDecl,
    Matrix(MatrixDecl) = MatrixDecl,
    Catalog(CatalogDecl) = CatalogDecl,
    Fn(FnDecl) = FnDecl,
    Accept(AcceptDecl) = AcceptDecl,
    Dismiss(DismissDecl) = DismissDecl,
    Transfer(TransferDecl) = TransferDecl,
    Mitigate(MitigateDecl) = MitigateDecl,
    Vulnerability(VulnerabilityDecl) = VulnerabilityDecl,
    Attacker(AttackerDecl) = AttackerDecl,
    Goal(GoalDecl) = GoalDecl,
    Attack(AttackDecl) = AttackDecl,
    Objective(ObjectiveDecl) = ObjectiveDecl,
    Policy(PolicyDecl) = PolicyDecl,
    Test(TestDecl) = TestDecl,
    Assign(Assign) = Assign,
    Flag(Flag) = Flag,
    Property(PropertyDecl) = PropertyDecl,
    Apply(Apply) = Apply,
    On(On) = On,
    Each(Each) = Each,
    When(When) = When,
    Fix(Fix) = Fix,
    Expect(Expect) = Expect,
    Forbid(Forbid) = Forbid,
    Require(Require) = Require,
    Row(Row) = Row,
    Step(Step) = Step,
    Gate(Gate) = Gate,
    Broken(Broken) = Error,
}

impl<'t> Declaration<'t> for Fix<'t> {}

impl<'t> Assign<'t> {
    /// What is assigned to.
    pub fn path(self) -> Option<Path<'t>> {
        child(self.0)
    }
    /// The value.
    pub fn value(self) -> Option<Expr<'t>> {
        child(self.0)
    }
}

impl<'t> Flag<'t> {
    /// The name.
    pub fn name(self) -> Option<Word<'t>> {
        token(self.0, K::Ident)
    }
    /// The text behind it.
    pub fn title(self) -> Option<Title<'t>> {
        child(self.0)
    }
    /// The `///` documentation above.
    pub fn doc(self) -> String {
        doc_text(self.0, K::DocComment)
    }
}

impl<'t> PropertyDecl<'t> {
    /// The property's name.
    pub fn name(self) -> Option<Word<'t>> {
        words(self.0).find(|token| Some(token) != self.inherited().as_ref())
    }
    /// The word `inherited`, if it stands there as such.
    pub fn inherited(self) -> Option<Word<'t>> {
        let mut words = words(self.0);
        let first = words.next().filter(|word| word.kind() == K::InheritedKw)?;
        words.next().map(|_| first)
    }
    /// Its type.
    pub fn ty(self) -> Option<TypeRef<'t>> {
        child(self.0)
    }
    /// Its type, where it is a list.
    pub fn list_ty(self) -> Option<ListType<'t>> {
        child(self.0)
    }
    /// The default.
    pub fn default(self) -> Option<Expr<'t>> {
        child(self.0)
    }
    /// The `///` documentation above.
    pub fn doc(self) -> String {
        doc_text(self.0, K::DocComment)
    }
}

impl<'t> Apply<'t> {
    /// One control or a list of them.
    pub fn controls(self) -> Option<Expr<'t>> {
        child(self.0)
    }
    /// The block with status and evidence.
    pub fn block(self) -> Option<Block<'t>> {
        child(self.0)
    }
}

impl<'t> On<'t> {
    /// The variable, in `on e: Type`.
    pub fn name(self) -> Option<Name<'t>> {
        child(self.0)
    }
    /// The type, in `on e: Type`.
    pub fn ty(self) -> Option<TypeRef<'t>> {
        child(self.0)
    }
    /// The element, in `on element`.
    pub fn path(self) -> Option<Path<'t>> {
        child(self.0)
    }
}

impl<'t> Each<'t> {
    /// The variable.
    pub fn name(self) -> Option<Name<'t>> {
        child(self.0)
    }
    /// The list.
    pub fn list(self) -> Option<Expr<'t>> {
        child(self.0)
    }
}

impl<'t> When<'t> {
    /// The condition.
    pub fn condition(self) -> Option<Expr<'t>> {
        child(self.0)
    }
}

impl<'t> Expect<'t> {
    /// `possible`, `assumed` or `no`.
    pub fn verdict(self) -> Option<Word<'t>> {
        self.0.words().find(|word| matches!(word.kind(), K::PossibleKw | K::AssumedKw | K::NoKw))
    }
    /// The threat, or the whole condition where there is no target.
    pub fn subject(self) -> Option<Expr<'t>> {
        child(self.0)
    }
    /// What is after `on`.
    pub fn target(self) -> Option<Target<'t>> {
        child(self.0)
    }
}

macro_rules! obligations {
    ($($name:ident),*) => {$(
        impl<'t> $name<'t> {
            /// The variable.
            pub fn name(self) -> Option<Name<'t>> {
                child(self.0)
            }
            /// Its type.
            pub fn ty(self) -> Option<TypeRef<'t>> {
                child(self.0)
            }
            /// The condition.
            pub fn condition(self) -> Option<Expr<'t>> {
                child(self.0)
            }
        }
    )*};
}
obligations!(Forbid, Require);

impl<'t> Row<'t> {
    /// The level the row is about.
    pub fn level(self) -> Option<Word<'t>> {
        words(self.0).next()
    }
    /// The cells.
    pub fn cells(self) -> Vec<Word<'t>> {
        child::<Cells>(self.0).map(|cells| words(cells.0).collect()).unwrap_or_default()
    }
}

impl<'t> Step<'t> {
    /// What is done, in `step "…"`.
    pub fn title(self) -> Option<Title<'t>> {
        child(self.0)
    }
    /// The threat and the element, in `step Threat on element`.
    pub fn paths(self) -> Vec<Path<'t>> {
        paths(self.0).collect()
    }
    /// A block, in which nothing may stand.
    pub fn block(self) -> Option<Block<'t>> {
        child(self.0)
    }
}

impl<'t> Gate<'t> {
    /// `any` or `all`.
    pub fn word(self) -> Option<Word<'t>> {
        words(self.0).next()
    }
    /// The statements of the block.
    pub fn members(self) -> Vec<Statement<'t>> {
        child::<Block>(self.0).map(|block| block.statements().collect()).unwrap_or_default()
    }
}

impl<'t> Broken<'t> {
    /// The word it begins with.
    pub fn keyword(self) -> Option<Word<'t>> {
        words(self.0).next()
    }
    /// The first name that was still understood, as a rule the one it declares.
    pub fn name(self) -> Option<Name<'t>> {
        children(self.0).next()
    }
}
