//! Mistakes that are made so often that they deserve words of their own.

use crate::error::{SyntaxError, code};
use crate::habits;
use crate::kind::SyntaxKind as K;
use crate::layout::Piece;
use crate::statement::{Source, spelling};

/// The place where a statement stopped making sense.
pub(crate) struct Stop<'a> {
    pub(crate) source: &'a Source<'a>,
    pub(crate) pieces: &'a [Piece],
    /// Index of the piece that was not expected.
    pub(crate) index: usize,
    pub(crate) expected: &'a [String],
}

/// The words for a well-known mistake, if it is one.
pub(crate) fn hint(stop: &Stop<'_>) -> Option<SyntaxError> {
    let hints = [
        reserved_before_colon,
        unknown_declaration,
        dash_in_name,
        arrow,
        comparison,
        double_pipe,
        value_without_equals,
        type_without_colon,
        habits::colon_for_equals,
        habits::title_behind_colon,
        habits::quoted_key,
        habits::grouped_digits,
        habits::condition_as_member,
        habits::ends_of_a_flow,
        habits::second_package,
        habits::nothing_stated,
        id_of_a_flow,
        nameless_threat,
        loose_block,
    ];
    hints.iter().find_map(|hint| hint(stop))
}

impl Stop<'_> {
    pub(crate) fn kind(&self, index: usize) -> Option<K> {
        self.pieces.get(index).map(|piece| piece.1)
    }

    pub(crate) fn found(&self) -> Option<K> {
        self.kind(self.index)
    }

    pub(crate) fn before(&self) -> Option<K> {
        self.kind(self.index.checked_sub(1)?)
    }

    pub(crate) fn word(&self, index: usize) -> String {
        self.pieces.get(index).map(|piece| spelling(self.source, piece.0)).unwrap_or_default()
    }

    pub(crate) fn expects(&self, token: &str) -> bool {
        self.expected.iter().any(|name| name.trim_matches('"') == token)
    }

    /// What stands before the comma that ended the statement before this one, if a comma did.
    pub(crate) fn before_comma(&self) -> Option<(K, String)> {
        let start = self.pieces.first()?.0;
        let mut earlier = (0..start).rev().filter(|at| !self.source.tokens[*at].kind.is_trivia());
        let comma = earlier.next().filter(|at| self.source.tokens[*at].kind == K::Comma)?;
        let at = earlier.next().filter(|at| *at < comma)?;
        Some((self.source.tokens[at].kind, spelling(self.source, at)))
    }

    /// The first word of the line on which the statement begins.
    pub(crate) fn line_begins_with(&self) -> Option<K> {
        let start = self.pieces.first()?.0;
        let line = self.source.tokens[..start].rsplit(|token| token.kind == K::Newline).next()?;
        line.iter().map(|token| token.kind).find(|kind| !kind.is_trivia())
    }

    /// An error about the pieces `first..=last`.
    pub(crate) fn error(&self, first: usize, last: usize, message: String) -> SyntaxError {
        let range = self.source.range(self.pieces[first].0, self.pieces[last].0 + 1);
        SyntaxError::new(code::SYNTAX, range, message)
    }
}

/// `flow on: a -> b`: the name is a word of the language, which shows only at the colon.
fn reserved_before_colon(stop: &Stop<'_>) -> Option<SyntaxError> {
    let named = matches!(stop.kind(0)?, K::FlowKw | K::OnKw | K::ForbidKw | K::RequireKw);
    let before = stop.index.checked_sub(1)?;
    (named && before == 1 && stop.found()? == K::Colon && stop.kind(before)?.is_keyword())
        .then(|| reserved(stop.source, stop.pieces[before].0))
}

/// A word of the language where a name of one's own is needed.
pub(crate) fn reserved(source: &Source<'_>, token: usize) -> SyntaxError {
    let word = spelling(source, token);
    let message = format!("`{word}` is a word of the language and cannot be a name here");
    SyntaxError::new(code::RESERVED_NAME, source.range(token, token + 1), message)
        .label("a name of your own goes here")
        .help(match word.as_str() {
            "external" => "it stands before the kind: `external process NAME`".to_owned(),
            _ => format!("choose another name, for example `{word}_` or one that says more"),
        })
}

