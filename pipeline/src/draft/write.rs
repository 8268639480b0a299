//! The draft as text.

use super::Draft;
use super::parts::{Part, Parts};
use std::collections::{BTreeMap, BTreeSet};
use tm_compiler::decl::Kind;
use tm_compiler::drift::Infrastructure;

/// Whose rules look at a draft that needs the types of no package.
const PLAIN: &str = "std.web";

/// Elements beyond which there is no draft: nobody would read it.
const MOST: usize = 2_000;
/// Different things left out that are told.
const TOLD: usize = 20;

pub(super) fn write(parts: &Parts, infrastructure: &Infrastructure, name: &str) -> Draft {
    let nodes = |part: &&Part| part.kind != Kind::Boundary;
    let elements = parts.list.iter().filter(nodes).count();
    let mut skipped = left_out(parts, infrastructure);
    if elements > MOST {
        skipped.push(format!("{elements} elements are more than a model shows; draft it from parts"));
        return Draft { skipped, ..Draft::default() };
    }
    let mut writer = Writer { parts, infrastructure, out: String::new(), unknown: 0 };
    writer.head(name);
    writer.inside(None, 0);
    writer.flows();
    let text = tm_grammar::format(&writer.out).text;
    let outside = usize::from(!parts.open.is_empty());
    Draft {
        elements: elements + if elements > 0 { outside } else { 0 },
        boundaries: parts.list.len() - elements + outside,
        flows: parts.flows.len() + parts.open.len(),
        unknown: writer.unknown,
        text,
        skipped,
    }
}

/// What is not in the draft, and what could not be read.
fn left_out(parts: &Parts, infrastructure: &Infrastructure) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for file in &infrastructure.files {
        told.extend(file.skipped.iter().map(|what| format!("{}: skipped {what}", file.file)));
    }
    let kinds: Vec<String> = parts.others.iter().take(TOLD).map(|(kind, count)| format!("{kind} ({count})")).collect();
    if !kinds.is_empty() {
        let more = if parts.others.len() > TOLD { ", …" } else { "" };
        told.push(format!("not in the draft, since no table of a library knows them: {}{more}", kinds.join(", ")));
    }
    told
}

struct Writer<'a> {
    parts: &'a Parts,
    infrastructure: &'a Infrastructure,
    out: String,
    unknown: usize,
}

