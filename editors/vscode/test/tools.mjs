// What the tests share: the folder of the repository, the program tm where there is one, the examples.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');

/** `TM`; or the program that was built last (`tm-case` is what the tests build); or the one in `PATH`. */
export function findTm(...args) {
  const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
  const built = ['debug/tm', 'debug/tm-case', 'release/tm'].map((path) => join(target, path)).filter((path) => existsSync(path));
  built.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  const candidates = process.env.TM ? [process.env.TM] : [...built, 'tm'];
  return candidates.find((tm) => {
    try {
      execFileSync(tm, [...args, '--help'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

/** All files below a folder whose name ends so. */
export function filesBelow(folder, ending) {
  const entries = readdirSync(join(root, folder), { recursive: true });
  return entries.filter((path) => path.endsWith(ending)).map((path) => join(root, folder, path)).sort();
}
