//! What a single name means in an expression.

use super::{Checker, Ex, ExKind};
use crate::codes;
use crate::decl::{Ident, Name, Path};
use crate::diagnostic::{Diagnostic, nearest};
use crate::ids::{ElementId, RuleId};
use crate::library::{Def, LookupError};
use crate::references::Meaning;
use crate::source::Span;
use crate::value::{Type, Value};
use std::sync::Arc;

impl Checker<'_> {
    /// A variable, a value of the expected enum, something declared, or a value of the only enum that has it.
    pub(super) fn name(&mut self, name: &Name, span: Span, wanted: Option<&Type>) -> Ex {
        if let Some(slot) = self.variables.iter().rposition(|variable| variable.name == *name) {
            self.mark_used(slot);
            let ty = self.variables[slot].ty.clone();
            let declared = self.variables[slot].span;
            self.library.recorder.note(span, Meaning::Variable(ty.clone()), Some(declared));
            return Ex { kind: ExKind::Var(slot), ty, span };
        }
        if let Some(ex) = self.value_of_expected_enum(name, span, wanted) {
            return ex;
        }
        let path = Path::from(Ident { name: name.clone(), span });
        if let Some(id) = self.roster.local.get(name) {
            let ty = Type::Element(self.roster.heads[*id].ty);
            self.note_local(*id, span);
            return Ex { kind: ExKind::Const(Value::Element(*id)), ty, span };
        }
        match self.library.scopes.lookup(self.package, &path) {
            Ok((def, declared)) => {
                self.library.note_path(self.package, &path, def, declared);
                self.def(def, &path)
            }
            Err(LookupError::Ambiguous(owners)) => {
                self.ambiguous(&path, &owners);
                Self::error(span)
            }
            Err(LookupError::Unknown) => self.unknown_name(name, span, wanted),
        }
    }

    /// Notes an element of a test's world.
    fn note_local(&self, id: ElementId, span: Span) {
        if let Some(head) = self.roster.heads.get(id) {
            // Ids of a test's world mean nothing outside of it.
            self.library.recorder.note(span, Meaning::Variable(Type::Element(head.ty)), Some(head.span));
        }
    }

    fn value_of_expected_enum(&self, name: &Name, span: Span, wanted: Option<&Type>) -> Option<Ex> {
        let member = match wanted? {
            Type::List(member) => member,
            other => other,
        };
        let Type::Enum(id) = member else { return None };
        let index = self.library.enums[*id].position(name)?;
        self.library.note_value(span, *id, index);
        Some(Ex { kind: ExKind::Const(Value::Enum(*id, index)), ty: Type::Enum(*id), span })
    }

    fn unknown_name(&mut self, name: &Name, span: Span, wanted: Option<&Type>) -> Ex {
        let member = match wanted {
            Some(Type::List(member)) => Some(&**member),
            other => other,
        };
        if let Some(Type::Enum(id)) = member {
            let info = &self.library.enums[*id];
            if info.partial {
                return Self::error(span); // perhaps a value in the part that was not read
            }
            let names: Vec<&Name> = info.values.iter().map(|value| &value.name).collect();
            let diagnostic =
                Diagnostic::new(codes::UNKNOWN_VALUE, span, format!("`{}` has no value `{name}`", info.name))
                    .label("not one of its values")
                    .note(format!("`{}` has: {}", info.name, crate::diagnostic::list_names(&names, 12)))
                    .did_you_mean(name, &names);
            self.report(diagnostic);
            return Self::error(span);
        }
        if member == Some(&Type::Text) {
            self.report(
                Diagnostic::new(codes::TYPE_MISMATCH, span, "a text in quotes is needed here")
                    .label("a name, not a text")
                    .help(format!("write `\"{name}\"`"))
                    .edit("put it in quotes", span, format!("\"{name}\"")),
            );
            return Self::error(span);
        }
        if member == Some(&Type::Bool)
            && let Some(value) = truth_value(name)
        {
            let message = format!("nothing is called `{name}`; what holds or not is `true` or `false`");
            let diagnostic = Diagnostic::new(codes::UNKNOWN_NAME, span, message).label("no truth value");
            self.report(diagnostic.help(format!("did you mean `{value}`?")).edit(
                format!("change to `{value}`"),
                span,
                value,
            ));
            return Self::error(span);
        }
        match self.only_enum_with(name) {
            Some(ex) => {
                if let ExKind::Const(Value::Enum(id, index)) = ex.kind {
                    self.library.note_value(span, id, index);
                }
                Ex { span, ..ex }
            }
            None => {
                self.unknown(name, span, "");
                Self::error(span)
            }
        }
    }

    /// A value that exactly one visible enum has.
    fn only_enum_with(&self, name: &Name) -> Option<Ex> {
        let mut found = None;
        for id in self.library.scopes.visible_enums(self.package) {
            if let Some(index) = self.library.enums[id].position(name)
                && found.replace((id, index)).is_some_and(|earlier| earlier.0 != id)
            {
                return None;
            }
        }
        let (id, index) = found?;
        Some(Ex { kind: ExKind::Const(Value::Enum(id, index)), ty: Type::Enum(id), span: Span::default() })
    }

    /// Something declared, as a value.
    pub(super) fn def(&mut self, def: Def, path: &Path) -> Ex {
        let (value, ty) = match def {
            Def::Element(id) => {
                if self.roster.is_foreign(id) {
                    self.unknown(&path.segments[path.segments.len() - 1].name, path.span, "in the world of this test");
                    return Self::error(path.span);
                }
                (Value::Element(id), Type::Element(self.roster.heads[id].ty))
            }
            Def::Type(id) => (Value::Type(id), Type::TypeName),
            Def::Enum(id) => (Value::EnumName(id), Type::EnumName),
            Def::Tag(id) => (Value::Tag(id), Type::Tag),
            Def::Control(id) => (Value::Control(id), Type::Control),
            Def::Matrix(id) => (Value::Matrix(id), Type::Matrix),
            Def::Broken => return Self::error(path.span),
            other => {
                self.wrong_sort(path, other, "a value");
                return Self::error(path.span);
            }
        };
        Ex { kind: ExKind::Const(value), ty, span: path.span }
    }

    /// What a path means; mistakes are reported. `sort` is what was looked for, in words.
    pub fn lookup(&mut self, path: &Path, sort: &str) -> Option<Def> {
        if let [name] = path.segments.as_slice()
            && let Some(id) = self.roster.local.get(&name.name)
        {
            self.note_local(*id, name.span);
            return Some(Def::Element(*id));
        }
        match self.library.scopes.lookup(self.package, path) {
            Ok((def, declared)) => {
                self.library.note_path(self.package, path, def, declared);
                Some(def)
            }
            Err(LookupError::Ambiguous(owners)) => {
                self.ambiguous(path, &owners);
                None
            }
            Err(LookupError::Unknown) => {
                self.unknown_of_sort(path, sort);
                None
            }
        }
    }

    fn unknown_of_sort(&mut self, path: &Path, sort: &str) {
        let written = path.text();
        let last = path.segments.last().map_or("", |ident| &*ident.name);
        let what = if sort.is_empty() { "nothing" } else { "no" };
        let message = format!(
            "there is {what} {}`{written}`",
            if sort.is_empty() { "called ".into() } else { format!("{sort} ") }
        );
        let at = path.segments.last().map_or(path.span, |ident| ident.span);
        let diagnostic =
            Diagnostic::new(codes::UNKNOWN_NAME, at, message).label("not declared, and no package in use has it");
        self.report(self.suggest(diagnostic, last, || self.names_of_sort(sort)));
    }

    fn suggest(&self, diagnostic: Diagnostic, written: &str, names: impl Fn() -> Vec<Name>) -> Diagnostic {
        if self.roster.may_suggest() { diagnostic.did_you_mean(written, names()) } else { diagnostic }
    }

    fn names_of_sort(&self, sort: &str) -> Vec<Name> {
        if sort == "threat" {
            return self.library.rules.values().map(|rule| rule.name.clone()).collect(); // those of packages used by packages too
        }
        let visible = self.library.scopes.visible(self.package).into_iter();
        let fits = |def: &Def| match sort {
            "type" => matches!(def, Def::Type(_)),
            "enum" => matches!(def, Def::Enum(_)),
            "model" => {
                matches!(def, Def::Element(id) if self.roster.heads[*id].kind == crate::decl::Kind::Model)
            }
            "control" => matches!(def, Def::Control(_)),
            "element" => matches!(def, Def::Element(_)),
            _ => true,
        };
        let mut names: Vec<Name> = visible.filter(|(_, def)| fits(def)).map(|(name, _)| name).collect();
        let mut local: Vec<Name> = self.roster.local.keys().cloned().collect();
        local.sort();
        names.extend(local);
        names
    }

    /// Reports a name that nothing declares.
    pub(super) fn unknown(&mut self, name: &Name, span: Span, place: &str) {
        let message = if place.is_empty() {
            format!("nothing is called `{name}`")
        } else {
            format!("nothing is called `{name}` {place}")
        };
        let label = if place.is_empty() {
            "not declared, and no package in use has it"
        } else {
            "a test that declares elements sees none of the package's own"
        };
        let diagnostic = Diagnostic::new(codes::UNKNOWN_NAME, span, message).label(label);
        let names = || {
            let mut names = self.names_of_sort("");
            names.extend(self.variables.iter().map(|variable| variable.name.clone()));
            names
        };
        self.report(self.suggest(diagnostic, name, names));
    }

    fn ambiguous(&mut self, path: &Path, owners: &[(crate::package::PackageId, Span)]) {
        let written = path.text();
        let mut diagnostic =
            Diagnostic::new(codes::AMBIGUOUS_NAME, path.span, format!("`{written}` could mean several things"))
                .label("declared in more than one package that is used here");
        for (package, span) in owners {
            diagnostic = diagnostic.also(*span, format!("in `{}`", self.library.packages[package.0 as usize]));
        }
        let full: Vec<String> = owners.iter().map(|(package, _)| self.library.qualified(*package, &written)).collect();
        self.report(
            diagnostic.help(format!(
                "write {}",
                full.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or ")
            )),
        );
    }

    /// Reports a name that means something else than is needed.
    pub(crate) fn wrong_sort(&mut self, path: &Path, def: Def, wanted: &str) {
        let message = format!("`{}` is {}, but {wanted} is needed here", path.text(), def.sort());
        let diagnostic =
            Diagnostic::new(codes::WRONG_SORT, path.span, message).label(format!("this is {}", def.sort()));
        self.report(match def {
            Def::Control(_) if wanted == "a type" => {
                diagnostic.help(format!("a control is put in place between the braces: `apply {}`", path.text()))
            }
            _ => diagnostic,
        });
    }

    /// The rule that a path names, by its name or an earlier one; mistakes are reported.
    pub fn rule(&mut self, path: &Path) -> Option<RuleId> {
        if let Some(id) = self.former_rule(path) {
            return Some(id);
        }
        match self.lookup(path, "threat")? {
            Def::Rule(id) => Some(id),
            Def::Broken => None,
            other => {
                self.wrong_sort(path, other, "a threat");
                None
            }
        }
    }

    /// The only rule that once had this name, where nothing has it now.
    pub fn former_rule(&self, path: &Path) -> Option<RuleId> {
        let unknown = matches!(self.library.scopes.lookup(self.package, path), Err(LookupError::Unknown));
        if unknown { self.library.renamed_rule(&path.text()) } else { None }
    }

    /// The element that a path names.
    pub fn element(&mut self, path: &Path) -> Option<crate::ids::ElementId> {
        if let [name] = path.segments.as_slice()
            && let Some(id) = self.roster.local.get(&name.name)
        {
            self.note_local(*id, name.span);
            return Some(*id);
        }
        match self.lookup(path, "element")? {
            Def::Element(id) if self.roster.is_foreign(id) => {
                self.unknown(&path.segments[path.segments.len() - 1].name, path.span, "in the world of this test");
                None
            }
            Def::Element(id) => Some(id),
            Def::Broken => None,
            other => {
                self.wrong_sort(path, other, "an element");
                None
            }
        }
    }

    /// A path to something whose value is known at once: `Stride.Spoofing`, `pay.gateway`.
    pub(super) fn qualified(&mut self, path: &Path) -> Option<Ex> {
        let first = path.segments.first()?;
        if self.variables.iter().any(|variable| variable.name == first.name)
            || self.roster.local.contains_key(&first.name)
        {
            return None;
        }
        if let ([set, value], Ok((Def::Enum(id), declared))) =
            (path.segments.as_slice(), self.library.scopes.lookup_name(self.package, &first.name))
        {
            let index = self.library.enums[id].position(&value.name)?;
            self.library.recorder.note(set.span, Meaning::Def(Def::Enum(id)), Some(declared));
            self.library.note_value(value.span, id, index);
            return Some(Ex { kind: ExKind::Const(Value::Enum(id, index)), ty: Type::Enum(id), span: path.span });
        }
        if self.library.scopes.lookup_name(self.package, &first.name).is_ok() {
            return None;
        }
        let (def, declared) = self.library.scopes.lookup(self.package, path).ok()?;
        self.library.note_path(self.package, path, def, declared);
        Some(self.def(def, path))
    }

    /// Shares one allocation of a text value.
    pub fn text_value(ex: &Ex) -> Option<Arc<str>> {
        match &ex.kind {
            ExKind::Const(Value::Text(text)) => Some(Arc::clone(text)),
            _ => None,
        }
    }
}

/// The truth value that a word means elsewhere, or that it nearly is.
fn truth_value(word: &str) -> Option<&'static str> {
    match word.to_lowercase().as_str() {
        "yes" | "on" | "y" => Some("true"),
        "no" | "off" | "n" => Some("false"),
        _ => ["true", "false"].into_iter().find(|value| nearest(word, [value]).is_some()),
    }
}
