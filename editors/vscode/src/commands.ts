// What can be asked of tm beside the text: tests, the report, and what the server's lenses lead to.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { program, type Server } from './server';

/** Exit codes of `tm`: below this it did what it was asked to, whatever it found. */
const WRONG_USAGE = 2;

/** The document that a command is about: the one it names, or the one in front. */
export function subject(uri: unknown): vscode.Uri | undefined {
  if (uri instanceof vscode.Uri) {
    return uri;
  }
  if (typeof uri === 'string') {
    return vscode.Uri.parse(uri, true);
  }
  const editor = vscode.window.activeTextEditor;
  return editor?.document.languageId === 'tm' ? editor.document.uri : undefined;
}

/** The folder of the package, or the file itself where it is a package of its own. */
function packageOf(document: vscode.Uri): string {
  for (let folder = dirname(document.fsPath); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'tm.toml'))) {
      return folder;
    }
    if (folder === dirname(folder)) {
      return document.fsPath;
    }
  }
}

export async function runTests(uri: unknown): Promise<void> {
  const document = subject(uri);
  if (!document) {
    return;
  }
  await vscode.workspace.saveAll(false);
  const root = packageOf(document);
  const scope = vscode.workspace.getWorkspaceFolder(document) ?? vscode.TaskScope.Workspace;
  const run = new vscode.ProcessExecution(program(), ['test', root], { cwd: dirname(root) });
  const task = new vscode.Task({ type: 'tm', task: 'test' }, scope, 'test', 'tm', run);
  task.group = vscode.TaskGroup.Test;
  task.presentationOptions = { clear: true, showReuseMessage: false };
  await vscode.tasks.executeTask(task);
}

export async function openReport(context: vscode.ExtensionContext, server: Server, uri: unknown): Promise<void> {
  const document = subject(uri);
  if (!document) {
    return;
  }
  await vscode.workspace.saveAll(false);
  const root = packageOf(document);
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const folder = vscode.Uri.joinPath(context.globalStorageUri, 'reports', name);
  await vscode.workspace.fs.createDirectory(folder);
  const progress = { location: vscode.ProgressLocation.Window, title: 'tm: writing the report' };
  const done = await vscode.window.withProgress(progress, () => build(root, folder.fsPath, server));
  if (done) {
    await vscode.env.openExternal(vscode.Uri.joinPath(folder, 'report.html'));
  }
}

async function build(root: string, folder: string, server: Server): Promise<boolean> {
  try {
    await promisify(execFile)(program(), ['build', root, '--out', folder, '--color', 'never'], { cwd: dirname(root) });
    return true;
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (typeof code === 'number' && code < WRONG_USAGE) {
      return true;
    }
    server.output.error(`${stdout ?? ''}${stderr ?? ''}` || String(error));
    const show = 'Show Output';
    if ((await vscode.window.showErrorMessage('tm: the report cannot be written.', show)) === show) {
      server.output.show();
    }
    return false;
  }
}

/** Servers name this command in lenses; the editor's own wants its own kinds of positions. */
export async function showReferences(client: LanguageClient | undefined, uri: string, position: unknown, locations: unknown): Promise<void> {
  const convert = client?.protocol2CodeConverter;
  if (!convert) {
    return;
  }
  type Locations = Parameters<typeof convert.asLocation>[0][];
  const places = (locations as Locations).map((place) => convert.asLocation(place));
  const at = convert.asPosition(position as Parameters<typeof convert.asPosition>[0]);
  await vscode.commands.executeCommand('editor.action.showReferences', convert.asUri(uri), at, places);
}
