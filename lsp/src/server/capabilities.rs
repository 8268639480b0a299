//! What the server can do, and what it learns of the client.

use super::publish::Again;
use super::{Backend, Settings};
use crate::features::tokens::Sort;
use crate::position::Encoding;
use std::pin::Pin;
use std::task::{Context, Poll};
use tower_lsp_server::jsonrpc::{Request, Response};
use tower_lsp_server::ls_types as lsp;
use tower_service::Service;

/// What the client says about itself.
pub fn read(params: &lsp::InitializeParams, settings: &mut Settings) {
    let general = params.capabilities.general.as_ref();
    let offered = general.and_then(|general| general.position_encodings.as_ref());
    let utf8 = offered.is_some_and(|offered| offered.contains(&lsp::PositionEncodingKind::UTF8));
    settings.encoding = if utf8 { Encoding::Utf8 } else { Encoding::Utf16 };
    let text = params.capabilities.text_document.as_ref();
    let workspace = params.capabilities.workspace.as_ref();
    let watched = workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
    settings.watches = watched.is_some_and(|watched| watched.dynamic_registration == Some(true));
    let diagnostics = workspace.and_then(|workspace| workspace.diagnostics.as_ref());
    // Who cannot be told to ask again would never see a mistake that a change elsewhere has brought.
    let refreshes = diagnostics.is_some_and(|diagnostics| diagnostics.refresh_support == Some(true));
    settings.pull = refreshes && text.is_some_and(|text| text.diagnostic.is_some());
    settings.again = again(workspace);
    let edits = workspace.and_then(|workspace| workspace.workspace_edit.as_ref());
    let operations = edits.and_then(|edits| edits.resource_operations.as_ref());
    // Operations on files stand among edits that name the state of a text: who takes the ones takes the others.
    settings.versioned = operations.is_some() || edits.is_some_and(|edits| edits.document_changes == Some(true));
    settings.creates = operations.is_some_and(|all| all.contains(&lsp::ResourceOperationKind::Create));
    let completion = text.and_then(|text| text.completion.as_ref()?.completion_item.as_ref());
    settings.snippets = completion.is_some_and(|item| item.snippet_support == Some(true));
}

/// What else the client can be told to ask for again.
fn again(workspace: Option<&lsp::WorkspaceClientCapabilities>) -> Again {
    let said = |found: Option<Option<bool>>| found.flatten() == Some(true);
    Again {
        lenses: said(workspace.and_then(|all| Some(all.code_lens.as_ref()?.refresh_support))),
        hints: said(workspace.and_then(|all| Some(all.inlay_hint.as_ref()?.refresh_support))),
        colours: said(workspace.and_then(|all| Some(all.semantic_tokens.as_ref()?.refresh_support))),
    }
}

/// The folders of the workspace.
pub fn folders(params: &lsp::InitializeParams) -> Vec<lsp::Uri> {
    if let Some(folders) = params.workspace_folders.as_ref().filter(|folders| !folders.is_empty()) {
        return folders.iter().map(|folder| folder.uri.clone()).collect();
    }
    #[expect(deprecated, reason = "older clients say nothing else")]
    params.root_uri.clone().into_iter().collect()
}

