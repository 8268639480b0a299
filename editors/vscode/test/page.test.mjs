// The preview's page in a real browser, clicked by a real mouse. The editor is a stub that notes what it is told.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { page as html } from '../dist/test/page.mjs';
import { findTm } from './tools.mjs';

const folder = join(import.meta.dirname, '..');
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
const skip = !executablePath && 'there is no Chromium here (set CHROMIUM)';
const tm = findTm('diagram');

// A picture that also tries what a picture must not do.
const HOSTILE = `<svg xmlns="http://www.w3.org/2000/svg" class="tm-diagram" viewBox="0 0 400 200" onload="window.ran = 1">
  <style>.tm-diagram .shape{fill:rgb(1, 2, 3)}</style>
  <script>window.ran = 2</script>
  <foreignObject width="1" height="1"><img xmlns="http://www.w3.org/1999/xhtml" src="http://example.org/x.png"/></foreignObject>
  <g data-id="outer"><rect class="boundary" x="0" y="0" width="400" height="200" fill="#eee"/></g>
  <a href="http://example.org/"><g data-id="api" tabindex="0"><rect class="shape" x="20" y="20" width="100" height="60" onclick="window.ran = 3"/></g></a>
  <g data-id="api..orders" tabindex="0"><rect class="shape" x="250" y="20" width="100" height="60"/></g>
</svg>`;

let server;
let browser;
let view;
const problems = [];

before(async () => {
  if (skip) return;
  server = createServer((request, response) => {
    const files = { '/preview.js': ['dist/preview.js', 'text/javascript'], '/preview.css': ['media/preview.css', 'text/css'] };
    const [file, type] = files[request.url] ?? [];
    response.setHeader('Content-Type', type ?? 'text/html');
    const source = `http://localhost:${server.address().port}`;
    response.end(file ? readFileSync(join(folder, file)) : html({ source, script: '/preview.js', style: '/preview.css', nonce: 'n0nce' }));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  browser = await chromium.launch({ executablePath, args });
  view = await browser.newPage({ viewport: { width: 900, height: 700 } });
  view.on('console', (message) => problems.push(message.text()));
  view.on('pageerror', (error) => problems.push(String(error)));
  await view.addInitScript(() => {
    window.told = [];
    window.acquireVsCodeApi = () => ({
      postMessage: (message) => window.told.push(message),
      getState: () => undefined,
      setState: (state) => (window.kept = { ...state }),
    });
  });
  await view.goto(`http://localhost:${server.address().port}/`);
});

after(async () => {
  await browser?.close();
  server?.close();
});

const tell = (message) => view.evaluate((data) => window.postMessage(data, '*'), message).then(() => view.waitForTimeout(50));
const told = () => view.evaluate(() => window.told);
const picture = (svg, views = [''], chosen = '') => tell({ type: 'picture', svg, views, view: chosen });

test('the page says that it is ready', { skip }, async () => {
  assert.deepEqual(await told(), [{ type: 'ready' }]);
});

test('a picture is shown with its own style, and does nothing', { skip }, async () => {
  await picture(HOSTILE);
  const fill = await view.$eval('[data-id="api"] rect', (element) => getComputedStyle(element).fill);
  assert.equal(fill, 'rgb(1, 2, 3)');
  assert.equal(await view.$('script:not([src]), foreignObject, a[href], [onclick], svg style'), null);
  await view.click('[data-id="api"]');
  assert.equal(await view.evaluate(() => window.ran), undefined);
});

test('a click opens the source of what was clicked', { skip }, async () => {
  await view.click('[data-id="api..orders"]');
  assert.deepEqual((await told()).at(-1), { type: 'open', id: 'api..orders' });
  assert.equal(await view.$eval('.tm-current', (element) => element.getAttribute('data-id')), 'api..orders');
  await view.focus('[data-id="api"]');
  await view.keyboard.press('Enter');
  assert.deepEqual((await told()).at(-1), { type: 'open', id: 'api' });
});

test('the cursor marks its element', { skip }, async () => {
  await tell({ type: 'current', id: 'outer' });
  assert.deepEqual(await view.$$eval('.tm-current', (all) => all.map((element) => element.getAttribute('data-id'))), ['outer']);
  await tell({ type: 'current', id: null });
  assert.equal(await view.$('.tm-current'), null);
});

test('zoom, pan and fit', { skip }, async () => {
  const width = () => view.$eval('#stage > svg', (element) => element.getBoundingClientRect().width);
  const natural = await width();
  for (let i = 0; i < 8; i++) await view.click('#in');
  assert.ok((await width()) > natural * 3, 'it grows');
  const before = (await told()).length;
  await view.mouse.move(400, 400);
  await view.mouse.down();
  await view.mouse.move(250, 350, { steps: 5 });
  await view.mouse.up();
  assert.equal((await told()).length, before, 'dragging is no click');
  assert.ok((await view.evaluate(() => window.kept)).left >= 150, 'it moved, and the place is kept');
  await view.keyboard.press('f');
  assert.ok((await width()) <= 900, 'it fits');
  await view.keyboard.down('Control');
  await view.mouse.wheel(0, -300);
  await view.keyboard.up('Control');
  await view.waitForTimeout(100);
  assert.ok((await width()) > natural * 1.5, 'the wheel zooms');
  await view.click('#zoom');
  assert.equal(await width(), 400);
});

test('views', { skip }, async () => {
  assert.equal(await view.isVisible('#views'), false);
  await picture(HOSTILE, ['', 'payments'], 'payments');
  assert.equal(await view.inputValue('#view'), 'payments');
  await view.selectOption('#view', '');
  assert.deepEqual((await told()).at(-1), { type: 'view', view: '' });
});

test('a problem keeps the last picture', { skip }, async () => {
  await tell({ type: 'problem', text: 'broken' });
  assert.equal(await view.textContent('#problem'), 'broken');
  assert.ok(await view.$('[data-id="api"]'));
  await picture('<svg');
  assert.match(await view.textContent('#problem'), /cannot be read/);
});

const MODEL = `use std.web
boundary internet: Internet { actor customer: Customer }
boundary ours: PrivateNetwork {
  process shop: WebService "Shop"
  store orders: SqlDatabase "Orders"
}
flow customer -> shop over Https
flow shop -> orders
`;

test('a diagram of tm is shown and clicked', { skip: skip || (!tm && 'there is no tm here') }, async () => {
  const work = mkdtempSync(join(tmpdir(), 'tm-page-'));
  writeFileSync(join(work, 'shop.tm'), MODEL);
  const svg = execFileSync(tm, ['diagram', join(work, 'shop.tm'), '--format', 'svg'], { encoding: 'utf8' });
  rmSync(work, { recursive: true });
  await view.evaluate(() => document.body.classList.add('vscode-dark'));
  problems.length = 0; // what the hostile picture was refused
  await picture(svg);
  await tell({ type: 'current', id: 'shop' });
  const screenshots = process.env.SCREENSHOTS;
  if (screenshots) {
    mkdirSync(screenshots, { recursive: true });
    await view.keyboard.press('f');
    await view.screenshot({ path: join(screenshots, 'dark.png') });
    await view.evaluate(() => document.body.classList.remove('vscode-dark'));
    await view.waitForTimeout(100);
    await view.keyboard.press('0');
    await view.waitForTimeout(500);
    await view.screenshot({ path: join(screenshots, 'light.png') });
  }
  await view.click('[data-id="shop"] .name');
  assert.deepEqual((await told()).at(-1), { type: 'open', id: 'shop' });
  assert.deepEqual(problems, []);
});
