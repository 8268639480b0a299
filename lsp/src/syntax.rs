//! Where a cursor stands, read from the tokens alone: half-typed code has no tree worth asking.

use std::ops::Range;
use tm_grammar::SyntaxKind as K;
use tm_grammar::lexer::Token;

/// A token without the blanks and comments around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// Its kind.
    pub kind: K,
    /// Its text.
    pub text: &'a str,
    /// Its first byte.
    pub start: usize,
}

/// A block that is open at the cursor: the words before its brace.
#[derive(Clone, Debug)]
pub struct Block<'a> {
    /// The words from the beginning of the statement to the brace.
    pub header: Vec<Word<'a>>,
    /// Byte of the brace.
    pub open: usize,
}

impl<'a> Block<'a> {
    /// The word that says what is declared; modifiers before it do not count.
    pub fn word(&self) -> Option<K> {
        let mut kinds = self.header.iter().map(|word| word.kind);
        kinds.find(|kind| kind.is_keyword() && !matches!(kind, K::ExternalKw))
    }

    /// The name that is declared.
    pub fn name(&self) -> Option<&'a str> {
        let names = self.header.iter().skip_while(|word| !word.kind.is_keyword());
        names.skip_while(|word| word.kind.is_keyword()).find(|word| word.kind == K::Ident).map(|word| word.text)
    }
}

/// What surrounds a cursor.
#[derive(Clone, Debug)]
pub struct Cursor<'a> {
    /// The text.
    pub text: &'a str,
    /// The word that is being typed.
    pub typed: Range<usize>,
    /// The words of the statement before that word.
    pub before: Vec<Word<'a>>,
    /// Open blocks, from the outside in.
    pub blocks: Vec<Block<'a>>,
    /// The string that the cursor is in.
    pub string: Option<Range<usize>>,
    /// True in a comment or in documentation.
    pub comment: bool,
}

/// Finds what surrounds a byte.
pub fn cursor<'a>(text: &'a str, tokens: &[Token], byte: usize) -> Cursor<'a> {
    let byte = byte.min(text.len());
    let inside = |token: &&Token| token.range.start < byte && byte <= token.range.end;
    let at = tokens.iter().find(inside);
    let comment = at.is_some_and(|token| matches!(token.kind, K::Comment | K::DocComment | K::FileDoc));
    let strings = |token: &&Token| match token.kind {
        K::String => byte < token.range.end,
        K::UnterminatedString => true,
        _ => false,
    };
    let string = at.filter(strings).map(|token| token.range.clone());
    let is_word = |token: &&Token| token.kind == K::Ident || token.kind.is_keyword();
    let typed = at.filter(is_word).map_or(byte..byte, |token| token.range.start..token.range.end.max(byte));
    let end = string.as_ref().map_or(typed.start, |range| range.start);
    let (before, blocks) = read(text, tokens, end);
    Cursor { text, typed, before, blocks, string, comment }
}

/// The words before a byte: those of its statement, and the blocks around it.
fn read<'a>(text: &'a str, tokens: &[Token], end: usize) -> (Vec<Word<'a>>, Vec<Block<'a>>) {
    let mut blocks: Vec<Block<'a>> = Vec::new();
    let mut now: Vec<Word<'a>> = Vec::new();
    let mut open = 0usize;
    for (index, token) in tokens.iter().enumerate().take_while(|(_, token)| token.range.start < end) {
        let word = Word { kind: token.kind, text: &text[token.range.clone()], start: token.range.start };
        match token.kind {
            K::LBrace => {
                blocks.push(Block { header: std::mem::take(&mut now), open: token.range.start });
                open = 0;
            }
            K::RBrace => {
                blocks.pop();
                now.clear();
                open = 0;
            }
            K::Comma if open == 0 => now.clear(),
            K::Newline if open == 0 => {
                if !goes_on(now.last(), next(tokens, index)) {
                    now.clear();
                }
            }
            kind if kind.is_trivia() => {}
            kind => {
                let begins = kind.begins_declaration() && first_on_line(tokens, index);
                if begins && !now.is_empty() && declares(tokens, index) {
                    now.clear();
                    open = 0;
                }
                match kind {
                    K::LParen | K::LBracket => open += 1,
                    K::RParen | K::RBracket => open = open.saturating_sub(1),
                    _ => {}
                }
                now.push(word);
            }
        }
    }
    (now, blocks)
}

/// True where a line is not the end of its statement.
fn goes_on(last: Option<&Word<'_>>, next: Option<K>) -> bool {
    last.is_some_and(|word| word.kind.asks_for_more()) || next.is_some_and(K::goes_on)
}

fn next(tokens: &[Token], index: usize) -> Option<K> {
    tokens[index + 1..].iter().map(|token| token.kind).find(|kind| !kind.is_trivia())
}

