//! Values: of what is assigned, of what is compared, and expressions in general.

use super::{Completer, Item, Sort};
use crate::syntax::{Word, chain_before};
use rustc_hash::FxHashSet;
use tm_compiler::builtins::ICON;
use tm_compiler::check::Checker;
use tm_compiler::decl::Kind;
use tm_compiler::ids::EnumId;
use tm_compiler::library::{Def, roots};
use tm_compiler::value::Type;
use tm_grammar::SyntaxKind as K;

/// What holds ids of catalogues, or the name of an icon.
pub(super) const IDS: &[&str] = &["references", "satisfies", "cwe", ICON];

/// So many entries of catalogues are offered.
const MOST: usize = 100;

/// Built-in types of properties.
const TYPES: &[&str] = &["Bool", "Int", "Number", "Percent", "String", "Date", "Duration", "Money", "Matrix"];

/// Functions of the language.
const FUNCTIONS: &[&str] = &["count", "max", "min", "known"];

/// Functions that mean something only in expectations.
const RISKS: &[&str] = &["inherent", "residual", "target"];

impl Completer<'_> {
    /// Behind `name =`.
    pub(super) fn value_of(&mut self, name: &str) {
        let block = self.cursor.block().and_then(crate::syntax::Block::word);
        match (block, name) {
            (Some(K::ThreatKw), "mitigated_by") => self.arguments_or(|it| it.controls()),
            (Some(K::ThreatKw), "likelihood" | "impact") => {
                let method = self.at.analysis().method();
                let scale = method.map(|it| if name == "impact" { it.matrix.impact } else { it.matrix.likelihood });
                match scale {
                    Some(scale) => self.values_of(&Type::Enum(scale)),
                    None => self.levels(),
                }
                self.expression();
            }
            (Some(K::AttackerKw), "skill") | (Some(K::GoalKw | K::ObjectiveKw), "impact") => {
                self.levels();
                self.expression();
            }
            (Some(K::MitigateKw | K::ApplyKw), "status") => self.words(&["proposed", "planned", "implemented"]),
            (Some(K::VulnerabilityKw), "status") => {
                self.words(&["open", "planned", "fixed", "not_affected"]);
            }
            (Some(K::MitigateKw | K::ApplyKw | K::ControlKw), "verified_by") => self.checks(),
            (Some(K::TypeKw), ICON) => self.icons("\""),
            (Some(K::ControlKw), "reduces") => self.words(&["Likelihood", "Impact"]),
            (Some(K::ViewKw), "include") | (Some(K::AttackerKw), "starts_at") => {
                self.elements_of(&[Kind::Actor, Kind::Process, Kind::Store, Kind::Boundary, Kind::Flow]);
            }
            (Some(K::GoalKw), "target") | (Some(K::ObjectiveKw), "protects") => self.elements(),
            (Some(K::PolicyKw), "met") => self.expression(),
            (Some(K::GoalKw), "attacker") => self.others(Def::Attacker),
            (Some(K::FixKw), _) => self.value_of_fix(),
            _ => self.value_of_property(name),
        }
    }

    fn value_of_property(&mut self, name: &str) {
        let Some(owner) = self.owner() else {
            return;
        };
        let checker = Checker::new(self.at.library(), &self.at.model().roster, self.package);
        if let Some((_, ty)) = checker.property(owner, name) {
            self.values_of(&ty);
        }
    }

    /// `f.encrypted = ` in a fix.
    fn value_of_fix(&mut self) {
        let Some(eq) = self.cursor.before.iter().position(|word| word.kind == K::Eq) else {
            return;
        };
        let chain = chain_before(&self.cursor.before, eq);
        if let Some(ty) = self.type_of(&chain) {
            self.values_of(&ty);
        }
    }

    /// `name: Type = `.
    pub(super) fn default_of_property(&mut self) {
        let before = &self.cursor.before;
        let (Some(colon), Some(eq)) =
            (before.iter().position(|word| word.kind == K::Colon), before.iter().position(|word| word.kind == K::Eq))
        else {
            return;
        };
        let inner: Vec<&str> = before[colon + 1..eq.max(colon + 1)]
            .iter()
            .filter(|word| word.kind == K::Ident)
            .map(|word| word.text)
            .collect();
        if let Some(ty) = self.written_type(&inner) {
            self.values_of(&ty);
        }
    }

    pub(super) fn property_types(&mut self) {
        for name in TYPES {
            self.items.push(Item::new(*name, Sort::Type).rank(1));
        }
        self.kinds();
        self.named(|def| matches!(def, Def::Enum(_) | Def::Type(_)));
    }

    /// What can stand where a type is wanted.
    pub(super) fn values_of(&mut self, ty: &Type) {
        let library = self.at.library();
        match ty {
            Type::Bool => self.words(&["true", "false"]),
            Type::Enum(id) => {
                let Some(info) = library.enums.get(*id) else { return };
                for (index, value) in info.values.iter().enumerate() {
                    let order = if info.scale { index } else { 0 };
                    let item = Item::new(&*value.name, Sort::Value).detail(&*value.title).rank(0);
                    self.items.push(Item { order, declared: Some(self.at.location(value.span)), ..item });
                }
            }
            Type::Element(wanted) => {
                let heads = &self.at.model().roster.heads;
                self.named(|def| match def {
                    Def::Element(id) => heads.get(id).is_some_and(|head| library.is_subtype(head.ty, *wanted)),
                    _ => false,
                });
                for (name, kind) in self.local_elements() {
                    if library.is_subtype(tm_compiler::library::roots::of(kind), *wanted) {
                        self.items.push(Item::new(name, Sort::Element).rank(1));
                    }
                }
            }
            Type::TypeName => self.types(Some(Kind::Flow)),
            Type::Tag => self.named(|def| matches!(def, Def::Tag(_))),
            Type::Control => self.controls(),
            Type::Matrix => self.named(|def| matches!(def, Def::Matrix(_))),
            Type::EnumName => self.sets(0),
            Type::RiskLevel => {
                if let Some(method) = self.at.analysis().method() {
                    self.values_of(&Type::Enum(method.matrix.risk));
                }
            }
            Type::List(member) => self.values_of(member),
            _ => {}
        }
    }

    /// Levels of the scales in sight.
    fn levels(&mut self) {
        let library = self.at.library();
        for (_, def) in self.visible() {
            if let Def::Enum(id) = def
                && library.enums[id].scale
            {
                self.values_of(&Type::Enum(id));
            }
        }
    }

    fn checks(&mut self) {
        let tools = [("sarif", "sarif(\"$1\", rule = \"$0\")"), ("junit", "junit(\"$1\", case = \"$0\")")];
        for (name, insert) in tools {
            self.items.push(Item::new(name, Sort::Function).snippet(insert).rank(1));
        }
    }

    /// Inside the parentheses of a control its arguments, else something else.
    fn arguments_or(&mut self, other: impl FnOnce(&mut Self)) {
        let open = self.cursor.bracket().map(|open| self.cursor.before[open].kind);
        if open != Some(K::LParen) {
            other(self);
            return;
        }
        match self.cursor.last().map(|word| word.kind) {
            Some(K::LParen | K::Comma) => {
                for name in ["strength", "on"] {
                    self.items.push(Item::new(name, Sort::Property).snippet(format!("{name} = $0")).rank(1));
                }
            }
            _ => self.expression(),
        }
    }

    /// Where an expression goes on.
    pub(super) fn expression(&mut self) {
        let before = &self.cursor.before;
        let last = before.last().map(|word| word.kind);
        match last {
            Some(K::EqEq | K::NotEq | K::Lt | K::LtEq | K::Gt | K::GtEq | K::HasKw) => {
                let chain = chain_before(before, before.len() - 1);
                match self.type_of(&chain).or_else(|| self.type_of_call(before.len() - 1)) {
                    Some(ty) => {
                        self.values_of(&ty);
                        self.bound_names();
                    }
                    None => self.operands(),
                }
            }
            Some(K::IsKw) => {
                self.kinds();
                self.types(None);
            }
            Some(K::NotKw) if before.len() > 1 && before[before.len() - 2].kind == K::IsKw => {
                self.kinds();
                self.types(None);
            }
            Some(K::Colon) => {
                self.kinds();
                self.types(None);
            }
            // A member's name: what it states comes behind `=`.
            Some(K::Ident) if before.len() == 1 => {}
            Some(K::Ident | K::RParen | K::RBracket | K::Int | K::String | K::TrueKw | K::FalseKw) => {
                self.words(&["and", "or", "in", "has", "is", "reaches", "where", "then", "else"]);
            }
            _ => self.operands(),
        }
    }

    /// The type of the call that ends before a word: of a risk, a level; of a count, a number.
    fn type_of_call(&self, end: usize) -> Option<Type> {
        let before = &self.cursor.before[..end];
        before.last().filter(|last| last.kind == K::RParen)?;
        let open = before.iter().rposition(|word| word.kind == K::LParen)?;
        let name = before[..open].last()?.text;
        RISKS.contains(&name).then(|| self.own_risk().map_or(Type::RiskLevel, Type::Enum))
    }

    /// The scale of risk of the matrix that a test's own model names.
    fn own_risk(&self) -> Option<EnumId> {
        let library = self.at.library();
        self.cursor.blocks.first().filter(|block| block.word() == Some(K::TestKw))?;
        let root = &library.types[roots::MODEL];
        let prop = *root.property_order.iter().find(|prop| root.properties[*prop].ty == Type::Matrix)?;
        let words = self.declaration();
        let stated = |words: &&[Word<'_>]| words[0].text == library.props.name(prop) && words[1].text == "=";
        let name = words.windows(3).find(stated)?[2].text;
        match library.scopes.lookup_name(self.at.analysis().package, &name.into()) {
            Ok((Def::Matrix(id), _)) => library.matrices.get(id).map(|matrix| matrix.risk),
            _ => None,
        }
    }

    /// Variables in scope.
    fn bound_names(&mut self) {
        for (name, ty) in self.variables() {
            self.items.push(Item::new(name, Sort::Variable).detail(ty.show(self.at.library())).rank(1));
        }
    }

    /// What a part of an expression can begin with.
    fn operands(&mut self) {
        self.bound_names();
        for name in FUNCTIONS {
            self.items.push(Item::new(*name, Sort::Function).snippet(format!("{name}($0)")).rank(4));
        }
        if self.cursor.blocks.iter().any(|block| block.word() == Some(K::TestKw)) {
            for name in RISKS {
                self.items.push(Item::new(*name, Sort::Function).snippet(format!("{name}($0)")).rank(3));
            }
        }
        self.named(|def| matches!(def, Def::Fn(_)));
        self.elements();
        self.named(|def| matches!(def, Def::Enum(_) | Def::Control(_) | Def::Tag(_)));
        for word in ["not", "exists", "all", "none", "if", "true", "false", "unknown"] {
            self.items.push(Item::new(word, Sort::Keyword).rank(6));
        }
    }

    /// Inside a text: ids of catalogues that rules and controls know, or the paths of a message.
    pub(super) fn in_string(&mut self, byte: usize) {
        let library = self.at.library();
        let Some(name) = self.cursor.assigned().map(str::to_owned) else {
            return;
        };
        match name.as_str() {
            "references" | "cwe" => {
                let ids = library.rules.values().flat_map(|rule| &rule.references);
                self.texts(ids.map(|id| id.to_string()).collect());
                self.entries(byte);
            }
            "satisfies" => {
                let ids = library.controls.values().flat_map(|control| &control.satisfies);
                self.texts(ids.map(|id| id.to_string()).collect());
                self.entries(byte);
            }
            "message" => self.in_message(byte),
            ICON if self.cursor.block().and_then(crate::syntax::Block::word) == Some(K::TypeKw) => self.icons(""),
            _ => {}
        }
    }

    /// The icons that types of the package can have: its own that are in use, and those of the library.
    fn icons(&mut self, quote: &str) {
        let at = self.at;
        let names = at.analysis().icons.names(at.analysis().package);
        self.items.extend(names.into_iter().map(|name| {
            let item = Item::new(name, Sort::Text).rank(0);
            if quote.is_empty() { item } else { item.snippet(format!("{quote}{name}{quote}")) }
        }));
    }

    /// Entries of catalogues that begin like the string.
    fn entries(&mut self, byte: usize) {
        let Some(string) = self.cursor.string.clone() else { return };
        let start = self.text.get(string.start + 1..byte).unwrap_or_default();
        self.cut = true; // there are thousands: with each letter others come to the front
        if start.is_empty() {
            return;
        }
        let found = self.at.analysis().catalogs.complete(start, MOST);
        for entry in found {
            self.items.push(Item::new(entry.id, Sort::Text).detail(entry.title).rank(0));
        }
    }

    fn texts(&mut self, ids: FxHashSet<String>) {
        let typed = self.cursor.string.clone().and_then(|string| self.text.get(string));
        let typed = typed.unwrap_or_default().trim_matches('"');
        let mut ids: Vec<String> = ids.into_iter().filter(|id| id != typed).collect();
        ids.sort();
        let catalogs = &self.at.analysis().catalogs;
        let title = |id: &str| catalogs.entry(id).map(|entry| entry.title).unwrap_or_default();
        self.items.extend(ids.into_iter().map(|id| Item::new(id.as_str(), Sort::Text).detail(title(&id)).rank(1)));
    }

    /// Between the braces of a message stands a path.
    fn in_message(&mut self, byte: usize) {
        let Some(string) = self.cursor.string.clone() else { return };
        let before = self.text.get(string.start..byte).unwrap_or_default();
        let Some(open) = before.rfind('{').filter(|open| !before[*open..].contains('}')) else {
            return;
        };
        let written: Vec<&str> = before[open + 1..].split('.').map(str::trim).collect();
        match written.split_last() {
            Some((_, [])) | None => self.bound_names(),
            Some((_, chain)) => self.behind_dot(chain),
        }
    }
}
