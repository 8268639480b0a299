// From the cursor to the picture and back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeAt, placeOf } from '../dist/test/places.mjs';

const place = (id, uri, from, to) => ({ id, uri, range: { start: { line: from, character: 0 }, end: { line: to, character: 1 } } });
const places = [place('outer', 'file:///m.tm', 0, 10), place('inner', 'file:///m.tm', 3, 5), place('other', 'file:///o.tm', 0, 10)];

test('the innermost place wins, whatever the order', () => {
  for (const list of [places, [...places].reverse()]) {
    assert.equal(placeAt(list, 'file:///m.tm', { line: 4, character: 0 }).id, 'inner');
    assert.equal(placeAt(list, 'file:///m.tm', { line: 8, character: 0 }).id, 'outer');
  }
});

test('where one ends and the next begins, the next', () => {
  const touching = [place('first', 'file:///m.tm', 0, 2), { ...place('next', 'file:///m.tm', 2, 4) }];
  for (const list of [touching, [...touching].reverse()]) {
    assert.equal(placeAt(list, 'file:///m.tm', { line: 2, character: 0 }).id, 'next');
  }
});

test('no place beside them', () => {
  assert.equal(placeAt(places, 'file:///m.tm', { line: 11, character: 0 }), undefined);
  assert.equal(placeAt(places, 'file:///x.tm', { line: 4, character: 0 }), undefined);
});

test('ends belong to their place', () => {
  assert.equal(placeAt(places, 'file:///m.tm', { line: 5, character: 1 }).id, 'inner');
  assert.equal(placeAt(places, 'file:///m.tm', { line: 5, character: 2 }).id, 'outer');
});

test('addresses are compared as they are meant', () => {
  const found = placeAt([place('a', 'file:///c%3A/x.tm', 0, 1)], 'file:///c:/x.tm', { line: 0, character: 0 });
  assert.equal(found.id, 'a');
});

test('by identity', () => {
  assert.equal(placeOf(places, 'other').uri, 'file:///o.tm');
  assert.equal(placeOf(places, 'none'), undefined);
});