fn first_on_line(tokens: &[Token], index: usize) -> bool {
    let before = tokens[..index].iter().rev().find(|token| !matches!(token.kind, K::Space | K::Bom));
    before.is_none_or(|token| token.kind == K::Newline)
}

/// True where a declaration's word is followed by what it declares.
fn declares(tokens: &[Token], index: usize) -> bool {
    next(tokens, index).is_some_and(|kind| matches!(kind, K::Ident | K::String) || kind.begins_declaration())
}

impl<'a> Cursor<'a> {
    /// The innermost block.
    pub fn block(&self) -> Option<&Block<'a>> {
        self.blocks.last()
    }

    /// The word before the one being typed.
    pub fn last(&self) -> Option<Word<'a>> {
        self.before.last().copied()
    }

    /// Names joined by dots right before the cursor, where it stands behind a dot: `f.source.`.
    pub fn chain(&self) -> Option<Vec<&'a str>> {
        match self.last() {
            Some(word) if word.kind == K::Dot => Some(chain_before(&self.before, self.before.len())),
            _ => None,
        }
    }

    /// What the statement assigns to, where the cursor stands behind its `=`.
    pub fn assigned(&self) -> Option<&'a str> {
        let eq = self.before.iter().position(|word| word.kind == K::Eq)?;
        match &self.before[..eq] {
            [name] => Some(name.text),
            [.., dot, name] if dot.kind == K::Dot => Some(name.text),
            _ => None,
        }
    }

    /// The opening bracket that the cursor is in, with its place among the words before.
    pub fn bracket(&self) -> Option<usize> {
        let mut closed = 0usize;
        for (index, word) in self.before.iter().enumerate().rev() {
            match word.kind {
                K::RParen | K::RBracket => closed += 1,
                K::LParen | K::LBracket if closed > 0 => closed -= 1,
                K::LParen | K::LBracket => return Some(index),
                _ => {}
            }
        }
        None
    }
}

/// The names of the dotted path that ends before an index; a trailing dot is passed over.
pub fn chain_before<'a>(words: &[Word<'a>], end: usize) -> Vec<&'a str> {
    let mut names = Vec::new();
    let mut at = end;
    if at > 0 && words[at - 1].kind == K::Dot {
        at -= 1;
    }
    while at > 0 && (words[at - 1].kind == K::Ident || words[at - 1].kind.is_keyword()) {
        names.push(words[at - 1].text);
        at -= 1;
        if at > 0 && words[at - 1].kind == K::Dot {
            at -= 1;
        } else {
            break;
        }
    }
    names.reverse();
    names
}

/// All words of a range of a text, without blanks and comments.
pub fn words<'a>(text: &'a str, tokens: &[Token], range: Range<usize>) -> Vec<Word<'a>> {
    let start = tokens.partition_point(|token| token.range.end <= range.start);
    let inside = tokens[start..].iter().take_while(|token| token.range.start < range.end);
    let significant = inside.filter(|token| !token.kind.is_trivia());
    significant
        .map(|token| Word { kind: token.kind, text: &text[token.range.clone()], start: token.range.start })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(marked: &str) -> (String, usize) {
        let byte = marked.find('|').expect("a mark");
        (marked.replacen('|', "", 1), byte)
    }

    fn shown(marked: &str) -> String {
        let (text, byte) = at(marked);
        let (tokens, _) = tm_grammar::lexer::lex(&text);
        let cursor = cursor(&text, &tokens, byte);
        let words = |words: &[Word<'_>]| words.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
        let blocks: Vec<String> = cursor.blocks.iter().map(|block| words(&block.header)).collect();
        format!("{} / {} / {}", blocks.join(" > "), words(&cursor.before), &text[cursor.typed])
    }

    #[test]
    fn statements_end_with_their_lines() {
        assert_eq!(shown("process a: X {\n  b = 1\n  c|\n}"), "process a : X /  / c");
        assert_eq!(shown("threat T {\n  when x and\n    y.|\n}"), "threat T / when x and y . / ");
        assert_eq!(shown("flow a ->\n  b ov|"), " / flow a -> b / ov");
        assert_eq!(shown("boundary b {\n process p: |\n process q\n}"), "boundary b / process p : / ");
        assert_eq!(shown("store s { holds = [A, |"), "store s / holds = [ A , / ");
    }

    #[test]
    fn a_half_statement_does_not_swallow_the_next() {
        assert_eq!(shown("flow x: a ->\nprocess p: W|"), " / process p : / W");
    }

    #[test]
    fn paths_are_read_backwards() {
        let (text, byte) = at("when f.source.|");
        let (tokens, _) = tm_grammar::lexer::lex(&text);
        assert_eq!(cursor(&text, &tokens, byte).chain(), Some(vec!["f", "source"]));
    }
}
