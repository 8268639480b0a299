//! Claims: what `verified_by` says, read once.

use crate::decl::{Arg, Expr, ExprKind, Literal};
use globset::{GlobBuilder, GlobMatcher};

/// Bytes of a pattern; what is longer means itself.
const LONGEST: usize = 1_000;
/// Seconds of a day.
const DAY: i64 = 86_400;

/// Formats that one tool writes, or that name no tool: a text alone names the check, as in `checkov("CKV_AWS_19")`.
const OF_ONE_TOOL: &[&str] = &["checkov", "trivy", "grype", "cyclonedx", "openvex", "semgrep"];

/// A check named as evidence: `sarif("semgrep", rule = "sql-injection", max_age = 30d)`.
#[derive(Clone, Debug)]
pub struct Claim {
    /// As it would be written.
    pub text: String,
    /// The format, `sarif`.
    pub format: String,
    /// Names of tools or suites, in letters of any size; any where not stated.
    pub tool: Option<Pattern>,
    /// Names of checks; any where not stated.
    pub check: Option<Pattern>,
    /// Days after which what ran says nothing any more.
    pub max_age: Option<i64>,
}

impl Claim {
    /// The claims of a `verified_by`.
    pub fn read(value: &Expr) -> Vec<Self> {
        match &value.kind {
            ExprKind::List(items) => items.iter().flat_map(Claim::read).collect(),
            ExprKind::Call(callee, args) => vec![Claim::call(callee, args)],
            ExprKind::Name(name) => vec![Claim::plain(name, shown(value))],
            ExprKind::Literal(Literal::Text(_)) => vec![Claim::plain("", shown(value))],
            _ => Vec::new(),
        }
    }

    fn plain(format: &str, text: String) -> Self {
        Claim { text, format: format.to_owned(), tool: None, check: None, max_age: None }
    }

    fn call(callee: &Expr, args: &[Arg]) -> Self {
        let shown_args: Vec<String> = args.iter().map(argument).collect();
        let format = shown(callee);
        let mut claim = Claim::plain(&format, format!("{format}({})", shown_args.join(", ")));
        for arg in args {
            let name = arg.name.as_ref().map(|name| &*name.name);
            match (name, &arg.value.kind) {
                (None | Some("tool" | "suite"), ExprKind::Literal(Literal::Text(text))) => {
                    claim.tool = Some(Pattern::tool(text));
                }
                (Some("max_age"), ExprKind::Literal(Literal::Duration(seconds))) => {
                    claim.max_age = Some(seconds / DAY);
                }
                (Some(_), ExprKind::Literal(Literal::Text(text))) => claim.check = Some(Pattern::name(text)),
                _ => {}
            }
        }
        if claim.check.is_none() && OF_ONE_TOOL.contains(&claim.format.as_str()) {
            claim.check = claim.tool.take();
        }
        claim
    }
}

fn argument(arg: &Arg) -> String {
    let value = shown(&arg.value);
    arg.name.as_ref().map_or(value.clone(), |name| format!("{} = {value}", name.name))
}

fn shown(value: &Expr) -> String {
    match &value.kind {
        ExprKind::Name(name) => name.to_string(),
        ExprKind::Literal(Literal::Text(text)) => format!("{text:?}"),
        ExprKind::Literal(Literal::Duration(seconds)) => format!("{}d", seconds / DAY),
        ExprKind::List(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    }
}

/// A name with `*`, `?`, `[…]` and `{…}`; what is no pattern means itself.
#[derive(Clone, Debug)]
pub struct Pattern {
    text: String,
    glob: Option<GlobMatcher>,
    any_case: bool,
}

impl Pattern {
    /// A pattern of names: `*` stands for anything.
    pub fn name(text: &str) -> Self {
        Self::new(text, false, false)
    }

    /// A pattern of names of tools: large and small letters are the same.
    pub fn tool(text: &str) -> Self {
        Self::new(text, false, true)
    }

    /// A pattern of paths: `*` stays inside a folder, `**` does not.
    pub fn path(text: &str) -> Self {
        Self::new(text, true, false)
    }

    fn new(text: &str, path: bool, any_case: bool) -> Self {
        // What is larger may not compile, and then panics; what has no sign of a pattern means itself.
        let glob = (text.len() <= LONGEST && text.contains(['*', '?', '[', '{', '\\'])).then(|| {
            GlobBuilder::new(text).literal_separator(path).backslash_escape(!path).case_insensitive(any_case).build()
        });
        let glob = glob.and_then(Result::ok).map(|glob| glob.compile_matcher());
        Pattern { text: text.to_owned(), glob, any_case }
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// True where it fits nothing but itself.
    pub fn is_plain(&self) -> bool {
        self.glob.is_none() && !self.any_case
    }

    /// True where a path in this folder may fit: the folder ends with a slash.
    pub fn may_fit_in(&self, folder: &str) -> bool {
        let plain = self.text.split(['*', '?', '[', '{', '\\']).next().unwrap_or_default();
        let open = plain.len() < self.text.len();
        plain.starts_with(folder)
            || self.fits(folder)
            || (open && folder.starts_with(plain) && self.text.contains("**"))
    }

    /// True where it fits.
    pub fn fits(&self, name: &str) -> bool {
        let same = if self.any_case { name.eq_ignore_ascii_case(&self.text) } else { name == self.text };
        same || self.glob.as_ref().is_some_and(|glob| glob.is_match(name))
    }
}
