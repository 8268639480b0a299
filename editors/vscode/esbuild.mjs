// Bundles the extension, the page of the preview, and what the tests import.
import { writeFileSync } from 'node:fs';
import { context, build } from 'esbuild';

const production = process.argv.includes('--production');
const shared = { bundle: true, minify: production, sourcemap: production ? false : 'linked', logLevel: 'warning' };

const bundles = [
  { ...shared, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'] },
  { ...shared, entryPoints: ['src/webview/preview.ts'], outfile: 'dist/preview.js', platform: 'browser', format: 'iife', target: 'es2022' },
];
if (!production) {
  bundles.push({ ...shared, entryPoints: ['src/places.ts', 'src/paths.ts', 'src/page.ts', 'src/protocol.ts'], outdir: 'dist/test', platform: 'node', format: 'esm', outExtension: { '.js': '.mjs' } });
}

if (process.argv.includes('--watch')) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  const built = await Promise.all(bundles.map((bundle) => build({ ...bundle, metafile: true })));
  // For the licences of what is bundled.
  writeFileSync('dist/inputs.json', JSON.stringify(built.flatMap(({ metafile }) => Object.keys(metafile.inputs))));
}
