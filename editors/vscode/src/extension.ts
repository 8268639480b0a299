// The extension: what happens when it is switched on and off.
import * as vscode from 'vscode';
import { openReport, runTests, showReferences, subject } from './commands';
import { Previews } from './preview';
import { Server } from './server';

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const started = new Server();
  server = started;
  const previews = new Previews(context.extensionUri, started);
  context.subscriptions.push(started, previews, ...commands(context, started, previews));
  context.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(() => started.start()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('tm.path')) {
        started.restartSoon();
      }
    }),
  );
  await started.start();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

function commands(context: vscode.ExtensionContext, server: Server, previews: Previews): vscode.Disposable[] {
  const preview = (column: vscode.ViewColumn) => (uri: unknown) => {
    const document = subject(uri);
    if (document) {
      previews.show(document, column);
    } else {
      void vscode.window.showInformationMessage('Open a .tm file to see its preview.');
    }
  };
  const register = vscode.commands.registerCommand;
  return [
    register('tm.openPreview', preview(vscode.ViewColumn.Active)),
    register('tm.openPreviewToSide', preview(vscode.ViewColumn.Beside)),
    register('tm.runTests', runTests),
    register('tm.openReport', (uri) => openReport(context, server, uri)),
    register('tm.restartServer', () => server.restart()),
    register('tm.showOutput', () => server.output.show()),
    register('tm.showReferences', (uri, position, places) => showReferences(server.running, uri, position, places)),
  ];
}
