//! From a study to the page of one of its packages.

use super::{
    ControlEntry, FileEntry, Link, OtherEntry, Page, PropertyEntry, ResourceEntry, SetEntry, ThreatEntry, TypeEntry,
    ValueEntry,
};
use crate::analysis::Analysis;
use crate::check::Ex;
use crate::decl::{Decl, DeclKind, Expectation};
use crate::drift::table;
use crate::ids::{ControlId, PropId, RuleId, TypeId};
use crate::library::{ControlInfo, EnumInfo, Property, Rule, RuleCarrier, TypeInfo};
use crate::package::{Package, PackageId};
use crate::source::Span;
use crate::study::Study;
use crate::value::Value;
use crate::world::World;
use std::collections::BTreeMap;

/// The page of a package; `None` where the study has no such package.
pub fn page(world: &dyn World, study: &Study, package: PackageId) -> Option<Page> {
    let found = study.packages.get(package)?;
    let page = Writer { analysis: &study.analysis, package, found }.page();
    Some(Page { resources: resources(world, found), ..page })
}

/// The lines of a package's table of resources, in their order.
fn resources(world: &dyn World, package: &Package) -> Vec<ResourceEntry> {
    let Some((_, text)) = table::text(world, package) else {
        return Vec::new();
    };
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let entry = |line: &str| {
        let mut cells = line.split('\t').map(|cell| cell.trim().to_owned());
        let mut cell = || cells.next().unwrap_or_default();
        ResourceEntry {
            rule: cell(),
            resource: patterns(&cell()),
            attribute: cell(),
            when: cell(),
            means: cell(),
            value: cell(),
        }
    };
    lines.skip(1).map(entry).collect()
}

/// What `|` parts outside of brackets and braces.
fn patterns(cell: &str) -> Vec<String> {
    let (mut found, mut depth) = (vec![String::new()], 0usize);
    for sign in cell.chars() {
        match sign {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match found.last_mut() {
            Some(last) if sign != '|' || depth > 0 => last.push(sign),
            _ => found.push(String::new()),
        }
    }
    found
}

struct Writer<'a> {
    analysis: &'a Analysis,
    package: PackageId,
    found: &'a Package,
}

