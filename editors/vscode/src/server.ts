// The language server: where its program is, how it is started, and what to say when it cannot be.
import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions, State } from 'vscode-languageclient/node';
import { expandPath, isProgram } from './paths';

/** The program, as the settings say. */
export function program(): string {
  const path = vscode.workspace.getConfiguration('tm').get('path', 'tm').trim() || 'tm';
  return expandPath(path, homedir(), vscode.workspace.workspaceFolders?.[0]?.uri.fsPath);
}

/** How long settings must stay as they are before the server is started anew, in milliseconds. */
const SETTLED = 500;

export class Server implements vscode.Disposable {
  readonly output = vscode.window.createOutputChannel('tm', { log: true });
  private client: LanguageClient | undefined;
  /** Starts and stops happen one after the other. */
  private last: Promise<void> = Promise.resolve();
  private restarting: NodeJS.Timeout | undefined;
  private readonly started = new vscode.EventEmitter<LanguageClient>();
  /** Fires with each new connection, so that listeners can be attached to it. */
  readonly onStarted = this.started.event;

  /** The connection, if it is up. */
  get running(): LanguageClient | undefined {
    return this.client?.state === State.Running ? this.client : undefined;
  }

  start(): Promise<void> {
    return this.then(() => this.startNow());
  }

  restart(): Promise<void> {
    return this.then(async () => {
      await this.stopNow();
      await this.startNow();
    });
  }

  /** Once nobody types the path any more, and the running server has been told what else changed. */
  restartSoon(): void {
    clearTimeout(this.restarting);
    this.restarting = setTimeout(() => void this.restart(), SETTLED);
  }

  stop(): Promise<void> {
    return this.then(() => this.stopNow());
  }

  private then(step: () => Promise<void>): Promise<void> {
    this.last = this.last.then(step, step);
    return this.last;
  }

  private async startNow(): Promise<void> {
    if (this.client || !vscode.workspace.isTrusted) {
      return;
    }
    const command = program();
    if (!(await isProgram(command, process.env))) {
      this.output.error(`there is no program ${command}`);
      void this.explain(command);
      return;
    }
    const client = new LanguageClient('tm', 'tm', serverOptions(command), this.clientOptions());
    this.client = client;
    try {
      await client.start();
      this.output.info(`${command} lsp is running`);
      this.started.fire(client);
    } catch (error) {
      this.client = undefined;
      this.output.error(`${command} lsp cannot be started: ${String(error)}`);
      void this.explain(command);
    }
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.output.warn(`the server did not stop as it should: ${String(error)}`);
    }
  }

  private async explain(command: string): Promise<void> {
    const [settings, output] = ['Set the Path', 'Show Output'];
    const answer = await vscode.window.showErrorMessage(
      `\`${command} lsp\` cannot be started. Files are coloured, but not checked.`,
      settings,
      output,
    );
    if (answer === settings) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'tm.path');
    } else if (answer === output) {
      this.output.show();
    }
  }

  private clientOptions(): LanguageClientOptions {
    return {
      documentSelector: [
        { scheme: 'file', language: 'tm' },
        { scheme: 'untitled', language: 'tm' },
      ],
      synchronize: {
        configurationSection: 'tm',
        fileEvents: vscode.workspace.createFileSystemWatcher('**/{*.tm,tm.toml}'),
      },
      initializationOptions: () => ({
        threats: vscode.workspace.getConfiguration('tm').get('threats', 'gate'),
        showReferences: true, // lenses may name our commands
        openPreview: true,
      }),
      outputChannel: this.output,
      markdown: { supportHtml: false, isTrusted: false },
    };
  }

  dispose(): void {
    clearTimeout(this.restarting);
    void this.stop().then(() => this.output.dispose());
  }
}

function serverOptions(command: string): ServerOptions {
  return { command, args: ['lsp'] };
}
