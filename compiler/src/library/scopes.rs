//! Which name means what in which package.

use crate::decl::{Name, Path};
use crate::ids::{ControlId, ElementId, EnumId, FnId, MatrixId, PolicyId, RuleId, TagId, TypeId};
use crate::package::{PackageId, Use};
use crate::source::Span;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;

/// What a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named after what is declared")]
pub enum Def {
    Element(ElementId),
    Type(TypeId),
    Enum(EnumId),
    Tag(TagId),
    Control(ControlId),
    Rule(RuleId),
    Matrix(MatrixId),
    Fn(FnId),
    Policy(PolicyId),
    View,
    Assumption,
    Attacker,
    Goal,
    Attack,
    Objective,
    Catalog,
    /// Declared by a declaration that could not be read.
    Broken,
}

impl Def {
    /// What it is, in words.
    pub fn sort(self) -> &'static str {
        match self {
            Def::Element(_) => "an element",
            Def::Type(_) => "a type",
            Def::Enum(_) => "an enum",
            Def::Tag(_) => "a tag",
            Def::Control(_) => "a control",
            Def::Rule(_) => "a threat",
            Def::Matrix(_) => "a matrix",
            Def::Fn(_) => "a function",
            Def::Policy(_) => "a policy",
            Def::View => "a view",
            Def::Assumption => "an assumption",
            Def::Attacker => "an attacker",
            Def::Goal => "a goal",
            Def::Attack => "an attack",
            Def::Objective => "an objective",
            Def::Catalog => "a catalogue",
            Def::Broken => "something that could not be read",
        }
    }
}

/// Why a name was not found.
#[derive(Clone, Debug)]
pub enum LookupError {
    /// Nothing declares it.
    Unknown,
    /// Two imported packages declare it: their names and the places of the declarations.
    Ambiguous(Vec<(PackageId, Span)>),
}

/// The names of one package.
#[derive(Clone, Debug, Default)]
struct Scope {
    own: FxHashMap<Name, (Def, Span)>,
    order: Vec<Name>,
    /// The enums among them: every level of every rule is looked for here.
    enums: Vec<(Name, EnumId)>,
    uses: Vec<Use>,
}

/// The names of all packages.
#[derive(Clone, Debug, Default)]
pub struct Scopes {
    names: Vec<Name>,
    list: Vec<Scope>,
}

impl Scopes {
    /// Opens the scope of the next package.
    pub fn add_package(&mut self, name: Name, uses: Vec<Use>) {
        self.names.push(name);
        self.list.push(Scope { uses, ..Scope::default() });
    }

    /// Makes room for names that are going to be declared.
    pub fn reserve(&mut self, package: PackageId, names: usize) {
        if let Some(scope) = self.list.get_mut(package.0 as usize) {
            scope.own.reserve(names);
            scope.order.reserve(names);
        }
    }

    /// Declares a name; the earlier place where it is declared already.
    pub fn declare(&mut self, package: PackageId, name: &Name, def: Def, span: Span) -> Option<Span> {
        let scope = self.list.get_mut(package.0 as usize)?;
        match scope.own.entry(name.clone()) {
            Entry::Occupied(known) => return Some(known.get().1),
            Entry::Vacant(room) => room.insert((def, span)),
        };
        scope.order.push(name.clone());
        if let Def::Enum(id) = def {
            scope.enums.push((name.clone(), id));
        }
        None
    }

    /// The names that a package declares, in order.
    pub fn names_of(&self, package: PackageId) -> &[Name] {
        let scope = self.list.get(package.0 as usize);
        scope.map_or(&[], |scope| &scope.order)
    }

    /// What a path means in a package: a name, `alias.name` or `package.name`.
    ///
    /// # Errors
    /// Where nothing or more than one thing has that name.
    pub fn lookup(&self, package: PackageId, path: &Path) -> Result<(Def, Span), LookupError> {
        match path.segments.as_slice() {
            [name] => self.lookup_name(package, &name.name),
            [.., name] => {
                let prefix: Vec<&str> =
                    path.segments[..path.segments.len() - 1].iter().map(|ident| &*ident.name).collect();
                let owner = self.package_named(package, &prefix.join(".")).ok_or(LookupError::Unknown)?;
                let found = self.list.get(owner.0 as usize).and_then(|scope| scope.own.get(&name.name));
                found.copied().ok_or(LookupError::Unknown)
            }
            [] => Err(LookupError::Unknown),
        }
    }

