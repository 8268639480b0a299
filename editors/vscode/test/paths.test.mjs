// Paths as the settings may write them, and where programs are.
import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { expandPath, isProgram } from '../dist/test/paths.mjs';

test('paths of the settings', () => {
  assert.equal(expandPath('~/bin/tm', '/h', undefined), '/h/bin/tm');
  assert.equal(expandPath('${workspaceFolder}/tm', '/h', '/w'), '/w/tm');
  assert.equal(expandPath('tm', '/h', '/w'), 'tm');
});

test('programs', async () => {
  const folder = dirname(process.execPath);
  assert.ok(await isProgram(process.execPath, {}));
  assert.ok(await isProgram('node', { PATH: folder, PATHEXT: '.EXE' }));
  assert.ok(!(await isProgram('node', { PATH: '' })));
  assert.ok(!(await isProgram(join(folder, 'no-such-program'), { PATH: folder })));
  assert.ok(!(await isProgram(import.meta.filename, {})), 'a file that cannot be run');
});
