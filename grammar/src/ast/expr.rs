//! Views of expressions.

use super::{AstNode, Name, TypeRef, child, children, token, tokens, views, words};
use crate::kind::SyntaxKind as K;
use crate::tree::{SyntaxNode, SyntaxToken};

views! {
    /// A single name.
    NameRef = NameRef;
    /// A number, text, date, duration, `true`, `false` or `unknown`.
    Literal = Literal;
    /// An amount with its currency.
    Money = Money;
    /// An expression in parentheses.
    ParenExpr = ParenExpr;
    /// `[a, b]`.
    ListExpr = ListExpr;
    /// `[e for x in xs where c]`.
    Comprehension = Comprehension;
    /// An atom with fields and calls behind it.
    PostfixExpr = PostfixExpr;
    /// `.name`.
    Field = Field;
    /// `(a, name = b)`.
    Call = Call;
    /// One argument of a call.
    Arg = Arg;
    /// `-x`.
    UnaryExpr = UnaryExpr;
    /// Operands joined by operators of one precedence.
    BinaryExpr = BinaryExpr;
    /// `not x`.
    NotExpr = NotExpr;
    /// `if c then a else b`.
    IfExpr = IfExpr;
    /// `x is T`, `x is not T`.
    IsExpr = IsExpr;
    /// `exists`, `all` or `none`.
    QuantifierExpr = QuantifierExpr;
    /// `a reaches b …`.
    ReachesExpr = ReachesExpr;
    /// `along f where c`.
    Along = Along;
    /// `through e where c`.
    Through = Through;
}

macro_rules! expressions {
    ($($name:ident($view:ident),)*) => {
        /// Any expression.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[expect(missing_docs, reason = "a variant is named after its view")]
        pub enum Expr { $($name($view),)* }

        impl AstNode for Expr {
            fn shows(kind: K) -> bool {
                matches!(kind, $(K::$view)|*)
            }
            fn cast(node: SyntaxNode) -> Option<Self> {
                match node.kind() {
                    $(K::$view => $view::cast(node).map(Self::$name),)*
                    _ => None,
                }
            }
            fn syntax(&self) -> &SyntaxNode {
                match self { $(Self::$name(view) => view.syntax(),)* }
            }
        }
    };
}
expressions! {
    NameRef(NameRef),
    Literal(Literal),
    Money(Money),
    Paren(ParenExpr),
    List(ListExpr),
    Comprehension(Comprehension),
    Postfix(PostfixExpr),
    Unary(UnaryExpr),
    Binary(BinaryExpr),
    Not(NotExpr),
    If(IfExpr),
    Is(IsExpr),
    Quantifier(QuantifierExpr),
    Reaches(ReachesExpr),
}

impl NameRef {
    /// The name.
    pub fn token(&self) -> Option<SyntaxToken> {
        token(&self.0, K::Ident)
    }
}

impl Literal {
    /// The literal's token.
    pub fn token(&self) -> Option<SyntaxToken> {
        tokens(&self.0, |kind| !kind.is_trivia()).next()
    }
}

impl Money {
    /// The number.
    pub fn amount(&self) -> Option<SyntaxToken> {
        tokens(&self.0, |kind| matches!(kind, K::Int | K::Decimal)).next()
    }
    /// The currency, as written.
    pub fn currency(&self) -> Option<SyntaxToken> {
        token(&self.0, K::Ident)
    }
}

impl ParenExpr {
    /// What stands in the parentheses.
    pub fn inner(&self) -> Option<Expr> {
        child(&self.0)
    }
}

impl ListExpr {
    /// The members.
    pub fn items(&self) -> impl Iterator<Item = Expr> + use<> {
        children(&self.0)
    }
}

impl Comprehension {
    /// What each member becomes.
    pub fn item(&self) -> Option<Expr> {
        child(&self.0)
    }
    /// The variable.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }
    /// The list it runs over.
    pub fn source(&self) -> Option<Expr> {
        children(&self.0).nth(1)
    }
    /// The condition, if any.
    pub fn condition(&self) -> Option<Expr> {
        children(&self.0).nth(2)
    }
}

