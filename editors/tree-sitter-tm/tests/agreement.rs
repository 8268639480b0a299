//! The parser of editors sees what the compiler sees: the same tree where a text has no mistakes, and a mistake where
//! the compiler finds one.

use std::fmt::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};
use tm_grammar::error::code;
use tm_grammar::{SyntaxError, SyntaxKind as K, SyntaxNode, SyntaxToken};
use tree_sitter::{Node, Parser, Tree};

/// A node: its kind as this grammar spells it, and its bytes.
type Seen = (String, Range<usize>);

#[test]
fn good_texts_give_the_tree_of_the_compiler() {
    let mut compared = 0;
    for (name, text) in texts() {
        let compiler = tm_grammar::parse(&text);
        if !compiler.errors.is_empty() {
            continue;
        }
        let tree = parse(&text);
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        nodes_of_editor(tree.root_node(), &mut ours);
        nodes_of_compiler(&compiler.root(), &mut theirs);
        let differs = ours.iter().zip(&theirs).find(|(a, b)| a != b);
        assert!(!tree.root_node().has_error(), "{name}: {}", mistakes(&tree, &text).join(", "));
        assert_eq!(differs, None, "{name}: on the left the editor's, on the right the compiler's node");
        assert_eq!(ours.len(), theirs.len(), "{name}");
        compared += theirs.len();
    }
    assert!(compared > 10_000, "only {compared} nodes were compared");
}

#[test]
fn good_texts_give_the_declarations_of_the_compiler() {
    let mut compared = 0;
    for (name, text) in texts().filter(|(_, text)| tm_grammar::parse(text).errors.is_empty()) {
        let theirs = declarations_of_compiler(&tm_grammar::parse(&text).root());
        let ours = declarations_of_editor(&parse(&text), &text);
        assert_eq!(ours, theirs, "{name}");
        compared += theirs.len();
    }
    assert!(compared > 1_000, "only {compared} declarations were compared");
}

#[test]
fn mistakes_are_seen_where_the_compiler_sees_them() {
    let mut report = String::new();
    let (mut looked_for, mut marked, mut right) = (0, 0, 0);
    for (name, text) in texts() {
        let mut errors = tm_grammar::parse(&text).errors;
        errors.retain(|error| error.code != code::TOO_DEEP); // a limit that editors need not have
        let tree = parse(&text);
        let ours = mistaken_lines(&tree);
        if ours.is_empty() != errors.is_empty() {
            let _ = writeln!(report, "{name}: only one of the two finds a mistake");
        }
        for error in &errors {
            looked_for += 1;
            if !ours.iter().any(|lines| sees(lines, error, &text)) {
                let line = line_of(&text, error.range.start);
                let _ = writeln!(report, "{name}:{}: not seen: {}", line + 1, error.message);
            }
        }
        marked += ours.iter().map(ExactSizeIterator::len).sum::<usize>();
        right += ours.iter().filter(|lines| errors.iter().any(|error| sees(lines, error, &text))).count();
    }
    println!("{looked_for} mistakes; {right} marks on them, {marked} lines marked");
    assert!(looked_for > 100, "only {looked_for} mistakes were looked for");
    assert!(report.is_empty(), "of {looked_for} mistakes:\n{report}");
}

/// The compiler points to the brace that is never closed, this parser to where it misses the other one.
fn sees(lines: &Range<usize>, error: &SyntaxError, text: &str) -> bool {
    let line = line_of(text, error.range.start);
    lines.contains(&line) || (error.code == code::UNCLOSED && lines.end > line)
}

/// All texts there are: the library, the examples, the cases of the syntax, and the examples on the pages.
fn texts() -> impl Iterator<Item = (String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    for folder in ["stdlib", "examples", "tests/cases", "docs"] {
        collect(&root.join(folder), &mut found);
    }
    found.push(root.join("README.md"));
    found.sort();
    assert!(found.len() > 100, "the library, the examples and the cases are there");
    found.into_iter().flat_map(move |path| {
        let name = path.strip_prefix(&root).unwrap().display().to_string();
        let bytes = std::fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if name.ends_with(".md") { blocks(&name, &text) } else { files(&name, &text) }
    })
}

/// The files of the language that a case holds, each below a line `//- PATH`; any other text is one file.
fn files(name: &str, text: &str) -> Vec<(String, String)> {
    let mut parts = format!("\n{text}").split("\n//- ").map(str::to_owned).collect::<Vec<_>>();
    let head = parts.remove(0);
    let named = parts.iter().filter_map(|part| part.split_once('\n'));
    let inner = named.filter(|(path, _)| path.ends_with(".tm"));
    let mut found: Vec<_> = inner.map(|(path, text)| (format!("{name}:{path}"), text.to_owned())).collect();
    found.insert(0, (name.to_owned(), head));
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "tm" || ending == "md") {
            found.push(path);
        }
    }
}

