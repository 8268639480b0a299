//! What a package and the libraries it uses know: types, enums, controls, rules, matrices.

mod build;
mod changes;
mod controls;
mod enums;
mod facts;
mod functions;
mod matrices;
mod policies;
mod requirements;
mod reuse;
mod rules;
mod scopes;
mod types;
mod vulnerabilities;

pub use build::{Built, Site, build, build_noting, conventional};
pub(crate) use reuse::Base;
pub(crate) use rules::{Rating, control_uses, level_scale};
pub use scopes::{Def, LookupError, Scopes};
pub(crate) use types::{as_list, element_type, fold};

use crate::check::Ex;
use crate::decl::{Kind, Name};
use crate::evidence::Claim;
use crate::ids::{Arena, ControlId, ElementId, EnumId, FnId, MatrixId, PolicyId, PropId, RuleId, TagId, TypeId};
use crate::package::{PackageId, Release};
use crate::references::Recorder;
use crate::source::Span;
use crate::value::{Type, Value};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Types that exist before any library: the kinds, and what several kinds have in common.
pub mod roots {
    use crate::decl::Kind;
    use crate::ids::TypeId;
    /// `actor`
    pub const ACTOR: TypeId = TypeId(0);
    /// `process`
    pub const PROCESS: TypeId = TypeId(1);
    /// `store`
    pub const STORE: TypeId = TypeId(2);
    /// `boundary`
    pub const BOUNDARY: TypeId = TypeId(3);
    /// `flow`
    pub const FLOW: TypeId = TypeId(4);
    /// `data`
    pub const DATA: TypeId = TypeId(5);
    /// `model`
    pub const MODEL: TypeId = TypeId(6);
    /// An actor, a process or a store.
    pub const NODE: TypeId = TypeId(7);

    /// The root type of a kind.
    pub fn of(kind: Kind) -> TypeId {
        match kind {
            Kind::Actor => ACTOR,
            Kind::Process => PROCESS,
            Kind::Store => STORE,
            Kind::Boundary => BOUNDARY,
            Kind::Flow => FLOW,
            Kind::Data => DATA,
            Kind::Model => MODEL,
        }
    }
}

/// A property as a type declares it.
#[derive(Clone, Debug)]
pub struct Property {
    /// Its type.
    pub ty: Type,
    /// Read through by what a boundary contains.
    pub inherited: bool,
    /// The type that declares it.
    pub declared_in: TypeId,
    /// Where; absent for attributes of the language.
    pub span: Option<Span>,
    /// Its documentation.
    pub doc: Arc<str>,
}

/// A type or a kind.
#[derive(Clone, Debug)]
pub struct TypeInfo {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Arc<str>,
    /// Its documentation.
    pub doc: Arc<str>,
    /// Its package; the prelude's for kinds.
    pub package: PackageId,
    /// Its kind; `None` for what several kinds have in common.
    pub kind: Option<Kind>,
    /// What it inherits from.
    pub bases: Vec<TypeId>,
    /// Itself and all it inherits from, sorted.
    pub ancestors: Vec<TypeId>,
    /// All properties it has, its own and inherited ones.
    pub properties: FxHashMap<PropId, Property>,
    /// Names of the properties, in order of declaration, most specific type first.
    pub property_order: Vec<PropId>,
    /// What is so for every element of the type.
    pub facts: FxHashMap<PropId, (Value, Span)>,
    /// What is assumed where nothing is stated.
    pub defaults: FxHashMap<PropId, (Value, Span)>,
    /// The icon that it names itself.
    pub icon: Option<Arc<str>>,
    /// Where its name is written.
    pub span: Option<Span>,
}

impl TypeInfo {
    /// True where this is the other type or inherits from it.
    pub fn is(&self, other: TypeId) -> bool {
        self.ancestors.binary_search(&other).is_ok()
    }
}

/// A value of an enum or a level of a scale.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// Its name.
    pub name: Name,
    /// Its title, or its name.
    pub title: Arc<str>,
    /// Upper end of a level, as a share.
    pub upper: f64,
    /// Its documentation.
    pub doc: Arc<str>,
    /// Where it is written.
    pub span: Span,
}

