// The grammar for colouring, in the engine that VS Code uses.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { filesBelow } from './tools.mjs';

const require = createRequire(import.meta.url);
await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')).buffer);

const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async (scope) => {
    const file = { 'source.tm': 'tm', 'markdown.tm.codeblock': 'codeblock' }[scope];
    if (!file) return null;
    const path = new URL(`../syntaxes/${file}.tmLanguage.json`, import.meta.url);
    return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path.pathname);
  },
});
const grammar = await registry.loadGrammar('source.tm');

/** Words of a text with their innermost scope, and how deep the grammar is at the end. */
function colours(text) {
  let stack = textmate.INITIAL;
  const words = [];
  for (const line of text.split(/\r?\n/)) {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    for (const token of result.tokens) {
      const word = line.slice(token.startIndex, token.endIndex).trim();
      if (word) words.push([word, token.scopes.at(-1).replace(/\.tm$/, '')]);
    }
  }
  return { words, depth: stack.depth };
}

function expectColours(text, expected) {
  const { words } = colours(text);
  for (const [word, scope] of expected) {
    assert.ok(words.some(([w, s]) => w === word && s === scope), `\`${word}\` is not ${scope} in ${text}:\n${words.map((pair) => pair.join('  ')).join('\n')}`);
  }
}

test('describing', () => {
  expectColours('external process stripe: PaymentProvider + Api "Stripe" { internet_facing, port = 443 }', [
    ['external', 'storage.modifier'],
    ['process', 'storage.type'],
    ['stripe', 'entity.name.function.element'],
    ['PaymentProvider', 'entity.name.type'],
    ['Api', 'entity.name.type'],
    ['internet_facing', 'variable.other.property'],
    ['port', 'variable.other.property'],
    ['443', 'constant.numeric'],
  ]);
  expectColours('flow checkout: customer -> api over Https "Order" { sends = [Order, Card] }', [
    ['flow', 'storage.type.flow'],
    ['checkout', 'entity.name.function.flow'],
    ['customer', 'variable.other'],
    ['->', 'keyword.operator.arrow'],
    ['over', 'keyword.other'],
    ['Https', 'entity.name.type'],
    ['Card', 'variable.other.constant'],
  ]);
  expectColours('flow api -> orders', [['api', 'variable.other'], ['orders', 'variable.other']]);
});

test('knowing', () => {
  expectColours('threat T: Stride.Spoofing "t" {\n  on f: flow\n  when not f.encrypted and f.data has Card\n  impact = if a then High else Low\n  message = "{f.source} says"\n}', [
    ['T', 'entity.name.type'],
    ['on', 'keyword.control'],
    ['f', 'variable.parameter'],
    ['flow', 'support.type'],
    ['when', 'keyword.control.conditional'],
    ['not', 'keyword.operator.logical'],
    ['encrypted', 'variable.other.property'],
    ['impact', 'variable.other.property'],
    ['f.source', 'variable.other'],
  ]);
  expectColours('type Web: process { lifetime: Duration = 24h, cost = 9_000 EUR, share = 60% }', [
    ['lifetime', 'variable.other.property'],
    ['Duration', 'support.type'],
    ['24', 'constant.numeric'],
    ['h', 'keyword.other.unit'],
    ['EUR', 'keyword.other.unit'],
    ['60%', 'constant.numeric.percent'],
  ]);
});

test('judging', () => {
  expectColours('accept DenialOfService on api until 2027-03-31 { by = "me" }', [
    ['accept', 'keyword.control.decision'],
    ['DenialOfService', 'entity.name.type'],
    ['until', 'keyword.control'],
    ['2027-03-31', 'constant.numeric.date'],
  ]);
});

test('words of the language name properties', () => {
  expectColours('process p {\n  model = true\n  over: Bool\n}', [
    ['model', 'variable.other.property'],
    ['over', 'variable.other.property'],
  ]);
  expectColours('/// documentation\n//// comment', [
    ['/// documentation', 'comment.line.documentation'],
    ['//// comment', 'comment.line.double-slash'],
  ]);
});

test('the library and the examples are coloured to the end', () => {
  const files = [...filesBelow('stdlib', '.tm'), ...filesBelow('examples', '.tm')];
  assert.ok(files.length > 20, `only ${files.length} files`);
  const start = colours('').depth;
  for (const file of files) {
    assert.equal(colours(readFileSync(file, 'utf8')).depth, start, `${file}: a bracket or a text stays open`);
  }
});