impl Writer<'_> {
    fn page(&self) -> Page {
        let library = &self.analysis.library;
        let own = |package: PackageId| package == self.package;
        // Types that a test joins with `+`, or that a rule is about together (`process or store`), are no declarations.
        let declared = |ty: &TypeInfo| own(ty.package) && ty.span.is_some() && !ty.name.contains(['+', ' ']);
        let types = library.types.iter().filter(|(_, ty)| declared(ty));
        let tests = self.tests();
        Page {
            name: self.found.name.to_string(),
            files: self.files(),
            types: types.map(|(id, ty)| self.ty(id, ty)).collect(),
            properties: self.added(),
            sets: library.enums.values().filter(|set| own(set.package)).map(set).collect(),
            controls: library
                .controls
                .iter()
                .filter(|(_, it)| own(it.package))
                .map(|(id, it)| self.control(id, it))
                .collect(),
            threats: library.rules.values().filter(|it| own(it.package)).map(|it| self.threat(it, &tests)).collect(),
            others: self.found.decls().filter_map(|decl| self.other(decl)).collect(),
            resources: Vec::new(),
        }
    }

    /// The files that are documented, those with tests left out.
    fn files(&self) -> Vec<FileEntry> {
        let path = |id| self.analysis.sources.file(id).map_or("", |file| file.path.as_str());
        let parts = self.found.files.iter().zip(&self.found.parts).map(|(id, part)| (path(*id), part));
        let told = parts.filter(|(path, part)| !path.ends_with(".test.tm") && !part.doc.is_empty());
        let name = |path: &str| path.rsplit('/').next().unwrap_or_default().trim_end_matches(".tm").to_owned();
        told.map(|(path, part)| FileEntry { name: name(path), doc: part.doc.clone() }).collect()
    }

    fn text(&self, span: Span) -> String {
        self.analysis.sources.text(span).to_owned()
    }

    fn link(&self, package: PackageId, name: &str) -> Link {
        let packages = &self.analysis.library.packages;
        let page = packages.get(package.0 as usize).map(|package| format!("{package}.html#{name}"));
        Link { name: name.to_owned(), href: page.unwrap_or_default() }
    }

    /// Kinds are words of the language, and have no page.
    fn type_link(&self, id: TypeId) -> Link {
        let ty = &self.analysis.library.types[id];
        match ty.span {
            Some(_) => self.link(ty.package, &ty.name),
            None => Link { name: ty.name.to_string(), href: String::new() },
        }
    }

    fn control_link(&self, id: ControlId) -> Link {
        let control = &self.analysis.library.controls[id];
        self.link(control.package, &control.name)
    }

    fn threat_link(&self, id: RuleId) -> Link {
        let rule = &self.analysis.library.rules[id];
        self.link(rule.package, &rule.name)
    }

    fn fact(&self, prop: PropId, value: &Value) -> String {
        let library = &self.analysis.library;
        format!("{} = {}", library.props.name(prop), value.show(library, &self.analysis.model.roster))
    }

    fn ty(&self, id: TypeId, ty: &TypeInfo) -> TypeEntry {
        let declared = ty.property_order.iter().map(|prop| (*prop, &ty.properties[prop]));
        let own = declared.filter(|(_, property)| property.declared_in == id && property.span.is_some());
        let mut facts: Vec<_> = ty.facts.iter().collect();
        facts.sort_by_key(|(_, (_, span))| *span);
        let inherited =
            |prop: &PropId| ty.bases.iter().any(|base| self.analysis.library.types[*base].facts.contains_key(prop));
        TypeEntry {
            name: ty.name.to_string(),
            title: ty.title.to_string(),
            doc: ty.doc.to_string(),
            kind: ty.kind.map(|kind| kind.word().to_owned()).unwrap_or_default(),
            icon: self.analysis.icon(id),
            bases: ty.bases.iter().map(|base| self.type_link(*base)).collect(),
            facts: facts
                .into_iter()
                .filter(|(prop, _)| !inherited(prop))
                .map(|(prop, (value, _))| self.fact(*prop, value))
                .collect(),
            properties: own.map(|(prop, property)| self.property(prop, property, ty)).collect(),
            threats: self.threats_on(id),
        }
    }

    fn threats_on(&self, id: TypeId) -> Vec<Link> {
        let about = |rule: &Rule| matches!(&rule.carrier, RuleCarrier::Each(types) if types.contains(&id));
        let rules = self.analysis.library.rules.iter().filter(|(_, rule)| about(rule));
        rules.map(|(id, _)| self.threat_link(id)).collect()
    }

    fn property(&self, prop: PropId, property: &Property, of: &TypeInfo) -> PropertyEntry {
        let library = &self.analysis.library;
        let default = of.defaults.get(&prop).map(|(value, _)| value.show(library, &self.analysis.model.roster));
        PropertyEntry {
            name: library.props.name(prop).to_owned(),
            of: self.type_link(property.declared_in),
            r#type: property.ty.show(library),
            default: default.unwrap_or_default(),
            doc: property.doc.to_string(),
        }
    }

    /// Properties that `extend` adds to kinds and to types of other packages.
    fn added(&self) -> Vec<PropertyEntry> {
        let mut found = BTreeMap::new();
        for (id, ty) in
            self.analysis.library.types.iter().filter(|(_, ty)| ty.span.is_none() || ty.package != self.package)
        {
            for (prop, property) in ty.properties.iter().filter(|(_, property)| property.declared_in == id) {
                if let Some(span) = property.span.filter(|span| self.found.files.contains(&span.file)) {
                    found.insert((span, id), self.property(*prop, property, ty));
                }
            }
        }
        found.into_values().collect()
    }

    fn control(&self, id: ControlId, control: &ControlInfo) -> ControlEntry {
        let lists = |rule: &Rule| rule.mitigated_by.iter().any(|used| used.control == id);
        let rules = self.analysis.library.rules.iter().filter(|(_, rule)| lists(rule));
        ControlEntry {
            name: control.name.to_string(),
            title: control.title.to_string(),
            doc: control.doc.to_string(),
            on: control.on.iter().map(|ty| self.type_link(*ty)).collect(),
            strength: control.strength,
            reduces: control.reduces.word().into(),
            facts: control.facts.iter().map(|(prop, value, _)| self.fact(*prop, value)).collect(),
            satisfies: control.satisfies.iter().map(|id| self.analysis.reference(id)).collect(),
            mitigates: rules.map(|(id, _)| self.threat_link(id)).collect(),
        }
    }

    fn threat(&self, rule: &Rule, tests: &BTreeMap<&str, Vec<String>>) -> ThreatEntry {
        let (category, category_title) = self.analysis.library.category(rule.category);
        let written = |ex: &Option<Ex>| ex.as_ref().map(|ex| self.text(ex.span)).unwrap_or_default();
        let on = match &rule.carrier {
            RuleCarrier::Each(types) => types.iter().map(|ty| self.type_link(*ty)).collect(),
            RuleCarrier::One(_) => Vec::new(),
        };
        ThreatEntry {
            name: rule.name.to_string(),
            title: rule.title.to_string(),
            doc: rule.doc.to_string(),
            category,
            category_title,
            on,
            conditions: self.analysis.document_conditions(rule).into_iter().map(|condition| condition.text).collect(),
            likelihood: written(&rule.likelihood),
            impact: written(&rule.impact),
            mitigated_by: rule.mitigated_by.iter().map(|used| self.control_link(used.control)).collect(),
            references: self.analysis.references(rule),
            detection: rule.detection.to_string(),
            false_positives: rule.false_positives.to_string(),
            remedy: rule.remedy.to_string(),
            fixes: rule.fixes.iter().map(|fix| fix.title.to_string()).collect(),
            tests: tests.get(&*rule.name).cloned().unwrap_or_default(),
        }
    }

    /// The tests that name a threat, by its name.
    fn tests(&self) -> BTreeMap<&str, Vec<String>> {
        let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for decl in self.found.decls().filter(|decl| matches!(decl.kind, DeclKind::Test { .. })) {
            for expectation in &decl.body.expectations {
                let Expectation::Threat { rule, .. } = expectation else { continue };
                let Some(name) = rule.segments.last() else { continue };
                let texts = found.entry(&*name.name).or_default();
                let text = self.text(decl.span);
                if texts.last() != Some(&text) {
                    texts.push(text);
                }
            }
        }
        found
    }

    fn other(&self, decl: &Decl) -> Option<OtherEntry> {
        if !matches!(decl.kind, DeclKind::Matrix(_) | DeclKind::Fn { .. } | DeclKind::Policy) {
            return None;
        }
        Some(OtherEntry {
            name: decl.name.as_ref()?.name.to_string(),
            word: decl.word.spelling()?.to_owned(),
            doc: decl.doc.to_string(),
            text: self.text(decl.span),
        })
    }
}

fn set(info: &EnumInfo) -> SetEntry {
    let value = |value: &crate::library::EnumValue| ValueEntry {
        name: value.name.to_string(),
        title: value.title.to_string(),
        doc: value.doc.to_string(),
        upper: value.upper,
    };
    SetEntry {
        name: info.name.to_string(),
        doc: info.doc.to_string(),
        scale: info.scale,
        values: info.values.iter().map(value).collect(),
    }
}
