//! Completion, colours and the rest of plain data in the words of the protocol.

use super::sight::{Sight, markdown, position, range};
use crate::features::{completion, folding, inlay, lens, links, signature, tokens};
use crate::position::{Encoding, Lines};
use serde_json::json;
use tower_lsp_server::ls_types as lsp;

/// Items of a completion. More is said about each where the client asks for it.
pub fn completion(lines: &Lines, encoding: Encoding, found: completion::Completion, path: &str) -> lsp::CompletionList {
    let place = range(lines, &found.range, encoding);
    let cut = found.cut;
    let items = found.items.into_iter().enumerate().map(|(index, item)| {
        let import = item.import.map(|(byte, text)| {
            let at = position(lines, byte, encoding);
            vec![lsp::TextEdit { range: lsp::Range { start: at, end: at }, new_text: text }]
        });
        lsp::CompletionItem {
            kind: Some(item_kind(item.sort)),
            detail: (!item.detail.is_empty()).then_some(item.detail),
            sort_text: Some(format!("{index:05}")),
            insert_text_format: item.snippet.then_some(lsp::InsertTextFormat::SNIPPET),
            filter_text: (item.sort == completion::Sort::Snippet).then(|| item.label.clone()),
            text_edit: Some(lsp::CompletionTextEdit::Edit(lsp::TextEdit { range: place, new_text: item.insert })),
            additional_text_edits: import,
            data: item
                .declared
                .map(|at| json!({ "asked": path, "path": at.path, "start": at.range.start, "end": at.range.end })),
            label: item.label,
            ..lsp::CompletionItem::default()
        }
    });
    lsp::CompletionList { is_incomplete: cut, items: items.collect() }
}

fn item_kind(sort: completion::Sort) -> lsp::CompletionItemKind {
    use completion::Sort;
    use lsp::CompletionItemKind as Kind;
    match sort {
        Sort::Keyword => Kind::KEYWORD,
        Sort::Element => Kind::VARIABLE,
        Sort::Type => Kind::CLASS,
        Sort::Enum => Kind::ENUM,
        Sort::Value => Kind::ENUM_MEMBER,
        Sort::Property => Kind::PROPERTY,
        Sort::Control => Kind::INTERFACE,
        Sort::Threat => Kind::EVENT,
        Sort::Function => Kind::FUNCTION,
        Sort::Variable => Kind::VARIABLE,
        Sort::Package => Kind::MODULE,
        Sort::Snippet => Kind::SNIPPET,
        Sort::Text => Kind::TEXT,
    }
}

/// Snippets as plain text, for clients that know none.
pub fn plain(item: &mut lsp::CompletionItem) {
    if item.insert_text_format != Some(lsp::InsertTextFormat::SNIPPET) {
        return;
    }
    item.insert_text_format = None;
    if let Some(lsp::CompletionTextEdit::Edit(edit)) = &mut item.text_edit {
        edit.new_text = without_places(&edit.new_text);
    }
}

/// The text of a snippet: `${1:name}` becomes `name`, `$0` nothing.
fn without_places(snippet: &str) -> String {
    let mut out = String::new();
    let mut rest = snippet;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match rest.strip_prefix('{') {
            Some(inner) => {
                let end = inner.find('}').unwrap_or(inner.len());
                let default = inner[..end].split_once(':').map_or("", |(_, default)| default);
                out.push_str(default);
                rest = inner.get(end + 1..).unwrap_or_default();
            }
            None => rest = rest.trim_start_matches(|c: char| c.is_ascii_digit()),
        }
    }
    out.push_str(rest);
    out
}

/// The call around the cursor.
pub fn signature(found: signature::Signature) -> lsp::SignatureHelp {
    let units = |byte: usize| u32::try_from(found.label[..byte].encode_utf16().count()).unwrap_or(0);
    let parameters = found.parameters.iter().map(|range| lsp::ParameterInformation {
        label: lsp::ParameterLabel::LabelOffsets([units(range.start), units(range.end)]),
        documentation: None,
    });
    let active = u32::try_from(found.active).ok();
    let information = lsp::SignatureInformation {
        parameters: Some(parameters.collect()),
        documentation: (!found.doc.is_empty()).then(|| lsp::Documentation::MarkupContent(markdown(found.doc.clone()))),
        active_parameter: active,
        label: found.label,
    };
    lsp::SignatureHelp { signatures: vec![information], active_signature: Some(0), active_parameter: active }
}

/// Colours as the protocol packs them: each relative to the one before.
pub fn colours(lines: &Lines, encoding: Encoding, found: &[tokens::Colour]) -> Vec<lsp::SemanticToken> {
    let mut before = lsp::Position::default();
    let mut packed = Vec::with_capacity(found.len());
    for colour in found {
        let at = range(lines, &colour.range, encoding);
        let same_line = at.start.line == before.line;
        let kind = tokens::Sort::LEGEND.iter().position(|(sort, _)| *sort == colour.sort).unwrap_or(0);
        packed.push(lsp::SemanticToken {
            delta_line: at.start.line - before.line,
            delta_start: at.start.character - if same_line { before.character } else { 0 },
            length: at.end.character.saturating_sub(at.start.character),
            token_type: u32::try_from(kind).unwrap_or(0),
            token_modifiers_bitset: u32::from(colour.declares) | (u32::from(colour.library) << 1),
        });
        before = at.start;
    }
    packed
}

