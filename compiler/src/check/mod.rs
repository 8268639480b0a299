//! Expressions: names resolved, types checked, ready to be evaluated.

mod binders;
mod calls;
mod compare;
mod fields;
mod names;
mod walk;

use crate::builtins::Nav;
use crate::codes;
use crate::decl::{Expr, ExprKind, Ident, Kind, Literal, Name, Op, Path, Quantifier, TypeRef};
use crate::diagnostic::Diagnostic;
use crate::ids::{FnId, PropId, TypeId};
use crate::library::{Def, Library};
use crate::package::PackageId;
use crate::references::Meaning;
use crate::roster::Roster;
use crate::source::Span;
use crate::value::{Type, Value};
use std::sync::Arc;

/// A checked expression.
#[derive(Clone, Debug)]
pub struct Ex {
    /// What it computes.
    pub kind: ExKind,
    /// Its type.
    pub ty: Type,
    /// Where it is written.
    pub span: Span,
}

/// Functions of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named after the word of the language")]
pub enum Builtin {
    Count,
    Max,
    Min,
    Known,
    Inherent,
    Residual,
    Target,
}

/// A list or all elements of a type.
#[derive(Clone, Debug)]
pub enum Domain {
    /// The members of a list.
    List(Box<Ex>),
    /// Every element of a type.
    Type(TypeId),
}

/// `along f where c`, `through e where c`: the variable's slot and the condition.
#[derive(Clone, Debug)]
pub struct PathClause {
    /// Slot of the variable.
    pub slot: usize,
    /// The condition.
    pub condition: Ex,
}

impl Ex {
    /// True where a mistake in it is reported already.
    pub fn is_broken(&self) -> bool {
        match &self.kind {
            ExKind::Error => true,
            ExKind::List(items) | ExKind::And(items) | ExKind::Or(items) => items.iter().any(Ex::is_broken),
            ExKind::Not(operand) | ExKind::Neg(operand) => operand.is_broken(),
            ExKind::Compare(_, left, right) => left.is_broken() || right.is_broken(),
            _ => self.ty == Type::Error,
        }
    }
}

/// What a checked expression computes.
#[expect(missing_docs, reason = "the fields are named in the form that each variant shows")]
#[derive(Clone, Debug)]
pub enum ExKind {
    /// A mistake that is reported already; evaluates to unknown.
    Error,
    /// A constant.
    Const(Value),
    /// A variable.
    Var(usize),
    /// A property of an element, or of each member of a list.
    Prop(Box<Ex>, PropId),
    /// Something derived from the model's structure.
    Nav(Box<Ex>, Nav),
    /// `[a, b]`.
    List(Vec<Ex>),
    /// `[e for x in xs where c]`.
    Comprehension { item: Box<Ex>, slot: usize, list: Box<Ex>, condition: Option<Box<Ex>> },
    /// `not a`.
    Not(Box<Ex>),
    /// `a and b`.
    And(Vec<Ex>),
    /// `a or b`.
    Or(Vec<Ex>),
    /// A comparison.
    Compare(Op, Box<Ex>, Box<Ex>),
    /// Sums and products.
    Arith(Box<Ex>, Vec<(Op, Ex)>),
    /// `-a`.
    Neg(Box<Ex>),
    /// `e is T`: true when the element has all the types.
    Is { operand: Box<Ex>, types: Vec<TypeId>, negated: bool },
    /// `if c then a else b`.
    If(Box<Ex>, Box<Ex>, Box<Ex>),
    /// `exists`, `all`, `none`.
    Quantified { quantifier: Quantifier, slot: usize, domain: Domain, condition: Box<Ex> },
    /// `a reaches b`.
    Reaches {
        from: Box<Ex>,
        to: Box<Ex>,
        carrying: Option<Box<Ex>>,
        along: Option<Box<PathClause>>,
        through: Option<Box<PathClause>>,
    },
    /// A function of the language.
    Builtin(Builtin, Box<Ex>),
    /// A function of a library, its arguments bound to slots from `base` on.
    Call { function: FnId, args: Vec<Ex> },
}

/// A variable in scope.
#[derive(Clone, Debug)]
struct Variable {
    name: Name,
    span: Span,
    ty: Type,
    used: bool,
    /// How many mistakes there were when it was bound.
    mistakes: usize,
}