/// An enum or a scale.
#[derive(Clone, Debug)]
pub struct EnumInfo {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Arc<str>,
    /// Its documentation.
    pub doc: Arc<str>,
    /// Its package.
    pub package: PackageId,
    /// True for a scale: its values are ordered and have numbers.
    pub scale: bool,
    /// Its values, lowest first.
    pub values: Vec<EnumValue>,
    /// True where part of it could not be read: it may have more values.
    pub partial: bool,
    /// Where its name is written.
    pub span: Span,
}

impl EnumInfo {
    /// The name of a value.
    pub fn value_name(&self, index: u16) -> &str {
        self.values.get(index as usize).map_or("?", |value| &value.name)
    }

    /// The place of a value by its name.
    pub fn position(&self, name: &str) -> Option<u16> {
        self.values.iter().position(|value| &*value.name == name).and_then(|at| u16::try_from(at).ok())
    }

    /// The smallest level that contains a share.
    pub fn level_of(&self, share: f64) -> u16 {
        let last = self.values.len().saturating_sub(1);
        let at = self.values.iter().position(|value| share <= value.upper + 1e-9).unwrap_or(last);
        u16::try_from(at).unwrap_or(u16::MAX)
    }
}

/// A tag.
#[derive(Clone, Debug)]
pub struct TagInfo {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Arc<str>,
}

/// What a control lowers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reduces {
    /// The likelihood.
    Likelihood,
    /// The impact.
    Impact,
}

impl Reduces {
    /// The word that is shown.
    pub fn word(self) -> &'static str {
        match self {
            Reduces::Likelihood => "likelihood",
            Reduces::Impact => "impact",
        }
    }
}

/// A control.
#[derive(Clone, Debug)]
pub struct ControlInfo {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Arc<str>,
    /// Its documentation.
    pub doc: Arc<str>,
    /// Its package.
    pub package: PackageId,
    /// Where it may stand; anywhere where empty.
    pub on: Vec<TypeId>,
    /// Share it removes.
    pub strength: f64,
    /// Of what.
    pub reduces: Reduces,
    /// Requirements it satisfies.
    pub satisfies: Vec<Arc<str>>,
    /// What it costs.
    pub cost: Option<Value>,
    /// Checks named as evidence for all of its uses.
    pub verified_by: Vec<Claim>,
    /// Facts it establishes where it is implemented.
    pub facts: Vec<(PropId, Value, Span)>,
    /// Where its name is written.
    pub span: Span,
}

/// A use of a control in a rule or a decision: the control, its strength there, where it must stand.
#[derive(Clone, Debug)]
pub struct ControlUse {
    /// The control.
    pub control: ControlId,
    /// Strength for this threat, where it differs.
    pub strength: Option<f64>,
    /// Where it must stand, where that is not the carrier.
    pub on: Option<Ex>,
    /// Where the use is written.
    pub span: Span,
}

/// What a rule is about.
#[derive(Clone, Debug)]
pub enum RuleCarrier {
    /// Every element of a type, or of one of several.
    Each(Vec<TypeId>),
    /// One element.
    One(ElementId),
}

/// A fact that a fix states: the path as written, what it evaluates to, the property, the value.
#[derive(Clone, Debug)]
pub struct FixFact {
    /// The element.
    pub element: Ex,
    /// The property.
    pub property: PropId,
    /// The value.
    pub value: Ex,
}

/// A way to fix a threat.
#[derive(Clone, Debug)]
pub struct FixInfo {
    /// What it does.
    pub title: Arc<str>,
    /// The facts it states.
    pub facts: Vec<FixFact>,
}

/// A piece of a message.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Text as it stands.
    Text(Arc<str>),
    /// A path whose value is shown.
    Value(Ex),
}

/// A threat rule, ready to be evaluated.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Arc<str>,
    /// Its documentation.
    pub doc: Arc<str>,
    /// Its package.
    pub package: PackageId,
    /// Its category.
    pub category: Option<(EnumId, u16)>,
    /// What it is about.
    pub carrier: RuleCarrier,
    /// `each` bindings: their lists; the carrier is slot 0, the witnesses follow.
    pub witnesses: Vec<Ex>,
    /// Conditions, all of which must hold.
    pub conditions: Vec<Ex>,
    /// True where a condition reads `external`, so that external carriers are judged too.
    pub sees_external: bool,
    /// How many slots its evaluation needs.
    pub slots: usize,
    /// Likelihood.
    pub likelihood: Option<Ex>,
    /// Impact.
    pub impact: Option<Ex>,
    /// Controls that lower it.
    pub mitigated_by: Vec<ControlUse>,
    /// Catalogue ids.
    pub references: Vec<Arc<str>>,
    /// The message of an instance.
    pub message: Vec<Piece>,
    /// How to check by hand.
    pub detection: Arc<str>,
    /// What a false positive looks like.
    pub false_positives: Arc<str>,
    /// What to do.
    pub remedy: Arc<str>,
    /// Ways to fix it.
    pub fixes: Vec<FixInfo>,
    /// A severity that was rated elsewhere, as a share of the scale of risk; it stands instead of the matrix.
    pub rated: Option<f64>,
    /// Why it is disabled, where it is.
    pub disabled: Option<Span>,
    /// Earlier names.
    pub was: Vec<Name>,
    /// The release of the library that brought it; absent for rules of the first, and of other packages.
    pub since: Option<Release>,
    /// Where its name is written.
    pub span: Span,
}

