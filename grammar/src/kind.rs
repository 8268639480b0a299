//! Every kind of token and node of the syntax tree, and the lexer's patterns for the tokens.

use logos::Logos;

/// The kind of a token or a node. Tokens come first, nodes after [`SyntaxKind::File`].
#[derive(Logos, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u16)]
#[expect(
    missing_docs,
    reason = "a variant is named after the text or the production it stands for"
)]
pub enum SyntaxKind {
    // Trivia: never seen by the parser.
    #[regex(r"[ \t\x0B\x0C]+")]
    Space,
    #[regex(r"\r\n|\n|\r")]
    Newline,
    #[regex(r"//[^\n\r]*", allow_greedy = true)]
    Comment,
    DocComment,
    FileDoc,
    #[token("\u{FEFF}")]
    Bom,
    #[regex(
        r"<<<<<<<[^\n\r]*|=======[^\n\r]*|>>>>>>>[^\n\r]*|\|\|\|\|\|\|\|[^\n\r]*",
        allow_greedy = true
    )]
    ConflictMarker,
    Unexpected,
    // Literals and names.
    #[regex(r"[\p{XID_Start}_]\p{XID_Continue}*")]
    Ident,
    #[regex(r"[0-9][0-9_]*")]
    Int,
    #[regex(r"[0-9][0-9_]*\.[0-9][0-9_]*")]
    Decimal,
    #[regex(r"[0-9][0-9_]*(\.[0-9][0-9_]*)?%")]
    Percent,
    #[regex(r"[0-9][0-9_]*\p{XID_Start}\p{XID_Continue}*")]
    Duration,
    #[regex(r"[0-9][0-9][0-9][0-9]-[0-9][0-9]?-[0-9][0-9]?")]
    Date,
    #[regex(r#""([^"\\\n\r]|\\[^\n\r])*""#)]
    #[token("\"\"\"", multi_line)]
    String,
    #[regex(r#""([^"\\\n\r]|\\[^\n\r])*"#)]
    UnterminatedString,
    // Punctuation.
    #[token("{")]
    LBrace,
    #[token("}")]
    RBrace,
    #[token("(")]
    LParen,
    #[token(")")]
    RParen,
    #[token("[")]
    LBracket,
    #[token("]")]
    RBracket,
    #[token(",")]
    Comma,
    #[token(":")]
    Colon,
    #[token(".")]
    Dot,
    #[token("=")]
    Eq,
    #[token("==")]
    EqEq,
    #[token("!=")]
    NotEq,
    #[token("<")]
    Lt,
    #[token("<=")]
    LtEq,
    #[token(">")]
    Gt,
    #[token(">=")]
    GtEq,
    #[token("->")]
    Arrow,
    #[token("+")]
    Plus,
    #[token("-")]
    Minus,
    #[token("*")]
    Star,
    #[token("/")]
    Slash,
    #[token("|")]
    Pipe,
    // Words.
    #[token("use")]
    UseKw,
    #[token("as")]
    AsKw,
    #[token("model")]
    ModelKw,
    #[token("data")]
    DataKw,
    #[token("actor")]
    ActorKw,
    #[token("process")]
    ProcessKw,
    #[token("store")]
    StoreKw,
    #[token("boundary")]
    BoundaryKw,
    #[token("flow")]
    FlowKw,
    #[token("tag")]
    TagKw,
    #[token("view")]
    ViewKw,
    #[token("assumption")]
    AssumptionKw,
    #[token("external")]
    ExternalKw,
    #[token("enum")]
    EnumKw,
    #[token("scale")]
    ScaleKw,
    #[token("type")]
    TypeKw,
    #[token("extend")]
    ExtendKw,
    #[token("control")]
    ControlKw,
    #[token("threat")]
    ThreatKw,
    #[token("disable")]
    DisableKw,
    #[token("matrix")]
    MatrixKw,
    #[token("catalog")]
    CatalogKw,
    #[token("fn")]
    FnKw,
    #[token("accept")]
    AcceptKw,
    #[token("dismiss")]
    DismissKw,
    #[token("transfer")]
    TransferKw,
    #[token("mitigate")]
    MitigateKw,
    #[token("vulnerability")]
    VulnerabilityKw,
    #[token("attacker")]
    AttackerKw,
    #[token("goal")]
    GoalKw,
    #[token("attack")]
    AttackKw,
    #[token("objective")]
    ObjectiveKw,
    #[token("policy")]
    PolicyKw,
    #[token("test")]
    TestKw,
    #[token("expect")]
    ExpectKw,
    #[token("possible")]
    PossibleKw,
    #[token("assumed")]
    AssumedKw,
    #[token("no")]
    NoKw,
    #[token("forbid")]
    ForbidKw,
    #[token("require")]
    RequireKw,
    #[token("over")]
    OverKw,
    #[token("on")]
    OnKw,
    #[token("each")]
    EachKw,
    #[token("when")]
    WhenKw,
    #[token("where")]
    WhereKw,
    #[token("in")]
    InKw,
    #[token("and")]
    AndKw,
    #[token("or")]
    OrKw,
    #[token("not")]
    NotKw,
    #[token("if")]
    IfKw,
    #[token("then")]
    ThenKw,
    #[token("else")]
    ElseKw,
    #[token("exists")]
    ExistsKw,
    #[token("all")]
    AllKw,
    #[token("none")]
    NoneKw,
    #[token("reaches")]
    ReachesKw,
    #[token("carrying")]
    CarryingKw,
    #[token("along")]
    AlongKw,
    #[token("through")]
    ThroughKw,
    #[token("with")]
    WithKw,
    #[token("until")]
    UntilKw,
    #[token("to")]
    ToKw,
    #[token("toward")]
    TowardKw,
    #[token("apply")]
    ApplyKw,
    #[token("fix")]
    FixKw,
    #[token("step")]
    StepKw,
    #[token("any")]
    AnyKw,
    #[token("is")]
    IsKw,
    #[token("has")]
    HasKw,
    #[token("for")]
    ForKw,
    #[token("inherited")]
    InheritedKw,
    #[token("true")]
    TrueKw,
    #[token("false")]
    FalseKw,
    #[token("unknown")]
    UnknownKw,
    /// A whole `{ … }` as the parser of one statement sees it.
    BlockToken,
    // Nodes.
    File,
    Block,
    Error,
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
    Assign,
    Flag,
    PropertyDecl,
    Apply,
    On,
    Each,
    When,
    Fix,
    Expect,
    Forbid,
    Require,
    Row,
    Step,
    Gate,
    Name,
    Title,
    Path,
    TypeRef,
    ListType,
    Param,
    ParamList,
    Target,
    Cells,
    NameRef,
    Literal,
    Money,
    ParenExpr,
    ListExpr,
    Comprehension,
    PostfixExpr,
    Field,
    Call,
    Arg,
    UnaryExpr,
    BinaryExpr,
    NotExpr,
    IfExpr,
    IsExpr,
    QuantifierExpr,
    ReachesExpr,
    Along,
    Through,
}

