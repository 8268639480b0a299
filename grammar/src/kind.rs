//! Every kind of token and node of the syntax tree, and the lexer's patterns for the tokens.

use SyntaxKind as K;
use logos::Logos;

/// Makes the kinds from one list: the enum, the spelling of fixed tokens, and the way back from numbers.
macro_rules! kinds {
    ($( $(#[$attr:meta])* $name:ident $($text:literal)? , )*) => {
        /// The kind of a token or a node. Tokens come first, nodes after [`SyntaxKind::File`].
        #[derive(Logos, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[logos(extras = Quotes)]
        #[repr(u16)]
        #[expect(
            missing_docs,
            reason = "a variant is named after the text or the production it stands for"
        )]
        pub enum SyntaxKind {
            $( $(#[$attr])* $(#[token($text)])? $name, )*
        }

        /// All kinds in the order of their numbers, to come back from rowan's raw kinds.
        pub(crate) const ALL: &[SyntaxKind] = &[$(SyntaxKind::$name),*];

        /// What each token of fixed text is written as.
        const SPELLING: &[(SyntaxKind, &str)] = &[$( $((SyntaxKind::$name, $text),)? )*];
    };
}

kinds! {
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
    /// Also comments of other languages: what stands in them is not read.
    #[regex(r"#[^\n\r]*", allow_greedy = true)]
    #[token("/*", block_comment)]
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
    LBrace "{", RBrace "}", LParen "(", RParen ")", LBracket "[", RBracket "]", Comma ",",
    Colon ":", Dot ".", Eq "=", EqEq "==", NotEq "!=", Lt "<", LtEq "<=", Gt ">", GtEq ">=",
    Arrow "->", Plus "+", Minus "-", Star "*", Slash "/", Pipe "|",
    // Words.
    UseKw "use", AsKw "as", ModelKw "model", DataKw "data", ActorKw "actor", ProcessKw "process",
    StoreKw "store", BoundaryKw "boundary", FlowKw "flow", TagKw "tag", ViewKw "view",
    AssumptionKw "assumption", ExternalKw "external", EnumKw "enum", ScaleKw "scale",
    TypeKw "type", ExtendKw "extend", ControlKw "control", ThreatKw "threat", DisableKw "disable",
    MatrixKw "matrix", CatalogKw "catalog", FnKw "fn", AcceptKw "accept", DismissKw "dismiss",
    TransferKw "transfer", MitigateKw "mitigate", VulnerabilityKw "vulnerability",
    AttackerKw "attacker", GoalKw "goal", AttackKw "attack", ObjectiveKw "objective",
    PolicyKw "policy", TestKw "test", ExpectKw "expect", PossibleKw "possible",
    AssumedKw "assumed", NoKw "no", ForbidKw "forbid", RequireKw "require", OverKw "over",
    OnKw "on", EachKw "each", WhenKw "when", WhereKw "where", InKw "in", AndKw "and", OrKw "or",
    NotKw "not", IfKw "if", ThenKw "then", ElseKw "else", ExistsKw "exists", AllKw "all",
    NoneKw "none", ReachesKw "reaches", CarryingKw "carrying", AlongKw "along",
    ThroughKw "through", WithKw "with", UntilKw "until", ToKw "to", TowardKw "toward",
    ApplyKw "apply", FixKw "fix", StepKw "step", AnyKw "any", IsKw "is", HasKw "has", ForKw "for",
    InheritedKw "inherited", TrueKw "true", FalseKw "false", UnknownKw "unknown",
    /// A whole `{ … }` as the parser of one statement sees it.
    BlockToken,
    // Nodes.
    File, Block, Error, UseDecl, ModelDecl, ElementDecl, FlowDecl, TagDecl, ViewDecl,
    AssumptionDecl, EnumDecl, ScaleDecl, TypeDecl, ExtendDecl, ExtendThreatDecl, ControlDecl,
    ThreatDecl, DisableDecl, MatrixDecl, CatalogDecl, FnDecl, AcceptDecl, DismissDecl,
    TransferDecl, MitigateDecl, VulnerabilityDecl, AttackerDecl, GoalDecl, AttackDecl,
    ObjectiveDecl, PolicyDecl, TestDecl, Assign, Flag, PropertyDecl, Apply, On, Each, When, Fix,
    Expect, Forbid, Require, Row, Step, Gate, Name, Title, Path, TypeRef, ListType, Param,
    ParamList, Target, Cells, NameRef, Literal, Money, ParenExpr, ListExpr, Comprehension,
    PostfixExpr, Field, Call, Arg, UnaryExpr, BinaryExpr, NotExpr, IfExpr, IsExpr, QuantifierExpr,
    ReachesExpr, Along, Through,
}

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

    /// True for what a statement cannot end in: the line after it belongs to it.
    pub fn asks_for_more(self) -> bool {
        const PUNCTUATION: &[K] = &[
            K::Eq,
            K::Colon,
            K::Arrow,
            K::Plus,
            K::Minus,
            K::Star,
            K::Slash,
            K::Dot,
            K::Pipe,
            K::EqEq,
            K::NotEq,
            K::Lt,
            K::LtEq,
            K::Gt,
            K::GtEq,
        ];
        const WORDS: &[K] = &[
            K::AndKw,
            K::OrKw,
            K::NotKw,
            K::InKw,
            K::IsKw,
            K::HasKw,
            K::OverKw,
            K::WhereKw,
            K::ThenKw,
            K::ElseKw,
            K::IfKw,
            K::ReachesKw,
            K::WhenKw,
        ];
        PUNCTUATION.contains(&self) || WORDS.contains(&self)
    }

    /// True for what no statement begins with: it goes on with the line before.
    pub fn goes_on(self) -> bool {
        const WORDS: &[K] = &[K::AndKw, K::OrKw, K::ThenKw, K::ElseKw, K::WhereKw, K::ReachesKw, K::OverKw];
        matches!(self, K::Arrow | K::Dot) || WORDS.contains(&self)
    }

    /// The fixed text of punctuation and words, `None` for tokens whose text varies and for nodes.
    pub fn spelling(self) -> Option<&'static str> {
        SPELLING.iter().find(|(kind, _)| *kind == self).map(|(_, text)| *text)
    }

    /// All words of the language with their kinds, in the order of the grammar.
    pub fn keywords() -> impl Iterator<Item = (&'static str, SyntaxKind)> {
        SPELLING.iter().filter(|(kind, _)| kind.is_keyword()).map(|(kind, text)| (*text, *kind))
    }
}

/// What the lexer remembers of the strings so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quotes {
    /// A `"""` was never closed, so no later one is: looking again would take quadratic time.
    none_left: bool,
}

/// Reads on to the closing `*/`; without one, to the end of the line.
fn block_comment(lex: &mut logos::Lexer<'_, SyntaxKind>) {
    let rest = lex.remainder();
    let line = rest.find(['\n', '\r']).unwrap_or(rest.len());
    lex.bump(rest.find("*/").map_or(line, |at| at + 2));
}

/// Reads on to the closing `"""`; without one the string ends with its line.
fn multi_line(lex: &mut logos::Lexer<'_, SyntaxKind>) -> bool {
    if lex.extras.none_left {
        return false;
    }
    match closing_quotes(lex.remainder()) {
        Some(len) => {
            lex.bump(len);
            true
        }
        None => {
            lex.extras.none_left = true;
            false
        }
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
