//! The reference of a package: what it declares, each with what refers to it. `tm doc` makes pages of it.

mod compose;

use crate::document::{Icon, Reference};
use schemars::JsonSchema;
use serde::Serialize;

pub use compose::page;

crate::document::parts! {
    /// A name, and where the reference tells of it.
    Link {
        /// The name, without its package.
        name: String,
        /// `std.web.html#WebService`.
        href: String,
    }
    /// What a package declares, each list in the order of the source.
    Page {
        /// Name of the package.
        name: String,
        /// What its files are about.
        files: Vec<FileEntry>,
        /// Its types.
        types: Vec<TypeEntry>,
        /// Properties that it adds to kinds and to types of other packages.
        properties: Vec<PropertyEntry>,
        /// Its enums and scales.
        sets: Vec<SetEntry>,
        /// Its controls.
        controls: Vec<ControlEntry>,
        /// Its threats.
        threats: Vec<ThreatEntry>,
        /// Its matrices, functions and policies.
        others: Vec<OtherEntry>,
        /// What it says about resources of plans and manifests.
        resources: Vec<ResourceEntry>,
    }
    /// A file.
    FileEntry {
        /// Its name, without folder and ending.
        name: String,
        /// Its documentation (Markdown).
        doc: String,
    }
    /// A type.
    TypeEntry {
        /// Its name.
        name: String,
        /// Its title.
        title: String,
        /// What it is (Markdown).
        doc: String,
        /// Its kind; empty for what several kinds have in common.
        kind: String,
        /// What stands for it in pictures; nothing where it has no icon.
        icon: Option<Icon>,
        /// What it inherits from.
        bases: Vec<Link>,
        /// What is so for every element of it: `encrypted = true`.
        facts: Vec<String>,
        /// Properties that it declares.
        properties: Vec<PropertyEntry>,
        /// Threats of the package whose carrier it is.
        threats: Vec<Link>,
    }
    /// A property.
    PropertyEntry {
        /// Its name.
        name: String,
        /// What has it.
        of: Link,
        /// Its type, as written.
        r#type: String,
        /// What is assumed where nothing is stated; empty where nothing is.
        default: String,
        /// What it means (Markdown).
        doc: String,
    }
    /// An enum or a scale.
    SetEntry {
        /// Its name.
        name: String,
        /// What it is (Markdown).
        doc: String,
        /// True for a scale.
        scale: bool,
        /// Its values, or its levels from the lowest.
        values: Vec<ValueEntry>,
    }
    /// A value of an enum, a level of a scale.
    ValueEntry {
        /// Its name.
        name: String,
        /// Its title.
        title: String,
        /// What it means (Markdown).
        doc: String,
        /// Upper end of a level, as a share between 0 and 1.
        upper: f64,
    }
    /// A line of the table of resources, cell by cell.
    ResourceEntry {
        /// The sort of rule: `is`, `says`, …
        rule: String,
        /// Of which resources, each pattern by itself.
        resource: Vec<String>,
        /// Which attribute of them tells it.
        attribute: String,
        /// For which values of it.
        when: String,
        /// The type or the property.
        means: String,
        /// The value of the property.
        value: String,
    }
    /// A control.
    ControlEntry {
        /// Its name.
        name: String,
        /// Its title.
        title: String,
        /// What it is (Markdown).
        doc: String,
        /// Where it may stand; anywhere where empty.
        on: Vec<Link>,
        /// Share it removes, between 0 and 1.
        strength: f64,
        /// `likelihood` or `impact`.
        reduces: String,
        /// What is so where it is implemented.
        facts: Vec<String>,
        /// Requirements it satisfies.
        satisfies: Vec<Reference>,
        /// Threats that list it, of this package and of those that it uses.
        mitigates: Vec<Link>,
    }
    /// A threat.
    ThreatEntry {
        /// Its name.
        name: String,
        /// Its title.
        title: String,
        /// What it means (Markdown).
        doc: String,
        /// Category with its set, `Stride.Tampering`.
        category: String,
        /// Title of the category.
        category_title: String,
        /// What it is about.
        on: Vec<Link>,
        /// Its conditions, as written.
        conditions: Vec<String>,
        /// Likelihood, as written.
        likelihood: String,
        /// Impact, as written.
        impact: String,
        /// Controls that it lists.
        mitigated_by: Vec<Link>,
        /// Catalogue ids.
        references: Vec<Reference>,
        /// How to check by hand (Markdown).
        detection: String,
        /// What a false positive looks like (Markdown).
        false_positives: String,
        /// What to do about it (Markdown).
        remedy: String,
        /// What its fixes do.
        fixes: Vec<String>,
        /// Tests of the package that name it, as written.
        tests: Vec<String>,
    }
    /// A declaration that is shown as it is written.
    OtherEntry {
        /// Its name.
        name: String,
        /// The word that declares it.
        word: String,
        /// What it is (Markdown).
        doc: String,
        /// Its text.
        text: String,
    }
}
