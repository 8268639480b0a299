//! Lists of names by what they mean: own ones, those of packages in use, and those that a `use` line would bring.

use super::{Completer, Item, Sort};
use crate::features::signature::path;
use rustc_hash::FxHashSet;
use tm_compiler::decl::{Kind, Name};
use tm_compiler::ids::EnumId;
use tm_compiler::library::{Def, roots};
use tm_compiler::package::{PackageId, UseLines};
use tm_compiler::study::Known;
use tm_compiler::value::Type;
use tm_grammar::SyntaxKind as K;

impl Completer<'_> {
    pub(super) fn kinds(&mut self) {
        for kind in Kind::ALL {
            self.items.push(Item::new(kind.word(), Sort::Keyword).detail("every one of them").rank(4));
        }
    }

    /// All names that can be written here, each with what it means.
    pub(super) fn visible(&self) -> Vec<(Name, Def)> {
        self.at.library().scopes.visible(self.package)
    }

    /// The item of something visible.
    pub(super) fn item(&self, name: &str, def: Def) -> Item {
        let library = self.at.library();
        let found = library.scopes.lookup(self.package, &path(&[name])).ok();
        let declared = found.map(|(_, span)| self.at.location(span));
        let (sort, detail) = match def {
            Def::Element(id) => match self.at.model().elements.get(id) {
                Some(element) => {
                    let ty = &library.types[element.ty];
                    let word = if ty.span.is_some() { &*ty.name } else { element.kind.word() };
                    (Sort::Element, format!("{word} · {}", element.title))
                }
                None => (Sort::Element, String::new()),
            },
            Def::Type(id) => (Sort::Type, library.types[id].title.to_string()),
            Def::Enum(id) => (Sort::Enum, library.enums[id].title.to_string()),
            Def::Control(id) => (Sort::Control, library.controls[id].title.to_string()),
            Def::Rule(id) => (Sort::Threat, library.rules[id].title.to_string()),
            Def::Fn(_) => (Sort::Function, "function".to_owned()),
            Def::Tag(id) => (Sort::Value, library.tags[id].title.to_string()),
            Def::Matrix(id) => (Sort::Enum, library.matrices[id].title.to_string()),
            Def::Policy(id) => (Sort::Text, library.policies[id].title.to_string()),
            Def::Broken => (Sort::Text, String::new()),
            other => (Sort::Text, other.sort().to_owned()),
        };
        let own = declared.as_ref().is_some_and(|at| !at.path.starts_with("std/"));
        let item = Item::new(name, sort).detail(detail).rank(if own { 2 } else { 3 });
        let item = if sort == Sort::Function { item.snippet(format!("{name}($0)")) } else { item };
        Item { declared, ..item }
    }

    /// The visible names whose meaning is wanted.
    pub(super) fn named(&mut self, wanted: impl Fn(Def) -> bool) {
        let found: Vec<Item> = self
            .visible()
            .into_iter()
            .filter(|(_, def)| wanted(*def))
            .map(|(name, def)| self.item(&name, def))
            .collect();
        self.items.extend(found);
    }

    /// Names of packages that are not in use yet; with a name goes the line that brings it.
    fn imports(&mut self, wanted: impl Fn(&Known) -> bool) {
        let embedded = self.at.study.packages.get(self.package).is_some_and(|package| package.embedded);
        if embedded {
            return;
        }
        let visible: FxHashSet<Name> = self.visible().into_iter().map(|(name, _)| name).collect();
        let lines = UseLines::read(self.text, self.tokens);
        for known in self.at.study.library.iter().filter(|known| wanted(known)) {
            if visible.contains(&known.name) {
                continue;
            }
            let item = Item::new(&*known.name, known_sort(known.word)).detail(format!("use {}", known.package)).rank(7);
            let bringing = lines.bring(&known.package, &known.name);
            self.items.push(Item { import: Some((bringing.byte, bringing.text)), ..item });
        }
    }

    /// Types of a kind, or all.
    pub(super) fn types(&mut self, kind: Option<Kind>) {
        let library = self.at.library();
        let fits = |def: Def| match def {
            Def::Type(id) => kind.is_none() || library.types[id].kind == kind,
            _ => false,
        };
        self.named(fits);
        let all = self.at.study.library.clone();
        self.imports(|known| known.word == K::TypeKw && (kind.is_none() || known.kind(&all) == kind));
    }

    pub(super) fn rules(&mut self) {
        self.named(|def| matches!(def, Def::Rule(_)));
        let library = self.at.library();
        let mut hidden = Vec::new();
        for rule in library.rules.values() {
            let id = library.scopes.lookup(self.package, &path(&[&rule.name]));
            if let Ok((def @ Def::Rule(_), _)) = id {
                hidden.push(self.item(&rule.name, def));
            }
        }
        self.items.extend(hidden);
    }

    pub(super) fn controls(&mut self) {
        self.named(|def| matches!(def, Def::Control(_)));
        self.imports(|known| known.word == K::ControlKw);
    }

    /// The controls that may stand on what the block declares.
    pub(super) fn controls_here(&mut self) {
        let owner = self.owner();
        let library = self.at.library();
        let fits = |def: Def| match (def, owner) {
            (Def::Control(id), Some(owner)) => {
                let info = &library.controls[id];
                let anywhere = matches!(library.types[owner].kind, Some(Kind::Boundary | Kind::Model));
                anywhere || info.on.is_empty() || info.on.iter().any(|ty| library.is_subtype(owner, *ty))
            }
            (def, None) => matches!(def, Def::Control(_)),
            _ => false,
        };
        self.named(fits);
    }

    pub(super) fn elements(&mut self) {
        self.elements_of(&Kind::ALL);
    }

    /// Elements of some kinds, those of a test's own world too.
    pub(super) fn elements_of(&mut self, kinds: &[Kind]) {
        for (name, kind) in self.local_elements() {
            if kinds.contains(&kind) {
                self.items.push(Item::new(name, Sort::Element).detail(kind.word()).rank(1));
            }
        }
        let heads = &self.at.model().roster.heads;
        let own_world = self.in_own_world();
        self.named(|def| match def {
            Def::Element(id) => {
                heads.get(id).is_some_and(|head| kinds.contains(&head.kind) && (!own_world || head.kind == Kind::Data))
            }
            _ => false,
        });
    }

    /// True in a test that has elements of its own: it sees none of the package's, but for data.
    fn in_own_world(&self) -> bool {
        let outer = self.cursor.blocks.first();
        outer.is_some_and(|block| {
            block.word() == Some(K::TestKw) && !block.header.iter().any(|word| word.kind == K::WithKw)
        })
    }

    /// Declarations that no expression speaks about, of one sort.
    pub(super) fn others(&mut self, sort: Def) {
        self.named(|def| def == sort);
    }

    pub(super) fn scales(&mut self) {
        if self.cursor.before.iter().any(|word| matches!(word.kind, K::Colon)) {
            let library = self.at.library();
            self.named(|def| matches!(def, Def::Enum(id) if library.enums[id].scale));
        }
    }

    /// The levels of a matrix's scales.
    pub(super) fn cells(&mut self) {
        let Some(block) = self.cursor.block() else { return };
        let colon = block.header.iter().position(|word| word.kind == K::Colon).unwrap_or(0);
        let names: Vec<&str> =
            block.header[colon..].iter().filter(|word| word.kind == K::Ident).map(|word| word.text).collect();
        let name = if self.cursor.before.is_empty() { names.first() } else { names.last() };
        let found = name.and_then(|name| self.at.library().scopes.lookup(self.package, &path(&[name])).ok());
        if let Some((Def::Enum(id), _)) = found {
            self.values_of(&Type::Enum(id));
        }
    }

    /// Category sets, `Stride` and the like.
    pub(super) fn categories(&mut self) {
        if self.cursor.last().is_some_and(|last| last.kind == K::Colon) {
            self.sets(1);
            self.imports(|known| known.word == K::EnumKw);
        }
    }

    /// Enums, those before others that sort threats.
    pub(super) fn sets(&mut self, rank: u8) {
        let library = self.at.library();
        let used: FxHashSet<EnumId> =
            library.rules.values().filter_map(|rule| rule.category).map(|(id, _)| id).collect();
        let from = self.items.len();
        self.named(|def| matches!(def, Def::Enum(id) if !library.enums[id].scale));
        for item in &mut self.items[from..] {
            let found = library.scopes.lookup(self.package, &path(&[&item.label]));
            let set = matches!(found, Ok((Def::Enum(id), _)) if used.contains(&id));
            item.rank = if set { rank } else { item.rank };
        }
    }

    pub(super) fn packages(&mut self) {
        let typed: String = self.cursor.before.iter().skip(1).map(|word| word.text).collect();
        let dependencies = self.at.study.packages.list.iter().map(|package| package.name.to_string());
        let library = self.at.study.library.iter().map(|known| known.package.to_string());
        let mut names: Vec<String> = library.chain(dependencies).collect();
        names.sort();
        names.dedup();
        let own = self.at.study.packages.get(self.package).map(|package| package.name.to_string());
        for name in names.iter().filter(|name| Some(*name) != own.as_ref()) {
            if let Some(rest) = name.strip_prefix(&typed) {
                self.items.push(Item { insert: rest.to_owned(), ..Item::new(name, Sort::Package) });
            }
        }
    }

    /// Names inside the braces of a `use`.
    pub(super) fn names_of_use(&mut self) {
        let Some(block) = self.cursor.block() else { return };
        let words = block.header.iter().skip_while(|word| word.kind != K::UseKw).skip(1);
        let name: String = words.map(|word| word.text).collect();
        let found = self.at.library().scopes.package_named(self.package, &name);
        let names = found.map(|id| self.names_in(id)).unwrap_or_default();
        self.items.extend(names);
        let known = self.at.study.library.iter().filter(|known| *known.package == *name && found.is_none());
        let known: Vec<Item> = known.map(|known| Item::new(&*known.name, known_sort(known.word))).collect();
        self.items.extend(known);
    }

    /// What a package declares.
    pub(super) fn names_in(&self, package: PackageId) -> Vec<Item> {
        let scopes = &self.at.library().scopes;
        let found = scopes.names_of(package).iter().filter_map(|name| Some((name, scopes.declared(package, name)?)));
        found
            .map(|(name, (def, span))| {
                let item = self.item(name, def);
                Item { declared: Some(self.at.location(span)), import: None, rank: 2, ..item }
            })
            .collect()
    }

    /// The type that the block around the cursor states something about.
    pub(super) fn owner(&self) -> Option<tm_compiler::ids::TypeId> {
        let block = self.cursor.block()?;
        let root = match block.word()? {
            K::ActorKw => roots::ACTOR,
            K::ProcessKw => roots::PROCESS,
            K::StoreKw => roots::STORE,
            K::BoundaryKw => roots::BOUNDARY,
            K::FlowKw => roots::FLOW,
            K::DataKw => roots::DATA,
            K::ModelKw => roots::MODEL,
            K::TypeKw | K::ControlKw => {
                let named = block.name().and_then(|name| self.type_named(&[name]));
                return named.or_else(|| self.stated_type(block)).or_else(|| self.stated_kind(block));
            }
            _ => return None,
        };
        Some(self.stated_type(block).unwrap_or(root))
    }

    /// The first type behind `:` or `over` in a head.
    fn stated_type(&self, block: &crate::syntax::Block<'_>) -> Option<tm_compiler::ids::TypeId> {
        let flow = block.word() == Some(K::FlowKw);
        let mark = if flow { K::OverKw } else { K::Colon };
        let at = block.header.iter().position(|word| word.kind == mark)?;
        let rest = &block.header[at + 1..];
        let end = rest.iter().position(|word| !matches!(word.kind, K::Ident | K::Dot)).unwrap_or(rest.len());
        let names: Vec<&str> = rest[..end].iter().filter(|word| word.kind == K::Ident).map(|word| word.text).collect();
        self.type_named(&names)
    }

    fn stated_kind(&self, block: &crate::syntax::Block<'_>) -> Option<tm_compiler::ids::TypeId> {
        let colon = block.header.iter().position(|word| word.kind == K::Colon)?;
        let word = block.header.get(colon + 1)?;
        Kind::ALL.into_iter().find(|kind| kind.word() == word.text).map(roots::of)
    }

    /// The type that a dotted name or the word of a kind means.
    pub(super) fn type_named(&self, names: &[&str]) -> Option<tm_compiler::ids::TypeId> {
        if let [word] = names
            && let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.word() == *word)
        {
            return Some(roots::of(kind));
        }
        match self.at.library().scopes.lookup(self.package, &path(names)) {
            Ok((Def::Type(id), _)) => Some(id),
            _ => None,
        }
    }
}

/// What a name that is not in use yet would mean.
fn known_sort(word: K) -> Sort {
    match word {
        K::TypeKw => Sort::Type,
        K::ControlKw => Sort::Control,
        K::ThreatKw => Sort::Threat,
        K::EnumKw | K::ScaleKw | K::MatrixKw => Sort::Enum,
        K::FnKw => Sort::Function,
        _ => Sort::Text,
    }
}
