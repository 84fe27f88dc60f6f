/**
 * Asks at once for all the parts that draw the page of this address, so that they come side by side instead of each
 * finding the next. What makes a map live is asked for when it is drawn (openMapSession). A failure is told by whoever
 * uses the part.
 */
import { loadMapPage } from './loadMapPage.ts';
import { narrowQuery } from './narrowQuery.ts';
import type { Route } from './route.ts';

/** The faces every map is set in, as `document.fonts` names them. */
const firstFaces = [
  "400 1em 'Source Sans 3'",
  "600 1em 'Source Sans 3'",
  "500 1em 'Source Sans 3'",
  "600 1em 'Source Serif 4'",
];

export function fetchParts(route: Route): void {
  if (route.page !== 'map') {
    import('./HomeHost.tsx').catch(() => undefined);
    return;
  }
  const narrow = matchMedia(narrowQuery).matches;
  const parts: Promise<unknown>[] = narrow
    ? [loadMapPage(), import('./NarrowMap.tsx')]
    : [loadMapPage(), route.presenting ? import('./presentParts.ts') : import('./wideParts.ts')];
  // The network rests while the parts are put together: the faces come then, and nothing is set twice.
  Promise.all(parts)
    .then(() => Promise.all(firstFaces.map((face) => document.fonts.load(face))))
    .catch(() => undefined);
}
