// Paths as the settings may write them, and where programs are.
import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

/** A path with what stands for folders written out. */
export function expandPath(path: string, home: string, workspaceFolder: string | undefined): string {
  const expanded = path.replace(/^~(?=[/\\]|$)/, home);
  return workspaceFolder === undefined ? expanded : expanded.replaceAll('${workspaceFolder}', workspaceFolder);
}

/** True where such a program can be started: a path, or a name looked up in `PATH`. */
export async function isProgram(command: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const hasFolder = isAbsolute(command) || /[/\\]/.test(command);
  const folders = hasFolder ? [''] : (env['PATH'] ?? env['Path'] ?? '').split(delimiter);
  const endings = process.platform === 'win32' ? ['', ...(env['PATHEXT'] ?? '.EXE;.CMD').split(';')] : [''];
  const candidates = folders.flatMap((folder) => endings.map((ending) => join(folder, command) + ending));
  const found = await Promise.all(candidates.map((path) => access(path, constants.X_OK).then(() => true, () => false)));
  return found.includes(true);
}
