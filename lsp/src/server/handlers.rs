//! The messages of the protocol, one after the other.

use super::names::is_ours;
use super::sight::{Sight, markdown, place, range, symbol_kind};
use super::{Backend, capabilities, publish, words};
use crate::buffers::Change;
use crate::describe;
use crate::features::{
    calls, capture, completion, definition, folding, format, hover, inlay, lens, linked, links, packages, references,
    rename, selection, signature, symbols, tokens, types,
};
use crate::owner::{Freshness, Job};
use crate::position::Lines;
use crate::snapshot::Location;
use serde_json::Value;
use std::sync::{Arc, PoisonError};
use tower_lsp_server::LanguageServer;
use tower_lsp_server::jsonrpc::{Error, Result};
use tower_lsp_server::ls_types::*;

type Response<T> = Result<Option<T>>;

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        self.shared.set(|settings| capabilities::read(&params, settings));
        if let Some(options) = &params.initialization_options {
            self.configure(options);
        }
        let settings = self.shared.settings();
        self.tell(Job::Encoding(settings.encoding));
        let folders: Vec<String> = capabilities::folders(&params).iter().map(|uri| self.path(uri)).collect();
        *self.folders.lock().unwrap_or_else(PoisonError::into_inner) = folders.clone();
        self.tell(Job::Folders(folders));
        Ok(InitializeResult {
            capabilities: capabilities::offered(settings),
            server_info: Some(ServerInfo {
                name: "tm".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
            offset_encoding: None,
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        self.register();
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let document = params.text_document;
        if !is_ours(&document.uri) {
            return;
        }
        self.tell(Job::Open(self.path(&document.uri), document.version, document.text));
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let changes = params.content_changes.into_iter().map(|change| Change {
            range: change.range.map(|range| (place(range.start), place(range.end))),
            text: change.text,
        });
        let path = self.path(&params.text_document.uri);
        self.tell(Job::Change(path, params.text_document.version, changes.collect()));
    }

    async fn did_save(&self, _: DidSaveTextDocumentParams) {
        // The text is known already; what reads it from the disk is told by the watcher, where there is one.
        if !self.shared.settings().watches {
            self.tell(Job::Disk);
        }
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        let path = self.path(&params.text_document.uri);
        self.colours.lock().unwrap_or_else(PoisonError::into_inner).remove(&path);
        self.tell(Job::Close(path));
    }

    async fn did_change_watched_files(&self, _: DidChangeWatchedFilesParams) {
        self.tell(Job::Disk);
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        self.configure(&params.settings);
        self.tell(Job::Disk);
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        let gone: Vec<String> = params.event.removed.iter().map(|folder| self.path(&folder.uri)).collect();
        folders.retain(|folder| !gone.contains(folder));
        folders.extend(params.event.added.iter().map(|folder| self.path(&folder.uri)));
        self.tell(Job::Folders(folders.clone()));
    }

    async fn hover(&self, params: HoverParams) -> Response<Hover> {
        let at = params.text_document_position_params;
        let work = move |sight: &Sight| {
            let found = hover::hover(&sight.view, sight.file()?, sight.byte(at.position))?;
            let range = Some(sight.range(&found.range));
            Some(Hover { contents: HoverContents::Markup(markdown(found.markdown)), range })
        };
        Ok(self.see(&at.text_document.uri, work).await?.flatten())
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Response<GotoDefinitionResponse> {
        let at = params.text_document_position_params;
        let work = move |sight: &Sight| {
            let found = definition::definition(sight.at(), sight.file()?, sight.byte(at.position))?;
            sight.location(&found).map(GotoDefinitionResponse::Scalar)
        };
        Ok(self.see(&at.text_document.uri, work).await?.flatten())
    }

    async fn goto_type_definition(
        &self,
        params: request::GotoTypeDefinitionParams,
    ) -> Response<GotoDefinitionResponse> {
        let at = params.text_document_position_params;
        let work = move |sight: &Sight| {
            let found = definition::type_definition(sight.at(), sight.file()?, sight.byte(at.position));
            Some(GotoDefinitionResponse::Array(sight.locations(&found)))
        };
        Ok(self.see(&at.text_document.uri, work).await?.flatten())
    }

    async fn goto_implementation(&self, params: request::GotoImplementationParams) -> Response<GotoDefinitionResponse> {
        let at = params.text_document_position_params;
        let work = move |sight: &Sight| {
            let found = definition::implementations(&sight.view, sight.file()?, sight.byte(at.position));
            Some(GotoDefinitionResponse::Array(sight.locations(&found)))
        };
        Ok(self.see_all(Some(&at.text_document.uri), work).await?.flatten())
    }

    async fn references(&self, params: ReferenceParams) -> Response<Vec<tower_lsp_server::ls_types::Location>> {
        let at = params.text_document_position;
        let declaration = params.context.include_declaration;
        let work = move |sight: &Sight| {
            let found = references::references(&sight.view, sight.file()?, sight.byte(at.position), declaration);
            Some(sight.locations(&found))
        };
        Ok(self.see_all(Some(&at.text_document.uri), work).await?.flatten())
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Response<Vec<DocumentHighlight>> {
        let at = params.text_document_position_params;
        let work = move |sight: &Sight| {
            let found = references::highlights(sight.at(), sight.file()?, sight.byte(at.position));
            let kind = |declares| if declares { DocumentHighlightKind::WRITE } else { DocumentHighlightKind::READ };
            let highlights = found
                .into_iter()
                .map(|found| DocumentHighlight { range: sight.range(&found.range), kind: Some(kind(found.declares)) });
            Some(highlights.collect())
        };
        Ok(self.see(&at.text_document.uri, work).await?.flatten())
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Response<DocumentSymbolResponse> {
        let work = |sight: &Sight| {
            let outline = symbols::outline(sight.at(), sight.file()?);
            let found = outline.into_iter().map(|symbol| sight.symbol(symbol)).collect();
            Some(DocumentSymbolResponse::Nested(found))
        };
        Ok(self.see(&params.text_document.uri, work).await?.flatten())
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Response<WorkspaceSymbolResponse> {
        let work = move |sight: &Sight| {
            let found = symbols::workspace(&sight.view, &params.query);
            let symbols = found.into_iter().filter_map(|found| {
                Some(WorkspaceSymbol {
                    name: found.name,
                    kind: symbol_kind(found.sort),
                    tags: None,
                    container_name: Some(found.package),
                    location: OneOf::Left(sight.location(&found.at)?),
                    data: None,
                })
            });
            WorkspaceSymbolResponse::Nested(symbols.collect())
        };
        self.see_all(None, work).await
    }

    async fn completion(&self, params: CompletionParams) -> Response<CompletionResponse> {
        let at = params.text_document_position;
        let work = move |sight: &Sight| {
            let lines = match sight.buffers.get(&sight.path) {
                Some(buffer) => buffer.lines.clone(),
                None => sight.lines(&sight.path),
            };
            let byte = lines.byte(place(at.position), sight.encoding);
            let found = completion::complete(sight.at(), &sight.path, lines.text(), byte);
            words::completion(&lines, sight.encoding, found, &sight.path)
        };
        let snippets = self.shared.settings().snippets;
        let found = self.ask(&at.text_document.uri, Freshness::Last, work).await?;
        Ok(found.map(|mut list| {
            if !snippets {
                list.items.iter_mut().for_each(words::plain);
            }
            CompletionResponse::List(list)
        }))
    }

    async fn completion_resolve(&self, mut item: CompletionItem) -> Result<CompletionItem> {
        let Some((asked, at)) = item.data.as_ref().and_then(declared) else {
            return Ok(item);
        };
        let Some(uri) = self.shared.names().uri(&asked) else {
            return Ok(item);
        };
        let work = move |sight: &Sight| {
            let span = sight.at().span(&at)?;
            let own = sight.at().references_in(span.file);
            let index = own.binary_search_by_key(&span, |reference| reference.span).ok()?;
            Some(describe::reference(sight.at(), &own[index]))
        };
        let said = self.ask(&uri, Freshness::Last, work).await?.flatten();
        item.documentation = said.map(|said| Documentation::MarkupContent(markdown(said)));
        Ok(item)
    }

    async fn signature_help(&self, params: SignatureHelpParams) -> Response<SignatureHelp> {
        let at = params.text_document_position_params;
        let work = move |sight: &Sight| {
            let file = sight.file()?;
            let cursor = crate::syntax::cursor(sight.at().text(file), sight.at().tokens(file), sight.byte(at.position));
            signature::signature(sight.at(), sight.at().package_at(file), &cursor).map(words::signature)
        };
        Ok(self.see(&at.text_document.uri, work).await?.flatten())
    }

    async fn prepare_rename(&self, params: TextDocumentPositionParams) -> Response<PrepareRenameResponse> {
        let work = move |sight: &Sight| {
            let Some(file) = sight.file() else {
                return Ok(None);
            };
            let subject = rename::prepare(sight.at(), file, sight.byte(params.position))?;
            let range = sight.range(&subject.range);
            Ok(Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: subject.name }))
        };
        match self.see(&params.text_document.uri, work).await?.unwrap_or(Ok(None)) {
            Ok(answer) => Ok(answer),
            Err(why) => Err(refused(why)),
        }
    }

    async fn rename(&self, params: RenameParams) -> Response<WorkspaceEdit> {
        let at = params.text_document_position;
        let host = Arc::clone(&self.host);
        let work = move |sight: &Sight| {
            let Some(file) = sight.file() else {
                return Ok(None);
            };
            let known: Vec<String> =
                sight.view.snapshots().flat_map(|package| host.baselines(&package.entry)).collect();
            let edits = rename::rename(&sight.view, file, sight.byte(at.position), &params.new_name, &known)?;
            match capture::captured(&sight.view, &edits, &sight.again(&*host)) {
                Some(why) => Err(why),
                None => Ok(Some(sight.workspace_edit(&edits))),
            }
        };
        // All packages must know the present state, or some place would keep the old name; and a place in a file that
        // has changed meanwhile would be another.
        if !self.shared.settings().watches {
            self.tell(Job::Disk);
        }
        match self.see_all(Some(&at.text_document.uri), work).await?.unwrap_or(Ok(None)) {
            Ok(answer) => Ok(answer),
            Err(why) => Err(refused(why)),
        }
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Response<Vec<TextEdit>> {
        self.format(&params.text_document.uri, |lines, _| format::document(lines.text())).await
    }

    async fn range_formatting(&self, params: DocumentRangeFormattingParams) -> Response<Vec<TextEdit>> {
        let (start, end) = (place(params.range.start), place(params.range.end));
        let work = move |lines: &Lines, encoding| format::range(lines.text(), lines.range(start, end, encoding));
        self.format(&params.text_document.uri, work).await
    }

    async fn on_type_formatting(&self, params: DocumentOnTypeFormattingParams) -> Response<Vec<TextEdit>> {
        let at = params.text_document_position;
        let typed = params.ch.chars().next().unwrap_or('\n');
        let work =
            move |lines: &Lines, encoding| format::typed(lines.text(), lines.byte(place(at.position), encoding), typed);
        self.format(&at.text_document.uri, work).await
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Response<SemanticTokensResult> {
        let found = self.colours(&params.text_document.uri, None).await?;
        Ok(found.map(|(path, data)| {
            let id = self.remember(path, data.clone()).0;
            SemanticTokensResult::Tokens(SemanticTokens { result_id: Some(id), data })
        }))
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Response<SemanticTokensFullDeltaResult> {
        let found = self.colours(&params.text_document.uri, None).await?;
        Ok(found.map(|(path, data)| {
            let (id, before) = self.remember(path, data.clone());
            match before.filter(|(known, _)| *known == params.previous_result_id) {
                Some((_, old)) => SemanticTokensFullDeltaResult::TokensDelta(SemanticTokensDelta {
                    result_id: Some(id),
                    edits: words::colour_edits(&old, &data),
                }),
                None => SemanticTokensFullDeltaResult::Tokens(SemanticTokens { result_id: Some(id), data }),
            }
        }))
    }

    async fn semantic_tokens_range(&self, params: SemanticTokensRangeParams) -> Response<SemanticTokensRangeResult> {
        let found = self.colours(&params.text_document.uri, Some(params.range)).await?;
        Ok(found.map(|(_, data)| SemanticTokensRangeResult::Tokens(SemanticTokens { result_id: None, data })))
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Response<Vec<FoldingRange>> {
        let work = |sight: &Sight| {
            let found = folding::folds(sight.at(), sight.file()?);
            Some(words::folds(&sight.lines(&sight.path), sight.encoding, found))
        };
        Ok(self.see(&params.text_document.uri, work).await?.flatten())
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Response<Vec<SelectionRange>> {
        let work = move |sight: &Sight| {
            let file = sight.file()?;
            let around = |position: &Position| {
                let ranges = selection::selections(sight.at(), file, sight.byte(*position));
                let mut found: Option<SelectionRange> = None;
                for bytes in ranges.iter().rev() {
                    found = Some(SelectionRange { range: sight.range(bytes), parent: found.map(Box::new) });
                }
                found.unwrap_or(SelectionRange { range: Range { start: *position, end: *position }, parent: None })
            };
            Some(params.positions.iter().map(around).collect())
        };
        Ok(self.see(&params.text_document.uri, work).await?.flatten())
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Response<Vec<DocumentLink>> {
        let work = |sight: &Sight| {
            let found = links::links(sight.at(), sight.file()?);
            Some(found.into_iter().filter_map(|link| sight.link(link)).collect())
        };
        Ok(self.see(&params.text_document.uri, work).await?.flatten())
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Response<Vec<InlayHint>> {
        let work = move |sight: &Sight| {
            let found = inlay::hints(sight.at(), sight.file()?, &sight.bytes(params.range));
            Some(found.into_iter().map(|hint| sight.hint(hint)).collect())
        };
        Ok(self.see(&params.text_document.uri, work).await?.flatten())
    }

    async fn code_action(&self, params: CodeActionParams) -> Response<CodeActionResponse> {
        let host = Arc::clone(&self.host);
        let work = move |sight: &Sight| sight.actions(params.range, &params.context, &*host);
        self.see(&params.text_document.uri, work).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Response<Vec<CodeLens>> {
        let settings = self.shared.settings();
        let work = move |sight: &Sight| {
            let found = lens::lenses(&sight.view, sight.file()?);
            Some(found.into_iter().map(|lens| sight.lens(lens, settings.shows, settings.opens)).collect())
        };
        // What a package declares is used by others, mostly.
        Ok(self.see_all(Some(&params.text_document.uri), work).await?.flatten())
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Response<LSPAny> {
        self.execute(params).await
    }

    async fn linked_editing_range(&self, params: LinkedEditingRangeParams) -> Response<LinkedEditingRanges> {
        let at = params.text_document_position_params;
        let work = move |sight: &Sight| {
            let found = linked::linked(sight.at(), sight.file()?, sight.byte(at.position));
            let ranges: Vec<Range> = found.iter().map(|bytes| sight.range(bytes)).collect();
            (!ranges.is_empty()).then_some(LinkedEditingRanges { ranges, word_pattern: None })
        };
        Ok(self.see(&at.text_document.uri, work).await?.flatten())
    }

    async fn will_rename_files(&self, params: RenameFilesParams) -> Response<WorkspaceEdit> {
        let path = |uri: &str| uri.parse::<Uri>().ok().map(|uri| self.path(&uri));
        let renames: Vec<(String, String)> =
            params.files.iter().filter_map(|file| Some((path(&file.old_uri)?, path(&file.new_uri)?))).collect();
        let work = move |sight: &Sight| {
            let edits = packages::moved(&sight.view, &renames);
            (!edits.is_empty()).then(|| sight.workspace_edit(&edits))
        };
        Ok(self.see_all(None, work).await?.flatten())
    }

    async fn prepare_call_hierarchy(&self, params: CallHierarchyPrepareParams) -> Response<Vec<CallHierarchyItem>> {
        let at = params.text_document_position_params;
        let work = move |sight: &Sight| {
            let item = calls::prepare(sight.at(), sight.file()?, sight.byte(at.position))?;
            Some(vec![sight.call_item(&item)?])
        };
        Ok(self.see(&at.text_document.uri, work).await?.flatten())
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Response<Vec<CallHierarchyIncomingCall>> {
        let data = params.item.data.unwrap_or_default();
        let work = move |sight: &Sight| {
            let call = |from: CallHierarchyItem| {
                let from_ranges = vec![from.selection_range];
                CallHierarchyIncomingCall { from, from_ranges }
            };
            sight.calls(&data, true).into_iter().map(call).collect()
        };
        self.see(&params.item.uri, work).await
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Response<Vec<CallHierarchyOutgoingCall>> {
        let data = params.item.data.unwrap_or_default();
        let here = params.item.selection_range;
        let work = move |sight: &Sight| {
            let call = |to| CallHierarchyOutgoingCall { to, from_ranges: vec![here] };
            sight.calls(&data, false).into_iter().map(call).collect()
        };
        self.see(&params.item.uri, work).await
    }

    async fn prepare_type_hierarchy(&self, params: TypeHierarchyPrepareParams) -> Response<Vec<TypeHierarchyItem>> {
        let at = params.text_document_position_params;
        let work = move |sight: &Sight| {
            let items = types::prepare(sight.at(), sight.file()?, sight.byte(at.position));
            let found: Vec<TypeHierarchyItem> = items.iter().filter_map(|item| sight.type_item(item)).collect();
            (!found.is_empty()).then_some(found)
        };
        Ok(self.see(&at.text_document.uri, work).await?.flatten())
    }

    async fn supertypes(&self, params: TypeHierarchySupertypesParams) -> Response<Vec<TypeHierarchyItem>> {
        let (name, data) = (params.item.name, params.item.data.unwrap_or_default());
        // A type of the library is known where it is used; its own file belongs to no package that is open.
        self.see_all(None, move |sight: &Sight| sight.types(&name, &data, true)).await
    }

    async fn subtypes(&self, params: TypeHierarchySubtypesParams) -> Response<Vec<TypeHierarchyItem>> {
        let (name, data) = (params.item.name, params.item.data.unwrap_or_default());
        self.see_all(None, move |sight: &Sight| sight.types(&name, &data, false)).await
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let shared = Arc::clone(&self.shared);
        let work = move |sight: &Sight| {
            let told = publish::Told::of(&shared, &sight.view.main, &sight.buffers);
            told.report(&sight.path).map(|report| (report.id().to_owned(), report.found.clone()))
        };
        let found = self.see(&params.text_document.uri, work).await?.flatten();
        let (id, items) = found.unwrap_or_default();
        let report = if params.previous_result_id.as_ref() == Some(&id) {
            DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
                related_documents: None,
                unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id: id },
            })
        } else {
            DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
                related_documents: None,
                full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id: Some(id), items },
            })
        };
        Ok(DocumentDiagnosticReportResult::Report(report))
    }

    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult> {
        let shared = Arc::clone(&self.shared);
        let known = params.previous_result_ids.into_iter().map(|before| (before.uri, before.value)).collect();
        let work = move |sight: &Sight| publish::workspace(&shared, sight, &known);
        let items = self.see_all(None, work).await?.unwrap_or_default();
        Ok(WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items }))
    }
}

/// What a client is told that cannot have what it wants.
fn refused(why: String) -> Error {
    Error { message: why.into(), ..Error::invalid_params("") }
}

/// Where a completion's item is declared, and who asked.
fn declared(data: &Value) -> Option<(String, Location)> {
    let text = |key: &str| data.get(key)?.as_str().map(str::to_owned);
    let number = |key: &str| data.get(key)?.as_u64().and_then(|it| usize::try_from(it).ok());
    Some((text("asked")?, Location { path: text("path")?, range: number("start")?..number("end")? }))
}

impl Backend {
    async fn format(
        &self,
        uri: &Uri,
        work: impl FnOnce(&Lines, crate::position::Encoding) -> Vec<tm_grammar::format::Edit> + Send + 'static,
    ) -> Response<Vec<TextEdit>> {
        let work = move |sight: &Sight| {
            let lines = sight.lines(&sight.path);
            let edits = work(&lines, sight.encoding);
            let edit = |edit: tm_grammar::format::Edit| TextEdit {
                range: range(&lines, &edit.range, sight.encoding),
                new_text: edit.text,
            };
            edits.into_iter().map(edit).collect()
        };
        self.see(uri, work).await
    }

    async fn colours(&self, uri: &Uri, part: Option<Range>) -> Response<(String, Vec<SemanticToken>)> {
        let work = move |sight: &Sight| {
            let file = sight.file()?;
            let part = part.map_or(0..sight.at().text(file).len(), |part| sight.bytes(part));
            let found = tokens::colours(sight.at(), file, &part);
            Some((sight.path.clone(), words::colours(&sight.lines(&sight.path), sight.encoding, &found)))
        };
        Ok(self.see(uri, work).await?.flatten())
    }

    /// Keeps an answer so that the next one can be a difference; gives its id and the answer before.
    fn remember(&self, path: String, data: Vec<SemanticToken>) -> (String, Option<(String, Vec<SemanticToken>)>) {
        let mut known = self.colours.lock().unwrap_or_else(PoisonError::into_inner);
        let before = known.remove(&path);
        let number = before.as_ref().and_then(|(id, _)| id.parse::<u64>().ok()).unwrap_or(0);
        let id = number.wrapping_add(1).to_string();
        known.insert(path, (id.clone(), data));
        (id, before)
    }
}
