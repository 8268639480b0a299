//! Items of the hierarchies of flows and types, there and back.

use super::sight::Sight;
use crate::features::{calls, types};
use crate::snapshot::Location;
use serde_json::{Value, json};
use std::ops::Range;
use tm_compiler::decl::Kind;
use tower_lsp_server::ls_types as lsp;

impl Sight {
    /// An element or a flow.
    pub fn call_item(&self, item: &calls::Item) -> Option<lsp::CallHierarchyItem> {
        let whole = self.location(&item.whole)?;
        let name = Location { path: item.whole.path.clone(), range: item.name_range.clone() };
        Some(lsp::CallHierarchyItem {
            name: item.name.clone(),
            kind: match item.kind {
                Kind::Flow => lsp::SymbolKind::EVENT,
                Kind::Store => lsp::SymbolKind::STRUCT,
                Kind::Actor => lsp::SymbolKind::OBJECT,
                _ => lsp::SymbolKind::CLASS,
            },
            tags: None,
            detail: Some(item.detail.clone()),
            uri: whole.uri,
            range: whole.range,
            selection_range: self.location(&name)?.range,
            data: Some(data(&item.whole, &item.name_range)),
        })
    }

    /// A type.
    pub fn type_item(&self, item: &types::Item) -> Option<lsp::TypeHierarchyItem> {
        let whole = self.location(&item.whole)?;
        let name = Location { path: item.whole.path.clone(), range: item.name_range.clone() };
        Some(lsp::TypeHierarchyItem {
            name: item.name.clone(),
            kind: lsp::SymbolKind::CLASS,
            tags: None,
            detail: Some(item.detail.clone()),
            uri: whole.uri,
            range: whole.range,
            selection_range: self.location(&name)?.range,
            data: Some(data(&item.whole, &item.name_range)),
        })
    }

    /// What comes into an item or goes out of it.
    pub fn calls(&self, item: &Value, incoming: bool) -> Vec<lsp::CallHierarchyItem> {
        let found = read(item).and_then(|(whole, name_range)| {
            let item = calls::Item { name: String::new(), detail: String::new(), kind: Kind::Flow, whole, name_range };
            self.view.snapshots().find_map(|at| calls::find(at, &item).map(|id| (at, id)))
        });
        let Some((at, id)) = found else {
            return Vec::new();
        };
        let items = if incoming { calls::incoming(at, id) } else { calls::outgoing(at, id) };
        items.iter().filter_map(|item| self.call_item(item)).collect()
    }

    /// What a type inherits from, or what inherits from it, in all packages that know it.
    pub fn types(&self, name: &str, item: &Value, above: bool) -> Vec<lsp::TypeHierarchyItem> {
        let Some((whole, name_range)) = read(item) else {
            return Vec::new();
        };
        let item = types::Item { name: name.to_owned(), detail: String::new(), whole, name_range };
        let mut found: Vec<types::Item> = Vec::new();
        for at in self.view.snapshots() {
            let Some(id) = types::find(at, &item) else { continue };
            for item in if above { types::supertypes(at, id) } else { types::subtypes(at, id) } {
                if !found.contains(&item) {
                    found.push(item);
                }
            }
        }
        found.iter().filter_map(|item| self.type_item(item)).collect()
    }
}

fn data(whole: &Location, name: &Range<usize>) -> Value {
    json!({ "path": whole.path, "whole": [whole.range.start, whole.range.end], "name": [name.start, name.end] })
}

fn read(data: &Value) -> Option<(Location, Range<usize>)> {
    let bytes = |key: &str| {
        let number = |at: usize| data.get(key)?.get(at)?.as_u64().and_then(|it| usize::try_from(it).ok());
        Some(number(0)?..number(1)?)
    };
    Some((Location { path: data.get("path")?.as_str()?.to_owned(), range: bytes("whole")? }, bytes("name")?))
}