impl Writer<'_> {
    fn head(&mut self, name: &str) {
        let files: BTreeSet<&str> = self.infrastructure.files.iter().map(|file| last(&file.file)).collect();
        let shown: Vec<&str> = files.iter().copied().take(3).collect();
        let more = match files.len() - shown.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        self.out.push_str(&format!("//! Drafted from {}{more}.\n", comment(&shown.join(", "))));
        self.out.push_str(
            "//! What nobody could know from there is `unknown`: state it, or remove what does not matter.\n",
        );
        self.out.push_str("//! Then say which data travels and rests where: `data`, `sends`, `holds`.\n\n");
        let line = |(package, names): (&&str, &BTreeSet<&str>)| {
            let names: Vec<&str> = names.iter().copied().collect();
            let names = if names.is_empty() { String::new() } else { format!(" {{ {} }}", names.join(", ")) };
            format!("use {package}{names}\n")
        };
        let uses: String = self.uses().iter().map(line).collect();
        self.out.push_str(&uses);
        self.out.push_str(&format!(
            "\nmodel {} {} {{\n  // owner = \"…\", scope = \"…\", appetite = Moderate\n}}\n\n",
            model_name(name, self.parts),
            text(name)
        ));
    }

    /// Packages with the names that are used of them; the prelude's are there anyway.
    fn uses(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let outside = self.parts.outside.1.iter().filter(|_| !self.parts.open.is_empty());
        let all = self.parts.list.iter().flat_map(|part| &part.types).chain(outside);
        let mut uses: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (name, package) in all.filter(|(_, package)| package != "std.core") {
            uses.entry(package).or_default().insert(name);
        }
        let declaring = self.parts.list.iter().flat_map(|part| &part.packages);
        for package in declaring.filter(|package| *package != "std.core") {
            uses.entry(package).or_default();
        }
        if uses.is_empty() {
            uses.entry(PLAIN).or_default();
        }
        uses
    }

    /// What lies right in a boundary, or outside of all.
    fn inside(&mut self, parent: Option<usize>, depth: usize) {
        let indent = "  ".repeat(depth);
        for at in 0..self.parts.list.len() {
            let part = &self.parts.list[at];
            if part.parent != parent {
                continue;
            }
            let types: Vec<&str> = part.types.iter().map(|(name, _)| name.as_str()).collect();
            let types = if types.is_empty() { String::new() } else { format!(": {}", types.join(" + ")) };
            let resource = &self.infrastructure.resources[part.resource];
            self.out.push_str(&format!(
                "{indent}{} {}{types} {} {{\n",
                part.kind.word(),
                part.name,
                text(&resource.label)
            ));
            self.out.push_str(&format!("{indent}  resource = {}\n", text(resource.name())));
            for (name, list) in [("image", &resource.images), ("code", &resource.code)] {
                let tail = if name == "code" { "/**" } else { "" };
                let plain = list.iter().filter(|one| is_plain(one)).map(|one| text(&format!("{one}{tail}")));
                let plain: BTreeSet<String> = plain.collect();
                if !plain.is_empty() {
                    let all: Vec<String> = plain.into_iter().collect();
                    self.out.push_str(&format!("{indent}  {name} = [{}]\n", all.join(", ")));
                }
            }
            for (name, value) in &part.facts {
                self.unknown += usize::from(value == "unknown");
                self.out.push_str(&format!("{indent}  {name} = {value}\n"));
            }
            if part.kind == Kind::Boundary {
                self.inside(Some(at), depth + 1);
            }
            self.out.push_str(&format!("{indent}}}\n"));
        }
    }

    fn flows(&mut self) {
        let (outside, ty, visitor) = &self.parts.outside;
        if !self.parts.open.is_empty() {
            let ty = ty.as_ref().map(|(name, _)| format!(": {name}")).unwrap_or_default();
            self.out.push_str(&format!(
                "\nboundary {outside}{ty} \"Outside\" {{\n  // Who this is, and over which protocol they come, no file tells.\n  actor {visitor} \"Whoever comes from outside\"\n}}\n"
            ));
        }
        self.out.push('\n');
        for at in &self.parts.open {
            self.out.push_str(&format!("flow {visitor} -> {}\n", self.parts.list[*at].name));
        }
        for (source, target) in &self.parts.flows {
            let (source, target) = (&self.parts.list[*source].name, &self.parts.list[*target].name);
            self.out.push_str(&format!("flow {source} -> {target}\n"));
        }
    }
}

/// The name of the model; an element may have it already.
fn model_name(name: &str, parts: &Parts) -> String {
    let taken = |name: &str| parts.list.iter().any(|part| part.name == name);
    let named = [name.to_owned(), format!("{name}_model")].into_iter();
    let mut all = named.chain((2..).map(|number: usize| format!("{name}_model_{number}")));
    let keyword = |name: &str| tm_grammar::SyntaxKind::keywords().any(|(word, _)| word == name);
    { &mut all }.find(|one| !taken(one) && !keyword(one)).unwrap_or_default()
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A text of a comment: on one line.
fn comment(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// A text of the language.
fn text(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars().filter(|c| !hidden(*c)) {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
    out
}

/// Characters that sources may not hold.
fn hidden(c: char) -> bool {
    c.is_control() || crate::results::turns(c)
}

/// True for a name that is no pattern and no variable.
fn is_plain(name: &str) -> bool {
    name.chars().all(|c| c.is_alphanumeric() || "._-/:@".contains(c))
}
