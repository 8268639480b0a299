// What the language server says beyond the standard protocol, and what the preview's page and the extension tell each other.

/** A place in a text, both from zero. */
export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** Leads from an element of the picture to its declaration. */
export interface Place {
  /** The `data-id` of the element in the picture. */
  id: string;
  uri: string;
  range: Range;
}

/** Request: the diagram of the package that a document belongs to. */
export const PREVIEW = 'tm/preview';
/** Notification: the diagram may have changed. */
export const PREVIEW_CHANGED = 'tm/previewChanged';

export interface PreviewParams {
  textDocument: { uri: string };
  view?: string;
}

export interface Preview {
  uri: string;
  version: number | null;
  view: string;
  views: string[];
  svg: string;
  map: Place[];
}

/** To the page. */
export type ToPage =
  | { type: 'picture'; svg: string; view: string; views: string[] }
  | { type: 'problem'; text: string }
  | { type: 'current'; id: string | null };

/** From the page. */
export type FromPage =
  | { type: 'ready' }
  | { type: 'open'; id: string }
  | { type: 'view'; view: string };