    /// The package that stands before a name, and where its alias is declared.
    pub fn prefix(&self, package: PackageId, name: &str) -> Option<(PackageId, Option<Span>)> {
        let scope = self.list.get(package.0 as usize)?;
        let mut aliases = scope.uses.iter().filter_map(|used| Some((used.package, used.alias.as_ref()?)));
        let by_alias = aliases.find(|(_, alias)| &*alias.name == name);
        match by_alias {
            Some((owner, alias)) => Some((owner, Some(alias.span))),
            None => self.package_named(package, name).map(|owner| (owner, None)),
        }
    }

    /// What a package declares under a name.
    pub fn declared(&self, package: PackageId, name: &str) -> Option<(Def, Span)> {
        self.list.get(package.0 as usize)?.own.get(name).copied()
    }

    /// The packages that one uses, in order.
    pub fn uses(&self, package: PackageId) -> &[Use] {
        self.list.get(package.0 as usize).map_or(&[], |scope| &scope.uses)
    }

    /// The package that an alias or a full name means here.
    pub fn package_named(&self, package: PackageId, name: &str) -> Option<PackageId> {
        let scope = self.list.get(package.0 as usize)?;
        let by_alias = scope.uses.iter().find(|used| used.alias.as_ref().is_some_and(|alias| &*alias.name == name));
        let by_name = || {
            self.names.iter().position(|known| &**known == name).and_then(|at| u32::try_from(at).ok()).map(PackageId)
        };
        by_alias.map(|used| used.package).or_else(by_name)
    }

    /// What a single name means: own names first, then those of the packages used.
    ///
    /// # Errors
    /// Where nothing or more than one imported package has that name.
    pub fn lookup_name(&self, package: PackageId, name: &Name) -> Result<(Def, Span), LookupError> {
        let scope = self.list.get(package.0 as usize).ok_or(LookupError::Unknown)?;
        if let Some(found) = scope.own.get(name) {
            return Ok(*found);
        }
        let mut found: Vec<(PackageId, (Def, Span))> = Vec::new();
        for used in scope.uses.iter().filter(|used| brings(used, name)) {
            let def = self.list.get(used.package.0 as usize).and_then(|scope| scope.own.get(name));
            if let Some(def) = def
                && !found.iter().any(|(package, _)| *package == used.package)
            {
                found.push((used.package, *def));
            }
        }
        if found.is_empty() {
            found = self.active_rules(name);
        }
        match found.as_slice() {
            [] => Err(LookupError::Unknown),
            [(_, def)] => Ok(*def),
            many => Err(LookupError::Ambiguous(many.iter().map(|(package, (_, span))| (*package, *span)).collect())),
        }
    }

    /// The rules of a name in all packages: those of packages used by packages are active too, so reports name them.
    fn active_rules(&self, name: &Name) -> Vec<(PackageId, (Def, Span))> {
        let all = self.list.iter().enumerate();
        let found = all.filter_map(|(index, scope)| Some((index, *scope.own.get(name)?)));
        let rules = found.filter(|(_, (def, _))| matches!(def, Def::Rule(_)));
        rules.map(|(index, def)| (PackageId(u32::try_from(index).unwrap_or(u32::MAX)), def)).collect()
    }

    /// All names that can be written in a package, own ones first, each with what it means.
    pub fn visible(&self, package: PackageId) -> Vec<(Name, Def)> {
        let Some(scope) = self.list.get(package.0 as usize) else {
            return Vec::new();
        };
        let mut names: Vec<(Name, Def)> = own_names(scope).collect();
        for used in &scope.uses {
            let imported = self.list.get(used.package.0 as usize).into_iter().flat_map(own_names);
            names.extend(imported.filter(|(name, _)| brings(used, name)));
        }
        names
    }

    /// The enums among the names that can be written in a package, own ones first.
    pub fn visible_enums(&self, package: PackageId) -> impl Iterator<Item = EnumId> {
        let scope = self.list.get(package.0 as usize);
        let own = scope.into_iter().flat_map(|scope| &scope.enums).map(|(_, id)| *id);
        let uses = scope.into_iter().flat_map(|scope| &scope.uses);
        let imported = uses.flat_map(|used| {
            let enums = self.list.get(used.package.0 as usize).into_iter().flat_map(|scope| &scope.enums);
            enums.filter(|(name, _)| brings(used, name)).map(|(_, id)| *id)
        });
        own.chain(imported)
    }
}

fn own_names(scope: &Scope) -> impl Iterator<Item = (Name, Def)> {
    scope.order.iter().filter_map(|name| scope.own.get(name).map(|(def, _)| (name.clone(), *def)))
}

/// True where a `use` line makes the name visible on its own.
fn brings(used: &Use, name: &Name) -> bool {
    match &used.names {
        Some(names) => names.iter().any(|ident| ident.name == *name),
        None => used.alias.is_none(),
    }
}
