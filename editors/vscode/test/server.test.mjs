// The language server as an editor sees it: the official protocol library drives `tm lsp` over its standard streams.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import protocol from 'vscode-languageserver-protocol/node';
import { PREVIEW, PREVIEW_CHANGED } from '../dist/test/protocol.mjs';
import { findTm } from './tools.mjs';

const tm = findTm('lsp');
const skip = !tm && 'there is no tm with a language server here (set TM)';

const MODEL = `use std.web

model shop "Shop" { appetite = Low }

data Card "Card" { confidentiality = High }

/// Where orders come in.
process api: WebService "Orders"

store cards: SqlDatabase "Cards" { holds = Card }

flow pay: api -> cards { sends = Card }
`;

let server;
let connection;
let capabilities;
let folder;
let uri;
let version = 1;
const published = [];
let changed = 0;

const place = (text, needle, offset = 0) => {
  const before = text.slice(0, text.indexOf(needle) + offset).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
};
const document = () => ({ textDocument: { uri } });
const at = (needle, offset = 0, text = MODEL) => ({ ...document(), position: place(text, needle, offset) });
const ask = (method, ...params) => connection.sendRequest(method, ...params);
const tell = (method, ...params) => connection.sendNotification(method, ...params);
const write = (text) => tell('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ text }] });

async function until(what, condition) {
  for (let i = 0; i < 200; i++) {
    const found = condition();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(`${what}: not within ten seconds; the last diagnostics: ${JSON.stringify(published.at(-1))}`);
}

/** The last diagnostics of the document for its present text. */
const diagnostics = () => published.findLast((one) => one.uri === uri && (one.version ?? version) === version)?.diagnostics;

before(async () => {
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), 'tm-lsp-'));
  writeFileSync(join(folder, 'tm.toml'), 'name = "shop"\nversion = "0.1.0"\nlanguage = "1"\n');
  writeFileSync(join(folder, 'model.tm'), MODEL);
  uri = pathToFileURL(join(folder, 'model.tm')).toString();
  server = spawn(tm, ['lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  connection = protocol.createProtocolConnection(server.stdout, server.stdin);
  connection.onNotification('textDocument/publishDiagnostics', (one) => published.push(one));
  connection.onNotification(PREVIEW_CHANGED, () => (changed += 1));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({ threats: 'gate' })));
  for (const kind of ['semanticTokens', 'inlayHint', 'codeLens', 'diagnostics']) connection.onRequest(`workspace/${kind}/refresh`, () => null);
  connection.listen();
  const answer = await ask('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).toString(),
    workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: 'shop' }],
    initializationOptions: { threats: 'gate' },
    capabilities: {
      textDocument: {
        publishDiagnostics: { versionSupport: true, relatedInformation: true },
        completion: { completionItem: { snippetSupport: true } },
        hover: { contentFormat: ['markdown'] },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        rename: { prepareSupport: true },
      },
      workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } },
    },
  });
  capabilities = answer.capabilities;
  tell('initialized', {});
  tell('textDocument/didOpen', { textDocument: { uri, languageId: 'tm', version, text: MODEL } });
});

after(async () => {
  if (skip) return;
  const ended = once(server, 'exit');
  await ask('shutdown');
  tell('exit');
  const [code] = await ended;
  connection.dispose();
  rmSync(folder, { recursive: true });
  assert.equal(code, 0, 'the server ends as it should');
});

test('a good model has no errors', { skip }, async () => {
  const found = await until('diagnostics', diagnostics);
  assert.deepEqual(found.filter(({ severity }) => severity === 1), []);
});

test('a misspelt property is an error at its place, and goes when it is mended', { skip }, async () => {
  const broken = MODEL.replace('holds', 'hodls');
  write(broken);
  const [error] = await until('an error', () => diagnostics()?.filter(({ severity }) => severity === 1).length && diagnostics());
  assert.equal(error.code, 'E0302');
  assert.deepEqual(error.range.start, place(broken, 'hodls'));
  write(MODEL);
  await until('no error', () => diagnostics()?.every(({ severity }) => severity !== 1));
});

test('hover', { skip }, async () => {
  const answer = await ask('textDocument/hover', at('api -> cards', 1));
  assert.match(JSON.stringify(answer.contents), /Where orders come in/);
});

test('go to definition, references, highlights', { skip }, async () => {
  const [target] = [await ask('textDocument/definition', at('api -> cards', 1))].flat();
  const range = target.targetSelectionRange ?? target.range;
  assert.equal(range.start.line, place(MODEL, 'process api').line);
  const references = await ask('textDocument/references', { ...at('Card "Card"'), context: { includeDeclaration: true } });
  assert.equal(references.length, 3);
  assert.equal((await ask('textDocument/documentHighlight', at('Card "Card"'))).length, 3);
});

test('completion in half-typed code', { skip }, async () => {
  const half = MODEL.replace('flow pay: api -> cards { sends = Card }', 'flow pay: api -> ca');
  write(half);
  const answer = await ask('textDocument/completion', at('-> ca', 5, half));
  const labels = (answer.items ?? answer).map(({ label }) => label);
  assert.ok(labels.includes('cards'), labels.slice(0, 20).join(' '));
  write(MODEL);
});

test('rename', { skip }, async () => {
  const answer = await ask('textDocument/rename', { ...at('api -> cards', 1), newName: 'orders_api' });
  const edits = answer.documentChanges?.flatMap(({ edits }) => edits) ?? Object.values(answer.changes).flat();
  assert.equal(edits.filter(({ newText }) => newText === 'orders_api').length, 2);
});

test('symbols, folds, tokens, lenses, hints', { skip }, async () => {
  const symbols = await ask('textDocument/documentSymbol', document());
  assert.ok(symbols.some(({ name }) => name.includes('api')));
  assert.ok((await ask('textDocument/semanticTokens/full', document())).data.length > 0);
  const range = { start: { line: 0, character: 0 }, end: { line: 12, character: 0 } };
  for (const [method, provider] of [['foldingRange', 'foldingRangeProvider'], ['codeLens', 'codeLensProvider'], ['inlayHint', 'inlayHintProvider']]) {
    if (capabilities[provider]) assert.ok(Array.isArray(await ask(`textDocument/${method}`, { ...document(), range }) ?? []), method);
  }
});

test('formatting', { skip }, async () => {
  write(MODEL.replace('process api: WebService', 'process   api:WebService'));
  const edits = await ask('textDocument/formatting', { ...document(), options: { tabSize: 2, insertSpaces: true } });
  assert.ok(edits.length > 0);
  write(MODEL);
  await until('the good text again', diagnostics);
});

test('the preview draws every element and leads to it', { skip }, async (context) => {
  let preview;
  try {
    preview = await ask(PREVIEW, document());
  } catch (error) {
    if (error.code !== protocol.ErrorCodes.MethodNotFound) throw error;
    return context.skip('this server has no preview');
  }
  assert.equal(preview.uri, uri);
  for (const id of ['api', 'cards', 'pay']) {
    assert.ok(preview.svg.includes(`data-id="${id}"`), id);
    const { range } = preview.map.find((entry) => entry.id === id);
    const line = MODEL.split('\n')[range.start.line];
    assert.match(line, new RegExp(`\\b${id}\\b`));
  }
  const before = changed;
  write(MODEL.replace('"Orders"', '"Shop front"'));
  await until('a changed preview', () => changed > before);
  assert.match((await ask(PREVIEW, document())).svg, /Shop front/);
});