/// Checks expressions of one declaration.
pub struct Checker<'a> {
    /// What is known.
    pub library: &'a Library,
    /// Who is there.
    pub roster: &'a Roster,
    /// Where the expression stands.
    pub package: PackageId,
    /// Mistakes so far.
    pub diagnostics: Vec<Diagnostic>,
    mistakes: usize,
    variables: Vec<Variable>,
    narrowed: Vec<(String, TypeId)>,
    /// The most slots that were in use at once.
    pub slots: usize,
    /// The scale of the model's own matrix, where it brings one.
    pub risk_scale: Option<crate::ids::EnumId>,
    /// True where `residual(e)` and its like mean something.
    pub in_test: bool,
}

impl<'a> Checker<'a> {
    /// A checker with no variables.
    pub fn new(library: &'a Library, roster: &'a Roster, package: PackageId) -> Self {
        Self {
            library,
            roster,
            package,
            diagnostics: Vec::new(),
            mistakes: 0,
            variables: Vec::new(),
            narrowed: Vec::new(),
            slots: 0,
            risk_scale: None,
            in_test: false,
        }
    }

    /// Binds a variable to the next slot.
    pub fn bind(&mut self, name: &Ident, ty: Type) -> usize {
        self.library.recorder.note(name.span, Meaning::Variable(ty.clone()), Some(name.span));
        self.bind_hidden(name, ty)
    }

    /// Binds a variable that is not written where its name seems to stand.
    pub fn bind_hidden(&mut self, name: &Ident, ty: Type) -> usize {
        self.variables.push(Variable {
            name: name.name.clone(),
            span: name.span,
            ty,
            used: false,
            mistakes: self.mistakes,
        });
        self.slots = self.slots.max(self.variables.len());
        self.variables.len() - 1
    }

    /// Ends the scope of the last variable; reports it where nothing reads it.
    pub fn unbind(&mut self) {
        if let Some(variable) = self.variables.pop()
            && !variable.used
            && variable.mistakes == self.mistakes
            && !variable.name.starts_with('_')
        {
            let message = format!("`{}` is bound but never read", variable.name);
            self.diagnostics.push(
                Diagnostic::new(codes::UNUSED_BINDING, variable.span, message)
                    .label("nothing reads this")
                    .help("use it in the condition, or leave it out"),
            );
        }
    }

