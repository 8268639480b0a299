-- The page of the preview. It may run its own script and nothing else; the picture in it does nothing by itself.

local STYLE = [[
html, body { height: 100%; margin: 0 }
body { display: flex; flex-direction: column; font: 13px sans-serif; color: #333; background: #fff }
header { display: flex; gap: 1em; align-items: center; padding: 4px 8px; border-bottom: 1px solid #ccc; min-height: 1.8em }
main { flex: 1; overflow: auto; display: flex }
main > svg { margin: auto; flex: none; max-width: 100%; height: auto }
body.whole main > svg { max-width: none }
body.stale main { opacity: 0.6 }
[data-id] { cursor: pointer }
.tm-current { filter: drop-shadow(0 0 3px #0078d4) drop-shadow(0 0 1px #0078d4) }
]]

local SCRIPT = [[
const find = (id) => document.getElementById(id);
let current = null;
function say(what, text) { fetch(what, { method: 'POST', body: text }).catch(() => complain('Neovim has gone.')); }
function complain(text) {
  find('problem').textContent = text;
  document.body.classList.toggle('stale', text !== '' && find('stage').firstChild !== null);
}
function mark(id, reveal) {
  current = id;
  for (const old of document.querySelectorAll('.tm-current')) old.classList.remove('tm-current');
  if (id === null) return;
  const marked = document.querySelectorAll('[data-id="' + CSS.escape(id) + '"]');
  for (const one of marked) one.classList.add('tm-current');
  if (reveal && marked[0]) marked[0].scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'smooth' });
}
function show(message) {
  const read = new DOMParser().parseFromString(message.svg, 'image/svg+xml').documentElement;
  if (read.localName !== 'svg') return complain('The picture cannot be read.');
  for (const link of read.querySelectorAll('[href]')) link.removeAttribute('href');
  complain('');
  find('stage').replaceChildren(document.importNode(read, true));
  find('views').hidden = message.views.length < 2;
  const option = (name) => new Option(name === '' ? 'Everything' : name, name, false, name === message.view);
  find('view').replaceChildren(...message.views.map(option));
  mark(current, false);
}
const events = new EventSource('events');
events.onmessage = (event) => {
  const message = JSON.parse(event.data);
  if (message.type === 'picture') show(message);
  if (message.type === 'problem') complain(message.text);
  if (message.type === 'current') mark(message.id, true);
};
events.onerror = () => complain('Neovim has gone.');
find('view').addEventListener('change', (event) => say('view', event.target.value));
find('size').addEventListener('click', () => document.body.classList.toggle('whole'));
find('stage').addEventListener('click', (event) => {
  const id = event.target.closest('[data-id]')?.getAttribute('data-id');
  if (id) { mark(id, false); say('open', id); }
});
]]

local BODY = [[
<header>
  <label id="views" hidden>View <select id="view"></select></label>
  <button id="size" type="button">Fit, or natural size</button>
  <span id="problem" role="status"></span>
</header>
<main id="stage"></main>
]]

-- The text of the page and the policy that it is under.
return function(nonce)
  local policy = "default-src 'none'; connect-src 'self'; style-src 'unsafe-inline'; script-src 'nonce-" .. nonce .. "'"
  local parts = {
    '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>tm preview</title>',
    "<style>" .. STYLE .. "</style>",
    BODY,
    '<script nonce="' .. nonce .. '">' .. SCRIPT .. "</script></html>",
  }
  return table.concat(parts, "\n"), policy
end
