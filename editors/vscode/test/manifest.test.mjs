// What the manifest promises is there.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findTm } from './tools.mjs';

const folder = join(import.meta.dirname, '..');
const read = (path) => readFileSync(join(folder, path), 'utf8');
const manifest = JSON.parse(read('package.json'));
const { contributes } = manifest;

test('every file that is named exists', () => {
  const named = [
    manifest.icon,
    ...contributes.languages.map(({ configuration }) => configuration),
    ...contributes.grammars.map(({ path }) => path),
    ...contributes.snippets.map(({ path }) => path),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
  ];
  assert.deepEqual(named.filter((path) => !existsSync(join(folder, path))), []);
});

test('every command that is offered is registered, and every other use names one', () => {
  const source = read('src/extension.ts');
  const registered = [...source.matchAll(/register\('([\w.]+)'/g)].map(([, name]) => name);
  const offered = contributes.commands.map(({ command }) => command);
  assert.deepEqual(offered.filter((command) => !registered.includes(command)), []);
  const used = JSON.stringify(contributes).matchAll(/command[":]+(tm\.\w+)/g);
  assert.deepEqual([...used].map(([, name]) => name).filter((name) => !offered.includes(name)), []);
});

test('every setting that is read is offered', () => {
  const source = ['server', 'preview', 'commands', 'extension'].map((name) => read(`src/${name}.ts`)).join('\n');
  const asked = [...source.matchAll(/getConfiguration\('tm'[^)]*\)\s*\.get\('([\w.]+)'/g)].map(([, name]) => `tm.${name}`);
  assert.ok(asked.length >= 3);
  assert.deepEqual(asked.filter((name) => !contributes.configuration.properties[name]), []);
});

test('patterns of the language configuration', () => {
  const configuration = JSON.parse(read('language-configuration.json'));
  const increase = new RegExp(configuration.indentationRules.increaseIndentPattern);
  const decrease = new RegExp(configuration.indentationRules.decreaseIndentPattern);
  const word = new RegExp(`^(?:${configuration.wordPattern})$`, 'u');
  for (const line of ['process api {', '  tags = [', 'boundary x: Y "Z" {']) assert.match(line, increase);
  for (const line of ['process api { a = 1 }', '// see {', 'tags = [a]']) assert.doesNotMatch(line, increase);
  for (const line of ['}', '  ]', ')']) assert.match(line, decrease);
  for (const name of ['orders', 'zahlungsdienst_größe', '支払い', 'A1']) assert.match(name, word);
  for (const text of ['a-b', '1a', 'a.b']) assert.doesNotMatch(text, word);
});

/** What a snippet writes when nothing is typed into it. */
function expand(body) {
  const text = [body].flat().join('\n');
  const firsts = new Map();
  const filled = text
    .replace(/\$\{CURRENT_YEAR\}/g, '2030')
    .replace(/\$\{(\d+)\|([^,|]+)[^}]*\|\}/g, (_, number, first) => (firsts.set(number, first), first))
    .replace(/\$\{(\d+):([^{}]*)\}/g, (_, number, value) => (firsts.set(number, value), value));
  return filled.replace(/\$\{?(\d+)\}?/g, (_, number) => firsts.get(number) ?? '');
}

const tm = findTm('fmt');

test('every snippet is good tm', { skip: !tm && 'there is no tm here' }, () => {
  const work = mkdtempSync(join(tmpdir(), 'tm-snippets-'));
  try {
    for (const [name, { body }] of Object.entries(JSON.parse(read('snippets/tm.json')))) {
      const file = join(work, 'snippet.tm');
      writeFileSync(file, expand(body));
      const run = () => execFileSync(tm, ['fmt', file], { stdio: 'pipe' });
      assert.doesNotThrow(run, `${name}:\n${expand(body)}`);
    }
  } finally {
    rmSync(work, { recursive: true });
  }
});

test('the snippet of a model passes the check', { skip: !tm && 'there is no tm here' }, () => {
  const work = mkdtempSync(join(tmpdir(), 'tm-snippets-'));
  try {
    const { body } = JSON.parse(read('snippets/tm.json'))['Model with a small system'];
    const file = join(work, 'model.tm');
    writeFileSync(file, expand(body));
    const found = JSON.parse(execFileSync(tm, ['check', file, '--format', 'json'], { maxBuffer: 1e9 }));
    assert.deepEqual(found.diagnostics.filter(({ severity }) => severity === 'error'), []);
    assert.ok(found.threats.length > 0, 'a first model shows threats');
  } finally {
    rmSync(work, { recursive: true });
  }
});