use SyntaxKind as K;

/// What each word is written as, and what the parser calls each token.
const SPELLING: &[(SyntaxKind, &str)] = &[
    (K::LBrace, "{"),
    (K::RBrace, "}"),
    (K::LParen, "("),
    (K::RParen, ")"),
    (K::LBracket, "["),
    (K::RBracket, "]"),
    (K::Comma, ","),
    (K::Colon, ":"),
    (K::Dot, "."),
    (K::Eq, "="),
    (K::EqEq, "=="),
    (K::NotEq, "!="),
    (K::Lt, "<"),
    (K::LtEq, "<="),
    (K::Gt, ">"),
    (K::GtEq, ">="),
    (K::Arrow, "->"),
    (K::Plus, "+"),
    (K::Minus, "-"),
    (K::Star, "*"),
    (K::Slash, "/"),
    (K::Pipe, "|"),
    (K::UseKw, "use"),
    (K::AsKw, "as"),
    (K::ModelKw, "model"),
    (K::DataKw, "data"),
    (K::ActorKw, "actor"),
    (K::ProcessKw, "process"),
    (K::StoreKw, "store"),
    (K::BoundaryKw, "boundary"),
    (K::FlowKw, "flow"),
    (K::TagKw, "tag"),
    (K::ViewKw, "view"),
    (K::AssumptionKw, "assumption"),
    (K::ExternalKw, "external"),
    (K::EnumKw, "enum"),
    (K::ScaleKw, "scale"),
    (K::TypeKw, "type"),
    (K::ExtendKw, "extend"),
    (K::ControlKw, "control"),
    (K::ThreatKw, "threat"),
    (K::DisableKw, "disable"),
    (K::MatrixKw, "matrix"),
    (K::CatalogKw, "catalog"),
    (K::FnKw, "fn"),
    (K::AcceptKw, "accept"),
    (K::DismissKw, "dismiss"),
    (K::TransferKw, "transfer"),
    (K::MitigateKw, "mitigate"),
    (K::VulnerabilityKw, "vulnerability"),
    (K::AttackerKw, "attacker"),
    (K::GoalKw, "goal"),
    (K::AttackKw, "attack"),
    (K::ObjectiveKw, "objective"),
    (K::PolicyKw, "policy"),
    (K::TestKw, "test"),
    (K::ExpectKw, "expect"),
    (K::PossibleKw, "possible"),
    (K::AssumedKw, "assumed"),
    (K::NoKw, "no"),
    (K::ForbidKw, "forbid"),
    (K::RequireKw, "require"),
    (K::OverKw, "over"),
    (K::OnKw, "on"),
    (K::EachKw, "each"),
    (K::WhenKw, "when"),
    (K::WhereKw, "where"),
    (K::InKw, "in"),
    (K::AndKw, "and"),
    (K::OrKw, "or"),
    (K::NotKw, "not"),
    (K::IfKw, "if"),
    (K::ThenKw, "then"),
    (K::ElseKw, "else"),
    (K::ExistsKw, "exists"),
    (K::AllKw, "all"),
    (K::NoneKw, "none"),
    (K::ReachesKw, "reaches"),
    (K::CarryingKw, "carrying"),
    (K::AlongKw, "along"),
    (K::ThroughKw, "through"),
    (K::WithKw, "with"),
    (K::UntilKw, "until"),
    (K::ToKw, "to"),
    (K::TowardKw, "toward"),
    (K::ApplyKw, "apply"),
    (K::FixKw, "fix"),
    (K::StepKw, "step"),
    (K::AnyKw, "any"),
    (K::IsKw, "is"),
    (K::HasKw, "has"),
    (K::ForKw, "for"),
    (K::InheritedKw, "inherited"),
    (K::TrueKw, "true"),
    (K::FalseKw, "false"),
    (K::UnknownKw, "unknown"),
];

