// The page of `tm serve`: asks for the state of the model whenever the server says that there is a new one.
'use strict';

const find = (id) => document.getElementById(id);
const stage = find('stage');

/** What the server said last. */
let state;
/** The view that somebody chose; the server's first choice where nobody did. */
let view = decodeURIComponent(location.hash.slice(1));
/** What was clicked. */
let chosen;
/** The size of the picture; 0 fits it into the window. */
let zoom = 0;
let asked = 0;

// ---- The state of the model ---------------------------------------------------------------------------

async function load() {
  const number = ++asked;
  const answer = await fetch(view ? `/state?view=${encodeURIComponent(view)}` : '/state');
  const said = await answer.json();
  if (number !== asked) {
    return; // there is a newer question
  }
  state = said;
  document.title = `${state.title} – tm`;
  find('title').textContent = state.title;
  draw();
  list();
  listViews();
  if (chosen) {
    open(chosen.path, chosen.start, chosen.end, chosen.id);
  }
  if (!find('report').hidden) {
    find('report').src = '/report';
  }
}

const events = new EventSource('/events');
events.addEventListener('state', () => load().catch(lost));
events.addEventListener('error', lost);

function lost() {
  tell('The server has gone', true);
}

function tell(text, wrong) {
  find('status').textContent = text;
  find('status').classList.toggle('wrong', wrong);
}

function count(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}

// ---- The picture ----------------------------------------------------------------------------------------

function draw() {
  const read = state.svg && new DOMParser().parseFromString(state.svg, 'image/svg+xml').documentElement;
  // The last picture stays while the text is broken.
  document.body.classList.toggle('stale', !read && stage.firstChild !== null);
  if (!read) {
    return;
  }
  stage.replaceChildren(document.importNode(read, true));
  size();
  mark(chosen && chosen.id);
}

function size() {
  const svg = stage.querySelector('svg');
  if (!svg) {
    return;
  }
  const [, , width, height] = svg.getAttribute('viewBox').split(/[\s,]+/).map(Number);
  const fitting = Math.min((stage.clientWidth - 20) / width, (stage.clientHeight - 20) / height, 1.5);
  const scale = zoom || Math.max(fitting, 0.05);
  svg.setAttribute('width', width * scale);
  svg.setAttribute('height', height * scale);
  return scale;
}

function mark(id) {
  stage.querySelectorAll('.current').forEach((one) => one.classList.remove('current'));
  if (id) {
    stage.querySelectorAll(`[data-id="${CSS.escape(id)}"]`).forEach((one) => one.classList.add('current'));
  }
}

stage.addEventListener('click', (event) => {
  const id = event.target.closest('[data-id]')?.getAttribute('data-id');
  const place = id && state.places[id];
  if (place) {
    mark(id);
    open(place.path, place.start, place.end, id);
  }
});

find('in').addEventListener('click', () => { zoom = Math.min(size() * 1.25, 8); size(); });
find('out').addEventListener('click', () => { zoom = Math.max(size() / 1.25, 0.05); size(); });
find('fit').addEventListener('click', () => { zoom = 0; size(); });
window.addEventListener('resize', size);

// ---- Views, and the report ------------------------------------------------------------------------------

function listViews() {
  const views = state.views ?? [];
  find('views').hidden = views.length < 2;
  const option = (name) => new Option(name === '' ? 'Everything' : name, name, false, name === state.view);
  find('view').replaceChildren(...views.map(option));
}

find('view').addEventListener('change', (event) => {
  view = event.target.value;
  history.replaceState(null, '', `#${encodeURIComponent(view)}`);
  load().catch(lost);
});

function turnTo(report) {
  find('report').hidden = !report;
  stage.hidden = report;
  find('zooms').hidden = report;
  find('show-report').setAttribute('aria-pressed', report);
  find('show-picture').setAttribute('aria-pressed', !report);
  if (report) {
    closeSource();
    find('report').src = '/report';
  } else {
    size();
  }
}

find('show-picture').addEventListener('click', () => turnTo(false));
find('show-report').addEventListener('click', () => turnTo(true));

// ---- The source -------------------------------------------------------------------------------------------

async function open(path, start, end, id) {
  const answer = await fetch(`/source?path=${encodeURIComponent(path)}`);
  if (!answer.ok) {
    return closeSource();
  }
  const text = await answer.text();
  // What was clicked may stand on other lines by now.
  const place = id && state.places[id];
  [start, end] = place && place.path === path ? [place.start, place.end] : [start, end];
  const moved = chosen?.path !== path || chosen?.start !== start;
  chosen = { path, start, end, id };
  find('path').textContent = `${path}:${start}`;
  const lines = text.split(/\r\n|\n|\r/).map((line, index) => {
    const item = document.createElement('li');
    item.textContent = line;
    item.classList.toggle('marked', start <= index + 1 && index + 1 <= end);
    return item;
  });
  const list = find('lines');
  const top = list.scrollTop;
  find('source').hidden = false;
  list.replaceChildren(...lines);
  list.scrollTop = top;
  if (moved) {
    lines[start - 1]?.scrollIntoView({ block: 'center' });
  }
  size();
}

function closeSource() {
  chosen = undefined;
  find('source').hidden = true;
  mark();
  size();
}

find('close').addEventListener('click', closeSource);

// ---- What is wrong --------------------------------------------------------------------------------------

function list() {
  const items = state.problems.map((problem) => {
    const place = problem.path ? `${problem.path}:${problem.line}` : '';
    const button = document.createElement('button');
    button.type = 'button';
    button.append(
      part(problem.severity, `${problem.severity}[${problem.code}] `),
      problem.message,
      part('place', ` ${place}`),
      part('help', problem.help && ` – ${problem.help}`),
    );
    button.addEventListener('click', () => {
      turnTo(false);
      open(problem.path, problem.line, problem.line);
    });
    const item = document.createElement('li');
    item.append(button);
    return item;
  });
  if (state.unlisted > 0) {
    items.push(part('help', `… and ${state.unlisted} more (tm check shows them)`));
  }
  find('list').replaceChildren(...items);
  find('problems').hidden = items.length === 0;
  if (state.trouble) {
    tell(state.trouble, true);
  } else if (state.errors > 0) {
    tell(count(state.errors, 'error', 'errors'), true);
  } else if (state.svg === null) {
    tell('There is nothing to draw yet', false);
  } else {
    tell(count(state.threats, 'threat', 'threats'), false);
  }
}

function part(kind, text) {
  const span = document.createElement('span');
  span.className = kind;
  span.textContent = text;
  return span;
}
