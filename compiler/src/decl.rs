//! Declarations as plain owned data: what the syntax says, before any name is resolved.

use crate::source::Span;
use jiff::civil::Date;
use smallvec::SmallVec;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use tm_grammar::SyntaxKind;

/// A name; clones share one allocation.
pub type Name = Arc<str>;

/// A name where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ident {
    /// The name.
    pub name: Name,
    /// Where.
    pub span: Span,
}

/// Words joined by dots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The words, at least one.
    pub segments: SmallVec<[Ident; 1]>,
    /// The whole path.
    pub span: Span,
}

impl From<Ident> for Path {
    /// A path of one word.
    fn from(word: Ident) -> Self {
        Path { span: word.span, segments: SmallVec::from([word]) }
    }
}

impl Path {
    /// The path as written, without blanks.
    pub fn text(&self) -> String {
        self.segments.iter().map(|ident| &*ident.name).collect::<Vec<_>>().join(".")
    }
}

/// A text where it is written, escapes resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub value: Arc<str>,
    /// Where.
    pub span: Span,
}

/// One type, several joined by `+`, or a list of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeRef {
    /// The types that are joined.
    pub paths: Vec<Path>,
    /// True for `[T]`.
    pub list: bool,
    /// The whole reference.
    pub span: Span,
}

/// A literal.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `true`, `false`.
    Bool(bool),
    /// `unknown`.
    Unknown,
    /// `42`.
    Int(i64),
    /// `0.75`.
    Number(f64),
    /// `80%`, as a share: 0.8.
    Percent(f64),
    /// `"…"`.
    Text(Arc<str>),
    /// `2027-03-31`.
    Date(Date),
    /// `90d`, in seconds.
    Duration(i64),
    /// `12_000 EUR`: amount and currency.
    Money(f64, [u8; 3]),
}

/// Operators between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "an operator is named after its symbol")]
pub enum Op {
    Eq,
    NotEq,
    Lt,
    LtEq,
    Gt,
    GtEq,
    In,
    Has,
    Add,
    Sub,
    Mul,
    Div,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where.
    pub span: Span,
}

/// A named argument or a plain one.
#[derive(Clone, Debug, PartialEq)]
pub struct Arg {
    /// The name before `=`.
    pub name: Option<Ident>,
    /// The value.
    pub value: Expr,
}

/// `along f where c`, `through e where c`.
#[derive(Clone, Debug, PartialEq)]
pub struct Clause {
    /// The variable.
    pub name: Ident,
    /// The condition.
    pub condition: Expr,
}

/// `exists`, `all`, `none`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named after the word")]
pub enum Quantifier {
    Exists,
    All,
    None,
}

/// What a quantifier runs over.
#[derive(Clone, Debug, PartialEq)]
pub enum Over {
    /// `in list`.
    List(Box<Expr>),
    /// `: Type`.
    Type(TypeRef),
}

/// The kinds of expressions.
#[expect(missing_docs, reason = "the fields are named in the form that each variant shows")]
#[derive(Clone, Debug, PartialEq)]
pub enum ExprKind {
    /// A part that could not be read; its error is reported already.
    Error,
    /// A single name.
    Name(Name),
    /// A literal.
    Literal(Literal),
    /// `[a, b]`.
    List(Vec<Expr>),
    /// `[e for x in xs where c]`.
    Comprehension { item: Box<Expr>, name: Ident, list: Box<Expr>, condition: Option<Box<Expr>> },
    /// `e.name`.
    Field(Box<Expr>, Ident),
    /// `f(a, n = b)`.
    Call(Box<Expr>, Vec<Arg>),
    /// `-e`.
    Neg(Box<Expr>),
    /// `not e`.
    Not(Box<Expr>),
    /// `a and b and c`.
    And(Vec<Expr>),
    /// `a or b or c`.
    Or(Vec<Expr>),
    /// `a == b` and other comparisons.
    Compare(Op, Box<Expr>, Box<Expr>),
    /// `a + b - c`, `a * b / c`: the first operand and the rest with their operators.
    Arith(Box<Expr>, Vec<(Op, Expr)>),
    /// `e is T`, `e is not T`.
    Is { operand: Box<Expr>, ty: TypeRef, negated: bool },
    /// `if c then a else b`.
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `exists x in xs where c`.
    Quantified { quantifier: Quantifier, name: Ident, over: Over, condition: Box<Expr> },
    /// `a reaches b carrying d along f where c through e where c`.
    Reaches {
        from: Box<Expr>,
        to: Box<Expr>,
        carrying: Option<Box<Expr>>,
        along: Option<Box<Clause>>,
        through: Option<Box<Clause>>,
    },
}