impl SyntaxKind {
    /// True for white space and comments, which the parser never sees.
    pub fn is_trivia(self) -> bool {
        self <= K::Unexpected
    }

    /// True for words with a meaning of their own in the grammar.
    pub fn is_keyword(self) -> bool {
        (K::UseKw..=K::UnknownKw).contains(&self)
    }

    /// True for words that begin a declaration.
    pub fn begins_declaration(self) -> bool {
        self != K::AsKw && (K::UseKw..=K::TestKw).contains(&self)
    }

    /// The fixed text of punctuation and words, `None` for tokens whose text varies and for nodes.
    pub fn spelling(self) -> Option<&'static str> {
        SPELLING
            .iter()
            .find(|(kind, _)| *kind == self)
            .map(|(_, text)| *text)
    }

    /// All words of the language with their kinds, in the order of the grammar.
    pub fn keywords() -> impl Iterator<Item = (&'static str, SyntaxKind)> {
        SPELLING
            .iter()
            .filter(|(kind, _)| kind.is_keyword())
            .map(|(kind, text)| (*text, *kind))
    }
}

/// Reads on to the closing `"""`; without one the string ends with its line.
fn multi_line(lex: &mut logos::Lexer<'_, SyntaxKind>) -> bool {
    match closing_quotes(lex.remainder()) {
        Some(len) => {
            lex.bump(len);
            true
        }
        None => false,
    }
}

/// Length up to and with the first `"""` that no backslash escapes.
fn closing_quotes(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' if bytes[at..].starts_with(b"\"\"\"") => return Some(at + 3),
            _ => at += 1,
        }
    }
    None
}

impl From<SyntaxKind> for rowan::SyntaxKind {
    fn from(kind: SyntaxKind) -> Self {
        Self(kind as u16)
    }
}