/// `proces api`, `import x`: the statement begins with a word that begins none.
fn unknown_declaration(stop: &Stop<'_>) -> Option<SyntaxError> {
    if stop.index == 3 && stop.found()? == K::Arrow && stop.kind(0)? == K::Ident && stop.kind(1)? == K::Colon {
        return Some(without_flow(stop, "NAME: FROM -> TO"));
    }
    let beginning = stop.index == 1 && stop.kind(0)? == K::Ident;
    if !beginning || !matches!(stop.found()?, K::Ident | K::Arrow | K::LParen | K::String) {
        return None;
    }
    let word = stop.word(0);
    let meant = meant(&word);
    if !stop.source.top && (meant.is_none() || stop.found()? != K::Ident) {
        let next = stop.word(1);
        let message = format!("expected a comma or a new line between `{word}` and `{next}`");
        let error = stop.error(1, 1, message).label("another member begins here, or a sign is missing before it");
        let member = matches!(stop.kind(2), Some(K::Eq | K::Colon));
        let titled = matches!(stop.kind(2), Some(K::String | K::BlockToken));
        let typed = titled && word.starts_with(char::is_uppercase);
        return (stop.found()? == K::Ident).then(|| match member {
            _ if typed => {
                error.help(format!("a type stands behind the name, and a kind before it: `process {next}: {word}`"))
            }
            true => error.help(format!("write `{word}, {next}`, or each on a line of its own")),
            false => error.help(format!("a value is given with `{word} = {next}`, a type with `{word}: {next}`")),
        });
    }
    if stop.found()? == K::Arrow {
        return Some(without_flow(stop, "FROM -> TO"));
    }
    let error = stop.error(0, 0, format!("`{word}` does not begin a declaration"));
    let range = error.range.clone();
    Some(match meant {
        Some(meant) => error
            .label(format!("did you mean `{meant}`?"))
            .help(format!("write `{meant}`"))
            .fix(range, meant),
        None => error
            .label("no declaration begins with this word")
            .help("declarations begin with words such as `use`, `model`, `actor`, `process`, `store`, `flow`, `data`, `threat`"),
    })
}

/// `a -> b`, `place: a -> b`.
fn without_flow(stop: &Stop<'_>, form: &str) -> SyntaxError {
    let error = stop.error(0, 0, "a flow begins with the word `flow`".into());
    let at = error.range.start;
    error.label("`flow` goes before this").help(format!("write `flow {form}`")).fix(at..at, "flow ")
}

/// The word of the language that the author meant: a usual word for the same thing, or one that is nearly the same.
fn meant(word: &str) -> Option<&'static str> {
    let usual = match word {
        "import" | "include" | "using" => "use",
        "processes" | "component" | "service" | "server" | "app" => "process",
        "database" | "db" | "datastore" => "store",
        "person" | "user" | "role" | "external_entity" => "actor",
        "boundaries" | "trust_boundary" | "zone" | "trustzone" | "network" | "subnet" => "boundary",
        "asset" => "data",
        "def" | "function" | "func" | "let" | "const" => "fn",
        "dataflow" | "data_flow" | "connection" | "link" => "flow",
        _ => "",
    };
    if !usual.is_empty() {
        return Some(usual);
    }
    let near = |(text, kind): &(&'static str, K)| kind.begins_declaration() && is_near(word, text);
    K::keywords().find(near).map(|(text, _)| text)
}

/// True if one letter too many, too few, wrong, or two swapped make the difference.
fn is_near(word: &str, right: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), right.chars().collect());
    if b.len() < 4 || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    let swapped = a.len() == b.len() && a.len() >= 2 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..];
    let rest = |text: &[char]| text.get(1..).unwrap_or_default().to_vec();
    swapped || rest(a) == rest(b) || rest(a) == b || a == rest(b)
}

/// `a => b`, `a - > b`, `a --> b`, `a > b`.
fn arrow(stop: &Stop<'_>) -> Option<SyntaxError> {
    let last = match (stop.found()?, stop.kind(stop.index + 1)) {
        (K::Eq | K::Minus, Some(K::Gt)) | (K::Lt, Some(K::Minus)) | (K::Minus | K::Lt, Some(K::Arrow)) => {
            stop.index + 1
        }
        (K::Gt | K::Minus | K::Lt, _) => stop.index,
        _ => return None,
    };
    if stop.kind(0)? != K::FlowKw || !stop.expects("->") {
        return None;
    }
    let error = stop.error(stop.index, last, "a flow points with `->`".into());
    let range = error.range.clone();
    Some(match stop.found()? {
        K::Lt if stop.kind(last) == Some(K::Arrow) => error
            .label("points both ways")
            .help("write `->` from the end that opens the flow; what comes back stands in `receives`")
            .fix(range, "->"),
        K::Lt => {
            error.label("points the wrong way").help("a flow reads `FROM -> TO`: name the one that opens it first")
        }
        _ => error.label("`->` goes here").help("write `->`").fix(range, "->"),
    })
}

/// `when a = b`, and `x == 1` as a member.
fn comparison(stop: &Stop<'_>) -> Option<SyntaxError> {
    match stop.found()? {
        K::Eq if stop.expects("==") && stop.kind(1)? == K::Eq && stop.before()? == K::Ident => {
            let error = stop.error(stop.index - 1, stop.index - 1, "expected a comma or a new line before this".into());
            Some(error.label("another member begins here"))
        }
        K::Eq if stop.expects("==") => {
            let error = stop.error(stop.index, stop.index, "`=` gives a value; `==` compares".into());
            let range = error.range.clone();
            Some(error.label("a comparison goes here").help("write `==`").fix(range, "=="))
        }
        K::EqEq if stop.index == 1 && stop.expects("=") => {
            let error = stop.error(1, 1, "`==` compares; `=` gives a value".into());
            let range = error.range.clone();
            Some(error.label("a value is given here").help("write `=`").fix(range, "="))
        }
        _ => None,
    }
}