    /// Counts a variable as read, where its mere presence has a meaning.
    pub fn mark_used(&mut self, slot: usize) {
        if let Some(variable) = self.variables.get_mut(slot) {
            variable.used = true;
        }
    }

    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.mistakes += 1;
        self.diagnostics.push(diagnostic);
    }

    /// An expression whose mistake is reported already.
    pub(crate) fn error(span: Span) -> Ex {
        Ex { kind: ExKind::Error, ty: Type::Error, span }
    }

    /// Checks an expression where any type will do.
    pub fn infer(&mut self, expr: &Expr) -> Ex {
        self.expr(expr, None)
    }

    /// Checks a condition.
    pub fn condition(&mut self, expr: &Expr) -> Ex {
        self.expect(expr, &Type::Bool)
    }

    /// Checks an expression that must be of a type; a single value serves as a list of one.
    pub fn expect(&mut self, expr: &Expr, wanted: &Type) -> Ex {
        if let (ExprKind::List(items), Type::List(member)) = (&expr.kind, wanted) {
            let items = items.iter().map(|item| self.expect(item, member)).collect();
            return Ex { kind: ExKind::List(items), ty: wanted.clone(), span: expr.span };
        }
        let ex = self.expr(expr, Some(wanted));
        if self.types_of(&ex).iter().any(|ty| fits(self.library, ty, wanted)) {
            return ex;
        }
        self.mismatch(&ex, wanted);
        Self::error(expr.span)
    }

    pub(super) fn mismatch(&mut self, ex: &Ex, wanted: &Type) {
        let (wants, got) = (wanted.show(self.library), self.shown(ex));
        let mut diagnostic = Diagnostic::new(
            codes::TYPE_MISMATCH,
            ex.span,
            format!("expected {}, found {}", quoted(&wants), quoted(&got)),
        )
        .label(format!("this is {}", of_type(&got)));
        let example = match (wanted, &ex.ty) {
            (Type::Duration, Type::Int) => Some("`30min`, `12h` or `90d`: a duration has a unit"),
            (Type::Percent, Type::Int) => Some("`60%`: a share has its sign"),
            (Type::Money, Type::Int | Type::Number) => Some("`9_000 EUR`: an amount has a currency"),
            (Type::Bool, Type::Text | Type::Int) => Some("`true` or `false`"),
            _ => None,
        };
        if let Some(example) = example {
            diagnostic = diagnostic.help(format!("write {example}"));
        }
        if let (Type::Enum(id), ExKind::Const(Value::Text(text))) = (wanted, &ex.kind)
            && self.library.enums[*id].values.iter().any(|value| value.name == *text)
        {
            let title = format!("change to `{text}`");
            self.report(diagnostic.help(format!("write `{text}`, without quotes")).edit(title, ex.span, &**text));
            return;
        }
        let member = if let Type::List(member) = wanted { member } else { wanted };
        if let (Type::Element(_), ExKind::Const(Value::Text(text))) = (member, &ex.kind)
            && self.library.scopes.lookup_name(self.package, text).is_ok()
        {
            diagnostic = diagnostic.help(format!("write `{text}`, without quotes"));
        }
        if let Type::Enum(id) = wanted {
            let values = self.library.enums[*id].values.iter().map(|value| &value.name);
            diagnostic = diagnostic.note(format!("`{wants}` has: {}", crate::diagnostic::list_names(values, 12)));
        }
        self.report(diagnostic);
    }

    /// What an expression is, in words: of the name of a type also what it is a type of.
    fn shown(&self, ex: &Ex) -> String {
        match ex.kind {
            ExKind::Const(Value::Type(id)) => {
                format!("a type of {}", self.library.types[id].kind.map_or("element", Kind::word))
            }
            _ => ex.ty.show(self.library),
        }
    }

    pub(crate) fn expr(&mut self, expr: &Expr, wanted: Option<&Type>) -> Ex {
        let span = expr.span;
        let make = |kind, ty| Ex { kind, ty, span };
        match &expr.kind {
            ExprKind::Error => {
                self.mistakes += 1; // reported by the parser
                Self::error(span)
            }
            ExprKind::Name(name) => self.name(name, span, wanted),
            ExprKind::Literal(literal) => {
                let (value, ty) = literal_value(literal);
                make(ExKind::Const(value), ty)
            }
            ExprKind::List(items) => self.list(items, span, wanted),
            ExprKind::Comprehension { item, name, list, condition } => {
                self.comprehension(item, name, list, condition.as_deref(), span)
            }
            ExprKind::Field(base, field) => self.field(expr, base, field, span),
            ExprKind::Call(callee, args) => self.call(callee, args, span, wanted),
            ExprKind::Neg(operand) => {
                let operand = self.infer(operand);
                self.numeric(&operand);
                let ty = operand.ty.clone();
                make(ExKind::Neg(Box::new(operand)), ty)
            }
            ExprKind::Not(operand) => make(ExKind::Not(Box::new(self.condition(operand))), Type::Bool),
            ExprKind::And(parts) => self.and(parts, span),
            ExprKind::Or(parts) => self.or(parts, span),
            ExprKind::Compare(op, left, right) => self.compare(*op, left, right, span),
            ExprKind::Arith(first, rest) => self.arith(first, rest, span),
            ExprKind::Is { operand, ty, negated } => self.is(operand, ty, *negated, span),
            ExprKind::If(condition, then, otherwise) => self.if_expr(condition, then, otherwise, span, wanted),
            ExprKind::Quantified { quantifier, name, over, condition } => {
                self.quantified(*quantifier, name, over, condition, span)
            }
            ExprKind::Reaches { from, to, carrying, along, through } => {
                self.reaches(from, to, carrying.as_deref(), [along.as_deref(), through.as_deref()], span)
            }
        }
    }

    fn list(&mut self, items: &[Expr], span: Span, wanted: Option<&Type>) -> Ex {
        let member = match wanted {
            Some(Type::List(member)) => Some((**member).clone()),
            _ => None,
        };
        let mut checked: Vec<Ex> = Vec::with_capacity(items.len());
        let mut ty = member.unwrap_or(Type::Any);
        for item in items {
            let item = if ty == Type::Any { self.infer(item) } else { self.expect(item, &ty) };
            if ty == Type::Any {
                ty = item.ty.clone();
            }
            if let Some(first) = checked.first() {
                self.one_currency(first, &item);
            }
            checked.push(item);
        }
        Ex { kind: ExKind::List(checked), ty: ty.list(), span }
    }

    /// The type of a list's members; anything else is reported, single elements count as lists of one.
    pub(super) fn member_type(&mut self, list: &Ex) -> Type {
        match &list.ty {
            Type::List(member) => (**member).clone(),
            Type::Error | Type::Any => Type::Error,
            other => {
                let got = other.show(self.library);
                self.report(
                    Diagnostic::new(
                        codes::TYPE_MISMATCH,
                        list.span,
                        format!("expected a list, found {}", quoted(&got)),
                    )
                    .label("not a list"),
                );
                Type::Error
            }
        }
    }

    fn and(&mut self, parts: &[Expr], span: Span) -> Ex {
        let depth = self.narrowed.len();
        let mut checked = Vec::with_capacity(parts.len());
        for part in parts {
            let part = self.condition(part);
            self.narrow_by(&part, false);
            checked.push(part);
        }
        self.narrowed.truncate(depth);
        Ex { kind: ExKind::And(checked), ty: Type::Bool, span }
    }

    fn or(&mut self, parts: &[Expr], span: Span) -> Ex {
        let depth = self.narrowed.len();
        let mut checked = Vec::with_capacity(parts.len());
        for part in parts {
            let part = self.condition(part);
            self.narrow_by(&part, true);
            checked.push(part);
        }
        self.narrowed.truncate(depth);
        Ex { kind: ExKind::Or(checked), ty: Type::Bool, span }
    }

    /// After `e is T`, `e` has the properties of `T` for the rest of the conjunction
    /// (after `e is not T`, for the rest of the disjunction).
    pub fn narrow_by(&mut self, condition: &Ex, when_false: bool) {
        match &condition.kind {
            ExKind::Is { operand, types, negated } if *negated == when_false => {
                if let (Some(key), Some(ty)) = (key_of(operand), types.first()) {
                    self.narrowed.push((key, *ty));
                }
            }
            ExKind::Not(inner) => self.narrow_by(inner, !when_false),
            ExKind::And(parts) if !when_false => parts.iter().for_each(|part| self.narrow_by(part, false)),
            ExKind::Or(parts) if when_false => parts.iter().for_each(|part| self.narrow_by(part, true)),
            _ => {}
        }
    }

    /// The type of an expression after the tests around it.
    pub(crate) fn narrowed_type(&self, ex: &Ex) -> Type {
        self.types_of(ex).swap_remove(0)
    }

    /// All types that an expression is known to have, the last tested first: one test does not undo another.
    pub(crate) fn types_of(&self, ex: &Ex) -> Vec<Type> {
        if self.narrowed.is_empty() {
            return vec![ex.ty.clone()];
        }
        let key = key_of(ex);
        let tested = self.narrowed.iter().rev().filter(|(known, _)| Some(known) == key.as_ref());
        tested.map(|(_, ty)| Type::Element(*ty)).chain([ex.ty.clone()]).collect()
    }

    fn is(&mut self, operand: &Expr, ty: &TypeRef, negated: bool, span: Span) -> Ex {
        let operand = self.infer(operand);
        let types = self.types(ty);
        match self.narrowed_type(&operand) {
            Type::Element(have) => self.refuse_impossible(have, &types, ty),
            Type::TypeName | Type::Error | Type::Any => {}
            other => {
                let got = other.show(self.library);
                self.report(
                    Diagnostic::new(
                        codes::TYPE_MISMATCH,
                        operand.span,
                        format!("`is` tests an element, found {}", quoted(&got)),
                    )
                    .label("not an element"),
                );
            }
        }
        Ex { kind: ExKind::Is { operand: Box::new(operand), types, negated }, ty: Type::Bool, span }
    }

    fn refuse_impossible(&mut self, have: TypeId, types: &[TypeId], written: &TypeRef) {
        for ty in types {
            let (have_info, want_info) = (&self.library.types[have], &self.library.types[*ty]);
            if !kinds_meet(have_info.kind, want_info.kind) {
                let message = format!("this can never be a `{}`", want_info.name);
                let label = format!("it is a {}", have_info.name);
                self.report(Diagnostic::new(codes::NEVER_TRUE, written.span, message).label(label));
            }
        }
    }

    fn if_expr(&mut self, condition: &Expr, then: &Expr, otherwise: &Expr, span: Span, wanted: Option<&Type>) -> Ex {
        let condition = self.condition(condition);
        let depth = self.narrowed.len();
        self.narrow_by(&condition, false);
        let then = self.expr(then, wanted);
        self.narrowed.truncate(depth);
        self.narrow_by(&condition, true);
        let otherwise = self.expr(otherwise, Some(wanted.unwrap_or(&then.ty)));
        self.narrowed.truncate(depth);
        if !fits(self.library, &otherwise.ty, &then.ty) && !fits(self.library, &then.ty, &otherwise.ty) {
            let (a, b) = (then.ty.show(self.library), otherwise.ty.show(self.library));
            self.report(
                Diagnostic::new(codes::TYPE_MISMATCH, span, "both branches of an `if` need the same type")
                    .label("the branches differ")
                    .also(then.span, format!("this is {}", of_type(&a)))
                    .also(otherwise.span, format!("this is {}", of_type(&b))),
            );
            return Self::error(span);
        }
        self.one_currency(&then, &otherwise);
        let ty = wider(self.library, &then.ty, &otherwise.ty).clone();
        Ex { kind: ExKind::If(Box::new(condition), Box::new(then), Box::new(otherwise)), ty, span }
    }

    /// The types that a reference names; unknown ones are reported and left out.
    pub fn types(&mut self, ty: &TypeRef) -> Vec<TypeId> {
        ty.paths.iter().filter_map(|path| self.type_path(path)).collect()
    }

    /// The one type that a reference names.
    pub fn one_type(&mut self, ty: &TypeRef) -> Option<TypeId> {
        if ty.paths.len() > 1 {
            self.report(Diagnostic::new(codes::WRONG_SORT, ty.span, "one type is needed here, not several"));
        }
        self.type_path(ty.paths.first()?)
    }

    /// The type that a path names.
    pub fn type_path(&mut self, path: &Path) -> Option<TypeId> {
        let kind = match path.segments.as_slice() {
            [word] => crate::decl::Kind::ALL.into_iter().find(|kind| kind.word() == &*word.name),
            _ => None,
        };
        if let Some(kind) = kind {
            self.library.recorder.note(path.span, Meaning::Kind(kind), None);
            return Some(crate::library::roots::of(kind));
        }
        if path.segments.len() == 1 && &*path.segments[0].name == "node" {
            return Some(crate::library::roots::NODE);
        }
        match self.lookup(path, "type")? {
            Def::Type(id) => Some(id),
            Def::Broken => None,
            other => {
                self.wrong_sort(path, other, "a type");
                None
            }
        }
    }
}