/// What changed between two answers: one edit over what is neither at the beginning nor at the end of both.
pub fn colour_edits(old: &[lsp::SemanticToken], new: &[lsp::SemanticToken]) -> Vec<lsp::SemanticTokensEdit> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[start..], &new[start..]);
    let end = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let (gone, come) = (old.len() - end, &new[..new.len() - end]);
    if gone == 0 && come.is_empty() {
        return Vec::new();
    }
    let units = |count: usize| u32::try_from(count * 5).unwrap_or(u32::MAX);
    vec![lsp::SemanticTokensEdit { start: units(start), delete_count: units(gone), data: Some(come.to_vec()) }]
}

/// What can be folded.
pub fn folds(lines: &Lines, encoding: Encoding, found: Vec<folding::Fold>) -> Vec<lsp::FoldingRange> {
    let fold = |fold: folding::Fold| {
        let at = range(lines, &fold.range, encoding);
        let closes = fold.sort == folding::Sort::Region;
        lsp::FoldingRange {
            start_line: at.start.line,
            // The line with the closing bracket stays.
            end_line: if closes { at.end.line.saturating_sub(1).max(at.start.line) } else { at.end.line },
            kind: match fold.sort {
                folding::Sort::Region => None,
                folding::Sort::Comment => Some(lsp::FoldingRangeKind::Comment),
                folding::Sort::Uses => Some(lsp::FoldingRangeKind::Imports),
            },
            ..lsp::FoldingRange::default()
        }
    };
    let mut folds: Vec<lsp::FoldingRange> = found.into_iter().map(fold).collect();
    folds.retain(|fold| fold.start_line < fold.end_line);
    folds
}

impl Sight {
    /// Links of the file.
    pub fn link(&self, link: links::Link) -> Option<lsp::DocumentLink> {
        let target = match link.target {
            links::Target::Web(address) => address.parse().ok()?,
            links::Target::File(at) => self.names.uri(&at.path)?,
        };
        Some(lsp::DocumentLink { range: self.range(&link.range), target: Some(target), tooltip: None, data: None })
    }

    /// A hint behind an element's head.
    pub fn hint(&self, hint: inlay::Hint) -> lsp::InlayHint {
        lsp::InlayHint {
            position: self.range(&(hint.byte..hint.byte)).start,
            label: lsp::InlayHintLabel::String(hint.label),
            kind: None,
            text_edits: None,
            tooltip: Some(lsp::InlayHintTooltip::MarkupContent(markdown(hint.tooltip))),
            padding_left: Some(true),
            padding_right: Some(false),
            data: None,
        }
    }

    /// A line above a declaration; it leads to places where the client knows how to show them.
    pub fn lens(&self, lens: lens::Lens, shows: bool, preview: bool) -> lsp::CodeLens {
        let range = self.range(&lens.range);
        if lens.preview && preview {
            let arguments = Some(vec![json!(self.names.uri(&self.path))]);
            let title = format!("{} · open preview", lens.title);
            let command = lsp::Command { title, command: "tm.openPreviewToSide".to_owned(), arguments };
            return lsp::CodeLens { range, command: Some(command), data: None };
        }
        if let Some(name) = lens.test {
            let arguments = Some(vec![json!(self.names.uri(&self.path)), json!(name)]);
            let command = lsp::Command { title: lens.title, command: super::commands::RUN_TEST.to_owned(), arguments };
            return lsp::CodeLens { range, command: Some(command), data: None };
        }
        let leads = shows && !lens.places.is_empty();
        let arguments = leads
            .then(|| vec![json!(self.names.uri(&self.path)), json!(range.start), json!(self.locations(&lens.places))]);
        let command = if leads { "tm.showReferences".to_owned() } else { String::new() };
        lsp::CodeLens { range, command: Some(lsp::Command { title: lens.title, command, arguments }), data: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snippets_without_their_places_are_plain_text() {
        assert_eq!(without_places("accept ${1:Threat} on ${2:e} { by = \"$0\" }"), "accept Threat on e { by = \"\" }");
        assert_eq!(without_places("plain"), "plain");
    }

    #[test]
    fn edits_of_colours_lead_from_the_old_to_the_new() {
        let token = |length| lsp::SemanticToken {
            delta_line: 1,
            delta_start: 0,
            length,
            token_type: 0,
            token_modifiers_bitset: 0,
        };
        let old: Vec<_> = [1, 2, 3, 4].map(token).to_vec();
        for new in [vec![1, 9, 4], vec![], vec![1, 2, 3, 4], vec![1, 1, 2, 3, 4], vec![1, 2, 3, 4, 4]] {
            let new: Vec<_> = new.into_iter().map(token).collect();
            let mut after = old.clone();
            for edit in colour_edits(&old, &new) {
                let start = edit.start as usize / 5;
                after.splice(start..start + edit.delete_count as usize / 5, edit.data.unwrap_or_default());
            }
            assert_eq!(after, new);
        }
    }
}