/// A matrix.
#[derive(Clone, Debug)]
pub struct MatrixInfo {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Arc<str>,
    /// Scale of likelihood.
    pub likelihood: EnumId,
    /// Scale of impact.
    pub impact: EnumId,
    /// Scale of risk.
    pub risk: EnumId,
    /// Risk by `[likelihood][impact]`, lowest first.
    pub cells: Vec<Vec<u16>>,
    /// Where its name is written.
    pub span: Span,
}

/// A function.
#[derive(Clone, Debug)]
pub struct FnInfo {
    /// Its name.
    pub name: Name,
    /// Its package.
    pub package: PackageId,
    /// Its parameters, slots `0..`.
    pub params: Vec<(Name, Type)>,
    /// What it stands for.
    pub body: Ex,
    /// How many slots the body needs.
    pub slots: usize,
    /// True where it goes through a list or searches, itself or by what it calls: its answers are worth remembering.
    pub walks: bool,
    /// How many expressions it unfolds to.
    pub steps: u64,
    /// How deep its calls go.
    pub depth: u32,
}

/// One `forbid` or `require` of a policy.
#[derive(Clone, Debug)]
pub struct ObligationInfo {
    /// True for `require`.
    pub require: bool,
    /// What it runs over.
    pub ty: TypeId,
    /// The condition; the element is slot 0.
    pub condition: Ex,
    /// How many slots it needs.
    pub slots: usize,
    /// Where.
    pub span: Span,
}

/// A requirement of a regime.
#[derive(Clone, Debug)]
pub struct RequirementInfo {
    /// The regime, a value of an enum.
    pub regime: (EnumId, u16),
    /// Ids of catalogues where it is written.
    pub references: Vec<Arc<str>>,
    /// What it is about: elements of one of these types; the element is slot 0.
    pub carriers: Vec<TypeId>,
    /// Where it applies, all of which must hold.
    pub conditions: Vec<Ex>,
    /// True where a condition reads `external`, so that external carriers are judged too.
    pub sees_external: bool,
    /// The facts that meet it, besides controls.
    pub met: Option<Ex>,
    /// How many slots it needs.
    pub slots: usize,
}

/// A policy.
#[derive(Clone, Debug)]
pub struct PolicyInfo {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Arc<str>,
    /// Its documentation.
    pub doc: Arc<str>,
    /// Its package.
    pub package: PackageId,
    /// What it asks.
    pub obligations: Vec<ObligationInfo>,
    /// What it is as a requirement of a regime.
    pub requirement: Option<RequirementInfo>,
    /// Where its name is written.
    pub span: Span,
}

/// A change that the root package makes to a library.
#[derive(Clone, Debug)]
pub struct LibraryChange {
    /// `disable`, `extend threat`.
    pub kind: &'static str,
    /// What is changed.
    pub subject: String,
    /// What is added to it: names of controls, ids of catalogues.
    pub added: Vec<String>,
    /// Why.
    pub reason: Arc<str>,
    /// Where.
    pub span: Span,
}

