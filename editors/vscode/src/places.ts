// From the cursor to the picture and back.
import type { Place, Position, Range } from './protocol';

/** The innermost place that holds the position; where one ends and the next begins, the next. */
export function placeAt(places: readonly Place[], uri: string, position: Position): Place | undefined {
  const holding = places.filter((place) => sameUri(place.uri, uri) && holds(place.range, position));
  return holding.reduce<Place | undefined>((best, place) => (best && !closer(place.range, best.range) ? best : place), undefined);
}

export function placeOf(places: readonly Place[], id: string): Place | undefined {
  return places.find((place) => place.id === id);
}

/** Editors and servers may escape the same address differently. */
function sameUri(a: string, b: string): boolean {
  return a === b || decode(a) === decode(b);
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function holds(range: Range, position: Position): boolean {
  return !before(position, range.start) && !before(range.end, position);
}

function closer(range: Range, than: Range): boolean {
  return before(than.start, range.start) || (!before(range.start, than.start) && before(range.end, than.end));
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