/// True where a value of one type can stand where another is wanted.
pub fn fits(library: &Library, have: &Type, want: &Type) -> bool {
    match (have, want) {
        (Type::Error | Type::Any, _) | (_, Type::Error | Type::Any) => true,
        (Type::Element(have), Type::Element(want)) => library.is_subtype(*have, *want),
        (Type::List(have), Type::List(want)) => fits(library, have, want),
        (have, Type::List(want)) => fits(library, have, want),
        (Type::Int, Type::Number | Type::Percent) | (Type::Number, Type::Percent) | (Type::Percent, Type::Number) => {
            true
        }
        (have, want) => have == want,
    }
}

/// Of two types, one of which fits the other, what both are. An empty list says nothing about its members.
fn wider<'t>(library: &Library, one: &'t Type, other: &'t Type) -> &'t Type {
    let vague = matches!(one, Type::Any | Type::Error) || matches!(one, Type::List(member) if **member == Type::Any);
    if vague || !fits(library, other, one) { other } else { one }
}

/// True where something of one kind can be of the other; `None` is what nodes have in common.
fn kinds_meet(a: Option<crate::decl::Kind>, b: Option<crate::decl::Kind>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b,
        (Some(kind), None) | (None, Some(kind)) => kind.is_node(),
        (None, None) => true,
    }
}

