//! What `tm drift` answers, as plain data.

use crate::document::Location;
use schemars::JsonSchema;
use serde::Serialize;

/// What differs between a model and what is built.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Answer {
    /// `clean`, `drift`, `partial` (nothing differs in what could be read of a file that was cut off) or `unread` (a file gave nothing).
    pub verdict: &'static str,
    /// What differs.
    pub findings: Vec<Finding>,
    /// Facts that what is built tells, and the model does not say.
    pub unstated: Vec<Unstated>,
    /// Counts for a reader in a hurry.
    pub counts: Counts,
    /// The files, and what could not be read of them.
    pub files: Vec<File>,
    /// Kinds of resources that no table knows.
    pub unknown_kinds: Vec<Kind>,
}

/// Something that differs.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Finding {
    /// Code of the diagnostic.
    pub code: &'static str,
    /// What it is, in one line.
    pub message: String,
    /// Id of the element; empty where none claims the resource.
    pub element: String,
    /// Where the model says it; none where it says nothing.
    pub location: Option<Location>,
    /// Name of the resource, or the pattern that names none.
    pub resource: String,
    /// Kind of the resource; empty where there is none.
    pub kind: String,
    /// The property that is otherwise; empty elsewhere.
    pub property: String,
    /// Its value in the model.
    pub stated: String,
    /// Its value in what is built.
    pub built: String,
    /// The attribute that says so.
    pub attribute: String,
    /// The file in which the resource is; empty where there is none.
    pub file: String,
    /// Where in the file, as a path.
    pub path: String,
    /// Line of the file; 0 where lines say nothing.
    pub line: u32,
}

/// A fact that could be stated.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Unstated {
    /// Id of the element.
    pub element: String,
    /// Name of the property.
    pub property: String,
    /// Its value in what is built.
    pub built: String,
    /// Name of the resource.
    pub resource: String,
}

/// Counts.
#[derive(Clone, Copy, Debug, Default, Serialize, JsonSchema)]
pub struct Counts {
    /// Resources that were read.
    pub resources: usize,
    /// Those that some element claims.
    pub claimed: usize,
    /// Those that are known to be nothing that a model shows.
    pub plain: usize,
    /// Elements that name a resource, an image or code that is there.
    pub elements: usize,
    /// Elements that name nothing of the kind.
    pub silent_elements: usize,
    /// Patterns in `resource` whose form is that of a format that was not given.
    pub unasked: usize,
    /// Facts that agree.
    pub agreeing: usize,
}

/// A file that was read.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct File {
    /// Its path.
    pub file: String,
    /// `terraform`, `compose`, `kubernetes` or `cloudformation`.
    pub format: &'static str,
    /// How many resources are in it.
    pub resources: usize,
    /// Resources may be missing.
    pub cut: bool,
    /// What could not be read.
    pub skipped: Vec<String>,
}

/// A kind of resources.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Kind {
    /// Its name.
    pub kind: String,
    /// How many there are.
    pub count: usize,
}
