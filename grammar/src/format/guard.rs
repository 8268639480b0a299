//! Whether two texts say the same: equal tokens and comments in an equal tree.

use super::items::shown;
use crate::Parse;
use crate::cursor::SyntaxNode;
use crate::kind::SyntaxKind as K;
use rowan::{NodeOrToken, WalkEvent};

/// True if both have the same tree, white space left out.
pub(super) fn same(before: &Parse<'_>, after: &Parse<'_>) -> bool {
    let (mut left, mut right) = (steps(&before.root()), steps(&after.root()));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some(left), Some(right)) if left == right => {}
            _ => return false,
        }
    }
}

#[derive(PartialEq)]
enum Step {
    Enter(K),
    Leave,
    Token(K, String),
}

fn steps(root: &SyntaxNode) -> impl Iterator<Item = Step> + use<> {
    root.preorder_with_tokens().filter_map(|event| match event {
        WalkEvent::Enter(NodeOrToken::Node(node)) => Some(Step::Enter(node.kind())),
        WalkEvent::Leave(NodeOrToken::Node(_)) => Some(Step::Leave),
        WalkEvent::Enter(NodeOrToken::Token(token)) => {
            let kind = token.kind();
            let white = matches!(kind, K::Space | K::Newline | K::Bom);
            (!white).then(|| Step::Token(kind, shown(kind, token.text()).into_owned()))
        }
        WalkEvent::Leave(NodeOrToken::Token(_)) => None,
    })
}