/// A key for paths over variables, so that a test narrows every later use of the same path.
fn key_of(ex: &Ex) -> Option<String> {
    match &ex.kind {
        ExKind::Var(slot) => Some(format!("${slot}")),
        ExKind::Prop(base, prop) => Some(format!("{}.p{}", key_of(base)?, prop.0)),
        ExKind::Nav(base, nav) => Some(format!("{}.{nav:?}", key_of(base)?)),
        ExKind::Const(Value::Element(id)) => Some(format!("#{}", id.0)),
        _ => None,
    }
}

fn literal_value(literal: &Literal) -> (Value, Type) {
    match literal {
        Literal::Bool(value) => (Value::Bool(*value), Type::Bool),
        Literal::Unknown => (Value::Unknown, Type::Any),
        Literal::Int(value) => (Value::Int(*value), Type::Int),
        Literal::Number(value) => (Value::Number(*value), Type::Number),
        Literal::Percent(value) => (Value::Percent(*value), Type::Percent),
        Literal::Text(text) => (Value::Text(Arc::clone(text)), Type::Text),
        Literal::Date(date) => (Value::Date(*date), Type::Date),
        Literal::Duration(seconds) => (Value::Duration(*seconds), Type::Duration),
        Literal::Money(amount, currency) => (Value::Money(*amount, *currency), Type::Money),
    }
}

/// A type's name in back-ticks, unless it is a phrase.
pub(crate) fn quoted(name: &str) -> String {
    if name.contains(' ') { name.to_owned() } else { format!("`{name}`") }
}

fn of_type(name: &str) -> String {
    if name.contains(' ') || name == "anything" { name.to_owned() } else { format!("of type `{name}`") }
}