/// `a || b`.
fn double_pipe(stop: &Stop<'_>) -> Option<SyntaxError> {
    let found = stop.found()? == K::Pipe && stop.kind(stop.index + 1)? == K::Pipe;
    (found && stop.expects("or")).then(|| {
        let error = stop.error(stop.index, stop.index + 1, "`||` means nothing here".into());
        let range = error.range.clone();
        error.label("not part of the language").help("write `or`").fix(range, "or")
    })
}

/// `strength 60%`.
fn value_without_equals(stop: &Stop<'_>) -> Option<SyntaxError> {
    let value = matches!(
        stop.found()?,
        K::Int | K::Decimal | K::Percent | K::Duration | K::Date | K::TrueKw | K::FalseKw | K::UnknownKw | K::LBracket
    );
    (value && stop.index == 1 && stop.kind(0)? == K::Ident && stop.expects("=")).then(|| {
        let (name, value) = (stop.word(0), stop.word(1));
        let error = stop.error(1, 1, format!("expected `=` between `{name}` and its value"));
        let at = error.range.start;
        let help = match stop.found() {
            Some(K::LBracket) => format!("write `{name} = […]`"),
            _ => format!("write `{name} = {value}`"),
        };
        error.label("`=` goes before this").help(help).fix(at..at, "= ")
    })
}

/// `process api WebService`.
fn type_without_colon(stop: &Stop<'_>) -> Option<SyntaxError> {
    // Of the words of the language only kinds are types.
    const KINDS: [K; 6] = [K::ActorKw, K::ProcessKw, K::StoreKw, K::BoundaryKw, K::FlowKw, K::DataKw];
    let word = stop.found()? == K::Ident || KINDS.contains(&stop.found()?);
    let typed = stop.kind(0)?.begins_declaration() && stop.index >= 2 && stop.before()? == K::Ident;
    (word && typed && stop.expects(":") && stop.expects("string")).then(|| {
        let (name, ty) = (stop.word(stop.index - 1), stop.word(stop.index));
        let error = stop.error(stop.index, stop.index, format!("expected `:` between `{name}` and `{ty}`"));
        error.label("a type stands after `:`, a title in quotes").help(format!("write `{name}: {ty}`"))
    })
}

/// `process my-name`.
fn dash_in_name(stop: &Stop<'_>) -> Option<SyntaxError> {
    let joined = stop.found()? == K::Minus && stop.before()? == K::Ident && stop.kind(stop.index + 1)? == K::Ident;
    let goes_on = matches!(stop.kind(stop.index + 2), Some(K::Colon | K::Arrow | K::Minus | K::Eq));
    // `flow a - b` may be an arrow, `flow a-b: …` and `flow a-b -> c` are none.
    let declares = stop.kind(0)?.begins_declaration() && (goes_on || stop.kind(0)? != K::FlowKw || !stop.expects("->"));
    let states = stop.index == 1 && stop.kind(0)? == K::Ident && goes_on;
    (joined && (declares || states) && !stop.expects("+")).then(|| {
        let error = stop.error(stop.index, stop.index, "names have no `-`".into());
        let range = error.range.clone();
        let name = format!("{}_{}", stop.word(stop.index - 1), stop.word(stop.index + 1));
        error.label("not part of a name").help(format!("write `{name}`")).fix(range, "_")
    })
}

/// `accept X on api..orders until …`: the id of a flow without a name, where its ends are meant.
fn id_of_a_flow(stop: &Stop<'_>) -> Option<SyntaxError> {
    let dots = stop.found()? == K::Dot && stop.before()? == K::Dot && stop.kind(stop.index + 1)? == K::Ident;
    dots.then(|| {
        let error = stop.error(stop.index - 1, stop.index, "`..` means nothing here".into());
        let range = error.range.clone();
        error
            .label("stands in ids of flows without a name")
            .help("a flow without a name is named by its ends: write `FROM -> TO`")
            .fix(range, " -> ")
    })
}

/// `accept on api until …`.
fn nameless_threat(stop: &Stop<'_>) -> Option<SyntaxError> {
    let decision =
        matches!(stop.kind(0)?, K::AcceptKw | K::DismissKw | K::TransferKw | K::MitigateKw | K::VulnerabilityKw);
    (decision && stop.index == 2 && stop.before()? == K::OnKw && stop.expects("on")).then(|| {
        let error = stop.error(1, 1, format!("expected a name between `{}` and `on`", stop.word(0)));
        error.label("a name goes before this")
    })
}

/// A `{` on a line of its own.
fn loose_block(stop: &Stop<'_>) -> Option<SyntaxError> {
    (stop.index == 0 && stop.found()? == K::BlockToken).then(|| {
        stop.error(0, 0, "this block belongs to nothing".into())
            .label("begins here")
            .help("a block stands on the line of its declaration: `process NAME {`")
    })
}