/// `path = value`; a bare name is `= true` and keeps its title.
#[derive(Clone, Debug)]
pub struct Assign {
    /// What is assigned to.
    pub path: Path,
    /// The value.
    pub value: Expr,
    /// True for a bare name.
    pub bare: bool,
    /// The text behind a bare name.
    pub title: Option<Text>,
    /// Its documentation.
    pub doc: Arc<str>,
}

/// `name: Type = default`.
#[derive(Clone, Debug)]
pub struct PropertyDecl {
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: TypeRef,
    /// Read through by what a boundary contains.
    pub inherited: bool,
    /// The default.
    pub default: Option<Expr>,
    /// Its documentation.
    pub doc: Arc<str>,
}

/// `apply [A, B] { … }`.
#[derive(Clone, Debug)]
pub struct Apply {
    /// One control or a list of them.
    pub controls: Expr,
    /// Status, evidence, owner.
    pub assigns: Vec<Assign>,
    /// The whole member.
    pub span: Span,
}

/// `on e: Type` or `on element`.
#[derive(Clone, Debug)]
pub enum Carrier {
    /// A variable over all elements of a type.
    Each(Ident, TypeRef),
    /// One element of this model.
    One(Path),
}

/// `each d in list`.
#[derive(Clone, Debug)]
pub struct Witness {
    /// The variable.
    pub name: Ident,
    /// The list.
    pub list: Expr,
}

/// `fix "…" { e.p = v }`.
#[derive(Clone, Debug)]
pub struct Fix {
    /// What it does.
    pub title: Text,
    /// The facts that it states.
    pub assigns: Vec<Assign>,
}

/// What a decision or an expectation is about.
#[derive(Clone, Debug)]
pub struct Target {
    /// What it names.
    pub kind: TargetKind,
    /// The whole target.
    pub span: Span,
}

/// The forms of a target.
#[derive(Clone, Debug)]
pub enum TargetKind {
    /// An element, or an element and a witness.
    Path(Path),
    /// An unnamed flow by its ends.
    Flow(Path, Path),
    /// All elements of a type for which the condition is true.
    Wildcard(Ident, TypeRef, Option<Expr>),
}

/// What a test expects of a threat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named after the words")]
pub enum Verdict {
    Definite,
    Assumed,
    Possible,
    Absent,
}

/// `expect …`.
#[expect(missing_docs, reason = "the fields are named in the form that each variant shows")]
#[derive(Clone, Debug)]
pub enum Expectation {
    /// A threat is found, possible or absent.
    Threat { verdict: Verdict, rule: Path, target: Target, span: Span },
    /// A condition is true.
    Condition(Expr),
}

/// `forbid e: T when c`, `require e: T when c`.
#[derive(Clone, Debug)]
pub struct Obligation {
    /// True for `require`.
    pub require: bool,
    /// The variable.
    pub name: Ident,
    /// Its type.
    pub ty: TypeRef,
    /// The condition.
    pub condition: Expr,
    /// The whole member.
    pub span: Span,
}

/// A row of a matrix.
#[derive(Clone, Debug)]
pub struct Row {
    /// The level it is about.
    pub level: Ident,
    /// The cells.
    pub cells: Vec<Ident>,
}

/// A node of an attack tree.
#[derive(Clone, Debug)]
pub enum AttackNode {
    /// One of these is enough.
    Any(Vec<AttackNode>, Span),
    /// All of these are needed.
    All(Vec<AttackNode>, Span),
    /// A step in words.
    Step(Text),
    /// A threat on an element.
    Threat(Path, Path),
}

impl AttackNode {
    /// Where it is written.
    pub fn span(&self) -> Span {
        match self {
            AttackNode::Any(_, span) | AttackNode::All(_, span) => *span,
            AttackNode::Step(title) => title.span,
            AttackNode::Threat(path, _) => path.span,
        }
    }
}

/// What stands between `{` and `}`.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the members of one form")]
pub struct Body {
    pub assigns: Vec<Assign>,
    pub applies: Vec<Apply>,
    pub decls: Vec<Decl>,
    /// True where members were refused: what seems to be missing may be among them.
    pub refused: bool,
    rare: Option<Box<RareMembers>>,
}

/// Members that elements and flows do not have. A model consists of those: apart from them, the others take no room.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "each field holds the members of one form")]
pub struct RareMembers {
    pub properties: Vec<PropertyDecl>,
    pub carriers: Vec<(Carrier, Span)>,
    pub witnesses: Vec<Witness>,
    pub conditions: Vec<Expr>,
    pub fixes: Vec<Fix>,
    pub expectations: Vec<Expectation>,
    pub obligations: Vec<Obligation>,
    pub rows: Vec<Row>,
    pub attack: Vec<AttackNode>,
}

