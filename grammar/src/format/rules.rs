//! What stands between two neighbouring tokens: decided by both of them and by the node that holds both.

use crate::kind::SyntaxKind as K;

/// What stands in a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Nothing.
    None,
    /// One blank.
    Space,
    /// A line end, and an empty line if `blank`.
    Line { blank: bool },
    /// A line end if the group is broken, else a blank (`space`) or nothing.
    Soft { group: usize, space: bool, blank: bool },
    /// One blank and, if the group is broken, so many more: columns of a table.
    Pad { group: Option<usize>, extra: usize },
    /// What the author wrote.
    Verbatim,
}

/// A gap, seen from its two sides.
pub(super) struct Place {
    /// Innermost node that holds both sides, and its group.
    pub(super) holder: K,
    pub(super) group: Option<usize>,
    pub(super) previous: K,
    pub(super) previous_direct: bool,
    pub(super) next: K,
    pub(super) next_direct: bool,
    pub(super) next_parent: K,
    /// Line ends that the author wrote.
    pub(super) newlines: usize,
}

/// The form of a gap outside mistakes.
pub(super) fn form(place: &Place) -> Form {
    if is_comment(place.previous) {
        return place.line();
    }
    if is_comment(place.next) {
        return match place.newlines {
            0 => Form::Space,
            _ => place.line(),
        };
    }
    match place.holder {
        K::File | K::Block => between_statements(place),
        _ => within_statement(place),
    }
}

fn between_statements(place: &Place) -> Form {
    match (place.opens(), place.closes()) {
        (true, true) => return Form::None,
        (true, false) if place.newlines > 0 => return Form::Line { blank: false },
        (true, false) | (false, true) => return place.soft(true, false),
        (false, false) => {}
    }
    if place.next == K::Comma {
        return Form::None;
    }
    if place.previous == K::Comma && place.previous_direct {
        return place.soft(true, place.newlines > 1);
    }
    match place.newlines {
        0 => Form::Verbatim,
        _ => place.line(),
    }
}

fn within_statement(place: &Place) -> Form {
    if place.opens() && place.closes() || glued(place) {
        return Form::None;
    }
    if place.opens() || place.closes() {
        return match is_bracket(place.holder) {
            true => place.soft(false, false),
            false => Form::None,
        };
    }
    if place.previous == K::Comma && place.previous_direct && is_bracket(place.holder) {
        return place.soft(true, place.newlines > 1);
    }
    if place.next_direct && breaks_before(place.holder, place.next) {
        return place.soft(true, false);
    }
    Form::Space
}

fn glued(place: &Place) -> bool {
    matches!(place.next, K::Comma | K::Dot | K::Colon)
        || place.previous == K::Dot
        || (place.previous == K::Minus && place.previous_direct && place.holder == K::UnaryExpr)
        || (place.next == K::LParen && matches!(place.next_parent, K::Call | K::ParamList))
}

/// True where a node may be broken before one of its own tokens. The language lets a line go on there.
fn breaks_before(holder: K, next: K) -> bool {
    match holder {
        K::BinaryExpr => matches!(next, K::AndKw | K::OrKw),
        K::IfExpr => matches!(next, K::ThenKw | K::ElseKw),
        K::QuantifierExpr | K::Along | K::Through => next == K::WhereKw,
        K::Comprehension => matches!(next, K::ForKw | K::WhereKw),
        K::ReachesExpr => next == K::ReachesKw,
        K::FlowDecl => matches!(next, K::Arrow | K::OverKw),
        _ => false,
    }
}

/// Nodes whose own words begin new lines when they are too wide.
pub(super) fn is_chain(kind: K) -> bool {
    matches!(kind, K::BinaryExpr | K::IfExpr | K::QuantifierExpr | K::Along | K::Through | K::ReachesExpr | K::FlowDecl)
}

/// Nodes in brackets that are broken after the opening and before the closing one.
pub(super) fn is_bracket(kind: K) -> bool {
    matches!(kind, K::Block | K::ListExpr | K::Comprehension | K::Call | K::ParamList)
}

/// Nodes that hold `(` and `)` or `[` and `]` of their own.
pub(super) fn has_round_or_square(kind: K) -> bool {
    kind != K::Block && (is_bracket(kind) || matches!(kind, K::ParenExpr | K::ListType | K::Error))
}

/// True for comments of every kind.
pub(super) fn is_comment(kind: K) -> bool {
    matches!(kind, K::Comment | K::DocComment | K::FileDoc)
}

impl Place {
    fn opens(&self) -> bool {
        self.previous_direct && matches!(self.previous, K::LBrace | K::LParen | K::LBracket)
    }

    fn closes(&self) -> bool {
        self.next_direct && matches!(self.next, K::RBrace | K::RParen | K::RBracket)
    }

    fn line(&self) -> Form {
        Form::Line { blank: self.newlines > 1 && !self.opens() && !self.closes() }
    }

    fn soft(&self, space: bool, blank: bool) -> Form {
        match self.group {
            Some(group) => Form::Soft { group, space, blank },
            // Outside all blocks nothing is ever joined.
            None if self.newlines > 0 => self.line(),
            None => Form::Space,
        }
    }
}
