//! Where a `use` line belongs in a text, and a name in one that is there.

use tm_grammar::SyntaxKind as K;
use tm_grammar::lexer::Token;

/// The `use` lines of a text, as far as one more name is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseLines {
    /// The byte at which one more line is inserted.
    byte: usize,
    /// True right behind the last `use` line; false above the first declaration.
    behind: bool,
    /// The packages of which lines choose names.
    chosen: Vec<Chosen>,
}

/// A line that uses some names of a package.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Chosen {
    package: String,
    /// The byte behind the last of them, or behind the brace.
    byte: usize,
    /// True where there are names.
    others: bool,
}

/// What brings a name into a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bringing {
    /// Where something is inserted.
    pub byte: usize,
    /// What.
    pub text: String,
    /// What to do, in a few words.
    pub title: String,
}

impl UseLines {
    /// The lines in a text with these tokens. One more comes behind the last of them, else above the first declaration.
    pub fn read(text: &str, tokens: &[Token]) -> Self {
        let (mut last, mut first, mut chosen) = (None, None, Vec::new());
        let mut line_begins = true;
        for (index, token) in tokens.iter().enumerate() {
            if token.kind == K::UseKw && line_begins {
                let end = tokens[index..].iter().find(|token| token.kind == K::Newline);
                last = Some(end.map_or(text.len(), |token| token.range.start));
                chosen.extend(names(text, &tokens[index + 1..]));
            }
            if !matches!(token.kind, K::FileDoc | K::Newline | K::Space | K::Bom) {
                first = first.or(Some(token.range.start));
            }
            line_begins = token.kind == K::Newline || (line_begins && token.kind == K::Bom);
        }
        let byte = last.or(first).unwrap_or(text.len());
        Self { byte, behind: last.is_some(), chosen }
    }

    /// What brings a name of a package: it goes to those that a line chooses, or a line brings all of the package.
    pub fn bring(&self, package: &str, name: &str) -> Bringing {
        if let Some(Chosen { byte, others, .. }) = self.chosen.iter().find(|line| line.package == package) {
            let before = if *others { ", " } else { " " };
            let title = format!("add `{name}` to `use {package}`");
            return Bringing { byte: *byte, text: format!("{before}{name}"), title };
        }
        let text = if self.behind { format!("\nuse {package}") } else { format!("use {package}\n\n") };
        Bringing { byte: self.byte, text, title: format!("add `use {package}`") }
    }
}

/// The names in braces that follow the word `use`.
fn names(text: &str, tokens: &[Token]) -> Option<Chosen> {
    let mut words = tokens.iter().filter(|token| !token.kind.is_trivia()).peekable();
    let mut package = String::new();
    while let Some(word) = words.next_if(|token| matches!(token.kind, K::Ident | K::Dot)) {
        package.push_str(text.get(word.range.clone())?);
    }
    let open = words.next_if(|token| token.kind == K::LBrace)?;
    let inside = words.take_while(|token| matches!(token.kind, K::Ident | K::Comma));
    let last = inside.filter(|token| token.kind == K::Ident).last();
    Some(Chosen { package, byte: last.unwrap_or(open).range.end, others: last.is_some() })
}