/// Everything that is known before any element is looked at.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// Names of packages, by package id.
    pub packages: Vec<Name>,
    /// Names of properties.
    pub props: PropNames,
    /// Types and kinds.
    pub types: Arena<TypeId, TypeInfo>,
    /// Enums and scales.
    pub enums: Arena<EnumId, EnumInfo>,
    /// Tags.
    pub tags: Arena<TagId, TagInfo>,
    /// Controls.
    pub controls: Arena<ControlId, ControlInfo>,
    /// Rules.
    pub rules: Arena<RuleId, Rule>,
    /// Matrices.
    pub matrices: Arena<MatrixId, MatrixInfo>,
    /// The matrix that the model of the root package states: bare levels in that package are of its scales.
    pub stated_matrix: Option<(PackageId, MatrixId)>,
    /// Functions; `None` while they are being checked.
    pub functions: Arena<FnId, Option<FnInfo>>,
    /// Policies.
    pub policies: Arena<PolicyId, PolicyInfo>,
    /// Names.
    pub scopes: Scopes,
    /// Changes to libraries.
    pub changes: Vec<LibraryChange>,
    /// Where it is noted which name means what.
    pub recorder: Recorder,
}

impl Library {
    /// True for a property of boundaries that what is inside reads through them.
    pub fn is_inherited(&self, prop: PropId) -> bool {
        let boundary = &self.types[roots::BOUNDARY];
        boundary.properties.get(&prop).is_some_and(|property| property.inherited)
    }

    /// The full id of a rule, `std.web.SqlInjection`.
    pub fn rule_id(&self, rule: &Rule) -> String {
        self.qualified(rule.package, &rule.name)
    }

    /// Full ids that a rule had before, the oldest first. A name with a package is one that it had in another package.
    pub fn earlier_ids(&self, rule: &Rule) -> Vec<String> {
        let full = |name: &Name| if name.contains('.') { name.to_string() } else { self.qualified(rule.package, name) };
        rule.was.iter().map(full).collect()
    }

    /// The one rule that was called so before, with its package or without.
    pub fn renamed_rule(&self, written: &str) -> Option<RuleId> {
        let called = |id: &String| id.strip_suffix(written).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        let mut found = self.rules.iter().filter(|(_, rule)| self.earlier_ids(rule).iter().any(called));
        let first = found.next().map(|(id, _)| id);
        first.filter(|_| found.next().is_none())
    }

    /// A name with its package before it.
    pub fn qualified(&self, package: PackageId, name: &str) -> String {
        match self.packages.get(package.0 as usize) {
            Some(package) => format!("{package}.{name}"),
            None => name.to_owned(),
        }
    }

    /// The name of a type's icon and the package that names it: its own, else that of the most specific type that it is.
    pub fn icon(&self, ty: TypeId) -> Option<(PackageId, &str)> {
        let named = self.types.get(ty)?.ancestors.iter().filter_map(|id| self.types.get(*id));
        let named = named.filter_map(|info| Some((info, info.icon.as_deref()?)));
        let best = named.reduce(|best, next| if next.0.ancestors.len() > best.0.ancestors.len() { next } else { best });
        best.map(|(info, icon)| (info.package, icon))
    }

    /// True where the type is the other or inherits from it; a kind counts as a node where it is one.
    pub fn is_subtype(&self, ty: TypeId, of: TypeId) -> bool {
        self.types.get(ty).is_some_and(|info| info.is(of))
    }

    /// A category with its set, `Stride.Tampering`.
    pub fn category(&self, category: Option<(EnumId, u16)>) -> (String, String) {
        match category {
            Some((id, value)) => {
                let info = &self.enums[id];
                let title = info.values.get(value as usize).map(|value| value.title.to_string());
                (format!("{}.{}", info.name, info.value_name(value)), title.unwrap_or_default())
            }
            None => (String::new(), String::new()),
        }
    }
}

/// Property names and their ids.
#[derive(Clone, Debug)]
pub struct PropNames {
    names: Vec<Name>,
    ids: FxHashMap<Name, PropId>,
}

impl Default for PropNames {
    fn default() -> Self {
        let mut names = Self { names: Vec::new(), ids: FxHashMap::default() };
        for attribute in crate::builtins::ATTRIBUTES {
            names.add(&attribute.name.into());
        }
        names
    }
}

impl PropNames {
    /// The id of a name, new or known.
    pub fn add(&mut self, name: &Name) -> PropId {
        if let Some(id) = self.ids.get(name) {
            return *id;
        }
        let id = PropId(u32::try_from(self.names.len()).unwrap_or(u32::MAX));
        self.names.push(name.clone());
        self.ids.insert(name.clone(), id);
        id
    }

    /// The id of a known name.
    pub fn get(&self, name: &str) -> Option<PropId> {
        self.ids.get(name).copied()
    }

    /// The name of an id.
    pub fn name(&self, id: PropId) -> &str {
        self.names.get(id.0 as usize).map_or("?", |name| name)
    }
}
