// The panel with everything behind it: the page in a real browser, the pictures and places of a real `tm lsp`. Only the
// editor between them is played here, with the code of the extension that finds places.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import protocol from 'vscode-languageserver-protocol/node';
import { page as html } from '../dist/test/page.mjs';
import { placeAt, placeOf } from '../dist/test/places.mjs';
import { PREVIEW, PREVIEW_CHANGED } from '../dist/test/protocol.mjs';
import { findTm } from './tools.mjs';

const folder = join(import.meta.dirname, '..');
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
const tm = findTm('lsp');
const skip = (!executablePath && 'there is no Chromium here (set CHROMIUM)') || (!tm && 'there is no tm with a language server here (set TM)');

const MODEL = `use std.web
boundary ours: PrivateNetwork {
  process shop: WebService "Shop"
  store orders: SqlDatabase "Orders"
}
flow shop -> orders
view stores "Stores" { include = [orders] }
`;

test('what is typed is drawn, and what is clicked is found', { skip, timeout: 120_000 }, async () => {
  const work = mkdtempSync(join(tmpdir(), 'tm-panel-'));
  const file = join(work, 'shop.tm');
  writeFileSync(file, MODEL);
  const uri = pathToFileURL(file).toString();
  const server = spawn(tm, ['lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = protocol.createProtocolConnection(server.stdout, server.stdin);
  const pages = serve();
  await once(pages, 'listening');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
  try {
    let version = 1;
    let places = [];
    let drawn = 0;
    let chosen;
    const view = await browser.newPage({ viewport: { width: 900, height: 700 } });
    const tell = (message) => view.evaluate((data) => window.postMessage(data, '*'), message);
    const refresh = async () => {
      const answer = await connection.sendRequest(PREVIEW, { textDocument: { uri }, ...(chosen === undefined ? {} : { view: chosen }) });
      places = answer.map;
      await tell({ type: 'picture', svg: answer.svg, view: answer.view, views: answer.views });
      drawn += 1;
    };
    const opened = [];
    await view.exposeFunction('hear', async (message) => {
      if (message.type === 'open') opened.push(placeOf(places, message.id));
      if (message.type === 'view') chosen = message.view;
      if (message.type !== 'open') await refresh();
    });
    await view.addInitScript(() => {
      window.acquireVsCodeApi = () => ({ postMessage: (message) => window.hear(message), getState: () => undefined, setState: () => undefined });
    });
    connection.onNotification('textDocument/publishDiagnostics', () => undefined);
    connection.onNotification(PREVIEW_CHANGED, () => void refresh());
    connection.listen();
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    connection.sendNotification('initialized', {});
    connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'tm', version, text: MODEL } });
    await view.goto(`http://localhost:${pages.address().port}/`);

    await view.click('[data-id="shop"] .name');
    await until(() => opened.length === 1);
    assert.equal(opened[0].uri, uri);
    assert.equal(opened[0].range.start.line, 2);
    const mark = placeAt(places, uri, { line: 3, character: 10 });
    await tell({ type: 'current', id: mark.id });
    await view.waitForSelector('[data-id="orders"].tm-current');

    // A line more, typed: the picture follows by itself, and places are those of the new text.
    const text = MODEL.replace('  process shop', '  process desk "Desk"\n  process shop');
    connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ text }] });
    await view.click('[data-id="desk"] .name');
    await view.click('[data-id="shop"] .name');
    await until(() => opened.length === 3);
    assert.deepEqual(opened.slice(1).map(({ range }) => range.start.line), [2, 3]);

    await view.selectOption('#view', 'stores');
    await view.waitForSelector('[data-id="desk"]', { state: 'detached' });
    assert.ok(await view.$('[data-id="orders"]'));
    assert.ok(drawn >= 3);
  } finally {
    await browser.close();
    pages.close();
    connection.dispose();
    server.kill();
    rmSync(work, { recursive: true });
  }
});

function serve() {
  const files = { '/preview.js': ['dist/preview.js', 'text/javascript'], '/preview.css': ['media/preview.css', 'text/css'] };
  const server = createServer((request, response) => {
    const [file, type] = files[request.url] ?? [];
    response.setHeader('Content-Type', type ?? 'text/html');
    const source = `http://localhost:${server.address().port}`;
    response.end(file ? readFileSync(join(folder, file)) : html({ source, script: '/preview.js', style: '/preview.css', nonce: 'n0nce' }));
  });
  return server.listen(0, '127.0.0.1');
}

async function until(condition) {
  for (let i = 0; i < 300 && !condition(); i++) await new Promise((done) => setTimeout(done, 50));
  assert.ok(condition());
}
