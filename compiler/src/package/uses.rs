//! Where a `use` line belongs in a text.

use tm_grammar::SyntaxKind as K;
use tm_grammar::lexer::Token;

/// The place for one more `use` line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsePlace {
    /// The byte at which it is inserted.
    pub byte: usize,
    /// True right behind the last `use` line; false above the first declaration.
    pub behind: bool,
}

impl UsePlace {
    /// The place in a text with these tokens: behind the last `use` line, else above the first declaration.
    pub fn find(text: &str, tokens: &[Token]) -> Self {
        let mut last = None;
        let mut first = None;
        let mut line_begins = true;
        for (index, token) in tokens.iter().enumerate() {
            if token.kind == K::UseKw && line_begins {
                let end = tokens[index..].iter().find(|token| token.kind == K::Newline);
                last = Some(end.map_or(text.len(), |token| token.range.start));
            }
            if !matches!(token.kind, K::FileDoc | K::Newline | K::Space | K::Bom) {
                first = first.or(Some(token.range.start));
            }
            line_begins = token.kind == K::Newline || (line_begins && token.kind == K::Bom);
        }
        let above = UsePlace { byte: first.unwrap_or(text.len()), behind: false };
        last.map_or(above, |byte| UsePlace { byte, behind: true })
    }

    /// What is inserted there to bring a package.
    pub fn line(self, package: &str) -> String {
        if self.behind { format!("\nuse {package}") } else { format!("use {package}\n\n") }
    }
}
