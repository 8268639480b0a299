//! The grammar of tm, the language of threat models, for tree-sitter.

use tree_sitter_language::LanguageFn;

unsafe extern "C" {
    fn tree_sitter_tm() -> *const ();
}

/// The language, for `tree_sitter::Parser::set_language`.
// SAFETY: the generated parser hands out a static table and nothing else.
pub const LANGUAGE: LanguageFn = unsafe { LanguageFn::from_raw(tree_sitter_tm) };

/// What colours a text.
pub const HIGHLIGHTS_QUERY: &str = include_str!("../../queries/highlights.scm");
/// Other languages inside: Markdown in documentation and long texts.
pub const INJECTIONS_QUERY: &str = include_str!("../../queries/injections.scm");
/// Scopes, definitions and references inside one statement.
pub const LOCALS_QUERY: &str = include_str!("../../queries/locals.scm");
/// Declarations and what refers to them, for code navigation.
pub const TAGS_QUERY: &str = include_str!("../../queries/tags.scm");
