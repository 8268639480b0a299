//! Actions in the words of the protocol.

use super::sight::Sight;
use crate::features::actions::{Action, Sort, actions, naming};
use crate::features::capture::captured;
use crate::owner::Host;
use tower_lsp_server::ls_types as lsp;

impl Sight {
    /// What can be done about a range, of the kinds that the client wants.
    pub(super) fn actions(
        &self,
        wanted: lsp::Range,
        context: &lsp::CodeActionContext,
        host: &dyn Host,
    ) -> lsp::CodeActionResponse {
        let Some(file) = self.file() else {
            return Vec::new();
        };
        if !KINDS.iter().any(|sort| asked(context, &kind(*sort))) {
            return Vec::new();
        }
        let range = self.bytes(wanted);
        let baselines = || self.view.snapshots().flat_map(|package| host.baselines(&package.entry)).collect();
        let renamed = naming(&self.view, file, &range, baselines)
            .filter(|action| captured(&self.view, &action.edits, &self.again(host)).is_none());
        let found = renamed.into_iter().chain(actions(self.at(), file, &range));
        found
            .filter(|action| asked(context, &kind(action.sort)) && (self.creates || action.creates.is_none()))
            .map(|action| lsp::CodeActionOrCommand::CodeAction(self.action(action, context)))
            .collect()
    }

    fn action(&self, action: Action, context: &lsp::CodeActionContext) -> lsp::CodeAction {
        let code = Some(lsp::NumberOrString::String(action.about.clone()));
        let answered: Vec<lsp::Diagnostic> =
            context.diagnostics.iter().filter(|found| found.code == code).cloned().collect();
        lsp::CodeAction {
            kind: Some(kind(action.sort)),
            diagnostics: (!answered.is_empty()).then_some(answered),
            edit: Some(match action.creates.and_then(|path| self.names.uri(&path)) {
                Some(uri) => creating(uri, self.workspace_edit(&action.edits)),
                None => self.workspace_edit(&action.edits),
            }),
            is_preferred: action.preferred.then_some(true),
            title: action.title,
            ..lsp::CodeAction::default()
        }
    }
}

/// The same edit, in a file that is made first.
fn creating(uri: lsp::Uri, edit: lsp::WorkspaceEdit) -> lsp::WorkspaceEdit {
    let create = lsp::CreateFile { uri, options: None, annotation_id: None };
    let create = lsp::DocumentChangeOperation::Op(lsp::ResourceOp::Create(create));
    let edits = match edit.document_changes {
        Some(lsp::DocumentChanges::Edits(edits)) => edits,
        _ => Vec::new(),
    };
    let operations = std::iter::once(create).chain(edits.into_iter().map(lsp::DocumentChangeOperation::Edit));
    let document_changes = Some(lsp::DocumentChanges::Operations(operations.collect()));
    lsp::WorkspaceEdit { document_changes, ..lsp::WorkspaceEdit::default() }
}

/// What actions there are.
const KINDS: [Sort; 4] = [Sort::Fix, Sort::Extract, Sort::Move, Sort::Rewrite];

/// The kinds that the client is told of.
pub fn kinds() -> Vec<lsp::CodeActionKind> {
    KINDS.into_iter().map(kind).collect()
}

fn kind(sort: Sort) -> lsp::CodeActionKind {
    match sort {
        Sort::Fix => lsp::CodeActionKind::QUICKFIX,
        Sort::Extract => lsp::CodeActionKind::REFACTOR_EXTRACT,
        Sort::Move => lsp::CodeActionKind::from("refactor.move"),
        Sort::Rewrite => lsp::CodeActionKind::REFACTOR_REWRITE,
    }
}

/// True where the client wants actions of the kind. Threats are among the diagnostics, so what answers them is a quick fix.
fn asked(context: &lsp::CodeActionContext, kind: &lsp::CodeActionKind) -> bool {
    let within = |outer: &lsp::CodeActionKind| {
        let rest = kind.as_str().strip_prefix(outer.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || outer.as_str().is_empty())
    };
    context.only.as_ref().is_none_or(|only| only.iter().any(within))
}