/// What the server can do.
pub fn offered(settings: Settings) -> lsp::ServerCapabilities {
    let sync = lsp::TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(lsp::TextDocumentSyncKind::INCREMENTAL),
        save: Some(lsp::TextDocumentSyncSaveOptions::Supported(true)),
        ..lsp::TextDocumentSyncOptions::default()
    };
    let words = |characters: &[&str]| Some(characters.iter().map(|it| (*it).to_owned()).collect());
    lsp::ServerCapabilities {
        position_encoding: Some(match settings.encoding {
            Encoding::Utf8 => lsp::PositionEncodingKind::UTF8,
            Encoding::Utf16 => lsp::PositionEncodingKind::UTF16,
        }),
        text_document_sync: Some(lsp::TextDocumentSyncCapability::Options(sync)),
        hover_provider: Some(lsp::HoverProviderCapability::Simple(true)),
        completion_provider: Some(lsp::CompletionOptions {
            resolve_provider: Some(true),
            trigger_characters: words(&[".", ":", ">", "=", "\"", "{", "["]),
            ..lsp::CompletionOptions::default()
        }),
        signature_help_provider: Some(lsp::SignatureHelpOptions {
            trigger_characters: words(&["(", ","]),
            ..lsp::SignatureHelpOptions::default()
        }),
        definition_provider: Some(lsp::OneOf::Left(true)),
        type_definition_provider: Some(lsp::TypeDefinitionProviderCapability::Simple(true)),
        implementation_provider: Some(lsp::ImplementationProviderCapability::Simple(true)),
        references_provider: Some(lsp::OneOf::Left(true)),
        document_highlight_provider: Some(lsp::OneOf::Left(true)),
        document_symbol_provider: Some(lsp::OneOf::Left(true)),
        workspace_symbol_provider: Some(lsp::OneOf::Left(true)),
        code_action_provider: Some(lsp::CodeActionProviderCapability::Options(lsp::CodeActionOptions {
            code_action_kinds: Some(super::actions::kinds()),
            ..lsp::CodeActionOptions::default()
        })),
        code_lens_provider: Some(lsp::CodeLensOptions { resolve_provider: Some(false) }),
        document_formatting_provider: Some(lsp::OneOf::Left(true)),
        document_range_formatting_provider: Some(lsp::OneOf::Left(true)),
        document_on_type_formatting_provider: Some(lsp::DocumentOnTypeFormattingOptions {
            first_trigger_character: "}".to_owned(),
            more_trigger_character: words(&["\n"]),
        }),
        rename_provider: Some(lsp::OneOf::Right(lsp::RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: lsp::WorkDoneProgressOptions::default(),
        })),
        document_link_provider: Some(lsp::DocumentLinkOptions {
            resolve_provider: Some(false),
            work_done_progress_options: lsp::WorkDoneProgressOptions::default(),
        }),
        execute_command_provider: Some(lsp::ExecuteCommandOptions {
            commands: vec![super::commands::RUN_TEST.to_owned()],
            ..lsp::ExecuteCommandOptions::default()
        }),
        linked_editing_range_provider: Some(lsp::LinkedEditingRangeServerCapabilities::Simple(true)),
        folding_range_provider: Some(lsp::FoldingRangeProviderCapability::Simple(true)),
        selection_range_provider: Some(lsp::SelectionRangeProviderCapability::Simple(true)),
        call_hierarchy_provider: Some(lsp::CallHierarchyServerCapability::Simple(true)),
        inlay_hint_provider: Some(lsp::OneOf::Left(true)),
        semantic_tokens_provider: Some(colours().into()),
        diagnostic_provider: settings.pull.then(|| {
            lsp::DiagnosticServerCapabilities::Options(lsp::DiagnosticOptions {
                identifier: Some("tm".to_owned()),
                inter_file_dependencies: true,
                workspace_diagnostics: true,
                work_done_progress_options: lsp::WorkDoneProgressOptions::default(),
            })
        }),
        workspace: Some(lsp::WorkspaceServerCapabilities {
            workspace_folders: Some(lsp::WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(lsp::OneOf::Left(true)),
            }),
            file_operations: Some(lsp::WorkspaceFileOperationsServerCapabilities {
                will_rename: Some(what_paths_lead_to()),
                ..lsp::WorkspaceFileOperationsServerCapabilities::default()
            }),
        }),
        ..lsp::ServerCapabilities::default()
    }
}

/// Sources may have any name; paths lead to folders of packages and to tables of catalogues.
fn what_paths_lead_to() -> lsp::FileOperationRegistrationOptions {
    let pattern = lsp::FileOperationPattern { glob: "**".to_owned(), matches: None, options: None };
    let filter = lsp::FileOperationFilter { scheme: Some("file".to_owned()), pattern };
    lsp::FileOperationRegistrationOptions { filters: vec![filter] }
}

fn colours() -> lsp::SemanticTokensOptions {
    let modifiers = vec![lsp::SemanticTokenModifier::DECLARATION, lsp::SemanticTokenModifier::DEFAULT_LIBRARY];
    lsp::SemanticTokensOptions {
        legend: lsp::SemanticTokensLegend {
            token_types: Sort::LEGEND.iter().map(|(_, name)| lsp::SemanticTokenType::new(name)).collect(),
            token_modifiers: modifiers,
        },
        range: Some(true),
        full: Some(lsp::SemanticTokensFullOptions::Delta { delta: Some(true) }),
        ..lsp::SemanticTokensOptions::default()
    }
}

/// The method whose answer says what the server can do.
const FIRST: &str = "initialize";

/// A service that also says what the protocol's types have no field for.
pub struct Complete<S>(pub S);

impl<S> Service<Request> for Complete<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let is_first = request.method() == FIRST;
        let answer = self.0.call(request);
        Box::pin(async move {
            let answer = answer.await?;
            Ok(if is_first { answer.map(with_types) } else { answer })
        })
    }
}

/// The hierarchy of types. Not every client can be told of it later.
fn with_types(answer: Response) -> Response {
    let (id, mut body) = answer.into_parts();
    if let Some(offered) = body.as_mut().ok().and_then(|body| body.get_mut("capabilities")) {
        offered["typeHierarchyProvider"] = true.into();
    }
    Response::from_parts(id, body)
}

impl Backend {
    /// What can only be agreed on after the first words. Nothing waits for the client's answer.
    pub(super) fn register(&self) {
        if !self.shared.settings().watches {
            return;
        }
        let options = serde_json::json!({ "watchers": [{ "globPattern": "**/*.tm" }, { "globPattern": "**/tm.toml" }, { "globPattern": "**/resources.tsv" }] });
        let method = "workspace/didChangeWatchedFiles".to_owned();
        let wanted = lsp::Registration { id: method.clone(), method, register_options: Some(options) };
        let client = self.client.clone();
        tokio::spawn(async move { drop(client.register_capability(vec![wanted]).await) });
    }
}