/// The fenced blocks of a page whose language is `tm`.
fn blocks(page: &str, text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for (number, line) in text.lines().enumerate() {
        if let Some(opening) = line.strip_prefix("```") {
            inside = !inside && (opening == "tm" || opening.starts_with("tm,"));
            if inside {
                found.push((format!("{page}:{}", number + 1), String::new()));
            }
        } else if inside {
            found.last_mut().unwrap().1.extend([line, "\n"]);
        }
    }
    found
}

fn parse(text: &str) -> Tree {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_tm::LANGUAGE.into()).unwrap();
    parser.parse(text, None).unwrap()
}

// ---- What the editor's parser sees ------------------------------------------------------------------

const LITERALS: &[&str] =
    &["int", "decimal", "percent", "duration", "date", "string", "multiline_string", "boolean", "unknown"];
const TOKENS: &[&str] = &["file", "identifier", "comment", "doc_comment", "file_doc"];

fn nodes_of_editor(node: Node<'_>, out: &mut Vec<Seen>) {
    if LITERALS.contains(&node.kind()) {
        if !node.parent().is_some_and(|parent| ["money", "title"].contains(&parent.kind())) {
            out.push(("literal".into(), node.byte_range()));
        }
    } else if !TOKENS.contains(&node.kind()) {
        out.push((node.kind().into(), node.byte_range()));
    }
    for child in node.named_children(&mut node.walk()) {
        nodes_of_editor(child, out);
    }
}

fn declarations_of_editor(tree: &Tree, text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    each_node(tree.root_node(), &mut |node| {
        if node.kind().ends_with("_declaration") {
            let name = node.child_by_field_name("name").filter(|name| name.kind() == "name");
            let name = name.map_or("", |name| &text[name.byte_range()]);
            found.push((node.kind().to_owned(), name.to_owned()));
        }
    });
    found
}

/// The lines that mistakes stand on, and the line before each: what is missing is missed behind it.
fn mistaken_lines(tree: &Tree) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    each_node(tree.root_node(), &mut |node| {
        if node.is_error() || node.is_missing() {
            found.push(node.start_position().row.saturating_sub(1)..node.end_position().row + 1);
        }
    });
    found
}

fn mistakes(tree: &Tree, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    each_node(tree.root_node(), &mut |node| {
        if node.is_error() || node.is_missing() {
            let shown: String = text[node.byte_range()].chars().take(40).collect();
            found.push(format!("line {}: {shown:?}", node.start_position().row + 1));
        }
    });
    found
}

fn each_node(node: Node<'_>, visit: &mut impl FnMut(Node<'_>)) {
    visit(node);
    for child in node.children(&mut node.walk()) {
        each_node(child, visit);
    }
}

// ---- What the compiler sees ---------------------------------------------------------------------------

fn nodes_of_compiler(root: &SyntaxNode, out: &mut Vec<Seen>) {
    for node in root.descendants().skip(1) {
        let tokens = node.descendants_with_tokens().filter_map(|element| element.into_token());
        let mut real = tokens.filter(|token| !token.kind().is_trivia()).map(|token| token.text_range());
        let first = real.next().unwrap();
        let last = real.last().unwrap_or(first);
        out.push((spelled(node.kind()), usize::from(first.start())..usize::from(last.end())));
    }
}

fn declarations_of_compiler(root: &SyntaxNode) -> Vec<(String, String)> {
    let declarations = root.descendants().filter(|node| spelled(node.kind()).ends_with("_declaration"));
    let named = declarations.map(|node| {
        let name = node.children().find(|child| child.kind() == K::Name);
        let word = name.and_then(|name| name.children_with_tokens().find_map(|part| part.into_token().filter(is_word)));
        (spelled(node.kind()), word.map_or(String::new(), |word| word.text().to_owned()))
    });
    named.collect()
}

fn is_word(token: &SyntaxToken) -> bool {
    token.kind() == K::Ident || token.kind().is_keyword()
}

/// `FlowDecl` is `flow_declaration` here.
fn spelled(kind: K) -> String {
    let mut out = String::new();
    for c in format!("{kind:?}").chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out.replace("_decl", "_declaration").replace("_expr", "_expression")
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count()
}
