// The preview: a panel beside the text that shows the diagram of the package and leads to its declarations.
import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { page } from './page';
import { placeAt, placeOf } from './places';
import { type FromPage, PREVIEW, PREVIEW_CHANGED, type Place, type Preview, type PreviewParams, type ToPage } from './protocol';
import type { Server } from './server';

const TYPE = 'tm.preview';
/** While somebody types, the picture is asked for at most this often, in milliseconds. */
const PAUSE = 80;

export class Previews implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private readonly disposables: vscode.Disposable[] = [];
  private panel: vscode.WebviewPanel | undefined;
  private document: vscode.Uri | undefined;
  private view: string | undefined;
  private places: Place[] = [];
  private asked = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly server: Server,
  ) {
    this.disposables.push(
      server.onStarted((client) => this.listen(client)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      vscode.window.onDidChangeTextEditorSelection((event) => this.markCursor(event.textEditor)),
      vscode.window.registerWebviewPanelSerializer(TYPE, this),
    );
  }

  /** Opens the panel, or brings it to the front. */
  show(document: vscode.Uri, column: vscode.ViewColumn): void {
    this.turnTo(document);
    if (this.panel) {
      this.panel.reveal(undefined, true);
      this.refresh();
      return;
    }
    const place = { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside };
    this.adopt(vscode.window.createWebviewPanel(TYPE, 'tm preview', place, { retainContextWhenHidden: true }));
  }

  /** After a restart of the editor. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    this.document ??= vscode.window.visibleTextEditors.find(isModel)?.document.uri;
    this.adopt(panel);
  }

  private adopt(panel: vscode.WebviewPanel): void {
    const media = vscode.Uri.joinPath(this.extension, 'media');
    const built = vscode.Uri.joinPath(this.extension, 'dist');
    const at = (folder: vscode.Uri, file: string) => panel.webview.asWebviewUri(vscode.Uri.joinPath(folder, file)).toString();
    panel.webview.options = { enableScripts: true, localResourceRoots: [media, built] };
    panel.iconPath = vscode.Uri.joinPath(media, 'icon.png');
    panel.onDidDispose(() => this.forget());
    panel.webview.onDidReceiveMessage((message: FromPage) => this.hear(message));
    this.panel = panel;
    panel.webview.html = page({
      source: panel.webview.cspSource,
      script: at(built, 'preview.js'),
      style: at(media, 'preview.css'),
      nonce: randomBytes(16).toString('hex'),
    });
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.panel = undefined;
    this.places = [];
    this.asked += 1;
  }

  private listen(client: LanguageClient): void {
    client.onNotification(PREVIEW_CHANGED, () => this.soon());
    this.refresh();
  }

  private hear(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        return this.refresh();
      case 'open':
        return void this.open(message.id);
      case 'view':
        this.view = message.view;
        return this.refresh();
    }
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    if (this.panel && editor && isModel(editor) && editor.document.uri.toString() !== this.document?.toString()) {
      this.turnTo(editor.document.uri);
      this.refresh();
    }
  }

  private turnTo(document: vscode.Uri): void {
    if (document.toString() !== this.document?.toString()) {
      this.document = document;
    }
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.refresh();
    }, PAUSE);
  }

  private refresh(): void {
    void this.ask().catch((error: unknown) => this.tell({ type: 'problem', text: problem(error) }));
  }

  private async ask(): Promise<void> {
    if (!this.panel || !this.document) {
      return;
    }
    const client = this.server.running;
    if (!client) {
      return this.tell({ type: 'problem', text: 'The language server is not running.' });
    }
    const number = ++this.asked;
    const uri = client.code2ProtocolConverter.asUri(this.document);
    const params: PreviewParams = { textDocument: { uri }, ...(this.view === undefined ? {} : { view: this.view }) };
    const answer = await client.sendRequest<Preview | null>(PREVIEW, params);
    if (number !== this.asked) {
      return; // a later question was asked since
    }
    if (!answer) {
      return this.tell({ type: 'problem', text: 'There is nothing to draw yet.' });
    }
    this.places = answer.map;
    this.tell({ type: 'picture', svg: answer.svg, view: answer.view, views: answer.views });
    this.markCursor(vscode.window.activeTextEditor);
  }

  private tell(message: ToPage): void {
    void this.panel?.webview.postMessage(message);
  }

  private markCursor(editor: vscode.TextEditor | undefined): void {
    if (!this.panel || !editor || !isModel(editor) || !follows(editor.document)) {
      return;
    }
    const place = placeAt(this.places, editor.document.uri.toString(), editor.selection.active);
    this.tell({ type: 'current', id: place?.id ?? null });
  }

  private async open(id: string): Promise<void> {
    const place = placeOf(this.places, id);
    if (!place) {
      return;
    }
    const { start, end } = place.range;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    const uri = vscode.Uri.parse(place.uri, true);
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
    const editor = await vscode.window.showTextDocument(uri, { viewColumn: shown?.viewColumn ?? this.columnOfText() });
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Where the text stands, so that it does not cover the panel. */
  private columnOfText(): vscode.ViewColumn {
    const text = vscode.window.visibleTextEditors.find(isModel)?.viewColumn;
    return text ?? (this.panel?.viewColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One);
  }

  dispose(): void {
    this.panel?.dispose();
    vscode.Disposable.from(...this.disposables).dispose();
  }
}

function isModel(editor: vscode.TextEditor): boolean {
  return editor.document.languageId === 'tm';
}

function follows(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('tm', document).get('preview.followCursor', true);
}

function problem(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /method not found|unhandled method/i.test(text) ? 'This version of tm has no preview; a newer one has.' : text;
}