/// What may stand behind an atom.
#[derive(Clone, Debug)]
pub enum Suffix {
    /// `.name`
    Field(Field),
    /// `(…)`
    Call(Call),
}

impl PostfixExpr {
    /// What the suffixes apply to.
    pub fn base(&self) -> Option<Expr> {
        child(&self.0)
    }
    /// Fields and calls, in order.
    pub fn suffixes(&self) -> impl Iterator<Item = Suffix> + use<> {
        self.0.children().filter_map(|node| match node.kind() {
            K::Field => Field::cast(node).map(Suffix::Field),
            K::Call => Call::cast(node).map(Suffix::Call),
            _ => None,
        })
    }
}

impl Field {
    /// The property's name.
    pub fn name(&self) -> Option<SyntaxToken> {
        words(&self.0).next()
    }
}

impl Call {
    /// The arguments.
    pub fn args(&self) -> impl Iterator<Item = Arg> + use<> {
        children(&self.0)
    }
}

impl Arg {
    /// The name before `=`, if it is given by name.
    pub fn name(&self) -> Option<SyntaxToken> {
        words(&self.0).next()
    }
    /// The value.
    pub fn value(&self) -> Option<Expr> {
        child(&self.0)
    }
}

impl UnaryExpr {
    /// The operand.
    pub fn operand(&self) -> Option<Expr> {
        child(&self.0)
    }
}

impl BinaryExpr {
    /// The operands, two or more.
    pub fn operands(&self) -> impl Iterator<Item = Expr> + use<> {
        children(&self.0)
    }
    /// The operators between them.
    pub fn operators(&self) -> impl Iterator<Item = SyntaxToken> + use<> {
        tokens(&self.0, |kind| !kind.is_trivia())
    }
}

impl NotExpr {
    /// The operand.
    pub fn operand(&self) -> Option<Expr> {
        child(&self.0)
    }
}

impl IfExpr {
    /// Condition, then-value and else-value.
    pub fn parts(&self) -> [Option<Expr>; 3] {
        let mut parts = children(&self.0);
        [parts.next(), parts.next(), parts.next()]
    }
}

impl IsExpr {
    /// What is tested.
    pub fn operand(&self) -> Option<Expr> {
        child(&self.0)
    }
    /// The type.
    pub fn ty(&self) -> Option<TypeRef> {
        child(&self.0)
    }
    /// True for `is not`.
    pub fn negated(&self) -> bool {
        token(&self.0, K::NotKw).is_some()
    }
}

impl QuantifierExpr {
    /// `exists`, `all` or `none`.
    pub fn quantifier(&self) -> Option<SyntaxToken> {
        tokens(&self.0, |kind| matches!(kind, K::ExistsKw | K::AllKw | K::NoneKw)).next()
    }
    /// The variable.
    pub fn name(&self) -> Option<Name> {
        child(&self.0)
    }
    /// The type, in `exists x: T where …`.
    pub fn ty(&self) -> Option<TypeRef> {
        child(&self.0)
    }
    /// The list, in `exists x in xs where …`.
    pub fn list(&self) -> Option<Expr> {
        if self.ty().is_some() { None } else { child(&self.0) }
    }
    /// The condition.
    pub fn condition(&self) -> Option<Expr> {
        children(&self.0).last()
    }
}

impl ReachesExpr {
    /// Where the path starts.
    pub fn from(&self) -> Option<Expr> {
        child(&self.0)
    }
    /// Where it ends.
    pub fn to(&self) -> Option<Expr> {
        children(&self.0).nth(1)
    }
    /// The data it carries, if asked for.
    pub fn carrying(&self) -> Option<Expr> {
        children(&self.0).nth(2)
    }
    /// The condition on each flow.
    pub fn along(&self) -> Option<Along> {
        child(&self.0)
    }
    /// The condition on each node between the ends.
    pub fn through(&self) -> Option<Through> {
        child(&self.0)
    }
}

macro_rules! clauses {
    ($($name:ident),*) => {$(
        impl $name {
            /// The variable.
            pub fn name(&self) -> Option<Name> {
                child(&self.0)
            }
            /// The condition.
            pub fn condition(&self) -> Option<Expr> {
                child(&self.0)
            }
        }
    )*};
}
clauses!(Along, Through);