impl Deref for Body {
    type Target = RareMembers;

    fn deref(&self) -> &RareMembers {
        static NONE: RareMembers = RareMembers {
            properties: Vec::new(),
            carriers: Vec::new(),
            witnesses: Vec::new(),
            conditions: Vec::new(),
            fixes: Vec::new(),
            expectations: Vec::new(),
            obligations: Vec::new(),
            rows: Vec::new(),
            attack: Vec::new(),
        };
        self.rare.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for Body {
    fn deref_mut(&mut self) -> &mut RareMembers {
        self.rare.get_or_insert_default()
    }
}

/// The five kinds of declared things that have properties, and the model itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "named after the words of the language")]
pub enum Kind {
    Actor,
    Process,
    Store,
    Boundary,
    Flow,
    Data,
    Model,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 7] =
        [Kind::Actor, Kind::Process, Kind::Store, Kind::Boundary, Kind::Flow, Kind::Data, Kind::Model];

    /// The word of the language.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Actor => "actor",
            Kind::Process => "process",
            Kind::Store => "store",
            Kind::Boundary => "boundary",
            Kind::Flow => "flow",
            Kind::Data => "data",
            Kind::Model => "model",
        }
    }

    /// True for what can be an end of a flow.
    pub fn is_node(self) -> bool {
        matches!(self, Kind::Actor | Kind::Process | Kind::Store)
    }
}

/// A parameter of a function.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name.
    pub name: Ident,
    /// Its type.
    pub ty: TypeRef,
}

/// What is declared.
#[expect(missing_docs, reason = "the fields are named in the form that each variant shows")]
#[derive(Clone, Debug)]
pub enum DeclKind {
    /// `use path`, `use path as alias`, `use path { names }`.
    Use { package: Path, alias: Option<Ident>, names: Option<Vec<Ident>> },
    /// Actor, process, store, boundary, data or model.
    Element { kind: Kind, external: Option<Span> },
    /// A flow.
    Flow { source: Path, target: Path, external: Option<Span> },
    /// A tag.
    Tag,
    /// A view.
    View,
    /// An assumption.
    Assumption,
    /// An enum.
    Enum,
    /// A scale.
    Scale,
    /// A type.
    Type,
    /// `extend kind`.
    Extend(Path),
    /// `extend threat X`.
    ExtendThreat(Path),
    /// A control.
    Control,
    /// A threat.
    Threat,
    /// `disable X`.
    Disable(Path),
    /// A matrix with its three scales.
    Matrix(Box<[Path; 3]>),
    /// A catalogue.
    Catalog,
    /// A function.
    Fn { params: Vec<Param>, body: Box<Expr> },
    /// `accept X on t until d`.
    Accept { rule: Path, target: Box<Target>, until: Option<(Date, Span)> },
    /// `dismiss X on t`.
    Dismiss { rule: Path, target: Box<Target> },
    /// `transfer X on t to e`.
    Transfer { rule: Path, target: Box<Target>, to: Path },
    /// `mitigate X on t with c`.
    Mitigate { rule: Path, target: Box<Target>, controls: Box<Expr> },
    /// `vulnerability v on e`.
    Vulnerability(Path),
    /// An attacker.
    Attacker,
    /// A goal.
    Goal,
    /// `attack a toward g`.
    Attack(Path),
    /// An objective.
    Objective,
    /// A policy.
    Policy,
    /// A test, `with` a model or in a world of its own.
    Test { with: Option<Path> },
    /// A declaration that could not be read: its name still counts as declared.
    Broken,
}

/// A declaration.
#[derive(Clone, Debug)]
pub struct Decl {
    /// What it declares.
    pub kind: DeclKind,
    /// Its name.
    pub name: Option<Ident>,
    /// The text behind the name.
    pub title: Option<Text>,
    /// The type, category or protocol.
    pub ty: Option<TypeRef>,
    /// Its documentation (Markdown).
    pub doc: Arc<str>,
    /// Its block.
    pub body: Body,
    /// True where a block is written, even an empty one.
    pub has_block: bool,
    /// The word it begins with.
    pub word: SyntaxKind,
    /// The whole declaration, without its documentation.
    pub span: Span,
}

impl Decl {
    /// The name's span, or the first word's where it has no name.
    pub fn head(&self) -> Span {
        self.name.as_ref().map_or(self.span, |name| name.span)
    }
}
