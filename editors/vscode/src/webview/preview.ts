// The page of the preview: shows the picture, zooms and pans, tells what was clicked and marks where the cursor is.
import type { FromPage, ToPage } from '../protocol';
import { readPicture } from './picture';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): State | undefined;
  setState(state: State): void;
};

interface State {
  /** Pixels for a unit of the picture; 0 fits it into the panel. */
  zoom: number;
  left: number;
  top: number;
}

const STEP = 1.2;
const SMALLEST = 0.05;
const LARGEST = 8;
/** A press that moves less than this is a click. */
const SLACK = 4;

const editor = acquireVsCodeApi();
const stage = find('stage');
const state: State = editor.getState() ?? { zoom: 0, left: 0, top: 0 };
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

let picture: SVGSVGElement | undefined;
let natural = { width: 1, height: 1 };
let current: string | null = null;

function find<Kind extends HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

// ---- Messages ---------------------------------------------------------------------------------------

window.addEventListener('message', (event: MessageEvent<ToPage>) => {
  const message = event.data;
  switch (message.type) {
    case 'picture':
      return show(message.svg, message.views, message.view);
    case 'problem':
      return complain(message.text);
    case 'current':
      return mark(message.id, true);
  }
});

function show(svg: string, views: string[], view: string): void {
  const read = readPicture(svg);
  if (!read) {
    return complain('The picture cannot be read.');
  }
  const first = picture === undefined;
  complain('');
  sheet.replaceSync(read.style);
  ({ width: natural.width, height: natural.height } = read);
  picture = read.root;
  stage.replaceChildren(picture);
  listViews(views, view);
  size();
  if (first) {
    stage.scrollTo(state.left, state.top);
  }
  mark(current, false);
}

/** The last picture stays, since what is being typed is broken most of the time. */
function complain(text: string): void {
  find('problem').textContent = text;
  find('problem').title = text;
  document.body.classList.toggle('stale', text !== '' && picture !== undefined);
}

function listViews(views: string[], view: string): void {
  const select = find<HTMLSelectElement>('view');
  find('views').hidden = views.length < 2;
  select.replaceChildren(...views.map((name) => new Option(name === '' ? 'Everything' : name, name, false, name === view)));
}

find<HTMLSelectElement>('view').addEventListener('change', (event) => {
  editor.postMessage({ type: 'view', view: (event.target as HTMLSelectElement).value });
});

// ---- Picture and source -------------------------------------------------------------------------------

/** Marks the element the cursor stands on. */
function mark(id: string | null, reveal: boolean): void {
  current = id;
  stage.querySelectorAll('.tm-current').forEach((element) => element.classList.remove('tm-current'));
  const marked = id === null ? [] : [...stage.querySelectorAll(`[data-id="${CSS.escape(id)}"]`)];
  marked.forEach((element) => element.classList.add('tm-current'));
  if (reveal && marked[0] && !isVisible(marked[0])) {
    marked[0].scrollIntoView({ block: 'center', inline: 'center', behavior: 'smooth' });
  }
}

function isVisible(element: Element): boolean {
  const [box, frame] = [element.getBoundingClientRect(), stage.getBoundingClientRect()];
  return box.top < frame.bottom && box.bottom > frame.top && box.left < frame.right && box.right > frame.left;
}

function open(target: EventTarget | null): void {
  const id = (target as Element | null)?.closest('[data-id]')?.getAttribute('data-id');
  if (id) {
    mark(id, false);
    editor.postMessage({ type: 'open', id });
  }
}

// ---- Zoom and pan ---------------------------------------------------------------------------------------

function scale(): number {
  const fitting = Math.min(stage.clientWidth / natural.width, stage.clientHeight / natural.height);
  return state.zoom === 0 ? Math.min(Math.max(fitting, SMALLEST), 1) : state.zoom;
}

function size(): void {
  const now = scale();
  picture?.setAttribute('width', String(natural.width * now));
  picture?.setAttribute('height', String(natural.height * now));
  find('zoom').textContent = `${Math.round(now * 100)}%`;
}

/** Zooms so that what is under the point stays there. */
function zoomTo(zoom: number, x = stage.clientWidth / 2, y = stage.clientHeight / 2): void {
  const old = scale();
  state.zoom = zoom === 0 ? 0 : Math.min(Math.max(zoom, SMALLEST), LARGEST);
  const ratio = scale() / old;
  const [left, top] = [(stage.scrollLeft + x) * ratio - x, (stage.scrollTop + y) * ratio - y];
  size();
  stage.scrollTo(left, top);
  keep();
}

function keep(): void {
  [state.left, state.top] = [stage.scrollLeft, stage.scrollTop];
  editor.setState(state);
}

find('in').addEventListener('click', () => zoomTo(scale() * STEP));
find('out').addEventListener('click', () => zoomTo(scale() / STEP));
find('zoom').addEventListener('click', () => zoomTo(1));
find('fit').addEventListener('click', () => zoomTo(0));
stage.addEventListener('scroll', keep);
window.addEventListener('resize', size);

stage.addEventListener(
  'wheel',
  (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const frame = stage.getBoundingClientRect();
      zoomTo(scale() * Math.exp(-event.deltaY / 300), event.clientX - frame.left, event.clientY - frame.top);
    }
  },
  { passive: false },
);

window.addEventListener('keydown', (event) => {
  if (event.target instanceof HTMLSelectElement || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const keys: Record<string, () => void> = {
    '+': () => zoomTo(scale() * STEP),
    '=': () => zoomTo(scale() * STEP),
    '-': () => zoomTo(scale() / STEP),
    '0': () => zoomTo(1),
    f: () => zoomTo(0),
    Enter: () => open(event.target),
  };
  keys[event.key]?.();
});

let pressed: { x: number; y: number; left: number; top: number; target: EventTarget | null; moved: boolean } | undefined;

stage.addEventListener('pointerdown', (event) => {
  if (event.button === 0) {
    pressed = { x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop, target: event.target, moved: false };
  }
});

window.addEventListener('pointermove', (event) => {
  if (!pressed) {
    return;
  }
  const [dx, dy] = [event.clientX - pressed.x, event.clientY - pressed.y];
  pressed.moved ||= Math.hypot(dx, dy) > SLACK;
  if (pressed.moved) {
    document.body.classList.add('dragging');
    stage.scrollTo(pressed.left - dx, pressed.top - dy);
  }
});

window.addEventListener('pointerup', () => {
  if (pressed && !pressed.moved) {
    open(pressed.target);
  }
  pressed = undefined;
  document.body.classList.remove('dragging');
});

// ---- Theme ----------------------------------------------------------------------------------------------

/** The picture knows a light and a dark theme, by an attribute of the root. */
function theme(): void {
  const names = document.body.classList;
  const dark = names.contains('vscode-dark') || (names.contains('vscode-high-contrast') && !names.contains('vscode-high-contrast-light'));
  const wanted = dark ? 'dark' : 'light';
  if (document.documentElement.dataset['theme'] !== wanted) {
    document.documentElement.dataset['theme'] = wanted;
  }
}
theme();
new MutationObserver(theme).observe(document.body, { attributes: true, attributeFilter: ['class'] });

editor.postMessage({ type: 'ready' });
