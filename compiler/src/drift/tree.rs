//! What a resource says, as a tree: the same for plans, manifests and templates.

/// A value with the line on which it stands, where the format has lines worth naming.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    /// What it is.
    pub data: Data,
    /// Line, counted from 1; 0 where not known.
    pub line: u32,
}

/// What a value is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Data {
    /// Nothing is said.
    #[default]
    Null,
    /// Something is said that nobody may see, or that is known only later.
    Hidden,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it was written.
    Number(String),
    /// A text.
    Text(String),
    /// Members in order.
    List(Vec<Tree>),
    /// Members by name, in order.
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// A value without a line.
    pub fn new(data: Data) -> Self {
        Tree { data, line: 0 }
    }

    /// A member by its name.
    pub fn get(&self, name: &str) -> Option<&Tree> {
        match &self.data {
            Data::Map(members) => members.iter().rev().find(|(key, _)| key == name).map(|(_, tree)| tree),
            _ => None,
        }
    }

    /// A member along names.
    pub fn at(&self, path: &[&str]) -> Option<&Tree> {
        path.iter().try_fold(self, |tree, name| tree.get(name))
    }

    /// The text; empty where it is none.
    pub fn text(&self) -> &str {
        match &self.data {
            Data::Text(text) | Data::Number(text) => text,
            _ => "",
        }
    }

    /// The text along names; empty where there is none.
    pub fn text_at(&self, path: &[&str]) -> &str {
        self.at(path).map_or("", Tree::text)
    }

    /// The members of a list; a single value counts as a list of one, nothing as none.
    pub fn items(&self) -> &[Tree] {
        match &self.data {
            Data::List(items) => items,
            Data::Null => &[],
            _ => std::slice::from_ref(self),
        }
    }

    /// The members of a map.
    pub fn members(&self) -> &[(String, Tree)] {
        match &self.data {
            Data::Map(members) => members,
            _ => &[],
        }
    }

    /// A single value as text, for comparing; it is never shown.
    pub(super) fn scalar(&self) -> Option<&str> {
        match &self.data {
            Data::Bool(true) => Some("true"),
            Data::Bool(false) => Some("false"),
            Data::Number(text) | Data::Text(text) => Some(text),
            _ => None,
        }
    }

    /// `true` and `false`, also as they are written in text.
    pub(super) fn truth(&self) -> Option<bool> {
        match self.scalar()?.to_ascii_lowercase().as_str() {
            "true" | "yes" | "on" | "enabled" => Some(true),
            "false" | "no" | "off" | "disabled" => Some(false),
            _ => None,
        }
    }
}
