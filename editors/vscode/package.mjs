// Packs the extension into a `.vsix`, with the licences of the repository and of all that is bundled.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

function licence(name) {
  const file = readdirSync(new URL(`node_modules/${name}`, import.meta.url)).find((file) => /^licen[cs]e/i.test(file));
  if (file === undefined) throw new Error(`${name} has no licence file`);
  return `${name}\n\n${read(`node_modules/${name}/${file}`)}`;
}

const inputs = JSON.parse(read('dist/inputs.json'));
const bundled = new Set(inputs.flatMap((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []));
const texts = ['../../LICENSE-APACHE', '../../LICENSE-MIT'].map(read);
const all = [...texts, ...[...bundled].sort().map(licence)];
writeFileSync(new URL('LICENSE', import.meta.url), all.join(`\n${'-'.repeat(80)}\n\n`));

await createVSIX({ cwd: import.meta.dirname, dependencies: false });