/// All kinds in the order of their numbers, to come back from rowan's raw kinds.
pub(crate) const ALL: &[SyntaxKind] = &[
    K::Space,
    K::Newline,
    K::Comment,
    K::DocComment,
    K::FileDoc,
    K::Bom,
    K::ConflictMarker,
    K::Unexpected,
    K::Ident,
    K::Int,
    K::Decimal,
    K::Percent,
    K::Duration,
    K::Date,
    K::String,
    K::UnterminatedString,
    K::LBrace,
    K::RBrace,
    K::LParen,
    K::RParen,
    K::LBracket,
    K::RBracket,
    K::Comma,
    K::Colon,
    K::Dot,
    K::Eq,
    K::EqEq,
    K::NotEq,
    K::Lt,
    K::LtEq,
    K::Gt,
    K::GtEq,
    K::Arrow,
    K::Plus,
    K::Minus,
    K::Star,
    K::Slash,
    K::Pipe,
    K::UseKw,
    K::AsKw,
    K::ModelKw,
    K::DataKw,
    K::ActorKw,
    K::ProcessKw,
    K::StoreKw,
    K::BoundaryKw,
    K::FlowKw,
    K::TagKw,
    K::ViewKw,
    K::AssumptionKw,
    K::ExternalKw,
    K::EnumKw,
    K::ScaleKw,
    K::TypeKw,
    K::ExtendKw,
    K::ControlKw,
    K::ThreatKw,
    K::DisableKw,
    K::MatrixKw,
    K::CatalogKw,
    K::FnKw,
    K::AcceptKw,
    K::DismissKw,
    K::TransferKw,
    K::MitigateKw,
    K::VulnerabilityKw,
    K::AttackerKw,
    K::GoalKw,
    K::AttackKw,
    K::ObjectiveKw,
    K::PolicyKw,
    K::TestKw,
    K::ExpectKw,
    K::PossibleKw,
    K::AssumedKw,
    K::NoKw,
    K::ForbidKw,
    K::RequireKw,
    K::OverKw,
    K::OnKw,
    K::EachKw,
    K::WhenKw,
    K::WhereKw,
    K::InKw,
    K::AndKw,
    K::OrKw,
    K::NotKw,
    K::IfKw,
    K::ThenKw,
    K::ElseKw,
    K::ExistsKw,
    K::AllKw,
    K::NoneKw,
    K::ReachesKw,
    K::CarryingKw,
    K::AlongKw,
    K::ThroughKw,
    K::WithKw,
    K::UntilKw,
    K::ToKw,
    K::TowardKw,
    K::ApplyKw,
    K::FixKw,
    K::StepKw,
    K::AnyKw,
    K::IsKw,
    K::HasKw,
    K::ForKw,
    K::InheritedKw,
    K::TrueKw,
    K::FalseKw,
    K::UnknownKw,
    K::BlockToken,
    K::File,
    K::Block,
    K::Error,
    K::UseDecl,
    K::ModelDecl,
    K::ElementDecl,
    K::FlowDecl,
    K::TagDecl,
    K::ViewDecl,
    K::AssumptionDecl,
    K::EnumDecl,
    K::ScaleDecl,
    K::TypeDecl,
    K::ExtendDecl,
    K::ExtendThreatDecl,
    K::ControlDecl,
    K::ThreatDecl,
    K::DisableDecl,
    K::MatrixDecl,
    K::CatalogDecl,
    K::FnDecl,
    K::AcceptDecl,
    K::DismissDecl,
    K::TransferDecl,
    K::MitigateDecl,
    K::VulnerabilityDecl,
    K::AttackerDecl,
    K::GoalDecl,
    K::AttackDecl,
    K::ObjectiveDecl,
    K::PolicyDecl,
    K::TestDecl,
    K::Assign,
    K::Flag,
    K::PropertyDecl,
    K::Apply,
    K::On,
    K::Each,
    K::When,
    K::Fix,
    K::Expect,
    K::Forbid,
    K::Require,
    K::Row,
    K::Step,
    K::Gate,
    K::Name,
    K::Title,
    K::Path,
    K::TypeRef,
    K::ListType,
    K::Param,
    K::ParamList,
    K::Target,
    K::Cells,
    K::NameRef,
    K::Literal,
    K::Money,
    K::ParenExpr,
    K::ListExpr,
    K::Comprehension,
    K::PostfixExpr,
    K::Field,
    K::Call,
    K::Arg,
    K::UnaryExpr,
    K::BinaryExpr,
    K::NotExpr,
    K::IfExpr,
    K::IsExpr,
    K::QuantifierExpr,
    K::ReachesExpr,
    K::Along,
    K::Through,
];
