//! Variables in scope and the types of dotted paths, read from tokens: the statement at the cursor is half typed.

use super::{Completer, Item, Sort};
use crate::features::signature::path;
use crate::syntax::{Word, chain_before, words};
use tm_compiler::builtins::NAVIGATION;
use tm_compiler::check::Checker;
use tm_compiler::decl::Kind;
use tm_compiler::ids::TypeId;
use tm_compiler::library::{Def, roots};
use tm_compiler::value::Type;
use tm_grammar::SyntaxKind as K;

/// Paths are followed through so many variables.
const DEEPEST: usize = 8;

impl<'a> Completer<'a> {
    /// The words of the outermost declaration around the cursor.
    pub(super) fn declaration(&self) -> Vec<Word<'a>> {
        let outer = self.cursor.blocks.first();
        let start = match outer {
            Some(block) => block.header.first().map_or(block.open, |word| word.start),
            None => self.cursor.before.first().map_or(self.cursor.typed.start, |word| word.start),
        };
        let all = words(self.text, self.tokens, start..self.text.len());
        let mut depth = 0usize;
        let mut end = all.len();
        for (index, word) in all.iter().enumerate() {
            match word.kind {
                K::LBrace => depth += 1,
                K::RBrace if depth <= 1 => {
                    end = index;
                    break;
                }
                K::RBrace => depth -= 1,
                kind if depth == 0 && index > 0 && kind.begins_declaration() && word.start > self.cursor.typed.end => {
                    end = index;
                    break;
                }
                _ => {}
            }
        }
        all[..end].to_vec()
    }

    /// Variables of the declaration with their types.
    pub(super) fn variables(&self) -> Vec<(&'a str, Type)> {
        let all = self.declaration();
        let mut found: Vec<(&'a str, Type)> = Vec::new();
        for (index, word) in all.iter().enumerate() {
            let Some(name) = all.get(index + 1).filter(|name| name.kind == K::Ident) else {
                continue;
            };
            let binds = match word.kind {
                K::OnKw | K::EachKw | K::ForbidKw | K::RequireKw | K::ExistsKw | K::AllKw | K::NoneKw | K::ForKw => {
                    true
                }
                K::AlongKw | K::ThroughKw => true,
                K::LParen | K::Comma => all.first().is_some_and(|first| first.kind == K::FnKw),
                _ => false,
            };
            if binds && let Some(ty) = self.bound(&all, index, word.kind, &found) {
                found.push((name.text, ty));
            }
        }
        found
    }

    /// The type of the variable that is bound at an index.
    fn bound(&self, all: &[Word<'a>], index: usize, word: K, known: &[(&'a str, Type)]) -> Option<Type> {
        match (word, all.get(index + 2).map(|word| word.kind)) {
            (K::AlongKw, _) => Some(Type::Element(roots::FLOW)),
            (K::ThroughKw, _) => Some(Type::Element(roots::NODE)),
            (_, Some(K::Colon)) => {
                let list = all.get(index + 3).is_some_and(|word| word.kind == K::LBracket);
                let names = chain_from(all, index + 3 + usize::from(list));
                let ty = self.written_type(&names)?;
                Some(if list { ty.list() } else { ty })
            }
            (_, Some(K::InKw)) => match self.path_type(&chain_from(all, index + 3), known, DEEPEST)? {
                Type::List(member) => Some((*member).clone()),
                other => Some(other),
            },
            _ => None,
        }
    }

    /// The type that is written in a declaration.
    pub(super) fn written_type(&self, names: &[&str]) -> Option<Type> {
        match names {
            ["Bool"] => Some(Type::Bool),
            ["Int"] => Some(Type::Int),
            ["Number"] => Some(Type::Number),
            ["Percent"] => Some(Type::Percent),
            ["String"] => Some(Type::Text),
            ["Duration"] => Some(Type::Duration),
            ["Date"] => Some(Type::Date),
            ["Money"] => Some(Type::Money),
            ["Matrix"] => Some(Type::Matrix),
            ["tag"] => Some(Type::Tag),
            ["node"] => Some(Type::Element(roots::NODE)),
            _ => match self.at.library().scopes.lookup(self.package, &path(names)) {
                Ok((Def::Enum(id), _)) => Some(Type::Enum(id)),
                _ => self.type_named(names).map(Type::Element),
            },
        }
    }

    /// The type of a dotted path.
    pub(super) fn type_of(&self, names: &[&str]) -> Option<Type> {
        self.path_type(names, &self.variables(), DEEPEST)
    }

    fn path_type(&self, names: &[&str], variables: &[(&str, Type)], depth: usize) -> Option<Type> {
        let (first, rest) = names.split_first()?;
        depth.checked_sub(1)?;
        let variable = variables.iter().rev().find(|(name, _)| name == first).map(|(_, ty)| ty.clone());
        let mut ty = variable.or_else(|| self.type_of_name(first))?;
        for (index, field) in rest.iter().enumerate() {
            ty = self.narrowed(&names[..=index]).unwrap_or(ty);
            ty = self.field_type(&ty, field)?;
        }
        Some(self.narrowed(names).unwrap_or(ty))
    }

    /// The type of a declared element or of an element of a test.
    fn type_of_name(&self, name: &str) -> Option<Type> {
        let local = self.local_elements().into_iter().find(|(known, _)| *known == name);
        if let Some((_, kind)) = local {
            return Some(Type::Element(roots::of(kind)));
        }
        match self.at.library().scopes.lookup(self.package, &path(&[name])) {
            Ok((Def::Element(id), _)) => self.at.model().roster.heads.get(id).map(|head| Type::Element(head.ty)),
            _ => None,
        }
    }

    /// A property or navigation of a type; on a list it maps.
    fn field_type(&self, ty: &Type, field: &str) -> Option<Type> {
        let (owner, list) = match ty {
            Type::Element(owner) => (*owner, false),
            Type::List(member) => match **member {
                Type::Element(owner) => (owner, true),
                _ => return None,
            },
            _ => return None,
        };
        let library = self.at.library();
        let kinds = kinds_of(library.types[owner].kind);
        let navigation =
            NAVIGATION.iter().find(|nav| nav.name == field && kinds.iter().all(|kind| nav.kinds.contains(kind)));
        let found = match navigation {
            Some(nav) => (nav.ty)(),
            None => {
                let checker = Checker::new(library, &self.at.model().roster, self.package);
                checker.property(owner, field)?.1
            }
        };
        Some(match found {
            found @ Type::List(_) => found,
            found if list => found.list(),
            found => found,
        })
    }

    /// The type that a test in the declaration gives a path: `f.target is WebService and …`.
    fn narrowed(&self, names: &[&str]) -> Option<Type> {
        let all = self.declaration();
        let tests =
            all.iter().enumerate().filter(|(_, word)| word.kind == K::IsKw && word.start < self.cursor.typed.start);
        let mut found = None;
        for (index, _) in tests {
            let negated = all.get(index + 1).is_some_and(|word| word.kind == K::NotKw);
            if !negated && chain_before(&all, index) == names {
                found = self.type_named(&chain_from(&all, index + 1)).map(Type::Element).or(found);
            }
        }
        found
    }

    /// Elements that the test around the cursor declares.
    pub(super) fn local_elements(&self) -> Vec<(&'a str, Kind)> {
        if self.cursor.blocks.first().and_then(crate::syntax::Block::word) != Some(K::TestKw) {
            return Vec::new();
        }
        let all = self.declaration();
        let pairs = all.iter().zip(all.iter().skip(1)).filter(|(_, name)| name.kind == K::Ident);
        pairs.filter_map(|(word, name)| Some((name.text, kind_of_word(word.kind)?))).collect()
    }

    /// Behind a dot: what the path before it has.
    pub(super) fn behind_dot(&mut self, chain: &[&str]) {
        if let [name] = chain
            && self.behind_name(name)
        {
            return;
        }
        if let Some(package) = self.at.library().scopes.package_named(self.package, &chain.join(".")) {
            let names = self.names_in(package);
            self.items.extend(names);
        }
        let ty = match self.type_of(chain) {
            Some(Type::List(member)) => (*member).clone(),
            Some(ty) => ty,
            None => return,
        };
        if let Type::Element(owner) = ty {
            self.fields(owner);
        }
    }

    /// Values of an enum, names of a package that goes by another name; witnesses of a decision's target.
    fn behind_name(&mut self, name: &str) -> bool {
        if let Ok((Def::Enum(id), _)) = self.at.library().scopes.lookup(self.package, &path(&[name])) {
            self.values_of(&Type::Enum(id));
            return true;
        }
        let first = self.cursor.before.first().map(|word| word.kind);
        if matches!(first, Some(K::AcceptKw | K::DismissKw | K::TransferKw | K::MitigateKw | K::ExpectKw)) {
            self.elements_of(&[Kind::Data]);
            return true;
        }
        false
    }

    fn fields(&mut self, owner: TypeId) {
        let library = self.at.library();
        let checker = Checker::new(library, &self.at.model().roster, self.package);
        for name in checker.property_names(owner) {
            let item = match checker.property(owner, &name) {
                Some((prop, ty)) => {
                    let declared = library.declaring(owner, prop).1.map(|span| self.at.location(span));
                    let own = declared.is_some();
                    let item = Item::new(&*name, Sort::Property).detail(ty.show(library));
                    Item { declared, ..item.rank(if own { 1 } else { 2 }) }
                }
                None => {
                    let nav = NAVIGATION.iter().find(|nav| nav.name == name);
                    let detail = nav.map_or_else(String::new, |nav| (nav.ty)().show(library));
                    Item::new(&*name, Sort::Property).detail(detail).rank(3)
                }
            };
            self.items.push(item);
        }
    }
}

/// The names of the dotted path that begins at an index.
pub(super) fn chain_from<'a>(all: &[Word<'a>], start: usize) -> Vec<&'a str> {
    let mut names = Vec::new();
    let mut at = start;
    while let Some(word) = all.get(at).filter(|word| word.kind == K::Ident || word.kind.is_keyword()) {
        names.push(word.text);
        if all.get(at + 1).is_none_or(|dot| dot.kind != K::Dot) {
            break;
        }
        at += 2;
    }
    names
}

/// The kinds that a type can be of; without one it is what nodes have in common.
pub(super) fn kinds_of(kind: Option<Kind>) -> Vec<Kind> {
    kind.map_or_else(|| vec![Kind::Actor, Kind::Process, Kind::Store], |kind| vec![kind])
}

fn kind_of_word(word: K) -> Option<Kind> {
    Some(match word {
        K::ActorKw => Kind::Actor,
        K::ProcessKw => Kind::Process,
        K::StoreKw => Kind::Store,
        K::BoundaryKw => Kind::Boundary,
        K::FlowKw => Kind::Flow,
        K::DataKw => Kind::Data,
        _ => return None,
    })
}
