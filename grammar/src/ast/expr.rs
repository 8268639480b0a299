//! Views of expressions.

use super::{AstNode, Name, TypeRef, child, children, token, views, words};
use crate::kind::SyntaxKind as K;
use crate::tree::{Node, Word};

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
        #[derive(Clone, Copy, Debug)]
        #[expect(missing_docs, reason = "a variant is named after its view")]
        pub enum Expr<'t> { $($name($view<'t>),)* }

        impl<'t> AstNode<'t> for Expr<'t> {
            fn cast(node: Node<'t>) -> Option<Self> {
                match node.kind() {
                    $(K::$view => $view::cast(node).map(Self::$name),)*
                    _ => None,
                }
            }
            fn syntax(self) -> Node<'t> {
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

impl<'t> NameRef<'t> {
    /// The name.
    pub fn token(self) -> Option<Word<'t>> {
        token(self.0, K::Ident)
    }
}

impl<'t> Literal<'t> {
    /// The literal's token.
    pub fn token(self) -> Option<Word<'t>> {
        self.0.words().find(|word| !word.kind().is_trivia())
    }
}

impl<'t> Money<'t> {
    /// The number.
    pub fn amount(self) -> Option<Word<'t>> {
        self.0.words().find(|word| matches!(word.kind(), K::Int | K::Decimal))
    }
    /// The currency, as written.
    pub fn currency(self) -> Option<Word<'t>> {
        token(self.0, K::Ident)
    }
}

impl<'t> ParenExpr<'t> {
    /// What stands in the parentheses.
    pub fn inner(self) -> Option<Expr<'t>> {
        child(self.0)
    }
}

impl<'t> ListExpr<'t> {
    /// The members.
    pub fn items(self) -> impl Iterator<Item = Expr<'t>> {
        children(self.0)
    }
}

impl<'t> Comprehension<'t> {
    /// What each member becomes.
    pub fn item(self) -> Option<Expr<'t>> {
        child(self.0)
    }
    /// The variable.
    pub fn name(self) -> Option<Name<'t>> {
        child(self.0)
    }
    /// The list it runs over.
    pub fn source(self) -> Option<Expr<'t>> {
        children(self.0).nth(1)
    }
    /// The condition, if any.
    pub fn condition(self) -> Option<Expr<'t>> {
        children(self.0).nth(2)
    }
}

/// What may stand behind an atom.
#[derive(Clone, Copy, Debug)]
pub enum Suffix<'t> {
    /// `.name`
    Field(Field<'t>),
    /// `(…)`
    Call(Call<'t>),
}

impl<'t> PostfixExpr<'t> {
    /// What the suffixes apply to.
    pub fn base(self) -> Option<Expr<'t>> {
        child(self.0)
    }
    /// Fields and calls, in order.
    pub fn suffixes(self) -> impl Iterator<Item = Suffix<'t>> {
        self.0.children().filter_map(|node| match node.kind() {
            K::Field => Field::cast(node).map(Suffix::Field),
            K::Call => Call::cast(node).map(Suffix::Call),
            _ => None,
        })
    }
}

impl<'t> Field<'t> {
    /// The property's name.
    pub fn name(self) -> Option<Word<'t>> {
        words(self.0).next()
    }
}

impl<'t> Call<'t> {
    /// The arguments.
    pub fn args(self) -> impl Iterator<Item = Arg<'t>> {
        children(self.0)
    }
}

impl<'t> Arg<'t> {
    /// The name before `=`, if it is given by name.
    pub fn name(self) -> Option<Word<'t>> {
        words(self.0).next()
    }
    /// The value.
    pub fn value(self) -> Option<Expr<'t>> {
        child(self.0)
    }
}

impl<'t> UnaryExpr<'t> {
    /// The operand.
    pub fn operand(self) -> Option<Expr<'t>> {
        child(self.0)
    }
}

impl<'t> BinaryExpr<'t> {
    /// The operands, two or more.
    pub fn operands(self) -> impl Iterator<Item = Expr<'t>> {
        children(self.0)
    }
    /// The operators between them.
    pub fn operators(self) -> impl Iterator<Item = Word<'t>> {
        self.0.words().filter(|word| !word.kind().is_trivia())
    }
}

impl<'t> NotExpr<'t> {
    /// The operand.
    pub fn operand(self) -> Option<Expr<'t>> {
        child(self.0)
    }
}

impl<'t> IfExpr<'t> {
    /// Condition, then-value and else-value.
    pub fn parts(self) -> [Option<Expr<'t>>; 3] {
        let mut parts = children(self.0);
        [parts.next(), parts.next(), parts.next()]
    }
}

impl<'t> IsExpr<'t> {
    /// What is tested.
    pub fn operand(self) -> Option<Expr<'t>> {
        child(self.0)
    }
    /// The type.
    pub fn ty(self) -> Option<TypeRef<'t>> {
        child(self.0)
    }
    /// True for `is not`.
    pub fn negated(self) -> bool {
        token(self.0, K::NotKw).is_some()
    }
}

impl<'t> QuantifierExpr<'t> {
    /// `exists`, `all` or `none`.
    pub fn quantifier(self) -> Option<Word<'t>> {
        self.0.words().find(|word| matches!(word.kind(), K::ExistsKw | K::AllKw | K::NoneKw))
    }
    /// The variable.
    pub fn name(self) -> Option<Name<'t>> {
        child(self.0)
    }
    /// The type, in `exists x: T where …`.
    pub fn ty(self) -> Option<TypeRef<'t>> {
        child(self.0)
    }
    /// The list, in `exists x in xs where …`.
    pub fn list(self) -> Option<Expr<'t>> {
        if self.ty().is_some() { None } else { child(self.0) }
    }
    /// The condition.
    pub fn condition(self) -> Option<Expr<'t>> {
        children(self.0).last()
    }
}

impl<'t> ReachesExpr<'t> {
    /// Where the path starts.
    pub fn from(self) -> Option<Expr<'t>> {
        child(self.0)
    }
    /// Where it ends.
    pub fn to(self) -> Option<Expr<'t>> {
        children(self.0).nth(1)
    }
    /// The data it carries, if asked for.
    pub fn carrying(self) -> Option<Expr<'t>> {
        children(self.0).nth(2)
    }
    /// The condition on each flow.
    pub fn along(self) -> Option<Along<'t>> {
        child(self.0)
    }
    /// The condition on each node between the ends.
    pub fn through(self) -> Option<Through<'t>> {
        child(self.0)
    }
}

macro_rules! clauses {
    ($($name:ident),*) => {$(
        impl<'t> $name<'t> {
            /// The variable.
            pub fn name(self) -> Option<Name<'t>> {
                child(self.0)
            }
            /// The condition.
            pub fn condition(self) -> Option<Expr<'t>> {
                child(self.0)
            }
        }
    )*};
}
clauses!(Along, Through);
